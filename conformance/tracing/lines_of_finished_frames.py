# A frame that somebody keeps stays at the line that it was left from: of a `return` its last line, of a function that falls
# off its end the last line of its code, whichever branch ran; that of a generator at its end too.
import sys

kept = []


def keep():
    kept.append(sys._getframe(1))


def for_loop(n):
    keep()
    for i in range(n):
        x = i
        y = i


def while_loop(n):
    keep()
    while n > 0:
        n -= 1
        if n == 1:
            pass


def loop_with_else(n):
    keep()
    for i in range(n):
        if i == 1:
            break
        y = 2
    else:
        z = 3


def endless(n):
    keep()
    while True:
        if n >= 0:
            break
        n += 1


def branches(n):
    keep()
    if n % 2:
        x = 1
    elif n:
        x = 2
    else:
        x = 3


def handlers(n):
    keep()
    try:
        1 / n
    except TypeError:
        x = 1
    except ZeroDivisionError:
        x = 2


def cleanup(n):
    keep()
    try:
        return n
    finally:
        z = 3


def early(n):
    keep()
    if n % 2:
        return
    for i in range(n):
        for j in range(n):
            if j:
                return [i,
                        j]


def long_return(n):
    keep()
    return (n,
            2,
            n)


def nothing_more(n):
    keep()
    pass
    while 0:
        x = 1


def with_block(n):
    keep()
    with open('/dev/null') as f:
        y = 3


def comprehension(n):
    keep()
    [i
     for i in
     range(n)
     if i]


def asserts(n):
    keep()
    assert kept, \
        'nothing'


def show(f):
    first = f.func_code.co_firstlineno
    lines = []
    for n in range(3) + range(40) + range(3):
        f(n)
        frame = kept.pop()
        lines.append(frame.f_lineno - first)
    print f.__name__, lines[:6], lines[-3:], sorted(set(lines))


for f in (for_loop, while_loop, loop_with_else, endless, branches, handlers, cleanup, early, long_return, nothing_more, with_block,
          comprehension, asserts):
    show(f)


def yields_in_loop():
    for i in range(2):
        yield 1
        x = 2


def loop_after_yield():
    yield 1
    for i in range(3):
        x = 2
        y = 3


def returns():
    while 1:
        try:
            yield 1
            return
        finally:
            x = 3


for f in (yields_in_loop, loop_after_yield, returns):
    g = f()
    frame = g.gi_frame
    lines = [frame.f_lineno - f.func_code.co_firstlineno]
    for i in g:
        lines.append(frame.f_lineno - f.func_code.co_firstlineno)
    lines.append(frame.f_lineno - f.func_code.co_firstlineno)
    print f.__name__, lines, g.gi_frame, frame.f_lasti >= 0

g = (i
     for i
     in range(3)
     if i)
frame = g.gi_frame
print list(g), frame.f_lineno - frame.f_code.co_firstlineno


# The frame in a traceback may have gone on since.
def handled(n):
    try:
        1 / n
    except ZeroDivisionError:
        kept.append(sys.exc_info()[2])
    for i in range(n):
        pass
    x = [1,
         2]


handled(0)
traceback = kept.pop()
print traceback.tb_lineno - handled.func_code.co_firstlineno, traceback.tb_frame.f_lineno - handled.func_code.co_firstlineno


# What callers have kept is where they were left from as well.
def outer(n):
    inner(n)
    x = n
    y = x + 1
    return y


def inner(n):
    if n % 50 == 0:
        kept.append(sys._getframe())


def outermost(n):
    return outer(n)


for i in range(101):
    outermost(i)
    if kept:
        frame = kept.pop()
        print frame.f_lineno - inner.func_code.co_firstlineno, sorted(frame.f_back.f_locals.items()),
        print frame.f_back.f_lineno - outer.func_code.co_firstlineno, frame.f_back.f_back.f_code.co_name
