# At a terminal raw_input asks on stderr, turns its prompt into a str, and raises EOFError without a message.
import os
import pty
import subprocess
import sys
import termios

program = r'''
import sys
class P(object):
    def __str__(self):
        return 'object? '
print 'asked:',
print repr(raw_input('name? '))
print repr(raw_input())
print repr(raw_input(P()))
print input('sum? ')
for prompt in u'\xe9', None:
    try:
        print repr(raw_input(prompt))
    except UnicodeError as e:
        print repr(e)
try:
    raw_input('more? ')
except EOFError as e:
    print repr(e)
sys.stdin = open('/dev/null')
try:
    raw_input('less? ')
except EOFError as e:
    print repr(e)
'''
environment = dict((k, v) for k, v in os.environ.items() if k != 'PYTHONIOENCODING')
master, slave = pty.openpty()
settings = termios.tcgetattr(slave)
settings[3] &= ~termios.ECHO
termios.tcsetattr(slave, termios.TCSANOW, settings)
os.write(master, 'me\n\nthat\n1 + 2\nnothing\n\x04')
process = subprocess.Popen([sys.executable, '-c', program], stdin=slave, stdout=slave, stderr=subprocess.PIPE,
                           env=dict(environment, LC_ALL='C.UTF-8'))
os.close(slave)
print repr(process.stderr.read()), process.wait()
text = ''
while '3\r\n' not in text or text.count('EOFError') < 2:
    text += os.read(master, 1000)
print text.replace('\r', '')
