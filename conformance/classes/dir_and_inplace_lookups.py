# What dir() asks an object for, in which order, and what an old-style instance is asked for by operators.
class D(object):
    def __getattribute__(self, name):
        print 'get', name,
        return object.__getattribute__(self, name)


print len(dir(D())) > 10


class Base(object):
    from_base = 1


class Claims(object):
    own = 2
    __class__ = property(lambda self: Base)


print 'from_base' in dir(Claims()), 'own' in dir(Claims())


class O:
    def __getattr__(self, name):
        print 'get', name,
        raise AttributeError(name)


o, other = O(), O()
for op in '+ - * / // % ** << >> & | ^'.split():
    for text in 'o %s= 1', 'o %s= other', 'o %s 1', '1 %s o', 'o %s other':
        try:
            exec text % op
        except TypeError as e:
            print e


class Coerces(O):
    def __coerce__(self, x):
        return None


class Adds(O):
    def __add__(self, x):
        print 'add',
        return NotImplemented

    def __radd__(self, x):
        print 'radd',
        return NotImplemented


for a in Coerces(), Adds():
    for b in 1, None, o, a:
        try:
            a += b
        except TypeError as e:
            print e
        try:
            a -= b
        except TypeError as e:
            print e


class Both:
    def __coerce__(self, x):
        return 5, x


b = Both()
b += 2
print b
