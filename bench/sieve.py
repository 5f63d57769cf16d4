# small: 150000
# py3: ok
"""Prime numbers by Eratosthenes, once with loops and once with slices."""
import sys


def sieve_with_loops(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            j = i * i
            while j <= n:
                flags[j] = False
                j += i
        i += 1
    return flags


def sieve_with_slices(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
        i += 1
    return flags


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 5000000
    flags = sieve_with_loops(n)
    primes = [i for i, prime in enumerate(flags) if prime]
    assert flags == sieve_with_slices(n)
    twins = 0
    for a, b in zip(primes, primes[1:]):
        if b - a == 2:
            twins += 1
    print("%d primes up to %d, %d twins, largest %d" % (len(primes), n, twins, primes[-1]))
    gaps = {}
    for i in range(1, len(primes)):
        gap = primes[i] - primes[i - 1]
        gaps[gap] = gaps.get(gap, 0) + 1
    for gap in sorted(gaps)[:8]:
        print("gap %d: %d" % (gap, gaps[gap]))


if __name__ == '__main__':
    main()
