# Calls of posix on names that are not there, are not folders, are wrong objects.
import os, errno, tempfile, shutil
d = tempfile.mkdtemp(); os.chdir(d)
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print f.__name__, a, type(e).__name__, str(e).replace(d, 'DIR')
    else: print f.__name__, a, repr(r).replace(d, 'DIR') if not isinstance(r, os.stat_result) else r.st_size
try:
    open('file', 'w').write('12345'); os.mkdir('folder'); open('folder/inner', 'w').close(); os.symlink('file', 'link'); os.symlink('nowhere', 'dead')
    for f in (os.stat, os.lstat, os.listdir, os.unlink, os.rmdir, os.chdir, os.readlink, os.mkdir):
        for a in (('missing',), ('missing/x',), ('file/x',), ('',), ('x\0y',), (3,), (None,), (), ('a', 'b', 'c'), (u'missing\xe9' if f is os.listdir else u'missing',), ('n' * 300,), (['x'],)):
            t(f, *a)
    t(os.listdir, 'file'); t(os.rmdir, 'folder'); t(os.rmdir, 'file'); t(os.unlink, 'folder') if 0 else None; t(os.readlink, 'file'); t(os.readlink, 'link'); t(os.readlink, u'link'); t(os.mkdir, 'folder'); t(os.mkdir, 'm', 'x'); t(os.mkdir, 'm', 0700); t(os.mkdir, 'm2', 0700L); t(os.mkdir, 'm3', 1.5)
    t(os.stat, 'link'); t(os.lstat, 'link'); t(os.stat, 'dead'); print os.lstat('dead').st_size
    for f in (os.rename, os.link, os.symlink):
        for a in (('missing', 'x'), ('file', 'missing/x'), ('file', ''), ('', 'file'), ('file',), (1, 2), ('file', 2), ('a\0', 'b'), ('file', None), (u'missing', u'x')):
            if f is os.symlink and a[0] in ('missing', u'missing', ''): continue
            t(f, *a)
    t(os.rename, 'file', 'folder'); t(os.rename, 'folder', 'file'); t(os.link, 'file', 'link'); t(os.symlink, 'x', 'link'); t(os.rename, 'm', 'm4'); t(os.renames, 'm4', 'deep/er/m5'); t(os.removedirs, 'deep/er/m5'); t(os.makedirs, 'a/b/c'); t(os.makedirs, 'a/b/c'); t(os.makedirs, 'file/b'); t(os.removedirs, 'a/b/c'); t(os.removedirs, 'folder')
    for f in (os.chmod, os.access):
        for a in (('missing', 0), ('file', 0600), ('file', 'x'), ('file',), (3, 4), ('file', 1.0), ('file', 2**40), ('file', 0600L), ('x\0', 4)):
            t(f, *a)
    t(os.access, 'file', os.F_OK); t(os.access, '', 0); t(os.chmod, 'file', 0644); print oct(os.stat('file').st_mode)
    for a in (('file', None), ('file', (1, 2)), ('file', (1.5, 2.5)), ('file', 3), ('file', (1,)), ('file', (1, 2, 3)), ('file', [1, 2]), ('missing', (1, 2)), ('file', ('a', 2)), ('file',), (3, None), ('file', (2**70, 1)), ('file', (-1, -1.5))):
        t(os.utime, *a)
        if a[1:] and isinstance(a[1], tuple): print os.stat('file').st_mtime
    os.utime('file', (10.25, 20.75)); s = os.stat('file'); print s.st_atime, s.st_mtime, s[7], s[8], s.st_size, s.st_nlink
    for a in (('missing', -1, -1), ('file', -1, -1), ('file', 'x', 1), ('file', -1), ('file', 2**33, -1), ('file', -2, -1), ('file', 1.5, 1)):
        t(os.chown, *a); t(os.lchown, *a)
    t(os.getcwd); t(os.getcwdu); t(os.getcwd, 1); t(os.chdir, u'folder'); t(os.getcwd); os.chdir('..')
    print sorted(os.listdir('.')), sorted(os.listdir(u'.')), sorted(os.listdir(unicode('folder')))
    t(os.listdir); t(os.pathconf, 'file', 'PC_NAME_MAX'); t(os.pathconf, 'file', 'nothing'); t(os.pathconf, 'missing', 'PC_NAME_MAX'); t(os.pathconf, 'file', None); t(os.sysconf, 'nothing'); t(os.sysconf, 1.5); t(os.sysconf, 'SC_PAGE_SIZE'); t(os.confstr, 'nope'); t(os.confstr, 'CS_PATH')
    t(os.statvfs, 'missing'); t(os.mkfifo, 'file'); t(os.mkfifo, 'fifo', 'x'); t(os.mkfifo, 'fifo'); t(os.mknod, 'file'); t(os.truncate if hasattr(os, 'truncate') else len, 3); t(os.strerror, 2)
finally:
    os.chdir('/'); shutil.rmtree(d)
