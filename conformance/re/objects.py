# Patterns, matches and scanners as objects; errors.
import _sre

print _sre.MAGIC, _sre.CODESIZE, _sre.MAXREPEAT, _sre.getcodesize()
print [_sre.getlower(c, f) for c in (65, 0xc9, 0x416, 98, 0x212a) for f in (0, 4, 32)]

# (a)(?P<x>b)?
code = [17, 4, 0, 1, 2, 21, 0, 19, 97, 21, 1, 28, 9, 0, 1, 21, 2, 19, 98, 21, 3, 22, 1]
p = _sre.compile('(a)(?P<x>b)?', 0, code, 2, {'x': 2}, [None, None, 'x'])


def attempt(f, *args, **kw):
    try:
        print f(*args, **kw)
    except Exception, e:
        print type(e).__name__, e


print type(p), type(p).__name__, type(p).__module__
print p.pattern, p.flags, p.groups, p.groupindex
m = p.search('xab')
print type(m), m.string, m.re is p, m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs, m.regs is m.regs
print m.group(), m.group(0), m.group(1), m.group(2), m.group('x'), m.group(1, 'x', 0), m.group(1L), m.group(True)
for g in (3, -1, 'y', None, 1.0, 1 << 70, []):
    attempt(m.group, g)
    attempt(m.start, g)
print m.start(), m.end(), m.span(), m.start(1), m.end('x'), m.span(2)
attempt(m.start, 1, 2)
attempt(m.span, 1, 2)
print m.groups(), m.groupdict()
m = p.match('ac')
print m.groups(), m.groups('no'), m.groups(default=5), m.groupdict(), m.groupdict(7), m.lastindex, m.lastgroup, m.span('x')
attempt(m.groups, 1, 2)
attempt(m.groups, d=1)
attempt(m.__copy__)
attempt(m.__deepcopy__, {})
attempt(p.__copy__)
attempt(p.__deepcopy__, {})
for name in ('pos', 'lastindex', 'foo'):
    attempt(setattr, m, name, 1)
for name in ('flags', 'foo'):
    attempt(setattr, p, name, 1)
attempt(type(p))
attempt(type(m))

print p.match(string='ab').span(), p.match('xab', 1).span(), p.match('xab', pos=1, endpos=2).span()
print p.search('ab', -5).span(), p.search('ab', 100), p.search('ab', 0, -1), p.search('ab', 1 << 40)
attempt(p.match)
attempt(p.match, 1)
attempt(p.match, None)
attempt(p.match, 'ab', 'x')
attempt(p.match, 'ab', 0, 1, 2)
attempt(p.match, 'ab', 0, 1, 2, 3)
attempt(p.match, 'ab', string='ab')
attempt(p.match, 'ab', pattern='ab')
attempt(p.match, 'ab', foo=1)
attempt(p.search, 'ab', foo=1)
attempt(p.findall)
attempt(p.split, 'ab', 0, 1)
attempt(p.split, 'ab', 'x')
attempt(p.sub, 'x')
attempt(p.sub, 'x', 'y', 1, 2)
attempt(p.sub, repl='x', string='aab')
attempt(p.sub, 'x', 'aab', count=1)
attempt(p.sub, 'x', 5)
attempt(p.subn, 'x', 'aab', 'y')
attempt(p.finditer)
attempt(p.scanner, 1)
attempt(p.sub, lambda m: 5, 'xaby')
attempt(p.sub, lambda m: None, 'xaby')
attempt(p.sub, lambda m: u'\xe9', 'xaby')
attempt(p.sub, lambda m: 1 / 0, 'xaby')
attempt(p.sub, u'', 'xaby')
attempt(p.sub, u'z', u'xaby')

s = 'no match'
print p.sub('x', s) is s, p.split(s), p.findall(s), p.subn('x', s)
it = p.finditer('abab')
print type(it), it is iter(it), next(it).span(), next(it).span()
attempt(next, it)
s = p.scanner('xab')
print type(s), s.pattern is p, s.search().span(), s.search(), s.search(), s.match()


class S(str):
    def __getslice__(self, i, j):
        return 'slice(%d, %d)' % (i, j)


print p.findall(S('ab ab')), p.match(S('ab')).group(), p.split(S('xabx'))

# Code that is none.
for bad in ([], [1, 2], [19, 97], [19, 1], [28, 9, 0, 1, 1], [15, 3, 19, 1, 1], [21, 9, 1], [12, 5, 1], [17], [99, 1], [29, 5, 3, 2, 19, 97, 1, 1]):
    attempt(_sre.compile, None, 0, bad, 1, {}, [])
attempt(_sre.compile, None, 0, [1 << 40], 0, {}, [])
attempt(_sre.compile, None, 0, [-1], 0, {}, [])
attempt(_sre.compile, None, 0, [1], 101, {}, [])
q = _sre.compile('', 0, [1])
print q.groups, q.groupindex, q.findall('ab'), q.match('').groupdict()

for name in ('findall', 'flags', '__repr__', '__class__'):
    print repr(getattr(type(p), name))
print repr(type(m).lastindex), repr(ValueError.args), repr(BaseException.__dict__['message'])
attempt(type(p).findall, 5)
attempt(type(p).__dict__['flags'].__get__, 5)
