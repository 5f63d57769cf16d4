# operator's functions over the sequence and slice protocols of builtin types, new and old classes: messages of what is not supported.
import operator as O, array
def t(f, *a):
    a0 = a
    try: r = f(*a); print f.__name__, repr(r).split(' 0x')[0], '|', repr(a[0]).split(' 0x')[0]
    except Exception as e: print f.__name__, type(a[0]).__name__, type(e).__name__, e
class S(object):
    def __init__(s, d): s.d = d
    def __repr__(s): return 'S(%r)' % (s.d,)
    def __getitem__(s, i):
        if i == 9: raise IndexError
        return ('get', i)
    def __setitem__(s, i, v): print 'set', i, v
    def __delitem__(s, i): print 'del', i
    def __len__(s): return 5
class SS(S):
    def __getslice__(s, i, j): return ('getslice', i, j)
    def __setslice__(s, i, j, v): print 'setslice', i, j, v
    def __delslice__(s, i, j): print 'delslice', i, j
class OS:
    def __init__(s, d): s.d = d
    def __repr__(s): return 'OS'
    def __getitem__(s, i):
        if i == 9: raise IndexError
        return ('get', i)
    def __setitem__(s, i, v): print 'set', i, v
    def __delitem__(s, i): print 'del', i
    def __len__(s): return 5
class OSS(OS):
    def __getslice__(s, i, j): return ('getslice', i, j)
    def __setslice__(s, i, j, v): print 'setslice', i, j, v
    def __delslice__(s, i, j): print 'delslice', i, j
class NoLen(object):
    def __repr__(s): return 'NoLen'
    def __getitem__(s, i):
        if i == 9: raise IndexError
        return i
class Dict(dict): pass
class List(list): pass
def vals(): return [[1, 2, 3], (1, 2, 3), 'abc', u'abc', bytearray('abc'), buffer('abc'), memoryview('abc'), {1: 2}, set([1]), frozenset([1]), 5, 2.5, None, S(1), SS(1), OS(1), OSS(1), NoLen(), array.array('i', [1, 2, 3]), Dict(), List([1, 2, 3]), int, slice(1, 2)]
for v in vals():
    t(O.getslice, v, 0, 2); t(O.getslice, v, -2, 2**62); t(O.getitem, v, 1); t(O.getitem, v, -1); t(O.getitem, v, slice(0, 2)); t(O.getitem, v, 'x')
for v in vals():
    t(O.setslice, v, 0, 1, [9]); t(O.setslice, v, 0, 1, 'z'); t(O.setitem, v, 0, 7); t(O.setitem, v, 'k', 7); t(O.setitem, v, slice(0, 1), [4])
for v in vals():
    t(O.delslice, v, 0, 1); t(O.delitem, v, 0); t(O.delitem, v, 'q'); t(O.delitem, v, slice(0, 1))
for v in vals():
    if not isinstance(v, (OS, OSS)): t(O.concat, v, [1]); t(O.concat, v, 'a'); t(O.repeat, v, 2); t(O.repeat, v, -1); t(O.repeat, v, 2L); t(O.repeat, v, 1.5)
    t(O.indexOf, v, 2); t(O.countOf, v, 2); t(O.contains, v, 2); t(O.isSequenceType, v); t(O.isMappingType, v); t(O.isNumberType, v); t(O.isCallable, v); t(O.truth, v); t(O.not_, v)
for v in vals():
    if not isinstance(v, (OS, OSS)): t(O.iconcat, v, [1]); t(O.irepeat, v, 2)
    t(O.iadd, v, (5,)); t(O.imul, v, 2)
for v in (1, 1L, True, 2.5, None, 'x', S(1)): t(O.index, v); t(O.inv, v); t(O.neg, v); t(O.pos, v); t(O.abs, v)
