# Longs around the sizes at which their representation changes, with every operator.
import sys
vals = [0L, -1L, 5L, -7L, 2**50, -2**63-1, 2**63, 2**64-1, 2**126-1, 2**126, -2**126, -2**126+1, 2**127-1, -2**127-1, 3**100]
vals += [True, 3, -sys.maxint - 1, 127]
import_ops = [lambda a,b: a+b, lambda a,b: a-b, lambda a,b: a*b, lambda a,b: a//b, lambda a,b: a%b, lambda a,b: divmod(a,b), lambda a,b: a&b, lambda a,b: a|b, lambda a,b: a^b,
  lambda a,b: a<b, lambda a,b: a==b, lambda a,b: cmp(a,b), lambda a,b: a/b, lambda a,b: a>=b, lambda a,b: a!=b]
h = 0; out = []
for a in vals:
    out.append((repr(a), str(a), hash(a), bool(a), -a, ~a, abs(a), int(a), hex(a), oct(a), float(a), '%d' % a, '%x' % a, a.bit_length(), {a: 1}[a], a == float(a), long(a)))
    for b in vals:
        r = []
        for f in import_ops:
            try: x = f(a, b)
            except ZeroDivisionError, e: x = str(e)
            r.append((type(x).__name__, x))
        out.append(r)
    for s in (0, 1, 63, 126, 127, 200, 2L):
        out.append((a << s, a >> s, type(a >> s).__name__, type(a << s).__name__))
    for s in (-1, -1L):
        for f in (lambda: a << s, lambda: a >> s):
            try: out.append(f())
            except ValueError, e: out.append(str(e))
class L(long): pass
out.append((L(5) + 1, type(L(5) + L(6)), L(2**70) * 2, L(7) == 7, hash(L(2**90)), -L(3), type(-L(3)), str(L(3)), repr(L(2**80)), L(5) >> 1, L(5) << 2, L(5) < 6L))
print '\n'.join(map(repr, out))
d = {}
for i in range(200): d[10L ** (i % 45)] = i
print sorted(d.items())
