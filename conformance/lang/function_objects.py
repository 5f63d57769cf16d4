# Functions as objects.
def f(a, b=1, *args, **kw):
    """The doc."""
    return a, b


print f.__name__, f.func_name, f.__doc__, f.func_doc, f.__module__
print f.func_defaults, f.__defaults__, f.func_globals is globals(), f.func_dict, f.func_closure
f.attr = 1
f.__dict__['other'] = 2
print f.attr, f.other, sorted(f.__dict__), f.func_dict is f.__dict__
del f.attr
try:
    f.attr
except AttributeError as e:
    print e
f.__name__ = 'g'
print f.__name__, repr(f)[:12]
f.__doc__ = 5
print f.__doc__
f.func_defaults = (10,)
print f(0)
f.__defaults__ = (1, 2)
print f()
for code in ['f.__name__ = 1', 'f.func_defaults = 1', 'f.func_code = 1', 'f.func_globals = {}', 'f.__dict__ = 1', 'del f.__name__']:
    try:
        exec code
    except (TypeError, AttributeError) as e:
        print code, type(e).__name__, e
del f.func_defaults
print f.func_defaults
print callable(f), hasattr(f, '__call__'), f.__call__(1, 2), f.__get__(5)(2) == (5, 2)
print type(f).__name__, type(f.func_code).__name__, isinstance(f, object)
print f == f, f != f, f is f, hash(f) == hash(f), f in [f]


def make():
    def inner():
        pass
    return inner


print make() == make(), make().func_code is make().func_code


def recursive(n):
    return recursive.base if n == 0 else recursive(n - 1)


recursive.base = 'bottom'
print recursive(5)


class C(object):
    def m(self):
        """m doc"""

    def set_attr(self):
        pass


C.m.im_func.tag = 'tagged'
print C.m.tag, C().m.tag, C.m.__name__, C.m.__doc__, C.m.im_class.__name__, C.m.im_self
c = C()
b = c.m
print b.im_self is c, b.im_func is C.__dict__['m'], b == c.m, b is c.m, C.m == C.m, hash(b) == hash(c.m)
try:
    C.m.x = 1
except AttributeError as e:
    print e
print repr(C.m), repr(b).startswith('<bound method C.m of <__main__.C object at')
print len.__name__, len.__doc__ is not None, repr(len), type(len).__name__, [].append.__name__
print str.join, dict.fromkeys.__name__, type(str.join).__name__
try:
    len.x = 1
except AttributeError as e:
    print e
f2 = type(f)(f.func_code, {'__builtins__': {}}, None, (7, 8))
print f2(), f2.__name__
