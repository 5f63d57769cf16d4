# sqlite3: functions, aggregates and collations in Python, hooks, authorizers, progress, dumps, statements complete; what they raise.
import sqlite3
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr([tuple(str(x) if isinstance(x, buffer) else x for x in y) for y in r] if isinstance(r, list) else r).split(' at 0x')[0].split(' object')[0]
c = sqlite3.connect(':memory:'); q = lambda s, *a: t(lambda: c.execute(s, a).fetchall())
seen = []
def show(*a): seen.append(a); return repr([str(x) if isinstance(x, buffer) else x for x in a])
t(c.create_function, 'show', -1, show); q("select show(1, 2.5, 'x', null, x'00ff')"); q('select show()'); t(c.create_function, 'two', 2, lambda a, b: a + b); q('select two(1, 2)'); q('select two(1)'); q('select two(null, 1)'); t(c.create_function, 'ret', 1, lambda i: [None, 1, 2 ** 40, 1.5, 'str', u'\xe9', buffer('b'), True, -3L, [], object, 2 ** 70][i])
for i in range(12): q('select ret(?)', i)
t(c.create_function, 'div', 1, lambda x: 1 / x); q('select div(0)'); t(c.create_function, 'two', 2, None); t(c.create_function, 'n', 'x', show); t(c.create_function, 'n'); t(c.create_function, 'n' * 300, 1, show); t(c.create_function, name='kw', narg=1, func=abs); q('select kw(-4)'); t(c.create_function, 'rec', 1, lambda x: c.execute('select 5').fetchone()[0] + x); q('select rec(1)')
class Sum(object):
    def __init__(self): self.n = 0
    def step(self, *a): self.n += a[0]
    def finalize(self): return self.n
class BadInit(Sum):
    def __init__(self): 1 / 0
class BadStep(Sum):
    def step(self, x): raise KeyError(x)
class BadFin(Sum):
    def finalize(self): return 1 / 0
class NoStep(object):
    def finalize(self): return 1
class NoFin(object):
    def step(self, x): pass
c.executescript('create table t(a, b); insert into t values(1, "x"); insert into t values(2, "y"); insert into t values(3, "x");')
for n, k in (('s', Sum), ('bi', BadInit), ('bs', BadStep), ('bf', BadFin), ('ns', NoStep), ('nf', NoFin)): t(c.create_aggregate, n, 1, k); q('select %s(a) from t' % n)
q('select b, s(a) from t group by b'); q('select s(a) from t where 0'); t(c.create_aggregate, 's', 'x', Sum); t(c.create_aggregate, 'z'); c.create_aggregate('lots', -1, Sum); q('select lots(a, b, a) from t')
t(c.create_collation, 'rev', lambda a, b: -cmp(a, b)); q('select a from t order by b collate rev, a'); q('select b from t order by b collate nosuch'); t(c.create_collation, 'bad', lambda a, b: 'x'); q('select b from t order by b collate bad, a') if 0 else None; t(c.create_collation, 'raise', lambda a, b: 1 / 0); t(c.create_collation, 'x y', cmp); t(c.create_collation, 'X_1', cmp); t(c.create_collation, 5, cmp); t(c.create_collation, u'\xe9', cmp); t(c.create_collation, 'x', 5); t(c.create_collation, 'rev', None); q('select b from t order by b collate rev')
log = []; t(c.set_authorizer, lambda *a: log.append(a) or sqlite3.SQLITE_OK); q('select a from t where b = "x"'); print log; t(c.set_authorizer, lambda a, *r: sqlite3.SQLITE_DENY if a == sqlite3.SQLITE_READ else sqlite3.SQLITE_OK); q('select a from t'); t(c.set_authorizer, lambda a, *r: sqlite3.SQLITE_IGNORE if a == sqlite3.SQLITE_READ else 0); q('select a from t'); t(c.set_authorizer, lambda *a: 1 / 0); q('select a from t'); t(c.set_authorizer, lambda *a: 'x'); q('select a from t') if 0 else None; c.set_authorizer(lambda *a: 0)
n = []; t(c.set_progress_handler, lambda: n.append(1), 1); q('select count(*) from t'); print len(n) > 0; t(c.set_progress_handler, lambda: 1, 1); q('select count(*) from t'); t(c.set_progress_handler, lambda: 1 / 0, 1); q('select count(*) from t'); t(c.set_progress_handler, None, 1); q('select count(*) from t')
print [sqlite3.complete_statement(s) for s in ('select 1;', 'select 1', '', "select 'a;", 'create trigger x begin select 1; end;')]; t(sqlite3.complete_statement, 5); c.commit(); c.execute("create index i on t(a)"); c.execute("create view v as select 1"); c.execute('create table "odd name"(x text)'); c.execute('insert into "odd name" values(?)', ("it's",)); c.commit(); print list(c.iterdump())
t(c.execute, 'attach ? as other', (':memory:',)); c.execute('create table other.z(x)'); q("select name from other.sqlite_master"); t(c.interrupt); t(sqlite3.enable_callback_tracebacks, 0); t(sqlite3.enable_shared_cache, 0); t(c.enable_load_extension, 1) if 0 else None
class C(sqlite3.Connection):
    def __init__(self, *a, **k): sqlite3.Connection.__init__(self, *a, **k); self.extra = 1
    def cursor(self, *a): return sqlite3.Connection.cursor(self, K)
class K(sqlite3.Cursor):
    def execute(self, s, *a): return sqlite3.Cursor.execute(self, s.replace('PLUS', '+'), *a)
d = sqlite3.connect(':memory:', factory=C); print d.extra, type(d.cursor()).__name__, d.cursor().execute('select 1 PLUS 2').fetchone(), type(d.execute('select 1')).__name__; t(d.cursor().executescript, 5); print d.cursor().executescript('select 1; select 2;').fetchall(); t(d.executescript, 'create bogus'); t(d.executescript, u'select 1')
class Bad(sqlite3.Connection):
    def __init__(self): pass
t(Bad().execute, 'select 1'); t(Bad().cursor); t(sqlite3.connect, ':memory:', timeout='x'); t(sqlite3.connect, ':memory:', bogus=1); print sqlite3.connect(':memory:', 5, 0, None).isolation_level; t(c, 'select 1'); t(c, 5); t(c)
import threading
o = []; th = threading.Thread(target=lambda: o.append(1) if 0 else t(c.execute, 'select 1') if 0 else None); e = []
def other():
    try: c.execute('select 1')
    except sqlite3.ProgrammingError as x: e.append(str(x).split('.')[0])
th = threading.Thread(target=other); th.start(); th.join(); print e; c2 = sqlite3.connect(':memory:', check_same_thread=False); th = threading.Thread(target=lambda: e.append(c2.execute('select 7').fetchone())); th.start(); th.join(); print e[-1]
