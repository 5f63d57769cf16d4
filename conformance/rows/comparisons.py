# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# lt: Rich comparison.
FORMS = [
    ('called', '''def f(a, b):
    return a < b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a < b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a < b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x < y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
]
row('lt', CASES, FORMS)

# le: Rich comparison.
FORMS = [
    ('called', '''def f(a, b):
    return a <= b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a <= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a <= b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x <= y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
]
row('le', CASES, FORMS)

# eq: Rich comparison.
FORMS = [
    ('called', '''def f(a, b):
    return a == b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a == b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a == b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x == y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
]
row('eq', CASES, FORMS)

# ne: Rich comparison.
FORMS = [
    ('called', '''def f(a, b):
    return a != b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a != b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a != b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x != y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
]
row('ne', CASES, FORMS)

# gt: Rich comparison.
FORMS = [
    ('called', '''def f(a, b):
    return a > b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a > b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a > b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x > y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
]
row('gt', CASES, FORMS)

# ge: Rich comparison.
FORMS = [
    ('called', '''def f(a, b):
    return a >= b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a >= b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a >= b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x >= y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
    ('int_float', ["int", "float"]),
    ('float_int', ["float", "int"]),
    ('str_str', ["str", "str"]),
]
row('ge', CASES, FORMS)

# is: Identity; numbers of the same type and value are identical.
FORMS = [
    ('called', '''def f(a, b):
    return a is b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a is b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a is b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x is y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int', ["int", "int"]),
    ('float', ["float", "float"]),
    ('str', ["str", "str"]),
    ('list', ["list", "list"]),
    ('tuple', ["tuple", "tuple"]),
    ('dict', ["dict", "dict"]),
]
row('is', CASES, FORMS)

# is_not: Opposite of identity.
FORMS = [
    ('called', '''def f(a, b):
    return a is not b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a is not b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a is not b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x is not y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('int', ["int", "int"]),
    ('float', ["float", "float"]),
    ('str', ["str", "str"]),
    ('list', ["list", "list"]),
    ('tuple', ["tuple", "tuple"]),
    ('dict', ["dict", "dict"]),
]
row('is_not', CASES, FORMS)

# in: Membership; `rhs` is the container.
FORMS = [
    ('called', '''def f(a, b):
    return a in b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a in b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a in b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x in y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('value_dict', ["value", "dict"]),
    ('value_set', ["value", "set"]),
    ('value_tuple', ["value", "tuple"]),
    ('value_list', ["value", "list"]),
    ('str_str', ["str", "str"]),
]
row('in', CASES, FORMS)

# not_in: Opposite of membership; `rhs` is the container.
FORMS = [
    ('called', '''def f(a, b):
    return a not in b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a not in b
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('branching', '''def f(a, b):
    if a not in b:
        return a, 1
    return b, 2
'''),
    ('inlined', '''def g(x, y):
    return 'yes' if x not in y else 'no'
def f(a, b):
    x = g(a, b)
    return x, g(b, a), a, b
'''),
]
CASES = [
    ('value_dict', ["value", "dict"]),
    ('value_set', ["value", "set"]),
    ('value_tuple', ["value", "tuple"]),
    ('value_list', ["value", "list"]),
    ('str_str', ["str", "str"]),
]
row('not_in', CASES, FORMS)
