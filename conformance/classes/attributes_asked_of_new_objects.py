# A new-style class whose __getattribute__ writes down every name, and a metaclass with one too: which operations look up attributes of
# the object, which only look at the type, which ask for __class__, __dict__, __module__, __name__.
import copy, pickle, cPickle, abc, functools, collections, inspect, types, weakref, contextlib, numbers, sys, StringIO, pprint, operator
log = []
class MetaLog(type):
    def __getattribute__(cls, n): log.append('C.' + n); return type.__getattribute__(cls, n)
class Log(object):
    __metaclass__ = MetaLog
    def __getattribute__(self, n): log.append(n); return object.__getattribute__(self, n)
class Full(Log):
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __iter__(self): return iter('ab')
    def __len__(self): return 2
    def __call__(self, *a): return a
    def __getitem__(self, k): return [1, 2][k]
    def __add__(self, o): return 'add'
    def __int__(self): return 1
    def __float__(self): return 1.
    def __index__(self): return 1
    def __str__(self): return 'str'
    def __unicode__(self): return u'uni'
    def __format__(self, s): return 'fmt'
    def __hash__(self): return 5
    def __eq__(self, o): return True
    def __cmp__(self, o): return 0
    def __dir__(self): return ['z']
    def __contains__(self, x): return True
    def __reversed__(self): return iter('ba')
    def __complex__(self): return 1j
    def __trunc__(self): return 4
    def __length_hint__(self): return 2
    def __instancecheck__(self, c): return True
    def __subclasscheck__(self, c): return True
    def __get__(self, o, c): return 'got'
    def __set__(self, o, v): pass
    def __copy__(self): return 'copied'
    def __sizeof__(self): return 10
    def next(self): return 3
    def write(self, s): pass
    def keys(self): return [0]
    def __missing__(self, k): return 1
def with_(x):
    with x: pass
def print_(x): s = StringIO.StringIO(); print >>s, x; return s.getvalue()
def print_to(x): print >>x, 'a', 1,
def raise_(x): raise x
def except_(x):
    try: raise KeyError
    except x: return 'caught'
def sub(x):
    class S(type(x)): pass
    return S.__mro__ and None
def exec_(x): exec 'q = 1' in {}, x
def as_descriptor(x):
    class H(object): d = x
    h = H(); r = h.d; h.d = 1; return r, H.d
def meta_(x):
    class M: __metaclass__ = x
    return M
ops = [('%s' % f.__name__, f) for f in (int, float, long, complex, str, unicode, repr, bool, len, hash, iter, list, tuple, set, dict, sorted, reversed, sum, min, any, abs, hex, callable, dir, range, round, bytearray, copy.copy, copy.deepcopy, cPickle.dumps, pickle.dumps, with_, print_, print_to, raise_, except_, sub, exec_, as_descriptor, meta_, inspect.isclass, inspect.isfunction, inspect.ismethod, inspect.ismodule, inspect.isbuiltin, inspect.isroutine, inspect.isabstract, inspect.isgenerator, inspect.iscode, inspect.isdatadescriptor, inspect.ismethoddescriptor, inspect.getdoc, weakref.ref, weakref.proxy, functools.partial, contextlib.closing, pprint.pformat, staticmethod, operator.isMappingType, operator.isSequenceType, operator.isNumberType, operator.isCallable, types.MethodType, collections.deque, vars, type, super)]
ops += [('isinstance', lambda x: isinstance(x, int)), ('isinstance L', lambda x: isinstance(x, Log)), ('isinst abc', lambda x: isinstance(x, collections.Iterable)), ('isinst num', lambda x: isinstance(x, numbers.Number)), ('isinst 2', lambda x: isinstance(1, x)), ('isinst tuple', lambda x: isinstance(x, (int, str, Log))), ('issub', lambda x: issubclass(type(x), Log)), ('issub 2', lambda x: issubclass(x, int)), ('issub 3', lambda x: issubclass(int, x)), ('issub abc', lambda x: issubclass(type(x), collections.Sized)), ('+', lambda x: x + 1), ('1+', lambda x: 1 + x), ('==', lambda x: x == 1), ('<', lambda x: x < 1), ('cmp', lambda x: cmp(x, 1)), ('in', lambda x: 1 in x), ('[]', lambda x: x[0]), ('[:]', lambda x: x[:1]), ('l[x]', lambda x: [1, 2][x]), ('l[x:]', lambda x: [1, 2][x:]), ('x()', lambda x: x()), ('*x', lambda x: (lambda *a: a)(*x)), ('**x', lambda x: (lambda **a: a)(**x)), ('for', lambda x: [i for i in x]), ('unpack', lambda x: (lambda (a, b): a)(x)), ('%', lambda x: '%s %r %d' % (x, 1, x)), ('%(k)', lambda x: '%(k)s' % x), ('format', lambda x: '{0}{0!r:.1}'.format(x)), ('{0.a}', lambda x: '{0.write.__name__}'.format(x)), ('getattr', lambda x: getattr(x, 'nope', 1)), ('hasattr', lambda x: hasattr(x, 'nope')), ('setattr', lambda x: setattr(x, 'a', 1)), ('delattr', lambda x: delattr(x, 'a')), ('__dict__', lambda x: x.__dict__), ('__class__', lambda x: x.__class__ is Log or x.__class__.__name__), ('map', lambda x: map(x, [1])), ('sort key', lambda x: sorted([1], key=x)), ('d[x]', lambda x: {5: 1}.get(x)), ('join', lambda x: ''.join(x)), ('update', lambda x: {}.update(x)), ('dict x', lambda x: len(dict(x))), ('next', lambda x: next(x)), ('attrgetter', lambda x: operator.attrgetter('write')(x) and 1), ('methodcaller', lambda x: operator.methodcaller('write', 1)(x)), ('eval', lambda x: eval('1', {}, x)), ('classname', lambda x: type(x).__name__), ('clsattr', lambda x: type(x).nope), ('cls dict', lambda x: '__len__' in type(x).__dict__), ('mro', lambda x: len(type(x).__mro__)), ('mro()', lambda x: len(type(x).mro())), ('cls repr', lambda x: repr(type(x))), ('cls()', lambda x: isinstance(type(x)(), Log)), ('cls ==', lambda x: type(x) == Log), ('cls hash', lambda x: hash(type(x)) and 1), ('cls set', lambda x: setattr(type(x), 'extra', 1)), ('cls dir', lambda x: len(dir(type(x))) > 5), ('cls is', lambda x: isinstance(type(x), MetaLog)), ('super', lambda x: super(Log, x).__init__()), ('super2', lambda x: super(Log, x).__class__.__name__), ('pickle cls', lambda x: len(cPickle.dumps(type(x))) > 5), ('round2', lambda x: round(x)), ('pow', lambda x: pow(x, 2)), ('divmod', lambda x: divmod(x, 1)), ('coerce', lambda x: coerce(x, 1)), ('slots', lambda x: copy_reg._slotnames(type(x)) if 0 else None), ('reduce_ex', lambda x: x.__reduce_ex__(2)[0].__name__), ('throw', lambda x: (i for i in [1]).throw(x)), ('abc reg', lambda x: collections.Sized.register(type(x)) and 1), ('decor', lambda x: functools.wraps(x)(lambda: 1) and 1), ('cm', lambda x: classmethod(x).__get__(1)(2)), ('prop', lambda x: type('P', (), {'p': property(x)})().p), ('stdout', lambda x: sys.getrefcount(x) > 0), ('bool not', lambda x: not x), ('buffer', lambda x: buffer(x)), ('memview', lambda x: memoryview(x)), ('ord', lambda x: ord(x)), ('chr', lambda x: chr(x)), ('int16', lambda x: int('11', x)), ('str*', lambda x: 'ab' * x), ('sum', lambda x: sum([x], 1))]
def show(r):
    s = repr(r) if not isinstance(r, Log) else 'itself'
    return s if ' at 0x' not in s else type(r).__name__
for label, f in ops:
    for cls in Log, Full:
        if label == 'hash' and cls is Log: continue
        x = cls(); x.here = 1; del log[:]
        try: r = f(x)
        except Exception, e: seen = log[:]; r = '%s: %s' % (type(e).__name__, str(e) if ' at 0x' not in str(e) else '')
        else: seen = log[:]; r = show(r)
        print '%-12s %s %s | %s' % (label, cls.__name__[0], ' '.join(seen), r[:70])
