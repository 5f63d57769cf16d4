# Documents rewritten by regular expressions: functions and templates as replacements, counts, flags, nested scanners.
import re


def camel(name):
    return re.sub(r'(?<=[a-z0-9])_+([a-z])', lambda m: m.group(1).upper(), name)


def snake(name):
    return re.sub(r'(?<=[a-z0-9])([A-Z])|(?<=[A-Z])([A-Z])(?=[a-z])', lambda m: '_' + (m.group(1) or m.group(2)), name).lower()


for n in 'get_http_response', 'a_b__c', '_private_name', 'x1_y2', '', 'already':
    print camel(n), snake(camel(n)),
print
for n in 'getHTTPResponse', 'XMLParser', 'aB', 'ABC', 'simple', 'x2Y', 'HTTPSConnection2Go':
    print snake(n),
print

MARKUP = [
    (re.compile(r'^(#{1,6})\s*(.*?)\s*#*$', re.M), lambda m: '<h%d>%s</h%d>' % (len(m.group(1)), m.group(2), len(m.group(1)))),
    (re.compile(r'\*\*(?=\S)(.+?)(?<=\S)\*\*', re.S), r'<b>\1</b>'),
    (re.compile(r'(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])'), r'<i>\g<1></i>'),
    (re.compile(r'`([^`]+)`'), lambda m: '<code>%s</code>' % m.group(1).replace('&', '&amp;')),
    (re.compile(r'\[(?P<text>[^\]]*)\]\((?P<url>[^)\s]+)(?:\s+"(?P<title>[^"]*)")?\)'),
     lambda m: '<a href="%(url)s"%(more)s>%(text)s</a>' % dict(m.groupdict(), more=m.group('title') and ' title="%s"' % m.group('title') or '')),
    (re.compile(r'(?:^[-*] .+\n?)+', re.M),
     lambda m: '<ul>%s</ul>\n' % re.sub(r'(?m)^[-*] (.+)\n?', r'<li>\1</li>', m.group())),
]
text = '''# A title #
Some **bold and *nested* text**, `code & more`, 2*3*4 and *it*.
- one [link](http://x.y/z "The title")
- two [plain](u)
* three

## Next
a ** b ** c
'''
for pattern, repl in MARKUP:
    text, n = pattern.subn(repl, text)
    print n,
print
print text


def expand(template, values, depth=0):
    def one(m):
        name, default = m.group('name', 'default')
        if m.group('escaped'):
            return m.group('escaped')
        if name in values:
            return expand(str(values[name]), values, depth + 1) if depth < 5 else '...'
        if default is None:
            raise KeyError(name)
        return expand(default, values, depth)
    return re.sub(r'\$(?:(?P<escaped>\$)|\{(?P<name>\w+)(?::-(?P<default>[^{}]*))?\})', one, template)


values = {'user': 'ann', 'home': '/home/${user}', 'loop': '<${loop}>', 'n': 5}
for t in ('${home}/x', '$${n} is ${n}', '${none:-nothing at ${home}}', '${loop}', '${missing}', '$n ${n', '${n:-x}${x:-}'):
    try:
        print expand(t, values)
    except KeyError as e:
        print 'missing', e

log = '''10.0.0.1 - - [10/Oct/2000:13:55:36] "GET /a.gif HTTP/1.0" 200 2326
10.0.0.2 - bob [10/Oct/2000:13:55:37] "POST /form HTTP/1.1" 404 -
bad line
10.0.0.1 - - [11/Oct/2000:00:00:00] "GET /b HTTP/1.0" 200 10'''
LINE = re.compile(r'''
    ^(?P<host>\S+) \s \S+ \s (?P<user>\S+) \s
    \[(?P<day>[^:]+):(?P<time>[\d:]+)\] \s
    "(?P<method>[A-Z]+) \s (?P<path>\S+) \s [^"]*" \s
    (?P<status>\d{3}) \s (?:(?P<size>\d+)|-)$''', re.X | re.M)
for m in LINE.finditer(log):
    print sorted(m.groupdict().items()), m.lastgroup, m.lastindex, m.span('path'), m.start('size')
print LINE.sub(r'\g<host>\t\g<status>', log)
print re.sub('(?P<a>x)(?P<b>y)?', lambda m: repr(m.groups('-')), 'xyx'), re.sub(r'(\w)\1+', r'\1', 'aabbbc dd'), re.sub('', '-', 'abc')
print re.sub('x*', '-', 'abxd'), re.sub('b', r'\\\n\t', 'abc'), re.sub('(b)', r'[\1\g<1>0]', 'abc'), re.sub('b', 'x', 'bbbb', 2)
for bad in (r'\2', r'\g<2>', r'\g<', r'\g<a', r'\g<>', r'\g<1a>', r'\g<nope>', r'\g<-1>', '\\'):
    try:
        print repr(re.sub('(x)', bad, 'x'))
    except Exception as e:
        print type(e).__name__, e
print re.sub(u'\\w+', lambda m: m.group().title(), u'stra\xdfe caf\xe9', flags=re.U).encode('utf-8'), re.split('(,)|;', 'a,b;c'), re.escape('a.b*c\0\n')
