# Private names in classes.
class A(object):
    __private = 'A private'
    __dunder__ = 'not mangled'
    _single = 'single'

    def __init__(self):
        self.__x = 1
        self.__y_ = 2
        self.__z__ = 3

    def __method(self):
        return 'A method'

    def call(self):
        return self.__method(), self.__private

    def names(self):
        __local = 1
        return sorted(locals())

    def kw(self, __arg=5):
        return __arg

    def glob(self):
        global __g
        __g = 'global'

    def imports(self):
        import sys as __sys
        return '__sys' in locals(), '_A__sys' in locals()

    def deletes(self):
        del self.__x
        return hasattr(self, '__x'), hasattr(self, '_A__x')

    def strings(self):
        return getattr(self, '__x', 'strings are not mangled')

    class __Inner(object):
        __deep = 1

        def get(self):
            return self.__deep, [n for n in dir(self) if 'deep' in n]

    def inner(self):
        return self.__Inner().get(), self.__Inner.__name__


class B(A):
    __private = 'B private'

    def __method(self):
        return 'B method'

    def call_b(self):
        return self.__method(), self.__private


class _C(object):
    __v = 1


class __D(object):
    __v = 2


class ___(object):
    __v = 3


a, b = A(), B()
print a.call(), b.call(), b.call_b()
print sorted(n for n in a.__dict__), a.names(), a.kw(), a.kw(_A__arg=6)
a.glob()
print _A__g, a.imports(), a.deletes(), a.strings(), a.inner()
print sorted(n for n in A.__dict__ if 'private' in n or 'dunder' in n or 'single' in n)
print [n for n in _C.__dict__ if n.endswith('v')], [n for n in __D.__dict__ if n.endswith('v')], [n for n in ___.__dict__ if n.endswith('v')]
try:
    a.__private
except AttributeError as e:
    print e


class E(object):
    def f(self):
        def g():
            return self.__q
        return g()
    _E__q = 'via closure'
    l = [__n for __n in range(2)]
    lam = lambda self: self.__q


print E().f(), E().lam(), [n for n in E.__dict__ if '__n' in n]
try:
    exec '''class F(object):
    def f(self):
        return __undefined
F().f()'''
except NameError as e:
    print e
