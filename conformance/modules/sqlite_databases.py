# The SQLite library as a database interface: statements, rows, transactions, callbacks, errors.
import _sqlite3
import datetime
import sqlite3
import threading

def shown(v):
    if type(v) is buffer:
        return 'buffer(%r)' % str(v)
    if isinstance(v, (list, tuple)) and type(v) in (list, tuple):
        return '[%s]' % ', '.join(map(shown, v))
    if isinstance(v, (sqlite3.Cursor, sqlite3.Connection)):
        return type(v).__name__
    return repr(v)

def t(f, *a, **k):
    try:
        print shown(f(*a, **k))
    except Exception as e:
        print type(e).__module__, type(e).__name__, e, e.args

print [n for n in dir(_sqlite3) if n not in ('__file__', 'sqlite_version')]
for c in _sqlite3.Connection, _sqlite3.Cursor, _sqlite3.Row, _sqlite3.Statement, _sqlite3.Cache:
    print c, c.__mro__, [n for n in dir(c) if n not in dir(object)]
print [(n, getattr(_sqlite3, n)) for n in dir(_sqlite3) if isinstance(getattr(_sqlite3, n), int)]
C=sqlite3.connect
t(C)
t(C,1)
t(C,'/nope/x')
t(C,':memory:',foo=1)
t(C,':memory:',timeout='a')
c=C(':memory:')
print repr(c.isolation_level), c.row_factory, c.text_factory, c.total_changes
try: c.total_changes=1
except Exception as e: print type(e),e
cu=c.cursor()
print cu.description, cu.rowcount, cu.lastrowid, cu.arraysize, cu.connection is c, cu.row_factory
t(cu.execute,'create table t(a integer, b text, c real, d blob)')
print cu.rowcount,cu.lastrowid,cu.description
t(lambda: cu.execute('insert into t values(?,?,?,?)',(1,'x',1.5,buffer('\x00\xff'))) is cu)
print cu.rowcount,cu.lastrowid,cu.description
t(lambda: cu.executemany('insert into t values(?,?,?,?)',[(2,u'y',None,None),(3,None,2,None)]) is cu)
print cu.rowcount,cu.lastrowid,cu.description
t(lambda: cu.execute('update t set b=a').rowcount)
t(lambda: cu.execute('delete from t where a=3').rowcount)
cu.execute('select * from t')
print cu.rowcount, cu.lastrowid, cu.description
t(cu.fetchone)
t(cu.fetchmany)
t(cu.fetchmany,5)
t(cu.fetchall)
t(cu.fetchone)
t(next,cu)
for s,p in [('select ?',()),('select ?',(1,2)),('select ?',None),('select ?',5),('select :a',{'a':5}),('select :a',{}),('select ?',{'a':1}),('select ?',[7]),('select ?',(object(),)),('select :a',{'a':object()}),('select ?',('\xff',)),('select ?',(2**63,)),('select ?',(2**62,)),('select ?',(True,)),('select',()),('select 1; select 2',()),('select 1;  -- c\n /* d */ ',()),('select 1\0',()),(u'select \u1234',()),(5,()),('',()),('   ',()),('insert into t values(1)',()),('select * from nope',()),('select a as "x [foo]", b as "y[z]" from t',()),(None,())]:
    t(lambda: (cu.execute(s,p).fetchall(), cu.description, cu.rowcount))
t(cu.execute)
t(cu.execute,'a',1,2)
t(cu.executemany,'select ?',[(1,)])
t(cu.executemany,'insert into t values(1,2,3,4)',5)
t(cu.executemany,'insert into t values(?,?,3,4)',iter([(1,2)]))
t(cu.executemany,'insert into t values(?,?,3,4)',[1])
t(cu.executemany,'x')
print cu.rowcount
t(cu.executescript,'create table u(a); insert into u values(1);')
t(cu.executescript,5)
t(cu.executescript,'bad')
t(cu.executescript,'select 1; select a from u')
t(lambda: c.execute('select * from u').fetchall())
t(lambda: c.executemany('insert into u values(?)',[(2,),(3,)]).rowcount)
c.rollback()
t(lambda: c.execute('select * from u').fetchall())
cu2=None
cu2=c.execute('select * from t')
cu.execute('insert into u values(9)')
c.rollback()
t(cu2.fetchone)
cu2=None
cu2=c.execute('select * from t')
t(cu2.fetchone)
cu.execute('insert into u values(9)')
c.commit()
t(cu2.fetchone)
with c: c.execute('insert into u values(10)')
try:
    with c: c.execute('insert into u values(11)')
    1/0
except ZeroDivisionError: pass
t(lambda: c.execute('select * from u').fetchall())
c.text_factory=str
t(lambda: c.execute("select 'a', ?",('\xff',)).fetchall())
c.text_factory=sqlite3.OptimizedUnicode
t(lambda: c.execute(u"select 'a', '\xe9'").fetchall())
c.text_factory=lambda x:('T',x)
t(lambda: c.execute(u"select 'a', '\xe9'").fetchall())
c.text_factory=unicode
t(lambda: c.execute("select cast(x'ff' as text)").fetchall())
c.text_factory=bytearray
t(lambda: c.execute(u"select 'a'").fetchall())
c.text_factory=unicode
t(lambda: c.execute("select 1, 2.5, 'x', x'0011', null, 9223372036854775807, -1").fetchall())
print type(c.execute("select x'00'").fetchone()[0])
c.row_factory=sqlite3.Row
r=c.execute('select 1 as A, 2 as b').fetchone()
print r['a'],r['B'],r[0],r[-1],len(r),r.keys(),list(r),tuple(r), r==r, r!=r, hash(r)==hash(c.execute('select 1 as A, 2 as b').fetchone()), isinstance(r,sqlite3.Row), r==c.execute('select 1 as A, 2 as b').fetchone(), r==(1,2)
t(lambda:r['z'])
t(lambda:r[5])
t(lambda:r[0:1])
t(lambda:r[1.5])
t(lambda: r[1L])
t(sqlite3.Row,1,2)
t(sqlite3.Row,cu,2)
t(sqlite3.Row)
t(lambda: r<r)
t(lambda:r[-5])
print dict(r)
c.row_factory=None
c.create_function('f',1,lambda x: x)
t(lambda: c.execute("select f(1),f('a'),f(1.5),f(x'00'),f(null)").fetchall())
c.create_function('g',-1,lambda *a: len(a))
t(lambda: c.execute("select g(1,2,3)").fetchall())
c.create_function('h',0,lambda: 1/0)
t(lambda: c.execute("select h()").fetchall())
c.create_function('k',0,lambda: object())
t(lambda: c.execute("select k()").fetchall())
t(c.create_function,'f',-100,lambda:1)
t(c.create_function,'f')
t(lambda: c.execute('select nope(1)').fetchall())
t(c.create_function,'x',1,5)
class Agg(object):
    def __init__(self): self.s=0
    def step(self,x): self.s+=x
    def finalize(self): return self.s
c.create_aggregate('mysum',1,Agg)
t(lambda: c.execute('select mysum(a) from u').fetchall())
t(lambda: c.execute('select mysum(a) from u where a>100').fetchall())
class B1(object):
    def __init__(self): 1/0
class B2(object):
    def step(self,x): 1/0
    def finalize(self): return 1
class B3(object):
    def step(self,x): pass
    def finalize(self): 1/0
class B4(object):
    def step(self,x): pass
class B5(object):
    def finalize(self): return 1
for i,k in enumerate((B1,B2,B3,B4,B5)):
    c.create_aggregate('b%d'%i,1,k)
    t(lambda: c.execute('select b%d(a) from u'%i).fetchall())
c.create_collation('rev',lambda a,b:-cmp(a,b))
t(lambda: c.execute("select a from u order by cast(a as text) collate rev").fetchall())
t(c.create_collation,'a b',cmp)
t(c.create_collation,'x',5)
c2=C(':memory:')
c2.create_collation('rev',cmp)
c2.create_collation('rev',None)
t(lambda: c2.execute("select 1 order by 'a' collate rev").fetchall())
t(c.create_collation,1,cmp)
t(c.create_collation, u'\xe9', cmp)
calls=[]
c.set_authorizer(lambda *a: calls.append(a) or sqlite3.SQLITE_OK)
c.execute('select a from u')
print calls
c.set_authorizer(lambda *a: sqlite3.SQLITE_DENY)
t(c.execute,'select a from u')
c.set_authorizer(lambda *a: 1/0)
t(c.execute,'select a from u')
t(c.set_authorizer)
c.set_authorizer(lambda *a: 0)
n=[0]
def prog(): n[0]+=1
c.set_progress_handler(prog,1)
c.execute('select a from u').fetchall()
print n[0]>0
c.set_progress_handler(lambda:1,1)
t(lambda: c.execute('select a from u').fetchall())
c.set_progress_handler(None,1)
c.set_progress_handler(lambda: 1/0, 1)
t(lambda: c.execute('select a from u').fetchall())
c.set_progress_handler(None,1)
t(sqlite3.complete_statement,'select 1;')
t(sqlite3.complete_statement,'select 1')
t(sqlite3.complete_statement)
t(sqlite3.enable_shared_cache,0)
t(sqlite3.enable_callback_tracebacks,0)
t(list,c.iterdump())
c.isolation_level=None
print c.isolation_level
c.isolation_level='EXCLUSIVE'
print c.isolation_level
t(setattr,c,'isolation_level',5)
t(setattr,c,'isolation_level',u'DEFERRED')
print c.isolation_level
t(delattr,c,'isolation_level')
class P(object):
    def __init__(self,x): self.x=x
    def __conform__(self,proto):
        if proto is sqlite3.PrepareProtocol: return 'P%s'%self.x
t(lambda: c.execute('select ?',(P(4),)).fetchall())
class Q(object): pass
sqlite3.register_adapter(Q,lambda q: 'adapted')
t(lambda: c.execute('select ?',(Q(),)).fetchall())
t(sqlite3.adapt,Q())
t(sqlite3.adapt,5)
t(sqlite3.adapt,5,sqlite3.PrepareProtocol,'alt')
t(sqlite3.adapt)
sqlite3.register_converter('foo',lambda s: ('foo',s))
c2=C(':memory:',detect_types=sqlite3.PARSE_DECLTYPES|sqlite3.PARSE_COLNAMES)
c2.execute('create table z(a foo, b foo(10), c "foo bar", d date, e timestamp)')
c2.execute('insert into z values(1,2,3,?,?)',(datetime.date(2020,1,2),datetime.datetime(2020,1,2,3,4,5,6)))
t(lambda: c2.execute('select * from z').fetchall())
t(lambda: c2.execute('select 5 as "x [foo]", null as "y [foo]"').fetchall())
print c2.execute('select 5 as "x [foo]"').description
t(c.cursor,1)
class_=type('CC',(sqlite3.Cursor,),{})
t(lambda: type(c.cursor(class_)).__name__)
t(lambda: type(c.cursor(factory=class_)).__name__)
t(sqlite3.Cursor)
t(sqlite3.Cursor,5)
t(sqlite3.Cursor.__new__(sqlite3.Cursor).execute,'x')
t(sqlite3.Connection.__new__(sqlite3.Connection).cursor)
t(lambda: type(c('select 1')))
t(c,'bad sql')
t(c,5)
cu.close()
t(cu.execute,'select 1')
t(cu.fetchone)
t(cu.close)
c.close()
t(c.close)
t(c.execute,'select 1')
t(c.commit)
t(cu2.fetchone)
t(lambda: c.total_changes)
t(lambda: c.isolation_level)
t(c.cursor)
c=C(':memory:')
def th():
    t(lambda: str(c.cursor())[:0])
x=[]
def th():
    try: c.cursor()
    except Exception as e: x.append(str(e)[:60])
    try: c.commit()
    except Exception as e: x.append(str(e)[:60])
q=threading.Thread(target=th)
q.start()
q.join()
print x
c.execute('create table p(a primary key, b not null)')
c.execute('insert into p values(1,2)')
t(c.execute,'insert into p values(1,2)')
t(c.execute,'insert into p values(2,null)')
t(c.execute,'select * from')
t(c.execute,'create table p(a)')
class Cur(sqlite3.Cursor):
    def __init__(self,*a): pass
t(lambda: Cur(c).execute('x'))
class Con(sqlite3.Connection): pass
t(lambda: type(C(':memory:',factory=Con)).__name__)
print [getattr(c,n).__name__ for n in ('Warning','Error','DataError')]
t(cu.setinputsizes,1)
t(cu.setoutputsize,1)
t(cu.setoutputsize,1,2)
t(cu.setinputsizes)
d={}
ca=sqlite3.Cache(lambda k:k*2,5) if hasattr(sqlite3,'Cache') else None
t(ca.get,3)
t(ca.get,3)
