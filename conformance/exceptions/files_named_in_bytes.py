# Files, folders, modules and functions whose names are no UTF-8: code objects, reports of exceptions and warnings
# have the bytes.
import StringIO
import ast
import imp
import os
import shutil
import sys
import tempfile
import traceback
import warnings

sys.dont_write_bytecode = True
root = tempfile.mkdtemp()
# The last characters of Unicode, too, are names like others.
folder = os.path.join(root, 'ord\xe9\xff\xf4\x8f\xbf\xbf')
os.mkdir(folder)


def shown(text):
    return repr(text.replace(root, 'ROOT'))


def reported():
    """What would be printed if nobody caught the exception."""
    stderr, sys.stderr = sys.stderr, StringIO.StringIO()
    try:
        sys.__excepthook__(*sys.exc_info())
        return shown(sys.stderr.getvalue())
    finally:
        sys.stderr = stderr


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, 'w') as f:
        f.write(text)
    return path


write('modu.py', 'def f():\n    return 1 / 0\n')
write('modb.py', 'def f(:\n')
write('modc.py', 'raise ValueError("\\xfe")\n')
os.mkdir(os.path.join(folder, 'pkg'))
write('pkg/__init__.py', 'from . import nosuch\n')
sys.path.insert(0, folder)

import modu
print shown(modu.__file__), shown(repr(modu)), shown(modu.f.func_code.co_filename)
try:
    modu.f()
except ZeroDivisionError:
    print shown(traceback.format_exc())
    print reported()
for name in ('modb', 'modc', 'pkg', 'nosuch\xff'):
    try:
        __import__(name)
    except Exception as e:
        print repr(name), type(e).__name__, shown(repr(e.args)), shown(str(e))
        print reported()
again = imp.load_source('mo\xff', os.path.join(folder, 'modu.py'))
print shown(repr(again)), repr(again.__name__)
names = {}
execfile(os.path.join(folder, 'modu.py'), names)
print shown(names['f'].func_code.co_filename)
print shown(repr(names['f'].func_code).split(',')[1])


class Wrong(Exception):
    pass


Wrong.__name__ = 'Wr\xf6ng'
for error in (Wrong('x\xfe'), SyntaxError('m\xff', ('fn\xff', 1, 2, 'te\xffxt\n')), KeyError('\xff')):
    try:
        raise error
    except Exception:
        print reported()

# Names in trees need not be identifiers.
at = dict(lineno=1, col_offset=0)
tree = ast.Module([ast.Expr(ast.Name('\xff', ast.Load(), **at), **at)])
code = compile(tree, 'x\xfe', 'exec')
print repr(code.co_names), repr(code.co_filename)
try:
    exec code in {}
except NameError as e:
    print repr(e.args)
arguments = ast.arguments([ast.Name('a\xff', ast.Param(), **at)], None, None, [])
result = ast.Return(ast.Name('a\xff', ast.Load(), **at), **at)
tree = ast.Module([ast.FunctionDef('f\xff', arguments, [result], [], **at)])
names = {}
exec compile(tree, 'y', 'exec') in names
f = names['f\xff']
print f(3), f(**{'a\xff': 4}), repr(f.__name__), repr(f.func_code.co_varnames), repr(f.func_code.co_name)
for args, keywords in (((), {}), ((1, 2), {}), ((), {'b\xfe': 1}), ((1,), {'a\xff': 1})):
    try:
        f(*args, **keywords)
    except TypeError as e:
        print repr(e.args)

with warnings.catch_warnings(record=True) as given:
    warnings.simplefilter('always')
    compile('def f():\n  y = 1\n  global y\n', 'w\xff.py', 'exec')
    warnings.warn('msg\xff')
    for w in given:
        print repr(str(w.message)), repr(os.path.basename(w.filename)) if 'y' in str(w.message) else '', w.lineno
print repr(warnings.formatwarning('m\xff', UserWarning, 'f\xff', 1, 'l\xff'))

stderr, sys.stderr = sys.stderr, StringIO.StringIO()
warnings.simplefilter('always')
warnings.warn_explicit('m\xff', UserWarning, 'f\xff.py', 3)
print repr(sys.stderr.getvalue())
sys.stderr = stderr

for name in ('\xff', '\xf4\x8f\xbf\xbf', '\xf4\x8f\xbe\x80x', 'a\x80b\xc3', '\xed\xa0\x80', '\xc3\xa9'):
    made = type(name, (set,), {})
    print repr(repr(made)), repr(made.__name__), repr(repr(made([1]))), repr(compile('1', name, 'eval').co_filename)
    for f in (lambda: getattr(1, name), lambda: __import__(name), lambda: made().x, lambda: made() + 1):
        try:
            f()
        except Exception as e:
            print repr(e.args), repr(str(e))

shutil.rmtree(root)
