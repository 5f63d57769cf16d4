# Quantifiers: greedy, lazy, counted, over groups and empty matches.
import re


def m(p, s, flags=0):
    try:
        r = re.match(p, s, flags)
        return r and (r.group(), r.groups())
    except Exception as e:
        return type(e).__name__, str(e)


texts = ['', 'a', 'aa', 'aaa', 'aab', 'aaab', 'ab', 'abab', 'b', 'aXbXc']
for p in ('a*', 'a*?', 'a+', 'a+?', 'a?', 'a??', 'a{2}', 'a{,2}', 'a{2,}', 'a{1,2}?', 'a{0}', 'a{0,0}b', 'a*a*b', '(a*)(a*)', '(a*?)(a*)', '(a+)(a+)', '(a|ab)(b|)', '(a|ab)+?b', '(?:a|b)*', '(a*)*', '(a*)+', '(a*?)*', '(?:a*)*b', '(a|b)*?b',
          'a{x}', 'a{', 'a{1', 'a{,}', 'a{ 1}', 'a{1,2', '{', 'x{2}{3}', '(?:a{2}){2}', '.*b', '.*?b', '.*X', '.*?X', '.+?$', '(.*)(X)(.*)', '(.*?)(X)(.*)', '[^X]*X', 'a.*?c', '(?:a?){3}', '(?:a??){3}b', '(a?)*?b', '(a?b??)*'):
    print repr(p), [m(p, t) for t in texts]
long_a = 'a' * 30000
for p in ('a*', 'a*?$', '(?:a)*', '(a)*', '(?:a|b)*', '(a|b)*$', '(?:aa)*', '.*?b', '(?:a|ab|b)*c', 'a{6000}', '(?:a{10}){300}', '[ab]*?$', '((a)|b)*?$', '(?:(?:a)*)*'):
    r = m(p, long_a)
    print p, r and (len(r[0]), [g and len(g) for g in r[1]])
print m('a{65535}', long_a) is None, m('a{65536}', long_a) is None, m('a{0,65535}', 'aa')
print m('(?:a?){25}a{25}', 'a' * 25), m('(x+x+)+y', 'x' * 18), m('(a+)+$', 'a' * 17 + 'b')
print m('(?:(a)|(b)|(c))*', 'abcab'), m('(?:(a)|(b))+?$', 'aba'), m('(?=(a+))a*b\\1', 'baaabac'), re.search('(?=(a+))a*b\\1', 'baaabac').group()
print m('(?=ab)a', 'ab'), m('(?!ab)a', 'ab'), m('(?!ab)a', 'ac'), m('(a)(?=(b)(?!d))', 'abc'), m('(?:(?=(a))a)+b', 'aab'), m('a(?!(b))', 'ac')
for p, t in (('(?<=a)b', 'ab'), ('(?<!a)b', 'ab'), ('(?<!a)b', 'cb'), ('(?<=ab|cd)e', 'cde'), ('(?<=a|bc)d', 'bcd'), ('(?<=(a))b', 'ab'), ('(?<=^)a', 'a'), ('(?<=a{2})b', 'aab'), ('(?<=a{1,2})b', 'aab'), ('(?<=)a', 'a'), ('(?<=\\b)a', 'a')):
    try:
        r = re.search(p, t)
        print repr(p), r and (r.span(), r.groups())
    except Exception as e:
        print repr(p), type(e).__name__, e
hits = 0
r = re.compile('(?:a|b)+?c{2,3}(d?)')
for i in xrange(4000):
    g = r.match('ab' * (i % 5) + 'c' * (i % 6) + 'd' * (i % 2))
    hits = (hits * 7 + (g.end() + len(g.group(1)) if g else 3)) % 1000003
print hits
