# A class is in a cycle, always: the `__del__` of its metaclass is not run.
import gc


class Meta(type):
    def __del__(self):
        print 'never', self.__name__


def make():
    class C(object):
        __metaclass__ = Meta
    return C.__name__


print make()
gc.collect()


class D(object):
    __metaclass__ = Meta


del D
gc.collect()


class E(object):
    __metaclass__ = Meta

    def __del__(self):
        print 'instance of', type(self).__name__


e = E()
del e
gc.collect()
