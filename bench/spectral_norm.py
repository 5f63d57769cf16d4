# small: 80
# py3: ok
"""The spectral norm of an infinite matrix, by the power method."""
import sys


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    result = []
    for i in range(len(v)):
        total = 0.0
        for j, x in enumerate(v):
            total += element(i, j) * x
        result.append(total)
    return result


def times_transposed(v):
    result = []
    for i in range(len(v)):
        total = 0.0
        for j, x in enumerate(v):
            total += element(j, i) * x
        result.append(total)
    return result


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 550
    u = [1.0] * n
    for step in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    print("%.9f" % (uv / vv) ** 0.5)


if __name__ == '__main__':
    main()
