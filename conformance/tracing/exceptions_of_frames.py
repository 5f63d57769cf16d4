# f_exc_type and its fellows of a frame: what was being handled when the frame began to handle an exception. A program may set
# and delete them.
import sys


def show(frame):
    print frame.f_exc_type, repr(frame.f_exc_value), type(frame.f_exc_traceback).__name__


def handles(tell):
    frame = sys._getframe()
    tell(frame)
    try:
        1 / 0
    except ZeroDivisionError:
        tell(frame)
        try:
            {}[1]
        except KeyError:
            tell(frame)
    tell(frame)
    return frame


show(handles(show))
try:
    {}['a']
except KeyError:
    show(handles(show))
    show(sys._getframe())


def outer():
    try:
        [][1]
    except IndexError:
        show(handles(show))


for i in range(3):
    outer()


def sets():
    frame = sys._getframe()
    for name in ('f_exc_type', 'f_exc_value', 'f_exc_traceback'):
        print getattr(frame, name),
        setattr(frame, name, [name])
        print getattr(frame, name),
        delattr(frame, name)
        print getattr(frame, name),
        delattr(frame, name)
        print getattr(frame, name)


sets()
sys.exc_clear()
