# The flags that compile() knows, and the error of the compiler that tells no place.
import ast

for source in ['1', ast.parse('1', mode='eval')]:
    known = []
    for bit in range(31):
        try:
            compile(source, 'f', 'eval', 1 << bit)
            known.append(hex(1 << bit))
        except ValueError as e:
            assert str(e) == 'compile(): unrecognised flags', e
    print known
for flags in [-1, 1 << 31, -1 << 31, 1 << 32, -1 << 40, 1 << 64, 'x', None, 1.5]:
    for arguments in [(flags,), (0, flags)]:
        try:
            print repr(compile('1', 'f', 'eval', *arguments).co_name)
        except (ValueError, TypeError, OverflowError) as e:
            print flags, len(arguments), type(e).__name__, e

for head in ['for x in y:', 'while y:', 'with y:', 'try:']:
    for before in ['', 'class A:', 'def f():']:
        for depth in [20, 21]:
            lines = [before] if before else []
            level = len(lines)
            lines += [' ' * (level + i) + head for i in range(depth)]
            lines.append(' ' * (level + depth) + 'pass')
            if head == 'try:':
                lines += [' ' * (level + i) + 'finally: pass' for i in reversed(range(depth))]
            try:
                compile('\n'.join(lines) + '\n', 'f', 'exec')
                print before, head, depth, 'compiled'
            except SyntaxError as e:
                print before, head, depth, type(e).__name__, e.args, e.lineno, e.offset, e.text, e.filename, e
