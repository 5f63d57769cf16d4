# _csv: readers and writers with every setting, characters fed one by one, lines that are no strings, dialects as objects.
import _csv
import csv
import itertools
import StringIO


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        return repr(r).split(' at 0x')[0]
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def write(rows, **settings):
    out = StringIO.StringIO()
    w = csv.writer(out, **settings)
    r = []
    for row in rows:
        try:
            w.writerow(row)
        except Exception as e:
            r.append('%s: %s' % (type(e).__name__, e))
    return out.getvalue(), r


ROWS = [['a', 'b c', ''], ['x,y', 'q"r', "s't"], ['line\nend', 'cr\rx', 'tab\tx'], [1, 1.5, None], [''], [], [None], ['\\', '\\"', '"'], [' lead', 'trail '], [u'uni', True, 10 ** 20], ['"', ',', '\n'], ['a"', '"a', '""']]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
    for doublequote in (True, False):
        for escapechar in (None, '\\', '"', ','):
            print quoting, doublequote, escapechar, write(ROWS, quoting=quoting, doublequote=doublequote, escapechar=escapechar)
for settings in ({'delimiter': '\t'}, {'delimiter': ' '}, {'quotechar': "'"}, {'quotechar': None, 'quoting': csv.QUOTE_NONE}, {'quotechar': None}, {'lineterminator': ''}, {'lineterminator': '|'}, {'lineterminator': u'\n'}, {'skipinitialspace': True}, {'delimiter': '"'}, {'quotechar': ','}, {'delimiter': '\n'},
                 {'delimiter': ';', 'quotechar': ';'}, {'quotechar': ' ', 'delimiter': ' '}):
    print sorted(settings.items()), attempt(write, ROWS, **settings)

TEXTS = ['a,b', 'a,"b,c",d', '"a""b"', '"a\\"b"', 'a"b"c', '"a"b', '"a"b,c', '"open', '"open\n', ' a, "b" ,c', '', '\n', '\r\n', 'a\rb', 'a\r', 'a\n\n', '"a\nb"', '"a\r\nb",c', "'a','b'", 'a\\,b', 'a\\', '\\\n', 'a,\\"b\\",c', '1,2.5,x', '"1",2', ',', ',,', '""', '"",""', '" "', 'a\0b', '"a\0b"', '\0', u'u,v', 'a,b,', '"a" ', '1e5,nan', '-1, 2', '"a","b']
for settings in ({}, {'doublequote': False}, {'doublequote': False, 'escapechar': '\\'}, {'escapechar': '\\'}, {'quotechar': "'"}, {'quotechar': None, 'quoting': csv.QUOTE_NONE}, {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_NONE}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'skipinitialspace': True}, {'strict': True},
                 {'strict': True, 'escapechar': '\\', 'doublequote': False}, {'delimiter': ' '}, {'delimiter': ' ', 'skipinitialspace': True}, {'delimiter': '\t'}):
    print sorted(settings.items())
    for t in TEXTS:
        print '   %r %s' % (t, attempt(lambda: list(csv.reader([t], **settings)))),
    print
    print attempt(lambda: list(csv.reader(['a,"b', 'c",d', '', '"e'], **settings))), attempt(lambda: list(csv.reader(iter(['x\n', 'y\r\n', '\n', 'z'])))), attempt(lambda: list(csv.reader('a,b', **settings)))

# Lines that are none, sources that fail, line numbers.
class Lines(object):
    def __init__(self, *lines):
        self.lines = list(lines)

    def __iter__(self):
        return self

    def next(self):
        if not self.lines:
            raise StopIteration
        l = self.lines.pop(0)
        if isinstance(l, Exception):
            raise l
        return l


for lines in ([1], [None], [['a']], [u'\xe9'], [bytearray('a')], ['ok', 5, 'more'], [KeyError('k'), 'after'], ['"a', KeyError('k'), 'b"'], ['"a', 5, 'b"']):
    r = csv.reader(Lines(*lines))
    for i in range(3):
        print attempt(r.next), r.line_num,
    print
for source in (5, None, Lines, 'text', {'a,b': 1}, open(__file__)):
    print attempt(lambda: next(csv.reader(source)))[:60],
print
r = csv.reader(['a', '"b\n', 'c"', 'd'])
print [(row, r.line_num) for row in r], r.line_num, attempt(r.next), r.dialect.delimiter, attempt(setattr, r, 'line_num', 5), attempt(setattr, r, 'dialect', 5), attempt(delattr, r, 'line_num'), attempt(getattr, r, 'other')
r = csv.reader(['a'])
print iter(r) is r, hasattr(r, '__dict__'), type(r).__name__, attempt(type(r)), attempt(csv.reader), attempt(csv.reader, [], 'excel', 5), attempt(csv.reader, [], 'nope'), attempt(csv.reader, [], nope=1), attempt(csv.reader, [], 5), attempt(lambda: list(csv.reader(['a b'], 'excel', delimiter=' ')))

# The limit on fields.
print csv.field_size_limit(), csv.field_size_limit(10), attempt(lambda: list(csv.reader(['x' * 10]))), attempt(lambda: list(csv.reader(['x' * 11]))), attempt(lambda: list(csv.reader(['a,' + 'x' * 11]))), attempt(csv.field_size_limit, 'x'), attempt(csv.field_size_limit, 1.5), attempt(csv.field_size_limit, None), attempt(csv.field_size_limit, 1, 2), attempt(csv.field_size_limit, -1), csv.field_size_limit(131072), csv.field_size_limit()
r = csv.reader(['"' + 'x' * 200000, 'y"', 'z'])
print attempt(r.next), attempt(r.next)

# Dialects.
class Good(csv.Dialect):
    delimiter, quotechar, doublequote, skipinitialspace, lineterminator, quoting, escapechar = ':', '|', False, True, '\r', csv.QUOTE_ALL, '!'


for name, value in (('delimiter', None), ('delimiter', ''), ('delimiter', 'ab'), ('delimiter', 5), ('delimiter', u':'), ('delimiter', '\0'), ('quotechar', ''), ('quotechar', 'ab'), ('quotechar', 5), ('quotechar', None), ('quotechar', u'"'), ('doublequote', 5), ('doublequote', 'x'), ('doublequote', None), ('skipinitialspace', []),
                    ('lineterminator', None), ('lineterminator', 5), ('lineterminator', ''), ('quoting', 'x'), ('quoting', 4), ('quoting', -1), ('quoting', None), ('quoting', 1.5), ('quoting', True), ('escapechar', ''), ('escapechar', 'ab'), ('escapechar', 5), ('strict', 'x'), ('strict', 0)):
    D = type('D', (Good, object), {name: value})
    print name, repr(value), attempt(D), attempt(lambda: write([['a b', 1]], dialect=D)), attempt(lambda: write([['a b', 1]], **{name: value})), attempt(lambda: _csv.Dialect(**{name: value}))
d = _csv.Dialect(Good)
print [(n, getattr(d, n)) for n in ('delimiter', 'quotechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'escapechar', 'strict')], _csv.Dialect(d) is d, _csv.Dialect(d, delimiter='x') is d
for name in ('delimiter', 'quoting', 'strict', 'other'):
    print attempt(setattr, d, name, ':'), attempt(delattr, d, name),
print attempt(_csv.Dialect, 1, 2), attempt(_csv.Dialect, 'excel'), attempt(_csv.Dialect, nothing=1), attempt(_csv.Dialect, 5), attempt(_csv.Dialect, object()), type(_csv.Dialect(object())).__name__
for args, kwargs in ((('mine', Good), {}), (('mine2',), {'delimiter': ';'}), ((u'\xe9', Good), {}), ((5, Good), {}), (('mine3', 'excel'), {}), (('mine4', 'none'), {}), (('x',), {'nothing': 1}), ((), {}), (('mine5', Good), {'delimiter': '/'}), (('bad', Good), {'quoting': 9})):
    print attempt(csv.register_dialect, *args, **kwargs),
print sorted(csv.list_dialects(), key=repr), csv.get_dialect('mine5').delimiter, csv.get_dialect('mine') is csv.get_dialect('mine')
for f, args in ((csv.get_dialect, ('none',)), (csv.get_dialect, (5,)), (csv.get_dialect, ([],)), (csv.get_dialect, ()), (csv.unregister_dialect, ('mine',)), (csv.unregister_dialect, ('mine',)), (csv.unregister_dialect, ([],)), (csv.list_dialects, (1,))):
    print attempt(f, *args),
print

# Writers: what rows and files may be.
w = csv.writer(StringIO.StringIO())
for row in (5, None, 'abc', {'k': 1}, (i for i in 'xy'), [object], xrange(3), Lines('a', 'b'), Lines('a', KeyError('k')), [u'\xe9'], [1L, 1e300, 0.1], [[1, 'x']]):
    print attempt(w.writerow, row),
print attempt(w.writerows, [['a'], 5, ['b']]), attempt(w.writerows, 5), attempt(w.writerows, [[]]), attempt(w.writerow), attempt(w.writerows, Lines(['a'], KeyError('w'))), type(w).__name__, w.dialect.quoting, attempt(setattr, w, 'dialect', 1)


class Sink(object):
    def __init__(self, answer):
        self.answer = answer

    def write(self, text):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Text(object):
    def __str__(self):
        return 'st"r'

    def __float__(self):
        return 5.0


class Fails(object):
    def __str__(self):
        raise KeyError('str')


for sink in (Sink(5), Sink(None), Sink(IOError('full')), 5, object(), Sink):
    print attempt(lambda: csv.writer(sink).writerow(['a'])),
print write([[Text(), Text()], [Fails()], [2.0, Text()]], quoting=csv.QUOTE_NONNUMERIC), write([[Fails(), 'a'], ['b']])

# There and back, for every row of some characters.
bad = 0
for n in (1, 2, 3):
    for t in itertools.product('a",\n\r\\ \'', repeat=n):
        row = [''.join(t), 'x']
        text = write([row])[0]
        if list(csv.reader([l + '\n' for l in text.split('\n')][:-1])) != [row] and '\r' not in row[0]:
            bad += 1
print bad
