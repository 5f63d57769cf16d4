# small: 30000
# py3: ok
"""The same call sites meet objects of many classes."""
import sys


class Shape(object):
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError

    def scaled(self, factor):
        raise NotImplementedError

    def describe(self):
        return '%s of area %.2f' % (self.name, self.area())


class Rectangle(Shape):
    def __init__(self, width, height):
        Shape.__init__(self, 'rectangle')
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def scaled(self, factor):
        return Rectangle(self.width * factor, self.height * factor)


class Square(Rectangle):
    def __init__(self, side):
        super(Square, self).__init__(side, side)
        self.name = 'square'

    def scaled(self, factor):
        return Square(self.width * factor)


class Circle(Shape):
    def __init__(self, radius):
        Shape.__init__(self, 'circle')
        self.radius = radius

    def area(self):
        return 3.14159265 * self.radius * self.radius

    def scaled(self, factor):
        return Circle(self.radius * factor)


class Triangle(Shape):
    def __init__(self, base, height):
        Shape.__init__(self, 'triangle')
        self.base = base
        self.height = height

    def area(self):
        return self.base * self.height / 2.0

    def scaled(self, factor):
        return Triangle(self.base * factor, self.height * factor)


class Group(Shape):
    def __init__(self, members):
        Shape.__init__(self, 'group')
        self.members = members

    def area(self):
        total = 0.0
        for member in self.members:
            total += member.area()
        return total

    def scaled(self, factor):
        return Group([member.scaled(factor) for member in self.members])


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    shapes = [Rectangle(2.0, 3.0), Square(2.5), Circle(1.5), Triangle(3.0, 2.0)]
    shapes.append(Group(shapes[:3]))
    total = 0.0
    for i in range(n):
        shape = shapes[i % len(shapes)]
        total += shape.area()
        bigger = shape.scaled(1.5)
        if bigger.area() > total:
            total -= 1.0
        if i % 7 == 0:
            total += len(bigger.describe())
    print("%.4f" % total)
    for shape in shapes:
        print(shape.describe())


if __name__ == '__main__':
    main()
