# The module string: its functions beside the methods they stand for, Template and Formatter in their corners.
import string
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
for n in sorted(x for x in dir(string) if x.islower() and isinstance(getattr(string, x), str) and x != 'letters' and not x.startswith('_')): print n, repr(getattr(string, n))
for f, argss in ((string.atoi, [('12',), ('z', 36), ('x',), (12,), ('',)]), (string.atol, [('12',), ('0x1f', 16), (' 5 ',)]), (string.atof, [('1.5',), ('x',), (1,)]), (string.capwords, [('a b  c',), ('a-b', '-'), (' x ',), ('aB cD',), ('x', None), ('', ''), (u'\xe9 b',)]), (string.center, [('a', 5), ('a', 5, '*')]), (string.count, [('aaa', 'a', 1), ('aaa',)]), (string.expandtabs, [('a\tb',), ('a\tb', 2)]), (string.find, [('abc', 'c', -1)]), (string.index, [('abc', 'z'), ('abc', 'c')]), (string.index_error, []), (string.join, [(['a', 'b'],), (['a', 'b'], ''), ('ab', '-'), ([1],), (5,)]), (string.joinfields, [(('a',), 'x')]), (string.ljust, [('a', 3), ('a', 3, '.'), ('abc', 2)]), (string.lower, [('AB',), (u'AB',), (5,)]), (string.lstrip, [('  a ',), ('xxa', 'x')]), (string.maketrans, [('ab', 'c')]), (string.replace, [('aaa', 'a', 'b', 2), ('aaa', 'a', 'b', -1), ('aaa', 'a', 'b')]), (string.rfind, [('abab', 'ab')]), (string.rindex, [('abab', 'x')]), (string.rjust, [('a', 3)]), (string.rsplit, [('a b c', None, 1), ('a,b', ',')]), (string.rstrip, [('a  ',), ('axx', 'x')]), (string.split, [('a b',), ('a,b,c', ',', 1)]), (string.splitfields, [('a b',)]), (string.strip, [(' a ',), ('xax', 'x')]), (string.swapcase, [('aB',)]), (string.translate, [('abc', string.maketrans('a', 'b')), ('abc', string.maketrans('', ''), 'b'), (u'abc', {97: u'z'}), ('abc', None, 'a')]), (string.upper, [('ab',)]), (string.zfill, [('5', 3), ('-5', 4), (5, 3), (u'+5', 4), ('abc', 2), (None, 6)])):
    if isinstance(f, type): print f; continue
    for a in argss: print f.__name__, a,; t(f, *a)
T = string.Template
for s in ('$a', '${a}', '$$', '$a$b', '$', 'x$', '$1', '${1}', '${a', '$a_b', '$a.b', '${a b}', '$A', u'$a\u20ac', '$\xe9', 'line1\n $', 'ab\ncd$-', '${}', '$$$a', '$$a', '${a}$$${b}'):
    print repr(s),; t(T(s).substitute, {'a': 1, 'b': 'two', 'A': 3}); t(T(s).safe_substitute, a=u'uni'); t(T(s).substitute, {'a': 1}, a=2, b=3)
t(T('$x').substitute); t(T('$x').substitute, {}); t(T('$x').substitute, {'x': 1}, {'y': 2}); t(T('$x').substitute, 5); t(T); t(T(5).substitute); t(T('$self').substitute, self=1) if 0 else None; print T('a').template, repr(T.pattern.pattern)[:30], T.delimiter, T.idpattern
class P(T): delimiter = '%'; idpattern = '[a-z]+\.[a-z]+'
print P('%a.b %% %{c.d} $x').substitute({'a.b': 1, 'c.d': 2}); t(P('%ab').substitute)
class Q(T): pattern = r'(?P<escaped>@@)|@(?P<named>[a-z]+)|@<(?P<braced>[a-z]+)>|(?P<invalid>@)'
print Q('@a @<b> @@').substitute(a=1, b=2); t(Q('@1').substitute)
def badpat():
    class R(T): pattern = '(?P<named>x)'
    return R('x').substitute(x=1)
t(badpat)
class Map(object):
    def __getitem__(self, k): return 'got ' + k
print T('$x ${y}').substitute(Map()), T('$x').safe_substitute(Map())
F = string.Formatter()
class L(string.Formatter):
    def parse(self, s): r = list(string.Formatter.parse(self, s)); print 'parse', r; return r
    def get_field(self, n, a, k): print 'field', n; return string.Formatter.get_field(self, n, a, k)
    def get_value(self, k, a, kw): print 'value', repr(k); return string.Formatter.get_value(self, k, a, kw)
    def check_unused_args(self, u, a, k): print 'used', sorted(u, key=str), a, sorted(k)
    def format_field(self, v, s): print 'ff', repr(v), repr(s); return string.Formatter.format_field(self, v, s)
    def convert_field(self, v, c): print 'conv', repr(v), c; return string.Formatter.convert_field(self, v, c)
t(L().format, '{0} {a!r:>5} {b[k].real:{w}}', 'x', a='q', b={'k': 1}, w=4); t(L().vformat, '{0[0]}{{}}', (['z'],), {}); t(F.format, '{}', 1); t(F.format, '{0', 1); t(F.format, '{x}', 1); t(F.format, '{0!z}', 1); t(F.format, '{0:{1}}', 1, 'q'); t(F.format, '{0:{1:{2:{3}}}}', 1, 2, 3, 4); t(F.format); t(F.format, 5); t(F.vformat, '{a}', (), {}); t(F.format, '{0.x}', 1); t(F.format, '{0[x]}', [1]); t(F.format, u'{0}', '\xe9'); t(F.format, '{0!s:5}|', None)
