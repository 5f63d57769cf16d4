# small: 8
# py3: ok
"""Counts the ways to place n queens, with recursive generators and sets."""
import sys


def placements(n, row, columns, rising, falling):
    """Yields the columns of the queens, a tuple for each solution."""
    if row == n:
        yield ()
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        for rest in placements(n, row + 1, columns, rising, falling):
            yield (column,) + rest
        columns.remove(column)
        rising.remove(row + column)
        falling.remove(row - column)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    solutions = list(placements(n, 0, set(), set(), set()))
    print("%d queens: %d solutions" % (n, len(solutions)))
    first = min(solutions)
    for column in first:
        print(' '.join('Q' if i == column else '.' for i in range(n)))


if __name__ == '__main__':
    main()
