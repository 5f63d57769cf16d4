# yield as an expression; send.
def echo():
    received = []
    while True:
        x = yield received
        if x is None:
            return
        received.append(x)


e = echo()
print e.next(), e.send(1), e.send('two'), e.send([3])
try:
    e.send(None)
except StopIteration:
    print 'ended by None'
try:
    echo().send(5)
except TypeError as err:
    print err
print echo().send(None)


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = float(total) / count


a = averager()
next(a)
print [a.send(v) for v in (10, 20, 30, 40)]


def expressions():
    x = (yield 1) + (yield 2)
    print 'x', x
    y = [(yield 'a'), (yield 'b')]
    print 'y', y
    print 'printed', (yield 'p'), (yield 'q')
    d = {(yield 'key'): (yield 'value')}
    print d
    f = lambda: 5
    print max((yield 'm1'), (yield 'm2'), key=(yield 'key'))
    if (yield 'cond'):
        print 'true branch'
    else:
        print 'false branch'
    while (yield 'loop?'):
        print 'looping'
    z = yield
    print 'bare', z
    a = b = yield 'chain'
    print a, b
    c = yield 1, 2
    print c
    s = 'abc'[(yield 'i'):(yield 'j')]
    print s
    assert (yield 'assert'), (yield 'never asked')
    (yield 'attr').append((yield 'arg'))
    t = (yield 't') if (yield 'which') else (yield 'e')
    print t
    x += yield 'aug'
    print x
    print not (yield 'not'), -(yield 'neg'), (yield 'a1') < (yield 'a2') < (yield 'a3'), (yield 'and') and (yield 'and2')


g = expressions()
value = next(g)
replies = {1: 10, 2: 32, 'a': 'A', 'b': 'B', 'p': 'P', 'q': 'Q', 'key': 'k', 'value': 'v', 'm1': 3, 'm2': 4, 'cond': 0, 'chain': 'both', 'i': 1, 'j': 3, 'assert': True, 'attr': [], 'arg': 5, 'which': True, 't': 'then', 'aug': 100, 'not': 0, 'neg': 7, 'a1': 1, 'a2': 2, 'a3': 3, 'and': 'x', 'and2': 'y', (1, 2): 'tuple'}
keys_asked = loops = 0
asked = []
try:
    while True:
        asked.append(value)
        if value == 'key':
            keys_asked += 1
            reply = 'dict key' if keys_asked == 1 else (lambda v: -v)
        elif value == 'loop?':
            loops += 1
            reply = loops < 3
        else:
            reply = replies.get(value) if not isinstance(value, type(None)) else 'sent to bare'
        value = g.send(reply)
except StopIteration:
    print 'done'
print asked


def coroutine(f):
    def start(*args):
        g = f(*args)
        g.next()
        return g
    return start


@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)


@coroutine
def collect(out):
    while True:
        out.append((yield))


found = []
pipe = grep('py', collect(found))
for line in ['python', 'perl', 'pypy', 'jython? no: py', 'ruby']:
    pipe.send(line)
print found


def bouncing():
    n = 0
    while n < 5:
        n = yield n * 2


b = bouncing()
v = next(b)
out = []
try:
    while True:
        out.append(v)
        v = b.send(v + 1)
except StopIteration:
    print out


def delegate():
    result = yield 'a'
    while result != 'stop':
        result = yield result
    raise StopIteration('raised by hand')


d = delegate()
print d.next(), d.send('x'), d.send('y')
try:
    d.send('stop')
except StopIteration as s:
    print s, s.args
