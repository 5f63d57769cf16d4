# cmd and code: loops over commands, completion, help, consoles that compile what they are given piece by piece.
import cmd, code, codeop, StringIO, sys
class C(cmd.Cmd):
    'Doc.'
    prompt, intro = '> ', 'Intro'
    def do_echo(self, l): 'Echoes.\nMore.'; self.stdout.write('E:%s\n' % l)
    def do_quit(self, l): return True
    def do_undoc(self, l): pass
    def help_topic(self): self.stdout.write('topic help\n')
    def do_shell(self, l): self.stdout.write('shell %r\n' % l)
    def complete_echo(self, text, line, b, e): return [w for w in ('one', 'onto', 'two') if w.startswith(text)]
    def preloop(self): self.stdout.write('pre\n')
    def postloop(self): self.stdout.write('post\n')
    def precmd(self, l): return l.lower() if l == 'QUIT' else l
    def postcmd(self, stop, l): self.stdout.write('[%r %r]\n' % (stop, l)); return stop
o = StringIO.StringIO(); c = C(stdin=StringIO.StringIO('echo hi  there\n!ls -l\n? echo\nhelp\nhelp topic\nhelp undoc\nhelp nothing\nbogus x\n\n  echo   spaced  \n?\nQUIT\nnever\n'), stdout=o); c.use_rawinput = 0; c.cmdloop(); print o.getvalue()
o.truncate(0); c.stdin = StringIO.StringIO('echo a\n'); c.do_EOF = lambda l: (o.write('EOF %r\n' % l), True)[1]; c.cmdloop('other intro'); print o.getvalue()
for l in ('', 'word', 'word arg more', '!x', '?x', '  ', 'a-b c', 'x1_2 y', '@z'): print c.parseline(l),
print c.onecmd('echo direct'), c.lastcmd, c.completenames('e'), c.completenames(''), c.complete_help('t'), c.complete_help(''), c.get_names()[-1] in dir(C), c.completedefault('x'); c.cmdqueue.append('quit'); c.cmdloop(); o.truncate(0)
c.columnize(['a', 'bb', 'ccc', 'dddd'] * 3, 20); c.columnize([]); c.columnize(['one']); c.columnize(['x' * 30, 'y'], 10); print o.getvalue()
try: c.columnize(['a', 5])
except TypeError as e: print e
for s in ('1', 'x = 1', 'if 1:', 'if 1:\n  x', 'if 1:\n  x\n', 'def f():', 'for', '(1,', '"""a', "'a", 'a b', '', '# c', '\n', 'x = (', 'try:\n  1\n', '@dec', 'print 1,', 'lambda:', 'class A:\n  pass', 'return', 'x\\'):
    try: r = codeop.compile_command(s); print repr(s), r if r is None else 'code',
    except (SyntaxError, OverflowError, ValueError) as e: print repr(s), type(e).__name__, e.msg,
print
cc = codeop.CommandCompiler(); cc('from __future__ import division'); print eval(cc('1 / 2', 'f', 'eval')), codeop.Compile().flags != 0
e, out, sys.stderr = sys.stderr, sys.stdout, StringIO.StringIO(); sys.stdout = sys.stderr
con = code.InteractiveConsole({'__name__': 'con'}, '<con>'); r = [con.push(l) for l in ('a = 1', 'a + 1', 'if a:', '  print "in"', '', 'for i in range(2):', '  i', '', '1/0', 'x y', 'undefined', 'def f(): return 5', '', 'f()', 'raise SystemExit' if 0 else 'pass')]; v = sys.stderr.getvalue(); sys.stderr, sys.stdout = e, out; print r; print v; print sorted(k for k in con.locals if k[0] != '_')
class I(code.InteractiveConsole):
    lines = ['x = 5', 'x', 'if x:', ' print "b"', '', 'bad bad']
    def raw_input(self, prompt=''): log.append(prompt); return self.lines.pop(0) if self.lines else self.end()
    def end(self): raise EOFError
    def write(self, s): log.append(s)
log = []; k = I(); sys.stdout = StringIO.StringIO(); k.interact('banner'); v = sys.stdout.getvalue(); sys.stdout = out; print log, repr(v); i = code.InteractiveInterpreter({'q': 7}); print i.runsource('q'), i.runsource('if q:'), i.runcode(compile('print q', 's', 'exec'))
try: i.runsource('raise SystemExit(3)')
except SystemExit as x: print x.code
