# The print statement: items, trailing commas, destinations.
import sys


class Recorder(object):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


class Shown(object):
    def __str__(self):
        return 'str!'

    def __repr__(self):
        return 'repr!'


print
print 1, 2.5, 'three', u'four', None, [1, 'x'], (2,), {}
print (1, 2)
print ('just one')
print (1), (2)
print 'no newline',
print 'then one'
print Shown(), [Shown()], (Shown(),)
print "a\n",
print "b"
print "tab\t",
print "after tab"
print >>sys.stdout, 'to stdout', 1,
print >>sys.stdout
print >>None, 'None means stdout'
print 'x' 'y', "z"

r = Recorder()
print >>r, 1, 'two', 3.0,
print >>r, 'next'
print >>r
print >>r, 'line\n',
print >>r, 'after'
print r.parts
print r.softspace

print >>r, u'\xe9'.encode('utf-8') == '\xc3\xa9'
print r.parts[-2:]

for i in range(3):
    print i,
print
print -1, +2, ~3, not 4
print 1 if 0 else 2, (lambda: 0 is None or 1)()
print `1` + `'q'`
try:
    print >>3, 'x'
except AttributeError as e:
    print e
sys.stdout.write('direct\n')
print 'end'
