# Linear algebra by operator overloading: vectors, matrices, fractions and polynomials as elements, __getitem__ by tuples
# and slices, inplace operators, coercion both ways, __pow__ with three, unary ones and what is refused.
import operator
class Frac(object):
    __slots__ = 'n', 'd'
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError('Frac(%s, 0)' % n)
        a, b = abs(n), abs(d)
        while b: a, b = b, a % b
        s = -1 if d < 0 else 1
        self.n, self.d = s * n // a, s * d // a
    def _two(op):
        def forward(self, o):
            if isinstance(o, (int, long)): o = Frac(o)
            return op(self, o) if isinstance(o, Frac) else NotImplemented
        def reverse(self, o):
            if isinstance(o, (int, long)): return op(Frac(o), self)
            return NotImplemented
        return forward, reverse
    __add__, __radd__ = _two(lambda a, b: Frac(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _two(lambda a, b: Frac(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _two(lambda a, b: Frac(a.n * b.n, a.d * b.d))
    __div__, __rdiv__ = __truediv__, __rtruediv__ = _two(lambda a, b: Frac(a.n * b.d, a.d * b.n))
    __floordiv__, __rfloordiv__ = _two(lambda a, b: a.n * b.d // (a.d * b.n))
    __mod__, __rmod__ = _two(lambda a, b: a - b * (a // b))
    __cmp__ = lambda a, b: cmp(a.n * getattr(b, 'd', 1), getattr(b, 'n', b) * a.d)
    __neg__ = lambda a: Frac(-a.n, a.d); __abs__ = lambda a: Frac(abs(a.n), a.d); __pos__ = lambda a: a
    __nonzero__ = lambda a: a.n != 0; __hash__ = lambda a: hash(float(a)) if a.d != 1 else hash(a.n)
    __float__ = lambda a: a.n / float(a.d); __int__ = lambda a: int(a.n / a.d if a.n >= 0 else -(-a.n / a.d)); __long__ = lambda a: long(int(a))
    def __pow__(a, k, m=None):
        if not isinstance(k, (int, long)): return NotImplemented
        r = Frac(a.n ** k, a.d ** k) if k >= 0 else Frac(a.d ** -k, a.n ** -k)
        return r if m is None else r % m
    __rpow__ = lambda a, b: b ** float(a); __divmod__ = lambda a, b: (a // b, a % b)
    __repr__ = lambda a: str(a.n) if a.d == 1 else '%d/%d' % (a.n, a.d)
    __coerce__ = lambda a, b: None
F = Frac
def t(f, *a):
    try: print f(*a),
    except Exception, e: print '%s(%s)' % (type(e).__name__, e),
h = F(1, 2)
for op in 'add sub mul div truediv floordiv mod pow'.split():
    f = getattr(operator, op); print op,
    for a, b in ((h, F(2, 3)), (h, 3), (3, h), (h, 0.5), (h, 0), (10L, h), ('x', h)): t(f, a, b)
    print
print divmod(F(7, 2), 1), pow(F(3, 2), 2, 2), pow(F(2), -3), -h, abs(F(-3, 4)), +h, int(F(-7, 2)), long(F(9, 2)), float(h), bool(F(0)), h == F(2, 4), h < 1, 1 > h, max(F(1, 3), h, F(2, 5)), {F(4, 2): 'k'}[2], sum([h, h, F(1, 6)])
t(divmod, 7, h); t(F, 1, 0); t(lambda: h & 1); t(lambda: ~h); t(lambda: [1][h]); t(lambda: '%d %s %.2f' % (F(7, 2), h, h)); print
class Matrix(object):
    def __init__(self, rows): self.rows = [list(r) for r in rows]; self.shape = len(self.rows), len(self.rows[0])
    @classmethod
    def eye(cls, n, one=1): return cls([[one * (i == j) for j in range(n)] for i in range(n)])
    def __getitem__(self, k):
        if isinstance(k, tuple):
            i, j = k
            if isinstance(i, slice): return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in self.rows[i]])
            return Matrix([self.rows[i][j]]) if isinstance(j, slice) else self.rows[i][j]
        if k is Ellipsis: return [x for r in self.rows for x in r]
        return self.rows[k]
    def __setitem__(self, k, v):
        i, j = k
        if isinstance(i, slice):
            for r, w in zip(self.rows[i], v): r[j] = w
        else: self.rows[i][j] = v
    def __mul__(self, o):
        if isinstance(o, Matrix):
            if self.shape[1] != o.shape[0]: raise ValueError('%dx%d * %dx%d' % (self.shape + o.shape))
            return Matrix([[reduce(operator.add, map(operator.mul, r, c)) for c in zip(*o.rows)] for r in self.rows])
        return Matrix([[x * o for x in r] for r in self.rows])
    def __rmul__(self, o): return Matrix([[o * x for x in r] for r in self.rows])
    def __imul__(self, o):
        if isinstance(o, Matrix): return NotImplemented
        for r in self.rows: r[:] = [x * o for x in r]
        return self
    def __add__(self, o): return Matrix([map(operator.add, a, b) for a, b in zip(self.rows, o.rows)]) if isinstance(o, Matrix) else NotImplemented
    def __pow__(self, n):
        if n < 0: return self.inverse() ** -n
        r = Matrix.eye(self.shape[0])
        while n:
            if n & 1: r = r * self
            self = self * self; n >>= 1
        return r
    def __invert__(self): return Matrix(zip(*self.rows))
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __ne__(self, o): return not self == o
    def __contains__(self, x): return any(x in r for r in self.rows)
    def __len__(self): return self.shape[0]
    def __call__(self, f): return Matrix([map(f, r) for r in self.rows])
    def __repr__(self): return '\n'.join(' '.join('%5s' % (x,) for x in r) for r in self.rows)
    def inverse(self):
        n = len(self); a = [map(F, r) + [F(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for i in range(n):
            p = next((k for k in range(i, n) if a[k][i]), None)
            if p is None: raise ZeroDivisionError('singular')
            a[i], a[p] = a[p], a[i]; q = a[i][i]; a[i] = [x / q for x in a[i]]
            for k in range(n):
                if k != i: q = a[k][i]; a[k] = [x - q * y for x, y in zip(a[k], a[i])]
        return Matrix([r[n:] for r in a])
m = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
print m * m; print ~Matrix([[1, 2, 3], [4, 5, 6]]); print 2 * m + m * -1 == m, m ** -1; print m * m ** -1 == Matrix.eye(3), Matrix([[1, 1], [1, 0]]) ** 90
print m[1], m[1, 2], m[...], m[0:2, 1:], m[2, :], m[:, 0]; m[0, 0] = h; m[1:, 2] = [9, 8]; print m; n = m; n *= 2; print n is m, m[0, 0], 8 in m, h in m, len(m)
n *= Matrix.eye(3); print n is m, n == m, n != m, m(lambda x: x > 2)
for bad in (lambda: m * Matrix([[1]]), lambda: m + 1, lambda: 1 + m, lambda: m[5], lambda: m[0, 7], lambda: m['x'], lambda: Matrix([[1, 2], [2, 4]]) ** -1, lambda: m * 'ab', lambda: m.__setitem__(3, 1), lambda: m / 2, lambda: -m, lambda: m[1:2, 0:1, 0]): t(bad); print
