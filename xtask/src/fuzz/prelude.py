import array, binascii, bisect, cmath, collections, contextlib, copy, cPickle, cStringIO, datetime
import fractions, functools, hashlib, heapq, io, itertools, json, marshal, math, operator, random
import re, string, struct, sys, unicodedata, zlib
class Out(BaseException): pass
fuel = [3000]
errors = {}
seen = [0]
NAN = float('nan')
def tick():
    fuel[0] -= 1
    if fuel[0] < 0: raise Out
def trim(v):
    tick()
    # NaNs have no identity here: two are one key.
    if type(v) is float and v != v: return NAN
    if isinstance(v, (int, long)): return v if -(1 << 90) < v < (1 << 90) else v % 1000003
    if isinstance(v, (str, unicode, list, tuple)) and len(v) > 30: return v[:30]
    if isinstance(v, (dict, set)) and len(v) > 30: v.clear()
    return v
def note(e):
    tick()
    k = type(e).__name__
    if k != 'RuntimeError':
        try: k += ': ' + str(e)[:90]
        except UnicodeError: k += ': ' + repr(e)[:90]
        k += ' at'
        t = sys.exc_info()[2]
        while t and len(k) < 120:
            # Of the library there are parts that are native in one and Python in the other.
            if '/' not in t.tb_frame.f_code.co_filename: k += ' %d' % t.tb_lineno
            t = t.tb_next
    errors[k] = errors.get(k, 0) + 1
def shown(v):
    t = repr(v)
    return re.sub(' at 0x[0-9a-f]+', '', t) if ' at 0x' in t else t
def see(v):
    tick()
    t = shown(v)
    seen[0] = (seen[0] * 31 + hash(t)) & 0xffffffff
    if len(seen) < 16: seen.append(t if len(t) < 150 else t[:150] + '...')
    return v
def show(*vs):
    t = shown(vs)
    print t if len(t) < 300 else (t[:300], len(t))
def finish():
    for t in seen[1:]: print t
    print seen[0]
    for k in sorted(errors): print errors[k], k
    print fuel[0]
class Base(object):
    a = 1
    b = 0.5
    def __repr__(self): return '<%s %r %r>' % (type(self).__name__, self.a, self.b)
    def __cmp__(self, o): return cmp(self.a, o.a if isinstance(o, Base) else o)
    def __hash__(self): return 5
    def m0(self, x): return x
    def m1(self, x): return self.b
    def __add__(self, o): return type(self)(self.a + (o.a if isinstance(o, Base) else o), self.b)
class Context(object):
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self): return self.swallow
    def __exit__(self, kind, value, trace):
        see((kind and kind.__name__, trace and trace.tb_lineno))
        return self.swallow
class Descriptor(object):
    def __init__(self, v): self.v = v
    def __get__(self, o, t): return (self.v, o is None, t.__name__)
class Data(Descriptor):
    def __set__(self, o, v): self.v = trim(v)
    def __delete__(self, o): raise AttributeError('data')
Point = collections.namedtuple('Point', 'x y')
def twice(f):
    return lambda *a, **k: (f(*a, **k), f(*a, **k))
# As calls of a builtin object these are in no function's code; else most of what is compiled would be them. A program
# in ten takes them as they are.
plain = tick, trim, note, see
tick, trim, note, see = map(functools.partial, plain)
