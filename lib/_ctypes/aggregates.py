# ---- arrays ------------------------------------------------------------------

class PyCArrayType(_Type):
    def __new__(meta, name, bases, dict):
        cls = _class(meta, name, bases, dict)
        if _CData in bases:
            return cls
        length = getattr(cls, '_length_', None)
        if not isinstance(length, (int, long)):
            raise AttributeError("class must define a '_length_' attribute, which must be a positive integer")
        if length > _sys.maxint:
            raise OverflowError("The '_length_' attribute is too large")
        item = getattr(cls, '_type_', None)
        if item is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not hasattr(item, '_form_'):
            _foreign.refuse("_type_ must have storage info")
        if item._sz_ * length > _sys.maxint:
            raise OverflowError("array too large")
        cls._sz_ = item._sz_ * length
        cls._al_ = item._al_
        item._form_.use()
        cls._form_ = _foreign.form('[', cls._sz_, length, False, False, item)
        format, shape = item._view_
        cls._view_ = format, (length,) + (shape or ())
        code = getattr(item, '_type_', None)
        if isinstance(item, PyCSimpleType) and code == 'c':
            cls.value, cls.raw = _char_value, _char_raw
        elif isinstance(item, PyCSimpleType) and code == 'u':
            cls.value = _wide_value
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        code = getattr(getattr(cls, '_type_', None), '_type_', None)
        if isinstance(value, basestring) and code in ('c', 'u'):
            made = cls()
            made.value = value
            return made
        return _Type.from_param(cls, value)


def _set_chars(self, value):
    if isinstance(value, unicode):
        value = value.encode(*_mode)
    if not isinstance(value, str):
        raise TypeError("string expected instead of %s instance" % _class_name(value))
    if len(value) > self._length_:
        raise ValueError("string too long")
    _foreign.write(self._address_, value + '\0' * (len(value) < self._length_))


def _set_raw(self, value):
    try:
        data = memoryview(value).tobytes()
    except TypeError:
        raise TypeError("'%s' does not have the buffer interface" % _class_name(value))
    if len(data) > sizeof(self):
        raise ValueError("string too long")
    _foreign.write(self._address_, data)


def _get_wides(self):
    return _wide(_foreign.read(self._address_, type(self)._sz_)).split(u'\0', 1)[0]


def _set_wides(self, value):
    if isinstance(value, str):
        value = value.decode(*_mode)
    if not isinstance(value, unicode):
        raise TypeError("unicode string expected instead of %s instance" % _class_name(value))
    if len(value) > self._length_:
        raise ValueError("string too long")
    _foreign.write(self._address_, _from_wide(value) + '\0' * 4 * (len(value) < self._length_))


def _no_deletion(self):
    raise TypeError("can't delete attribute")


def _no_raw_deletion(self):
    raise AttributeError("cannot delete attribute")


_char_value = property(_foreign.characters, _foreign.set_characters, _no_deletion, "string value")
_char_raw = property(_foreign.raw, _set_raw, _no_raw_deletion, "value")
_wide_value = property(_get_wides, _set_wides, _no_deletion, "string value")


def _index(i):
    i = _operator.index(i)
    if not -_sys.maxint - 1 <= i <= _sys.maxint:
        raise IndexError("cannot fit 'long' into an index-sized integer")
    return i


class Array(_foreign.Array, _CData):
    __metaclass__ = PyCArrayType

    def _place_(self, i):
        if i < 0:
            i += self._length_
        if not 0 <= i < self._length_:
            raise IndexError("invalid index")
        return self._address_ + i * self._type_._sz_, i

    def _get_item_(self, i):
        if isinstance(i, slice):
            return _joined(self._type_, [self[k] for k in xrange(*i.indices(self._length_))])
        if not hasattr(i, '__index__'):
            raise TypeError("indices must be integers")
        address, i = self._place_(_index(i))
        return _get(self._type_, address, self, i)

    def _set_item_(self, i, value):
        if isinstance(i, slice):
            places = range(*i.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for k, item in zip(places, value):
                self[k] = item
            return
        if not hasattr(i, '__index__'):
            raise TypeError("indices must be integer")
        address, i = self._place_(_index(i))
        _set(self._type_, address, value, self, i)

    def _get_items_(self, low, high):
        return self._get_item_(slice(max(low, 0), max(high, 0)))

    _set_characters_ = _set_chars

    def __setslice__(self, low, high, value):
        self[slice(low, high)] = value

    def __delslice__(self, low, high):
        raise TypeError("Array does not support item deletion")


def _asking(depth):
    """Name of the module that asks for a type, so many calls up."""
    return _sys._getframe(depth).f_globals.get('__name__')


def _joined(item, values):
    code = getattr(item, '_type_', None)
    if _is_plain(item) and code in 'cu':
        return ('' if code == 'c' else u'').join(values)
    return values


_array_types = {}


def _array_type(item, n):
    if type(n) is int and (item, n) in _array_types:
        return _array_types[item, n]
    if not isinstance(n, (int, long)):
        raise TypeError("can't multiply sequence by non-int of type '%s'" % _class_name(n))
    n = _operator.index(n)
    if not -_sys.maxint - 1 <= n <= _sys.maxint:
        raise OverflowError("cannot fit 'long' into an index-sized integer")
    if n < 0:
        raise ValueError("Array length must be >= 0, not %d" % n)
    if item._sz_ * n > _sys.maxint:
        raise OverflowError("array too large")
    key = item, n
    if key not in _array_types:
        _array_types[key] = PyCArrayType('%s_Array_%d' % (item.__name__, n), (Array,),
                                         {'_length_': n, '_type_': item, '__module__': _asking(3)})
    return _array_types[key]


# ---- structures and unions ---------------------------------------------------

class CField(_foreign.Field):
    """Structure/Union member"""

    def _get_(self, owner):
        cls, address = self._cls_, owner._address_ + self.offset
        if _is_text(cls):
            return _foreign.at(cls, address, owner, self._index_).value
        return _get(cls, address, owner, self._index_)

    def _set_(self, owner, value):
        cls, address = self._cls_, owner._address_ + self.offset
        if _is_text(cls):
            _set_text(cls, address, value, owner, self._index_)
        elif not self._bits_:
            _set(cls, address, value, owner, self._index_)
        elif cls._type_ == '?':
            self._put_bits_(address, bool(value))
        else:
            self.__set__(owner, _integer(value))

    def _put_bits_(self, address, value):
        mask = (1 << self._bits_) - 1 << self._shift_
        _foreign.write(address, chr(ord(_foreign.read(address, 1)) & ~mask & 255 | value << self._shift_))

    def __repr__(self):
        if not self._bits_:
            return "<Field type=%s, ofs=%d, size=%d>" % (self._cls_.__name__, self.offset, self.size)
        return "<Field type=%s, ofs=%d:%d, bits=%d>" % (self._cls_.__name__, self.offset, self._shift_, self._bits_)


def _is_text(cls):
    """An array of characters, seen as text."""
    return issubclass(cls, Array) and isinstance(cls._type_, PyCSimpleType) and cls._type_._type_ in 'cu'


def _set_text(cls, address, value, owner, index):
    if cls._type_._type_ == 'c':
        if not isinstance(value, basestring):
            raise TypeError("expected string or Unicode object, %s found" % _class_name(value))
        value = _encoded(value)
        data = value + '\0'
    else:
        if isinstance(value, str):
            value = value.decode(*_mode)
        if not isinstance(value, unicode):
            raise TypeError("unicode string expected instead of %s instance" % _class_name(value))
        data = _from_wide(value) + '\0' * 4
    if len(value) > cls._length_:
        raise ValueError("string too long (%d, maximum length %d)" % (len(value), cls._length_))
    _foreign.write(address, data[:cls._sz_])
    if cls._type_._type_ == 'u':
        owner._keep_(index, value)


class _Aggregate(_Type):
    _union_ = False

    def __new__(meta, name, bases, dict):
        cls = _class(meta, name, bases, dict)
        if '_abstract_' in dict or _Fields in bases or _CData in bases:
            return cls
        base = cls.__mro__[1]
        cls._form_ = _foreign.form('{', getattr(base, '_sz_', 0), 0, False, False, None)
        cls._view_ = getattr(base, '_view_', ('B', None))
        if hasattr(base, '_form_'):
            base._form_.use()
        if '_fields_' in dict:
            # By way of the metaclass: that of the other byte order exchanges the types of fields.
            cls._fields_ = dict['_fields_']
        return cls

    def __setattr__(cls, name, value):
        if name == '_fields_':
            if '_form_' not in cls.__dict__ or cls._form_.used or '_final_' in cls.__dict__:
                raise AttributeError("_fields_ is final")
            cls._lay_out_(value)
        type.__setattr__(cls, name, value)

    def _lay_out_(cls, fields):
        pack = getattr(cls, '_pack_', 0)
        if not isinstance(pack, (int, long, float)) or not 0 <= pack < 1 << 31:
            raise ValueError("_pack_ must be a non-negative integer")
        pack = int(pack)
        base = cls.__mro__[1]
        layout = list(getattr(base, '_layout_', ()))
        first = len(layout)
        size, align = getattr(base, '_sz_', 0), max(getattr(base, '_al_', 0), 1)
        unit = None  # the bit field being filled: its offset, its bits so far, the bits that it has
        try:
            fields = list(fields)
        except TypeError:
            _foreign.refuse("'_fields_' must be a sequence of pairs")
        for number, field in enumerate(fields):
            if not isinstance(field, tuple) or len(field) not in (2, 3) \
                    or len(field) == 3 and not isinstance(field[2], (int, long)):
                raise AttributeError("'_fields_' must be a sequence of pairs")
            name, of = field[:2]
            if not hasattr(of, '_form_') or not isinstance(of, _Type):
                _foreign.refuse("second item in _fields_ tuple (index %d) must be a C type" % number)
            of._form_.use()
            if of is cls:
                raise AttributeError("Structure or union cannot contain itself")
            own = max(min(of._al_, pack) if pack else of._al_, 1)
            room = 8 * of._sz_
            bits = shift = 0
            if len(field) == 3:
                bits = field[2]
                if not isinstance(of, PyCSimpleType) or of._type_ not in _INTEGERS + '?':
                    _foreign.refuse("bit fields not allowed for type %s" % of.__name__)
                if not 0 < bits <= room:
                    raise ValueError("number of bits invalid for bit field")
            try:
                if isinstance(name, unicode):
                    name = str(name)
            except UnicodeError:
                pass
            if not isinstance(name, str):
                _foreign.refuse("structure field name must be string not %s" % type(name).__name__)
            if cls._union_:
                offset, end, align = 0, of._sz_, max(align, own)
            elif bits and unit and unit[1] + bits <= max(room, unit[2]):
                # Goes on in the unit that the field before began, which grows if its own type is bigger. A smaller
                # type is the last part of the unit.
                begin, shift, had = unit
                room = max(room, had)
                end = begin + room // 8
                offset = end - of._sz_
                unit = begin, shift + bits, room
            else:
                offset = (size + own - 1) // own * own
                unit = (offset, bits, room) if bits else None
                end, align = offset + of._sz_, max(align, own)
            size = max(size, end)
            at = room - bits - shift if bits and _is_swapped(of) else shift
            type.__setattr__(cls, name, CField(name, of, offset, bits, at, first + number))
            layout.append((name, of, offset))
        cls._sz_ = (size + align - 1) // align * align
        cls._al_ = align
        cls._layout_ = layout
        cls._names_ = tuple(f[0] for f in layout)
        cls._form_.set_size(cls._sz_)
        cls._final_ = True
        if cls._union_ or hasattr(cls, '_pack_'):
            # There is no format for those.
            cls._view_ = 'B', None
        else:
            cls._view_ = 'T{%s}' % ''.join('%s:%s:' % (_part(f[1]), f[0]) for f in fields), None
        try:
            anonymous = list(getattr(cls, '_anonymous_', ()))
        except TypeError:
            _foreign.refuse("_anonymous_ must be a sequence")
        for name in anonymous:
            hidden = cls.__dict__.get(name)
            if not isinstance(hidden, CField):
                raise AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))
            if not isinstance(hidden._cls_, _Aggregate):
                raise AttributeError("type object '%s' has no attribute '_fields_'" % hidden._cls_.__name__)
            for inner in [f[0] for f in hidden._cls_._layout_] + list(_hidden_names(hidden._cls_)):
                f = getattr(hidden._cls_, inner)
                g = CField(inner, f._cls_, hidden.offset + f.offset, f._bits_, f._shift_, f._index_)
                type.__setattr__(cls, inner, g)


def _hidden_names(cls):
    known = set(f[0] for f in cls._layout_)
    return [k for k, v in cls.__dict__.items() if isinstance(v, CField) and k not in known]


class PyCStructType(_Aggregate):
    pass


class UnionType(_Aggregate):
    _union_ = True


class _Fields(_foreign.Structure, _CData):
    def _init_(self, *args, **kwargs):
        names = getattr(self, '_names_', ())
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError("duplicate values for field %r" % name)
            setattr(self, name, value)
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Fields):
    """Structure base class"""
    __metaclass__ = PyCStructType


class Union(_Fields):
    """Union base class"""
    __metaclass__ = UnionType


# ---- pointers ----------------------------------------------------------------

class PyCPointerType(_Type):
    def __new__(meta, name, bases, dict):
        cls = _class(meta, name, bases, dict)
        cls._sz_ = cls._al_ = 8
        of = dict.get('_type_')
        if of is not None and not hasattr(of, '_form_'):
            _foreign.refuse("_type_ must have storage info")
        if _CData not in bases:
            cls._form_ = _foreign.form('*', 8, 1, False, False, of)
            cls._view_ = 'B' if of is None else '&' + _part(of), None
        return cls

    def set_type(cls, of):
        if not hasattr(of, '_form_'):
            _foreign.refuse("_type_ must have storage info")
        cls._type_ = of
        cls._form_.set_item(of)

    def from_param(cls, value):
        if value is None:
            return None
        of = getattr(cls, '_type_', None)
        if of is None:
            return _Type.from_param(cls, value)
        if isinstance(value, of):
            return byref(value)
        if isinstance(value, (_Pointer, Array)) and issubclass(value._type_, of):
            return value
        if isinstance(value, CArgObject) and isinstance(value._obj, of):
            return value
        return _Type.from_param(cls, value)


class _Pointer(_foreign.Pointer, _CData):
    """XXX to be provided"""
    __metaclass__ = PyCPointerType

    def _set_contents_(self, target):
        raise TypeError("expected %s instead of %s" % (self._type_.__name__, _class_name(target)))

    def _place_(self, i):
        address = _word_at(self._address_)
        if not address:
            raise ValueError("NULL pointer access")
        return (address + i * self._type_._sz_) & _WORD

    def _get_item_(self, i):
        if isinstance(i, slice):
            step = 1 if i.step is None else i.step
            if i.stop is None:
                raise ValueError("slice stop is required")
            if abs(i.stop - (i.start or 0)) > _sys.maxint >> 3:
                raise MemoryError
            if i.start is None and step < 0:
                raise ValueError("slice start is required for step < 0")
            return _joined(self._type_, [self[k] for k in xrange(i.start or 0, i.stop, step)])
        if not hasattr(i, '__index__'):
            raise TypeError("Pointer indices must be integer")
        i = _index(i)
        return _get(self._type_, self._place_(i), self, i)

    def __getslice__(self, low, high):
        return self[slice(max(low, 0), high)]

    def _set_item_(self, i, value):
        i = _index(i)
        _set(self._type_, self._place_(i), value, self, i)


_pointer_type_cache = {}


def POINTER(cls):
    """A pointer type for a C type."""
    return _pointer_type(cls, 3)


def _pointer_type(cls, depth):
    try:
        return _pointer_type_cache[cls]
    except KeyError:
        pass
    if isinstance(cls, str):
        made = PyCPointerType('LP_' + cls, (_Pointer,), {'__module__': _asking(depth)})
        _pointer_type_cache[id(made)] = made
        return made
    if not isinstance(cls, _Type):
        raise TypeError("must be a ctypes type")
    made = PyCPointerType('LP_' + cls.__name__, (_Pointer,), {'_type_': cls, '__module__': _asking(depth)})
    _pointer_type_cache[cls] = made
    return made


def pointer(target):
    """A pointer to a C instance."""
    if not isinstance(target, _CData):
        _foreign.refuse("_type_ must have storage info")
    return _pointer_type(type(target), 3)(target)


