# ---- functions ---------------------------------------------------------------

class PyCFuncPtrType(_Type):
    def __new__(meta, name, bases, dict):
        cls = type.__new__(meta, name, bases, dict)
        cls._sz_ = cls._al_ = 8
        return cls


class _Call(object):
    """The arguments of a call, as the calling convention distributes them."""

    def __init__(self):
        self.ints, self.floats, self.stack, self.keep = [], [], [], []

    def integer(self, word):
        (self.ints if len(self.ints) < 6 else self.stack).append(word & _WORD)

    def float(self, word):
        (self.floats if len(self.floats) < 8 else self.stack).append(word)

    def aggregate(self, value):
        cls = type(value)
        data = _foreign.read(value._address_, cls._sz_)
        data += '\0' * (-len(data) % 8)
        words = _struct.unpack('%dQ' % (len(data) // 8), data)
        kinds = _kinds(cls)
        fits = len(self.ints) + kinds.count('i') <= 6 and len(self.floats) + kinds.count('f') <= 8
        for kind, word in zip(kinds or 'm' * len(words), words):
            if not kinds or not fits:
                self.stack.append(word)
            elif kind == 'i':
                self.integer(word)
            else:
                self.float(word)


def _kinds(cls):
    """How a structure travels: a letter a word, `i` or `f`; nothing when in memory."""
    if cls._sz_ > 16 or not cls._sz_:
        return ''
    kinds = ['f'] * ((cls._sz_ + 7) // 8)
    for offset, code, size in _leaves(cls, 0):
        if offset % size or code == 'g':
            return ''
        if code not in 'fd':
            kinds[offset // 8] = 'i'
    return ''.join(kinds)


def _leaves(cls, offset):
    if isinstance(cls, PyCSimpleType):
        yield offset, cls._type_, cls._sz_
    elif issubclass(cls, Array):
        for i in range(cls._length_):
            for leaf in _leaves(cls._type_, offset + i * cls._type_._sz_):
                yield leaf
    elif issubclass(cls, _Fields):
        for name, of, at in getattr(cls, '_layout_', ()):
            for leaf in _leaves(of, offset + at):
                yield leaf
    else:
        yield offset, 'P', 8


def _pass(call, value, number=0):
    """Adds an argument, the one of this number if that is not what is kept last."""
    call.keep.append(value)
    number = number or len(call.keep)
    if value is None:
        call.integer(0)
    elif isinstance(value, (int, long)):
        # Not declared, so an int of C.
        if not -1 << 63 <= value < 1 << 64:
            raise OverflowError("long int too long to convert")
        call.integer(_wrap('i', value) if not -1 << 31 <= value < 1 << 32 else value)
    elif isinstance(value, str):
        _pass(call, _held(value))
    elif isinstance(value, unicode):
        _pass(call, _held_wide(value))
    elif isinstance(value, _SimpleCData):
        code = value._type_
        data = _foreign.read(value._address_, _SIZES[code])
        if code in 'fd':
            call.float(_struct.unpack('Q', data + '\0' * (8 - len(data)))[0])
        elif code == 'g':
            if len(call.stack) % 2:
                call.stack.append(0)
            call.stack.extend(_struct.unpack('QQ', data))
        else:
            call.integer(_struct.unpack(_FORMATS[code], data)[0] if code != 'c' else ord(data))
    elif isinstance(value, CArgObject):
        call.integer(value._obj._address_ + value._offset_)
    elif isinstance(value, Array):
        call.integer(value._address_)
    elif isinstance(value, (_Pointer, CFuncPtr)):
        call.integer(_word_at(value._address_))
    elif isinstance(value, _Fields):
        call.aggregate(value)
    elif hasattr(value, '_as_parameter_'):
        _pass(call, value._as_parameter_, number)
    else:
        raise TypeError("Don't know how to convert parameter %d" % number)


def _result(cls, words):
    """The result of a call whose type is a C type: from rax, rdx, xmm0, xmm1."""
    made = _CData.__new__(cls)
    if isinstance(cls, PyCSimpleType):
        data = words[2] if cls._type_ in 'fd' else words[0]
        _foreign.write(made._address_, _struct.pack('Q', data)[:cls._sz_])
        return made.value if _is_plain(cls) else made
    if issubclass(cls, _Fields):
        ints, floats = list(words[:2]), list(words[2:])
        data = [(ints if kind == 'i' else floats).pop(0) for kind in _kinds(cls)]
        _foreign.write(made._address_, _struct.pack('%dQ' % len(data), *data)[:cls._sz_])
    else:
        _foreign.write(made._address_, _struct.pack('Q', words[0]))
    return made


class CFuncPtr(_CData):
    """Function Pointer"""
    __metaclass__ = PyCFuncPtrType
    _own_restype_ = _own_argtypes_ = _own_errcheck_ = _builtin_ = _callable_ = None
    _paramflags_ = None
    _name_ = None

    def __new__(cls, *args):
        if not hasattr(cls, '_flags_'):
            raise TypeError("Cannot construct instance of this class: no argtypes/restype")
        return _CData.__new__(cls)

    def __init__(self, what=0, paramflags=None):
        if isinstance(what, tuple):
            name, dll = what
            if paramflags is not None:
                self._check_flags_(paramflags)
            try:
                address = _foreign.symbol(dll._handle, name)
            except OSError, e:
                raise AttributeError(str(e))
            self._paramflags_ = paramflags
            self._dll_ = dll
        elif isinstance(what, (int, long)):
            address = what & _WORD
        elif callable(what):
            self._callable_ = what
            address = _callback(self)
        else:
            raise TypeError("argument must be callable or integer function address")
        _foreign.write(self._address_, _struct.pack('Q', address))

    def _check_flags_(self, flags):
        if not isinstance(flags, tuple):
            raise TypeError("paramflags must be a tuple or None")
        if len(flags) != len(self.argtypes or ()):
            raise ValueError("paramflags must have the same length as argtypes")

    def _get_restype_(self):
        own = self._own_restype_
        return own[0] if own else getattr(self, '_restype_', None)

    def _set_restype_(self, cls):
        if cls is not None and not isinstance(cls, _Type) and not callable(cls):
            raise TypeError("restype must be a type, a callable, or None")
        self._own_restype_ = (cls,)

    def _del_restype_(self):
        self._own_restype_ = None

    restype = property(_get_restype_, _set_restype_, _del_restype_, "specify the result type")

    def _get_argtypes_(self):
        own = self._own_argtypes_
        return own[0] if own else getattr(self, '_argtypes_', None)

    def _set_argtypes_(self, types):
        if types is not None:
            try:
                types = tuple(types)
            except TypeError:
                raise TypeError("_argtypes_ must be a sequence of types")
            for i, cls in enumerate(types):
                if not hasattr(cls, 'from_param'):
                    raise TypeError("item %d in _argtypes_ has no from_param method" % (i + 1))
        self._own_argtypes_ = (types,)

    def _del_argtypes_(self):
        self._own_argtypes_ = None

    argtypes = property(_get_argtypes_, _set_argtypes_, _del_argtypes_, "specify the argument types")

    def _set_errcheck_(self, check):
        if not callable(check):
            raise TypeError("the errcheck attribute must be callable")
        self._own_errcheck_ = check

    def _del_errcheck_(self):
        self._own_errcheck_ = None

    errcheck = property(lambda self: self._own_errcheck_, _set_errcheck_, _del_errcheck_,
                        "a function to check for errors")

    def __nonzero__(self):
        return _word_at(self._address_) != 0

    def __repr__(self):
        return "<%s object at 0x%x>" % (type(self).__name__, id(self))

    def _arranged_(self, types, args, kwargs):
        """Arguments by the `paramflags` of a prototype, and those that are results."""
        out, all = [], []
        given, used = len(args) + len(kwargs), 0
        args = list(args)
        for cls, flag in zip(types, self._paramflags_):
            kind = flag[0] or 1
            name = flag[1] if len(flag) > 1 else None
            if kind & 2 and not kind & 1:
                value = cls._type_()
                out.append(value)
                all.append(byref(value))
                continue
            if args:
                value = args.pop(0)
                used += 1
            elif name in kwargs:
                value = kwargs[name]
                used += 1
            elif len(flag) > 2:
                value = flag[2]
            elif kind & 4:
                value = 0
            else:
                raise TypeError("required argument '%s' missing" % name)
            if kind & 2:
                value = value if isinstance(value, cls._type_) else cls._type_(value)
                out.append(value)
                value = byref(value)
            all.append(value)
        if given != used:
            raise TypeError("call takes exactly %d arguments (%d given)" % (used, given))
        return all, out

    def __call__(self, *args, **kwargs):
        types, out = self.argtypes, []
        if self._paramflags_ and types:
            args, out = self._arranged_(types, args, kwargs)
        function = _word_at(self._address_)
        if function in _OWN:
            return _OWN[function](*args)
        if types:
            if len(args) < len(types):
                raise TypeError("this function takes at least %d argument%s (%d given)"
                                % (len(types), "s"[:len(types) != 1], len(args)))
        call = _Call()
        result = self.restype
        memory = None
        if isinstance(result, _Aggregate) and not _kinds(result):
            memory = _CData.__new__(result)
            call.integer(memory._address_)
        for i, value in enumerate(args):
            try:
                if types and i < len(types):
                    value = types[i].from_param(value)
                _pass(call, value)
            except Exception, e:
                raise ArgumentError("argument %d: %s: %s" % (i + 1, type(e), e))
        flags = self._flags_
        # What calls back needs the lock.
        callbacks = any(isinstance(v, CFuncPtr) for v in call.keep)
        words = _foreign.call(function, call.ints, call.floats, call.stack,
                              not flags & FUNCFLAG_PYTHONAPI and not callbacks, flags & FUNCFLAG_USE_ERRNO != 0)
        if memory is not None:
            value = memory
        elif result is None:
            value = None
        elif isinstance(result, _Type):
            value = _result(result, words)
            check = getattr(result, '_check_retval_', None)
            if check is not None:
                value = check(value)
        else:
            value = result(_wrap('i', words[0]))
        if self._own_errcheck_:
            value = self._own_errcheck_(value, self, tuple(args))
        if out:
            values = tuple(v.__ctypes_from_outparam__() for v in out)
            return values[0] if len(values) == 1 else values
        return value


CFuncPtr.__name__ = 'PyCFuncPtr'


def _callback(pointer):
    """The address of a C function that calls a Python function."""
    cls = type(pointer)
    types, result, function = getattr(cls, '_argtypes_', ()), getattr(cls, '_restype_', None), pointer._callable_

    def run(registers, stack, answer):
        ints = [registers + 8 * i for i in range(6)]
        floats = [registers + 48 + 8 * i for i in range(8)]
        rest = [stack]

        def place(kind):
            free = ints if kind == 'i' else floats
            if free:
                return free.pop(0)
            rest[0] += 8
            return rest[0] - 8

        args = []
        for of in types:
            if issubclass(of, _Fields):
                value = _CData.__new__(of)
                kinds = _kinds(of)
                if kinds and kinds.count('i') <= len(ints) and kinds.count('f') <= len(floats):
                    places = [place(kind) for kind in kinds]
                else:
                    places = range(rest[0], rest[0] + of._sz_, 8)
                    rest[0] += (of._sz_ + 7) // 8 * 8
                data = ''.join(_foreign.read(p, 8) for p in places)
                _foreign.write(value._address_, data[:of._sz_])
                args.append(value)
            else:
                simple = isinstance(of, PyCSimpleType)
                at = place('f' if simple and of._type_ in 'fd' else 'i')
                if _is_plain(of):
                    args.append(_get_simple(of, at, None))
                else:
                    value = _CData.__new__(of)
                    _foreign.write(value._address_, _foreign.read(at, 8)[:of._sz_])
                    args.append(value)
        try:
            value = function(*args)
        except:
            _report(*_sys.exc_info())
            return
        if result is not None:
            made = _CData.__new__(result)
            if value is not None or not isinstance(result, PyCSimpleType):
                _set(result, made._address_, value, made, None)
            _results[function] = made
            data = _foreign.read(made._address_, result._sz_)
            if getattr(result, '_type_', None) in tuple(_SIGNED):
                data = _struct.pack('q', made.value if _is_plain(result) else _get_simple(result, made._address_, made))
            _foreign.write(answer, (data + '\0' * 8)[:8])

    # C may keep the address for ever.
    _callbacks.append(run)
    return _foreign.callback(run)


def _report(kind, value, trace):
    """Shows what a callback raised: C knows nothing of exceptions."""
    import traceback
    lines = ["Traceback (most recent call last):\n",
             "  File \"_ctypes/callbacks.c\", line 315, in 'calling callback function'\n"]
    lines += traceback.format_tb(trace.tb_next) + traceback.format_exception_only(kind, value)
    _sys.stderr.write(''.join(lines))


_callbacks = []
# What callbacks returned last; C may still look at it.
_results = {}


# ---- functions of the module's own that look like C's ------------------------

def _address_of(what):
    if what is None:
        return 0
    if isinstance(what, (int, long)):
        return what & _WORD
    if isinstance(what, CArgObject):
        return what._obj._address_ + what._offset_
    if isinstance(what, (_Pointer, CFuncPtr)) or isinstance(what, _SimpleCData) and what._type_ in 'PzZO':
        return _word_at(what._address_)
    if isinstance(what, Array):
        return what._address_
    raise TypeError("wrong type")


def _cast(what, source, cls):
    if not (isinstance(cls, (PyCPointerType, PyCFuncPtrType))
            or isinstance(cls, PyCSimpleType) and getattr(cls, '_type_', ' ') in 'sPzUZXO'):
        name = cls.__name__ if isinstance(cls, type) else _class_name(cls)
        raise TypeError("cast() argument 2 must be a pointer type, not %s" % name)
    made = _CData.__new__(cls)
    held = None
    if isinstance(what, (str, unicode)):
        held = _held(what) if isinstance(what, str) else _held_wide(what)
        address = _word_at(held._address_)
    else:
        try:
            address = _address_of(what)
        except TypeError:
            raise ArgumentError("argument 1: <type 'exceptions.TypeError'>: wrong type")
    _foreign.write(made._address_, _struct.pack('Q', address))
    made._keep_('cast', held or what)
    return made


def _string_at(what, size=-1):
    return _read_at(what, size, 1)


def _wstring_at(what, size=-1):
    return _wide(_read_at(what, size, 4))


def _read_at(what, size, width):
    held = _c_void(what)
    try:
        address = held if isinstance(held, (int, long)) else _address_of(held)
    except TypeError:
        raise ArgumentError("argument 1: <type 'exceptions.TypeError'>: wrong type")
    try:
        return _foreign.read(address, _string_end(address, width) if size == -1 else size * width)
    finally:
        del held  # The memory may be its.


def _c_void(what):
    if isinstance(what, str):
        return _held(what)
    if isinstance(what, unicode):
        return _held_wide(what)
    return what


_cast_addr, _string_at_addr, _wstring_at_addr = 1, 2, 3
_OWN = {_cast_addr: _cast, _string_at_addr: _string_at, _wstring_at_addr: _wstring_at}
_memmove_addr = _foreign.symbol(0, 'memmove')
_memset_addr = _foreign.symbol(0, 'memset')


def call_function(address, args):
    call = _Call()
    for value in args:
        _pass(call, value)
    return _wrap('i', _foreign.call(address, call.ints, call.floats, call.stack, True, False)[0])


call_cdeclfunction = call_function


def PyObj_FromPtr(address):
    return _foreign.object_at(address)


def Py_INCREF(what):
    return what


Py_DECREF = Py_INCREF


def buffer_info(what):
    """Return buffer interface information"""
    cls = what if isinstance(what, _Type) else type(what)
    shape = []
    while issubclass(cls, Array):
        shape.append(cls._length_)
        cls = cls._type_
    return '<' + getattr(cls, '_type_', 'B'), len(shape), tuple(shape)
