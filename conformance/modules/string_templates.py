# string: templates, formatters of one's own, maketrans, capwords, constants, the old functions and what they raise.
import string
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for s in ('$a', '${a}b', '$$', '$a$b', '$', 'x $', '${a', '$1', '$a.b', '', u'$a', '$A_1', '${}', '$a\n$', '$\xe9'):
    T = string.Template(s); t(T.substitute, a=1, b=2, A_1='u'); t(T.safe_substitute, {'a': 'x'})
t(string.Template('$a').substitute, {'a': 1}, a=2); t(string.Template('$a').substitute, 1, 2); t(string.Template('$a').substitute); t(string.Template('$mapping').substitute, mapping='m')
class D(string.Template): delimiter, idpattern = '%', r'[a-z]+\.[a-z]+'
print D('%a.b %% %{c.d} $x').substitute({'a.b': 1, 'c.d': 2}), D('%nope').safe_substitute({})
class P(string.Template): pattern = r'\[\[(?:(?P<escaped>\[\[)|(?P<named>\w+)\]\]|(?P<braced>\w+)\|\]\]|(?P<invalid>))'
print P('[[a]] [[b|]]').substitute(a=1, b=2); t(P('[[?').substitute)
F = string.Formatter(); print F.format('{0} {x} {0!r:>5}', 'a', x=1), F.vformat('{a[0]} {b.real}', (), {'a': [7], 'b': 3}), list(F.parse('a{b!r:c}d{{e}}{}')), F.get_field('0.real', (5,), {}), F.convert_field(5, 'r'), F.format_field(3.14159, '.2f'); t(F.format, '{}', 1); t(F.format, '{x}'); t(F.format); t(F.convert_field, 1, 'z'); t(F.vformat, '{0:{1}}', ('a', '>{2}', 3), {}); t(F.format, '{0:{1}}', 'a', '>4'); t(F.parse, 5)
class G(string.Formatter):
    def get_value(self, k, a, kw): return 'got %r' % (k,)
    def check_unused_args(self, used, a, k): print sorted(used), a, k
    def format_field(self, v, s): return '<%s|%s>' % (v, s)
    def convert_field(self, v, c): return v if c != 'u' else v.upper()
print G().format('{a!u:x}{0}', 1, z=2)
t(string.maketrans, 'abc', 'xyz'.upper()); t(string.maketrans, 'a', 'bc'); t(string.maketrans, 5, 'x'); print string.capwords('hello  wORLD x'), string.capwords('a-b-c', '-'), string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), string.letters == string.ascii_letters, string.printable[-6:] == string.whitespace or repr(string.printable[-6:])
for f, a in (('atoi', ('12',)), ('atoi', ('ff', 16)), ('atoi', ('x',)), ('atof', ('1.5',)), ('atof', ('x',)), ('atol', ('12L',)), ('atol', ('99',)), ('zfill', (5, 3)), ('zfill', ('-5', 4)), ('join', (['a', 'b'],)), ('joinfields', (['a', 'b'], '-')), ('split', ('a b',)), ('splitfields', ('a,b', ',')), ('replace', ('aa', 'a', 'b', 1)), ('expandtabs', ('a\tb', 4)), ('ljust', ('a', 3)), ('center', ('a', 4)), ('rjust', ('a', 3, '*')), ('index', ('abc', 'c')), ('index', ('abc', 'z')), ('rindex', ('abca', 'a')), ('count', ('aa', 'a')), ('translate', ('abc', string.maketrans('a', 'z'), 'c')), ('translate', ('abc', None, 'c')), ('strip', (' a ',)), ('lower', ('A',)), ('swapcase', ('aB',)), ('find', ('abc', 'c', 1, 2)), ('capitalize', ('abC',)), ('atoi', (5,)), ('join', (5,))): print f, ; t(getattr(string, f), *a)
