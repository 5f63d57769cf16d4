# termios: what stands for a terminal and in which order arguments are looked at; attribute lists that are wrong in every place.
import os, pty, termios, tty
m, s = pty.openpty()
class F(object):
    def __init__(self, n): self.n = n
    def fileno(self):
        print 'fileno',
        if isinstance(self.n, Exception): raise self.n
        return self.n
class I(object):
    def __int__(self): print 'int',; return termios.TCSANOW
def name(v): return type(v).__name__
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print f.__name__, map(name, a), name(e), e
    else: print f.__name__, map(name, a), name(r)
fds = [s, long(s), F(s), F(long(s)), F(str(s)), F(None), F(True), F(ValueError('no')), None, 'x', 2.0, -1, -5L, 2 ** 31, 2 ** 70, F(-3), object(), F]
for f, rest in ((termios.tcgetattr, ()), (termios.tcdrain, ()), (termios.tcflush, (termios.TCIFLUSH,)), (termios.tcflow, (termios.TCOON,)), (termios.tcsendbreak, (0,))):
    for fd in fds: t(f, fd, *rest)
    t(f); t(f, s, 1, 2, 3)
for f in (termios.tcflush, termios.tcflow, termios.tcsendbreak):
    for n in (None, 'x', 1.5, 2 ** 40, -1 if f is not termios.tcsendbreak else None, F(0)): t(f, s, n); t(f, None, n); t(f, F(s), n)
a = termios.tcgetattr(s)
print len(a), map(name, a), len(a[6]), sorted(set(map(name, a[6])))
print a[3] & termios.ICANON != 0, a[4] == a[5], a[6][termios.VINTR], a[6][termios.VEOF], repr(a[6][termios.VMIN])
def attributes(**change):
    b = list(a); b[6] = list(a[6])
    for k in change: b[int(k[1:])] = change[k]
    return b
for bad in (None, (), [], tuple(a), a[:6], a + [1], 'x', attributes(_0='x'), attributes(_1=None), attributes(_2=float(a[2])), attributes(_3=2 ** 70), attributes(_4='x'), attributes(_5=[]), attributes(_4=99), attributes(_6=None), attributes(_6=()), attributes(_6=a[6][:5]), attributes(_6=a[6] + ['x']), attributes(_6=tuple(a[6])), attributes(_6=['ab'] + a[6][1:]), attributes(_6=[''] + a[6][1:]), attributes(_6=[3.5] + a[6][1:]), attributes(_6=[u'\x03'] + a[6][1:]), attributes(_6=[None] + a[6][1:])):
    t(termios.tcsetattr, s, termios.TCSANOW, bad)
for when in (None, 'x', -1, 3, 99, 2.0, I(), 2 ** 40): t(termios.tcsetattr, s, when, a); t(termios.tcsetattr, None, when, None)
b = attributes(); b[3] &= ~termios.ECHO; b[6][termios.VMIN] = 7; b[6][termios.VTIME] = '\x09'; b[6][termios.VINTR] = 4
termios.tcsetattr(F(s), termios.TCSADRAIN, b); print
c = termios.tcgetattr(s)
print c[3] & termios.ECHO, repr(c[6][termios.VMIN]), repr(c[6][termios.VTIME]), repr(c[6][termios.VINTR])
c[3] &= ~termios.ICANON; termios.tcsetattr(s, termios.TCSANOW, c)
d = termios.tcgetattr(s); print d[6][termios.VMIN], d[6][termios.VTIME]
tty.setraw(s); r = termios.tcgetattr(s); print r[0] & termios.ICRNL, r[3] & termios.ISIG, r[6][termios.VMIN], r[6][termios.VTIME]
r[4] = r[5] = termios.B9600; termios.tcsetattr(s, termios.TCSANOW, r); print termios.tcgetattr(s)[4:6] == [termios.B9600] * 2
p = os.pipe()
for f, rest in ((termios.tcgetattr, ()), (termios.tcdrain, ()), (termios.tcflush, (0,)), (termios.tcflow, (0,)), (termios.tcsendbreak, (0,)), (termios.tcsetattr, (0, a))):
    try: f(p[0], *rest)
    except termios.error as e: print f.__name__, e.args, str(e), e.message == '', isinstance(e, EnvironmentError)
print termios.error, termios.error.__module__, termios.error.__bases__, sorted(n for n in dir(termios) if n.islower() and n[0] != '_')
for f in (termios.tcgetattr, termios.tcflow):
    try: f(fd=s)
    except TypeError as e: print e
