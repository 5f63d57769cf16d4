# small: 20000
# py3: ok
"""Exceptions as control flow: raised, caught by type, passed through finally."""
import sys


class Invalid(Exception):
    def __init__(self, what, position):
        Exception.__init__(self, what, position)
        self.position = position


class Missing(Invalid):
    pass


def parse(token, position):
    if token == '':
        raise Missing('empty', position)
    try:
        return int(token)
    except ValueError:
        raise Invalid('not a number: ' + token, position)


def convert(token, position, depth):
    """The error comes from some frames further down."""
    if depth:
        return convert(token, position, depth - 1)
    return parse(token, position)


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        table[key] = key * 2
        return table[key]


class Counter(object):
    def __init__(self):
        self.opened = self.closed = 0

    def guarded(self, token, position):
        self.opened += 1
        try:
            return convert(token, position, position % 4)
        finally:
            self.closed += 1


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    tokens = ['12', '7', 'x', '', '99', '3', '4.5', '1000']
    counter = Counter()
    total = bad = missing = where = 0
    table = {}
    for i in range(n):
        try:
            total += counter.guarded(tokens[i % 8], i)
        except Missing:
            missing += 1
        except Invalid as error:
            bad += 1
            where = (where * 31 + error.position) % 1000003
        total += lookup(table, i % 1000)
        try:
            try:
                total // (i % 5)
            except ZeroDivisionError:
                total += 1
                if i % 3 == 0:
                    raise
        except ArithmeticError:
            total += 2
    print("total %d bad %d missing %d where %d" % (total, bad, missing, where))
    print("opened %d closed %d" % (counter.opened, counter.closed))


if __name__ == '__main__':
    main()
