# co_lnotab has the lines of `try:`, `break`, `continue` and `pass`: coverage tools take what can be executed from there.
import dis


def lines(text):
    code = compile(text, 'text', 'exec')
    found = set(line for _, line in dis.findlinestarts(code))
    for const in code.co_consts:
        if hasattr(const, 'co_code'):
            found |= set(line for _, line in dis.findlinestarts(const))
    return sorted(found)


print lines('''def f():
    try:
        x = 1
    except ValueError:
        pass
    x = 2
    try:
        x = 3
    finally:
        x = 4
    while x:
        try:
            if x == 5:
                break
            elif x == 6:
                x = 7
            else:
                break
        except KeyError:
            x = 8
    return x
''')
print lines('''try:
    import a
except ImportError:
    a = None
for i in range(3):
    if i:
        a
    else:
        break
x = 1
try:
    x
finally:
    del x
''')


def raising():
    x = 1
    try:
        x.y
    finally:
        x = 2


import sys
for f in raising, lambda: 1 / 0:
    try:
        f()
    except (AttributeError, ZeroDivisionError):
        tb = sys.exc_info()[2].tb_next
        at = 0
        for offset, line in dis.findlinestarts(tb.tb_frame.f_code):
            if offset <= tb.tb_lasti:
                at = line
        print at == tb.tb_lineno, tb.tb_lasti < len(tb.tb_frame.f_code.co_code)
