# A signal that a program sends itself is handled before it goes on.
import os
import signal
came = []
signal.signal(signal.SIGUSR1, lambda n, f: came.append((n == signal.SIGUSR1, f.f_code.co_name)))
os.kill(os.getpid(), signal.SIGUSR1)
print came
try:
    os.kill(os.getpid(), signal.SIGINT)
    print 'not interrupted'
except KeyboardInterrupt:
    print 'interrupted'
os.setpgrp()
os.killpg(os.getpgrp(), signal.SIGUSR1)
print len(came)
