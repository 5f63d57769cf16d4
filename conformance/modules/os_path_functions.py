# os.path: joins, splits, normal and relative paths, expansion, links, wrong types.
import os.path as p, os, tempfile, shutil, stat
def t(f, *a):
    try: return repr(f(*a))
    except Exception as e: return '%s %s' % (type(e).__name__, e)
paths = ['', '/', '//', '///', '.', '..', 'a', 'a/', '/a', '/a/', 'a/b', 'a//b', './a', 'a/.', 'a/..', '../a', '/..', '/../a', 'a/../..', 'a/./b/../c', '//a', '///a//b', 'a.txt', '.hidden', 'a.b.c', 'a/.b', 'a.', 'a/b.', '...', '..a', ' ', 'a b', u'\xe9/b', u'', '~', '~/x', '~root/x', '~nosuch/x', '$HOME', '$A/${B}', '$', '${', '${A', '$A$B', '${A}x$', '$1', '$A-b', 'x$A', '\xff/$A']
os.environ['HOME'] = '/home/h'; os.environ['A'] = 'va'; os.environ['B'] = '/vb'
for s in paths: print repr(s), p.split(s), p.splitext(s), [p.basename(s), p.dirname(s), p.normpath(s)], p.isabs(s), p.splitdrive(s), [p.normcase(s)], t(p.expandvars, s), [p.expanduser(s) if not s.startswith('~r') else p.expanduser(s)[-2:]]
for a in (('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('a', '', 'c'), ('/', 'b'), ('a',), ('a', 'b', '/c', 'd'), (u'a', 'b'), ('a', u'\xe9'), ('a', 5), (5,), (5, 'a'), (), ('a', None), ('\xff', u'a')): print a, t(p.join, *a)
for a in (([],), (['a'],), (['abc', 'abd'],), (['/usr/lib', '/usr/local'],), (['', 'a'],), ([u'ab', 'ac'],), ('abc',), (5,), ([5, 6],), ([[1, 2], [1, 3]],), ((),)): print a, t(p.commonprefix, *a)
os.chdir('/')
for a in (('a',), ('/a/b', '/a'), ('/a', '/a/b'), ('/a', '/b'), ('/a', '/a'), ('a', 'b'), ('', 'a'), ('/',), ('/', '/a/b'), ('a/../b', 'c/.'), ('..', '/x'), ('a', ''), (5,), ('a', 5)): print a, t(p.relpath, *a)
print p.abspath('x/../y'), p.abspath(''), p.abspath('/'), p.abspath(u'x'), type(p.abspath(u'x')), t(p.abspath, 5)
for f in (p.exists, p.lexists, p.isfile, p.isdir, p.islink, p.ismount, p.getsize, p.getmtime, p.realpath, p.split, p.splitext, p.basename, p.normpath, p.expanduser, p.expandvars, p.isabs, p.walk):
    for a in (('/nonexistent',), (5,), (None,), ('a\0b',), ('',), (), ('/nonexistent', 1, 2, 3)): print f.__name__, a, t(f, *a)
d = p.realpath(tempfile.mkdtemp()); os.chdir(d)
try:
    open('f', 'w').write('12'); os.mkdir('d'); os.symlink('f', 'l'); os.symlink('d', 'ld'); os.symlink('no', 'dead'); os.symlink('c2', 'c1'); os.symlink('c1', 'c2'); os.symlink('../d/../f', 'd/up'); os.symlink(d + '/ld', 'abs'); open('d/g', 'w').close()
    for n in ('f', 'd', 'l', 'ld', 'dead', 'c1', 'd/up', 'abs', 'abs/g', 'ld/../f', 'none', 'f/x', '.'):
        print n, p.exists(n), p.lexists(n), p.isfile(n), p.isdir(n), p.islink(n), p.ismount(n), p.realpath(n).replace(d, 'D'), p.abspath(n).replace(d, 'D')
    print p.samefile('f', 'l'), p.samefile('d', 'f'), p.sameopenfile(os.open('f', 0), os.open('l', 0)), p.samestat(os.stat('f'), os.stat('l')), t(p.samefile, 'f', 'none'), p.getsize('f'), p.ismount('/')
    out = []; p.walk('.', lambda a, n, l: out.append((a, n, sorted(l))), 'arg'); print sorted(out); print sorted((r, sorted(ds), sorted(fs)) for r, ds, fs in os.walk('.')), sorted((r, sorted(ds), sorted(fs)) for r, ds, fs in os.walk('.', topdown=False, followlinks=False)), list(os.walk('none')), list(os.walk('f'))
    errs = []; list(os.walk('none', onerror=errs.append)); print errs
    print p.supports_unicode_filenames, p.sep, p.altsep, p.extsep, p.pardir, p.curdir, p.pathsep, p.defpath, p.devnull, p.lexists(u'f'), p.realpath(u'l') == d + '/f'
finally: os.chdir('/'); shutil.rmtree(d)
