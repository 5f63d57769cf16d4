# Bare raise, and what is current where.
import sys


def current():
    return sys.exc_info()[0] and sys.exc_info()[0].__name__


def simple():
    try:
        try:
            raise KeyError('k')
        except KeyError:
            raise
    except KeyError as e:
        return repr(e), current()


print simple(), current()


def nested_handler():
    try:
        try:
            raise KeyError('outer')
        except KeyError:
            try:
                raise ValueError('inner')
            except ValueError:
                pass
            raise
    except Exception as e:
        return repr(e)


print nested_handler()


def via_function():
    try:
        try:
            raise KeyError('k')
        except KeyError:
            helper_that_handles()
            raise
    except Exception as e:
        return repr(e)


def helper_that_handles():
    try:
        raise IndexError('in helper')
    except IndexError:
        pass


print via_function()


def helper_that_raises_bare():
    raise


def called_from_handler():
    try:
        try:
            raise KeyError('k')
        except KeyError:
            helper_that_raises_bare()
    except KeyError as e:
        return 'bare raise in a callee', e.args


print called_from_handler()


def after_handler():
    try:
        raise KeyError('gone?')
    except KeyError:
        pass
    try:
        raise
    except KeyError as e:
        return 'still current in this frame', e.args


print after_handler(), current()
try:
    raise
except TypeError as e:
    print e


def in_finally():
    try:
        try:
            raise KeyError('f')
        finally:
            seen.append(current())
    except KeyError:
        seen.append(current())
    seen.append(current())


seen = []
in_finally()
print seen, current()


def loop():
    out = []
    for exc in [KeyError, ValueError, IndexError]:
        try:
            try:
                raise exc(1)
            except (KeyError, IndexError):
                raise
            except ValueError:
                out.append('value')
        except LookupError as e:
            out.append(type(e).__name__)
    return out


print loop()


def deep(n):
    if n == 0:
        raise ValueError('bottom')
    try:
        deep(n - 1)
    except ValueError:
        count[0] += 1
        raise


count = [0]
try:
    deep(10)
except ValueError as e:
    tb = sys.exc_info()[2]
    n = 0
    while tb:
        n += 1
        tb = tb.tb_next
    print count, e, n


def changed_by_handler():
    try:
        try:
            raise KeyError('a')
        except KeyError as e:
            e.args = ('changed',)
            e.note = 'noted'
            raise
    except KeyError as f:
        return f.args, f.note


print changed_by_handler()


def else_and_finally():
    log = []
    try:
        try:
            log.append('try')
        except KeyError:
            log.append('no')
        else:
            raise KeyError('from else')
        finally:
            log.append('finally')
    except KeyError as e:
        log.append(str(e))
    return log


print else_and_finally()


def del_name():
    try:
        raise ValueError('v')
    except ValueError as e:
        del e
        try:
            raise
        except ValueError as again:
            return again.args


print del_name()


class Ctx(object):
    def __enter__(self):
        return current()

    def __exit__(self, *a):
        seen.append((current(), a[0] and a[0].__name__))


del seen[:]
try:
    raise KeyError
except KeyError:
    with Ctx() as c:
        print 'enter sees', c
    try:
        with Ctx():
            raise ValueError
    except ValueError:
        pass
    print seen, current()
