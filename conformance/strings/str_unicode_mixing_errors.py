# str and unicode together: which side decodes, warnings of unequal comparisons, joins, formats, finds, dict keys and errors midway.
import warnings, sys
def t(f, *a, **k):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: print repr(f(*a, **k)).split(' at 0x')[0],
        except UnicodeError as e: print type(e).__name__, e.args[1:] and (e.encoding, e.object, e.start, e.end, e.reason),
        except Exception as e: print type(e).__name__, e,
        print [(x.category.__name__, str(x.message)) for x in w] or ''
E, U = '\xe9', u'\xe9'
ops = [lambda a, b: a + b, lambda a, b: a == b, lambda a, b: a != b, lambda a, b: a < b, cmp, lambda a, b: a in b, lambda a, b: a % b, lambda a, b: a.join([b, b]), lambda a, b: a.find(b), lambda a, b: a.replace(b, b), lambda a, b: a.split(b), lambda a, b: a.startswith(b), lambda a, b: a.endswith((b,)), lambda a, b: a.strip(b), lambda a, b: a.count(b), lambda a, b: a.partition(b), lambda a, b: a.rsplit(b, 1), lambda a, b: a.center(5, b), lambda a, b: a.index(b), lambda a, b: a.format(b), lambda a, b: {a: 1}.get(b), lambda a, b: a in [b], lambda a, b: [a].count(b), lambda a, b: set([a]) == set([b]), lambda a, b: (a,) == (b,), lambda a, b: hash(a) == hash(b), lambda a, b: a.rpartition(b), lambda a, b: a.expandtabs(1) + b, lambda a, b: '%s' % a + b, lambda a, b: u'%s' % a == b, lambda a, b: '{0}{1}'.format(a, b), lambda a, b: u'{0}{1}'.format(a, b), lambda a, b: '%s%s' % (a, b), lambda a, b: '%r%s' % (a, b), lambda a, b: ''.join([a, b]), lambda a, b: ''.join(['x', a, b]), lambda a, b: a.translate({233: b}) if isinstance(a, unicode) else a.translate(None, b)]
for i, f in enumerate(ops):
    for a, b in ((E, U), (U, E), ('x', U), (U, 'x'), ('x', u'x'), (E, u'x'), (u'x', E)):
        print i,; t(f, a, b)
t(unicode, E); t(unicode, E, 'latin-1'); t(unicode, U, 'latin-1'); t(unicode, E, 'ascii', 'replace'); t(unicode, E, 'ascii', 'ignore'); t(unicode, 5); t(unicode, 5, 'ascii'); t(str, U); t(U.encode); t(E.decode); t(E.encode, 'utf8'); t(U.decode, 'utf8'); t(unicode, bytearray(E)); t(unicode, buffer('ab')); t(unicode, bytearray('ab'), 'ascii'); t(unicode, None, 'ascii'); t(unicode, 'x', 'nosuch'); t(unicode, 'x', 'hex'); t(unicode, 'x', errors='bad'); t(unicode, E, errors='bad'); t(unicode, string='x'); t(unicode, encoding='ascii')
class S(object):
    def __str__(s): return U
class S2(object):
    def __str__(s): return u'ok'
class Un(object):
    def __unicode__(s): return E
class Un2(object):
    def __unicode__(s): return 'asc'
    def __str__(s): return 'strstr'
class Un3(object):
    def __unicode__(s): return 5
class Re(object):
    def __repr__(s): return U
class Su(str):
    def __unicode__(s): return u'from su'
    def __str__(s): return 'str su'
class Uu(unicode):
    def __str__(s): return 'str uu'
    def __unicode__(s): return u'uni uu'
for o in (S(), S2(), Un(), Un2(), Un3(), Re(), Su('x'), Uu(u'y')):
    t(str, o); t(unicode, o); t(repr, o) if not isinstance(o, (S, S2, Un, Un2, Un3)) else None; t(lambda: '%s' % o) if not isinstance(o, (Un, Un3)) else None; t(lambda: u'%s' % o); t(lambda: '{0}'.format(o)) if not isinstance(o, (Un, Un3)) else None; t(lambda: u'{0}'.format(o)) if not isinstance(o, (Un, Un3)) else None; t(lambda: u'x'.join([o])); t(lambda: 'a' + o); t(lambda: '%s%s' % (o, u'u')) if not isinstance(o, (Un, Un3)) else None; t(lambda: '%r' % o) if isinstance(o, (Re, Su, Uu)) else None
d = {u'a': 1}; d['a'] = 2; print d, {'a': 1, u'a': 2}, d.has_key('a'), 'a' in d; t(lambda: {E: 1, U: 2} and len({E: 1, U: 2})); t(lambda: getattr(5, u'\xe9')); t(lambda: int(u'\u0661')); t(lambda: float(u'\u0661.5')); t(lambda: long(U)); t(lambda: int(E)); t(lambda: complex(u'1\u0660j')); t(lambda: ord(u'\U00010000')); t(lambda: ord('ab')); t(unichr, 0x110000); t(unichr, -1); t(chr, 256); t(lambda: u'\U0010ffff'.encode('utf-16-le')); t(lambda: '\xff\xfe'.decode('utf8')); t(lambda: '\xed\xa0\x80'.decode('utf8')); t(lambda: u'\ud800'.encode('utf8'))
