# What py_compile wrote is imported when its source is not there.
import compileall
import imp
import os
import py_compile
import shutil
import sys
import tempfile

folder = tempfile.mkdtemp()


def write(name, text):
    path = os.path.join(folder, name)
    if not os.path.isdir(os.path.dirname(path)):
        os.makedirs(os.path.dirname(path))
    with open(path, 'w') as f:
        f.write(text)
    return path


try:
    alone = write('alone.py', 'def f(x, *more):\n    return [x] + [y * 2 for y in more]\nname = __name__\n')
    py_compile.compile(alone, doraise=True)
    os.remove(alone)
    write('pack/__init__.py', 'import inner\nhere = 1\n')
    write('pack/inner.py', 'class C(object):\n    text = u"\\xe9"\n')
    print compileall.compile_dir(folder, quiet=True)
    for name in '__init__.py', 'inner.py':
        os.remove(os.path.join(folder, 'pack', name))
    write('broken.pyc', 'not compiled')
    sys.path.insert(0, folder)
    import alone
    print alone.f(1, 2, 3), alone.name, os.path.basename(alone.__file__)
    print alone.f.__code__.co_filename == os.path.join(folder, 'alone.py')
    import pack.inner
    print pack.here, repr(pack.inner.C.text), pack.__path__ == [os.path.join(folder, 'pack')]
    print os.path.basename(pack.__file__), os.path.basename(pack.inner.__file__)
    f, path, about = imp.find_module('alone', [folder])
    print os.path.basename(path), about, f.mode
    print imp.load_module('other', f, path, about).name
    print imp.load_compiled('third', path).name
    try:
        imp.load_compiled('fourth', os.path.join(folder, 'broken.pyc'))
    except ImportError as e:
        print e.args[0].replace(folder, '')
    write('alone.py', 'name = "source"\n')
    os.utime(os.path.join(folder, 'alone.py'), (1, 1))
    print reload(alone).name
finally:
    shutil.rmtree(folder)
