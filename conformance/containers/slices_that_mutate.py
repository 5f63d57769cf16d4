# Bounds of slices whose __index__ changes the sequence.
import array


class Index(object):
    def __init__(self, value, act):
        self.value, self.act = value, act

    def __index__(self):
        self.act()
        return self.value


def attempt(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e), e


def each(make):
    def clear():
        del s[:]
    for key in (lambda: slice(None, Index(3, clear)), lambda: slice(Index(1, clear), None),
                lambda: slice(0, 10, Index(1, clear)), lambda: slice(0, 10, Index(2, clear)),
                lambda: slice(None, None, Index(-1, clear))):
        s = make()
        attempt(lambda: s[key()])
        print len(s)
        s = make()
        attempt(lambda: s.__delitem__(key()))
        print len(s)
        s = make()
        attempt(lambda: s.__setitem__(key(), make()))
        print s
    s = make()
    attempt(lambda: s[:Index(3, clear)])
    s = make()
    grow = lambda: s.extend(make())
    attempt(lambda: s[Index(0, grow):Index(100, grow)])
    attempt(lambda: s[Index(0, grow):100:3])


each(lambda: [1, 2, 3, 4])
each(lambda: bytearray('abcd'))
each(lambda: array.array('i', [1, 2, 3, 4]))
count = []
a = array.array('c', 'abcdef')
del a[::Index(2, lambda: count.append(1))]
print a, count
b = bytearray('abcdef')
w = buffer(array.array('c', 'abcdef'))
print w[::Index(2, lambda: None)], w[Index(1, lambda: None):3]
