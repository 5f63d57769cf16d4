# What cannot be thrown into a generator leaves it as it was.
import sys


def f():
    while True:
        try:
            print (yield)
        except ValueError as e:
            print 'caught', e,


def tried(*args):
    try:
        print g.throw(*args)
    except Exception as e:
        print type(e).__name__, e


g = f()
g.next()
for bad in [(ValueError(1), 'foo'), (ValueError, 'foo', 23), ('abc',), (5,), (None,), (ValueError(1), 2, None),
            (ValueError(1), None, 'tb')]:
    tried(*bad)
    tried(ValueError)
tried(ValueError(1), None)
try:
    raise ValueError('with traceback')
except ValueError:
    tried(*sys.exc_info())
g.send(1)


def running():
    for bad in [(ValueError(1), 'foo'), ('abc',), (ValueError,)]:
        tried(*bad)
    yield


g = running()
g.next()
