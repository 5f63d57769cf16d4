# __getattribute__, __getattr__, __setattr__, __delattr__ in both kinds of class: order, recursion, errors inside, dir and vars.
class Log(object):
    x = 'class x'
    data = property(lambda s: 'prop', None)
    def __getattribute__(self, n):
        seen.append('ga ' + n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        seen.append('g ' + n)
        if n == 'bad':
            raise AttributeError('my ' + n)
        if n == 'worse':
            raise KeyError(n)
        return 'got ' + n
    def __setattr__(self, n, v):
        seen.append('s ' + n)
        if n != 'skip':
            object.__setattr__(self, n, v)
    def __delattr__(self, n):
        seen.append('d ' + n)
        object.__delattr__(self, n)
    def __len__(self):
        return len(self.missing)
def t(code, ns):
    del seen[:]
    try:
        if '=' not in code.split('(')[0] and not code.startswith('del'):
            code = 'r = ' + code
        exec code in ns
        print code, repr(ns.get('r')).split(' at 0x')[0], seen
    except Exception as e:
        print code, type(e).__name__, e, seen
    ns.pop('r', None)
seen = []
ns = {'o': Log()}
for code in ('o.x', 'o.y', 'o.data', 'o.bad', 'o.worse', 'o.x = 1', 'o.x', 'o.skip = 2', 'o.skip', 'o.data = 3', 'del o.x', 'del o.x', 'del o.data', 'len(o)', 'hasattr(o, "bad")', 'hasattr(o, "worse")', 'getattr(o, "bad", 5)', 'getattr(o, "worse", 5)', 'o.__dict__', 'o.__class__', 'vars(o)', 'repr(o)', 'o.__len__()', 'isinstance(o, int)', 'o.a.b', 'o + 1', 'o()', 'iter(o)', 'o[0]', 'callable(o)', 'bool(o)', 'setattr(o, "q", 1)', 'delattr(o, "q")', 'getattr(o, u"y")', 'getattr(o, 3)', 'setattr(o, u"\\xe9", 1)', 'hash(o) and 1', 'o.__nope__', 'o.y += "z"', 'o.y'):
    t(code, ns)
class Old:
    def __getattr__(self, n):
        seen.append('g ' + n)
        if n.startswith('__') and n != '__call__':
            raise AttributeError(n)
        return lambda *a: (n, a)
    def __setattr__(self, n, v):
        seen.append('s ' + n)
        self.__dict__[n] = v
    def __delattr__(self, n):
        seen.append('d ' + n)
        del self.__dict__[n]
ns = {'o': Old()}
for code in ('o.x()', 'o.x = 1', 'o.x', 'del o.x', 'del o.x', 'len(o)', 'o(1)', 'o + 1', '1 + o', 'repr(o)', 'str(o)', 'bool(o)', 'o == 1', 'cmp(o, 1) and 1', 'hash(o) and 1', 'o[1]', 'iter(o)', 'o.__class__', 'o.__dict__ = {"z": 1}', 'o.z', 'o.__class__ = 3', 'hasattr(o, "__foo__")', 'int(o)', 'o in [1]', '1 in o', 'o.a.b', 'coerce(o, 1)'):
    t(code, ns)
class Rec(object):
    def __getattribute__(self, n):
        return self.__dict__[n]
try:
    Rec().x
except RuntimeError as e:
    print 'RuntimeError', str(e)[:32]
class Prop(object):
    @property
    def p(self):
        return self.nothing
    def __getattr__(self, n):
        return 'fallback ' + n
print Prop().p
class Prop2(object):
    @property
    def p(self):
        raise AttributeError('inner')
    def __getattr__(self, n):
        raise AttributeError('outer ' + n)
try:
    Prop2().p
except AttributeError as e:
    print e
class Inst(object):
    pass
i = Inst()
i.__getattr__ = lambda n: 'inst'
try:
    i.foo
except AttributeError as e:
    print e
Inst.__getattr__ = lambda self, n: 'late ' + n
print i.foo, i.bar
del Inst.__getattr__
print hasattr(i, 'foo')
def hot(n):
    c = 0
    o = Inst()
    for k in xrange(n):
        if k == n // 2:
            Inst.__getattr__ = lambda self, name: 2
        if k == n // 2 + 100:
            Inst.v = 3
        if k == n - 100:
            o.v = 4
        try:
            c += o.v
        except AttributeError:
            c += 1
    return c
print hot(6000)
