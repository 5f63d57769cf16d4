# Calls every method of every builtin type, and every builtin function, with a catalogue of arguments, and prints
# what comes of it: a line a call. `cargo run -p xtask -- catalogue` runs this under CPython and under Pyston.
#
# usage: catalogue.py [type or function ...]
import sys
import __builtin__


class Index(object):
    def __index__(self):
        return 2


class Old:
    pass


class Sub(str):
    pass


ARGS = [
    (),
    (None,), (0,), (1,), (-1,), (3,), (True,), (sys.maxint,), (-sys.maxint - 1,), (2 ** 31,), (2 ** 64,), (-2 ** 70,), (5L,),
    (1.5,), (-0.0,), (float('inf'),), (float('nan'),), (2j,), (complex(1, -1),),
    ('',), ('a',), ('ab',), ('hello',), ('12',), ('\xff',), ('%s',), ('{0}',), ('x' * 256,), (' a b ',), ('0x1p3',), ('utf-8',),
    (u'',), (u'a',), (u'l',), (u'\xe9',), (u'\u1234b',), (u'12',),
    (Sub('l'),), (bytearray('l'),), (buffer('l'),),
    ((),), ((1, 2),), (('a', 'b'),), ([],), ([1, 2],), (['a', u'b'],), ([(1, 2)],), ({},), ({'a': 1},), ({1: 2},), (set([1]),), (frozenset('ab'),),
    (xrange(3),), (slice(1, 2),), (slice(None, None, -1),), (slice(0, 9, 2),), (Index(),), (Old(),), (object,), (int,), (str,), (len,), (Ellipsis,),
    (None, None), (1, 2), ('a', 'b'), ('l', 'L'), ('l', 2), (2, 'l'), (1, 'a'), (u'l', u'L'), ('l', u'L'), (None, 1), (0, None), (5, '*'), (7, u'*'), (Index(), 1), (2, 2 ** 70), ('1', 36), ('z', 36), ('', 0), ({}, 1), ([1], [2]), (int, 5), (1.5, 2), (2, 0.5), (-8, 1.0 / 3), (10 ** 20, 3), (1j, 2),
    ('l', 1, 3), ('l', -3, None), ('l', 'L', 1), (None, None, None), (1, 2, 3), (3, 5, 7), (2, -1, 5), (0, 10, 3), (10, 0, -3), ('a', 1, 'b'), ('l', 1, 9, 9), (1, 2, 3, 4), (1, 2, 3, 4, 5),
]
KEYWORDS = [{'x': 1}, {'key': None}, {'sep': 'a'}, {'encoding': 'ascii'}]
# What is not comparable: addresses, effects outside, input, and how the object itself is stored.
SKIP = set('__reduce__ __reduce_ex__ __sizeof__ __subclasshook__ __init__ __new__ __class__ __doc__ __hash__ __setattr__ __delattr__ __getattribute__ __alloc__'.split())
SKIP_FUNCTIONS = set('copyright credits exit quit help license raw_input input execfile reload __import__ compile dir vars locals globals id intern __debug__ __doc__ __name__ __package__ print open file eval apply hash'.split())
RECEIVERS = {
    'int': [0, 5, -7, sys.maxint, -sys.maxint - 1], 'long': [0L, 5L, -7L, 2 ** 70, -2 ** 64], 'bool': [True, False],
    'float': [0.0, -2.5, 1e300, float('inf'), float('nan')], 'complex': [2j, complex(1.5, -3), complex(float('inf'), 0)],
    'str': ['', 'hello', ' Ab\tc 12\n', '\xe9\x00', '%d {0}'], 'unicode': [u'', u'hello', u' Ab\tc 12\n', u'\xe9\u1234\U00012345', u'%d {0}'],
    'bytearray': ['hello', ''], 'buffer': [buffer('hello')], 'memoryview': ['hello'],
    'list': [[], [3, 1, 2], ['a', u'b', 1.5]], 'tuple': [(), (3, 1, 2), ('a', (u'b', 1))],
    'dict': [{}, {1: 'a', 'b': 2}], 'set': [[], [1, 2, 'a']], 'frozenset': [frozenset(), frozenset([1, 2, 'a'])],
    'xrange': [xrange(0), xrange(5), xrange(7, -3, -2)], 'slice': [slice(None), slice(1, 9, 2)], 'enumerate': ['ab'], 'reversed': ['ab'],
    'object': [None], 'basestring': [], 'type': [int, Index], 'property': [], 'staticmethod': [], 'classmethod': [], 'super': [], 'file': [],
}


def fresh(name, r):
    """A receiver that nobody changed yet."""
    if name in ('list', 'dict'):
        return type(r)(r)
    if name in ('bytearray', 'memoryview', 'set', 'enumerate', 'reversed'):
        t = getattr(__builtin__, name)
        return t(bytearray(r)) if name == 'memoryview' else t(list(r)) if name == 'reversed' else t(r)
    return object() if name == 'object' else r


def without_addresses(s):
    parts = s.split('0x')
    return '0x'.join([parts[0]] + [p.lstrip('0123456789abcdef') if len(p) > 9 and not p[:9].strip('0123456789abcdef') else p for p in parts[1:]])


def show(v, depth=0):
    t = type(v).__name__
    if t in ('listiterator', 'generator', 'memoryview', 'dictionary-keyiterator', 'dictionary-valueiterator', 'dictionary-itemiterator', 'setiterator', 'enumerate', 'reversed', 'rangeiterator', 'iterator', 'tupleiterator', 'listreverseiterator', 'formatteriterator', 'fieldnameiterator', 'bytearray_iterator') and depth < 2:
        items = []
        try:
            for x in v:
                items.append(show(x, depth + 1))
                if len(items) > 20:
                    break
        except Exception as e:
            items.append(type(e).__name__)
        return '%s[%s]' % (t, ', '.join(items))
    r = without_addresses(repr(v))
    return '%s %s' % (t, r if len(r) < 200 else '%s...%d' % (r[:150], len(r)))


def outcome(f, args, kwargs):
    try:
        return show(f(*args, **kwargs))
    except MemoryError:
        return 'MemoryError'
    except Exception as e:
        try:
            return '%s: %s' % (type(e).__name__, without_addresses(str(e)))
        except Exception as e2:
            return '%s: %r' % (type(e).__name__, e.args)


def too_big(what, args):
    """Calls that would make very large objects or take very long."""
    big = [a for a in args if isinstance(a, (int, long)) and abs(a) > 10 ** 6]
    return big and any(w in what for w in ('__mul__', '__rmul__', '__imul__', '__pow__', '__rpow__', '__lshift__', '__rlshift__', 'just', 'center', 'zfill', 'expandtabs', 'pow', 'range', 'bytearray'))


def arguments():
    for args in ARGS:
        yield args, {}
    for kwargs in KEYWORDS:
        yield (), kwargs
        yield ('a',), kwargs


def main():
    wanted = set(sys.argv[1:])
    out = []
    for name in sorted(RECEIVERS):
        t = getattr(__builtin__, name)
        if wanted and name not in wanted:
            continue
        print 'names of', name, ' '.join(n for n in dir(t))
        for args, kwargs in arguments():
            if name not in ('type', 'object', 'file', 'super') and not too_big(name, args):
                print '%s(*%s, **%s) -> %s' % (name, without_addresses(repr(args))[:60], kwargs, outcome(t, args, kwargs))
        for r in RECEIVERS[name]:
            for m in dir(t):
                if m in SKIP:
                    continue
                for args, kwargs in arguments():
                    if too_big(m, args + (r,)):
                        continue
                    x = fresh(name, r)
                    try:
                        f = getattr(x, m)
                    except Exception as e:
                        print '%s %r.%s %s' % (name, r, m, e)
                        break
                    if not hasattr(f, '__call__'):
                        print '%s %r.%s = %s' % (name, r, m, show(f))
                        break
                    result = outcome(f, args, kwargs)
                    after = '' if name not in ('list', 'dict', 'set', 'bytearray') or x == fresh(name, r) else ' now ' + show(x)
                    print '%s %s.%s(*%s, **%s) -> %s%s' % (name, without_addresses(repr(r)), m, without_addresses(repr(args))[:60], kwargs, result, after)
    print 'names of __builtin__', dir(__builtin__)
    for name in dir(__builtin__):
        f = getattr(__builtin__, name)
        if isinstance(f, type) or name in SKIP_FUNCTIONS or not callable(f) or (wanted and name not in wanted):
            continue
        for args, kwargs in arguments():
            if too_big(name, args):
                continue
            print '%s(*%s, **%s) -> %s' % (name, without_addresses(repr(args))[:60], kwargs, outcome(f, args, kwargs))


main()
