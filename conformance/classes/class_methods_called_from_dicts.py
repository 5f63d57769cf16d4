# A class method out of a builtin type's dict: its class is given first, and must be one; how such descriptors are bound. Methods
# of methods without class, and the types of old-style classes and instances called like any others.
import itertools
import types


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except Exception as e:
        print type(e).__name__, e
    else:
        print type(result).__name__, '' if ' at 0x' in repr(result) else result


class D(dict):
    pass


for owner, name in ((dict, 'fromkeys'), (float, 'fromhex'), (bytearray, 'fromhex'), (itertools.chain, 'from_iterable'), (object, '__subclasshook__'),
                    (float, '__getformat__')):
    print owner.__name__, name
    d = vars(owner)[name]
    for args in ((), (1,), (int,), (owner,), (D, 'ab'), (None,), (owner(),), (owner, 1, 2, 3), (D(),)):
        if (owner, name, args) == (object, '__subclasshook__', (owner(),)):
            continue
        attempt(d, *args)
    attempt(d, x=1)
    attempt(d, owner, x=1)
    for args in ((), (1,), (None,), (None, int), (None, owner), (None, 3), (3, 3), (None, D), (1, D), (owner(),)):
        attempt(d.__get__, *args)
for args in ((), (1,), (1, 2), (1, 2, 3)):
    print int.__subclasshook__(*args), object.__subclasshook__(*args),
attempt(int.__subclasshook__, x=1)
for d in (vars(int)['real'], vars(slice)['start']):
    for args in ((), (1,), (1.5, 1)):
        attempt(d.__set__, *args)


def f(*args):
    return args


m = f.__get__(None, int).__get__(2)
print m, m.im_class, m.im_self, m()
print f.__get__(None, int).__get__(2, int), f.__get__(2), f.__get__(2, None)
for args in ((f,), (f, None), (f, 1), (f, 1, 2), (f, None, int), (f, None, None), (1, 2), (f, 1, int, 3), ()):
    attempt(types.MethodType, *args)


class Old:
    pass


print 'classobj'
for args in ((), (1,), ('a',), ('a', ()), ('a', (), {}), ('a', (), {}, 1), (1, (), {}), ('a', 1, {}), ('a', (1,), {}), ('a', (), 1), ('a', (int,), {}),
             ('a', [], {}), (u'a', (), {}), ('a', None, {}), ('a', (), None), (None, (), {})):
    attempt(types.ClassType, *args)
attempt(types.ClassType, x=1)
attempt(types.ClassType, 'a', bases=())
attempt(types.ClassType, 'a', dict={})
attempt(types.ClassType, 'a', (), name='b')
attempt(types.ClassType, 'a', (), foo=1)
made = types.ClassType(name='a', bases=(Old,), dict={'x': 1})
print made.__name__, made.__bases__ == (Old,), made.x
print 'instance'
for args in ((), (1,), ('a', ()), (Old, 1), (Old, {}, 1), (int,), (None,), (Old, None), (Old, {})):
    attempt(types.InstanceType, *args)
attempt(types.InstanceType, klass=Old)
print types.InstanceType(Old, {'a': 1}).a, vars(types.InstanceType(Old, dict={'a': 1}))
