# StopIteration out of a function that an iterator calls ends the iterator; isinstance does not care what
# __class__ raises.
import itertools
def stop(x):
    if x > 2: raise StopIteration
    return x
class L(object):
    def __len__(self): return 2
def t(f):
    try: print f()
    except BaseException, e: print type(e).__name__, e
t(lambda: list(itertools.imap(stop, range(5))))
t(lambda: list(itertools.ifilter(stop, [1, 2, 3, 4])))
t(lambda: list(itertools.starmap(stop, [(1,), (5,), (1,)])))
t(lambda: [(k, list(g)) for k, g in itertools.groupby(range(6), stop)])
t(lambda: [k for k, g in itertools.groupby([1, 2, 3], stop)])
t(lambda: list(itertools.takewhile(stop, [1, 5, 1])))
t(lambda: list(stop(i) for i in range(5)))
t(lambda: tuple(itertools.imap(stop, range(5))))
t(lambda: sum(itertools.imap(stop, range(5))))
t(lambda: max(itertools.imap(stop, range(5))))
t(lambda: sorted(itertools.imap(stop, range(5))))
t(lambda: set(itertools.imap(stop, range(5))))
t(lambda: dict(itertools.imap(lambda x: (stop(x), 1), range(5))))
t(lambda: [x for x in itertools.imap(stop, range(5))])
t(lambda: ''.join(itertools.imap(lambda x: str(stop(x)), range(5))))
t(lambda: zip(itertools.imap(stop, range(5)), 'abcde'))
t(lambda: map(None, itertools.imap(stop, range(5))))
t(lambda: list(itertools.izip(itertools.imap(stop, range(5)), 'abcde')))
t(lambda: list(itertools.chain(itertools.imap(stop, range(5)), 'ab')))
t(lambda: list(enumerate(itertools.imap(stop, range(5)))))
t(lambda: list(iter(lambda: stop(3), 9)))
t(lambda: reduce(lambda a, b: a + b, itertools.imap(stop, range(5))))
t(lambda: any(itertools.imap(lambda x: stop(x) and 0, range(5))))
t(lambda: 9 in itertools.imap(stop, range(5)))
a, b, c = itertools.imap(stop, range(5)); print a, b, c
t(lambda: next(itertools.imap(stop, [9]), 'default'))
t(lambda: map(stop, range(5)))
def unpack():
    a, b, c, d = itertools.imap(stop, range(5))
t(unpack)
t(lambda: [1].extend(itertools.imap(stop, range(5))))
class Bad(object):
    def __getattribute__(self, n): raise RuntimeError(n)
t(lambda: isinstance(Bad(), int)); t(lambda: isinstance(Bad(), Bad)); t(lambda: isinstance(Bad(), (int, Bad)))
class Old: pass
t(lambda: isinstance(Bad(), Old))
class Fake(object):
    __bases__ = ()
t(lambda: isinstance(Bad(), Fake()))
