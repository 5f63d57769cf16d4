# StringIO, cStringIO and io's two memory streams: the same moves on each, and where they differ.
import StringIO, cStringIO, io
def t(f, *a):
    try: return repr(f(*a)).split(' at 0x')[0]
    except Exception as e: return '%s %s' % (type(e).__name__, str(e).split(' at 0x')[0])
kinds = [('S', lambda s: StringIO.StringIO(s), str), ('cI', lambda s: cStringIO.StringIO(s), str), ('cO', None, str), ('B', lambda s: io.BytesIO(s), str), ('T', lambda s: io.StringIO(unicode(s)), unicode)]
def make(kind, s):
    name, f, u = kind
    if f: return f(s)
    o = cStringIO.StringIO(); o.write(s); o.seek(0); return o
script = [('read', (2,)), ('tell', ()), ('readline', ()), ('seek', (0,)), ('readlines', ()), ('seek', (-2, 2)), ('read', ()), ('seek', (1,)), ('seek', (1, 1)), ('read', (1,)), ('seek', (100,)), ('read', ()), ('tell', ()), ('write', ('X',)), ('getvalue', ()), ('truncate', (3,)), ('tell', ()), ('getvalue', ()), ('seek', (0,)), ('write', ('abcdefg',)), ('truncate', ()), ('getvalue', ()), ('seek', (2,)), ('truncate', ()), ('getvalue', ()), ('writelines', (['p', 'q'],)), ('writelines', (['p', 3],)), ('writelines', (5,)), ('write', (5,)), ('write', (None,)), ('seek', (-1,)), ('seek', ('x',)), ('seek', (0, 7)), ('read', ('x',)), ('read', (-1,)), ('read', (None,)), ('read', (0,)), ('readline', (2,)), ('readline', (0,)), ('readline', (-1,)), ('readlines', (1,)), ('truncate', (-1,)), ('truncate', (50,)), ('getvalue', ()), ('isatty', ()), ('flush', ()), ('fileno', ()), ('next', ()), ('__iter__', ()), ('__enter__', ()), ('readable', ()), ('seekable', ()), ('writable', ()), ('close', ()), ('close', ()), ('read', ()), ('getvalue', ()), ('write', ('x',)), ('tell', ()), ('closed', None)]
for kind in kinds:
    o = make(kind, 'one\ntwo\nthree')
    for n, a in script:
        if not hasattr(o, n): print kind[0], n, 'none'; continue
        if a is None: print kind[0], n, getattr(o, n); continue
        if kind[2] is unicode: a = tuple(unicode(x) if isinstance(x, str) and n.startswith('w') else [unicode(y) if isinstance(y, str) else y for y in x] if isinstance(x, list) else x for x in a)
        print kind[0], n, a, t(getattr(o, n), *a)
s = StringIO.StringIO(); s.write(u'\xe9'); s.write('abc'); print repr(s.getvalue()); s.write('\xff'); print t(s.getvalue); s = StringIO.StringIO(5); print s.read(); print t(cStringIO.StringIO, u'\xe9'), t(cStringIO.StringIO, u'abc'), t(StringIO.StringIO, u'\xe9').__class__.__name__
c = cStringIO.StringIO('abc'); print t(lambda: c.write), t(setattr, c, 'x', 1), c.closed, type(c), type(cStringIO.StringIO()), list(cStringIO.StringIO('a\nb\n\nc'))
for k in kinds[:4]:
    o = make(k, 'a\nb\r\nc\rd'); print k[0], list(o), o.tell()
    o = make(k, 'x' * 5 + '\n' + 'y' * 5); print o.readline(3), o.readline(3), o.readline(3), o.readlines(2)
