# softspace: who sets it, who clears it.
import sys


def mixed():
    print 'a',
    sys.stdout.write('b')
    print 'c',
    sys.stdout.write('\n')
    print 'd'


mixed()
print sys.stdout.softspace
print 'x',
soft = sys.stdout.softspace
print
print soft
print 'p',
sys.stdout.softspace = 0
print 'q'
print 'ends with newline\n',
soft = sys.stdout.softspace
print 'next', soft
print 'ends with space ',
soft = sys.stdout.softspace
print 'next', soft
print '',
print '',
print 'two empties before'
print 1,; print 2,; print 3


class File(object):
    softspace = 0

    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text


f = File()
print >>f, 'a',
print >>f, 'b',
print >>f, '\n',
print >>f, 'c'
print repr(f.text)
saved, sys.stdout = sys.stdout, f
print 'captured', 1
print 'also',
sys.stdout = saved
print repr(f.text)
print u'uni\n',
print 'z',
