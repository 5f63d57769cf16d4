# try/finally, with and loops left by return, break, continue, raise and yields, nested, hot enough to be compiled, with operands that change type.
class Cm(object):
    def __init__(s, swallow): s.n = 0; s.swallow = swallow
    def __enter__(s): s.n += 1; return s
    def __exit__(s, t, v, tb): s.n += 10; return s.swallow and t is not None
def returns(n):
    c = 0
    def f(i):
        try:
            try:
                if i % 5 == 0: return i
                if i % 5 == 1: raise KeyError(i)
                if i % 5 == 2: return 1 / (i % 5 - 2)
                return i * 0.5 if i > 2000 else i
            finally:
                if i % 7 == 0: return 'finally'
        except KeyError as e: return e.args[0] + 1
        except ZeroDivisionError: return -1
        else: return 'never'
    out = {}
    for i in xrange(n): k = type(f(i)).__name__; out[k] = out.get(k, 0) + 1
    return sorted(out.items())
print returns(3000)
def loops(n):
    c = Cm(True); d = Cm(False); log = [0] * 6
    for i in xrange(n):
        for j in (1, 2, 3):
            try:
                if i % 4 == 0: continue
                if i % 4 == 1 and j == 2: break
                log[0] += j if i < 2500 else 0.5
            finally:
                log[1] += 1
                if i % 11 == 3: log[5] += 1
            log[2] += 1
        else:
            log[3] += 1
        with c:
            with d as e:
                if i % 3 == 0: raise ValueError(i)
                log[4] += e.n % 2
        try:
            with d:
                if i % 5 == 0: raise IndexError
        except IndexError: log[5] += 1
    return log, c.n, d.n
print loops(3000)
def early(n):
    def f(i, c):
        with c:
            for k in range(3):
                with c:
                    if k == i % 4: return (k, i if i % 2 else float(i))
        return c.n
    c = Cm(False); s = 0
    for i in xrange(n):
        r = f(i, c); s += r[1] if isinstance(r, tuple) else 1
    return s, c.n
print early(3000)
def gens(n):
    log = []
    def g():
        for i in xrange(n):
            try:
                try:
                    x = yield i
                    if x == 'raise': raise RuntimeError(i)
                finally: log.append(1)
            except RuntimeError as e: yield ('caught', e.args[0])
    it = g(); next(it); t = 0
    for i in xrange(n - 1):
        r = it.send('raise' if i % 50 == 7 else 2.5 if i > 2000 else i)
        if isinstance(r, tuple): r = next(it)
        t += r
        if i > n - 70: break
    it.close(); return t, len(log)
print gens(3000)
def nested_raise(n):
    out = []
    for i in xrange(n):
        try:
            try:
                try: {}[i]
                finally: int('x' if i % 2 else '1')
            except KeyError: k = 'key'
            except ValueError: k = 'value'
            else: k = 'else'
            finally: k2 = k
        finally: pass
        if i > n - 5: out.append((k, k2))
    return out
print nested_raise(3000)
def reraise(n):
    import sys
    c = 0
    for i in xrange(n):
        try:
            try: raise (KeyError if i % 2 else IndexError)(i)
            except LookupError:
                t = sys.exc_info()[0]
                try: raise ValueError
                except ValueError: pass
                raise
        except ValueError: c += 5
        except KeyError: c += 1
        except IndexError as e: c += e.args[0] % 3
    return c, t.__name__
print reraise(3000)
def while_finally(n):
    i = c = 0
    while True:
        try:
            i += 1
            if i > n: break
            if i % 2: continue
            c += i if i < 2000 else 1L
        finally:
            c += 1
            if i == 2900: c = float(c)
    else: c = 'else'
    return c
print while_finally(3000)
