# pickle, cPickle, pickletools, copy_reg: exact disassemblies, persistent ids, reductions, slots, errors of damaged streams.
import pickle, cPickle, pickletools, copy_reg, StringIO, sys, re
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, re.sub(' at 0x\w+', '', str(e))
    else: print repr(r)
class C(object):
    def __init__(self, x): self.x = x
    def __repr__(self): return 'C(%r)' % (self.__dict__,)
class Old:
    def __init__(self, a=1): self.a = a
    def __repr__(self): return 'Old(%r)' % (self.__dict__,)
class Slots(object): __slots__ = ('s',)
class St(C):
    def __getstate__(self): return {'st': self.x}
    def __setstate__(self, s): self.x = s['st'] * 2
class Args(object):
    def __new__(cls, *a): o = object.__new__(cls); o.a = a; return o
    def __getnewargs__(self): return self.a
class Red(object):
    def __reduce__(self): return (list, ('ab',), None, iter([1, 2]), None)
class RedEx(object):
    def __reduce_ex__(self, p): return 'singleton'
singleton = RedEx()
class Init(Old):
    def __getinitargs__(self): return (9,)
class L(list): pass
class D(dict): pass
for v in (None, True, 5, 300, 70000, 2 ** 40, -2 ** 70, 1.5, 'str', u'\u20ac', 'x' * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, 2], {}, {'a': 1}, C(1), Old(), St(3), L([1]), D(a=1), len, C, set([1]), Args(1, 2), Red(), singleton, Init(), Ellipsis, xrange(3), slice(1), 1j, type(None), bytearray('b')):
    for p in 0, 1, 2:
        try: a, b = pickle.dumps(v, p), cPickle.dumps(v, p); r = pickle.loads(a); print p, repr(a) if p != 1 else len(a), len(b) <= len(a), re.sub(' at 0x\w+', '', repr(r)) , type(cPickle.loads(b)) is type(r)
        except Exception as e: print p, type(e).__name__, re.sub(' at 0x\w+', '', str(e))
s = Slots(); s.s = 5; print pickle.loads(pickle.dumps(s, 2)).s; t(pickle.dumps, s); t(pickle.dumps, lambda: 0); t(cPickle.dumps, lambda: 0); t(pickle.dumps, sys); t(pickle.dumps, open('/dev/null')) if 0 else None; t(pickle.dumps, (x for x in ())); t(pickle.dumps, 1, 9); t(cPickle.dumps, 1, 9); l = []; l.append(l); r = pickle.loads(pickle.dumps(l, 2)); print r[0] is r; d = {}; d['d'] = d; c = C(d); c.me = c; q = cPickle.loads(pickle.dumps(c)); print q.me is q, q.x['d'] is q.x; a = [1]; r = pickle.loads(pickle.dumps([a, a])); print r[0] is r[1]
for bad in ('', '.', 'N', '(', 'I5', 'Ix\n.', "S'a\n.", 'S5\n.', 'cno.such\nx\n.', 'cos\nnosuch\n.', 'g5\n.', '\x80\x09.', 't.', '0.', 'zz', 'R.', 'b.', 'L5\n.', 'F1.x\n.', 'U\x05ab', 'X\x01\0\0\0\xff.', '\x8a\x05a', 'V\\u12\n.', '(d.', '(S"a"\nd.', 'i\n', 'h\x05.', '}(s.', 'a.', ']a.', 'P1\n.', 'Q.'): print repr(bad), ; t(pickle.loads, bad); t(cPickle.loads, bad)
class P(pickle.Pickler):
    def persistent_id(self, o): return 'pid%s' % o if isinstance(o, int) else None
class UP(pickle.Unpickler):
    def persistent_load(self, i): return ('loaded', i)
    def find_class(self, m, n): print 'find', m, n; return pickle.Unpickler.find_class(self, m, n)
for p in 0, 2: o = StringIO.StringIO(); P(o, p).dump([1, 'a', C]); print repr(o.getvalue()), UP(StringIO.StringIO(o.getvalue())).load()
o = StringIO.StringIO(); k = pickle.Pickler(o); x = [1]; k.dump(x); k.dump(x); print repr(o.getvalue()); k.clear_memo(); k.dump(x); u = pickle.Unpickler(StringIO.StringIO(o.getvalue())); print u.load(), u.load(), u.load(); t(u.load); k.fast = 1; o.truncate(0); k.dump([x, x]); print repr(o.getvalue())
for v in (0, [1, (2, 'x'), {'k': u'v'}], C(None), 2 ** 40):
    for p in 0, 2: o = StringIO.StringIO(); pickletools.dis(pickle.dumps(v, p), o); print o.getvalue(), repr(pickletools.optimize(pickle.dumps(v, p)))
t(pickletools.dis, 'N'); t(pickletools.dis, 'zz'); t(pickletools.dis, '00.'); print [op.name for op, a, pos in pickletools.genops('(I1\nt.')]
copy_reg.pickle(complex, lambda c: (C, (c.real,))); print pickle.loads(pickle.dumps(2j)), ; copy_reg.pickle(complex, copy_reg.pickle_complex) ; t(copy_reg.pickle, Old, len); t(copy_reg.pickle, C, 5); t(copy_reg.constructor, 5); copy_reg.add_extension('__main__', 'C', 200); b = pickle.dumps(C, 2); print repr(b), pickle.loads(b), cPickle.loads(cPickle.dumps(C, 2)); t(copy_reg.add_extension, '__main__', 'D', 200); t(copy_reg.add_extension, 'a', 'b', 0); copy_reg.remove_extension('__main__', 'C', 200); t(pickle.loads, b); t(copy_reg.remove_extension, 'x', 'y', 1); print copy_reg._slotnames(Slots), copy_reg.__newobj__(C).__class__.__name__, pickle.decode_long('\xff\x00'), pickle.decode_long(''), repr(pickle.encode_long(-129)), pickle.whichmodule(len, 'len'), pickle.format_version, pickle.HIGHEST_PROTOCOL, cPickle.format_version, pickle.PicklingError.__mro__[1].__name__
