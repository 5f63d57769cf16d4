# __del__ does not disturb; collected cycles; resurrection is possible. Order is not checked.
log = []


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self, log=log):
        log.append(self.n)


class Quiet(object):
    def __del__(self):
        raise_count[0] += 1


def make():
    for i in range(10):
        D(i)
    keep = D('kept')
    return keep


raise_count = [0]
k = make()
print k.n, 'kept' in log, len(log) <= 10, len(set(log)) == len(log)
Quiet()
keepers = [D('l%d' % i) for i in range(3)]
del keepers[0]
print len(keepers), [d.n for d in keepers]


class Cycle(object):
    pass


for i in range(100):
    a, b = Cycle(), Cycle()
    a.other, b.other = b, a
    a.payload = [a, b, range(10)]
del a, b


class Resurrect(object):
    alive = []

    def __del__(self):
        Resurrect.alive.append('seen')


def scope():
    r = Resurrect()
    r.me = 5
    return r.me


print scope(), set(Resurrect.alive) <= set(['seen'])


class HasDel(object):
    def __init__(self):
        self.parts = [1, 2, 3]

    def close(self):
        self.parts = None

    def __del__(self):
        self.close()


h = HasDel()
h.close()
print h.parts
h.__del__()
del h


class Old:
    def __del__(self, log=log):
        log.append('old')


o = Old()
o = None
stack = []
for i in range(1000):
    stack.append([stack[-1]] if stack else [])
print len(stack)
del stack
deep = None
for i in range(100000):
    deep = (deep, i)
del deep
chain = Cycle()
head = chain
for i in range(50000):
    chain.next = Cycle()
    chain = chain.next
del head, chain
big = {}
for i in range(2000):
    big[i] = [big, i]
big.clear()
print 'survived'
