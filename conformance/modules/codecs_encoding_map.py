# Tables that codecs make of tables, and what these and syntax trees take.
import codecs,sys
u=u''.join(map(unichr,range(256)))
m=codecs.charmap_build(u); t=type(m); print t, sys.getsizeof(m), m.size(), dir(t), t.__module__, t.__basicsize__, t.__itemsize__
s=[c.__name__ for c in object.__subclasses__()]
print 'EncodingMap' in s
print type(codecs.charmap_build(u''.join(map(unichr,range(1,257)))))
try: t()
except TypeError as e: print e
import cPickle,copy
for f in (lambda: cPickle.dumps(m,2), lambda: m[1], lambda: m.size(1), lambda: codecs.charmap_encode(u'a\xe9\u1234','replace',m),lambda: codecs.charmap_encode(u'a\xe9\u1234','strict',m), lambda: codecs.charmap_decode('a', 'strict', m), lambda: m.foo, lambda: dir(m), lambda: setattr(m, 'x', 1)):
  try: print f()
  except Exception as e: print type(e), e
for table in (u.replace(u'A', u'\U00010000'), u.replace(u'A', u'\ufffe'), u.replace(u'A', u'\u20ac'), u[:128] + u''.join(unichr(257 * i) for i in range(128, 256)), u[1:] + u'\0', u.replace(u'A', u'\0')):
    m = codecs.charmap_build(table)
    print type(m), type(m) is t and m.size(), codecs.charmap_encode(u'bc', 'strict', m)
print codecs.charmap_build(u'\ufffe' * 256), codecs.charmap_encode(u'\ufffe', 'strict', codecs.charmap_build(u[1:] + u'\ufffe'))
print
import parser
for text in ['2 + 3', 'f(x)', '[' + '2,' * 300 + ']', '"abc"']:
    print sys.getsizeof(parser.expr(text)), 
for text in ['', 'x = 2\n', '# -*- coding: utf-8 -*-\ndef f(a, b): return a\n', 'class A: pass\nif 1:\n  pass\n']:
    print sys.getsizeof(parser.suite(text)),
print
