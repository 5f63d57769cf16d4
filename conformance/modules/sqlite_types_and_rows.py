# sqlite3: adapters, converters, row factories, text factories, transactions, isolation, errors, scripts.
import sqlite3, datetime, time
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0].split(' object')[0]
c = sqlite3.connect(':memory:'); k = c.cursor()
for v in (None, 1, 2 ** 62, -5L, 1.5, 'str', u'uni\u20ac', buffer('\0bin'), True, float('inf'), '', u'', bytearray('ba')):
    try: print [ (x, type(x).__name__, str(x) if type(x) is buffer else '') if type(x) is not buffer else str(x) for x in c.execute('select ?, typeof(?)', (v, v)).fetchone()]
    except Exception as e: print type(e).__name__, e
for v in ('\xff\xfe', 2 ** 63, [], {}, object, 1j, (1,)): t(c.execute, 'select ?', (v,))
for q, p in (('select 1', ()), ('select ?', ()), ('select ?', (1, 2)), ('select :a, :b', {'a': 1, 'b': 2}), ('select :a', {'b': 1}), ('select :a', (1,)), ('select ?', {'a': 1}), ('select ?', 'x'), ('select ?', 'xy'), ('select ?', 5), ('select ?', None), ('sel', ()), ('select 1; select 2', ()), ('', ()), ('-- comment', ()), (u'select 1', ()), (5, ()), ('select * from nosuch', ()), ('select 1\0', ()), ('select ?2, ?1', ('a', 'b')), ('select @x, $y', {'x': 1, 'y': 2}), ('select :a', type('M', (dict,), {'__missing__': lambda s, k: 'missing ' + k})())):
    try: r = c.execute(q, p); print r.fetchall(), r.description and [d[0] for d in r.description], r.rowcount, r.lastrowid
    except Exception as e: print repr(q), type(e).__name__, e
c.executescript('create table t(id integer primary key, n text, v real); create table u(x unique not null);')
print k.execute("insert into t(n, v) values('a', 1.5)").rowcount, k.lastrowid, c.total_changes, k.executemany('insert into t(n, v) values(?, ?)', [('b', 2), ('c', None)]).rowcount, k.lastrowid, k.executemany('update t set v = ?', iter([(9,)])).rowcount; t(k.executemany, 'select 1', [()]); t(k.executemany, 'insert into t values(?, ?, ?)', 5); t(k.executemany, 'insert into t(n) values(?)', [(1,), 5]); t(c.execute, 'insert into u values(null)'); c.execute('insert into u values(1)'); t(c.execute, 'insert into u values(1)')
print c.isolation_level, c.rollback(), c.execute('select count(*) from t').fetchone(), c.commit(), list(c.execute('select * from u'))
c.execute("insert into t(n) values('tx')"); c.commit(); c.execute('delete from t'); c.rollback(); print c.execute('select count(*) from t').fetchone()
try:
    with c: c.execute("insert into t(n) values('w')"); raise KeyError('x')
except KeyError: print c.execute('select count(*) from t').fetchone()
with c: c.execute("insert into t(n) values('w')")
print c.execute('select n from t').fetchall()
c.isolation_level = None; c.execute('begin'); c.execute("insert into t(n) values('auto')"); c.execute('rollback'); print c.execute('select count(*) from t').fetchone(), c.isolation_level; c.isolation_level = 'IMMEDIATE'; t(setattr, c, 'isolation_level', 5); t(setattr, c, 'isolation_level', 'bogus') if 0 else None; c.isolation_level = ''; 
c.row_factory = sqlite3.Row; r = c.execute('select 1 as a, 2 as B, "x" as a').fetchone(); print type(r).__name__, r['a'], r['b'], r['A'], r[2], r[-1], len(r), r.keys(), tuple(r), list(r), r == c.execute('select 1 as a, 2 as B, "x" as a').fetchone(), r != r, hash(r) == hash(c.execute('select 1 as a, 2 as B, "x" as a').fetchone()); t(lambda: r['zz']); t(lambda: r[5]); t(lambda: r[0:2]); t(lambda: r[None]); t(lambda: r[2 ** 70]); t(sqlite3.Row, 5, ()); t(sqlite3.Row); t(r.__class__, k, 5); t(setattr, r, 'x', 1)
c.row_factory = lambda cur, row: dict(zip([d[0] for d in cur.description], row)); print c.execute('select 1 as q').fetchone(), c.cursor().row_factory is c.row_factory; c.row_factory = None; k.row_factory = lambda cur, row: ('row',) + row; print k.execute('select 1').fetchone(); k.row_factory = lambda cur, row: 1 / 0; t(k.execute('select 1').fetchone); k.row_factory = None
c.text_factory = str; print c.execute("select 'caf\xc3\xa9'").fetchone(); c.text_factory = lambda b: 'T:' + b; print c.execute("select 'x', 1").fetchone(); c.text_factory = sqlite3.OptimizedUnicode; print c.execute("select 'asc', 'caf\xc3\xa9'").fetchone(); c.text_factory = unicode; t(c.execute, "select cast(x'ff' as text)")
class P(object):
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return 'P(%r, %r)' % (self.x, self.y)
    def __conform__(self, proto): return '%s;%s' % (self.x, self.y) if proto is sqlite3.PrepareProtocol else None
print c.execute('select ?', (P(1, 2),)).fetchone()
class Q(P): __conform__ = None
sqlite3.register_adapter(Q, lambda q: 'Q%s' % q.x); print c.execute('select ?', (Q(5, 6),)).fetchone(); sqlite3.register_converter('point', lambda s: P(*s.split(';'))); sqlite3.register_converter('bad', lambda s: 1 / 0)
d = sqlite3.connect(':memory:', detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES); d.execute('create table p(a point, b date, c timestamp, d "bad", e POINT(5))'); d.execute('insert into p values(?, ?, ?, ?, ?)', (P(1, 2), datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 678), None, P(8, 9))); print d.execute('select * from p').fetchone(); print d.execute('select \'3;4\' as "y [point]"').fetchone(), d.execute('select b as "b [timestamp]" from p where 0').fetchone(); t(lambda: d.execute("select 'x' as \"z [bad]\"").fetchone()); t(lambda: d.execute("select 'junk' as \"z [date]\"").fetchone())
print sqlite3.Date(2020, 1, 2), sqlite3.DateFromTicks(0) == datetime.date.fromtimestamp(0), sqlite3.Time(1, 2, 3), sqlite3.Binary is buffer, sqlite3.paramstyle, sqlite3.apilevel, sqlite3.threadsafety, sqlite3.version
k = c.cursor(); k.execute('select 1 union select 2 union select 3 union select 4'); print k.fetchone(), k.fetchmany(2), k.arraysize, k.fetchmany(), k.fetchone(), k.fetchmany(), k.fetchall(), list(k); k.arraysize = 3; print k.execute('select 1 union select 2').fetchmany(); t(k.fetchmany, 'x'); t(setattr, k, 'arraysize', 'x'); t(k.setinputsizes, 5); t(k.setoutputsize, 5); print k.connection is c; k.close(); t(k.execute, 'select 1'); t(k.fetchone); t(k.close); t(sqlite3.Cursor, 5); t(sqlite3.Cursor)
c.close(); t(c.execute, 'select 1'); t(c.cursor); t(c.commit); c.close(); t(lambda: c.total_changes); t(lambda: c.__enter__()); t(sqlite3.connect, '/no/such/dir/db'); t(sqlite3.connect); t(sqlite3.connect, 5); print [e.__name__ for e in (sqlite3.Error, sqlite3.DatabaseError, sqlite3.IntegrityError) for e in e.__mro__[1:2]], sqlite3.Warning.__mro__[1].__name__
