# Every method of str, unicode and bytearray called with every small combination of odd arguments: types of results and messages.
import hashlib, warnings
warnings.simplefilter('ignore')
vals = [None, 0, -1, 5, True, 2**40, 2**70, 1.5, '', 'a', 'ab', '\xe9', u'', u'a', unichr(233), bytearray('a'), buffer('a'), memoryview('a'), (), ('a',), ('a', u'b'), (1,), ['a'], ['a', u'b'], {}, {'a': 'b'}, object, 'strict', 'utf-8', 'a' * 256]
skip = set(['__class__', '__new__', '__init__', '__reduce__', '__reduce_ex__', '__subclasshook__', '__sizeof__', '__doc__', '__hash__', '__getattribute__', '__setattr__', '__delattr__', '__dir__'])
def call(f, args):
    try:
        r = f(*args)
        if r is NotImplemented: return 'NotImplemented'
        if type(r).__name__ in ('generator', 'iterator') or 'iterator' in type(r).__name__: r = list(r)
        return type(r).__name__ + ' ' + repr(r)[:60]
    except Exception as e:
        return type(e).__name__ + ' ' + str(e)[:100] if not isinstance(e, UnicodeError) else type(e).__name__
for make in (lambda: 'a\xe9b a', lambda: u'a' + unichr(233) + u'b a', lambda: bytearray('a\xe9b a'), lambda: ''):
    cls = type(make())
    for name in sorted(dir(cls)):
        if name in skip or name.startswith('_formatter') or (name.startswith('__') and name not in ('__add__', '__mul__', '__rmul__', '__contains__', '__eq__', '__lt__', '__getitem__', '__getslice__', '__mod__', '__rmod__', '__format__', '__iadd__', '__imul__', '__getnewargs__', '__len__', '__str__', '__repr__', '__setitem__', '__delitem__', '__alloc__')): continue
        if not callable(getattr(cls, name)): continue
        h = hashlib.md5()
        small = []
        combos = [()] + [(v,) for v in vals] + [(v, w) for v in ('a', unichr(233), 1, ('a',)) for w in vals] + [('a', 'b', v) for v in vals[:16]] + [('a', 1, v) for v in vals[:16]] + [('a', 'b', 1, 2)]
        if name in ('encode', 'decode'): combos = combos[:60]
        for args in combos:
            if name in ('__mul__', '__rmul__', '__imul__', 'ljust', 'rjust', 'center', 'zfill', 'expandtabs') and args and args[0] in (2**40, 2**70): continue
            if 2**40 in args and name in ('__setitem__', ): continue
            if name.endswith('partition') and buffer in map(type, args): continue
            r = call(getattr(make(), name), args)
            h.update(r + '\n')
            if len(args) < 2 and len(small) < 12: small.append(r)
        print cls.__name__, name, h.hexdigest()[:8], '; '.join(small)[:700]
