# What only returns a constant has CPython's code for that: programs that ask whether a function's body is empty compare
# co_code. A generator that is suspended, or got an exception thrown in, stands at a YIELD_VALUE.
import opcode
import sys
import types


def empty():
    pass


def documented():
    """text"""


def parameters(self, x=1, *args, **named):
    return None


def documented_parameters(self, x=1, *args, **named):
    "text"
    return


def one():
    return 1


class Old:
    def method(self):
        pass


def enclosing(y):
    def inner(z):
        pass
    return inner, lambda: y


def something(x):
    x.y


def remade(code, **changed):
    names = ('argcount nlocals stacksize flags code consts names varnames filename name firstlineno lnotab '
             'freevars cellvars').split()
    return types.CodeType(*[changed.get(n, getattr(code, 'co_' + n)) for n in names])


kinds = [empty.__code__.co_code, documented.__code__.co_code]
for f in (empty, documented, parameters, documented_parameters, Old().method, enclosing(1)[0], lambda: None,
          lambda x: None):
    print f.__name__, repr(f.__code__.co_code), f.__code__.co_code in kinds
for f in something, enclosing, enclosing(1)[1]:
    print f.__name__, f.__code__.co_code in kinds
for f in empty, documented, parameters, documented_parameters, one:
    code = remade(f.__code__, name='new', filename='there', firstlineno=7)
    g = types.FunctionType(code, {}, 'g', f.__defaults__)
    print g(*range(code.co_argcount)), g.__doc__, code.co_name, code.co_filename, code.co_firstlineno, code == f.__code__
print remade(empty.__code__, name='empty') == empty.__code__, hash(remade(empty.__code__)) == hash(empty.__code__)
try:
    remade(empty.__code__, argcount=2)
except (ValueError, TypeError, SystemError):
    pass


def generator():
    x = yield 1
    while True:
        try:
            x = yield x
        except ValueError:
            traceback = sys.exc_info()[2]
            while traceback.tb_next:
                traceback = traceback.tb_next
            code = traceback.tb_frame.f_code
            x = opcode.opname[ord(code.co_code[traceback.tb_lasti])]


def where(g):
    return opcode.opname[ord(g.gi_code.co_code[g.gi_frame.f_lasti])]


g = generator()
next(g)
print where(g), g.send(2), where(g), g.throw(ValueError), where(g), g.send(3), where(g)
squares = (i * i for i in range(4))
print next(squares), where(squares), next(squares), where(squares)
again = types.FunctionType(remade(generator.__code__), globals())()
print next(again), again.send(5), again.throw(ValueError), again.throw(ValueError('x')), again.send(6)
