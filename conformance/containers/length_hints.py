# Which functions ask an iterable how long it is, and when.
class Hinted(object):
    def __init__(self, log):
        self.items = iter(range(2))
        self.log = log

    def __iter__(self):
        return self

    def next(self):
        self.log.append('next')
        return self.items.next()

    def __length_hint__(self):
        self.log.append('hint')
        return 3


class Sized(Hinted):
    def __len__(self):
        self.log.append('len')
        return 3


class Failing(Hinted):
    def __len__(self):
        raise ZeroDivisionError('len')


def spread(x):
    return (lambda *a: a)(*x)


def try_all(name, f):
    for cls in Hinted, Sized, Failing:
        log = []
        try:
            result = f(cls(log))
        except ZeroDivisionError as e:
            # CPython's map() goes on, and fails at the end.
            result = repr(e)
            log = []
        print name, cls.__name__, result, ' '.join(log)


try_all('map', lambda x: map(str, x))
try_all('map None', lambda x: map(None, x))
try_all('map two', lambda x: map(None, x, x))
try_all('zip', lambda x: zip(x, x))
try_all('filter', lambda x: filter(None, x))
try_all('bytearray.extend', lambda x: bytearray().extend(x))
try_all('list', list)
try_all('tuple', tuple)
try_all('set', set)
try_all('f(*x)', spread)
