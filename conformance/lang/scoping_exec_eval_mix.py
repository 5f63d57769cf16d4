# Names in functions that contain exec, eval, import * and nested scopes: which namespace is read and written.
def report(label, f, *args):
    try:
        print label, repr(f(*args))
    except Exception as e:
        print label, type(e).__name__, e

x = 'global x'
y = 'global y'

def exec_makes_local():
    exec "x = 'exec x'"
    return x
report('1', exec_makes_local)
print x

def exec_reads_params(x):
    exec "r = x + '!'"
    return r
report('2', exec_reads_params, 'p')

def exec_in_dict():
    d = {'x': 'in dict'}
    exec "y = x" in d
    return d['y'], sorted(k for k in d if k != '__builtins__'), y
report('3', exec_in_dict)

def exec_two_dicts():
    g = {'x': 'g'}
    l = {'x': 'l'}
    exec "z = x\nglobal w\nw = x\ndef f(): return x\nq = f()" in g, l
    return sorted(l.items() if 0 else [(k, v) for k, v in l.items() if k != 'f']), g['w'], sorted(g)
report('4', exec_two_dicts)

def eval_sees_locals():
    a = 5
    return eval('a * 2'), eval('a', {'a': 6}), eval('a', {'a': 6}, {'a': 7}), eval('x')
report('5', eval_sees_locals)

def eval_lambda_does_not_close():
    a = 5
    f = eval('lambda: a')
    return f()
report('6', eval_lambda_does_not_close)

def eval_genexp_does_not_close():
    a = 5
    return eval('list(a for i in range(2))')
report('7', eval_genexp_does_not_close)

def eval_genexp_first_iterable():
    a = [1, 2]
    return eval('list(i for i in a)'), eval('[a for i in a]')
report('8', eval_genexp_first_iterable)

def unbound_after_exec():
    exec "pass"
    return nowhere
report('9', unbound_after_exec)

def local_and_exec():
    v = 1
    exec "v = 2"
    return v, locals()['v'], sorted(locals())
report('10', local_and_exec)

def exec_del():
    v = 1
    exec "del v"
    return v
report('11', exec_del)

def exec_del_missing():
    exec "del vv"
report('12', exec_del_missing)

class Mapping(object):
    def __init__(self): self.log = []
    def __getitem__(self, k):
        self.log.append(('get', k))
        if k == 'm': return 42
        raise KeyError(k)
    def __setitem__(self, k, v): self.log.append(('set', k, v))
    def __delitem__(self, k):
        self.log.append(('del', k))
        raise KeyError(k)

def exec_mapping():
    m = Mapping()
    exec "n = m\nfor i in [1, 2]: x\nimport sys as s" in globals(), m
    return [e if e[0] != 'set' or e[1] != 's' else 'set s' for e in m.log]
report('13', exec_mapping)

def exec_mapping_del():
    m = Mapping()
    try:
        exec "del q" in {}, m
    except NameError as e:
        return str(e), m.log
report('14', exec_mapping_del)

def bad_globals(g):
    exec "1" in g
report('15', bad_globals, 5)
report('16', bad_globals, Mapping())
def bad_locals(l):
    exec "1" in {}, l
report('17', bad_locals, 5)
report('18', bad_locals, None)
def none_globals():
    zz = 1
    exec "zz = zz + 1; print zz" in None
    return zz
report('19', none_globals)
report('20', eval, '1', 5)
report('21', eval, '1', {}, 5)
report('22', eval, '1', Mapping())
report('23', eval, 5)
report('24', eval, '1', {}, {}, {})
report('25', eval)
report('26', eval, '  \t 1 + 1')
report('27', eval, u'"\xe9"')
report('28', eval, '')
report('29', eval, 'a = 1')
report('30', eval, '1\n\n')
report('31', eval, compile('1', '', 'exec'))

class ReadsGlobal:
    x = x
    def get(self): return x
    y = [x for _ in 'a']
print ReadsGlobal.x, ReadsGlobal().get(), ReadsGlobal.y

def class_in_function():
    x = 'local x'
    class A:
        x = x if 0 else 'class x'
        def m(self): return x
    return A.x, A().m()
report('32', class_in_function)

def class_free_read():
    z = 'local z'
    class A:
        zz = z
        exec "z = 'in exec'"
        zzz = locals()['z']
    return A.zz, A.zzz, A.z
report('33', class_free_read)

def builtins_in_exec():
    d = {'__builtins__': {'len': lambda x: 'my len'}}
    exec "r = len('abc')" in d
    try:
        exec "r2 = abs(1)" in d
    except NameError as e:
        return d['r'], str(e)
report('34', builtins_in_exec)

def exec_tuple_form():
    d = {}
    exec("a = 1", d)
    exec("b = 2", d, d)
    l = {}
    exec("c = a", d, l)
    return d['a'], d['b'], l
report('35', exec_tuple_form)
code = compile("def f(a, b=x):\n    return a, b\n", "<s>", "exec")
def exec_code_object():
    x = 'not seen by code of module level, but by default'
    exec code
    return f(1)
report('36', exec_code_object)
def has_free():
    a = 1
    def g(): return a
    return g
def exec_free():
    exec has_free().func_code
report('37', exec_free)
report('38', eval, has_free().func_code)
