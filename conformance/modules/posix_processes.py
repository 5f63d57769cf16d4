# Children: fork, wait statuses, exec errors, pipes to commands, kill, environment.
import os, sys, signal, errno
def t(f, *a):
    try: print f.__name__, a, repr(f(*a))
    except Exception as e: print f.__name__, a, type(e).__name__, e
sys.stdout.flush()
for how in (0, 3, 255, 256 + 7, -1):
    pid = os.fork()
    if pid == 0: os._exit(how)
    p, s = os.waitpid(pid, 0)
    print how, p == pid, s, os.WIFEXITED(s), os.WEXITSTATUS(s), os.WIFSIGNALED(s), os.WTERMSIG(s), os.WIFSTOPPED(s), os.WCOREDUMP(s)
pid = os.fork()
if pid == 0:
    signal.pause(); os._exit(0)
os.kill(pid, signal.SIGKILL)
p, s = os.wait(); print p == pid, s, os.WIFSIGNALED(s), os.WTERMSIG(s)
pid = os.fork()
if pid == 0: os._exit(5)
p, s, ru = os.wait4(pid, 0); print p == pid, s, type(ru), len(ru)
t(os.wait); t(os.waitpid, -1, 0); t(os.waitpid, 99999999, os.WNOHANG); t(os.waitpid, 'x', 0); t(os.waitpid, 1); t(os.wait, 1); t(os.wait3, 'x')
for a in ((), (1,), ('x', 2), (0, 'x'), (99999999, 0), (0, 999), (os.getpid(), 0), (2**40, 0), (1.5, 0)): t(os.kill, *a) if a != (os.getpid(), 0) else None
print os.kill(os.getpid(), 0)
for f in (os.WIFEXITED, os.WEXITSTATUS, os.WTERMSIG, os.WIFSTOPPED, os.WSTOPSIG, os.WIFCONTINUED, os.WCOREDUMP):
    for a in ((0,), (0x7f,), (0x137f,), (0xffff,), (9,), (0x89,), ('x',), (), (1.5,), (2**31,), (-1,)): t(f, *a)
for a in (('/nonexistent', ['x']), ('/nonexistent', ()), ('/nonexistent', []), ('/tmp', ['x']), ('/nonexistent', 'x'), ('/nonexistent', [1]), ('/nonexistent', None), (3, ['x']), ('/nonexistent',), ('/nonexistent', ['a\0b']), ('', ['x']), ('/nonexistent', ['']), ('/nonexistent', {})): t(os.execv, *a)
for a in (('/nonexistent', ['x'], {}), ('/nonexistent', ['x'], {'A': 'b'}), ('/nonexistent', ['x'], {1: 'b'}), ('/nonexistent', ['x'], {'A': 2}), ('/nonexistent', ['x'], []), ('/nonexistent', ['x'], None), ('/nonexistent', [], {}), ('/nonexistent', (u'x',), {u'A': u'b'})): t(os.execve, *a)
t(os.execl, '/nonexistent', 'a'); t(os.execvp, 'no such program', ['x']); t(os.execlp, 'nosuchprog', 'x')
for c in ('echo hi; exit 3', 'exit 0', 'cat', 'kill -9 $$'):
    p = os.popen(c); print repr(p.read()), p.close()
p = os.popen('cat >/dev/null; exit 2', 'w'); p.write('x'); print p.close(), p.closed; print p.close()
t(os.popen, 3); t(os.popen); t(os.popen, 'true', 'q'); t(os.popen, 'true', 3)
print os.system('exit 4'), os.system('kill -15 $$'); t(os.system); t(os.system, 3); t(os.system, 'x\0')
print os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit 6']), os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 7'), os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', 'kill -9 $$']), os.spawnv(os.P_WAIT, '/nonexistent', ['x'])
os.environ['PYSTON_T'] = 'v1'; print os.popen('echo $PYSTON_T').read(), os.getenv('PYSTON_T'), os.getenv('PYSTON_NO'), os.getenv('PYSTON_NO', 5)
del os.environ['PYSTON_T']; print repr(os.popen('echo $PYSTON_T').read()), 'PYSTON_T' in os.environ
for a in (('A', 1), (1, 'b'), ('A=', 'b'), ('', 'x'), ('A\0', 'b'), ('A', None), ('A',)): t(os.putenv, *a)
t(os.unsetenv, 'PYSTON_T'); t(os.unsetenv, 3); t(os.unsetenv, ''); t(os.unsetenv, 'a=b'); t(os.unsetenv)
try: os.environ['a'] = 3
except TypeError as e: print e
try: del os.environ['not there']
except KeyError as e: print 'KeyError', e
os.environ.update({'PYSTON_U': 'u'}); print os.environ.pop('PYSTON_U'), os.environ.pop('PYSTON_U', 'none'), os.environ.has_key('PYSTON_U'), os.environ.setdefault('PYSTON_W', 'w'), type(os.environ.copy())
t(os.nice, 'x'); t(os.nice); print os.nice(0) >= 0; t(os.getpgid, 99999999); t(os.getsid, 'x'); t(os.setpgid, 1); print os.getpgid(0) == os.getpgrp(), os.getppid() > 0, len(os.times()), len(os.uname()), os.uname()[0]
t(os.abort, 1); t(os._exit); t(os._exit, 'x'); t(os.fork, 1); t(os.getpid, 1); t(os.getloadavg, 1); t(os.setuid, 'x'); t(os.setgroups, 3); t(os.setgroups, ['x']); t(os.getuid, 1); t(os.initgroups, 1); t(os.major, 'x'); t(os.minor, 259); t(os.makedev, 1, 3); t(os.major, 259 << 8); t(os.ctermid, 1); t(os.urandom, -1); t(os.urandom, 'x'); t(os.urandom, 0); print len(os.urandom(5))
