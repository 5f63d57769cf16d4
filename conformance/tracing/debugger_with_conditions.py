# A debugger in miniature on sys.settrace: breakpoints by relative line with conditions and hit counts, stepping over and
# out, watches on locals, a call stack, and a post-mortem of the frames of an exception.
import sys
class Debugger(object):
    def __init__(self): self.breaks, self.watches, self.log, self.mode, self.depth = {}, {}, [], None, 0
    def at(self, f, rel, cond=None, ignore=0, do=None): self.breaks[f.func_code, rel] = [cond, ignore, do, 0]; return self
    def watch(self, f, name): self.watches.setdefault(f.func_code, {})[name] = {}; return self
    def rel(self, fr): return fr.f_lineno - fr.f_code.co_firstlineno
    def say(self, fr, what): self.log.append('%s%s+%d %s' % ('  ' * self.depth, fr.f_code.co_name, self.rel(fr), what))
    def trace(self, fr, event, arg):
        if event == 'call':
            if fr.f_code is Debugger.run.im_func.func_code: return None
            self.depth += 1
            if self.mode == 'step': self.say(fr, 'call')
            return self.local
    def local(self, fr, event, arg):
        for name, seen in self.watches.get(fr.f_code, {}).items():
            if name in fr.f_locals and seen.get(id(fr)) != fr.f_locals[name]:
                seen[id(fr)] = fr.f_locals[name]; self.say(fr, '%s = %r' % (name, fr.f_locals[name]))
        if event == 'line':
            b = self.breaks.get((fr.f_code, self.rel(fr)))
            if b and (b[0] is None or eval(b[0], fr.f_globals, fr.f_locals)):
                b[3] += 1
                if b[3] > b[1]:
                    self.say(fr, 'break %d' % b[3])
                    if b[2]: b[2](self, fr)
            elif self.mode == 'step': self.say(fr, 'line')
            elif self.mode == ('next', id(fr)): self.say(fr, 'next')
        elif event == 'return':
            if self.mode in ('step', ('out', id(fr)), ('next', id(fr))): self.say(fr, 'return %r' % (arg,)); self.mode = None if self.mode != 'step' else self.mode
            self.depth -= 1
        elif event == 'exception' and self.mode == 'catch': self.say(fr, 'raised %s: %s' % (arg[0].__name__, arg[1]))
        return self.local
    def run(self, f, *a):
        self.depth = 0; sys.settrace(self.trace)
        try:
            try: r = f(*a)
            finally: sys.settrace(None)
        except Exception, e: r = repr(e); tb = sys.exc_info()[2]
        else: tb = None
        print '\n'.join(self.log); print '=>', r; self.log = []; self.mode = None
        while tb:
            f = tb.tb_frame
            if f.f_code is not Debugger.run.im_func.func_code: print 'post', f.f_code.co_name, tb.tb_lineno - f.f_code.co_firstlineno, sorted(f.f_locals.items())[:3]
            tb = tb.tb_next
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
def fact(n):
    if n < 2:
        return 1
    r = n * fact(n - 1)
    return r
def work(items):
    total = 0
    for i in items:
        if i % 2:
            continue
        total += gcd(i, 12)
    else:
        total = -total
    return total
def fails(x):
    y = x - 1
    try:
        return 10 / y
    finally:
        y = 'left'
def outer(x): return [fails(v) for v in (x + 2, x)]
def gen(n):
    for i in range(n):
        got = yield i
        if got: n = got
def drives():
    g = gen(3); out = [g.next(), g.send(5)]
    return out + list(g)
def mode(m, own=True): return lambda d, fr: setattr(d, 'mode', (m, id(fr)) if own else m)
Debugger().at(gcd, 2).run(gcd, 48, 36)
Debugger().at(gcd, 2, 'a > 20', 1).watch(gcd, 'a').run(gcd, 89, 55)
Debugger().watch(work, 'total').at(work, 4, do=lambda d, fr: d.say(fr, sorted(fr.f_locals))).run(work, [1, 8, 9])
Debugger().at(fact, 3, 'n == 3', do=mode('step', False)).run(fact, 4)
Debugger().at(fact, 3, 'n == 3', do=mode('next')).run(fact, 4)
Debugger().at(fact, 1, 'n == 2', do=mode('out')).run(fact, 4)
d = Debugger(); d.mode = 'catch'; d.run(outer, 1)
Debugger().at(gen, 3).watch(gen, 'got').run(drives)
d = Debugger(); d.mode = 'step'; d.run(lambda: sum(x for x in (1, 2)))
def changes():
    x = 1
    y = x + 1
    return x, y
d = Debugger().at(changes, 2, do=lambda d, fr: (fr.f_locals.__setitem__('x', 50), setattr(fr, 'f_lineno', fr.f_lineno)))
d.run(changes)
try: Debugger().at(changes, 2, 'nope > 1').run(changes)
except NameError, e: print 'condition', e
print sys.gettrace()
