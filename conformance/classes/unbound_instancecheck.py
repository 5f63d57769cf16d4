# What an unbound method takes for an instance of its class is for the class to say.


class Meta(type):
    def __instancecheck__(cls, x):
        print 'check', cls.__name__, type(x).__name__
        return isinstance(x, (str, int))


class Text(unicode):
    __metaclass__ = Meta

    def join(self, items):
        return [type(self), items]


class Plain(object):
    __metaclass__ = Meta

    def f(self):
        return type(self).__name__


class Below(Plain):
    pass


class Raises(object):
    class __metaclass__(type):
        def __instancecheck__(cls, x):
            raise ValueError('not asked')

    def f(self):
        return 'f'


def attempt(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


for i in range(3):
    attempt(Text.join, '-', [1])
    attempt(Text.join, 2.5, [1])
    attempt(Plain.f, 3)
    attempt(Plain.f, Plain())
    attempt(Plain.f, [])
    attempt(Plain.f)
    attempt(Raises.f, Raises())
    attempt(Raises.f, 3)
