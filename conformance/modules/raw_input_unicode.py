# raw_input takes what sys.stdin reads, unicode too.
import StringIO
import io
import sys


class Reader(object):
    def __init__(self, line):
        self.line = line

    def readline(self, *args):
        print args,
        return self.line


def attempt(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e


stdin = sys.stdin
for source in (io.StringIO(u'1+1\nzwei \n\n\xe9'), StringIO.StringIO(u'a\n\u20ac'), io.BytesIO('r\ns')):
    sys.stdin = source
    for i in range(5):
        attempt(raw_input)
    source.seek(0)
    attempt(input)
for line in ('', u'', 'x', u'x', u'\xe9\n', u'\u20ac\n\n', u'\n', 3, None, bytearray('x'), ['a']):
    sys.stdin = Reader(line)
    attempt(raw_input)
sys.stdin = stdin
