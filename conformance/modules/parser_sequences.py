# parser: sequences that are no trees in every way, nodes of subclasses, what compile and comparisons take, line numbers kept and made up.
import parser, symbol, token
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)[:160].split(' at 0x')[0]
e = parser.expr('a + 1'); s = parser.suite('x = 1\ny = 2\n')
for f in (parser.sequence2st, parser.tuple2st):
    for v in (None, 5, 'a', u'ab', '', (), [], (1,), ('a',), (257, 5), (257, 'x'), (257, None), (257, (0, '')), (999, (0, '')), (0, ''), (1, 'a'), (257, ()), (257, []), (257, (1,)), (257, (1, 5)), (257, (1, u'a')), (257, (1, 'a', 'x')), (257, (1, 'a', 1, 2)), (257, (1, 'a', 1, 2, 3)), (True, 'x'), (-1, 'a'), (2 ** 40, 'x'), {}, set([1]), xrange(3), ((257,), 1), [257, [4, ''], [0, '']]):
        t(f, v)
class T(tuple): pass
class L(list): pass
def deep(n, how): return how([deep(x, how) if isinstance(x, tuple) else x for x in n])
for how in (tuple, list, T, L): t(lambda: parser.sequence2st(deep(e.totuple(), how)).totuple() == e.totuple())
for o in (e, s):
    print o.isexpr(), o.issuite(), parser.isexpr(o), parser.issuite(o), type(o), len(o.totuple()), o.tolist()[0] == o.totuple()[0]
    t(o.totuple, 1); t(o.totuple, True, True, True); t(o.tolist, line_info=1, col_info=1); t(o.totuple, zzz=1); t(o.isexpr, 1); t(o.compile, 'name', 'x'); t(o.compile, 5); t(o.compile, filename='f'); t(o.compile, 'a\0b')
    t(parser.st2tuple, o); t(parser.st2list, ast=o) ; t(parser.st2tuple, o, 1, 1); t(parser.st2tuple, None); t(parser.st2tuple); t(parser.compilest, o); t(parser.compilest, o, 'nm'); t(parser.compilest, 5); t(parser.isexpr); t(parser.isexpr, 5); t(parser.issuite, o, 1)
print e.totuple(1)[-2:], e.totuple(1, 1)[-1], e.tolist(col_info=True)[-1], e.tolist(0, 1)[1][1] != 0
print eval(e.compile(), {'a': 41}), e.compile().co_filename, parser.compilest(e, 'other').co_filename
d = {}; exec s.compile() in d; print d['x'], d['y']
print e == parser.expr('a + 1'), e == parser.expr('a + 2'), e != parser.expr('a+1'), cmp(e, s), cmp(s, e), cmp(e, parser.expr('a + 0')), cmp(parser.expr('a'), parser.expr('b')), e < s, e == 5, e != None, cmp(parser.suite('pass'), parser.suite('pass\n')), cmp(parser.suite('a;b'), parser.suite('a'))
for text in ('', ' ', 'a b', '1 +', 'x = 1', 'lambda: (yield)', 'a' * 300, '(((((1)))))', 'print 1', 'a\nb', 'a\0b', u'\xe9', u'a', 5, None, '# c', '"\n', ' 1', '1\n', '1;'):
    t(lambda: parser.expr(text).isexpr()); t(lambda: parser.suite(text).issuite())
t(parser.expr); t(parser.expr, 'a', 'b'); t(parser.suite, source='pass'); t(parser.suite, zzz=1); t(parser.expr, source='a')
m = e.totuple(True); t(lambda: parser.sequence2st(m).totuple(True) == m)
print parser.sequence2st((258, (token.ENDMARKER, ''))).tolist() if 0 else '', parser.ASTType is parser.STType, parser.ParserError.__mro__[1], parser.ast2tuple(e) == e.totuple(), parser.sequence2ast(e.tolist()) == e, parser.ast2list(s) == s.tolist()
try: hash(e)
except TypeError as x: print x
t(parser._pickler, e); t(parser._pickler, 5); import pickle, copy; t(lambda: pickle.loads(pickle.dumps(e, 2)).totuple() == e.totuple()); t(lambda: copy.deepcopy(s) == s)
try: e.nothing = 1
except AttributeError as x: print x
try: e.nothing
except AttributeError as x: print x
