# Runs of characters that an encoding does not have, by every error handler; checksums that go on.
import binascii, zlib
for s in '', 'a', 'hello'*300:
    for st in 0, 1, -5, 2**32-1, 12345:
        print binascii.crc32(s, st), binascii.crc32(s), zlib.crc32(s)
u=u'a\xe9\u1234\U00012345\ud800x\ud800\udc00\udc00'
for enc in 'ascii','latin-1','cp1252','utf-8','utf-16','unicode_escape','raw_unicode_escape','utf-7','gbk','shift_jis','rot13','koi8-r':
    for h in 'ignore','replace','xmlcharrefreplace','backslashreplace','strict':
        for x in u, u*3, u[1:], u'\u1234'*5, u'abc', u'\xe9a'*4, u'\ud800', u'\udc00\ud800':
            try: print enc, h, repr(x.encode(enc,h))
            except Exception as e: print enc, h, type(e).__name__, str(e)
print repr(u), repr(u'\'"\\\n\x7f\x80\xff'), repr(u"'"), u.encode('unicode_escape')
import json
print json.dumps(u), json.dumps(u'\x00\x1f"\\/\x7f\x80')
