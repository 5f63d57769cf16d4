print 'package', __name__
loaded = 'package loaded'
starred = 1
__all__ = ['starred', 'late']
