# co_lnotab has the lines of code that control does not get to: CPython's compiler leaves it there, and coverage tools
# take what could be executed from the table.
import dis
def lines(text):
    code = compile(text, 'text', 'exec')
    todo, found = [code], set()
    while todo:
        c = todo.pop()
        found |= set(l for _, l in dis.findlinestarts(c))
        todo += [k for k in c.co_consts if hasattr(k, 'co_code')]
    return sorted(found)
for t in ['''def f(x):
    return x
    a = 1
    b = 2
for i in x:
    break
    y = 3
for i in x:
    continue
    y = 4
raise x
z = 5
z = 6
''', '''try:
    a = 1
    raise Exception("x")
    b = 2
except:
    c = 3
else:
    d = 4
assert d
''', '''try:
    pass
except ZeroDivisionError:
    print("whoops")
except ValueError:
    print("yikes")
''', '''def f():
    if x:
        return 1
        pass
    else:
        return 2
        while 1:
            y = 1
            break
        try:
            a = 2
        finally:
            b = 3
def g():
    while 1:
        x
    y = 1
    for z in y:
        if z:
            continue
            z = 2
        else:
            break
            z = 3
        u = (1,
             f(2))
    yield 1
    return
    yield z
''', '''def f():
    raise NotImplementedError
    x = [1,
         2,
         y]
    with a as b:
        c
    del q
    class C(object):
        def m(self):
            return 1
    lambda: 1
    import os
    from x import y
    exec "1"
    global h
    print 1
    "string"
    7
    pass
    x += 1
    return
''']:
    print lines(t)
