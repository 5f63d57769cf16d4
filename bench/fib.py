# small: 22
# py3: ok
"""Recursive Fibonacci numbers: the cost of a call."""
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 36
    print("fib(%d) = %d" % (n, fib(n)))


if __name__ == '__main__':
    main()
