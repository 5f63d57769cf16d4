# cStringIO: readers and writers: positions past the end, truncate, modes, softspace, closed objects, iteration, arguments.
import cStringIO, pickle, StringIO
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0],
    except Exception as e: print type(e).__name__, e,
    print
for make in (lambda: cStringIO.StringIO(), lambda: cStringIO.StringIO('line one\nline two\r\nthree'), lambda: cStringIO.StringIO(u'uni'), lambda: cStringIO.StringIO(buffer('bu\nff'))):
    f = make(); print type(f).__name__, [n for n in dir(f) if not n.startswith('__')], repr(f).split(' at')[0], f.closed, f.softspace if hasattr(f, 'softspace') else '-', f.isatty(), f.flush()
    for seq in ((('read',), ('read',)), (('read', 3), ('tell',), ('read', 0), ('read', -1)), (('readline',), ('readline', 2), ('readline', 0), ('readline', -1), ('readline',)), (('readlines',), ('readlines',)), (('readlines', 1), ('readlines', 1)), (('seek', 3), ('tell',), ('read', 2)), (('seek', -2, 2), ('read',)), (('seek', -100, 1), ('tell',)), (('seek', 1000), ('tell',), ('read',), ('readline',), ('readlines',)), (('seek', 1, 7), ('tell',)), (('seek', -5), ('tell',)), (('getvalue',), ('getvalue', True), ('getvalue', 1)), (('reset',), ('tell',)), (('truncate',), ('getvalue',)), (('truncate', 2), ('tell',), ('getvalue',)), (('truncate', 100), ('getvalue',)), (('truncate', -1), ('getvalue',)), (('write', 'xyz'), ('tell',), ('getvalue',)), (('seek', 20), ('write', 'far'), ('getvalue',)), (('writelines', ['a', 'b']), ('getvalue',)), (('write', u'\xe9'),), (('write', 5),), (('write', buffer('b')), ('getvalue',)), (('writelines', 5),), (('writelines', ['a', 5]), ('getvalue',)), (('read', 'x'),), (('readline', None),), (('next',), ('next',), ('next',), ('next',)), (('read', 1, 2),), (('seek',),), (('seek', 'a'),), (('close',), ('closed',), ('read',), ('close',), ('getvalue',), ('tell',), ('next',), ('seek', 0), ('write', 'a'), ('isatty',), ('flush',), ('truncate',), ('reset',))):
        f = make()
        for s in seq:
            print s[0], s[1:] and type(s[1]).__name__ + repr(s[1])[:10] or '',
            m = getattr(f, s[0], None)
            if m is None: print 'no such'
            elif callable(m): t(m, *s[1:])
            else: print m
print list(cStringIO.StringIO('a\nb\n\nc')), [l for l in cStringIO.StringIO('')], iter(f) is f if not f.closed else 'closed'
w = cStringIO.StringIO(); print >> w, 'a', 'b',; print w.softspace, repr(w.getvalue()); print >> w, 'c'; print repr(w.getvalue()), w.softspace
w.softspace = 5; t(lambda: setattr(w, 'softspace', 'x')); t(lambda: setattr(w, 'other', 1)); t(lambda: delattr(w, 'softspace')); t(lambda: setattr(w, 'closed', 1))
w = cStringIO.StringIO(); w.write('hello world'); w.seek(3); print w.getvalue(True), w.getvalue(1), w.getvalue(0), w.read(2), w.getvalue(True); w.write('XX'); print w.getvalue()
t(cStringIO.StringIO, 5); t(cStringIO.StringIO, None); t(cStringIO.StringIO, 'a', 'b'); t(cStringIO.StringIO, u'\u20ac'); t(cStringIO.InputType); t(cStringIO.OutputType); t(cStringIO.StringIO, s='x'); t(cStringIO.StringIO, bytearray('ba')); t(cStringIO.StringIO, memoryview('mv'))
print cStringIO.InputType, cStringIO.OutputType, isinstance(cStringIO.StringIO(), cStringIO.OutputType); t(type, 'X', (cStringIO.InputType,), {})
for f in (cStringIO.StringIO(), cStringIO.StringIO('x')): t(lambda: pickle.dumps(f, 2) and None); t(hash, f) if 0 else None; print bool(f), f == f
big = cStringIO.StringIO(); 
for i in xrange(1000): big.write(str(i))
print len(big.getvalue()), big.tell(); big.seek(-3, 1); print big.read(); big.truncate(10); print big.getvalue(), big.tell()
