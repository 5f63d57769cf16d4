# How deep functions nest that itertools, super, operators, iteration and wrappers of slots call; exceptions made where calls nest deepest.
import sys


def probe(name, start):
    global n
    n = 0
    try:
        start()
        print name, 'ended', n
    except RuntimeError as e:
        print name, n, e
    except Exception as e:
        print name, n, type(e).__name__, e


import itertools
def f(*a):
    global n; n += 1
    return list(itertools.imap(f, [1]))
probe('imap', f)
def f(*a):
    global n; n += 1
    return list(itertools.starmap(f, [(1,)]))
probe('starmap', f)
def f(*a):
    global n; n += 1
    return list(itertools.ifilter(f, [1]))
probe('ifilter', f)
def f(*a):
    global n; n += 1
    return list(itertools.takewhile(f, [1]))
probe('takewhile', f)
def f(*a):
    global n; n += 1
    return list(itertools.groupby([1], f))
probe('groupby', f)
it = iter([])
for i in range(3000): it = itertools.chain(it)
it = iter(int, 1)
def f(*a):
    global n; n += 1
    return list(iter(f, 1))
probe('iter callable', f)
import re
def f(m=None):
    global n; n += 1
    return re.sub('a', f, 'a')
probe('re.sub', f)
class S(object):
    def f(self):
        global n; n += 1
        super(S2, self).f()
class S2(S):
    def f(self):
        S.f(self)
    def g(self):
        global n; n += 1
        super(S3, S3()).g()
class S3(S2):
    def g(self):
        super(S3, self).g()
probe('super', lambda: S3().g())
class X(object):
    def __add__(self, o):
        global n; n += 1
        return sum([o, self], self)
probe('sum', lambda: X() + X())
class X(object):
    def next(self):
        global n; n += 1
        for x in self: pass
    def __iter__(self): return self
probe('next for', lambda: X().next())
class X(object):
    def next(self):
        global n; n += 1
        return next(self)
    def __iter__(self): return self
probe('next()', lambda: X().next())
class X:
    def next(self):
        global n; n += 1
        return next(self)
    def __iter__(self): return self
probe('old next()', lambda: X().next())
class X(object):
    def next(self):
        global n; n += 1
        a, = self
    def __iter__(self): return self
probe('unpack', lambda: X().next())
class X(object):
    def next(self):
        global n; n += 1
        zip(self)
    def __iter__(self): return self
probe('zip', lambda: X().next())
class X(object):
    def write(self, s):
        global n; n += 1
        print >>self, 1
probe('print', lambda: X().write(1))
class X(object):
    def __del__(self):
        pass
class L(list):
    def __repr__(self):
        global n; n += 1
        return list.__repr__([self])
probe('list.__repr__', lambda: repr(L()))
class L(object):
    def __repr__(self):
        global n; n += 1
        return repr([self])
probe('repr in list', lambda: repr(L()))
class L(object):
    def __repr__(self):
        global n; n += 1
        return repr((self,))
probe('repr in tuple', lambda: repr(L()))
class L(object):
    def __repr__(self):
        global n; n += 1
        return repr({1: self})
probe('repr in dict', lambda: repr(L()))
class L(object):
    def __repr__(self):
        global n; n += 1
        return repr(set([self]))
probe('repr in set', lambda: repr(L()))
import types
def f():
    global n; n += 1
    types.FunctionType(f.func_code, globals())()
probe('FunctionType', f)
def f():
    global n; n += 1
    f.__call__()
probe('f.__call__', f)
class X(object):
    def f(self):
        global n; n += 1
        self.f.__call__()
probe('m.__call__', X().f)
class X(object):
    def __init__(self):
        global n; n += 1
        X.__call__()
probe('C.__call__', X)
class X(object):
    def __init__(self):
        global n; n += 1
        type.__call__(X)
probe('type.__call__', X)
class X(object):
    def __init__(self):
        global n; n += 1
        self.__init__()
probe('x.__init__', X)
class X(object):
    def __init__(self):
        global n; n += 1
        getattr(self, '__init__')()
probe('getattr init', X)
class X(object):
    def __add__(self, o):
        global n; n += 1
        operator.add(self, 1)
probe('operator.add', lambda: X()+1)
class X(object):
    def __getattr__(self, o):
        global n; n += 1
        object.__getattribute__(self, o)
        return 1
probe('object.__getattribute__', lambda: X().foo)
class X(object):
    def __getattribute__(self, o):
        global n; n += 1
        return getattr(self, o)
probe('__getattribute__', lambda: X().foo)
class X(object):
    def __getattr__(self, o):
        global n; n += 1
        raise AttributeError(self.x)
probe('getattr raising', lambda: X().foo)
class E(Exception):
    def __init__(self):
        global n; n += 1
        raise E
probe('raise class', lambda: E())
class E(Exception):
    def __str__(self):
        global n; n += 1
        return str(self)
probe('exc str', lambda: str(E()))
def f():
    global n; n += 1
    try: f()
    finally: pass
probe('try finally', f)
def f():
    global n; n += 1
    try: f()
    except ValueError: pass
probe('try except', f)
def f():
    global n; n += 1
    try: f()
    except RuntimeError: raise
probe('try reraise', f)
def f():
    global n; n += 1
    try: f()
    except RuntimeError, e: raise e
probe('try raise e', f)
def f():
    global n; n += 1
    len([]); 
    f()
probe('leaf len', f)
