# Every name of errno on Linux, and what os.strerror says of each.
import errno, os
for n in sorted(dir(errno)):
    if n.isupper(): print n, getattr(errno, n), errno.errorcode[getattr(errno, n)], os.strerror(getattr(errno, n))
print len(errno.errorcode), type(errno.errorcode), errno.__name__
print errno.EWOULDBLOCK == errno.EAGAIN, errno.errorcode[errno.EAGAIN], errno.errorcode[errno.EDEADLK], errno.errorcode[errno.EOPNOTSUPP]
for v in (0, -1, 41, 58, 134, 99999, 2**31 - 1, -2**31, 2**31, 'x', None, 1.5):
    try: print v, os.strerror(v)
    except Exception as e: print v, type(e).__name__, e
for a in ((), (1,), (2, 'b'), (3, 'b', 'c'), (4, 'b', 'c', 'd'), (None, None), (2, None, None), ('x', 'y'), (u'\xe9', 'y'), (2, u'y', u'z\xe9')):
    for c in (EnvironmentError, OSError, IOError):
        e = c(*a)
        print c.__name__, a, repr((e.errno, e.strerror, e.filename, e.args)), repr(e)
        try: print str(e)
        except Exception as x: print type(x).__name__, x
e = OSError(2, 'no', 'file'); e.errno = 7; e.filename = None; print e, e.args, repr(e)
e.strerror = ['l']; e.filename = 'f'; print e
e = OSError(2, 'no'); del e.errno; print e.errno, e
try: del e.strerror; print e.strerror, e
except Exception as x: print type(x).__name__, x
import pickle, copy
for a in ((), (1,), (2, 'b'), (3, 'b', 'c'), (4, 'b', 'c', 'd')):
    e = OSError(*a); e.extra = 5
    print e.__reduce__()
    for p in (0, 1, 2):
        g = pickle.loads(pickle.dumps(e, p)); print g.args, g.errno, g.filename, g.extra
    print copy.copy(e).__dict__
