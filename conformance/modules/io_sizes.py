# Sizes and positions that streams of io take, and those that they do not.
import io
for c in (io.BytesIO, io.StringIO):
    for m in 'read','readline','readlines','truncate','seek','read1':
        for a in 1.5, 2**70, -2**70, 'a', u'a', None, True, 3L, [], -1:
            s = c()
            if not hasattr(s,m): continue
            try:
                r = getattr(s, m)(a)
            except Exception as e:
                r = type(e).__name__, str(e)
            print c.__name__, m, repr(a), r
f = io.BufferedReader(io.BytesIO('ab\ncd'))
for m in 'read','readline','readlines','truncate','seek','read1','peek':
    for a in 1.5, 2**70, -2**70, 'a', u'a', None, True, 3L, [], -1:
        f.seek(0)
        try:
            r = getattr(f, m)(a)
        except Exception as e:
            r = type(e).__name__, str(e)
        print 'BufferedReader', m, repr(a), r
for hint in range(-1, 9):
    f = io.BufferedReader(io.BytesIO('ab\ncd\nef'))
    g = io.StringIO(u'ab\ncd\nef')
    k = io.TextIOWrapper(io.BytesIO('ab\ncd\nef'))
    b = io.BytesIO('ab\ncd\nef')
    print hint, f.readlines(hint), g.readlines(hint), k.readlines(hint), b.readlines(hint)
