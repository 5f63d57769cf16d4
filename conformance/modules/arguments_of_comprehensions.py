# inspect reads in the code of a comprehension what its items are taken apart into, as debuggers do that show the
# arguments of all frames.
import cgitb
import inspect
import sys


class A(object):
    x = 1


def show(code):
    print inspect.getargs(code)


a = A()
show((x for x in 'a').gi_code)
show((x + y for x, y in [(1, 2)]).gi_code)
show((x for x, in 'a').gi_code)
show((x for (x, (y, z)), [v, w] in 'a').gi_code)
show(((lambda: x) for x in 'a').gi_code)
show(((lambda: x) for (x, y), z in 'a' for v in 'b').gi_code)
show((x for x in 'a' if x for y, z in x).gi_code)
show((sum(y for y in x) for x in 'a').gi_code)


class Told(object):
    def __hash__(self):
        frame = sys._getframe(1)
        arguments = inspect.getargvalues(frame)
        print arguments[:3], [name for name in sorted(arguments.locals) if name[0] != '.']
        return 1


def comprehensions(pairs):
    set(x for x, y in pairs)
    {x for (x, y) in pairs}
    {x: y for x, y in pairs}
    {(lambda: y) and x for x, y in pairs}
    {x for x, (y, z) in [(x, (y, 3)) for x, y in pairs]}


comprehensions([(Told(), 2)])


def fails(x):
    raise ValueError(x)


try:
    sum(sum(fails(x + y) for y, in [(0,)]) for x in [1])
except ValueError:
    text = cgitb.text(sys.exc_info(), 0)
    print [line.split(' in ')[1] for line in text.split('\n') if ' in ' in line and '.py' in line]
