# stats: invalidations>=1
# Globals and builtins change while functions that use them are hot.
import __builtin__
scale = 2
LIMIT = 100


def helper(x):
    return x + 1


def work(n):
    t = 0
    for i in xrange(n):
        t += helper(i % LIMIT) * scale
    return t


print work(20000)
scale = 3
print work(20000)
LIMIT = 50


def helper(x):
    return x + 2


print work(20000)
helper = lambda x: 0.5
print work(20000)
scale = 'ab'
try:
    work(10)
except TypeError as e:
    print e
scale = 2
helper = abs
print work(20000)
del LIMIT
try:
    work(10)
except NameError as e:
    print e
LIMIT = 10


def changes_itself(n):
    global scale
    t = 0
    for i in xrange(n):
        t += scale
        if i % 5000 == 4999:
            scale += 1
    return t, scale


print changes_itself(30000)


def replaces_callee(n):
    global callee
    t = 0
    for i in xrange(n):
        t += callee(i)
        if i == n // 2:
            callee = lambda x: 1
        elif i == n - 5:
            callee = other
    return t


def callee(x):
    return 2


def other(x):
    global callee
    del callee
    return 100


try:
    replaces_callee(30000)
except NameError as e:
    print e


def uses_builtins(l, n):
    t = 0
    for i in xrange(n):
        t += len(l)
    return t


print uses_builtins([1, 2], 20000)
len = lambda x: 7
print uses_builtins([1, 2], 20000)
del len
print uses_builtins([1, 2], 20000)
real_len = __builtin__.len
__builtin__.len = lambda x: 100
print uses_builtins([1, 2], 20000)
__builtin__.len = real_len
print uses_builtins([1, 2], 20000)
globals()['len'] = lambda x: 3
print uses_builtins([1, 2], 1000)
del globals()['len']


def shadow_midway(n):
    t = 0
    for i in xrange(n):
        t += abs(-1)
        if i == n // 2:
            globals()['abs'] = lambda x: 1000
        elif i == n - 2:
            del globals()['abs']
    return t


print shadow_midway(20000)
exec 'scale = 50'
print work(100)


def adds_globals(n):
    for i in xrange(n):
        globals()['dynamic_%d' % (i % 300)] = i
    return dynamic_0, dynamic_299, scale


print adds_globals(5000)
