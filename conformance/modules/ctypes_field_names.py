# Names of fields may be unicode; what else is not a pair is refused.
from ctypes import Structure, c_int, c_long


class S(Structure):
    _fields_ = [(u'a', c_int), ('b', c_long)]


s = S(1, b=2)
print s.a, s.b, S._fields_[0][0] == 'a', S.a.offset


def refused(fields):
    class T(Structure):
        pass
    try:
        T._fields_ = fields
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
    else:
        print sorted(k for k in T.__dict__ if not k.startswith('_'))


refused([(u'\xe9', c_int)])
refused([(1, c_int)])
refused([['a', c_int]])
refused([('a',)])
refused([('a', c_int, 1, 2)])
refused((('a', c_int),))
refused(3)
