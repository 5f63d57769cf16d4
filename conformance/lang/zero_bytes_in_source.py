# A zero byte in source text: compile, exec and eval refuse it, each in its own words; of a line in a file it is the end.
import imp
import os
import shutil
import sys
import tempfile


def attempt(f, *args):
    try:
        result = f(*args)
    except Exception as e:
        print type(e).__name__, str(e).replace(directory, 'DIR'),
        if isinstance(e, SyntaxError):
            print e.lineno, e.offset, repr(e.text)
        else:
            print
    else:
        print type(result).__name__


sys.dont_write_bytecode = True
directory = tempfile.mkdtemp()
try:
    for text in ('a\0b', '\0', 'x = 1\n\0', 'x = "\0"', u'a\0b', u'x\0', '# \0', 'a\n\0b'):
        print repr(text)
        for mode in ('exec', 'eval', 'single'):
            attempt(compile, text, 'f', mode)
        attempt(eval, text)

        def run():
            exec text in {}
        attempt(run)
    path = os.path.join(directory, 'zeros.py')
    for text in ('a\0b', '\0', 'x = 1\n\0', 'x = "\0"\n', 'x = 1 # \0\nprint x\n', 'print 1\nx\0\n', '# coding: latin-1\nx\0y\n', '\xef\xbb\xbfx\0y',
                 'print 2\n# coding: latin-1\nx = "\0\xe9"\n', 'print 3\n"""\0\n"""\nprint 4\n', 'if 1:\n  x = 1\0\n  y = 2\n'):
        print repr(text)
        with open(path, 'w') as f:
            f.write(text)
        attempt(execfile, path, {})
        attempt(imp.load_source, 'zeros', path)
finally:
    shutil.rmtree(directory)
