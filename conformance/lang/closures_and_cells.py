# Cells: shared, late, deleted, of loops and comprehensions and classes, in generators, through exec and locals().
def counters(n):
    made = []
    for i in range(n):
        count = [i]

        def step(by=1, count=count):
            count[0] += by
            return count[0], i
        made.append((step, lambda: (i, count)))
    return made


for step, look in counters(3):
    print step(), step(10), look()


def shared():
    x = 0

    def get():
        return x

    def also():
        def deeper():
            return x, get()
        return deeper
    before = get.func_closure[0].cell_contents
    x = 5
    return before, get(), also()(), get.func_closure[0] == also.func_closure[1] or also.func_closure[0] == get.func_closure[0]


print shared()


def late():
    def f():
        return y
    try:
        f()
    except NameError as e:
        print e
    try:
        f.func_closure[0].cell_contents
    except ValueError as e:
        print e
    y = 1
    print f(), locals().keys()
    y += 1
    return f


print late()()
for source in ('def f():\n x = 1\n def g():\n  return x\n del x\n', 'def f():\n def g():\n  return x\n exec "x = 1"\n',
               'def f(x, (y, z)):\n return lambda: (x, y, z)\nprint f(1, (2, 3))()',
               'def f():\n x = 1\n class C:\n  x = x\n  def m(self): return x\n return C().m(), C.x\nprint f()',
               'def f(x):\n class C:\n  y = x\n  def m(self): return x + self.y\n return C().m()\nprint f(4)',
               'def f():\n x = 1\n def g():\n  global x\n  x = 2\n  def h(): return x\n  return h()\n return g(), x\nprint f(), x',
               'def f(x):\n return [lambda: x for x in range(3)][0](), x\nprint f(9)',
               'def f(x):\n return list((lambda: x)() for x in range(3)), x\nprint f(9)',
               'def f(x):\n return sorted({y: lambda: (x, y) for y in range(2)}[1]()), {x for _ in range(2)}\nprint f(9)',
               'def f():\n try:\n  1 / 0\n except ZeroDivisionError as e:\n  g = lambda: type(e).__name__\n return g()\nprint f()',
               'def f():\n for x in 1, 2:\n  def g(): return x\n  yield g\nprint [g() for g in f()], [g() for g in list(f())]',
               'def f(a=[]):\n def g():\n  a.append(len(a))\n  return a\n return g\nprint f()(), f()()',
               'def f():\n import os as o\n with open("/dev/null") as h:\n  g = lambda: (o.sep, h.closed)\n  print g(),\n print g()\nf()',
               'def f(*args, **kw):\n return lambda: (args, sorted(kw.items()))\nprint f(1, 2, b=3)()',
               'def f(self=1):\n class self(object):\n  def m(s): return self.__name__, s.__class__ is self\n return self().m()\nprint f()'):
    try:
        exec source in {}
    except Exception as e:
        print type(e).__name__, e


def made_of_cells():
    a, b = 1, 2

    def f():
        return b, a
    return f


f = made_of_cells()
print f.func_code.co_freevars, made_of_cells.func_code.co_cellvars, [c.cell_contents for c in f.func_closure]
F = type(f)
g = F(f.func_code, globals(), 'g', None, tuple(reversed(f.func_closure)))
print g(), g.__name__
for closure in (None, (), f.func_closure[:1], (1, 2), [1]):
    try:
        print F(f.func_code, globals(), 'g', None, closure)
    except Exception as e:
        print type(e).__name__, e
cells = f.func_closure
print cmp(cells[0], cells[1]) in (-1, 1), cells[0] == cells[0], cells[0] < cells[1], cells[1] < cells[0], type(cells[0]).__name__
print repr(cells[0]).split(' at ')[0], repr(cells[0]).split(': ')[1].split(' object')[0]
try:
    f.func_closure = ()
except TypeError as e:
    print e


def hot(n):
    total = 0
    adders = []
    for i in xrange(n):
        def add(x):
            return x + i + bias
        bias = i % 3
        total += add(1)
        if i % 500 == 0:
            adders.append(add)
    bias = 100
    return total, [a(0) for a in adders]


print hot(2000)


def accumulate():
    total = 0
    while True:
        def show():
            return total
        got = yield show
        total += got or 0


a = accumulate()
first = a.next()
print first(), a.send(5)(), first(), a.send(2)(), first()
a.close()
print first()
