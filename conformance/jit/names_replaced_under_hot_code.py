# Hot functions whose globals, builtins, module attributes, defaults, closures and code are replaced between and during calls.
import __builtin__, sys
def hot(f, *a):
    r = None
    for _ in xrange(3000): r = f(*a)
    return r
G = 10
def use_global(x): return G + x
print hot(use_global, 1)
G = 2.5; print use_global(1)
G = 'str'
try: use_global(1)
except TypeError as e: print e
del G
try: use_global(1)
except NameError as e: print e
__builtin__.G = 77; print use_global(1)
G = 10; print use_global(1), hot(use_global, 2)
del __builtin__.G; globals()['G'] = 5; print use_global(1)
globals().update(G=6); print use_global(1); exec "G = 7"; print use_global(1); globals().pop('G')
try: use_global(1)
except NameError as e: print e
G = 1
def use_len(x): return len(x), abs(-3), max(x), isinstance(x, list), range(3), str(5), type(x).__name__
print hot(use_len, [1, 2])
len = lambda x: 'my len'; print use_len([1, 2]); del len; print use_len([1, 2])
old = __builtin__.abs, __builtin__.isinstance, __builtin__.range, __builtin__.max
__builtin__.abs = lambda x: 'abs!'; __builtin__.isinstance = lambda a, b: 'isinstance!'; __builtin__.range = lambda n: 'range!'; __builtin__.max = min
print use_len([1, 2]); __builtin__.abs, __builtin__.isinstance, __builtin__.range, __builtin__.max = old
print use_len([1, 2])
str = 5
try: use_len([1])
except TypeError as e: print e
del str; print use_len([1, 2])
def in_loop(n):
    global G
    t = 0
    for i in xrange(n):
        t += G
        if i == 2000: G = 0.5
        if i == 2500: G = 2**62
        if i == 2502: G = 1
    return t
print in_loop(100), in_loop(3000), in_loop(3000)
def builtin_in_loop(n):
    r = []
    for i in xrange(n):
        r.append(len('abc'))
        if i == 2000: __builtin__.len = lambda x: -1
    return sum(r)
keep = __builtin__.len
try: print builtin_in_loop(3000)
finally: __builtin__.len = keep
print builtin_in_loop.func_name, keep('ab')
def f(a, b=1, c=[2]): return a, b, c
print hot(f, 0); f.func_defaults = (5, 6); print f(0); f.func_defaults = (7,)
try: f(0)
except TypeError as e: print e
print f(0, 1); f.func_defaults = None
try: f(0, 1)
except TypeError as e: print e
f.func_defaults = (1, 2)
def g(a, b=3, c=4): return 'g', c, b, a
def caller(): return f(9)
print hot(caller); f.func_code = g.func_code; print caller(), hot(caller)
def h(a): return 'one', a
f.func_code = h.func_code; print caller()
def k(a, *r, **q): return 'star', a, r, q
f.func_code = k.func_code; print caller()
def make(n):
    def inner(d):
        return n + d
    def setter(v):
        exec "pass" in {}
        return bump(v)
    def bump(v):
        cell[0] = v
        return v
    cell = [0]
    return inner
i1, i2 = make(1), make(2.5)
def use(fn): return fn(1)
print hot(use, i1), hot(use, i2), use(make('s'.__class__(4)) if 0 else make(4L)), use(abs), use(int), use(lambda d: [d])
try: i1.func_code = h.func_code
except ValueError as e: print e
i1.func_code = make(0).func_code; print use(i1)
def deleted_local(n):
    for i in xrange(n):
        x = i
        if i == n - 1: del x
    return x
try: hot(deleted_local, 2) if 0 else [deleted_local(2) for _ in 'a']
except UnboundLocalError as e: print e
def maybe(flag):
    if flag: v = 1
    return v
print hot(maybe, True)
try: maybe(False)
except UnboundLocalError as e: print e
print maybe(1)
import math
def use_mod(x): return math.sqrt(x), math.floor(x), math.pi
print hot(use_mod, 4); s = math.sqrt; math.sqrt = lambda x: 'sqrt'; math.pi = 3; print use_mod(4); del math.pi
try: use_mod(4)
except AttributeError as e: print e
math.pi = 3.141592653589793; math.sqrt = s; print use_mod(4)
class Mod(object): sqrt = floor = staticmethod(lambda x: ('Mod', x)); pi = 'p'
math = Mod(); print use_mod(4); math = Mod; print use_mod(4); math = 5
try: use_mod(4)
except AttributeError as e: print e
def kw(**k): return f2(**k)
def f2(a=1, b=2): return a, b
for q in range(1500): kw(a=3)
print kw(b=5), kw()
try: kw(c=1)
except TypeError as e: print e
def f2(**z): return sorted(z)
print kw(c=1, d=2)
