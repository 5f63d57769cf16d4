# Protocol methods one by one: iteration, membership, reversal, context managers, calls, index, hash, length and truth.
def t(f):
    try:
        r = repr(f())
        print r.split(' at 0x')[0]
    except Exception as e:
        print type(e).__name__, str(e).split(' at 0x')[0]
def make(**methods):
    return type('K', (object,), methods)()
def old(**methods):
    import new
    return new.classobj('O', (), methods)()
for mk in (make, old):
    print mk.__name__
    for f in (lambda: list(mk(__iter__=lambda s: iter([1, 2]))), lambda: list(mk(__iter__=lambda s: 3)), lambda: list(mk(__iter__=lambda s: s)), lambda: list(mk(__getitem__=lambda s, i: [5, 6][i])), lambda: list(mk(__getitem__=lambda s, i: {}[i])), lambda: list(mk(__getitem__=lambda s, i: (i, iter(()).next())[0])), lambda: list(mk()), lambda: iter(mk(next=lambda s: 1)), lambda: mk(next=lambda s: 1).next(), lambda: next(mk()), lambda: next(mk(__iter__=lambda s: s)),
              lambda: 2 in mk(__iter__=lambda s: iter([1, 2])), lambda: 9 in mk(__getitem__=lambda s, i: [5, 6][i]), lambda: 1 in mk(__contains__=lambda s, x: 'yes'), lambda: 1 in mk(__contains__=lambda s, x: []), lambda: 1 in mk(), lambda: 1 in mk(__contains__=None), lambda: list(reversed(mk(__len__=lambda s: 2, __getitem__=lambda s, i: i * 10))), lambda: reversed(mk(__reversed__=lambda s: 'rev')), lambda: reversed(mk(__iter__=lambda s: s)), lambda: reversed(mk(__getitem__=lambda s, i: 1)),
              lambda: len(mk(__len__=lambda s: 3L)), lambda: len(mk(__len__=lambda s: -1)), lambda: len(mk(__len__=lambda s: 1.5)), lambda: len(mk(__len__=lambda s: 'a')), lambda: len(mk(__len__=lambda s: 2 ** 70)), lambda: len(mk()), lambda: bool(mk(__len__=lambda s: 2 ** 70)), lambda: bool(mk(__nonzero__=lambda s: 3)), lambda: bool(mk(__nonzero__=lambda s: 'a')), lambda: bool(mk(__nonzero__=lambda s: -1)), lambda: not mk(__nonzero__=lambda s: False, __len__=lambda s: 1),
              lambda: hash(mk(__hash__=lambda s: 5)), lambda: hash(mk(__hash__=lambda s: 2 ** 64 + 1)), lambda: hash(mk(__hash__=lambda s: 'a')), lambda: hash(mk(__hash__=lambda s: 1.5)), lambda: hash(mk(__hash__=None)), lambda: hash(mk(__eq__=lambda s, o: 1)) and 1, lambda: hash(mk(__cmp__=lambda s, o: 0)) and 1, lambda: hash(mk(__hash__=lambda s: -1)),
              lambda: [1, 2, 3][mk(__index__=lambda s: 1)], lambda: [1, 2, 3][mk(__index__=lambda s: 1.0)], lambda: [1, 2, 3][mk(__index__=lambda s: 2 ** 70)], lambda: [1, 2, 3][mk(__int__=lambda s: 1)], lambda: 'abc'[:mk(__index__=lambda s: 2)], lambda: 'a' * mk(__index__=lambda s: 3), lambda: range(mk(__index__=lambda s: 2)), lambda: range(mk(__int__=lambda s: 2)), lambda: (1, 2)[mk(__index__=lambda s: True)],
              lambda: mk(__call__=lambda s, *a, **k: (a, k))(1, x=2), lambda: mk()(), lambda: mk(__call__=3)(), lambda: callable(mk(__call__=3)), lambda: callable(mk()), lambda: str(mk(__str__=lambda s: u'u')), lambda: str(mk(__str__=lambda s: u'\xe9')), lambda: str(mk(__str__=lambda s: 3)), lambda: str(mk(__repr__=lambda s: 'r')), lambda: repr(mk(__repr__=lambda s: u'\u1234')), lambda: repr(mk(__repr__=lambda s: None)), lambda: unicode(mk(__str__=lambda s: '\xff')), lambda: unicode(mk(__unicode__=lambda s: 'b')), lambda: unicode(mk(__unicode__=lambda s: 3)), lambda: unicode(mk(__repr__=lambda s: 'q')), lambda: '%s' % mk(__str__=lambda s: u'\u1234'), lambda: '%s' % mk(__unicode__=lambda s: u'z', __str__=lambda s: 's'), lambda: u'%s' % mk(__unicode__=lambda s: u'z'),
              lambda: int(mk(__int__=lambda s: 2 ** 70)), lambda: int(mk(__int__=lambda s: 'a')), lambda: float(mk(__float__=lambda s: 1)), lambda: float(mk()), lambda: long(mk(__int__=lambda s: 1)), lambda: complex(mk(__float__=lambda s: 1.5)), lambda: oct(mk(__oct__=lambda s: 'o')), lambda: hex(mk(__hex__=lambda s: 1)), lambda: -mk(__neg__=lambda s: 'n'), lambda: ~mk(), lambda: abs(mk(__abs__=lambda s: 'ab')), lambda: mk()[1:2], lambda: mk(__getitem__=lambda s, i: i)[1:2], lambda: mk(__getitem__=lambda s, i: i)[1:2, ...], lambda: mk(__getslice__=lambda s, i, j: (i, j))[:], lambda: mk(__getslice__=lambda s, i, j: (i, j), __len__=lambda s: 10)[-3:-1], lambda: mk(__getslice__=lambda s, i, j: (i, j))[-3:], lambda: mk(__getslice__=lambda s, i, j: (i, j))['a':], lambda: mk(__getslice__=lambda s, i, j: (i, j))[::1]):
        t(f)
    def ctx(**m):
        try:
            with mk(**m) as v:
                print 'body', v,
                raise KeyError('k')
            print 'after'
        except Exception as e:
            print type(e).__name__, str(e)
    ctx(); ctx(__enter__=lambda s: 1); ctx(__exit__=lambda s, *a: 1); ctx(__enter__=lambda s: 1, __exit__=lambda s, *a: a[0] is KeyError); ctx(__enter__=lambda s: 2, __exit__=lambda s, *a: []); ctx(__enter__=lambda s: 3, __exit__=lambda s: 1); ctx(__enter__=lambda s: 1 / 0, __exit__=lambda s, *a: 1); ctx(__enter__=lambda s: 4, __exit__=lambda s, *a: 1 / 0); ctx(__enter__=lambda: 5, __exit__=lambda s, *a: 1)
