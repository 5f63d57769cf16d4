# Comparisons of old-style instances go on with what __coerce__ returns, also if that is an instance still.
def log(*a):
    print a,
class Old:
    def __init__(self, n): self.n = n
    def __cmp__(self, o):
        log('cmp', self.n, o if isinstance(o, int) else o.n)
        return cmp(self.n, o if isinstance(o, int) else o.n)
    def __coerce__(self, o):
        log('coerce', self.n)
        return self.n, o
class Both(Old):
    def __coerce__(self, o):
        log('coerce2', self.n)
        return self.n, 7
class No(Old):
    def __coerce__(self, o):
        log('none', self.n)
        return None
a, b, c, n = Old(1), Old(2), Both(3), No(4)
for x, y in [(a, b), (b, a), (a, c), (c, a), (c, c), (a, 5), (5, a), (c, 5), (n, a), (n, 5), (a, n), (a, 2.5), (a, 'x')]:
    try: print x > y,
    except Exception, e: print e,
    try: print cmp(x, y),
    except Exception, e: print e,
    try: print x == y
    except Exception, e: print e
