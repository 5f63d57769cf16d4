# Augmented assignment on names, attributes, items and slices.
class Tracer(object):
    def __init__(self, v):
        self.__dict__['v'] = v

    def __getattr__(self, name):
        print 'getattr', name
        return 100

    def __setattr__(self, name, value):
        print 'setattr', name, value

    def __getitem__(self, key):
        print 'getitem', key
        return 5

    def __setitem__(self, key, value):
        print 'setitem', key, value


def index():
    print 'index evaluated'
    return 3


t = Tracer(1)
t.a += 1
t[index()] *= 2
t[1:2] += 3
t[1:2, ...] -= 1
t[::2] |= 8

x = 7
x += 3; print x
x -= 1; print x
x *= 2; print x
x /= 4; print x
x //= 3; print x
x **= 5; print x
x %= 1000; print x
x <<= 3; print x
x >>= 1; print x
x |= 1; print x
x &= 0x7; print x
x ^= 2; print x

a = b = [1, 2]
a += [3]
print a, b, a is b
a = a + [4]
print a, b, a is b
a *= 2
print a
s = t2 = 'ab'
s += 'c'
print s, t2
u = (1,)
u += (2, 3)
print u
l = [1]
l += 'xyz'
l += (x for x in (7, 8))
print l
tup = ([],)
try:
    tup[0] += [1]
except TypeError as e:
    print e
print tup
try:
    n = 1
    n += 'x'
except TypeError as e:
    print e, n
try:
    undefined_name += 1
except NameError as e:
    print e
st = {1, 2, 3}
same = st
st -= {1}
st |= {9}
st &= {2, 9, 10}
st ^= {2, 5}
print sorted(st), same is st


class In(object):
    def __iadd__(self, o):
        return 'iadd result'

    def __isub__(self, o):
        return NotImplemented

    def __sub__(self, o):
        return 'sub result'


i = In()
i += 1
print i
i = In()
i -= 1
print i
d = {'k': 1}
d['k'] += 1
d['k'] <<= 4
print d
m = [[0] * 2 for _ in range(2)]
m[1][0] += 5
m[-1][-1] -= 1
print m
