# repr of a set asks a length and an iterator that its class has.
def t(f, *a):
    try:
        print repr(f(*a))
    except BaseException as e:
        print type(e).__name__, e

class S(set):
    def __len__(self): return -1
t(repr,S([1]))
t(repr,S([]))
class S(frozenset):
    def __len__(self): return -1
t(repr,S([1]))
class L(list):
    def __len__(self): return -1
t(repr,L([1]))
class S(set):
    def __len__(self): return 0
t(repr,S([1]))
class S(set):
    def __len__(self): return 5
t(repr,S([]))
class S(set):
    def __len__(self): 1/0
t(repr,S([]))
class S(set):
    def __iter__(self): yield 3
t(repr,S([]))
t(repr,S([1]))
t(str,S([1]))
