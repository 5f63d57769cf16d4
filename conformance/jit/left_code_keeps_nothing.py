# A function that runs for long, and enters and leaves compiled code at each of its loops, does not keep what it let go.
# (A collector that looks at machine stacks may find the last few.)
import gc
import weakref


class Point(object):
    def __init__(self, i):
        self.x = i * 1.0

    def half(self):
        self.x /= 2.0


def largest(points):
    found = points[0]
    for p in points[1:]:
        if p.x > found.x:
            found = p
    return found.x


def run(rounds):
    seen = []
    for k in range(rounds):
        points = [Point(i) for i in range(2500)]
        seen.append((weakref.ref(points[0]), weakref.ref(points[-1])))
        for point in points:
            point.half()
        total = 0.0
        for point in points:
            total += point.x
            if k % 3 == 2 and total > 1000:
                break
        if k % 4 == 3:
            total = str(total)
        assert largest(points) == 2499 / 2.0, total
    gc.collect()
    return [sum(pair[w]() is not None for pair in seen) for w in range(2)]


for alive in run(24):
    print alive <= 6


def raising(rounds):
    seen = []
    for k in range(rounds):
        points = [Point(i) for i in range(2500)]
        seen.append((weakref.ref(points[0]), weakref.ref(points[-1])))
        try:
            for i, point in enumerate(points):
                point.half()
                if i == 2400:
                    raise KeyError(k)
        except KeyError as e:
            if k % 2:
                e = None
        for point in points:
            point.half()
    gc.collect()
    return [sum(pair[w]() is not None for pair in seen) for w in range(2)]


for alive in raising(24):
    print alive <= 6
