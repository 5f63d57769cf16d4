# args, message, str, repr, unicode, attributes of exceptions.
for e in [Exception(), Exception('a'), Exception('a', 'b'), Exception(1), Exception(None), Exception(()), Exception((1, 2)), Exception([1]), Exception(u'u'), Exception(u'\xe9'), KeyError(), KeyError('k'), KeyError(1, 2), KeyError(u'\xe9'), KeyError(None), ValueError(ValueError('nested')), IndexError(0), StopIteration(5), Exception('a\nb'), Exception('')]:
    try:
        s = str(e)
    except UnicodeEncodeError as err:
        s = 'UnicodeEncodeError: %s' % err
    print repr(s), repr(e), e.args, repr(e.message), len(e.args)
print repr(unicode(Exception(u'\xe9'))), repr(unicode(Exception('a', 1))), unicode(KeyError('k')), '%s %r' % (Exception('x'), Exception('x')), [Exception('in list')], {'k': ValueError(1)}
e = EnvironmentError(2, 'No such file', 'name.txt')
print e, repr(e), e.errno, e.strerror, e.filename, e.args, EnvironmentError(2, 'x'), EnvironmentError('just one'), EnvironmentError(1, 2, 3, 4), IOError(13, 'Denied'), repr(IOError(13, 'Denied', 'f')), IOError().errno, IOError(5).args, OSError(1, 'a', None)
e = SyntaxError('msg', ('file.py', 3, 7, 'source line'))
print e, repr(e), e.msg, e.filename, e.lineno, e.offset, e.text, e.print_file_and_line, SyntaxError('only'), SyntaxError(), SyntaxError('a', ('f', 1, 2, 't')).args
for bad in ["SyntaxError('m', 5)", "SyntaxError('m', (1, 2))", "UnicodeDecodeError()", "UnicodeDecodeError('a', u'b', 0, 1, 'c')", "UnicodeEncodeError('a', 'b', 0, 1, 'c')", "Exception(x=1)", "BaseException.__new__()", "KeyError('a')[5]", "Exception('a').nothing", "SystemExit(1, 2, 3).code", "Exception.__init__()", "Exception().args.append"]:
    try:
        print bad, eval(bad)
    except Exception as err:
        print bad, type(err).__name__, err
u = UnicodeDecodeError('codec', 'b\xffytes', 1, 2, 'reason')
print u, repr(u), u.encoding, repr(u.object), u.start, u.end, u.reason, u.args
u = UnicodeEncodeError('codec', u'a\u20acb', 1, 3, 'why')
print u, repr(u), u.start, UnicodeTranslateError(u'x', 0, 1, 'no')
print UnicodeDecodeError('c', 'abc', 0, 3, 'range'), UnicodeDecodeError('c', '', 5, 6, 'outside'), UnicodeEncodeError('c', u'\U0001F600', 0, 1, 'wide')
x = SystemExit('bye')
print x.code, x.args, SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code
e = Exception('first')
e.args = ('changed', 2)
print e, e.args, e.message, e[0], e[1], e[:1], list(e) if 0 else e[-1]
e.args = [1, 2]
print e.args
e.custom = 'attr'
e.message = 'own message'
print e.__dict__, e.custom, e.message
for code in ["e.args = 5", "del e.args", "del e.custom", "e.custom", "e.__dict__ = {'x': 1}", "e.x", "e.__dict__ = 5", "len(e)", "e[5]", "iter(e)"]:
    try:
        exec code
        print code, 'ok'
    except Exception as err:
        print code, type(err).__name__, err


class Mine(Exception):
    def __init__(self, code, *rest):
        Exception.__init__(self, 'code %s' % code)
        self.code = code


class NoInit(Exception):
    def __init__(self, a, b):
        self.a = a


class WithStr(Exception):
    def __str__(self):
        return 'WithStr:%r' % (self.args,)


class WithRepr(Exception):
    def __repr__(self):
        return '<WithRepr>'


class WithUnicode(Exception):
    def __unicode__(self):
        return u'uni \xe9'


m = Mine(5, 'x')
print m, repr(m), m.args, m.code, NoInit(1, 2), repr(NoInit(1, 2)), NoInit(1, 2).args, WithStr(1), repr(WithStr('a')), WithRepr('a'), repr(WithRepr()), [WithRepr()], repr(unicode(WithUnicode('a'))), str(WithUnicode('b'))
try:
    Mine()
except TypeError as err:
    print err
a, b = Exception(1), Exception(1)
print a == b, a == a, hash(a) == hash(a), a in [b], Exception == Exception, sorted([2, 1]) and a != b, bool(Exception()), isinstance(a, object)
print Exception.__init__(a, 'reinit', 2), a.args, a.__reduce__()[1], type(a).__name__, a.__class__.__module__, Exception.__name__, dir(a) == dir(b), callable(Exception)
