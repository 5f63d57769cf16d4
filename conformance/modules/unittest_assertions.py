# unittest: the message of every assertion that fails, long ones too, and contexts of exceptions.
import unittest, collections
class T(unittest.TestCase):
    def runTest(self): pass
t = T(); print t.maxDiff, t.longMessage, T.failureException.__name__
def a(name, *args, **k):
    try: r = getattr(t, 'assert' + name)(*args, **k)
    except AssertionError as e: print name, 'AssertionError', repr(str(e)) if '\n' not in str(e) else str(e)
    except Exception as e: print name, type(e).__name__, e
    else: print name, 'ok', r
for args in (('Equal', 1, 2), ('Equal', 1, 1), ('Equal', [1, 2, 3], [1, 5, 3]), ('Equal', (1,), (1, 2)), ('Equal', {'a': 1}, {'a': 2, 'b': 1}), ('Equal', set([1]), set([2])), ('Equal', frozenset([1]), frozenset()), ('Equal', u'a\nb\n', u'a\nc\n'), ('Equal', 'x', u'y'), ('Equal', [1], (1,)), ('Equal', 1, 2, 'own'), ('Equal', [], None), ('NotEqual', 1, 1), ('True', 0), ('True', 0, 'm'), ('False', [1]), ('Is', 1, 2), ('IsNot', None, None), ('IsNone', 0), ('IsNotNone', None), ('In', 1, [2]), ('NotIn', 'a', 'abc'), ('IsInstance', 1, str), ('IsInstance', 1, (str, list)), ('NotIsInstance', 1, int), ('AlmostEqual', 1.0, 1.1), ('AlmostEqual', 1.0, 1.00000001), ('AlmostEqual', 1, 2, 3, None, 1.5), ('AlmostEqual', 1, 2, None, None, 0.5), ('AlmostEqual', 1, 2, 1, None, 1), ('NotAlmostEqual', 1.0, 1.00000001), ('NotAlmostEqual', 1, 2, None, None, 5), ('Greater', 1, 2), ('GreaterEqual', 1, 2), ('Less', 2, 1), ('LessEqual', 2, 1), ('RegexpMatches', 'abc', 'x.z'), ('RegexpMatches', 'abc', 'b'), ('NotRegexpMatches', 'abc', 'b'), ('ItemsEqual', [1, 2, 2], [2, 1, 1]), ('ItemsEqual', [[1], 2], [2, [1]]), ('ItemsEqual', [3, 1], [1, 3]), ('DictContainsSubset', {'a': 1, 'z': 2}, {'a': 2}), ('DictContainsSubset', {'a': 1}, {'a': 1, 'b': 2}), ('SequenceEqual', [1, 2], (1, 3)), ('SequenceEqual', [1], 5), ('SequenceEqual', [1], [1, 2], 'm', list), ('ListEqual', [1], (1,)), ('TupleEqual', (1, 2), (1, 3)), ('SetEqual', 5, set()), ('SetEqual', set('ab'), set('bc')), ('DictEqual', {}, []), ('DictEqual', {1: 2}, {1: 3}), ('MultiLineEqual', u'one\ntwo\n', u'one\n2\n'), ('MultiLineEqual', 'a', 5), ('Equals', 1, 2), ('_', 0)): a(*args)
t.maxDiff = 10; a('Equal', range(30), range(29) + [99]); t.maxDiff = None; a('Equal', 'x' * 100, 'x' * 99); t.longMessage = True; a('Equal', 1, 2, 'more'); a('True', 0, 'more'); a('IsNone', 1, 'more'); a('In', 1, [], 'more')
def raises(e): raise e
for args in ((ValueError, int, 'x'), (KeyError, int, 'x'), (KeyError, int, '5'), ((KeyError, ValueError), int, 'x'), (ValueError,), (5, int, '5')):
    try: r = t.assertRaises(*args); print type(r).__name__
    except BaseException as e: print type(e).__name__, e
with t.assertRaises(KeyError) as c: {}['k']
print repr(c.exception), c.expected
try:
    with t.assertRaises(KeyError): pass
except AssertionError as e: print e
try:
    with t.assertRaises(KeyError): raise ValueError('other')
except ValueError as e: print e
for args in ((ValueError, 'inv.*', int, 'x'), (ValueError, 'nomatch', int, 'x')):
    try: print t.assertRaisesRegexp(*args)
    except AssertionError as e: print e
t.addTypeEqualityFunc(int, lambda a, b, msg=None: t.fail('custom %s %s' % (a, b))); a('Equal', 1, 2); a('Equal', 1, 2L)
for n in ('failUnless', 'failIf', 'failUnlessEqual', 'failUnlessRaises', 'assert_', 'failIfEqual', 'assertNotEquals', 'assertAlmostEquals'): print n, hasattr(t, n),
print t.fail.__name__; f = unittest.FunctionTestCase(lambda: None, description='d'); print f.shortDescription(), f.id()
