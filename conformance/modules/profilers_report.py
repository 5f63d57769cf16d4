# profile, cProfile, pstats, trace, timeit: counts of calls, sorted reports, callers and callees, counts of lines.
import profile, cProfile, pstats, trace, timeit, StringIO, re, sys, tempfile, os
def leaf(): return 1
def mid(n): return sum(leaf() for i in range(n))
def rec(n): return n and rec(n - 1)
def top(): mid(3); mid(2); rec(4); len('x')
def table(s): return [(re.sub(r'^\s*([\d/]+)(\s+[\d.]+){4}', r'\1', l)) for l in s.splitlines() if 'profilers_report' in l]
for P in profile.Profile, cProfile.Profile:
    p = P(); print p.runcall(top); o = StringIO.StringIO(); s = pstats.Stats(p, stream=o); s.strip_dirs().sort_stats('name').print_stats('profilers'); print '\n'.join(table(o.getvalue())); print sorted((k[2], v[0], v[1]) for k, v in s.stats.items() if 'profilers' in k[0]), s.total_calls - s.prim_calls
    o.truncate(0); s.print_callers('leaf'); print [re.sub(r'\d+\.\d+', 'T', l).strip() for l in o.getvalue().splitlines() if 'leaf' in l][:2]; o.truncate(0); s.print_callees('mid'); print any('genexpr' in l for l in o.getvalue().splitlines())
    for keys in (('calls',), ('ncalls', 'name'), ('time',), ('cumulative',), ('nfl',), ('stdname',), (1,), (-1,), ('bogus',), ('file', 1)):
        try: print s.sort_stats(*keys).sort_type if hasattr(s, 'sort_type') else 0,
        except Exception as e: print type(e).__name__, e,
    print; o.truncate(0); s.sort_stats('name').reverse_order().print_stats(2, 'x'); print 'due to restriction' in o.getvalue(); s.add(pstats.Stats(p)); print sorted((k[2], v[0]) for k, v in s.stats.items() if k[2] == 'mid')
    f = tempfile.mktemp(); p.dump_stats(f); t = pstats.Stats(f); print len(t.stats) == len(pstats.Stats(p).stats); os.remove(f)
    for bad in ('/no/such',):
        try: pstats.Stats(bad)
        except Exception as e: print type(e).__name__, str(e).split(' object at')[0][:60]
    q = P(); q.runctx('y = leaf()', globals(), {}); print [k[2] for k in pstats.Stats(q).stats if k[2] in ('leaf',)]
    try: q.runcall(lambda: 1 / 0)
    except ZeroDivisionError as e: print e
p = cProfile.Profile(builtins=False, subcalls=False); p.enable(); top(); p.disable(); print sorted(x.code if isinstance(x.code, str) else x.code.co_name for x in p.getstats() if not isinstance(x.code, str)); p.clear(); print len(p.getstats()); print sorted((x.code.co_name, x.callcount, x.reccallcount) for x in (p.runcall(top), p.getstats())[1] if not isinstance(x.code, str))
ticks = [0]
def clock(): ticks[0] += 1; return ticks[0]
p = cProfile.Profile(clock, 0.001); p.runcall(leaf); print [(x.code.co_name, x.totaltime, x.inlinetime) for x in p.getstats() if not isinstance(x.code, str)]
t = trace.Trace(count=1, trace=0, countfuncs=0); t.runfunc(mid, 2); c = t.results().counts; print sorted((os.path.basename(f), l, n) for (f, l), n in c.items() if 'profilers' in f); t = trace.Trace(countfuncs=1); t.runfunc(top); print sorted(x[2] for x in t.results().calledfuncs if 'profilers' in x[0]); t = trace.Trace(countcallers=1, count=0, trace=0); t.runfunc(mid, 1); print sorted((a[2], b[2]) for a, b in t.results().callers if 'profilers' in a[0] and 'profilers' in b[0])
o, sys.stdout = sys.stdout, StringIO.StringIO(); trace.Trace(trace=1, count=0).runfunc(leaf); v = sys.stdout.getvalue(); sys.stdout = o; print v
n = []; T = timeit.Timer(lambda: n.append(1), 'pass', clock); print T.timeit(10), len(n), T.repeat(2, 3), len(n); print timeit.timeit('x + 1', 'x = 1', number=5, timer=clock), timeit.repeat('pass', number=1, repeat=2, timer=clock), timeit.default_number, timeit.default_repeat
for args in ((5,), ('pass', 5), ('x =',), ('1 / 0',)):
    try: print timeit.Timer(*args).timeit(1) >= 0
    except Exception as e: print type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg
o, sys.stdout = sys.stdout, StringIO.StringIO(); r = timeit.main(['-n', '10', '-r', '2', 'pass']); v = sys.stdout.getvalue(); sys.stdout = o; print r, re.sub(r'[\d.]+ usec', 'T usec', v)
