# Places of sys.path: what is no folder when it is first asked stays asked; importers that know nothing end the search there.
import os
import shutil
import sys
import tempfile

top = tempfile.mkdtemp()
later, hooked = os.path.join(top, 'later'), os.path.join(top, 'hooked')
os.mkdir(hooked)


def write(folder, name, text):
    with open(os.path.join(folder, name + '.py'), 'w') as f:
        f.write(text)


def attempt(name):
    try:
        print name, __import__(name).value
    except ImportError as e:
        print name, e


class Knows(object):
    def __init__(self, place):
        if place != hooked:
            raise ImportError(place)

    def find_module(self, name, path=None):
        print 'asked for', name, path
        if name == 'zz_given':
            return self

    def load_module(self, name):
        sys.modules[name] = module = type(sys)(name)
        module.value = 'given'
        return module


try:
    sys.path[:0] = [later, hooked]
    attempt('zz_later')
    print type(sys.path_importer_cache[later]).__name__, sys.path_importer_cache[hooked]
    os.mkdir(later)
    write(later, 'zz_later', 'value = "from a folder made later"\n')
    attempt('zz_later')
    del sys.path_importer_cache[later]
    attempt('zz_later')
    write(hooked, 'zz_plain', 'value = "from a folder"\n')
    sys.path_importer_cache.pop(hooked)
    sys.path_hooks.append(Knows)
    attempt('zz_plain')
    attempt('zz_given')
    sys.path_importer_cache[hooked] = None
    attempt('zz_plain')
finally:
    shutil.rmtree(top)
