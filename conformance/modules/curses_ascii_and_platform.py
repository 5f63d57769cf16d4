# curses.ascii, platform, sysconfig, site, user-level settings, getpass, resource-free questions about where one is.
import imp, platform, sysconfig, site, getpass, os, sys, keyword, rlcompleter, __builtin__
sys.dont_write_bytecode = True
A = imp.load_source('ascii', os.path.join(imp.find_module('curses')[1], 'ascii.py'))
for c in ('a', 'A', '1', ' ', '\n', '\x00', '\x7f', '\x80', '~', '\x1b', 65, 200, 0x1f):
    print repr(c), [n for n in ('isalnum', 'isalpha', 'isascii', 'isblank', 'iscntrl', 'isdigit', 'isgraph', 'islower', 'isprint', 'ispunct', 'isspace', 'isupper', 'isxdigit', 'isctrl', 'ismeta') if getattr(A, n)(c)], repr(A.ascii(c)), repr(A.ctrl(c)), repr(A.alt(c)), A.unctrl(c)
print A.ESC, A.controlnames[:3], A.NUL, A.DEL
print platform._platform('a b', 'c/d', ''), platform._syscmd_uname('-o', 'dflt') != '', platform.system(), platform.python_version(), platform.python_version_tuple(), platform.architecture()[0], platform.machine() == os.uname()[4], platform.node() == os.uname()[1], len(platform.uname()), platform.system_alias('SunOS', '5.8', 'x'), platform.libc_ver('/no/such') if 0 else '', platform._sys_version('2.7.3 (default, Jan  1 2013, 10:00:00) \n[GCC 4.4]'), platform._sys_version('2.5.1 (r251:54863, Apr 18 2007, 08:51:08) \n[GCC 4.0.1 (Apple)]')[:3], platform._parse_release_file('SUSE Linux 9.1 (i586)'), platform._parse_release_file('Red Hat Linux release 7.3 (Valhalla)'), platform._parse_release_file(''), platform.popen.__name__, platform.java_ver(), platform.win32_ver(), platform.mac_ver()
for bad in ('junk', ''):
    try: print platform._sys_version(bad) if bad else 'skip'
    except ValueError as e: print str(e)[:40]
print sysconfig.get_scheme_names(), sysconfig.get_path_names(), sysconfig.get_python_version(), sysconfig._safe_realpath('/') , sysconfig.parse_config_h(__import__('StringIO').StringIO('#define A 1\n/* #undef B */\n#define C "x"\n#define D\n')), sysconfig.get_path('stdlib', 'posix_prefix', {'base': '/b', 'py_version_short': '9.9'}), sysconfig._subst_vars('{a}/{b}', {'a': 1}) if 0 else ''
print site.makepath('/a', '../b')[0], site.abs__file__.__name__, sys.flags.no_site, type(exit).__name__, repr(quit), repr(copyright)[:9] if 0 else '', exit.__class__.__name__
for f in (exit, quit):
    try: f(3)
    except SystemExit as e: print e.code, sys.stdin.closed if 0 else ''
os.environ['LOGNAME'] = 'me'; print getpass.getuser(), getpass.GetPassWarning.__mro__[1].__name__; del os.environ['LOGNAME']; os.environ['USER'] = 'you'; os.environ.pop('LNAME', None); print getpass.getuser()
class C(object):
    attr = 1
    def meth(self): pass
ns = {'foo': 1, 'food': 2, 'c': C(), 'mod': os}; r = rlcompleter.Completer(ns)
for text in ('fo', 'c.', 'c.m', 'c.at', 'nope', 'mod.getp', 'imp', 'c.nope.', 'len', 'None', 'foo.re', '1.'):
    out = []; i = 0
    while len(out) < 6:
        x = r.complete(text, i); i += 1
        if x is None: break
        out.append(x)
    print text, out
try: rlcompleter.Completer(5)
except TypeError as e: print e
