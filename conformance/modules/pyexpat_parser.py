# Parsers of xml.parsers.expat as objects: attributes, methods, errors, entities.
import sys
import StringIO
import traceback
from xml.parsers import expat
import pyexpat

def attempt(f, *args, **kwargs):
    try:
        print repr(f(*args, **kwargs))
    except Exception as e:
        print type(e), e

create = expat.ParserCreate
p = create()
print type(p), type(p).__name__, type(p).__dict__.keys(), isinstance(p, expat.XMLParserType)
print dir(p)
print p.__members__
print p.__methods__
for n in ('__class__', 'foo', '__dict__', 'Parse', 'StartElementHandler', 'buffer_used', 'intern', 'ErrorCode',
          'CurrentLineNumber', 'CurrentColumnNumber', 'CurrentByteIndex', 'returns_unicode'):
    try:
        v = getattr(p, n)
        print n, v if n != 'Parse' else callable(v)
    except AttributeError as e:
        print 'AttributeError', e
for n, v in (('foo', 1), ('StartElementHandler', 5), ('StartElementHandler', None), ('buffer_size', 1),
             ('buffer_size', 0), ('buffer_size', 'x'), ('buffer_size', 10L), ('buffer_size', True),
             ('buffer_size', 2**31), ('buffer_text', [1]), ('buffer_text', ''), ('ordered_attributes', 5),
             ('namespace_prefixes', 'a'), ('specified_attributes', []), ('returns_unicode', 0), ('intern', {}),
             ('ErrorCode', 1), ('Parse', 1), ('buffer_used', 3)):
    try:
        setattr(p, n, v)
        print n, getattr(p, n)
    except Exception as e:
        print n, type(e), e
try:
    del p.buffer_text
except RuntimeError as e:
    print e

for args in ((1,), ('utf-8',), (None, None), (None, ''), (None, 'ab'), (None, u'\xe9'), (None, 5), (None, None, 5),
             (None, None, None), (1, 2, 3, 4), (u'a\0b',)):
    try:
        print create(*args).intern
    except Exception as e:
        print type(e), e
attempt(create, x=1)
print create(encoding='x', namespace_separator='b', intern={1: 2}).intern
attempt(type(p))
for code in (0, 1, 4, 40, -1, 1000, 'x'):
    attempt(expat.ErrorString, code)
attempt(expat.ErrorString)

p = create()
attempt(p.Parse)
attempt(p.Parse, 1)
attempt(p.Parse, bytearray('<a/>'))
attempt(p.Parse, u'\xe9')
attempt(p.Parse, '<a>', False)
attempt(p.Parse, buffer('</a>'), 1)
attempt(p.Parse, '', 1)
attempt(p.SetBase, 1)
attempt(p.SetBase, '/base')
attempt(p.GetBase)
attempt(p.GetBase, 1)
attempt(p.GetInputContext)
attempt(p.ExternalEntityParserCreate)
attempt(p.ExternalEntityParserCreate, 1)
attempt(p.ExternalEntityParserCreate, 'x', 1)
attempt(p.UseForeignDTD, True)
attempt(create().UseForeignDTD, True)
attempt(create().SetParamEntityParsing, expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
attempt(create().SetParamEntityParsing, 'x')

p = create()
p.buffer_size = 8192
print p.buffer_text,
p.buffer_size = 4
print p.buffer_text

# Files.
class Reader:
    def __init__(self, *answers):
        self.answers = list(answers)
    def read(self, n):
        a = self.answers.pop(0)
        if isinstance(a, Exception):
            raise a
        return a
for answers in (('<a>', '</a>', ''), ('<a>', ''), (5,), (None,), (u'<b/>',), ('x' * 3000,), (ValueError('q'),)):
    attempt(create().ParseFile, Reader(*answers))
attempt(create().ParseFile, 1)
attempt(create().ParseFile, StringIO.StringIO('<a><b></a>'))
attempt(create().ParseFile, open(__file__))

# Errors, with codes and places.
for doc in ('', '<a>', '<a></b>', '<a b="1" b="2"/>', '<a/><b/>', '<a>&foo;</a>', '<a>&#0;</a>', '\n <?xml version="1.0"?><a/>',
            '<a b=1/>', '<a\x01/>', '<a>]]></a>', '<?xml version="1.0" encoding="utf-16"?><a/>', '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>',
            '<a>\n  <b>\n</a>', '<a><![CDATA[x</a>', '<a', '<?xml version="2"?><a/>', '<!DOCTYPE a [<!ENTITY e SYSTEM "s" NDATA n>]><a>&e;</a>',
            '<!DOCTYPE a [<!ENTITY e SYSTEM "s">]><a b="&e;"/>', '<a>\xc3', '<a><?xml version="1.0"?></a>'):
    q = create()
    try:
        q.Parse(doc, 1)
        print 'fine', repr(doc)
    except expat.ExpatError as e:
        print e, e.code, e.lineno, e.offset, expat.ErrorString(e.code), q.ErrorLineNumber, q.ErrorColumnNumber, q.ErrorByteIndex
print expat.error is expat.ExpatError, expat.ExpatError.__module__, expat.ExpatError.__mro__
print expat.errors.XML_ERROR_SYNTAX, pyexpat.errors is sys.modules['pyexpat.errors'], expat.model.XML_CTYPE_SEQ

# A handler that raises: all are gone.
def fails(*args):
    raise ZeroDivisionError(args)
p = create()
p.StartElementHandler = fails
p.EndElementHandler = fails
attempt(p.Parse, '<a><b/></a>', 1)
print p.StartElementHandler, p.EndElementHandler
p = create()
p.CharacterDataHandler = fails
p.buffer_text = 1
attempt(p.Parse, '<a>abc')
print p.buffer_used
attempt(p.Parse, '</a>', 1)
try:
    p = create()
    p.StartElementHandler = fails
    p.Parse('<a/>')
except ZeroDivisionError:
    print [entry[2] for entry in traceback.extract_tb(sys.exc_info()[2])]

# Handlers that change handlers; the input at an event.
def start(name, attributes):
    print 'start', name, p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex, p.GetInputContext()
    p.StartElementHandler = None
    p.CharacterDataHandler = data
def data(text):
    print 'data', repr(text)
    p.CharacterDataHandler = None
    p.StartElementHandler = start
p = create()
p.StartElementHandler = start
p.Parse('<a>1<b>2<c/>3</b>4</a>', 1)

# One string for equal names.
names = []
p = create()
p.StartElementHandler = lambda name, attributes: names.append(name)
p.Parse('<a><a/><b/></a>', 1)
print names[0] is names[1], sorted(p.intern)
shared = {}
for i in range(2):
    p = create(intern=shared)
    p.StartElementHandler = lambda name, attributes: names.append(name)
    p.Parse('<q/>', 1)
print names[-1] is names[-2], shared

# External entities.
class Entities:
    def __init__(self, files, answer=1):
        self.files, self.answer, self.parsers = files, answer, []
    def reference(self, context, base, system, public):
        print 'entity', context, base, system, public
        p = self.parsers[-1].ExternalEntityParserCreate(context)
        self.parsers.append(p)
        p.Parse(self.files[system], 1)
        self.parsers.pop()
        return self.answer
    def parse(self, doc, flag=0):
        p = create()
        p.SetParamEntityParsing(flag)
        p.SetBase('base')
        self.parsers.append(p)
        p.ExternalEntityRefHandler = self.reference
        p.StartElementHandler = lambda *args: sys.stdout.write('%r\n' % (args,))
        p.CharacterDataHandler = lambda *args: sys.stdout.write('%r\n' % (args,))
        p.EntityDeclHandler = lambda *args: sys.stdout.write('%r\n' % (args,))
        attempt(p.Parse, doc, 1)
doc = '<!DOCTYPE a SYSTEM "dtd" [<!ENTITY e SYSTEM "e.xml">]><a>&e;&d;</a>'
files = {'e.xml': '<b>text</b>', 'dtd': '<!ENTITY d "from the dtd"><!ATTLIST a k CDATA "default">'}
Entities(files).parse(doc)
Entities(files).parse(doc, expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
Entities(files, 0).parse(doc)
Entities(files, None).parse(doc)
Entities({'e.xml': '<b>', 'dtd': ''}).parse(doc)
p = create()
p.UseForeignDTD()
p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
p.ExternalEntityRefHandler = lambda *args: sys.stdout.write('%r\n' % (args,)) or 1
attempt(p.Parse, '<a/>', 1)
p = create()
p.NotStandaloneHandler = lambda: 0
attempt(p.Parse, '<!DOCTYPE a SYSTEM "x"><a/>', 1)

# Parsers that nobody holds.
for i in range(200):
    create().ExternalEntityParserCreate(None)
