# email and rfc822: parsing of odd messages, headers folded and encoded, multiparts, generators, addresses.
import email, rfc822, StringIO, email.utils as U, email.header as H
from email.message import Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
docs = ['', 'a: b', 'a: b\n\nbody', 'From x@y Mon\nA: b\n\nc', 'no header\n\nbody', 'A: b\n c\n\td\nA: e\n\nx', ' bad: start\n\n', 'A:\n\n', ':x\n\ny', 'a b: c\n\nd', 'A: \xe9\n\n\xe9', 'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\nPGI+\n', 'Content-Transfer-Encoding: quoted-printable\n\na=3Db=\nc', 'Content-Type: bad\n\n', 'Content-Type: a/b; x=1; y="2;3"; z*=utf-8\'\'%e9\n\n',
        'Content-Type: multipart/mixed; boundary=B\n\npre\n--B\nA: 1\n\none\n--B\n\ntwo\n--B--\npost', 'Content-Type: multipart/mixed; boundary=B\n\n--B\nx', 'Content-Type: multipart/mixed\n\n--B\n', 'Content-Type: message/rfc822\n\nSubject: in\n\nner', 'Content-Type: multipart/mixed; boundary="A"\n\n--A\nContent-Type: multipart/mixed; boundary="AB"\n\n--AB\n\nx\n--AB--\n\n--A--\n', 'A: b\r\nC: d\r\n\r\nx\r\n', 'Content-Disposition: attachment; filename="x y.txt"\nMIME-Version: 1.0\n\n']
def show(m, d=0):
    print ' ' * d, m.items(), m.get_content_type(), m.get_content_charset(), m.get_params(), m.get_filename(), m.get_boundary(), m.is_multipart(), [type(x).__name__ for x in m.defects], m.get_unixfrom(), repr(m.preamble), repr(m.epilogue), m['content-transfer-encoding']
    if m.is_multipart():
        for x in m.get_payload(): show(x, d + 1)
    else:
        t(m.get_payload, decode=True)
for d in docs:
    m = email.message_from_string(d)
    show(m)
    t(m.as_string)
    r = rfc822.Message(StringIO.StringIO(d))
    print r.headers, sorted(r.items()), r.unixfrom, r.status, r.getallmatchingheaders('a'), r.getfirstmatchingheader('a'), repr(r.fp.read())
for s in ('a@b', 'N <a@b>', '"Q, x" <a@b>', 'a@b, c@d', '<a@b', 'g: a@b, c@d;', '(c) a@b (d)', '', ',', 'N a@b', '=?utf-8?q?=C3=A9?= <a@b>', 'a@[1.2.3.4]', '"a b"@c', 'x <@r:a@b>', 'N\n <a@b>'):
    print U.parseaddr(s), U.getaddresses([s, s]), rfc822.AddressList(s).addresslist, U.formataddr(U.parseaddr(s)), rfc822.parseaddr(s)
for s in ('Mon, 20 Nov 1995 19:12:08 -0500', '20 Nov 95 19:12 EST', 'Mon Nov 20 19:12:08 1995', '', 'x', '20 Nov 1995', '1 Jan 2000 00:00:00 +0130', 'Thu, 1 Jan 70 0:0 GMT', '32 Foo 1999 1:2:3', 'Nov 20 1995 7:12:08 +0000'):
    print U.parsedate(s), U.parsedate_tz(s), rfc822.parsedate_tz(s)
for s in ('=?utf-8?b?w6k=?= x', 'a =?iso-8859-1?q?=E9_b?=', '=?x?', '=?utf-8?q?a?= =?utf-8?q?b?=', 'plain', '=?utf-8?z?a?='):
    t(H.decode_header, s)
for a in (('plain',), (u'\xe9' * 40, 'utf-8'), ('x ' * 60,), ('\xe9', 'iso-8859-1', 20), (u'\xe9',), ('\xe9',), ('long' * 30, None, None, 'Subject'), ('a', 'nope')):
    try:
        h = H.Header(*a)
        print repr(h.encode()), repr(unicode(h)), h == h.encode()
    except Exception as e:
        print type(e).__name__, e
p = MIMEMultipart('alternative', 'BOUND', [MIMEText('plain'), MIMEText('\xc3\xa9', 'html', 'utf-8')])
p['Subject'] = 'S'; p['X'] = '1'; p.add_header('Y', 'v', a='b')
print p.as_string()
m = Message()
for f in (lambda: m.add_header('A', 'b'), lambda: m.replace_header('A', 'c'), lambda: m.replace_header('Z', 'c'), lambda: m.__delitem__('nope'), lambda: m.set_param('charset', 'x'), lambda: m.set_type('bad'), lambda: m.set_type('a/b'), lambda: m.del_param('charset'), lambda: m.attach(5), lambda: m.set_payload('x', 'ascii'), lambda: m.get_payload(1), lambda: m.attach('y'), lambda: m.set_boundary('q'), lambda: m.get('q', 'def'), lambda: m.get_all('a'), lambda: 'A' in m, lambda: len(m), lambda: m.items()):
    t(f)
print U.quote('a"\\'), U.unquote('"x\\"y"'), U.unquote('<z>'), U.encode_rfc2231('a\xe9', 'utf-8', 'en'), U.decode_rfc2231("a'b'c%20"), U.collapse_rfc2231_value(('us-ascii', '', 'x')), U.formatdate(0), U.formatdate(86400 * 365.25)
