# StopIteration and GeneratorExit where they mean something and where not.
class It(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration('value', self.n)
        return self.n


print list(It(3)), [x for x in It(2)], tuple(It(0)), sum(It(4)), next(It(0), 'default'), zip(It(2), It(3)), map(None, It(2), It(1)), dict.fromkeys(It(2)), max(It(3)), reduce(lambda a, b: a - b, It(3)), 'x'.join(map(str, It(3))), sorted(It(3)), any(It(1)), set(It(2)), (lambda *a: a)(*It(3)), 5 in It(3), list(enumerate(It(1))), filter(None, It(3)), [a for a, b in zip(It(9), 'ab')]
try:
    next(It(0))
except StopIteration as e:
    print e.args


def leak():
    for x in It(2):
        if x == 0:
            raise StopIteration('from the body')
    return 'never'


try:
    leak()
except StopIteration as e:
    print 'body leaks', e


def helper():
    raise StopIteration


def gen_ended_by_helper():
    yield 1
    helper()
    yield 2


print list(gen_ended_by_helper())
print [x for x in It(3) if x or helper] and 'comp', list(x if x else helper() for x in It(3)), list(y for x in It(3) for y in [x] if x != 1 or helper())
try:
    [helper() for x in It(1)]
except StopIteration:
    print 'list comprehension leaks'
for expr in ['map(lambda x: helper(), [1])', 'filter(lambda x: helper(), [1])', 'sorted([1, 2], key=lambda x: helper())', 'list(iter(helper, 1))', 'reduce(lambda a, b: helper(), [1, 2])', 'dict((x, helper()) for x in [1])', 'sum(helper() for x in [1])', 'max([1], key=lambda x: helper())', 'any(helper() for x in [1])', '"".join(helper() for x in [1])', 'next(x for x in [])', 'zip((helper() for x in [1]), [1])', 'a, b = (helper() for x in [1])', 'apply(helper)', 'len([helper() for x in []])', 'tuple(map(lambda x: x, It(2)))']:
    try:
        exec ('r = ' + expr if '=' not in expr.replace('key=', '') else expr)
        print expr, r
    except Exception as e:
        print expr, type(e).__name__, e


class GetItem(object):
    def __init__(self, exc):
        self.exc = exc

    def __getitem__(self, i):
        if i < 2:
            return i
        raise self.exc('end')


for exc in [IndexError, StopIteration, KeyError]:
    try:
        print exc.__name__, list(GetItem(exc)), 9 in GetItem(exc), [x for x in GetItem(exc)]
    except Exception as e:
        print exc.__name__, 'leaks', e


class Resumes(object):
    """An iterator that goes on after it said it was done."""
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def next(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration
        return self.n


r = Resumes()
print list(r), list(r), next(r), list(r)
while True:
    try:
        v = next(r)
    except StopIteration:
        break
print v
def total(it):
    it = iter(it)
    s = 0
    try:
        while 1:
            s += it.next()
    except StopIteration:
        return s
print total(It(5)), total([]), total(x * x for x in range(4))
try:
    for x in It(1):
        pass
    else:
        raise StopIteration('else')
except StopIteration as e:
    print e
def gexit():
    try:
        raise GeneratorExit
    except Exception:
        return 'Exception'
    except GeneratorExit:
        return 'GeneratorExit'
print gexit(), issubclass(GeneratorExit, Exception), issubclass(StopIteration, Exception)
