# errno and the errors that carry one: attributes, str and repr, arguments of all numbers, subclasses, pickling, comparison by cases.
import errno, os, socket, select, pickle, copy
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except EnvironmentError as e: print type(e).__name__, e.args, e.errno, e.strerror, e.filename, '|', str(e)
    except Exception as e: print type(e).__name__, e
print len(errno.errorcode) > 100, errno.errorcode[2], errno.errorcode[errno.EAGAIN], errno.EWOULDBLOCK == errno.EAGAIN, type(errno.errorcode)
for n in ('ENOENT', 'EACCES', 'EEXIST', 'EINTR', 'EPIPE', 'ENOTEMPTY', 'EDEADLOCK', 'ENOTSUP', 'EOPNOTSUPP', 'ELOOP', 'EILSEQ', 'EDOTDOT', 'ERANGE'): print n, getattr(errno, n, None), os.strerror(getattr(errno, n))
t(os.strerror, 0); t(os.strerror, -1); t(os.strerror, 100000); t(os.strerror, 'x'); t(os.strerror, 2**40)
t(os.open, 'nosuch/file', 0); t(open, 'nosuch/file'); t(open, ''); t(open, 'a\0b'); t(os.mkdir, '.'); t(os.rmdir, 'nosuch'); t(os.rename, 'nosuch', 'x'); t(os.listdir, 'nosuch'); t(os.close, -1); t(os.read, 999, 1); t(os.stat, 'nosuch'); t(os.lstat, ''); t(os.chdir, 'nosuch'); t(os.readlink, '.'); t(os.kill, 2**31 - 1, 0); t(os.execv, 'nosuch', ['x']); t(os.dup, 999); t(os.unlink, 'nosuch'); t(os.utime, 'nosuch', None); t(os.access, 'nosuch', 0); t(os.chmod, u'nosuch', 0); t(os.link, 'nosuch', 'y'); t(os.lseek, 999, 0, 0); t(os.fstat, 999); t(os.fdopen, 999); t(os.ttyname, 999); t(os.waitpid, 2**30, 0); t(os.symlink, '.', '.'); t(os.ftruncate, 999, 0); t(os.mkfifo, '.'); t(os.getpgid, 2**30); t(os.getsid, 2**30); t(os.tcgetpgrp, 999); t(os.pathconf, 'nosuch', 1); t(os.fpathconf, 999, 'PC_NAME_MAX'); t(os.sysconf, 'nope'); t(os.confstr, 'nope'); t(os.statvfs, 'nosuch')
for C in (EnvironmentError, IOError, OSError, socket.error, select.error):
    for a in ((), (1,), (1, 'two'), (1, 'two', 'three'), (1, 'two', 'three', 'four'), (None, None), ('x', u'\xe9'), (1, None, 'f'), (2, 'a', None), ((1, 2),)):
        try: e = C(*a)
        except Exception as x: print type(x).__name__, x; continue
        print C.__name__, a, e.args, [getattr(e, n, '-') for n in ('errno', 'strerror', 'filename', 'message')], repr(e),
        try: print str(e)
        except Exception as x: print type(x).__name__, x
        try:
            for p in (0, 2):
                f = pickle.loads(pickle.dumps(e, p)); print f.args, getattr(f, 'filename', '-'), type(f) is type(e),
            print copy.copy(e).args
        except Exception as x: print type(x).__name__, x
e = IOError(2, 'No', 'file')
e.errno = 'changed'; e.strerror = None; e.filename = 7; print e, e.args, repr(e)
e.args = (9, 8, 7); print e, e.args, e.errno
del e.errno
try: print e.errno, e
except Exception as x: print type(x).__name__, x
class Sub(OSError):
    def __init__(self, *a): print 'init', a
class Sub2(OSError):
    def __new__(cls, *a): return OSError.__new__(cls, 5, 'five', 'fn')
for C in (Sub, Sub2):
    e = C(1, 'x', 'f'); print e.args, e.errno, e.strerror, e.filename, str(e), repr(e)
print issubclass(socket.error, IOError), issubclass(select.error, EnvironmentError), issubclass(WindowsError, OSError) if hasattr(__builtins__, 'WindowsError') else None
