# A text report as programs printed them: columns aligned with % and format, money, percentages, bars, wrapped notes, headings centred,
# unicode names, totals by group; the same table by ljust, by templates, by str.format with nested fields, by expandtabs.
import string, textwrap, operator, itertools, locale, decimal
ROWS = [('Widget', 12, 3.5, 'tools', None), ('Gadget, large', 3, 1250.0, 'tools', 'fragile; handle with care and do not stack more than three'), ('Bolt', 100000, .005, 'parts', ''), (u'Caf\xe9 cup', 7, 8.25, 'kitchen', u'caf\xe9 au lait'), ('%s', -4, -1e10, 'odd', '{0}'), ('', 0, 0.0, 'odd', 'x' * 30), ('Tab\tname', 1L << 70, float('inf'), 'odd', None), ('Nan', True, float('nan'), 'parts', u'\u2603')]
def enc(s): return s.encode('utf-8') if isinstance(s, unicode) else s
print '%-14s|%8s|%12s|%7s' % ('Name', 'Count', 'Price', 'Share'); print '=' * 14 + '+' + '=' * 8 + '+' + 12 * '=' + '+' + '-' * 7
total = sum(r[1] * r[2] for r in ROWS if r[2] == r[2] and abs(r[2]) < 1e9)
for name, n, price, kind, note in ROWS:
    line = '%-14.12s|%8d|%12.2f|%6.1f%%' % (name, n, price, n * price / total * 100); print enc(line)
    print enc(u'{0:<14}|{1:>8}|{2:>12.2f}|{3:6.1%}'.format(name, n, price, n * price / total)), len(line), type(line).__name__
    if note:
        for l in textwrap.wrap(note, 24, initial_indent='  * ', subsequent_indent='    '): print enc(l)
print '%s' % total, '%r' % total, '%.10g' % total, '%e' % total, '%+.3E' % -total, '%#.0f' % total, '%g %G' % (1e-5, 1e20), '%5.1f|%-8.3f|%08.2f|%+d|% d|%x|%#o|%X|%c|%c|%%|%5s|%.2s|%r' % (1.25, 2.5, -3.14159, 5, 5, 255, 8, 3054, 'z', 65, 'ab', 'abcdef', u'\xe9')
for v in (0, 1, -1, 12345, -12345, 2 ** 40, 1.5, -0.0, 1e100, 123456.789, decimal.Decimal('1234.5678'), True, 10 ** 25):
    print ['%{0}d'.format(w) % v if v == v else '' for w in ('', '8', '-8', '08', '+', ' ', '+08', '.5', '8.5')], [format(v, s) if not isinstance(v, decimal.Decimal) or s else str(v) for s in ('', '>12', '^12', '*<12', '=+12' if not isinstance(v, bool) else '12', ',', '12,', '+,')]
def money(n, cur='$', sep=',', dp='.', places=2):
    q = decimal.Decimal(10) ** -places; sign, digits, exp = n.quantize(q).as_tuple(); result = []; digits = map(str, digits); build, nxt = result.append, digits.pop
    for i in range(places): build(nxt() if digits else '0')
    build(dp)
    if not digits: build('0')
    i = 0
    while digits:
        build(nxt()); i += 1
        if i == 3 and digits: i = 0; build(sep)
    build(cur); build('-' if sign else ''); return ''.join(reversed(result))
print [money(decimal.Decimal(x)) for x in ('1234567.8', '-.02', '0', '999', '-1000', '1e9', '2.675', '2.665')], [money(decimal.Decimal('-12345.6'), cur='', sep='.', dp=',', places=k) for k in (0, 1, 3)]
for k, g in itertools.groupby(sorted(ROWS, key=operator.itemgetter(3, 1)), operator.itemgetter(3)):
    g = list(g); print '%s' % k.upper().center(30, '~'), '%d item%s' % (len(g), 's'[len(g) == 1:]), '%(sum)d %(max)s %(names)s' % {'sum': sum(r[1] for r in g), 'max': max(r[1] for r in g), 'names': ', '.join(repr(r[0]) for r in g)}
    print '%s' % '#' * min(20, max(1, sum(abs(r[1]) for r in g) // 1000)), '%-*s|%*.*f' % (8, k, 10, 3, g[0][2])
print 'a\tbc\tdef\tg'.expandtabs(4) + '|', 'x\ty\n\tz'.expandtabs(), repr('1\t2'.expandtabs(0)), '\t'.expandtabs(3).__len__(), ' '.join(s.ljust(5, '.') + s.rjust(5, '_') + s.center(6) + '|' for s in ('a', 'bcd', 'efghij')), 'title case of things'.title(), "they're bill's".title(), string.capwords('  many   spaces here '), 'ABC'.swapcase(), '42'.zfill(5), '-42'.zfill(5), '+4.2'.zfill(7)
t = string.Template('$name costs ${price}s, $$5 off; $missing ${bad} $1'); print t.safe_substitute(name='X', price=3)
for bad in (lambda: t.substitute(name='X', price=3), lambda: string.Template('$name').substitute({}), lambda: string.Template('a $ b').substitute(), lambda: '%d' % 'x', lambda: '%s %s' % 'one', lambda: '%s' % (1, 2), lambda: '%(a)s' % {'b': 1}, lambda: '%(a)s %s' % {'a': 1}, lambda: '%q' % 1, lambda: '%' % (), lambda: '{0} {1}'.format(1), lambda: '{x}'.format(y=1), lambda: '{'.format(), lambda: '{0!z}'.format(1), lambda: '{0:d}'.format(1.5), lambda: '{0:.2d}'.format(1), lambda: '{0:5s}'.format(1), lambda: '{0.x}'.format(1), lambda: '{0[k]}'.format({}), lambda: '{}{0}'.format(1), lambda: '%c' % 256, lambda: '%c' % 'ab', lambda: '%.99999999999f' % 1, lambda: '%*d' % ('a', 1), lambda: format(1, ',x'), lambda: format('a', '=5'), lambda: format('s', ','), lambda: format(1j, '=5'), lambda: '%s' % u'\xe9' + '\xe9', lambda: '{0}'.format(u'\xe9')):
    try: print repr(bad())
    except Exception, e: print type(e).__name__, e
class V(object):
    def __init__(self, **k): self.__dict__.update(k)
    def __format__(self, spec): return 'V<%s>' % spec if spec else 'V'
    def __getitem__(self, k): return 'item %r' % (k,)
    def __str__(self): return 'vstr'
    def __repr__(self): return 'vrepr'
v = V(a=V(b=[1, {'k': 'deep'}]), w=7, n='x'); print '{0.a.b[1][k]:>{1.w}}|{0:%Y-%m}|{0!s:^8}|{0!r:.3}|{0[a b]}|{0[0]}|{0[-1]}|{{}}|{0.n:{fill}{align}{0.w}}'.format(v, v, fill='*', align='^'), '{:{}.{}f}|{:{w}}'.format(3.14159, 8, 2, 'r', w=4), '{0}{1}{0}'.format(*'ab'), '{a}{b}'.format(**{'a': 1, 'b': 2}), '{0:{1}}'.format('s', ''), format(v, 'spec'), format(v), '%(a)s%(b)r' % V()
class Fm(string.Formatter):
    def get_value(self, key, args, kw): return '<%s>' % key if key not in kw and not isinstance(key, int) else string.Formatter.get_value(self, key, args, kw)
    def convert_field(self, v, c): return str(v).upper() if c == 'u' else string.Formatter.convert_field(self, v, c)
    def check_unused_args(self, used, args, kw): self.unused = sorted(set(kw) - used), [i for i in range(len(args)) if i not in used]
f = Fm(); print f.format('{0} {name} {k!u:>4} {k!r}', 'zero', 'one', k='v', z=1), f.unused, list(f.parse('a{b.c[0]!r:{w}}d{{}}')), f.vformat('{x}', (), {'x': 1})
