# hmac: keys of all lengths, digest modules, copies, arguments.
import hmac, hashlib, md5 as M
import warnings

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
for key in ('', 'k', 'k' * 63, 'k' * 64, 'k' * 65, 'k' * 200, u'uk', bytearray('ba'), buffer('bu'), 5, None, u'\xe9'):
    for mod in (None, hashlib.sha1, hashlib.sha512, M, 'sha1', len, 5):
        try:
            h = hmac.new(key, 'message', mod)
            print repr(h.hexdigest())[:30], h.digest_size, h.block_size, h.digest_cons is mod
        except Exception as e:
            print type(e).__name__, e
h = hmac.new('key')
t(h.update, 'abc')
t(h.update, 5)
t(h.update)
c = h.copy()
c.update('d')
print h.hexdigest(), c.hexdigest(), c.digest().encode('hex') == c.hexdigest(), type(c) is type(h)
print c.inner.hexdigest() != h.inner.hexdigest(), hmac.HMAC.blocksize, hmac.digest_size is None
t(hmac.new)
t(hmac.HMAC, 'k', 'm', hashlib.md5, 4)
class Odd(object):
    digest_size, block_size = 3, 10
    def __init__(self, s=''): self.s = s
    def update(self, s): self.s += s
    def digest(self): return '%03d' % (sum(map(ord, self.s)) % 1000)
    def hexdigest(self): return 'hex' + self.digest()
    def copy(self): return Odd(self.s)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    h = hmac.new('k', 'm', Odd)
    print h.hexdigest(), [str(x.message) for x in w]
class NoBlock(Odd):
    block_size = None
class Plain(object):
    digest_size = 3
    __init__, update, digest, copy = Odd.__init__.im_func, Odd.update.im_func, Odd.digest.im_func, Odd.copy.im_func
    hexdigest = Odd.hexdigest.im_func
for c in NoBlock, Plain:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            print hmac.new('k', 'm', c).hexdigest(), [(x.category.__name__, str(x.message)) for x in w]
        except Exception as e:
            print type(e).__name__, e
class Sub(hmac.HMAC):
    def extra(self): return 'x' + self.hexdigest()[:4]
s = Sub('k', 'm')
print s.extra()
t(lambda: s.copy().extra())
print hmac.trans_5C[:4].encode('hex'), len(hmac.trans_36)
