# A generator that a loop has called for is closed when the loop is left, by whatever way, before anything else goes on.
import re
import sys


def numbers(name, n=3):
    try:
        for i in range(n):
            yield i
    finally:
        print 'closed', name


def wrapped(name):
    return numbers(name)


class Tree(object):
    def __init__(self, *children):
        self.children = children

    def walk(self, depth=0):
        try:
            yield depth
            for child in self.children:
                for d in child.walk(depth + 1):
                    yield d
        finally:
            print 'leaves depth', depth

    @classmethod
    def of_class(cls, n):
        try:
            while True:
                n += 1
                yield n
        finally:
            print 'class method closed at', n

    @staticmethod
    def static(n):
        try:
            yield n
        finally:
            print 'static closed'


def breaks():
    for i in numbers('break'):
        break
    print 'after break'
    for i in numbers('end'):
        pass
    else:
        print 'else'
    print 'after end'


def returns():
    for i in numbers('outer'):
        for j in numbers('inner'):
            return i, j


def raises():
    for i in numbers('raise'):
        raise ValueError(i)


def caught():
    try:
        for i in numbers('caught'):
            {}[i]
    except KeyError as e:
        print 'KeyError', e
    print 'after caught'


def guarded():
    for i in numbers('guarded'):
        try:
            for j in numbers('in try'):
                if i == 1:
                    return 'value %d' % j
                if j == 1:
                    break
        finally:
            print 'finally', i


def pipeline():
    for i in numbers('source', 100):
        yield i * i


def continues():
    for i in numbers('continue'):
        for j in numbers('nested'):
            if j == 1:
                break
        else:
            print 'never'
        if i == 1:
            continue
        print 'i', i


def bad():
    try:
        yield 1
        yield 2
    finally:
        raise KeyError('ignored')


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print 'no'


class Errors(object):
    text = ''

    def write(self, text):
        self.text += text


breaks()
print returns()
try:
    raises()
except ValueError as e:
    print 'ValueError', e, sys.exc_info()[2].tb_next.tb_lineno
caught()
print guarded()
for x in pipeline():
    if x > 10:
        break
print 'x', x
continues()
for d in Tree(Tree(Tree()), Tree()).walk():
    if d == 2:
        break
for n in Tree.of_class(5):
    if n == 7:
        break
for n in Tree.static(5):
    break
tree = Tree(Tree())
method = tree.walk
for d in method():
    break
kept = []


def keeps(name):
    g = numbers(name)
    kept.append(g)
    return g


for i in keeps('kept'):
    break
print 'goes on', list(kept[0])
g = numbers('held')
for i in g:
    break
print 'goes on', list(g)
sys.stderr, saved = Errors(), sys.stderr
for x in bad():
    break
for x in stubborn():
    break
sys.stderr, saved = saved, sys.stderr
print re.sub(' at 0x[0-9a-f]+', '', saved.text)
print 'exc', sys.exc_info()[:2]


def star(*args, **kwargs):
    for i in numbers(*args, **kwargs):
        if i:
            return i


print star('star', n=5), star(*['more'], **{'n': 2})


def handling():
    try:
        raise KeyError('first')
    except KeyError:
        for i in numbers('handling'):
            print sys.exc_info()[1]
            break
        print sys.exc_info()[1]


handling()


def inside():
    # The loop's own generator is left by an exception thrown in.
    try:
        for i in numbers('thrown'):
            try:
                yield i
            except ValueError:
                print 'goes on with', i
    finally:
        print 'inside ends'


g = inside()
print g.next(), g.throw(ValueError)
try:
    g.throw(KeyError)
except KeyError:
    print 'thrown out'
g = inside()
g.next()
g.close()
exec '''
for i in numbers('exec'):
    if i == 1:
        break
print 'i', i
'''
total = 0


def quiet(n):
    global total
    try:
        for i in xrange(n):
            yield i
    finally:
        total += 1


def hot():
    s = 0
    for k in xrange(3000):
        for i in quiet(5):
            if i == k % 7:
                break
            s += i
    return s, total


print hot(), total
for step in (lambda: quiet(4), quiet):
    for i in step(*([3] if step is quiet else [])):
        break
print total in (3001, 3002)


class Mapping(object):
    def items(self):
        try:
            yield 'k', 1
            yield 'l', 2
        finally:
            print 'items closed'


for k, v in Mapping().items():
    break
print k, v
