# String exceptions are gone; what is not an exception cannot be raised or caught usefully.
import sys
for thing in ['text', u'text', 5, None, [], (), {}, object(), object, int, len, 1.5, lambda: 0]:
    try:
        raise thing
    except TypeError as e:
        print type(thing).__name__, e
for thing in ['text', 5, None, object, [ValueError], 'ValueError']:
    try:
        try:
            raise ValueError('v')
        except thing:
            print 'caught by', thing
    except ValueError as e:
        print 'not caught by', type(thing).__name__


class A:
    pass


class B(A):
    pass


for raised in [A, A(), B, B()]:
    for catcher in [A, B, Exception, (Exception, A)]:
        try:
            try:
                raise raised
            except catcher, e:
                print 'yes',
        except A:
            print 'no',
    print
try:
    raise A, 'argument for a class without __init__'
except TypeError as e:
    print e
except A, e:
    print 'A'
try:
    raise B, A()
except TypeError as e:
    print 'TypeError', e
except B, e:
    print 'B'


class WithInit:
    def __init__(self, *args):
        self.args = args


for args in [None, 1, (1, 2), 'ab', WithInit(9), [1]]:
    try:
        raise WithInit, args
    except WithInit, e:
        print e.args
try:
    raise A(), 'value with instance'
except TypeError as e:
    print e


class Mixed(A, Exception):
    pass


try:
    raise Mixed('x')
except A, e:
    print 'caught as A', e.args
try:
    raise Mixed('y')
except Exception, e:
    print 'caught as Exception', e
try:
    raise WithInit(5)
except Exception:
    print 'no'
except:
    kind, value, tb = sys.exc_info()
    print kind, value.args, tb is not None
def gen():
    try:
        yield 1
    except A, e:
        yield 'generator caught', e.__class__.__name__
g = gen()
next(g)
print g.throw(B())
g = gen()
next(g)
print g.throw(A)
for what in ['5', '"str"', 'object()', 'WithInit', 'WithInit(3)']:
    g = gen()
    next(g)
    try:
        g.throw(eval(what))
    except TypeError as e:
        print e
    except WithInit, e:
        print 'WithInit', e.args
    g.close()
try:
    raise (ValueError, 'tuple form')
except ValueError as e:
    print 'first of the tuple:', repr(e)
try:
    raise ((KeyError, ValueError), 'nested'), 'x'
except KeyError as e:
    print 'nested tuple:', repr(e)
