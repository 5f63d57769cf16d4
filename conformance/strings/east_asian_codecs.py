# Codecs of East Asia: all their characters, what is wrong where, error handlers, parts and streams.
import StringIO
import codecs
import zlib

PLAIN = 'cp932 shift_jis euc_jp euc_kr cp949 gb2312 gbk gb18030 big5 cp950'.split()
STATEFUL = 'hz iso2022_jp iso2022_jp_1 iso2022_jp_ext iso2022_kr'.split()


def attempt(f, *args):
    try:
        return f(*args)
    except UnicodeError as e:
        return e.__class__.__name__, e.encoding, e.start, e.end, e.reason
    except IndexError as e:
        return str(e)


def sum_of(data):
    if isinstance(data, unicode):
        data = data.encode('utf-8')
    return '%08x %d' % (zlib.crc32(data) & 0xffffffff, len(data))


BMP = u'\n'.join(unichr(c) for c in xrange(0x10000) if not 0xd800 <= c < 0xe000)
PAIRS = '\n'.join(chr(a) + chr(b) for a in range(128, 256) for b in range(0x30, 256))
SEVEN = '\n'.join(chr(a) + chr(b) for a in range(0x20, 0x7f) for b in range(0x20, 0x7f))
SHIFTED = {'hz': '~{', 'iso2022_jp': '\x1b$B', 'iso2022_jp_1': '\x1b$(D', 'iso2022_jp_ext': '\x1b(I',
           'iso2022_kr': '\x1b$)C\x0e'}
for codec in PLAIN:
    print codec, sum_of(''.join(map(chr, range(256))).decode(codec, 'replace')),
    print sum_of(PAIRS.decode(codec, 'replace')), sum_of(BMP.encode(codec, 'replace'))
print 'euc_jp', sum_of(PAIRS.replace('\n', '\n\x8f').decode('euc_jp', 'replace'))
four = ''.join(chr(a) + chr(b) + chr(c) + chr(d) for a in range(0x81, 0x86) + [0x90, 0xe3, 0xe4, 0xfe]
               for b in range(0x30, 0x3a) for c in range(0x81, 0xff, 3) for d in range(0x30, 0x3a))
print 'gb18030', sum_of(four.decode('gb18030', 'replace')),
print repr(u'\U00010000\U0001f600\U0010ffff'.encode('gb18030'))
for codec in STATEFUL:
    print codec, sum_of((SHIFTED[codec] + SEVEN).decode(codec, 'replace')), sum_of(BMP.encode(codec, 'replace'))

SAMPLES = {
    'cp932': ['\x93\xfa\x96{\xb6\xc5\x80\xfd', '\x81', 'a\x85\x40b', '\x81\x3fx'],
    'shift_jis': ['\x93\xfa\x96{\xb6\xc5', 'a\x93', '\xeb', '\xeb\x40x', '\x87\x40x'],
    'euc_jp': ['\xc6\xfc\x8e\xb6\x8f\xb0\xa1', '\x8f\xb0', '\x8f\xb0A!', 'x\x8eAy', '\xff\xffz', '\x80'],
    'euc_kr': ['\xb0\xa1\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2', '\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4', '\xa4\xd4\xa4',
               '\xa4\xd4AAAAAA', '\xa4\xd4\xa4\xa2\xa4\xc0\xa4\xbe!'],
    'gb18030': ['\x81\x30\x81\x30', '\x81\x30', '\x81\x30A', '\x81\x30\x81A!', '\xff\x30\x81\x30', '\xd6\xd0'],
    'big5': ['\xa4\xa4\xa4\xe5', '\xa4', '\xa3\xe1?', '\xc6\xa1\xc7\xf2'],
    'hz': ['~{VPND~}', '~~~\n', '~x', '~{~x', '~{V', '~{VP\n', '~{V\n!', '~{\xd6\xd0~}', '~}', '~{VP~\n', '~'],
    'iso2022_jp': ['\x1b$B!!\x1b(B', '\x1b$@!!\x1b(J\\~\x1b(B', '\x1b$(D0!', '\x1b(I1', '\x1b$A!!', '\x1b.A\x1bN!',
                   '\x1bxab', '\x1b', '\x1b$', '\x1b$(', '\x1b$B!', '\x1b$B!\n', '\x1b$B\n!!', '\x1b$B!\xa1', '\x0e\x0f',
                   '\x1b$B!!\nab', '\x1b(J\n\\', '\x1b&@\x1b$B!!', '\x1b!!', '\x1b(Ga', '\x1b(xxxxxxxxxxxxxxxxxxxx'],
    'iso2022_kr': ['\x1b$)C\x0e!!\x0f', '\x1b$(C!!', '\x0ea', '\x0fa', '\x1b$)C\x0e!!\n!!', '\x1b$B', '\x1b$)C\x0e!'],
}
codecs.register_error('test.star', lambda e: (u'*', e.end))
codecs.register_error('test.kana', lambda e: (u'\u30ab', e.end))
codecs.register_error('test.back', lambda e: (u'', -1))
codecs.register_error('test.far', lambda e: (u'', 100))
codecs.register_error('test.int', lambda e: 3)
for codec in sorted(SAMPLES):
    for data in SAMPLES[codec]:
        print codec, repr(data), repr(attempt(data.decode, codec))
        for errors in ('ignore', 'replace', 'test.star'):
            print '  ', repr(attempt(data.decode, codec, errors))
for errors in ('test.back', 'test.far', 'test.int', 'test.none'):
    for f in (lambda: '\x85\x40'.decode('cp932', errors), lambda: u'a\xe9b'.encode('cp932', errors)):
        try:
            print errors, repr(f())
        except Exception as e:
            print errors, type(e).__name__, e

TEXTS = [u'', u'a~\\\n', u'\u65e5\u672c', u'\u65e5a\u672c\n\u65e5', u'\xa5\u203e\u3042', u'\uff71\u30a2', u'\u4e02\u4e00',
         u'\uac00\uac02\nb', u'\u4e2d~\u6587', u'x\xe9\u65e5y', u'\ud7a3\u3164', u'\u20ac\xb7\u30fb']
for codec in PLAIN + STATEFUL:
    for text in TEXTS:
        print codec, repr(text), repr(attempt(text.encode, codec))
        for errors in ('ignore', 'replace', 'xmlcharrefreplace', 'test.kana'):
            print '  ', repr(attempt(text.encode, codec, errors))

for codec, data in (('shift_jis', '\x93\xfa\x96{a'), ('iso2022_jp', '\x1b$BF|K\\\x1b(Ba'), ('gb18030', '\x81\x30\x81\x30\xd6\xd0'),
                    ('hz', '~{VPND~}a'), ('euc_kr', '\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2')):
    d = codecs.getincrementaldecoder(codec)()
    print codec, [d.decode(b) for b in data], repr(d.decode('', True))
    d.reset()
    d.decode(data[0])
    print repr(attempt(d.decode, '', True)), d.errors,
    d.errors = 'replace'
    print repr(d.decode('', True)), d.errors
    text = data.decode(codec)
    e = codecs.getincrementalencoder(codec)('ignore')
    print [e.encode(c) for c in text + u'\ud800' + text], repr(e.encode(u'', True))
    stream = StringIO.StringIO()
    w = codecs.getwriter(codec)(stream)
    w.write(text)
    w.writelines([text, u'\n', text])
    w.reset()
    print repr(stream.getvalue())
    for size in (-1, 0, 1, 2, 3, 100):
        r = codecs.getreader(codec)(StringIO.StringIO(data + '\n' + data))
        print repr(r.read(size)), repr(r.read(size)),
    r = codecs.getreader(codec)(StringIO.StringIO(data + '\n' + data))
    print repr(r.readline()), r.readlines()
print codecs.encode('abc', 'euc_jp'), repr(codecs.decode(buffer('\xc6\xfc'), 'euc_jp'))
import _codecs_jp, _multibytecodec
for name in ('euc_jp', 'big5', 3):
    try:
        print type(_codecs_jp.getcodec(name)).__name__
    except Exception as e:
        print type(e).__name__, e
for f in (lambda: _multibytecodec.MultibyteIncrementalDecoder(), lambda: codecs.getincrementalencoder('big5')(3),
          lambda: _multibytecodec.MultibyteCodec()):
    try:
        f()
    except Exception as e:
        print type(e).__name__
