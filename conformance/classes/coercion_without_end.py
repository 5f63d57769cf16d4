# Old-style classes that coerce operands to each other: as deep as calls may nest, and no deeper.
import operator


class Swapping:
    def __coerce__(self, other):
        return other, self


class Repeating:
    def __coerce__(self, other):
        return 1, self


for cls in (Swapping, Repeating):
    for name in ('add', 'sub', 'mul', 'div', 'truediv', 'floordiv', 'mod', 'lshift', 'and_', 'or_', 'xor',
                 'iadd', 'imul'):
        for operands in ((cls(), 1), (1, cls())):
            try:
                print cls.__name__, name, getattr(operator, name)(*operands)
            except (RuntimeError, TypeError) as e:
                print cls.__name__, name, type(e).__name__, str(e)[:32]
