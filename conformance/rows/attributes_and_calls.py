# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# get_attr: obj.name
FORMS = [
    ('called', '''def f(a):
    return a.real
'''),
    ('tried', '''def f(a):
    try:
        x = a.real
    except AttributeError, e:
        x = str(e)
    return x, 1
'''),
    ('inlined', '''def g(x):
    return x.real
def f(a):
    return g(a), a.real
'''),
]
kinds('get_attr', ["slot", "overflow", "class_value", "class_entry", "method", "property", "computed", "dict_entry", "type_value", "type_entry"], FORMS)

# set_attr: obj.name = x
FORMS = [
    ('called', '''def f(a, b):
    a.real = b
    return a.real
'''),
    ('tried', '''def f(a, b):
    for n in range(2):
        try:
            a.real = b
        except (AttributeError, TypeError), e:
            return str(e), n
    return b
'''),
]
kinds('set_attr', ["slot", "overflow", "add_slot"], FORMS)

# load_method: obj.name to be called: a function of the class and the object, or an attribute and nothing.
FORMS = [
    ('called', '''def f(a, b):
    return a.real(b)
'''),
    ('tried', '''def f(a, b):
    try:
        x = a.real(b)
    except (AttributeError, TypeError), e:
        x = str(e)
    return x, b
'''),
]
kinds('load_method', ["function", "class_value", "slot", "dict_entry", "type_value", "type_method", "class_method"], FORMS)

# call: callee(*args); the last arguments are keyword values, for the names in the tuple `names`.
FORMS = [
    ('called', '''def f(a, b):
    return a(b)
'''),
    ('tried', '''def f(a, b):
    n = 1.5
    try:
        x = a(b)
    except (TypeError, ValueError), e:
        x = str(e)
    return x, n
'''),
]
kinds('call', ["function", "closure", "bound", "any_function", "binding_function", "builtin", "any_builtin", "method", "instance", "old_instance", "class", "any_method"], FORMS)
