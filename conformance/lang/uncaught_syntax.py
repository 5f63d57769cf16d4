# A syntax error found at run time in exec'd code.
print 'running'
exec 'def f(:\n    pass'
