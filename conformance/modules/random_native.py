import _random
R=_random.Random
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0][:100]
    except BaseException as e: print type(e).__name__, e
r=R(5); t(r.random); t(r.getrandbits,10); t(r.getrandbits,100); t(r.getrandbits,0); t(r.getrandbits,-1); t(r.getrandbits,'a'); t(r.getrandbits,32);t(r.getrandbits,33);t(r.getrandbits,1)
for s in [0,1,-5,2**70,'abc',1.5,(1,2),True,3L,-2**70,u'x',2**32,2**64-1,2**63]:
    t(r.seed,s); t(r.random)
t(r.seed,1,2); t(r.jumpahead,5); t(r.random); t(r.jumpahead,'a'); t(r.jumpahead,2**100); t(r.random); t(r.jumpahead,-3); t(r.random); t(r.jumpahead,1.5); t(r.jumpahead)
s=r.getstate(); print len(s), type(s), type(s[0]), type(s[-1]), s[-1], s[:3]
x=r.random(); r.setstate(s); print x==r.random()
t(r.setstate,1); t(r.setstate,(1,)); t(r.setstate,tuple(['a']*625)); t(r.setstate,tuple([1]*624+[1000])); t(r.setstate,tuple([2**40]*625)); t(r.setstate,tuple([-1]*625)); t(r.setstate,tuple([1]*624+[-1])); t(r.setstate,tuple([1]*624+[624])); t(r.random); t(r.setstate,[1]*625)
r.seed(5); print hash(r.getstate())
t(R,x=1); t(R,1,2); t(R,[])
class S(R):
    def __init__(s,*a,**k): pass
t(S,1,2); t(S,x=1); t(S,1)
t(r.getrandbits,2**32)
t(r.getrandbits,2.5)
for i in range(2000): r.random()
print r.random(), sorted(n for n in dir(R) if n[0]!='_')
