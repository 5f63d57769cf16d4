# small: 8
# py3: ok
"""Builds and walks many short-lived trees: allocation and collection."""
import sys


class Node(object):
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make_tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make_tree(depth - 1), make_tree(depth - 1))


def main():
    deepest = int(sys.argv[1]) if len(sys.argv) > 1 else 14
    shallowest = 4
    stretch = deepest + 1
    print("stretch tree of depth %d\t check: %d" % (stretch, make_tree(stretch).check()))
    long_lived = make_tree(deepest)
    for depth in range(shallowest, stretch, 2):
        trees = 1 << (deepest - depth + shallowest)
        check = 0
        for i in range(trees):
            check += make_tree(depth).check()
        print("%d\t trees of depth %d\t check: %d" % (trees, depth, check))
    print("long lived tree of depth %d\t check: %d" % (deepest, long_lived.check()))


if __name__ == '__main__':
    main()
