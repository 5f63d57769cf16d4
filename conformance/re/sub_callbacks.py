# sub and subn with functions: what they return, raise, match recursively; counts; empty matches.
import re
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
def show(m): return '<%s>' % m.group()
for pat, s in (('', 'abc'), ('x*', 'axb'), ('b|', 'abc'), ('$', 'a\n'), ('^', 'a\nb'), ('(?m)^', 'a\nb\n'), ('(?m)$', 'a\nb\n'), ('\\b', 'ab cd'), ('a*', 'baac'), ('(?=b)', 'abab'), ('', ''), ('a?', 'aa'), ('(?<=a)', 'aab'), ('a*?', 'aab'), ('(a)|b', 'abc'), ('\\B', 'abc')):
    print repr(pat), repr(s), re.sub(pat, show, s), re.sub(pat, '-', s), re.subn(pat, '-', s), re.findall(pat, s), re.split(pat, s), [m.span() for m in re.finditer(pat, s)]
for c in (0, 1, 2, 10, -1, True, 1L, 'x', None, 1.5): 
    t(re.sub, 'a', 'b', 'aaa', c); t(re.subn, 'a', show, 'aaa', c)
for r in (None, 3, [], ('x',), u'u', 'x', bytearray('b'), buffer('q'), 2.5, True, object):
    t(re.sub, 'a', lambda m: r, 'cac'); t(re.sub, 'a', lambda m: r, u'cac')
    if r is not object: t(re.sub, 'a', r, 'cac'); t(re.subn, 'x', r, 'cac')
class Call(object):
    def __call__(self, m): return m.group() * 2
class Str(str):
    def __call__(self, m): return 'called'
class Fails:
    def __call__(self, m): raise KeyError(m.start())
t(re.sub, 'a', Call(), 'bab'); t(re.sub, 'a', Str('\\g<0>!'), 'bab'); t(re.sub, 'a', Fails(), 'bab'); t(re.sub, 'a', Fails(), 'bbb'); t(re.sub, 'a', len, 'bab'); t(re.sub, 'a', str.upper, 'bab'); t(re.sub, 'a', re.sub, 'bab')
def nested(m): return re.sub('(.)', lambda n: n.group(1).upper() + m.group(1), m.group())
t(re.sub, '(x)y', nested, 'axyxyb')
calls = []
def stops(m):
    calls.append(m.group())
    if len(calls) == 2: raise StopIteration('enough')
    return ''
t(re.sub, '.', stops, 'abcdef'); print calls
hold = []
re.sub('.', lambda m: hold.append(m) or '', 'abc'); print [m.group() for m in hold], [m.pos for m in hold]
p = re.compile('(?P<w>\\w+)')
def rec(m, depth=[0]):
    depth[0] += 1
    return p.sub(rec, m.group()[1:]) if len(m.group()) > 1 else str(depth[0])
print p.sub(rec, 'abc de')
print re.sub('(a)(b)?', r'[\1]', 'abac')
try: print re.sub('(a)(b)?', r'[\2]', 'abac')
except re.error as e: print e
print re.sub('a', '\\\\', 'bab'), re.sub('a', r'\\n', 'bab'), repr(re.sub('a', r'\n', 'bab')), re.sub(u'a', 'x', 'bab'), repr(re.sub('a', u'x', 'bab')), repr(re.sub('a', 'x', u'bab')), repr(re.sub('z', u'x', 'bab')), repr(re.sub('z', 'x', u'bab'))
class U(unicode): pass
class S(str): pass
print type(re.sub('z', 'x', U('abc'))), type(re.sub('z', 'x', S('abc'))), type(re.sub('a', 'x', S('abc'))), type(re.split('z', S('abc'))[0]), type(re.findall('.*', S('abc'))[0]), type(re.match('.*', S('abc')).group()), type(re.match('.*', S('abc')).string)
t(re.sub); t(re.sub, 'a', 'b'); t(re.sub, 'a', 'b', 3); t(re.sub, 'a', 'b', None); t(re.sub, 3, 'b', 'c'); t(re.sub, '(', 'b', 'c'); t(re.subn, 'a', 'b', 'aaa', count=2); t(re.sub, 'A', 'b', 'aaa', flags=re.I); t(re.sub, 'A', 'b', 'aaa', 0, re.I); t(re.sub, re.compile('a'), 'b', 'aa', flags=re.I)
print re.sub('(?P<first>a)(?P<second>b)', r'\g<second>\g<first>\g<1>\2', 'xaby'), re.sub('.', r'\g<0>\g<0>', 'ab'), re.sub('(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)', r'\11\g<1>1', 'abcdefghijklm')
