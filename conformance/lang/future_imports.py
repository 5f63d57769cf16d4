# from __future__ changes the compilation of this file.
"""doc"""
from __future__ import division, print_function, unicode_literals, absolute_import
from __future__ import with_statement, generators, nested_scopes
import sys
print(1 / 2, 1 // 2, -1 / 2, 7 / 7, 1.0 / 2, 3 / 2.0)
print('a', 'b', sep='-', end='!\n')
print()
print('no newline', end='')
print('', 1, None, [1], sep='|')
print(repr('text'), repr(b'bytes'), type('').__name__, type(b'').__name__, repr('\u20ac'))
print('to stdout', file=sys.stdout)
print(*[1, 2, 3], sep=', ')
p = print
p('as a value')
x = 7
x /= 2
print(x)
x //= 1
print(x)
print(eval('1 / 2'), compile('1 / 2', 's', 'eval', 0, True).co_name)
print(eval(compile('1 / 2', 's', 'eval', 0, True)), eval(compile('1 / 2', 's', 'eval')))
exec('print(3 / 2)')
exec 'print(5 / 2)'
print(division, print_function.getOptionalRelease()[:2])


class D(object):
    def __div__(self, o):
        return 'div'

    def __truediv__(self, o):
        return 'truediv'

    def __itruediv__(self, o):
        return 'itruediv'


d = D()
print(d / 1)
d /= 1
print(d)
try:
    print(1 / 0)
except ZeroDivisionError as e:
    print(e)
try:
    print(1 / 'x')
except TypeError as e:
    print(e)
try:
    print('x', wrong=1)
except TypeError as e:
    print(e)
try:
    print('x', sep=1)
except TypeError as e:
    print(e)
print(1, 2, sep=None, end=None)
print((1, 2))
print(True / 2, 10 ** 20 / 3, 2 ** 1100 / 2 ** 1099, __doc__)
