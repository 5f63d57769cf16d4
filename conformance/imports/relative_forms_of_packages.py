# Relative imports of all forms, explicit and implicit, within a package made on the spot, and what fails.
import sys

from _written import remove, write


def attempt(what):
    try:
        module = __import__(what)
        for part in what.split('.')[1:]:
            module = getattr(module, part)
        print what, sorted(n for n in vars(module) if not n.startswith('__'))
    except Exception as e:
        print what, type(e).__name__, e


write('top_pkg/__init__.py', 'name = "top"\n')
write('top_pkg/string.py', 'mine = True\n')
write('top_pkg/sibling.py', 'value = 1\nfrom . import other\n')
write('top_pkg/other.py', 'value = 2\n')
write('top_pkg/implicit.py', 'import string\nimport sibling\nmine = string.mine, sibling.value\n')
write('top_pkg/absolute.py', 'from __future__ import absolute_import\nimport string\nhas = hasattr(string, "mine"), hasattr(string, "upper")\n')
write('top_pkg/absolute2.py', 'from __future__ import absolute_import\nimport sibling\n')
write('top_pkg/sub/__init__.py', 'from .. import name\nfrom ..other import value as two\n')
write('top_pkg/sub/deep.py', 'from .. import sibling as s\nfrom ..sibling import value\nfrom . import deep2\nfrom .deep2 import *\n')
write('top_pkg/sub/deep2.py', 'from ..sub import name as again\n_hidden = 1\n')
write('top_pkg/sub/beyond.py', 'from ... import name\n')
write('top_pkg/sub/beyond2.py', 'from ....x import name\n')
write('top_pkg/sub/missing.py', 'from .nothing import x\n')
write('top_pkg/sub/missing2.py', 'from . import nothing\n')
write('top_pkg/sub/missing3.py', 'from .deep2 import nothing\n')
write('alone.py', 'try:\n    from . import x\nexcept ValueError as e:\n    why = str(e)\n')
write('alone2.py', '__package__ = "top_pkg.sub"\nfrom . import deep2\nfrom .. import name\n')
write('alone3.py', '__package__ = "not_there"\nfrom . import x\n')
write('alone4.py', '__package__ = 5\nfrom . import x\n')
try:
    for what in ('top_pkg', 'top_pkg.implicit', 'top_pkg.absolute', 'top_pkg.absolute2', 'top_pkg.sub', 'top_pkg.sub.deep',
                 'top_pkg.sub.beyond', 'top_pkg.sub.beyond2', 'top_pkg.sub.missing', 'top_pkg.sub.missing2',
                 'top_pkg.sub.missing3', 'alone', 'alone2', 'alone3', 'alone4', 'top_pkg.nothing', 'top_pkg.other.nothing',
                 'alone.nothing', 'nothing.at.all'):
        attempt(what)
    import top_pkg.absolute
    import top_pkg.implicit
    import alone
    print top_pkg.absolute.has, top_pkg.implicit.mine, alone.why
    print sorted((n, v is None) for n, v in sys.modules.items() if n.startswith('top_pkg'))
    for args in (('sibling', {'__name__': 'top_pkg.x'}, None, [], 1), ('', {'__name__': 'top_pkg.x'}, None, ['sibling'], 1),
                 ('sibling', {'__name__': 'top_pkg', '__path__': []}, None, ['value'], 1), ('x', {}, None, [], 1),
                 ('sibling', {'__name__': 'top_pkg.x'}, None, [], -1), ('', {}, None, [], 0), ('a', {'__name__': 5}, None, [], 1),
                 ('other', {'__package__': 'top_pkg'}, None, [], 2), ('sibling', {'__package__': 'top_pkg'}, {}, ('value',), 1)):
        try:
            print getattr(__import__(*args), '__name__', None), args
        except Exception as e:
            print type(e).__name__, e, args
finally:
    remove()
