# Folders whose names end like those of modules: found as modules, and not to be read.
import imp
import os

from _written import remove, root, write


write('like_module.py/inside.py', 'x = 1\n')
write('like_package.py/__init__.py', 'x = 2\n')
write('like_package/__init__.py', 'x = 3\n')
try:
    imp.find_module('like_module', [root])
except IOError as e:
    print e.errno, e.args
try:
    import like_module
except SyntaxError as e:
    print e.msg, os.path.basename(e.filename), e.lineno, e.offset, repr(e.text)
try:
    imp.load_source('like_module', os.path.join(root, 'like_module.py'))
except (IOError, SyntaxError) as e:
    print type(e).__name__
import like_package
print like_package.x
remove()
