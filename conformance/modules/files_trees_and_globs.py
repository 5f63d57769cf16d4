# glob, fnmatch, shutil, tempfile, filecmp, fileinput over a small tree: patterns, copies, modes, errors.
import glob, fnmatch, shutil, tempfile, os, stat, filecmp, fileinput, errno
d = os.path.realpath(tempfile.mkdtemp()); os.chdir(d)
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print f.__name__, type(e).__name__, str(e).replace(d, 'D')
    else: print f.__name__, repr(r).replace(d, 'D')
def tree(p='.'): return sorted(os.path.join(r, x)[2:] for r, ds, fs in os.walk(p) for x in ds + fs)
try:
    for n in ('a.txt', 'b.txt', '.hidden', 'c[1].txt', 'A.TXT', 'x*y', 'sp ace', '\xc3\xa9.txt', 'noext'): open(n, 'w').write(n)
    os.makedirs('sub/deep'); open('sub/a.txt', 'w').write('other'); open('sub/deep/z.py', 'w').close(); os.symlink('a.txt', 'ln'); os.symlink('nowhere', 'dead')
    for p in ('*', '*.txt', '.*', '?.txt', '[ab].txt', '[!a].txt', '[]', '[', '[a-', 'c[[]1].txt', 'c[1].txt', '*/*.txt', '*/*', 'sub/*', 'sub/', 'su?/', '*/', 'none', 'a.txt', 'dead', '', 'x[*]y', '*[*]*', 'no*ne/x', '**', './*.txt', 'sub/../*.txt', d + '/sub/*', u'*.txt', 'a.txt/', '*/deep/*'):
        print repr(p).replace(d, 'D'), [x.replace(d, 'D') for x in sorted(glob.glob(p))]
    t(glob.glob, 5); print type(glob.iglob('*')), glob.has_magic('a'), glob.has_magic('['), list(glob.glob0('.', 'a.txt')), sorted(glob.glob1('sub', '*'))
    for p in ('*', 'a*', '?', '[a-c]', '[!a-c]', '[]]', '[!]]', '[', '[]', '[!]', '[a', '[\\]', '*.*', 'a.b', '', '[^a]', '[a-]', '[--0]', 'A*', '[[]', '\\*', '[!]a-]', '**a'):
        print repr(p), [int(fnmatch.fnmatchcase(n, p)) for n in ('', 'a', 'b', ']', '[', '-', '^', 'ab', 'a.b', 'A', '\\', '.', '\n', '\\x', '!')], repr(fnmatch.translate(p))
    print fnmatch.filter(['a', 'B', 'ab', u'ac'], 'a*'), fnmatch.fnmatch('A', 'a'), ; t(fnmatch.filter, ['a'], 5); t(fnmatch.fnmatch, 5, 'a'); t(fnmatch.translate, 5)
    os.chmod('a.txt', 0640); os.utime('a.txt', (1000, 2000)); t(shutil.copyfile, 'a.txt', 'k1'); t(shutil.copy, 'a.txt', 'k2'); t(shutil.copy2, 'a.txt', 'k3'); t(shutil.copy, 'a.txt', 'sub'); print [(oct(os.stat(n).st_mode & 0777) if n != 'k1' else '', int(os.stat(n).st_mtime) == 2000) for n in ('k1', 'k2', 'k3')], open('k3').read(), open('sub/a.txt').read()
    t(shutil.copyfile, 'a.txt', 'a.txt'); t(shutil.copyfile, 'a.txt', 'ln'); t(shutil.copyfile, 'none', 'x'); t(shutil.copyfile, 'a.txt', 'none/x'); t(shutil.copyfile, 'sub', 'x'); t(shutil.copy, 'dead', 'x'); t(shutil.copymode, 'a.txt', 'k1'); t(shutil.copystat, 'a.txt', 'none'); t(shutil.copyfileobj, 5, 6)
    t(shutil.copytree, 'sub', 'tree'); t(shutil.copytree, 'sub', 'tree'); t(shutil.copytree, 'none', 'q'); t(shutil.copytree, '.', 'all', symlinks=True, ignore=lambda p, ns: [n for n in ns if n in ('all', 'tree', 'sub')]); print tree('all'), os.path.islink('all/dead'); t(shutil.copytree, 'sub', 't2', ignore=shutil.ignore_patterns('*.py', 'x*')); print tree('t2'); os.symlink('gone', 'sub/bad'); t(shutil.copytree, 'sub', 't3')
    t(shutil.move, 'k1', 'moved'); t(shutil.move, 'moved', 'sub'); t(shutil.move, 'k2', 'sub/moved'); t(shutil.move, 'none', 'x'); t(shutil.move, 'sub', 'sub/deep'); t(shutil.move, 'all', 't2'); t(shutil.move, 'k3', 't2/a.txt'); t(shutil.move, 'tree', 'tree/x'); print tree('t2')[:3]
    t(shutil.rmtree, 'none'); t(shutil.rmtree, 'none', True); t(shutil.rmtree, 'a.txt'); t(shutil.rmtree, 't2'); os.symlink('tree', 'lt'); t(shutil.rmtree, 'lt'); errs = []; shutil.rmtree('none', onerror=lambda f, p, e: errs.append((f.__name__, p, e[0].__name__))); print errs
    print filecmp.cmp('a.txt', 'b.txt'), filecmp.cmp('a.txt', 'ln'), filecmp.cmpfiles('.', 'sub', ['a.txt', 'none'], shallow=False), filecmp.dircmp('sub', 'tree').common, filecmp.dircmp('sub', 'tree').left_only; print [(fileinput.filename(), fileinput.filelineno(), l) for l in fileinput.input(['a.txt', 'b.txt'])]; t(fileinput.filename); fileinput.close()
    tempfile.tempdir = d; f = tempfile.NamedTemporaryFile(prefix='pp', suffix='.ss'); n = f.name; print os.path.dirname(n) == d, os.path.basename(n)[:2], n[-3:], len(os.path.basename(n)), os.path.exists(n), oct(os.stat(n).st_mode), f.mode if hasattr(f, 'mode') else ''; f.write('x'); f.close(); print os.path.exists(n); f = tempfile.NamedTemporaryFile(delete=False); f.close(); print os.path.exists(f.name); os.remove(f.name); fd, n = tempfile.mkstemp('S', 'P'); print type(fd), os.path.basename(n)[0], n[-1]; os.close(fd); os.remove(n); x = tempfile.mkdtemp(dir=d); print oct(os.stat(x).st_mode); os.rmdir(x); print tempfile.gettempprefix(), tempfile.gettempdir() == d
    s = tempfile.SpooledTemporaryFile(10); s.write('12345'); print s._rolled, s.name, s.tell(), s.seek(0), s.read(); s.write('6789012'); print s._rolled, s.seek(0), s.read(), s.closed; s.rollover(); s.close(); print s.closed; s = tempfile.SpooledTemporaryFile(); s.writelines(['a\n', 'b']); s.seek(0); print list(s), s.mode
finally: os.chdir('/'); shutil.rmtree(d)
