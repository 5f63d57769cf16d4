# _multiprocessing.Connection: messages of all sizes, bytes into buffers, polling, descriptors, refusals, forked peers.
import _multiprocessing
import array
import errno
import multiprocessing
import os
import pickle
import socket
import struct

Connection = _multiprocessing.Connection


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print repr(r)[:70]
    except multiprocessing.BufferTooShort as e:
        print 'BufferTooShort', e.args
    except EnvironmentError as e:
        print type(e).__name__, errno.errorcode.get(e.errno, e.errno), e.filename
    except Exception as e:
        print type(e).__name__, e


print sorted(n for n in dir(_multiprocessing) if n[:2] != '__' and n not in ('flags', 'PipeConnection')), sorted(_multiprocessing.flags)
print Connection, Connection.__mro__, sorted(n for n in Connection.__dict__ if n[:2] != '__')

# Made of descriptors.
for args in ((), ('x',), (-1,), (-5,), (None,), (1.5,), (10 ** 6,), (2 ** 40,), (1, False, False), (1, 1, 2, 3)):
    attempt(Connection, *args)
attempt(Connection, handle=-1)
attempt(Connection, nothing=-1)

a, b = multiprocessing.Pipe()
print a.readable, a.writable, a.closed, isinstance(a.fileno(), int), repr(a).startswith('<read-write Connection, handle '), a.fileno() != b.fileno()
for name in ('readable', 'closed', 'fileno', 'other'):
    try:
        setattr(a, name, 1)
        print 'set', name
    except Exception as e:
        print type(e).__name__, e

# Objects.
for v in (None, 5, 'x' * 10, u'\u20ac', [1, {2: (3,)}], len, Exception('e'), 2 ** 100, float('inf')):
    a.send(v)
    attempt(b.recv)
attempt(a.send)
attempt(a.send, 1, 2)
attempt(a.send, lambda: 1)
attempt(a.send, (i for i in ()))
attempt(b.recv, 1)
print b.poll(), a.poll(0), b.poll(0.001), b.poll(-1)
attempt(b.poll, 'x')
attempt(b.poll, 1, 2)

# Bytes: parts of them, what is too long, empty ones.
for args in (('hello',), ('hello', 2), ('hello', 5), ('hello', 1, 3), ('hello', 0, 0), ('',), (buffer('view'),), (bytearray('changing'), 2), (array.array('c', 'chars'),), (u'wide',), (memoryview('mem'),)):
    attempt(a.send_bytes, *args)
    if b.poll():
        attempt(b.recv_bytes)
for args in ((), (5,), (None,), ('hello', 6), ('hello', -1), ('hello', 0, 6), ('hello', 3, 3), ('hello', 0, -1), ('hello', 'x'), ('a', 0, 1, 2), ('hello', None)):
    attempt(a.send_bytes, *args)
print b.poll()
for limit in (0, 1, 3, 100, -1, 'x', None):
    a.send_bytes('four')
    try:
        print limit, repr(b.recv_bytes(limit))
    except EnvironmentError as e:
        print limit, type(e).__name__, e
        a, b = multiprocessing.Pipe()
    except Exception as e:
        print limit, type(e).__name__, e
        print repr(b.recv_bytes())

# Into buffers.
for target, args in ((bytearray(8), ()), (bytearray(8), (3,)), (bytearray(8), (4,)), (bytearray(8), (5,)), (bytearray(8), (8,)), (bytearray(8), (9,)), (bytearray(8), (-1,)),
                     (array.array('i', [0, 0]), ()), (bytearray(2), ()), (bytearray(0), ()), (bytearray(8), ('x',)), (bytearray(8), (1, 2))):
    a.send_bytes('four')
    attempt(b.recv_bytes_into, target, *args)
    print repr(bytes(bytearray(target)) if isinstance(target, bytearray) else target.tostring()),
    if b.poll():
        print repr(b.recv_bytes())
    else:
        print
for target in ('text', u'text', 5, None, buffer('x'), memoryview('x')):
    attempt(b.recv_bytes_into, target)
attempt(b.recv_bytes_into)
try:
    a.send_bytes('much too long')
    b.recv_bytes_into(bytearray(4))
except multiprocessing.BufferTooShort as e:
    print e.args, isinstance(e, multiprocessing.ProcessError), pickle.loads(pickle.dumps(e)).args

# What stands on the wire: a length of four bytes, then the pickle or the bytes.
c, d = socket.socketpair()
x = Connection(os.dup(c.fileno()))
x.send_bytes('abc')
print repr(d.recv(100))
x.send_bytes('')
print repr(d.recv(100))
x.send([1, 'a'])
data = d.recv(100)
print struct.unpack('>I', data[:4])[0] == len(data) - 4, pickle.loads(data[4:]), repr(data[4:6])
d.sendall('\0\0\0\2hi\0\0')
attempt(x.recv_bytes)
d.sendall('\0\4' + pickle.dumps(7))
attempt(x.recv)
d.sendall('\0\1\0\0')
attempt(x.recv_bytes, 10)
d.sendall('\0\0\0\5gar')
d.close()
attempt(x.recv_bytes)
x.close()
c.close()

# Through a forked child: large messages both ways, the end of file.
a, b = multiprocessing.Pipe()
pid = os.fork()
if not pid:
    try:
        a.close()
        while True:
            m = b.recv_bytes()
            if m == 'stop':
                break
            b.send((len(m), m[:1], m[-1:]))
        b.send_bytes('last')
    finally:
        os._exit(0)
b.close()
for n in (1, 100, 16384, 16380, 16385, 70000, 300000):
    a.send_bytes('<' + 'x' * n + '>')
    print n, a.recv()
a.send_bytes('stop')
print a.poll(5), a.recv_bytes()
os.waitpid(pid, 0)
attempt(a.recv)
attempt(a.recv_bytes)
attempt(a.poll, 1)
a.close()
a.close()
for f, args in ((a.send, (1,)), (a.recv, ()), (a.poll, ()), (a.fileno, ()), (a.send_bytes, ('x',)), (a.recv_bytes, ()), (a.recv_bytes_into, (bytearray(1),))):
    attempt(f, *args)
print a.closed, repr(a).replace('handle -1', 'handle ?')

# One way pipes.
a, b = multiprocessing.Pipe(duplex=False)
for f, args in ((a.send, (1,)), (a.send_bytes, ('x',)), (b.recv, ()), (b.recv_bytes, ()), (b.recv_bytes_into, (bytearray(1),)), (b.poll, ()), (a.poll, ())):
    attempt(f, *args)
print repr(a)[:11], repr(b)[:11]
with_fd = b.fileno()
del b
a.close()
try:
    multiprocessing.Pipe(5, 6)
except TypeError as e:
    print e
