# small: 20
"""Bills of telephone calls in decimal arithmetic: rates, taxes and rounding, as accounting does them."""
import sys
from decimal import Decimal, ROUND_DOWN, ROUND_HALF_EVEN


def calls(n):
    """Durations in seconds, and whether the call was a distant one."""
    state = 12345
    for _ in range(n):
        state = (state * 1103515245 + 12345) % (1 << 31)
        yield state % 4000, state >> 16 & 1


def bill(n):
    cent = Decimal('0.01')
    rates = [Decimal('0.0013'), Decimal('0.00894')]
    basic, distant = Decimal('0.0675'), Decimal('0.0341')
    total, taxes, surcharges = Decimal(0), Decimal(0), Decimal(0)
    lines = 0
    for seconds, far in calls(n):
        price = (rates[far] * seconds).quantize(cent, ROUND_HALF_EVEN)
        tax = (price * basic).quantize(cent, ROUND_DOWN)
        taxes += tax
        amount = price + tax
        if far:
            more = (price * distant).quantize(cent, ROUND_DOWN)
            surcharges += more
            amount += more
        total += amount
        lines += len(str(amount))
    return total, taxes, surcharges, lines


def root(digits):
    """The square root of two by Newton's iteration."""
    from decimal import getcontext
    getcontext().prec = digits
    x = Decimal(1)
    two = Decimal(2)
    for _ in range(12):
        x = (x + two / x) / two
    return x


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    print('%s %s %s %d' % bill(n))
    print(root(200))


if __name__ == '__main__':
    main()
