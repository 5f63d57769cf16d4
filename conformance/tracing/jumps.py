# Assignment to f_lineno by a trace function: where one may jump to, and what happens then.
import sys
def attempt(f, frm, to, event='line', *args):
    base = f.__code__.co_firstlineno
    msgs = []
    def tr(frame, ev, arg):
        if frame.f_code is f.__code__ and ev == event and frame.f_lineno == base+frm:
            try:
                frame.f_lineno = (base+to if isinstance(to,int) else to)
            except Exception, e:
                msgs.append('%s: %s' % (type(e).__name__, str(e).replace(str(base+to) if isinstance(to,int) else 'zz', 'N')))
            sys.settrace(None)
            return None
        return tr
    out = []
    sys.settrace(tr)
    try:
        try:
            f(*[out])
        finally:
            sys.settrace(None)
    except Exception, e:
        out.append(type(e).__name__)
    print f.__name__, frm, to, event, out, msgs
def a(out):
    out.append(1)
    out.append(2)
    for i in [1, 2]:
        out.append(4)
    out.append(5)
attempt(a, 1, 5)
attempt(a, 1, 4)
attempt(a, 4, 2)
attempt(a, 2, 3)
attempt(a, 4, 3)
attempt(a, 2, 'x')
attempt(a, 2, None)
attempt(a, 2, 1.5)
attempt(a, 2, 3L)
attempt(a, 2, 10)
attempt(a, 2, -1)
attempt(a, 0, 3, 'call')
attempt(a, 5, 3, 'return')
def b(out):
    try:
        out.append(2)
        1/0
        out.append(4)
    except ZeroDivisionError:
        out.append(6)
        out.append(7)
    except:
        out.append(9)
    else:
        out.append(11)
    out.append(12)
for frm in (2, 3, 6, 12):
    for to in range(1, 13):
        if (frm, to) in ((12, 2), (6,3)): continue
        attempt(b, frm, to)
attempt(b, 3, 5, 'exception')
def c(out):
    try:
        out.append(2)
        out.append(3)
    finally:
        out.append(5)
        out.append(6)
    out.append(7)
for frm in (2, 3, 5, 6, 7):
    for to in range(1, 8):
        attempt(c, frm, to)
def d(out):
    while 1:
        out.append(2)
        while len(out) < 4:
            out.append(4)
        break
    out.append(6)
for frm in (2, 4, 6):
    for to in (1, 2, 3, 4, 6):
        attempt(d, frm, to)
def g(out):
    def h():
        yield 1
        out.append(3)
    for x in h():
        out.append(x)
    if out:
        out.append(7)
    elif out > 3:
        pass
    out.append(10)
for frm in (5, 7, 10):
    for to in range(1, 11):
        attempt(g, frm, to)
try:
    sys._getframe().f_lineno = 3
except Exception, e:
    print type(e).__name__, e
try:
    del sys._getframe().f_lineno
except Exception, e:
    print type(e).__name__, e
