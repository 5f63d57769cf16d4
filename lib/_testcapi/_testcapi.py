"""What of the module that tests CPython's C API has a meaning without one: limits of C types, and calls of what
programs can reach in other ways too."""

import codecs as _codecs
import os as _os
import signal as _signal
import struct as _struct
import sys as _sys
import _foreign


class error(Exception):
    pass


error.__module__ = '_testcapi'


def _limits(name, code, signed, make):
    bits = 8 * _struct.calcsize(code)
    names = globals()
    if signed:
        names[name + '_MIN'] = make(-1 << bits - 1)
        bits -= 1
    names[name + '_MAX'] = make((1 << bits) - 1)


for _row in [('CHAR', 'b', True, int), ('UCHAR', 'B', False, int), ('SHRT', 'h', True, int), ('USHRT', 'H', False, int),
             ('INT', 'i', True, long), ('UINT', 'I', False, long), ('LONG', 'l', True, int), ('ULONG', 'L', False, long),
             ('LLONG', 'q', True, long), ('ULLONG', 'Q', False, long), ('PY_SSIZE_T', 'P', True, int)]:
    _limits(*_row)
del _row, _limits

DBL_MAX = _sys.float_info.max
DBL_MIN = _sys.float_info.min
FLT_MAX = _struct.unpack('<f', '\xff\xff\x7f\x7f')[0]
FLT_MIN = _struct.unpack('<f', '\x00\x00\x80\x00')[0]

# What the cycle collector adds to an object.
SIZEOF_PYGC_HEAD = _sys.getsizeof([]) - [].__sizeof__()


def sequence_delitem(sequence, index):
    """Deletes an item, by its index."""
    del sequence[index]


def raise_exception(exception, count):
    """Raises an exception with so many arguments."""
    _foreign.fail(exception, tuple(range(count)))


def raise_signal(number):
    """Sends the process a signal."""
    _os.kill(_os.getpid(), number)


def make_exception_with_doc(name, doc=None, base=None, dict=None):
    """A class of exceptions, from its full name."""
    module, dot, name = name.rpartition('.')
    if not dot:
        raise SystemError('PyErr_NewException: name must be module.class')
    attributes = {} if dict is None else dict
    if doc is not None:
        attributes['__doc__'] = doc
    attributes.setdefault('__module__', module)
    bases = (Exception,) if base is None else base if isinstance(base, tuple) else (base,)
    return type(name, bases, attributes)


def W_STOPCODE(number):
    """The status of a process that a signal has stopped."""
    return number << 8 | 0x7f


def codec_incrementalencoder(encoding, errors=None):
    make = _codecs.getincrementalencoder(encoding)
    return make() if errors is None else make(errors)


def codec_incrementaldecoder(encoding, errors=None):
    make = _codecs.getincrementaldecoder(encoding)
    return make() if errors is None else make(errors)


def unicode_encodedecimal(text, errors=None):
    """Digits of any script as ASCII digits, white space as blanks."""
    import unicodedata
    if not isinstance(text, unicode):
        raise TypeError('must be unicode, not ' + type(text).__name__)

    def plain(c):
        if c.isspace():
            return ' '
        digit = unicodedata.decimal(c, None)
        if digit is not None:
            return str(digit)
        if 0 < ord(c) < 256:
            return chr(ord(c))
        return None
    out = []
    at = 0
    handler = _codecs.lookup_error(errors or 'strict')
    while at < len(text):
        x = plain(text[at])
        if x is not None:
            out.append(x)
            at += 1
            continue
        end = at + 1
        while end < len(text) and plain(text[end]) is None:
            end += 1
        e = UnicodeEncodeError('decimal', text, at, end, 'invalid decimal Unicode string')
        replacement, at = handler(e)
        if at < 0:
            at += len(text)
        for c in replacement:
            x = plain(c)
            if x is None:
                raise e
            out.append(x)
    return ''.join(out)


def traceback_print(traceback, file):
    """Prints a traceback."""
    import traceback as tracebacks
    file.write('Traceback (most recent call last):\n')
    tracebacks.print_tb(traceback, None, file)


def test_with_docstring():
    """What a property made of this function says of itself."""


def set_errno(value):
    """Sets the variable of C."""
    import ctypes
    place = ctypes.CDLL(None).__errno_location
    place.restype = ctypes.POINTER(ctypes.c_int)
    place()[0] = value


def call_in_temporary_c_thread(callback):
    """Calls it in a thread that C has started, and waits for that."""
    import ctypes
    import sys
    import traceback as tracebacks

    def run(argument):
        try:
            callback()
        except Exception:
            tracebacks.print_exc(None, sys.stderr)
    libc = ctypes.CDLL(None)
    function = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(run)
    made = ctypes.c_ulong()
    if libc.pthread_create(ctypes.byref(made), None, function, None):
        raise RuntimeError('unable to start the thread')
    libc.pthread_join(made, None)


def _open(name, mode):
    try:
        return open(name, mode)
    except IOError, e:
        raise OSError(e.errno, e.strerror)


def pymarshal_write_long_to_file(value, name, version):
    with _open(name, 'wb') as f:
        f.write(_struct.pack('<i', value))


def pymarshal_write_object_to_file(object, name, version):
    import marshal
    with _open(name, 'wb') as f:
        marshal.dump(object, f, version)


def _number_from_file(name, format):
    """A number at the start of a file, and where it ends."""
    size = _struct.calcsize(format)
    with _open(name, 'rb') as f:
        return _struct.unpack(format, f.read(size))[0], size


def pymarshal_read_short_from_file(name):
    return _number_from_file(name, '<h')


def pymarshal_read_long_from_file(name):
    return _number_from_file(name, '<i')


def pymarshal_read_object_from_file(name):
    import marshal
    with _open(name, 'rb') as f:
        return marshal.load(f), f.tell()


def pymarshal_read_last_object_from_file(name):
    import marshal
    with _open(name, 'rb') as f:
        data = f.read()
    return marshal.loads(data), len(data)
