# argparse and optparse: texts of help and usage in all formatters, wrapped and aligned; errors on the way out.
import argparse, optparse, sys, StringIO, os
os.environ['COLUMNS'] = '60'
F = argparse
for cls in (F.HelpFormatter, F.RawDescriptionHelpFormatter, F.RawTextHelpFormatter, F.ArgumentDefaultsHelpFormatter):
    p = F.ArgumentParser(prog='prog', description='A description that is\n  long enough to be wrapped around the width, says %(prog)s.', epilog='The\n  epilog.', formatter_class=cls); p.add_argument('first', help='first thing'); p.add_argument('many', nargs='+', metavar='M', help='many\nthings'); p.add_argument('-x', '--example', type=int, default=5, help='an example (%(default)s of %(type)s, 100%%)'); p.add_argument('--hidden', help=F.SUPPRESS); p.add_argument('-c', choices='abc', help='choose'); p.add_argument('--pair', nargs=2, metavar=('A', 'B')); p.add_argument('--a-very-long-option-name-that-goes-on', help='text beside it'); g = p.add_argument_group('Group', 'group text'); g.add_argument('--ing', nargs='?', help='opt'); e = p.add_mutually_exclusive_group(); e.add_argument('--this', action='store_true'); e.add_argument('--that', action='store_true'); print p.format_help()
print F.ArgumentParser(prog='u', usage='%(prog)s own usage').format_help(), F.ArgumentParser(prog='n', add_help=False).format_help(), repr(F.ArgumentParser(prog='r'))[:60]
s = F.ArgumentParser(prog='s'); sp = s.add_subparsers(title='T', description='D', help='H', metavar='CMD'); sp.add_parser('one', help='help one').add_argument('z'); sp.add_parser('two'); print s.format_help(), sp.choices['one'].format_usage()
def run(p, *a):
    o, e = sys.stdout, sys.stderr; sys.stdout = sys.stderr = b = StringIO.StringIO()
    try: c = p.parse_args(list(a))
    except SystemExit as x: c = x.code
    sys.stdout, sys.stderr = o, e; print c, b.getvalue()
run(s, 'three'); run(s, 'one'); run(s, '-h'); run(s, 'one', '-h')
h = F.HelpFormatter('p', indent_increment=1, max_help_position=10, width=30); h.add_usage('use %(prog)s', [], []); h.start_section('sec'); h.add_text('words ' * 10); h.end_section(); print h.format_help()
for f in (optparse.IndentedHelpFormatter, optparse.TitledHelpFormatter):
    o = optparse.OptionParser('%prog [options] x', version='%prog 2.0', description='Describes it at length ' * 4, epilog='End.', prog='op', formatter=f()); o.add_option('-f', '--file', metavar='FILE', help='a file [default: %default]', default='x.txt'); o.add_option('-q', action='store_false', dest='v', default=True, help='quiet ' * 12); o.add_option('--int', type='int', help=optparse.SUPPRESS_HELP); g = optparse.OptionGroup(o, 'Dangerous', 'careful'); g.add_option('-g', action='store_true', help='gee'); o.add_option_group(g); print o.format_help()
run(o, '-h'); run(o, '--version'); run(o, '--bogus'); run(o, '--int', 'x'); run(o, '-f'); run(o, '--fi'); v, r = o.parse_args(['-f', 'n', 'a', '-q', '--', '-z']); print sorted(vars(v).items()), r
