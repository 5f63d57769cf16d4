# random values through the functions that are computed here
import math
x=12345
def rnd():
    global x
    x=(x*1103515245+12345)&0x7fffffff
    return x/float(0x7fffffff)
h=0
for i in range(3000):
    v=(rnd()-0.5)*(10,4,400,2e-3)[i%4]
    for f in (math.gamma,math.lgamma,math.erf,math.erfc,math.sin,math.exp,math.tan,math.asinh,math.expm1):
        try: r=repr(f(v))
        except Exception as e: r=str(e)
        h=hash((h,r))
print h
s=[ (rnd()-0.5)*10**int(rnd()*30) for i in range(2000)]
print repr(math.fsum(s)), math.factorial(500)%1000007, math.frexp(1e-310), math.modf(-0.0), math.modf(-1e-320), math.frexp(-0.0)
