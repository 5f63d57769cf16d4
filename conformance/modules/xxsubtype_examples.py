# The builtin module with examples of subtypes.
import xxsubtype as spam


def tried(f):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e


sl = spam.spamlist
for f in [lambda: sl.classmeth(1, a=2), lambda: sl.classmeth(), lambda: sl().classmeth(1), lambda: sl.staticmeth(1, b=2),
          lambda: sl().staticmeth()]:
    print f()[1:]
cm = sl.__dict__['classmeth']
print cm(sl, 1, x=2)[0] is sl
tried(lambda: cm())
tried(lambda: cm(1))
x = sl([1, 2])
print x, x.state, x.getstate(), len(x), sl.__module__, sl.__name__, x + [3], type(x + [3])
tried(lambda: x.setstate('a'))
tried(lambda: x.setstate(5))
print x.state
tried(lambda: x.setstate(2 ** 40))
for name in ['state', 'foo']:
    try:
        setattr(x, name, 3)
    except AttributeError:
        print 'no', name
d = spam.spamdict({1: 2}, a=3)
print sorted(d.items()), d.state, d.getstate(), d.setstate(7), d.state
print isinstance(spam.bench(x, 'state'), float), isinstance(spam.bench(x, 'state', 10), float)


class C(sl):
    def foo(self):
        return 1


a = C()
print a == [], a.foo(), a.getstate(), type(a.classmeth()[0])
a.append(100)
a.other = 5
print a, a.__dict__
print sl.getstate.__doc__, sl.state.__doc__, sl.classmeth.__doc__
