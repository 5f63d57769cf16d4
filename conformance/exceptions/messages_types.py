# Texts of TypeErrors from operators, calls and builtins.
class A(object):
    def m(self, x):
        pass


class Old:
    pass


a, o = A(), Old()
cases = '''1 + 'a'
'a' + 1
[] + 1
1 + []
() + []
{} + {}
None + 1
a + 1
1 + a
a + a
a - 'x'
a * a
'a' * 'b'
'a' * 1.5
'a' * a
[1] * None
1 / 'a'
1 // None
'a' % 1
'%d' % 'a'
1 % 'a'
1 ** 'a'
a ** 2
pow(1, 'a')
1 << 'a'
1.5 >> 1
1 & 1.5
1 | 'a'
~'a'
-'a'
+[]
-a
-None
~1.5
not_defined
a[0]
a['k']
a[1:2]
a[0:1:2]
None[0]
5[0]
5[1:2]
len[0]
'abc'['a']
[1]['a']
[1][None]
(1,)['a']
u'a'['b']
[1][1.5]
[1][1:'a']
{}[[]]
{}[{}]
{[]: 1}
set([[]])
a()
5()
'a'()
None()
[]()
{}()
o()
A.m()
A.m(5, 1)
a.m()
a.m(1, 2)
len(5)
len(None)
len(a)
len(o)
iter(5)
iter(a)
list(5)
tuple(5)
set(5)
dict(5)
sorted(5)
sum(5)
sum('ab')
max(5)
zip(5)
map(None, 5)
enumerate(5)
reversed(5)
'x' in 5
5 in 'x'
a in a
1 in None
for_x
int([])
int(None)
int('a')
int(a)
float([])
float('a')
long(None)
complex('a')
chr('a')
chr(-1)
ord(5)
ord('ab')
unichr('a')
hex('a')
hex(1.5)
oct('a')
bin('a')
abs('a')
round('a')
divmod('a', 1)
hash([])
hash({})
hash(set())
isinstance(1, 5)
isinstance(1, 'a')
issubclass(1, int)
issubclass(int, 5)
getattr(1, 5)
setattr(a, 5, 1)
hasattr(1, 5)
range('a')
range(1.5)
xrange('a')
'a'.join(5)
'a'.join([1])
'a'.split(5)
'a'.replace(1, 2)
'a'.find(5)
'abc'.startswith(5)
[].extend(5)
[].pop('a')
[].insert('a', 1)
[3, 'a'].sort(5)
{}.update(5)
{}.update([5])
open(5)
eval(5)
compile(5, 's', 'exec')
type(1, 2)
type('a', 5, {})
object(5)
super(5)
super(A, 5)
classmethod(5)()
property(5).__get__(a)
raw_input(1, 2)
apply(5)
reduce(5, [1, 2])
filter(5, [1])
cmp(1)
coerce('a', 1)
intern(5)
slice()
buffer(5)
vars(5)
dir(1, 2)
id()
callable()
next(5)
next([])
unicode(5, 'ascii')
unicode('a', 5)
str(1, 2)
bool(1, 2)
list(1, 2)
[].index()
[].append(1, 2, 3)
(lambda x: x)(*5)
(lambda x: x)(**5)
(lambda x: x)(1, x=2)
(lambda: 0)(**{1: 2})
dict(**{1: 2})
[][a]
'abc'[a]
a < a or 1
a @ a
a.x
o.x
A.x
Old.x
5 .x
'a'.x
None.x
[].x
len.x
a.m.x
int.x
a.x.y'''
for case in cases.split('\n'):
    try:
        print '%s -> %r' % (case, type(eval(case)).__name__)
    except Exception as e:
        print '%s -> %s: %s' % (case, type(e).__name__, str(e).split(' at 0')[0])
