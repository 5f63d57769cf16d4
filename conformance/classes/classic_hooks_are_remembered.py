# An old-style class knows __getattr__, __setattr__ and __delattr__ since it was made: its own may change, its bases' may not.
class A: pass
class B(A): pass


def getter(self, name):
    if name.startswith('__'):
        raise AttributeError(name)
    return 'got ' + name


def setter(self, name, value):
    self.__dict__[name] = ('set', value)


def deleter(self, name):
    self.__dict__[name] = 'deleted'


def look(x):
    out = [getattr(x, 'zz', None)]
    x.q = 1
    out.append(x.__dict__['q'])
    del x.q
    out.append(x.__dict__.get('q'))
    return out


def hot(x):
    r = None
    for i in xrange(60):
        r = look(x)
    return r


b = B()
print hot(b)
A.__getattr__, A.__setattr__, A.__delattr__ = getter, setter, deleter
print hot(b), hot(A())
class C(A): pass
print hot(C())
B.__getattr__ = getter
print hot(b)
B.__setattr__ = setter
print hot(b)
B.__delattr__ = deleter
print hot(b)
del A.__getattr__, A.__setattr__, A.__delattr__
print hot(A()), hot(C())
# What a class has lost is not looked for in its bases.
A.__getattr__ = getter
class D(A): pass
D.__getattr__ = lambda self, name: 'own'
print look(D())
del D.__getattr__
print look(D())
# Other bases, another dict: found anew.
D.__bases__ = (A,)
print look(D())
D.__bases__ = ()
print look(D())
D.__dict__ = {'__getattr__': getter}
print look(D())
D.__dict__['__getattr__'] = lambda self, name: 'unseen'
print look(D())
