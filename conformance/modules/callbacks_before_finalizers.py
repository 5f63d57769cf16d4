# Callbacks of weak references to a dead object are called before its `__del__`.
import weakref


class A(object):
    def __del__(self):
        print 'del', ref()


class Old:
    def __del__(self):
        print 'old', ref()


def told(r):
    print 'told', r is ref, r()


for cls in A, Old:
    a = cls()
    ref = weakref.ref(a, told)
    del a
    print 'after', cls.__name__
