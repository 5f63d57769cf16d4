# A text with a NUL is refused before its base is looked at.
for text in ['1\0', 'a\0b', '\0', ' 1\x002', u'1\0', '12']:
    for base in [(), (10,), (16,), (0,), (1,), (37,), (-4,)]:
        for kind in int, long:
            try:
                print repr(kind(text, *base)),
            except ValueError as e:
                print type(e).__name__, e
