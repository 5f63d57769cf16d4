# What object's own methods find in instances of old classes: no attributes.
def t(f, *a):
    try:
        print repr(f(*a))
    except BaseException as e:
        print type(e).__name__, e


class A:
    a = 1

    def m(self):
        return self.a

    def __len__(self):
        return 3


o = A()
o.b = 2
for name in 'a', 'b', 'm', '__class__', '__dict__', '__len__', '__doc__', '__hash__', '__module__':
    t(lambda: type(object.__getattribute__(o, name)))
t(object.__setattr__, o, 'zz', 3)
t(object.__delattr__, o, 'b')
t(object.__getattribute__, A, 'a')
t(lambda: object.__repr__(o).startswith('<instance object at'))
t(lambda: object.__str__(o).startswith('<__main__.A instance at'))
t(lambda: object.__format__(o, '').startswith('<__main__.A'))
t(lambda: object.__hash__(o) == id(o) // 16 or 'by address')
t(object.__reduce__, o)
print o.__dict__, sorted(set(dir(o)))


class Both(A, object):
    pass


b = Both()
b.b = 2
for name in 'a', 'b', 'm', '__dict__', '__module__':
    t(lambda: type(object.__getattribute__(b, name)))
