# unicodedata: every query over odd characters and wrong arguments; names, lookups, normal forms.
import unicodedata as u
def t(f, *a, **k):
    try: return repr(f(*a, **k))
    except Exception as e: return '%s %s' % (type(e).__name__, e)
chars = [u'a', u'1', u'\xbd', u'\u0660', u'\u2155', u'\u4e00', u'\u4e09', u'\uac00', u'\ud7a3', u'\ud800', u'\ue000', u'\uffff', u'\u0378', u'\u0301', u'\u0300', u'\u1100', u'\u212b', u'\ufb01', u'\u2126', u'\x00', u'\n', u'\u05d0', u'(', u'\u2215', u'\u3000', u'\uff21', u'\U0001d400', u'\U00010400', u'\U0002f800', u'\U0010ffff', u'\u0e33', u'\u1e9e', u'\xb2', u'\u2460', u'\u137c', u'\u3007', u'\u00b5', u'\u0f3b', u'\u202e', u'\uff9e']
fs = ('name', 'category', 'bidirectional', 'combining', 'mirrored', 'decomposition', 'east_asian_width', 'decimal', 'digit', 'numeric')
for c in chars: print repr(c), [t(getattr(u, n), c) for n in fs]
for n in fs:
    f = getattr(u, n)
    for a in ((), (u'',), (u'ab',), ('a',), (5,), (None,), (u'a', 'default'), (u'\u0378', None), (u'a', 1, 2), ([],)): print n, a, t(f, *a)
for n in ('LATIN SMALL LETTER A', 'latin small letter a', 'HANGUL SYLLABLE GAG', 'CJK UNIFIED IDEOGRAPH-4E00', 'CJK UNIFIED IDEOGRAPH-4e00', 'CJK UNIFIED IDEOGRAPH-FFFF', 'HANGUL SYLLABLE GAGG', 'HANGUL SYLLABLE ', 'NO SUCH', '', 'NULL', ' SPACE', 'SPACE', 'LATIN  SMALL LETTER A', u'DIGIT ONE', u'\xe9', 5, None, 'x' * 500, 'MATHEMATICAL BOLD CAPITAL A', 'LATIN SMALL LETTER A\0'): print repr(n)[:40], t(u.lookup, n)
forms = ('NFC', 'NFD', 'NFKC', 'NFKD')
for s in (u'', u'a', u'\xe9', u'e\u0301', u'\u212b', u'\ufb01', u'\uac00', u'\u1100\u1161', u'\u1100\u1161\u11a8', u'\uac00\u11a8', u'a\u0301\u0327', u'a\u0327\u0301', u'\u0344', u'\u1e9b\u0323', u'\u0958', u'\u2adc', u'\ud800', u'\U0001d15e', u'\u0315\u0300\u05ae\u0300', u'q\u0307\u0323', u'\u03d3', u'\xb2\xbd', u'\u3392', u'\u0b47\u0b56\u0b3e', u'\u1b06', u'\u0041\u030a'): print repr(s), [u.normalize(f, s) for f in forms]
for a in ((), ('NFC',), ('nfc', u'a'), ('XXX', u'a'), (5, u'a'), ('NFC', 'a'), ('NFC', 5), ('', u''), ('XXX', u''), ('NFC', u'a', 1), (u'NFC', u'a')): print a, t(u.normalize, *a)
print u.unidata_version, u.ucd_3_2_0.unidata_version, type(u.ucd_3_2_0), [n for n in dir(u.ucd_3_2_0) if n[0] != '_']
old = u.ucd_3_2_0
for c in (u'\u0220', u'\u0221', u'\u0234', u'\u1d00', u'\u20b1', u'\ufa30', u'\U0002f868', u'\u4dc0', u'a', u'\u2047'): print repr(c), t(old.name, c), old.category(c), old.bidirectional(c), t(old.numeric, c, None), old.decomposition(c), old.normalize('NFD', c) == u.normalize('NFD', c), old.mirrored(c), old.combining(c), old.east_asian_width(c)
print t(old.lookup, 'LATIN CAPITAL LETTER AE'), t(old.name, u''), t(type(old)), t(setattr, old, 'x', 1), t(old.normalize, 'NFKC', u'\ufb01')
import hashlib
h = hashlib.md5()
for i in range(0, 0x3000, 7): c = unichr(i); h.update('%s%s%d%d%s%s' % (u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.decomposition(c), u.name(c, '')))
print h.hexdigest()
