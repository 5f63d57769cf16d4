# The module parser: trees of texts, texts of trees.
import copy
import parser
import pickle

TEXTS = [
    '', '\n', 'x = 1', 'x\n\n# comment\n', 'if x:\n  y\n  # comment\n\n', 'if x:\n  if y:\n    z\n\nw\n', 'x;', 'x\\\n\n',
    "x = '''a\nb'''; y", "x = 'a' \\\n   'b'\n", 'def f(a, (b, c)=(1, 2), *d, **e):\n    return x\ny\n',
    '@a.b(1)\n@c\nclass D(E, F): pass\n', 'print >>x, 1,\nprint\nexec x in y, z\ndel a, b\n',
    'from . import a\nfrom ..b import (c as d, e,)\nimport f.g as h, i\n', 'global a, b\nassert x, y\nraise a, b, c\n',
    'try: pass\nexcept A, b: pass\nexcept C as d: pass\nelse: pass\nfinally: pass\n', 'with a as b, c: pass\n',
    'while a: break\nelse: continue\nfor a, b in c, d: pass\n', 'x[1:2, ::3, ...] = {1: 2, 3: 4}, {5, 6}, `7`\n',
    'f(a, b=c, *d, **e)(g for h in i if j)\n', '[a for b in c if d for e in f, g]\n{a: b for c in d}\n',
    'x += yield\nlambda a, *b: (yield 5)\n', 'a <> b != c not in d is not e\n-a ** ~b if c or d and not e else f\n',
    'x >>= 1 << 2 >> 3; x //= 1 // 2; x **= 1\n', '# coding: latin-1\nx\n', 'if 1:\n\tx\n#c\n\ty\n', 'x\r\ny\r\n',
    'f() = 1\n', 'from __future__ import print_function\nprint(1)\n',
]
for text in TEXTS:
    tree = parser.suite(text)
    shown = tree.totuple(True, True)
    print shown
    again = parser.sequence2st(tree.tolist(True))
    print again == tree, again.totuple() == tree.totuple(), again.issuite(), again.isexpr()
for text in 'x', 'x\n', 'x\n\n', 'x # c', '(x\n)', '1, 2,':
    tree = parser.expr(text)
    print tree.totuple(True, True), parser.isexpr(tree), parser.issuite(tree), parser.tuple2st(tree.totuple()) == tree
for parse, text in ((parser.suite, 'x y'), (parser.expr, '"'), (parser.suite, ' x'), (parser.suite, 'if x:\nfoo'),
                    (parser.expr, 'x = 1'), (parser.suite, '# coding: nonesuch\nx')):
    try:
        parse(text)
    except SyntaxError as e:
        print type(e).__name__, e.args

print eval(parser.expr('6 * 7').compile()), eval(parser.compilest(parser.expr('(1,\n2)'), 'name'))
namespace = {}
code = parser.sequence2st(parser.suite('def f(a):\n\n    b = (a,\n         1)\n    return b\n').totuple(True)).compile('file')
exec code in namespace
print namespace['f'](0), code.co_filename
try:
    parser.suite('f() = 1').compile()
except SyntaxError as e:
    print e.msg, e.lineno

x, y = parser.expr('x'), parser.expr('y')
print cmp(x, y), cmp(y, x), x == parser.expr('x'), x < y, cmp(parser.suite('x'), x)
print copy.copy(x) == x, copy.deepcopy(x) == x, pickle.loads(pickle.dumps(x, 2)) == x
try:
    hash(x)
except TypeError as e:
    print e

NOT_TREES = [(), (1,), (258,), (257, (4,), (0, '')), 'x', (257, 5), (256, (4, '')), (300,), (900,), (258, (0, '')),
             (257, (4, 5)), (257, (1, 'x'), (0, '')), ('x',), (1, 'x'), (257, (267, (268,)), (0, '')),
             (257, (4, '', 1, 2, 3), (0, '')), (257, (4, '', 'x'), (0, ''))]
for tree in NOT_TREES:
    try:
        parser.sequence2st(tree)
        print 'accepted', tree
    except parser.ParserError:
        pass
try:
    parser.sequence2st(5)
except ValueError as e:
    print e
try:
    parser.isexpr(5)
except TypeError as e:
    print e
print parser.STType is parser.ASTType, parser.STType
