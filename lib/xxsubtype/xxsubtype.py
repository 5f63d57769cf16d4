"""Builtin types with an additional field, as examples of subtypes: `spamlist` and `spamdict`."""

from time import clock as _clock


class _ClassMethod(object):
    """A class method that can be called as it stands in the class, as those of builtin types."""

    def __init__(self, function, name):
        self._function = function
        self.__name__ = name

    def __get__(self, instance, owner=None):
        return self._function.__get__(type(instance) if owner is None else owner)

    def __call__(self, *args, **kw):
        if not args:
            raise TypeError("descriptor '%s' of 'xxsubtype.spamlist' object needs an argument" % self.__name__)
        if not isinstance(args[0], type):
            raise TypeError("descriptor '%s' requires a type but received a '%s'"
                            % (self.__name__, type(args[0]).__name__))
        if not issubclass(args[0], spamlist):
            raise TypeError("descriptor '%s' for type 'xxsubtype.spamlist' doesn't apply to type '%s'"
                            % (self.__name__, args[0].__name__))
        return self._function(*args, **kw)


def _int(x):
    if not isinstance(x, (int, long)):
        raise TypeError('an integer is required')
    if not -1 << 31 <= x < 1 << 31:
        raise OverflowError('signed integer is %s' % ('less than minimum' if x < 0 else 'greater than maximum'))
    return int(x)


_state_property = property(lambda self: self._state, doc='an int variable for demonstration purposes')


def _getstate(self):
    """getstate() -> state"""
    return self._state


def _setstate(self, state):
    """setstate(state)"""
    self._state = _int(state)


_getstate.__name__, _setstate.__name__ = 'getstate', 'setstate'


class spamlist(list):
    __slots__ = ('_state',)

    def __init__(self, *args, **kw):
        list.__init__(self, *args, **kw)
        self._state = 0

    state, getstate, setstate = _state_property, _getstate, _setstate

    def classmeth(cls, *args, **kw):
        """classmeth(*args, **kw)"""
        return cls, args, kw or None

    classmeth = _ClassMethod(classmeth, 'classmeth')

    @staticmethod
    def staticmeth(*args, **kw):
        """staticmeth(*args, **kw)"""
        return None, args, kw or None


class spamdict(dict):
    __slots__ = ('_state',)

    def __init__(self, *args, **kw):
        dict.__init__(self, *args, **kw)
        self._state = 0

    state, getstate, setstate = _state_property, _getstate, _setstate


def bench(obj, name, n=1000):
    """The time that reading an attribute `n` times takes."""
    begin = _clock()
    while n > 0:
        getattr(obj, name)
        n -= 1
    return _clock() - begin
