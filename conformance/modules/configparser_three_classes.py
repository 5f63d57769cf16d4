# RawConfigParser, ConfigParser and SafeConfigParser over the same texts: continuation lines, comments, odd section names, defaults, duplicate
# keys, dict types of one's own, every exception with its message, writing and reading again.
import ConfigParser, StringIO, collections, pickle, tempfile, os
from ConfigParser import RawConfigParser, SafeConfigParser, NoSectionError, DuplicateSectionError, NoOptionError, InterpolationMissingOptionError, InterpolationSyntaxError, InterpolationDepthError, ParsingError, MissingSectionHeaderError
def t(f, *a, **k):
    try: r = f(*a, **k)
    except ConfigParser.Error, e: print type(e).__name__, repr(str(e)), sorted(k for k in vars(e) if k != 'args')
    except Exception, e: print type(e).__name__, e
    else: print repr(r)
TEXT = '''[DEFAULT]
base = /srv
Level: 3
[paths]
home = %(base)s/home
Logs=%(home)s/log
   /more
   ; not a comment here
# comment
; comment
rem = x
REM this is one
pct = 100%%
empty =
quoted = "a b"  ; trailing
semi = a;b
equal = a=b:c
colon:d=e
[ spaced name ]
key with space = v
number = 12
float = 1e3
yes = Yes
off = OFF
maybe = maybe
bad = %(nothing)s
worse = %(open
loop = %(loop)s
single = %
[empty]
'''
for cls in RawConfigParser, ConfigParser.ConfigParser, SafeConfigParser:
    print '==', cls.__name__
    p = cls({'level': '1', 'extra': 'E'}); p.readfp(StringIO.StringIO(TEXT), 'text.ini')
    print p.sections(), p.defaults(), p.options('paths'), p.has_option('paths', 'HOME'), p.has_option('paths', 'base'), p.has_option('nope', 'x'), p.has_option('', 'base'), p.has_option('DEFAULT', 'base'), p.has_section('DEFAULT'), p.has_section(' spaced name ')
    for s in 'paths', ' spaced name ', 'nope', 'DEFAULT': t(lambda: sorted(p.items(s)) if s != ' spaced name ' else 0)
    for s, o in [('paths', k) for k in 'home logs LOGS rem pct empty quoted semi equal colon base missing'.split()] + [('nope', 'x')] + [(' spaced name ', k) for k in 'key with space|number|bad|worse|loop|single'.split('|')]: t(p.get, s, o)
    if cls is not RawConfigParser: t(p.get, 'paths', 'home', True); t(p.get, 'paths', 'home', False, {'base': 'B'}); t(p.get, 'paths', 'home', vars={'home': 'H%(base)s', 'BASE': 'up'}); t(p.items, 'paths', True); t(p.items, 'empty', False, {'v': 'w'})
    for m in p.getint, p.getfloat, p.getboolean:
        for o in 'number', 'float', 'yes', 'off', 'maybe', 'level': t(m, ' spaced name ', o)
    t(p.add_section, 'new'); t(p.add_section, 'new'); t(p.add_section, 'default'); t(p.add_section, 'DEFAULT'); t(p.set, 'new', 'Opt', 'val'); t(p.set, 'new', 'num', 5); t(p.set, 'new', 'none', None); t(p.set, 'nosuch', 'a', 'b'); t(p.set, 'DEFAULT', 'D', 'x'); t(p.set, '', 'E', 'y'); t(p.set, 'new', 'p', 'a%b'); t(p.set, 'new', 'q', '%(d)s%%'); t(p.get, 'new', 'q'); t(p.get, 'new', 'num')
    t(p.remove_option, 'new', 'OPT'); t(p.remove_option, 'new', 'opt'); t(p.remove_option, 'nosuch', 'o'); t(p.remove_section, 'empty'); t(p.remove_section, 'empty')
    for o in 'num', 'p', 'none': p.remove_option('new', o)
    out = StringIO.StringIO(); p.write(out); print out.getvalue(); q = cls(); q.readfp(StringIO.StringIO(out.getvalue())); print q.sections() == p.sections(), [sorted(q._sections[s]) == sorted(p._sections[s]) for s in q.sections()]
for text in 'no header = 1\n', '[a\nx=1\n', '[a]\nnonsense\nok = 1\n: v\n = w\n', '[a]\n continued\n', '[a]\nx = 1\n[a]\ny = 2\nx = 3\n', '[a]\nx\n', '\n\n; only\n', '[]\nx=1\n', '[a]]\nx=1\n', '[a] junk\nx=1\n', 'rem = 1\n', '[a]\nx = 1\n\n  y\n', '[a]\nx: \n  1\n\t2\n', '[a]\nX=1\nx=2\n', '[a]\nx=""\ny=\'\'\n', '[\xe9]\n\xe8=\xff\n', '[a]\r\nx=1\r\n', '[a]\nx ;c = 1\n', '[a]\nk = v ; c ; d\n', '[a]\nk = ;v\n': 
    for kw in {}, {'allow_no_value': True}:
        p = RawConfigParser(**kw)
        try: p.readfp(StringIO.StringIO(text))
        except ConfigParser.Error, e: print type(e).__name__, repr(str(e)), getattr(e, 'errors', None), e.args if not isinstance(e, MissingSectionHeaderError) else (e.lineno, e.line), 
        print [(s, p.items(s)) for s in p.sections()], p.defaults()
    if kw: s = StringIO.StringIO(); p.write(s); print repr(s.getvalue())
class Upper(dict):
    def __setitem__(self, k, v): dict.__setitem__(self, k.upper() if isinstance(k, str) else k, v)
p = RawConfigParser(dict_type=Upper); p.readfp(StringIO.StringIO('[a]\nx = 1\n')); print p.sections(), type(p._sections).__name__
p = SafeConfigParser(); p.optionxform = str; p.readfp(StringIO.StringIO('[A]\nCamelCase = 1\ncamelcase = %(CamelCase)s2\n')); print p.items('A')
class Line(object):
    lines = iter(['[s]\n', 'a = 1\n', '']); name = 'LINES'
    def readline(self): return next(self.lines)
p.readfp(Line()); print p.get('s', 'a'); d = tempfile.mkdtemp(); f = os.path.join(d, 'x.cfg'); open(f, 'w').write('[s]\na = %(b)s\nb = 9\n'); print [os.path.basename(n) for n in p.read([f, os.path.join(d, 'none'), f])], p.read(os.path.join(d, 'none')), p.getint('s', 'a'); os.remove(f); os.rmdir(d)
deep = SafeConfigParser(); deep.add_section('d')
for i in range(13): deep.set('d', 'o%d' % i, '%%(o%d)s' % (i + 1))
deep.set('d', 'o13', 'end'); t(deep.get, 'd', 'o4'); t(deep.get, 'd', 'o3'); t(deep.get, 'd', 'o2')
for e in NoSectionError('s'), DuplicateSectionError('s'), NoOptionError('o', 's'), InterpolationMissingOptionError('o', 's', 'raw', 'ref'), InterpolationSyntaxError('o', 's', 'msg'), InterpolationDepthError('o', 's', 'raw'), ParsingError('f'), MissingSectionHeaderError('f', 1, 'l'), ConfigParser.Error('m'): x = pickle.loads(pickle.dumps(e)); print repr(e), x == e, type(x) is type(e), str(x) == str(e), repr(e.message)
