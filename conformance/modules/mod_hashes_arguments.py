# _md5, _sha, _sha256 and _sha512: constructors and methods with wrong arguments, buffers of all kinds, attributes that are read only, copies that part.
import _md5, _sha, _sha256, _sha512, array, hashlib
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print r if isinstance(r, (str, int, type(None))) else type(r)
class S(str):
    def __str__(self): return 'other'
class B(object): pass
class I(object):
    def __getattr__(self, n): print n; raise AttributeError(n)
news = [_md5.new, _sha.new, _sha256.sha224, _sha256.sha256, _sha512.sha384, _sha512.sha512]
for new in news:
    print new.__name__, new.__self__, new.__module__, [n for n in dir(new()) if n[0] != '_']
    for a in ((), ('a',), (u'a',), (u'\xe9',), (bytearray('a'),), (buffer('xax', 1, 1),), (memoryview('a'),), (array.array('c', 'a'),), (array.array('H', [97]),), (S('a'),), (None,), (1,), (1.5,), (B(),), (I(),), (['a'],), ('a', 'b'), ('a', 'b', 'c')):
        try: print new(*a).hexdigest()[:12],
        except Exception as e: print type(e).__name__, e
    print
    t(new, string='a'); t(new, zzz='a'); t(new, 'a', string='b'); t(new, 'a', zzz=1); t(new, **{'': 1})
    h = new('ab')
    for n in ('digest_size', 'block_size', 'digestsize', 'name', 'blocksize', 'hexdigest', 'nothing'):
        print n, type(getattr(h, n, None)).__name__,
        try: setattr(h, n, 5)
        except Exception as e: print type(e).__name__, e,
        try: delattr(h, n)
        except Exception as e: print type(e).__name__, e
    print getattr(h, 'digest_size'), getattr(h, 'block_size', None), getattr(h, 'name', None), len(h.digest()), len(h.hexdigest())
    t(h.update); t(h.update, None); t(h.update, 1); t(h.update, 'a', 'b'); t(h.update, string='a'); t(h.update, u'\xe9'); t(h.update, B()); t(h.digest, 1); t(h.hexdigest, 1); t(h.copy, 1); t(h.copy, zzz=1); t(h.digest, zzz=1)
    print h.hexdigest() == new('ab').hexdigest()
    c = h.copy(); c.update('c'); print h.hexdigest() == new('ab').hexdigest(), c.hexdigest() == new('abc').hexdigest(), type(c) is type(h), c == h, c != h, h == h, hash(h) == hash(h), cmp(h, h)
    h.update(array.array('c', 'c')); print h.digest() == c.digest(), h.update(''), h.digest() == c.digest()
    t(type(h)); t(type(h), 'a'); t(type(h).update, 'a'); t(type(h).update); t(type(h).digest, new('a') if 0 else 3)
    try:
        class D(type(h)): pass
    except TypeError as e: print e
    t(h.__reduce__); t(h.__reduce_ex__, 2); t(lambda: len(h)); t(lambda: h[0]); t(lambda: iter(h)); t(lambda: h + h); t(lambda: h < 3 or h >= 3)
x = _md5.new('a').copy; del _md5; print x().hexdigest()
