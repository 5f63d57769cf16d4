# Lines of which nothing is left but a constant are lines that a tracer is told of, numbers and texts aside.
import sys


def f(x):
    1
    'text'
    None
    ()
    (1, 2)
    -1
    1 + 2
    'a' 'b'
    `1`
    not 1
    1 if 1 else 2
    x if 0 else 1
    lambda: 1
    []
    pass
    if 1:
        3
    if 0:
        4
    else:
        5
    if x:
        None
    for i in (1, 2):
        ()
    try:
        None
    except:
        11
    else:
        ()
    finally:
        None

    class C:
        None
    assert 1
    assert 1, 'x'
    True
    __debug__
    if not 0:
        None
    if ():
        20
    if -1:
        None
    if __debug__:
        None
    if 1 and x:
        None
    if 0 and x:
        25
    if 1 or x:
        None
    return


def tracer(frame, event, arg):
    if frame.f_code.co_name in ('f', 'C'):
        events.append('%s%d' % (event[0], frame.f_lineno - first))
    return tracer


first = f.__code__.co_firstlineno
for x in (1, 0):
    events = []
    sys.settrace(tracer)
    f(x)
    sys.settrace(None)
    print ' '.join(events)
