# Modes that io.open and FileIO do not take.
import io

for f in io.open, io.FileIO:
    for mode in '', 'b', '+', 't', 'rw', 'r++', 'rr', 'ra', 'tb', 'U', 'bU', 'x', 'r+w', 'wU', '+b', 'rbt':
        try:
            f('/no/such/folder/file', mode).close()
            print f.__name__, mode, 'taken'
        except (ValueError, IOError) as e:
            print f.__name__, repr(mode), type(e).__name__, e
