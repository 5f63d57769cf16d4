# What print shows of instances of classes that inherit from unicode.
import StringIO
import sys


class Said(unicode):
    def __str__(self):
        return 'str of ' + unicode(self)


class Plain(unicode):
    pass


class Odd(unicode):
    def __str__(self):
        return u'caf\xe9'


for v in Said(u'a'), Plain(u'b'), u'c':
    print v
    print v, v
    print >>sys.stdout, v
    s = StringIO.StringIO()
    print >>s, v
    print repr(s.getvalue())
for v in Odd(u'x'), Plain(u'\xe9'), u'\xe9':
    try:
        print v
    except UnicodeError as e:
        print type(e).__name__, e
