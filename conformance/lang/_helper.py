"""A module for the import tests."""
print 'helper runs as', __name__
VALUE = 42
counter = 0


def function(n):
    global counter
    counter += n
    return counter


def get_value():
    return VALUE


class Klass(object):
    def where(self):
        return __name__, self.__class__.__module__


_private = 'hidden'
