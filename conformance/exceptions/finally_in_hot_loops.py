# try, except, else, finally with break, continue, return and raise, in loops long enough to be compiled.
import sys
def flow(n):
    log = [0] * 8
    for i in xrange(n):
        try:
            log[0] += 1
            if i % 5 == 0:
                continue
            if i % 7 == 0:
                raise KeyError(i)
            if i % 11 == 0:
                [][i]
            if i == n - 2:
                break
        except KeyError as e:
            log[1] += e.args[0]
            if i % 2:
                continue
        except IndexError:
            log[2] += 1
        else:
            log[3] += i
        finally:
            log[4] += i % 3
            if i % 13 == 0:
                log[5] += 1
        log[6] += 1
    else:
        log[7] = 1
    return log
print flow(5000), flow(10), flow(1)
def returns(i):
    try:
        if i % 3 == 0:
            return 'try'
        if i % 3 == 1:
            raise ValueError(i)
        return 1 // (i % 2)
    except ValueError:
        return 'except'
    finally:
        if i % 10 == 9:
            return 'finally'
count = {}
for i in xrange(4000):
    try:
        r = returns(i)
    except ZeroDivisionError as e:
        r = 'zero'
    count[r] = count.get(r, 0) + 1
print sorted(count.items(), key=repr)
def nested(i):
    out = []
    try:
        try:
            try:
                if i & 1:
                    raise KeyError('a')
                out.append('x')
            finally:
                out.append('f1')
                if i & 2:
                    raise IndexError('b')
        except LookupError as e:
            out.append(type(e).__name__)
            if i & 4:
                raise
        else:
            out.append('else')
        finally:
            out.append('f2')
    except Exception as e:
        out.append('outer ' + type(e).__name__)
    return '.'.join(out)
for i in range(8):
    print i, nested(i)
t = 0
for i in xrange(3000):
    t = (t * 7 + len(nested(i % 8))) % 65537
print t, sys.exc_info()[1]
def swallow(n):
    c = 0
    while True:
        try:
            c += 1
            if c > n:
                return c
            raise RuntimeError
        finally:
            if c % 2:
                c += 2
            if c <= n:
                continue_ok = True
                break
    return 'broke', c
for n in (0, 1, 5):
    try:
        print swallow(n)
    except RuntimeError:
        print 'RuntimeError'
def loopfin(n):
    r = []
    for i in range(n):
        for j in range(3):
            try:
                if j == i % 3:
                    break
                1 / (j - 1)
            except ZeroDivisionError:
                r.append('z')
                break
            finally:
                r.append(j)
        else:
            r.append('e')
    return r
print loopfin(7)
def depth(n):
    try:
        if n == 0:
            raise ValueError('bottom')
        return depth(n - 1) + 1
    except ValueError as e:
        if n % 10:
            raise
        return -n
    finally:
        seen.append(n)
seen = []
print depth(25), len(seen), seen[:4]
def state(n):
    a, b, s = 0, 1.5, ''
    for i in xrange(n):
        try:
            a += i
            b = b * 1.0001 if i % 9 else int(i)
            s = str(i)
            int(s if i % 17 else s + 'x')
            a -= 1
        except ValueError:
            a, s = a + len(s), 'reset'
            b += 0.25
        finally:
            a ^= len(s)
    return a, '%.6f' % b, s
print state(6000)
def gen(n):
    for i in xrange(n):
        try:
            yield i
        except KeyError:
            yield 'thrown'
        finally:
            total[0] += i
total = [0]
g = gen(4000)
for k, v in enumerate(g):
    if k % 100 == 50:
        assert g.throw(KeyError) == 'thrown'
print total, k
