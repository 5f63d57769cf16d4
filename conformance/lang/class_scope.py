# Class bodies: own namespace, not visible from nested functions.
x = 'global'


class A(object):
    x = 'class'
    y = x + '!'

    def method(self):
        return x

    z = [x for i in range(2)]
    g = list(x for i in range(2))
    i_leaks = i
    f = lambda self: x
    if y:
        conditional = 1
    else:
        never = 1
    for k in range(3):
        pass
    del k
    print sorted(n for n in locals() if not n.startswith('__'))
    locals()['sneaked'] = 'in'
    __slots_like__ = 1


print A.y, A().method(), A.z, A.g, A.i_leaks, A().f(), A.sneaked
print hasattr(A, 'k'), A.__module__, A.__name__, A.__dict__['x']


def make():
    x = 'enclosing'

    class B(object):
        y = x
        x = 'B own' if False else 'B'

        def method(self):
            return x

        class Inner(object):
            z = x

            def get(self):
                return x
    return B


try:
    B = make()
    print B.y
except NameError as e:
    print 'NameError', e


def make2():
    x = 'enclosing'

    class B(object):
        y = x

        def method(self):
            return x

        class Inner(object):
            z = x

            def get(self):
                return x, y
    return B


y = 'global y'
B = make2()
print B.y, B().method(), B.Inner.z, B.Inner().get()


class C(object):
    try:
        print undefined
    except NameError as e:
        print e
    value = 1
    value += 1

    def value2(self, default=value):
        return default
    exec 'made = value * 10'


print C.value, C().value2(), C.made


class D:
    """Doc of D."""
    def f(self):
        """Doc of f."""


print D.__doc__, D.f.__doc__, A.__doc__
print type(D), type(A)


def returns_class(base):
    class Sub(base):
        def who(self):
            return base.__name__ + '/' + Sub.__name__
    return Sub


print returns_class(A)().who(), returns_class(D)().who()
