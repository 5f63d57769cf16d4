# A discrete event simulation with a heap of callbacks: bound methods, partials, generators as processes, weak
# subscribers, decorators that register handlers at class creation, cancellations and errors told to listeners.
import heapq, functools, weakref, itertools, gc
class Event(object):
    ids = itertools.count()
    __slots__ = 'time', 'prio', 'no', 'call', 'dead'
    def __init__(self, time, prio, call): self.time, self.prio, self.call = time, prio, call; self.no = next(self.ids); self.dead = False
    def __lt__(self, o): return (self.time, -self.prio, self.no) < (o.time, -o.prio, o.no)
    def cancel(self): self.dead = True
    def __repr__(self): return '<%g #%d%s>' % (self.time, self.no, ' dead' * self.dead)
def on(*names):
    def mark(f): f.handles = getattr(f, 'handles', ()) + names; return f
    return mark
class Listening(type):
    def __new__(m, name, bases, d):
        table = {}
        for b in reversed(bases): table.update(getattr(b, 'table', {}))
        for k, v in sorted(d.items()):
            for h in getattr(v, 'handles', ()): table.setdefault(h, []); table[h] = table[h] + [k]
        d['table'] = table
        return type.__new__(m, name, bases, d)
class Sim(object):
    def __init__(self): self.now = 0.0; self.heap = []; self.subs = []; self.trace = []
    def at(self, dt, call, *a, **k):
        e = Event(self.now + dt, k.pop('prio', 0), functools.partial(call, *a, **k)); heapq.heappush(self.heap, e); return e
    def say(self, what, *args):
        self.subs = [r for r in self.subs if r() is not None]
        for r in list(self.subs):
            o = r()
            for m in o.table.get(what, ()):
                try: getattr(o, m)(*args)
                except Exception, e: self.trace.append('%s in %s.%s: %s' % (type(e).__name__, type(o).__name__, m, e))
    def join(self, o): self.subs.append(weakref.ref(o)); return o
    def spawn(self, gen, name=None):
        def step(value=None, err=None):
            try: w = gen.throw(err) if err else gen.send(value)
            except StopIteration: self.say('ended', name); return
            except ArithmeticError, e: self.say('failed', name, e); return
            if isinstance(w, tuple):
                if w[0] == 'raise': self.at(w[1], step, err=w[2])
                else: self.at(w[0], step, w[1])
            else: self.at(w, step, self.now)
        step()
    def run(self, until=1e9):
        n = 0
        while self.heap and self.heap[0].time <= until:
            e = heapq.heappop(self.heap)
            if e.dead: continue
            self.now = e.time; e.call(); n += 1
        return n
class Base(object):
    __metaclass__ = Listening
    def __init__(self): self.seen = []
    @on('ended')
    def done(self, name): self.seen.append('-' + name)
class Watcher(Base):
    @on('tick', 'tock')
    def any(self, *a): self.seen.append(a)
    @on('failed')
    def bad(self, name, e): self.seen.append('%s:%s' % (name, e))
    @on('tick')
    def zealous(self, x): return 10 // (x - 2)
sim = Sim(); w = sim.join(Watcher()); b = sim.join(Base())
print sorted(Watcher.table.items()), Base.table
def proc(n, pause):
    for i in range(n):
        t = yield pause
        sim.say('tick', i)
    sim.say('tock', n, t)
sim.spawn(proc(4, 1.5), 'slow'); sim.spawn(proc(2, 0.5), 'quick')
def failing():
    x = yield 1, 'hello'
    try: yield 'raise', 2, KeyError(x)
    except KeyError, e: got = e.args
    yield 1
    raise OverflowError, got[0] + '!'
sim.spawn(failing(), 'failing')
e1 = sim.at(1, sim.say, 'tock', 'cancelled'); e2 = sim.at(1, sim.say, 'tock', 'first', prio=5); e1.cancel()
print sim.run(), sim.now
print w.seen; print b.seen; print sim.trace
del b; gc.collect(); sim.say('ended', 'late'); print len(sim.subs), w.seen[-1]
order = []
for i in xrange(12): sim.at(i % 3, order.append, i, prio=i % 4)
print sorted(sim.heap)[:2] and sim.run(), order
class Mixed(Watcher):
    any = None
    @on('tick')
    def more(self, x): self.seen.append(('more', x))
m = sim.join(Mixed()); del sim.trace[:]
sim.say('tick', 2); sim.say('tock'); print m.seen, sim.trace
print [sim.at(d, len) for d in (3, 1.25)][1].time - sim.now
try: sim.run()
except TypeError, e: print e
