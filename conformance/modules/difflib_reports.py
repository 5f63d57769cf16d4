# difflib: matching blocks, opcodes, every kind of report.
import difflib

a = 'one two three four five six seven'.split()
b = 'zero one tree four fivefold six seven eight'.split()
m = difflib.SequenceMatcher(None, a, b)
print m.get_matching_blocks()
print m.get_opcodes()
print list(m.get_grouped_opcodes(1))
print '%.4f %.4f %.4f' % (m.ratio(), m.quick_ratio(), m.real_quick_ratio())
m = difflib.SequenceMatcher(lambda c: c == ' ', ' abcd', 'abcd abcd')
print m.find_longest_match(0, 5, 0, 9), m.isbjunk(' '), m.isbjunk('a'), m.isbpopular('a')
m = difflib.SequenceMatcher(None, 'b' * 50 + 'x', 'b' * 200 + 'y')
print '%.5f' % m.ratio(), sorted(m.b2j), m.bpopular if hasattr(m, 'bpopular') else None
m = difflib.SequenceMatcher(None, 'b' * 50 + 'x', 'b' * 200 + 'y', autojunk=False)
print '%.5f' % m.ratio()
m.set_seqs('', '')
print m.ratio(), m.get_opcodes(), m.get_matching_blocks()
print '\n'.join(difflib.unified_diff(a, b, 'left', 'right', 'then', 'now', n=1, lineterm=''))
print '\n'.join(difflib.context_diff(a, b, 'left', 'right', lineterm='', n=0))
print '\n'.join(difflib.ndiff(a, b))
delta = list(difflib.ndiff(['one\n', 'two\n', 'three\n'], ['ore\n', 'tree\n', 'emu\n']))
print ''.join(delta), list(difflib.restore(delta, 1)), list(difflib.restore(delta, 2))
try:
    list(difflib.restore(delta, 3))
except ValueError as e:
    print 'ValueError', e
for word, cut in (('appel', .6), ('wheel', .6), ('pineapple', .3), ('accept', .9)):
    print word, difflib.get_close_matches(word, ['ape', 'apple', 'peach', 'puppy', 'while', 'pineapple'], 3, cut)
for args in (('a', [], 0), ('a', [], 1, 2.0)):
    try:
        difflib.get_close_matches(*args)
    except ValueError as e:
        print 'ValueError', e
print difflib.IS_LINE_JUNK('  #  \n'), difflib.IS_LINE_JUNK('x\n'), difflib.IS_CHARACTER_JUNK('\t')
d = difflib.Differ(linejunk=difflib.IS_LINE_JUNK, charjunk=difflib.IS_CHARACTER_JUNK)
print ''.join(d.compare(['#\n', 'private void f(int x)\n', 'same\n'], ['private volatile int g(int xx)\n', '\n', 'same\n'])),
table = difflib.HtmlDiff(tabsize=2, wrapcolumn=10).make_table(['a\tb\n', 'long line that wraps\n'], ['a\tc\n', 'long Line that wraps\n'], 'from', 'to')
print len(table), table.count('diff_chg'), table.count('nowrap')
print table[:700]
for group in difflib._mdiff(['a\n', 'b\n', 'c\n'], ['a\n', 'bb\n', 'd\n', 'e\n']):
    print group
