# HTMLParser and sgmllib: tags, attributes, entities, comments, broken documents, feeding in pieces.
import warnings
warnings.simplefilter('ignore')
import HTMLParser, sgmllib, htmlentitydefs

docs = ['<p>a</p>', '<P CLASS=x ID="y" z>', "<a href='b'/>", '<br/>', '<a b=c/d>', '<!-- c --><!---->', '<!doctype html>', '<?pi x?>', '<![CDATA[x]]>', '&amp;&#65;&#x41;&nope;&lt', '&', '&#', '<', '<>', '</>', '< p>', '<p', '<p a="', '<script>if (a<b) "</p>";</script>x', '<style>p>q</style>', '<a\nb\n=\nc>', '<p a=1 a=2>',
        '<a b="&quot;&lt;&#39;&eacute;">', '</p x>', '<!-- unclosed', '<!x', '<a<b>', 'text < 5 & more', '<p>\xc3\xa9', u'<p t="\xe9">\u20ac&euro;', '<a b=\'c"d\' e="f\'g">', '<!ENTITY x "y">', '<p/x>', '<a=b>', '<x:y z:w="1">', '<textarea><b></textarea>', '<!--a--b-->', '<!>', '<p "x">']
def logger(base):
    class L(base):
        def __init__(self): self.log = []; base.__init__(self)
        def add(self, *a): self.log.append(a)
        def handle_startendtag(self, t, a): self.add('startend', t, a)
        def handle_starttag(self, *a): self.add('start', a[0], a[-1])
        def handle_endtag(self, *a): self.add('end', a[0])
        def handle_data(self, d): self.add('data', d)
        def handle_comment(self, d): self.add('comment', d)
        def handle_decl(self, d): self.add('decl', d)
        def handle_pi(self, d): self.add('pi', d)
        def unknown_decl(self, d): self.add('unknown_decl', d)
        def unknown_starttag(self, t, a): self.add('ustart', t, a)
        def unknown_endtag(self, t): self.add('uend', t)
        def report_unbalanced(self, t): self.add('unbalanced', t)
    return L
class H(logger(HTMLParser.HTMLParser)):
    def handle_entityref(self, d): self.add('ent', d)
    def handle_charref(self, d): self.add('char', d)
class S(logger(sgmllib.SGMLParser)):
    def unknown_entityref(self, d): self.add('uent', d)
    def unknown_charref(self, d): self.add('uchar', d)
    def start_p(self, a): self.add('start_p', a)
    def end_p(self): self.add('end_p')
    def do_br(self, a): self.add('do_br', a)
for c in H, S:
    print c.__name__
    for d in docs:
        for pieces in ([d], list(d)):
            p = c()
            try:
                for x in pieces: p.feed(x)
                p.close()
            except Exception as e:
                print type(e).__name__, e, getattr(e, 'lineno', ''), getattr(e, 'offset', '')
            print p.log
p = H()
p.feed('<a>\n  <b c="d">')
print p.getpos(), p.get_starttag_text(), p.rawdata, p.lasttag
p.reset()
print p.getpos(), p.CDATA_CONTENT_ELEMENTS
for s in ('&lt;', '&#65;', '&#x41;', '&nope;', 'a&amp', u'&euro;', '&#;', '&#xzz;', '&#1114112;', ''):
    try:
        print repr(p.unescape(s))
    except Exception as e:
        print type(e).__name__, e
try:
    p.error('bad')
except HTMLParser.HTMLParseError as e:
    print e, e.msg, e.lineno, e.offset
p = S()
p.setnomoretags(); p.feed('<p>x'); print p.log
p = S(); p.setliteral(); p.feed('<p>&lt;'); p.close(); print p.log
print p.convert_charref('65'), p.convert_charref('256'), p.convert_charref('x'), p.convert_entityref('lt'), p.convert_entityref('zz'), p.convert_codepoint(66)
print len(htmlentitydefs.entitydefs), htmlentitydefs.name2codepoint['euro'], htmlentitydefs.codepoint2name[233], repr(htmlentitydefs.entitydefs['eacute'])
