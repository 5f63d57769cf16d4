# The database of characters, in both versions: sums over many characters, normal forms of random texts, errors.
import unicodedata as u


def total(f):
    h = 0
    for c in xrange(0, 0x110000, 331):
        h = (h * 1000003 ^ hash(f(unichr(c)))) & 0xffffffffff
    return h


for db in (u, u.ucd_3_2_0):
    print db.unidata_version, [total(getattr(db, f)) for f in ('category', 'bidirectional', 'combining', 'mirrored', 'east_asian_width', 'decomposition')]
    print [total(lambda c: getattr(db, f)(c, 'none')) for f in ('decimal', 'digit', 'numeric', 'name')]
    base = [0x61, 0x301, 0x327, 0x323, 0x1100, 0x1161, 0x11a8, 0xac00, 0xac01, 0x1e9b, 0x20, 0x3099, 0x304b, 0xfb01, 0x2126, 0x958, 0x9bc, 0x915, 0x93c, 0x1d15f, 0x1ea5, 0x302, 0x334, 0x345, 0x5b0, 0x2f868, 0x344, 0x65]
    x = 12345
    for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        h = 0
        for i in xrange(200):
            s = []
            for j in xrange(6):
                x = (x * 1103515245 + 12345) & 0x7fffffff
                s.append(unichr(base[(x >> 8) % len(base)]))
            h = (h * 1000003 ^ hash(db.normalize(form, u''.join(s)))) & 0xffffffffff
        print form, h,
    print
for s in ["u.name(u'a')", "u.name('a')", "u.name(u'ab')", "u.name(u'\\0')", "u.name(u'\\0', 5)", "u.name()", "u.lookup('SPACE')", "u.lookup('xx')", "u.lookup(u'space')", "u.lookup(5)", "u.lookup('LATIN SMALL LETTER A\\0')", "u.decimal(u'a')", "u.decimal(u'5')", "u.digit(u'\\xb2')", "u.numeric(u'\\xbd')", "u.normalize('NFC', u'e\\u0301')", "u.normalize('X', u'a')", "u.normalize('NFC', 'a')", "u.normalize(5, u'a')", "u.category(5)", "u.UCD", "u.ucd_3_2_0.name(u'\\u0221')", "u.category", "u.ucd_3_2_0.category()", "u.lookup('CJK UNIFIED IDEOGRAPH-4E00')", "u.lookup('HANGUL SYLLABLE GAG')", "u.lookup('LATIN SMALL LETTER GHA')", "u.lookup('HANGUL SYLLABLE gag')", "u.UCD()", "u.decimal(u'a', None)", "u.numeric(u'a', 1, 2)", "u.name(u'')", "u.lookup('LATIN-SMALL-LETTER-A')"]:
    try:
        print s, repr(eval(s))
    except Exception as e:
        print s, type(e).__name__, e
