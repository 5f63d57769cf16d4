# Exceptions that one thread raises in another.
import ctypes, thread, threading, time
class Stop(Exception): pass
f=ctypes.pythonapi.PyThreadState_SetAsyncExc
print f(ctypes.c_long(-5), ctypes.py_object(Stop))
try:
    f(ctypes.c_long(thread.get_ident()), ctypes.py_object(Stop))
    while 1: pass
except Stop, e: print 'stopped', repr(e)
seen=[]
go=threading.Event()
def work():
    n=0
    try:
        go.set()
        while 1:
            n+=1
    except Stop:
        seen.append('seen')
    try:
        go.set()
        while 1: time.sleep(.01)
    except SystemExit:
        seen.append('exit'); raise
t=threading.Thread(target=work); t.start(); go.wait(); go.clear(); time.sleep(.3)
print f(ctypes.c_long(t.ident), ctypes.py_object(Stop)); go.wait(); time.sleep(.1)
print f(ctypes.c_long(t.ident), ctypes.py_object(SystemExit)); t.join(); print seen
def later():
    time.sleep(.1); f(ctypes.c_long(main), ctypes.py_object(KeyboardInterrupt))
main=thread.get_ident()
threading.Thread(target=later).start()
def spin():
    i=0
    while True: i=(i+1)%1000
try: spin()
except KeyboardInterrupt: print 'main interrupted'
p=ctypes.pythonapi.PyDictProxy_New; p.restype=ctypes.py_object
q=p(ctypes.py_object({1:2})); print type(q), q[1], len(q)
