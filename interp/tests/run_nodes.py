"""Runs the normalised form of a program on CPython 2.7.

The values, operators and builtins are CPython's own; what is tried is the lowering: the
order of evaluation, scopes, exceptions, generators. Usage:

    python2.7 run_nodes.py NODES PROGRAM [ARGS...]

where NODES is the `nodes` example's executable. Frames are not real ones, so programs that
look at frames, code objects or tracebacks see this interpreter.
"""
import operator
import struct
import subprocess
import sys
import types

CONST = 1 << 31
VARARGS, VARKEYWORDS, GENERATOR, NEWLOCALS = 4, 8, 32, 2


class Absent(object):
    def __repr__(self):
        return '<absent>'

absent = Absent()


class Cell(object):
    def __init__(self, value):
        self.value = value


class Code(object):
    def __init__(self, **fields):
        self.__dict__.update(fields)


def index(a, b, c):
    """The absent bounds of a simple slice are not None."""
    return (0 if b is absent else b), (sys.maxint if c is absent else c)


def get_slice(a, b, c):
    if b is absent:
        return a[:] if c is absent else a[:c]
    return a[b:] if c is absent else a[b:c]


def set_slice(a, b, c, value):
    if b is absent:
        if c is absent:
            a[:] = value
        else:
            a[:c] = value
    elif c is absent:
        a[b:] = value
    else:
        a[b:c] = value


def del_slice(a, b, c):
    if b is absent:
        if c is absent:
            del a[:]
        else:
            del a[:c]
    elif c is absent:
        del a[b:]
    else:
        del a[b:c]


def special(obj, name):
    if isinstance(obj, types.InstanceType):
        return getattr(obj, name)
    for t in type(obj).__mro__:
        if name in t.__dict__:
            f = t.__dict__[name]
            return f.__get__(obj, type(obj)) if hasattr(f, '__get__') else f
    raise AttributeError(name)


def unpack(n, value):
    try:
        items = iter(value)
    except TypeError:
        if isinstance(value, types.InstanceType) and hasattr(value, '__getitem__'):
            raise
        raise
    out = []
    for i in range(n):
        try:
            out.append(next(items))
        except StopIteration:
            raise ValueError('need more than %d value%s to unpack' % (i, '' if i == 1 else 's'))
    for _ in items:
        raise ValueError('too many values to unpack')
    return out


def matches(exc, cls):
    if isinstance(cls, tuple):
        return any(matches(exc, c) for c in cls)
    if isinstance(exc, (type, types.ClassType)) and isinstance(cls, (type, types.ClassType)):
        return issubclass(exc, cls)
    return exc is cls

BINARY = {
    'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b,
    'div': lambda a, b: a / b, 'truediv': operator.truediv, 'floordiv': lambda a, b: a // b,
    'mod': lambda a, b: a % b, 'pow': lambda a, b: a ** b, 'lshift': lambda a, b: a << b,
    'rshift': lambda a, b: a >> b, 'and': lambda a, b: a & b, 'or': lambda a, b: a | b,
    'xor': lambda a, b: a ^ b,
    'iadd': operator.iadd, 'isub': operator.isub, 'imul': operator.imul, 'idiv': operator.idiv,
    'itruediv': operator.itruediv, 'ifloordiv': operator.ifloordiv, 'imod': operator.imod,
    'ipow': operator.ipow, 'ilshift': operator.ilshift, 'irshift': operator.irshift,
    'iand': operator.iand, 'ior': operator.ior, 'ixor': operator.ixor,
    'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b, 'eq': lambda a, b: a == b,
    'ne': lambda a, b: a != b, 'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b,
    'is': lambda a, b: a is b, 'is_not': lambda a, b: a is not b, 'in': lambda a, b: a in b,
    'not_in': lambda a, b: a not in b, 'match_exception': matches, 'get_item': lambda a, b: a[b],
}
UNARY = {
    'neg': lambda a: -a, 'pos': lambda a: +a, 'invert': lambda a: ~a, 'not': lambda a: not a,
    'repr': lambda a: `a`, 'get_iter': iter, 'list_to_tuple': tuple,
    'to_iterate': lambda a: a,
}


handled = [None] * 3    # what sys.exc_info() returns to the program


class Frame(object):
    saved = None

    def __init__(self, code, globals, locals, closure):
        self.code, self.globals, self.locals, self.closure = code, globals, locals, closure
        self.regs = [absent] * code.nregs

    def names(self):
        code = self.code
        return code.varnames + code.cellvars + code.freevars

    def fast_to_locals(self):
        if self.locals is None:
            self.locals = {}
        if self.locals is self.globals:
            return self.locals
        names = self.names() if self.code.flags & 1 else self.code.varnames + self.code.cellvars
        for name, value in zip(names, self.regs):
            if isinstance(value, Cell):
                value = value.value
            if value is not absent:
                self.locals[name] = value
            elif name in self.locals:
                del self.locals[name]
        return self.locals

    def locals_to_fast(self):
        for i, name in enumerate(self.names()):
            if name in self.locals:
                if isinstance(self.regs[i], Cell):
                    self.regs[i].value = self.locals[name]
                else:
                    self.regs[i] = self.locals[name]

    def builtin(self, name):
        b = self.globals.get('__builtins__', __builtins__)
        b = b if isinstance(b, dict) else b.__dict__
        return b[name]

    def call(self, f, args, kwargs):
        """Builtins that look at the caller's frame are given ours."""
        if not kwargs:
            if f is locals or f is vars and not args:
                return self.fast_to_locals()
            if f is globals:
                return self.globals
            if f is dir and not args:
                return sorted(self.fast_to_locals())
            if f is sys.exc_info:
                return tuple(handled)
            if f is eval and len(args) == 1:
                return eval(args[0], self.globals, self.fast_to_locals())
        return f(*args, **kwargs)

    def restore(self):
        """When the frame is left, so is the exception it handles."""
        if self.saved:
            handled[:] = self.saved
            self.saved = None

    def traced(self, op, pc, raised):
        """The pending exception, with the functions and lines it came through noted in it."""
        kind, value, traceback = sys.exc_info()
        lines = getattr(value, 'lines', [])
        if raised and raised != [absent] * 3:
            lines = []
        if op != 'reraise' and not (op == 'raise' and lines):
            line = [line for start, line in self.code.lines if start <= pc][-1]
            lines = [(self.code.name, line)] + lines
        try:
            value.lines = lines
        except AttributeError:
            pass
        return [kind, value, traceback]

    def run(self):
        """A generator, so that it can be one for the program too."""
        code, regs, consts, names = self.code, self.regs, self.code.consts, self.code.names
        pc = 0
        while True:
            op, n, dst, a, b, c = code.nodes[pc]

            def get(o):
                return consts[o & ~CONST] if o & CONST else regs[o]

            def many(o, n):
                if o & CONST:
                    return consts[o & ~CONST:][:n]
                assert absent not in [x for x in regs[o:o + n] if x is absent], (code.name, pc)
                return regs[o:o + n]
            try:
                if op in BINARY:
                    regs[dst] = BINARY[op](get(a), get(b))
                elif op in UNARY:
                    regs[dst] = UNARY[op](get(a))
                elif op == 'move':
                    assert get(a) is not absent, (code.name, pc)
                    regs[dst] = get(a)
                elif op == 'clear':
                    regs[dst:dst + n] = [absent] * n
                elif op == 'check_local':
                    if regs[a] is absent:
                        raise UnboundLocalError("local variable '%s' referenced before assignment" % code.varnames[a])
                elif op == 'delete_local':
                    regs[dst] = absent
                elif op == 'make_cell':
                    regs[dst] = Cell(get(a))
                elif op == 'free_cell':
                    regs[dst] = self.closure[a]
                elif op == 'load_cell':
                    if regs[a].value is absent:
                        i = a - len(code.varnames)
                        if i < len(code.cellvars):
                            raise UnboundLocalError("local variable '%s' referenced before assignment" % code.cellvars[i])
                        raise NameError("free variable '%s' referenced before assignment in enclosing scope"
                                        % code.freevars[i - len(code.cellvars)])
                    regs[dst] = regs[a].value
                elif op == 'store_cell':
                    regs[a].value = get(b)
                elif op in ('load_global', 'load_name'):
                    name = names[a]
                    value = absent
                    if op == 'load_name':
                        if self.locals is None:
                            self.fast_to_locals()
                        try:
                            value = self.locals[name]
                        except KeyError:
                            pass
                    if value is absent:
                        if name in self.globals:
                            value = self.globals[name]
                        else:
                            try:
                                value = self.builtin(name)
                            except KeyError:
                                raise NameError("%sname '%s' is not defined" % ('global ' if op == 'load_global' else '', name))
                    regs[dst] = value
                elif op == 'store_global':
                    self.globals[names[a]] = get(b)
                elif op == 'store_name':
                    self.locals[names[a]] = get(b)
                elif op in ('delete_global', 'delete_name'):
                    d = self.globals if op == 'delete_global' else self.locals
                    if names[a] not in d:
                        raise NameError("%sname '%s' is not defined" % ('global ' if op == 'delete_global' else '', names[a]))
                    del d[names[a]]
                elif op == 'load_locals':
                    regs[dst] = self.locals
                elif op == 'get_attr':
                    regs[dst] = getattr(get(a), names[b])
                elif op == 'set_attr':
                    setattr(get(a), names[b], get(c))
                elif op == 'delete_attr':
                    delattr(get(a), names[b])
                elif op == 'load_method':
                    regs[dst], regs[dst + 1] = getattr(get(a), names[b]), absent
                elif op == 'load_special':
                    regs[dst] = special(get(a), names[b])
                elif op == 'set_item':
                    get(a)[get(b)] = get(c)
                elif op == 'delete_item':
                    del get(a)[get(b)]
                elif op == 'get_slice':
                    regs[dst] = get_slice(get(a), get(b), get(c))
                elif op == 'get_stepped':
                    regs[dst] = get(a)[slice(*many(b, 3))]
                elif op == 'hold_slice':
                    of, start, stop, step = many(a, 4)
                    regs[dst] = of[start:stop:step]
                elif op == 'put_slice':
                    set_slice(regs[c + 5], get(a), get(b), regs[c + 4])
                elif op == 'hold_backwards':
                    regs[dst] = get(a)[get(b)::-1]
                elif op == 'put_backwards':
                    set_slice(get(dst), absent, get(c), get(a))
                elif op == 'set_slice':
                    set_slice(get(a), get(b), get(c), get(dst))
                elif op == 'delete_slice':
                    del_slice(get(a), get(b), get(c))
                elif op == 'build_slice':
                    regs[dst] = slice(get(a), get(b), get(c))
                elif op == 'build_tuple':
                    regs[dst] = tuple(many(a, n))
                elif op == 'build_list':
                    regs[dst] = list(many(a, n))
                elif op == 'build_set':
                    regs[dst] = set(many(a, n))
                elif op == 'build_dict':
                    regs[dst] = {}
                elif op == 'list_append':
                    get(a).append(get(b))
                elif op == 'set_add':
                    get(a).add(get(b))
                elif op == 'dict_store':
                    get(a)[get(b)] = get(c)
                elif op == 'unpack_sequence':
                    regs[dst:dst + n] = unpack(n, get(a))
                elif op == 'for_next':
                    try:
                        regs[dst] = next(get(a))
                    except StopIteration:
                        pc = c
                        continue
                elif op == 'call':
                    values, kw = many(b, n), get(c)
                    kw = () if kw is absent else kw
                    plain = len(values) - len(kw)
                    regs[dst] = self.call(get(a), values[:plain], dict(zip(kw, values[plain:])))
                elif op == 'call_special':
                    regs[dst] = self.call(get(a), many(b, n), {})
                elif op in ('own_iter', 'is_waited_for'):
                    # Only an implementation without reference counts has something to close or collect early.
                    regs[dst] = None
                elif op in ('abandon', 'abandon_raised', 'settle'):
                    assert get(a) is None
                elif op == 'poll':
                    pass
                elif op == 'call_method':
                    values, kw = regs[a + 2:a + 2 + n], get(c)
                    kw = () if kw is absent else kw
                    plain = len(values) - len(kw)
                    regs[dst] = self.call(regs[a], values[:plain], dict(zip(kw, values[plain:])))
                elif op in ('call_star', 'call_kwargs', 'call_star_kwargs'):
                    values, kw = list(many(b, n)), get(c)
                    kwargs = values.pop() if 'kwargs' in op else {}
                    star = values.pop() if 'star' in op else ()
                    kw = () if kw is absent else kw
                    plain = len(values) - len(kw)
                    named = dict(zip(kw, values[plain:]))
                    f = get(a)
                    args = values[:plain]
                    if named:
                        def f(*more, **kwargs2):
                            for k in kwargs2:
                                if k in named:
                                    raise TypeError('%s() got multiple values for keyword argument %r' % (get(a).__name__, k))
                            return get(a)(*(tuple(args) + more), **dict(named, **kwargs2))
                        regs[dst] = f(*star, **kwargs)
                    else:
                        regs[dst] = f(*(args + list(star)), **kwargs)
                elif op == 'make_function':
                    cells = get(c)
                    regs[dst] = function(get(a), self.globals, many(b, n), () if cells is absent else cells)
                elif op == 'build_class':
                    regs[dst] = self.build_class(get(a), get(b), get(c))
                elif op == 'import_name':
                    regs[dst] = self.builtin('__import__')(names[a], self.globals, self.locals, get(c), get(b))
                elif op == 'import_from':
                    try:
                        regs[dst] = getattr(get(a), names[b])
                    except AttributeError:
                        raise ImportError('cannot import name ' + names[b])
                elif op == 'import_star':
                    m = get(a)
                    self.fast_to_locals()
                    public = getattr(m, '__all__', None)
                    for name in m.__dict__.keys() if public is None else public:
                        if public is not None or name[0] != '_':
                            self.locals[name] = getattr(m, name)
                    self.locals_to_fast()
                elif op == 'exec':
                    source, g, l = get(a), get(b), get(c)
                    if g is None and isinstance(source, tuple):
                        source, g, l = (source + (None,) * 3)[:3]
                        l = g if l is None else l
                    if g is None:
                        g = self.globals
                        if l is None:
                            l = self.fast_to_locals()
                            exec source in g, l
                            self.locals_to_fast()
                        else:
                            exec source in g, l
                    else:
                        exec source in g, l
                elif op == 'print_item':
                    f = get(b)
                    print >>(sys.stdout if f is absent or f is None else f), get(a),
                elif op == 'print_newline':
                    f = get(a)
                    print >>(sys.stdout if f is absent or f is None else f)
                elif op == 'print_expr':
                    sys.displayhook(get(a))
                elif op == 'jump':
                    pc = c
                    continue
                elif op == 'branch_true':
                    if get(a):
                        pc = c
                        continue
                elif op == 'branch_false':
                    if not get(a):
                        pc = c
                        continue
                elif op == 'loop_header':
                    pass
                elif op == 'return':
                    self.result = get(a)
                    self.restore()
                    return
                elif op == 'raise':
                    parts = [get(o) for o in (a, b, c)]
                    if parts == [absent] * 3:
                        raise handled[0], handled[1], handled[2]
                    parts = [None if p is absent else p for p in parts]
                    raise parts[0], parts[1], parts[2]
                elif op == 'reraise':
                    raise regs[a], regs[a + 1], regs[a + 2]
                elif op in ('catch', 'catch_raw'):
                    regs[dst:dst + 3] = pending
                    if op == 'catch':
                        self.saved = self.saved or handled[:]
                        handled[:] = pending
                elif op == 'yield':
                    self.restore()
                    try:
                        regs[dst] = yield get(a)
                    except:
                        regs[dst] = absent
                        pc += 1
                        raise
                elif op == 'resume':
                    regs[dst] = regs[a]
                else:
                    sys.exit('unknown node ' + op)
            except:
                pending = self.traced(op, pc, [get(o) for o in (a, b, c)] if op == 'raise' else None)
                for start, end, target in code.handlers:
                    if start <= pc < end:
                        pc = target
                        break
                else:
                    self.restore()
                    if code.flags & GENERATOR:
                        raise
                    self.error = sys.exc_info()
                    return
                continue
            pc += 1

    def build_class(self, name, bases, attributes):
        meta = attributes.get('__metaclass__')
        if meta is None:
            if bases:
                meta = getattr(bases[0], '__class__', type(bases[0]))
            else:
                meta = self.globals.get('__metaclass__', types.ClassType)
        return meta(name, bases, attributes)

    def finish(self):
        self.error = None
        for _ in self.run():
            raise AssertionError('yield outside a generator')
        if self.error:
            error, self.error = self.error, None
            raise error[0], error[1], error[2]
        return self.result


def function(code, globals, defaults, closure):
    plain = code.varnames[:code.argcount]
    clean = ['_%d' % i if name[0] == '.' else name for i, name in enumerate(plain)]
    extra = code.varnames[code.argcount:]
    parameters = list(clean)
    for i in range(len(defaults)):
        parameters[len(clean) - len(defaults) + i] += '=_d[%d]' % i
    passed = list(clean)
    if code.flags & VARARGS:
        parameters.append('*' + extra[0])
        passed.append(extra[0])
        extra = extra[1:]
    if code.flags & VARKEYWORDS:
        parameters.append('**' + extra[0])
        passed.append(extra[0])

    def enter(*values):
        frame = Frame(code, globals, {} if code.flags & 3 == NEWLOCALS and not code.varnames and not code.argcount else None, closure)
        if code.flags & 3 == NEWLOCALS:
            frame.locals = {}
        frame.regs[:len(values)] = values
        return frame.run() if code.flags & GENERATOR else frame.finish()
    scope = {'_d': defaults, '_enter': enter, '__builtins__': __builtins__}
    name = code.name if code.name.isalnum() else '_f'
    exec 'def %s(%s): return _enter(%s)' % (name, ', '.join(parameters), ', '.join(passed)) in scope
    f = scope[name]
    f.__name__, f.__doc__, f.__module__ = code.name, code.doc, globals.get('__name__')
    return f


def main():
    nodes, path = sys.argv[1:3]
    text = subprocess.check_output([nodes, path])
    real = lambda bits: struct.unpack('<d', struct.pack('<Q', bits))[0]
    code = eval(text, {'_code': Code, '_float': real, '_absent': absent})
    module = types.ModuleType('__main__')
    sys.modules['__main__'] = module
    module.__dict__.update(__file__=path, __builtins__=__builtins__)
    sys.argv[:] = sys.argv[2:]
    sys.path[0] = path.rpartition('/')[0]
    sys.setrecursionlimit(20000)
    Frame(code, module.__dict__, module.__dict__, ()).finish()

if __name__ == '__main__':
    main()
