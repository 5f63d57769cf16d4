# sys: what its functions take and refuse, attributes of structures, displayhook and excepthook, intern, exit codes, checks and limits.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import sys, __builtin__
class D(str): pass
for f in ('getrefcount', 'getsizeof', '_getframe', 'setcheckinterval', 'setrecursionlimit', 'setdlopenflags', 'settrace', 'setprofile', 'exc_info', 'exc_clear', 'getcheckinterval', 'getrecursionlimit', 'getdefaultencoding', 'getfilesystemencoding', 'call_tracing', 'callstats', 'getdlopenflags', '_current_frames', '_clear_type_cache', 'displayhook', 'excepthook', 'exit', 'gettrace', 'getprofile'):
    g = getattr(sys, f); print f,
    for a in ((), ('x',), (1, 2, 3, 4)):
        if f in ('exit', 'displayhook', 'settrace', 'setprofile', 'getsizeof', 'getrefcount', '_current_frames', 'excepthook', 'callstats', '_clear_type_cache') and len(a) != 4: continue
        if f in ('exc_info', '_getframe', 'getdlopenflags') and a == (): continue
        t(g, *a)
old = sys.getcheckinterval(); t(sys.setcheckinterval, 50); print sys.getcheckinterval(); sys.setcheckinterval(old); t(sys.setcheckinterval, 2**40); t(sys.setcheckinterval, 1.5)
lim = sys.getrecursionlimit(); t(sys.setrecursionlimit, 0); t(sys.setrecursionlimit, -5); t(sys.setrecursionlimit, 2**40); t(sys.setrecursionlimit, 1.5); sys.setrecursionlimit(lim + 10); print sys.getrecursionlimit() == lim + 10; sys.setrecursionlimit(lim)
t(sys._getframe, 1000); t(sys._getframe, -1 + 1) if 0 else None; t(sys._getframe, 'x'); print sys._getframe(-5) is sys._getframe(), sys._getframe(0).f_code.co_name
class Z(object):
    def __init__(s, r): s.r = r
    def __sizeof__(s): return s.r
class OldZ:
    def __sizeof__(s): return 7
for v in (Z(10), Z(-1), Z('x'), Z(2**70), Z(None), Z(5L)):
    try: print sys.getsizeof(v) > 0,; t(lambda: sys.getsizeof(v) - sys.getsizeof(Z(0)))
    except Exception as e: print type(e).__name__, e
t(sys.getsizeof, Z('x'), 99); t(sys.getsizeof); t(sys.getsizeof, 1, 2, 3); t(sys.getsizeof, 1, default='d'); print type(sys.getsizeof([])), sys.getsizeof('abc') - sys.getsizeof('')
class Out(object):
    def __init__(s): s.b = []
    def write(s, x): s.b.append(x)
o = Out(); so = sys.stdout; sys.stdout = o
sys.displayhook(None); sys.displayhook(5); sys.displayhook('q'); sys.displayhook(u'\xe9')
try: sys.displayhook(type('R', (), {'__repr__': lambda s: 5})())
except TypeError as e: o.b.append(str(e))
sys.stdout = so; print o.b, __builtin__._.__class__.__name__; del __builtin__._
t(lambda: __builtin__._)
def nostdout():
    s = sys.stdout; del sys.stdout
    try: sys.displayhook(3)
    except RuntimeError as e: m = e
    try:
        print 'x'
    except RuntimeError as e: m2 = e
    sys.stdout = s; return m, m2
t(nostdout)
se = sys.stderr; sys.stderr = e_ = Out()
try: raise KeyError('shown')
except KeyError: sys.excepthook(*sys.exc_info())
sys.excepthook(ValueError, ValueError('no tb'), None); sys.excepthook(ValueError, 'string value', None); sys.excepthook(None, None, None); sys.excepthook('str', 'x', None); sys.excepthook(5, 6, None); sys.excepthook(SyntaxError, SyntaxError('msg', ('f', 1, 2, 'text here\n')), None); sys.excepthook(ValueError, None, None); sys.excepthook(SystemExit, SystemExit(3), None) if 0 else None
class NoStr(Exception):
    def __str__(s): raise ValueError('x')
class Mod(Exception): __module__ = 'other.mod'
class Mod2(Exception): __module__ = 5
class Emp(Exception):
    def __str__(s): return ''
for c in (NoStr, Mod, Emp): sys.excepthook(c, c('a'), None)
sys.stderr = se; print ''.join(e_.b)
for a in ((), (None,), (0,), ('msg',), ((1, 2),), (1, 2), (True,), (2.5,)):
    try: sys.exit(*a)
    except SystemExit as e: print a, repr(e), e.code, e.args
    except TypeError as e: print a, e
print type(sys.flags).__name__, len(sys.flags), sys.flags.optimize, sys.flags[0], sys.flags.n_fields; t(lambda: sys.flags.nope); t(lambda: setattr(sys.flags, 'debug', 1)); t(lambda: sys.flags[99]); t(type(sys.flags)); t(type(sys.flags), (1,) * 20)
print sys.version_info[:2], sys.version_info.major, sys.version_info.releaselevel, sys.version_info >= (2, 7), sys.version_info[0:3] > (2, 6, 9), sys.hexversion >> 16 == 0x207, sys.float_info.max, sys.float_info[2], sys.float_info.dig, sys.float_info.radix, sys.float_info.epsilon, len(sys.float_info), sys.long_info.bits_per_digit, sys.maxint, sys.maxsize, sys.maxunicode, sys.byteorder, sys.api_version, sys.float_repr_style, sys.py3kwarning
print sorted(n for n in dir(sys) if n.startswith('__')), sys.__stdout__ is sys.stdout, sys.builtin_module_names == tuple(sorted(sys.builtin_module_names)), 'sys' in sys.builtin_module_names, sys.warnoptions
a = intern('some' + 'thing'); print a is intern('some' + 'thing'); t(intern, D('x')); t(intern, u'x'); t(intern, 5); t(intern, 'a', 'b')
def tr(): return sys.call_tracing(lambda *a: a, (1, 2))
t(tr); t(sys.call_tracing, 5, ()); t(sys.call_tracing, len, []); t(sys.call_tracing, len, ('ab',))
fr = sys._current_frames(); print len(fr), type(fr), fr.values()[0] is sys._getframe(); del fr
for k in ('ps1', 'ps2', 'last_type', 'exc_type', 'tracebacklimit', 'exitfunc'): print k, hasattr(sys, k),
