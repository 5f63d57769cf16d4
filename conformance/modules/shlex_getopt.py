# shlex and getopt: quoting, comments, punctuation, posix and not, includes, errors with their lines; options short and long.
import shlex, getopt, StringIO
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for s in ('', 'a b', 'a "b c" d', "it's 'x'", 'a\\ b', '"a\\"b"', "'a\\b'", 'a#b c', 'a # c\nd', 'x""y', '""', 'a"b"c', 'foo;bar', '"open', "'", 'a\\', u'u v', '\xe9 x', 'a,b|c', '-a --b=c', 'a\nb\tc', '"a\nb"', '\\', '"\\n\\$"'):
    t(shlex.split, s); t(shlex.split, s, True); t(shlex.split, s, False, False); t(list, shlex.shlex(s)) ; t(list, shlex.shlex(s, posix=True))
l = shlex.shlex('a "b\nc" d\n# com\ne', 'FILE'); print l.get_token(), l.lineno, l.get_token(), l.lineno, l.error_leader(), l.error_leader('X', 5), l.get_token(), l.get_token(), repr(l.get_token()), l.lineno; l.push_token('pushed'); print l.get_token(), l.eof == l.get_token(), l.infile
l = shlex.shlex('inc f\nx'); l.source = 'inc'; l.sourcehook = lambda n: (n, StringIO.StringIO('from %s' % n)); print list(l); l = shlex.shlex('a-b.c ~x'); l.wordchars += '-.~'; l.quotes = ''; print list(l); l = shlex.shlex("a 'b' c"); l.whitespace_split = True; l.commenters = ''; print list(l); l = shlex.shlex('x y'); l.push_source('in1 in2', 'n'); print list(l)
for args, short, long_ in ((['-a', '-b', 'v', 'rest', '-c'], 'ab:c', []), (['-abv'], 'ab:', []), (['-b'], 'b:', []), (['-z'], 'a', []), (['--', '-a'], 'a', []), (['-'], 'a', []), (['--long', '--opt=v', 'x'], '', ['long', 'opt=']), (['--op', 'v'], '', ['opt=']), (['--opt'], '', ['opt=']), (['--long=v'], '', ['long']), (['--lo'], '', ['long', 'look']), (['--nope'], '', ['long']), (['--lo'], '', ['lo', 'long']), (['x', '-a'], 'a', []), (['--a='], '', ['a=']), ([], 'a', []), (['-a'], 'a', 'single'), (['--single'], '', 'single')):
    for f in getopt.getopt, getopt.gnu_getopt: t(f, args, short, long_)
t(getopt.gnu_getopt, ['x', '-a'], '+a'); t(getopt.getopt, 5, 'a')
e = getopt.GetoptError('msg', 'opt'); print e, e.msg, e.opt, e.args, getopt.error is getopt.GetoptError, repr(e)
