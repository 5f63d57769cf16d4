# exec with and without namespaces.
exec 'a = 1 + 1'
print a
exec 'b = a * 2; c = [b, a]'
print b, c
ns = {}
exec 'x = 5\ndef f(): return x' in ns
print sorted(k for k in ns if k != '__builtins__'), ns['f']()
ns['x'] = 6
print ns['f']()
g, l = {'y': 10}, {}
exec 'z = y + 1\ny = 3' in g, l
print g['y'], sorted(l.items())
exec('t = 1')
print t
exec('u = n', {'n': 3}, ns)
print ns['u']
code = compile('v = 10\nw = v * v', '<made>', 'exec')
exec code
print v, w
exec code in ns
print ns['w']


def local():
    k = 1
    exec 'k = 2; m = 3'
    return k, m


print local()


def local_ns():
    k = 1
    d = {}
    exec 'k = 2' in d
    exec 'k = 3' in d, d
    return k, d['k']


print local_ns()


def reads():
    q = 'local q'
    exec 'r = q.upper()'
    return r


print reads()
exec '''
class Made(object):
    def hello(self):
        return 'hello from %s' % self.__class__.__name__
'''
print Made().hello()
exec 'for i in range(3):\n    print i,\nprint'
exec ''
exec '# only a comment'
exec ('print "chosen"' if True else '')
exec u'print "from unicode"'
exec 'if 1:\n    print "no newline at end"'
for bad in ['1 +', 'x = ', 'print 1\n  print 2', 'def f(:', 'return 1', 'break']:
    try:
        exec bad
    except SyntaxError as e:
        print type(e).__name__, e.msg, e.lineno
try:
    exec 5
except TypeError as e:
    print e
try:
    exec 'pass' in 5
except TypeError as e:
    print e
try:
    exec 'raise ValueError("inside")'
except ValueError as e:
    print e


class Case(dict):
    def __getitem__(self, key):
        print 'lookup', key
        return dict.__getitem__(self, key)


exec 'got = thing' in {}, Case(thing=4)
exec "global gg; gg = 7" in g, l
print g['gg'], 'gg' in l
print '__builtins__' in g, type(ns['__builtins__']).__name__
