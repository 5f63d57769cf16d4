import _collections as o
base=set(dir(object))
print [n for n in dir(o) if n != '__file__'];
for n in dir(o):
    x=getattr(o,n)
    if isinstance(x,type): print n, x, sorted(dir(x))
d=o.deque; D=o.defaultdict
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print type(e).__name__, e
t(d); t(d,1);t(d,[1,2,3]);t(d,[1,2,3],2);t(d,[1,2,3],-1);t(d,[1],'a');t(d,[1],None);t(d,[1],2.0);t(d,1,2,3);t(d,iterable='abc',maxlen=2);t(d,foo=1);t(d,[1],2**70)
x=d('abcde'); 
for n in sorted(set(dir(d))-base):
    f=getattr(x,n)
    if callable(f):
        print '--',n
        for a in [(),(1,),(1,2)]:
            x=d('abcde'); 
            t(getattr(x,n),*a)
        print x
x=d('abc',4); print x, repr(x), str(x), x.maxlen, x.__reduce__()
try: x.maxlen=3
except Exception as e: print type(e),e
class S(d): pass
s=S('ab',5); print s, s.__reduce__(); s.q=1; print s.__reduce__(); print S('ab').__reduce__(), S(maxlen=3).__reduce__()
t(d('abc').rotate,1.5);t(d('abc').rotate,'a');t(d('abc').remove,'z');t(d().pop);t(d().popleft);t(lambda:d('abc')[5]);t(lambda:d('abc')[-1]);t(lambda:d('abc')[1:2]);t(lambda:d('abc')['a']);t(lambda:d('abc')[1.0]);t(lambda:d('abc')[2L]); t(lambda:d('abc')[2**70])
x=d('abc'); x[1]=5; x[-1]=6; print x
try: x[7]=3
except Exception as e: print type(e),e
del x[1]; print x
try: del x[7]
except Exception as e: print type(e),e
try: x[0:1]=3
except Exception as e: print type(e),e
print d('abc')==d('abc'), d('abc')==['a','b','c'], d('abc')<d('abd'), d('abc')!=d('ab'), d('ab')<d('abc'), cmp(d('a'),d('b'))
t(hash,d()); x=d('ab'); x.append(x); print x; x=d('abc'); print x.count('a'), 'a' in x, 'z' in x, len(x), bool(d()), bool(x)
it=iter(x); next(it); x.append(1); t(next,it); t(next,it)
it=reversed(x); print it.__class__, iter(x).__class__; next(it); x.pop(); t(next,it); print list(reversed(x))
it=iter(x); print it.__length_hint__(), sorted(set(dir(it))-base); next(it); print it.__length_hint__()
x=d('abc'); it=iter(x); list(it); t(next,it); x.append(1); t(next,it)
t(type(it)); t(type(it),d('abc')); t(type(it),[1]); t(lambda: list(type(it)(d('abc'))))
x=d('abcdef'); x.rotate(2); print x; x.rotate(-3); print x; x.rotate(100); print x; x.reverse(); print x; x.extendleft('12'); print x; x.extend(x); print x
x=d('abc',3); x.append('d'); print x; x.appendleft('z'); print x; x.extend('xyzw'); print x; x.extendleft('12345');print x; x+='q'; print x
x=d(maxlen=0); x.append(1); x.extend([1,2]); x.extendleft([1]); print x
x=d('abc'); x.extendleft(x); print x
try: x=d('abc'); x+=3
except Exception as e: print type(e),e
try: d('a')+d('b')
except Exception as e: print type(e),e
try: d('a')*2
except Exception as e: print type(e),e
class M(object):
    def __eq__(s,o): x.clear(); return False
x=d([1,2,M(),3,4]); t(x.count,9); x=d([1,M(),3]); t(x.remove,9); x=d([1,M(),3]);
t(lambda: 9 in x)
print d.__init__(x,'zz',1), x
t(d.__new__,d,1,2,3)
class copy: copy=staticmethod(lambda x:x.__copy__())
y=copy.copy(d('ab',3)); print y, y.maxlen, d('ab',7).__copy__(), S('ab',7).__copy__()
print '=== defaultdict'
for a in [(),(int,),(None,),(3,),(int,{1:2}),(int,[(1,2)]),(int,1),(int,{},{}),(None,{1:2})]: t(D,*a)
t(D,int,a=1); x=D(list); x[1].append(2); print x; print x.__reduce__()[:4], x.copy(), type(x.copy()), x.default_factory
x.default_factory=None; t(lambda:x[5]); x.default_factory=3; t(lambda:x[5]); del x.default_factory; print x, x.default_factory
t(D(None).__missing__,(1,2)); t(D(int).__missing__,3); t(D.__missing__,D(int))
class DD(D): pass
x=DD(int); print x, x.copy(), x.__copy__(), x.__reduce__()[:4]
x=D(lambda:x); x[1]; print repr(x)[:20]
x=D(); x[1]=x; print x
x=D(list); x.default_factory=x.copy; print repr(x)[:60]
print D(int,{1:2})=={1:2}, dict(D(int,{1:2}))
x=D(int); x['a']+=1; print x, x.get('q'), 'q' in x
