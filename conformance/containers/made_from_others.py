# Calls with * and **, zip, sets made from sets, % with plain directives: what comes out, in which order.
import sys
def f(*a, **k): return a, sorted(k.items())
print f(*(1,2)), f(1, *[2,3]), f(*(), **{}), f(1, **{'a': 2}), f(*(1,), **{'b': 1, 'c': 2}), f(*xrange(3)), f(x=1, **{'y': 2})
print f(*range(20)), f(*range(15), **dict(a=1, b=2))
class D(dict): pass
print f(**D(a=1))
try: f(**{1: 2})
except TypeError, e: print e
try: f(*3)
except TypeError, e: print e
print zip([1,2,3],'ab'), zip(), zip([1]), zip([],[1])
a = set(range(50)); b = frozenset(range(25, 75))
print list(a | b), list(a & b), list(a - b), list(a ^ b), list(b - a), list(set(a)), list(a.union(b)), list(a.difference(range(3)))
a = set(['x%d' % i for i in range(40)]); b = set(['x%d' % i for i in range(20, 60)]); a.discard('x3'); a.remove('x30'); a.add('q')
print list(a | b), list(a & b), list(a - b), list(a.copy()), list(set(a)), list(a ^ b), list(frozenset(a))
e = set(); e.add(1); e.discard(1); e |= a; print list(e)
print 'hello'.translate(None, 'l'), 'hello'.replace('l', 'L'), 'hello'.replace('l', 'L', 1), 'hello'.replace('z', 'y'), u'hello'.replace(u'l', u'L'), 'aaa'.replace('a','b',3), ''.replace('a','b')
print 'abc'.translate(''.join(chr((i+1)%256) for i in range(256))), 'abc'.translate(''.join(chr((i+1)%256) for i in range(256)), 'b')
print '%d %s' % (1, 'x'), '%s' % 'a', '%s' % 5, '%s %%' % True, '%d' % True, '%s' % u'x', '%d' % 1.5, '%(a)d %(a)s' % {'a': 5}, '%s' % ('x',), u'%s' % 'y', '%s' % [1]
for t in ('%s %s' , '%d'):
    try: print t % (1,)
    except TypeError, e: print e
try: print '%d' % (1, 2)
except TypeError, e: print e
try: print '%s' % ()
except TypeError, e: print e
print sorted(['abcdefghi', 'abcdefgh', 'abcdefghj', 'abc', 'b', '', '\xff' * 9, 'abcdefgh\x00']), 
class I(int):
    def __str__(self): return 'I!'
    def __repr__(self): return 'IR'
print '%s %d %r' % (I(3), I(3), I(3))
