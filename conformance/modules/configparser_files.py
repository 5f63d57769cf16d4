# ConfigParser: three parsers, interpolation, errors, writing.
import ConfigParser
import StringIO

text = '''\
# comment
[DEFAULT]
base = /srv
Depth: 3
[one]
path = %(base)s/one
name : value ; not a comment : here
multi = first
   second
\tthird
empty =
rem this is a comment
[two words]
a=1
b = %(a)s%%
c=%(nothing)s
d=%(e)s
e=%(d)s
flag = Yes
number = 0x1f
real=1e3
'''
for cls in (ConfigParser.RawConfigParser, ConfigParser.ConfigParser, ConfigParser.SafeConfigParser):
    print '==', cls.__name__
    p = cls({'dflt': 'D'})
    p.readfp(StringIO.StringIO(text), 'conf')
    print p.sections(), p.defaults(), p.has_section('DEFAULT'), p.options('one')
    for section in p.sections():
        for option in sorted(p.options(section)):
            try:
                print section, option, repr(p.get(section, option))
            except ConfigParser.Error as e:
                print section, option, type(e).__name__, str(e).replace('\n', ' ~ ')
    for f in (lambda: p.getint('two words', 'a'), lambda: p.getfloat('two words', 'real'), lambda: p.getboolean('two words', 'flag'),
              lambda: p.getint('two words', 'number'), lambda: p.getboolean('one', 'name'), lambda: p.get('three', 'a'), lambda: p.get('one', 'zz'),
              lambda: p.add_section('one'), lambda: p.add_section('Default'), lambda: p.options('nope'), lambda: p.items('nope'),
              lambda: p.remove_section('zz'), lambda: p.remove_option('zz', 'a'), lambda: p.set('zz', 'a', '1'), lambda: p.set('one', 'k', 5),
              lambda: p.get('one', 'path', True) if cls is not ConfigParser.RawConfigParser else None,
              lambda: p.get('one', 'path', vars={'base': 'X'}), lambda: sorted(p.items('one'))):
        try:
            print repr(f())
        except Exception as e:
            print type(e).__name__, str(e).replace('\n', ' ~ ')
    p.remove_section('two words')
    p.add_section('new')
    p.set('new', 'Key', 'line1\nline2')
    out = StringIO.StringIO()
    p.write(out)
    print out.getvalue()
for bad in ('a=1\n', '[s]\njunk\nmore junk\nok=1\n', '[s\na=1', '[s]\n=x\n', '[]\na=1\n', '[s]\na\n'):
    p = ConfigParser.RawConfigParser()
    try:
        p.readfp(StringIO.StringIO(bad))
        print p.sections(), [p.items(s) for s in p.sections()]
    except ConfigParser.Error as e:
        print type(e).__name__, repr(str(e))
p = ConfigParser.RawConfigParser(allow_no_value=True)
p.readfp(StringIO.StringIO('[s]\na\nb=\nc = 2\n'))
print p.items('s'), p.read(['/nonexistent/a', '/nonexistent/b'])
p = ConfigParser.SafeConfigParser()
p.add_section('s')
for value in ('%(x', '50%', '%%', '%(s)s', 5):
    try:
        p.set('s', 'v', value)
        print repr(value), 'set'
    except Exception as e:
        print repr(value), type(e).__name__, e
class Case(ConfigParser.RawConfigParser):
    def optionxform(self, option):
        return option
p = Case()
p.readfp(StringIO.StringIO('[s]\nAbC=1\nabc=2\n'))
print p.items('s'), p.has_option('s', 'ABC')
