# Operands of types without arithmetic of their own: the coercion of the other one decides.
class C(object):
    def __coerce__(self, other):
        print 'C.coerce', other
        return 1, 2


class O:
    def __coerce__(self, other):
        print 'O.coerce', other


class Bad(object):
    def __coerce__(self, other):
        return 5


for v in [[1], (1,), None, 'a', {}, set(), bytearray('b'), len]:
    for o in (C(), O(), Bad()):
        for e in ('o + v', 'v + o', 'o - v', 'v - o', 'v * o', 'o * v', 'o ** v', 'v % o', 'divmod(o, v)'):
            print e,
            try:
                print eval(e)
            except TypeError as x:
                print x
a = [1]
a += C()
print a
a = (1,)
a *= C()
print a
