# cPickle beside pickle: both give the same objects of odd classes, protocols and reducers; the bytes by protocol; errors of damaged streams.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import cPickle, pickle, copy_reg, StringIO, sys
class A(object):
    def __init__(s, v=1): s.v = v
    def __eq__(s, o): return type(s) is type(o) and s.__dict__ == o.__dict__
    def __repr__(s): return 'A%r' % sorted(s.__dict__.items())
class Old:
    def __init__(s, v=1): s.v = v
    def __repr__(s): return 'Old%r' % sorted(s.__dict__.items())
class OldArgs(Old):
    def __getinitargs__(s): return (s.v,)
class St(A):
    def __getstate__(s): return ('state', s.v)
    def __setstate__(s, st): s.v = st
class Falsy(A):
    def __getstate__(s): return ()
    def __setstate__(s, st): s.v = 'set'
class Sl(object):
    __slots__ = ('a', 'b')
    def __repr__(s): return 'Sl(%r)' % getattr(s, 'a', None)
class NA(A):
    def __getnewargs__(s): return (7,)
    def __new__(cls, *a): o = object.__new__(cls); o.n = a; return o
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class U(unicode): pass
class Red(object):
    def __init__(s, r): s.r = r
    def __reduce__(s): return s.r
class Ex(ValueError):
    def __init__(s, a): ValueError.__init__(s, a, 'x')
l = L([1]); l.at = 2; d = D(k=1); d.at = [3]; i = I(5); i.at = 6
rec = []; rec.append(rec); rd = {}; rd[1] = rd; ro = A(); ro.v = ro; rt = ([],); rt[0].append(rt); sl = Sl(); sl.a = 1
shared = [1]
vals = [A(), Old(), OldArgs(3), St(2), Falsy(), NA(), l, d, i, T([1, 2]), U(u'x'), (shared, shared), set([1]), frozenset('a'), ValueError('a', 1), KeyError('k'), A, Old, len, A.__init__, sys, Red((list, ((1, 2),))), Red('A'), Red('nope'), Red((A, (), {'z': 1})), Red((list, (), None, iter([1, 2]))), Red((dict, (), None, None, iter([(1, 2)]))), Red(5), Red(()), Red((5, ())), Red((list,)), Red((list, 5)), Red((list, (), None, None, None, None)), Red((A, (), (None, {'s': 1}))), slice(1), xrange(3), 1j, Ellipsis, NotImplemented, type(None), None, True, 2**100, -1.5, '\0\xff\n\'"', u'\u20ac\n\\u', iter([]), (x for x in ()), lambda: 0, open('/dev/null'), buffer('a'), bytearray('ba'), object(), Ex('e'), sl]
for n, v in enumerate(vals):
    for p in (0, 1, 2):
        row = []
        for m in (pickle, cPickle):
            try: s = m.dumps(v, p)
            except Exception as e: row.append('%s %s' % (type(e).__name__, _re.sub(' at 0x[0-9a-f]+|cPickle\.|pickle\.|it\'s not', '', str(e))[:60])); continue
            try: row.append(_re.sub(' at 0x[0-9a-f]+', '', repr(cPickle.loads(s)))); row[-1] += '' if repr(pickle.loads(s)).split(' at')[0] == row[-1].split(' at')[0] or 'object' in row[-1] else ' BUT'
            except Exception as e: row.append('load %s %s' % (type(e).__name__, str(e)[:60]))
        print n, p, row[0] if row[0] == row[1] else row
for v in (rec, rd, ro, rt):
    for p in (0, 2): r = cPickle.loads(cPickle.dumps(v, p)); print type(r).__name__, (r[0] is r if isinstance(r, list) else r[1] is r if isinstance(r, dict) else r.v is r if isinstance(r, A) else r[0][0] is r)
r = cPickle.loads(cPickle.dumps((shared, shared), 2)); print r[0] is r[1]
for s in ('', '.', 'N', 'I1', 'I1\n', 'I1\n.', 'Ix\n.', 'L5L\n.', 'Lx\n.', 'F1.5\n.', 'Fx\n.', "S'a'\n.", "S'a\n.", 'Sa\n.', "S''\n.", 'Va\\u20ac\n.', 'V\\u\n.', '(.', '(1.', 'q.', 'p0\n.', 'g0\n.', 'h\0.', 'cnosuch\nx\n.', 'c__builtin__\nnope\n.', 'c__builtin__\nlen\n.', 'clen\n.', ')\x81.', 'c__builtin__\nint\n)\x81.', 'c__builtin__\nlist\n)R.', 'NR.', 'N)R.', '(lp0\n0.', '0.', '2.', 'K\5.', 'K.', 'M\1\2.', 'J\1\2\3\4.', 'J\1.', 'U\3abc.', 'U\5abc.', 'T\1\0\0\0a.', 'X\1\0\0\0a.', 'X\1\0\0\0\xff.', 'G?\xf0\0\0\0\0\0\0.', ']K\1a.', ']K\1e.', ']((K\1e.', '}K\1K\2s.', '}(K\1u.', '}(K\1K\2u.', 'Ns.', '\x80\2N.', '\x80\3N.', '\x80\x99N.', '\x88.', '\x85.', 'N\x85.', 'NN\x86.', 'N\x87.', '\x8a\1\5.', '\x8a\0.', '\x8b\1\0\0\0\xff.', '\x8b\xff\xff\xff\xff.', 'Nb.', 'N}b.', '(i__main__\nOld\n.', '(K\5i__main__\nOld\n.', '(c__main__\nOld\no.', 'Pid\n.', 'NQ.', '\x82\1.', '\x84\1\0\0\0.', 'xyz', '\xff', '~.', 'I01\n.', 'I00\n.', 'I2\n.', "S'a'\np0\n0g0\n.", 'N.extra', '(dp1\n.', '(K\1d.', '(K\1K\2d.', 'a.', 't.', 'l.', ')a.'):
    a = []
    for m in (cPickle, pickle):
        try: a.append(_re.sub(' at 0x[0-9a-f]+', '', repr(m.loads(s))))
        except Exception as e: a.append('%s %s' % (type(e).__name__, e) if m is cPickle else type(e).__name__)
    print repr(s), a[0]
t(cPickle.loads, 5); t(cPickle.loads, u'N.'); t(cPickle.dumps, 1, 3); t(cPickle.dumps, 1, -1); t(cPickle.dumps, 1, 'x'); t(cPickle.dumps); t(cPickle.load, 5); t(cPickle.dump, 1, 5); t(cPickle.load, StringIO.StringIO('N.I5\n.')); p = cPickle.Pickler(2); p.dump([1]); p.dump('a'); print repr(p.getvalue()), p.fast; p.clear_memo(); t(cPickle.Pickler().getvalue); print cPickle.HIGHEST_PROTOCOL, cPickle.format_version, cPickle.compatible_formats, cPickle.__version__, issubclass(cPickle.PickleError, Exception), cPickle.UnpickleableError.__bases__, cPickle.BadPickleGet.__mro__[1]
