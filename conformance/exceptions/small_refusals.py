# Errors of arguments here and there, word for word.
import array
import binascii
import codecs
import json
def p(f):
    try: print repr(f())
    except BaseException as e: print type(e).__name__, e
a = array.array('i'); p(lambda: a.fromstring(a)); b = array.array('i', [1]); p(lambda: b.fromstring(b))
for s in '#8\r6', '#8\n6', '#8 6', '#8\r6\r', ' ', '!', '#86%C\r\n', '#86%C\rx', '$86%C\r': p(lambda: binascii.a2b_uu(s))
for n in 'charmap_decode','latin_1_decode','ascii_decode','charmap_encode','latin_1_encode','utf_8_decode','utf_7_decode','utf_16_ex_decode','escape_decode','raw_unicode_escape_decode','unicode_internal_decode':
    f = getattr(codecs, n); p(lambda: f()); p(lambda: f(5)); p(lambda: f('a', 5)); p(lambda: f('a', 'strict', 5, 6, 7))
for s in '["', '"', '"a', '["a', u'["', u'"', '[', '{', '{"', '{"a', '{"a"', '{"a":', '[1', '[1,', '"\\', '"\\u', '"\\u12', u'"\\', 'nul', '-', '', ' ', '[]x', '"\x01"', '[NaN', 'tru', '1.', '1e', u'{"a":1,}', '[1,]', '"\\x"', '"\\ud800"': p(lambda: json.loads(s))
p(lambda: hash([].append)); p(lambda: hash((1).__add__) == hash((1).__add__)); p(lambda: hash({}.get)); p(lambda: hash('a'.join)==hash('a'.join))
class E(Exception):
    def __new__(cls): return 5
def r_(): raise E
p(r_)
class O: pass
for n in '__name__', '__bases__', '__dict__', '__doc__', '__module__':
    def d(): delattr(O, n)
    p(d)
