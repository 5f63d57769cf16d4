# marshal over files: several values in a row, ends in the middle, files that are no files.
import marshal, tempfile, os, StringIO, cStringIO, types
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
f = tempfile.TemporaryFile()
for v in (1, 'two', u'thr\xe9e', [4, 4.5], {5: (6,)}, None, 2**80, 'x' * 3000):
    t(marshal.dump, v, f)
print f.tell()
f.seek(0)
for i in range(7):
    t(marshal.load, f)
    print f.tell()
print len(marshal.load(f)), f.tell()
t(marshal.load, f)
f.seek(0); f.truncate(); f.write('[\2\0\0\0N'); f.flush(); f.seek(0)
t(marshal.load, f)
f.seek(0); f.truncate(); f.write('NNT'); f.flush(); f.seek(0)
print f.read(1)
t(marshal.load, f); t(marshal.load, f); t(marshal.load, f)
f.close()
t(marshal.load, f)
t(marshal.dump, 1, f)
for o in (StringIO.StringIO('N'), cStringIO.StringIO('N'), 3, 'N', None):
    try: print repr(marshal.load(o))
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
    try: print repr(marshal.dump(1, o))
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
name = tempfile.mktemp()
g = open(name, 'w')
try:
    try: marshal.load(g)
    except Exception as e: print type(e).__name__, e
    marshal.dump([1], g); g.close()
    g = open(name)
    try: marshal.dump([1], g)
    except Exception as e: print type(e).__name__, e
    print marshal.load(g)
    class F(file): pass
    h = F(name); print marshal.load(h)
finally:
    os.remove(name)
def fn(a, b=1, *c, **d):
    'doc'
    x = 1
    def inner(): return x, a
    return inner
code = marshal.loads(marshal.dumps(fn.func_code))
print code == fn.func_code, code.co_name, code.co_varnames, code.co_cellvars, code.co_freevars, code.co_flags, code.co_argcount
print types.FunctionType(code, globals())(7, 8)()
inner = [c for c in code.co_consts if isinstance(c, types.CodeType)][0]
print inner.co_name, inner.co_freevars, inner.co_firstlineno - code.co_firstlineno
print marshal.loads(marshal.dumps(compile('a = 1; b = a + 2', '<s>', 'exec'))) == compile('a = 1; b = a + 2', '<s>', 'exec')
ns = {}
exec marshal.loads(marshal.dumps(compile('class K(object):\n def m(self): return [i*2 for i in range(3)]\n', '<s>', 'exec'))) in ns
print ns['K']().m()
