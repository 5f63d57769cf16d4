# A loop is entered in compiled code while something around it is under way that has an empty place.


class Keys(object):
    def __init__(self, given, known):
        self.names = dict(known)
        # The receiver of a static or bound callee is absent while its argument's loop runs.
        self.names.update(dict.fromkeys([x for x in given if x not in self.names], True))


total = 0
for i in xrange(3000):
    total += len(Keys(range(30), {i % 40: 0}).names)
print total


def finishing(n):
    try:
        pass
    finally:
        # Nothing was raised into this.
        seen = 0
        for i in xrange(n):
            seen += i
    return seen


print [finishing(n) for n in (1, 10, 100000, 5, 100000)]


def failing(n):
    try:
        raise KeyError(n)
    finally:
        seen = 0
        for i in xrange(n):
            seen += i


for n in (1, 100000, 5, 100000):
    try:
        failing(n)
    except KeyError as e:
        print "KeyError", e


def either(n):
    try:
        if n % 3 == 0:
            raise ValueError(n)
    finally:
        seen = [i for i in xrange(n * 10)]
    return len(seen)


out = []
for n in xrange(600):
    try:
        out.append(either(n))
    except ValueError as e:
        out.append(e.args[0])
print sum(out)


class Static(object):
    @staticmethod
    def count(xs, more=1):
        return len(xs) + more

    def run(self, n):
        return self.count([x for x in xrange(n) if x % 2])


s = Static()
print sum(s.run(n) for n in (1, 50000, 7, 100000))
