# Hash objects of md5, sha, _sha256, _sha512, hashlib: attributes, copies, updates by parts, long inputs, what is refused.
import warnings
warnings.simplefilter('ignore')
import md5, sha, _md5, _sha, _sha256, _sha512, hashlib, copy, pickle, array

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
makers = [_md5.new, _sha.new, _sha256.sha256, _sha256.sha224, _sha512.sha512, _sha512.sha384]
print md5.new('x').hexdigest(), sha.new('x').hexdigest(), md5.md5 is md5.new, md5.blocksize, md5.digest_size, sha.blocksize, sha.digestsize, sha.digest_size
for m in makers:
    h = m()
    print m.__name__, type(h).__name__, type(h).__module__, h.digest_size, getattr(h, 'block_size', None), getattr(h, 'digestsize', None), getattr(h, 'name', None)
    print h.hexdigest(), len(h.digest())
    for n in (1, 55, 56, 57, 63, 64, 65, 111, 112, 113, 127, 128, 129, 1000):
        a, b = m('x' * n), m()
        for i in range(n): b.update('x')
        c = m('x' * (n // 2))
        c.update('x' * (n - n // 2))
        print a.hexdigest()[:16], a.digest() == b.digest() == c.digest(), a.hexdigest() == a.hexdigest()
    c = h.copy()
    c.update('more')
    print h.hexdigest() == m().hexdigest(), c.hexdigest() == m('more').hexdigest(), type(c) is type(h)
    for v in (u'abc', u'\xe9', buffer('abc'), bytearray('abc'), memoryview('abc'), array.array('c', 'abc'), 5, None, ['a']):
        t(lambda: m(v).hexdigest())
        t(h.update, v)
    for a in ((), (1, 2)):
        t(h.update, *a)
        t(h.digest, 1)
        t(h.hexdigest, 1)
        t(h.copy, 1)
    for n in ('digest_size', 'block_size', 'name', 'foo', 'digest'):
        t(setattr, h, n, 5)
    try:
        copy.copy(h)
    except Exception as e:
        print type(e).__name__, e
    try:
        pickle.dumps(h)
    except Exception as e:
        print type(e).__name__, e
    t(lambda: type('S', (type(h),), {}))
    t(m, foo=1)
    t(lambda: m(string='abc').hexdigest())
for n in 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512':
    f = getattr(hashlib, n)
    h = f('abc')
    print n, h.hexdigest(), hashlib.new(n, 'abc').digest() == h.digest(), h.digest_size, h.block_size
    t(lambda: f(u'abc').hexdigest() == h.hexdigest())
    c = h.copy(); c.update('def')
    print c.hexdigest() == f('abcdef').hexdigest(), h.hexdigest() == f('abc').hexdigest()
for n in ('MD5', u'md5'):
    t(lambda: hashlib.new(n).hexdigest())
print hashlib.algorithms, set(hashlib.algorithms) <= set(hashlib.algorithms_available)
