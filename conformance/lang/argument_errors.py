# The texts of wrong calls.
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def fd(a, b=1): pass
def fdd(a=0, b=1): pass
def fs(a, *r): pass
def fk(a, **k): pass
def fsk(*r, **k): pass


class K(object):
    def m(self): pass

    def m1(self, a): pass

    def __init__(self, x): pass


class Old:
    def __init__(self, x): pass


class NoInit(object):
    pass


class OldNoInit:
    pass


cases = '''f0(1)
f0(1, 2)
f0(x=1)
f0(*[1, 2, 3])
f1()
f1(1, 2)
f1(1, a=2)
f1(b=1)
f1(1, b=1)
f1(**{'a': 1, 'c': 2})
f2(1)
f2()
f2(b=1)
f2(1, 2, 3)
f2(1, a=1)
f2(1, 2, b=3)
fd()
fd(1, 2, 3)
fd(b=1)
fd(1, b=2, c=3)
fdd(1, 2, 3)
fdd(c=1)
fs()
fs(b=1)
fk()
fk(1, 2)
fk(1, a=2)
fsk(**{1: 2})
f1(**{1: 2})
f1(*5)
f1(**5)
f1(*None)
f1(**[1])
K()
K(1, 2)
K(1).m(1)
K(1).m1()
K.m()
K.m(1)
K.m(K(1), 2)
K.m1(3, 4)
Old()
Old(1, 2)
NoInit(1)
NoInit(x=1)
OldNoInit(1)
(lambda: 0)(1)
(lambda x: 0)()
(lambda x, y=1, *z: 0)()
5()
None()
'abc'(1)
len()
len(1, 2)
len(5)
[].append()
[].append(1, 2)
{}.get()
'a'.join()
'a'.join(5)
'a'.join([1])
int('x', y=3)
ord('ab')
chr(300)
range()
isinstance(1)
max()
sorted()
'x'.split(1)
[].sort(5)
[].pop(1, 2)
dict(1)
dict([1])
dict([(1, 2, 3)])
abs()
abs('x')
getattr(1)
zip(1)
map()
map(None)
reduce(len)
iter(5)
next(5)
hash([])
hash({})
xrange(1, 2, 3, 4)'''
for case in cases.split('\n'):
    try:
        eval(case)
        print case, '-> no error'
    except Exception as e:
        print case, '->', type(e).__name__ + ':', e
