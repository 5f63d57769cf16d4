# Every binary operator between every two kinds of numbers and near-numbers: type and value, or the message.
import operator as O
class I(int): pass
class Lg(long): pass
class Fl(float): pass
class Cx(complex): pass
class Old:
    def __init__(s, v): s.v = v
    def __coerce__(s, o): return (s.v, o) if isinstance(o, (int, long, float)) else None
class OldAdd:
    def __add__(s, o): return 'add'
    def __radd__(s, o): return 'radd'
    def __pow__(s, o, m=None): return 'pow', m
    def __rpow__(s, o): return 'rpow'
    def __divmod__(s, o): return 'divmod'
    def __rdivmod__(s, o): return 'rdivmod'
class New(object):
    def __radd__(s, o): return 'new radd'
    def __rsub__(s, o): return NotImplemented
    def __mul__(s, o): return 'new mul'
    def __rmul__(s, o): return 'new rmul'
    def __rpow__(s, o): return 'new rpow'
    def __index__(s): return 2
vals = [('t', True), ('i', 7), ('i-', -3), ('l', 5L), ('big', 2**70), ('f', 2.5), ('f0', 0.0), ('c', 1+2j), ('I', I(4)), ('Lg', Lg(4)), ('Fl', Fl(1.5)), ('Cx', Cx(1j)), ('old', Old(3)), ('olda', OldAdd()), ('new', New()), ('s', 'ab'), ('none', None), ('lst', [1])]
def show(f, a, b):
    try: r = f(a, b)
    except Exception as e: return type(e).__name__ + ': ' + str(e).replace('unsupported operand type(s) for', 'unsup')
    return '%s %r' % (type(r).__name__, r)
seen = {}
for op in ('add', 'sub', 'mul', 'div', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'and_', 'xor'):
    f = getattr(O, op)
    for na, a in vals:
        row = []
        for nb, b in vals:
            if op == 'lshift' and nb == 'big' or op == 'pow' and nb == 'big' or op in ('mul', 'pow') and na == 'big' and nb == 'lst': continue
            if op == 'mul' and 'big' in (na, nb) and ('s' in (na, nb) or 'lst' in (na, nb)): continue
            r = show(f, a, b)
            row.append('%s=%s' % (nb, r if len(r) < 60 else r[:56] + '..'))
        print op, na, '; '.join(row)
for na, a in vals:
    row = []
    for nb, b in vals:
        r = show(divmod, a, b); row.append(r[:50])
        r = show(coerce, a, b); row.append(r[:50] if 'instance' not in r and ' at 0x' not in r else 'obj')
    print 'divmod/coerce', na, '; '.join(row)
for na, a in vals: print na, [f.__name__ + ' ' + show(lambda x, y: f(x), a, 0)[:44] for f in (O.neg, O.pos, O.abs, O.inv)] if na not in ('old',) else '-'
for args in ((2, 3, 5), (2L, 3, 5), (2, -1, 5), (2, 3, 0), (2, 3, -5), (2.0, 3, 5), (2, 3.0, 5), (2, 3, 5.0), (1j, 2, 3), (2, True, 5), (I(2), 3, 5), (New(), 2, 3), (2, New(), 3), (2, 3, New()), (OldAdd(), 2, 3), ('a', 2, 3), (2, 3, None), (2, 3, 'a'), (2**70, 3, 7), (-7, 3, 5), (-7, 3, -5)): print show(lambda x, y: pow(*args), 0, 0)
