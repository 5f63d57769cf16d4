# ftplib: replies parsed, listings, passive and active replies, errors, against a scripted server in a thread.
import ftplib, socket, threading, StringIO
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
for r in ('227 Entering Passive Mode (1,2,3,4,5,6)', '227 =1,2,3,4,5,6', '227 (1,2,3)', '228 x', '227 none', '500 e'): t(ftplib.parse227, r)
for r in ('229 ok (|||80|)', '229 (|1|h|80|)', '229 x', '229 (a', '229 (|||x|)', '500 e'): t(ftplib.parse229, r, ('peer', 1))
for r in ('150 x (1234 bytes)', '150 x', '151 x', '150 (99999999999 bytes)'): t(ftplib.parse150, r)
for r in ('257 "/a/b" ok', '257 "a""b"', '257 none', '257 "', '250 x'): t(ftplib.parse257, r)
class F(ftplib.FTP):
    def __init__(self, text): ftplib.FTP.__init__(self); self.file, self.sent = StringIO.StringIO(text), []; self.sock = self
    def sendall(self, x): self.sent.append(x)
    def close(self): self.sent.append('closed')
for text in ('220 hi\r\n', '220-multi\r\n line\r\n220-x\r\n220 end\r\n', '150 a\n', '331 x\n', '421 bye\n', '550 no\n', '999 odd\n', '', 'abc\n', '200-a\n200 b\n', '2'): f = F(text); t(f.getresp); print f.lastresp if hasattr(f, 'lastresp') else None
f = F('331 pw\r\n230 in\r\n'); t(f.login); print f.sent; f = F('331 pw\r\n332 acct\r\n230 in\r\n'); t(f.login, 'u', 'p', 'a'); print f.sent; f = F('530 no\r\n'); t(f.login, 'u'); f = F('230 at once\r\n'); t(f.login, 'u')
f = F('257 "/d" made\r\n250 ok\r\n250 ok\r\n350 more\r\n250 done\r\n213 55\r\n250 rm\r\n257 "/cwd"\r\n550 x\r\n250 up\r\n226 ab\r\n221 bye\r\n'); t(f.mkd, 'd'); t(f.rmd, 'd'); t(f.cwd, ''); t(f.rename, 'a', 'b'); t(f.size, 'x'); t(f.delete, 'x'); t(f.pwd); t(f.cwd, 'q'); t(f.cwd, '..'); t(f.voidcmd, 'NOOP'); t(f.quit); print f.sent
t(f.sanitize, 'PASS secret\r\n'); t(f.sanitize, 'user x'); t(f.putline, 'a\r\nb'); t(F('250 x\n').rename, 'a', 'b'); t(F('250 x\n').voidresp); t(F('350 x\n').voidresp)
files = {'a.txt': 'line1\r\nline2\r\n', 'b': '\0\1\2' * 10}; log = []
def server(l):
    c, _ = l.accept(); f = c.makefile('rb'); c.sendall('220 ready\r\n'); data = None; rest = 0
    while 1:
        line = f.readline()
        if not line: break
        w = line.split(None, 1); cmd = w[0].upper(); arg = w[1].strip() if len(w) > 1 else ''; log.append(line.strip())
        if cmd == 'QUIT': c.sendall('221 bye\r\n'); break
        elif cmd in ('EPSV', 'PASV'):
            data = socket.socket(); data.bind(('127.0.0.1', 0)); data.listen(1); p = data.getsockname()[1]
            c.sendall('227 Passive (127,0,0,1,%d,%d)\r\n' % (p >> 8, p & 255) if cmd == 'PASV' else '229 x (|||%d|)\r\n' % p)
        elif cmd in ('RETR', 'LIST', 'NLST', 'STOR'):
            if cmd == 'RETR' and arg not in files: c.sendall('550 no file\r\n'); data.close(); continue
            d, _ = data.accept(); c.sendall('150 ok (%d bytes)\r\n' % len(files.get(arg, '')))
            if cmd == 'RETR': d.sendall(files[arg][rest:]); rest = 0
            elif cmd == 'STOR':
                files[arg] = ''
                while 1:
                    x = d.recv(100)
                    if not x: break
                    files[arg] += x
            else: d.sendall(''.join(n + '\r\n' for n in sorted(files)))
            d.close(); data.close(); c.sendall('226 done\r\n')
        elif cmd == 'REST': rest = int(arg); c.sendall('350 at\r\n')
        elif cmd in ('TYPE', 'USER'): c.sendall('200 ok\r\n')
        else: c.sendall('502 no such\r\n')
    c.close(); l.close()
l = socket.socket(); l.bind(('127.0.0.1', 0)); l.listen(1); th = threading.Thread(target=server, args=(l,)); th.start()
f = ftplib.FTP(); print f.connect('127.0.0.1', l.getsockname()[1], 5), f.getwelcome(), f.set_pasv(True)
out = []; print f.retrbinary('RETR b', out.append, 7), map(len, out)[-1] <= 7, ''.join(out) == files['b']; out = []; print f.retrlines('RETR a.txt', out.append), out; f.retrlines('NLST'); print f.nlst(); f.dir(lambda l: out.append('d' + l)); print out
print f.storbinary('STOR n', StringIO.StringIO('x' * 250), 100), f.storlines('STOR l', StringIO.StringIO('a\nb\r\nc')), len(files['n']), repr(files['l']); out = []; print f.retrbinary('RETR a.txt', out.append, rest=7), ''.join(out); t(f.retrbinary, 'RETR zz', out.append); t(f.sendcmd, 'FOO'); t(f.ntransfercmd, 'RETR zz'); print f.quit(); th.join(); print [x for x in log if x[:4] not in ('PASV', 'EPSV')]
