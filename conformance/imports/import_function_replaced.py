# A function in the place of __import__: with which arguments statements call it, and what it may leave out.
import __builtin__
import string

from _written import remove, write

real = __builtin__.__import__
seen = []


def recording(*args):
    seen.append((args[0], args[3], args[4:]))
    return real(*args)


def of_four(name, globals=None, locals=None, fromlist=None):
    return real(name, globals, locals, fromlist or [])


write('replaced/__init__.py', '')
write('replaced/near.py', 'value = 1\n')
write('replaced/plain.py', 'import near\nfrom near import value\nimport string as s, string\nfrom string import *\n')
write('replaced/explicit.py', 'from . import near\nfrom .near import value\nfrom . import near as n, plain as p\n')
write('replaced/absolute.py', 'from __future__ import absolute_import\nimport string\nfrom replaced import near\n')

for name in 'plain', 'explicit', 'absolute':
    del seen[:]
    __builtin__.__import__ = recording
    try:
        exec 'import replaced.' + name
    finally:
        __builtin__.__import__ = real
    for call in seen:
        print call

__builtin__.__import__ = of_four
try:
    import textwrap
    import replaced.plain as again
    from string import digits
    print textwrap.__name__, again.__name__, digits
    try:
        exec 'from __future__ import absolute_import\nimport string'
    except TypeError as e:
        print e
finally:
    __builtin__.__import__ = real
remove()
