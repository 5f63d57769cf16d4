# A mode such as 'rw' opens the file by its first letter; methods believe the others, and the system refuses what they try.
# `print` asks nobody.
import os
import tempfile
handle, name = tempfile.mkstemp()
os.close(handle)


def attempt(mode, what):
    with open(name, 'wb') as f:
        f.write('ab\ncd\n')
    f = open(name, mode)
    try:
        result = what(f)
    except Exception as e:
        result = type(e).__name__, getattr(e, 'errno', 0), getattr(e, 'strerror', 0) or str(e)
    f.close()
    with open(name, 'rb') as f:
        print mode, result, repr(f.read())


def print_item(f):
    print >>f, 'x'


def print_comma(f):
    print >>f, 'x',


def print_nothing(f):
    print >>f

for mode in ('r', 'rb', 'U', 'rw', 'ra', 'rbw'):
    for what in (lambda f: f.write('x'), lambda f: f.write(''), lambda f: f.write(5), lambda f: f.writelines(['a', 'b']),
                 lambda f: f.writelines([]), print_item, print_comma, print_nothing, lambda f: f.truncate(),
                 lambda f: f.truncate(0), lambda f: f.truncate(-1), lambda f: f.read(1)):
        attempt(mode, what)
for mode in ('w', 'a', 'wr', 'ar', 'wbr'):
    for what in (lambda f: f.read(), lambda f: f.read(1), lambda f: f.readline(), lambda f: f.readlines(), lambda f: f.next(),
                 lambda f: f.readinto(bytearray(2)), list, print_item, lambda f: f.truncate(3)):
        attempt(mode, what)
os.remove(name)
