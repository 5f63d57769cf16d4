# getopt, shlex and cmd: every error, abbreviations, quoting states, line loops fed from strings.
import getopt, shlex, cmd, StringIO, os
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except getopt.GetoptError as e: print 'GetoptError', e, repr(e.opt), repr(e.msg)
    except Exception as e: print type(e).__name__, e
for a in (['-a', '-b', 'x', 'rest'], ['-ab', 'x'], ['-bx'], ['-b'], ['-c'], ['--alpha'], ['--alpha=1'], ['--beta', 'v', 'r'], ['--beta=v'], ['--beta'], ['--al'], ['--b', 'v'], ['--bet=v'], ['--be'], ['--x'], ['--'], ['-'], ['--', '-a'], ['r', '-a'], ['-a', '-', '-b'], ['-a-b'], ['--beta='], ['--gamma'], ['--gam'], ['-a', '--beta', '--', 'z'], [], ['-']):
    print a,; t(getopt.getopt, a, 'ab:', ['alpha', 'beta=', 'beatle', 'gamma', 'gammaray']); t(getopt.gnu_getopt, a, 'ab:', ['alpha', 'beta=']); t(getopt.gnu_getopt, a, '+ab:', 'beta=')
t(getopt.getopt, ['--x'], '', 'x'); t(getopt.getopt, ['-:'], 'a:'); t(getopt.getopt, 5, 'a'); t(getopt.getopt, ['-a'], ''); t(getopt.getopt, ('-a',), 'a'); t(getopt.getopt, ['-a'], 'a', None); print getopt.error is getopt.GetoptError; os.environ['POSIXLY_CORRECT'] = '1'; t(getopt.gnu_getopt, ['r', '-a'], 'a'); del os.environ['POSIXLY_CORRECT']
for s in ('a b', "a 'b c' d", 'a "b c" d', 'a\\ b', '"a\\"b"', "'a\\'b'", '""', "''", 'a"b"c', '#c\nx', 'x #c', 'x#c', '"unclosed', "a\\", 'a\nb', '\t a', 'a=b;c|d', '-x --yy=z', '"a\\nb"', u'a \xe9', 'a"" b', '\\"', '"\\$"', '~/x *', '(a)', '', '   ', '"a b"c"d e"', "it's", '\\\n'):
    print repr(s),; t(shlex.split, s); t(shlex.split, s, True); t(shlex.split, s, posix=False); t(lambda: list(shlex.shlex(s)))
l = shlex.shlex("a 'b c' d.e f\"g\" #h\ni", posix=True); l.wordchars += '.'; l.whitespace_split = True; l.commenters = ''; print list(l), l.lineno
l = shlex.shlex('one two "three'); print l.get_token(), l.push_token('pushed'), l.get_token(), l.get_token(), l.error_leader(), l.error_leader('f', 3); t(l.get_token); print l.token, l.state, l.lineno
l = shlex.shlex('x source inc y'); l.source = 'source'; l.sourcehook = lambda n: (n, StringIO.StringIO('included words')); print list(l)
l = shlex.shlex('a\nb', 'file'); l.debug = 0; print [(k, l.lineno) for k in l], l.infile, l.eof is None or repr(l.eof), shlex.shlex('').read_token() == ''
t(shlex.split, 5); t(shlex.split, None) if 0 else None
class C(cmd.Cmd):
    prompt = '> '; intro = 'hello'; use_rawinput = False; doc_header = 'DOCS'; ruler = '-'
    def do_add(self, a): 'add numbers'; print >> self.stdout, sum(map(int, a.split()))
    def do_quit(self, a): return True
    def do_undoc(self, a): print >> self.stdout, 'undoc', repr(a)
    def help_topic(self): print >> self.stdout, 'about topic'
    def do_EOF(self, a): print >> self.stdout, 'eof'; return 1
    def precmd(self, l): print >> self.stdout, 'pre', repr(l); return l
    def postcmd(self, s, l): print >> self.stdout, 'post', s, repr(l); return s
    def emptyline(self): print >> self.stdout, 'empty'
    def default(self, l): cmd.Cmd.default(self, l)
    def do_shell(self, a): print >> self.stdout, 'shell', a
    def preloop(self): print >> self.stdout, 'preloop'
    def postloop(self): print >> self.stdout, 'postloop'
    def complete_add(self, *a): return ['x', a[0]]
out = StringIO.StringIO(); c = C(stdin=StringIO.StringIO('add 1 2\n\nhelp\nhelp add\nhelp topic\nhelp undoc\nhelp nope\n?add\n!ls -l\nunknown cmd\nundoc  a  b \n  add 5\nsub-x\nq\n'), stdout=out); c.cmdqueue = ['add 10 20']; c.cmdloop(); print out.getvalue()
print c.parseline('add 1'), c.parseline(''), c.parseline('?x'), c.parseline('!y'), c.parseline('add-x'), c.parseline('  '), sorted(c.completenames('u')), c.completedefault(), c.lastcmd, sorted(c.get_names())[:3], c.complete_help('to'), c.identchars[:5]
c.stdout = out = StringIO.StringIO(); print c.onecmd('quit'), c.onecmd('add 1'), c.onecmd('EOF'); c.columnize(['alpha', 'b', 'gamma'] * 5, 30); c.columnize([]); t(c.columnize, [1, 'a']); c.columnize(['one']); print out.getvalue(); t(c.onecmd, 'add x')
