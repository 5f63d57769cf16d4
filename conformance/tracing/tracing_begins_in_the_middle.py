# Frames that get their trace function while they run: before or after sys.settrace(), in the middle of loops and of straight code, from
# functions that they call, in functions that are hot.
import sys
counts={}
def count(frame, event, arg): counts[event] = counts.get(event, 0) + 1; return count
def middle(n):
    for i in xrange(n):
        if i == n // 2: sys.settrace(count); sys._getframe().f_trace = count
        if i == n // 2 + 10: sys.settrace(None)
    return i
def middle2(n):
    for i in xrange(n):
        if i == n // 2:
            sys._getframe().f_trace = count
            sys.settrace(count)
        if i == n // 2 + 10: sys.settrace(None)
    return i
def middle3(n):
    for i in xrange(n):
        if i == n // 2:
            sys.settrace(count)
            sys._getframe().f_trace = count
        if i == n // 2 + 10: sys.settrace(None)
    return i
def middle4(n):
    f=sys._getframe()
    for i in xrange(n):
        if i == n // 2:
            sys.settrace(count); f.f_trace = count
        if i == n // 2 + 10: sys.settrace(None)
    return i
for m in middle,middle2,middle3,middle4:
  for n in 30, 3000:
    counts.clear(); print m(n), sorted(counts.items())
out=[]
def lines(frame, event, arg): out.append((event, frame.f_lineno)); return lines
def straight():
    sys.settrace(lines); f = sys._getframe()
    f.f_trace = lines
    x = 1
    y = 2
    if x: y = 3
    f.f_trace = None
    x = 3
    f.f_trace = lines
    y = 5
    sys.settrace(None)
    z = 3
straight(); print [(e, l - straight.func_code.co_firstlineno) for e, l in out]
out=[]
def viacall(f): f.f_trace = lines
def outer():
    sys.settrace(lambda *a: None)
    viacall(sys._getframe())
    x = 1
    for i in range(2):
        x += 1
    sys.settrace(None)
outer(); print [(e, l - outer.func_code.co_firstlineno) for e, l in out]

def straight2(on):
    f = sys._getframe()
    if on:
        sys.settrace(lines)
        f.f_trace = lines
        x = 1
        y = 2
        sys.settrace(None)
for on in 0, 1, 0, 1, 1: out = []; straight2(on); print [(e, l - straight2.func_code.co_firstlineno) for e, l in out]
def profiled(n):
    for i in xrange(n):
        if i == n // 2: sys.setprofile(lambda f, e, a: out.append((e, a.__name__ if e.startswith('c_') else f.f_code.co_name)))
        abs(-i)
        if i == n // 2 + 2: sys.setprofile(None)
for n in 20, 2000: out = []; profiled(n); print out
def gen(n):
    for i in xrange(n):
        if i == n // 2: sys._getframe().f_trace = lines; sys.settrace(lines)
        yield i
        if i == n // 2 + 2: sys.settrace(None)
for n in 20, 2000: out = []; list(gen(n)); print [(e, l - gen.func_code.co_firstlineno) for e, l in out]
class Tracer(object):
    def __call__(self, frame, event, arg): out.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)); return self
def helper(x): return x + 1
def attribute(n):
    t = Tracer(); f = sys._getframe()
    for i in xrange(n):
        t.x = i
        if i == n - 2: sys.settrace(t)
        t.y = helper(i)
        if i == n - 1: f.f_trace = t; t.z = 5
        t.w = i
    sys.settrace(None)
for n in 20, 2000: out = []; attribute(n); print out
