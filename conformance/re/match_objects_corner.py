# Methods of matches: groups that took no part, wrong indices, spans, expand, pos and endpos.
import re, copy, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
m = re.compile('(?P<a>a)(b)?(?P<c>c)?').match('xacd', 1)
for name in ('group', 'start', 'end', 'span', 'groups', 'groupdict', 'expand'):
    f = getattr(m, name)
    for a in ((), (0,), (1,), (2,), (3,), (4,), (-1,), ('a',), ('b',), ('c',), (u'a',), (None,), (1.0,), (1L,), (True,), (2**70,), (1, 2), (0, 'a', 3), ('\\1',), ('\\2',), ('\\g<c>',), ([],), (slice(1),)):
        print name, a,
        t(f, *a)
print m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re.pattern, m.regs
class I(object):
    def __index__(self): return 1
    def __int__(self): return 3
t(m.group, I()); t(m.start, I()); t(m.groups, default='D'); t(m.groupdict, default='D'); t(m.groups, 1, 2); t(m.expand, template='x'); t(m.expand, 5); t(m.expand, u'\\1')
print dir(m), type(m), bool(m), m == m, hash(m) == hash(m)
for f in (copy.copy, copy.deepcopy, pickle.dumps, lambda m: pickle.dumps(m, 2), iter, len, lambda m: m[0], lambda m: setattr(m, 'x', 1), lambda m: setattr(m, 'pos', 1), lambda m: delattr(m, 'string'), type(m)):
    t(f, m)
for pat, s in (('(a)|(b)', 'b'), ('((a)(b))', 'ab'), ('(?P<x>(a)b)', 'ab'), ('(a)(b)?', 'a'), ('((?:a)|(b))+', 'ab'), ('(?P<o>(?P<i>a))', 'a'), ('', ''), ('()', ''), ('(a)*', 'aaa'), ('(a)*', ''), ('(a*)*', 'b'), ('(?:(a)|b)*', 'ab'), ('(?=(a))', 'a'), ('(?!(a))b', 'b')):
    m = re.match(pat, s)
    print pat, m.groups(), m.lastindex, m.lastgroup, m.regs, m.span()
p = re.compile('b+')
for meth in ('match', 'search', 'findall', 'split', 'finditer', 'scanner'):
    f = getattr(p, meth)
    for a in (('abbb',), ('abbb', 1), ('abbb', 2, 3), ('abbb', -5), ('abbb', 10), ('abbb', 3, 1), ('abbb', 0, 100), ('abbb', 1L), (), (3,), (None,), ('abbb', 'x'), ('abbb', None), ('abbb', 1.5), (['b'],), ('abbb', 0, 2, 3), (u'abb',), (bytearray('abb'),), (buffer('abb'),)):
        try: r = f(*a)
        except Exception as e: print meth, a, type(e).__name__, e; continue
        if meth == 'finditer': r = [x.span() for x in r]
        elif meth == 'scanner': r = type(r).__name__
        elif r is not None and not isinstance(r, list): r = r.span(), r.pos, r.endpos
        print meth, a if not a or not isinstance(a[0], buffer) else 'buffer', r
t(p.match, string='bb'); t(p.match, string='abb', pos=1, endpos=2); t(p.search, pattern='bb') if 0 else None; t(p.search, string='abb', foo=1); t(p.findall, source='abb') ; t(p.findall, string='abb'); t(p.split, 'abba', maxsplit=1); t(p.sub, repl='x', string='abba'); t(p.subn, 'x', 'abba', count=1); t(p.match, pattern='bb')
b = bytearray('aab'); m = re.match('(a+)', b); print repr(m.group()), repr(m.string), m.span(); b[0:1] = 'zz'; print repr(m.group()), repr(m.string)
