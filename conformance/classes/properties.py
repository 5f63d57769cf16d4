# property.
class Temp(object):
    def __init__(self):
        self._c = 0.0

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._c = value

    @celsius.deleter
    def celsius(self):
        self._c = None

    def get_f(self):
        return self._c * 9 / 5 + 32

    def set_f(self, f):
        self.celsius = (f - 32) * 5.0 / 9

    fahrenheit = property(get_f, set_f, doc='Degrees Fahrenheit.')
    constant = property(lambda self: 42)
    write_only = property(None, lambda self, v: setattr(self, '_w', v))
    empty = property()


t = Temp()
t.celsius = 100
print t.celsius, t.fahrenheit, t.constant, Temp.celsius.__doc__, Temp.fahrenheit.__doc__, type(Temp.celsius)
t.fahrenheit = 32
print t.celsius
del t.celsius
print t.celsius, t.__dict__
t.write_only = 9
print t._w
for code in ['t.constant = 1', 'del t.constant', 't.write_only', 'del t.fahrenheit', 't.empty', 't.empty = 1', 'del t.empty', 't.celsius = -300', 'Temp.celsius.fget = 1', 'property(1, 2, 3, 4, 5)', 't.constant()', 'property(5).fget']:
    try:
        exec code
        print code, 'ok'
    except Exception as e:
        print code, type(e).__name__, e


class Sub(Temp):
    @property
    def constant(self):
        return super(Sub, self).constant + 1

    @Temp.celsius.getter
    def celsius(self):
        return 'sub', self._c


s = Sub()
s.celsius = 5
print s.constant, s.celsius, Sub.celsius is Temp.celsius, Sub.celsius.fset is Temp.celsius.fset, Sub.celsius.fget is Temp.celsius.fget


class Overridden(Temp):
    def get_f(self):
        return 'not used by the property'


print Overridden().fahrenheit


class Late(object):
    x = property(lambda self: self.get_x())

    def get_x(self):
        return 'base'


class Later(Late):
    def get_x(self):
        return 'derived'


print Later().x


class PropertyError(object):
    @property
    def p(self):
        raise AttributeError('inside property')

    @property
    def q(self):
        return self.missing


e = PropertyError()
for name in ['p', 'q']:
    try:
        getattr(e, name)
    except AttributeError as err:
        print err
print hasattr(e, 'p'), getattr(e, 'p', 'default')


class Fallback(PropertyError):
    def __getattr__(self, name):
        return 'fallback for ' + name


print Fallback().p, Fallback().q


class MyProperty(property):
    def __get__(self, obj, cls):
        return 'my', property.__get__(self, obj, cls) if obj is not None else None


class UsesMy(object):
    @MyProperty
    def v(self):
        return 'value'


print UsesMy().v, UsesMy.v
u = UsesMy()
u.__dict__['v'] = 'ignored'
print u.v
UsesMy.v = 'replaced'
print UsesMy().v, u.v


class OldStyle:
    p = property(lambda self: 'old get works', lambda self, v: None)


o = OldStyle()
print o.p
o.p = 'old set does not'
print o.p, o.__dict__
print sorted(n for n in dir(property) if n in ('fget', 'fset', 'fdel', 'getter', 'setter', 'deleter')), property.__doc__ is not None


class Counter(object):
    total = 0

    @property
    def next(self):
        Counter.total += 1
        return Counter.total


c = Counter()
print c.next, c.next, [c.next for i in range(3)], c.next + c.next
c2 = Counter()
for i in range(100):
    c2.next
print Counter.total
