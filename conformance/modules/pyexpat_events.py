# The handlers of xml.parsers.expat: what each is told, in which order.
from xml.parsers import expat

NAMES = '''StartElementHandler EndElementHandler ProcessingInstructionHandler CharacterDataHandler
UnparsedEntityDeclHandler NotationDeclHandler StartNamespaceDeclHandler EndNamespaceDeclHandler CommentHandler
StartCdataSectionHandler EndCdataSectionHandler DefaultHandler NotStandaloneHandler ExternalEntityRefHandler
StartDoctypeDeclHandler EndDoctypeDeclHandler EntityDeclHandler XmlDeclHandler ElementDeclHandler
AttlistDeclHandler SkippedEntityHandler'''.split()


def tell(p, log, names=NAMES, answer=1):
    for n in names:
        handler = (lambda n: lambda *args: log.append((n,) + args) or answer)(n)
        setattr(p, n, handler)


def parse(doc, names=NAMES, encoding=None, separator=None, pieces=None, **settings):
    p = expat.ParserCreate(encoding, separator)
    log = []
    tell(p, log, names)
    for k, v in settings.items():
        setattr(p, k, v)
    try:
        if pieces:
            for i in range(0, len(doc), pieces):
                p.Parse(doc[i:i + pieces])
            p.Parse('', 1)
        else:
            p.Parse(doc, True)
    except expat.ExpatError as e:
        log.append((str(e), e.code, e.lineno, e.offset, p.ErrorCode, p.ErrorByteIndex))
    except Exception as e:
        log.append((type(e), str(e)))
    for event in log:
        print event
    print


doc = '''<?xml version="1.0" encoding="iso-8859-1" standalone="no"?>
<?xml-stylesheet href="style.css"?>
<!DOCTYPE quotations SYSTEM "quotations.dtd" [
<!ELEMENT root (a|b*,(c+,d)?)*>
<!ELEMENT a EMPTY>
<!ELEMENT m (#PCDATA|a)*>
<!ELEMENT x ANY>
<!ATTLIST root attr1 CDATA #REQUIRED attr2 (one|two) "one" id ID #IMPLIED>
<!NOTATION notation SYSTEM "notation.jpeg">
<!NOTATION other PUBLIC "public" "system">
<!ENTITY acirc "&#226;">
<!ENTITY external_entity SYSTEM "entity.file">
<!ENTITY unparsed_entity SYSTEM "entity.file" NDATA notation>
<!ENTITY % param "text">
%unparsed_entity;
]>
<root attr1="value1" attr2="value2&#8000;">
<myns:subelement xmlns:myns="http://www.python.org/namespace">
     Contents of subelements &acirc; \xe4
</myns:subelement>
<sub2><![CDATA[contents of <CDATA> section]]></sub2>
<!-- comment -->
&external_entity;
&skipped_entity;
</root>
'''
parse(doc)
parse(doc, separator='!', pieces=7)
parse(doc, returns_unicode=0, buffer_text=1, ordered_attributes=1)
parse(doc, names=['StartElementHandler', 'DefaultHandlerExpand'], specified_attributes=1)

# Character data: in pieces, collected, and how much of it.
text = '<a>1<b/>2<c></c>\n3&amp;4&#65;<!-- x -->5' + 'z' * 30 + '</a>'
some = ['StartElementHandler', 'EndElementHandler', 'CharacterDataHandler']
parse(text, some)
parse(text, some, buffer_text=True)
parse(text, some, buffer_text=True, buffer_size=4)
parse(text, ['CharacterDataHandler'], buffer_text=True)

# Namespaces.
ns = '<x:a xmlns:x="u:a}b c!" xmlns="d" x:k="1" l="2"><b xmlns=""/></x:a>'
some = some + ['StartNamespaceDeclHandler', 'EndNamespaceDeclHandler']
for separator in ('', ' ', '!', '}', ':'):
    parse(ns, some, None, separator)
    parse(ns, some, None, separator, namespace_prefixes=1)
parse('<y:a/>', some, None, ' ')
parse('<a xmlns:x=""/>', some, None, ' ')

# Encodings, given and found.
for encoding in ('utf-8', 'iso-8859-1', 'iso-8859-15', 'cp1252', 'koi8-r', 'utf-16', 'us-ascii'):
    document = (u'<?xml version="1.0" encoding="%s"?><a>A\u044f</a>' % encoding).encode(encoding, 'replace')
    parse(document, ['XmlDeclHandler', 'CharacterDataHandler'])
parse('<a>\xff</a>', ['CharacterDataHandler'], 'iso-8859-1')
parse('<a>\xff</a>', ['CharacterDataHandler'], 'nonsense')
parse('<a>\xff</a>', ['CharacterDataHandler'], 'shift_jisx')
parse('<?xml version="1.0" encoding="utf-7"?><a/>', ['StartElementHandler'])
parse('\xef\xbb\xbf<a>\xc3\xa9\xf0\x9f\x98\x80</a>', ['CharacterDataHandler'])
