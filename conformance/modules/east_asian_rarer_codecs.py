# The rarer codecs of East Asia: Hong Kong, Johab, JIS X 0213, ISO 2022 of several languages.
import codecs
import StringIO
import zlib

NAMES = ('big5hkscs', 'johab', 'euc_jis_2004', 'euc_jisx0213', 'shift_jis_2004', 'shift_jisx0213',
         'iso2022_jp_2', 'iso2022_jp_3', 'iso2022_jp_2004')


def crc(s):
    return zlib.crc32(repr(s)) & 0xffffffff


def outcome(function, *args):
    try:
        return repr(function(*args))
    except Exception as e:
        return '%s: %s' % (e.__class__.__name__, e)


pairs = ''.join(chr(a) + chr(b) for a in range(0x81, 0xff) for b in range(0x31, 0xff) if b < 0x7f or b > 0xa0)
threes = ''.join('\x8f' + chr(a) + chr(b) for a in range(0xa1, 0xff) for b in range(0xa1, 0xff))
sevens = ''.join(chr(a) + chr(b) for a in range(0x21, 0x7f) for b in range(0x21, 0x7f))
for name in NAMES:
    if name.startswith('iso'):
        for escape in '$B', '$A', '$(C', '$(D', '$(O', '$(P', '$(Q', '(J':
            text = ('\x1b' + escape + sevens).decode(name, 'ignore')
            print name, escape, len(text), crc(text), crc(text.encode(name, 'ignore'))
    else:
        for data in pairs, threes:
            text = data.decode(name, 'ignore')
            print name, len(text), crc(text), crc(text.encode(name, 'ignore'))

SAMPLES = (u'\\~\xa5\u203e', u'\uff3c', u'\uff5e', u'\u2015\u2014', u'\uff61\uff9f', u'\u304b', u'\u304b\u309a', u'\u309a',
           u'\xe6\u0300x', u'\u02e9\u02e5\u02e5', u'\u4e00\u9b1c', u'\u9b1d', u'\u4ff1\u525d', u'\U00020b9f', u'\U0002000b',
           u'\u2172', u'\u2985', u'\uff5f', u'\xca\u0304\xea\u030c\xca', u'\u2550', u'\u3875', u'\U00021d53', u'\uac00\ud7a3',
           u'\uac02\u3131\u3133\u314f\u3164', u'\u20ac', u'\xe9\u03b1', u'\u7dd1')
for sample in SAMPLES:
    print repr(sample)
    for name in NAMES:
        print '   ', name, outcome(sample.encode, name).split(': ')[0], outcome(lambda: sample.encode(name).decode(name) == sample)

for data in ('\x1b.A\x1bNi', '\x1b.F\x1bNa', '\x1b.F\x1bN\xe1', '\x1b.B\x1bNa\x1bN\xe1', '\x1bNx', '\x1b$(P};', '\x1b$(O"2"V', '\x1b$(Q+d+e$w',
             '\x1b$A0!\x1b$(C0!', '\x1b.Z'):
    for name in NAMES[6:]:
        print repr(data), name, outcome(data.decode, name)
for data in ('\x87\x7a', '\xa3\xc0', '\x88\x62\x88\xa5', '\xfa', '\x8f\xa1', '\xa2\xb2\xa2\xd6', '\x84A\x88A\x84aD', '\xd8\x31\xda\xa1\xda\xd4',
             '\x81_\x81\xb0', '\xf0\x40\xfc\xfc\xfd', '\\~\x80\xa0', '\xcf\xd4\x8f\xfd\xbb'):
    for name in NAMES[:6]:
        print repr(data), name, outcome(data.decode, name)

print '-- parts'
for name in 'euc_jis_2004', 'big5hkscs', 'iso2022_jp_3', 'shift_jisx0213':
    e = codecs.getincrementalencoder(name)()
    second = u'\u3044' if name.startswith('iso') else u'\u309a'
    print name, [outcome(e.encode, part) for part in (u'\u304b', second, u'\xca', u'\u0304', u'\u304b', u'', u'\u304b\u3042')],
    print outcome(e.encode, u'\u304b', True), outcome(e.encode, u'\xca', True), e.encode(u'\u304b'), e.reset(), repr(e.encode(u'x'))
    d = codecs.getincrementaldecoder(name)()
    data = u'\u304b\u309a\xca\u0304\u4e00'.encode(name, 'ignore')
    print [d.decode(c) for c in data], repr(d.decode('', True))
    f = StringIO.StringIO()
    w = codecs.getwriter(name)(f)
    w.write(u'\u304b')
    w.write(u'\u3042\xca')
    w.reset()
    print repr(f.getvalue()), repr(u'a\u304b\uffff'.encode(name, 'replace')), repr(u'\u304b\uffffx'.encode(name, 'xmlcharrefreplace'))
for module in '_codecs_hk', '_codecs_kr', '_codecs_jp', '_codecs_iso2022':
    m = __import__(module)
    print module, [name for name in NAMES if not outcome(m.getcodec, name).startswith('LookupError')], outcome(m.getcodec, 'none')
