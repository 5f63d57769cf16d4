# Exception classes of one's own.
import sys


class Error(Exception):
    """Base of the module's errors."""


class Detailed(Error):
    def __init__(self, what, where=None):
        super(Detailed, self).__init__(what, where)
        self.what, self.where = what, where

    def __str__(self):
        return '%s at %s' % (self.what, self.where)


class Chained(Error):
    def __init__(self, message, cause):
        Error.__init__(self, message)
        self.cause = cause


class Multi(KeyError, AttributeError):
    pass


class Old(Exception):
    code = 5


class Abstract(Exception):
    def __new__(cls, *args):
        self = Exception.__new__(cls, *args)
        self.made = True
        return self


class Slotted(Exception):
    __slots__ = ('extra',)


class Prop(Exception):
    @property
    def message(self):
        return 'property message'


class IterExc(Exception):
    def __iter__(self):
        return iter(self.args)

    def __len__(self):
        return len(self.args)

    def __nonzero__(self):
        return False

    def __eq__(self, other):
        return self.args == other.args


def raiser(e):
    raise e


for e in [Error('plain'), Detailed('bad', 'line 5'), Detailed('no where'), Chained('outer', ValueError('inner')), Multi('m'), Old(), Abstract(1), Slotted('s'), Prop('p'), IterExc(1, 2)]:
    try:
        raiser(e)
    except Error as caught:
        print 'Error', caught, repr(caught), caught.args, caught.__dict__
    except (KeyError, AttributeError) as caught:
        print 'lookup', caught, repr(caught)
    except Exception as caught:
        print 'Exception', repr(caught), caught.args, type(caught).__name__, sorted(getattr(caught, '__dict__', {}))
a, b, c = IterExc('x', 'y', 'z')
print a, b, c, len(IterExc(1)), bool(IterExc()), IterExc(1) == IterExc(1)
s = Slotted('x')
s.extra, s.dyn = 1, 2
print s.extra, s.dyn, Prop('x').message, Abstract().made


def convert(f):
    def wrapper(*args):
        try:
            return f(*args)
        except (ValueError, TypeError) as e:
            raise Chained('%s failed' % f.__name__, e)
    return wrapper


@convert
def parse(x):
    return int(x)


for x in ['5', 'x', None]:
    try:
        print parse(x)
    except Chained as e:
        print e, '<-', repr(e.cause), type(e.cause).__name__


class Stack(object):
    class Empty(Exception):
        pass

    def __init__(self):
        self.items = []

    def pop(self):
        try:
            return self.items.pop()
        except IndexError:
            raise self.Empty('stack is empty')


try:
    Stack().pop()
except Stack.Empty as e:
    print e, type(e).__name__, Stack.Empty.__module__, repr(Stack.Empty)


class Meta(type):
    def __instancecheck__(cls, obj):
        print 'instancecheck',
        return True

    def __subclasscheck__(cls, sub):
        print 'subclasscheck', sub.__name__,
        return sub.__name__ == 'ValueError'


class Catcher(Exception):
    __metaclass__ = Meta


for exc in [ValueError, KeyError]:
    try:
        try:
            raise exc('x')
        except Catcher:
            print 'caught by the metaclass'
    except Exception as e:
        print 'passed', repr(e)


class BadInit(Exception):
    def __init__(self, required):
        pass


try:
    raise BadInit
except TypeError as e:
    print e
try:
    raise BadInit('ok')
except BadInit as e:
    print repr(e), e.args
class Lookup(dict):
    def __missing__(self, key):
        raise Detailed('no key', key)
try:
    Lookup()['k']
except Detailed as e:
    print e, e.what, e.where, isinstance(e, Error)
errors = []
for i in range(4):
    try:
        if i % 2:
            raise Detailed(i)
        raise Chained(i, errors[-1] if errors else None)
    except Error as e:
        errors.append(e)
print [type(e).__name__ for e in errors], errors[2].cause is errors[1], [e.args for e in errors]
print issubclass(Multi, KeyError), [c.__name__ for c in Multi.__mro__], Multi('k').message, str(Multi('k'))
