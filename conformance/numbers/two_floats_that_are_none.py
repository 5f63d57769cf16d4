# Functions of two floats ask both arguments before they complain; the second complaint remains.
import math


class Loud(object):
    def __init__(self, name, result):
        self.name, self.result = name, result

    def __float__(self):
        print self.name,
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


for f in math.pow, math.fmod, math.hypot, math.atan2, math.copysign:
    for args in [({}, 2j), (2j, {}), ({}, 1.0), (1.0, {}), (Loud('a', ValueError('first')), Loud('b', KeyError('second'))),
                 (Loud('a', 2.0), Loud('b', KeyError('second'))), (Loud('a', ValueError('first')), Loud('b', 3.0)), ('x', 10 ** 400)]:
        try:
            print f(*args)
        except Exception as e:
            print type(e).__name__, e
