# argparse: actions, types, choices, groups, subcommands, prefixes, files of arguments, defaults, errors with their usage.
import argparse, sys, StringIO, os
class Parser(argparse.ArgumentParser):
    def error(self, m): raise ValueError(m)
    def exit(self, status=0, message=None): raise ValueError('exit %s %s' % (status, message))
def t(p, *args):
    o, sys.stdout = sys.stdout, StringIO.StringIO()
    try: r = repr(p.parse_args(list(args)))
    except ValueError as e: r = 'error: %s' % e
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    v = sys.stdout.getvalue(); sys.stdout = o; print args, r, repr(v) if v else ''
p = Parser(prog='P', fromfile_prefix_chars='@'); p.add_argument('pos'); p.add_argument('-a', '--all', action='store_true'); p.add_argument('-n', type=int, default=3, choices=[1, 2, 3], metavar='NUM'); p.add_argument('-v', action='count'); p.add_argument('--app', action='append', dest='lst'); p.add_argument('-k', action='store_const', const='K'); p.add_argument('--no', action='store_false'); p.add_argument('--ac', action='append_const', const=7, dest='lst2'); p.add_argument('rest', nargs='*'); p.add_argument('--version', action='version', version='%(prog)s 1.0'); p.add_argument('--req')
for a in ([], ['x'], ['x', '-a', '-n', '2'], ['x', '-n', '9'], ['x', '-n', 'z'], ['x', '-n'], ['x', '-vvv'], ['x', '--app', '1', '--app=2'], ['x', '-k', '--no', '--ac', '--ac'], ['x', 'y', 'z'], ['x', '--al'], ['x', '--a'], ['x', '--bogus'], ['x', '--', '-a'], ['x', '-an2'], ['--version'], ['x', '-n2', '-n=1'], ['-1'], ['x', '--req='], ['x', '--all=5'], ['@nofile']): t(p, *a)
for nargs in (None, 1, 2, '?', '*', '+', argparse.REMAINDER, 'A...'):
    q = Parser(prog='Q'); q.add_argument('-o', nargs=nargs if nargs != 'A...' else 1, const='C' if nargs == '?' else None, default='D') if nargs != argparse.REMAINDER else None; q.add_argument('p', nargs=nargs); print repr(nargs), q.format_usage().strip()
    for a in ([], ['1'], ['1', '2'], ['1', '2', '3'], ['-o'], ['-o', '1'], ['-o', '1', '2', '3'], ['1', '-x']): t(q, *a)
s = Parser(prog='S'); s.add_argument('--g', default='G'); sub = s.add_subparsers(dest='cmd', title='cmds', help='sub help'); a = sub.add_parser('add', help='adds'); a.add_argument('x', type=float); a.set_defaults(func='addf'); b = sub.add_parser('del'); b.add_argument('-f', action='store_true')
for x in (['add', '1.5'], ['--g', 'h', 'del', '-f'], ['nope'], [], ['add', 'q'], ['add']): t(s, *x)
m = Parser(prog='M'); g = m.add_mutually_exclusive_group(required=True); g.add_argument('--one', action='store_true'); g.add_argument('--two'); r = m.add_argument_group('grp', 'about'); r.add_argument('--r', required=True)
for x in (['--one', '--r', '1'], ['--one', '--two', '2', '--r', '1'], ['--r', '1'], ['--one']): t(m, *x)
def even(s):
    n = int(s)
    if n % 2: raise argparse.ArgumentTypeError('%s is odd' % s)
    return n
class A(argparse.Action):
    def __call__(self, parser, ns, values, opt=None): setattr(ns, self.dest, (values, opt))
k = Parser(prog='K', prefix_chars='+-', argument_default='DFLT', conflict_handler='resolve'); k.add_argument('+e', type=even); k.add_argument('-e', '--ev', type=even); k.add_argument('--act', action=A, nargs=2); k.add_argument('-f', type=argparse.FileType('r'))
for x in (['+e', '4'], ['+e', '3'], ['--act', '1', '2'], ['-f', '/no/such'], ['-f', '-'], []): t(k, *x)
print p.parse_known_args(['x', '--unk', '-n', '1', 'y']), p.get_default('n'), p.set_defaults(n=1) or p.get_default('n'), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1), argparse.Namespace(z=1, b='x')
for f in (lambda: Parser().add_argument('-x', action='bogus'), lambda: Parser().add_argument('x', '-y'), lambda: Parser().add_argument('p', required=True), lambda: Parser().add_argument('-x', nargs=0), lambda: Parser().add_argument('-x', type='nosuch'), lambda: Parser().add_argument('-h'), lambda: Parser().add_argument('-a', dest='x', choices=5), lambda: Parser().add_argument(), lambda: s.add_subparsers(), lambda: Parser().add_argument('--x', action='store_true', type=int), lambda: Parser().add_argument('--', action='store_true')):
    try: print type(f()).__name__
    except Exception as e: print type(e).__name__, e
