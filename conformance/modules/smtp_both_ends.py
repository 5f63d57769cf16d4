# smtplib against smtpd, and against scripted replies: commands, errors, data quoting, addresses.
import smtplib, smtpd, asyncore, threading, socket, base64
got = []
class S(smtpd.SMTPServer):
    def process_message(self, peer, mailfrom, rcpttos, data): got.append((peer[0], mailfrom, rcpttos, data)); return '550 no thanks' if 'refuse' in data else None
smtpd.__version__ = 'V'
m = asyncore.socket_map; s = S(('127.0.0.1', 0), None); port = s.socket.getsockname()[1]; stop = []
def serve():
    while not stop: asyncore.loop(0.003, False, None, 1)
th = threading.Thread(target=serve); th.daemon = True; th.start()
c = smtplib.SMTP('127.0.0.1', port, 'client.local', timeout=5)
print c.helo('me'), c.ehlo('me')[0], c.does_esmtp, c.has_extn('size'), c.noop(), c.docmd('MAIL', 'bad'), c.docmd('RCPT', 'TO:<x>'), c.docmd('NOPE'), c.docmd('VRFY x'), c.docmd('')
print c.sendmail('a@x.org', ['b@x.org', 'Name <c@x.org>'], 'Subject: hi\n\n.dot\n..two\nlast'), got; del got[:]
def t(f, *a):
    try: print f(*a)
    except smtplib.SMTPException as e: print type(e).__name__, e.args
    except Exception as e: print type(e).__name__, e
t(c.sendmail, 'a@x', 'b@y', 'refuse this'); print len(got); t(c.rset); t(c.mail, 'x@y'); t(c.mail, 'again@y'); t(c.rcpt, 'r@y'); t(c.data, 'text\r\n'); t(c.login, 'u', 'p'); t(c.starttls); t(c.quit); t(c.noop); t(c.helo); stop.append(1); th.join(); asyncore.close_all()
class Script(smtplib.SMTP):
    def __init__(self, *replies): smtplib.SMTP.__init__(self); self.replies, self.sent = list(replies), []; self.local_hostname = 'lh'
    def getreply(self): return self.replies.pop(0)
    def send(self, x): self.sent.append(x)
    def close(self): self.sent.append('<close>')
for r in ([(250, 'ok'), (250, 'ok'), (250, 'ok'), (354, 'go'), (250, 'done')], [(502, 'no'), (250, 'helo'), (250, 'x'), (550, 'bad rcpt'), (250, 'rset')], [(502, 'no'), (501, 'no')], [(250, 'ok'), (552, 'sender'), (250, 'r')], [(250, 'e'), (250, 'm'), (251, 'fwd'), (452, 'full'), (250, 'r')]):
    c = Script(*r); t(c.sendmail, 'f@x', ['t@x'], 'body\n'); print c.sent
c = Script((250, 'x\nSIZE 100\nAUTH PLAIN CRAM-MD5 LOGIN\nAUTH=LOGIN\n8BITMIME'), (334, base64.b64encode('<chal>')), (235, 'in')); t(c.login, 'user', 'pass'); print c.sent, sorted(c.esmtp_features.items())
for a, n in (('PLAIN', 1), ('LOGIN', 2)):
    c = Script(*[(250, 'x\nAUTH ' + a)] + [(334, 'more')] * (n - 1) + [(235, 'ok')]); t(c.login, 'u', 'p'); print c.sent
c = Script((250, 'x\nAUTH X')); t(c.login, 'u', 'p'); c = Script((250, 'x\nAUTH PLAIN'), (535, 'bad')); t(c.login, 'u', 'p'); c = Script((250, 'x\nSIZE'), (250, 'f'), (250, 't'), (354, 'g'), (250, 'd')); t(c.sendmail, 'a', ['b'], 'x' * 3, ['BODY=8BITMIME']); print c.sent
for x in ('a@b', '<a@b>', 'N <a@b>', '"Q, N" <a@b>', '', None, 'a b'):
    try: print repr(smtplib.quoteaddr(x)),
    except Exception as e: print type(e).__name__,
print
for x in ('', '.', 'a\n.b\n', '\n.\n', 'x\r\n..y\rz'): print repr(smtplib.quotedata(x)),
print
for e in (smtplib.SMTPResponseException(5, 'm'), smtplib.SMTPSenderRefused(5, 'm', 's'), smtplib.SMTPRecipientsRefused({'a': (1, 'b')}), smtplib.SMTPServerDisconnected('d'), smtplib.SMTPConnectError(4, 'c')): print type(e).__name__, e, e.args, sorted(e.__dict__.items()), type(e).__mro__[1].__name__
l = socket.socket(); l.bind(('127.0.0.1', 0)); p = l.getsockname()[1]; l.close(); t(smtplib.SMTP, '127.0.0.1', p); t(smtplib.SMTP, '127.0.0.1:x'); t(smtplib.SMTP().noop)
