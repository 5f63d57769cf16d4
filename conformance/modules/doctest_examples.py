# doctest: parsing, directives, exceptions expected, reports of failures, options, unittest suites.
import doctest, os, sys, unittest, StringIO
def square(x):
    """
    >>> square(3)
    9
    >>> square('a')
    Traceback (most recent call last):
      ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> print 'a\\n\\nb'
    a
    <BLANKLINE>
    b
    >>> range(20) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print 'a   b'  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 1 / 0 # doctest: +SKIP
    >>> for i in range(2):
    ...     print i
    0
    1
    >>> int('x') # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: different text
    """
    return x * x
class Bad:
    """
    >>> 1 + 1
    3
    >>> print 'one\\ntwo\\nthree'
    one
    2
    three
    >>> raise KeyError('k')
    >>> undefined
    5
    """
    def m(self):
        ">>> 'method'\n'method'"
    @staticmethod
    def s(): ">>> 1\n1"
    p = property(lambda self: 1, doc=">>> 'prop'\n'wrong'")
__test__ = {'extra': '>>> 2 * 2\n4\n'}
p = doctest.DocTestParser()
for s in ('text\n>>> a\nwant\n\nmore\n  >>> b\n  ... c\n', '>>> x = 1 # doctest: +ELLIPSIS -SKIP\n', 'no examples', ''): print [(isinstance(x, doctest.Example) and (x.source, x.want, x.lineno, x.indent, x.options, x.exc_msg)) or x for x in p.parse(s)]
for s in ('>>>bad\n', '>>> a # doctest: BAD\n', '    >>> a\n  b\n', '>>> if 1:\n...bad\n', '>>> # doctest: +NOPE\n'):
    try: print p.get_examples(s)
    except ValueError as e: print e
f = doctest.DocTestFinder(); print [(t.name, len(t.examples), t.lineno is not None) for t in sorted(f.find(sys.modules['__main__'], '__main__'))], [t.name for t in doctest.DocTestFinder(recurse=False).find(Bad)], [t.name for t in doctest.DocTestFinder(exclude_empty=False).find(len)]
def clean(s): return '\n'.join(l.split(', line')[0].replace(os.path.dirname(doctest.__file__), 'LIB') if 'File "' in l else l for l in s.splitlines())
out = []
for t in f.find(Bad, 'Bad') + f.find(square, 'square'):
    for flags in (0, doctest.REPORT_NDIFF, doctest.REPORT_UDIFF | doctest.REPORT_ONLY_FIRST_FAILURE, doctest.REPORT_CDIFF):
        r = doctest.DocTestRunner(verbose=False, optionflags=flags); o = []; print t.name, flags, r.run(t, out=o.append, clear_globs=False), ; out.append(clean(''.join(o))); print r.failures, r.tries
print out[0]; print out[1][-300:]; print out[2][-200:]; print out[3][-220:]
print doctest.testmod(sys.modules['__main__'], extraglobs={'undefined': 5}, optionflags=doctest.REPORT_ONLY_FIRST_FAILURE) if 0 else doctest.DocTestRunner(verbose=True).run(f.find(square, 'square')[0], out=lambda s: None)
c = doctest.OutputChecker()
for w, g, fl in (('a\n', 'a\n', 0), ('True\n', '1\n', 0), ('True\n', '1\n', doctest.DONT_ACCEPT_TRUE_FOR_1), ('a...b\n', 'axxb\n', doctest.ELLIPSIS), ('a  b\n', 'a b\n', doctest.NORMALIZE_WHITESPACE), ('<BLANKLINE>\n', '\n', 0), ('<BLANKLINE>\n', '\n', doctest.DONT_ACCEPT_BLANKLINE), ('...\n', '', 8), ('abc', 'ab', 0)): print c.check_output(w, g, fl),
print; print repr(c.output_difference(doctest.Example('x', 'a\nb\n'), 'a\nc\n', doctest.REPORT_UDIFF)), [doctest._ellipsis_match(*x) for x in (('a...c', 'abc'), ('...', ''), ('a...a', 'a'), ('aa...', 'a'))]
try: doctest.DebugRunner(verbose=False).run(f.find(Bad, 'Bad')[0])
except doctest.DocTestFailure as e: print e.example.source, e.got
s = doctest.DocTestSuite(sys.modules['__main__']); r = unittest.TestResult(); s.run(r); print r.testsRun, len(r.failures), len(r.errors), sorted(t.id() for t in s), sorted(map(str, s))[:2]
print doctest.script_from_examples('text\n>>> 1\n1\n>>> if x:\n...   y\nmore'); print repr(doctest.testsource(sys.modules['__main__'], '__main__.Bad.m')), doctest.register_optionflag('MINE') == doctest.OPTIONFLAGS_BY_NAME['MINE'], doctest.TestResults(1, 2), doctest.Example('a', 'b') == doctest.Example('a', 'b'), doctest.Example('s', '').want == ''
