# Order in which parts of statements are evaluated and stored: chained and augmented assignment, del, unpacking, subscripts, print, raise, for targets, comparisons, with, dict and set displays, default arguments.
log = []
class Obj(object):
    def __init__(self, n): self.__dict__['n'] = n
    def __getattr__(self, a): log.append('%s.%s' % (self.n, a)); return V('%s.%s' % (self.n, a))
    def __setattr__(self, a, v): log.append('%s.%s=%r' % (self.n, a, v))
    def __delattr__(self, a): log.append('del %s.%s' % (self.n, a))
    def __getitem__(self, k): log.append('%s[%r]' % (self.n, k)); return V('%s[]' % self.n)
    def __setitem__(self, k, v): log.append('%s[%r]=%r' % (self.n, k, v))
    def __delitem__(self, k): log.append('del %s[%r]' % (self.n, k))
    def __call__(self, *a, **k): log.append('%s%r%r' % (self.n, a, sorted(k.items()))); return V(self.n + '()')
    def __enter__(self): log.append('enter ' + self.n); return (V('x'), V('y'))
    def __exit__(self, *a): log.append('exit ' + self.n)
class V(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
    def __iadd__(self, o): log.append('%s+=%r' % (self.n, o)); return V(self.n + '+')
    def __add__(self, o): log.append('%s+%r' % (self.n, o)); return V('sum')
    def __radd__(self, o): log.append('%r r+ %s' % (o, self.n)); return V('rsum')
    def __lt__(self, o): log.append('%s<%r' % (self.n, o)); return V(self.n + '<')
    def __nonzero__(self): log.append('bool ' + self.n); return self.n[0] != 'f'
    def __hash__(self): log.append('hash ' + self.n); return hash(self.n)
    def __eq__(self, o): log.append('%s==%r' % (self.n, o)); return self.n == o.n
    def __iter__(self): log.append('iter ' + self.n); return iter([V(self.n + '0'), V(self.n + '1')])
    def __str__(self): log.append('str ' + self.n); return self.n
    def __neg__(self): log.append('-' + self.n); return V('-' + self.n)
    def __index__(self): log.append('index ' + self.n); return 1
    def __contains__(self, o): log.append('%r in %s' % (o, self.n)); return True
    def __getslice__(self, a, b): log.append('slice'); return self
    def __len__(self): log.append('len ' + self.n); return 2
def L(n): log.append(n); return Obj(n)
def X(n): log.append(n); return V(n)
class Out(object):
    softspace = 0
    def write(self, s): log.append('w' + repr(s))
def O(): log.append('out'); return Out()
for s in ["L('a').x = L('b')[X('i')] = X('v')", "L('a')[X('i')] = L('b').y, c = X('v')", "L('a').x += X('v')", "L('a')[X('i')] += X('v')", "L('a')[X('i'):X('j')] += X('v')", "L('a')[X('i'), X('j')] = X('v')", "L('a')[X('i'):X('j'):X('k')] = X('v')", "L('a')[...] = X('v')", "del L('a').x, L('b')[X('i')], (L('c').y, [L('d').z])", "L('a')[X('i')], L('b').x = X('v')", "(L('a').x, [L('b').y, L('c').z]) = (X('v'), X('w'))", "for L('a').x in X('v'): log.append('body')", "for L('a')[X('i')], L('b').y in [X('v')]: pass", "with L('a') as (L('b').x, L('c')[X('i')]), L('d'): log.append('body')", "print >>O(), X('a'), X('b'), X('c')", "print >>O(), X('a'), 1 / 0, X('c')", "raise L('a')(X('v')), X('w'), X('t')", "X('a') < X('b') < X('c')", "X('f') < X('b') < X('c')", "X('a') + X('b') + X('c')", "X('a') + (X('b') + X('c'))", "1 + X('a')", "X('a') and X('f') and X('c') or X('d')", "not X('a') or not X('f')", "X('a') if X('f') else X('c')", "{X('a'): X('b'), X('c'): X('d')}", "{X('a'), X('b'), X('a')}", "[X('a'), X('b')] + [X('c')]", "L('f')(X('a'), k=X('b'), *X('c'), **{'z': X('d')})", "L('f')(*X('c'), k=X('b'))", "L('f').m(X('a')).n[X('b')].o", "-X('a') + X('b')", "X('a') in X('b')", "X('a') not in X('b')", "X('a') is X('b')", "X('q')[X('a'):X('b')]", "X('q')[:X('b')]", "lambda a=X('d'), b=X('e'): X('never')", "def f(a=X('d'), (b, c)=X('e')): X('never')", "@L('d1')\n@L('d2')(X('arg'))\ndef f(a=X('def')): pass", "@L('d1')\nclass K(X): log.append('body')", "class K(L('a').b, L('c').d): log.append('body')", "[X('a') for a in X('b') if X('c') if X('f') for d in X('e')]", "list(X('a') for a in X('b') if X('c') for d in X('e'))", "{X('k'): X('v') for a in [1]}", "{X('s') for a in [1]}", "exec X('code') in X('g'), X('l')", "assert X('f'), X('m')", "assert X('a'), X('m')", "`X('a')`", "X('a'), X('b'); X('c')", "a = b = L('c').d = X('v')", "a, a = X('v')", "L('z').q = L('z').q, = [X('v')]", "global g1; g1 = X('a')", "import sys as L0, os as L1", "if X('f'): pass\nelif X('a'): X('b')\nelse: X('c')", "while X('f'): pass\nelse: X('e')", "try: raise KeyError\nexcept (X('a'), KeyError), L('b').e: pass", "try: raise KeyError\nexcept X('a'): pass\nexcept KeyError: X('b')", "return_ = (yield_ for yield_ in X('a'))", "'%s %s' % (X('a'), X('b'))", "'%(a)s' % {'a': X('a')}", "X('a')()", "X('a').b", "L('a').b.c", "max(X('a'), X('b'))", "sorted([X('b'), X('a')])", "sum([X('a'), X('b')], X('s'))", "dict(a=X('a'), b=X('b')) and 0", "map(lambda a, b: X('m'), X('a'), X('b'))", "isinstance(X('a'), X('b'))", "getattr(X('a'), 'n', X('b'))", "[1, 2, 3][X('a')]", "range(3)[X('a'):X('b')]", "divmod(X('a'), X('b'))"]:
    del log[:]
    try: exec s in dict(globals()); r = ''
    except Exception as e: r = type(e).__name__
    print s.replace('\n', ' / '), '->', ' '.join(log), r
