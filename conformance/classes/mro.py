# Method resolution order of new-style classes.
class O(object):
    pass


class A(O):
    def f(self):
        return 'A'


class B(O):
    def f(self):
        return 'B'

    def g(self):
        return 'Bg'


class C(A, B):
    pass


class D(B):
    def f(self):
        return 'D'


class E(C, D):
    pass


def names(cls):
    return [c.__name__ for c in cls.__mro__]


print names(C), names(E), E().f(), E().g(), names(int), names(bool), names(type), E.mro() == list(E.__mro__), E.__bases__, E.__base__


class X(object):
    pass


class Y(object):
    pass


class XY(X, Y):
    pass


class YX(Y, X):
    pass


try:
    class Z(XY, YX):
        pass
except TypeError as e:
    # In which order the classes are named depends on their addresses.
    print sorted(str(e).replace(',', '').replace('\n', ' | ').split())
for code in ['class P(object, A): pass', 'class P(A, A): pass', 'class P(int, str): pass', 'class P(bool): pass', 'class P(5): pass', 'class P(None): pass', 'class P(A, 5): pass', 'class P(int, A): pass', 'class P(type(None)): pass', 'class P(len): pass', 'class P("x"): pass', 'class P(list, dict): pass', 'class P(Exception, A): pass', 'class P(slice): pass', 'class P(xrange): pass', 'class P(type(lambda: 0)): pass', 'class P(KeyError, OSError): pass']:
    try:
        exec code
        print code, 'ok'
    except TypeError as e:
        print code, str(e).replace('\n', ' | ')


class F(object):
    def f(self):
        return ['F']


class G(F):
    def f(self):
        return ['G'] + super(G, self).f()


class H(F):
    def f(self):
        return ['H'] + super(H, self).f()


class I(G, H):
    def f(self):
        return ['I'] + super(I, self).f()


print I().f(), names(I)
I.__bases__ = (H, G)
print I().f(), names(I)
try:
    F.__bases__ = (I,)
except TypeError as e:
    print e
try:
    I.__bases__ = ()
except TypeError as e:
    print e
try:
    I.__bases__ = (F, G)
except TypeError as e:
    print str(e).split('\n')[0]


class Old:
    def o(self):
        return 'old'

    def f(self):
        return 'old f'


class Mixed(Old, F):
    pass


class Mixed2(F, Old):
    pass


print Mixed().o(), Mixed().f(), Mixed2().f(), [c.__name__ for c in Mixed.__mro__], isinstance(Mixed(), Old), issubclass(Mixed, object)


class Meta(type):
    def mro(cls):
        return [cls, H, F, object] if cls.__name__ == 'Custom' else type.mro(cls)


class Custom(F):
    __metaclass__ = Meta


print Custom().f(), names(Custom)
print object.__mro__, object.__bases__, object.__base__, type.__bases__, C in A.__subclasses__(), [c.__name__ for c in O.__subclasses__()], issubclass(E, (X, B)), issubclass(E, E), isinstance(E(), (X, (Y, O)))
