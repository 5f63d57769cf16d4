# cElementTree: elements, builders, parsers, events.
import copy
import StringIO
import sys
import xml.etree.cElementTree as E
import _elementtree


def attempt(f, *args, **kwargs):
    try:
        print f(*args, **kwargs)
    except Exception as e:
        print type(e), e, getattr(e, 'position', None)


def show(e):
    return E.tostring(e)


# Elements.
e = E.Element('a', {'x': '1'}, y='2')
print type(e), type(e).__module__, type(e).__mro__, sorted(type(e).__dict__)
print dir(e), repr(e).startswith("<Element 'a' at 0x")
for n in ('__class__', '__doc__', '__len__', 'foo', 'tag', 'text', 'tail', 'attrib', '__methods__'):
    attempt(getattr, e, n)
for args, kwargs in (((), {}), ((1,), {}), (('a', 1), {}), (('a', None), {}), (('a', {}, {}), {}), ((), {'tag': 'x'}),
                     (('a',), {'attrib': {}})):
    attempt(lambda: E.Element(*args, **kwargs).items())
attempt(E.SubElement, e)
attempt(E.SubElement, 1, 'b')
print E.SubElement(e, 'b').tag, E.SubElement(e, 'b', {'q': '1'}, w='2').attrib, show(e)
for n in 'append clear extend find findtext get insert items keys makeelement remove set __copy__ __deepcopy__'.split():
    f = getattr(E.Element('z'), n)
    attempt(f, 1, 2, 3, 4)
    attempt(f, 1)
for v in (0, -1, 5, slice(None), slice(0, 1), slice(None, None, 2), 'x', 1.5, None, 2L):
    attempt(lambda: type(e[v]))


def assign(e, i, v):
    e[i] = v


def delete(e, i):
    del e[i]


e = E.Element('a')
E.SubElement(e, 'b')
attempt(assign, e, 5, E.Element('q'))
attempt(assign, e, 0, E.Element('q'))
attempt(delete, e, 5)
attempt(delete, e, 0)
attempt(assign, e, slice(0, 0), map(E.Element, '1234'))
attempt(assign, e, slice(0, 1), 1)
attempt(assign, e, slice(0, 4, 2), [E.Element('z')])
attempt(assign, e, slice(0, 4, 2), map(E.Element, 'zy'))
attempt(delete, e, slice(0, 2))
attempt(delete, e, slice(None, None, 2))
attempt(assign, e, slice(5, 1), (E.Element('n'),))
attempt(delete, e, 'a')
print [x.tag for x in e], len(e), bool(e), bool(E.Element('t'))
for n, v in (('tag', 5), ('text', [1]), ('tail', 7), ('attrib', 5), ('foo', 1), ('attrib', {'k': 'v'})):
    attempt(setattr, e, n, v)
    print getattr(e, n, 'none')
attempt(delattr, e, 'tag')
print e.items(), e.keys(), e.get('k'), e.get('z', 5)
e.set('a', 'b')
print sorted(e.items())
attempt(e.remove, E.Element('w'))
attempt(e.insert, 'x', E.Element('1'))
attempt(e.insert, 2 ** 70, E.Element('1'))
e.insert(-1, E.Element('ins'))
e.insert(99, E.Element('end'))
e.remove(e[0])
attempt(e.extend, [E.Element('x')])
attempt(e.extend, 5)
print [x.tag for x in e]
e.clear()
print e.tag, e.attrib, len(e)

# Copies.
e = E.XML('<a k="v">t<b i="1"/>u<c>w</c></a>')
c = copy.copy(e)
print c[0] is e[0], c.attrib is e.attrib, show(c)
d = copy.deepcopy(e)
d[0].set('i', '2')
d.attrib['k'] = 'w'
print show(d), show(e)
print e.__reduce__()[0].__name__
e.append(e[0])
d = copy.deepcopy(e)
print d[0] is d[2]

# Searching.
e = E.XML('<a><b i="1">x</b>y<c>t<d/>tail</c><b/></a>')
print [x.tag for x in e.iter()], [x.tag for x in e.iter('b')], [x.tag for x in e.iter('*')], list(e.itertext())
print [x.tag for x in e.getiterator()], e.find('b').text, e.find('z'), e.findtext('c'), repr(e.findtext('c/d')), e.findtext('z', 'no')
print len(e.findall('b')), e.findall('z'), [x.tag for x in e.findall('*')], [x.tag for x in e.iterfind('.//d')], e.find('c/d').tag
print e.find("b[@i='1']").text, e.find('{u}b'), E.XML('<a xmlns:p="u"><p:b/></a>').find('p:b', {'p': 'u'}).tag

# Builders.
b = E.TreeBuilder()
print type(b), dir(b)
attempt(E.TreeBuilder, 1)
attempt(b.close, 1)
attempt(b.end, 'a')
attempt(b.start)
attempt(b.close)
b.data('before')
b.start('a', {'k': 'v'})
b.data('x')
b.data(u'y')
b.start('b', {})
print b.end('anything').tag, b.data('t1'), b.data(u't\xe9'), b.end('a').tag
r = b.close()
print show(r), repr(r.text), repr(r[0].tail)
attempt(b.start, 'second', {})
b = E.TreeBuilder()
b.start('a', {})
b.data(5)
b.data(6)
b.end('a')
attempt(getattr, b.close(), 'text')

# Parsers.
p = E.XMLParser()
print type(p), dir(p), p.entity, type(p.target), p.version[:6]
attempt(setattr, p, 'entity', 1)
attempt(getattr, p, 'foo')
attempt(E.XMLParser, None, None, None)
attempt(E.XMLParser, encoding=5)
attempt(E.XMLParser, html=1)
attempt(p.feed)
attempt(p.feed, 0)
attempt(p.feed, '<a>b')
attempt(p.feed, u'c</a>')
print show(p.close())
attempt(p.close)
for doc in ('', '<a>', '<a></b>', '<a>&foo;</a>', '<!DOCTYPE a SYSTEM "x"><a>&foo;</a>', u'<a>\xe9</a>',
            '<?xml version="1.0" encoding="nonsense"?><a/>', '<p:a/>'):
    attempt(E.XML, doc)
p = E.XMLParser()
p.entity['foo'] = 'bar'
p.feed('<!DOCTYPE a SYSTEM "x"><a>&foo;</a>')
print p.close().text


class Target:
    def __init__(self):
        self.told = []

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return lambda *args: self.told.append((name,) + args)

    def close(self):
        return self.told


p = E.XMLParser(target=Target())
p.feed('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "v">]><?pi data?><!-- com -->'
       '<a x="1" y="\xc3\xa9">t&e;&lt;&#233;<b/>tail\n</a><!--end-->')
print p.close()
p = E.XMLParser(target=Target())
p.feed('<a xmlns="u" xmlns:p="q}z" p:z="1"><p:b>')
p.feed('</p:b></a>')
print p.close()


class Fails:
    def start(self, tag, attributes):
        raise KeyError(tag)


p = E.XMLParser(target=Fails())
attempt(p.feed, '<a>x</a>')
attempt(E.XMLParser(target=Fails())._setevents, [])

# Events.
doc = '<a xmlns="u"><b>t</b><c xmlns:q="r"/></a>'
for events in (None, ('start',), ('start', 'end', 'start-ns', 'end-ns'), ('foo',), ['start'], 5, (u'end',)):
    def f():
        it = E.iterparse(StringIO.StringIO(doc), events)
        for event, x in it:
            print event, getattr(x, 'tag', x),
        return it.root.tag
    attempt(f)
attempt(lambda: [(x[0], x[1].tag) for x in E.iterparse(StringIO.StringIO('<a><b/><c></a>'))])

# The rest.
print E.XMLID('<a id="q"><b id="r"/></a>')[1].keys() in (['q', 'r'], ['r', 'q'])
print E.ElementTree.__mro__, E.iterparse, E.ParseError.__mro__
print E.Comment == E.Comment('x').tag, E.PI('x', 'y').text, show(E.Comment('c')), show(E.PI('p', 'q')), E.iselement(e)
tree = E.parse(StringIO.StringIO('<a><b/></a>'))
tree.write(sys.stdout)
print
E.dump(tree.getroot())
print E.XMLTreeBuilder == E.XMLParser, E.fromstring is E.XML, E.fromstringlist(['<a>', '</a>']).tag

# A deep tree.
deep = E.XML('<a>' * 3000 + 'x' + '</a>' * 3000)
n, x = 1, deep
while len(x):
    n, x = n + 1, x[0]
print n, x.text
del deep, x
