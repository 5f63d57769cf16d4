# xml.sax: events with and without namespaces, locators, features, filters, writers, errors; ElementTree's walks, paths and writing.
import xml.sax, xml.sax.handler, xml.sax.saxutils as S, xml.sax.xmlreader, StringIO, xml.etree.ElementTree as E, xml.etree.cElementTree as CE
class H(xml.sax.ContentHandler):
    def __init__(self): self.log = []; self.loc = None
    def setDocumentLocator(self, l): self.loc = l
    def startElement(self, n, a): self.log.append(('s', n, sorted(a.items()), self.loc.getLineNumber(), self.loc.getColumnNumber()))
    def startElementNS(self, n, q, a): self.log.append(('sns', n, q, sorted(a.items())))
    def endElementNS(self, n, q): self.log.append(('ens', n))
    def startPrefixMapping(self, p, u): self.log.append(('map', p, u))
    def endElement(self, n): self.log.append(('e', n))
    def characters(self, c): self.log.append(('c', c))
    def processingInstruction(self, t, d): self.log.append(('pi', t, d))
    def ignorableWhitespace(self, w): self.log.append(('w', w))
    def skippedEntity(self, n): self.log.append(('skip', n))
    def startDocument(self): self.log.append('start')
    def endDocument(self): self.log.append('end')
for text in ('<a x="1">\n<b/>t&amp;u<?p i?></a>', '<n:a xmlns:n="u" n:x="1" y="2"/>', '<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>', '<a>', '<a></b>', '', '<a>&x;</a>', '<?xml version="1.0" encoding="nope"?><a/>', u'<a>\xe9</a>'.encode('latin-1')):
    for ns in 0, 1:
        h = H(); p = xml.sax.make_parser(); p.setFeature(xml.sax.handler.feature_namespaces, ns); p.setFeature(xml.sax.handler.feature_external_ges, False); p.setContentHandler(h)
        try: p.parse(StringIO.StringIO(text))
        except xml.sax.SAXParseException as e: h.log.append((e.getMessage(), e.getLineNumber(), e.getColumnNumber(), str(e)))
        except Exception as e: h.log.append((type(e).__name__, str(e)))
        print h.log
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
p = xml.sax.make_parser(); t(p.getFeature, 'http://nope'); t(p.setFeature, 'http://nope', 1); t(p.getProperty, 'http://nope'); t(p.getFeature, xml.sax.handler.feature_validation); t(p.setFeature, xml.sax.handler.feature_validation, 1); h = H(); h.loc = xml.sax.xmlreader.Locator(); xml.sax.parseString('<q/>', h); print h.log; p = xml.sax.make_parser(); h = H(); h.loc = xml.sax.xmlreader.Locator(); p.setContentHandler(h); [p.feed(c) for c in '<a>xy</a>']; p.close(); print h.log; t(xml.sax.make_parser, ['no.such'])
o = StringIO.StringIO(); g = S.XMLGenerator(o, 'utf-8'); g.startDocument(); g.startElement('a', {'k': 'v<"\n'}); g.characters(u'\xe9<&>'); g.ignorableWhitespace(' '); g.processingInstruction('t', 'd'); g.endElement('a'); print repr(o.getvalue()); o.truncate(0); xml.sax.parseString('<n:a xmlns:n="u"><b c="d"/></n:a>', S.XMLGenerator(o)); print o.getvalue(); f = S.XMLFilterBase(xml.sax.make_parser()); o = StringIO.StringIO(); f.setContentHandler(S.XMLGenerator(o)); f.parse(StringIO.StringIO('<x>y</x>')); print o.getvalue()
print S.escape('<&>"', {'"': '&quot;'}), S.unescape('&lt;&amp;&gt;&quot;', {'&quot;': '"'}), S.quoteattr('a"b'), S.quoteattr("a'b\"c"), S.quoteattr('x\n\t'); a = xml.sax.xmlreader.AttributesImpl({'x': '1'}); print a.getLength(), a.getNames(), a.getValue('x'), a.getType('x'), 'x' in a, a.get('z', 5), a.copy().items(), a.getQNames(); t(a.getValue, 'q'); t(lambda: a['q']); e = xml.sax.SAXException('m', ValueError('v')); print e, e.getException(); t(lambda: e[0])
for X in E, CE:
    r = X.fromstring('<r a="1"><b n="x">t<c/>tail</b><b n="y"/><!--c--><d><b/></d></r>'); print r.tag, r.attrib, [c.tag for c in r], r[0].text, r[0][0].tail, r.find('b').get('n'), [b.get('n') for b in r.findall('b')], [b.get('n') for b in r.findall('.//b')], r.findtext('b'), r.findtext('zz', 'dflt'), r.find("b[@n='y']").attrib, len(r.findall('*')), [e.tag for e in r.iter()], list(r.itertext()), r.find('d/b').tag, r.find('./d').tag, [e.tag for e in r.findall('b[1]')], [e.tag for e in r.findall('b/..')], [e.get('n') for e in r.findall('b[last()]')], [e.tag for e in r.findall('b[c]')]
    for bad in ('b[', 'b[0]', '/b', 'b[@n=x]', '', '//b', 'b[zz'): t(r.findall, bad)
    s = X.SubElement(r, 'new', {'k': 'v'}, z='w'); s.text = u'\xe9<'; s.tail = '&'; print X.tostring(r), X.tostring(s, 'utf-8'), X.tostring(s, 'us-ascii'), X.tostring(s, method='text', encoding='utf-8'), X.tostring(X.fromstring('<p>a<br/>b</p>'), method='html'); r.remove(s); t(r.remove, s); r.insert(0, s); r[1:2] = []; del r[0]; r.set('q', '2'); print r.keys(), r.items(), len(r), bool(r[0]) if 0 else '', X.iselement(r), r.getiterator('b') and len(list(r.getiterator('b'))), repr(r)[:12]; o = StringIO.StringIO(); X.ElementTree(r).write(o, 'utf-8', xml_declaration=True); print o.getvalue(); X.dump(X.XML('<z/>')); print [(ev, getattr(e, 'tag', e)) for ev, e in X.iterparse(StringIO.StringIO('<a xmlns="u"><b/></a>'), ('start', 'end', 'start-ns', 'end-ns'))], X.XMLID('<a id="1"><b id="2"/></a>')[1].keys(), X.tostring(X.XML('<n:a xmlns:n="urn:q"/>')), X.QName('u', 't').text, X.tostring(X.Element(X.QName('u', 't'))), X.tostring(X.Comment('c')), X.tostring(X.ProcessingInstruction('t', 'd'))
    for bad in ('', '<a>', '<a></b>', 'x', '<a>&n;</a>', '<a/><b/>'): t(X.fromstring, bad)
    t(X.tostring, X.Element(5)) if X is E else None; b = X.TreeBuilder(); b.start('a', {}); b.data('x'); b.data('y'); b.start('b', {}); b.end('b'); b.end('a'); print X.tostring(b.close()); p = X.XMLParser(); p.feed('<a'); p.feed('>x</a>'); print p.close().text; t(X.Element, 'a', 5); t(X.XMLParser().close); print X.fromstringlist(['<a>', '</a>']).tag, X.tostringlist(X.XML('<a/>')) and 1; E.register_namespace('pre', 'urn:pre'); print X.tostring(X.XML('<a xmlns="urn:pre"/>')), X.ParseError.__mro__[1].__name__
