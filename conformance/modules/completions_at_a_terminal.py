# A second tab at a terminal lists the possibilities, and the line stays as it was; what is the only one is completed.
import os
import pty
import subprocess
import sys

program = r'''
import cmd

class Shell(cmd.Cmd):
    def do_hello(self, rest):
        print 'said hello to', rest
    def do_helper(self, rest):
        print 'helped', rest
    def do_unlike(self, rest):
        print 'unlike', rest
    def do_EOF(self, rest):
        return True

Shell().cmdloop()
print 'over'
'''
environment = dict((k, v) for k, v in os.environ.items() if k not in ('PYTHONIOENCODING', 'INPUTRC'))
master, slave = pty.openpty()
process = subprocess.Popen([sys.executable, '-c', program], stdin=slave, stdout=slave, stderr=slave,
                           env=dict(environment, TERM='xterm', LC_ALL='C.UTF-8'))
os.close(slave)
text = ''


def until(wanted):
    global text
    while wanted not in text:
        text += os.read(master, 1000)
    text = text[text.index(wanted) + len(wanted):]


until('(Cmd) ')
os.write(master, 'hel\t\t')
for command in 'hello', 'help', 'helper':
    until(command)
os.write(master, 'lo me\r')
until('said hello to me')
until('(Cmd) ')
os.write(master, 'unl\t that\r')
until('unlike that')
until('(Cmd) ')
os.write(master, '\x04')
until('over')
print process.wait()
