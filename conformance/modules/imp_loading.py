# imp: what it finds and loads, and what it says when it cannot.
import imp, sys, os, tempfile, shutil
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print type(e).__name__, str(e).replace(d, 'DIR')
    else: print repr(r).replace(d, 'DIR').split(' at 0x')[0].split(" from '/")[0]
d = os.path.realpath(tempfile.mkdtemp())
sys.dont_write_bytecode = True
try:
    open(os.path.join(d, 'amod_.py'), 'w').write('x = 1\nname = __name__\nfile = __file__\n')
    open(os.path.join(d, 'bad_.py'), 'w').write('x = = 1\n')
    open(os.path.join(d, 'raise_.py'), 'w').write('y = 5\n1 / 0\n')
    os.mkdir(os.path.join(d, 'pkg_'))
    open(os.path.join(d, 'pkg_', '__init__.py'), 'w').write('z = 3\n')
    open(os.path.join(d, 'pkg_', 'sub.py'), 'w').write('w = 4\n')
    os.mkdir(os.path.join(d, 'empty_'))
    for name in ('amod_', 'bad_', 'pkg_', 'empty_', 'nothing_', 'pkg_.sub', ''):
        t(imp.find_module, name, [d])
    t(imp.find_module, 'sys'); t(imp.find_module, 'sys', [d]); t(imp.find_module, 'sub', [os.path.join(d, 'pkg_')])
    t(imp.find_module, 'amod_', ['/nonexistent', '', d]); t(imp.find_module, 'amod_', (d,)); t(imp.find_module, 'amod_', [1, None, d])
    t(imp.find_module, 'amod_', []); t(imp.find_module, 'amod_', d); t(imp.find_module, 'amod_', 3); t(imp.find_module, 3); t(imp.find_module)
    t(imp.find_module, 'amod_', [unicode(d)]); t(imp.find_module, u'amod_', [d]); t(imp.find_module, 'a\0b', [d]); t(imp.find_module, 'no' * 3000, [d])
    f, p, desc = imp.find_module('amod_', [d])
    m = imp.load_module('amod_', f, p, desc)
    print m.x, m.name, m.file.replace(d, 'DIR'), sys.modules['amod_'] is m
    m.x = 5; m.extra = 6
    f.seek(0)
    m2 = imp.load_module('amod_', f, p, desc)
    print m2 is m, m.x, m.extra
    f.close()
    t(imp.load_module, 'amod_', f, p, desc)
    t(imp.load_module, 'a', None, p, desc); t(imp.load_module, 'a', 3, p, desc); t(imp.load_module, 'a', None, '', ('', '', 99))
    t(imp.load_module, 'a', None, '', ('', 'x', 1)); t(imp.load_module, 'a', None, '', ('', '')); t(imp.load_module, 'a', None, '', 3)
    t(imp.load_module, 'a', None, '', (1, '', 5)); t(imp.load_module, 'a', None, '', ['', 2, 5]); t(imp.load_module, 'a', None, '', ('', '', 'x')); t(imp.load_module, 'a', None, '', '123'); t(imp.load_module, 'a', None, '', None)
    t(imp.load_module, 'a')
    t(imp.load_module, 'sys', None, 'sys', ('', '', imp.C_BUILTIN)); t(imp.load_module, 'nosuch_', None, 'x', ('', '', imp.C_BUILTIN))
    t(imp.load_module, 'pk2', None, os.path.join(d, 'pkg_'), ('', '', imp.PKG_DIRECTORY))
    print sys.modules['pk2'].z, [q.replace(d, 'DIR') for q in sys.modules['pk2'].__path__], sys.modules['pk2'].__file__.replace(d, 'DIR')
    import pk2.sub
    print pk2.sub.w, pk2.sub.__name__, pk2.sub.__package__
    t(imp.load_source, 'src_', os.path.join(d, 'amod_.py')); print sys.modules['src_'].name
    t(imp.load_source, 'bad_', os.path.join(d, 'bad_.py')); print 'bad_' in sys.modules
    t(imp.load_source, 'raise_', os.path.join(d, 'raise_.py')); print 'raise_' in sys.modules
    t(imp.load_source, 'no_', os.path.join(d, 'no.py')); t(imp.load_source, 'no_'); t(imp.load_source, 3, 4)
    t(imp.load_source, 'src2_', 'elsewhere.py', open(os.path.join(d, 'amod_.py'))); print sys.modules['src2_'].file
    t(imp.load_compiled, 'c_', os.path.join(d, 'amod_.py')); t(imp.load_compiled, 'c_', os.path.join(d, 'no.pyc'))
    t(imp.load_package, 'pk3', os.path.join(d, 'pkg_')); t(imp.load_package, 'pk4', os.path.join(d, 'empty_'))
    t(imp.new_module, 'n_'); t(imp.new_module, 3); t(imp.new_module); n = imp.new_module('q'); print sorted(n.__dict__.items()), 'n_' in sys.modules
    t(imp.init_builtin, 'sys'); t(imp.init_builtin, 'nosuch_'); t(imp.init_frozen, 'nosuch_'); t(imp.is_builtin, 'sys'); t(imp.is_builtin, 'os'); t(imp.is_builtin, 'nosuch_')
    t(imp.is_frozen, 'sys'); t(imp.get_frozen_object, 'nosuch_')
    print imp.lock_held(), imp.acquire_lock(), imp.lock_held(), imp.acquire_lock(), imp.release_lock(), imp.lock_held(), imp.release_lock(), imp.lock_held()
    t(imp.release_lock)
    print repr(imp.get_magic()), [s for s in imp.get_suffixes() if s[2] != imp.C_EXTENSION]
    print [(n, getattr(imp, n)) for n in dir(imp) if n.isupper()]
    n = imp.NullImporter; print n, n.__name__, [x for x in dir(n) if x[0] != '_']
    t(n, ''); t(n, d); t(n, '/nonexistent'); t(n); t(n, 3); print n('/nonexistent').find_module('x'), n('/nonexistent').find_module('x', 3)
    t(n('/nonexistent').find_module)
    t(imp.reload, 3); t(imp.reload, imp.new_module('nn_')); t(imp.reload, imp.new_module('sys'))
    sys.path.insert(0, d)
    import amod_
    sys.modules['amod_'].x = 9; print imp.reload(sys.modules['amod_']).x
finally:
    shutil.rmtree(d)
