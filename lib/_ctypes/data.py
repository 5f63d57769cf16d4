"""C data types and calls of C functions: what the library's package `ctypes` is made of.

The module is this text and, after it, that of aggregates.py and functions.py. Memory, libraries, calls and callbacks
are those of the native module `_foreign`, and so is all that is done often: it knows the forms of types (`_form_`), reads
and writes simple values, and calls functions whose arguments are simple. What it cannot do at once it leaves to methods
here, such as `_get_value_`. The calling convention is that of x86-64 outside Windows.
"""

import operator as _operator
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
# Codes that the language of formats has others for.
_VIEWED = {'l': 'q', 'L': 'Q'}
_SIGNED = 'bhilq'
_INTEGERS = 'bBhHiIlLqQ'
_SWAPPABLE = 'hHiIlLqQfd'


def _word_at(address):
    return _struct.unpack('Q', _foreign.read(address, 8))[0]


def _string_end(address, width):
    return _foreign.text_length(address, width) * width


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
        raise TypeError("int expected instead of %s" % _class_name(value))
    if isinstance(value, (int, long)):
        return value
    convert = getattr(value, '__int__', None) or getattr(value, '__long__', None)
    if convert is None:
        raise TypeError("an integer is required")
    value = convert()
    if not isinstance(value, (int, long)):
        raise TypeError("__int__ method should return an integer")
    return value


def _wrap(code, value):
    """The integer as the C type would have it."""
    bits = 8 * _SIZES[code]
    value &= (1 << bits) - 1
    if code in _SIGNED and value >> (bits - 1):
        value -= 1 << bits
    return value


# ---- the base of all ---------------------------------------------------------

def _class(meta, name, bases, dict):
    """A new class, of the module where somebody asks the metaclass for it."""
    if '__module__' not in dict:
        dict = dict.copy()
        dict['__module__'] = _sys._getframe(2).f_globals.get('__name__')
    return type.__new__(meta, name, bases, dict)


class _Type(type):
    """The class of classes of C data. `_sz_` and `_al_` are size and alignment; `_form_` is what native code knows
    of a type. Types without a form are abstract. `_view_` is what memoryviews say of the data: the format of an item,
    and the shape of an array."""

    def __mul__(cls, n):
        return _array_type(cls, n)

    def __rmul__(cls, n):
        return _array_type(cls, n)

    def from_address(cls, address):
        if not isinstance(address, (int, long)):
            raise TypeError("integer expected")
        return _foreign.at(cls, address & _WORD, None, 0)

    def from_buffer(cls, source, offset=0):
        made = _foreign.at(cls, _window(cls, source, offset, True), None, 0)
        made._keep_(-1, source)
        return made

    def from_buffer_copy(cls, source, offset=0):
        address = _window(cls, source, offset, False)
        made = cls()
        _foreign.write(made._address_, _foreign.read(address, cls._sz_))
        return made

    def in_dll(cls, dll, name):
        try:
            return _foreign.at(cls, _foreign.symbol(dll._handle, name), None, 0)
        except OSError, e:
            raise ValueError(str(e))

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        raise TypeError("expected %s instance instead of %s" % (cls.__name__, _class_name(value)))


def _form(cls):
    """What native code knows of a type."""
    form = getattr(cls, '_form_', None)
    if form is None:
        raise TypeError("abstract class")
    return form


def _window(cls, source, offset, writable):
    """The address of a type's data in a buffer."""
    _form(cls)
    found = _foreign.buffer(source, writable)
    if found is None:
        if writable:
            raise TypeError("expected a writeable buffer object")
        raise TypeError("expected a readable buffer object")
    if offset < 0:
        raise ValueError("offset cannot be negative")
    address, size, keep = found
    if offset + cls._sz_ > size:
        raise ValueError("Buffer size too small (%d instead of at least %d bytes)" % (size, cls._sz_ + offset))
    return address + offset


def _make(cls):
    return _foreign.Data.__new__(cls)


class _CData(_foreign.Data):
    """Base of all. What the memory of an instance refers to, the one that owns the memory has in `_objects`: a simple
    one the object itself, others a dict, by the numbers of the parts that lead to the place (`_keep_`, `_kept_`)."""
    _sz_ = _al_ = 0

    def __ctypes_from_outparam__(self):
        return self

    def __reduce__(self):
        if any(code in 'PzZO' for _, code, _ in _leaves(type(self), 0)):
            raise ValueError("ctypes objects containing pointers cannot be pickled")
        return _unpickle, (type(self), (self.__dict__, _foreign.read(self._address_, self._size_)))

    def __setstate__(self, own, data):
        mine = self.__dict__
        if not isinstance(mine, dict):
            raise TypeError("%s.__dict__ must be a dictionary, not %s" % (_class_name(self), _class_name(mine)))
        _foreign.write(self._address_, data[:self._size_])
        mine.update(own)

    def __hash__(self):
        return object.__hash__(self)


def _unpickle(cls, state):
    made = cls.__new__(cls)
    made.__setstate__(*state)
    return made


sizeof = _foreign.sizeof
addressof = _foreign.addressof


def alignment(what):
    """alignment(C type) -> integer
    alignment(C instance) -> integer
    Return the alignment requirements of a C instance"""
    cls = what if isinstance(what, _Type) else type(what)
    if not isinstance(cls, _Type):
        raise TypeError("no alignment info")
    return cls._al_


def resize(what, size):
    """Resize the memory buffer of a ctypes instance"""
    if not isinstance(what, _CData):
        raise TypeError("excepted ctypes instance")
    if size < type(what)._sz_:
        raise ValueError("minimum size is %d" % type(what)._sz_)
    if not what._b_needsfree_:
        raise ValueError("Memory cannot be resized because this object doesn't own it")
    _foreign.resize(what, size)


CArgObject = _foreign.CArgObject
byref = _foreign.byref


def _part(cls):
    """What the format of something bigger says of a type in there."""
    format, shape = cls._view_
    return format if shape is None else '(%s)%s' % (','.join(map(str, shape)), format)


# ---- simple types ------------------------------------------------------------

class PyCSimpleType(_Type):
    def __new__(meta, name, bases, dict):
        cls = _class(meta, name, bases, dict)
        code = getattr(cls, '_type_', None)
        if code is None:
            if _CData not in bases:
                raise AttributeError("class must define a '_type_' attribute")
            return cls
        if not isinstance(code, str) or len(code) != 1:
            raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
        if code not in _FORMATS:
            raise AttributeError("class must define a '_type_' attribute which must be\n"
                                 "a single character string containing one of 'cbBhHiIlLdfuzZqQPXOv?g'.")
        cls._sz_ = cls._al_ = _SIZES[code]
        cls._view_ = '<' + _VIEWED.get(code, code), None
        plain = cls.__bases__[0] is _SimpleCData
        cls._form_ = _foreign.form(code, cls._sz_, 0, plain, False, None)
        if '_type_' in dict and code in _SWAPPABLE:
            other = _class(meta, name, bases, dict)
            other.__name__ = name + '_be'
            other._sz_ = other._al_ = cls._sz_
            other._form_ = _foreign.form(code, cls._sz_, 0, plain, True, None)
            other._view_ = '>' + _VIEWED.get(code, code), None
            for c in cls, other:
                c.__ctype_le__, c.__ctype_be__ = cls, other
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        code = getattr(cls, '_type_', None)
        if code is None:
            raise TypeError("abstract class")
        if code in 'zZ':
            item = 'c' if code == 'z' else 'u'
            if value is None:
                return None
            if isinstance(value, basestring):
                return _text_argument(code, value)
            if isinstance(value, (Array, _Pointer)) and getattr(value._type_, '_type_', None) == item:
                return value
            if isinstance(value, CArgObject) and getattr(value._obj, '_type_', None) == item:
                return value
        elif code == 'P':
            if value is None:
                return None
            if isinstance(value, (int, long)):
                return _foreign.argument('P', value & _WORD, value)
            if isinstance(value, basestring):
                return _text_argument('z' if isinstance(value, str) else 'Z', value)
            if isinstance(value, (Array, _Pointer, CFuncPtr)):
                return value
            if isinstance(value, CArgObject) and value._tag_ in 'PzZ':
                return value
            if isinstance(value, _SimpleCData) and value._type_ in 'zZ':
                return value
        else:
            try:
                made = _make(cls)
                _set_simple(cls, made._address_, value, made, 0)
            except (TypeError, ValueError, UnicodeError):
                pass
            else:
                # A long double has no word.
                word = made._form_word_() if code != 'g' else made._address_
                return _foreign.argument(code, word, made if code in 'gO' else value)
        if hasattr(value, '_as_parameter_'):
            return cls.from_param(value._as_parameter_)
        raise TypeError("wrong type")


def _text_argument(code, text):
    """The address of a text, for a call."""
    address, kept = _terminated(code, text)
    # What is kept equals the text; if it is another object, the text is somewhere in the middle of a bigger one.
    return _foreign.argument(code, address, kept)


def _terminated(code, text):
    """(address, what keeps it) of a text with a zero behind it."""
    if code == 'z':
        return _foreign.text(_encoded(text))
    if isinstance(text, str):
        text = text.decode(*_mode)
    data = _from_wide(text) + '\0' * 4
    memory = _foreign.allocate(len(data))
    _foreign.write(memory.address, data)
    return memory.address, memory


def _encoded(text):
    return text.encode(*_mode) if isinstance(text, unicode) else text


def _get_simple(cls, address):
    value = _foreign.get(cls._form_, address)
    if value is not NotImplemented:
        return value
    code = cls._type_
    data = _foreign.read(address, cls._sz_)
    if code == 'g':
        return _long_double(data)
    word = _struct.unpack(_FORMATS[code], data)[0]
    if code == 'u':
        return _unichr(word)
    if code == 'z':
        return _foreign.read(word, _string_end(word, 1)) if word else None
    if code == 'Z':
        return _wide(_foreign.read(word, _string_end(word, 4))) if word else None
    if not word:
        raise ValueError("PyObject is NULL")
    return _foreign.object_at(word)


def _set_simple(cls, address, value, owner, index):
    """Puts a value there, and keeps what it refers to."""
    if _foreign.put(cls._form_, address, value):
        return
    code = cls._type_
    if code in _INTEGERS:
        _foreign.put(cls._form_, address, _integer(value))
        return
    if code in 'fd':
        value = _float(value)
        if not _foreign.put(cls._form_, address, value):
            data = _struct.pack(code, float('inf') if value > 0 else -float('inf'))
            _foreign.write(address, data[::-1] if _is_swapped(cls) else data)
        return
    if code == 'g':
        data = _to_long_double(_float(value))
    elif code == '?':
        data = '\1' if value else '\0'
    elif code == 'c':
        raise TypeError("one character string expected")
    elif code == 'u':
        if isinstance(value, str):
            value = value.decode(*_mode)
        if not isinstance(value, unicode):
            raise TypeError("unicode string expected instead of %s instance" % _class_name(value))
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        data = _from_wide(value)
    elif code == 'P':
        raise TypeError("cannot be converted to pointer")
    elif code in 'zZ':
        if isinstance(value, (int, long)) or value is None:
            word = (value or 0) & _WORD
        elif not isinstance(value, basestring):
            raise TypeError("%s or integer address expected instead of %s instance"
                            % ("string" if code == 'z' else "unicode string", _class_name(value)))
        else:
            word, kept = _terminated(code, value)
            owner._keep_(index, kept)
        data = _struct.pack('Q', word)
    else:
        data = _struct.pack('Q', _foreign.object_address(value))
        owner._keep_(index, value)
    _foreign.write(address, data)


def _float(value):
    try:
        return float(value) if not isinstance(value, basestring) else value + 0.0
    except (TypeError, AttributeError):
        raise TypeError("a float is required")


_mode = ('ascii', 'strict')


def set_conversion_mode(encoding, errors):
    """set_conversion_mode(encoding, errors) -> (previous-encoding, previous-errors)"""
    global _mode
    previous, _mode = _mode, (encoding, errors)
    return previous


class _SimpleCData(_foreign.Simple, _CData):
    __metaclass__ = PyCSimpleType

    def _get_value_(self):
        return _get_simple(type(self), self._address_)

    def _set_value_(self, value):
        _set_simple(type(self), self._address_, value, self, 0)

    def _form_word_(self):
        """The data as a word, as it is passed."""
        data = _foreign.read(self._address_, type(self)._sz_)
        code = self._type_
        if code in 'fd' or code == 'c':
            return _struct.unpack('Q', data + '\0' * (8 - len(data)))[0]
        return _struct.unpack(_FORMATS[code], data)[0] & _WORD

    def __repr__(self):
        if type(self).__bases__[0] is not _SimpleCData:
            return "<%s object at 0x%x>" % (type(self).__name__, id(self))
        return "%s(%r)" % (type(self).__name__, self.value)

    def __ctypes_from_outparam__(self):
        return self.value if type(self).__bases__[0] is _SimpleCData else self


def _is_swapped(cls):
    """A type in the other byte order."""
    return getattr(cls, '__ctype_be__', None) is cls and cls.__ctype_le__ is not cls


def _is_plain(cls):
    """A simple type itself, whose values are seen as Python's own."""
    return isinstance(cls, PyCSimpleType) and cls.__bases__[0] is _SimpleCData


def _get(cls, address, owner, index):
    """What a field or an item of a type is in Python."""
    if _is_plain(cls):
        return _get_simple(cls, address)
    return _foreign.at(cls, address, owner, index)


def _set(cls, address, value, owner, index):
    """Puts a value where data of a type is, and keeps what it refers to."""
    if isinstance(value, cls):
        _foreign.write(address, _foreign.read(value._address_, cls._sz_))
        owner._keep_(index, value._kept_())
        return
    if isinstance(value, _CData):
        if issubclass(cls, _Pointer) and isinstance(value, Array) and issubclass(value._type_, cls._type_):
            _foreign.write(address, _struct.pack('Q', value._address_))
            owner._keep_(index, (value._kept_(), value))
            return
        raise TypeError("incompatible types, %s instance instead of %s instance"
                        % (_class_name(value), cls.__name__))
    if isinstance(cls, PyCSimpleType):
        return _set_simple(cls, address, value, owner, index)
    if isinstance(value, tuple):
        try:
            made = cls(*value)
        except Exception, e:
            raise RuntimeError("(%s) %s: %s" % (cls.__name__, type(e), e))
        return _set(cls, address, made, owner, index)
    if value is None and issubclass(cls, (_Pointer, CFuncPtr)):
        return _foreign.write(address, '\0' * 8)
    raise TypeError("expected %s instance, got %s" % (cls.__name__, _class_name(value)))


