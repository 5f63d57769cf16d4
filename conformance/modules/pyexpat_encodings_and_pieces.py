# Documents of expat in other encodings, unknown ones, and cut anywhere: what handlers get and where errors are.
from xml.parsers import expat
import StringIO


def parse(doc, encoding=None, cuts=(), **settings):
    p = expat.ParserCreate(encoding)
    for k, v in settings.items():
        setattr(p, k, v)
    log = []

    def start(name, attributes):
        log.append(('<', name, attributes, p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex))

    def data(text):
        if log and log[-1][0] == 't':
            log[-1][1] += text
        else:
            log.append(['t', text])
    p.StartElementHandler = start
    p.EndElementHandler = lambda name: log.append(('>', name, p.CurrentByteIndex))
    p.CharacterDataHandler = data
    p.XmlDeclHandler = lambda *args: log.append(args)
    p.CommentHandler = lambda text: log.append(('!', text))
    p.ProcessingInstructionHandler = lambda *args: log.append(('?',) + args)
    try:
        last = 0
        for cut in cuts:
            p.Parse(doc[last:cut])
            last = cut
        print p.Parse(doc[last:], 1),
    except expat.ExpatError as e:
        print e, e.code, e.lineno, e.offset, p.ErrorCode == e.code,
    except Exception as e:
        print type(e).__name__, e,
    print [tuple(x) for x in log]
    return log


body = u'<caf\xe9 na\xefve="\xfc\xdf">\xe9\xe8 &#233; \u20ac<!-- \xe0 --><?pi \xe7?></caf\xe9>'
latin = body.replace(u'\u20ac', u'')
for name in ('utf-8', 'utf-16', 'UTF-16LE', 'utf-16-be'):
    parse(body.encode(name), name)
    parse(body.encode(name))
for name in ('iso-8859-1', 'ISO-8859-15', 'cp1252', 'koi8-r', 'cp037', 'us-ascii'):
    declared = u'<?xml version="1.0" encoding="%s"?>' % name
    parse((declared + latin).encode(name, 'xmlcharrefreplace'))
    parse(declared.encode('ascii') + latin.encode('latin-1'))
    parse(latin.encode(name, 'xmlcharrefreplace'), name)
for name in ('no-such-codec', 'utf-32', 'shift_jis', 'base64', 'utf-7', '', 'x' * 90, 'idna', 'hex', 'rot13', 'unicode_escape'):
    parse('<?xml version="1.0" encoding="%s"?><a>text</a>' % name)
    parse('<a>text</a>', name or 'x')
for doc in ('\xef\xbb\xbf<a/>', '\xff\xfe<\0a\0/\0>\0', '\xfe\xff\0<\0a\0/\0>', '\xef\xbb<a/>', '\xff<a/>', '<a>\xff</a>', '<a>\xc3(</a>',
            '<a>\xed\xa0\x80</a>', '<a>\xf4\x90\x80\x80</a>', '<a>\xf0\x9d\x84\x9e</a>', '<a>\xc0\x80</a>', '<a \xc3\xa9="1"/>', '<\xe2\x82\xac/>',
            '<a>\xef\xbf\xbf</a>', '<a>&#xD800;</a>', '<a>&#x1D11E;</a>', '<a>&#x110000;</a>', '<a>&#xFFFF;</a>', '\0<a/>', '<a>\0</a>'):
    print repr(doc),
    parse(doc)

# Unicode documents are parsed as UTF-8, whatever they declare.
parse(u'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9\u20ac</a>')
parse(body)
parse(u'<a>\ud800</a>')

# Anywhere cut, the same is told.
doc = '\xef\xbb\xbf<?xml version="1.0"?>\r\n<a b="1 &amp; \xc3\xa9"\r c=\'x\ny\'>\r\n\xe2\x82\xac]] &lt;<b/>\r<!-- -- --></a>'.replace(' -- --', ' --')
whole = parse(doc)
for i in range(1, len(doc)):
    p = parse.func_globals['parse']
    import sys
    out, sys.stdout = sys.stdout, StringIO.StringIO()
    try:
        got = [parse(doc, cuts=(i,)), parse(doc, cuts=(i, i + 1)), parse(doc, cuts=range(1, i))]
    finally:
        sys.stdout = out
    for g in got:
        if [tuple(x) for x in g] != [tuple(x) for x in whole]:
            print 'differs', i, g

# Where errors are, in the lines and columns of each encoding.
for name in ('utf-8', 'utf-16', 'iso-8859-1'):
    for text in (u'<a>\n\xe9\xe9\xe9</b>', u'<a>\r\n\r\n\t\xe9 <', u'<a>\xe9\r\r\r&x;</a>', u'<\xe9>\n\n', u'<a b="\xe9\xe9"\nc/>'):
        try:
            p = expat.ParserCreate(name)
            p.Parse(text.encode(name), 1)
        except expat.ExpatError as e:
            print name, e, p.ErrorLineNumber, p.ErrorColumnNumber, p.ErrorByteIndex, p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex
for settings in ({'returns_unicode': False}, {'returns_unicode': False, 'ordered_attributes': True}, {'ordered_attributes': True}):
    parse(u'<a b="\xe9">\u20ac</a>'.encode('utf-8'), **settings)
