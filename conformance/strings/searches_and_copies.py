"""Operations that search texts, copy dicts and convert numbers, at the sizes where their paths differ."""
import binascii
import datetime
import marshal
import os
import string
import tempfile

texts = ['', 'a', 'aa', 'aaa', 'abab', 'the cat and the dog', 'x' * 70 + 'needle' + 'y' * 70 + 'needle', 'na' * 50 + '!']
parts = ['a', 'aa', 'ab', 'the', 'nana', 'needle', 'zz', 'na!']
for text in texts:
    for part in parts:
        for new in ('', 'b', 'bb', 'the', 'needles'):
            for u in (str, unicode):
                t, p, n = u(text), u(part), u(new)
                pieces = t.split(p)
                assert p.join(pieces) == t
                assert t.count(p) == len(pieces) - 1
                assert t.replace(p, n) == n.join(pieces)
                assert t.replace(p, n, 1) == n.join(t.split(p, 1))
                assert len(t.split(p, 2)) <= 3 and t.split(p, 0) == [t]
                assert (p in t) == (t.count(p) > 0)
print [texts[6].split('needle'), texts[7].count('nana'), 'aaaa'.replace('aa', 'bb'), 'aaa'.replace('aa', 'xy', 0)]
print repr(u'\u20ac1\u20ac2'.replace(u'\u20ac', u'$')), repr(u'\xe9-\xe9'.join([u'a', 'b', u'\u1234'])), u''.join([]), repr(u'-'.join(['a', u'b']))
print repr('ab' * 7), repr('abc' * 3), 'xyz' * 0, len('abc' * 1001), ('abc' * 1001)[-4:]

table = string.maketrans('abc', 'xyz')
s = 'a cab'
print s.translate(table), s.translate(table, 'b'), 'none'.translate(table) == 'none', ''.translate(table) == ''

for n in (0, 1, 5, 8, 100):
    d = dict((str(i) * 3, i) for i in range(n))
    for k in d.keys()[::3]:
        del d[k]
    e = d.copy()
    f = dict(d)
    g = {}
    g.update(d)
    assert e == f == g == d and e.keys() == f.keys() == g.keys()
    e['new'] = 1
    assert 'new' not in d
    e.update({'more': 2})
    g = {'x': 1}
    del g['x']
    g.update(d)
    print n, sorted(e) == sorted(d.keys() + ['new', 'more']), g.keys()[:4]

print binascii.hexlify('\x00\xff10'), binascii.hexlify(''), hex(0), hex(-255), hex(2 ** 63 - 1), hex(-2 ** 63)

shared = intern('shared')
value = [shared, shared, 'x', u'\xe9', 2.5, 10 ** 30, -10 ** 30, {1: (None, True)}, 'x' * 300]
data = marshal.dumps(value)
print marshal.loads(data) == value, len(data)
for cut in (1, 5, 20, len(data) - 1):
    try:
        print marshal.loads(data[:cut])
    except (EOFError, ValueError, TypeError) as e:
        print type(e).__name__, e

fd, name = tempfile.mkstemp()
os.close(fd)
with open(name, 'wb') as f:
    f.write('one\ntwo\r\n\n' + 'long ' * 5000 + '\nlast')
for mode in ('r', 'rb', 'rU'):
    with open(name, mode) as f:
        lines = list(f)
    with open(name, mode) as f:
        assert f.readlines() == lines
    with open(name, mode) as f:
        assert [f.readline() for _ in lines] == lines and f.readline() == ''
    print mode, len(lines), lines[:3], [len(l) for l in lines]
with open(name) as f:
    print repr(f.readline(2)), repr(f.readline()), f.tell(), repr(f.readline(100))
os.unlink(name)

now = datetime.datetime(2020, 2, 29, 23, 59, 59, 999999)
step = datetime.timedelta(microseconds=1)
print now + step, now - step, now < now + step, now == now + step - step, max(now, now + step)
print datetime.datetime.min + datetime.timedelta(days=3652058), datetime.datetime.max - datetime.timedelta(days=3652058)
try:
    print now + datetime.timedelta.max
except OverflowError as e:
    print e
print '%d %s %d %r' % (2 ** 64, -2 ** 70, -5L, 7L), u'%d|%s' % (10 ** 25, 3L), '%5d|%-5d|%05d' % (3L, 3L, 3L)
