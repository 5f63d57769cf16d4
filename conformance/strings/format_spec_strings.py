# The format mini-language for strings, and str.format's own syntax to its edges.
for spec in ('', '5', '<5', '>5', '^5', '*^7', '.2', '5.1', '=5', '05', '+', ',', 's', 'd', 'x', '#', '5s', '\n<4', '{<4', '.', '1.', ' ', '-', '^', '<<5', '99999999999999999999', '.99999999999999999999', '%', '5.2s', '=', '<=5', u'\u20ac^5'):
    for v in ('abc', u'd\xe9f'):
        try:
            print repr(spec), repr(format(v, spec))
        except Exception as e:
            print repr(spec), type(e).__name__, e
class A(object):
    a = 1
    def __init__(self, **k): self.__dict__.update(k)
    def __getitem__(self, k): return 'item<%r>' % (k,)
    def __format__(self, spec): return 'A(%s)' % spec
    def __str__(self): return 'strA'
    def __repr__(self): return 'reprA'
    def __getattr__(self, n):
        if n.startswith('__'):
            raise AttributeError(n)
        return 'attr<%s>' % n
cases = [('{}', (1,)), ('{0}{0}', (1,)), ('{}{}', (1,)), ('{0}{}', (1, 2)), ('{}{0}', (1, 2)), ('{1}', (1,)), ('{a}', ()), ('{0.a}', (A(),)), ('{0.b.real}', (A(),)), ('{0[1]}', (A(),)), ('{0[x y]}', (A(),)), ('{0[-1]}', (A(),)), ('{0[1].a[b]}', (A(),)), ('{0[]}', (A(),)), ('{0[}', (A(),)), ('{0.}', (A(),)), ('{0.a', (A(),)), ('{0[a]b}', (A(),)), ('{0!r}{0!s}', (A(),)), ('{0!x}', (A(),)), ('{0!}', (1,)), ('{0!rr}', (1,)), ('{0!r:}', (1,)),
         ('{0:spec}', (A(),)), ('{0:{1}}', (A(), 'inner')), ('{0:{1}{2}}', ('x', '>', 4)), ('{0:{1:{2}}}', (1, 2, 3)), ('{0:{{}}}', (A(),)), ('{:{}}', ('x', 5)), ('{:{}.{}}', (3.14159, 8, 2)), ('{{}}', ()), ('{{{0}}}', (1,)), ('{', ()), ('}', ()), ('{{', ()), ('}}', ()), ('{}}', (1,)), ('{ 0}', (1,)), ('{0 }', (1,)), ('{-1}', (1,)), ('{00}', (1,)), ('{99999999999999999999}', (1,)), ('{0[99999999999999999999]}', ({},)), ('{0[0]}', ('ab',)), ('{0[0]}', ([7],)), ('{0[5]}', ([7],)), ('{0[k]}', ({'k': 1},)), ('{0[k]}', ([1],)), ('{0.nope}', (1,)), ('{.real}', (5,)), ('{[0]}', ('q',)), ('{!r}', ('q',)), ('{:>3}', (u'q',)), (u'{}', ('q',)), ('{}', (u'\xe9',)), (u'{}', ('\xe9',)), ('{0:d}', ('a',)), ('{0:s}', (1,)), ('{0:5}|{1:5}', (None, True)), ('{0:<6}|', ([1],)), ('{0}', (type,)), ('{:c}{:c}', (65, 300)), (u'{:c}', (300,)), ('{a}{b}', ())]
for f, args in cases:
    try:
        print repr(f), repr(f.format(*args))
    except Exception as e:
        print repr(f), type(e).__name__, e
print '{a}{b[c]}{0}'.format('p', a=1, b={'c': 2}), '{self}'.format(self=3), 'x'.format(1, 2, z=3), '{0.__class__.__name__}'.format(1)
print sorted(x[1] for x in 'a{b.c[d]!r:{e}}f{{g'._formatter_parser() if x[1]), [(f, list(r)) for f, r in ['a.b[c].d[1]'._formatter_field_name_split()]], list('x{0}y'._formatter_parser())
for f in (lambda: format(1, 2), lambda: format(A(), 'q'), lambda: format(A(), u'q'), lambda: format(object(), '')[:8], lambda: ''.__format__(), lambda: ''.format.__name__, lambda: format(), lambda: 'a'.__format__(3), lambda: u''.__format__('5')):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
class Bad(object):
    def __format__(self, s): return 3
class Uni(object):
    def __format__(self, s): return u'\u1234' if type(s) is unicode else 'bytes'
for f, v in (('{}', Bad()), ('{}', Uni()), (u'{}', Uni())):
    try:
        print repr(f.format(v))
    except Exception as e:
        print type(e).__name__, e
n = 0
for i in xrange(3000):
    n += len('{0:>{w}}|{name!r:^9}|{1:.{p}f}'.format(i, i / 7.0, w=i % 9, p=i % 4, name='n%d' % (i % 12)))
print n
