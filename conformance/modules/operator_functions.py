import operator as o
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print type(e).__name__, e
t(o.attrgetter); t(o.attrgetter,1); t(o.attrgetter,u'a.b'); t(o.attrgetter,'a',2); t(o.attrgetter,'a',x=2)
t(o.attrgetter('real.imag'),3); t(o.attrgetter('real','imag'),3); t(o.attrgetter(u'real\xe9','imag'),3); t(o.attrgetter('a..b'),3)
t(o.attrgetter('real'),3,x=5); t(o.attrgetter('real'),); t(o.itemgetter(1),); t(o.itemgetter(1),[1,2],x=2); t(o.itemgetter(1,0),[1,2]); t(o.itemgetter(1,'a'),[1,2])
t(o.methodcaller,); t(o.methodcaller,3); t(o.methodcaller,name=3); t(o.methodcaller('upper')); t(o.methodcaller('upper'),'a'); t(o.methodcaller('split','a',),'bab'); t(o.methodcaller('foo',sep=3),'bab');t(o.methodcaller(3),'bab')
t(o.methodcaller('upper'),'a','b')
t(o.concat,1,2); t(o.concat,[1],(2,)); t(o.concat,[1],[2]); t(o.concat,{},[2]); t(o.repeat,[1],2); t(o.repeat,1,2);t(o.repeat,[1],2.5);t(o.repeat,[1],'a'); t(o.repeat,2,[1]);t(o.iconcat,[1],(2,)); t(o.irepeat,[1],-1)
t(o.getslice,[1,2,3],-2,5);t(o.getslice,3,-2,5);t(o.getslice,{},1,2);t(o.setslice,3,1,2,3);t(o.delslice,3,1,2); t(o.setslice,(1,),1,2,3);t(o.delslice,(1,),1,2)
t(o.getslice,[1,2,3],0,2**70)
for f in (o.isSequenceType,o.isMappingType,o.isNumberType,o.isCallable):
    class N(object): pass
    class G(object):
        def __getitem__(self,x): pass
    class OC: pass
    class OG:
        def __getitem__(self,x): pass
    class GS(object):
        def __getitem__(self,x): pass
        def __getslice__(self,x,y): pass
    class NI(object):
        def __int__(s): pass
    class D(dict): pass
    print f.__name__, [int(f(x)) for x in (1,1L,1.0,1j,True,None,[],(),{},'',u'',set(),frozenset(),xrange(3),slice(1))]
t(o.indexOf,[1,2],3);t(o.indexOf,[1,2],2);t(o.indexOf,3,2);t(o.countOf,[1,2,1],1);t(o.countOf,3,1)
t(o.sequenceIncludes,[1],1);t(o.sequenceIncludes,1,1)
t(o.index,2.5);t(o.index,True);t(o.index,2L)
t(o.pow,2,3);t(o.ipow,2,3);t(o.truth,[]);t(o.not_,[]);t(o.is_,1,1);t(o.is_not,1,None)
t(o._compare_digest,'a','a');t(o._compare_digest,'a','b');t(o._compare_digest,u'a',u'b');t(o._compare_digest,u'a','b');t(o._compare_digest,u'\xe9',u'b');t(o._compare_digest,1,2);t(o._compare_digest,1)
t(o.delitem,{},1);t(o.setitem,[1],0,2); d={};t(o.setitem,d,0,2);t(o.delitem,d,0);t(o.getitem,d,1);t(o.contains,d,1)
t(o.lt,1,2);t(o.lt,1j,2)
t(o.itemgetter,x=1); print o.itemgetter(1).__class__, 1
print [n for n in dir(o) if n != '__file__']; print dir(o.itemgetter); print dir(o.attrgetter),dir(o.methodcaller)
try:
    class X(o.itemgetter): pass
except Exception as e: print e
