# float.__setformat__('double', 'unknown'): what struct converts portably can be no infinity then.
import struct

INF = 1e400


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def show():
    print float.__getformat__('double')[:4], float.__getformat__('float')[:4]
    for code in '<d', '>d', '<f', '!f', '=d', 'd', 'f':
        for value in 1.5, -0.0, INF:
            packed = attempt(struct.pack, code, value)
            print code, value, repr(packed)
        for data in '\0\0\0\0\0\0\xf0\x7f', '\x7f\xf0\0\0\0\0\0\0', '\0\0\x80\x7f', '\x7f\x80\0\0':
            if len(data) == struct.calcsize(code):
                print code, repr(data), attempt(struct.unpack, code, data)


known = dict((t, float.__getformat__(t)) for t in ('double', 'float'))
show()
float.__setformat__('double', 'unknown')
show()
float.__setformat__('float', 'unknown')
float.__setformat__('double', known['double'])
show()
print attempt(struct.unpack, '<2f', '\0\0\x80\x3f\0\0\x80\x7f')
float.__setformat__('float', known['float'])
print attempt(float.__setformat__, 'float', 'odd')
show()
