# An exception that C code raises by its class is made where it is caught: what making it raises comes from there.
import sys
import _testcapi


class Broken:
    def __init__(self_):
        raise RuntimeError("cannot be made")


class Counted(Exception):
    made = []

    def __init__(self, *args):
        Exception.__init__(self, *args)
        self.made.append(len(self.made))


def names(tb):
    while tb:
        yield tb.tb_frame.f_code.co_name
        tb = tb.tb_next


def caught(cls, count):
    try:
        _testcapi.raise_exception(cls, count)
    except Exception:
        kind, value, tb = sys.exc_info()
        return kind.__name__, str(value), [n for n in names(tb) if n != 'raise_exception'], tb.tb_frame.f_back.f_code.co_name


def passed_on(cls, count):
    try:
        caught_by_none(cls, count)
    finally:
        Counted.made.append('finally')


def caught_by_none(cls, count):
    _testcapi.raise_exception(cls, count)


for cls, count in (Broken, 0), (Broken, 1), (Counted, 0), (Counted, 3), (ValueError, 2), (KeyError, 1):
    print caught(cls, count)
print Counted.made
for cls in Counted, Broken, IOError:
    try:
        passed_on(cls, 2)
    except Exception as e:
        print type(e).__name__, e.args
print Counted.made
