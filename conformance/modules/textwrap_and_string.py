# textwrap and the string module: wrapping rules, templates, the Formatter class.
import string
import textwrap

text = ('The quick brown fox-hound, called "Re-x" (well--known), jumped over     the\tlazy dog.  '
        'It did not land; a supercalifragilisticexpialidocious word broke its fall.')
for width in (1, 7, 13, 20, 45):
    print width, textwrap.wrap(text, width)
for options in ({'break_long_words': False}, {'break_on_hyphens': False}, {'expand_tabs': False},
                {'replace_whitespace': False}, {'drop_whitespace': False}, {'fix_sentence_endings': True},
                {'initial_indent': '* ', 'subsequent_indent': '    '}):
    print sorted(options.items())
    print textwrap.fill(text, 18, **options)
print textwrap.wrap(''), textwrap.wrap('   '), textwrap.wrap('a\n\nb', 5), textwrap.fill(u'\xe9 \u1234' * 4, 6).encode('utf-8')
try:
    textwrap.wrap('abc', 0)
except ValueError as e:
    print 'ValueError', e
for block in ('  a\n    b\n  c', '\ta\n\t  b\n', '  a\n\tb', '   \n  a\n\n  b\n   ', 'a\n  b', ''):
    print repr(textwrap.dedent(block))

template = string.Template('$who likes ${what}, costs $$5 and $missing')
print template.safe_substitute(who='tim', what='kung pao')
for call in (lambda: template.substitute(who=1, what=2), lambda: string.Template('a $ b').substitute(),
             lambda: string.Template('a\nb\n ${1}').substitute(), lambda: string.Template('$a').substitute({'a': 1}, a=2),
             lambda: string.Template('$a').substitute(1, 2)):
    try:
        print call()
    except Exception as e:
        print type(e).__name__, e


class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print Percent('%% %with_under %notunder').safe_substitute(with_under='X'), Percent.pattern.pattern.count('named')


class Named(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, (int, long)):
            return 'arg%d' % key
        return kwargs.get(key, '<%s>' % key)

    def convert_field(self, value, conversion):
        if conversion == 'u':
            return str(value).upper()
        return string.Formatter.convert_field(self, value, conversion)


f = Named()
print f.format('{0} {x} {y!u:>8} {z!r}', y='low', z='q'), list(f.parse('a{b.c[0]!r:>{w}}{{}}d'))
plain = string.Formatter()
for args, kw in ((('{0.real} {1[k]}', 2j, {'k': 3}), {}), (('{0:{w}}|', 'x'), {'w': 4}), (('{1}', 2), {}), (('{a}',), {}),
                 (('{0!z}', 1), {}), (('{}', 1), {}), (('{0:{1:{2}}}', 1, 2, 3), {})):
    try:
        print repr(plain.vformat(args[0], args[1:], kw))
    except Exception as e:
        print type(e).__name__, e
print string.capwords('  a bC  d\te '), string.capwords('a-b-c', '-'), string.zfill(-3, 6), string.zfill('x', 3)
print string.maketrans('abc', 'xyz')[95:101], string.join(['a', 'b']), string.splitfields('a,b', ','), string.atoi('0x1f', 16)
print string.index('hello', 'l'), string.rjust('ab', 5), string.expandtabs('a\tb', 4), string.replace('aaa', 'a', 'b', 2)
print repr(string.punctuation), repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable)
