# strop over buffers of every kind, and what is a number at the beginning of a text; arguments are converted in their order.
import warnings; warnings.simplefilter('ignore')
import strop, array, mmap, _codecs
def t(f, *a):
    try: print f.__name__, repr(f(*a))
    except Exception as e: print f.__name__, type(e).__name__, e
class B(object): pass
m = mmap.mmap(-1, 4); m[:] = 'abab'
for v in (array.array('c', 'ab a'), bytearray('abba'), buffer('abba'), buffer(bytearray('ab')), buffer(array.array('c', 'ab')), memoryview('abab'), u'abab', u'\xe9', None, B(), m, array.array('i', [97]), 3.5):
    n = type(v).__name__
    print n
    t(strop.find, v, 'a'); t(strop.find, 'abc', v); t(strop.rfind, v, 'a'); t(strop.count, v, 'b'); t(strop.expandtabs, v); t(strop.split, v); t(strop.split, 'abba', v)
    t(strop.replace, v, 'a', 'x'); t(strop.replace, 'abba', v, 'x'); t(strop.replace, 'abba', 'a', v); t(strop.join, ['a'], v); t(strop.maketrans, v, v); t(strop.translate, 'a', v); t(strop.translate, 'a', 'x' * 256, v)
    for f in (strop.lower, strop.upper, strop.strip, strop.capitalize, strop.swapcase, strop.atoi, strop.atol, strop.atof): t(f, v)
    t(_codecs.charbuffer_encode, v); t(_codecs.readbuffer_encode, v)
t(strop.find, None, None, None); t(strop.find, 'a', None, None); t(strop.find, 'a', 'a', None, None); t(strop.replace, 'a', None, 'a', 'b'); t(strop.replace, 'a', 'a', 'a', 'b')
for s in ('1.5x', 'abc', '', ' ', '1e', ' 1.5', '1.5 ', '--1', '1_0', 'nanx', 'infin'): t(strop.atof, s)
