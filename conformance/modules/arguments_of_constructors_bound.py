# Wrong numbers and names of arguments, as constructors and functions of native modules complain of them.
import _io
import array
import bz2
import cPickle
import fcntl
import imp
import io
import mmap
import posix
import socket
import sqlite3
import syslog
import tempfile
import _multiprocessing


class O(object):
    def __repr__(self):
        return 'o'


o = O()
CALLS = [((), {}), ((o,) * 12, {}), ((), {'zzz': 1}), ((o,), {'zzz': 1}), ((o, o), {}), ((1, 2, 3), {'zzz': 1}), ((o, 'x', 'y'), {}), ((None, None, None, None), {})]


def attempt(label, f, args, kwargs):
    try:
        f(*args, **kwargs)
        print label, len(args), sorted(kwargs), 'fine'
    except Exception as e:
        print label, len(args), sorted(kwargs), type(e).__name__, str(e).split(' at 0x')[0]


for f in (_io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom, _io.FileIO, _io.TextIOWrapper, _io.IncrementalNewlineDecoder, _io.StringIO,
          _io.BytesIO, _io.BufferedRWPair, mmap.mmap, _multiprocessing.SemLock, _multiprocessing.Connection, bz2.BZ2Compressor, bz2.BZ2Decompressor,
          socket._socket.socket, sqlite3.Row, classmethod, staticmethod, cPickle.Unpickler):
    for args, kwargs in CALLS:
        if f is bz2.BZ2Decompressor and kwargs:
            continue
        if f is socket._socket.socket and args == () and not kwargs:
            continue
        attempt(f.__name__, f, args, kwargs)
for args, kwargs in (((), {'name': 'x'}), (('x', 'r', 1, 1), {}), ((), {'mode': 'r'}), ((), {'file': '/none', 'mode': 5}), (('x',), {'file': 1}), ((1, 5), {})):
    attempt('FileIO', io.FileIO, args, kwargs)
for args, kwargs in ((('x', 5), {}), (('x', None, 5), {}), ((), {'buffer': 1, 'encoding': 2}), (('x',), {'buffer': 1}), (('x', None, None, None, 'x'), {})):
    attempt('TextIOWrapper', io.TextIOWrapper, args, kwargs)
for args, kwargs in (((1,), {'kind': 1}), ((1, 'x', 1), {}), ((1, 1), {'maxvalue': 'x'}), ((9,), {'value': 1, 'maxvalue': 1})):
    attempt('SemLock', _multiprocessing.SemLock, args, kwargs)
for args, kwargs in (((), {'fileno': 'x', 'zzz': 1}), ((-1,), {'fileno': 1}), ((-1,), {'length': 'x'}), ((-1, 10), {'flags': 'x', 'bad': 1}), ((-1, 10), {'bad': 1})):
    attempt('mmap', mmap.mmap, args, kwargs)
for args, kwargs in (((), {'family': 'x'}), ((1,), {'family': 1}), ((1, 'x'), {}), ((), {'type': 1, 'nothing': 2}), (('x',), {'nothing': 1})):
    attempt('socket', socket._socket.socket, args, kwargs)

for f in (fcntl.fcntl, fcntl.ioctl):
    for args in ((), (1,), ('x',), (0, 'x'), (0, 1, 1.5), (0, 1, []), (1, 2, 3, 4, 5), (1.5, 1), (0, None), (0, 2, 2 ** 70), (0, 1, u'\xe9'), (0, 1, None), (0, 1, 'x' * 1025)):
        attempt(f.__name__, f, args, {})
for f in (syslog.setlogmask, imp.reload, posix.setgroups, cPickle.dump, cPickle.dumps, cPickle.load, cPickle.loads):
    for args, kwargs in (((), {}), ((o,) * 12, {}), (('x',), {'q': 1})):
        attempt(f.__name__, f, args, kwargs)

# Of Pickler's arguments nobody looks at the named ones when the others are a number, or none.
for args, kwargs in (((), {'zz': 1}), ((1,), {'zz': 1}), ((1, 2), {'zz': 1}), (('x',), {'protocol': 1}), ((1, 2, 3), {}), ((1, 2), {}), (([],), {}),
                     ((-1,), {}), (('a', 'b'), {}), ((), {'file': 5}), ((), {'protocol': 2}), ((), {'protocol': 'x'})):
    attempt('Pickler', cPickle.Pickler, args, kwargs)
p = cPickle.Pickler(protocol=2)
p.dump([1])
print repr(p.getvalue())

# Methods of streams that look at themselves before they count.
closed = io.BytesIO('x')
closed.close()
for name in sorted(n for n in dir(closed) if n[:1] != '_' and n != 'closed') + ['_checkClosed', '_checkReadable', '_checkSeekable', '_checkWritable', '__iter__', '__enter__']:
    for args in ((), (o,) * 9):
        attempt(name, getattr(closed, name), args, {})
base = _io._IOBase()
for name in ('_checkClosed', '_checkReadable', '_checkSeekable', '_checkWritable', 'writelines'):
    for c in (io.BytesIO, io.StringIO, _io._IOBase, _io._RawIOBase, _io._BufferedIOBase, _io._TextIOBase):
        for args in ((), (True,), (1, 2)):
            attempt(c.__name__ + '.' + name, getattr(c(), name), args, {})
attempt('readinto', _io._BufferedIOBase().readinto, (), {})
