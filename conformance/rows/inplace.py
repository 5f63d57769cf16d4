# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# iadd: The value that `lhs += rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c += b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x += b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] += b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
    ('unicode_unicode', ["unicode", "unicode"]),
    ('tuple_tuple', ["tuple", "tuple"]),
]
row('iadd', CASES, FORMS)

# isub: The value that `lhs -= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c -= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x -= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] -= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('isub', CASES, FORMS)

# imul: The value that `lhs *= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c *= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x *= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] *= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('imul', CASES, FORMS)

# idiv: The value that `lhs /= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c /= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x /= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] /= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('idiv', CASES, FORMS)

# itruediv: The value that `lhs /= rhs` binds.
FORMS = [
    ('called', '''from __future__ import division
def f(a, b):
    c = a
    c /= b
    return c, a
'''),
    ('looped', '''from __future__ import division
def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x /= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''from __future__ import division
def f(a, b):
    c = [b, a]
    c[1] /= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('itruediv', CASES, FORMS)

# ifloordiv: The value that `lhs //= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c //= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x //= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] //= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('ifloordiv', CASES, FORMS)

# imod: The value that `lhs %= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c %= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x %= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] %= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('imod', CASES, FORMS)

# ipow: The value that `lhs **= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c **= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x **= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] **= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('ipow', CASES, FORMS)

# ilshift: The value that `lhs <<= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c <<= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x <<= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] <<= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('ilshift', CASES, FORMS)

# irshift: The value that `lhs >>= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c >>= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x >>= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] >>= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('irshift', CASES, FORMS)

# iand: The value that `lhs &= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c &= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x &= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] &= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('bool_bool', ["bool", "bool"]),
]
row('iand', CASES, FORMS)

# ior: The value that `lhs |= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c |= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x |= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] |= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('bool_bool', ["bool", "bool"]),
]
row('ior', CASES, FORMS)

# ixor: The value that `lhs ^= rhs` binds.
FORMS = [
    ('called', '''def f(a, b):
    c = a
    c ^= b
    return c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a
            x ^= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('item', '''def f(a, b):
    c = [b, a]
    c[1] ^= b
    return c
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('ixor', CASES, FORMS)
