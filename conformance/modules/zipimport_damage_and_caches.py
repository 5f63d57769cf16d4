# zipimport: archives that are damaged, change or vanish; the directory cache; arguments; data of every kind.
import os
import shutil
import struct
import sys
import tempfile
import zipfile
import zipimport
import zlib

folder = os.path.realpath(tempfile.mkdtemp())
sys.dont_write_bytecode = True
zipimporter = zipimport.zipimporter


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print repr(r).replace(folder, 'F').split(' at 0x')[0]
        return r
    except zipimport.ZipImportError as e:
        print 'ZipImportError', str(e).replace(folder, 'F')
    except Exception as e:
        print type(e).__name__, str(e).replace(folder, 'F')


def put(name, data):
    with open(os.path.join(folder, name), 'wb') as f:
        f.write(data)
    return os.path.join(folder, name)


def archive(name, files, kind=zipfile.ZIP_STORED):
    path = os.path.join(folder, name)
    z = zipfile.ZipFile(path, 'w', kind)
    for n, data in files:
        info = zipfile.ZipInfo(n, (2001, 2, 3, 4, 5, 6))
        info.compress_type = kind
        z.writestr(info, data)
    z.close()
    return path


print zipimport.ZipImportError.__mro__, type(zipimport._zip_directory_cache), zipimporter.__name__
print sorted(n for n in dir(zipimporter) if n[:2] != '__'), [n for n in dir(zipimport) if n[:2] != '__']
for args in ((), (1,), (None,), ('',), ('x', 'y'), (u'x',), ('a\0b',), (folder,), (os.path.join(folder, 'none.zip'),), ('/',), ('.',), ('x' * 5000,), ([],)):
    attempt(zipimporter, *args)
attempt(zipimporter, path='x')
attempt(zipimporter, foo='x')

# What is no archive.
good = open(archive('good.zip', [('m.py', 'x = 1\n')])).read()
for i, data in enumerate(('', 'PK', 'x' * 21, 'x' * 22, good[:-1], good + 'y', good[:-22], good[-22:], 'junk before' + good, good[:20] + 'z' + good[21:],
             good.replace('PK\5\6', 'PK\5\7'), good.replace('PK\1\2', 'PK\1\3'), good.replace('PK\3\4', 'PK\3\5'))):
    z = attempt(zipimporter, put('bad%d.zip' % i, data))
    if z is not None:
        print i, sorted(z._files), [v[1:6] for v in z._files.values()]
        attempt(z.get_data, 'm.py')
        attempt(z.get_source, 'm')
        attempt(z.get_code, 'm')

# An end of central directory with sizes and places that lie.
head = len(good) - 22
for at, value in ((12, 0), (12, 2 ** 31), (12, 2 ** 32 - 1), (16, 0), (16, 10 ** 6), (16, 2 ** 32 - 1), (10, 0), (10, 9), (20, 5)):
    end = bytearray(good[head:])
    struct.pack_into('<I' if at in (12, 16) else '<H', end, at, value)
    zipimport._zip_directory_cache.clear()
    z = attempt(zipimporter, put('lies.zip', good[:head] + bytes(end)))
    if z is not None:
        print at, value, sorted(z._files)
        attempt(z.get_data, 'm.py')

# Places of members that lie, and long names in messages.
middle = good.index('PK\1\2')
for value in (1, 10, 10 ** 6, 2 ** 31, 2 ** 32 - 1):
    changed = bytearray(good)
    struct.pack_into('<I', changed, middle + 42, value)
    zipimport._zip_directory_cache.clear()
    z = attempt(zipimporter, put('lies.zip', bytes(changed)))
    if z is not None:
        attempt(z.get_data, 'm.py')
for value in (0, 2, 200, 2 ** 16 - 1):
    changed = bytearray(good)
    struct.pack_into('<H', changed, middle + 28, value)
    zipimport._zip_directory_cache.clear()
    z = attempt(zipimporter, put('lies.zip', bytes(changed)))
    if z is not None:
        print sorted(z._files)
for at, value in ((20, 0), (20, 3), (20, 10 ** 6), (24, 0), (24, 10 ** 6)):
    changed = bytearray(good)
    struct.pack_into('<I', changed, middle + at, value)
    zipimport._zip_directory_cache.clear()
    z = attempt(zipimporter, put('lies.zip', bytes(changed)))
    if z is not None:
        attempt(z.get_data, 'm.py')
        attempt(z.get_source, 'm')
for n in (100, 250):
    try:
        zipimporter(put('n' * n, 'x' * 30))
    except zipimport.ZipImportError as e:
        print len(str(e).replace(folder, '').rstrip('n')), n

# Methods of compression, and sizes of what is compressed.
text = 'value = 5\n' + '# fill\n' * 50
packed = archive('packed.zip', [('n.py', text), ('d/', ''), ('d/e.txt', 'data'), ('d\\f.txt', 'back')], zipfile.ZIP_DEFLATED)
z = attempt(zipimporter, packed)
print z.archive == packed, repr(z.prefix), z._files is zipimport._zip_directory_cache[packed]
print sorted(z._files), [z._files['n.py'][i] for i in (1, 2, 3, 4, 5, 6, 7)], z._files['n.py'][0].replace(folder, 'F')
attempt(z.get_data, 'n.py')
for name in ('d/e.txt', 'd', 'd/', os.path.join(packed, 'd/e.txt'), packed + '/', packed, '', 'nope', 'N.PY', 5, None, u'd/e.txt', './n.py', 'd//e.txt', 'd\\f.txt'):
    attempt(z.get_data, name)
attempt(z.get_data)
body = open(packed).read()
where = body.index('n.py') + 4
for method in (1, 9, 12, 99):
    changed = body.replace(struct.pack('<HH', 0, 8) , struct.pack('<HH', 0, method))
    zipimport._zip_directory_cache.clear()
    w = attempt(zipimporter, put('method.zip', changed))
    attempt(w.get_data, 'n.py')
zipimport._zip_directory_cache.clear()
w = attempt(zipimporter, put('broken.zip', body[:where] + '\xff\xff' + body[where + 2:]))
for f in (w.get_data, w.get_source, w.get_code, w.load_module):
    try:
        f('n.py' if f == w.get_data else 'n')
        print 'fine'
    except zlib.error as e:
        print 'zlib.error', e
    except Exception as e:
        print type(e).__name__, str(e).replace(folder, 'F')

# The archive changes under an importer: its directory stays what it was.
path = archive('change.zip', [('one.py', 'x = 1\n')])
a = zipimporter(path)
archive('change.zip', [('two.py', 'x = 2\n')])
b = zipimporter(path)
print sorted(a._files) == sorted(b._files) == ['one.py'], a._files is b._files
attempt(b.find_module, 'two')
zipimport._zip_directory_cache.clear()
c = zipimporter(path)
print sorted(c._files), sorted(a._files)
os.remove(path)
attempt(c.get_data, 'two.py')
attempt(c.get_source, 'two')
attempt(c.load_module, 'two')
print c.find_module('two') is c
attempt(zipimporter, path)
attempt(zipimporter, path + '/sub')
zipimport._zip_directory_cache.clear()
attempt(zipimporter, path)

# What the cache holds may be changed by anyone.
z = zipimporter(archive('mine.zip', [('k.py', 'k = 1\n'), ('p/__init__.py', ''), ('p/q.py', 'q = 2\n')]))
print zipimport._zip_directory_cache.keys()[0].replace(folder, 'F')
entry = z._files['k.py']
for v in (None, (), entry[:3], ('x',) * 8, entry):
    z._files['k.py'] = v
    print z.find_module('k') is z,
    attempt(z.get_data, 'k.py')
del z._files['k.py']
attempt(z.find_module, 'k')
print zipimporter(z.archive + os.sep + 'p').prefix, repr(zipimporter(z.archive + os.sep).prefix), repr(zipimporter(z.archive + '/p/none/').prefix)
print repr(z).replace(folder, 'F'), repr(zipimporter(z.archive + '/p')).replace(folder, 'F')
for name, value in (('archive', 'x'), ('prefix', 'x'), ('_files', {}), ('other', 1)):
    try:
        setattr(z, name, value)
        print 'set', name
    except Exception as e:
        print type(e).__name__, e


class Derived(zipimporter):
    def __init__(self, path, extra):
        zipimporter.__init__(self, path)
        self.extra = extra


d = Derived(z.archive, 7)
print d.extra, d.prefix == '', d.is_package('p')
e = zipimporter.__new__(zipimporter)
print e.archive, e.prefix, e._files, repr(e)
shutil.rmtree(folder)
