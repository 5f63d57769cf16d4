# imaplib, poplib, nntplib and telnetlib: parsing, states, commands as sent, against scripted peers over socket pairs.
import imaplib, poplib, nntplib, telnetlib, socket, threading, time, StringIO
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
for s in ('17 (INTERNALDATE "02-Jan-2020 03:04:05 +0130" X)', '1 (X)', '(INTERNALDATE " 2-Feb-1999 00:00:00 -0500")'): r = imaplib.Internaldate2tuple(s); print r and time.strftime('%Y-%m-%d', r)
print imaplib.Int2AP(0), imaplib.Int2AP(12345), imaplib.ParseFlags('FLAGS (\\Seen \\X Old)'), imaplib.ParseFlags('x'); t(imaplib.Time2Internaldate, '"already"'); t(imaplib.Time2Internaldate, 'bad')
class I(imaplib.IMAP4):
    def __init__(self, text): self.text = text; imaplib.IMAP4.__init__(self, 'h', 1)
    def open(self, h, p): self.host, self.port, self.sent, self.file = h, p, [], StringIO.StringIO(self.text)
    def read(self, n): return self.file.read(n)
    def readline(self): return self.file.readline()
    def send(self, x):
        self.sent.append(x.replace(self.tagpre, 'TAG'))
        if self.file.tell() == len(self.file.getvalue()): pass
    def shutdown(self): self.sent.append('<shut>')
    def _new_tag(self): tag = 'T%d' % self.tagnum; self.tagnum += 1; self.tagged_commands[tag] = None; return tag
    def _get_line(self):
        l = imaplib.IMAP4._get_line(self); return l
def imap(lines):
    o = imaplib.IMAP4._get_response
    x = I.__new__(I); return x
class R(I): pass
import re
text = '* OK ready\r\n* CAPABILITY IMAP4REV1 AUTH=PLAIN\r\nT0 OK cap\r\nT1 OK in\r\n* FLAGS (\\A \\B)\r\n* 3 EXISTS\r\n* OK [UIDVALIDITY 5] x\r\nT2 OK [READ-WRITE] sel\r\n* 1 FETCH (BODY {5}\r\nhel\r\n FLAGS ())\r\n* 2 FETCH (UID 7)\r\nT3 OK f\r\n* SEARCH 1 2 3\r\nT4 OK s\r\nT5 NO bad box\r\nT6 BAD syntax\r\n* LIST (\\X) "/" "in box"\r\nT7 OK l\r\nT8 OK [READ-ONLY] x\r\n* BYE out\r\nT9 OK bye\r\n'
class J(imaplib.IMAP4):
    def __init__(self): imaplib.IMAP4.__init__(self, 'h', 1)
    def open(self, h, p): self.file, self.sent = StringIO.StringIO(text), []; imaplib.random
    def read(self, n): return self.file.read(n)
    def readline(self):
        l = self.file.readline()
        if re.match(r'T\d', l): return self.tagpre + l[1:]
        return l
    def send(self, x): self.sent.append(x.replace(self.tagpre, 'T'))
    def shutdown(self): self.sent.append('<shut>')
c = J(); print c.state, c.capabilities, c.PROTOCOL_VERSION, repr(c.welcome); t(c.select); t(c.login, 'u', 'p w'); print c.state; t(c.select, 'box'); print c.state, c.untagged_responses.get('EXISTS'); t(c.fetch, '1:2', '(BODY FLAGS)'); t(c.search, None, 'ALL', 'x'); t(c.create, 'b'); t(c.noop); t(c.list, 'a', 'b'); t(c.select, 'ro'); t(c.logout); print c.sent; t(c.uid, 'BAD'); t(lambda: c.foo); t(c._quote, 'a"b\\'); t(lambda: c._checkquote('a b'))
def pair(script):
    a, b = socket.socketpair(); a, b = socket.socket(_sock=a), socket.socket(_sock=b); got = []
    def run():
        f = b.makefile('rb')
        for say in script:
            if say is None: got.append(f.readline())
            else: b.sendall(say)
        f.close(); b.close()
    th = threading.Thread(target=run); th.start(); return a, got, th
real = socket.create_connection
a, got, th = pair(['+OK hi <1.2@x>\r\n', None, '+OK user\r\n', None, '-ERR bad pw\r\n', None, '+OK 2 320\r\n', None, '+OK\r\n1 100\r\n2 220\r\n.\r\n', None, '+OK 1 100\r\n', None, '+OK\r\nline\r\n..dot\r\n.\r\n', None, '+OK\r\n1 uid\r\n.\r\n', None, '+OK in\r\n', None, '+OK bye\r\n'])
socket.create_connection = lambda *x: a
p = poplib.POP3('h'); print p.getwelcome(); t(p.user, 'u'); t(p.pass_, 'p'); t(p.stat); t(p.list); t(p.list, 1); t(p.retr, 1); t(p.uidl); t(p.apop, 'u', 's'); t(p.quit); th.join(); print got
a, got, th = pair(['200 news\r\n', None, '211 3 1 3 g.roup\r\n', None, '221 head\r\nSubject: x\r\n ..\r\n.\r\n', None, '411 no group\r\n', None, '222 5 <id@x> body\r\nb1\r\n..b2\r\n.\r\n', None, '223 6 <n@x> next\r\n', None, '999 what\r\n', None, '224 xover\r\n1\tsub\tme\tdate\t<i@x>\t<r1> <r2>\t10\t2\r\n.\r\n', None, '205 bye\r\n'])
n = nntplib.NNTP('h'); print n.getwelcome(); t(n.group, 'g.roup'); t(n.head, '1'); t(n.group, 'zz'); t(n.body, '5'); t(n.next); t(n.shortcmd, 'FOO'); t(n.xover, '1', '2'); t(n.quit); th.join(); print got
a, got, th = pair(['login: ', None, 'pass\xff\xfd\x01word: ', None, 'multi\r\nlines $ ', None, '\xff\xfa\x18\x01\xff\xf0end\xff\xffx', ])
o = []; T = telnetlib.Telnet(); T.sock = a; T.set_option_negotiation_callback(lambda s, c, p: o.append((c, p))); t(T.read_until, ': ', 5); T.write('me\n'); t(T.expect, ['nothing', 'w(.)rd: '], 5) if 0 else t(T.read_until, 'word: ', 5); T.write('pw\n'); r = T.expect(['z', r'l(i)nes'], 5); print r[0], r[1].group(1), repr(r[2]); t(T.read_very_lazy); T.write('\xff\n'); t(T.read_all); t(T.read_eager); print o, got, T.read_sb_data(); T.close(); th.join()
socket.create_connection = real
