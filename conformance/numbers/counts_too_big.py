# A count that fits no machine word is an OverflowError in `__mul__` and `__rmul__` too, an index an IndexError.
class Index(object):
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def attempt(f, *args):
    try:
        print f(*args),
    except Exception as e:
        print type(e).__name__, e,

for x in ('a', u'a', '', [1], (1,), bytearray('a'), buffer('a')):
    for count in (10 ** 30, -10 ** 30, 2 ** 63, Index(10 ** 30), Index('s'), 1.5, None):
        print type(x).__name__, type(count).__name__,
        for name in ('__mul__', '__rmul__', '__getitem__'):
            attempt(getattr(x, name), count)
        print
    attempt(lambda: x * Index(2))
    attempt(lambda: x * 10 ** 30)
    attempt(lambda: -10 ** 30 * x)
    print
