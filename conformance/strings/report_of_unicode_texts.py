# Text processing over unicode: word counts, wrapping by display width, case folding, normal forms, transliteration by
# translate tables, sorting by keys, encodings in and out with every handler, and columns of mixed scripts.
# -*- coding: utf-8 -*-
import unicodedata, codecs, re, textwrap
from collections import defaultdict
TEXT = u'The quick br\xf6wn f\xf6x \u2014 \xabna\xefve\xbb \u0438 \u0411\u044b\u0441\u0442\u0440\u0430\u044f \u043b\u0438\u0441\u0430, \u65e5\u672c\u8a9e\u306e\u6587\u5b57! Stra\xdfe STRASSE \u0130stanbul \ufb01ne e\u0301t\xe9 \u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2'
words = re.findall(ur'\w+', TEXT, re.U); print len(words), [w.encode('unicode_escape') for w in words[:6]], len(re.findall(r'\w+', TEXT))
def width(s): return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in s)
def pad(s, n, fill=u'.'): return s + fill * (n - width(s))
def wrap(text, n):
    line = u''
    for w in text.split():
        if line and width(line) + 1 + width(w) > n: yield line; line = w
        else: line = line and line + u' ' + w or w
    yield line
for l in wrap(TEXT, 24): print repr(pad(l, 24)), width(l), len(l)
stats = defaultdict(int)
for c in TEXT: stats[unicodedata.category(c)] += 1
print sorted(stats.items())
for form in 'NFC NFD NFKC NFKD'.split():
    n = unicodedata.normalize(form, TEXT); print form, len(n), sum(map(ord, n)), u'\xe9' in n, n.count(u'\u0301'), u'fine' in n
def strip(s): return u''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c))
print repr(strip(TEXT[:40])), strip(u'\xc5ngstr\xf6m \u1ea4').encode('ascii', 'replace')
for w in (u'Stra\xdfe', u'\u0130I\u0131i', u'\u01c5\u01c4', u'\u03a3\u03c2\u03c3', u'\ufb03', u'\u0149', u'a\u0345', u'\u2167\u24d0'):
    print [f(w).encode('unicode_escape') for f in (unicode.upper, unicode.lower, unicode.title, unicode.swapcase, unicode.capitalize)], w.istitle(), w.isupper(), w.islower(), w.isalpha()
table = dict(zip(map(ord, u'\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437'), [u'a', u'b', u'v', u'g', u'd', u'e', u'zh', 122])); table[ord(u'!')] = None; table[ord(u'-')] = u'\u2014'
print repr(u'\u0436\u0430\u0431\u0430 - \u0432\u0435\u0437\u0434\u0435!'.translate(table)), repr('dir'.decode('ascii').translate({ord('d'): u'', ord('i'): 73}))
names = [u'Zo\xeb', u'zoe', u'\xc5sa', u'Asa', u'\xe9mile', u'Emile', u'\u0416\u0435\u043d\u044f', u'10', u'9', u'\u0663']
print [n.encode('utf-8') for n in sorted(names)]; print [n.encode('utf-8') for n in sorted(names, key=lambda n: (strip(n).lower(), n))]
print [n.encode('utf-8') for n in sorted(names, cmp=lambda a, b: cmp(len(a), len(b)) or cmp(b, a))]
for enc in ('ascii', 'latin-1', 'cp1251', 'iso8859-7', 'utf-16-le', 'utf-7', 'shift_jis', 'koi8-r'):
    s = TEXT[:60]
    for h in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace'):
        b = s.encode(enc, h); print enc, h, len(b), sum(map(ord, b)) % 9973,
    try: s.encode(enc); print 'all'
    except UnicodeEncodeError, e: print e.encoding, e.start, e.end, repr(e.object[e.start:e.end]), e.reason
for raw in ('caf\xc3\xa9', 'caf\xe9', '\xff\xfea\x00', '\xef\xbb\xbfbom', '\x93q\x94', '\xe6\x97', '\xed\xa0\x80', '\xf4\x90\x80\x80', 'a\xc0\xafb'):
    print repr(raw), [repr(raw.decode(e, 'replace')) for e in ('utf-8', 'cp1252', 'utf-8-sig', 'utf-16')], repr(raw.decode('utf-8', 'ignore'))
digits = u'\u0663\u0664 \uff15 \xb2 \u2155 \u4e09'
print [(unicodedata.digit(c, None), unicodedata.decimal(c, None), unicodedata.numeric(c, None), c.isdigit(), c.isdecimal(), c.isnumeric()) for c in digits if c != ' '], int(u'\u0663\u0664'), float(u'\uff15.\u0665')
for bad in (u'\xb2', u'\u2155', u'\u4e09'):
    try: int(bad)
    except (ValueError, UnicodeError), e: print type(e).__name__, str(e).encode('unicode_escape')
print [s.encode('utf-8') for s in textwrap.wrap(u'na\xefve \xe9t\xe9 ' * 4, 14)], u'\u3000a\u2003b\xa0c\x85d\u2028e'.split(), u'a\u2028b\x85c\x1cd\r\ne'.splitlines(True)
print u'%-8s|%8s|%.2s|%c|%r' % (u'\xe9', u'\u65e5', u'\u65e5\u672c\u8a9e', u'\u20ac', u'\u20ac') == u'\xe9       |       \u65e5|\u65e5\u672c|\u20ac|u\'\\u20ac\'', repr(u'{0:\xb7^7}|{1!r:>10}'.format(u'\xe9', u'\xe9')), repr(u'\xe9'.center(5, u'\u2022')), repr(u'\u0e01'.zfill(3)), repr(u'a\tb\xe9\tc'.expandtabs(4))
try: '%s %s' % ('\xe9', u'\xe9')
except UnicodeDecodeError, e: print e
print u'\U0001F600'.encode('utf-8').encode('hex'), len(u'\U0001F600'), repr(u'\U0001F600x'[::-1]), unicodedata.name(u'\u20ac'), unicodedata.lookup('GREEK SMALL LETTER ALPHA').encode('utf-8'), unicodedata.mirrored(u'('), unicodedata.bidirectional(u'\u05d0'), unicodedata.decomposition(u'\ufb01')
