# Variables as a callee sees them in its caller's frame: unbound at first, changed in some rounds of loops only, after
# exceptions, in frames of inlined calls, and after loops.
import sys


def seen(depth=1):
    here = sys._getframe(depth).f_locals
    return ' '.join('%s=%r' % (name, here[name]) for name in sorted(here) if name not in ('out', 'rounds'))


def some_rounds(rounds):
    out = []
    found = None
    last = 0
    for i in rounds:
        if i % 3 == 1:
            found = i
            last += found
        out.append(seen())
        if i % 5 == 4:
            late = i * 2
        if i == 7:
            del found
            found = 'again'
    out.append(seen())
    return out


def nested(rounds):
    out = []
    best = 0
    for i in rounds:
        worst = i
        for j in xrange(3):
            if j == i % 3:
                best = (i, j)
            if i == 2:
                out.append(seen())
        while worst > i - 2:
            worst -= 1
            if worst == 1:
                out.append(seen())
    return out


def handlers(rounds):
    out = []
    state = 'start'
    for i in rounds:
        try:
            state = i
            if i % 2:
                state = 'odd'
                raise ValueError(i)
            if i % 3 == 2:
                state = {}[i]
        except ValueError:
            out.append(seen())
            state = 'handled'
        except KeyError as error:
            out.append(seen())
            kept = error
            error = None
        else:
            state = 'fine'
        finally:
            final = i
            out.append(seen())
    return out


def inner(a, b):
    c = a + b
    if c % 4 == 1:
        d = c
    return seen(2) + ' | ' + seen(1)


def inlined(rounds):
    out = []
    total = 0
    for i in rounds:
        if i & 1:
            total += i
        out.append(inner(i, total))
        x = i
        x = len(out)
    return out


def failing(rounds):
    out = []
    value = 0
    for i in rounds:
        value += 1
        try:
            inner_failure(i)
        except ZeroDivisionError:
            frame = sys.exc_info()[2].tb_next.tb_frame
            out.append(sorted(frame.f_locals.items()))
            frame = None
            out.append(seen())
    return out


def inner_failure(n):
    half = n // 2
    if half:
        whole = half * 2
    rest = n % (half - 3)
    return rest


def generated(rounds):
    out = []
    mark = None
    for i in rounds:
        if i == 3:
            mark = i
        yield seen()
        if mark:
            after = i
    yield seen()


def numbers(rounds):
    x = 0.5
    count = 0
    for i in rounds:
        if i % 2:
            count += 1
            x = x * 1.5
    if rounds:
        return seen()


for turn in xrange(40):
    results = [some_rounds(range(9)), nested(range(4)), handlers(range(6)), inlined(range(6)), failing(range(8)),
               list(generated(range(5))), [numbers(range(7))]]
    if turn in (0, 39):
        for lines in results:
            for line in lines:
                print line
            print
