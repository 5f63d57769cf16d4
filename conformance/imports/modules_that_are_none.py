# None in the place of a module, by the module itself or by a loader: no module of that name, also for what is below.
import sys

from _written import remove, write


def attempt(*statements):
    for statement in statements:
        try:
            exec statement in {}
            print statement, '| done'
        except Exception as e:
            print statement, '|', repr(e)


write('none_top.py', 'import sys\nsys.modules[__name__] = None\n')
write('none_pkg/__init__.py', '')
write('none_pkg/inner.py', 'import sys\nsys.modules[__name__] = None\n')

attempt('import none_pkg.inner', 'import none_pkg.inner.x', 'import none_pkg.inner', 'from none_pkg import inner',
        'from none_pkg.inner import x', 'import none_top', 'import none_top.x', 'import none_top', 'from none_top import x')
import none_pkg
print none_pkg.inner, sys.modules['none_pkg.inner'], sys.modules['none_top']


class Loader(object):
    def find_module(self, name, path=None):
        if name.split('.')[-1].startswith('qq'):
            return self

    def load_module(self, name):
        return None


sys.meta_path.append(Loader())
attempt('import qq', 'import qq.x', 'import none_pkg.qq', 'from none_pkg import qq', 'import none_pkg.qq.x', 'from qq import x')
print sorted(n for n in sys.modules if 'qq' in n)
sys.meta_path.pop()
attempt('__import__("")', '__import__("none_pkg.")')
remove()
