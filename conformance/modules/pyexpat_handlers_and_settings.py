# Handlers of expat that answer oddly, raise, change settings or parse on; parsers in handlers; what is buffered.
import gc
import sys
import weakref
from xml.parsers import expat


def attempt(f, *args, **kwargs):
    try:
        print repr(f(*args, **kwargs))
    except expat.ExpatError as e:
        print 'ExpatError', e, e.code, e.args
    except Exception as e:
        print type(e).__name__, e


NAMES = [n for n in dir(expat.ParserCreate()) if n.endswith('Handler')]
DOC = '''<?xml version="1.0" standalone="no"?><!DOCTYPE a SYSTEM "s" [<!ELEMENT a ANY><!ATTLIST a k CDATA "v">
<!NOTATION n PUBLIC "p"><!ENTITY u SYSTEM "x" NDATA n><!ENTITY e SYSTEM "y"><!ENTITY i "in">]><a><!--c--><?p d?>t<![CDATA[z]]>&e;&i;&none;</a>'''

# Each handler alone raises, or has too few parameters.
for name in NAMES:
    def fails(*args):
        raise KeyError(name)
    for handler in (fails, lambda: 1, lambda a, b, c, d, e, f, g, h: 1, 5, 'text', type, object()):
        p = expat.ParserCreate(None, ' ')
        setattr(p, name, handler)
        print name, handler if isinstance(handler, (int, str)) else type(handler).__name__, getattr(p, name) is handler,
        attempt(p.Parse, DOC, 1)
    print NAMES.index(name), getattr(p, name) is None
    setattr(p, name, None)
    print getattr(p, name)
    try:
        delattr(p, name)
    except Exception as e:
        print type(e).__name__, e

# What the handlers that are asked may answer.
for answer in (1, 0, -1, None, True, False, 2 ** 40, 1.5, 'x', [], ZeroDivisionError):
    for name in ('ExternalEntityRefHandler', 'NotStandaloneHandler'):
        p = expat.ParserCreate()
        setattr(p, name, lambda *args: answer)
        print name, answer,
        attempt(p.Parse, DOC, 1)

# Parsing inside of a handler, and the settings changed there.
p = expat.ParserCreate()
def again(name, attributes):
    attempt(setattr, p, 'buffer_size', 64)
    attempt(setattr, p, 'buffer_text', True)
    attempt(setattr, p, 'ordered_attributes', True)
    attempt(setattr, p, 'returns_unicode', False)
    attempt(p.SetBase, 'base of ' + name)
    attempt(p.GetBase)
    attempt(p.UseForeignDTD)
    attempt(p.SetParamEntityParsing, 2)
    print name, attributes
p.StartElementHandler = again
attempt(p.Parse, '<a x="1" y="2"><b x="1" y="2"/>', 0)
attempt(p.Parse, '</a>', 1)
attempt(p.Parse, '<b/>', 1)
attempt(p.Parse, '', 1)

# Text that is kept back comes before what follows it.
for size in (1, 2, 3, 5, 100):
    log = []
    p = expat.ParserCreate()
    p.buffer_text = True
    p.buffer_size = size
    p.CharacterDataHandler = lambda s: log.append(str(s)) or used.append(p.buffer_used)
    used = []
    p.StartElementHandler = lambda n, a: log.append('<' + n) or used.append(p.buffer_used)
    p.CommentHandler = lambda s: log.append('!')
    p.Parse('<a>ab&lt;cd\nefghij')
    held = p.buffer_used
    p.Parse('kl<b/>mn<!-- -->op&gt;q')
    p.buffer_text = False
    print size, held, p.buffer_used, log, used
    p.Parse('rs</a>', 1)
    print log[-3:]

    p = expat.ParserCreate()
    p.buffer_text = True
    p.buffer_size = 10
    p.CharacterDataHandler = lambda s: log.append(s)
    del log[:]
    p.Parse('<a>held')
    print log, p.buffer_used,
    p.buffer_size = size
    print log, p.buffer_used, p.buffer_size

# A handler takes itself away, sets another, or the parser's last name goes.
p = expat.ParserCreate()
seen = []
def first(s):
    seen.append(('first', s))
    p.CharacterDataHandler = second
def second(s):
    seen.append(('second', s))
    p.CharacterDataHandler = None
    p.DefaultHandler = lambda s: seen.append(('default', s))
p.CharacterDataHandler = first
p.Parse('<a>1<b/>2<b/>3<b/></a>', 1)
print seen

class Holder(object):
    def start(self, name, attributes):
        del self.parser
        gc.collect()
        print 'still parsing', name
h = Holder()
h.parser = expat.ParserCreate()
h.parser.StartElementHandler = h.start
attempt(h.parser.Parse, '<a/>', 1)

# A circle through a handler is collected.
class Circle(object):
    def __init__(self):
        self.parser = expat.ParserCreate()
        self.parser.EndElementHandler = self.end
    def end(self, name):
        pass
def make():
    c = Circle()
    c.parser.Parse('<a/>', 1)
    return weakref.ref(c)
r = make()
gc.collect()
print r()

# Hot: a document of many elements into a handler that counts.
def count(doc):
    n = [0, 0]
    def start(name, attributes):
        n[0] += len(attributes)
        if n[0] == 300:
            p.StartElementHandler = lambda name, attributes: n.__setitem__(1, n[1] + 1)
    p = expat.ParserCreate()
    p.StartElementHandler = start
    p.Parse(doc, 1)
    return n
print count('<r>' + '<e a="1" b="2"/>' * 500 + '</r>')

# Namespaces: triplets, prefixes, undeclared ones, rebound ones.
def names(doc, separator, **settings):
    p = expat.ParserCreate(None, separator)
    log = []
    for k in settings:
        setattr(p, k, settings[k])
    p.StartElementHandler = lambda n, a: log.append((n, a))
    p.StartNamespaceDeclHandler = lambda *args: log.append(args)
    p.EndNamespaceDeclHandler = lambda *args: log.append(args)
    attempt(p.Parse, doc, 1)
    print log
for separator in ('', ' ', '!', '\n', None, '{'):
    for settings in ({}, {'namespace_prefixes': 1}, {'namespace_prefixes': 1, 'ordered_attributes': 1}):
        names('<p:a xmlns:p="u:p" xmlns="u:d" p:k="1" k="2"><b xmlns:p="u:q" p:c="3"/></p:a>', separator, **settings)
for doc in ('<p:a/>', '<a p:k="1"/>', '<a xmlns:p=""/>', '<a xmlns:xml="u"/>', '<a xmlns:xmlns="u"/>', '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
            '<a xmlns:p="u" xmlns:q="u" p:k="1" q:k="2"/>', '<a:b:c xmlns:a="u"/>', '<:a/>', '<a:/>', '<xml:a xml:lang="x"/>', '<xmlns:a/>',
            '<a xmlns:p="u p"/>', '<a xmlns:xml="http://www.w3.org/XML/1998/namespace"/>'):
    names(doc, ' ')
