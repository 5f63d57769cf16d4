# What codecs, encoders, parsers, printers and mail tools call on the file-like objects given to them, and print statements: every method and
# attribute, in order, with sizes; what is written in how many pieces.
import StringIO, tokenize, traceback, pprint, base64, quopri, uu, shutil, codecs, io, xml.sax, xml.etree.ElementTree as ET, xml.etree.cElementTree as cET, plistlib, logging, email.generator, email, mimetools, rfc822, wave, chunk, imghdr, difflib, sys, cgi, array, optparse, argparse
log, keep = [], []
class F(object):
    def __init__(self, data='', **attrs): self._data, self._at = data, 0; self._a = attrs
    def _cut(self, n, line=False):
        rest = self._data[self._at:]
        if line: i = rest.find('\n') + 1; rest = rest[:i] if i else rest
        if n is not None and n >= 0: rest = rest[:n]
        self._at += len(rest); return rest
    def read(self, n=None): log.append('read(%s)' % n); return self._cut(n)
    def readline(self, n=None): log.append('readline(%s)' % ('' if n is None else n)); return self._cut(n, True)
    def readlines(self, n=None): log.append('readlines'); return self._cut(None).splitlines(True)
    def write(self, s): log.append('write(%r)' % (s if len(s) < 24 else (len(s), s[:8]),))
    def writelines(self, l): log.append('writelines(%d)' % len(list(l)))
    def seek(self, *a): log.append('seek%r' % (a,)); self._at = a[0] if len(a) < 2 or a[1] == 0 else (self._at + a[0] if a[1] == 1 else len(self._data) + a[0])
    def tell(self): log.append('tell'); return self._at
    def flush(self): log.append('flush')
    def close(self): log.append('close')
    def next(self):
        log.append('next'); r = self._cut(None, True)
        if not r: raise StopIteration
        return r
    def __iter__(self): log.append('iter'); return self
    def __getattr__(self, n):
        if n in self._a: log.append('.' + n); return self._a[n]
        log.append('?' + n); raise AttributeError(n)
    def __setattr__(self, n, v):
        if n[0] == '_': object.__setattr__(self, n, v)
        else: log.append('%s=%r' % (n, v))
def t(label, f, *a):
    del log[:]
    try: r = f(*a)
    except Exception, e: r = '%s: %s' % (type(e).__name__, str(e)[:60])
    r = repr(r); seen = []
    for x in log:
        if seen and seen[-1][0] == x: seen[-1][1] += 1
        else: seen.append([x, 1])
    print '%s\n   %s\n   -> %s' % (label, ' '.join(x if n == 1 else '%s*%d' % (x, n) for x, n in seen)[:900], r[:100] if ' at 0x' not in r else '...')
t('tokenize', lambda f: len(list(tokenize.generate_tokens(f.readline))), F('x = 1\nif x:\n y\n')); t('traceback', lambda f: traceback.print_exception(KeyError, KeyError('k'), None, None, f), F()); t('pprint', lambda f: pprint.pprint({'a': range(30)}, f), F()); t('base64 e', lambda f: base64.encode(F('x' * 100), f), F()); t('base64 d', lambda f: base64.decode(f, F()), F('eHh4\neHg=\n')); t('quopri', lambda f: quopri.encode(F('a=b\n\xe9 \n'), f, 1), F()); t('quopri d', lambda f: quopri.decode(f, F()), F('a=3Db=\nc\n')); t('uu', lambda f: uu.encode(F('hello' * 20), f, 'n', 0644), F()); t('uu d', lambda f: uu.decode(f, F()), F('junk\nbegin 644 n\n#86)C\n \nend\n')); t('copyfileobj', lambda f: shutil.copyfileobj(f, F(), 4), F('abcdefghij'))
t('codecs read', lambda f: codecs.getreader('utf-8')(f).read(), F('\xc3\xa9a\n')); t('codecs line', lambda f: codecs.getreader('utf-8')(f).readline(), F('\xc3\xa9a\nb\n')); t('codecs iter', lambda f: list(codecs.getreader('utf-16')(f)), F(u'a\nb'.encode('utf-16'))); t('codecs write', lambda f: codecs.getwriter('utf-16')(f).writelines([u'a', u'b']), F()); t('codecs attr', lambda f: codecs.getreader('utf-8')(f).isatty(), F()); t('EncodedFile', lambda f: codecs.EncodedFile(f, 'latin-1', 'utf-8').read(), F('\xc3\xa9'))
t('sax', lambda f: xml.sax.parse(f, xml.sax.ContentHandler()), F('<a>b</a>')); t('ET', lambda f: ET.parse(f).getroot().tag, F('<a>b</a>')); t('cET', lambda f: cET.parse(f).getroot().tag, F('<a>b</a>')); t('ET write', lambda f: ET.ElementTree(ET.XML('<a x="1">b<c/></a>')).write(f), F()); t('iterparse', lambda f: len(list(ET.iterparse(f))), F('<a><b/></a>')); t('plist', lambda f: plistlib.writePlist({'k': [1]}, f), F()); t('plist r', plistlib.readPlist, F(plistlib.writePlistToString({'k': [1]})))
t('logging', lambda f: logging.StreamHandler(f).emit(logging.makeLogRecord({'msg': 'm'})), F()); t('logging u', lambda f: logging.StreamHandler(f).emit(logging.makeLogRecord({'msg': u'm\xe9'})), F(encoding='latin-1')); t('generator', lambda f: email.generator.Generator(f).flatten(email.message_from_string('A: b\n\nFrom x\nbody')), F()); t('email', lambda f: email.message_from_file(f).items(), F('A: b\n\nbody')); t('rfc822', lambda f: rfc822.Message(f).items(), F('A: b\n c\n\nbody')); t('rfc822 ns', lambda f: rfc822.Message(f, 0).items(), F('A: b\n\nbody')); t('mimetools', lambda f: mimetools.Message(f).gettype(), F('Content-Type: text/html\n\nx'))
w = StringIO.StringIO(); wv = wave.open(w, 'wb'); wv.setnchannels(1); wv.setsampwidth(1); wv.setframerate(8000); wv.writeframes('abcd'); wv.close(); t('wave', lambda f: wave.open(f).readframes(9), F(w.getvalue())); t('wave bad', lambda f: wave.open(f), F('RIFFxxxx')); t('chunk', lambda f: chunk.Chunk(f).getname(), F('ABCD\0\0\0\2xy')); t('imghdr', lambda f: imghdr.what(f), F('GIF89a' + ' ' * 40)); t('cgi', lambda f: cgi.FieldStorage(f, environ={'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'application/x-www-form-urlencoded', 'CONTENT_LENGTH': '7'}).getvalue('a'), F('a=1&b=2xxx')); t('array', lambda f: array.array('i').fromfile(f, 1), F('1234')); t('array w', lambda f: array.array('i', [1]).tofile(f), F()); t('iter', lambda f: len(list(iter(f.readline, ''))), F('a\nb\n')); t('optparse', lambda f: optparse.OptionParser(prog='p').print_help(f), F()); t('argparse', lambda f: argparse.ArgumentParser(prog='p').print_usage(f), F()); t('stdout', lambda f: (setattr(sys, 'stdout', f), sys.stdout.write('x'), setattr(sys, 'stdout', sys.__stdout__))[1], F()); t('displayhook', lambda f: (setattr(sys, 'stdout', f), sys.displayhook([1]), setattr(sys, 'stdout', sys.__stdout__))[1], F()); t('exec', lambda f: eval(compile('exec f', '', 'exec'), {'f': f}), F('x')); t('io wrap', lambda f: io.BufferedReader(f).read(1), F('x')); t('io text', lambda f: io.TextIOWrapper(f), F('x')); t('io text2', lambda f: (keep.append(io.TextIOWrapper(f)), keep[0].read()), F('x', readable=lambda: True, writable=lambda: False, seekable=lambda: False, closed=False)); t('diff', lambda f: list(difflib.unified_diff(list(f), ['b\n']))[:1], F('a\n')); t('raw_input', lambda f: (setattr(sys, 'stdin', f), raw_input(), setattr(sys, 'stdin', sys.__stdin__))[1], F('line\n'))
