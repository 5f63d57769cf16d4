# unittest: results of every kind, skips, expected failures, cleanups, class and module fixtures, messages of assertions, the text runner.
import unittest, StringIO, re, sys
log = []
class T(unittest.TestCase):
    'Doc of the class.'
    @classmethod
    def setUpClass(cls): log.append('setUpClass')
    @classmethod
    def tearDownClass(cls): log.append('tearDownClass')
    def setUp(self): log.append('setUp'); self.addCleanup(log.append, 'cleanup')
    def tearDown(self): log.append('tearDown')
    def test_ok(self): 'Short line.\n\nmore'
    def test_fail(self): self.assertEqual(1, 2, 'msg')
    def test_error(self): raise KeyError('k')
    @unittest.skip('why')
    def test_skip(self): pass
    @unittest.skipIf(1, 'cond')
    def test_skipif(self): pass
    @unittest.skipUnless(1, 'no')
    def test_notskipped(self): pass
    def test_skipinside(self): self.skipTest('inside')
    @unittest.expectedFailure
    def test_xfail(self): self.fail('expected')
    @unittest.expectedFailure
    def test_xpass(self): pass
@unittest.skip('all')
class S(unittest.TestCase):
    def test_a(self): pass
class BadSetup(unittest.TestCase):
    def setUp(self): raise ValueError('in setUp')
    def tearDown(self): log.append('never')
    def test_a(self): pass
class BadClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise OSError('class')
    def test_a(self): pass
class BadTear(unittest.TestCase):
    def tearDown(self): raise TypeError('in tearDown')
    def test_a(self): self.addCleanup(lambda: 1 / 0)
def clean(s): return re.sub(r'in [\d.]+s', 'in Xs', re.sub(r'File "[^"]*", line \d+', 'File F, line N', s))
for v in 0, 1, 2:
    o = StringIO.StringIO(); suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (T, S, BadSetup, BadClass, BadTear)); r = unittest.TextTestRunner(o, verbosity=v).run(suite); print clean(o.getvalue()); print r, r.wasSuccessful(), r.testsRun, len(r.errors), len(r.failures), [(str(t), w) for t, w in r.skipped], len(r.expectedFailures), r.unexpectedSuccesses, log.count('setUp'), log.count('cleanup'), log[:2]; del log[:]
t = T('test_ok'); print t, repr(t), t.id(), t.shortDescription(), t.countTestCases(), t == T('test_ok'), t == T('test_fail'), t.defaultTestResult()
try: T('nosuch')
except ValueError as e: print e
for opt in ({'failfast': True}, {'buffer': True}): o = StringIO.StringIO(); r = unittest.TextTestRunner(o, **opt).run(unittest.TestSuite([T('test_fail'), T('test_error'), T('test_ok')])); print r.testsRun, len(r.errors)
