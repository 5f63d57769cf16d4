# New-style special methods that return the wrong type, at the borders, or raise: through builtins, operators, statements and formatting.
import operator, math
def t(f, *a):
    try:
        r = repr(f(*a)); print r.split(' at 0x')[0],
    except Exception as e:
        print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
class IntS(int):
    def __repr__(self): return 'IntS'
class StrS(str):
    def __repr__(self): return 'StrS'
class FloatS(float):
    def __repr__(self): return 'FloatS'
def mk(name, r, base=object):
    def m(self, *a):
        if isinstance(r, Exception): raise r
        return r
    return type('X', (base,), {name: m})()
results = [1, -1, 0, 2**31, 2**63, -2**63, -2**63 - 1, 2**70, 5L, True, 2.5, float('nan'), 'a', u'a', u'\xe9', '', None, NotImplemented, [], (1, 2), iter([]), IntS(3), StrS('s'), FloatS(1.5), KeyError('k'), object]
uses = [('__len__', len), ('__len__', bool), ('__nonzero__', bool), ('__nonzero__', lambda o: 1 if o else 2), ('__nonzero__', operator.not_), ('__hash__', hash), ('__hash__', lambda o: len({o: 1})), ('__int__', int), ('__long__', long), ('__long__', int), ('__trunc__', int), ('__trunc__', math.trunc), ('__float__', float), ('__float__', math.sqrt), ('__complex__', complex), ('__float__', complex), ('__hex__', hex), ('__oct__', oct), ('__index__', operator.index), ('__index__', lambda o: [1, 2, 3][o]), ('__index__', lambda o: 'abc'[o:]), ('__index__', lambda o: bin(o)), ('__index__', hex), ('__index__', lambda o: 'ab' * o if 0 else range(3)[:o]), ('__str__', str), ('__str__', lambda o: '%s' % o), ('__str__', lambda o: '%5s' % (o,)), ('__str__', unicode), ('__str__', lambda o: u'%s' % o), ('__repr__', repr), ('__repr__', str), ('__repr__', lambda o: '%r' % o), ('__repr__', lambda o: u'%r' % (o,)), ('__repr__', lambda o: repr([o])), ('__repr__', lambda o: `o`), ('__unicode__', unicode), ('__unicode__', lambda o: u'%s' % o), ('__unicode__', lambda o: u'' .join([unicode(o)])), ('__format__', format), ('__format__', lambda o: '{:x}'.format(o)), ('__format__', lambda o: u'{}'.format(o)), ('__iter__', iter), ('__iter__', list), ('next', lambda o: 0), ('__contains__', lambda o: 1 in o), ('__contains__', lambda o: 1 not in o), ('__cmp__', lambda o: o == 1), ('__cmp__', lambda o: o < 1), ('__cmp__', lambda o: cmp(o, 1)), ('__cmp__', lambda o: sorted([o, 1]) and 1), ('__eq__', lambda o: o == 1), ('__eq__', lambda o: o in [1]), ('__eq__', lambda o: [o] == [1]), ('__lt__', lambda o: o < 1), ('__lt__', lambda o: sorted([1, o]) and 1), ('__lt__', lambda o: min(1, o) is o), ('__ne__', lambda o: o != 1), ('__ne__', lambda o: o == 1 and 0), ('__coerce__', lambda o: coerce(o, 1)), ('__coerce__', lambda o: o + 1), ('__add__', lambda o: o + 1), ('__radd__', lambda o: 1 + o), ('__neg__', operator.neg), ('__divmod__', lambda o: divmod(o, 1)), ('__pow__', lambda o: pow(o, 1, 2)), ('__dir__', dir), ('__reversed__', reversed), ('__instancecheck__', lambda o: isinstance(1, o)), ('__subclasscheck__', lambda o: issubclass(int, o)), ('__sizeof__', lambda o: type(__import__('sys').getsizeof(o)).__name__), ('__getattribute__', lambda o: o.foo), ('__getattr__', lambda o: o.foo), ('__getattr__', lambda o: hasattr(o, 'foo')), ('__call__', lambda o: o(1)), ('__enter__', lambda o: 0), ('__getitem__', lambda o: o['k']), ('__missing__', lambda o: 0), ('__abs__', abs), ('__invert__', operator.inv), ('__iadd__', lambda o: operator.iadd(o, 1)), ('__getslice__', lambda o: o[1:2])]
for name, f in uses:
    print name,
    for r in results:
        if name == '__cmp__' and r is NotImplemented: continue
        if name == '__sizeof__' and not (type(r) is int and r < 2**40): continue
        t(f, mk(name, r))
    print
for base in (int, long, float, str, unicode, list, tuple, dict, set):
    print base.__name__,
    for name, f in [('__len__', len), ('__len__', bool), ('__nonzero__', bool), ('__int__', int), ('__float__', float), ('__index__', operator.index), ('__str__', str), ('__repr__', repr), ('__unicode__', unicode), ('__hash__', hash), ('__iter__', list), ('__contains__', lambda o: 1 in o), ('__eq__', lambda o: o == 1), ('__add__', lambda o: o + o), ('__format__', format), ('__long__', long), ('__complex__', complex), ('__trunc__', math.trunc), ('__coerce__', lambda o: coerce(o, 1)), ('__cmp__', lambda o: cmp(o, 5)), ('__hex__', hex), ('__getitem__', lambda o: o[0]), ('__mod__', lambda o: o % 3)]:
        for r in (7, 'r', None): 
            if name in ('__hash__',) and r != 7: pass
            t(f, mk(name, r, base))
    print
class NewR(object):
    def __new__(c): return 5
    def __init__(self): print 'never'
class InitR(object):
    def __init__(self): return 5
class InitN(object):
    def __init__(self): return NotImplemented
class DelR(object):
    def __delitem__(self, k): return 5
    def __setitem__(self, k, v): return 5
    def __setattr__(self, k, v): return 5
t(NewR); t(InitR); t(InitN); d = DelR(); d[1] = 2; del d[1]; d.x = 1; print d.__dict__
