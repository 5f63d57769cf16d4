# Texts of errors from statements.
class A(object):
    __slots__ = ('s',)
    ro = property(lambda self: 1)


class D(object):
    pass


a, d = A(), D()
t, s, l, di = (1, 2), 'abc', [1, 2], {1: 2}
cases = '''x = undefined
del undefined
a.nothing
a.nothing = 1
a.s
del a.s
a.ro = 2
del a.ro
del d.nothing
t[0] = 1
del t[0]
t[0:1] = ()
t[5]
s[0] = 'x'
del s[0]
s[10]
l[5]
l[5] = 1
del l[5]
l['a'] = 1
l[0:1] = 5
l[::2] = [1, 2, 3]
di[5]
del di[5]
di[[]] = 1
5[0] = 1
del 5[0] if 0 else None
None.x = 1
None[0] = 1
del None.x if 0 else None
len.x = 1
int.x = 1
del int.__add__
for i in 5: pass
for i in None: pass
for a1, b1 in [1]: pass
for a1, b1 in [(1, 2, 3)]: pass
for a1, b1 in ['x']: pass
a1, b1 = 1
a1, b1 = ()
a1, b1 = 1, 2, 3
a1, b1, c1 = 'ab'
(a1, b1), c1 = 1, 2
[a1, b1] = {}
a1, b1 = iter([1])
import no_such_module
import sys.nothing
from sys import nothing
from no_such_module import x
import no_such.sub
print >>5, 'x'
print >>None, 'printed'
exec 5
exec 'x' in 5
exec '1 +'
exec 'x = 1' in {}, 5
raise 5
raise 'string'
raise
raise D
assert False
assert 0, 'message'
assert None, ('a', 1)
with 5: pass
with d as x: pass
global_x += 1
d.count += 1
di['missing'] += 1
l[9] += 1
t[0] += 1
s += 5
l += 5
n = 5; n()
class X(5): pass
class X(undefined): pass
class X(None, object): pass
class X(int, str): pass
def f(x=undefined): pass
@undefined
def f(): pass
lambda: (yield)
return_outside
try: undefined\nexcept undefined2: pass
try: 1 / 0\nexcept 'string': pass
while undefined: pass
if undefined: pass
`undefined`
[x for x in 5]
[x for x in undefined]
{x: 1 for x in [[]]}
(x for x in 5)
list(x.y for x in [1])
1 if undefined else 2
not undefined
undefined and 1
1 < undefined
f(*undefined)
f(undefined=undefined2)
__import__('no_such')
__import__('')
__import__(5)
d.__class__ = 5
d.__dict__ = 5
D.__bases__ = ()
D.__name__ = 5
del D.__name__
object.x = 1'''
for case in cases.split('\n'):
    case = case.replace('\\n', '\n')
    try:
        exec case
        print repr(case), 'ok'
    except BaseException as e:
        print repr(case), type(e).__name__, str(e).split(' at 0')[0]
