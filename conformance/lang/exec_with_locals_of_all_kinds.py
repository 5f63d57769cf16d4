# exec, eval and execfile with namespaces of every kind: mappings, subclasses, missing builtins, code objects with free variables, unicode source.
def t(f, *a):
    try: print repr(f(*a)).split(' at 0x')[0]
    except SyntaxError as e: print 'SyntaxError', e.msg, e.lineno, e.offset, repr(e.text)
    except Exception as e: print type(e).__name__, e
class Map(object):
    def __init__(self, **k): self.d = k
    def __getitem__(self, k): print 'get', k; return self.d[k]
    def __setitem__(self, k, v): print 'set', k, type(v).__name__; self.d[k] = v
    def __delitem__(self, k): print 'del', k; del self.d[k]
    def keys(self): return sorted(self.d)
class Dd(dict):
    def __missing__(self, k): return 'missing ' + k
    def __getitem__(self, k): print 'Dd', k; return dict.__getitem__(self, k) if k in self else self.__missing__(k)
m = Map(a=1)
t(eval, 'a + 1', {}, m); t(eval, 'nosuch', {}, m); t(eval, 'len', {}, m); t(eval, 'a', m); t(eval, 'dir()', {}, m); t(eval, 'locals() is not None', {}, m)
exec 'b = a; del a; c = [b for b in (1, 2)]; x, y = 3, 4' in {}, m
print m.d
exec 'def f(): return b\nclass K: z = 1\nimport sys\nfor i in (1,): pass\nwith_ = lambda: b' in {}, m
print sorted(m.d)
def local_exec(code, g, l): exec code in g, l
t(local_exec, 'del nope', {}, m); t(local_exec, 'x', 5, {}); t(local_exec, 'x', {}, 5); t(local_exec, 'x', m, {}); t(local_exec, 'x', None, {}); t(local_exec, 5, {}, {}); t(local_exec, None, {}, {}); t(local_exec, 'global q; q = a', {'a': 7}, Map()); t(local_exec, 'x = 1', None, None)
d = Dd(k=1); t(eval, 'k, other', {}, d); t(eval, 'k, other', d); exec 'v = zz' in {}, d; print d['v']; exec 'w = k' in d; print dict.__getitem__(d, 'w'), sorted(dict.keys(d))
t(eval, 'open', {'__builtins__': {}}); t(eval, 'None, True', {'__builtins__': {}}); t(eval, '1 + 1', {'__builtins__': None}); t(eval, 'x', {'__builtins__': {'x': 5}}); t(eval, 'len("ab")', {'__builtins__': __builtins__}); t(eval, '[i for i in (1, 2)]', {'__builtins__': {}}); t(local_exec, 'class A: pass', {'__builtins__': {}}, {}); t(local_exec, 'import sys', {'__builtins__': {}}, {}); t(local_exec, 'print 1', {'__builtins__': {}}, {}); t(eval, 'x', {'__builtins__': 5})
g = {}; eval('1', g); print g.keys() == ['__builtins__'], g['__builtins__'] is __builtins__ or type(g['__builtins__']); g = {}; exec '' in g; print len(g)
def outer():
    free = 1
    def inner(): return free
    return inner
t(eval, outer().func_code); t(eval, outer.func_code); t(eval, (lambda: 1).func_code); t(eval, (lambda x: x).func_code); t(eval, (lambda *a: a).func_code); t(eval, (lambda **k: 1).func_code); t(local_exec, (lambda x=1: x).func_code, {}, {})
for src in ('', ' ', '\n', '1\n', ' 1', '\t1', '1 ', '1;2', '1\n2', 'x = 1', '(1,\n2)', '1 #c', '#c', 'yield 1', 'return 1', 'lambda: (yield)', 'print 1', u'u"\xe9"', u'"\xe9"', '"\xe9"', '\xef\xbb\xbf1', '1\0', '\0', '1 if', 'a b', '[', ')', '"', "'''", '1\\', '\\\n1', '*a', 'a=1', 'def', '0777', '0888', '1__0', '1L', '08', '0b2', '0xg', '1e', '1.e1', 'None = 1', '-1', 'not', '~', '1 2', 'a.1', '@a', '$', '?', 'a!b', 'a<>b' , u'\u20ac', '# coding: latin-1\n1', '`1`'):
    t(eval, src, {'a': 1, 'b': 2}) if src != 'a' else None
t(eval); t(eval, '1', 2); t(eval, '1', {}, {}, {}); t(eval, 5); t(eval, None); t(eval, ['1']); t(eval, bytearray('1')); t(eval, buffer('1')); t(eval, u'1 + 1'); t(compile, '1', 'f', 'bad'); t(compile, 'a = 1', 'f', 'eval'); t(compile, '1', 'f', 'exec', 99999); t(compile, '1', 5, 'eval'); t(compile, 5, 'f', 'eval'); t(compile, '1\0', 'f', 'eval'); t(compile, 'a\n b', 'f', 'exec'); t(compile, ' a', 'f', 'exec'); t(compile, 'if 1:\na', 'f', 'exec'); t(compile, 'if 1:\n  a\n b', 'f', 'exec'); t(compile, 'if 1:\n\ta\n        b', 'f', 'single'); t(compile, 'a;', 'f', 'single'); t(compile, 'a\nb', 'f', 'single'); t(compile, 'def f():\n  x', 'f', 'single'); t(compile, '', 'f', 'single'); t(compile, '#x', 'f', 'single')
def shadow():
    len = 5
    exec 'len = 6; new = 7'
    return len, new, sorted(locals())
t(shadow)
def nested(a):
    exec 'a = a + 1'
    def g(): return 1
    return a
t(nested, 1)
def with_in(d):
    x = 1
    exec 'x = 2; y = x' in d
    return x, d['y']
t(with_in, {}); exec('x9 = 1', globals()); print x9; ns = {}; exec('q = 1; r = 2', {}, ns); print ns; exec ('q = 3', ) [0] in ns; print ns['q']; exec(compile('z = 5', 'f', 'exec'), ns); print ns['z']
