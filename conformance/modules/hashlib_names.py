# What `hashlib` does the same with and without a native `_hashlib`.
import array
import hashlib
import threading

print sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_available >= hashlib.algorithms_guaranteed
for name in hashlib.algorithms:
    h = hashlib.new(name, 'one')
    made = getattr(hashlib, name)('one')
    print name, h.hexdigest(), h.digest() == made.digest(), h.digest_size, h.block_size, h.name.lower()
    h.update(buffer(' two'))
    h.update(array.array('c', ' three'))
    h.update(u' four')
    copy = h.copy()
    copy.update(bytearray(' five'))
    print h.hexdigest() == hashlib.new(name.upper(), 'one two three four').hexdigest(), h.hexdigest() == copy.hexdigest()
for arguments in ((), (1,), ('none such',), ('md5', 3), ('md5', u'\xe9'), ('md5', 'a', 'b')):
    try:
        print hashlib.new(*arguments).hexdigest()
    except Exception as e:
        print arguments, type(e).__name__

for name in ('md5', 'sha1', 'sha256', 'sha512'):
    for length in (None, 1, 20, 100):
        key = hashlib.pbkdf2_hmac(name, 'password', 'salt', 3, length)
        print name, length, len(key), key.encode('hex')
print hashlib.pbkdf2_hmac('sha1', bytearray('p'), buffer('s'), iterations=1, dklen=4).encode('hex')
for arguments in (('none', '', '', 1), ('sha1', '', '', 0), ('sha1', '', '', 1, 0), ('sha1', '', '', 1, -1), (1, '', '', 1)):
    try:
        print hashlib.pbkdf2_hmac(*arguments).encode('hex')
    except Exception as e:
        print arguments, type(e).__name__

shared = hashlib.sha256()
piece = 'x' * 10000


def feed():
    for _ in range(50):
        shared.update(piece)


threads = [threading.Thread(target=feed) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print shared.hexdigest() == hashlib.sha256(piece * 200).hexdigest()
