# -*- coding: utf-8 -*-
# Programs with `from __future__ import unicode_literals` pass unicode where natives want str.
import binascii
import collections
import csv
import datetime
import functools
import imp
import io
import marshal
import os
import socket
import tempfile
import StringIO
import warnings
import zipfile


def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception, e:
        try:
            print type(e).__name__, e
        except UnicodeError:
            print type(e).__name__


# Keywords.
t(int, '12', **{u'base': 16})
t(sorted, [1, 3, 2], **{u'reverse': True})
t(sorted, [1, 3, 2], **{u'reverse': True, u'x': 1})
t(sorted, [1, 3, 2], **{u'\xe9': 1})
t(sorted, [1], **{'zz': 1})
t(max, 1, 2, **{u'key': lambda x: -x})
t(datetime.datetime, 2010, **{u'month': 3, u'day': 4})
t(dict, **{u'a': 1})
t(dict, **{u'\xe9': 1})
t(functools.partial(lambda **k: sorted(k.items()), **{u'a': 1}), **{u'b': 2})
t(lambda a, **k: (a, k), **{u'a': 1, u'b': 2})
t(lambda a: a, **{u'\xe9': 2})
t(lambda: list(enumerate('ab', **{u'start': 5})))
t(collections.deque, **{u'maxlen': 3})
t(property, **{u'doc': 'd'}) if 0 else None
t(u'{a} {b}'.format, **{u'a': 1, 'b': 2})
t(u'{\xe9}'.format, **{u'\xe9': 1})
t('{a}'.format, **{u'a': u'x'})
t(lambda: __import__('os.path', **{u'fromlist': [u'join']}).__name__)

# Arguments.
for name in (u'os', u'\xe9', None, 3, 'a\0b'):
    t(lambda: __import__(name).__name__)
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'f')
t(lambda: open(path, u'w').write(u'abc'))
t(lambda: open(unicode(path), u'rb').read())
t(lambda: io.open(path, u'r', encoding=u'utf8').read())
t(lambda: io.FileIO(path, u'r').read())
t(lambda: os.fdopen(os.open(path, os.O_RDONLY), u'r').read())
t(lambda: os.popen(u'echo x', u'r').read())
for mode in (u'\xe9', None, 3, 'a\0b'):
    t(open, path, mode)
    t(os.fdopen, 0, mode)
out = StringIO.StringIO()
t(lambda: csv.writer(out, delimiter=b';', lineterminator=u'\n').writerow([1, u'b']))
print repr(out.getvalue())
t(socket.getservbyname, u'http', u'tcp')
t(socket.getservbyname, 'http', None)
t(socket.inet_aton, None)
t(marshal.loads, unicode(marshal.dumps([1])))
t(marshal.loads, u'\xe9')
t(imp.find_module, None)
t(imp.new_module, 'a\0b')
with warnings.catch_warnings():
    warnings.simplefilter(u'error')
    t(warnings.warn, u'msg')
    warnings.simplefilter(u'ignore')
    t(warnings.warn, u'msg')
os.unlink(path)
os.rmdir(folder)

# What a builtin type says of itself is not what its dict keeps for its instances.
import types
for c in (types.FunctionType, types.BuiltinFunctionType, type, types.MethodType, types.CodeType,
          types.ModuleType, types.GetSetDescriptorType, property, object, types.ClassType):
    print c.__name__, c.__module__, type(c.__doc__).__name__
