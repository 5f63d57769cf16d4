# sys.exc_info, sys.exc_clear, sys.exc_type and frames.
import sys


def info():
    t, v, tb = sys.exc_info()
    return t and t.__name__, v and v.args, tb is not None


print info()


def f():
    try:
        raise ValueError('in f')
    except ValueError:
        print 'handler', info()
        g()
        print 'after g', info()
    print 'after handler', info()
    h()
    print 'end of f', info()


def g():
    print 'g before', info()
    try:
        raise KeyError('in g')
    except KeyError:
        print 'g handler', info()
    print 'g after', info()


def h():
    print 'h', info()
    sys.exc_clear()
    print 'h cleared', info()


f()
print 'module', info()
try:
    raise IndexError('module level')
except IndexError:
    pass
print 'module after', info()
f()
print 'restored', info()
sys.exc_clear()
print 'cleared', info()


def no_handler():
    try:
        pass
    except ValueError:
        pass
    return info()


print no_handler()


def raises_through():
    try:
        inner_raise()
    except ValueError:
        return info()


def inner_raise():
    try:
        raise KeyError('first')
    except KeyError:
        raise ValueError('second')


print raises_through(), info()


def gen():
    try:
        raise KeyError('gen')
    except KeyError:
        yield info()
        yield info()
    yield info()


def use_gen():
    g = gen()
    a = next(g)
    before = info()
    try:
        raise ValueError('user')
    except ValueError:
        b = next(g)
        during = info()
    c = next(g)
    return a, before, b, during, c, info()


for line in use_gen():
    print line


def with_return():
    try:
        raise ValueError('r')
    except ValueError:
        return info()


print with_return(), info()


def loop_break():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 1:
                break
    return info()


print loop_break(), info()


def traceback_shape():
    def c():
        raise ValueError('c')

    def b():
        c()

    def a():
        try:
            b()
        except ValueError:
            tb = sys.exc_info()[2]
            out = []
            while tb:
                out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
                tb = tb.tb_next
            return out
    return a()


print traceback_shape()


class Obj(object):
    def __del__(self):
        try:
            raise KeyError('inside del')
        except KeyError:
            pass


def del_does_not_disturb():
    try:
        raise ValueError('current')
    except ValueError:
        o = Obj()
        del o
        return info()


print del_does_not_disturb()


def getattr_hook():
    class A(object):
        def __getattr__(self, name):
            try:
                raise KeyError(name)
            except KeyError:
                return info()
    try:
        raise ValueError('outer')
    except ValueError:
        inside = A().x
        return inside, info(), hasattr(object(), 'nothing'), info(), getattr(object(), 'n', 1), info()


print getattr_hook()


def frame_keeps():
    try:
        local = 'kept in the frame'
        raise ValueError
    except ValueError:
        return sys.exc_info()[2].tb_frame.f_locals['local'], sys.exc_traceback.tb_frame is sys._getframe()


print frame_keeps()
