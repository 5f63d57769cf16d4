# posix: forks, execs, waits and pipes: statuses, arguments and environments of wrong kinds, descriptors that are inherited.
import errno
import os
import posix
import signal
import sys
import tempfile

folder = os.path.realpath(tempfile.mkdtemp())


def attempt(f, *args, **kwargs):
    try:
        return repr(f(*args, **kwargs)).replace(folder, 'F')
    except EnvironmentError as e:
        return '%s %s %s' % (type(e).__name__, errno.errorcode.get(e.errno, e.errno), str(e.filename).replace(folder, 'F'))
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def child(f, *args):
    """What a child writes, and how it ends."""
    sys.stdout.flush()
    r, w = os.pipe()
    pid = os.fork()
    if not pid:
        code = 99
        try:
            os.close(r)
            os.dup2(w, 1)
            code = f(*args) or 0
        except SystemExit as e:
            code = e.code
        except BaseException as e:
            os.write(1, '%s: %s' % (type(e).__name__, e))
        finally:
            os._exit(code)
    os.close(w)
    out = ''
    while True:
        data = os.read(r, 1000)
        if not data:
            break
        out += data
    os.close(r)
    p, status = os.waitpid(pid, 0)
    return out, p == pid, status


SH = '/bin/sh'
# Statuses of all kinds, taken apart.
for how in ('exit 0', 'exit 7', 'exit 255', 'exit 256', 'kill -9 $$', 'kill -15 $$'):
    out, same, status = child(os.execv, SH, ['sh', '-c', how])
    print how, same, status, [f(status) for f in (os.WIFEXITED, os.WEXITSTATUS, os.WIFSIGNALED, os.WTERMSIG, os.WIFSTOPPED, os.WSTOPSIG, os.WIFCONTINUED)], attempt(os.WCOREDUMP, status)
for f in (os.WIFEXITED, os.WEXITSTATUS, os.WTERMSIG, os.WCOREDUMP):
    print f.__name__, [attempt(f, x) for x in (0, 256, 0x7f, 0x137f, 9, 139, -1, 'x', None, 1.5, 2 ** 40)], attempt(f), attempt(f, 1, 2), attempt(f, status=5)
go, goes = os.pipe()
pid = os.fork()
if not pid:
    os.kill(os.getpid(), signal.SIGSTOP)
    # Not before it was seen going on.
    os.read(go, 1)
    os._exit(4)
print [os.WIFSTOPPED(s) and os.WSTOPSIG(s) == signal.SIGSTOP for p, s in [os.waitpid(pid, os.WUNTRACED)]], os.waitpid(pid, os.WNOHANG), os.kill(pid, signal.SIGCONT), os.waitpid(pid, os.WCONTINUED)[1] == 0xffff, os.write(goes, 'x'), os.waitpid(pid, 0)[1], os.close(go), os.close(goes)
for f, args in ((os.waitpid, (-1, 0)), (os.wait, ()), (os.wait3, (0,)), (os.wait4, (-1, 0)), (os.waitpid, (999999999, 0)), (os.waitpid, ('x', 0)), (os.waitpid, (0,)), (os.wait3, ()), (os.wait4, (1,)), (os.waitpid, (-1, 0, 0))):
    print f.__name__, attempt(f, *args)
pid = os.fork()
if not pid:
    os._exit(3)
p, s, usage = os.wait4(pid, 0)
print p == pid, s, type(usage).__name__, usage.ru_utime >= 0
pid = os.fork()
if not pid:
    os._exit(5)
p, s, usage = os.wait3(0)
print p == pid, s, len(usage)

# Exec: what is refused before, and what fails.
for f, args in ((os.execv, ()), (os.execv, (SH,)), (os.execv, (SH, [])), (os.execv, (SH, 'sh')), (os.execv, (SH, 5)), (os.execv, (SH, [5])), (os.execv, (SH, [u'\xe9'])), (os.execv, (SH, ['a\0b'])), (os.execv, ('a\0b', ['x'])), (os.execv, ('/none', ['x'])), (os.execv, (folder, ['x'])), (os.execv, (5, ['x'])), (os.execv, (SH, {'a': 1})),
                (os.execve, (SH, ['sh'])), (os.execve, (SH, ['sh'], 5)), (os.execve, (SH, ['sh'], {5: 'x'})), (os.execve, (SH, ['sh'], {'a': 5})), (os.execve, (SH, [], {})), (os.execve, (SH, ['sh'], [('a', 'b')])), (os.execve, ('/none', ['x'], {})), (os.execvp, ('no-such-program-here', ['x'])), (os.execlp, ('no-such-program-here', 'x')), (os.execl, (SH,)),
                (os._execvpe, ('none/here', ['x'])), (os.execvp, ('', ['x']))):
    print f.__name__, attempt(f, *args)
ENV = {'A': 'one', 'B': '', 'C': 'x=y', 'PATH': '/bin:/usr/bin'}
for f, args in ((os.execv, (SH, ('sh', '-c', 'echo $0 $1 "$2"', 'a', 'b c'))), (os.execve, (SH, ['sh', '-c', 'echo $A-$B-$C-$D'], ENV)), (os.execl, (SH, 'sh', '-c', 'echo l')), (os.execle, (SH, 'sh', '-c', 'echo $A', ENV)), (os.execlp, ('sh', 'sh', '-c', 'echo lp')), (os.execvpe, ('sh', ['sh', '-c', 'echo $C'], ENV)), (os.execlpe, ('sh', 'sh', '-c', 'echo $A', ENV)),
                (os.execv, (u'/bin/sh', [u'sh', u'-c', u'echo unicode']))):
    print f.__name__, child(f, *args)
os.environ['PYSTON_TEST_VARIABLE'] = 'inherited'
print child(os.execv, SH, ['sh', '-c', 'echo $PYSTON_TEST_VARIABLE']), os.unsetenv('PYSTON_TEST_VARIABLE'), child(os.execv, SH, ['sh', '-c', 'echo $PYSTON_TEST_VARIABLE']), os.environ.pop('PYSTON_TEST_VARIABLE')
print os.putenv('PYSTON_X', 'put'), 'PYSTON_X' in os.environ, child(os.execv, SH, ['sh', '-c', 'echo $PYSTON_X'])[0], attempt(os.putenv, 'a'), attempt(os.putenv, 'a\0', 'b'), attempt(os.putenv, 5, 'x'), attempt(os.putenv, '', 'x'), attempt(os.putenv, 'a=b', 'x'), attempt(os.unsetenv, ''), attempt(os.unsetenv, 'a=b'), attempt(os.unsetenv, 5)

# Spawning.
print os.spawnv(os.P_WAIT, SH, ['sh', '-c', 'exit 3']), os.spawnl(os.P_WAIT, SH, 'sh', '-c', 'kill -9 $$'), os.spawnve(os.P_WAIT, SH, ['sh', '-c', 'exit $N'], {'N': '6'}), os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 2'), os.spawnvp(os.P_WAIT, 'no-such-program-here', ['x']), os.waitpid(os.spawnv(os.P_NOWAIT, SH, ['sh', '-c', 'exit 9']), 0)[1]
print os.system('exit 3'), os.system('kill -9 $$') != 0, os.system(''), attempt(os.system), attempt(os.system, 5), attempt(os.system, 'a\0b'), attempt(os.system, u'true')
f = os.popen('cat > %s/out; exit 2' % folder, 'w')
f.write('written')
print f.close(), open(folder + '/out').read(), os.popen('echo read').read(), os.popen('exit 0').close(), attempt(os.popen, 'true', 'x'), attempt(os.popen), attempt(os.popen, 5), attempt(os.popen, 'true', 'r', 'x')
p = os.popen('echo a; echo b')
print list(p), p.mode, p.name, p.closed, p.close(), p.closed

# Pipes: ends, sizes, who reads and writes; descriptors after fork and exec.
r, w = os.pipe()
print attempt(os.write, r, 'x'), attempt(os.read, w, 1), os.write(w, ''), os.write(w, buffer('buf')), os.write(w, bytearray('arr')), attempt(os.write, w, u'u'), attempt(os.write, w, 5), attempt(os.write, w), os.read(r, 3), attempt(os.read, r, -1), os.read(r, 0), os.read(r, 100), attempt(os.read, r), attempt(os.read, 'x', 1), attempt(os.read, r, 'x')
os.close(w)
print repr(os.read(r, 10)), os.close(r), attempt(os.close, r), attempt(os.close, -1), attempt(os.close, 'x'), attempt(os.read, r, 1), attempt(os.fdopen, r), attempt(os.fstat, r), attempt(os.dup, r), attempt(os.dup2, r, 50), attempt(os.lseek, r, 0, 0), attempt(os.isatty, r), attempt(os.fsync, r), attempt(os.ftruncate, r, 0), attempt(os.fpathconf, r, 'PC_PIPE_BUF'), attempt(os.ttyname, r), attempt(os.fchmod, r, 0), attempt(os.fdatasync, r), attempt(os.fchdir, r)
r, w = os.pipe()
print attempt(os.lseek, r, 0, 0), os.isatty(r), os.fpathconf(r, 'PC_PIPE_BUF') > 0, attempt(os.ftruncate, r, 0), attempt(os.fpathconf, r, 'nothing'), attempt(os.fpathconf, r, 1.5), attempt(os.fpathconf, r, 9999)
print child(lambda: os.write(1, 'in %d' % os.write(w, 'from the child')) and 0), os.read(r, 100), child(os.execv, SH, ['sh', '-c', 'echo through >&%d' % w])[1:], os.read(r, 100)
import fcntl
fcntl.fcntl(w, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
print child(os.execv, SH, ['sh', '-c', 'echo closed 2>/dev/null >&%d' % w])[2] != 0
signal.signal(signal.SIGPIPE, signal.SIG_IGN)
os.close(r)
print attempt(os.write, w, 'x'), os.close(w)
a = os.dup(1)
print a > 1, os.dup2(a, a + 5), os.isatty(a + 5) == os.isatty(1), os.close(a), os.close(a + 5), attempt(os.dup2, 1, -1), attempt(os.dup2, 1, 'x'), os.closerange(200, 210), os.closerange(210, 200), attempt(os.closerange, 1)

# Ids, groups, sessions, priorities, times.
print os.getpid() == os.getpid(), os.getppid() > 0, child(lambda: os.write(1, str(os.getppid() == PARENT)) and 0) if not globals().update(PARENT=os.getpid()) else 0, os.getpgrp() == os.getpgid(0), attempt(os.getpgid, 999999999), os.getsid(0) > 0, attempt(os.getsid, 'x'), child(lambda: os.write(1, '%s %s' % (os.setsid(), os.getpid() == os.getsid(0))) and 0), child(lambda: os.write(1, '%s %s' % (os.setpgrp(), os.getpgrp() == os.getpid())) and 0)
print attempt(os.nice, 'x'), child(lambda: os.write(1, str(os.nice(3) - os.nice(0))) and 0)[0], [type(x).__name__ for x in os.times()], len(os.times()), os.times()[2] >= 0, len(os.getloadavg()), os.uname()[0], len(os.uname()), os.ctermid(), attempt(os.ctermid, 1), attempt(os.getlogin, 1), os.umask(022) >= 0, os.umask(os.umask(077)) == 077 or True, attempt(os.umask, 'x')
print attempt(os.kill, os.getpid(), 0), attempt(os.kill, 999999999, 0), attempt(os.kill, os.getpid(), 999), attempt(os.kill, 'x', 0), attempt(os.kill, 1), attempt(os.killpg, 999999999, 0), attempt(os.strerror, 2), attempt(os.strerror, 'x'), os.strerror(99999), attempt(os.sysconf, 'SC_PAGESIZE') == repr(os.sysconf('SC_PAGE_SIZE')), attempt(os.sysconf, 'nothing'), attempt(os.sysconf, 99999), attempt(os.confstr, 'CS_PATH'), attempt(os.confstr, 'nothing'), attempt(os.pathconf, '/', 'PC_NAME_MAX'), attempt(os.pathconf, '/none', 'PC_NAME_MAX')
for f in os.listdir(folder):
    os.remove(os.path.join(folder, f))
os.rmdir(folder)
