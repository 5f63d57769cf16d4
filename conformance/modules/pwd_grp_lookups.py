# The user and group databases: entries as struct sequences, wrong arguments.
import pwd, grp, pickle, copy
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
for v in ((), (0,), ('0',), (0, 1), (0L,), (0.0,), (0.5,), (None,), (-2,), (2**32,), (2**32 - 1,), (-1,), (2**64,), (987654,), (True,), (False,), (u'root',), ('root',), ('no such user',), ('a\0b',), ('',), (u'\xe9',), (bytearray('root'),)):
    print v
    for f in (pwd.getpwuid, pwd.getpwnam, grp.getgrgid, grp.getgrnam):
        t(f, *v)
class I(object):
    def __int__(self): return 0
class X(object):
    def __index__(self): return 0
for f in (pwd.getpwuid, grp.getgrgid):
    t(f, I()) if 0 else None
    try: print f(I())[0]
    except Exception as e: print type(e).__name__, str(e)[:40]
    try: print f(X())[0]
    except Exception as e: print type(e).__name__, str(e)[:40]
p = pwd.getpwuid(0); g = grp.getgrgid(0)
print p.pw_name, p.pw_uid, p.pw_gid, p.pw_dir, len(p), p[0], p[-5], p[:1], p == tuple(p), isinstance(p, tuple)
print g.gr_name, g.gr_gid, g.gr_passwd, g.gr_mem, len(g), g == tuple(g), hash(p) == hash(tuple(p))
for c in (pwd.struct_passwd, pwd.struct_pwent, grp.struct_group):
    print c, c.__name__, c.__module__, c.n_fields, c.n_sequence_fields, c.n_unnamed_fields, [n for n in dir(c) if n[0] != '_']
    t(c); t(c, 3); t(c, ()); t(c, range(c.n_fields)); t(c, range(c.n_fields + 1)); t(c, 'x' * c.n_fields); t(c, range(c.n_fields), {}); t(c, range(c.n_fields), 3)
    try:
        class S(c): pass
        print S
    except Exception as e: print type(e).__name__, e
    o = c(range(c.n_fields))
    for q in (0, 1, 2):
        r = pickle.loads(pickle.dumps(o, q)); print r, type(r) is c
    print copy.copy(o), copy.deepcopy(o), o.__reduce__()
try: p.pw_name = 'x'
except Exception as e: print type(e).__name__, e
try: p.nothing = 'x'
except Exception as e: print type(e).__name__, e
try: del g.gr_name
except Exception as e: print type(e).__name__, e
print p + (1,), 2 * (0 in p), p < (p[0] + 'z',)
print type(pwd.getpwall()), p in pwd.getpwall(), g in grp.getgrall()
t(pwd.getpwall, 1); t(grp.getgrall, 1)
