# Threads that write to the standard streams all the time, while the main thread ends, writes, or forks.
import os
import subprocess
import sys

BUSY = '''
import os, sys, thread, threading, time
def busy(stream):
    while True:
        stream.write('x\\n')
        stream.flush()
def start(stream):
    t = threading.Thread(target=busy, args=(stream,))
    t.daemon = True
    t.start()
    time.sleep(.03)
'''

ENDS = [
    'start(sys.stderr)',
    'start(sys.stdout)',
    'start(sys.stdout); start(sys.stderr)',
    'start(sys.stdout); 1/0',
    'start(sys.stderr); sys.exit("bye")',
    'start(sys.stderr); sys.exit(3)',
    'thread.start_new_thread(busy, (sys.stdout,)); time.sleep(.03); print "end"',
    'start(sys.stdout); import atexit; atexit.register(sys.stdout.write, "at the end")',
    'start(sys.stderr); [sys.stderr.write("main") for i in range(50)]; os._exit(4)',
]

FORKS = [
    '''
start(sys.stderr)
for i in range(5):
    pid = os.fork()
    if pid == 0:
        sys.stderr.write('child')
        os._exit(5)
    assert os.waitpid(pid, 0)[1] == 5 << 8
os._exit(6)
''',
    '''
start(sys.stderr)
import subprocess
for i in range(5):
    assert subprocess.call(['true'], preexec_fn=lambda: sys.stderr.write('pre')) == 0
os._exit(7)
''',
]

with open(os.devnull, 'w') as nothing:
    for code in ENDS + FORKS:
        print code.strip().split('\n')[-1], subprocess.call([sys.executable, '-c', BUSY + code], stdout=nothing, stderr=nothing)

# What each thread writes arrives, whole lines of all of them.
WRITERS = BUSY + '''
def some(n):
    for i in range(200):
        sys.stdout.write('%d %d\\n' % (n, i))
        sys.stdout.flush()
threads = [threading.Thread(target=some, args=(n,)) for n in range(4)]
[t.start() for t in threads]
some(4)
[t.join() for t in threads]
'''
out = subprocess.Popen([sys.executable, '-c', WRITERS], stdout=subprocess.PIPE).communicate()[0]
print len(out.splitlines()), len(set(out.splitlines()))
