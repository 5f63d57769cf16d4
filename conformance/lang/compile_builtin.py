# compile(), code objects.
c = compile('a = 1\nb = a + 1\n', 'file.py', 'exec')
print c.co_name, c.co_filename, c.co_argcount, c.co_names, c.co_varnames, c.co_firstlineno
exec c
print a, b
c = compile('a + b', 'e', 'eval')
print eval(c), type(c).__name__
c = compile('a + b\n', 's', 'single')
exec c
exec compile('for i in range(2): i\n', 's', 'single')
exec compile('None', 's', 'single')
exec compile('"text"; 5', 's', 'single')


def f(a, b=2, *c, **d):
    """doc"""
    x = a
    y = lambda: x

    def inner():
        return b
    return len(c)


co = f.func_code
print co.co_argcount, co.co_varnames, co.co_cellvars, co.co_freevars, co.co_name, co.co_names
print co.co_flags & 4, co.co_flags & 8, co.co_flags & 0x20, co.co_nlocals
print co.co_consts[0], co.co_firstlineno


def gen():
    yield 1


print gen.func_code.co_flags & 0x20
for mode, source in [('eval', 'x = 1'), ('exec', 'x ='), ('single', 'x = 1\ny = 2\nz'), ('bad', '1'), ('eval', '')]:
    try:
        compile(source, 's', mode)
        print mode, 'ok'
    except (SyntaxError, ValueError, TypeError) as e:
        print mode, type(e).__name__, e.args[0]
try:
    compile('a\0b', 's', 'exec')
except TypeError as e:
    print e
g = type(f)(compile('x * k', 's', 'eval'), {'x': 6, 'k': 7})
print g()
h = type(f)(f.func_code, globals(), 'renamed', (10, 20))
print h.__name__, h(), h.func_defaults
f.func_code = gen.func_code
print list(f())
print compile('1', 'a', 'eval') == compile('1', 'a', 'eval'), compile('1', 'a', 'eval') == compile('2', 'a', 'eval')
print compile(u'u"\xe9"', 's', 'eval').co_filename, repr(eval(u'u"\xe9"'))
try:
    exec compile('1 / 0', 'named_file', 'exec')
except ZeroDivisionError:
    import sys
    print sys.exc_info()[2].tb_next.tb_frame.f_code.co_filename
print eval(compile('(lambda: __name__)()', 's', 'eval')), compile('"doc"', 's', 'exec').co_consts
