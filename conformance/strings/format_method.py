# str.format and format().
print '{} {}'.format(1, 'a'), '{0} {1} {0}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2), '{0} {k}'.format(1, k=2), '{{}} {{{0}}}'.format(5), '{0.real} {0.imag}'.format(1 + 2j), '{0[1]} {0[-1]}'.format({'-1': 'neg', 1: 'one'}), '{0[a]}'.format({'a': 1}), '{0[0]}{0[2]}'.format('abc'), '{a.b.c}'.format(a=type('T', (), {'b': type('U', (), {'c': 'deep'})}))
print '{0!r} {0!s}'.format('x'), '{!r:>5}|'.format('a'), '{:5}|{:<5}|{:>5}|{:^5}|{:*^5}'.format('a', 'b', 'c', 'd', 'e'), '{:.2}'.format('abcdef'), '{:5.1}|'.format('abc'), '{:s}'.format('x'), '{0:{1}}|'.format('a', 5), '{:{w}.{p}f}|'.format(3.14159, w=8, p=2), '{0:{fill}{align}{width}}'.format('m', fill='-', align='^', width=7)
print '{:d} {:x} {:X} {:o} {:b} {:c} {:e} {:f} {:g} {:n} {:%} {:,}'.format(42, 255, 255, 8, 5, 65, 1.5, 1.5, 1.5, 42, 0.5, 1234567), '{:+d} {: d} {:-d} {:#x} {:#o} {:#b} {:05d} {:<5d}| {:=+6d}'.format(5, 5, -5, 255, 8, 5, 42, 42, 42)
print '{0}'.format(None), '{0}'.format([1, 'a']), '{0:10}|'.format(True), '{0:>10}|'.format([]) if 0 else 'skip', '{:}'.format(5), '{0:}'.format('a'), '{}'.format(u'u'), repr(u'{}'.format('a')), repr('{}'.format(u'a')), repr(u'{:>3}'.format(u'\xe9'))


class F(object):
    def __format__(self, spec):
        return 'F(%s)' % spec

    def __getattr__(self, name):
        return 'attr ' + name

    def __getitem__(self, key):
        return 'item %r' % (key,)


print '{0}|{0:abc}|{0.x}|{0[k]}|{0[3]}|{0[3x]}|{0!r:.5}'.format(F())[:60], format(F(), 'spec'), format(F())


class NoFormat(object):
    def __str__(self):
        return 'nf'


print '{0}|{0!s:>5}'.format(NoFormat()), format(NoFormat()), format('a', '>3'), format(5, '03'), format(u'a', '^3'), format(None), format(2.5, '.2f'), format(10 ** 20, ',')
for bad in ["'{}'.format()", "'{0} {1}'.format(1)", "'{a}'.format(1)", "'{'.format(1)", "'}'.format(1)", "'{0'.format(1)", "'{0!x}'.format(1)", "'{0!}'.format(1)", "'{0:d}'.format('a')", "'{0:s}'.format(1)", "'{} {0}'.format(1, 2)", "'{0} {}'.format(1, 2)", "'{0.x}'.format(1)", "'{0[x]}'.format([1])", "'{0[5]}'.format([1])", "'{0.}'.format(1)", "'{0[}'.format(1)", "'{0[]}'.format([1])", "'{:zz}'.format(1)", "'{:.2d}'.format(1)",
            "'{:,s}'.format('a')", "'{:+s}'.format('a')", "'{:=5}'.format('a')", "'{!r'.format(1)", "'{0:{1}'.format(1, 2)", "'{:{:{}}}'.format(1, 2, 3)", "'{0}}'.format(1)", "'a{b'.format(b=1)", "'{ 0}'.format(1)", "'{-1}'.format(1)", "'{0:c}'.format(-1)", "'{:5}'.format(None)", "'{a[b}'.format(a={})", "format(1, 2)", "format()", "'{:x}'.format(1.5)", "'{:05}'.format('a')", "'{0:99999999999999999999}'.format(1)"]:
    try:
        print bad, repr(eval(bad))
    except Exception as e:
        print bad, type(e).__name__, e
print '{0}{1}{0}'.format(*'ab'), '{x}{y}'.format(**{'x': 1, 'y': 2}), '{:>{}}'.format('r', 4), '{:^{w}}|'.format('c', w=4), ' '.join('{:02d}'.format(i) for i in range(3)), '{0:>8}{1:>8}'.format('ab', 1.5), 'no fields'.format(1, 2), ''.format(), '{0!r:10}|'.format('q')
