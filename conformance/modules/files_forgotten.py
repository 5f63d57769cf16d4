# What programs write to files that they never close is there when they look; and files that are
# forgotten do not use up descriptors.
import codecs
import imp
import io
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.path.insert(0, folder)
sys.dont_write_bytecode = True


def w(n):
    open(n, 'w').write('x = 5\n')


def text(n):
    io.open(n, 'w').write(u'x = 5\n')


def binary(n):
    io.open(n, 'wb').write(b'x = 5\n')


def coded(n):
    codecs.open(n, 'w', 'utf8').write(u'x = 5\n')


def descriptor(n):
    os.fdopen(os.open(n, os.O_CREAT | os.O_WRONLY, 0644), 'w').write('x = 5\n')


readers = [
    lambda n: open(n).read(),
    lambda n: io.open(n).read(),
    lambda n: io.open(n, 'rb').read(),
    lambda n: os.read(os.open(n, os.O_RDONLY), 100),
    lambda n: os.stat(n).st_size,
    lambda n: imp.load_source('mm', n).x,
    lambda n: __import__(n[:-3]).x,
    lambda n: execfile(n, {}),
    lambda n: codecs.open(n, 'r', 'utf8').read(),
    lambda n: os.fstat(os.open(n, os.O_RDONLY)).st_size,
]
k = 0
for writer in (w, text, binary, coded, descriptor):
    for reader in readers:
        k += 1
        name = 'm%d.py' % k
        writer(name)
        print writer.__name__, repr(reader(name))
text('m.py')
print subprocess.check_output(['cat', 'm.py'])

# Text over a buffer of one's own, two writers to one file.
f = io.open('shared', 'wb')
t = io.TextIOWrapper(f, encoding='latin-1')
t.write(u'caf\xe9 ')
print os.stat('shared').st_size in (0, 5)
t.flush()
print repr(io.open('shared', 'rb').read())
del t, f

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (40, hard))
for i in range(60):
    open('/dev/null')
for i in range(60):
    io.open('/dev/null')
for i in range(60):
    socket.socket()
for i in range(60):
    os.fdopen(os.open('/dev/null', os.O_RDONLY))
for i in range(60):
    a, b = socket.socketpair()
for i in range(60):
    r, v = os.pipe()
    r, v = os.fdopen(r), os.fdopen(v, 'w')
for i in range(60):
    tempfile.TemporaryFile()
print len(os.listdir('.')) > 40
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

# At the end of the program, too.
code = '''
import io
keep = io.open('end1', 'w')
keep.write(u'a')
io.open('end2', 'w').write(u'b')
open('end3', 'w').write('c')
'''
subprocess.call([sys.executable, '-c', code])
print [open('end%d' % i).read() for i in range(1, 4)]
os.chdir('/')
shutil.rmtree(folder)
