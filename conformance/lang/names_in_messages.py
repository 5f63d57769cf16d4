# How names with a zero in them, and long ones, are shown in messages.
import operator
import os


def t(f, *a):
    try:
        print repr(f(*a))
    except BaseException as e:
        print type(e).__name__, repr(str(e))[:80], len(str(e))


class A(object):
    pass


class O:
    pass


def f(a):
    pass


for n in 'a\0b', 'x' * 600:
    for o in A(), O(), A, O, 1, 's', None, ValueError(), ValueError, os:
        t(getattr, o, n)
        if o is not A:
            t(delattr, o, n)
    for o in 1, 's', None, ValueError:
        t(setattr, o, n, 1)
    for g in (f, int, list, property, str, unicode, [].sort, lambda **k: sorted([], **k), lambda **k: max(1, **k),
              lambda **k: file('/', **k), lambda **k: enumerate([], **k), lambda **k: __import__('sys', **k), file):
        t(lambda: g(**{n: 1}))
    t(eval, 'x' * 600)
    t(operator.attrgetter(n), 1)
    t(operator.methodcaller(n), 1)
    t(('{0.%s}' % n).format, 1)
    t('%%(%s)s' .__mod__, {})
    t(os.stat, n)
    t(type, n, (), {})
    t(int, n)
    t(float, n)
