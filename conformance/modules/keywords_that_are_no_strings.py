# A keyword argument whose name is no str is refused by all builtin functions with parameters of their own.
from __future__ import print_function
import datetime
import io
import itertools


def attempt(f, args, keywords):
    try:
        f(*args, **keywords)
    except Exception as e:
        print(getattr(f, '__name__', f), args, type(e).__name__, e)

for keywords in ({1: 2}, {u'a': 1}, {u'\xe9': 1}, {'zz': 1}, {'': 1}, {'zz': 1, 1: 2}):
    for f in (list, tuple, property, enumerate, print, itertools.product, datetime.timedelta, datetime.time, io.BytesIO, unicode,
              bytearray, str, int, float, complex, [].__init__, [].sort, 'a'.split, set, max, len):
        attempt(f, (), keywords)
        if f is not print and f is not bytearray:
            attempt(f, [1], keywords)
