# A hot bytecode machine whose programs change what its values are in mid-run: ints to longs, floats, strings, instances with
# operators, lists; its dispatch tables, handlers, classes and builtins are replaced while the loop runs.
class VM(object):
    __slots__ = 'stack', 'vars', 'steps', 'out'
    def __init__(self): self.stack, self.vars, self.steps, self.out = [], {}, 0, []
    def run(self, code, limit=100000):
        stack = self.stack; push = stack.append; pop = stack.pop; pc = 0; n = len(code); v = self.vars
        while pc < n:
            op, arg = code[pc]; pc += 1; self.steps += 1
            if op == 'push': push(arg)
            elif op == 'load': push(v[arg])
            elif op == 'store': v[arg] = pop()
            elif op == 'add': b = pop(); push(pop() + b)
            elif op == 'sub': b = pop(); push(pop() - b)
            elif op == 'mul': b = pop(); push(pop() * b)
            elif op == 'lt': b = pop(); push(pop() < b)
            elif op == 'mod': b = pop(); push(pop() % b)
            elif op == 'jmp': pc = arg
            elif op == 'jf':
                if not pop(): pc = arg
            elif op == 'call': push(arg(self))
            elif op == 'out': self.out.append(pop())
            elif op == 'dup': push(stack[-1])
            elif op == 'idx': b = pop(); push(pop()[b])
            else: self.other(op, arg)
            if self.steps > limit: raise RuntimeError('limit %d at %d' % (limit, pc))
        return self
    def other(self, op, arg): raise NotImplementedError(op)
def loop(body, n, var='i'):
    code = [('push', 0), ('store', var)]; top = len(code)
    code += [('load', var), ('push', n), ('lt', None), ('jf', None)]; hole = len(code) - 1
    code += [(op, arg + top if op == 'jmp' else arg) for op, arg in body]
    code += [('load', var), ('push', 1), ('add', None), ('store', var), ('jmp', top)]; code[hole] = 'jf', len(code); return code
def acc(op, init, inc): return [('push', init), ('store', 'x')], [('load', 'x'), inc, (op, None), ('store', 'x')]
class V(object):
    made = 0
    def __init__(self, x, y): self.x, self.y = x, y; V.made += 1
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else V(self.x + o, self.y)
    __radd__ = __add__
    def __mul__(self, k): return V(self.x * k, self.y * k)
    def __lt__(self, o): return self.x < o
    def __repr__(self): return 'V(%r, %r)' % (self.x, self.y)
def program(op, init, inc, n=200):
    head, body = acc(op, init, inc); vm = VM(); vm.run(head); vm.run(loop(body, n)); return vm.vars['x'], vm.steps
def t(*a):
    try: r = program(*a); r = (repr(r[0])[:50],) + r[1:]
    except Exception, e: r = type(e).__name__, str(e)
    print a[0], r
for args in ('add', 0, ('push', 1)), ('add', 0, ('load', 'i')), ('add', 2 ** 62, ('push', 2 ** 55)), ('mul', 1, ('push', 3)), ('add', 0.5, ('push', 1)), ('add', '', ('push', 'ab')), ('add', [], ('push', [0])), ('add', V(0, 0), ('push', V(1, .5))), ('add', 1, ('push', V(1, .5))), ('mul', V(1, 2), ('push', 1)), ('sub', 5, ('push', 2.5)), ('mod', 10 ** 20, ('push', 10 ** 19 + 7)), ('add', u'', ('push', 'x')), ('add', (), ('load', 'i')), ('add', 0, ('push', True)), ('add', 0, ('push', 1j)), ('mul', 'ab', ('push', 1)), ('mod', '%s', ('push', '%s!')), ('add', 0, ('load', 'nope')), ('sub', set('abc'), ('push', set('b'))): t(*args)
def change(vm):
    i = vm.vars['i']; x = vm.vars['x']
    if i == 150: return 2 ** 61
    if i == 200: vm.vars['x'] = float(x); return 0.25
    if i == 250: vm.vars['x'] = ''; return 'from here'
    if i == 260: vm.vars['x'] = V(1, 1); return V(2, 2)
    if i == 300: V.__add__ = lambda s, o: V(s.x - o, s.y) if not isinstance(o, V) else s
    if i == 350: vm.vars['x'] = []; return [i]
    if i == 360: vm.vars['x'] = 0
    return {str: '.', V: 1, list: []}.get(type(vm.vars['x']), 1)
vm = VM(); vm.run([('push', 0), ('store', 'x')] ); vm.run(loop([('call', change), ('load', 'x'), ('add', None), ('store', 'x'), ('load', 'x'), ('out', None)], 400))
kinds = []
for o in vm.out:
    if not kinds or kinds[-1][0] != type(o).__name__: kinds.append([type(o).__name__, 0, None])
    kinds[-1][1] += 1; kinds[-1][2] = repr(o)[-30:]
print kinds, vm.steps
class VM2(VM):
    def other(self, op, arg):
        if op == 'sq': self.stack.append(self.stack.pop() ** 2)
        else: super(VM2, self).other(op, arg)
def patch(vm):
    i = vm.vars['i']
    if i == 100: vm.__class__ = VM2
    elif i == 200: VM2.other = lambda self, op, arg: self.stack.append((self.stack.pop(), op)[0] + 1000)
    elif i == 300: del VM2.other
    return i
class Plain(VM):
    __slots__ = ()
    def other(self, op, arg): self.stack.append(-self.stack.pop())
class VM3(Plain): __slots__ = ()
VM2 = type('VM2', (VM,), {'__slots__': (), 'other': VM2.__dict__['other'].im_func if hasattr(VM2.__dict__['other'], 'im_func') else VM2.__dict__['other']})
vm = VM3()
try: vm.run(loop([('call', patch), ('sq', None), ('out', None)], 400))
except Exception, e: print type(e).__name__, e, vm.vars, vm.steps, len(vm.stack), [sum(vm.out[k:k + 100]) for k in range(0, len(vm.out), 100)]
class Table(object):
    def __init__(self): self.total = 0; self.ops = dict(inc=self.inc, dec=self.dec, dbl=lambda k: setattr(self, 'total', self.total * k % 1000003))
    def inc(self, k): self.total += k
    def dec(self, k): self.total -= k
    def run(self, prog, times):
        marks = []
        for r in xrange(times):
            for name, k in prog: self.ops[name](k)
            if r == times // 3: self.ops['inc'] = self.dec
            if r == times // 2: self.ops['dec'] = type('F', (), {'__call__': lambda s, k: marks.append(k) if len(marks) < 3 else None})()
            if r == times * 2 // 3: self.ops = type('D', (dict,), {'__missing__': lambda d, n: lambda k: self.inc(k)})(dbl=self.ops['dbl'])
            if r == times - 5: self.total = float(self.total)
            if r % (times // 6) == 0: marks.append(self.total)
        return self.total, marks
print Table().run([('inc', 3), ('dbl', 2), ('dec', 1), ('inc', 5)], 600)
