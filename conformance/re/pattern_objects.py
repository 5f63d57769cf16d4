# Pattern objects: attributes, comparison, copies, pickles, the cache, the native module.
import re, _sre, copy, pickle, copy_reg, sre_compile
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
p = re.compile('(?P<x>a)(b)', re.I)
print [n for n in dir(p) if n[0] != '_'], p.pattern, p.flags, p.groups, p.groupindex, type(p), type(p).__name__, type(p).__module__
print re.compile(p) is p, re.compile('(?P<x>a)(b)', re.I) is p, re.compile('(?P<x>a)(b)') is p, p == re.compile('(?P<x>a)(b)', 2), hash(p) == hash(p), p != 3, cmp(p, p), bool(p)
t(re.compile, p, re.I); t(re.compile, p, 0); t(re.match, p, 'ab', re.I); t(re.search, p, 'xAB').__class__
p.groupindex['zz'] = 5; print p.groupindex, p.groupindex is p.groupindex
for f in (copy.copy, copy.deepcopy, repr, str, len, iter, type(p), lambda x: setattr(x, 'pattern', 'q'), lambda x: setattr(x, 'foo', 1), lambda x: x.nothing, lambda x: x.match.__name__, lambda x: x.match.__doc__ is None, lambda x: x.__copy__(), lambda x: x.__deepcopy__({}), lambda x: x.__deepcopy__(), lambda x: pickle.loads(pickle.dumps(x)) is x, lambda x: pickle.loads(pickle.dumps(x, 2)).flags, lambda x: copy_reg.dispatch_table[type(x)](x)[1]):
    t(f, p)
print re._pattern_type is type(p), _sre.MAGIC, _sre.CODESIZE, _sre.MAXREPEAT if hasattr(_sre, 'MAXREPEAT') else None, [n for n in dir(_sre) if n[0] != '_'], _sre.getcodesize()
for c, f in ((65, 0), (97, 0), (0xc9, 0), (0xc9, 4), (0xc9, 32), (0x391, 32), (0x391, 0), (-1, 0), (0x130, 32), (0x10400, 32)): print c, f, _sre.getlower(c, f),
print
t(_sre.getlower); t(_sre.getlower, 'a', 0); t(_sre.getlower, 1.5, 0); t(_sre.compile); t(_sre.compile, 'a', 0, []); t(_sre.compile, 'a', 0, [1], 0, {}, [None]); t(_sre.compile, 'a', 0, [-1], 0, {}, []); t(_sre.compile, 'a', 0, [2**32], 0, {}, [])
print sre_compile.isstring('a'), sre_compile.isstring(u'a'), sre_compile.isstring(3)
q = sre_compile.compile('ab'); print q.match('ab').span(), q is re.compile('ab')
class P(str): pass
print type(re.compile(P('a')).pattern), re.compile(P('a')) is re.compile('a'), type(re.compile('a').pattern), re.compile(u'a') is re.compile('a'), type(re.compile(u'a').pattern)
for i in range(105): re.compile('cache%d' % i)
print len(re._cache) <= 100, re.compile('cache104') is re.compile('cache104')
re.purge(); print len(re._cache), re.compile('cache104').pattern
for a in ((), (1,), ('ab', 1, 2, 3), ([],), ({},)): t(p.match, *a); t(p.sub, *a); t(p.finditer, *a)
t(p.match, 'ab', pos='x'); t(p.match, 'ab', 0, None); t(p.search, 'xab', pos=1, endpos=2); t(p.match, 'AB', 0, 2**70); t(p.match, 'AB', -2**70)
try:
    class Q(type(p)): pass
except TypeError as e: print e
try:
    class Q(type(p.match('ab'))): pass
except TypeError as e: print e
