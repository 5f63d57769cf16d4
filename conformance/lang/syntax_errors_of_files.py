# Syntax errors of files and of strings with the same text: a file's are on the line after its last one where it ends too early; text,
# offset and line of each; lines of all newlines, form feeds, long lines, declared encodings.
import os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, 'x.py')
texts = ["x = (\n", "x = (", "x = (\n\n\n", "x = [1,\n2,\n\n", "  \nx = (\n", "'''abc\n", "'''abc", "'''abc\ndef\n\n", "'''abc\ndef", "x = '''", "if 1:\n", "if 1:", "if 1:\n\n\n", "def f():\n# c\n", "def f():\n# c", "if 1:\n  if 2:\n", "if 1:\n  if 2:", "try:\n  x\n", "try:\n  x", "try:\n  x\n\n", "try:\n  x\n#c\n",
    "  try:\n  x\n#c\n", "x = \\\n", "x = \\", "foo(\n  bar\n", "foo(\n  bar", "@\n", "@a\n", "@a", "@a\n\n", "def f():\n  '''doc\n\n", "class A:\n  x = (\n  1\n", "if 1:\n  x = [\n#c\n", "if 1:\n  x = [\n#comment", "longer_name = foo(1,\n", "longer_name = foo(1, # c", "if x:\n y\nelse:\n", "if x:\n y\nelse:", "for x in y:\n  while z:\n\n  \n",
    "f(\n\n  \n", "f(\n\n  ", "if 1:\n  ", "if 1:\n#c\n  ", "if 1:\n#c\n  \n", "try: x\n", "try: x", "if 1:\r\n", "x = (\r\n1", "# coding: latin-1\nx = (\xe9\n", "# coding: latin-1\nx = ('\xe9'\n", "# coding: utf-8\nx = ('\xc3\xa9'\n", "# coding: utf-8\nif 1:\n", "\xef\xbb\xbfx = (\n", "x = 1\n\x0c  y = 2\n", "while 1:\n  def f():\n   continue  \n",
    "while 1:\n  def f():\n   continue", "while 1:\n  def f():\n\x0c \t  continue #\r\n", "x = 1\rif 1:\r  y\r z\r", "def f():\n" + " " * 10 + "a = 1;" * 400 + " break\n", "def f():\r  a = 1 \r  break \r", "\n\n\nreturn", "if 1:\n\x0c y = 2\n\x0c  z\n", "x = 1\n\x0c\ty z\n", "\x0c\x0c x y\n", "  \x0cx y\n", "x = 'abc\n", "x = 'abc", "x = 1 1", "x = 1 1   \n",
    "f() = 1", "def f(a, a):\n  pass", "a = 1\nb = 2)", "class A: yield 1", "from __future__ import nope", "x\nfrom __future__ import division\n", "def f():\n  exec 'a'\n  def g(): return x\n", "x = u'\\N{nope}'\n", "# coding: nope\n", "# -*- coding: utf-8 -*-\nx = '\xff'\n", "x = '\xe9'", "if 1:\n\tx\n        y\n", "raise a, b, c, d\n", "x = 08"]
for s in texts:
    open(p, 'wb').write(s); print repr(s) if len(s) < 100 else len(s)
    for f in lambda: execfile(p), lambda: compile(s, 'F', 'exec'), lambda: eval(compile('exec open(p)', 'G', 'exec')):
        try: f()
        except SyntaxError, e: print '   ', type(e).__name__, e.msg.replace(p, 'P'), e.filename == p or e.filename, e.lineno, e.offset, repr(e.text) if len(e.text or '') < 100 else (len(e.text), e.text[:9]), len(e.args)
        except Exception, e: print '   ', type(e).__name__, e
os.remove(p); os.rmdir(d)
d = tempfile.mkdtemp(); p = os.path.join(d, 'y.py'); open(p, 'w').write('skipped\nimport sys\ndef f(): return sys._getframe().f_code.co_filename\nname = f()\n'); f = open(p); f.readline(); ns = {}; exec f in ns; print ns['name'] == p, f.read() == '', ns['f'].func_code.co_firstlineno; f.close(); os.remove(p); os.rmdir(d)
