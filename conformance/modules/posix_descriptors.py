# Descriptors: open, read, write, seek, dup, pipe, closing twice; wrong numbers.
import os, errno, tempfile, fcntl
name = tempfile.mktemp()
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print f.__name__, str(a).replace(name, 'NAME'), type(e).__name__, str(e).replace(name, 'NAME')
    else: print f.__name__, str(a).replace(name, 'NAME'), repr(r) if not isinstance(r, (os.stat_result, os.statvfs_result, file)) else type(r)
try:
    t(os.open, name + '/x', os.O_RDONLY); t(os.open, '/nonexistent', os.O_RDONLY); t(os.open, 3, 4); t(os.open, 'x'); t(os.open, 'x', 'y'); t(os.open, '/', os.O_WRONLY); t(os.open, '/tmp', 0, 'x')
    fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0600)
    t(os.open, name, os.O_RDWR | os.O_CREAT | os.O_EXCL) if 0 else None
    for v in ('hello', u'uni', bytearray('bytes'), buffer('buf'), '', 3, None, u'\xe9', memoryview('mem'), []):
        try: print repr(v)[:12], os.write(fd, v)
        except Exception as e: print repr(v)[:12], type(e).__name__, e
    t(os.lseek, -1, 0, 0)
    for a in ((0, 0), (3, 0), (2, 1), (-2, 2), (-1, 0), (0, 9), (2**70, 0), ('x', 0), (1.5, 0), (0,), (0, 0, 0), (5L, 0), (None, 0)):
        try: print a, os.lseek(fd, *a)
        except Exception as e: print a, type(e).__name__, e
    os.lseek(fd, 0, 0)
    for n in (3, 0, 1000, 1, -1, 'x', None, 2.5, 1L):
        try: print n, repr(os.read(fd, n))
        except Exception as e: print n, type(e).__name__, e
    for f in (os.read, os.write, os.close, os.dup, os.fstat, os.fsync, os.isatty, os.ttyname, os.ftruncate, os.fdopen, os.fdatasync, os.fchdir, os.fchmod, os.fstatvfs, os.tcgetpgrp, os.fpathconf):
        for a in ((999,), (-1,), ('x',), (1.5,), (None,), (), (2**31,), (999, 5), (999, 'x')):
            if f is os.fchdir and a == (): pass
            t(f, *a)
    t(os.dup2, 999, 1000); t(os.dup2, 'x', 1); t(os.dup2, 1)
    os.ftruncate(fd, 3); print os.fstat(fd).st_size; os.ftruncate(fd, 6); print os.fstat(fd).st_size
    try: os.ftruncate(fd, -1)
    except Exception as e: print type(e).__name__, e
    os.lseek(fd, 0, 0); print repr(os.read(fd, 10)), os.isatty(fd)
    g = os.dup(fd); print g != fd, os.lseek(g, 0, 1), os.lseek(fd, 2, 0), os.lseek(g, 0, 1); os.close(g)
    try: os.close(g)
    except OSError as e: print e, e.errno == errno.EBADF, e.filename
    r, w = os.pipe(); print os.write(w, 'through'), os.read(r, 4), os.read(r, 100), os.close(w), repr(os.read(r, 5)), os.close(r)
    try: os.lseek(os.pipe()[0], 0, 0)
    except OSError as e: print e
    for a in ((fd, 'q'), (fd, ''), (fd, 'r', 'x'), (fd, 3)):
        try: print os.fdopen(*a)
        except Exception as e: print a[1:], type(e).__name__, e
    f = os.fdopen(fd, 'r+', 0); print f.name, f.mode, f.fileno() == fd; f.seek(0); print repr(f.read()); f.close()
    try: os.fstat(fd)
    except OSError as e: print e
    try: os.fdopen(fd)
    except OSError as e: print e
    print os.O_RDONLY, os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_EXCL, os.O_TRUNC, os.O_APPEND, os.O_NONBLOCK, os.SEEK_SET, os.SEEK_CUR, os.SEEK_END
    t(os.closerange, 900, 950); t(os.closerange, 1); t(os.closerange, 'x', 2); t(os.pipe, 1); t(os.openpty, 1); t(os.umask, 'x'); t(os.umask); old = os.umask(022); print os.umask(old)
finally:
    os.remove(name)
