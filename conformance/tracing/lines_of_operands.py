# Lines on which there is nothing but a constant or a local variable are told to tracers, and are in co_lnotab.
import sys
def f(*a, **k): return a
def run(b):
    f(1,
      2,
      3)
    f(b,
      2,
      b,
      4, k=
      5,
      *(
      6,))
    x = [1,
         2,
         b,
         3]
    y = (1,
         2,
         3)
    z = {1:
         2,
         3:
         4}
    x[
      1]
    x[
      1] = 2
    x[0:
      1]
    b = 1 if \
        b else \
        2
    b = b and \
       3 or \
       4
    for i in (1,
              2):
        pass
    print 1, \
        2, \
        b
    return (1,
      b)
def tr(fr,e,a):
    if fr.f_code.co_name=='run': print e, fr.f_lineno,
    return tr
sys.settrace(tr); run(3); sys.settrace(None)
print
import dis
print [l for _,l in dis.findlinestarts(run.__code__)]
