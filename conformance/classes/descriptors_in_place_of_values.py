# A class's attribute that was a plain value, read at one place in the program, becomes a descriptor, and back.
class Own(object):
    def __get__(self, obj, cls=None):
        return ('got', obj, cls.__name__)


class Callable(object):
    def __call__(self, *args):
        return ('called', args)


def method(self):
    return 'method'


class G(object):
    x = 5


class H(G):
    pass


def read():
    return G.x


def read_below():
    return H.x


def call():
    try:
        return G.x(1)
    except TypeError as e:
        return str(e)


def shown(v):
    return repr(v).split(' at 0x')[0]


values = [5, staticmethod(len), None, classmethod(lambda cls, *a: (cls.__name__, a)), 'text', method, Callable(), Own(), [1], property(len)]
for turn in range(3):
    for value in values:
        G.x = value
        print shown(read()), '|', shown(read_below()), '|', shown(call()), '|', shown(getattr(G, 'x'))
for i in range(3000):
    G.x = values[i % 2]
    if i % 2:
        assert read() is len, i
    else:
        assert read() == 5, i
print 'done'
