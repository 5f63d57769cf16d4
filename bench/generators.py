# small: 30000
# py3: ok
"""Pipelines of generators: sources, filters, grouping, a coroutine at the end."""
import sys


def numbers(n):
    state = 99
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        yield (state >> 8) % 10000


def odd(source):
    for x in source:
        if x % 2:
            yield x


def windows(source, size):
    window = []
    for x in source:
        window.append(x)
        if len(window) == size:
            yield tuple(window)
            del window[0]


def flatten(tree):
    if isinstance(tree, list):
        for branch in tree:
            for leaf in flatten(branch):
                yield leaf
    else:
        yield tree


def nested(depth, width):
    if depth == 0:
        return depth + width
    return [nested(depth - 1, width) for i in range(width)]


def averager():
    """Takes values, yields the average so far."""
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / float(count)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
    rising = 0
    for a, b, c in windows(odd(numbers(n)), 3):
        if a < b < c:
            rising += 1
    print("rising %d" % rising)
    print("squares %d" % sum(x * x % 7 for x in numbers(n) if x % 3 == 0))
    average = averager()
    next(average)
    result = 0.0
    for x in numbers(n):
        result = average.send(x)
    print("average %.6f" % result)
    print("leaves %d" % sum(flatten(nested(8 if n > 100000 else 5, 4))))


if __name__ == '__main__':
    main()
