print 'module:', everywhere
