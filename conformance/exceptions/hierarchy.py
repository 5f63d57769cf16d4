# The exception hierarchy.
import sys
names = ['BaseException', 'SystemExit', 'KeyboardInterrupt', 'GeneratorExit', 'Exception', 'StopIteration', 'StandardError', 'BufferError', 'ArithmeticError', 'FloatingPointError', 'OverflowError', 'ZeroDivisionError', 'AssertionError', 'AttributeError', 'EnvironmentError', 'IOError', 'OSError', 'EOFError', 'ImportError', 'LookupError', 'IndexError', 'KeyError', 'MemoryError', 'NameError', 'UnboundLocalError', 'ReferenceError', 'RuntimeError', 'NotImplementedError', 'SyntaxError', 'IndentationError', 'TabError', 'SystemError', 'TypeError', 'ValueError', 'UnicodeError', 'UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError', 'Warning', 'DeprecationWarning', 'PendingDeprecationWarning', 'RuntimeWarning', 'SyntaxWarning', 'UserWarning', 'FutureWarning', 'ImportWarning', 'UnicodeWarning', 'BytesWarning']
import __builtin__
for n in names:
    cls = getattr(__builtin__, n)
    print n, [c.__name__ for c in cls.__mro__][1:-1], cls.__module__, cls.__name__ == n, cls.__doc__ is not None
print sorted(n for n in dir(__builtin__) if isinstance(getattr(__builtin__, n), type) and issubclass(getattr(__builtin__, n), BaseException) and n not in names)
for n in names:
    cls = getattr(__builtin__, n)
    try:
        e = cls('arg')
    except TypeError as err:
        print n, err
        continue
    try:
        raise e
    except cls as caught:
        assert caught is e
    assert str(e) == ('arg' if n != 'KeyError' else "'arg'"), (n, str(e))
    assert repr(e) == n + "('arg',)", repr(e)
    assert e.args == ('arg',)
for n in names:
    cls = getattr(__builtin__, n)
    try:
        e = cls()
        assert (str(e), e.args) == (('None' if issubclass(cls, SyntaxError) else ''), ()), (n, str(e))
    except TypeError as err:
        print n, err
for n in names:
    cls = getattr(__builtin__, n)
    try:
        e = cls(1, 'two')
        print n, str(e), repr(e), e.args
    except (TypeError, IndexError) as err:
        print n, err
def catches(raised, clauses):
    try:
        raise raised
    except clauses:
        return True
    except BaseException:
        return False
print [catches(KeyError(1), c) for c in (KeyError, LookupError, StandardError, Exception, BaseException, IndexError, (IndexError, KeyError), (), ValueError)]
print [catches(KeyboardInterrupt(), c) for c in (Exception, BaseException, KeyboardInterrupt)], [catches(GeneratorExit(), c) for c in (Exception, BaseException)], [catches(UnicodeDecodeError('a', 'b', 0, 1, 'c'), c) for c in (ValueError, UnicodeError, TypeError)]
print issubclass(IOError, EnvironmentError), issubclass(SystemExit, Exception), isinstance(KeyError(), LookupError), KeyError.__bases__, ZeroDivisionError.__base__, type(KeyError), IOError is OSError, EnvironmentError is IOError
