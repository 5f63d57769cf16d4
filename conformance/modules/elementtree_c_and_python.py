# xml.etree: the C and the Python tree do the same: building, find paths, iteration, serialising, errors, subclassing of builders and parsers.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import xml.etree.ElementTree as P, xml.etree.cElementTree as C, StringIO, copy, pickle
doc = '<?xml version="1.0"?><root a="1" b="&lt;q&gt;"><!-- c --><x id="1">one<y/>tail</x><x id="2"><z>deep</z></x><n:m xmlns:n="urn:n" n:at="v">ns</n:m><?pi data?><e/>&#233;</root>'
for M in (P, C):
    print 'module', M is C
    r = M.fromstring(doc); print r.tag, sorted(r.attrib.items()), len(r), [c.tag for c in r], r.text, repr(r[-1].tail), r.find('x').text, r.find('x')[0].tail, r.findtext('x/z'), r.findtext('nope'), r.findtext('nope', 'def'), r.findtext('e'), [e.get('id') for e in r.findall('x')], r.find('{urn:n}m').attrib
    for p in ('*', '.', './/z', './/*', 'x/*', "x[@id]", "x[@id='2']", 'x[1]', 'x[last()]', 'x[z]', "x[z='deep']", '..', 'x/..', './/y/..', '/x', '', 'x[', 'x[0]', 'x[-1]', '//x', '{urn:n}m', './x', 'x//', 'x[last()-1]', '[1]'):
        try: print p, [e.tag for e in r.findall(p)],
        except Exception as e: print p, type(e).__name__, e,
    print; print [e.tag for e in r.iter()], [e.tag for e in r.iter('x')], list(r.itertext()), [e.tag for e in r.getiterator('y')], [e.tag for e in r.iterfind('x')], r.getchildren() == list(r)
    e = M.Element('t', {'k': 'v'}, z='2'); print e.tag, sorted(e.items()), sorted(e.keys()), e.text, e.tail, len(e); s = M.SubElement(e, 's', a='1'); print list(e) == [s]; e.append(M.Element('u')); e.insert(0, M.Element('first')); e.insert(-1, M.Element('neg')); e.insert(99, M.Element('last')); print [c.tag for c in e], e[1:3] == list(e)[1:3], e[-1].tag; e.remove(s); t(e.remove, s); e.extend([M.Element('q')]); e[0] = M.Element('zero'); del e[1]; e[1:2] = [M.Element('p'), M.Element('o')]; print [c.tag for c in e]; print [c.tag for c in e]; t(lambda: e[99]); t(lambda: e['x']); t(e.extend, [5]) if 0 else None; t(M.Element); t(M.Element, 'a', 5) if M is P else None; t(M.Element, 'a', {}, 5); t(M.SubElement, 5, 'x'); t(M.SubElement, e); e.set('new', 'n'); print e.get('new'), e.get('no'), e.get('no', 5), sorted(e.attrib); e.text = 'T<&'; e.tail = u'\xe9'; print M.tostring(e), repr(M.tostring(e, 'utf-8')), repr(M.tostring(e, 'us-ascii')), repr(M.tostring(e, encoding='utf-16'))[:12], M.tostring(e, method='text') if 0 else '', M.tostringlist(e)[:2]; e.clear(); print e.attrib, e.text, len(e), bool(M.Element('f') is not None)
    c = copy.copy(r); d = copy.deepcopy(r); print c is r, c[1] is r[1], d[1] is r[1], M.tostring(d) == M.tostring(r), len(M.tostring(r)); print M.tostring(r), M.tostring(r, method='html')[:40], repr(M.tostring(r, method='text', encoding='utf-8')); t(M.tostring, r, method='bad'); x = M.Element('bad'); x.text = 5; t(M.tostring, x); x.text = 'a'; x.set('k', 5); t(M.tostring, x); x = M.Element(None); x.text = 'only'; print M.tostring(x), M.tostring(M.Comment('c--c')), M.tostring(M.PI('t', 'x')), M.tostring(M.ProcessingInstruction('t')), M.iselement(x), M.iselement(5), M.Comment is x.tag; q = M.QName('urn:x', 'loc'); print q.text, str(q), q == M.QName('{urn:x}loc'), M.tostring(M.Element(q, {q: q.text})), M.tostring(M.Element('{urn:y}z')); M.dump(M.Element('dumped'))
    for bad in ('', '<a>', '<a></b>', '<a', 'text', '<a/><b/>', '<a b=1/>', '<a>&nope;</a>', '<a>\x00</a>', '<a>\xff</a>', '<a b="1" b="2"/>', '<?xml version="1.0" encoding="nope"?><a/>', '<x:a/>', '<a>]]></a>', '<!DOCTYPE a [<!ENTITY e "E">]><a>&e;</a>', u'<a>\xe9</a>'):
        try: r2 = M.fromstring(bad); print r2.tag, repr(r2.text)
        except M.ParseError as e: print repr(bad), e, getattr(e, 'code', None), getattr(e, 'position', None)
        except Exception as e: print repr(bad), type(e).__name__, e
    for ev in (None, ('start', 'end'), ('end', 'start-ns', 'end-ns'), ('bad',), 'start'):
        try: print ev, [(k, getattr(v, 'tag', v)) for k, v in M.iterparse(StringIO.StringIO('<a><b xmlns="u"><c/></b></a>'), ev)]
        except Exception as e: print ev, type(e).__name__, e
    b = M.TreeBuilder(); b.start('a', {'k': 'v'}); b.data('te'); b.data('xt'); b.start('b', {}); b.end('b'); b.data('tail'); print b.end('a').tag, M.tostring(b.close()); t(M.TreeBuilder().close) ; t(M.TreeBuilder().end, 'x') if M is P else None
    class TB(M.TreeBuilder if M is P else object):
        def start(s, tag, a): print 'start', tag, sorted(a.items()); return tag
        def end(s, tag): print 'end', tag
        def data(s, d): print 'data', repr(d)
        def comment(s, d): print 'comment', d
        def pi(s, a, b): print 'pi', a, b
        def close(s): return 'closed'
    p = M.XMLParser(target=TB()); p.feed('<a k="v">t<!--c--><?p d?><b/>'); p.feed('</a>'); print p.close(), p.version[:5]; p = M.XMLParser(); t(p.feed, '<a>'); t(p.feed, '<<'); t(M.XMLParser, encoding=5); tr = M.ElementTree(r); print tr.getroot() is r, tr.find('x').get('id'), [e.tag for e in tr.iter('z')], tr.findtext('/x/z') if 0 else tr.findtext('x/z'); o = StringIO.StringIO(); tr.write(o, 'utf-8', True); print repr(o.getvalue()[:60]); o = StringIO.StringIO(); tr.write(o, xml_declaration=False, default_namespace=None); print len(o.getvalue()); t(M.ElementTree().getroot); t(M.parse, 'nosuch.xml'); i = M.XMLID('<a><b id="x"/></a>'); print i[0].tag, i[1].keys(), M.fromstringlist(['<a>', '</a>']).tag, M.XML('<z/>').tag; M.register_namespace('pre', 'urn:n') if hasattr(M, 'register_namespace') else None; print M.tostring(r.find('{urn:n}m')); t(M.register_namespace, 'ns1', 'x')
