# The option -3 warns of __eq__ without __hash__, of slicing methods, of map(None, ...), reload and operator.div.
import subprocess
import sys

PROGRAM = r'''
import itertools, operator, warnings


def show(message, category, filename, lineno, file=None, line=None):
    print '   ', category.__name__, message, lineno


warnings.showwarning = show
warnings.simplefilter('always')
method = lambda *arguments: 0


class Old: pass
class NoHash(object): __hash__ = None
class Hash(object): __hash__ = method
class Equal(object): __eq__ = method


for bases in [(object,), (int,), (list,), (Old, object), (NoHash,), (Hash,), (Equal,), (type,), (Equal, NoHash), (str,)]:
    for n in range(3):
        for names in itertools.combinations(['__eq__', '__cmp__', '__hash__', '__ne__'], n):
            print [b.__name__ for b in bases], names
            type('T', bases, dict.fromkeys(names, method))
print 'an error'
warnings.simplefilter('error')
try:
    class Refused(object):
        __eq__ = method
except DeprecationWarning as e:
    print e
warnings.simplefilter('always')


class OldSlices:
    def __getslice__(self, i, j): return i, j
    def __setslice__(self, i, j, values): pass
    def __delslice__(self, i, j): pass
class NewSlices(OldSlices, object): pass
class OldItems:
    def __getitem__(self, i): return i
class List(list): pass


for C in OldSlices, NewSlices, OldItems, List:
    print C.__name__, C()[1:2]
    if C is not OldItems:
        C()[1:2] = 'ab'
        del C()[1:2]
print map(None, [1]), map(None, [1], [2]), map(abs, [-1])
print operator.div(7, 2), operator.idiv(7L, 2), operator.div(7.0, 2), operator.truediv(7, 2), operator.floordiv(7, 2)
reload(operator)
'''
for options in [[], ['-3'], ['-Qwarnall'], ['-3', '-Qnew']]:
    print options
    sys.stdout.flush()
    subprocess.call([sys.executable] + options + ['-c', PROGRAM])
