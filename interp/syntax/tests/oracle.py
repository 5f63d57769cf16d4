# What CPython 2.7 makes of source texts; run by the tests of this crate.
#
#   oracle.py trees FILE...     a line a file: the path and the MD5 of its dumped tree
#   oracle.py tree FILE         the dumped tree
#   oracle.py snippets          reads reprs of (mode, flags, stage, source), one a line;
#                               prints what becomes of each
#
# A rejected source gives, in place of the hash, the exception: class, message, line,
# offset, text.
import ast
import hashlib
import sys
import warnings

NAME = '<test>'
ONLY_AST = ast.PyCF_ONLY_AST
SOURCE_IS_UTF8 = 0x100


def outcome(error):
    if isinstance(error, SyntaxError):
        return '%s %r' % (type(error).__name__,
                          (error.msg, error.lineno, error.offset, error.text))
    # Others have a message, some of them.
    return '%s %r' % (type(error).__name__, (str(error), None, None, None))


def tree(source, mode, flags):
    return ast.dump(compile(source, NAME, mode, ONLY_AST | flags, 1),
                    include_attributes=True)


def trees(path):
    with open(path, 'rb') as f:
        source = f.read()
    try:
        result = hashlib.md5(tree(source, 'exec', 0)).hexdigest()
    except Exception as error:
        result = outcome(error)
    return path + '\t' + result


def snippet(mode, flags, stage, source):
    if flags & SOURCE_IS_UTF8:
        flags -= SOURCE_IS_UTF8
        source = source.decode('utf-8')
    try:
        if stage == 'tree':
            return tree(source, mode, flags)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            compile(source, NAME, mode, flags, 1)
            return 'fine' + ''.join(' %s %r' % (w.category.__name__, (str(w.message), w.lineno))
                                    for w in caught)
    except Exception as error:
        return outcome(error)


def main(command, *args):
    sys.setrecursionlimit(100000)
    if command == 'tree':
        with open(args[0], 'rb') as f:
            try:
                print tree(f.read(), 'exec', 0)
            except Exception as error:
                print outcome(error)
    elif command == 'trees':
        import multiprocessing
        for line in multiprocessing.Pool().imap(trees, args, 8):
            print line
    elif command == 'snippets':
        for line in sys.stdin:
            print snippet(*ast.literal_eval(line))


main(*sys.argv[1:])
