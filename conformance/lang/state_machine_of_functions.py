# A traffic of little state machines: states as functions, as bound methods, as classes that change __class__, as
# generators and as tables of strings, all fed the same events; reports in print statements and % formats.
import re, sys
from collections import defaultdict
EVENTS = 'coin push push coin coin push kick coin kick push'.split()
def locked(m, e):
    if e == 'coin': m.log.append('take'); return unlocked
    if e == 'kick': m.log.append('alarm'); return broken
    m.log.append('refuse'); return locked
def unlocked(m, e):
    if e == 'push': m.log.append('open'); return locked
    if e == 'kick': raise ValueError, 'kicked while open'
    m.log.append('thanks')
    return unlocked
def broken(m, e):
    m.log.append('out of order (%s)' % e)
    if len(m.log) > 9: return None
    return broken
class Machine:
    log = ()
    def __init__(self, start): self.state, self.log = start, []
    def feed(self, events):
        for n, e in enumerate(events):
            try: new = self.state(self, e)
            except ValueError, err:
                self.log.append('! %s' % err); new = broken
            if new is None: break
            if new is not self.state: print '%2d %-6s %s -> %s' % (n, e, self.state.__name__, new.func_name)
            self.state = new
        else: print 'all', len(events), 'events'
        return self
m = Machine(locked).feed(EVENTS); print m.log, m.state.__name__; print Machine(broken).feed('x' * 20).log[-2:], Machine.log
class Methods(object):
    def __init__(self): self.now = self.idle; self.trail = []
    def idle(self, e): return {'coin': self.ready}.get(e, self.idle)
    def ready(self, e): return e == 'push' and self.idle or e == 'kick' and self.hurt or self.ready
    def hurt(self, e): self.hurt = lambda e: self.idle; return self.hurt
    def run(self, events):
        for e in events:
            before = self.now; self.now = before(e); self.trail.append(self.now.__name__)
            assert (before == self.now) == (before.__name__ == self.now.__name__), (before, self.now)
        return ' '.join(self.trail)
x = Methods(); print x.run(EVENTS); print x.idle is x.idle, x.idle == x.idle, x.now == x.idle, x.ready.im_self is x, sorted(vars(x)), x.hurt.__name__
class State(object):
    count = 0
    def __new__(cls, *a): o = object.__new__(cls); o.seen = [cls.__name__]; return o
    def to(self, cls): self.__class__ = cls; self.seen.append(cls.__name__); self.enter()
    def enter(self): type(self).count += 1
    def __getattr__(self, name):
        if name.startswith('on_'): return self.otherwise
        raise AttributeError, '%s has no %s' % (type(self).__name__, name)
    def otherwise(self): self.seen.append('-')
class Closed(State):
    def on_coin(self): self.to(Open)
    def on_kick(self): self.to(Broken)
class Open(State):
    def on_push(self): self.to(Closed)
    def enter(self): super(Open, self).enter(); self.seen.append('(%d)' % self.count)
class Broken(Closed):
    def __getattribute__(self, name):
        if name in ('on_coin', 'on_push'): return lambda: self.seen.append('click')
        return object.__getattribute__(self, name)
    def on_kick(self): self.to(Closed)
s = Closed()
for e in EVENTS * 2: getattr(s, 'on_' + e)()
print ' '.join(s.seen); print [(c.__name__, c.count, 'count' in c.__dict__) for c in State, Closed, Open, Broken], type(s).__name__
try: s.nothing
except AttributeError, e: print e
try: s.to(int)
except TypeError, e: print e
def coroutine(f):
    def start(*a, **k): g = f(*a, **k); g.next(); return g
    start.__name__ = 'co_' + f.__name__; return start
@coroutine
def turnstile(out):
    e = None; coins = 0
    while 1:
        while e != 'coin':
            e = yield coins
            if e == 'kick': out.append('K'); raise StopIteration
        coins += 1
        try:
            while e != 'push': e = yield coins, 'open'
            out.append('pass')
        except KeyError, err: out.append('key %s' % err); e = 'coin'
        finally: out.append('.')
out = []; g = turnstile(out); print turnstile.__name__, [g.send(e) for e in EVENTS[:6]], g.throw(KeyError, 'stolen') if g.send('coin') else None, out
try: print g.send('push'), g.send('kick')
except StopIteration, e: print 'ended', e.args, out, list(g)
TABLE = '''
 idle   coin -> ready   : drop, count
 ready  push -> idle    : turn
 ready  coin -> ready   : drop; give(back)
 *      kick -> broken
 broken *    -> broken  : beep(once, twice)
'''
row = re.compile(r'^\s*(\S+)\s+(\S+)\s*->\s*(\w+)\s*(?::\s*(.*?))?\s*$')
rules = {}
for line in TABLE.strip().splitlines():
    a, e, b, acts = row.match(line).groups('')
    rules[a, e] = b, [tuple(re.findall(r'\w+', act)) for act in re.split(r'[;,]\s*(?![^(]*\))', acts) if act]
for k in sorted(rules): print k, rules[k]
def step(state, e):
    for k in (state, e), (state, '*'), ('*', e):
        if k in rules: return rules[k]
    return state, [('ignore', e)]
state = 'idle'; tally = defaultdict(int)
for e in EVENTS:
    was = state; state, acts = step(state, e)
    for act in acts: tally[act] += 1
    print '%-7s%-5s%7s' % (was, e, state), '/'.join('%s%r' % (act[0], act[1:]) for act in acts) or 'none'
print sorted(tally.items(), key=lambda (k, v): (-v, k))
