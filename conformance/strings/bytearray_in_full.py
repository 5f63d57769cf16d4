# bytearray: construction, every mutation, slices with steps, comparisons, growth in loops, exports.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print repr(r) if len(repr(r)) < 80 else len(r)
    except Exception as e:
        print type(e).__name__, e
class I(object):
    def __index__(self): return 66
for args in ((), (3,), (-1,), ('abc',), (u'abc',), (u'\xe9', 'utf-8'), (u'\xe9', 'ascii', 'ignore'), (u'\xe9', 'ascii'), ('abc', 'utf-8'), ([1, 2, 255],), ([256],), ([-1],), (['a'],), (['ab'],), ([1.5],), ([1L, True, I()],), (I(),), (None,), (1.5,), (xrange(3),), (bytearray('q'),), (buffer('q'),), (memoryview('q'),), (iter([1]),), ({5: 6},), (2 ** 70,), ([2 ** 70],), ('a', 3)):
    t(bytearray, *args)
b = bytearray('hello')
def mut(code):
    x = bytearray('abcdef')
    try:
        exec code in {'x': x, 'I': I}
        print code, repr(x)
    except Exception as e:
        print code, type(e).__name__, e, repr(x)
for code in ('x[0]=65', 'x[-1]=255', 'x[0]=256', 'x[0]="A"', 'x[0]="AB"', 'x[0]=I()', 'x[0]=1.5', 'x[9]=1', 'x[1:3]="XYZ"', 'x[1:3]=[1,2]', 'x[1:3]=5', 'x[1:3]=u"q"', 'x[::2]="123"', 'x[::2]="12"', 'x[::-1]=x', 'x[1:1]=x', 'x[:]=""', 'x[4:2]="Z"', 'del x[0]', 'del x[::2]', 'del x[5:1:-2]', 'del x[9]', 'del x[1:3]', 'x.append(1)', 'x.append("z")', 'x.append(300)', 'x.append("zz")', 'x.extend("ab")', 'x.extend([1,"a"])', 'x.extend([1,300])', 'x.extend(5)', 'x.extend(x)', 'x.insert(0,"q")', 'x.insert(-1,1)', 'x.insert(99,2)', 'x.insert("a",1)', 'x.pop()', 'x.pop(0)', 'x.pop(9)', 'x.remove("a")', 'x.remove(98)', 'x.remove("zz")', 'x.remove(300)', 'x.reverse()', 'x+="gh"', 'x+=u"gh"', 'x+=[1]', 'x*=2', 'x*=-1', 'x*=1.5', 'x+=memoryview("m")', 'x["a"]=1', 'x[2**70]=1', 'x[1:2**70]="t"', 'x.__init__("new")', 'm=memoryview(x); x.append(1)', 'm=memoryview(x); x[0]=90', 'm=memoryview(x); x[0:1]="zz"', 'm=memoryview(x); m[0:2]="ZZ"', 'x[3:]=x[:3]', 'x.insert(3, x.pop(0))'):
    mut(code)
for f in (lambda: b == 'hello', lambda: b == u'hello', lambda: b < 'z', lambda: b != buffer('hello'), lambda: cmp(b, 'hello'), lambda: hash(b), lambda: {b: 1}, lambda: b + 'x', lambda: 'x' + b, lambda: b + u'x', lambda: u'x' + b, lambda: b * 2, lambda: 2 * b, lambda: 'e' in b, lambda: 101 in b, lambda: 300 in b, lambda: 'el' in b, lambda: u'e' in b, lambda: b in 'hello there', lambda: b[1], lambda: b[1:3], lambda: b[::-2], lambda: list(b), lambda: str(b), lambda: unicode(b), lambda: unicode(b, 'ascii'), lambda: repr(b), lambda: b % 1, lambda: '%s' % b, lambda: b.join(['1', bytearray('2')]), lambda: ''.join([b]), lambda: b.join([1]), lambda: b.join('ab'), lambda: b.decode('ascii'), lambda: b.find(101), lambda: b.find('l', 3), lambda: b.index('z'), lambda: b.replace('l', bytearray('L'), 1), lambda: b.split('l'), lambda: b.split(None), lambda: b.rsplit('l', 1), lambda: b.partition('l'), lambda: b.rpartition('z'), lambda: b.strip('ho'), lambda: b.strip(), lambda: b.title(), lambda: b.center(11, '*'), lambda: b.zfill(8), lambda: b.startswith(('x', 'he')), lambda: b.endswith(3), lambda: b.count('l'), lambda: b.upper().isupper(), lambda: b.expandtabs(), lambda: b.splitlines(), lambda: bytearray.fromhex('0a fF'), lambda: bytearray.fromhex('a'), lambda: bytearray.fromhex('zz'), lambda: bytearray.fromhex(u'0a'), lambda: b.__alloc__() >= 5, lambda: b.__reduce__(), lambda: b.__sizeof__() > 0, lambda: sorted(bytearray('cab')), lambda: b.translate(None, 'l'), lambda: b.capitalize(), lambda: b.swapcase(), lambda: bytearray(b) is b):
    t(f)
x = bytearray()
for i in xrange(5000):
    x.append(i & 255)
    if i % 3 == 0:
        x[i % len(x)] = 7
    if i % 7 == 0:
        del x[:2]
    if i % 11 == 0:
        x += x[-3:]
print len(x), sum(x), hash(str(x))
