# Instances with `__del__` are made once: compiled code is not left between their allocation and `__init__`.
import gc


class Holder(object):
    deleted = unmade = 0

    def __init__(self, x):
        self.x = x

    def __del__(self):
        Holder.deleted += 1
        if 'x' not in self.__dict__:
            Holder.unmade += 1


class Old:
    def __init__(self, x):
        self.x = x

    def __del__(self):
        Holder.deleted += 1
        if 'x' not in self.__dict__:
            Holder.unmade += 1


def make(cls, n):
    total = 0
    for i in xrange(n):
        h = cls(i)
        total += h.x
    return total


def one(cls):
    return cls(1).x


print make(Holder, 300), make(Old, 300)
print sum(one(Holder) for i in range(50)), sum(one(Old) for i in range(50))
h = None
gc.collect()
gc.collect()
print Holder.unmade, 0 < Holder.deleted <= 700
