# Every binary operator on all pairs of a catalogue of numbers.
import operator
class I(int):
    pass
class F(float):
    pass
class L(long):
    def __radd__(self, other):
        return 'radd'
values = [0, 1, -3, 2 ** 49, 2 ** 63 - 1, -2 ** 63, 5L, -2 ** 64 - 1, 10 ** 30, True, -0.0, 1.5, 1e300, float('inf'), float('nan'),
          3j, I(6), F(2.5), L(4), None, 'ab']
small = [0, 1, -1, 3, 40, 70, 2L, True, 1.5, 2j, None]
names = ['add', 'sub', 'mul', 'div', 'truediv', 'floordiv', 'mod', 'and_', 'or_', 'xor', 'lt', 'le', 'eq', 'ne']
def show(f, a, b):
    try:
        r = f(a, b)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
    return repr(r) if len(repr(r)) < 60 else '%s#%d' % (type(r).__name__, hash(r))
for name in names:
    f = getattr(operator, name)
    for a in values:
        row = []
        for b in values:
            if name == 'mul' and (isinstance(a, str) and isinstance(b, (int, long)) and b > 9 or isinstance(b, str) and isinstance(a, (int, long)) and a > 9):
                continue
            row.append(show(f, a, b))
        print name, repr(a), ' | '.join(row)
for name in ['pow', 'lshift', 'rshift']:
    f = getattr(operator, name)
    for a in values:
        print name, repr(a), ' | '.join(show(f, a, b) for b in small)
