# global in functions, classes, nested functions, exec.
x = 'module'


def reader():
    return x


def writer():
    global x
    x = 'written'


def outer():
    x = 'outer'

    def inner():
        global x
        x = 'from inner'
        return x

    def closure():
        return x
    return inner(), closure(), x


print reader()
writer()
print reader(), x
print outer(), x


class C:
    global made_in_class
    made_in_class = 'by class'
    x = 'class attribute'
    y = x


print made_in_class, C.x, C.y, hasattr(C, 'made_in_class')


def loop():
    global i, total
    total = 0
    for i in range(4):
        total += i


loop()
print i, total


def define():
    global helper, Klass, module_alias

    def helper():
        return 'helper'

    class Klass:
        pass
    import sys as module_alias


define()
print helper(), Klass.__name__, module_alias.__name__


def bad():
    try:
        print counter
    except UnboundLocalError as e:
        print e
    counter = 1


counter = 0
bad()


def deleting():
    global temp
    temp = 1
    del temp


deleting()
print 'temp' in globals()


def with_exec():
    global x
    exec 'x = "exec local"'
    return x, 'x' in locals()


print with_exec()
print x


def params(a):
    def nested():
        global a
        a = 'global a'
        return a
    return nested(), a


print params('param'), a
