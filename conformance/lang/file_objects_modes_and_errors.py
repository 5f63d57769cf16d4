# file objects: every mode, mixtures of reading, iterating and writing, closed files, wrong arguments, odd sizes, newlines, truncate and seek.
import os, tempfile
name = tempfile.mktemp()
def t(f, *a):
    try: print repr(f(*a)).replace(name, 'NAME').split(' at 0x')[0],
    except Exception as e: print type(e).__name__ + ':', str(e).replace(name, 'NAME'), '|',
def put(s):
    f = open(name, 'wb'); f.write(s); f.close()
def get(): return open(name, 'rb').read()
for m in ['r', 'w', 'a', 'r+', 'w+', 'a+', 'rb', 'wb', 'ab', 'rU', 'U', 'Ur', 'Ub', 'rb+', 'r+b', 'wU', 'aU', '', 'x', 'q', 'b', '+', 'br', 'r\0', 'r ', u'r', u'\xe9', 5, None, 'rt', 'wt', 'U+', 'rU+', 'r' * 50]:
    put('line1\nline2\r\nline3\rline4')
    print repr(m),
    try:
        f = open(name, m)
        print f.mode,
        t(f.read, 3); t(f.write, 'W'); t(f.readline); t(f.tell); t(lambda: f.newlines); t(f.seek, 0); t(f.readlines); t(lambda: f.newlines); t(f.flush); f.close(); t(get)
    except Exception as e: print type(e).__name__ + ':', str(e).replace(name, 'NAME'),
    print
put('line1\nline2\nline3\n')
for args in [(), (5,), (None,), (name, 'r', 'x'), (name, 'r', 0), (name, 'r', 1), (name, 'r', -1), (name, 'r', 10**6), (name, 'r', 1.5), (name, 'r', 1, 2), (name + '\0',), ('/no/such/file',), ('/tmp',), ('/tmp', 'w'), (u'/no/\xe9',), ('', ), (name, 'r\0w')]:
    t(lambda: open(*args)); t(lambda: file(*args))
print
t(lambda: open(name=name).readline()); t(lambda: open(name, mode='r', buffering=1).mode); t(lambda: open(name, bufsize=1)); t(lambda: file.__new__(file).read()); t(lambda: file.__new__(file)); t(lambda: file.__new__(file).closed); print
f = open(name)
for a in [(), (None,), (-1,), (0,), (2,), (2L,), (1.5,), ('2',), (2**70,), (1, 2)]: f.seek(0); t(f.read, *a); f.seek(0); t(f.readline, *a); f.seek(0); t(f.readlines, *a)
print
for a in [(), (0,), (3,), (-1,), (2, 1), (-2, 2), (0, 2), (0, 3), (0, -1), (1.5,), ('a',), (None,), (2L,), (0, 1.5), (1, 2, 3)]: t(f.seek, *a); t(f.tell)
print
f.seek(0); print next(f), ; t(f.read, 1); t(f.readline); t(f.readlines); t(f.tell); t(f.readinto, bytearray(3)); f.seek(6); t(f.read, 2); t(f.next); t(f.next); t(f.next); t(f.read); print
f.seek(0); b = bytearray(8); t(f.readinto, b); print b,; t(f.readinto, 'abc'); t(f.readinto, u'abc'); t(f.readinto, 5); t(f.readinto); t(f.readinto, bytearray(0)); t(f.readinto, buffer('x')); t(f.readinto, memoryview(b)); print b
f.seek(0); print [l for l in f], list(f), f.xreadlines() is f, iter(f) is f, f.isatty(), f.encoding, f.errors, f.softspace, f.name == name, f.closed, f.newlines, repr(f).replace(name, 'NAME').split(' at 0x')[0]
for w in ['x', u'x']: t(f.write, w)
t(f.writelines, ['a']); t(f.truncate); t(f.flush); print
for a in ['name', 'mode', 'closed', 'newlines', 'encoding', 'errors', 'softspace', 'x', 'read']:
    t(setattr, f, a, 1); t(delattr, f, a)
print
t(f.close); t(f.close); 
for m, a in [('read', ()), ('readline', ()), ('readlines', ()), ('next', ()), ('write', ('a',)), ('writelines', ([],)), ('seek', (0,)), ('tell', ()), ('flush', ()), ('truncate', ()), ('isatty', ()), ('fileno', ()), ('readinto', (bytearray(1),)), ('xreadlines', ()), ('__iter__', ()), ('__enter__', ()), ('__exit__', ())]: t(getattr(f, m), *a)
print repr(f).replace(name, 'NAME').split(' at 0x')[0], f.closed, f.mode
f = open(name, 'w+')
for a in ['abc', u'def', u'\xe9', buffer('ghi'), bytearray('jkl'), memoryview('mno'), 5, None, [], 'a\0b', '']: t(f.write, a)
t(f.write); t(f.write, 'a', 'b')
for a in [['a', 'b'], 'cd', u'ef', [u'g'], [1], 5, [], iter(['h', 'i']), ['ok', 5, 'no'], [bytearray('q')], [buffer('r')], {'k': 1}, None, ['\xe9', u'\xe9']]: t(f.writelines, a)
f.seek(0); t(f.read); print
f.seek(0); f.write('0123456789'); t(f.truncate, 5); t(f.tell); f.seek(0); t(f.read); t(f.truncate, 8); f.seek(0); t(f.read); t(f.truncate, -1); t(f.truncate, 'a'); t(f.truncate, 1.5); f.seek(3); t(f.truncate); f.seek(0); t(f.read); t(f.truncate, 0); f.seek(5); f.write('x'); f.seek(0); t(f.read); print
f.close()
f = open(name, 'a+'); f.write('tail'); f.seek(0); t(f.read); f.seek(0); f.write('!'); f.seek(0); t(f.read); f.close(); print
put('a\r\nb\rc\nd'); f = open(name, 'U'); t(f.readline); t(lambda: f.newlines); t(f.readline); t(lambda: f.newlines); t(f.read); t(lambda: f.newlines); f.close(); print
put('a\r'); f = open(name, 'U'); t(f.read); t(lambda: f.newlines); f.close(); put('a\r\n'); f = open(name, 'rU'); t(f.read, 2); t(f.read, 1); t(lambda: f.newlines); f.seek(0); print list(f); f.close()
put('x' * 5000 + '\n' + 'y' * 9000 + '\n'); f = open(name); print [len(l) for l in f], f.seek(0), len(f.readline(100)), len(f.readline()), len(f.readline(8192)), [len(l) for l in f.readlines(10)], f.seek(0), [len(l) for l in f.readlines(1)], [len(l) for l in f.readlines()]; f.close()
with open(name) as f: print f.closed,
print f.closed
try:
    with f: pass
except ValueError as e: print e
class F(file):
    def write(self, s): file.write(self, s.upper())
    def close(self): print 'closing',; return file.close(self)
with F(name, 'w') as f: f.write('abc'); print >>f, 'def',; f.x = 1
print get(), f.x
fd = os.open(name, os.O_RDONLY); f = os.fdopen(fd, 'r'); print f.name, f.read(), f.fileno() == fd; f.close(); t(os.fdopen, fd); t(os.fdopen, -1); t(os.fdopen, 0, 'q'); t(os.fdopen, 'a'); print
f = os.tmpfile(); f.write('t'); f.seek(0); print f.read(), f.name, f.mode; f.close()
os.remove(name)
