"""Writes a random Python 2.7 program full of control flow.

    python2.7 random_programs.py SEED > program.py

The program prints the same on every implementation: what it called, in what order, what was
raised and on which lines, what was handled, yielded and returned. Its functions nest loops, try, with, break, continue,
return, raise and yield at will, and evaluate expressions whose parts report themselves and
raise now and then.
"""
import random
import sys

PRELUDE = '''
import sys, traceback
class E(Exception): pass
class F(Exception): pass
state = [0, 0]
def step():
    state[0] = (state[0] * 1103515245 + 12345) % (1 << 31)
    return state[0] >> 16
def t(k):
    s = step()
    p('t%d' % k)
    if s % 23 == 0: raise E(k)
    if s % 29 == 0: raise F(k)
    return s % 5
def b(k): return t(k) > 1
log = []
def p(x):
    if len(log) < 4000: log.append(repr(x)[:900])
def limit():
    state[1] += 1
    return state[1] < 40
def items(k):
    for i in range(3):
        yield t(k)
def g(*a, **k):
    p(('g', a, sorted(k.items())))
    return len(a)
class Object(object):
    def m(self, *a):
        p(('m', a))
        return a
    def __repr__(self): return 'o'
o = Object()
d = {}
class With(object):
    def __init__(self, k): self.k = k
    def __enter__(self):
        p('enter%d' % self.k)
        return (t(0), 1)
    def __exit__(self, a, b, c):
        p(('exit%d' % self.k, a, str(b)))
        return step() % 3 == 0
def lines(e):
    """Where e came through; run_nodes.py notes it in the exception."""
    real = [(name, line) for _, line, name, _ in traceback.extract_tb(sys.exc_info()[2])]
    return [x for x in getattr(e, 'lines', real) if x[0] != 'drive']
def drive(seed, f, generator):
    state[:] = [seed, 0]
    try:
        r = f(1)
        if generator:
            for i in range(12):
                s = step() % 8
                if s == 0 and i: p(('thrown', r.throw(E(99))))
                elif s == 1 and i: p(('sent', r.send(5)))
                elif s == 2 and i > 4:
                    r.close()
                    p('closed')
                    break
                else: p(('next', r.next()))
        else: p(('result', r))
    except Exception, e:
        p(('raised', type(e).__name__, str(e), lines(e)))
    p(sys.exc_info()[0] is not None)
    d.clear()
'''


class Program(object):
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = [PRELUDE]
        self.count = 0

    def emit(self, depth, line):
        self.lines.append('    ' * depth + line)

    def label(self):
        self.count += 1
        return self.count

    def pick(self, *weighted):
        """One of (weight, choice), the choice called if it can be."""
        r = self.random.random() * sum(w for w, _ in weighted)
        for w, choice in weighted:
            r -= w
            if r < 0:
                break
        return choice() if callable(choice) else choice

    def local(self):
        return self.random.choice(self.locals)

    def captured(self, otherwise):
        """A local of the function, for nested scopes; those forbid `del`."""
        return self.local() if self.closures else otherwise

    def expr(self, depth):
        call = lambda: 't(%d)' % self.label()
        if depth <= 0:
            return call()
        e = lambda: self.expr(depth - 1)
        return self.pick(
            (25, call),
            (15, self.local),
            (10, lambda: '(%s and %s or %s)' % (e(), e(), e())),
            (8, lambda: '(%s if %s else %s)' % (e(), self.cond(depth - 1), e())),
            (8, lambda: '[%s for %s in (1, 2) if %s]' % (e(), self.local(), self.cond(depth - 1))),
            (8, lambda: '(%s, %s)' % (e(), e())),
            (5, lambda: '[%s, %s][%s:]' % (e(), e(), e())),
            (7, lambda: 'g(%s, %s, k=%s)' % (e(), e(), e())),
            (6, lambda: 'o.m(%s, *(%s,))' % (e(), e())),
            (4, lambda: '{t(%d): %s}' % (self.label(), e())),
            (4, lambda: '(lambda a=%s: (a, %s))()' % (e(), self.captured('7'))),
            (4, lambda: 'list((z, %s) for z in (1, 2))' % self.captured('3')),
            (3, lambda: '(%s is %s)' % (e(), e())),
        )

    def cond(self, depth):
        c = lambda: self.cond(depth - 1)
        return self.pick(
            (40, lambda: 'b(%d)' % self.label()),
            (10 if depth > 0 else 0, lambda: 'not ' + c()),
            (20 if depth > 0 else 0, lambda: '(%s %s %s)' % (c(), self.random.choice(['and', 'or']), c())),
            (15, lambda: 't(%d) < t(%d) <= t(%d)' % (self.label(), self.label(), self.label())),
            (15, lambda: 't(%d) in [1, 2, 3]' % self.label()),
        )

    def assign(self, depth):
        e = self.expr
        self.emit(depth, self.pick(
            (50, lambda: '%s = %s' % (self.local(), e(2))),
            (12, lambda: '(%s, %s) = (%s, %s)' % (self.local(), self.local(), e(1), e(1))),
            (10, lambda: '%s, %s = %s, %s' % tuple(self.local() for _ in range(4))),
            (8, lambda: '%s, (d[t(%d)], %s) = %s, (%s, %s)' % (
                self.local(), self.label(), self.local(), e(1), e(1), self.local())),
            (10, lambda: 'd[t(%d)] = %s' % (self.label(), e(1))),
            (6, lambda: '%s = o.a = %s = %s' % (self.local(), self.local(), e(1))),
            (6, lambda: '%s = %s = %s' % (self.local(), self.local(), self.local())),
            (6, lambda: 'd[%s] += %s' % (e(1), e(1))),
        ))

    def simple(self, depth, loop, final):
        self.pick(
            (40, lambda: self.emit(depth, 'p(%s)' % self.expr(2))),
            (30, lambda: self.assign(depth)),
            (0 if self.closures else 4, lambda: self.emit(depth, 'del ' + self.local())),
            (6 if self.generator else 0, lambda: self.emit(depth, self.random.choice(
                ['yield %s', self.local() + ' = yield %s', 'p((yield %s))']) % self.expr(1))),
            (3, lambda: self.emit(depth, 'return' if self.generator else 'return ' + self.expr(1))),
            (2, lambda: self.emit(depth, 'raise E(%d)' % self.label())),
            (2, lambda: self.emit(depth, 'raise')),
            (5 if loop else 0, lambda: self.emit(depth, 'break')),
            (5 if loop and not final else 0, lambda: self.emit(depth, 'continue')),
            (2, lambda: self.emit(depth, 'pass')),
        )

    def block(self, depth, left, loop, final):
        for _ in range(self.random.randint(1, 3)):
            self.stmt(depth, left, loop, final)

    def maybe_else(self, chance, depth, left, loop, final):
        if self.random.random() < chance:
            self.emit(depth, 'else:')
            self.block(depth + 1, left, loop, final)

    def stmt(self, depth, left, loop, final):
        """`final`: a finally clause lies between here and the loop, so no `continue`."""
        if left <= 0:
            return self.simple(depth, loop, final)

        def if_():
            self.emit(depth, 'if %s:' % self.cond(2))
            self.block(depth + 1, left - 1, loop, final)
            self.maybe_else(.5, depth, left - 1, loop, final)

        def for_():
            target = self.pick((3, self.local), (1, lambda: 'd[%s]' % self.local()))
            self.emit(depth, 'for %s in items(%d):' % (target, self.label()))
            self.block(depth + 1, left - 1, True, False)
            self.maybe_else(.3, depth, left - 1, loop, final)

        def while_():
            self.emit(depth, 'while limit() and %s:' % self.cond(1))
            self.block(depth + 1, left - 1, True, False)
            self.maybe_else(.3, depth, left - 1, loop, final)

        def except_():
            self.emit(depth, 'try:')
            self.block(depth + 1, left - 1, loop, final)
            caught = self.pick((1, 'E'), (1, '(F, E)'), (1, lambda: 'E, ' + self.local()), (1, 'F'),
                               (1, lambda: 't(%d)' % self.label()))
            self.emit(depth, 'except %s:' % caught)
            self.block(depth + 1, left - 1, loop, final)
            if self.random.random() < .3:
                self.emit(depth, 'except:')
                self.block(depth + 1, left - 1, loop, final)
            self.maybe_else(.3, depth, left - 1, loop, final)

        def finally_():
            self.emit(depth, 'try:')
            self.block(depth + 1, left - 1, loop, final)
            self.emit(depth, 'finally:')
            self.block(depth + 1, left - 1, loop, True)

        def with_():
            target = self.random.choice(['', ' as x', ' as (x, y)', ' as d[t(1)]'])
            self.emit(depth, 'with With(%d)%s:' % (self.label(), target))
            self.block(depth + 1, left - 1, loop, final)

        self.pick((20, lambda: self.simple(depth, loop, final)), (15, if_), (10, for_), (7, while_),
                  (16, except_), (17, finally_), (15, with_))

    def function(self, i):
        self.locals = ['x', 'y', 'v']
        self.generator = self.random.random() < .4
        self.closures = self.random.random() < .3
        self.emit(0, 'def f%d(x):' % i)
        if self.random.random() < .5:
            self.emit(1, 'y = v = None')
        self.block(1, 4, False, False)
        if self.generator:
            self.emit(1, 'yield')

    def text(self):
        for i in range(40):
            self.function(i)
            for _ in range(6):
                self.emit(0, 'drive(%d, f%d, %r)' % (self.random.randint(0, 1 << 30), i, self.generator))
        self.emit(0, 'print "\\n".join(log)')
        return '\n'.join(self.lines)

if __name__ == '__main__':
    print Program(int(sys.argv[1])).text()
