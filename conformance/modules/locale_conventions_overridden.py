# locale: numbers and money by conventions of one's own, grouping, parsing back, names and aliases, comparison in the C locale.
import locale
import os

for name in ('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE', 'LC_NUMERIC'):
    os.environ.pop(name, None)
locale.setlocale(locale.LC_ALL, 'C')


def attempt(f, *args, **kwargs):
    try:
        return repr(f(*args, **kwargs))
    except Exception as e:
        return '%s %s' % (type(e).__name__, e)


C = {'decimal_point': '.', 'thousands_sep': '', 'grouping': [], 'mon_grouping': [], 'mon_decimal_point': '', 'mon_thousands_sep': '', 'currency_symbol': '', 'int_curr_symbol': '',
     'positive_sign': '', 'negative_sign': '', 'frac_digits': 127, 'int_frac_digits': 127, 'p_cs_precedes': 127, 'n_cs_precedes': 127, 'p_sep_by_space': 127, 'n_sep_by_space': 127, 'p_sign_posn': 127, 'n_sign_posn': 127}
print sorted(locale.localeconv().items()) == sorted(C.items())


def conventions(**changes):
    d = dict(C)
    d.update(changes)
    locale._override_localeconv = d
    locale.localeconv = lambda: dict(d)


English = dict(thousands_sep=',', grouping=[3, 3, 0])
German = dict(decimal_point=',', thousands_sep='.', grouping=[3, 0])
Indian = dict(thousands_sep=',', grouping=[3, 2, 0])
Stopped = dict(thousands_sep="'", grouping=[3, locale.CHAR_MAX])
Odd = dict(thousands_sep='--', grouping=[1, 2, 3, 0], decimal_point='::')
Spaced = dict(thousands_sep=' ', grouping=[3, 0], decimal_point=',')
for c in (C, English, German, Indian, Stopped, Odd, Spaced):
    conventions(**c)
    print sorted((k, v) for k, v in c.items() if c is not C)
    for value in (0, 5, 123, 1234, 1234567, 12345678901234567890, -1234, -123456.789, 1e10, 1234.5, 0.5):
        print [locale.format(f, value, grouping) for f in ('%d', '%.2f', '%12.1f', '%-12d', '%+.0f', '%e', '%010d', '%s') for grouping in (0, 1)]
    print [attempt(locale.atof, s) for s in ('1,234.5', '1.234,5', '1234', '12,34,567.25', "1'234", '1::5', '', 'x', '1 234,5')]
    print [attempt(locale.atoi, s) for s in ('1,234', '1.234', '-5', '', '1.5', "1'000'000")]
    print locale.str(1234.5), locale.str(-0.1), locale.str(1e30)
    print attempt(locale.format_string, 'a %d b %.2f c %s d %% %5d', (1234567, 1234.5, 'x', 42), True), attempt(locale.format_string, '%(a)d %(b)s', {'a': 123456, 'b': 5}, True), attempt(locale.format_string, '%*d|%.*f', (9, 12345, 2, 1234.567), True)
    print attempt(locale.format, '%d %d', (1, 2)), attempt(locale.format, 'x%d', 1), attempt(locale.format, '%d', 'x'), attempt(locale.format, '%d', 5, False, False, 1), attempt(locale.format, '', 5), attempt(locale.format, '%%', ()), attempt(locale.format_string, '%d', 'x'), attempt(locale.format_string, '%d %d', 1)

# Money: where signs and symbols stand.
money = dict(frac_digits=2, int_frac_digits=3, currency_symbol='$', int_curr_symbol='USD ', mon_decimal_point='.', mon_thousands_sep=',', mon_grouping=[3, 3, 0], positive_sign='', negative_sign='-')
print attempt(locale.currency, 5)
for precedes in (0, 1):
    for space in (0, 1, 2):
        row = []
        for position in (0, 1, 2, 3, 4, locale.CHAR_MAX):
            conventions(p_cs_precedes=precedes, n_cs_precedes=1 - precedes, p_sep_by_space=space, n_sep_by_space=space, p_sign_posn=position, n_sign_posn=position, **money)
            row.append([attempt(locale.currency, 1234.567), attempt(locale.currency, -1234.567, True, True), attempt(locale.currency, 0.5, False), attempt(locale.currency, 12, True, False, True), attempt(locale.currency, -99999999, True, True, True)])
        print precedes, space, row
conventions(positive_sign='+', p_sign_posn=1, n_sign_posn=0, p_cs_precedes=1, n_cs_precedes=1, p_sep_by_space=1, n_sep_by_space=0, frac_digits=0, int_frac_digits=2, currency_symbol=u'\u20ac', int_curr_symbol='EUR ', mon_decimal_point=',', mon_thousands_sep='.', mon_grouping=[3, 0])
print attempt(locale.currency, 1234.5, True, True), attempt(locale.currency, -0.4), attempt(locale.currency, 'x'), attempt(locale.currency, None), attempt(locale.currency)

# The number format 'n' asks the C library, not these.
print format(1234567, 'n'), format(1234.5, 'n'), '{:n}'.format(10 ** 20), '{:08n}'.format(42)

# Names of locales.
for name in ('en', 'en_US', 'en_us.utf8', 'EN_US.UTF-8', 'de_DE@euro', 'de.iso885915', 'fr_FR.ISO8859-1@euro', 'C', 'POSIX', 'c.utf8', 'xx_YY', '', 'en_US.', 'ja', 'ja_JP.SJIS', 'sr@latin', 'zh_TW.big5', 'english', 'german', 'en_US.UTF-8@x', 'pt_br', 'no.nothing'):
    print name, locale.normalize(name), attempt(locale._parse_localename, locale.normalize(name))
for pair in (('en_US', 'UTF-8'), (None, None), ('de', None), (None, 'utf8'), 'x', (1,), ('a', 'b', 'c'), 5):
    print pair, attempt(locale._build_localename, pair)
for v in ('en_US.utf8', 'de_DE', 'nonsense', 'C', 'POSIX', ''):
    os.environ['LC_ALL'] = v
    print v, attempt(locale.getdefaultlocale), attempt(locale.getdefaultlocale, ('LC_NUMERIC', 'LC_ALL')), attempt(locale.getdefaultlocale, ())
for category in (locale.LC_ALL, locale.LC_CTYPE, locale.LC_NUMERIC, 99, 'x', None):
    print attempt(locale.getlocale, category), attempt(locale.setlocale, category), attempt(locale.setlocale, category, ('en_XX', 'nope')), attempt(locale.setlocale, category, 5)
del os.environ['LC_ALL']
words = ['b', 'B', 'a', 'A', '_', 'ab', 'a b', 'a-b', '', '\xe9', 'z', '10', '9', 'a\0z']
print sorted(words[:-1], cmp=locale.strcoll), sorted(words[:-1], key=locale.strxfrm) == sorted(words[:-1])
print [locale.strxfrm(w) == w for w in words[:-1]], sorted(map(unicode, words[:9]), cmp=locale.strcoll)
