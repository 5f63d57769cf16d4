# An uncaught exception: output before it is kept, status 1.
class Problem(Exception):
    def __str__(self):
        return 'the problem is %s' % self.args[0]


def inner(x):
    try:
        return {}[x]
    except KeyError:
        raise Problem('a missing ' + x)
    finally:
        print 'finally',


def outer():
    print 'outer',
    inner('key')
    print 'unreached'


outer()
