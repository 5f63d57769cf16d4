print 'module', __name__
