# Lookahead, lookbehind, conditional groups, back references: nested, case-blind, in repeats.
import re
cases = [
 ('(?=a)a', 'a ba'), ('(?!a)\\w', 'ab'), ('(?<=a)b', 'ab b'), ('(?<!a)b', 'ab b'), ('(?<=^a)b', 'ab ab'), ('(?<=\\ba)b', 'cab ab'), ('a(?=b(?=c))', 'abd abc'), ('a(?!b(?!c))', 'abd abc a'), ('(?=(a+))a*b\\1', 'aaab baaab a'), ('(?=(a+))', 'aaa'), ('(?!(a))', 'b'), ('((?=ab)a)b', 'ab'), ('(?<=(a))b', 'ab'), ('(?<=(?=ab)a)b', 'ab'), ('(?<=a|b)c', 'ac bc c'), ('(?<!ab)c', 'abc bbc'), ('(?<=)x', 'x'), ('(?<!)x', 'x'), ('(?=)x', 'x'), ('(?!)x', 'x'), ('x*(?=y)', 'xxy xx'), ('(?:(?=a)a)+', 'aaa'), ('(?:(?!b).)*', 'aabaa'), ('\\w+(?<!ing)\\b', 'running ran'), ('(?<=\\d{3})x', '12x 123x'), ('(?<=(?:ab){2})x', 'abx ababx'), ('(?i)(?<=A)b', 'ab aB'), ('(?s)(?<=.)x', '\nx'),
 ('(a)?(?(1)b|c)', 'ab'), ('(a)?(?(1)b|c)', 'c'), ('(a)?(?(1)b|c)', 'ac'), ('(?P<q>")?\\w+(?(q)")', '"abc" "abc abc'), ('(a)?(?(1)b)', 'a'), ('(a)|(?(1)b|c)', 'c'), ('(?:(a)|b)*(?(1)c|d)', 'abc'), ('(?:(a)|b)*(?(1)c|d)', 'bbd'), ('(\\()?[^()]+(?(1)\\))', '(ab) cd (ef'), ('(a)?(b)?(?(1)(?(2)x|y)|z)', 'abx'), ('(a)?(b)?(?(1)(?(2)x|y)|z)', 'ay'), ('(a)?(b)?(?(1)(?(2)x|y)|z)', 'bz'), ('(a)?(?(1))', 'a'), ('(a)?(?(1)|b)', 'b'),
 ('(a)\\1', 'aa ab'), ('(a*)\\1', 'aaaaa'), ('(a*)b\\1', 'aabaa'), ('(?i)(a)\\1', 'aA'), ('(a)(b)\\2\\1', 'abba'), ('(?:(a)|b)\\1', 'ba aa'), ('(a)?\\1', 'b aa'), ('(a)?\\1b', 'b'), ('((a)\\2)', 'aa'), ('(.)(?=.*\\1)', 'abcab'), ('(.)(?!.*\\1)', 'abcab'), ('(?P<x>ab)(?P=x)', 'abab'), ('(\\w)(\\w)?\\2?\\1', 'abba aba aa'), ('(a+)(?:x\\1)+', 'aaxaaxa'), ('(|a)\\1+', 'aaa'), ('()\\1*', 'a'), ('(^a)', 'a'), ('(a$)', 'a\n'), ('(?m)(^a$)', 'b\na\nc'), ('(x)?(?:\\1)?y', 'xxy'), ('(?=(.))\\1\\1', 'abbc'), ('((.)\\2)+', 'aabbc'), ('(?:(.)(?=\\1))+', 'aaab'),
]
for pat, s in cases:
    try:
        p = re.compile(pat)
        print repr(pat), repr(s), [(m.span(), m.groups()) for m in p.finditer(s)], p.match(s) and p.match(s).regs, p.split(s), repr(p.sub('_', s))
    except Exception as e: print repr(pat), type(e).__name__, e
    up = unicode(pat)
    assert [(m.span(), m.groups()) for m in re.finditer(up, unicode(s))] == [(m.span(), m.groups()) for m in re.finditer(pat, s)], pat
for pat in ('(?<=a)b', '(?<=ab)c', '(?<!a)b', '(?<=^)a', '(?=c)'):
    p = re.compile(pat)
    for pos in range(5):
        for end in (pos, 4, 2):
            m = p.search('abcb', pos, end)
            print pat, pos, end, m and m.span(),
    print
