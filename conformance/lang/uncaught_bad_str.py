# An exception whose __str__ fails.
class Bad(Exception):
    def __str__(self):
        raise ValueError('no text')


print 'before'
raise Bad('x')
