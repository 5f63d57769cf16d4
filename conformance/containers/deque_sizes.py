# sys.getsizeof of a deque tells of blocks of items, of which the first is begun in its middle.
import collections
import sys

one = sys.getsizeof(collections.deque())
for n in range(0, 200, 3) + [31, 32, 93, 94, 2604]:
    print n, sys.getsizeof(collections.deque('a' * n)) - one,
print
