# sgmllib, htmllib, formatter, xmllib: events of odd markup, lists and anchors written as text, references, errors.
import warnings; warnings.simplefilter('ignore')
import sgmllib, htmllib, formatter, xmllib, HTMLParser, StringIO, htmlentitydefs
class S(sgmllib.SGMLParser):
    def __init__(self): sgmllib.SGMLParser.__init__(self); self.log = []
    def handle_data(self, d): self.log.append(('data', d))
    def unknown_starttag(self, t, a): self.log.append(('start', t, a))
    def unknown_endtag(self, t): self.log.append(('end', t))
    def unknown_charref(self, r): self.log.append(('char', r))
    def unknown_entityref(self, r): self.log.append(('ent', r))
    def handle_comment(self, c): self.log.append(('comment', c))
    def handle_decl(self, d): self.log.append(('decl', d))
    def handle_pi(self, d): self.log.append(('pi', d))
    def report_unbalanced(self, t): self.log.append(('unbalanced', t))
    def start_b(self, a): self.log.append(('B', a))
    def end_b(self): self.log.append('/B')
    def do_br(self, a): self.log.append(('BR', a))
    def start_pre(self, a): self.setliteral() if 0 else self.setnomoretags()
for s in ('<a href="x&amp;y" b=c d>t</a>', '<b>x</b></b>', '<br>', '&amp;&#65;&#xyz;&nope;&#300;', '<!-- c --><!DOCTYPE html><?pi x>', '<a/short/rest', '<>x</>', '<1>', 'a < b & c', '<a b="un', '<!-- un', '<pre><x>&amp;', '<a\nb\n=\n"c">', "<a b='x y'>", '<![CDATA[x]]>', '<!bad', '<a b=c/d>', '<A HREF=UP>', '</x y>', '<a<b>', '&', '<', '<b<br>'):
    p = S()
    try: p.feed(s); p.close()
    except Exception as e: p.log.append((type(e).__name__, str(e)))
    q = S()
    try: [q.feed(c) for c in s]; q.close()
    except Exception as e: q.log.append(type(e).__name__)
    print repr(s), p.log, ''.join(str(x[1]) for x in q.log if x[0] == 'data') == ''.join(str(x[1]) for x in p.log if x[0] == 'data')
text = '<html><head><title>T &amp; x</title></head><body><h1>Head</h1><p>Some <b>bold</b> and <i>it</i> text that goes on for a while.<ul><li>one<li>two<ol><li>in</ol></ul><dl><dt>t<dd>d</dl><pre>a\n  b</pre><hr><a href="u" name=n>link</a><img src=s alt=pic><blockquote>q</blockquote><address>ad</address><tt>tt</tt><unknown>u</unknown>&copy;&#233;&nope;'
o = StringIO.StringIO(); p = htmllib.HTMLParser(formatter.AbstractFormatter(formatter.DumbWriter(o, 40))); p.feed(text); p.close(); print o.getvalue(); print p.title, p.anchorlist, p.anchor
class W(formatter.NullWriter):
    def __init__(self): formatter.NullWriter.__init__(self); self.log = []
    def __getattribute__(self, n): pass
class L:
    def __init__(self): self.log = []
    def __getattr__(self, n): return lambda *a: self.log.append((n,) + a)
w = L(); f = formatter.AbstractFormatter(w); f.add_flowing_data('a  b'); f.push_font(('h1', 1, 0, formatter.AS_IS)); f.push_font((formatter.AS_IS, 0, 1, 1)); f.pop_font(); f.push_alignment('center'); f.pop_alignment(); f.push_margin('m'); f.add_label_data('1. A', 3); f.pop_margin(); f.push_style('s', 't'); f.pop_style(2); f.add_literal_data('lit\n'); f.add_hor_rule('x'); f.end_paragraph(2); f.add_line_break(); f.set_spacing(5); f.assert_line_data(); print w.log, [f.format_counter(c, n) for c in '1aAiI' for n in (0, 1, 4, 27, 99)], f.format_roman('I', 1994)
o = StringIO.StringIO(); a = formatter.AbstractFormatter(formatter.DumbWriter(o, 20)); a.add_flowing_data('word ' * 8); a.add_hor_rule(); a.add_flowing_data('x'); a.end_paragraph(1); a.flush_softspace(); print o.getvalue()
class X(xmllib.XMLParser):
    def __init__(self, **k): self.log = []; xmllib.XMLParser.__init__(self, **k)
    def unknown_starttag(self, t, a): self.log.append(('s', t, sorted(a.items())))
    def unknown_endtag(self, t): self.log.append(('e', t))
    def handle_data(self, d): self.log.append(('d', d))
    def handle_cdata(self, d): self.log.append(('cd', d))
    def handle_proc(self, n, d): self.log.append(('pi', n, d))
    def handle_comment(self, c): self.log.append(('c', c))
    def syntax_error(self, m): self.log.append(('err', m))
    def handle_doctype(self, *a): self.log.append(('dt',) + a)
    def handle_xml(self, *a): self.log.append(('xml',) + a)
for s in ('<?xml version="1.0"?><a b="c">x&lt;<d/><![CDATA[<]]><!--c--><?p i?></a>', '<a><b></a>', '<a b=c/>', '<a>&nope;</a>', '<!DOCTYPE x SYSTEM "y"><x/>', '<x:a xmlns:x="u" x:b="1"/>', '<a', 'text', '<a>\0</a>', '<a b="1" b="2"/>'):
    p = X()
    try: p.feed(s); p.close()
    except Exception as e: p.log.append((type(e).__name__, str(e)))
    print p.log
class H(HTMLParser.HTMLParser):
    def __init__(self): HTMLParser.HTMLParser.__init__(self); self.log = []
    def handle_starttag(self, t, a): self.log.append((t, a, self.getpos(), self.get_starttag_text()))
    def handle_startendtag(self, t, a): self.log.append(('se', t, a))
    def handle_endtag(self, t): self.log.append('/' + t)
    def handle_data(self, d): self.log.append(d)
    def handle_charref(self, r): self.log.append('#' + r)
    def handle_entityref(self, r): self.log.append('&' + r)
    def handle_decl(self, d): self.log.append('!' + d)
    def unknown_decl(self, d): self.log.append('!?' + d)
    def handle_pi(self, d): self.log.append('?' + d)
    def handle_comment(self, c): self.log.append('c' + c)
for s in ('<a b="&quot;&#65;&nope;" c>x</a><br/>', '<script>a<b</b></script>x', '<a b=\'c"\' d=e"f>', '<a\n  b\n>', '&#x41;&amp', '<!x><![if x]>y<![endif]>', '<!-- a -- b --><!--x>', '</a b></>', '<a b="x', '<div class=a/>', '<$x>', '<a =b>', '<style>&amp;</style>'):
    p = H(); p.feed(s); p.close(); print repr(s), p.log
