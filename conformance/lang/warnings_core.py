# The module _warnings without the module warnings.
import _warnings
import sys


class Out(object):
    def __init__(self):
        self.text = []

    def write(self, s):
        self.text.append(s)


def run(f, *args, **kwargs):
    old, sys.stderr = sys.stderr, Out()
    try:
        try:
            f(*args, **kwargs)
        except Exception, e:
            print type(e).__name__, e
        print repr(''.join(sys.stderr.text))
    finally:
        sys.stderr = old


print [(f[0], f[2].__name__) + f[3:] for f in _warnings.filters if f[1] is None], _warnings.default_action, _warnings.once_registry


def one(n):
    _warnings.warn('text %d' % n)


def two():
    _warnings.warn('outside', RuntimeWarning, 2)


run(one, 1)
run(one, 1)
run(one, 2)
run(two)
run(_warnings.warn, DeprecationWarning('ignored'))
run(_warnings.warn, FutureWarning('an instance'), None)
run(_warnings.warn, 'bad', int)
run(_warnings.warn, 'bad', 5)
run(_warnings.warn)
run(_warnings.warn, 'far', stacklevel=100)
run(_warnings.warn_explicit, 'text', UserWarning, 'file.py', 7)
run(_warnings.warn_explicit, 'text', UserWarning, 'file.py', 7)
registry = {}
run(_warnings.warn_explicit, 'text', UserWarning, 'file.py', 7, 'mod', registry)
run(_warnings.warn_explicit, 'text', UserWarning, 'file.py', 7, 'mod', registry)
print [(k[0], k[1].__name__, k[2], v) for k, v in registry.items()]
run(_warnings.warn_explicit, 'text', UserWarning, 'file.py', 'x')
run(_warnings.warn_explicit, 'text', UserWarning, 'file.py', 3, 'mod', 5)
_warnings.filters.insert(0, ('error', None, UserWarning, None, 0))
run(one, 3)
_warnings.filters[0] = ('once', None, UserWarning, None, 0)
run(one, 4)
run(_warnings.warn_explicit, 'text 4', UserWarning, 'other.py', 9)
_warnings.filters[0] = ('always', None, UserWarning, None, 0)
run(one, 5)
run(one, 5)
_warnings.filters[0] = ('module', None, UserWarning, None, 0)
run(one, 6)
_warnings.filters[0] = ('what', None, UserWarning, None, 0)
run(one, 7)
_warnings.filters[0] = ('always', None, UserWarning, None, 7)
run(one, 8)
_warnings.filters[0] = 5
run(one, 9)
del _warnings.filters[0]
print sorted(k[0] for k in __warningregistry__ if isinstance(k, tuple))
run(lambda: u'\xe9' == '\xe9')
