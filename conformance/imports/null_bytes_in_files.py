# Null bytes in source files: what follows in the line does not count, nor does the line's end.
from _written import remove, write


def attempt(name):
    try:
        m = __import__(name)
        print name, sorted((k, v) for k, v in vars(m).items() if not k.startswith('__'))
    except SyntaxError as e:
        print name, e.msg, e.lineno, e.offset, repr(e.text)


write('null_at_end.py', 'x = 1\0y = 2')
write('null_in_comment.py', 'x = 1 # \0y = 2\nz = 3\nw = 4\n')
write('null_joins.py', 'x = 1 +\0y = 2\r\n 3\nz = [1,\0 2\n 3\0\n]\n')
write('null_is_wrong.py', 'x = 1\0y = 2\nz = 3\n')
write('null_in_text.py', 'x = "a\0b"\n"\n')
for name in 'null_at_end', 'null_in_comment', 'null_joins', 'null_is_wrong', 'null_in_text':
    attempt(name)
for call in 'compile("x=1\\0", "f", "exec")', 'eval("1\\0")':
    try:
        eval(call)
    except TypeError as e:
        print e
remove()
