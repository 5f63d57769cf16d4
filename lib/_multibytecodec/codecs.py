"""Codecs for the encodings of East Asia: the classes that the package encodings builds on. Characters and errors are
the business of _east_asian."""

import _east_asian

_MAX_PENDING = 8


def _unicode(text):
    if isinstance(text, unicode):
        return text
    text = unicode(text)
    if not isinstance(text, unicode):
        raise TypeError("couldn't convert the object to unicode.")
    return text


_bytes = _east_asian.data


def _handling(errors, function, place, or_none=''):
    """How errors are to be handled, as an argument: a unicode does as well."""
    if isinstance(errors, unicode):
        text = str(errors)
    elif isinstance(errors, str):
        text = errors
    else:
        raise TypeError('%s() argument %d must be string%s, not %s'
                        % (function, place, or_none, type(errors).__name__ if errors is not None else 'None'))
    if '\0' in text:
        raise TypeError('%s() argument %d must be string without null bytes%s, not %s'
                        % (function, place, or_none, type(errors).__name__))
    return text


def _handling_once(errors, function):
    return 'strict' if errors is None else _handling(errors, function, 2, ' or None')


class MultibyteCodec(object):
    """A codec without memory; getcodec() of the modules _codecs_cn and so on makes them."""

    __slots__ = '_name',

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_multibytecodec.MultibyteCodec' instances")

    def encode(self, input, errors=None):
        """encode(unicode[, errors]) -> (bytes, number of characters)"""
        errors = _handling_once(errors, 'encode')
        text = _unicode(input)
        data, _, _ = _east_asian.encode(self._name, text, 0, errors, True)
        return data, len(text)

    def decode(self, input, errors=None):
        """decode(bytes[, errors]) -> (unicode, number of bytes)"""
        errors = _handling_once(errors, 'decode')
        data = _bytes(input)
        text, _, _ = _east_asian.decode(self._name, data, 0, errors, True)
        return text, len(data)


class _Remembering(object):
    """What has a codec for a class attribute, error handling, and a state."""

    def __init__(self, errors):
        if not isinstance(self.codec, _Codec):
            raise TypeError('codec is unexpected type')
        self._codec = self.codec._name
        self._state = 0
        self._pending = ''
        self._waiting = u''
        self._errors = errors

    @property
    def errors(self):
        """how errors are handled"""
        return self._errors

    @errors.setter
    def errors(self, errors):
        if not isinstance(errors, str):
            raise TypeError('errors must be a string')
        self._errors = errors.split('\0')[0]

    @errors.deleter
    def errors(self):
        raise AttributeError('cannot delete attribute')

    def _encoded(self, input, final):
        text = self._waiting + _unicode(input)
        data, used, self._state = _east_asian.encode(self._codec, text, self._state, self._errors, final)
        self._waiting = text[used:]
        return data

    def _decoded(self, data, final):
        data = self._pending + data
        text, used, state = _east_asian.decode(self._codec, data, self._state, self._errors, final)
        if len(data) - used > _MAX_PENDING:
            raise UnicodeError('pending buffer overflow')
        self._pending = data[used:]
        self._state = state
        return text


class MultibyteIncrementalEncoder(_Remembering):
    """Encodes a text that comes in parts."""

    def __init__(self, errors='strict'):
        _Remembering.__init__(self, _handling(errors, 'IncrementalEncoder', 1))

    def encode(self, input, final=False):
        """encode(unicode[, final]) -> bytes"""
        return self._encoded(input, final)

    def reset(self):
        """Forgets what came before."""
        self._state = 0
        self._waiting = u''


class MultibyteIncrementalDecoder(_Remembering):
    """Decodes bytes that come in parts."""

    def __init__(self, errors='strict'):
        _Remembering.__init__(self, _handling(errors, 'IncrementalDecoder', 1))

    def decode(self, input, final=False):
        """decode(bytes[, final]) -> unicode"""
        return self._decoded(_bytes(input), final)

    def reset(self):
        """Forgets what came before."""
        self._state = 0
        self._pending = ''


class MultibyteStreamReader(_Remembering):
    """Decodes what is read from a stream."""

    def __init__(self, stream, errors='strict'):
        _Remembering.__init__(self, _handling(errors, 'StreamReader', 2))
        self.stream = stream

    def _from(self, method, size):
        if size is None:
            size = -1
        elif not isinstance(size, (int, long)):
            raise TypeError('arg 1 must be an integer')
        if size == 0:
            return u''
        while True:
            data = method() if size < 0 else method(size)
            if not isinstance(data, str):
                raise TypeError('stream function returned a non-string object (%.100s)'
                                % type(data).__name__)
            text = self._decoded(data, not data or size < 0)
            if size < 0 or text or not data:
                return text
            # There was less than a character.
            size = 1

    def read(self, size=None):
        """read([size]) -> unicode, from about so many bytes"""
        return self._from(self.stream.read, size)

    def readline(self, size=None):
        """readline([size]) -> unicode"""
        return self._from(self.stream.readline, size)

    def readlines(self, sizehint=None):
        """readlines([size]) -> list of lines"""
        return self._from(self.stream.read, sizehint).splitlines(True)

    def reset(self):
        """Forgets what came before."""
        self._state = 0
        self._pending = ''


class MultibyteStreamWriter(_Remembering):
    """Encodes what is written to a stream."""

    def __init__(self, stream, errors='strict'):
        _Remembering.__init__(self, _handling(errors, 'StreamWriter', 2))
        self.stream = stream

    def write(self, text):
        """write(unicode)"""
        self.stream.write(self._encoded(text, False))

    def writelines(self, lines):
        """writelines(sequence of unicode)"""
        for line in lines:
            self.write(line)

    def reset(self):
        """Writes what was kept back, and closes what is open."""
        data = self._encoded(u'', True)
        if data:
            self.stream.write(data)


# Programs get codecs from the modules that have them.
_Codec = MultibyteCodec
del MultibyteCodec


def _make(name):
    codec = object.__new__(_Codec)
    codec._name = name
    return codec


_made = dict((name, _make(name)) for name in _east_asian.codecs())


def _finder(*names):
    """The function getcodec of a module that has these codecs."""
    def getcodec(name):
        """getcodec(name) -> codec"""
        if not isinstance(name, str):
            raise TypeError('encoding name must be a string.')
        if name not in names or name not in _made:
            raise LookupError('no such codec is supported.')
        return _made[name]
    return getcodec


def __create_codec(capsule):
    raise ValueError('argument type invalid')
