# The first constant of a function is its docstring or None; an expression, a class body and a set comprehension have no None
# that they do not need, a module has one at its end.
def show(code, depth=0):
    print '  ' * depth + code.co_name, [getattr(c, 'co_name', c) for c in code.co_consts]
    for c in code.co_consts:
        if hasattr(c, 'co_name'):
            show(c, depth + 1)


for text in ('lambda a: b', 'lambda: 1', 'a', '1', '(lambda: 0)()', '[x for x in y]', '(x for x in y)', '{x for x in y}', '{x: 1 for x in y}',
             '"a"', 'None', 'f(None)', 'lambda a=1: a', 'lambda: (yield)', 'lambda: (lambda: 1)', '1 if a else 2', 'a[None]', 'not 1', 'lambda: None'):
    print text
    show(compile(text, '', 'eval'))
for text in ('class A(object): pass', 'class A(B, C):\n  x = 2\n  def f(self): return 3', 'class A(B):\n  """doc"""\n  x = 1', 'def f(): pass', 'def f(a=1): pass',
             'def f(): "doc"', 'def f(): return', 'def f(): return None', 'def f(): return 1', 'def f():\n  "doc"\n  return None',
             'def f():\n  1\n  "a"\n  x', 'def f(): yield 1', 'def f((a, b)): pass', 'def f():\n  if a: return 1\n  return 2', 'x = 1', 'pass', '',
             '@d\ndef f(): pass', '@d\nclass A(x): pass', '"doc"', '"doc"\nx = 1', 'raise A, 1', 'while 1: pass', 'x = None', 'x = lambda: 1'):
    print repr(text)
    show(compile(text, '', 'exec'))
for text in ('class A: pass', 'class A(): pass', 'class A:\n  """doc"""\n  x = 1'):
    code = compile(text, '', 'exec')
    print code.co_consts[0], code.co_consts[1].co_consts, sorted(type(c).__name__ for c in code.co_consts), len(code.co_consts)
