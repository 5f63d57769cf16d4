# An object in place of sys.stderr gets what is said of exceptions in parts.
import atexit
import gc
import re
import sys


class Writer(object):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(re.sub('0x[0-9a-f]+', '0x', text))

    def show(self):
        sys.__stdout__.write(repr(self.parts) + '\n')
        del self.parts[:]


class Error(Exception):
    def __repr__(self):
        return '<the error>'


class Mute(Exception):
    def __str__(self):
        raise ValueError

    __repr__ = __str__


class Dying(object):
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error

    def __repr__(self):
        return '<a dying one>'


def drop(error):
    Dying(error)


w = sys.stderr = Writer()
atexit.register(w.show)
for error in ValueError('x'), ValueError(), Error('a', 1), Mute('m'), KeyError, Error:
    drop(error)
    gc.collect()
    w.show()


def outer(f):
    try:
        f()
    except:
        sys.excepthook(*sys.exc_info())
    w.show()


def fail():
    raise Error('of', 2)


def mute():
    raise Mute()


def empty():
    raise KeyError


def text():
    compile('x = 1\n  y =\n', 'some file', 'exec')


def literal():
    eval('(1 2')


def no_line():
    raise SyntaxError('only said')


for f in fail, mute, empty, text, literal, no_line:
    outer(f)
sys.stderr = w
fail()
