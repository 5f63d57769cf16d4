# A terminal for the pairs about curses: runs a function in a child process that has one.
import errno
import fcntl
import os
import pty
import re
import struct
import sys
import termios
import traceback


def run(function, keys='', term='vt100', lines=24, columns=80):
    """What the function says, called with something that tells; and what the terminal was sent."""
    sys.stdout.flush()
    told, tell = os.pipe()
    pid, terminal = pty.fork()
    if pid == 0:
        os.close(told)
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', lines, columns, 0, 0))
            os.environ['TERM'] = term
            for name in 'LINES', 'COLUMNS', 'TERMINFO':
                os.environ.pop(name, None)

            def say(*values):
                os.write(tell, ' '.join(map(str, values)) + '\n')

            function(say)
            sys.stdout.flush()
        except Exception:
            os.write(tell, traceback.format_exc())
        os._exit(0)
    os.close(tell)
    os.write(terminal, keys)
    sent = []
    while True:
        try:
            data = os.read(terminal, 4096)
        except OSError as e:
            if e.errno != errno.EIO:
                raise
            break
        if not data:
            break
        sent.append(data)
    said = []
    while True:
        data = os.read(told, 4096)
        if not data:
            break
        said.append(data)
    os.close(told)
    os.close(terminal)
    os.waitpid(pid, 0)
    return ''.join(said), ''.join(sent)


def outcome(function, *args):
    try:
        result = repr(function(*args))
    except Exception as e:
        result = '%s: %s' % (e.__class__.__name__, e)
    return re.sub(' at 0x[0-9a-f]+', '', result)
