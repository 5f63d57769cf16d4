# hashlib, hmac, md5, sha: pieces, copies, names and sizes, keys of all lengths, digests compared, pbkdf2, what is refused.
import warnings; warnings.simplefilter('ignore')
import hashlib, hmac, md5, sha, random
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' @ ')[0].split(' object')[0]
data = ''.join(chr(i * 7 % 256) for i in range(1000))
for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    h = hashlib.new(n); [h.update(data[i:i + 37]) for i in range(0, 1000, 37)]; c = h.copy(); c.update('more'); print n, h.hexdigest(), h.digest() == getattr(hashlib, n)(data).digest(), c.hexdigest()[:8], h.digest_size, h.block_size, getattr(hashlib, n)('').hexdigest()[:16], getattr(hashlib, n)(buffer(data)).hexdigest() == h.hexdigest(), getattr(hashlib, n)(bytearray(data)).hexdigest() == h.hexdigest() if 0 else ''
    for l in (0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129): print getattr(hashlib, n)('a' * l).hexdigest()[:8],
    print; k = hmac.new('key', data, getattr(hashlib, n)); print k.hexdigest(), k.copy().digest() == k.digest(), k.digest_size, [hmac.new('k' * l, 'm', getattr(hashlib, n)).hexdigest()[:8] for l in (0, 1, 63, 64, 65, 128, 129)]
t(hashlib.md5().update, 5); t(hashlib.md5().update); t(hashlib.md5().digest, 1); t(hmac.new, None); t(hmac.new, 5, 'x'); t(hmac.new, u'key', 'm'); t(hmac.new, 'k', 'm', 5); t(hmac.new, 'k', 'm', 'nosuch') if 0 else None; h = hmac.new('k'); h.update('a'); h.update('b'); print h.hexdigest() == hmac.new('k', 'ab').hexdigest(), hmac.HMAC('k', 'ab').digest() == h.digest(), hmac.digest_size, hmac.new('k', 'x', sha).hexdigest(), hmac.new('k', 'x', 'sha1').hexdigest() if 0 else ''
for a, b in (('a', 'a'), ('a', 'b'), ('', ''), ('a', 'aa'), (u'a', u'a'), (u'a', 'a'), (u'\xe9', u'\xe9'), (5, 5), (buffer('a'), buffer('a')), (bytearray('a'), 'a')): t(hmac.compare_digest, a, b)
for a in (('sha1', 'password', 'salt', 1), ('sha1', 'password', 'salt', 2), ('sha256', 'p', 's', 3), ('sha512', 'p' * 200, 's', 2, 70), ('md5', '', '', 1, 5), ('sha1', u'p', 's', 1)): t(lambda: hashlib.pbkdf2_hmac(*a).encode('hex'))
m = md5.new('a'); m.update('b'); print m.hexdigest() == hashlib.md5('ab').hexdigest(), md5.digest_size, md5.md5('x').hexdigest(), sha.new('x').hexdigest(), sha.digest_size, sha.blocksize, sha.sha().block_size, sorted(hashlib.algorithms), 'md5' in hashlib.algorithms_available, hashlib.algorithms_guaranteed == set(hashlib.algorithms) if hasattr(hashlib, 'algorithms_guaranteed') else ''
