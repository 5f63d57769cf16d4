# Exceptions with fields of their own are no two bases of one class, nor take one another's place.
def tried(f, *args):
    try:
        print f(*args)
    except TypeError as e:
        print str(e).split('\n')[0]


def names(bases):
    return [c.__name__ for c in type('N', bases, {}).__mro__[1:3]]


own = [SystemExit, EnvironmentError, SyntaxError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError]
for a in own + [KeyError, OSError, ValueError, ImportError, StopIteration, TabError]:
    for b in own + [KeyError, IOError, UnicodeError, ImportError, Warning]:
        if a is not b:
            print a.__name__, b.__name__,
            tried(names, (a, b))


def rebase(c, bases):
    c.__bases__ = bases


class X(object): pass
class Y(Exception): pass
class E(EnvironmentError): pass
class K(KeyError): pass
for c, base in [(X, Exception), (X, dict), (Y, KeyError), (Y, EnvironmentError), (Y, object), (Y, UnicodeError), (Y, SystemExit),
                (E, OSError), (E, KeyError), (K, IOError), (K, LookupError)]:
    print c.__name__, base.__name__,
    tried(rebase, c, (base,))


def become(x, c):
    x.__class__ = c
    return type(x).__name__


class F(OSError): pass
for x, c in [(E(), F), (E(), K), (K(), Y), (K(), E), (X(), K)]:
    tried(become, x, c)


# Nor does mro() give a class bases whose instances look otherwise.
class Meta(type):
    def mro(cls):
        return order


class Old: pass
class S(object):
    __slots__ = ('a',)
for order in [[], [object], [int, object], [type, object], [Exception, object], [S, object], [Old, object], [Y, object], (X, object), [5]]:
    tried(lambda: [getattr(c, '__name__', c) for c in Meta('Q', (object,), {}).__mro__])
for order in [[Exception, object], [KeyError, object], [EnvironmentError, object], [object]]:
    tried(lambda: [c.__name__ for c in Meta('Q', (Exception,), {}).__mro__])
