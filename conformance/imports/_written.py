# Modules written to a folder of their own, which is searched first.
import os
import shutil
import sys
import tempfile

root = tempfile.mkdtemp()
sys.path.insert(0, root)
sys.dont_write_bytecode = True


def write(path, text):
    path = os.path.join(root, path)
    if not os.path.isdir(os.path.dirname(path)):
        os.makedirs(os.path.dirname(path))
    with open(path, 'w') as f:
        f.write(text)


def remove():
    shutil.rmtree(root)
