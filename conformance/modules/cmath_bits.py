# Random operands through all functions: one hash of all results.
import cmath
x = 4711
def rnd():
    global x
    x = (x * 1103515245 + 12345) & 0x7fffffff
    return x / float(0x7fffffff) - 0.5
h = 0
for i in range(500):
    s = (4, 0.1, 30, 1e-5)[i % 4]
    z = complex(rnd() * s, rnd() * s)
    for f in (cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos,
              cmath.cosh, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.sinh, cmath.sqrt,
              cmath.tan, cmath.tanh, cmath.phase, cmath.polar):
        h = hash((h, repr(f(z))))
print h
