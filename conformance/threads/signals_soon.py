# Signals are served soon after they come, also where no loop turns; processes forked by threads.
import os
import signal
import subprocess
import sys
import threading
import time

hits = []
signal.signal(signal.SIGALRM, lambda *args: hits.append(1))
signal.setitimer(signal.ITIMER_REAL, 1e-6)
time.sleep(0.05)
print len(hits)
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.2)
print len(hits)


def interrupted():
    os.kill(os.getpid(), signal.SIGINT)
    try:
        time.sleep(0)
        time.sleep(0)
    except KeyboardInterrupt:
        return 'interrupted within'


try:
    print interrupted()
except KeyboardInterrupt:
    print 'interrupted within'

program = '''import sys, time
sys.stdout.write('x')
sys.stdout.flush()
time.sleep(30)
'''
p = subprocess.Popen([sys.executable, '-c', program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
p.stdout.read(1)
p.send_signal(signal.SIGINT)
print p.communicate()[1].splitlines()[-1], p.returncode != 0

try:
    subprocess.Popen([sys.executable], cwd='/no/such/folder')
except OSError as e:
    print e.errno, 'chdir' in e.child_traceback, e.__reduce__()[1], sorted(e.__reduce__()[2])

# What a process prints that a thread forked is there when its threads have ended.
program = '''import os, sys, threading
def worker():
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        sys.exit()
    t = threading.Thread(target=after)
    print 'in the child'
    t.start()
    t.join()
def after():
    print 'in its thread'
threading.Thread(target=worker).start()
'''
p = subprocess.Popen([sys.executable, '-c', program], stdout=subprocess.PIPE)
print p.communicate()[0], p.returncode
