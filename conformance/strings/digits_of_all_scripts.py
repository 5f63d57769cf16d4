# Widths and precisions of unicode format specifications in the digits of any script; %c with what is no single character;
# the codec unicode_internal leaves bytes and text that are what it makes as they are.
def attempt(f, *args):
    try:
        print repr(f(*args)),
    except Exception as e:
        print type(e).__name__, e,


for v in (u'ab', 'ab', 1, 1.5, 2L, 2j, None, [], u'\xe9'):
    print repr(v)
    for spec in (u'\u0663', u'0\u0663', u'.\u0661', u'<\u0663', u'\u0663s', u'\u0661\u0660', u'\u0663d', u'\xe9<5', u'\u0663.\u0662', u'5\u0663', u'\xb2',
                 u'\u0666<5', u'\u2460', u'1\U0001d7d0'):
        attempt(format, v, spec)
    print
for text in (u'{:\u0663}', u'{0:\u0663}', u'{\u0660}', u'{0[\u0660]}', u'{\xb2}', u'{:{}}', u'{0:.{1}}', u'{0:>{1}}'):
    for args in ((u'ab', 3), ('ab', u'\u0663'), ([1], 3), (5, 3), (2.5, u'\u0664')):
        attempt(text.format, *args)
    print
for text in ('%c', u'%c', '%5c', u'%5c', u'%-5c|', u'%.0c', u'%+c'):
    for v in ('a', u'a', 'ab', u'ab', '', u'', '-\xe9A', '\xe9', u'\xe9', '\xc3\xa9', 65, None, [], u'\U00012345'):
        attempt(lambda: text % v)
    print
for v in ('a', u'a', '\xff', u'\xff', 'a\0\0\0', u'\U00012345', '', u''):
    for errors in ('strict', 'ignore', 'nonsense'):
        attempt(v.encode, 'unicode_internal', errors)
        attempt(v.decode, 'unicode_internal', errors)
    print
