# A scheduler of generators: tasks, system calls as yielded objects, channels, timers on a virtual clock, cancelling by
# throw and close with finally blocks that yield, trampolined subcalls with results and tracebacks.
import heapq, sys, traceback, collections, types
class Return(Exception):
    def __init__(self, value=None): self.value = value
class Cancelled(BaseException): pass
class Call(object):
    def __init__(self, *args): self.args = args
class Spawn(Call): pass
class Sleep(Call): pass
class Put(Call): pass
class Get(Call): pass
class Kill(Call): pass
class Join(Call): pass
class Task(object):
    serial = 0
    def __init__(self, gen): Task.serial += 1; self.id = Task.serial; self.stack = [gen]; self.waiters = []; self.done = self.result = self.error = None; self.blocked = None
    def __repr__(self): return '%s#%d' % (self.stack[0].gi_code.co_name if self.stack else 'ended', self.id)
class Channel(object):
    def __init__(self, name, size=0): self.name, self.size, self.items, self.getters, self.putters = name, size, collections.deque(), collections.deque(), collections.deque()
class Kernel(object):
    def __init__(self): self.ready = collections.deque(); self.timers = []; self.now = 0; self.seq = 0; self.trace = []
    def log(self, *a): self.trace.append('%3d ' % self.now + ' '.join(map(str, a)))
    def spawn(self, gen): t = Task(gen); self.ready.append((t, 'send', None)); return t
    def step(self, task, how, value):
        while task.stack:
            top = task.stack[-1]
            try:
                what = top.throw(*value) if how == 'throw' else top.send(value)
            except (StopIteration, Return), e: task.stack.pop(); how, value = 'send', getattr(e, 'value', None); continue
            except (Exception, Cancelled): task.stack.pop(); how, value = 'throw', sys.exc_info(); continue
            if isinstance(what, types.GeneratorType): task.stack.append(what); how, value = 'send', None; continue
            if what is None: self.ready.append((task, 'send', None)); return
            try: r = getattr(self, 'do_' + type(what).__name__.lower())(task, *what.args)
            except (TypeError, AttributeError), e: how, value = 'throw', (type(e), e, None); continue
            if r is self: return
            how, value = 'send', r
        task.done = True; task.result = value if how == 'send' else None
        task.error = value if how == 'throw' else None
        self.log(task.id, 'ends with', repr(value) if how == 'send' else traceback.format_exception_only(*value[:2])[-1].strip())
        for w in task.waiters: self.ready.append((w, how, value))
    def do_spawn(self, task, gen): return self.spawn(gen)
    def do_sleep(self, task, t): self.seq += 1; heapq.heappush(self.timers, (self.now + t, self.seq, task)); return self
    def do_join(self, task, other):
        if other.done:
            if other.error: self.ready.append((task, 'throw', other.error)); return self
            return other.result
        other.waiters.append(task); return self
    def do_kill(self, task, victim):
        if victim.done: return False
        for c in channels: c.getters = collections.deque(g for g in c.getters if g is not victim); c.putters = collections.deque(p for p in c.putters if p[0] is not victim)
        self.timers = [x for x in self.timers if x[2] is not victim]; heapq.heapify(self.timers); self.ready = collections.deque(r for r in self.ready if r[0] is not victim)
        self.ready.append((victim, 'throw', (Cancelled,))); return True
    def do_put(self, task, ch, item):
        if ch.getters: self.ready.append((ch.getters.popleft(), 'send', item)); return True
        if len(ch.items) < ch.size: ch.items.append(item); return True
        ch.putters.append((task, item)); return self
    def do_get(self, task, ch):
        if ch.items:
            item = ch.items.popleft()
            if ch.putters: p, more = ch.putters.popleft(); ch.items.append(more); self.ready.append((p, 'send', True))
            return item
        if ch.putters: p, item = ch.putters.popleft(); self.ready.append((p, 'send', True)); return item
        ch.getters.append(task); return self
    def run(self):
        while self.ready or self.timers:
            if not self.ready: self.now, _, t = heapq.heappop(self.timers); self.ready.append((t, 'send', self.now))
            self.step(*self.ready.popleft())
        return self
channels = []
def channel(*a): c = Channel(*a); channels.append(c); return c
k = Kernel()
def producer(ch, items, pause):
    for i in items:
        yield Sleep(pause); k.log('put', i); yield Put(ch, i)
    yield Put(ch, None); raise Return(len(items))
def consumer(name, ch, out):
    n = 0
    try:
        while True:
            item = yield Get(ch)
            if item is None: break
            n += 1; k.log(name, 'got', item); r = yield square(item); yield Put(out, r)
    finally: k.log(name, 'cleans'); yield Sleep(2); k.log(name, 'cleaned')
    raise Return((name, n))
def square(x):
    yield
    if x == 7: raise ValueError('seven')
    yield Sleep(1); raise Return(x * x)
def sink(ch, into):
    try:
        while 1: into.append((yield Get(ch)))
    except Cancelled: k.log('sink cancelled', into); into.append('end')
def failing(depth):
    if depth: r = yield failing(depth - 1); raise Return(r)
    yield Sleep(1); raise KeyError(depth)
def main():
    a, b = channel('a', 1), channel('b'); got = []
    s = yield Spawn(sink(b, got)); ps = []
    for n, items in enumerate([[1, 2, 3], (5, 6, 7, 8)]):
        p = yield Spawn(producer(a, items, n + 1)); ps.append(p)
    cs = []
    for name in 'xy': c = yield Spawn(consumer(name, a, b)); cs.append(c)
    for t in ps[:1] + cs:
        try: r = yield Join(t); k.log('joined', r)
        except ValueError, e: k.log('failed', e, traceback.extract_tb(sys.exc_info()[2])[-1][2])
    try: yield failing(3)
    except KeyError: k.log([f[2] for f in traceback.extract_tb(sys.exc_info()[2]) if f[2] == 'failing'])
    r = yield Kill(s); k.log('killed', r); yield Join(s); r = yield Kill(s); k.log('again', r, got)
    r = yield Kill(ps[1]); k.log('producer', r)
    try: yield Join(ps[1])
    except Cancelled: k.log('cancelled seen')
    try: yield Call()
    except AttributeError, e: k.log(e)
    try: yield Sleep()
    except TypeError, e: k.log(e)
    raise Return('main done')
m = k.spawn(main()); k.run()
print '\n'.join(k.trace); print m.result, m.error, len(k.timers), Task.serial
def ping(n, me, other):
    for i in xrange(n): yield Put(other, i); r = yield Get(me); total[0] += r
def pong(n, me, other):
    for i in xrange(n): r = yield Get(me); yield Put(other, r * 2 if n < 10 else r + .5)
total = [0]
for n in 5, 300:
    a, b = channel('p'), channel('q', 2); del k.trace[:]; k.spawn(ping(n, a, b)); k.spawn(pong(n, b, a)); k.run(); print total, k.trace
