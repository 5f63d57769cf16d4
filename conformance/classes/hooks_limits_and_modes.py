# Small things that programs see: hooks that are not asked, limits of empty bytearrays, modes of files, and what profile
# functions are told of.
import os
import sys
import tempfile
import threading


class Hooked:
    asked = []

    def __getattr__(self, name):
        Hooked.asked.append(name)
        if name == '__init__' or name.startswith('make'):
            return lambda *args: 7
        raise AttributeError(name)


for args in ((1,), (1, 2), ()):
    try:
        print Hooked(*args).__class__, Hooked.asked
    except TypeError as e:
        print e, Hooked.asked


class Failing:
    def __str__(self):
        return 's'

    def __getattr__(self, name):
        raise KeyError(name)


print repr(unicode(Failing())), repr(str(Failing()))

for n in (-1, 0, 1, 5):
    print n, repr(bytearray('').replace('', '-', n)), repr(bytearray('ab').replace('', '-', n)), repr(''.replace('', '-', n))
print repr(bytearray('').replace('', '-'))

for protocol in (2 ** 31, -2 ** 31 - 1, 2 ** 63 - 1, 2 ** 31 - 1, 'x', 1.5):
    for name in ('__reduce__', '__reduce_ex__'):
        try:
            print name, getattr(5, name)(protocol)[0].__name__
        except (OverflowError, TypeError) as e:
            print name, type(e).__name__, e

path = os.path.join(tempfile.mkdtemp(), 'there')
for mode in ('wx', 'wx', 'w+x', 'ax', 'rx', 'w', 'wbx', 'w,x'):
    try:
        f = open(path, mode)
        print mode, f.mode
        f.close()
    except IOError as e:
        print mode, e.strerror
os.remove(path)

told = []


def profile(frame, event, argument):
    if event.startswith('c_') and frame.f_code.co_name in ('f', 'g'):
        told.append((event, argument.__name__))


def f():
    with open(os.devnull) as q:
        q.read()
    with lock:
        len('')


def g():
    lock.__enter__()
    lock.__exit__(None, None, None)


lock = threading.Lock()
for function in (f, g):
    sys.setprofile(profile)
    function()
    sys.setprofile(None)
    print told
    del told[:]
