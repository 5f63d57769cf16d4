# optparse: kinds of options, help texts, errors.
import optparse
import sys


class Stop(Exception):
    pass


class Parser(optparse.OptionParser):
    def error(self, message):
        raise Stop('error: ' + message)

    def exit(self, status=0, message=None):
        raise Stop('exit %r %r' % (status, message))


def more(option, name, value, parser, *args, **kwargs):
    print 'callback', name, value, args, kwargs, parser.rargs, parser.largs
    parser.values.seen = (getattr(parser.values, 'seen', None) or []) + [value]


p = Parser(usage='usage: %prog [options] file', version='%prog 1.0', prog='tool', description='A tool. ' * 12, epilog='The end.')
p.add_option('-f', '--file', dest='name', metavar='FILE', help='write to FILE [default: %default]', default='out.txt')
p.add_option('-q', '--quiet', action='store_false', dest='verbose', default=True)
p.add_option('-v', action='count', dest='level', help='louder')
p.add_option('-n', '--num', type='int', help='a number ' * 10)
p.add_option('--float', type='float', nargs=2)
p.add_option('-c', '--choice', type='choice', choices=['red', 'green'])
p.add_option('-a', '--append', action='append', dest='items')
p.add_option('--const', action='store_const', const=42, dest='k')
p.add_option('--hidden', help=optparse.SUPPRESS_HELP)
p.add_option('--cb', action='callback', callback=more, type='string', callback_args=(1,), callback_kwargs={'z': 2})
group = optparse.OptionGroup(p, 'Dangerous', 'Be careful.')
group.add_option('-x', action='append_const', const='x', dest='items')
p.add_option_group(group)
print p.format_help()
for argv in ('', '-fA -qvv b', '--file=Z --num 0x10 rest -n 012', '-n x', '-n', '--nu 3', '--f 1 2', '--float 1.5 2', '--float 1 x', '-c red -c blue', '-a1 -a 2 -x',
             '--const --const=3', '--cb V a b', '-z', '--zzz', '--qu -- -v', '-vn5', '-n5v', '--version', '--help', '-', '--choice', '--num=1L -n -7', '--fi=a=b --file= '):
    try:
        values, args = p.parse_args(argv.split())
        print argv, '->', sorted(values.__dict__.items()), args
    except Stop as e:
        print argv, '->', e
p.disable_interspersed_args()
print p.parse_args(['-v', 'a', '-v'])[1]
p.set_defaults(name='N', level=7)
print p.get_default_values(), p.has_option('-q'), p.get_option('--num').dest, p.get_option('--nope')
p.remove_option('-q')
for f in (lambda: p.add_option('-f'), lambda: p.add_option('f'), lambda: p.add_option('-ab'), lambda: p.add_option('--'), lambda: p.add_option(),
          lambda: p.add_option('-y', action='what'), lambda: p.add_option('-y', type='what'), lambda: p.add_option('-y', action='store_true', nargs=1),
          lambda: p.add_option('-y', bogus=1), lambda: p.add_option('-y', type='choice'), lambda: p.add_option('-y', type='choice', choices='ab'),
          lambda: p.add_option('-y', action='callback'), lambda: p.remove_option('--none'), lambda: p.add_option('-y', const=3)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
sys.stderr = sys.stdout
try:
    optparse.OptionParser(prog='x', usage='%prog now').parse_args(['--bad'])
except SystemExit as e:
    print 'SystemExit', e
