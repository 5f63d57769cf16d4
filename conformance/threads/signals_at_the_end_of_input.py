# Ctrl-C to all of a pipeline ends the input and sends a signal at once: the signal is not lost.
import signal
import subprocess
import sys
import time

ready = 'import sys\nprint "ready"\nsys.stdout.flush()\n'
programs = [
    'for l in sys.stdin: pass\nx = 1',
    'raw_input()',
    'for l in sys.stdin: pass\nprint "end"',
    'try:\n    for l in sys.stdin: pass\nexcept KeyboardInterrupt:\n    print "interrupted"\nelse:\n    print "end of file"',
    'try:\n    raw_input()\nexcept EOFError:\n    print "end of file"\nexcept KeyboardInterrupt:\n    print "interrupted"',
    'sys.stdin.readline()',
    'list(sys.stdin)',
    'sys.stdin.read()',
]
for program in programs:
    p = subprocess.Popen([sys.executable, '-c', ready + program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE)
    p.stdout.readline()
    time.sleep(0.3)
    p.send_signal(signal.SIGINT)
    out, err = p.communicate()
    print repr(program), repr(out), err.split('\n')[-2:-1], p.returncode
