# __getattr__, __getattribute__, __setattr__, __delattr__, getattr and friends.
log = []


class A(object):
    cls_attr = 'class'

    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        log.append('getattr ' + name)
        if name == 'missing':
            raise AttributeError('really missing')
        return 'dynamic ' + name

    def __setattr__(self, name, value):
        log.append('setattr ' + name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        log.append('delattr ' + name)
        object.__delattr__(self, name)


a = A()
a.y = 2
del a.y
print a.x, a.cls_attr, a.other, a.y, a.__class__.__name__, hasattr(a, 'anything'), hasattr(a, 'missing'), getattr(a, 'missing', 'default'), getattr(a, 'x'), a.__dict__
print log
del log[:]
for code in ['a.missing', 'del a.nothing', 'getattr(a, "missing")', 'setattr(a, "s", 1)', 'delattr(a, "s")', 'getattr(a)', 'getattr(a, 5)', 'setattr(a, 5, 1)', 'hasattr(a, None)', 'getattr(a, u"x")', 'getattr(a, "with space")', 'setattr(a, "with space", 3)', 'a.__dict__["with space"]', 'delattr(a, "x", 1)', 'object().x', 'object().x = 1', 'del object().x', 'a.__dict__ = 5', 'a.__class__ = 5', 'del a.__class__', 'a.__class__ = int', 'None.x', '(5).x', '"s".x', '[].x', 'len.x', 'A.nothing', 'del A.nothing', 'A.__dict__["x"] = 1', 'A.__name__ = 5', 'int.x = 1', 'type.x', 'A.__bases__ = 5']:
    try:
        exec code
        print code, 'ok'
    except Exception as e:
        print code, type(e).__name__, e


class B(object):
    def __init__(self):
        self.real = 'real value'

    def __getattribute__(self, name):
        log.append(name)
        if name == 'fake':
            return 'faked'
        if name == 'fallback':
            raise AttributeError('go on')
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return 'getattr after ' + name

    def method(self):
        return self.real

    def __len__(self):
        return 5


del log[:]
b = B()
print b.real, b.fake, b.fallback, b.method(), b.nothing, len(b), b.__dict__, log
del log[:]
print hasattr(b, 'x'), b.__class__.__name__, isinstance(b, B), log


class Proxy(object):
    def __init__(self, target):
        object.__setattr__(self, '_target', target)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_target'), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, '_target'), name, value)

    def __repr__(self):
        return 'Proxy'


p = Proxy([3, 1])
p.append(2)
p.sort()
print p.__len__(), p.__class__, isinstance(p, list), type(p), repr(p), p._target if hasattr(p, '_target') else 'hidden'


class C(object):
    def __getattr__(self, name):
        raise KeyError(name)


for f in [lambda: C().x, lambda: hasattr(C(), 'x'), lambda: getattr(C(), 'x', 1)]:
    try:
        print f()
    except KeyError as e:
        print 'KeyError', e


class D(object):
    pass


d = D()
for i in range(60):
    setattr(d, 'attr%d' % i, i)
for i in range(0, 60, 2):
    delattr(d, 'attr%d' % i)
d.attr0 = 'back'
print len(d.__dict__), d.attr59, hasattr(d, 'attr58'), d.attr0, sorted(d.__dict__)[:3]
d.__dict__['direct'] = 1
print d.direct
d.__dict__ = {'new': 2}
print d.new, hasattr(d, 'direct')
d.__dict__.update(k=3)
print d.k, vars(d) is d.__dict__
e = D()
e.__dict__ = d.__dict__
e.shared = 'both'
print d.shared
del d.__dict__
print d.__dict__, hasattr(d, 'k'), e.k
D.cls = 1
d.cls = 2
del D.cls
print d.cls, hasattr(D, 'cls')


class Chain(object):
    def __init__(self, path=''):
        self.path = path

    def __getattr__(self, name):
        return Chain(self.path + '/' + name)

    def __call__(self, arg):
        return Chain('%s(%s)' % (self.path, arg))


print Chain().a.b(1).c('x').d.path
