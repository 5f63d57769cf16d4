# except clauses: order, matching, names, else.
class Base(Exception):
    pass


class Derived(Base):
    pass


def run(exc):
    try:
        if exc is not None:
            raise exc
    except (KeyError, IndexError), e:
        return 'lookup', type(e).__name__
    except Derived as e:
        return 'derived', e.args
    except Base:
        return 'base'
    except:
        return 'bare'
    else:
        return 'else'


for exc in [None, KeyError('k'), IndexError, Derived(1, 2), Derived, Base(), ValueError('v'),
            SystemExit(3), KeyboardInterrupt]:
    print run(exc)


def targets():
    l = [0, 0]
    d = {}
    try:
        raise ValueError('stored')
    except ValueError, l[1]:
        print l
    try:
        raise KeyError('in dict')
    except KeyError as d['e']:
        print d
    try:
        raise Base(1, 2, 3)
    except Base, (a, b, c):
        print a, b, c


targets()


def computed(classes):
    try:
        {}['x']
    except classes:
        return 'matched'
    except Exception as e:
        return 'not matched'


print computed(KeyError), computed((IndexError, (ValueError, (KeyError,)))), computed(())
print computed(ValueError), computed('not a class')
e = 'outer e'
try:
    raise TypeError('t')
except TypeError as e:
    pass
print repr(e)
try:
    try:
        raise KeyError('inner')
    except ValueError:
        print 'no'
    else:
        print 'no else'
    finally:
        print 'finally runs'
except KeyError as k:
    print 'outer got', k
try:
    try:
        pass
    except:
        pass
    else:
        raise ValueError('in else is not caught here')
except ValueError as v:
    print v


def which():
    print 'evaluated',
    return ValueError


try:
    raise ValueError
except which():
    print 'lazily'
try:
    pass
except which():
    pass
print 'not evaluated'
for i in range(3):
    try:
        [][i]
    except IndexError:
        continue
    print 'unreached'
while True:
    try:
        raise StopIteration
    except StopIteration:
        break


class Meta(type):
    pass


class E2(Exception):
    __metaclass__ = Meta


try:
    raise E2('meta')
except Exception as e:
    print type(e), type(type(e))
