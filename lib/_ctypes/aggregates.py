# ---- arrays ------------------------------------------------------------------

class PyCArrayType(_Type):
    def __new__(meta, name, bases, dict):
        cls = type.__new__(meta, name, bases, dict)
        if bases == (_CData,):
            return cls
        length = getattr(cls, '_length_', None)
        if not isinstance(length, (int, long)):
            raise AttributeError("class must define a '_length_' attribute, which must be a positive integer")
        item = getattr(cls, '_type_', None)
        if item is None:
            raise AttributeError("class must define a '_type_' attribute")
        cls._sz_ = item._sz_ * length
        cls._al_ = item._al_
        item._final_ = True
        code = getattr(item, '_type_', None)
        if isinstance(item, PyCSimpleType) and code == 'c':
            cls.value, cls.raw = _char_value, _char_raw
        elif isinstance(item, PyCSimpleType) and code == 'u':
            cls.value = _wide_value
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        code = getattr(cls._type_, '_type_', None)
        if isinstance(value, basestring) and code in ('c', 'u'):
            made = cls()
            made.value = value
            return made
        return _Type.from_param(cls, value)


def _get_chars(self):
    return _foreign.read(self._address_, type(self)._sz_).split('\0', 1)[0]


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


_char_value = property(_get_chars, _set_chars, doc="string value")
_char_raw = property(lambda self: _foreign.read(self._address_, sizeof(self)), _set_raw, doc="value")
_wide_value = property(_get_wides, _set_wides, doc="string value")


class Array(_CData):
    __metaclass__ = PyCArrayType

    def __init__(self, *items):
        for i, item in enumerate(items):
            self[i] = item

    def __len__(self):
        return self._length_

    def _place_(self, i):
        if i < 0:
            i += self._length_
        if not 0 <= i < self._length_:
            raise IndexError("invalid index")
        return self._address_ + i * self._type_._sz_

    def __getitem__(self, i):
        if isinstance(i, slice):
            return _joined(self._type_, [self[k] for k in xrange(*i.indices(self._length_))])
        if not isinstance(i, (int, long)):
            raise TypeError("indices must be integers")
        return _get(self._type_, self._place_(i), self)

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            places = range(*i.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for k, item in zip(places, value):
                self[k] = item
            return
        if not isinstance(i, (int, long)):
            raise TypeError("indices must be integer")
        _set(self._type_, self._place_(i), value, self, i)

    def __getslice__(self, low, high):
        return self[slice(low, high)]

    def __setslice__(self, low, high, value):
        self[slice(low, high)] = value

    def __delitem__(self, i):
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
    if not isinstance(n, (int, long)):
        raise TypeError("can't multiply sequence by non-int of type '%s'" % _class_name(n))
    if n < 0:
        raise ValueError("Array length must be >= 0, not %d" % n)
    key = item, n
    if key not in _array_types:
        _array_types[key] = PyCArrayType('%s_Array_%d' % (item.__name__, n), (Array,),
                                         {'_length_': n, '_type_': item, '__module__': _asking(3)})
    return _array_types[key]


# ---- structures and unions ---------------------------------------------------

class CField(object):
    """A field: a descriptor."""

    def __init__(self, name, cls, offset, bits=None, shift=0):
        self._name_, self._cls_, self.offset, self._bits_, self._shift_ = name, cls, offset, bits, shift
        self.size = cls._sz_ if bits is None else bits << 16 | shift
        # An array of characters is seen as text.
        self._text_ = issubclass(cls, Array) and getattr(cls._type_, '_type_', None) in ('c', 'u')

    def __get__(self, owner, cls=None):
        if owner is None:
            return self
        if self._text_:
            return _at(self._cls_, owner._address_ + self.offset, owner).value
        if self._bits_ is None:
            return _get(self._cls_, owner._address_ + self.offset, owner)
        value = self._unit_(owner) >> self._shift_ & (1 << self._bits_) - 1
        if self._cls_._type_ in _SIGNED and value >> (self._bits_ - 1):
            value -= 1 << self._bits_
        return bool(value) if self._cls_._type_ == '?' else value

    def _unit_(self, owner):
        data = _foreign.read(owner._address_ + self.offset, self._cls_._sz_)
        return _wrap(_unsigned(self._cls_), _struct.unpack(_unsigned(self._cls_), data)[0])

    def __set__(self, owner, value):
        if self._text_ and not isinstance(value, self._cls_):
            if isinstance(value, basestring) and len(value) > self._cls_._length_:
                raise ValueError("string too long (%d, maximum length %d)" % (len(value), self._cls_._length_))
            _at(self._cls_, owner._address_ + self.offset, owner).value = value
            return
        if self._bits_ is None:
            return _set(self._cls_, owner._address_ + self.offset, value, owner, self._name_)
        mask = (1 << self._bits_) - 1
        unit = self._unit_(owner) & ~(mask << self._shift_) | (_integer(value) & mask) << self._shift_
        data = _struct.pack(_unsigned(self._cls_), unit)
        _foreign.write(owner._address_ + self.offset, data)

    def __delete__(self, owner):
        raise TypeError("can't delete attribute")

    def __repr__(self):
        if self._bits_ is None:
            return "<Field type=%s, ofs=%d, size=%d>" % (self._cls_.__name__, self.offset, self.size)
        return "<Field type=%s, ofs=%d:%d, bits=%d>" % (self._cls_.__name__, self.offset, self._shift_, self._bits_)


def _unsigned(cls):
    return {1: 'B', 2: 'H', 4: 'I', 8: 'Q'}[cls._sz_]


class _Aggregate(_Type):
    _union_ = False

    def __new__(meta, name, bases, dict):
        cls = type.__new__(meta, name, bases, dict)
        cls._final_ = False
        if '_fields_' in dict:
            # By way of the metaclass: that of the other byte order exchanges the types of fields.
            cls._fields_ = dict['_fields_']
        elif len(bases) and hasattr(bases[0], '_layout_'):
            cls._layout_ = bases[0]._layout_
        return cls

    def __setattr__(cls, name, value):
        if name == '_fields_':
            if cls._final_:
                raise AttributeError("_fields_ is final")
            cls._lay_out_(value)
        type.__setattr__(cls, name, value)

    def _lay_out_(cls, fields):
        pack = getattr(cls, '_pack_', 0)
        if not isinstance(pack, (int, long)) or pack < 0:
            raise ValueError("_pack_ must be a non-negative integer")
        base = cls.__mro__[1]
        layout = list(getattr(base, '_layout_', ()))
        size, align = base._sz_, max(base._al_, 1)
        unit = None  # the bit field being filled: offset, type, bits used
        try:
            fields = list(fields)
        except TypeError:
            raise TypeError("'_fields_' must be a sequence of pairs")
        for field in fields:
            if not isinstance(field, tuple) or len(field) not in (2, 3):
                raise AttributeError("'_fields_' must be a sequence of pairs")
            name, of = field[:2]
            try:
                if isinstance(name, unicode):
                    name = str(name)
            except UnicodeError:
                pass
            if not isinstance(name, str):
                raise TypeError("structure field name must be string not %s" % type(name).__name__)
            if not isinstance(of, _Type):
                raise TypeError("second item in _fields_ tuple (index %d) must be a C type" % fields.index(field))
            of._final_ = True
            own = min(of._al_, pack) if pack else of._al_
            bits = None
            if len(field) == 3:
                bits = field[2]
                if getattr(of, '_type_', None) not in tuple(_INTEGERS + '?cu'):
                    raise TypeError("bit fields not allowed for type %s" % of.__name__)
                if not 0 < bits <= 8 * of._sz_:
                    raise ValueError("number of bits invalid for bit field")
            if cls._union_:
                offset, shift, end = 0, 0, of._sz_
            elif bits is not None and unit and unit[1]._sz_ == of._sz_ and unit[2] + bits <= 8 * of._sz_:
                offset, shift = unit[0], unit[2]
                unit, end = (offset, of, shift + bits), size
            else:
                offset, shift = (size + own - 1) // own * own, 0
                unit = (offset, of, bits) if bits is not None else None
                end = offset + of._sz_
            size, align = max(size, end), max(align, own)
            type.__setattr__(cls, name, CField(name, of, offset, bits, shift))
            layout.append((name, of, offset))
        cls._sz_ = (size + align - 1) // align * align
        cls._al_ = align
        cls._layout_ = layout
        cls._final_ = True
        try:
            anonymous = list(getattr(cls, '_anonymous_', ()))
        except TypeError:
            raise TypeError("_anonymous_ must be a sequence")
        for name in anonymous:
            hidden = cls.__dict__.get(name)
            if not isinstance(hidden, CField):
                raise AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))
            if not isinstance(hidden._cls_, _Aggregate):
                raise AttributeError("type object '%s' has no attribute '_fields_'" % hidden._cls_.__name__)
            for inner in [f[0] for f in hidden._cls_._layout_] + list(_hidden_names(hidden._cls_)):
                f = getattr(hidden._cls_, inner)
                g = CField(inner, f._cls_, hidden.offset + f.offset, f._bits_, f._shift_)
                type.__setattr__(cls, inner, g)


def _hidden_names(cls):
    known = set(f[0] for f in cls._layout_)
    return [k for k, v in cls.__dict__.items() if isinstance(v, CField) and k not in known]


class PyCStructType(_Aggregate):
    pass


class UnionType(_Aggregate):
    _union_ = True


class _Fields(_CData):
    def __init__(self, *args, **kwargs):
        names = [f[0] for f in getattr(type(self), '_layout_', ())]
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError("duplicate values for field %r" % name)
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Fields):
    __metaclass__ = PyCStructType


class Union(_Fields):
    __metaclass__ = UnionType


# ---- pointers ----------------------------------------------------------------

class PyCPointerType(_Type):
    def __new__(meta, name, bases, dict):
        cls = type.__new__(meta, name, bases, dict)
        cls._sz_ = cls._al_ = 8
        if not isinstance(dict.get('_type_', _c_pointer_to_chars), _Type):
            raise TypeError("_type_ must have storage info")
        return cls

    def set_type(cls, of):
        cls._type_ = of

    def from_param(cls, value):
        if value is None:
            return cls()
        of = cls._type_
        if isinstance(value, of):
            return byref(value)
        if isinstance(value, (_Pointer, Array)) and issubclass(value._type_, of):
            return value
        if isinstance(value, CArgObject) and isinstance(value._obj, of):
            return value
        return _Type.from_param(cls, value)


class _Pointer(_CData):
    __metaclass__ = PyCPointerType

    def __new__(cls, *args):
        if not hasattr(cls, '_type_'):
            raise TypeError("Cannot create instance: has no _type_")
        return _CData.__new__(cls)

    def __init__(self, target=None):
        if target is not None:
            self.contents = target

    @property
    def contents(self):
        address = _word_at(self._address_)
        if not address:
            raise ValueError("NULL pointer access")
        return _at(self._type_, address, self)

    @contents.setter
    def contents(self, target):
        if not isinstance(target, _CData):
            raise TypeError("expected %s instead of %s" % (self._type_.__name__, _class_name(target)))
        _foreign.write(self._address_, _struct.pack('Q', target._address_))
        self._keep_('1', target)

    def __nonzero__(self):
        return _word_at(self._address_) != 0

    def _place_(self, i):
        address = _word_at(self._address_)
        if not address:
            raise ValueError("NULL pointer access")
        return address + i * self._type_._sz_

    def __getitem__(self, i):
        if isinstance(i, slice):
            step = 1 if i.step is None else i.step
            if i.stop is None:
                raise ValueError("slice stop is required")
            if abs(i.stop - (i.start or 0)) > _sys.maxint >> 3:
                raise MemoryError
            if i.start is None and step < 0:
                raise ValueError("slice start is required for step < 0")
            return _joined(self._type_, [self[k] for k in xrange(i.start or 0, i.stop, step)])
        if not isinstance(i, (int, long)):
            raise TypeError("Pointer indices must be integer")
        return _get(self._type_, self._place_(i), self)

    def __getslice__(self, low, high):
        return self[slice(max(low, 0), high)]

    def __setitem__(self, i, value):
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
        raise TypeError("_type_ must have storage info")
    return _pointer_type(type(target), 3)(target)


