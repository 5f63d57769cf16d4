# small: 1500
# py3: ok
"""Points with float attributes: instances, methods, unboxed arithmetic."""
import sys


class Point(object):
    def __init__(self, i):
        # Rough sines, from a few terms, since only builtins are used.
        angle = (i % 31415) * 0.0002
        cube = angle * angle * angle
        self.x = angle - cube / 6.0 + cube * angle * angle / 120.0
        self.y = 1.0 - angle * angle / 2.0 + cube * angle / 24.0
        self.z = self.x * self.x / 2.0

    def normalize(self):
        length = (self.x * self.x + self.y * self.y + self.z * self.z) ** 0.5
        self.x /= length
        self.y /= length
        self.z /= length

    def enlarge(self, other):
        """Grows towards `other`: keeps the larger of each coordinate."""
        if other.x > self.x:
            self.x = other.x
        if other.y > self.y:
            self.y = other.y
        if other.z > self.z:
            self.z = other.z
        return self

    def __repr__(self):
        return '<Point: x=%.9f, y=%.9f, z=%.9f>' % (self.x, self.y, self.z)


def largest(points):
    result = points[0]
    for point in points[1:]:
        result = result.enlarge(point)
    return result


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 80000
    for repetition in range(12):
        points = [Point(i) for i in range(n)]
        for point in points:
            point.normalize()
        print(repr(largest(points)))


if __name__ == '__main__':
    main()
