# with: results of __exit__, exceptions in enter and exit, what exc_info holds there, return, break and continue through several managers, odd managers.
import sys
def t(f, *a):
    try:
        print '->', repr(f(*a))
    except BaseException as e:
        print '->', type(e).__name__, e
class CM(object):
    def __init__(self, n, result=None, enter=None, exc=None): self.n, self.result, self.enter, self.exc = n, result, enter, exc
    def __enter__(self):
        print 'enter', self.n,
        if self.enter: raise self.enter
        return self.n
    def __exit__(self, t, v, tb):
        info = sys.exc_info()
        print 'exit', self.n, t and t.__name__, v if v is None else type(v).__name__, tb is None, info[0] is t, info[1] is v, info[2] is tb,
        if self.exc: raise self.exc
        return self.result
class Truth(object):
    def __init__(self, v): self.v = v
    def __nonzero__(self):
        print 'truth',
        if isinstance(self.v, Exception): raise self.v
        return self.v
def body(cm, do):
    with cm as x:
        if do == 'raise': raise ValueError('body')
        if do == 'return': return 'returned'
        if do == 'key': {}['k']
        if do == 'stop': raise StopIteration
        if do == 'exit': sys.exit(3)
        if do == 'ki': raise KeyboardInterrupt
        if do == 'cls': raise ValueError
        if do == 'old': raise Old('o')
    return 'after', x
class Old:
    def __init__(self, v): self.v = v
    def __str__(self): return 'Old ' + self.v
for r in [None, True, False, 0, 'x', '', [], Truth(True), Truth(False), Truth(KeyError('in truth'))]:
    for do in ['pass', 'raise', 'return', 'key']:
        t(body, CM('a', r), do)
for do in ['stop', 'exit', 'ki', 'cls']:
    t(body, CM('a', True), do); t(body, CM('a', False), do)
for do in ['pass', 'raise', 'return']:
    t(body, CM('a', enter=TypeError('enter')), do)
    t(body, CM('a', exc=TypeError('exit')), do)
def nested(do, r1, r2, e1=None, e2=None):
    for i in range(2):
        with CM('o', r1, exc=e1) as a, CM('i', r2, exc=e2) as b:
            if do == 'break': break
            if do == 'continue': continue
            if do == 'return': return a, b
            if do == 'raise': raise ValueError(i)
        print 'loop',
    else:
        return 'else'
    return 'end'
for do in ['pass', 'break', 'continue', 'return', 'raise']:
    for r1, r2 in [(0, 0), (1, 0), (0, 1), (1, 1)]: t(nested, do, r1, r2)
    t(nested, do, 1, 0, None, KeyError('inner')); t(nested, do, 0, 1, KeyError('outer')); t(nested, do, 1, 1, KeyError('outer'), IndexError('inner'))
def second_enter():
    with CM('o', 1), CM('i', enter=ValueError('enter i')): print 'never'
    return 'swallowed', sys.exc_info()[:2]
t(second_enter)
def target_fails():
    with CM('t', 1) as (a, b): print 'never'
    return 'swallowed'
t(target_fails)
def target_attr():
    o = CM('t')
    with CM('q') as o.n: pass
    with CM([1, 2]) as (p, q): pass
    l = [0]
    with CM('z') as l[0]: pass
    return o.n, p, q, l
t(target_attr)
for m in [5, None, object(), type('NoExit', (object,), {'__enter__': lambda s: 1})(), type('NoEnter', (object,), {'__exit__': lambda s, *a: 1})(), CM]:
    def use():
        with m: print 'in',
    t(use)
class OldCM:
    def __enter__(self): print 'old enter',; return 'o'
    def __exit__(self, *a): print 'old exit', len(a),; return 1
def use_old():
    with OldCM() as o: raise KeyError(o)
    o = OldCM(); o.__enter__ = lambda: 'instance'; o.__exit__ = lambda *a: 'yes'
    with o as x: raise KeyError
    return x
t(use_old)
n = CM('n', 0); n.__enter__ = n.__exit__ = lambda *a: 1
t(body, n, 'raise')
class Few(object):
    def __enter__(self): return self
    def __exit__(self): pass
t(body, Few(), 'pass'); t(body, Few(), 'raise')
class Desc(object):
    class G(object):
        def __init__(self, n): self.n = n
        def __get__(self, o, c): print 'get', self.n,; return lambda *a: len(a)
    __exit__ = G('exit'); __enter__ = G('enter')
t(body, Desc(), 'pass'); t(body, Desc(), 'raise')
def gen():
    with CM('g', 1):
        yield 1
        yield 2
g = gen(); print next(g),; g.close(); print
g = gen(); print next(g),; t(g.throw, ValueError('thrown'))
def exc_after():
    try: raise KeyError('first')
    except KeyError:
        with CM('x', 1): raise ValueError('second')
        return sys.exc_info()[0].__name__
t(exc_after)
def reraise_in_with():
    try:
        with CM('x', 0): raise ValueError('v')
    except ValueError:
        with CM('y', 0): raise
t(reraise_in_with)
def in_finally():
    for i in range(2):
        try: 1 / 0
        finally:
            with CM('f', 1): continue_ = i; raise KeyError
t(in_finally)
