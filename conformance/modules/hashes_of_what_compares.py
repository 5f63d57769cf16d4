# Hashes of what only compares: arrays, bytearrays, views, proxies and subclasses of them, next to lists and sets that say None.
import array, parser, weakref, collections, sys, itertools
class T(object): pass
t = T()
def say(name, f, *a):
    try: r = f(*a)
    except Exception as e: print name, type(e).__name__, e; return
    print name, type(r).__name__ if isinstance(r, (int, long)) else r
objs = [array.array('i'), bytearray('a'), memoryview('a'), weakref.proxy(t), [], {}, set(), collections.deque(), slice(1), {}.viewkeys(), {}.viewitems(), {}.viewvalues(), xrange(3)]
for o in objs:
    c = type(o)
    n = c.__name__
    say(n + ' hash', hash, o)
    print n, '__hash__' in c.__dict__, c.__hash__ is None, 
    print isinstance(o, collections.Hashable) , hasattr(o, '__hash__')
    say(n + ' call', lambda: c.__hash__(o))
    say(n + ' object', lambda: object.__hash__(o))
    say(n + ' key', lambda: {o: 1})
    say(n + ' own', lambda: o.__hash__ and o.__hash__())
    try:
        class S(c): pass
        print S.__hash__ is None
        s = S('i') if c is array.array else S()
    except Exception as e: print type(e).__name__, e; continue
    say(n + ' sub', hash, s)
    say(n + ' sub call', lambda: s.__hash__())
    class S2(c):
        def __eq__(self, o): return 1
    s = S2('i') if c is array.array else S2()
    say(n + ' sub with eq', hash, s)
    class S3(c):
        __slots__ = ()
        def __hash__(self): return 7
    s = S3('i') if c is array.array else S3()
    say(n + ' sub with hash', hash, s)
    print {s: 1}.keys() == [s]
    del S3.__hash__
    say(n + ' without it again', hash, s)
    class S4(c): __hash__ = None
    s = S4('i') if c is array.array else S4()
    say(n + ' with none', hash, s)
    S4.__hash__ = object.__hash__
    say(n + ' with that of object', hash, s)
    class S5(S2): pass
    s = S5('i') if c is array.array else S5()
    say(n + ' sub of sub', hash, s)
    class Mix(S2, T): pass
    s = Mix('i') if c is array.array else Mix()
    say(n + ' sub and another', hash, s)
