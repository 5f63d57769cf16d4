# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# get_item: obj[key]
FORMS = [
    ('called', '''def f(a, b):
    return a[b]
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a[b]
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y):
    return x[y]
def f(a, b):
    return g(a, b), b, a[b], a
'''),
]
CASES = [
    ('list_int', ["list", "int"]),
    ('tuple_int', ["tuple", "int"]),
    ('dict_str', ["dict", "str"]),
    ('dict_value', ["dict", "value"]),
    ('str_int', ["str", "int"]),
]
row('get_item', CASES, FORMS)

# set_item: obj[key] = x
FORMS = [
    ('called', '''def f(a, b, c):
    a[b] = c
    return a, b, c
'''),
    ('looped', '''def f(operands, results):
    for a, b, c in operands:
        try:
            x = a; a[b] = c
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('list_int_value', ["list", "int", "value"]),
    ('dict_value_value', ["dict", "value", "value"]),
]
row('set_item', CASES, FORMS)

# get_slice: obj[i:j]; an absent bound is not the same as None
FORMS = [
    ('called', '''def f(a, b, c):
    return a[b:c], a[b:], a[:c], a[:], b, c, a
'''),
    ('looped', '''def f(operands, results):
    for a, b, c in operands:
        try:
            x = a[b:c], a[b:], a[:c], a[:]
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('inlined', '''def g(x, y, z):
    return x[y:z], x[:z], x[:]
def f(a, b, c):
    return g(a, b, c), c, b, a[b:], a
'''),
]
CASES = [
    ('list', ["list", "int", "int"]),
    ('str', ["str", "int", "int"]),
]
row('get_slice', CASES, FORMS)

# hold_backwards: obj[start::-1], to be put into obj: obj itself when that is a list
FORMS = [
    ('called', '''def f(a, b):
    a[:b + 1] = a[b::-1]
    return a, b
'''),
    ('looped', '''def f(operands, results):
    for a, b in operands:
        try:
            x = a; a[:b + 1] = a[b::-1]
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('list_int', ["list", "int"]),
]
row('hold_backwards', CASES, FORMS)

# put_backwards: obj[:stop] = obj[start::-1], of which `held` is the right side: obj itself when that is a list
FORMS = [
    ('called', '''def f(h, b, c, a):
    a[:c] = a[b::-1]
    return a, b, c
'''),
    ('looped', '''def f(operands, results):
    for h, b, c, a in operands:
        try:
            x = a; a[:c] = a[b::-1]
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('list_int_int_list', ["list", "int", "int", "list"]),
]
row('put_backwards', CASES, FORMS)

# get_iter: iter(obj)
FORMS = [
    ('called', '''def f(a):
    n = 0
    for x in a:
        n += 1
        if n > 9:
            break
    else:
        x = 'end', n
    return x, n
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = []
            for y in a:
                x.append(y)
                if len(x) > 9: break
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('nested', '''def f(a):
    out = []
    for x in a:
        for y in a:
            out.append((x, y))
            if len(out) > 20:
                return out
    return out
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
row('get_iter', CASES, FORMS)

# for_next: The next item, absent at the end.
FORMS = [
    ('called', '''def f(a):
    n = 0
    for x in a:
        n += 1
        if n > 9:
            break
    else:
        x = 'end', n
    return x, n
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = []
            for y in a:
                x.append(y)
                if len(x) > 9: break
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('nested', '''def f(a):
    out = []
    for x in a:
        for y in a:
            out.append((x, y))
            if len(out) > 20:
                return out
    return out
'''),
]
CASES = [
    ('list_iter', ["list_iter"]),
    ('range_iter', ["range_iter"]),
    ('tuple_iter', ["tuple_iter"]),
    ('seq_iter', ["seq_iter"]),
    ('list_reverse_iter', ["list_reverse_iter"]),
    ('enumerate', ["enumerate"]),
    ('it_izip', ["it_izip"]),
    ('dict_key_iter', ["dict_key_iter"]),
    ('dict_value_iter', ["dict_value_iter"]),
    ('dict_item_iter', ["dict_item_iter"]),
]
row('for_next', CASES, FORMS)

# unpack: Exactly as many items as registers; all or none are written.
FORMS = [
    ('pair', '''def f(a):
    x, y = a
    return y, x
'''),
    ('triple', '''def f(a):
    x, y, z = a
    return z, y, x
'''),
    ('quadruple', '''def f(a):
    x, y, z, u = a
    return u, z, y, x
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            (u, v) = a; x = v, u
        except Exception, e:
            x = e
        results.append(x)
'''),
    ('nested', '''def f(operands, results):
    for a, in operands:
        try:
            (u, v, w) = a; x = w, u, v
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('tuple_pair', ["tuple_pair"]),
    ('tuple_triple', ["tuple_triple"]),
    ('tuple_quadruple', ["tuple_quadruple"]),
    ('list_pair', ["list_pair"]),
    ('list_triple', ["list_triple"]),
]
row('unpack', CASES, FORMS)
