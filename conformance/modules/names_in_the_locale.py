# -*- coding: utf-8 -*-
# File names of unicode are encoded as the locale says, at every place that takes or gives one; streams at a terminal
# have that encoding too.
import os
import pty
import shutil
import subprocess
import sys
import tempfile

program = r'''
import bz2, codecs, gzip, imp, io, os, sys
print sys.getfilesystemencoding()
here = u'.'
name = u'./\u65e5'
class Path(unicode):
    pass
def tell(what, f, *args):
    try:
        r = f(*args)
    except (EnvironmentError, ValueError, TypeError) as e:
        r = e
    if hasattr(r, 'close'):
        r.close()
        r = getattr(r, 'name', 'file')
    print what, repr(r)
tell('open', open, name, 'w')
tell('path', open, Path(name), 'w')
tell('io.open', io.open, name, 'w')
tell('io.open path', io.open, Path(name))
tell('io.open bytes', io.open, name, 'rb')
tell('FileIO', io.FileIO, name)
tell('FileIO of a bytearray', io.FileIO, bytearray('./b'), 'w')
tell('FileIO of a buffer', lambda: io.FileIO(buffer('./b')).readable())
tell('FileIO of a long one', io.FileIO, u'./\u65e5\0')
tell('codecs.open', codecs.open, name, 'r', 'utf-8')
tell('gzip', gzip.open, name)
tell('listdir', lambda: sorted(os.listdir(here)))
tell('listdir', lambda: sorted(os.listdir(u'./d'), key=repr))
tell('mkdir', os.mkdir, name + u'd')
tell('access', os.access, name, 0)
tell('symlink', os.symlink, name, name + u's')
tell('readlink', os.readlink, name + u's')
tell('rename', os.rename, name, name + u'r')
for f in 'mkfifo', 'mknod', 'statvfs':
    tell(f, getattr(os, f), u'/nowhere/\u65e5')
tell('pathconf', os.pathconf, u'/nowhere/\u65e5', 'PC_NAME_MAX')
tell('execv', os.execv, '/nowhere', ['a', u'\u65e5'])
tell('execv', os.execv, '/nowhere', ['a\0'])
tell('execv', os.execv, '/nowhere', [3])
tell('execve', os.execve, '/nowhere', ['a', u'\u65e5'], {})
tell('execve', os.execve, '/nowhere', [u'a\0'], {})
tell('execve', os.execve, '/nowhere', [None], {})
os.chdir('d')
tell('getcwdu', lambda: os.path.basename(os.getcwdu()))
sys.path.insert(0, u'../\u65e5')
try:
    import nowhere
except (ImportError, UnicodeEncodeError) as e:
    print repr(e)
'''

streams = r'''
import sys
for f in sys.stdin, sys.stdout, sys.stderr:
    print f.encoding, f.errors, f.isatty()
try:
    print u'\xe9\u20ac', [u'\xe9']
except UnicodeEncodeError as e:
    print e
'''


def environment(locale, **more):
    e = dict((k, v) for k, v in os.environ.items() if not k.startswith('LC_') and k != 'PYTHONIOENCODING')
    return dict(e, LC_ALL=locale, **more)


def at_a_terminal(env):
    master, slave = pty.openpty()
    p = subprocess.Popen([sys.executable, '-S', '-c', streams], stdout=slave, stdin=slave, stderr=subprocess.PIPE, env=env)
    os.close(slave)
    text = ''
    while 1:
        try:
            more = os.read(master, 1000)
        except OSError:
            break
        if not more:
            break
        text += more
    p.communicate()
    os.close(master)
    return text.replace('\r', '')


for locale in 'C.UTF-8', 'C':
    print '--', locale
    folder = tempfile.mkdtemp()
    try:
        os.mkdir(os.path.join(folder, 'd'))
        open(os.path.join(folder, 'd', 'caf\xc3\xa9'), 'w').close()
        open(os.path.join(folder, 'd', 'caf\xe9'), 'w').close()
        p = subprocess.Popen([sys.executable, '-c', program], cwd=folder, env=environment(locale), stdout=subprocess.PIPE)
        print p.communicate()[0], p.returncode
    finally:
        shutil.rmtree(folder)
    print at_a_terminal(environment(locale))
print at_a_terminal(environment('no such one'))
print at_a_terminal(environment('C.UTF-8', PYTHONIOENCODING='latin-1:replace'))
