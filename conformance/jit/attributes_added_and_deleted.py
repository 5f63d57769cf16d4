# Attributes come and go in hot loops.


class A(object):
    pass


def add_delete(n):
    a = A()
    a.keep = 0
    for i in xrange(n):
        a.temp = i
        a.keep += a.temp
        del a.temp
    return a.keep, a.__dict__


def fresh_objects(n):
    t = 0
    for i in xrange(n):
        a = A()
        a.x = i
        if i % 2:
            a.y = 1
        if i % 3 == 0:
            a.z = 2
        t += a.x + getattr(a, 'y', 10) + getattr(a, 'z', 100)
    return t


def different_order(n):
    t = 0
    for i in xrange(n):
        a = A()
        if i % 2:
            a.p, a.q = 1, 2
        else:
            a.q, a.p = 3, 4
        t += a.p * 10 + a.q
    return t


def missing_sometimes(n):
    objs = [A() for _ in range(10)]
    for k, o in enumerate(objs):
        if k % 4:
            o.v = k
    t = e = 0
    for i in xrange(n):
        try:
            t += objs[i % 10].v
        except AttributeError:
            e += 1
        if i == n // 2:
            for o in objs:
                o.v = 1
            del objs[3].v
    return t, e


def dict_and_attribute(n):
    a = A()
    d = a.__dict__
    for i in xrange(n):
        if i % 2:
            a.v = i
        else:
            d['v'] = -i
        if i % 1000 == 0:
            assert a.v == d['v']
            d['k%d' % i] = i
    return a.v, d['v'], len(d), a.k0


def class_and_instance(n):
    class C(object):
        v = 1
    c = C()
    t = 0
    for i in xrange(n):
        t += c.v
        if i % 4000 == 1000:
            c.v = 10
        elif i % 4000 == 2000:
            del c.v
        elif i % 4000 == 3000:
            C.v += 1
    return t, c.v, C.v


def many_attributes(n):
    a = A()
    for i in xrange(n):
        setattr(a, 'a%d' % (i % 120), i)
    return len(a.__dict__), a.a0, getattr(a, 'a119', None), sum(a.__dict__.values())


def types_of_slots(n):
    a = A()
    a.v = 0
    seen = []
    for i in xrange(n):
        a.v = a.v + 1
        if i == n // 4:
            a.v = 0.25
        elif i == n // 2:
            a.v = 2 ** 65
        elif i == n * 3 // 4:
            seen.append(a.v)
            a.v = 0
    return a.v, seen


def swap_class(n):
    class B(object):
        kind = 'B'

    class C(object):
        kind = 'C'
    o = B()
    o.n = 0
    cs = 0
    for i in xrange(n):
        o.n += 1
        cs += o.kind == 'C'
        if i % 5000 == 4999:
            o.__class__ = C if o.__class__ is B else B
    return o.n, cs


def clear_dict(n):
    a = A()
    e = 0
    for i in xrange(n):
        a.x = i
        if i % 700 == 0:
            a.__dict__.clear()
        elif i % 900 == 0:
            a.__dict__ = {'x': -1}
        try:
            e += a.x < 0
        except AttributeError:
            e += 1000
    return e


for f in [add_delete, fresh_objects, different_order, missing_sometimes, dict_and_attribute, class_and_instance, many_attributes, types_of_slots, swap_class, clear_dict]:
    print f.__name__, f(20000)
    f(50)


class Slots(object):
    __slots__ = ('s', 't')


def slots(n):
    s = Slots()
    e = 0
    for i in xrange(n):
        s.s = i
        if i % 100 == 0:
            del s.s
        try:
            e += s.s
        except AttributeError:
            e -= 1
    return e


print slots(20000)
