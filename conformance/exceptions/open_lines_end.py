# A line that print has left open ends before a traceback, what SystemExit says, and exit functions; tracebacks are as
# long as sys.tracebacklimit.
import os
import subprocess
import sys

environment = dict(os.environ)
environment.pop('PYTHONUNBUFFERED', None)
for program in (
        'print 1\nprint "a",\nraise KeyError(1)',
        'import sys\nsys.exitfunc = lambda: sys.stdout.write("exit\\n")\nprint 1,',
        'import sys\nprint 1,\nsys.exit("bye")',
        'import sys\nprint 1,\nsys.exit(3)',
        'import sys\nprint 1,\nclass W:\n    def write(self, text): sys.__stdout__.write("<" + text + ">")\n'
        'sys.stdout = W()\nprint 2,\n1/0',
        'import sys\nprint 1,\ndef hook(*args): print "hook", args[0]\nsys.excepthook = hook\n1/0',
        'import sys\nsys.tracebacklimit = 0\n1/0',
        'import sys\nsys.tracebacklimit = 1\ndef f(): 1/0\nf()',
        'import sys\nsys.tracebacklimit = "2"\ndef f(): 1/0\nf()',
        'import sys\nsys.tracebacklimit = -1\nprint "x",\n1/0'):
    process = subprocess.Popen([sys.executable, '-c', program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               env=environment)
    print process.communicate()[0] + '|', process.returncode
