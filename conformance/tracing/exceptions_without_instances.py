# What the trace function hears of exceptions: those of native code have no instances yet, but what they are made of.
import os
import sys
try:
    u'\xff'.encode('ascii')
except UnicodeError:
    pass
ev = []
def tr(fr, event, arg):
    if event == 'exception': ev.append((fr.f_code.co_name, fr.f_lineno, arg[0].__name__, type(arg[1]).__name__, str(arg[1])))
    return tr
def g():
    try: [][1]
    except IndexError: pass
    try: {}[1]
    except KeyError: pass
    try: {}[(1,2)]
    except KeyError: pass
    try: 1/0
    except: pass
    try: raise ValueError
    except ValueError: pass
    try: raise ValueError, 'x'
    except ValueError: pass
    try: raise ValueError('y')
    except ValueError: pass
    try: int('x')
    except ValueError: pass
    try: undefined
    except NameError: pass
    try: None.foo
    except AttributeError: pass
    try: iter([]).next()
    except StopIteration: pass
    try: next(iter([]))
    except StopIteration: pass
    try: open('/nonexistent')
    except IOError: pass
    try: u'\xff'.encode('ascii')
    except UnicodeError: pass
    try: import nonexist
    except ImportError: pass
    try: a, b = 1, 2, 3
    except ValueError: pass
    try: len(1)
    except TypeError: pass
    try: len()
    except TypeError: pass
    try: (lambda: 1)(2)
    except TypeError: pass
    try: x; x = 1
    except NameError: pass
    try: os.stat('/nonexistent')
    except OSError: pass
    try: [].pop()
    except IndexError: pass
    try: [].remove(1)
    except ValueError: pass
    try: assert 0
    except AssertionError: pass
    try: assert 0, 'm'
    except AssertionError: pass
    try: sys.exit(3)
    except SystemExit: pass
    try: sys.exit()
    except SystemExit: pass
    try: set().pop()
    except KeyError: pass
    try: {}.pop(1)
    except KeyError: pass
    try: object().x
    except AttributeError: pass
    def h():
        1/0
    try: h()
    except ZeroDivisionError: pass
sys.settrace(tr)
g()
sys.settrace(None)
for e in ev: print e
