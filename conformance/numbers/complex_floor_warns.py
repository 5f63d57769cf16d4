# //, % and divmod() of complex numbers are deprecated, which is said each time, before division by zero is.
import warnings
from operator import div, floordiv, mod

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for function, a, b in ((floordiv, 3+1j, 1), (mod, 3+1j, 2), (floordiv, 7, 2+0j), (mod, 7.5, 2+0j),
                           (divmod, 9+1j, 2), (complex.__divmod__, 1j, 2), (floordiv, 1j, 0), (mod, 1j, 0),
                           (divmod, 1j, 0), (floordiv, 1j, 'a'), (mod, None, 1j), (div, 4+2j, 2), (pow, 1j, 2)):
        try:
            print function(a, b),
        except Exception as e:
            print type(e).__name__, e,
        print [(w.category.__name__, str(w.message)) for w in caught]
        del caught[:]

    warnings.simplefilter('error')
    for function in floordiv, mod, divmod:
        try:
            print function(1j, 1)
        except DeprecationWarning as e:
            print e
