# eval and friends.
x = 'global x'
print eval('x'), eval(' 1 + 2 '), eval('\t[1,\n2]')
print eval('x', {'x': 1}), eval('x + y', {'x': 1}, {'y': 2}), eval('x', {'x': 1}, {'x': 2})


def f():
    x = 'local x'
    y = 3
    return eval('x'), eval('y * 2'), eval('x', globals()), sorted(locals())


print f()


def g(a):
    b = a + 1
    return [eval('b') for i in range(2)]


print g(1)


def h(a):
    def inner():
        return a
    try:
        return eval('a'), inner(), (lambda: eval('x'))()
    except NameError as e:
        return e


print h('arg')
code = compile('x * 2', '<expr>', 'eval')
print eval(code), eval(code, {'x': 21})
print eval(compile('3\n\n', '<e>', 'eval'))
for bad in ['1 +', 'x = 1', 'print 1', '', ' ', 'for', 'import sys', '1; 2', '(1']:
    try:
        eval(bad)
    except SyntaxError as e:
        print repr(bad), e.msg
try:
    eval('nothing_here')
except NameError as e:
    print e
try:
    eval(5)
except TypeError as e:
    print e
d = {}
eval('1', d)
print d.keys()
print eval('len', {'__builtins__': {'len': 'fake'}})
try:
    eval('len', {'__builtins__': {}})
except NameError as e:
    print e
print eval('[i for i in range(3)]', {}), eval('lambda: x')()
print eval('(lambda y: x + y)', {'x': 10})(5)
ns = {'n': 1}
print eval('f(n)', {'f': lambda n: n + 1}, ns)


class Missing(dict):
    def __missing__(self, key):
        return 'missing ' + key


print eval('some + "/" + other', {}, Missing(other='here'))


def scope():
    v = 1
    before = locals()
    w = 2
    after = locals()
    return before is after, sorted(before)


print scope()
print sorted(vars()) == sorted(globals()), 'x' in dir(), vars is not None


def in_function():
    z = 5
    return vars() == locals(), dir()


print in_function()
print type(__builtins__).__name__, __name__, __doc__
