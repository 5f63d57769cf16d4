# textwrap over widths and options: hyphens, long words, indents, tabs, unicode, dedent with mixed margins.
import textwrap
text = "The quick-brown fox -- who'd jump over\tthe 'lazy' dog.  And so-on...\n\nhttp://example.com/a-very-long-url/with/parts?x=1 e.g. this; foo--bar -option --long-option (paren-thesis) end."
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e; return
    if isinstance(r, list):
        for l in r: print '|%s|' % (l.encode('unicode-escape') if isinstance(l, unicode) else l)
    else: print repr(r)
for w in (1, 5, 10, 20, 33, 70, 0, -1): print 'width', w; t(textwrap.wrap, text, w)
for opt in ('expand_tabs', 'replace_whitespace', 'drop_whitespace', 'fix_sentence_endings', 'break_long_words', 'break_on_hyphens'):
    for v in (True, False): print opt, v; t(textwrap.wrap, text, 22, **{opt: v})
for ind in (('> ', '>> '), ('', '      '), ('*' * 25, ''), ('\t', '\t')): t(textwrap.wrap, text, 20, initial_indent=ind[0], subsequent_indent=ind[1])
t(textwrap.wrap, ''); t(textwrap.wrap, '   '); t(textwrap.wrap, '\n\n'); t(textwrap.wrap, 'a'); t(textwrap.wrap, u'\xe9t\xe9 \u20ac-\u20ac caf\xe9-au-lait \u2014 x', 8); t(textwrap.wrap, 5); t(textwrap.wrap, None); t(textwrap.wrap, 'a b', 'x'); t(textwrap.wrap, 'a b', 2.5); t(textwrap.fill, text, 30); t(textwrap.fill, '', 3, initial_indent='x')
w = textwrap.TextWrapper(width=15, initial_indent='* ', subsequent_indent='  ')
print w.fill('one two three four five'), sorted((k, v) for k, v in vars(w).items() if 're' != k[-2:] and 'uni' not in k); w.width = 8; print w.wrap('aaaa bbbb cccccccccccc'); w.break_long_words = False; print w.wrap('aaaa bbbb cccccccccccc d'), w._split('a-b c--d e-f-'), w.wordsep_re.split('Hello there -- you goof-ball'), textwrap.TextWrapper.wordsep_simple_re.split('a b-c  d')
class Sub(textwrap.TextWrapper):
    def _split(self, s): return list(s)
    def _handle_long_word(self, *a): print 'long', a; return textwrap.TextWrapper._handle_long_word(self, *a)
t(Sub(width=4).wrap, 'abcdefghij')
for d in ('  a\n  b', '  a\n b\n   c', '\ta\n  b', '\ta\n\tb', '  a\n\n  b\n   \n', 'a\n  b', '', '\n', '   ', '  a\n \t b', ' \ta\n \tb', '  a\r\n  b', u'  \xe9\n  b', '    x\n  y\n    z\n', 'no\nindent', '\t a\n\t b\n\tc'): t(textwrap.dedent, d)
t(textwrap.dedent, 5)
