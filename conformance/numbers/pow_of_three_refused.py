# What pow() of three arguments calls its operands when it refuses them: as they were coerced, beside what is no number.
class I(int): pass
class L(long): pass
class C(object): pass
class O: pass


def tried(*args):
    try:
        print pow(*args),
    except Exception as e:
        print '%s: %s' % (type(e).__name__, e)


for a in [1, 2L, True, I(3), L(4), 'a', (1,), 2j, C]:
    for b in [1, 2L, False, L(4), u'a', [], 1.5]:
        for c in [(1,), [], {}, 'a', 1.5, 3, 5L, xrange(1)]:
            tried(a, b, c)
