# Compiled files in archives: which is taken, and what importers tell of them.
import imp, marshal, os, shutil, struct, sys, tempfile, time, zipfile, zipimport

folder = tempfile.mkdtemp()
archive = os.path.join(folder, 'a.zip')


def compiled(text, mtime=0, magic=imp.get_magic()):
    return magic + struct.pack('<I', mtime) + marshal.dumps(compile(text, 'origin.py', 'exec'))


def show(names, files, prefix=''):
    z = zipfile.ZipFile(archive, 'w')
    for name, data, date in files:
        z.writestr(zipfile.ZipInfo(name, date), data)
    z.close()
    zipimport._zip_directory_cache.clear()
    sys.path_importer_cache.clear()
    sys.path.insert(0, archive + prefix)
    importer = zipimport.zipimporter(archive + prefix)
    for name in names:
        try:
            m = __import__(name, None, None, ['x'])
            print name, m.__file__[len(folder):], m.what,
            print [p[len(folder):] for p in getattr(m, '__path__', ())], m.__loader__.prefix
        except ImportError as e:
            print name, type(e).__name__, e
        print ' found', importer.find_module(name) is importer
        for f in ('get_code', 'get_source', 'get_filename', 'is_package'):
            try:
                r = getattr(importer, f)(name)
                if f == 'get_code':
                    r = r.co_filename
                if isinstance(r, str):
                    r = r.replace(folder, '')
                print ' ', f, r
            except ImportError as e:
                print ' ', f, type(e).__name__, e
        sys.modules.pop(name, None)
    del sys.path[0]


DATE = (2011, 7, 5, 13, 21, 42)
STAMP = int(time.mktime(DATE + (0, 0, -1)))
OLD = (1990, 1, 2, 3, 4, 6)

show(['m', 'n', 'p', 'q'], [
    ('m.pyc', compiled('what = "pyc"'), OLD),
    ('n.pyo', compiled('what = "pyo"'), OLD),
    ('n.pyc', compiled('what = "pyc"'), OLD),
    ('p/__init__.pyc', compiled('what = "package"'), OLD),
    ('q.pyc', compiled('what = "module"'), OLD),
    ('q/__init__.py', 'what = "package source"', OLD)])
show(['m', 'n'], [
    ('s/m.pyc', compiled('what = "in a folder"'), OLD),
    ('s/n/__init__.pyo', compiled('what = "package"'), OLD)], '/s')
# The time of the source counts, within a second.
for stamp in (STAMP, STAMP + 1, STAMP - 1, STAMP + 2, STAMP - 2, 0):
    show(['m'], [
        ('m.py', 'what = "source"\n', DATE),
        ('m.pyc', compiled('what = "compiled"', stamp), OLD)])
# Not compiled code of this implementation.
for data in ('', 'abcd', 'abcd\0\0\0\0' + marshal.dumps(compile('what = 1', 'f', 'exec'))):
    show(['m'], [('m.pyc', data, OLD)])
    show(['m'], [('m.pyc', data, OLD), ('m.pyo', compiled('what = "pyo"'), OLD)])
    show(['m'], [('m.pyc', data, OLD), ('m.py', 'what = "source"', OLD)])
shutil.rmtree(folder)
