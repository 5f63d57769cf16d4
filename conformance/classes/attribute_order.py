# The order of instance dictionaries follows CPython's dicts.
class P(object):
    def __init__(self, *names):
        for i, n in enumerate(names):
            setattr(self, n, i)


print P('a', 'b', 'c').__dict__, P('c', 'b', 'a').__dict__, P('name', 'age', 'email', 'phone', 'city').__dict__, P('x', 'y', 'z', 'w', 'u', 'v').__dict__.keys()
p = P('one', 'two', 'three', 'four')
del p.two
p.five = 5
p.two = 'again'
print p.__dict__, p.__dict__.keys(), vars(p).values(), sorted(vars(p))
for i in range(10):
    setattr(p, 'n%d' % i, i)
print p.__dict__.keys()


class Q(object):
    def __init__(self, flag):
        self.base = 1
        if flag:
            self.extra = 2
        self.last = 3


print Q(True).__dict__, Q(False).__dict__
q = Q(False)
q.extra = 'late'
print q.__dict__
print [k for k in q.__dict__], q.__dict__.items(), len(q.__dict__), 'extra' in q.__dict__, q.__dict__.get('nope')
d = q.__dict__
q.after = 4
d['via_dict'] = 5
del d['base']
print q.via_dict, hasattr(q, 'base'), d['after'], d is q.__dict__, q.__dict__.copy() == d
q.__dict__.clear()
print q.__dict__, hasattr(q, 'last')
q.z = 1
print q.__dict__, d


class Old:
    def __init__(self):
        self.alpha, self.beta, self.gamma = 1, 2, 3


o = Old()
print o.__dict__, o.__dict__.keys()
o.delta = 4
del o.alpha
print o.__dict__


class E(Exception):
    pass


e = E('msg')
e.code, e.detail = 1, 'd'
print e.__dict__, e.args


def f():
    pass


f.b, f.a = 1, 2
print f.__dict__


class C(object):
    b = 1
    a = 2

    def m(self):
        pass


print [k for k in C.__dict__.keys() if not k.startswith('__')], sorted(C.__dict__.keys())
C.late = 3
print [k for k in C.__dict__ if not k.startswith('__')], C.__dict__.has_key('late'), type(C.__dict__).__name__
try:
    C.__dict__['x'] = 1
except TypeError as err:
    print err
print dir(q), [n for n in dir(C()) if not n.startswith('__')], [n for n in dir(o) if not n.startswith('__')]
many = [P('k%d' % (i % 5), 'j%d' % (i % 3)) for i in range(20)]
print [m.__dict__.keys() for m in many[:5]]
