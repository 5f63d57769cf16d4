# a if c else b, and / or, not: values and short circuits.
log = []


def t(v):
    log.append(v)
    return v


class Truth(object):
    def __init__(self, value):
        self.value = value

    def __nonzero__(self):
        log.append('nonzero')
        return self.value

    def __repr__(self):
        return 'Truth(%r)' % self.value


print t(1) if t(0) else t(2), log
del log[:]
print 1 if 0 else 2 if 0 else 3, (1 if 1 else 2) if 0 else 4
print 0 or [] or 'x', 1 and 2 and 3, 0 and 1 or 2, '' and 1, None or 0
print not 0, not [], not 'a', not not 3, not None
print Truth(True) and 'yes', Truth(False) or 'no', not Truth(True), log
del log[:]
if Truth(True) and not Truth(False):
    print 'branch', log
del log[:]
x = Truth(False) or Truth(True)
print x, log
del log[:]
y = Truth(True) and Truth(False)
print y, log
del log[:]
while not Truth(True):
    pass
print log
print [v for v in [0, '', None, [], {}, (), 0.0, 0L, 0j, False, set(), u'', xrange(0)] if v]
print len([v for v in [1, 'a', [0], {0: 0}, (0,), 0.1, -1, 1L, 1j, True, object(), len] if v])


class HasLen(object):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Old:
    def __len__(self):
        return 0


class Both(HasLen):
    def __nonzero__(self):
        return True


print bool(HasLen(0)), bool(HasLen(3)), bool(Old()), bool(Both(0))
for bad in [Truth('str'), Truth(None), Truth(2)]:
    try:
        print bool(bad)
    except TypeError as e:
        print e
for n in [-1, 'x', 1.5, 1 << 70, True]:
    try:
        print bool(HasLen(n))
    except (TypeError, ValueError, OverflowError) as e:
        print type(e).__name__, e


class Raises(object):
    def __nonzero__(self):
        raise ValueError('no truth')


for f in [lambda: not Raises(), lambda: Raises() or 1, lambda: 1 if Raises() else 2, lambda: Raises() and 1,
          lambda: bool(Raises()), lambda: filter(None, [Raises()]), lambda: any([Raises()])]:
    try:
        f()
    except ValueError as e:
        print e,
print
a, b = 1, 2
print a if a > b else b, (a, b) if a else (b, a), [a if b else b for b in (0, 1)]
print (lambda: a if a else b)(), 'x' if not a else 'y'
