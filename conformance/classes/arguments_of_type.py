# The arguments of `type` and of metaclasses, with and without keywords; methods that take more arguments than they use.
def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except Exception as e:
        print type(e).__name__, e
    else:
        print type(result).__name__, result


for args in ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ('a',), ('a', ()), ('a', 1), ('a', (), {}), ('a', (), 1), ('a', (), {}, 1), (u'a', (), {})):
    print args
    attempt(type, *args)
    attempt(type, x=3, *args)
attempt(type, name='a', bases=(), dict={})
attempt(type, 'a', (), dict={})
attempt(type, 'a', bases=(), dict={})
attempt(type, 'a', name='b', dict={})
attempt(type, object=1)
attempt(type.__call__, type, 1)
attempt(type.__new__, type, 1, x=3)
attempt(type.__new__, type)
attempt(type.__init__, int, 1, 2)
attempt(type.__init__, int, x=1)


class Meta(type):
    pass


attempt(Meta, 1)
attempt(Meta, 1, 2)
attempt(Meta, 'a', (), {}, x=1)
attempt(xrange(3).__reduce__)
attempt(xrange(3).__reduce__, 1)
attempt(xrange(3).__reduce__, 1, 2)
attempt(xrange(3).__reduce__, x=1)
f = open('/dev/null', 'w')
print f.xreadlines() is f
attempt(f.xreadlines, 1)
attempt(f.readline)
f.close()
attempt(f.xreadlines)
