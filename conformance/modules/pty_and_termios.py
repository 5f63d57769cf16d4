# pty, tty and termios: attributes, modes, control characters, sizes on a pseudo terminal.
import os, pty, tty, termios, fcntl, struct

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e

def echo(fd, end):
    # The system may hand it out in pieces.
    out = ''
    while not out.endswith(end):
        out += os.read(fd, 100)
    return out

m, s = os.openpty()
print os.isatty(m), os.isatty(s), os.ttyname(s).startswith('/dev/pts/')
a = termios.tcgetattr(s)
print len(a), [type(x).__name__ for x in a], len(a[6]), [type(x).__name__ for x in a[6]][:3], a[6][termios.VMIN], a[6][termios.VTIME], repr(a[6][termios.VINTR])
for x in ((), (s, 1), ('x',), (-1,), (None,), (9999,)):
    t(termios.tcgetattr, *x)
for x in (a, a[:6], a + [1], tuple(a), 5, None, 'abcdefg', a[:6] + [5], a[:6] + [[]], a[:6] + [a[6][:-1]], a[:6] + [['xx'] * 32], a[:6] + [[5.5] * 32], ['x'] + a[1:], [None] * 7):
    t(termios.tcsetattr, s, termios.TCSANOW, x)
t(termios.tcsetattr, s, 99, a)
t(termios.tcsetattr, s, 'x', a)
t(termios.tcsetattr, s, 0)
t(termios.tcsetattr, -1, 0, a)
tty.setraw(s)
b = termios.tcgetattr(s)
print bool(b[3] & termios.ICANON), bool(b[3] & termios.ECHO), b[6][termios.VMIN], b[6][termios.VTIME], bool(b[1] & termios.OPOST)
os.write(m, 'raw\x03')
print repr(os.read(s, 10))
tty.setcbreak(s)
b = termios.tcgetattr(s)
print bool(b[3] & termios.ICANON), bool(b[3] & termios.ECHO), b[6][termios.VMIN]
termios.tcsetattr(s, termios.TCSADRAIN, a)
os.write(m, 'line one\nline')
print repr(os.read(s, 100)), repr(echo(m, '\nline'))
os.write(m, '\x15new\x7fxt\n')
print repr(os.read(s, 100)), repr(echo(m, 'xt\r\n'))
b = termios.tcgetattr(s)
b[3] &= ~termios.ECHO
b[6][termios.VEOF] = 'x'
b[4] = b[5] = termios.B9600
termios.tcsetattr(s, termios.TCSAFLUSH, b)
print termios.tcgetattr(s)[4] == termios.B9600, termios.tcgetattr(s)[6][termios.VEOF]
os.write(m, 'abx')
print repr(os.read(s, 10))
fcntl.ioctl(s, termios.TIOCSWINSZ, struct.pack('HHHH', 33, 77, 0, 0))
print struct.unpack('HHHH', fcntl.ioctl(m, termios.TIOCGWINSZ, ' ' * 8))
for f in (termios.tcflush, termios.tcflow):
    for x in ((s, termios.TCIFLUSH), (s, 99), (s,), ('x', 1), (s, 'x'), (-1, 0)):
        if f is termios.tcflush or x[-1] in ('x', 99, s):
            t(f, *x)
for x in ((s,), ('x',), (-1,), (), (s, 1)):
    if x != (s,): t(termios.tcdrain, *x)
    t(termios.tcsendbreak, *((x + (0,)) if len(x) == 1 else x))
print termios.error.__mro__[1], termios.error('a', 'b').args, len([n for n in dir(termios) if n.startswith('B') and n[1:].isdigit()]) > 10
os.close(m); os.close(s)
r, w = os.pipe()
t(termios.tcgetattr, r)
t(tty.setraw, r)
t(os.ttyname, r)
pid, fd = pty.fork()
if pid == 0:
    os.write(1, 'child says %s\n' % os.isatty(0))
    os._exit(3)
out = ''
while 1:
    try:
        d = os.read(fd, 100)
    except OSError:
        break
    if not d: break
    out += d
print repr(out), os.waitpid(pid, 0)[1] >> 8, pty.STDIN_FILENO, pty.CHILD, [tty.IFLAG, tty.OFLAG, tty.CFLAG, tty.LFLAG, tty.CC]
