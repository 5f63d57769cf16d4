# Attributes of native types cannot be set: what they are called when it is said, in all modules.
import datetime, zlib, bz2, _csv, _md5, _sha, mmap, itertools, _collections, array, _random, re, cStringIO, unicodedata
import _lsprof, operator, _functools, select, _socket, cPickle, _ast, parser, struct, io, thread, weakref, functools, threading
import zipimport, _json, time, posix, xml.etree.cElementTree, pyexpat, sqlite3, ctypes, imp, types, exceptions

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e

def poke(c):
    print c,
    for name in ('foo', '__doc__', '__name__', '__module__', '__bases__', '__dict__', '__class__', '__init__', u'bar'):
        try:
            setattr(c, name, None)
            print name, 'set',
        except Exception as e:
            print type(e).__name__, e, ';',
    try:
        del c.foo
    except Exception as e:
        print type(e).__name__, e

classes = [datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.tzinfo, bz2.BZ2Compressor, bz2.BZ2File,
           type(_csv.reader([])), _csv.Dialect, type(_md5.new()), type(_sha.new()), mmap.mmap, _collections.deque,
           _collections.defaultdict, array.array, _random.Random, type(re.compile('')), type(re.match('', '')),
           type(cStringIO.StringIO()), type(cStringIO.StringIO('')), _lsprof.Profiler, operator.itemgetter, operator.attrgetter,
           operator.methodcaller, _functools.partial, select.epoll, _socket.socket, _ast.AST, parser.STType,
           io.BytesIO, io.FileIO, io.BufferedReader, thread.LockType, weakref.ref, weakref.ProxyType, zipimport.zipimporter, time.struct_time,
           posix.stat_result, sqlite3.Connection, sqlite3.Row, int, str, list, dict, type, object, types.FunctionType, types.ModuleType,
           exceptions.ValueError, exceptions.BaseException, types.GeneratorType, types.CodeType, type(len), type(None), super, property,
           type(dict.__dict__['fromkeys']), type(str.__dict__['upper']), type(str.__str__), type(''.__str__), slice, xrange, file]
classes += [getattr(itertools, n) for n in sorted(dir(itertools)) if isinstance(getattr(itertools, n), type)]
for c in classes:
    poke(c)
