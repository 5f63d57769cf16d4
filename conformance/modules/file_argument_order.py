# Methods of files look at the file before they count their arguments.
import os
import tempfile

path = tempfile.mktemp()
try:
    with open(path, 'w') as f:
        f.write('abc\ndef\n')
    closed = open(path)
    closed.close()
    iterated = open(path)
    iterated.next()
    for f in closed, open(path, 'a'), open(path), iterated:
        for name in 'read', 'readinto', 'readline', 'readlines', 'seek', 'truncate', 'write', 'writelines', 'tell':
            for args in (), ('a', 'b', 'c', 'd'), ({},):
                if (f.closed, name, args) == (False, 'truncate', ()):
                    continue
                try:
                    print name, len(args), getattr(f, name)(*args)
                except (TypeError, ValueError, IOError) as e:
                    print name, len(args), type(e).__name__, e
            try:
                getattr(f, name)(x=1)
            except (TypeError, ValueError, IOError) as e:
                print name, type(e).__name__, e
finally:
    os.remove(path)
