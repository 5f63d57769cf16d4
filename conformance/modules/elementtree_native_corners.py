# _elementtree: elements whose children and attributes change under iteration, slices, deep copies, parsers fed in pieces, builders misused.
import _elementtree
import copy
import pickle
import StringIO
import operator
import xml.etree.cElementTree as ET


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        return repr(r).split(' at 0x')[0]
    except ET.ParseError as e:
        return 'ParseError: %s %s %s' % (e, getattr(e, 'code', '-'), getattr(e, 'position', '-'))
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def show(e):
    return ET.tostring(e)


E = ET.Element
print sorted(n for n in dir(_elementtree) if n[:2] != '__'), type(E('a')).__name__, sorted(n for n in dir(E('a')) if n[:1] != '_')
for args, kwargs in (((), {}), (('a',), {}), (('a', {'k': 'v'}), {}), (('a', {'k': 'v'}), {'x': 'y', 'k': 'w'}), (('a', 5), {}), (('a', None), {}), (('a', [('k', 'v')]), {}), (('a', {}, 5), {}), ((5,), {}), ((None,), {}), (('a',), {'tag': 'b'}), (('a',), {'attrib': {'q': 'r'}})):
    try:
        e = E(*args, **kwargs)
        print e.tag, sorted(e.attrib.items()), e.text, e.tail, len(e),
    except Exception as x:
        print type(x).__name__, x,
print

# Children by index and slice, and what is refused.
root = E('root')
kids = [E('k%d' % i) for i in range(6)]
for k in kids:
    root.append(k)
tags = lambda e: [c.tag for c in e]
for s in (slice(1, 3), slice(None, None, 2), slice(4, 1, -1), slice(10, 20), slice(-2, None)):
    r = copy.copy(root)
    print tags(r[s]), attempt(operator.setitem, r, s, [E('x'), E('y')]), tags(r),
    r = copy.copy(root)
    print attempt(operator.delitem, r, s), tags(r), attempt(operator.setitem, r, s, 5), attempt(operator.setitem, r, s, [1]), attempt(operator.setitem, r, s, E('z'))
for i in (0, -1, 6, -7, 1.5, 'x', None, 2 ** 70, True, 2L):
    r = copy.copy(root)
    print i, attempt(lambda: r[i].tag), attempt(operator.setitem, r, i, E('new')), attempt(operator.setitem, r, i, 5), attempt(operator.delitem, r, i), len(r), attempt(r.insert, i, E('ins')), tags(r)
for f, args in ((root.append, (5,)), (root.append, ()), (root.insert, (0, 5)), (root.insert, (0,)), (root.extend, (5,)), (root.extend, ([5],)), (root.remove, (5,)), (root.remove, (E('k0'),)), (root.find, (5,)), (root.find, ('k3',)), (root.findall, ('*',)), (root.findtext, ('k1', 'd')), (root.findtext, ('none', 'd')), (root.find, ('',)), (root.get, ()), (root.get, ('a', 5)), (root.set, ('a',)), (root.set, (1, 2)), (root.getchildren, ()), (root.getiterator, ('k2',)),
                (root.iter, (5,)), (root.iterfind, ('k4',)), (root.itertext, (1,)), (root.makeelement, ('a', {})), (root.makeelement, ('a',)), (root.keys, (1,)), (root.items, ()), (root.clear, (1,)), (len, (root,)), (bool, (root,))):
    print attempt(f, *args)[:90]
print attempt(setattr, root, 'text', 5), root.text, attempt(setattr, root, 'tag', None), root.tag, attempt(setattr, root, 'attrib', 7), attempt(setattr, root, 'other', 1), attempt(delattr, root, 'text'), attempt(getattr, root, 'none'), root.get('1') if isinstance(root.attrib, dict) else 'no dict'

# What changes while it is gone through.
r = E('r')
for i in range(5):
    ET.SubElement(r, 'c%d' % i).text = str(i)
seen = []
for c in r:
    seen.append(c.tag)
    if len(seen) == 2:
        r.remove(r[0])
        r.append(E('late'))
print seen
seen = []
for c in r.iter():
    seen.append(c.tag)
    if c.tag == 'c2':
        ET.SubElement(c, 'deep')
    if c.tag == 'deep':
        del r[:]
print seen, len(r)
r = ET.XML('<a>1<b>2<c/>3</b>4<b x="y"/>5</a>')
print list(r.itertext()), [e.tag for e in r.iter('b')], [e.tag for e in r.iter('*')], [e.tag for e in r.getiterator()], list(E('e').itertext()), r.findtext('b/c'), r.find("b[@x='y']").tail, r.findall('.//c')[0].tail, [e.attrib for e in r.findall('b')]
it = r.iter()
print it.next().tag, attempt(it.next), attempt(iter, it), [e.tag for e in it], attempt(it.next), type(r.itertext()).__name__
self = E('self')
self.append(self)
print len(self), self[0] is self, self.find('self') is self
del self[0]

# Copies and pickles.
r = ET.XML('<a k="v">t<b>u</b>w<!-- c --></a>')
c, d = copy.copy(r), copy.deepcopy(r)
r[0].text = 'changed'
r.set('k', 'new')
print show(c), show(d), c[0] is r[0], d[0] is r[0], attempt(pickle.dumps, r)[:41]


# Parsers: pieces, errors, targets.
for pieces in (['<a>', 't', '</a>'], ['<a><b>', '</a>'], ['<a'], [], [''], ['<a/>', ''], ['<a/>', '<b/>'], [u'<a>\u20ac</a>'], ['<a>\xff</a>'], [5], [None], ['<a>&x;</a>'], ['<?xml version="1.0" encoding="iso-8859-1"?>', '<a>\xe9</a>'], ['<a xmlns:p="u"><p:b p:k="1"/></a>'], ['<!DOCTYPE a [<!ENTITY e "val">]><a>&e;</a>'], ['\n\n  <a>\n<b></c>']):
    p = ET.XMLParser()
    r = []
    for x in pieces:
        r.append(attempt(p.feed, x))
    try:
        e = p.close()
        r.append(show(e))
    except Exception as x:
        r.append('%s %s' % (type(x).__name__, x))
    print r


class Target(object):
    def __init__(self):
        self.log = []

    def start(self, tag, attrib):
        self.log.append(('start', tag, sorted(attrib.items())))

    def end(self, tag):
        self.log.append(('end', tag))

    def data(self, data):
        self.log.append(('data', data))

    def comment(self, text):
        self.log.append(('comment', text))

    def pi(self, target, text):
        self.log.append(('pi', target, text))

    def close(self):
        return self.log


class Partly(object):
    def start(self, *args):
        return 'not kept'


class Failing(Target):
    def end(self, tag):
        if tag == 'a':
            raise KeyError(tag)


for target in (Target(), Partly(), Failing(), 5, object()):
    p = ET.XMLParser(target=target)
    print attempt(p.feed, '<?p i?><a x="1">t&amp;u<!-- c --><b/>\n</a>'), attempt(p.close)
print attempt(ET.XMLParser, 1, 2, 3, 4), attempt(ET.XMLParser, encoding='no-such'), attempt(ET.XMLParser, encoding=5), attempt(ET.XMLParser, nothing=1), sorted(n for n in dir(ET.XMLParser()) if n[:2] != '__')
p = ET.XMLParser(encoding='iso-8859-1')
p.feed('<a>\xe9</a>')
print repr(p.close().text), p.version[:5], sorted(p.entity), attempt(setattr, p, 'other', 1)
p = ET.XMLParser()
p.entity['mine'] = 'my own'
p.feed('<!DOCTYPE a SYSTEM "x"><a>&mine;&other;</a>') if 0 else p.feed('<!DOCTYPE a SYSTEM "x"><a>&mine;</a>')
print p.close().text

# Builders by hand.
b = ET.TreeBuilder()
print attempt(b.close), attempt(b.end, 'x'), attempt(b.data, 'text'), attempt(b.start, 'a'), attempt(b.start, 'a', {}), attempt(b.data, 5), attempt(b.data, 't'), attempt(b.data, u'u'), attempt(b.start, 'b', {'k': 'v'}), attempt(b.end, 'wrong'), attempt(b.data, 'tail'), attempt(b.end, 'a')
try:
    print show(b.close())
except Exception as e:
    print type(e).__name__, e
b = ET.TreeBuilder()
for f, args in ((b.start, ('a', {})), (b.data, ('x',)), (b.end, ('a',)), (b.start, ('second', {})), (b.end, ('second',))):
    print attempt(f, *args)[:30],
print attempt(lambda: show(b.close())), attempt(ET.TreeBuilder, 5)[:30], attempt(b.start, 'a', 5), attempt(b.start, 'a', None)

# Events while parsing.
doc = '<a xmlns="u" xmlns:p="v">t<b k="1"/><!-- c --><p:c>x</p:c></a>'
for events in (None, ('start',), ('end',), ('start', 'end'), ('start-ns', 'end-ns'), ('start', 'start-ns', 'end', 'end-ns'), (), ('nothing',), ('comment',), 5, ['end', 5]):
    try:
        print events, [(k, getattr(v, 'tag', v)) for k, v in ET.iterparse(StringIO.StringIO(doc), events)]
    except Exception as e:
        print events, type(e).__name__, e
it = ET.iterparse(StringIO.StringIO('<a><b/></a'))
print [(k, v.tag) for k, v in [it.next()]], attempt(list, it)
it = ET.iterparse(StringIO.StringIO('<a><b/></a>'))
print getattr(it, 'root', 'none yet'), [v.tag for k, v in it], it.root.tag
print attempt(ET.iterparse, '/none/x.xml'), attempt(ET.parse, '/none/x.xml'), attempt(ET.parse, StringIO.StringIO('')), attempt(ET.XML, ''), attempt(ET.fromstring, 5), attempt(ET.XMLID, '<a id="x"><b id="y"/></a>')[:9], sorted(ET.XMLID('<a id="x"><b id="y"/></a>')[1]), show(ET.fromstringlist(['<a>', '<b/>', '</a>']))

# Writing out.
e = E('a', {'k': '<"&\n>', u'\xe9': u'\u20ac'})
e.text, e.tail = u'<&>\u20ac', 'tail'
for enc in (None, 'us-ascii', 'utf-8', 'iso-8859-1', 'utf-16'):
    for method in ('xml', 'html', 'text'):
        print enc, method, repr(attempt(lambda: ET.tostring(e, enc, method)))
for bad in (E(None), E(5), E('a', {5: 'x'}), E('a', {'x': 5}), E('{u}b', {'{v}c': 'd'}), E('{u')):
    print attempt(ET.tostring, bad)
f = E('f')
f.text = 5
print attempt(ET.tostring, f), ET.tostring(ET.Comment('--c')), ET.tostring(ET.ProcessingInstruction('t', '?>x')), attempt(ET.dump, 5), ET.iselement(f), ET.iselement(5), ET.tostring(ET.QName('u', 'l') and E(ET.QName('u', 'l'))), ET.tostringlist(f) if 0 else ''
out = StringIO.StringIO()
ET.ElementTree(ET.XML('<a><b/>x</a>')).write(out, xml_declaration=True, encoding='utf-8')
print out.getvalue()
