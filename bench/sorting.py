# small: 500
# py3: ok
"""Sorting: numbers, strings, tuples, with key functions, what is sorted nearly or backwards already."""
import sys


def numbers(n):
    state = 1
    out = []
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        out.append(state >> 4)
    return out


class Record(object):
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight

    def __lt__(self, other):
        return self.weight < other.weight


def insert_all(values):
    """Insertion into a sorted list by bisection."""
    out = []
    for value in values:
        low, high = 0, len(out)
        while low < high:
            middle = (low + high) // 2
            if value < out[middle]:
                high = middle
            else:
                low = middle + 1
        out.insert(low, value)
    return out


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    values = numbers(n)
    ints = sorted(values)
    print('ints %d %d %d' % (ints[0], ints[n // 2], ints[-1]))
    floats = sorted([v / 7.0 for v in values], reverse=True)
    print('floats %.3f %.3f' % (floats[0], floats[-1]))
    names = ['item%d' % v for v in values]
    names.sort()
    print('strings %s %s' % (names[0], names[-1]))
    pairs = sorted([(v % 100, str(v)) for v in values])
    print('tuples %r %r' % (pairs[0], pairs[-1]))
    by_digits = sorted(values, key=lambda v: (v % 10, -v))
    print('keys %d %d' % (by_digits[0], by_digits[-1]))
    records = [Record(name, v) for name, v in zip(names, values)]
    records.sort()
    print('records %s' % records[0].name)
    records.sort(key=lambda record: record.name, reverse=True)
    print('attributes %d' % records[0].weight)
    nearly = list(range(n))
    for i in range(0, n - 1, 100):
        nearly[i], nearly[i + 1] = nearly[i + 1], nearly[i]
    for i in range(20):
        nearly.reverse()
        nearly.sort()
    print('nearly %d' % nearly[n // 3])
    print('inserted %d' % insert_all(values[:n // 4])[n // 8])
    words = set(name[:7] for name in names)
    print('sets %s' % ' '.join(sorted(words)[:3]))


if __name__ == '__main__':
    main()
