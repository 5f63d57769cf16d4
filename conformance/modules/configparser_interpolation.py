# ConfigParser: interpolation of three kinds, types, defaults, writing back, errors with their texts.
import ConfigParser as C, StringIO
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, repr(str(e))
    else: print repr(r)
text = '[DEFAULT]\nroot = /r\nsub=%(root)s/s\n; comment\n# other\n[a]\nx = 1\ny: two words ; inline\nz =\n folded\n  more\nint = 5\nfloat = 2.5\nyes = On\nno: 0\npath = %(sub)s/%(x)s\nbad = %(nope)s\npct = 100%%\nloop = %(loop)s\nsyntax = %(x\nBIG = Case\n[b c]\nx=%(x)s\n'
for cls in (C.RawConfigParser, C.ConfigParser, C.SafeConfigParser):
    c = cls({'dflt': 'd', 'root': 'old'}); c.readfp(StringIO.StringIO(text)); print cls.__name__, c.sections(), c.options('a'), c.has_section('a'), c.has_section('DEFAULT'), c.has_option('a', 'root'), c.has_option('', 'root'), c.defaults()
    for o in ('x', 'y', 'z', 'path', 'bad', 'pct', 'loop', 'syntax', 'big', 'BIG', 'none', 'dflt', 'root'): t(c.get, 'a', o)
    t(c.get, 'b c', 'x'); t(c.get, 'nosec', 'x'); t(c.getint, 'a', 'int'); t(c.getint, 'a', 'y'); t(c.getfloat, 'a', 'float'); t(c.getboolean, 'a', 'yes'); t(c.getboolean, 'a', 'no'); t(c.getboolean, 'a', 'x'); t(c.getboolean, 'a', 'y'); t(c.set, 'a', 'new', 'v%%'); t(c.set, 'a', 'n', 5); t(c.set, 'q', 'n', '5'); t(c.set, 'a', 'p', '%(x'); t(c.add_section, 'a'); t(c.add_section, 'default'); t(c.add_section, 'n'); print c.remove_option('a', 'x'), c.remove_option('a', 'x'), c.remove_section('n'), c.remove_section('n'); t(c.remove_option, 'zz', 'x'); t(c.options, 'zz'); t(c.items, 'zz')
    if cls is not C.RawConfigParser: t(c.get, 'a', 'path', True); t(c.get, 'a', 'path', False, {'x': 'V', 'sub': 'S'}); c.remove_option('a', 'bad'); c.remove_option('a', 'loop'); c.remove_option('a', 'syntax'); c.remove_option('a', 'p'); c.set('a', 'n', '5'); t(lambda: sorted(c.items('a', False, {'x': 'X'}))); t(lambda: sorted(c.items('a', raw=True)))
    o = StringIO.StringIO(); c.write(o); print o.getvalue()
for bad in ('x = 1\n', '[s\nx=1', '[s]\nnovalue\n', '[s]\n=v\n', '[s]\n  indented = 1\n', '[]\nx=1', '[s]\nx\n[t]\ny\n'):
    c = C.ConfigParser(); t(c.readfp, StringIO.StringIO(bad), 'FN'); c = C.ConfigParser(allow_no_value=True); t(c.readfp, StringIO.StringIO(bad)); print [(s, c.items(s)) for s in c.sections()]
c = C.RawConfigParser(); c.optionxform = str; c.readfp(StringIO.StringIO('[S]\nKey=1\nkey=2\n')); print c.items('S'), c.read(['/none', '/nope']), c.read('/none'); c = C.SafeConfigParser(dict_type=dict); c.add_section('q'); t(c.set, 'q', 'k', 5); t(c.set, 'q', 'k', '%'); t(c.add_section, 'DEFAULT')
for e in (C.NoSectionError('s'), C.NoOptionError('o', 's'), C.DuplicateSectionError('s'), C.InterpolationError('o', 's', 'm'), C.InterpolationMissingOptionError('o', 's', 'r', 'ref'), C.InterpolationDepthError('o', 's', 'r'), C.MissingSectionHeaderError('f', 3, 'l'), C.ParsingError('f')): print type(e).__name__, repr(e), e.args, repr(e.message)
