# Values, arithmetic, comparison, text, errors of the types of datetime.
import datetime as D
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:200]
    except BaseException as e: print type(e), e
t(D.date,1,2,3,4); t(D.date,1); t(D.date); t(D.date,2000,1,day=1); t(D.date,2000,1,1,day=1); t(D.date,2000,1.5,1); t(D.date,'a',1,1); t(D.date,0,1,1);t(D.date,10000,1,1); t(D.date,1,13,1); t(D.date,1,2,30); t(D.date,x=1)
t(D.date,2**40,1,1)
t(D.time,1,2,3,4,5,6); t(D.time,24); t(D.time,1,60); t(D.time,1,1,60); t(D.time,1,1,1,-1); t(D.time,1,1,1,1,5); t(D.time,x=1); t(D.time,1,tzinfo=None)
t(D.datetime,1); t(D.datetime,1,1,1,24); t(D.datetime,1,1,1,1,1,1,1,1,1,1); t(D.datetime,1,1,1,tzinfo=4)
t(D.timedelta,1,2,3,4,5,6,7,8); t(D.timedelta,'a'); t(D.timedelta,days='a'); t(D.timedelta,foo=1); t(D.timedelta,10**9); t(D.timedelta,10**30); t(D.timedelta,1e30); t(D.timedelta,float('nan')); t(D.timedelta,float('inf')); t(D.timedelta, days=-10**9); t(D.timedelta,None); t(D.timedelta,hours=1.5,seconds=0.0000015); t(D.timedelta,1,days=2)
d=D.timedelta(1,2,3); 
for e in ['d+1','1+d','d-1','1-d','d*2','2*d','d*2.0','d/2','d//2','d//2.0','d/0','d//0','d%2','d/d','d//d','-d','+d','abs(-d)','d<1','d==1','d!=1','d<d','cmp(d,1)','cmp(d,d)','hash(d)','str(d)','str(-d)','repr(d)','d.days','d.x','d.total_seconds()','d.__reduce__()','bool(D.timedelta(0))','D.timedelta.min','D.timedelta.max','D.timedelta.resolution','-D.timedelta.max','-D.timedelta.min','d*10**30','d*10**9','D.timedelta(days=1.1)',"setattr(d,'days',1)",'str(D.timedelta(5))','str(D.timedelta(1,0,5))','D.timedelta(0,1)/3L','5/d']:
    t(lambda:eval(e))
a=D.date(2004,2,29); b=D.datetime(2004,2,29,1,2,3,4); c=D.time(1,2,3,4)
for e in ['a','b','c','str(a)','str(b)','str(c)','a+1','a+d','d+a','a-d','d-a','a-a','a-b','b-a','b-b','b+d','b-d','d-b','a<b','a==b','b==a','b<a','a<1','a==1','b<1','c<1','c<a','a.replace(year=2003)','a.replace(2005,1)','a.replace(x=1)','a.replace(1,2,3,4)','a.isocalendar()','a.isoweekday()','a.weekday()','a.toordinal()','a.ctime()','b.ctime()','a.strftime()','a.strftime(1)','format(a)','a.__reduce__()','b.__reduce__()','c.__reduce__()','hash(a)','hash(b)','hash(c)','D.date.fromordinal(1)','D.date.fromordinal(0)','D.date.fromordinal(10**7)','D.date.fromordinal(3652059)','D.date.fromordinal(3652060)','D.date.fromtimestamp(1e20)','D.date.fromtimestamp("a")','D.datetime.utcfromtimestamp(1.5)','D.datetime.utcfromtimestamp(-1.5)','D.datetime.utcfromtimestamp(0.9999999)','D.datetime.fromtimestamp(1e20)','D.datetime.combine(a,c)','D.datetime.combine(a)','D.datetime.combine(1,c)','D.datetime.combine(a,1)','b.date()','b.time()','b.timetz()','b.isoformat()','b.isoformat(" ")','b.isoformat("")','b.isoformat(1)','b.isoformat(sep="-")','c.isoformat()','a.isoformat(1)','b.astimezone(1)','b.astimezone()','b.utcoffset()','c.dst()','c.tzname()','bool(D.time(0))','bool(c)','D.date.min,D.date.max,D.date.resolution','D.datetime.min,D.datetime.max,D.datetime.resolution,D.time.min,D.time.max,D.time.resolution','D.datetime.max+d','D.date.max+d','D.date.min-d','D.date("\\x07\\xd5\\x01\\x01")','D.date("\\x07\\xd5\\x0d\\x01")','D.time("\\x01\\x02\\x03\\x00\\x00\\x01")','D.datetime("\\x07\\xd5\\x01\\x01\\x01\\x02\\x03\\x00\\x00\\x01")','a.year,a.month,a.day','b.hour,b.minute,b.second,b.microsecond,b.tzinfo','a.hour','c.year','D.tzinfo().utcoffset(1)','D.tzinfo().dst(1)','D.tzinfo().tzname(1)','D.tzinfo().fromutc(1)','D.tzinfo().fromutc(b)','D.tzinfo().__reduce__()','D.MINYEAR,D.MAXYEAR','c.replace(hour=5)','c.replace(tzinfo=5)','b.replace(tzinfo=5)','b.replace(1,2,3,4,5,6,7)','b.replace(foo=1)','cmp(a,b)','c==a','c!=1','c-c','c+d','D.date.today(1)','D.datetime.now(1)','D.datetime.now(foo=1)','D.datetime.utcnow(1)','a>=a','max(a,a)','setattr(a,"year",3)','setattr(b,"hour",3)', 'a+D.timedelta(1.9)','D.date(1,1,1).isocalendar()','D.date(2005,1,1).isocalendar()','D.date(2010,1,3).isocalendar()','D.date(9999,12,31).isocalendar()','D.datetime(1,1,1).__class__','D.datetime.fromordinal(5)','b.toordinal()','b.isocalendar()','D.datetime.fromtimestamp(0,5)','D.datetime.fromtimestamp()','D.datetime.fromtimestamp(1,2,3)','D.date.fromtimestamp()','D.date.fromordinal()','D.date.fromordinal("a")']:
    print e,; t(lambda:eval(e))
class TZ(D.tzinfo):
    def __init__(self,o=60,n='X',d=0): self.o=o;self.n=n;self.d=d
    def utcoffset(self,dt): return self.o if not isinstance(self.o,int) else D.timedelta(minutes=self.o)
    def tzname(self,dt): return self.n
    def dst(self,dt): return self.d if not isinstance(self.d,int) else D.timedelta(minutes=self.d)
    def __repr__(self): return 'TZ'
x=D.datetime(2000,1,1,12,0,0,5,TZ()); y=D.datetime(2000,1,1,11,0,0,5,TZ(0,None)); z=D.time(1,2,tzinfo=TZ(-90)); n=D.datetime(2000,1,1)
bad=[D.datetime(2000,1,1,tzinfo=TZ(D.timedelta(1))),D.datetime(2000,1,1,tzinfo=TZ(D.timedelta(0,1))),D.datetime(2000,1,1,tzinfo=TZ('x')),D.datetime(2000,1,1,tzinfo=TZ(None))]
for e in ['x','str(x)','x==y','x-y','x<y','hash(x)','hash(y)==hash(x)','x==n','x<n','n-x','x-n','x.astimezone(TZ(0))','z','str(z)','z.utcoffset(),z.dst(),z.tzname()','z==D.time(1,2)','z<D.time(1,2)','hash(z)','bool(D.time(1,0,tzinfo=TZ(60)))','D.datetime.fromtimestamp(0,TZ())','D.datetime.now(TZ()).tzinfo','x.timetz()','x.replace(tzinfo=None)','x.isoformat()','z.isoformat()']+['bad[%d].utcoffset()'%i for i in range(4)]+['bad[3]==n','str(bad[3])','bad[3].astimezone(TZ())','x.__reduce__()','D.datetime("\\x07\\xd5\\x01\\x01\\x01\\x02\\x03\\x00\\x00\\x01",TZ())','D.datetime("\\x07\\xd5\\x01\\x01\\x01\\x02\\x03\\x00\\x00\\x01",5)','D.datetime(2000,1,1,tzinfo=TZ(0,5)).tzname()','TZ().fromutc(x)','x.tzinfo.fromutc(x)','TZ().__reduce__()[1:]']:
    print e,; t(lambda:eval(e))
class S(D.date): pass
class T(D.datetime):
    def __new__(cls,*a,**k): return D.datetime.__new__(cls,*a,**k)
class Q(D.timedelta): pass
for e in ['S(1,2,3)','S(1,2,3).replace(4)','S(1,2,3)+d','T.utcfromtimestamp(0)','T(1,1,1)+d','Q(1)+Q(2)','Q(1)','str(Q(1))','S(1,1,1)==D.date(1,1,1)','T(1,1,1).date()','T.combine(a,c)','-Q(1)','T(1,1,1).replace(day=2)','S(1,1,1).__reduce__()']:
    print e,; t(lambda:eval(e))
