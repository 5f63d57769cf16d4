# How the codecs of East Asian encodings take the name of an error handling: as str, as ASCII unicode, never as anything
# else, by readers, writers, incremental ones and at once; and their attribute for it.
import codecs
from StringIO import StringIO
c = codecs.lookup('euc-jp')
makers = [('reader', lambda e: c.streamreader(StringIO('a\xff\xa4\xa2\xff'), e)), ('writer', lambda e: c.streamwriter(StringIO(), e)),
          ('decoder', lambda e: c.incrementaldecoder(e)), ('encoder', lambda e: c.incrementalencoder(e))]
for name, make in makers:
    for e in ('replace', u'replace', u'\xe9', None, 5, bytearray('x'), 'a\0b', u'a\0b', 'unknown', u'strict', ''):
        try: x = make(e)
        except Exception, err: print name, repr(e), type(err).__name__, err; continue
        print name, repr(e), repr(x.errors),
        for e2 in (u'ignore', u'\xe9', 'a\0b', None, 'ignore'):
            try: x.errors = e2; print repr(x.errors),
            except Exception, err: print type(err).__name__, err,
        try: del x.errors
        except Exception, err: print type(err).__name__, err
for f in (lambda e: c.encode(u'x\u1234', e), lambda e: c.decode('x\xff', e)):
    for e in ('replace', u'replace', u'\xe9', None, 5, bytearray('x'), 'a\0b', u'a\0b', u'unknown', u'ignore'):
        try: print repr(e), f(e)
        except Exception, err: print repr(e), type(err).__name__, err
print repr(makers[0][1](u'replace').read()), repr(makers[0][1](u'ignore').read())
w = c.streamwriter(StringIO(), u'xmlcharrefreplace'); w.write(u'\u3042\u1234'); print repr(w.stream.getvalue())
print repr(codecs.open.__module__), repr(c.incrementaldecoder(u'replace').decode('\xff\xa4\xa2', True)), repr(c.incrementalencoder(u'replace').encode(u'\u1234'))
for enc in ('gb18030', 'big5', 'shift_jis', 'euc_kr', 'iso2022_jp', 'hz'):
    print enc, repr(codecs.getreader(enc)(StringIO('ok\xff'), u'replace').read()), repr('ok\xff'.decode(enc, u'ignore'))
