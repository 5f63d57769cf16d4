# Patterns that backtrack much, deep nesting, many groups, long alternations, big repeats.
import re, time
def t(pat, s, f=0):
    try: m = re.compile(pat, f).match(s)
    except Exception as e: print repr(pat)[:60], type(e).__name__, e
    else: print repr(pat)[:60], m and (m.span(), m.groups()[:3], m.lastindex)
t('(a+)+b', 'a' * 14); t('(a|aa)+$', 'a' * 14 + 'b'); t('(a*)*c', 'a' * 12); t('(?:a?){12}a{12}', 'a' * 12); t('(x+x+)+y', 'x' * 11)
t('(.*)(.*)(.*)(.*)x', 'a' * 20); t('(.*?),(.*?),(.*?)$', 'a,b,c,d'); t('(?:(?:a*)*)*b', 'aaaa'); t('((a*)+)+$', 'aaab'); t('(a?)*', 'aaa'); t('(a?)*?$', 'aaa'); t('(a??)*b', 'aab'); t('(?:a|b|c|d)*e', 'abcd' * 500 + 'e'); t('(?:.|\\n)*x', 'a\n' * 3000 + 'x'); t('(?:ab?)*c', 'ab' * 2000 + 'c'); t('(a|b)*', 'ab' * 3000); t('(a|b)*?c', 'ab' * 2000 + 'c'); t('(?:(a)|(b))*', 'ab' * 2000); t('(((a)))*', 'a' * 3000); t('[ab]*[ab]*[ab]*c', 'ab' * 30); t('.*.*=.*', 'x' * 50); t('(?:x(?=y)y)*z', 'xy' * 1000 + 'z'); t('\\s*\\S*\\s*\\S*$', ' ' * 60 + 'x')
for n in (10, 50, 99): t('(' * n + 'a' + ')' * n, 'a')
for n in (99, 100, 101, 150):
    try: print n, re.compile('(a)' * n).groups
    except Exception as e: print n, type(e).__name__, e
    try: print n, re.compile('(?:a)' * n).groups
    except Exception as e: print n, type(e).__name__, e
words = ['w%dx' % i for i in range(300)]
p = re.compile('|'.join(words)); print p.match('w299x').span(), p.match('w3x').group(), p.match('w300x'), p.search('..w150x').span()
p = re.compile('|'.join('(%s)' % w for w in words[:90])); print p.match('w89x').lastindex, p.match('w0x').lastindex
for lo, hi in ((0, 0), (0, 1), (2, 2), (1, 3), (0, 65534), (0, 65535), (65535, 65535), (65536, 65536), (3, None)):
    r = '{%d,%s}' % (lo, '' if hi is None else hi)
    for body in ('a', '(?:ab|c)', '(a)', '[ab]', '.'):
        t(body + r, 'aabc'); t(body + r + '?c', 'aabc')
t('a{2}', 'aaa'); t('a{2}?', 'aaa'); t('(a{2}){2}', 'aaaaa'); t('(?:a{2,3}){2,3}', 'a' * 10); t('(?:(?:ab){1,2}c){2}', 'abcababc'); t('(a{0,2}?)(a*)', 'aaa'); t('x{,2}', 'xx'); t('x{ 1}', 'x{ 1}'); t('(?:a{3}){4294967}', 'a')
t('[^\\n]*\\n', 'a' * 100000 + '\n'); t('a*a*a*a*b', 'a' * 40); print len(re.findall('(\\w+)\\s', 'word ' * 2000)), len(re.sub('o', '00', 'foo' * 2000)), len(re.split('\\s*', 'a b ' * 1000))
for pat in ('(?:' * 60 + 'a' + ')*' * 60, '(?=' * 40 + 'a' + ')' * 40, '(?:a|' * 50 + 'b' + ')' * 50): t(pat, 'aaa')
print re.compile('(?:a(?:b(?:c(?:d)?)?)?)?').match('abcx').span(), re.match('(?:(a)b?)*', 'abaa').regs, re.match('(?:(a)|b(c))*', 'abca').regs, re.match('((a)|b)*', 'ab').regs, re.match('(?:a(b)?)*', 'aba').regs, re.match('(a(b)?)+?c', 'abac').regs
