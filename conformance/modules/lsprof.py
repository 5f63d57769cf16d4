# _lsprof: what a profiler counts and times, by a clock of our own.
import _lsprof
import cProfile
import pstats
import sys
import StringIO

Profiler = _lsprof.Profiler
print Profiler, Profiler.__mro__, sorted(n for n in Profiler.__dict__ if not n.startswith('__'))
print hasattr(Profiler(), '__dict__')


class Derived(Profiler):
    pass


print Derived().__dict__


def attempt(f, *args, **kwargs):
    try:
        print f(*args, **kwargs)
    except Exception as e:
        print type(e), e


attempt(Profiler, None, 'x')
attempt(Profiler, None, 1.0, 1, 1, 1)
attempt(Profiler, foo=1)
attempt(Profiler, subcalls='x')
attempt(Profiler().enable, 1, 2, 3)
attempt(Profiler().enable, 'x')
attempt(Profiler().disable, 1)
attempt(Profiler().getstats)
attempt(_lsprof.profiler_entry, (1, 2))
print _lsprof.profiler_entry(range(6)), _lsprof.profiler_subentry(range(5)).inlinetime


def clock():
    ticks[0] += 1
    return ticks[0]


def name(code):
    return code if isinstance(code, str) else code.co_name


def show(p):
    stats = sorted(p.getstats(), key=lambda s: name(s.code))
    for s in stats:
        print (name(s.code),) + tuple(s)[1:5],
        print s.calls and sorted((name(c.code),) + tuple(c)[1:] for c in s.calls)


def f(n):
    if n:
        f(n - 1)
        len('x')
        abs(1)
    return sorted([2, 1])


def generate():
    yield 1
    yield 2


def catches():
    try:
        f('a')
    except TypeError:
        pass


class K:
    def __init__(self):
        pass

    def m(self):
        return len([])


ticks = [0]
p = Profiler(clock, 0.5)
p.enable()
f(2)
[].append(1)
'x'.upper()
catches()
list(generate())
K().m()
map(lambda x: x, [1, 2])
apply(len, ('',))
'a'.join(['x'])
str.upper('x')
{}.get(1)
(1).__add__(2)
isinstance(K(), K)
f(*[1])
len(*['x'])
try:
    {}.pop('x')
except KeyError:
    pass
sys.exc_clear()
dict.fromkeys([1])
p.disable()
show(p)
p.enable(subcalls=False, builtins=False)
f(1)
p.disable()
p.clear()
p.enable()
f(1)
p.disable()
show(p)
p = Profiler(clock)
p.enable()
p.enable(True, True)
print sys.getprofile() is p
f(1)
p.clear()
len('')
p.disable()
print sys.getprofile()
show(p)


def fails():
    raise ValueError('no time')


sys.stderr = StringIO.StringIO()
p = Profiler(fails)
p.enable()
len('')
p.disable()
show(p)
print sys.stderr.getvalue().count("Exception ValueError: ValueError('no time',) in <function fails at")
sys.stderr = sys.__stderr__


# A frame that enables, what it calls from then on, and its callers.
def inner(p):
    p.enable()
    len('inner')


def outer(p):
    inner(p)
    abs(1)


p = Profiler(clock)
outer(p)
hash('')
p.disable()
show(p)

# cProfile and pstats.
out = sys.stdout
sys.stdout = StringIO.StringIO()
ticks = [0]
c = cProfile.Profile(clock, 1)
c.runcall(f, 3)
stats = pstats.Stats(c)
text, sys.stdout = sys.stdout.getvalue(), out
print sorted((k[2],) + v[:4] for k, v in stats.stats.items())
print sorted(k[2] for k in stats.stats), stats.total_calls, stats.prim_calls, stats.total_tt
