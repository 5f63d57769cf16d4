# Packages, relative and absolute imports, from-lists, what modules see of themselves.
import sys, posix

root = '/tmp/pyston-conf-%d' % posix.getpid()
made = []

def write(path, text):
    at = root
    for part in path.split('/')[:-1]:
        at += '/' + part
        try:
            posix.mkdir(at)
            made.append(at)
        except OSError:
            pass
    f = open(root + '/' + path, 'w')
    f.write(text)
    f.close()
    made.append(root + '/' + path)

posix.mkdir(root)
write('pk/__init__.py', 'print "init", __name__, __package__\n__all__ = ["one", "sub"]\nvalue = 1\n')
write('pk/one.py', 'print "one", __name__, __package__\nimport two\nprint two.__name__\nfrom . import two as t2\nprint t2 is two\nfrom .sub import deep\nprint __package__\n')
write('pk/two.py', 'print "two"\n')
write('pk/sub/__init__.py', 'from .. import value\nprint "sub", value\n')
write('pk/sub/deep.py', 'from __future__ import absolute_import\nfrom ..two import __name__ as n\nprint "deep", n\ntry:\n    import two\nexcept ImportError, e:\n    print e\ntry:\n    from .... import x\nexcept ValueError, e:\n    print e\n')
write('plain.py', 'import sys as s\nprint __name__, __package__\ntry:\n    from . import x\nexcept ValueError, e:\n    print e\n')
write('broken.py', 'a = 1\n1 / 0\n')
write('swap.py', 'import sys\nclass M(object): pass\nm = M()\nm.x = 42\nsys.modules[__name__] = m\n')
write('gone.py', 'import sys\ndel sys.modules[__name__]\n')
write('circle_a.py', 'x = 1\nimport circle_b\ny = 2\n')
write('circle_b.py', 'from circle_a import x\nprint "b has", x\ntry:\n    from circle_a import y\nexcept ImportError, e:\n    print e\n')
write('empty/readme.txt', '')
sys.path.insert(0, root)

import pk.one
print sorted(k for k in sys.modules if k.startswith('pk')), sys.modules.get('pk.sys', 'none')
print pk.sub.deep.__name__, pk.__path__ == [root + '/pk'], pk.one.__file__ == root + '/pk/one.py' or pk.one.__file__ == root + '/pk/one.pyc'
import pk.sub.deep as d
print d.__name__
from pk import *
print one.__name__, sub.__name__
import plain
print sys.modules['pk.two'].__name__
for stmt in ['import nosuch', 'import nosuch.deep.er', 'import pk.nosuch', 'import pk.nosuch.more', 'from pk import nosuch',
             'from pk.one import nosuch', 'import pk.one.x', 'import empty', 'import broken', 'import gone',
             'from os.path.x import y', '__import__("")', '__import__("pk.")', '__import__("pk..one")', '__import__(5)',
             '__import__("a/b")', '__import__("x", level=-5)', '__import__("one", {"__name__": "pk"}, level=1)',
             '__import__("one", {"__name__": "pk", "__path__": []}, None, ["x"], 1)',
             '__import__("one", {"__package__": "pk"}, None, ["x"], 1)',
             '__import__("one", {"__package__": 5}, None, ["x"], 1)',
             '__import__("one", {"__package__": ""}, None, ["x"], 1)',
             '__import__("one", {"__package__": "lost"}, None, ["x"], 1)',
             '__import__("pk", fromlist=[5])', '__import__("pk", fromlist=["sub", "two"])', '__import__("pk.sub.deep")',
             'reload(5)', 'reload(sys.__class__("zz"))']:
    try:
        exec stmt
        print stmt, 'works'
        if stmt.startswith('__import__'):
            print getattr(eval(stmt), '__name__')
    except Exception, e:
        print stmt, '->', type(e).__name__, e
print 'broken' in sys.modules
import swap
print swap.x
import circle_a
print circle_a.y
sys.modules['pk.one'] = None
try:
    import pk.one
except ImportError, e:
    print e
f = open(root + '/plain.py', 'w')
f.write('print "again", sorted(n for n in globals() if n[0] != "_")\n')
f.close()
posix.utime(root + '/plain.py', (1, 1))
plain.extra = 1
print reload(plain) is plain
made.append(root)
for p in sorted(set(made), reverse=True):
    try:
        posix.unlink(p)
    except OSError:
        for n in posix.listdir(p):
            posix.unlink(p + '/' + n)
        posix.rmdir(p)
