# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# add: Sum of numbers, concatenation of sequences.
FORMS = [
    ('called', '''def f(a, b):
    return a + b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a + b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x + y
def f(a, b):
    x = a + b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a + b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
    ('unicode_unicode', ["unicode", "unicode"]),
    ('list_list', ["list", "list"]),
    ('tuple_tuple', ["tuple", "tuple"]),
]
row('add', CASES, FORMS)

# sub: Difference.
FORMS = [
    ('called', '''def f(a, b):
    return a - b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a - b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x - y
def f(a, b):
    x = a - b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a - b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('sub', CASES, FORMS)

# mul: Product, repetition of sequences.
FORMS = [
    ('called', '''def f(a, b):
    return a * b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a * b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x * y
def f(a, b):
    x = a * b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a * b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('mul', CASES, FORMS)

# div: Classic division: of ints, rounded down.
FORMS = [
    ('called', '''def f(a, b):
    return a / b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a / b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x / y
def f(a, b):
    x = a / b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a / b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('div', CASES, FORMS)

# truediv: True division (`from __future__ import division`).
FORMS = [
    ('called', '''from __future__ import division
def f(a, b):
    return a / b
'''),
    ('looped', '''from __future__ import division
def f(operands, results):
    for a, b in operands:
        try:
            x = a / b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''from __future__ import division
def g(x, y):
    return x / y
def f(a, b):
    x = a / b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''from __future__ import division
def f(a, b):
    n = 0
    while n < 3:
        x = a / b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('truediv', CASES, FORMS)

# floordiv: Quotient rounded down.
FORMS = [
    ('called', '''def f(a, b):
    return a // b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a // b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x // y
def f(a, b):
    x = a // b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a // b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('floordiv', CASES, FORMS)

# mod: Remainder with the divisor's sign; formatting of strings.
FORMS = [
    ('called', '''def f(a, b):
    return a % b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a % b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x % y
def f(a, b):
    x = a % b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a % b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_value', ["str", "value"]),
]
row('mod', CASES, FORMS)

# pow: Power.
FORMS = [
    ('called', '''def f(a, b):
    return a ** b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a ** b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x ** y
def f(a, b):
    x = a ** b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a ** b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
]
row('pow', CASES, FORMS)

# lshift: Left shift.
FORMS = [
    ('called', '''def f(a, b):
    return a << b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a << b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x << y
def f(a, b):
    x = a << b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a << b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('lshift', CASES, FORMS)

# rshift: Right shift.
FORMS = [
    ('called', '''def f(a, b):
    return a >> b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a >> b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x >> y
def f(a, b):
    x = a >> b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a >> b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('rshift', CASES, FORMS)

# and: Bitwise and, intersection.
FORMS = [
    ('called', '''def f(a, b):
    return a & b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a & b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x & y
def f(a, b):
    x = a & b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a & b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('bool_bool', ["bool", "bool"]),
]
row('and', CASES, FORMS)

# or: Bitwise or, union.
FORMS = [
    ('called', '''def f(a, b):
    return a | b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a | b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x | y
def f(a, b):
    x = a | b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a | b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('bool_bool', ["bool", "bool"]),
]
row('or', CASES, FORMS)

# xor: Bitwise exclusive or, symmetric difference.
FORMS = [
    ('called', '''def f(a, b):
    return a ^ b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a ^ b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x ^ y
def f(a, b):
    x = a ^ b
    y = g(a, b)
    return x, y, a, b
'''),
    ('repeated', '''def f(a, b):
    n = 0
    while n < 3:
        x = a ^ b
        n += 1
    return x, n, a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('xor', CASES, FORMS)
