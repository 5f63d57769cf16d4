# Groups: numbering, names, nesting, optional groups, references, conditionals.
import re


def show(pattern, text, flags=0):
    try:
        m = re.search(pattern, text, flags)
        print repr(pattern), repr(text), m and (m.span(), m.groups(), sorted(m.groupdict().items()), m.lastindex, m.lastgroup)
    except Exception as e:
        print repr(pattern), type(e).__name__, e


for p, t in (('(a)|b', 'b'), ('(a)?(b)?(c)', 'bc'), ('((a)(b))', 'ab'), ('(?:(a)|b)*', 'ab'), ('(?:(a)|b)*', 'aba'), ('(a(b)?)+', 'aba'), ('(?P<x>a)(?P=x)', 'aa'),
             ('(?P<x>a)(?P<y>b)?', 'a'), (r'(a)\1', 'aa'), (r'(a)?\1b', 'b'), (r'(?:(a)|b)\1', 'b'), (r'(a*)(b*)\2\1', 'aabbbaa'), (r'(.)(.)(.)\3\2\1', 'xabccba'),
             ('(a)?(?(1)b|c)', 'ab'), ('(a)?(?(1)b|c)', 'c'), ('(?P<n>x)?y(?(n)z)', 'xyz'), ('(?P<n>x)?y(?(n)z)', 'y'), ('(a)?(?(1)b)', 'a'), ('(<)?(\w+@\w+(?:\.\w+)+)(?(1)>)', '<user@host.com>'),
             ('()', ''), ('()*', ''), ('(|a)+', 'aaa'), ('(a|)+', 'aaa'), ('((((((((((((x))))))))))))', 'x'), (r'(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)\11', 'abcdefghijkk'),
             (r'(a)\01', 'a\x01'), (r'(a)\0', 'a\x00'), (r'\141', 'a'), (r'(a)\18', 'aa8'), ('(?i)(a)\\1', 'aA'), ('(?iu)(\xe9)\\1', '\xe9\xc9')):
    show(p, t)
for p in ('(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=a)', '(?P<a', '(?P<a-b>x)', '(?P>x)', r'\1', r'(a\1)', '(?(2)a|b)(c)', '(?(1)a|b|c)', '(?(x)a)', '(?(a', '(', ')', '(?', '(?x', '(?z)', '(?P', '(?P<>a)', '(?<x)', '(?<=a*)b',
          '(?#comment', '(?:', 'a**', '*a', 'a{2,1}', '[b-a]', '[', '[]', 'a{99999999999}', '\\', '(?P=', '(?(', '+', '(?i', '(?-i:a)', '(?a)', '()?*'):
    show(p, 'aab')
for n in (99, 100):
    try:
        print n, re.compile('(a)' * n).groups
    except Exception as e:
        print n, type(e).__name__, e
m = re.match('(?P<first>a)(?P<second>b)?(c)', 'ac')
for args in ((), (0,), (1, 2), ('first',), ('first', 'second', 3), (4,), ('zz',), (-1,), (1L,), (1.5,), (None,), (u'first',)):
    try:
        print args, m.group(*args)
    except Exception as e:
        print args, type(e).__name__, e
print m.groups('dflt'), m.groupdict(0) == {'first': 'a', 'second': 0}, m.start(2), m.end(2), m.span('second'), m.start('first'), m.regs
print m.expand(r'\1-\g<first>-\3-\g<0>'), m.re.groupindex, m.pos, m.endpos, m.string
for template in (r'\2', r'\g<second>', r'\4', r'\g<zz>', r'\g<', r'\g<1', r'\g<1a>', r'\g', r'\x', r'\n\t\\', r'\g<>'):
    try:
        print template, repr(m.expand(template))
    except Exception as e:
        print template, type(e).__name__, e
