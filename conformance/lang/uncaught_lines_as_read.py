# The lines that reports of uncaught exceptions show are as the file has them, without indentation but with blanks at the end; of very long
# lines the last piece; syntax errors where a file ends.
import sys, os, tempfile, subprocess
d = tempfile.mkdtemp(); p = os.path.join(d, 'x.py')
for s in ["if 1:\n \t 1/0  \t\n", "x = 'a' * 5;" + "y = 1;" * 500 + "1/0\n", "def f():\r\n  1/0 \r\nf()\r\n", "if 1:\n\x0c \x0c 1/0\n", "x = [\n 1,\n  1/0, \n 3]", "x = (\n", "if 1:\n", "def f():\n  return '''\n", "\x0c  x y\n"]:
    open(p, 'wb').write(s)
    o = subprocess.Popen([sys.executable, p], stderr=subprocess.PIPE).communicate()[1].replace(p, 'P')
    print repr(o if len(o) < 1500 else (len(o), o[:100], o[-100:]))
os.remove(p); os.rmdir(d)
