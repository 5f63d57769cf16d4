# -*- coding: utf-8 -*-
import random, hashlib
r = random.Random(3)
def gen():
    n = r.randint(0, 40)
    pools = [(0,128),(0,256),(0x400,0x800),(0x800,0xFFFF),(0x10000,0x10FFFF),(0xD7F0,0xE010)]
    out = u''
    for i in range(n):
        a, b = r.choice(pools)
        out += unichr(r.randint(a, b))
    return out
h = hashlib.md5()
for i in range(20000):
    u = gen()
    e = u.encode('utf-8')
    h.update(e)
    d = e.decode('utf-8')
    h.update(repr(d)); h.update(str(hash(d) == hash(u)))
    e = list(e)
    if e:
        e[r.randrange(len(e))] = chr(r.randrange(256))
        e = ''.join(e)
        for m in ('strict', 'replace', 'ignore'):
            try: h.update(repr(e.decode('utf-8', m)))
            except UnicodeDecodeError as x: h.update(str(x))
print h.hexdigest()
# appended unicode
u = u''; s = u''; keep = []
for i in range(3000):
    u += unichr(97 + i % 26)
    if i % 500 == 0: keep.append(u)
    if i == 1500: u += u'\u20ac'
    if i == 2500: u += u'\U0001F600'
    if i % 700 == 0: s = u; s += u'!'; s += u'?'; keep.append(s)
h = hashlib.md5()
class U(unicode): pass
for k in keep + [u, U(u), U(keep[-1])]:
    h.update(k.encode('utf-8')); h.update(str(len(k))); h.update(repr(hash(k) == hash(k[:]))); h.update(repr(k == k[:1] + k[1:] if k else 1)); h.update(k.upper().encode('utf8'))
    h.update(repr(k.isalpha())); h.update(repr(unicode(k) == k)); h.update((k + u'\xe9')[-3:].encode('utf8')); h.update((u'\xe9' + k)[:3].encode('utf8'))
print h.hexdigest()
print sorted(set([1,2,3]) | set([3, 4])), set(range(100)) | set(range(50, 130)) == set(range(130)), list(set('hello world') | set('abc')), list(frozenset(range(0, 900, 7)).copy())[:9]
print zip([1, 2], (3, 4), [5]), zip([1]), zip([1, 2], 'ab'), zip((), [1])
