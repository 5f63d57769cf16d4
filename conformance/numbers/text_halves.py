# Numbers from text at their edges: halves of the smallest float in hexadecimal, and digits that are none, all in a row.
for mantissa in ['.8', '0.8', '.80', '00.8', '.08', '.4', '.8000001', '.c', '1', '1.8', '.7ffffffffffffffff']:
    for prefix in ['0x', '', '-0x']:
        for exponent in [-1074, -1075, -1073]:
            text = '%s%sp%d' % (prefix, mantissa, exponent)
            print text, float.fromhex(text)
for text in ['0x8p-1078', '8p-1078', '0x80p-1082', '0x08p-1078', '0x4p-1077', '0x2p-1076', '0x1p-1075', '0x18p-1078',
             '0x8.p-1078', '0x8.0p-1078', '0x28p-1078', '0x38p-1078', '0x' + '8' + '0' * 40 + 'p-1238',
             '0x1.fffffffffffff7p1023', '0x1.fffffffffffff8p1023', '0x.8p1024', '0x.8p1025']:
    try:
        print text, repr(float.fromhex(text))
    except OverflowError as e:
        print text, e

for text in [u'\u20ac', u'1\u20ac\u20ac2\u20ac', u'\0\0\u2155x', u'\0\x20\0', u'\u0661\u20ac\u0662', u'\ud800\udc00\xa0']:
    for f in [int, long, float, complex]:
        try:
            print repr(f(text))
        except UnicodeEncodeError as e:
            print f.__name__, repr(text), e.args[2:], e
        except ValueError as e:
            print f.__name__, repr(text), type(e).__name__
