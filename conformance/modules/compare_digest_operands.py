# operator._compare_digest and hmac.compare_digest: which pairs can be compared.
import hmac, operator
C = operator._compare_digest

class S(str): pass
class U(unicode): pass

def t(f, *a):
    try:
        print f(*a)
    except Exception as e:
        print type(e).__name__, e

print hmac.compare_digest is C, C.__name__
values = ['', 'a', 'b', 'ab', u'', u'a', u'\xe9', S('a'), U(u'a'), bytearray('a'), memoryview('a'),
          1, None, object]
for x in values:
    for y in values:
        print type(x).__name__, type(y).__name__,
        t(C, x, y)
t(C)
t(C, 'a')
t(C, 'a', 'a', 'a')
