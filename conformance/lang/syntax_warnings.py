# Warnings that the compiler gives on standard error while the program runs on.
print 'start'
assert (1, 'always true')
exec '''def f():
    from _star import *
    return public()
print f()
'''
print 'end'
