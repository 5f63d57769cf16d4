# isinstance and issubclass with odd second arguments: instances of old-style classes, objects with __bases__ and __class__, tuples in tuples.
def t(f, *a):
    try:
        print f(*a),
    except Exception as e:
        print type(e).__name__, e,
class Old: pass
class Sub(Old): pass
class New(object): pass
class NewSub(New): pass
class Mixed(Old, New): pass
class Hook:
    def __instancecheck__(self, x): return 1
    def __subclasscheck__(self, x): return 1
class NewHook(object):
    def __instancecheck__(self, x): return x
    def __subclasscheck__(self, x): return []
class Meta(type):
    def __instancecheck__(cls, x): return 'yes'
    def __subclasscheck__(cls, x): return ''
class HasMeta(object): __metaclass__ = Meta
class Bad(object):
    def __instancecheck__(self, x): raise KeyError('i')
    def __subclasscheck__(self, x): raise KeyError('s')
class InDict(object): pass
ind = InDict()
ind.__instancecheck__ = lambda x: True
class Bases(object):
    def __init__(self, *b): self.__bases__ = b
class BadBases(object):
    __bases__ = 5
class RaisingBases(object):
    @property
    def __bases__(self): raise AttributeError('hidden')
class RaisingOther(object):
    @property
    def __bases__(self): raise ValueError('loud')
class Lies(object):
    __class__ = int
class LiesOld(object):
    __class__ = Old
class LiesBadly(object):
    __class__ = 5
class LiesRaise(object):
    @property
    def __class__(self): raise ValueError('class')
class LiesAttr(object):
    @property
    def __class__(self): raise AttributeError('class')
b0 = Bases(); b1 = Bases(b0); b2 = Bases(Bases(), b1)
seconds = [int, Old, New, Hook(), Hook, NewHook(), NewHook, HasMeta, HasMeta(), Bad(), ind, b0, b1, BadBases(), RaisingBases(), RaisingOther(), (), (int,), ((), ((int,),)), (Old, New), (5,), (int, 5), (5, int), [int], 5, None, 'int', Old(), Lies(), type, object, basestring, (str, unicode)]
names = ['int', 'Old', 'New', 'Hook()', 'Hook', 'NewHook()', 'NewHook', 'HasMeta', 'HasMeta()', 'Bad()', 'ind', 'b0', 'b1', 'BadBases', 'RaisingBases', 'RaisingOther', '()', '(int,)', 'nested', '(Old, New)', '(5,)', '(int, 5)', '(5, int)', '[int]', '5', 'None', 'str', 'Old()', 'Lies()', 'type', 'object', 'basestring', 'two']
firsts = [1, True, 'a', Old(), Sub(), New(), NewSub(), Mixed(), Lies(), LiesOld(), LiesBadly(), LiesRaise(), LiesAttr(), int, Old, HasMeta()]
for n, s in zip(names, seconds):
    print n, ':',
    for f in firsts: t(isinstance, f, s)
    print
for n, s in zip(names, seconds):
    print n, ':',
    for f in [int, bool, Old, Sub, New, Mixed, HasMeta, b0, b1, b2, BadBases(), RaisingBases(), RaisingOther(), 5, None, Old(), Hook(), type, object]: t(issubclass, f, s)
    print
for a in [(), (1,), (1, int, 2)]:
    t(isinstance, *a); t(issubclass, *a)
print
class M(type):
    def mro(cls): return [cls, New, object]
class Faked(object):
    __metaclass__ = M
print isinstance(Faked(), New), issubclass(Faked, New), Faked.__bases__, NewSub in M.__mro__
