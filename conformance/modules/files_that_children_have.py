# Descriptors of open() and os.popen() are there in child processes, those of pipes and sockets too.
import fcntl
import os
import subprocess
import tempfile

folder = tempfile.mkdtemp()
name = os.path.join(folder, 'log')
f = open(name, 'w')
print fcntl.fcntl(f, fcntl.F_GETFD), fcntl.fcntl(file(name), fcntl.F_GETFD)
f.write('first\n')
f.flush()
print os.system('echo second >&%d' % f.fileno())
print subprocess.call(['sh', '-c', 'echo third >&%d' % f.fileno()])
print subprocess.call(['sh', '-c', 'echo never >&%d 2>/dev/null' % f.fileno()], close_fds=True, stderr=open(os.devnull, 'w'))
f.close()
print open(name).read(),
p = os.popen('echo hello')
print fcntl.fcntl(p, fcntl.F_GETFD), p.read(), p.close()

# A child keeps its parent's lock.
lock = open(name, 'w')
fcntl.flock(lock, fcntl.LOCK_EX)
child = subprocess.Popen(['cat'], stdin=subprocess.PIPE)
lock.close()
try:
    fcntl.flock(open(name, 'w'), fcntl.LOCK_EX | fcntl.LOCK_NB)
    print 'got the lock'
except IOError as e:
    print e
child.stdin.close()
child.wait()
os.remove(name)
os.rmdir(folder)
