# Generators inside hot loops, and hot loops inside generators, with try/finally left by continue, break, return, yield,
# close and throw, whose values change type on the way.
log = []
def squares(n):
    try:
        for i in xrange(n):
            try:
                if i % 3 == 0: continue
                if i == n - 2: break
                yield i * i
            finally: log.append(i)
        else: log.append('else')
    finally: log.append('end')
def total(n, k):
    t = 0
    for j in xrange(n):
        for v in squares(k): t += v
        if len(log) > 50: del log[10:-10]
    return t
print total(400, 12), log[:12], log[-4:]
def first(n, want):
    out = 0
    for j in xrange(n):
        g = nested(j)
        for v in g:
            if v == want: break
        else: out -= 1; continue
        out += v; g.close()
    return out
closed = [0, 0]
def nested(j):
    try:
        for i in xrange(5):
            try: yield (i + j) % 7
            finally: closed[0] += 1
    finally: closed[1] += 1
print first(1500, 3), closed
def changing(n):
    x = 0
    for i in xrange(n):
        try:
            got = yield x
            if got is not None: x = got
            else: x += 1
        except ValueError, e: x = str(e)
        except TypeError: x = 0.5
        finally: x = x * 1
g = changing(5000); seen = []
for i in xrange(3000):
    v = g.next() if i == 0 else g.send(None) if i % 700 else g.throw(ValueError, 'v%d' % i) if i == 700 else g.send(1 << 62)
    try: k = type(v).__name__
    finally:
        if not seen or seen[-1] != k: seen.append(k)
    if k == 'str':
        seen.append(v); g.send(7)
print seen, v
def unwinding(n):
    r = []
    for i in xrange(n):
        g = deep(3)
        try:
            for j, v in enumerate(g):
                if j == i % 5: g.throw(KeyError, i) if i % 2 else g.throw(StopIteration)
        except KeyError, e: r.append(e.args[0])
        except StopIteration: r.append('s')
    return len(r), r[:4], r[-3:], levels
levels = [0] * 4
def deep(k):
    try:
        if k: 
            for v in deep(k - 1): yield v
            yield k
        else: yield 0
    finally: levels[k] += 1
n, a, b, _ = unwinding(1500); print n, a, b, levels[3]
def returning(n):
    hits = []
    for i in xrange(n):
        def find(seq):
            for s in seq:
                try:
                    if s > 2: return s
                    if s < 0: raise ArithmeticError
                except ArithmeticError: return 'neg'
                finally:
                    if s == 5: return 'five'
                    if s == -9: hits.append(s)
        hits.append(find([1, 2, i % 7 - 1 if i < n - 2 else 2.5 if i == n - 2 else -9]))
    return hits[:9], hits[-3:]
print returning(2000)
def pipeline(n):
    def evens(src):
        for x in src:
            if x % 2: continue
            yield x
    def clip(src, lim):
        c = 0
        for x in src:
            c += x
            if c > lim: return
            yield c
    return sum(clip(evens(iter(xrange(n))), n * 100)), list(clip(evens(i for i in [2, 4.0, 1, 8][:2]), 9)) 
print pipeline(3000)
try: print pipeline_bad
except NameError, e: print e
def tee(n):
    import itertools
    a, b = itertools.tee(x * 2 for x in xrange(n) if x % 5)
    s = 0
    for x, y in itertools.izip(a, itertools.islice(b, 1, None)):
        try: s += y - x
        finally: x = None
    return s, list(b), list(a)
print tee(3000)
def whiles(n):
    i = 0; out = []
    while True:
        i += 1
        try:
            if i % 2: continue
            if i > n: break
            try: 1 // (i % 500)
            except ZeroDivisionError: out.append(i); continue
            finally: i += 0
        finally:
            if i % 1000 == 0: out.append(float(i))
    return out, i
print whiles(3000)
