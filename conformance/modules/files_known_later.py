# What is known of a file after it was closed, or was never; what other openers see of what was written.
import bz2
import os
import shutil
import socket
import tempfile

folder = tempfile.mkdtemp()
name = os.path.join(folder, 'text')
with open(name, 'wb') as f:
    f.write('a\r\nb\rc\n')
for mode in 'r', 'U', 'rb':
    f = open(name, mode)
    print f.newlines,
    f.readline()
    print repr(f.newlines),
    f.read()
    f.close()
    print f.newlines, f.closed, f.mode
f = file.__new__(file)
print f.newlines, f.closed, f.mode, f.name, f.encoding

# Written by a file that nobody closed.
open(name, 'wb').write(bz2.compress('line\n' * 3))
f = bz2.BZ2File(name)
print f.readlines()
f.close()

# A socket whose descriptor was closed behind its back.
a, b = socket.socketpair()
os.close(a.fileno())
a.close()
b.close()
print 'closed'

# A queue's feeding thread has no need of the import lock.
import _queue_used
print _queue_used.answer
shutil.rmtree(folder)
