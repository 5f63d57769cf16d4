# exit from a generator, a with block and a nested call.
import sys


class M(object):
    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        print 'exit sees', kind.__name__, type(value).__name__, value


def gen():
    try:
        yield 1
        sys.exit(0)
    finally:
        print 'generator finally'


def f():
    with M():
        for v in gen():
            print v


try:
    f()
except SystemExit as e:
    print 'code', e.code
with M():
    raise SystemExit(9)
