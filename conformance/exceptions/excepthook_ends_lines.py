# sys.excepthook ends the line that a print statement has begun.
import sys
class Log(object):
    softspace = 0
    def write(self, s): texts.append(s)
texts = []
sys.stderr = Log()
def shown():
    sys.excepthook(ValueError, ValueError(1), None)
    text = ''.join(texts)
    del texts[:]
    return text
print 'x', shown()
print 'y',
print shown()
print 'a', sys.displayhook(5), 'b'
try:
    1/0
except ZeroDivisionError:
    print 'q',
    sys.excepthook(*sys.exc_info())
    print 'r'
print 's',
sys.excepthook(SyntaxError, SyntaxError('a', ('f', 1, 2, 'text')), None)
print 't'
print >>sys.stderr, 'u',
shown()
print >>sys.stderr, 'v'
sys.stdout.write(repr(''.join(texts)) + '\n')
class Broken(object):
    def write(self, s): raise IOError(1)
sys.stdout = Broken()
sys.stdout.softspace = 1
shown()
left = sys.stdout.softspace
sys.stdout = None
shown()
del sys.stdout
shown()
sys.stdout = sys.__stdout__
print left
