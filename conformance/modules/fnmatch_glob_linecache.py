# fnmatch, glob, linecache, filecmp, fileinput and tempfile over a small tree.
import fnmatch, glob, linecache, os, tempfile, shutil, filecmp, fileinput, sys, stat
def t(f, *a, **k):
    try: print repr(f(*a, **k)).replace(top, 'TOP')
    except Exception as e: print type(e).__name__, str(e).replace(top, 'TOP')
top = tempfile.mkdtemp(); old = os.getcwd()
for p in ('*', '?', 'a*', '*a', 'a?c', '[abc]', '[!abc]', '[a-c]x', '[', '[]', '[]]', '[!]]', '[a', 'a.b', 'a*b*c', '**', '', '[-a]', '[a-]', '[^a]', '[\\]', '\\*', 'A*', '*.py', '[[]', '*[0-9]?', u'\xe9*', 'a\nb', '?\n'):
    print repr(p), repr(fnmatch.translate(p)), [n for n in ('', 'a', 'abc', 'b', '*', '[', ']', 'a.b', 'axb', 'bx', 'A', 'x.py', '.py', 'a\nb', '-', '^', '\\', 'q12', '!') if fnmatch.fnmatchcase(n, p)], fnmatch.filter(['a', 'A', 'abc', 'x.py'], p)
t(fnmatch.fnmatch, 'a', 5); t(fnmatch.fnmatch, 5, 'a'); t(fnmatch.filter, 'abc', 'b'); t(fnmatch.filter, 5, 'b'); print fnmatch.fnmatch('ABC', 'abc')
for n in ('a.txt', 'b.txt', '.hidden', 'sub/c.txt', 'sub/.h', 'sub/deep/d.txt', '[odd]', 'sub2/c.txt'):
    d = os.path.dirname(os.path.join(top, n))
    if not os.path.isdir(d): os.makedirs(d)
    open(os.path.join(top, n), 'w').write('first of %s\nsecond\n' % n)
os.symlink('nowhere', os.path.join(top, 'broken')); os.chdir(top)
for p in ('*', '*.txt', '.*', 's*/', 's*/*', '*/*/*', 'sub/*.txt', 'nope', 'a.txt', 'broken', 'brok*', '[[]odd]', '[ab].txt', 'sub*/c.*', '*/.h', '*/.*', '', '/', 'sub/', 'sub//c.txt', './*.txt', '../*/a.txt'[:0] or './sub/../*.txt', '?.txt', '*/deep', 'a.txt/*', '**'):
    print p, sorted(glob.glob(p)), type(glob.glob(p)).__name__
print sorted(glob.glob(u'*.txt')), [type(x).__name__ for x in glob.glob(u'*.txt')], type(glob.iglob('*')).__name__, sorted(glob.iglob(os.path.join(top, '*.txt'))) == sorted(os.path.join(top, x) for x in ('a.txt', 'b.txt')), glob.has_magic('a[b'), glob.has_magic('ab'), sorted(glob.glob1('.', '*.txt')), glob.glob0('.', 'a.txt'), glob.glob0('', 'x'); t(glob.glob, 5)
print repr(linecache.getline('a.txt', 1)), repr(linecache.getline('a.txt', 2)), repr(linecache.getline('a.txt', 3)), repr(linecache.getline('a.txt', 0)), repr(linecache.getline('a.txt', -1)), repr(linecache.getline('none', 1)), linecache.getlines('b.txt'), 'a.txt' in linecache.cache
open('a.txt', 'w').write('changed content, longer\n'); print repr(linecache.getline('a.txt', 1)), linecache.checkcache('a.txt'), repr(linecache.getline('a.txt', 1)), linecache.checkcache(), linecache.clearcache(), linecache.cache, linecache.updatecache('sub'), linecache.updatecache('<x>')
print filecmp.cmp('a.txt', 'b.txt'), filecmp.cmp('sub/c.txt', 'sub/c.txt'), filecmp.cmp('b.txt', 'b.txt', 0), filecmp.cmpfiles('sub', 'sub2', ['c.txt', 'none', '.h']); t(filecmp.cmp, 'none', 'a.txt'); d = filecmp.dircmp('sub', 'sub2'); print d.left_list, d.right_list, d.common, d.left_only, d.right_only, d.common_files, d.common_dirs, d.diff_files, d.same_files, d.subdirs, d.funny_files; d.report(); d.report_full_closure(); t(lambda: d.nope)
for l in fileinput.input(['b.txt', 'sub/c.txt']): print fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), repr(l),
print; t(fileinput.lineno) if 0 else None; fileinput.close(); t(fileinput.filename); t(fileinput.nextfile)
f = fileinput.FileInput('b.txt', inplace=True, backup='.bak')
for l in f: print l.upper(),
f.close(); print open('b.txt').read(), open('b.txt.bak').read(); f = fileinput.input(['a.txt', 'b.txt']); print repr(f.readline()), f.nextfile(), repr(f.readline()), f[2]; t(lambda: f[9]); f.close(); t(fileinput.input, ['x'], mode='w'); t(fileinput.input, ['x'], inplace=1, openhook=len); t(lambda: list(fileinput.input(['none']))); fileinput.close()
n = tempfile.NamedTemporaryFile(prefix='pre', suffix='.suf', dir=top); print os.path.basename(n.name)[:3], n.name[-4:], os.path.exists(n.name), oct(stat.S_IMODE(os.stat(n.name).st_mode)), n.write('x'), n.flush(), n.tell(), n.mode; n.close(); print os.path.exists(n.name); n.close()
with tempfile.NamedTemporaryFile(delete=False, dir=top) as n: print n.file is not n, n.delete
print os.path.exists(n.name), os.unlink(n.name); s = tempfile.SpooledTemporaryFile(max_size=10); s.write('12345'); print s._rolled, s.tell(), s.name if s._rolled else None, s.mode, s.write('67890123'), s._rolled, s.seek(3), s.read(4), s.closed, s.close(), s.closed; s = tempfile.SpooledTemporaryFile(); s.write('a'); s.rollover(); print s._rolled; t(s.truncate, 0); f = tempfile.TemporaryFile(dir=top); f.write('tmp'); f.seek(0); print f.read(); t(tempfile.mkstemp, prefix=5); print len(os.path.basename(tempfile.mktemp())), tempfile.gettempprefix(), tempfile.template, tempfile.TMP_MAX
os.chdir(old); shutil.rmtree(top); t(shutil.rmtree, top); shutil.rmtree(top, True); shutil.rmtree(top, onerror=lambda f, p, e: sys.stdout.write('%s %s %s\n' % (f.__name__, p == top, e[0].__name__)))
