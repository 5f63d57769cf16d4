# small: 120
# py3: ok
"""The Mandelbrot set in characters, and how many points belong to it."""
import sys

SHADES = ' .,:;i1tfLCG08@'


def escape_time(cr, ci, limit):
    zr = zi = 0.0
    for step in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    limit = 60
    inside = total = 0
    lines = []
    for y in range(size):
        ci = 2.4 * y / size - 1.2
        line = []
        for x in range(size):
            cr = 3.0 * x / size - 2.2
            steps = escape_time(cr, ci, limit)
            total += steps
            if steps == limit:
                inside += 1
            line.append(SHADES[steps * (len(SHADES) - 1) // limit])
        lines.append(''.join(line))
    every = max(1, size // 20)
    for line in lines[::every]:
        print(line[::max(1, size // 60)].rstrip())
    print("inside %d, steps %d" % (inside, total))


if __name__ == '__main__':
    main()
