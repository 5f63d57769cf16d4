# What CPython 2.7 makes of source texts; run by the tests of this crate.
#
#   oracle.py trees FILE...     a line a file: the path and the MD5 of its dumped tree
#   oracle.py scopes FILE...    the same of its symbol tables
#   oracle.py scope FILE        the symbol tables
#   oracle.py tree FILE         the dumped tree
#   oracle.py snippets          reads reprs of (mode, flags, stage, source), one a line;
#                               prints what becomes of each
#   oracle.py time FILE...      seconds that parsing the files to trees takes
#
# A rejected source gives, in place of the hash, the exception: class, message, line,
# offset, text.
import _symtable
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


def scopes(source):
    lines = []

    def visit(entry, depth):
        symbols = ['%s:%d' % item for item in sorted(entry.symbols.items())]
        lines.append('%s%s %d %d %d %d [%s] [%s]' % (
            ' ' * depth, entry.name, entry.type, entry.lineno, entry.nested, entry.optimized,
            ' '.join(entry.varnames), ' '.join(symbols)))
        for child in entry.children:
            visit(child, depth + 1)

    with warnings.catch_warnings(record=True):
        warnings.simplefilter('always')
        visit(_symtable.symtable(source, NAME, 'exec'), 0)
    return '\n'.join(lines)


def digest(of, path):
    with open(path, 'rb') as f:
        source = f.read()
    try:
        result = hashlib.md5(of(source)).hexdigest()
    except Exception as error:
        result = outcome(error)
    return path + '\t' + result


def digest_tree(path):
    return digest(lambda source: tree(source, 'exec', 0), path)


def digest_scopes(path):
    return digest(scopes, path)


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


def seconds(paths):
    import time
    sources = []
    for path in paths:
        with open(path, 'rb') as f:
            sources.append(f.read())
    start = time.time()
    for source in sources:
        try:
            compile(source, NAME, 'exec', ONLY_AST)
        except Exception:
            pass
    return time.time() - start


def main(command, *args):
    sys.setrecursionlimit(100000)
    if command == 'tree':
        with open(args[0], 'rb') as f:
            try:
                print tree(f.read(), 'exec', 0)
            except Exception as error:
                print outcome(error)
    elif command == 'scope':
        with open(args[0], 'rb') as f:
            print scopes(f.read())
    elif command in ('trees', 'scopes'):
        import multiprocessing
        of = digest_tree if command == 'trees' else digest_scopes
        for line in multiprocessing.Pool().imap(of, args, 8):
            print line
    elif command == 'time':
        print seconds(args)
    elif command == 'snippets':
        for line in sys.stdin:
            print snippet(*ast.literal_eval(line))


main(*sys.argv[1:])
