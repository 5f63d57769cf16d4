# What a FileIO can be made of, and what it tells those that watch; numbers of devices.
import _io
import io
import os
import posix


def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print repr(getattr(r, 'name', r) if isinstance(r, _io.FileIO) else r)
    except Exception as e:
        print type(e).__name__, e


class Int(object):
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n

    def __repr__(self):
        return 'Int(%d)' % self.n


class Index(object):
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Bad(object):
    def __int__(self):
        raise KeyError('x')


null = os.open('/dev/null', os.O_RDONLY)
for v in (None, [], Int(null), Index(null), Bad(), object(), 2 ** 31, -2 ** 31 - 1, 2 ** 63, -5, -5L, 2.0):
    t(_io.FileIO, v, closefd=False)
for v in ('/dev/null', u'/dev/null', bytearray('/dev/null'), 'a\0b'):
    t(_io.FileIO, v)
t(_io.FileIO, '/dev/null', closefd=False)


class Watched(_io.FileIO):
    def __setattr__(self, name, value):
        print 'set', name, value
        _io.FileIO.__setattr__(self, name, value)


f = Watched('/dev/null')
f.close()
f.close()


class Refuses(_io.FileIO):
    def __setattr__(self, name, value):
        if name == 'name':
            raise KeyError('no name')
        _io.FileIO.__setattr__(self, name, value)


t(Refuses, null)
os.close(null)

for data in ([u'a\n'], [u'a\r\n'], [u'a\r\n', u'b\n'], [u'a\rb\nc\r\nd']):
    d = io.IncrementalNewlineDecoder(None, True)
    for part in data:
        d.decode(part, True)
    print repr(d.newlines)
s = io.StringIO(u'a\r\nb\r', newline=None)
print repr(s.newlines), s.readlines(), repr(s.newlines)

for f in posix.major, posix.minor:
    for v in (0x805, 0x805L, True, Index(0x805), Index(2 ** 65), -1, -1L, 2 ** 63, 2 ** 64 - 1, 2 ** 64, 'a', None):
        t(f, v)
for a in ((1, 2), (2 ** 31, 1), (2 ** 32, 1), (1, 2 ** 32), (-1, -1), (2 ** 63, 1), (1.0, 2), ('a', 1),
          (-2 ** 31, 2 ** 31 - 1), (-2 ** 31 - 1, 0)):
    t(posix.makedev, *a)
