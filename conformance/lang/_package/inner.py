print 'module', __name__
value = 'inner value'
