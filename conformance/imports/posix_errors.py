# posix: results and failures.
import os, errno
for f in [lambda: os.stat('/nonexistent/x'), lambda: os.listdir('/nonexistent'), lambda: os.listdir(5), lambda: os.stat('a\0b'),
          lambda: os.mkdir('/'), lambda: os.rename('/nonexistent/a', '/nonexistent/b'), lambda: os.close(999), lambda: os.read(999, 5),
          lambda: os.fdopen(999), lambda: os.open('/nonexistent', os.O_RDONLY), lambda: os.execv('/nonexistent', []),
          lambda: os.execv('/nonexistent', 5), lambda: os.execv('/nonexistent', [5]), lambda: os.execv('/nonexistent', ['a']),
          lambda: os.execve('/nonexistent', ['a'], {'a': 5}), lambda: os.execve('/nonexistent', ['a'], 5), lambda: os.readlink('/'),
          lambda: os.sysconf('nothing'), lambda: os.sysconf(1.5), lambda: os.access('/nonexistent', os.R_OK), lambda: os.utime('/nonexistent', 5),
          lambda: os.waitpid(-1, 0), lambda: os.kill(-5, 999), lambda: os.urandom(-1), lambda: os.write(1, 5), lambda: os.chown('/nonexistent', 2**40, 0),
          lambda: os.chown('/nonexistent', -2, 0), lambda: os.strerror(2), lambda: os.unlink(u'/nonexistent/\u20ac'), lambda: os.WEXITSTATUS(768),
          lambda: os.WIFSIGNALED(9), lambda: os.WTERMSIG(9), lambda: os.umask('a'), lambda: os.link('/nonexistent/a', '/b'), lambda: os.stat(),
          lambda: os.fsync('a'), lambda: os.major(2049), lambda: os.minor(2049), lambda: os.makedev(8, 1), lambda: os.lseek(999, 0, 0)]:
    try:
        print f()
    except Exception, e:
        print type(e).__name__, e, getattr(e, 'filename', None)
print errno.errorcode[errno.ENOENT], errno.ENOENT, os.error is OSError
r, w = os.pipe()
print os.write(w, 'abc'), os.read(r, 10)
g = os.fdopen(w, 'w')
g.write('later')
g.close()
print g.name, g.closed, os.read(r, 10)
pid = os.fork()
if pid == 0:
    os._exit(3)
p, status = os.waitpid(pid, 0)
print p == pid, os.WIFEXITED(status), os.WEXITSTATUS(status)
print os.system('exit 4') >> 8, os.popen('echo out').read(), os.popen('exit 5').close() >> 8
os.environ['PYSTON_CONF'] = 'x y'
print os.popen('echo "$PYSTON_CONF"').read(),
del os.environ['PYSTON_CONF']
print repr(os.popen('echo "$PYSTON_CONF"').read())
f = os.tmpfile()
f.write('abc')
f.seek(0)
print f.read(), f.name, f.mode
print os.getcwd() == os.getcwdu(), os.uname()[0], len(os.times()), os.getpid() > 0, os.path.basename('/a/b')
