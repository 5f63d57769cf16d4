# future_builtins: lazy map, filter, zip, and ascii, hex, oct by other special methods.
import future_builtins as F, itertools
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
print sorted(n for n in dir(F) if not n.startswith('_')), F.map is itertools.imap, F.zip is itertools.izip, F.filter is itertools.ifilter, F.map
class N(object):
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __hex__(self): return 'HEX'
    def __oct__(self): return 'OCT'
class Old:
    def __index__(self): return 9
class Bad(object):
    def __index__(self): return 'x'
class OnlyHex(object):
    def __hex__(self): return 'only'
for v in (0, 1, -1, 8, 255, -255, 2**64, -2**70, True, 5L, 1.5, '1', None, N(10), N(-10), N(2**65), Old(), Bad(), OnlyHex(), N):
    t(F.hex, v); t(F.oct, v)
    try: print hex(v), oct(v)
    except Exception as e: print type(e).__name__, e
for v in ('abc', u'abc', u'\u20ac', '\xe9', u'\xe9\U00012345', "it's", [u'\xff', 'a'], None, 1.5, type):
    t(F.ascii, v)
class R(object):
    def __init__(self, r): self.r = r
    def __repr__(self): return self.r
for r in ('plain', '\xe9', u'uni', u'\xe9', 5): t(F.ascii, R(r))
print list(F.map(None, [1, 2], [3, 4])), list(F.zip([1, 2], 'ab')), list(F.filter(None, [0, 1, '', 'a'])), list(F.zip())
m = F.map(lambda x: 10 / x, [1, 0, 2]); print next(m)
try: next(m)
except ZeroDivisionError as e: print e
print next(m), list(m)
t(F.hex); t(F.hex, 1, 2); t(F.oct); t(F.ascii); t(F.map, None); t(F.filter, None)
from future_builtins import *
print type(map(len, [])), hex(255), oct(8)
