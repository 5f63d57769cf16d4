# sys.setprofile: calls of builtin functions, and frames that were running when it was called.
import sys

events = []


def hear(frame, event, argument):
    if frame.f_code.co_name == 'hear':
        return
    what = getattr(argument, '__name__', argument) if event.startswith('c_') else argument
    events.append((frame.f_code.co_name, event, what))


def show():
    for e in events:
        print e
    print
    del events[:]


class L(list):
    pass


def calls():
    len('a')
    [].append(1)
    L().append(2)
    'x'.upper()
    list.append([], 1)
    [].__len__()
    int('5')
    apply(len, ('',))
    len(*['x'])
    dict.fromkeys([1])
    map(abs, [1, 2])
    max(1, 2, **{})
    try:
        getattr(1, 'nothing')
    except AttributeError:
        pass
    try:
        abs('x')
    except TypeError:
        pass
    return sorted([3], key=abs)


sys.setprofile(hear)
calls()
sys.setprofile(None)
show()


def raises():
    return abs('x')


def section():
    sys.setprofile(hear)
    try:
        raises()
    except TypeError:
        pass
    sys.setprofile(None)


section()
show()


# The function that installs it and its callers are heard of from then on.
def installs():
    len('before')
    sys.setprofile(hear)
    len('after')
    return 'installed'


def calls_it(n):
    for i in range(n):
        len('unheard')
    v = installs()
    abs(1)
    return v


def yields():
    yield 1
    sys.setprofile(hear)
    yield len('x')
    yield 3


calls_it(3)
len('module')
sys.setprofile(None)
show()
print list(yields())
sys.setprofile(None)
show()


# What it raises comes out of the call.
def hostile(frame, event, argument):
    if event == wanted and frame.f_code.co_name == 'victim':
        raise KeyError(event)


def victim():
    return len('x')


for wanted in ('call', 'return', 'c_call', 'c_return'):
    try:
        sys.setprofile(hostile)
        victim()
    except KeyError as e:
        print e, sys.getprofile()
    sys.setprofile(None)


# A frame that runs may be traced line by line from now on.
def lines(frame, event, argument):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return lines


def begins():
    a = 1
    sys._getframe().f_trace = lines
    sys.settrace(lines)
    a += 1
    for i in range(2):
        a += i
    helper()
    sys.settrace(None)
    return a


def helper():
    return 0


begins()
show()


def below():
    frame = sys._getframe().f_back
    frame.f_trace = lines
    sys.settrace(lines)
    return 1


def above():
    a = below()
    a += 1
    return a


above()
sys.settrace(None)
show()


# Variables of nested functions when a frame begins.
def variables(frame, event, argument):
    if event == 'return':
        events.append((frame.f_code.co_name, event, sorted(frame.f_locals)))
    return variables


def nests(reason):
    def nested(x):
        return reason, x
    return nested


sys.settrace(variables)
v = nests('why')(1)
sys.settrace(None)
show()
print v
