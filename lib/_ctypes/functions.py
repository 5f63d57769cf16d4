# ---- functions ---------------------------------------------------------------

class PyCFuncPtrType(_Type):
    def __new__(meta, name, bases, dict):
        cls = _class(meta, name, bases, dict)
        cls._sz_ = cls._al_ = 8
        if _CData in bases:
            return cls
        if not isinstance(getattr(cls, '_flags_', None), (int, long)):
            _foreign.refuse("class must define _flags_ which must be an integer")
        types = dict.get('_argtypes_')
        if types is not None:
            if not isinstance(types, tuple):
                _foreign.refuse("_argtypes_ must be a sequence of types")
            _check_types(types)
        result = dict.get('_restype_')
        if result is not None and not isinstance(result, _Type) and not callable(result):
            _foreign.refuse("_restype_ must be a type, a callable, or None")
        cls._form_ = _foreign.form('(', 8, 0, False, False, None)
        cls._view_ = 'X{}', None
        return cls


def _check_types(types):
    for i, cls in enumerate(types):
        if not hasattr(cls, 'from_param'):
            _foreign.refuse("item %d in _argtypes_ has no from_param method" % (i + 1))


class _Call(object):
    """The arguments of a call, as the calling convention distributes them."""

    def __init__(self):
        self.ints, self.floats, self.stack, self.keep = [], [], [], []

    def integer(self, word):
        (self.ints if len(self.ints) < 6 else self.stack).append(word & _WORD)

    def float(self, word):
        (self.floats if len(self.floats) < 8 else self.stack).append(word)

    def long_double(self, data):
        if len(self.stack) % 2:
            self.stack.append(0)
        self.stack.extend(_struct.unpack('QQ', data))

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
    kinds = cls.__dict__.get('_kinds_')
    if kinds is None:
        kinds = cls._kinds_ = _find_kinds(cls)
    return kinds


def _find_kinds(cls):
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
    elif isinstance(value, int):
        # Not declared, so an int of C.
        call.integer(_wrap('i', value))
    elif isinstance(value, long):
        if not -1 << 63 <= value < 1 << 64:
            raise OverflowError("long int too long to convert")
        call.integer(_wrap('i', value))
    elif isinstance(value, basestring):
        _pass(call, _text_argument('z' if isinstance(value, str) else 'Z', value), number)
    elif isinstance(value, CArgObject):
        tag = value._tag_
        if tag == 'g':
            call.long_double(_foreign.read(value._obj._address_, 16))
        elif tag in 'fd':
            call.float(value._word_)
        else:
            call.integer(value._word_)
    elif isinstance(value, _SimpleCData):
        code = value._type_
        if code == 'g':
            call.long_double(_foreign.read(value._address_, 16))
        elif code in 'fd':
            call.float(value._form_word_())
        else:
            call.integer(value._form_word_())
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
    """The result of a call whose type is a C type: from rax, rdx, xmm0, xmm1, and the object that was made."""
    made = _make(cls)
    if isinstance(cls, PyCSimpleType):
        if cls._type_ == 'O' and len(words) > 6:
            made.value = words[6]
            return made.value if _is_plain(cls) else made
        if cls._type_ == 'g':
            data = _struct.pack('QQ', words[4], words[5])
        else:
            data = _struct.pack('Q', words[2] if cls._type_ in 'fd' else words[0])
        _foreign.write(made._address_, data[:cls._sz_])
        return made.value if _is_plain(cls) else made
    if issubclass(cls, _Fields):
        ints, floats = list(words[:2]), list(words[2:4])
        data = [(ints if kind == 'i' else floats).pop(0) for kind in _kinds(cls)]
        _foreign.write(made._address_, _struct.pack('%dQ' % len(data), *data)[:cls._sz_])
    else:
        _foreign.write(made._address_, _struct.pack('Q', words[0]))
    return made


class CFuncPtr(_foreign.Function, _CData):
    """Function Pointer"""
    __metaclass__ = PyCFuncPtrType
    _own_restype_ = _own_argtypes_ = _own_errcheck_ = _callable_ = _paramflags_ = _own_ = None
    _planned_ = False

    def __init__(self, what=0, paramflags=None):
        if isinstance(what, tuple):
            name, dll = what
            if not isinstance(name, str):
                raise TypeError("function name must be string or integer")
            if paramflags is not None:
                self._check_flags_(paramflags)
            handle = dll._handle
            if not isinstance(handle, (int, long)):
                raise TypeError("the _handle attribute of the second argument must be an integer")
            try:
                address = _foreign.symbol(handle, name)
            except OSError, e:
                raise AttributeError(str(e))
            if paramflags is not None:
                self._paramflags_ = paramflags
            self._keep_(0, dll)
        elif isinstance(what, (int, long)):
            if not -1 << 63 <= what < 1 << 64:
                raise OverflowError("long int too large to convert")
            address = what & _WORD
        elif callable(what):
            self._callable_ = what
            code = _callback(self)
            address = code.address
            self._keep_(0, code)
        else:
            raise TypeError("argument must be callable or integer function address")
        if address in _OWN:
            self._own_ = _OWN[address]
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
        self._forget_()

    def _del_restype_(self):
        self._own_restype_ = None
        self._forget_()

    restype = property(_get_restype_, _set_restype_, _del_restype_, "specify the result type")

    def _get_argtypes_(self):
        own = self._own_argtypes_
        return own[0] if own else getattr(self, '_argtypes_', None)

    def _set_argtypes_(self, types):
        if types is not None:
            try:
                types = tuple(types)
            except TypeError:
                _foreign.refuse("_argtypes_ must be a sequence of types")
            _check_types(types)
        self._own_argtypes_ = (types,)
        self._forget_()

    def _del_argtypes_(self):
        self._own_argtypes_ = None
        self._forget_()

    argtypes = property(_get_argtypes_, _set_argtypes_, _del_argtypes_, "specify the argument types")

    def _set_errcheck_(self, check):
        if not callable(check):
            raise TypeError("the errcheck attribute must be callable")
        self._own_errcheck_ = check
        self._forget_()

    def _del_errcheck_(self):
        self._own_errcheck_ = None
        self._forget_()

    errcheck = property(lambda self: self._own_errcheck_, _set_errcheck_, _del_errcheck_,
                        "a function to check for errors")

    def _forget_(self):
        _foreign.unplan(self)
        self._planned_ = False

    def _plan_(self):
        """Lets native code make the calls, if arguments and result are simple."""
        self._planned_ = True
        types, result = self.argtypes, self.restype
        if self._own_errcheck_ or self._paramflags_ or not all(_is_simple(cls) for cls in types or ()):
            return
        if result is not None and (not isinstance(result, _Type) or hasattr(result, '_check_retval_')
                                   or not _is_word(result)):
            return
        flags = self._flags_
        _foreign.plan(self, types, result, not flags & FUNCFLAG_PYTHONAPI, flags & FUNCFLAG_USE_ERRNO != 0)

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

    def _call_(self, *args, **kwargs):
        if self._own_:
            return self._own_(*args)
        if not self._planned_:
            self._plan_()
        types, out = self.argtypes, []
        if self._paramflags_ and types:
            args, out = self._arranged_(types, args, kwargs)
        function = _word_at(self._address_)
        if types:
            if len(args) < len(types):
                raise TypeError("this function takes at least %d argument%s (%d given)"
                                % (len(types), "s"[:len(types) != 1], len(args)))
        call = _Call()
        result = self.restype
        memory = None
        if isinstance(result, _Aggregate) and not _kinds(result):
            memory = _make(result)
            call.integer(memory._address_)
        for i, value in enumerate(args):
            try:
                if types and i < len(types):
                    value = types[i].from_param(value)
                _pass(call, value)
            except Exception, e:
                raise ArgumentError("argument %d: %s: %s" % (i + 1, type(e), e))
        flags = self._flags_
        words = _foreign.call(function, call.ints, call.floats, call.stack,
                              not flags & FUNCFLAG_PYTHONAPI, flags & FUNCFLAG_USE_ERRNO != 0,
                              getattr(result, '_type_', None) == 'g')
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


def _is_word(cls):
    """A type whose data is a word that native code knows."""
    if isinstance(cls, PyCSimpleType):
        return getattr(cls, '_type_', 'g') in _INTEGERS + 'cfd?zP'
    return issubclass(cls, (_Pointer, CFuncPtr)) and hasattr(cls, '_form_')


def _is_simple(cls):
    """A type of arguments that native code converts: nobody has another `from_param`."""
    return (type(cls) in (PyCSimpleType, PyCPointerType) and _is_word(cls)
            and not any('from_param' in c.__dict__ for c in cls.__mro__))


def _callback(pointer):
    """A C function that calls a Python function."""
    cls = type(pointer)
    types, result, function = getattr(cls, '_argtypes_', ()), getattr(cls, '_restype_', None), pointer._callable_
    if result is not None and not isinstance(result, PyCSimpleType):
        raise TypeError("invalid result type for callback function")
    last = []  # What was returned last; C may still look at it.

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
                value = _make(of)
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
                code = of._type_ if isinstance(of, PyCSimpleType) else ''
                if code == 'g':
                    at = (rest[0] + 15) // 16 * 16
                    rest[0] = at + 16
                else:
                    at = place('f' if code and code in 'fd' else 'i')
                if _is_plain(of):
                    args.append(_get_simple(of, at))
                else:
                    value = _make(of)
                    _foreign.write(value._address_, _foreign.read(at, min(of._sz_, 16)))
                    args.append(value)
        value = function(*args)
        if result is not None:
            finish(value, answer)

    def finish(value, answer):
        made = _make(result)
        try:
            _set_simple(result, made._address_, value, made, 0)
        except:
            kind, value = _sys.exc_info()[:2]
            _foreign.show_error(340, "'converting callback result'", kind, value, None)
            if getattr(_sys, 'stderr', None) is not None:
                _sys.stderr.write("Exception  in %r ignored\n" % (function,))
            return
        last[:] = [made]
        if result._type_ == 'g':
            # And that it is one, for the register.
            _foreign.write(answer, _foreign.read(made._address_, 16) + '\1')
        elif result._type_ in _SIGNED:
            _foreign.write(answer, _struct.pack('q', _get_simple(result, made._address_)))
        else:
            _foreign.write(answer, (_foreign.read(made._address_, result._sz_) + '\0' * 8)[:8])

    return _foreign.callback(function, types, result, run, finish, _report)


def _report(kind, value, trace):
    """Shows what a callback raised: C knows nothing of exceptions."""
    # The program's own frames.
    while trace is not None and trace.tb_frame.f_globals is globals():
        trace = trace.tb_next
    _foreign.show_error(315, "'calling callback function'", kind, value, trace)


# ---- functions of the module's own that look like C's ------------------------

def _address_of(what):
    if what is None:
        return 0
    if isinstance(what, (int, long)):
        return what & _WORD
    if isinstance(what, CArgObject):
        return what._word_
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
    made = _make(cls)
    if isinstance(what, basestring):
        argument = _text_argument('z' if isinstance(what, str) else 'Z', what)
        address = argument._word_
        made._text_ = argument
    else:
        try:
            address = _address_of(what)
        except TypeError:
            raise ArgumentError("argument 1: <type 'exceptions.TypeError'>: wrong type")
        if isinstance(what, CArgObject):
            what = what._obj
        if isinstance(what, _CData):
            # Both refer to the same.
            kept = what._kept_()
            if isinstance(kept, dict):
                kept[id(what)] = what
            else:
                kept = {id(what): what}
            made._share_(kept)
    _foreign.write(made._address_, _struct.pack('Q', address))
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
    if isinstance(what, basestring):
        return _text_argument('z' if isinstance(what, str) else 'Z', what)
    return what


_cast_addr, _string_at_addr, _wstring_at_addr = 1, 2, 3
_OWN = {_cast_addr: _cast, _string_at_addr: _string_at, _wstring_at_addr: _wstring_at}
_memmove_addr = _foreign.symbol(0, 'memmove')
_memset_addr = _foreign.symbol(0, 'memset')


def call_function(address, args):
    call = _Call()
    for value in args:
        _pass(call, value)
    return _wrap('i', _foreign.call(address, call.ints, call.floats, call.stack, True, False, False)[0])


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
