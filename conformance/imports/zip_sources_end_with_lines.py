# The source of a module in an archive is given one newline more.
import os, shutil, tempfile, zipfile, zipimport
d = tempfile.mkdtemp()
os.chdir(d)
sources = ['x=(', 'x=(\n', 'x=(\n\n', 'def f(:\n', 'if x:', 'if x:\n', '"""a', '"a', 'x=1\n y\n', 'x = \\', 'x = [1,\n', '',
    'x=(1,\r\n', 'x=(1,\r', 'class A:\n  def f(self):', '\tx\n  y', 'f(\n# c', 'x=1+', 'for x in y:\n  (', 'x=1\0y', 'x=(\0y']
z = zipfile.ZipFile('t.zip', 'w')
for i, s in enumerate(sources):
    z.writestr('zm%d.py' % i, s)
z.close()
for i, s in enumerate(sources):
    try:
        zipimport.zipimporter('t.zip').load_module('zm%d' % i)
        print repr(s), 'ok'
    except SyntaxError as e:
        print repr(s), type(e).__name__, e.args
os.chdir('/')
shutil.rmtree(d)
