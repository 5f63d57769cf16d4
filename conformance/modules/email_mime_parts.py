# email.mime: parts of every kind, encoders, charsets, boundaries; headers folded and decoded; addresses and dates.
import email, email.mime.text, email.mime.multipart, email.mime.image, email.mime.audio, email.mime.application, email.mime.base, email.mime.message, email.mime.nonmultipart, email.header, email.utils, email.charset, email.encoders, email.errors, email.iterators, StringIO, time, os
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, repr(e.args[0])
    else: print repr(r)
T = email.mime.text.MIMEText
for a in (('plain',), ('<b>', 'html'), ('caf\xc3\xa9', 'plain', 'utf-8'), ('x\xe9y', 'plain', 'iso-8859-1'), (u'\u20ac'.encode('utf-8') * 30, 'x', 'utf-8'), ('a', 'plain', 'us-ascii'), ('j', 'plain', 'euc-jp'), ('long ' * 30,)): print T(*a).as_string()
m = email.mime.multipart.MIMEMultipart('mixed', 'BOUND', [T('one'), T('two', 'html')], x='y'); m['Subject'] = 'S'; m.preamble = 'pre'; m.epilogue = 'epi'; print m.as_string(), m.is_multipart(), m.get_boundary(), m.get_content_type(), [p.get_content_type() for p in m.walk()], m.get_params(); m.set_boundary('a b'); print m['content-type']
for c, a in ((email.mime.image.MIMEImage, ('GIF89a..',)), (email.mime.image.MIMEImage, ('junk',)), (email.mime.image.MIMEImage, ('junk', 'x')), (email.mime.audio.MIMEAudio, ('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0\1\0\10\0data\0\0\0\0',)), (email.mime.audio.MIMEAudio, ('junk',)), (email.mime.application.MIMEApplication, ('\0\1\2',)), (email.mime.application.MIMEApplication, ('x', 'pdf', email.encoders.encode_7or8bit)), (email.mime.base.MIMEBase, ('a', 'b')), (email.mime.message.MIMEMessage, (T('in'),)), (email.mime.message.MIMEMessage, ('x',)), (email.mime.nonmultipart.MIMENonMultipart, ('a', 'b'))):
    try: p = c(*a); print p.as_string()
    except Exception as e: print c.__name__, type(e).__name__, e
t(email.mime.nonmultipart.MIMENonMultipart('a', 'b').attach, T('x')); b = email.mime.base.MIMEBase('a', 'b', name='n'); b.set_payload('x=\xe9 \t\n' * 3)
for enc in (email.encoders.encode_quopri, email.encoders.encode_base64, email.encoders.encode_7or8bit, email.encoders.encode_noop): q = email.message_from_string(b.as_string()); enc(q); print repr(q.get_payload()), q['content-transfer-encoding'], repr(q.get_payload(decode=True))
H = email.header.Header
for a, k in (((u'caf\xe9',), {}), (('plain',), {}), (('x\xe9', 'iso-8859-1'), {}), ((u'\u20ac' * 40, 'utf-8'), {'header_name': 'Subject'}), (('word ' * 30,), {'maxlinelen': 40}), (('a;b; c' * 20,), {'maxlinelen': 30, 'continuation_ws': '\t'}), (('\xff',), {}), (('x' * 100,), {}), ((u'a', 'ascii'), {}), ((None,), {}), ((5,), {})):
    try: h = H(*a, **k); print repr(h.encode()), repr(unicode(h)), h == H(*a, **k)
    except Exception as e: print type(e).__name__, e
h = H('one'); h.append(u'zw\xf6', 'utf-8'); h.append('three', 'us-ascii'); print h.encode(), repr(unicode(h)), h != 'x'; t(h.append, '\xff', 'ascii')
for s in ('=?utf-8?q?caf=C3=A9?= x', '=?iso-8859-1?b?6Q==?=', 'plain', '=?utf-8?q?a?= =?utf-8?q?b?=', '=?bad?x?y?=', '=?utf-8?b?!!!?=', 'x =?utf-8?Q?_=20?=', '=?utf-8?q??=', '"=?utf-8?q?q?="', 'a\n =?utf-8?q?z?='): t(email.header.decode_header, s)
print repr(unicode(email.header.make_header([('a', None), ('\xe9', 'latin-1'), ('z', None)]))); u = email.utils
for s in ('A B <a@b>', '"Q, X" <q@x>', 'a@b (comment)', 'a@b, c@d', '<>', '', 'group: a@b, c@d;', '"esc\\"q" <a@b>', 'x <a @ b . c>', '@route:a@b', 'a.b."c d"@e', '<a@[1.2.3.4]>', 'broken <a@b', u'U <u@v>'): t(u.parseaddr, s); t(u.getaddresses, [s, 'z@z'])
for p in (('', 'a@b'), ('Name', 'a@b'), ('A, B', 'c'), ('q"x', 'd'), ('a\\b', 'e'), (None, 'f'), ('\xe9', 'g')): t(u.formataddr, p)
for s in ('Mon, 16 Nov 2009 13:32:02 +0100', '16 Nov 2009 13:32 -0530', 'Thu, 1 Jan 70 00:00:00 GMT', '2009-11-16', '', 'Mon 16 Nov 2009 13:32:02', '1 Jan 99 1:2:3 EST', 'Sun, 06 Nov 1994 08:49:37 ZZT', '1 jan 05 10.20.30'): t(u.parsedate, s); t(u.parsedate_tz, s); t(lambda: u.mktime_tz(u.parsedate_tz(s)) if u.parsedate_tz(s)[9] is not None else 'local')
print u.formatdate(0), u.formatdate(0, usegmt=True), u.formatdate(86400 * 365.5), u.make_msgid('x').startswith('<'), u.quote('a"\\'), u.unquote('"a\\"b"'), u.unquote('<x>'), u.encode_rfc2231('caf\xe9', 'latin-1', 'fr'), u.encode_rfc2231('x'), u.decode_rfc2231("latin-1'fr'caf%E9"), u.decode_rfc2231('plain'), u.decode_params([('a', 'b'), ('n*0*', "us-ascii'en'x%20"), ('n*1', 'y')]), repr(u.collapse_rfc2231_value(('latin-1', '', '\xe9'))), u.collapse_rfc2231_value('"q"')
C = email.charset.Charset
for n in ('utf-8', 'latin-1', 'ascii', 'unknown-8bit', 'euc-jp', 'UTF8', u'utf-8'): c = C(n); print str(c), c.header_encoding, c.body_encoding, c.get_output_charset(), c.get_body_encoding() if isinstance(c.get_body_encoding(), str) else 'f', c.encoded_header_len('abc'), c == n, repr(c.header_encode('a b')), c.output_codec
t(C, u'\xe9'); email.charset.add_charset('myset', email.charset.QP, email.charset.BASE64, 'utf-8'); email.charset.add_alias('mine', 'myset'); print C('mine').get_output_charset(); t(email.charset.add_charset, 'x', body_enc=email.charset.SHORTEST); o = StringIO.StringIO(); email.iterators._structure(m, o); print o.getvalue(), list(email.iterators.body_line_iterator(m)), [p.get_content_subtype() for p in email.iterators.typed_subpart_iterator(m, 'text')]
