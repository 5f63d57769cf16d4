# What a builtin type has in its own dict for the slots that it fills itself, and what kind of descriptor each attribute is.
import sys, types, exceptions, itertools, operator, array, collections, datetime, struct, thread, functools, cStringIO, _socket, cPickle
import zlib, select, io, parser


class Slots(object):
    __slots__ = ['a']


class Old:
    pass


def generator():
    yield


SPECIAL = '__getattribute__ __setattr__ __delattr__ __cmp__ __eq__ __hash__ __new__ __init__ __sizeof__ __dict__ __doc__'.split()
found = {}


def note(t):
    for c in t.__mro__ or ():
        if not c.__flags__ & 512:
            found[c.__module__, c.__name__] = c


for module in (types, exceptions, itertools, operator, array, collections, datetime, struct, thread, functools, cStringIO, sys.modules['__builtin__']):
    for v in vars(module).values():
        note(type(v))
        if isinstance(v, type):
            note(v)
for v in (iter([]), iter(()), iter({}), {}.itervalues(), {}.iteritems(), {}.viewkeys(), {}.viewitems(), iter(set()), iter(xrange(3)), reversed([]),
          iter(bytearray('a')), iter(generator, 1), [].__len__, int.__add__, Slots.a, dict.__dict__['fromkeys'], int.__dict__['real'],
          generator.func_closure, generator(), Old, Old(), Old.__dict__, type.__dict__, iter(collections.deque()), operator.itemgetter(1),
          cPickle.Pickler(io.BytesIO()), cPickle.Unpickler(io.BytesIO()), cStringIO.StringIO(), cStringIO.StringIO(''), thread.allocate_lock(),
          zlib.compressobj(), zlib.decompressobj(), select.poll(), _socket.socket, parser.expr('1'), itertools.groupby([1]).next()[1]):
    note(type(v))
found.pop(('__builtin__', 'PyCapsule'), None)

for key in sorted(found):
    t = found[key]
    own = vars(t)
    print '.'.join(key), ' '.join(n for n in SPECIAL if n in own),
    if t not in (_socket.socket, types.InstanceType):
        print len(own),
    kinds = {}
    for n, v in own.items():
        kinds.setdefault(type(v).__name__, []).append(n)
    print sorted(kinds.get('member_descriptor', [])), len(kinds.get('getset_descriptor', []))

# Methods of objects whose types have none in their dicts.
for o in (zlib.compressobj(), zlib.decompressobj(), select.poll(), cPickle.Unpickler(io.BytesIO())):
    print type(o).__name__, sorted(n for n in vars(type(o)) if n[:2] != '__'), hasattr(o, 'load'), hasattr(o, 'register'), hasattr(o, 'flush'),
    try:
        o.nothing
    except AttributeError as e:
        print e
u = cPickle.Unpickler(io.BytesIO('I1\n.'))
u.memo = {'x': 2}
print u.memo, u.load()
print cPickle.Pickler(io.BytesIO()).__class__.__mro__
for t in (type(cPickle.Pickler(io.BytesIO())), type(u), type(zlib.compressobj())):
    try:
        print t()
    except TypeError as e:
        print e

# Which builtin class a class derives from, and what else its flags tell.
class M(type):
    pass
class I(int):
    pass
class E(Exception):
    pass
for t in (int, bool, long, list, tuple, str, unicode, dict, Exception, type, object, M, I, E, type(len)):
    print t.__name__, hex(t.__flags__ & (0xff800000 | 1 << 9 | 1 << 10 | 1 << 20 | 0x1fb)), t.__dictoffset__ != 0
print type.__dictoffset__, M.__dictoffset__, type(int.__flags__)
print sorted([len, abs, chr, cmp, [].append.__class__ and ord]), cmp(len, abs), cmp(abs, len), cmp(len, len), len < abs
print len.__cmp__(abs), abs.__cmp__(len), len.__cmp__(len), len.__eq__(len), len.__lt__(abs)


def code(text):
    return compile(text, 'f', 'exec').co_consts[0]


a, b = code('def a(): pass'), code('def b(): pass')
print cmp(a, b), cmp(b, a), cmp(a, a), cmp(a, code('def a(): pass')), a < b, a >= b, a.__cmp__(b)
print cmp(code('def a(x): pass'), code('def a(): pass')), cmp(code('def a(): return x'), code('def a(): return y'))
print [c.co_name for c in sorted([code('def %s(): pass' % n) for n in 'hello'])]
print types.InstanceType.__cmp__(Old(), Old()) in (-1, 1, 2), hash(None) == None.__hash__()
for c in (len, a):
    try:
        print c.__cmp__(1)
    except TypeError as e:
        print e


class Numbered(thread._local):
    def __init__(self, n):
        self.n = n


n = Numbered(3)
print n.__dict__, '__dict__' in vars(thread._local), '__init__' in vars(thread._local), vars(n)
try:
    thread._local(1)
except TypeError as e:
    print e
