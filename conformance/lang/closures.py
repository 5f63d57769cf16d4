# Free variables.
def counter():
    count = [0]

    def increment(by=1):
        count[0] += by
        return count[0]
    return increment


c, d = counter(), counter()
print c(), c(), c(5), d()


def late():
    fs = [lambda: i for i in range(4)]
    fs2 = [lambda i=i: i for i in range(4)]
    return [f() for f in fs], [f() for f in fs2]


print late()


def shared():
    x = 1

    def get():
        return x

    def show():
        return 'x is %r' % x
    before = get(), show()
    x = 2
    return before, get(), show()


print shared()


def deep(a):
    def level1(b):
        def level2(c):
            def level3(d):
                return a, b, c, d
            return level3
        return level2
    return level1


print deep(1)(2)(3)(4)


def unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print type(e).__name__, e
    later = 'now'
    return inner()


print unbound()


def adders():
    result = []
    for i in range(3):
        def add(x, i=i):
            return x + i
        result.append(add)
    return [f(10) for f in result]


print adders()


def rec():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact


print rec()(10), rec().func_closure[0].cell_contents.__name__


def params(a, b=2, *args, **kw):
    def inner():
        return a, b, args, sorted(kw.items())
    return inner


print params(1)(), params(1, 3, 4, z=5)()
print counter().func_code.co_freevars, counter.func_code.co_cellvars
print c.func_closure[0].cell_contents, counter.func_closure


def closure_over_loop():
    out = []
    for i in range(3):
        def f():
            return i
        out.append(f())
    out.append(f())
    return out, f()


print closure_over_loop()


def no_del():
    try:
        compile('def f():\n x = 1\n def g(): return x\n del x\n', 's', 'exec')
    except SyntaxError as e:
        print e.msg


no_del()


def class_in_function(x):
    class Local(object):
        attr = x

        def get(self):
            return x
    x += 1
    return Local.attr, Local().get()


print class_in_function(1)


def mutual():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)
    return even(10), odd(7), even(3)


print mutual()


def genexp_closure(n):
    return list(x + n for x in range(3)), [(lambda: x + n)() for x in range(3)]


print genexp_closure(10)
