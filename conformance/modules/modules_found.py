# modulefinder reads in the code of modules what they import, relative imports and those inside functions included, and
# what names they bind.
import modulefinder
import os
import shutil
import tempfile

files = {
    'main.py': 'import one, missing_one\nfrom pack import inner as i, other\ndef f():\n    from pack.deep import leaf\n'
               'class C:\n    import two\nif 0:\n    import never\nfor v in f, C: pass\n',
    'one.py': 'from star import *\ntry:\n    import missing_two.sub\nexcept ImportError:\n    x = y = 1\n',
    'two.py': 'from one import x, nothing\n',
    'star.py': 'a, (b, c) = 1, (2, 3)\n__all__ = ["a"]\n',
    'never.py': '',
    'pack/__init__.py': 'name = 1\n',
    'pack/inner.py': 'from . import other\nfrom .deep.leaf import g, name\nfrom .. import above\n',
    'pack/other.py': 'from __future__ import absolute_import\nimport one\nfrom .missing_three import z\n',
    'pack/deep/__init__.py': '',
    'pack/deep/leaf.py': 'import two\ndef g():\n    global made\n    made = 1\n',
}
base = os.path.realpath(tempfile.mkdtemp())
try:
    for name, text in files.items():
        place = os.path.join(base, name)
        if not os.path.isdir(os.path.dirname(place)):
            os.makedirs(os.path.dirname(place))
        with open(place, 'w') as f:
            f.write(text)
    finder = modulefinder.ModuleFinder([base])
    finder.run_script(os.path.join(base, 'main.py'))
    for name in sorted(finder.modules):
        m = finder.modules[name]
        print name, (m.__file__ or '').replace(base, ''), sorted(m.globalnames), sorted(m.starimports)
    for name in sorted(finder.badmodules):
        print name, sorted(finder.badmodules[name])
    print map(sorted, finder.any_missing_maybe())
    finder = modulefinder.ModuleFinder([base], excludes=['one', 'pack.deep'])
    finder.run_script(os.path.join(base, 'main.py'))
    print sorted(finder.modules), sorted(finder.badmodules)
finally:
    shutil.rmtree(base)
