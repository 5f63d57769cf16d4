# unittest: loaders, suites, discovery in a folder, load_tests, names that do not load, programs run by main.
import unittest, os, sys, tempfile, shutil, StringIO
def names(s): return [names(x) if isinstance(x, unittest.TestSuite) else x.id() for x in s]
class A(unittest.TestCase):
    def test_b(self): pass
    def test_a(self): pass
    def testC(self): pass
    def other(self): pass
    test_not = 5
class R(unittest.TestCase):
    def runTest(self): pass
class M(object):
    class Inner(unittest.TestCase):
        def test_i(self): pass
l = unittest.TestLoader(); print l.getTestCaseNames(A), names(l.loadTestsFromTestCase(A)), names(l.loadTestsFromTestCase(R))
l.testMethodPrefix = 'other'; print l.getTestCaseNames(A); l.testMethodPrefix = 'test'; l.sortTestMethodsUsing = lambda a, b: cmp(b, a); print l.getTestCaseNames(A); l.sortTestMethodsUsing = None; print sorted(l.getTestCaseNames(A)); l = unittest.TestLoader()
me = sys.modules['__main__']
for n in ('A', 'A.test_a', 'R', 'M.Inner', 'nosuch', 'A.nosuch', 'A.test_not', 'os.path', 'no.such.module', '__main__.A.testC'):
    try: print n, names(l.loadTestsFromName(n, None if '.' in n and n[0] in 'on_' else me))
    except Exception as e: print n, type(e).__name__, e
print names(l.loadTestsFromNames(['A.test_a', 'R'], me)), names(l.loadTestsFromModule(me)), unittest.getTestCaseNames(A, 'test_'), names(unittest.makeSuite(A, 'test'))
s = unittest.TestSuite([A('test_a')]); s.addTest(R()); s.addTests([A('test_b')]); print s.countTestCases(), repr(s)[:60], s == unittest.TestSuite([A('test_a'), R(), A('test_b')]), len(list(s))
for bad in (5, A, unittest.TestSuite):
    try: s.addTest(bad)
    except TypeError as e: print e
try: s.addTests('abc')
except TypeError as e: print e
try: l.loadTestsFromTestCase(unittest.TestSuite)
except TypeError as e: print e
d = tempfile.mkdtemp(); sys.dont_write_bytecode = True
try:
    w = lambda n, t: open(os.path.join(d, n), 'w').write(t)
    os.makedirs(os.path.join(d, 'pkg', 'notpkg')); w('test_one.py', 'import unittest\nclass X(unittest.TestCase):\n def test_x(self): pass\n'); w('test_bad.py', 'import nonexistent_module_q\n'); w('other.py', ''); w('pkg/__init__.py', ''); w('pkg/test_two.py', 'import unittest\nclass Y(unittest.TestCase):\n def test_y(self): self.fail()\ndef load_tests(loader, tests, pattern): tests.addTest(Y("test_y")); return tests\n'); w('pkg/notpkg/test_hidden.py', '1/0'); w('lt_mod.py', '')
    s = l.discover(d); flat = []
    def walk(x): [walk(y) for y in x] if isinstance(x, unittest.TestSuite) else flat.append(x.id())
    walk(s); print sorted(flat), l._top_level_dir == d
    print names(l.discover(d, 'other.py')), names(unittest.TestLoader().discover(os.path.join(d, 'pkg'), 'test_t*.py', d))
    try: unittest.TestLoader().discover(os.path.join(d, 'none'))
    except ImportError as e: print str(e)[:40].replace(d, 'D')
    o = StringIO.StringIO(); r = unittest.TextTestRunner(o).run(s); print r.testsRun, len(r.errors), len(r.failures), 'No module named nonexistent_module_q' in o.getvalue()
finally: shutil.rmtree(d); sys.path.remove(d) if d in sys.path else None
class Quiet(unittest.TextTestRunner):
    def __init__(self, *a, **k): unittest.TextTestRunner.__init__(self, StringIO.StringIO(), *a, **k)
for argv in (['p', 'A.test_a'], ['p', '-v', 'A'], ['p', '-q', 'R', 'M.Inner'], ['p', '-f', '-b', 'A']):
    p = unittest.main(me, argv=argv, testRunner=Quiet, exit=False); print argv, p.result.testsRun, p.verbosity, p.failfast, p.buffer, names(p.test)
try: unittest.main(me, argv=['p', 'R'], testRunner=Quiet)
except SystemExit as e: print 'exit', e.code
o, e = sys.stdout, sys.stderr; sys.stdout = sys.stderr = x = StringIO.StringIO()
try: unittest.main(me, argv=['prog', '--bogus'])
except SystemExit as c: code = c.code
sys.stdout, sys.stderr = o, e; print code, x.getvalue().splitlines()[:3]
