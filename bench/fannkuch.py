# small: 8
# py3: ok
"""Pancake flips over all permutations: indexed and sliced lists."""
import sys


def fannkuch(n):
    perm = list(range(n))
    counts = [0] * n
    most = checksum = 0
    even = True
    while True:
        first = perm[0]
        if first:
            flips = 0
            work = perm[:]
            while first:
                work[:first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > most:
                most = flips
            if even:
                checksum += flips
            else:
                checksum -= flips
        # The next permutation by rotation of ever longer prefixes.
        if even:
            perm[0], perm[1] = perm[1], perm[0]
            even = False
            continue
        even = True
        perm[1], perm[2] = perm[2], perm[1]
        for r in range(2, n):
            counts[r] += 1
            if counts[r] <= r:
                break
            counts[r] = 0
            if r == n - 1:
                return checksum, most
            perm[:r + 2] = perm[1:r + 2] + perm[:1]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    checksum, most = fannkuch(n)
    print("%d\nPfannkuchen(%d) = %d" % (checksum, n, most))


if __name__ == '__main__':
    main()
