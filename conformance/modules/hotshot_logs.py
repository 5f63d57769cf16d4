# The profiler that writes a log: what it hears of, what the log looks like, and reading it.
import _hotshot
import hotshot
import hotshot.log
import hotshot.stats
import os
import shutil
import sys
import tempfile
import warnings

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'log')


def outcome(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as e:
        return ('%s: %s' % (e.__class__.__name__, e)).replace(folder, 'FOLDER')


def records(timed=True):
    """All records, without times."""
    for what, time, f, line in _hotshot.logreader(path):
        if not isinstance(time, str):
            time = 't' if time >= 0 else time
        yield what, time, f, line


def inner(n):
    return n + 1


def outer(n):
    total = 0
    for i in range(n):
        total += inner(i)
    return total


def steps(n):
    for i in range(n):
        yield i


def fails():
    try:
        [1 / 0 for x in (1,)]
    except ZeroDivisionError:
        pass
    raise ValueError('out')


print sorted((n, v) for n, v in vars(_hotshot).items() if n.startswith('WHAT'))
print _hotshot.ProfilerError, _hotshot.ProfilerType, _hotshot.LogReaderType, repr(_hotshot.__version__)
print outcome(_hotshot.ProfilerType), '|', outcome(type, 'x', (_hotshot.LogReaderType,), {})

for lines, times in (0, 0), (1, 0), (1, 1):
    p = _hotshot.profiler(path, lines, times)
    print lines, times, p.closed, p.runcall(outer, (2,)), p.runcall(list, (steps(2),)), outcome(p.runcall, fails)
    names = {'f': inner}
    print p.runcode(compile('x = f(1)\ny = f(2)\n', 'code', 'exec'), names), names['y']
    p.addinfo('key', 'a value')
    p.close()
    for r in records():
        print r,
    print

p = _hotshot.coverage(path)
p.runcall(outer, (1,))
p.close()
print list(_hotshot.logreader(path))
info = _hotshot.logreader(path).info
print sorted(info), info['requested-line-events'], info['requested-frame-timings'], info['sys-path-entry'] == sys.path

print '-- states'
p = _hotshot.profiler(path, 1)
print outcome(p.stop), '|', p.start(), sys.gettrace() is p, outcome(p.start), '|', outcome(p.runcall, inner, (1,)), p.stop()
print outcome(p.runcall), '|', outcome(p.runcall, 1), '|', outcome(p.runcall, inner, [1]), '|', outcome(p.runcall, inner, (), 1)
print outcome(p.runcall, inner, (), {'n': 4}), outcome(p.runcall, inner, (1, 2))
print outcome(p.runcode, 1, {}), '|', outcome(p.runcode, inner.func_code, 1), '|', outcome(p.runcode, inner.func_code, {}, 1)
print outcome(p.addinfo, 'a'), '|', outcome(p.addinfo, 1, 'a'), '|', outcome(p.addinfo, 'a\0', 'a'), '|', outcome(p.addinfo, 'a', 'a' * 10235)
print outcome(setattr, p, 'closed', 1), '|', outcome(setattr, p, 'lineevents', 1), '|', type(p.fileno())
print p.close(), p.closed, p.close(), outcome(p.start), '|', outcome(p.addinfo, 'a', 'b'), '|', outcome(p.fileno)
p = _hotshot.profiler(path)
p.start()
inner(1)
p.close()
print sys.getprofile(), len(list(records()))
for args in (), (1,), (os.path.join(folder, 'no', 'file'),), ('a', 1, 2, 3):
    print outcome(_hotshot.profiler, *args), '|', outcome(_hotshot.coverage, *args), '|', outcome(_hotshot.logreader, *args)
before, sys.path = sys.path, 'no list'
print outcome(_hotshot.profiler, path)
sys.path = ['a', 5, u'b']
_hotshot.profiler(path).close()
print _hotshot.logreader(path).info['sys-path-entry']
sys.path = before

print '-- logs'
for text in ('', '\x13', '\x13\x05ab', '\x13\x01a\x01b', '\x13\x01a\x01b\x13\x01a\x01c\x53\x01\x33\x01', '\0', '\x02\x81', '\x01',
             '\x53', '\x53\x01\0\1', '\x04\x05\x53\x01\x04\x05\x06', '\x33\x01\xfe\xff\x03\x05', '\x63', '\x13\xff\xff\xff\xff\x7f',
             '\x01\x13\x01k\x01v\x01', '\x23\x05\x02ab\x43\x05\x07\x01f'):
    with open(path, 'wb') as f:
        f.write(text)
    r = outcome(_hotshot.logreader, path)
    print repr(text), r if isinstance(r, str) else outcome(list, r), getattr(r, 'info', None), getattr(r, 'closed', None)
with open(path, 'wb') as f:
    f.write('\x01\x05')
r = _hotshot.logreader(path)
print type(r.fileno()), iter(r) is r, r[7], r.next(), outcome(lambda: r['a']), '|', outcome(lambda: r[0])
print outcome(r.next), '|', r.closed, r.close(), outcome(r.fileno), '|', outcome(setattr, r, 'info', 1)

print '-- the package'
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    p = hotshot.Profile(path, lineevents=1)
p.runcall(outer, 2)
p.run('outer(1)')
p.close()
for what, (name, line, function), time in hotshot.log.LogReader(path):
    print what, os.path.basename(name), line, function
p = hotshot.Profile(path)
p.runcall(outer, 3)
p.close()
s = hotshot.stats.load(path)
for (name, line, function), (calls, all_calls, own, total, callers) in sorted(s.stats.items()):
    print os.path.basename(name), line, function, calls, all_calls, own <= total, [k[2] for k in callers]
shutil.rmtree(folder)
