# zipimport: packages in packages, what modules get, reloads, errors of source, sys.path and hooks.
import os
import pkgutil
import shutil
import sys
import tempfile
import traceback
import zipfile
import zipimport

folder = os.path.realpath(tempfile.mkdtemp())
sys.dont_write_bytecode = True


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print repr(r).replace(folder, 'F').split(' at 0x')[0]
        return r
    except SyntaxError as e:
        print type(e).__name__, e.msg, str(e.filename).replace(folder, 'F'), e.lineno, e.offset, repr(e.text)
    except Exception as e:
        print type(e).__name__, str(e).replace(folder, 'F')


def archive(name, files):
    path = os.path.join(folder, name)
    z = zipfile.ZipFile(path, 'w')
    for n, data in files:
        z.writestr(zipfile.ZipInfo(n, (2001, 2, 3, 4, 5, 6)), data)
    z.close()
    return path


path = archive('a.zip', [
    ('top.py', '"""Doc of top."""\nimport zp.inner as i\nx = i.y + 1\ndef f():\n    return [c for c in (__name__, __package__)]\n'),
    ('zp/__init__.py', 'where = __path__[0]\nfrom . import inner\n'),
    ('zp/inner.py', 'y = 41\nfrom zp.deep.leaf import z\n'),
    ('zp/deep/__init__.py', ''),
    ('zp/deep/leaf.py', 'z = __name__\nfrom .. import where\nimport zp.deep as me\n'),
    ('zp/raises.py', 'a = 1\ndef g():\n    raise KeyError("in the archive")\ng()\n'),
    ('syn.py', 'x = 1\nif x\n    y\n'),
    ('crlf.py', 'a = 1\r\nif a:\r\n    b = """x\r\ny"""\r\n'),
    ('cr.py', 'a = 1\rb = 2'),
    ('bom.py', '\xef\xbb\xbfu = u"\xc3\xa9"\n'),
    ('coded.py', '# -*- coding: latin-1 -*-\nu = u"\xe9"\n'),
    ('uncoded.py', 'u = u"\xe9"\n'),
    ('nul.py', 'a = 1\0\n'),
    ('noend.py', 'if 1:\n    a = 3'),
    ('empty.py', ''),
    ('both.py', 'w = "module"\n'), ('both/__init__.py', 'w = "package"\n'),
    ('data/only.txt', 'no package\n'),
    ('self.py', 'import sys\nsys.modules[__name__] = 5\n'),
    ('gone.py', 'import sys\ndel sys.modules[__name__]\n'),
    ('grows.py', 'n = globals().get("n", 0) + 1\n'),
])
sys.path.insert(0, path)
import top
print top.x, top.f(), top.__doc__, top.__file__.replace(folder, 'F'), top.__loader__.prefix, sorted(n for n in vars(top) if n[:2] == '__')
import zp.deep.leaf
print zp.where.replace(folder, 'F'), zp.deep.leaf.z, zp.deep.leaf.me is zp, zp.__path__[0].replace(folder, 'F'), zp.deep.__path__[0].replace(folder, 'F')
print zp.deep.leaf.__loader__.prefix, zp.deep.__loader__.archive == path, zp.inner.__package__, zp.__package__
for name in ('syn', 'crlf', 'cr', 'bom', 'coded', 'uncoded', 'nul', 'noend', 'empty', 'both', 'data', 'self', 'gone', 'zp.raises', 'zp.none', 'zp.deep.none', 'missing'):
    print name,
    try:
        m = __import__(name, None, None, ['*'])
        print m if isinstance(m, int) else sorted((k, v) for k, v in vars(m).items() if k[:2] != '__' and isinstance(v, (int, str, unicode)))
    except SyntaxError as e:
        print type(e).__name__, e.msg, str(e.filename).replace(folder, 'F'), e.lineno, e.offset, repr(e.text)
    except Exception as e:
        print type(e).__name__, e
        for f, line, fn, text in traceback.extract_tb(sys.exc_info()[2])[1:]:
            print '   ', f.replace(folder, 'F'), line, fn
    print name in sys.modules,
print
z = zipimport.zipimporter(path)
for name in ('top', 'zp', 'zp.inner', 'inner', 'both', 'data', 'syn', 'crlf', 'none', '', 'zp/inner', 'zp.', '.zp', 5, None, u'top', u'\xe9', 'top\0x'):
    print repr(name),
    for f in (z.find_module, z.is_package, z.get_filename, z.get_source):
        attempt(f, name)
for f in (z.find_module, z.is_package, z.get_filename, z.get_source, z.get_code, z.load_module):
    attempt(f)
    attempt(f, 'a', 'b', 'c')
print z.find_module('top', None) is z, z.find_module('top', ['x']) is z
attempt(z.find_module, fullname='top')
attempt(z.get_code, 'syn')
code = z.get_code('noend')
print code.co_name, code.co_filename.replace(folder, 'F'), code.co_names, code.co_firstlineno
space = {}
exec code in space
print space['a']

# Loaded twice, it is the same module, run again.
m = z.load_module('grows')
print m.n, z.load_module('grows') is m, m.n, reload(m) is m, m.n
print z.load_module('both').w
p = zipimport.zipimporter(path + '/zp')
q = p.load_module('inner')
print q.__name__, q.__file__.replace(folder, 'F'), q is zp.inner, p.find_module('any.where.inner') is p, p.is_package('deep'), p.is_package('x.deep')
print p.get_source('inner') == z.get_source('zp/inner'), repr(p)[:14]

# The hook and its cache.
print zipimport.zipimporter in sys.path_hooks, type(sys.path_importer_cache[path]).__name__
print sorted((name, ispkg) for importer, name, ispkg in pkgutil.iter_modules([path]))
print sorted(name for importer, name, ispkg in pkgutil.walk_packages([os.path.join(path, 'zp')], 'zp.', lambda name: None))
print pkgutil.get_data('zp', 'inner.py') == z.get_data('zp/inner.py'), pkgutil.get_loader('zp.deep').prefix, pkgutil.find_loader('zp.none')
import inspect
import linecache
print inspect.getsource(top.f), linecache.getline(top.__file__, 1, vars(top)), inspect.getsourcefile(top).replace(folder, 'F')
shutil.rmtree(folder)
