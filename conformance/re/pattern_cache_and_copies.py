# Pattern and match objects as objects: caching, copies, pickles, attributes, subclassing, weak references.
import copy
import pickle
import re
import sys
import weakref

a = re.compile('ab+')
print a is re.compile('ab+'), a is re.compile('ab+', re.I), re.compile(a) is a, a == re.compile(u'ab+'), re.compile(u'ab+').pattern
try:
    re.compile(a, re.I)
except Exception as e:
    print type(e).__name__, e
re.purge()
print a is re.compile('ab+'), hash(a) == hash(a), a == 'ab+'
for f in (copy.copy, copy.deepcopy):
    for x in (a, a.match('ab'), a.scanner('x')):
        try:
            print f.__name__, type(x).__name__, f(x) is x
        except Exception as e:
            print f.__name__, type(x).__name__, type(e).__name__, e
for p in (0, 1, 2):
    r = pickle.loads(pickle.dumps(re.compile('x(?P<n>y)', re.I), p))
    print r.pattern, r.flags, r.groupindex
    try:
        pickle.dumps(a.match('ab'), p)
    except Exception as e:
        print type(e).__name__, str(e).split(':')[0]
print weakref.ref(a)() is a
try:
    weakref.ref(a.match('ab'))
except TypeError as e:
    print e
print type(a).__name__, type(a.match('ab')).__name__, type(a).__module__, callable(a), repr(a)[:11], bool(a.match('ab'))
for f in (lambda: setattr(a, 'flags', 3), lambda: setattr(a, 'x', 3), lambda: a.nope, lambda: a.match('ab').nope, lambda: setattr(a.match('ab'), 'pos', 1), lambda: type(a)(), lambda: type('P', (type(a),), {}), lambda: a.match(), lambda: a.match(3), lambda: a.match('ab', 'x'),
          lambda: a.match(string='ab'), lambda: a.match(pattern='ab').group(), lambda: a.search('ab', pos=1), lambda: a.sub(repl='x', string='ab'), lambda: a.split('cabd', maxsplit=1), lambda: a.findall(), lambda: re.match('a'), lambda: re.compile(None), lambda: re.compile([]), lambda: re.compile('a', 'b'),
          lambda: re.compile('a', 2 ** 40), lambda: re.template('a').pattern, lambda: re.template('a*'), lambda: a.match(u'ab').group(), lambda: a.match(bytearray('ab')).group(), lambda: a.match(memoryview('ab')), lambda: a.match(buffer('ab')).group()):
    try:
        print repr(f()).split(' at 0x')[0]
    except Exception as e:
        print type(e).__name__, e
print sorted(n for n in dir(a) if n[:2] != '__'), sorted(n for n in dir(a.match('ab')) if n[:2] != '__')
print re.error.__mro__[1], re.error('x').args, re.__all__
for i in range(250):
    re.compile('x%d' % i)
print len(re._cache) <= 100
m = re.match('a(?P<z>b)', 'ab')
d = m.groupdict()
d['z'] = 3
print m.groupdict(), m.string, m.re is re.compile('a(?P<z>b)')
sys.stdout.flush()
re.compile('a(b|c)*[d-f]+?\\d$(?<!x)(?P<n>y)(?(1)z|w)', re.DEBUG)
