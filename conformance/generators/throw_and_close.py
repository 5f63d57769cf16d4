# throw and close in all states.
log = []


def gen():
    try:
        log.append('begin')
        x = yield 1
        log.append('got %r' % (x,))
        yield 2
    except ValueError as e:
        log.append('ValueError %s' % e)
        yield 'caught'
    except GeneratorExit:
        log.append('GeneratorExit')
        raise
    finally:
        log.append('finally')


def flush():
    print log
    del log[:]


g = gen()
print next(g), g.throw(ValueError, 'thrown')
flush()
try:
    next(g)
except StopIteration:
    flush()
g = gen()
try:
    g.throw(KeyError('before start'))
except KeyError as e:
    print e, log
try:
    next(g)
except StopIteration:
    print 'finished by throw before start'
g = gen()
next(g)
g.close()
flush()
g.close()
print 'closing twice is fine', log
g = gen()
g.close()
print 'closing before start', log, list(g)
g = gen()
next(g)
try:
    g.throw(IndexError)
except IndexError as e:
    print repr(e)
flush()
for args in [(ValueError,), (ValueError, 'value'), (ValueError('inst'),), (ValueError, ValueError('inst2')), (ValueError, None), (ValueError, ('a', 'b')), (ValueError, 'v', None)]:
    g = gen()
    next(g)
    print g.throw(*args), log[1]
    g.close()
    del log[:]
for args in [(5,), ('string',), (None,), (ValueError('x'), 'y'), (ValueError, 'x', 5), (object,), ()]:
    g = gen()
    next(g)
    try:
        g.throw(*args)
    except Exception as e:
        print args[:1], type(e).__name__, e
    g.close()
del log[:]


def ignores_exit():
    for i in range(2):
        try:
            yield i
        except GeneratorExit:
            log.append('ignored')


g = ignores_exit()
next(g)
try:
    g.close()
except RuntimeError as e:
    print e
print list(g)
del log[:]


def raises_in_exit():
    try:
        yield 1
    except GeneratorExit:
        raise KeyError('during close')


g = raises_in_exit()
next(g)
try:
    g.close()
except KeyError as e:
    print 'close raised', e


def stops_in_exit():
    try:
        yield 1
    except GeneratorExit:
        return


g = stops_in_exit()
next(g)
print g.close()


def catches_all():
    n = 0
    while n < 3:
        try:
            yield n
        except Exception as e:
            n += 1
            log.append(type(e).__name__)


g = catches_all()
print next(g), g.throw(ValueError), g.throw(TypeError), g.next()
try:
    g.throw(KeyError)
except StopIteration:
    flush()
try:
    g.throw(KeyError('after the end'))
except KeyError as e:
    print 'exhausted:', e


def inner():
    try:
        yield 'inner'
    except ValueError:
        yield 'inner handled'
    finally:
        log.append('inner finally')


def outer():
    g = inner()
    try:
        yield next(g)
    except ValueError as e:
        yield g.throw(e)
    finally:
        g.close()
        log.append('outer finally')


g = outer()
print next(g), g.throw(ValueError('deep'))
g.close()
flush()


def yields_in_finally():
    try:
        yield 1
    finally:
        yield 'from finally'
        log.append('rest of finally')


g = yields_in_finally()
print next(g), next(g), list(g)
flush()
g = yields_in_finally()
next(g)
print g.throw(ValueError('pending'))
try:
    next(g)
except ValueError as e:
    print 'came back', e
flush()
import sys


def sees_exc():
    try:
        yield 1
    except ValueError:
        print sys.exc_info()[0].__name__, sys.exc_info()[2] is not None
        yield sys.exc_info()[0]


g = sees_exc()
next(g)
print g.throw(ValueError) is ValueError
