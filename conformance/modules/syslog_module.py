# The module syslog: arguments, masks, and what is sent with LOG_PERROR to standard error too.
import os
import subprocess
import sys
import syslog


def attempt(f, *args, **kwargs):
    try:
        print f.__name__, args, kwargs, repr(f(*args, **kwargs))
    except Exception as e:
        print f.__name__, args, kwargs, type(e).__name__, e


if sys.argv[1:]:
    syslog.openlog('name', syslog.LOG_PERROR, syslog.LOG_LOCAL3)
    syslog.syslog('one')
    syslog.syslog(syslog.LOG_ERR, 'two %s')
    syslog.setlogmask(syslog.LOG_UPTO(syslog.LOG_ERR))
    syslog.syslog('not this')
    syslog.syslog(syslog.LOG_ERR | syslog.LOG_MAIL, u'three')
    syslog.closelog()
    syslog.openlog(logoption=syslog.LOG_PERROR)
    syslog.syslog(syslog.LOG_ERR, 'four')
    sys.exit()

for name in sorted(dir(syslog)):
    if name.startswith('LOG_') and isinstance(getattr(syslog, name), int):
        print name, getattr(syslog, name),
print
for mask in (7, 0, 255):
    attempt(syslog.setlogmask, mask)
for f in (syslog.LOG_MASK, syslog.LOG_UPTO):
    for arg in (0, 3, 7, 'x', None):
        attempt(f, arg)
attempt(syslog.syslog)
attempt(syslog.syslog, 3)
attempt(syslog.syslog, 'a', 'b')
attempt(syslog.syslog, 1, 'a', 3)
attempt(syslog.syslog, syslog.LOG_DEBUG, 'a\0b')
attempt(syslog.syslog, syslog.LOG_DEBUG, None)
for ident in (3, u'x', None, 'a\0b'):
    attempt(syslog.openlog, ident)
attempt(syslog.openlog, 'a', 'b')
attempt(syslog.openlog, ident='x', logoption=1, facility=8)
attempt(syslog.openlog, 'a', 1, 2, 3)
attempt(syslog.openlog, x=3)
attempt(syslog.openlog)
attempt(syslog.syslog, syslog.LOG_DEBUG, 'a message')
attempt(syslog.closelog)
attempt(syslog.closelog, 1)
p = subprocess.Popen([sys.executable, __file__, 'child'], stderr=subprocess.PIPE)
print p.communicate()[1], p.returncode
