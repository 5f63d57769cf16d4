# small: 2000
# py3: ok
"""The chaos game on a B-spline: float objects, operators, method calls."""
import sys


class Vector(object):
    def __init__(self, x=0.0, y=0.0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5

    def towards(self, other, part):
        return Vector(self.x + (other.x - self.x) * part,
                      self.y + (other.y - self.y) * part)


class Random(object):
    """A linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7fffffff
        return (self.state >> 8) % n

    def real(self):
        return self.below(1 << 20) / float(1 << 20)


class Spline(object):
    """A uniform curve of the third degree, evaluated by de Boor's scheme."""

    def __init__(self, points, degree=3):
        self.points = points
        self.degree = degree
        self.knots = ([0] * degree + list(range(len(points) - degree + 1))
                      + [len(points) - degree] * degree)

    def domain(self):
        return self.knots[self.degree], self.knots[len(self.knots) - self.degree - 1]

    def segment(self, t):
        low, high = self.domain()
        for i in range(self.degree, len(self.knots) - self.degree - 1):
            if self.knots[i] <= t < self.knots[i + 1]:
                return i
        return len(self.knots) - self.degree - 2

    def __call__(self, t):
        k = self.segment(t)
        work = [self.points[i + k - self.degree] for i in range(self.degree + 1)]
        for r in range(1, self.degree + 1):
            for i in range(self.degree, r - 1, -1):
                left = self.knots[i + k - self.degree]
                right = self.knots[i + 1 + k - r]
                work[i] = work[i - 1].towards(work[i], (t - left) / float(right - left))
        return work[self.degree]


class Game(object):
    def __init__(self, splines, seed):
        self.splines = splines
        self.random = Random(seed)
        corners = [p for s in splines for p in s.points]
        self.low = Vector(min(p.x for p in corners), min(p.y for p in corners))
        self.high = Vector(max(p.x for p in corners), max(p.y for p in corners))

    def step(self, point):
        """Moves a point onto one of the curves, bent by where it was."""
        spline = self.splines[self.random.below(len(self.splines))]
        start, end = spline.domain()
        x = (point.x - self.low.x) / (self.high.x - self.low.x)
        y = (point.y - self.low.y) / (self.high.y - self.low.y)
        t = start + (end - start) * max(0.0, min(1.0, x))
        base = spline(t)
        ahead = spline(min(end, t + 1.0 / 5000))
        behind = spline(max(start, t - 1.0 / 5000))
        tangent = ahead - behind
        size = tangent.length()
        if size > 0:
            normal = Vector(-tangent.y, tangent.x) * (1.0 / size)
            base = base + normal * ((y - 0.5) * 0.2)
        return Vector(max(self.low.x, min(self.high.x, base.x)),
                      max(self.low.y, min(self.high.y, base.y)))

    def play(self, size, steps):
        image = [[0] * size for row in range(size)]
        point = Vector((self.low.x + self.high.x) / 2, (self.low.y + self.high.y) / 2)
        for i in range(steps):
            point = self.step(point)
            column = int((point.x - self.low.x) / (self.high.x - self.low.x) * (size - 1))
            row = int((point.y - self.low.y) / (self.high.y - self.low.y) * (size - 1))
            image[row][column] += 1
        return image


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 60000
    splines = [
        Spline([Vector(1.6, 0.3), Vector(2.8, 0.3), Vector(2.7, 1.6), Vector(2.1, 1.1),
                Vector(1.5, 1.8), Vector(1.8, 0.4)]),
        Spline([Vector(2.8, 1.5), Vector(2.4, 2.1), Vector(0.9, 1.8), Vector(0.4, 2.2)]),
        Spline([Vector(0.5, 0.2), Vector(1.0, 1.2), Vector(0.3, 1.0), Vector(0.8, 2.0),
                Vector(1.9, 2.2)]),
    ]
    image = Game(splines, 1234).play(40, steps)
    for row in image[::2]:
        print(''.join('#' if n > 8 else '+' if n > 2 else '.' if n else ' ' for n in row).rstrip())
    print(sum((i + 1) * (j + 1) * n for i, row in enumerate(image) for j, n in enumerate(row)))


if __name__ == '__main__':
    main()
