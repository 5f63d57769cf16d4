"""C data types and calls of C functions: what the library's package `ctypes` is made of.

The module is this text and, after it, that of aggregates.py and functions.py: types and conversions. Memory,
libraries, calls and callbacks are those of the native module `_foreign`. The calling convention is that of x86-64 outside Windows.
"""

import struct as _struct
import sys as _sys
import _foreign

__version__ = "1.1.0"

RTLD_LOCAL = 0
RTLD_GLOBAL = 256

FUNCFLAG_CDECL = 1
FUNCFLAG_PYTHONAPI = 4
FUNCFLAG_USE_ERRNO = 8
FUNCFLAG_USE_LASTERROR = 16

get_errno = _foreign.get_errno
set_errno = _foreign.set_errno
dlclose = _foreign.unload

_WORD = (1 << 64) - 1


class ArgumentError(Exception):
    pass


def dlopen(name, flags=RTLD_LOCAL):
    """dlopen(name, flag=RTLD_LOCAL) open a shared library"""
    if name is not None and not isinstance(name, basestring):
        raise TypeError("dlopen() argument 1 must be string or None, not %s" % _class_name(name))
    return _foreign.load(name, flags)


def dlsym(handle, name):
    """dlsym(handle, name) find symbol in shared library"""
    return _foreign.symbol(handle, name)


def _class_name(v):
    return type(v).__name__


# ---- numbers in memory -------------------------------------------------------

# Type code: format of `struct`, size.
_FORMATS = {
    'c': 'c', 'b': 'b', 'B': 'B', 'h': 'h', 'H': 'H', 'i': 'i', 'I': 'I', 'l': 'l', 'L': 'L', 'q': 'q',
    'Q': 'Q', 'f': 'f', 'd': 'd', '?': 'B', 'P': 'Q', 'z': 'Q', 'Z': 'Q', 'O': 'Q', 'u': 'I', 'g': None,
}
_SIZES = dict((c, 16 if f is None else _struct.calcsize(f)) for c, f in _FORMATS.items())
_SIGNED = 'bhilq'
_INTEGERS = 'bBhHiIlLqQ'
_SWAPPABLE = 'hHiIlLqQfd'


def _word_at(address):
    return _struct.unpack('Q', _foreign.read(address, 8))[0]


def _string_end(address, width):
    zero = '\0' * width
    n = 0
    while _foreign.read(address + n, width) != zero:
        n += width
    return n


def _wide(data):
    return u''.join(_unichr(c) for c in _struct.unpack('%dI' % (len(data) // 4), data))


def _unichr(c):
    return ('\\U%08x' % c).decode('unicode-escape')


def _from_wide(text):
    return text.encode('utf-32-le')


def _long_double(data):
    mantissa, top = _struct.unpack('QH', data[:10])
    exponent = top & 0x7FFF
    if exponent == 0x7FFF:
        value = float('inf') if not mantissa & (1 << 63) - 1 else float('nan')
    else:
        import math
        value = math.ldexp(float(mantissa), exponent - 16383 - 63)
    return -value if top & 0x8000 else value


def _to_long_double(x):
    import math
    top = 0x8000 if math.copysign(1.0, x) < 0 else 0
    x = abs(x)
    if x != x:
        mantissa, exponent = 3 << 62, 0x7FFF
    elif x == float('inf'):
        mantissa, exponent = 1 << 63, 0x7FFF
    elif x == 0:
        mantissa, exponent = 0, 0
    else:
        fraction, power = math.frexp(x)
        mantissa, exponent = int(math.ldexp(fraction, 64)), power + 16382
    return _struct.pack('QH', mantissa, top | exponent) + '\0' * 6


def _integer(value):
    if isinstance(value, float):
        raise TypeError("int expected instead of float")
    if not isinstance(value, (int, long)):
        raise TypeError("an integer is required")
    return value


def _wrap(code, value):
    """The integer as the C type would have it."""
    bits = 8 * _SIZES[code]
    value &= (1 << bits) - 1
    if code in _SIGNED and value >> (bits - 1):
        value -= 1 << bits
    return value


# ---- the base of all ---------------------------------------------------------

class _Type(type):
    """The class of classes of C data. `_sz_` and `_al_` are size and alignment; `_final_` that they are
    no longer to be changed."""

    def __mul__(cls, n):
        return _array_type(cls, n)

    def __rmul__(cls, n):
        return _array_type(cls, n)

    def from_address(cls, address):
        if not isinstance(address, (int, long)):
            raise TypeError("integer expected")
        return _at(cls, address & _WORD)

    def from_buffer(cls, source, offset=0):
        return _at(cls, *_window(cls, source, offset, True))

    def from_buffer_copy(cls, source, offset=0):
        address, keep = _window(cls, source, offset, False)
        made = cls()
        _foreign.write(made._address_, _foreign.read(address, cls._sz_))
        return made

    def in_dll(cls, dll, name):
        try:
            return _at(cls, _foreign.symbol(dll._handle, name))
        except OSError, e:
            raise ValueError(str(e))

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        raise TypeError("expected %s instance instead of %s" % (cls.__name__, _class_name(value)))


def _window(cls, source, offset, writable):
    if offset < 0:
        raise ValueError("offset cannot be negative")
    found = _foreign.buffer(source, writable)
    if found is None:
        if writable:
            raise TypeError("expected a writeable buffer object")
        raise TypeError("expected a readable buffer object")
    address, size, keep = found
    if offset + cls._sz_ > size:
        raise ValueError("Buffer size too small (%d instead of at least %d bytes)" % (size, cls._sz_ + offset))
    return address + offset, keep


def _at(cls, address, base=None):
    """An instance over memory that others own; `base` keeps it there."""
    made = _foreign.Data.__new__(cls)
    made._address_ = address
    made._b_base_ = base
    made._b_needsfree_ = 0
    made._objects = None
    return made


class _CData(_foreign.Data):
    _sz_ = _al_ = 0

    def _size_(self):
        return sizeof(self)

    def __new__(cls, *args, **kwargs):
        if '_sz_' not in cls.__dict__ and not cls._sz_ and not hasattr(cls, '_fields_'):
            raise TypeError("abstract class")
        cls._final_ = True
        made = _foreign.Data.__new__(cls)
        made._memory_ = _foreign.allocate(max(cls._sz_, 8))
        made._address_ = made._memory_.address
        made._b_base_ = None
        made._b_needsfree_ = 1
        made._objects = None
        return made

    def _keep_(self, key, value):
        """Keeps alive what the memory refers to: where it is owned, all the way up."""
        if self._objects is None:
            self._objects = {}
        self._objects[key] = value
        if isinstance(self._b_base_, _CData):
            self._b_base_._keep_((id(self), key), value)

    def __ctypes_from_outparam__(self):
        return self

    def __reduce__(self):
        if any(code in 'PzZO' for _, code, _ in _leaves(type(self), 0)):
            raise ValueError("ctypes objects containing pointers cannot be pickled")
        own = dict((k, v) for k, v in self.__dict__.items() if k not in _INTERNAL)
        return _unpickle, (type(self), (own, _foreign.read(self._address_, sizeof(self))))

    def __setstate__(self, state):
        own, data = state
        _foreign.write(self._address_, data[:sizeof(self)])
        self.__dict__.update(own)

    def __hash__(self):
        return object.__hash__(self)


# What the dict of an instance has of ours.
_INTERNAL = '_memory_', '_address_', '_b_base_', '_b_needsfree_', '_objects', '_resized_'


def _unpickle(cls, state):
    made = cls.__new__(cls)
    made.__setstate__(state)
    return made


def sizeof(what):
    """sizeof(C type) -> integer
    sizeof(C instance) -> integer
    Return the size in bytes of a C instance"""
    if isinstance(what, _Type):
        return what._sz_
    if isinstance(what, _CData):
        return getattr(what, '_resized_', type(what)._sz_)
    raise TypeError("this type has no size")


def alignment(what):
    """alignment(C type) -> integer
    alignment(C instance) -> integer
    Return the alignment requirements of a C instance"""
    cls = what if isinstance(what, _Type) else type(what)
    if not isinstance(cls, _Type):
        raise TypeError("no alignment info")
    return cls._al_


def addressof(what):
    """addressof(C instance) -> integer
    Return the address of the C instance internal buffer"""
    if not isinstance(what, _CData):
        raise TypeError("invalid type")
    return what._address_


def resize(what, size):
    """Resize the memory buffer of a ctypes instance"""
    if not isinstance(what, _CData):
        raise TypeError("excepted ctypes instance")
    if size < type(what)._sz_:
        raise ValueError("minimum size is %d" % type(what)._sz_)
    if not what._b_needsfree_:
        raise ValueError("Memory cannot be resized because this object doesn't own it")
    memory = _foreign.allocate(size)
    old = sizeof(what)
    _foreign.write(memory.address, _foreign.read(what._address_, min(old, size)))
    what._memory_ = memory
    what._address_ = memory.address
    what._resized_ = size


class CArgObject(object):
    """What `byref` returns."""

    def __init__(self, obj, offset):
        self._obj = obj
        self._offset_ = offset

    def __repr__(self):
        return "<cparam 'P' (0x%x)>" % (self._obj._address_ + self._offset_)


def byref(obj, offset=0):
    """byref(C instance[, offset=0]) -> byref-object
    Return a pointer lookalike to a C instance, only usable
    as function argument"""
    if not isinstance(obj, _CData):
        raise TypeError("byref() argument must be a ctypes instance, not '%s'" % _class_name(obj))
    if not hasattr(offset, '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an index" % _class_name(offset))
    return CArgObject(obj, offset)


# ---- simple types ------------------------------------------------------------

class PyCSimpleType(_Type):
    def __new__(meta, name, bases, dict):
        cls = type.__new__(meta, name, bases, dict)
        code = getattr(cls, '_type_', None)
        if code is None:
            if bases != (_CData,):
                raise AttributeError("class must define a '_type_' attribute")
            return cls
        if not isinstance(code, str) or len(code) != 1:
            raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
        if code not in _FORMATS:
            raise AttributeError("class must define a '_type_' attribute which must be\n"
                                 "a single character string containing one of 'cbBhHiIlLdfuzZqQPXOv?g'.")
        cls._sz_ = cls._al_ = _SIZES[code]
        cls._swapped_ = False
        if '_type_' in dict and code in _SWAPPABLE:
            other = type.__new__(meta, name, bases, dict)
            other.__name__ = name + '_be'
            other._sz_ = other._al_ = cls._sz_
            other._swapped_ = True
            for c in cls, other:
                c.__ctype_le__, c.__ctype_be__ = cls, other
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        code = cls._type_
        if code in 'zZ':
            item = 'c' if code == 'z' else 'u'
            if value is None:
                return cls(None)
            if isinstance(value, (str, unicode)):
                return cls(value)
            if isinstance(value, (Array, _Pointer)) and getattr(value._type_, '_type_', None) == item:
                return value
            if isinstance(value, CArgObject) and getattr(value._obj, '_type_', None) == item:
                return value
        elif code == 'P':
            if value is None:
                return cls(None)
            if isinstance(value, (int, long)):
                return cls(value)
            if isinstance(value, str):
                return _held(value)
            if isinstance(value, unicode):
                return _held_wide(value)
            if isinstance(value, (Array, _Pointer, CFuncPtr, CArgObject)):
                return value
            if isinstance(value, _SimpleCData) and value._type_ in 'zZ':
                return value
        elif code == 'O':
            return cls(value)
        else:
            try:
                return cls(value)
            except TypeError:
                pass
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        raise TypeError("wrong type")


def _held(text):
    made = _c_pointer_to_chars()
    made.value = text
    return made


def _held_wide(text):
    made = _c_pointer_to_wides()
    made.value = text
    return made


def _get_simple(cls, address, owner):
    code = cls._type_
    data = _foreign.read(address, cls._sz_)
    if cls._swapped_:
        data = data[::-1]
    if code == 'g':
        return _long_double(data)
    value = _struct.unpack(_FORMATS[code], data)[0]
    if code == '?':
        return value != 0
    if code in 'ILqQ':
        return long(value)
    if code == 'u':
        return _unichr(value)
    if code == 'P':
        return value or None
    if code == 'z':
        return _foreign.read(value, _string_end(value, 1)) if value else None
    if code == 'Z':
        return _wide(_foreign.read(value, _string_end(value, 4))) if value else None
    if code == 'O':
        if not value:
            raise ValueError("PyObject is NULL")
        return _foreign.object_at(value)
    return value


def _set_simple(cls, address, value, owner, key):
    code = cls._type_
    if code in _INTEGERS:
        data = _struct.pack(_FORMATS[code], _wrap(code, _integer(value)))
    elif code in 'fd':
        try:
            data = _struct.pack(code, _float(value))
        except OverflowError:
            data = _struct.pack(code, float('inf') if value > 0 else -float('inf'))
    elif code == 'g':
        data = _to_long_double(_float(value))
    elif code == '?':
        data = '\1' if value else '\0'
    elif code == 'c':
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError("one character string expected")
        data = value
    elif code == 'u':
        if isinstance(value, str):
            value = value.decode(*_mode)
        if not isinstance(value, unicode):
            raise TypeError("unicode string expected instead of %s instance" % _class_name(value))
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        data = _from_wide(value)
    elif code == 'P':
        if value is None:
            value = 0
        if not isinstance(value, (int, long)):
            raise TypeError("cannot be converted to pointer")
        data = _struct.pack('Q', value & _WORD)
    elif code in 'zZ':
        data = _struct.pack('Q', _text_address(code, value, owner, key))
    else:
        owner._keep_(key, value)
        data = _struct.pack('Q', _foreign.object_address(value))
    if cls._swapped_:
        data = data[::-1]
    _foreign.write(address, data)


def _float(value):
    try:
        return float(value) if not isinstance(value, (str, unicode)) else value + 0.0
    except TypeError:
        raise TypeError("a float is required")


def _text_address(code, value, owner, key):
    if value is None:
        return 0
    if isinstance(value, (int, long)):
        return value & _WORD
    if code == 'z':
        if isinstance(value, unicode):
            value = value.encode(*_mode)
        if not isinstance(value, str):
            raise TypeError("string or integer address expected instead of %s instance" % _class_name(value))
        data = value + '\0'
    else:
        if isinstance(value, str):
            value = value.decode(*_mode)
        if not isinstance(value, unicode):
            raise TypeError("unicode string or integer address expected instead of %s instance"
                            % _class_name(value))
        data = _from_wide(value) + '\0' * 4
    memory = _foreign.allocate(len(data))
    _foreign.write(memory.address, data)
    owner._keep_(key, memory)
    return memory.address


_mode = ('ascii', 'strict')


def set_conversion_mode(encoding, errors):
    """set_conversion_mode(encoding, errors) -> (previous-encoding, previous-errors)"""
    global _mode
    previous, _mode = _mode, (encoding, errors)
    return previous


class _SimpleCData(_CData):
    __metaclass__ = PyCSimpleType

    def __init__(self, *value):
        if len(value) > 1:
            raise TypeError("__init__ expected at most 1 arguments, got %d" % len(value))
        if value:
            self.value = value[0]

    @property
    def value(self):
        return _get_simple(type(self), self._address_, self)

    @value.setter
    def value(self, value):
        _set_simple(type(self), self._address_, value, self, None)

    def __nonzero__(self):
        if self._type_ == 'O':
            return _word_at(self._address_) != 0
        return _foreign.read(self._address_, type(self)._sz_).strip('\0') != ''

    def __repr__(self):
        if type(self).__bases__[0] is not _SimpleCData:
            return "<%s object at 0x%x>" % (type(self).__name__, id(self))
        return "%s(%r)" % (type(self).__name__, self.value)

    def __ctypes_from_outparam__(self):
        return self.value if type(self).__bases__[0] is _SimpleCData else self


class _c_pointer_to_chars(_SimpleCData):
    _type_ = 'z'


class _c_pointer_to_wides(_SimpleCData):
    _type_ = 'Z'


def _is_plain(cls):
    """A simple type itself, whose values are seen as Python's own."""
    return isinstance(cls, PyCSimpleType) and cls.__bases__[0] is _SimpleCData


def _get(cls, address, owner):
    """What a field, an item or a result of a type is in Python."""
    if _is_plain(cls):
        return _get_simple(cls, address, owner)
    return _at(cls, address, owner)


def _set(cls, address, value, owner, key):
    if isinstance(cls, PyCSimpleType) and not isinstance(value, cls):
        return _set_simple(cls, address, value, owner, key)
    if isinstance(value, cls):
        _foreign.write(address, _foreign.read(value._address_, cls._sz_))
        owner._keep_(key, value)
        return
    if issubclass(cls, _Pointer):
        if value is None:
            return _foreign.write(address, '\0' * 8)
        if isinstance(value, Array) and issubclass(value._type_, cls._type_):
            _foreign.write(address, _struct.pack('Q', value._address_))
            owner._keep_(key, value)
            return
    elif issubclass(cls, CFuncPtr) and value is None:
        return _foreign.write(address, '\0' * 8)
    elif issubclass(cls, Array):
        if isinstance(value, str) and getattr(cls._type_, '_type_', None) == 'c':
            if len(value) > cls._length_:
                raise ValueError("string too long (%d, maximum length %d)" % (len(value), cls._length_))
            return _foreign.write(address, value + '\0' * (len(value) < cls._length_))
        if isinstance(value, basestring) and getattr(cls._type_, '_type_', None) == 'u':
            return setattr(_at(cls, address, owner), 'value', value)
    if isinstance(value, tuple) and issubclass(cls, (Structure, Union, Array)):
        try:
            made = cls(*value)
        except Exception, e:
            raise RuntimeError("(%s) %s: %s" % (cls.__name__, type(e), e))
        _foreign.write(address, _foreign.read(made._address_, cls._sz_))
        owner._keep_(key, made)
        return
    if isinstance(value, _CData):
        raise TypeError("incompatible types, %s instance instead of %s instance"
                        % (_class_name(value), cls.__name__))
    raise TypeError("expected %s instance, got %s" % (cls.__name__, _class_name(value)))


