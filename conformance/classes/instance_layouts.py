# Many instances with attributes that come, go and change type.
class P(object):
    pass


def build(order, values):
    p = P()
    for n, v in zip(order, values):
        setattr(p, n, v)
    return p


ps = [build('abc', [1, 2, 3]), build('cba', [3, 2, 1]), build('bac', [2.0, 'x', None]), build('a', [10]), build('abcdefgh', range(8))]


def get_a(p):
    return p.a


print [get_a(p) for p in ps], [sorted(p.__dict__.items())[:2] for p in ps], [getattr(p, 'h', 'none') for p in ps]
for p in ps:
    p.a = str(p.a)
    p.new = 'n'
    del p.a
print [hasattr(p, 'a') for p in ps], [sorted(p.__dict__) for p in ps[:4]]
for p in ps[::2]:
    p.a = 'restored'
print [getattr(p, 'a', '-') for p in ps]


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self


pts = [Point(i, i * 2) for i in range(50)]
for i, p in enumerate(pts):
    p.move(1, 0.5)
    if i % 7 == 0:
        p.z = i
    if i % 11 == 0:
        del p.x
        p.x = 'moved to the end'
    if i % 13 == 0:
        p.__dict__['extra'] = i
    if i % 17 == 0:
        p.__dict__ = {'x': 0, 'y': 0}
print [(p.x, p.y) for p in pts[:3]], [p.z for p in pts if hasattr(p, 'z')], [p.extra for p in pts if hasattr(p, 'extra')], sum(p.y for p in pts)
big = P()
for i in range(300):
    setattr(big, 'attr_%d' % i, i)
print len(big.__dict__), big.attr_0, big.attr_299, sum(v for v in vars(big).values())
for i in range(299):
    delattr(big, 'attr_%d' % i)
print big.__dict__, hasattr(big, 'attr_5')
big.attr_5 = 'five'
print sorted(big.__dict__)


class Base(object):
    def __init__(self):
        self.base = 'b'


class D1(Base):
    def __init__(self):
        Base.__init__(self)
        self.d1 = 1


class D2(Base):
    def __init__(self):
        self.d2 = 2
        Base.__init__(self)


print [(o.base, sorted(o.__dict__)) for o in [Base(), D1(), D2()]]
o = D1()
o.__class__ = D2
print o.base, o.d1, type(o).__name__
o.d2 = 'set after'
print sorted(o.__dict__.items())


class Shadow(object):
    value = 'class'

    def method(self):
        return 'method'


s, t = Shadow(), Shadow()
s.value = 'instance'
s.method = lambda: 'instance method'
print s.value, t.value, s.method(), t.method()
del s.value, s.method
print s.value, s.method()
Shadow.value = 'changed'
print s.value, t.value
t.value = 'own'
Shadow.value = 'changed again'
print s.value, t.value
swap = P()
for i in range(200):
    swap.a, swap.b = i, -i
    if i % 2:
        swap.a, swap.b = swap.b, swap.a
    if i % 50 == 0:
        swap.__dict__.clear()
    if i % 30 == 0:
        swap.a = None
        del swap.a
print sorted(swap.__dict__.items())
linked = None
for i in range(5):
    n = P()
    n.value, n.next = i, linked
    linked = n
out = []
while linked:
    out.append(linked.value)
    linked = linked.next
print out
e1, e2 = P(), P()
e1.__dict__ = e2.__dict__
e1.shared = 1
print e2.shared, e1.__dict__ is e2.__dict__
