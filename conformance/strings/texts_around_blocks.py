# -*- coding: utf-8 -*-
# Texts of lengths around powers of two, with what is escaped or encoded by several bytes at every place near the
# ends of runs: codecs, repr, JSON, normal forms and padding give what they give for short texts, put together.
import binascii
import codecs
import json
import unicodedata

ODD = [u'\\', u"'", u'\n', u'\x7f', u'\xe9', u'\u0416', u'\u4e2d', u'\U00020000', u'\ud800', u'\ufffe']
ENCODINGS = ['utf-8', 'utf-16', 'utf-32', 'unicode_escape', 'raw_unicode_escape', 'cp1252', 'koi8-r', 'gbk', 'gb18030',
             'big5', 'shift_jis', 'euc_jp', 'euc_kr', 'iso2022_jp', 'hz', 'ascii', 'latin-1']


def texts():
    for n in (1, 7, 8, 9, 15, 31, 33, 127, 255, 256, 257, 264, 511, 512, 513, 700):
        yield u'a' * n
        for i, odd in enumerate(ODD):
            for place in (0, 7, 8, n // 2, n - 1):
                yield u'b' * min(place, n) + odd + u'c' * max(n - place, 0)
            yield odd * n
            yield (odd + u'd') * (n // 2)
        yield u''.join(ODD) * (n // 8)


def pieces(text):
    return [text[i:i + 1] for i in range(len(text))]


for encoding in ENCODINGS:
    for errors in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace'):
        crc = 0
        for text in texts():
            data = text.encode(encoding, errors)
            crc = binascii.crc32(data, crc)
            back = data.decode(encoding, 'replace')
            crc = binascii.crc32(back.encode('utf-8'), crc)
        print encoding, errors, crc & 0xffffffff

for name, f in [('repr', repr), ('str', lambda t: repr(t.encode('utf-8'))), ('json', json.dumps),
                ('string_escape', lambda t: t.encode('utf-8').encode('string_escape')),
                ('hex', lambda t: binascii.hexlify(t.encode('utf-8'))),
                ('center', lambda t: t.center(600, u'\u4e2d').encode('utf-8')),
                ('percent', lambda t: (u'%s|%9s' % (t, t)).encode('utf-8')),
                ('format', lambda t: u'{}|{:>300}'.format(t, t).encode('utf-8')),
                ('repeated', lambda t: (t * 3).encode('utf-8')),
                ('NFKD', lambda t: unicodedata.normalize('NFKD', t).encode('utf-8'))]:
    crc = 0
    for text in texts():
        crc = binascii.crc32(f(text), crc)
    print name, crc & 0xffffffff

# Whole texts are what their characters are one by one.
for text in texts():
    if len(text) < 300 and u'\ud800' not in text:
        assert ''.join([c.encode('utf-8') for c in pieces(text)]) == text.encode('utf-8')
        assert u''.join([repr(c)[2:-1] for c in pieces(text) if c != u"'"]) == repr(text.replace(u"'", u''))[2:-1]

# What is wrong at the end of data may be said to go on behind it.
for encoding in ('shift_jis', 'shift_jisx0213', 'big5hkscs', 'euc_jp'):
    for data in ('abc\xff', '\x80', 'a\xa0', '\xfd\xfe', '\x8f\xa1', '\x8f'):
        try:
            print encoding, repr(data), repr(data.decode(encoding))
        except UnicodeDecodeError as e:
            print encoding, repr(data), e.start, e.end, e.reason
        print repr(data.decode(encoding, 'ignore')), repr(data.decode(encoding, 'replace')),
        decoder = codecs.getincrementaldecoder(encoding)('replace')
        print repr([decoder.decode(c) for c in data]), repr(decoder.decode('', True))
