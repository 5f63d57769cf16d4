# What finally does to return, break, continue and exceptions.
def ret():
    try:
        return 'try'
    finally:
        print 'finally',


def override():
    try:
        return 'try'
    finally:
        return 'finally wins'


def swallow():
    try:
        raise ValueError('lost')
    finally:
        return 'swallowed'


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def loop_break():
    out = []
    for i in range(5):
        try:
            if i == 3:
                break
            if i == 1:
                continue
            out.append(i)
        finally:
            out.append('f%d' % i)
    else:
        out.append('else')
    return out


def break_in_finally():
    while True:
        try:
            raise KeyError
        finally:
            break
    return 'out'


def nested():
    out = []
    try:
        try:
            out.append('body')
            1 / 0
        finally:
            out.append('inner finally')
    except ZeroDivisionError:
        out.append('except')
    finally:
        out.append('outer finally')
    return out


def replace():
    try:
        try:
            raise KeyError('first')
        finally:
            raise ValueError('second')
    except Exception as e:
        return type(e).__name__, e.args


def return_through_two():
    out = []
    try:
        try:
            return out
        finally:
            out.append('a')
    finally:
        out.append('b')


def loop_return():
    log = []
    for i in range(3):
        try:
            try:
                if i == 1:
                    return log
            finally:
                log.append(i)
        finally:
            log.append('x')


def except_return():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'from except'
    finally:
        print 'cleanup',


def else_return():
    try:
        pass
    except Exception:
        return 'no'
    else:
        return 'from else'
    finally:
        print 'after else',


def continue_outer():
    out = []
    for i in range(3):
        for j in range(3):
            try:
                if j == 1:
                    break
            finally:
                out.append((i, j))
    return out


def gen():
    try:
        yield 1
        yield 2
    finally:
        print 'gen finally',


def consume():
    for v in gen():
        return v


for f in [ret, override, swallow, value_kept, loop_break, break_in_finally, nested, replace,
          return_through_two, loop_return, except_return, else_return, continue_outer]:
    print f.__name__, f()
g = gen()
print next(g)
g.close()
print

try:
    compile('while 1:\n try: pass\n finally: continue', 's', 'exec')
except SyntaxError as e:
    print e.msg
while 1:
    try:
        try:
            break
        finally:
            print 'f1'
    finally:
        print 'f2'
