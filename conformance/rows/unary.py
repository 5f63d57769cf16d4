# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# neg: Negation.
FORMS = [
    ('called', '''def f(a):
    return -a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = -a
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x):
    return -x
def f(a):
    x = -a
    return x, g(a), a
'''),
]
CASES = [
    ('int', ["int"]),
    ('float', ["float"]),
]
row('neg', CASES, FORMS)

# pos: The number itself.
FORMS = [
    ('called', '''def f(a):
    return +a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = +a
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x):
    return +x
def f(a):
    x = +a
    return x, g(a), a
'''),
]
CASES = [
    ('int', ["int"]),
    ('float', ["float"]),
]
row('pos', CASES, FORMS)

# invert: Bitwise complement.
FORMS = [
    ('called', '''def f(a):
    return ~a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = ~a
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x):
    return ~x
def f(a):
    x = ~a
    return x, g(a), a
'''),
]
CASES = [
    ('int', ["int"]),
]
row('invert', CASES, FORMS)

# truth: Truth of a value, for branches.
FORMS = [
    ('branching', '''def f(a):
    if a:
        return 1
    return 2
'''),
    ('valued', '''def f(a):
    return a and 1 or 2, a or 3, not not a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = 'yes' if a else 'no'
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('bool', ["bool"]),
    ('none', ["none"]),
    ('int', ["int"]),
    ('float', ["float"]),
    ('str', ["str"]),
    ('list', ["list"]),
    ('tuple', ["tuple"]),
    ('dict', ["dict"]),
]
row('truth', CASES, FORMS)

# not: The opposite of truth.
FORMS = [
    ('called', '''def f(a):
    return not a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = not a
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x):
    return not x
def f(a):
    x = not a
    return x, g(a), a
'''),
    ('branching', '''def f(a):
    if not a:
        return 1
    return 2
'''),
]
CASES = [
    ('bool', ["bool"]),
    ('none', ["none"]),
    ('int', ["int"]),
    ('float', ["float"]),
    ('str', ["str"]),
    ('list', ["list"]),
    ('tuple', ["tuple"]),
    ('dict', ["dict"]),
]
row('not', CASES, FORMS)

# repr: repr of the operand.
FORMS = [
    ('called', '''def f(a):
    return `a`
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = `a`
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
    ('float', ["float"]),
    ('str', ["str"]),
    ('list', ["list"]),
    ('tuple', ["tuple"]),
    ('dict', ["dict"]),
]
row('repr', CASES, FORMS)
