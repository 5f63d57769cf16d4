# Functions of sys over right and wrong arguments.
import sys
def t(f, *a, **k):
    try: print f.__name__, repr(f(*a, **k))
    except Exception as e: print f.__name__, type(e).__name__, e
for v in (0, 1, -5, 100, 2**31 - 1, 2**31, 'x', None, 1.5, True, 10L):
    old = sys.getcheckinterval(); t(sys.setcheckinterval, v); print sys.getcheckinterval(); sys.setcheckinterval(old)
t(sys.setcheckinterval); t(sys.setcheckinterval, 1, 2); t(sys.getcheckinterval, 1)
for v in (0, -1, 2**31, 'x', None, 1.5): t(sys.setrecursionlimit, v)
t(sys.setrecursionlimit); t(sys.getrecursionlimit, 1); old = sys.getrecursionlimit(); t(sys.setrecursionlimit, 500L); print sys.getrecursionlimit(); sys.setrecursionlimit(old)
for v in ('ab', 'a b', '', u'ab', 1, None, 'x\0y'): t(sys.intern if hasattr(sys, 'intern') else intern, v)
class S(str): pass
t(intern, S('q'))
t(sys.getrefcount) ; t(sys.getsizeof); t(sys.exc_info, 1); t(sys._getframe, 1000); print sys._getframe(-1).f_code.co_name; t(sys._getframe, 'x'); t(sys._getframe, 1, 2)
print sys._getframe().f_code.co_name, sys._getframe(0) is sys._getframe()
def g(): return sys._getframe(1).f_code.co_name
def h(): return g()
print h()
t(sys.getsizeof, 1, 2, 3); t(sys.getsizeof, x=1); 
class Sz(object):
    def __init__(self, v): self.v = v
    def __sizeof__(self):
        if isinstance(self.v, Exception): raise self.v
        return self.v
for v in ('x', None, ValueError('bad'), TypeError('worse')):
    t(sys.getsizeof, Sz(v)); t(sys.getsizeof, Sz(v), 7)
for v in ('utf8', 'no such', u'ascii', None, 5): 
    if v in ('no such', 5, None): t(sys.setdefaultencoding, v) if hasattr(sys, 'setdefaultencoding') else None
print sys.getdefaultencoding(), sys.getfilesystemencoding() in ('UTF-8', 'ANSI_X3.4-1968', None), hasattr(sys, 'setdefaultencoding')
print sys.maxint, sys.maxsize, hex(sys.maxunicode), sys.byteorder, sys.copyright.split('\n')[0][:9], sys.platform, sys.api_version, hex(sys.hexversion), sys.py3kwarning, sys.dont_write_bytecode in (True, False)
print sys.version_info[:3], sys.version_info.major, sys.version_info.releaselevel, sys.version_info >= (2, 7), repr(sys.version_info)
print repr(sys.float_info), sys.float_info.max, sys.float_info.dig, len(sys.float_info), sys.float_info[-1]
print repr(sys.long_info), repr(sys.flags)[:9], len(sys.flags), sys.float_repr_style, sys.subversion[0:1] != (), sys.version.split()[0], sys.getdlopenflags() in (1, 2)
for c in (type(sys.version_info), type(sys.float_info), type(sys.long_info), type(sys.flags)):
    print c, c.__module__, c.__name__, [n for n in dir(c) if n[0] != '_']
    t(c); t(c, range(20))
def hook(*a): print 'hook', [getattr(x, '__name__', x) for x in a[:2]]
sys.displayhook(5); sys.displayhook(None); sys.displayhook('a\n')
import __builtin__
print __builtin__._
t(sys.displayhook); t(sys.displayhook, 1, 2)
class R(object):
    def __repr__(self): raise KeyError('r')
t(sys.displayhook, R()); print type(__builtin__._)
del __builtin__._
t(sys.excepthook); t(sys.excepthook, 1); t(sys.call_tracing, lambda: 3, ()); t(sys.call_tracing, lambda x: x, (4,)); t(sys.call_tracing, 3, ()); t(sys.call_tracing, lambda: 3, []); t(sys.call_tracing)
t(sys.exc_clear); t(sys.exc_clear, 1); t(sys.settrace); t(sys.setprofile); t(sys.gettrace); t(sys.getprofile); t(sys.gettrace, 1)
t(sys._current_frames, 1); print len(sys._current_frames()), type(sys._current_frames().values()[0]).__name__
t(sys._clear_type_cache); t(sys._clear_type_cache, 1); t(sys.setdlopenflags, 'x'); t(sys.setdlopenflags)
print sys.__stdin__ is sys.stdin, sys.__stdout__ is sys.stdout, sys.__displayhook__ is sys.displayhook, sys.__excepthook__ is sys.excepthook, sys.stdout.name, sys.stdin.mode, sys.stderr.fileno()
print [n for n in ('argv', 'builtin_module_names', 'byteorder', 'exec_prefix', 'executable', 'exitfunc', 'flags', 'meta_path', 'modules', 'path', 'path_hooks', 'path_importer_cache', 'prefix', 'ps1', 'tracebacklimit', 'warnoptions', 'exc_type', 'last_type', 'gettotalrefcount', 'getwindowsversion') if hasattr(sys, n)]
