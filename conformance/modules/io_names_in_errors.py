# The name in an error of io.open is what the system was given: bytes.
import io

for f in io.open, io.FileIO:
    for name, mode in [(u'/nope', 'r'), (u'/nope\xe9', 'r'), ('/nope', 'r'), (u'/', 'w'), ('/', 'r')]:
        try:
            f(name, mode)
        except IOError as e:
            print repr(e.filename), e
