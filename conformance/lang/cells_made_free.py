# A code object made of another's parts may take from its closure what was a cell of its own: so programs store in
# the cells of functions.
import types


def remade(code, **changed):
    names = ('argcount nlocals stacksize flags code consts names varnames filename name firstlineno lnotab '
             'freevars cellvars').split()
    return types.CodeType(*[changed.get(n, getattr(code, 'co_' + n)) for n in names])


def setter(value):
    lambda: cell
    cell = value


code = remade(setter.__code__, freevars=setter.__code__.co_cellvars, cellvars=())


def set_cell(cell, value):
    types.FunctionType(code, {}, 'set_cell', (), (cell,))(value)


def counter():
    count = 0
    other = 'other'

    def get():
        return count, other
    return get


get = counter()
print get(), code.co_freevars, code.co_cellvars, code == setter.__code__
for i in range(3):
    for cell in get.__closure__:
        set_cell(cell, [cell.cell_contents, i])
    print get()


def enclosing():
    outer = 'outer'

    def both(value):
        def inner():
            return first, outer
        first = value
        return inner
    return both


both = enclosing()
made = remade(both.__code__, freevars=both.__code__.co_cellvars + both.__code__.co_freevars, cellvars=())
f = types.FunctionType(made, {}, 'f', (), (get.__closure__[0], both.__closure__[0]))
inner = f('value')
print inner(), get(), inner.__closure__[0] is get.__closure__[0] or inner.__closure__[1] is get.__closure__[0]
