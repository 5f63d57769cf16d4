# signal, subprocess and os: handlers, alarms, timers, exit statuses, pipes between children, groups, what is refused.
import signal, subprocess as S, os, sys, time, errno
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
got = []
def h(n, f): got.append((n, f is not None))
print signal.signal(signal.SIGUSR1, h), signal.getsignal(signal.SIGUSR1) is h; os.kill(os.getpid(), signal.SIGUSR1); print got, signal.signal(signal.SIGUSR1, signal.SIG_IGN) is h, signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN; os.kill(os.getpid(), signal.SIGUSR1); print len(got), callable(signal.default_int_handler), signal.getsignal(signal.SIGCHLD) == signal.SIG_DFL
for a in ((0, h), (999, h), (signal.SIGKILL, h), (signal.SIGUSR1, 5), (signal.SIGUSR1, None), ('x', h), (signal.SIGUSR1,)): t(signal.signal, *a)
t(signal.getsignal, 0); t(signal.getsignal, 'x'); t(signal.alarm, 'x'); print signal.alarm(100), signal.alarm(0) > 0, signal.alarm(0); signal.signal(signal.SIGALRM, h); print signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001), ; signal.pause(); signal.setitimer(signal.ITIMER_REAL, 0); print got[-1][0] == signal.SIGALRM, signal.getitimer(signal.ITIMER_REAL); t(signal.setitimer, 9, 1); t(signal.setitimer, signal.ITIMER_REAL, 'x'); t(signal.setitimer, signal.ITIMER_REAL, -1); t(signal.getitimer, 9); print signal.ItimerError.__name__, signal.NSIG
def raiser(n, f): raise KeyError('from handler')
signal.signal(signal.SIGUSR1, raiser)
try:
    os.kill(os.getpid(), signal.SIGUSR1)
    for i in range(1000): pass
except KeyError as e: print e
signal.signal(signal.SIGALRM, h); signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)
try: time.sleep(5)
except IOError as e: print e.errno == errno.EINTR
signal.setitimer(signal.ITIMER_REAL, 0)
r, w = os.pipe(); signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)
try: os.read(r, 1)
except OSError as e: print e
signal.setitimer(signal.ITIMER_REAL, 0)
print signal.set_wakeup_fd(w), ; signal.signal(signal.SIGUSR1, h); os.kill(os.getpid(), signal.SIGUSR1); time.sleep(0); print repr(os.read(r, 5)), signal.set_wakeup_fd(-1) == w; t(signal.set_wakeup_fd, 9999); t(signal.set_wakeup_fd, 'x'); t(signal.siginterrupt, signal.SIGUSR1, True); t(signal.siginterrupt, 999, 0)
sh = lambda c, **k: S.Popen(c, shell=True, **k)
p = sh('cat; echo err >&2; exit 3', stdin=S.PIPE, stdout=S.PIPE, stderr=S.PIPE); print p.communicate('in\n'), p.returncode, p.poll(), p.wait(), p.pid > 0, p.stdin.closed; p = sh('kill -9 $$'); print p.wait(), ; p = S.Popen(['sleep', '5']); p.terminate(); print p.wait(), p.send_signal(9) if 0 else ''
print S.check_output(['echo', 'x']), S.call('exit 7', shell=True), S.check_call(['true']), S.list2cmdline(['a b', 'c"d', 'e\\', '', 'f\\"g']); t(S.check_call, ['false']); t(S.check_output, 'echo out; exit 2', shell=True); t(S.check_output, ['x'], stdout=1); t(S.Popen, ['/no/such']); t(S.Popen, '/'); t(S.Popen, ['true'], cwd='/nope'); t(S.Popen, ['true'], bufsize='x'); t(S.Popen, []); t(S.Popen, ['true'], bogus=1); t(S.Popen, ['true'], preexec_fn=lambda: 1 / 0); t(S.Popen, ['true'], env={'a': 5}); t(S.Popen, 5)
try: S.check_output('echo out; exit 2', shell=True)
except S.CalledProcessError as e: print e.returncode, e.cmd, repr(e.output), e, e.args
print S.Popen(['sh', '-c', 'echo $V $0 $1', 'zero', 'one'], env={'V': 'val', 'PATH': '/bin:/usr/bin'}, stdout=S.PIPE).communicate()[0], S.Popen('pwd', cwd='/', stdout=S.PIPE).stdout.read(), S.Popen(['cat'], stdin=S.Popen(['echo', 'piped'], stdout=S.PIPE).stdout, stdout=S.PIPE).communicate()[0], sh('echo a; echo b >&2', stdout=S.PIPE, stderr=S.STDOUT).communicate(), S.Popen(['cat'], stdin=S.PIPE, stdout=S.PIPE, universal_newlines=True).communicate('a\r\nb\rc')[0].__repr__(), S.Popen(['sh', '-c', 'ulimit -n >/dev/null; echo $PPID'], stdout=S.PIPE, preexec_fn=os.setsid, close_fds=True).communicate()[0].strip() == str(os.getpid()), S.Popen(executable='/bin/sh', args=['named', '-c', 'echo $0'], stdout=S.PIPE).communicate()[0]
for st in (0, 256, 9, 139, 0x137f): print os.WIFEXITED(st), os.WEXITSTATUS(st), os.WIFSIGNALED(st), os.WTERMSIG(st), os.WIFSTOPPED(st), os.WSTOPSIG(st), os.WCOREDUMP(st),
print; pid = os.fork()
if not pid: os._exit(5)
print os.waitpid(pid, 0)[1] >> 8; t(os.waitpid, pid, 0); t(os.kill, 2 ** 22 + 5, 0); t(os.execv, '/no/such', ['x']); t(os.execv, '/x', []); t(os.execve, '/x', ['a'], 5); t(os.execvp, 'nosuchprogram', ['x']); print os.system('exit 4') >> 8, os.popen('echo popen; exit 1').read(), os.popen('exit 3').close() >> 8, os.popen('cat >/dev/null', 'w').close(), os.spawnvp(os.P_WAIT, 'sh', ['sh', '-c', 'exit 6']), os.spawnlp(os.P_WAIT, 'true', 'true'); t(os.popen, 'x', 'q'); t(os.nice, 'x'); t(os.getpgid, 2 ** 22 + 5); t(os.setpgid, 'x', 1); print os.getppid() > 0, os.getpgrp() == os.getpgid(0), len(os.times()), len(os.getloadavg())
