# By protocol 2 `object.__reduce_ex__` refuses what has items that nobody tells of, as types have.
import sys


class Old:
    pass


class New(object):
    pass


class Meta(type):
    pass


class Told(type):
    def __getnewargs__(self):
        return 'a', (), {}

    def __getstate__(self):
        return 'state'


class Stated(type):
    def __getstate__(self):
        return 'state'


def attempt(f, *args):
    try:
        r = f(*args)
        print r[0].__name__, r[1:2], r[2:] if not hasattr(r[2], 'keys') else '...'
    except Exception as e:
        print type(e).__name__, e

made = [Old, New, Meta('M', (), {}), Told('T', (), {}), Stated('S', (), {}), int, type, ValueError]
for o in made + [sys.version_info, sys.flags, (1,), 5L, 'a', {}.keys, len]:
    attempt(object.__reduce_ex__, o, 2)
    attempt(object.__reduce__, o, 2)
