# Decoders of East Asian encodings take what has bytes; of a unicode string those of its default encoding.
import codecs

given = [u'abc', bytearray('abc'), buffer('abc'), u'caf\xe9', memoryview('abc'), 5, None]
for name in 'shift_jis', 'gbk', 'euc_kr', 'iso2022_jp', 'hz', 'big5':
    for x in given:
        for label, decode in [('codec', codecs.getdecoder(name)), ('parts', codecs.getincrementaldecoder(name)().decode)]:
            try:
                print name, label, type(x).__name__, repr(decode(x))
            except (TypeError, UnicodeError) as e:
                print name, label, type(x).__name__, type(e).__name__, e
