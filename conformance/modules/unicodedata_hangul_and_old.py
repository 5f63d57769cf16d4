# unicodedata: Hangul, names of every kind, normal forms of long and mixed texts, and the database of Unicode 3.2.
import hashlib
import unicodedata as u

old = u.ucd_3_2_0


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s %s' % (type(e).__name__, e)


# Hangul syllables: names, both ways, composed and decomposed, with everything else between.
for c in (u'\uac00', u'\uac01', u'\uac1b', u'\uac1c', u'\ud7a3', u'\ud7a4', u'\uabff', u'\u1100', u'\u1160', u'\u11a8', u'\u3131', u'\uffa1', u'\u115f'):
    name = attempt(u.name, c)
    print repr(c), name, attempt(u.lookup, name) == c, repr(u.decomposition(c)), repr(u.normalize('NFD', c)), repr(u.normalize('NFKD', c)), u.east_asian_width(c), u.category(c), attempt(old.name, c)
for name in ('HANGUL SYLLABLE GA', 'HANGUL SYLLABLE GGWALGS', 'HANGUL SYLLABLE A', 'HANGUL SYLLABLE HIH', 'hangul syllable han', 'HANGUL SYLLABLE G', 'HANGUL SYLLABLE GAX', 'HANGUL SYLLABLE  GA', 'HANGUL SYLLABLE GA ',
             'HANGUL SYLLABLE', 'HANGUL CHOSEONG KIYEOK', 'HANGUL SYLLABLE GYAENJ'):
    print name, repr(attempt(u.lookup, name)), repr(attempt(old.lookup, name))
h = hashlib.md5()
for i in range(0xac00, 0xd7a4, 11):
    c = unichr(i)
    d = u.normalize('NFD', c)
    h.update('%s %r %d' % (u.name(c), d, u.normalize('NFC', d) == c == u.lookup(u.name(c))))
print h.hexdigest()
jamo = [u'\u1100', u'\u1112', u'\u1161', u'\u1175', u'\u11a8', u'\u11c2', u'\u11a7', u'\uac00', u'\uac01', u'\u0301', u'a', u'\u1113', u'\u1176', u'\u11c3']
for a in jamo:
    print ' '.join(repr(u.normalize('NFC', a + b))[2:-1] for b in jamo)

# Ideographs: names by number, those at the edges of the ranges, digits among them.
for c in (u'\u3400', u'\u4db5', u'\u4db6', u'\u4e00', u'\u9fa5', u'\u9fbb', u'\u9fbc', u'\u9fc3', u'\u9fc4', u'\u9fcb', u'\u9fcc', u'\uf900', u'\ufa0e', u'\U00020000', u'\U0002a6d6', u'\U0002a6d7', u'\U0002a700', u'\U0002b734', u'\U0002f800'):
    print repr(c), attempt(u.name, c), attempt(old.name, c), attempt(u.numeric, c), attempt(old.numeric, c), u.category(c), old.category(c), u.decomposition(c), u.east_asian_width(c), old.east_asian_width(c)
for name in ('CJK UNIFIED IDEOGRAPH-3400', 'CJK UNIFIED IDEOGRAPH-20000', 'CJK UNIFIED IDEOGRAPH-2A6D6', 'CJK UNIFIED IDEOGRAPH-2A6D7', 'CJK UNIFIED IDEOGRAPH-', 'CJK UNIFIED IDEOGRAPH-4', 'CJK UNIFIED IDEOGRAPH-4E000', 'CJK UNIFIED IDEOGRAPH-04E00',
             'CJK UNIFIED IDEOGRAPH-4E0G', 'cjk unified ideograph-4E00', 'CJK COMPATIBILITY IDEOGRAPH-F900', 'VARIATION SELECTOR-1', 'VARIATION SELECTOR-256', 'TAG SPACE', 'BRAILLE PATTERN DOTS-12345678'):
    print name, repr(attempt(u.lookup, name)), repr(attempt(old.lookup, name))

# Numbers of all kinds.
digits = [unichr(i) for i in range(0x10000) if u.category(unichr(i))[0] == 'N' or u.numeric(unichr(i), None) is not None]
print len(digits), hashlib.md5(repr([(attempt(u.decimal, c), attempt(u.digit, c), attempt(u.numeric, c)) for c in digits])).hexdigest()
print hashlib.md5(repr([(attempt(old.decimal, c), attempt(old.digit, c), attempt(old.numeric, c)) for c in digits])).hexdigest()
for c in (u'0', u'\u0be7', u'\u0f33', u'\u2189', u'\u215f', u'\u3021', u'\u3382', u'\U0001d7d8', u'\U00010107', u'\u4ebf', u'\u5146', u'\u842c', u'\u96f6', u'\u00bc', u'\u2070', u'\u24ea', u'\u2776', u'x'):
    print repr(c), attempt(u.decimal, c), attempt(u.digit, c), attempt(u.numeric, c), u.decimal(c, -1), u.digit(c, -1), u.numeric(c, -1), c.isdecimal(), c.isdigit(), c.isnumeric(), attempt(int, c), attempt(float, c)

# What changed since 3.2, counted.
for f in ('category', 'bidirectional', 'combining', 'mirrored', 'decomposition', 'east_asian_width'):
    new, then = getattr(u, f), getattr(old, f)
    changed = [c for c in map(unichr, range(0, 0x3000)) if new(c) != then(c)]
    print f, len(changed), [(repr(c), new(c), then(c)) for c in changed[::max(1, len(changed) // 6)]][:6]
print len([c for c in map(unichr, range(0, 0x3000)) if u.name(c, None) != old.name(c, None)])
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    changed = [c for c in map(unichr, range(0, 0x10000, 3)) + [unichr(0x2f800 + i) for i in range(0x21e)] if u.normalize(form, c) != old.normalize(form, c)]
    print form, len(changed), map(repr, changed[:8])

# Normal forms: combining marks in every order, long runs, pieces put together, text already normal.
marks = u'\u0301\u0327\u0323\u0307\u0315\u05b0\u064b\u3099\u0345'
h = hashlib.md5()
for base in u'aeo\u0391\u0915\u304b\u1100\xe9':
    for m in marks:
        for n in marks:
            s = base + m + n
            forms = [u.normalize(f, s) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')]
            h.update(repr(forms))
            if u.normalize('NFD', forms[0]) != forms[1] or u.normalize('NFC', forms[1]) != forms[0]:
                print 'not stable', repr(s), forms
print h.hexdigest()
s = u'a' + u'\u0301' * 40 + u'\u0327' * 40
print len(u.normalize('NFC', s)), repr(u.normalize('NFC', s)[:3]), len(u.normalize('NFD', s)), u.normalize('NFD', s)[1] == u'\u0327'
s = u''.join(unichr(i) for i in range(0xa0, 0x180)) * 5
for f in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print f, len(u.normalize(f, s)), hashlib.md5(repr(u.normalize(f, s))).hexdigest(), u.normalize(f, u'plain') == u'plain', u.normalize(f, u'\ufdfa') == u'\ufdfa', len(u.normalize(f, u'\ufdfa'))
for s in (u'\u0344', u'\u0340\u0341', u'\u0374', u'\u037e', u'\u0387', u'\u1f71', u'\u2126\u212a\u212b', u'\u2329', u'\u0958', u'\u09dc', u'\u0b5c', u'\ufb1d', u'\U0001d15e', u'\U0001d1bb', u'\u0f43\u0f73', u'\u0f71\u0f72', u'\u1e0b\u0323', u'\u1e9b\u0323',
          u'\u03b1\u0345\u0301', u'\u03b1\u0301\u0345', u'\u30d5\u309a', u'\uff8a\uff9f', u'\u32a4\u3250', u'\u3300', u'\u01c4', u'\u017f', u'\ud834\udd5e'):
    print repr(s), [repr(u.normalize(f, s)) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')], repr(old.normalize('NFC', s))


class U(unicode):
    pass


print type(u.normalize('NFC', U(u'abc'))), type(u.normalize('NFD', U(u'\xe9'))), u.category(U(u'a')), attempt(u.category, U(u'ab')), type(old.normalize('NFC', U(u'')))
