# How deep special methods of both kinds of classes nest: native code that calls them counts as levels too.
import sys


def probe(name, start):
    global n
    n = 0
    try:
        start()
        print name, 'ended', n
    except RuntimeError as e:
        print name, n, e
    except Exception as e:
        print name, n, type(e).__name__, e


def unary(special, op):
    for new in (True, False):
        env = {'op': op}
        src = '''
class %s:
    def %s(self, *a):
        global n; n += 1
        return op(self)
''' % ('X(object)' if new else 'X', special)
        exec src in globals(), globals()
        globals()['op'] = op
        probe(special + (' new' if new else ' old'), lambda: op(X()))
unary('__repr__', lambda x: repr(x))
unary('__repr__', lambda x: `x`)
unary('__repr__', lambda x: str(x))
unary('__repr__', lambda x: '%s' % x)
unary('__repr__', lambda x: '%r' % x)
unary('__repr__', lambda x: '{0}'.format(x))
unary('__repr__', lambda x: unicode(x))
unary('__str__', lambda x: str(x))
unary('__str__', lambda x: '%s' % x)
unary('__str__', lambda x: u'%s' % x)
unary('__unicode__', lambda x: unicode(x))
unary('__format__', lambda x: format(x))
unary('__format__', lambda x: '{0}'.format(x))
unary('__hash__', hash)
unary('__hash__', lambda x: {x: 1})
unary('__hash__', lambda x: set([x]))
unary('__len__', len)
unary('__len__', lambda x: bool(x))
unary('__nonzero__', lambda x: not x)
unary('__nonzero__', bool)
unary('__int__', int)
unary('__long__', long)
unary('__float__', float)
unary('__complex__', complex)
unary('__oct__', oct)
unary('__hex__', hex)
unary('__index__', lambda x: [1][x])
unary('__index__', lambda x: [1][x:])
unary('__neg__', lambda x: -x)
unary('__pos__', lambda x: +x)
unary('__invert__', lambda x: ~x)
unary('__abs__', abs)
unary('__trunc__', int)
unary('__coerce__', lambda x: coerce(x, 1))
unary('__coerce__', lambda x: x + 1)
unary('__iter__', iter)
unary('__iter__', list)
unary('__iter__', lambda x: [y for y in x])
unary('__reversed__', reversed)
unary('__getattr__', lambda x: x.foo)
unary('__getattr__', lambda x: getattr(x, 'foo'))
unary('__getattr__', lambda x: getattr(x, 'foo', 1))
unary('__getattr__', lambda x: hasattr(x, 'foo'))
unary('__getattribute__', lambda x: x.foo)
unary('__setattr__', lambda x: setattr(x, 'foo', 1))
def seta(x): x.foo = 1
unary('__setattr__', seta)
def dela(x): del x.foo
unary('__delattr__', dela)
unary('__getitem__', lambda x: x[0])
unary('__getitem__', lambda x: x[0:1])
unary('__getitem__', lambda x: x[0:1:2])
unary('__getitem__', lambda x: list(x))
unary('__getitem__', lambda x: 1 in x)
def seti(x): x[0] = 1
unary('__setitem__', seti)
def deli(x): del x[0]
unary('__delitem__', deli)
unary('__getslice__', lambda x: x[0:1])
def sets(x): x[0:1] = 1
unary('__setslice__', sets)
def dels(x): del x[0:1]
unary('__delslice__', dels)
unary('__contains__', lambda x: 1 in x)
unary('__contains__', lambda x: 1 not in x)
unary('__cmp__', lambda x: cmp(x, 1))
unary('__cmp__', lambda x: x == 1)
unary('__cmp__', lambda x: x < X())
unary('__cmp__', lambda x: [x] == [1])
unary('__eq__', lambda x: x == 1)
unary('__eq__', lambda x: 1 == x)
unary('__eq__', lambda x: x == X())
unary('__eq__', lambda x: [x] == [1])
unary('__eq__', lambda x: (x,) == (1,))
unary('__eq__', lambda x: {1: x} == {1: 1})
unary('__eq__', lambda x: x in [1])
unary('__eq__', lambda x: cmp(x, 1))
unary('__lt__', lambda x: x < 1)
unary('__lt__', lambda x: sorted([x, x]))
unary('__lt__', lambda x: min(x, x))
unary('__gt__', lambda x: max([x, x]))
for oname in ['add','sub','mul','div','mod','pow','lshift','rshift','and','or','xor','floordiv']:
    sym = {'add':'+','sub':'-','mul':'*','div':'/','mod':'%','pow':'**','lshift':'<<','rshift':'>>','and':'&','or':'|','xor':'^','floordiv':'//'}[oname]
    unary('__%s__' % oname, eval('lambda x: x %s 1' % sym))
    unary('__r%s__' % oname, eval('lambda x: 1 %s x' % sym))
    exec 'def iop(x): x %s= 1' % sym
    unary('__i%s__' % oname, iop)
    unary('__%s__' % oname, iop)
unary('__divmod__', lambda x: divmod(x, 1))
unary('__pow__', lambda x: pow(x, 1, 2))
