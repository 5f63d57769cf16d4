# small: 200
# py3: ok
"""Integers beyond 64 bits: digits of pi, factorials, powers modulo a prime, conversions."""
import sys


def pi_digits(n):
    """The first digits of pi, from a continued product whose state is three growing integers."""
    digits = []
    top, rest, bottom, k = 1, 0, 1, 0
    while len(digits) < n:
        k += 1
        odd = 2 * k + 1
        top, rest, bottom = top * k, (2 * top + rest) * odd, bottom * odd
        if top > rest:
            continue
        digit = (3 * top + rest) // bottom
        if digit == (4 * top + rest) // bottom:
            digits.append(str(digit))
            top, rest = 10 * top, 10 * (rest - digit * bottom)
    return ''.join(digits)


def factorials(n):
    total, product = 0, 1
    for i in range(1, n):
        product *= i
        total ^= product
    return len(str(total))


def powers(n):
    """Powers by squaring, modulo a prime of 127 bits."""
    prime = 2 ** 127 - 1
    total = 0
    for base in range(2, n):
        result, square, exponent = 1, base, prime - 2
        while exponent:
            if exponent & 1:
                result = result * square % prime
            square = square * square % prime
            exponent >>= 1
        total = (total + result) % prime
        assert result * base % prime == 1
    return total


def hashes(n):
    """Mixing in 128 bits, as hash functions do."""
    mask = 2 ** 128 - 1
    state = 0x9e3779b97f4a7c15f39cc0605cedc835
    for i in range(n):
        state ^= i
        state = (state * 0x2360ed051fc65da44385df649fccf645 + 1) & mask
        state ^= state >> 57
    return '%032x' % state


def main():
    # Python 3 converts numbers of some length only, unless told otherwise.
    getattr(sys, 'set_int_max_str_digits', id)(0)
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    digits = pi_digits(n)
    print(digits[:20] + ' ... ' + digits[-20:])
    print(factorials(n))
    print(powers(n // 3))
    print(hashes(n * 150))


if __name__ == '__main__':
    main()
