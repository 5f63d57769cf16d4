# What deleting an attribute that is not there says depends on whether the object's dict has come into being.
import functools


class C(object):
    of_class = 1

    def method(self):
        pass


def attempt(o, name):
    try:
        delattr(o, name)
    except Exception as e:
        print type(e).__name__, e
    else:
        print 'fine'


def function():
    pass

for make in (lambda: lambda: 1, lambda: functools.partial(len), C, lambda: ValueError(1)):
    o = make()
    attempt(o, 'zz')
    o.zz = 1
    attempt(o, 'zz')
    attempt(o, 'zz')
    o = make()
    o.__dict__
    attempt(o, 'zz')
for name in ('of_class', 'method', '__module__', '__hash__'):
    o = C()
    attempt(o, name)
    o.x = 1
    attempt(o, name)
for o in (object().__init__, object.__init__, len, [].append, list.append, C().method, (1).__add__, iter([]), 1, None, C.__dict__):
    # CPython makes some types ready with the first look at one of their objects.
    hasattr(o, 'zz')
    attempt(o, 'zz')
    attempt(o, '__doc__')
    attempt(o, '__name__')
append = [].append
print append.__module__,
append.__module__ = 'm'
print append.__module__, [].append.__module__,
del append.__module__
print append.__module__
