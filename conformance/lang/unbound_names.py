# Names without a value.
def unbound(flag):
    if flag:
        x = 1
    return x


print unbound(True)
try:
    unbound(False)
except UnboundLocalError as e:
    print e, isinstance(e, NameError)


def after_loop():
    for i in []:
        pass
    return i


def after_except():
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    return type(err).__name__


def own_name():
    own_name = own_name


def in_print():
    print y
    y = 1


def aug():
    z += 1


def deleted():
    x = 1
    del x
    return x


def imported():
    sys
    import sys


def nested_def():
    inner()

    def inner():
        pass


def with_target():
    t
    with None as t:
        pass


def comp():
    return [q for q in q]


def default(a=None):
    if a:
        b = a
    return a or b


for f in [after_loop, own_name, in_print, aug, deleted, imported, nested_def, with_target, comp, default]:
    try:
        print f()
    except NameError as e:
        print f.__name__, type(e).__name__, e
print after_except()


def missing_global():
    return missing


try:
    missing_global()
except NameError as e:
    print type(e).__name__, e
missing = 'now there'
print missing_global()
try:
    missing_at_module
except NameError as e:
    print e


class C(object):
    try:
        attr
    except NameError as e:
        print e
    attr = 1

    def method(self):
        return attr


try:
    C().method()
except NameError as e:
    print e
del missing
try:
    missing_global()
except NameError as e:
    print e
len = 'shadowed'
print len
del len
print len('builtin again')


def free():
    def inner():
        return v
    if False:
        v = 1
    return inner


try:
    free()()
except NameError as e:
    print e
