# Tables laid out by format(), %, ljust and their kin, expandtabs and textwrap; classes that format themselves.
import textwrap


class Money(object):
    def __init__(self, cents, unit='EUR'):
        self.cents, self.unit = cents, unit

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1] == 'u':
            return '%s %s' % (format(self.cents / 100.0, spec[:-1] + 'f'), self.unit)
        if spec[-1] == 'w':
            return format(self.cents // 100, spec[:-1] + 'd')
        raise ValueError('no such way: %r' % spec)

    def __str__(self):
        return '%d.%02d %s' % (self.cents // 100, self.cents % 100, self.unit)

    __repr__ = lambda self: 'Money(%r)' % self.cents


rows = [('Apples', 12, Money(1999), 0.125), ('Very long pears of winter', 3, Money(100050, 'USD'), 1.0),
        (u'Caf\xe9', 1000000, Money(7), -0.5), ('', 0, Money(0), 1e-7), ('tab\there', -5, Money(123456789), 123456.789)]


def table(rows, specs, sep=' | '):
    for row in rows:
        yield sep.join(format(x, s) for x, s in zip(row, specs))


for line in table(rows, ('<12.12', '>9,', '>14,.2u', '>10.1%')):
    print line.encode('utf-8') if isinstance(line, unicode) else line
for line in table(rows, ('^12.10', '+09d', '*^15,.0u', '.3g')):
    print line.encode('utf-8') if isinstance(line, unicode) else line
for line in table([r[1:] for r in rows], ('#x', 'w', 'e'), '\t'):
    print line.expandtabs(10), repr(line.expandtabs()), line.expandtabs(0)
print '{0:<{w}}|{1:>{w}}|{2:^{w}}'.format('a', 5, None, w=8), '{0[1]}{0[0]:>{1}}'.format('xy', 4), '{a.cents:06d}/{a}'.format(a=Money(5))
for t, args in (('{:u}', (Money(1),)), ('{:q}', (Money(1),)), ('{:d}', ('x',)), ('{:s}', (5,)), ('{:.2}', (5,)), ('{:,}', ('x',)),
                ('{:+}', ('x',)), ('{:=5}', ('x',)), ('{:05}', ('x',)), ('{:c}', (65,)), ('{:c}', (-1,)), ('{:+c}', (65,)), ('{:n}', (12345,)),
                ('{:{}}', (1,)), ('{:{}}', (1, '>5')), ('{0}{}', (1,)), ('{', ()), ('}', ()), ('{!r:>5}', ('a',)), ('{!x}', (1,)),
                ('{0.real}{0.imag}', (3j,)), ('{:>20}', (1 + 2j,)), ('{:.2f}', (1 + 2j,)), ('{:05}', (1j,)), ('{:10}|', (True,)), ('{:d}', (True,)),
                ('{:x<5}', (None,)), ('{:10}|', ([],)), ('{:.3}', (u'abcdef',)), ('{:>10.3%}', (0.12345,)), ('{:b}', (10 ** 20,)), ('{:,}', (10 ** 20,)),
                ('{:,.3f}', (1e9,)), ('{:,b}', (5,)), ('{:.0f}', (0.5,)), ('{:#o}', (8,)), ('{:#.3g}', (1.0,)), ('{: }', (5,)), ('{:>+8.1e}', (-0.0,))):
    try:
        print repr(t), repr(t.format(*args)),
    except Exception as e:
        print repr(t), type(e).__name__, e,
    print args
for name, n, money, share in rows[:3]:
    print '%-10.8s|%8d|%-12s|%+8.2f%%|%s' % (name.encode('utf-8'), n, money, share * 100, '%x' % n)
words = 'The quick brown fox jumps over the lazy dog, and the extraordinarily-long-hyphenated-word follows it.'
for w in 10, 16, 40:
    print textwrap.wrap(words, w)
print textwrap.fill(words, 30, initial_indent='* ', subsequent_indent='  ')
columns = [textwrap.wrap(words, 18), textwrap.wrap(words.upper(), 14), ['%d.' % i for i in range(9)]]
for line in map(None, *columns):
    print '|'.join((cell or '').ljust(w) for cell, w in zip(line, (18, 14, 3)))
for s in 'ab', u'\xe9\xe8', '':
    print [f(s, 7, '*').encode('utf-8') if isinstance(s, unicode) else f(s, 7, '*')
           for f in (type(s).ljust, type(s).rjust, type(s).center)], s.zfill(5).encode('utf-8')
print '\n'.join('%*d %-*s|' % (w, w * w, w, 'x' * w) for w in range(6))
