# reload(sys) brings back setdefaultencoding and the first streams, and leaves the paths as they are.
import sys

path, argv, hooks = sys.path, sys.argv, sys.path_hooks
path.append('somewhere')
out = sys.stdout
sys.stdout = None
sys.exitfunc = len
sys.version = 'mine'
print >> out, hasattr(sys, 'setdefaultencoding')
reload(sys)
print sys.stdout is out, hasattr(sys, 'setdefaultencoding'), sys.version == 'mine'
print sys.path is path, path[-1], sys.argv is argv, sys.path_hooks is hooks
print sys.exitfunc is len, len(sys.executable) > 0, sys.prefix == sys.exec_prefix
del sys.exitfunc
sys.setdefaultencoding('utf-8')
print sys.getdefaultencoding(), repr('\xc3\xa9' + u'x')
