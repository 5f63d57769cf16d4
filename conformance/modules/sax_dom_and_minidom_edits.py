# xml.sax handlers in full, filters and generators; xml.dom.minidom documents edited node by node, normalised, imported, cloned,
# printed in all forms, with attributes and namespaces; pulldom events; what each refuses.
import xml.sax, xml.sax.handler, xml.sax.saxutils, xml.sax.xmlreader, xml.dom, xml.dom.minidom, xml.dom.pulldom, StringIO, cStringIO
from xml.sax.saxutils import escape, unescape, quoteattr, XMLGenerator, XMLFilterBase
from xml.dom import minidom
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception, e: print type(e).__name__, str(e)[:100] if ' at 0x' not in str(e) else ''
    else: print repr(r) if ' at 0x' not in repr(r) else type(r).__name__
print escape('a<b>&"\''), escape('x', {'x': 'y'}), escape('a\nb"', {'\n': '&#10;', '"': '&quot;'}), unescape('&lt;&amp;amp;&gt;&quot;'), unescape('&quot;', {'&quot;': '"'}), quoteattr('a"b'), quoteattr("a'b"), quoteattr('a"b\'c'), quoteattr('\n\t<'), quoteattr(u'\xe9') == u'"\xe9"'
DOC = '''<?xml version="1.0"?>
<!DOCTYPE root [<!ENTITY e "entity &amp; text"><!ELEMENT root ANY><!NOTATION n SYSTEM "n.x"><!ENTITY pic SYSTEM "p.gif" NDATA n>]>
<root xmlns:p="urn:p" xmlns="urn:d" a="1" p:b="2"><!-- note --><p:item id="x">text &e; more</p:item><?pi some data?><empty/><![CDATA[raw < & >]]>
 tail &#233;</root>'''
class H(xml.sax.handler.ContentHandler, xml.sax.handler.DTDHandler, xml.sax.handler.ErrorHandler, xml.sax.handler.EntityResolver):
    def __init__(self): self.out = []; self.loc = None
    def setDocumentLocator(self, l): self.loc = l
    def where(self): return self.loc and '%d:%d' % (self.loc.getLineNumber(), self.loc.getColumnNumber())
    def startElement(self, n, a): self.out.append((self.where(), '<', str(n), sorted((str(k), str(v)) for k, v in a.items())))
    def endElement(self, n): self.out.append(('>', str(n)))
    def startElementNS(self, n, q, a): self.out.append(('<', n, q, sorted(a.items()), sorted(a.getQNames())))
    def endElementNS(self, n, q): self.out.append(('>', n, q))
    def startPrefixMapping(self, p, u): self.out.append(('+', p, u))
    def endPrefixMapping(self, p): self.out.append(('-', p))
    def characters(self, c): self.out.append(('c', c))
    def ignorableWhitespace(self, c): self.out.append(('w', c))
    def processingInstruction(self, t, d): self.out.append(('?', t, d))
    def skippedEntity(self, n): self.out.append(('skipped', n))
    def notationDecl(self, *a): self.out.append(('notation',) + a)
    def unparsedEntityDecl(self, *a): self.out.append(('unparsed',) + a)
    def startDocument(self): self.out.append('start')
    def endDocument(self): self.out.append('end')
    def fatalError(self, e): self.out.append(('fatal', e.getMessage(), e.getLineNumber(), e.getColumnNumber())); raise e
def parse(text, ns, **features):
    p = xml.sax.make_parser(); h = H(); p.setContentHandler(h); p.setDTDHandler(h); p.setErrorHandler(h); p.setEntityResolver(h); p.setFeature(xml.sax.handler.feature_namespaces, ns)
    try: p.parse(StringIO.StringIO(text))
    except xml.sax.SAXException, e: print type(e).__name__, e, e.getMessage()
    return h.out
for ns in 0, 1: print '\n'.join(map(repr, parse(DOC, ns)))
for bad in '<a>', '<a></b>', '', '<a b=c/>', '<a>&nope;</a>', '<a/><b/>', '<a b="1" b="2"/>', '<p:a/>', '\xff': print parse(bad, 1)
p = xml.sax.make_parser(); t(p.setFeature, 'nope', 1); t(p.getFeature, 'nope'); t(p.getProperty, 'nope'); t(p.setProperty, 'nope', 1); t(p.getFeature, xml.sax.handler.feature_namespaces); t(p.setFeature, xml.sax.handler.feature_validation, 1); t(xml.sax.parseString, '<a/>', None); t(xml.sax.parse, '/nonexistent/x.xml', H()); t(xml.sax.make_parser, ['no.such.parser']).__class__
p = xml.sax.make_parser(); h = H(); p.setContentHandler(h)
for piece in '<r>', '<a x="', '1"/>te', 'xt</r>': p.feed(piece)
p.close(); print h.out; t(p.getLineNumber)
class Filter(XMLFilterBase):
    def startElement(self, n, a):
        if n == 'drop': return
        XMLFilterBase.startElement(self, n.upper(), xml.sax.xmlreader.AttributesImpl(dict((k, v * 2) for k, v in a.items())))
    def endElement(self, n):
        if n != 'drop': XMLFilterBase.endElement(self, n.upper())
    def characters(self, c): XMLFilterBase.characters(self, c.replace('x', '<x>'))
f = Filter(xml.sax.make_parser()); o = StringIO.StringIO(); f.setContentHandler(XMLGenerator(o, 'utf-8')); f.parse(StringIO.StringIO('<a k="v"><drop>x</drop><b/>\xc3\xa9</a>')); print repr(o.getvalue())
o = StringIO.StringIO(); g = XMLGenerator(o, 'iso-8859-1'); g.startDocument(); g.startPrefixMapping('q', 'urn:q'); g.startElementNS(('urn:q', 'el'), 'q:el', xml.sax.xmlreader.AttributesNSImpl({('urn:q', 'at'): u'v\xe9"'}, {('urn:q', 'at'): 'q:at'})); g.characters(u'\u20ac & <'); g.ignorableWhitespace(' '); g.processingInstruction('t', 'd'); g.endElementNS(('urn:q', 'el'), 'q:el'); g.endPrefixMapping('q'); g.endDocument(); print repr(o.getvalue())
a = xml.sax.xmlreader.AttributesImpl({'k': 'v'}); print len(a), a.getValue('k'), a.getNames(), a['k'], 'k' in a, a.get('z', 5), a.copy().items(), a.getType('k'), a.getQNames(), a.keys(), a.values(), a.getNameByQName('k'); t(a.getValue, 'z'); t(a.getNameByQName, 'z'); t(lambda: a['z'])
d = minidom.parseString(DOC); r = d.documentElement; print d.toxml('utf-8') == minidom.parseString(d.toxml('utf-8')).toxml('utf-8'), repr(d.toxml())[:200]; print repr(r.toprettyxml('  ', '|')); print repr(d.toxml('utf-8')[-60:]), repr(d.toprettyxml(indent='', newl='', encoding='ascii' if 0 else 'latin-1'))[:80]
print d.doctype.name, d.doctype.entities.length, d.doctype.notations.item(0).nodeName, d.doctype.internalSubset, [(n.nodeType, n.nodeName, n.nodeValue) for n in r.childNodes]
print r.tagName, r.prefix, r.localName, r.namespaceURI, sorted(r.attributes.keys()), r.getAttribute('a'), r.getAttribute('none') == '', r.getAttributeNS('urn:p', 'b'), r.hasAttribute('p:b'), r.hasAttributeNS('urn:p', 'zz'), r.attributes['a'].value, r.attributes.length, r.attributes.item(9), [x.tagName for x in d.getElementsByTagName('*')], len(d.getElementsByTagNameNS('urn:p', '*')), r.getElementsByTagName('empty')[0].parentNode is r, d.getElementById('x')
n = minidom.getDOMImplementation().createDocument('urn:z', 'z:doc', minidom.getDOMImplementation().createDocumentType('z:doc', 'pub', 'sys')); e = n.documentElement
x = n.createElement('x'); x.setAttribute('k', 'v<"&>'); y = n.createElementNS('urn:y', 'yy:y'); y.setAttributeNS('urn:y', 'yy:at', u'\xe9'); e.appendChild(x); e.insertBefore(y, x); y.appendChild(n.createTextNode('a')); y.appendChild(n.createTextNode('b<')); y.appendChild(n.createTextNode('')); x.appendChild(n.createComment(' c ')); x.appendChild(n.createCDATASection('c]d')); n.insertBefore(n.createProcessingInstruction('t', 'data'), e)
print repr(n.toxml()); e.normalize(); print [len(c.childNodes) for c in e.childNodes], y.firstChild.data, x.previousSibling is y, y.nextSibling is x, x.nextSibling, e.lastChild is x, n.firstChild.nodeName, x.ownerDocument is n, n.parentNode, e.hasChildNodes(), x.hasAttributes()
c = e.cloneNode(True); s = e.cloneNode(False); print c.toxml() == e.toxml(), s.toxml(), c.parentNode, c.isSameNode(e), c.isSameNode(c); m = d.importNode(e, True); print m.ownerDocument is d, m.toxml() == e.toxml(); t(d.importNode, n, True); t(n.appendChild, n.createElement('second')); t(e.appendChild, n); t(e.removeChild, n.createElement('q')); t(e.insertBefore, n.createElement('q'), n.createElement('z')); t(x.setAttributeNode, 5); t(x.removeAttribute, 'zz'); t(x.removeAttributeNode, None); t(n.createTextNode, 5); t(n.createElement, 'bad name').__class__; t(y.firstChild.splitText, 99)
tx = y.firstChild; k = tx.splitText(1); print tx.data, k.data, tx.wholeText, y.childNodes.length; tx.appendData('ZZ'); tx.insertData(1, '--'); tx.deleteData(0, 1); tx.replaceData(0, 1, '+'); print tx.data, tx.substringData(0, 2), len(tx), tx.length; t(tx.insertData, 99, 'x'); t(tx.deleteData, -1, 1); t(tx.substringData, 0, -1); print k.replaceWholeText('whole').data, repr(y.toxml()); t(tx.appendChild, k)
o = e.replaceChild(n.createElement('new'), x); print o is x, repr(e.toxml()); q = x.getAttributeNode('k'); x.removeAttributeNode(q); t(setattr, q, 'value', 1); q = n.createAttribute('k'); q.value = 'first'; x.setAttributeNode(q); q.value = 'changed'; print repr(x.toxml()), q.ownerElement is x, q.specified, q.isId, x.attributes.get('k') is q; x.setIdAttribute('k'); e.appendChild(x); print n.getElementById('changed') is x; f = n.createDocumentFragment(); f.appendChild(n.createElement('f1')); f.appendChild(n.createElement('f2')); e.insertBefore(f, e.firstChild); print repr(e.toxml()), f.childNodes; print n.renameNode(x, 'urn:new', 'nn:x').tagName; y.unlink(); print y.childNodes, e.nodeType == xml.dom.Node.ELEMENT_NODE; x.writexml(StringIO.StringIO()); 
with_err = minidom.parseString('<a>1<!--2--><b c="d"/>3</a>'); w = StringIO.StringIO(); with_err.writexml(w, '>', '  ', '\n', 'utf-8'); print repr(w.getvalue()); t(minidom.parseString, '<a'); t(minidom.parse, StringIO.StringIO('<ok/>')); print minidom.getDOMImplementation().hasFeature('core', '2.0'), minidom.getDOMImplementation().hasFeature('x', None), xml.dom.getDOMImplementation() is not None; t(minidom.getDOMImplementation().createDocument, None, 'p:q', None); t(minidom.getDOMImplementation().createDocument, None, None, None); print repr(minidom.parseString('<a/>').documentElement.attributes)[:30].split(' ')[0], bool(minidom.parseString('<a/>')), sorted(minidom.parseString('<a x="1" y="2"/>').documentElement.attributes.items())
ev = xml.dom.pulldom.parseString('<r><i n="1">a<b/></i><i n="2"/>\n<!--c--><?p d?></r>')
for kind, node in ev:
    if kind == 'START_ELEMENT' and node.getAttribute('n') == '1': ev.expandNode(node); print 'expanded', node.toxml()
    else: print kind, node.nodeName, repr(node.nodeValue)
