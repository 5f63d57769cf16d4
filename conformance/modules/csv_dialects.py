# csv: dialects registered, made, inherited, wrong; reading by sniffed ones; DictReader and DictWriter.
import csv, _csv, StringIO, copy, pickle

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
attributes = 'delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict'.split()
for n in attributes:
    for v in (None, '', 'x', 'xx', 5, 0, -1, 4, True, [], '\0', '\n', ' ', 1.5):
        try:
            d = _csv.Dialect(**{n: v})
            print n, repr(v), repr(getattr(d, n))
        except Exception as e:
            print n, repr(v), type(e).__name__, e
t(_csv.Dialect, foo=1)
t(_csv.Dialect, quoting=csv.QUOTE_ALL, quotechar=None)
t(lambda: _csv.Dialect(quoting=csv.QUOTE_NONE, quotechar=None).quotechar)
for d in (csv.excel, csv.excel(), 'excel', u'excel', 'nope', 5, None, csv.excel_tab, object(), csv.Dialect, [], {}):
    try:
        r = csv.reader(['a\tb,c'], d)
        print r.next(), [getattr(r.dialect, n) for n in attributes]
    except Exception as e:
        print type(e).__name__, e
d = _csv.Dialect()
for n in attributes + ['foo']:
    t(setattr, d, n, 'x')
    t(delattr, d, n)
t(csv.register_dialect)
t(csv.register_dialect, 5)
t(csv.register_dialect, 'mine', foo=1)
t(csv.register_dialect, 'mine', delimiter=';;')
t(csv.register_dialect, 'mine', delimiter=';', quoting=csv.QUOTE_NONNUMERIC)
t(csv.register_dialect, u'uni', 'mine', delimiter='|')
t(csv.register_dialect, u'\xe9', csv.excel)
t(lambda: sorted(csv.list_dialects()))
t(lambda: csv.get_dialect('uni').delimiter + str(csv.get_dialect('uni').quoting))
t(lambda: list(csv.reader(['1;"x";2.5', '"a";b'], 'mine')))
t(csv.unregister_dialect, 'mine')
t(csv.unregister_dialect, 'mine')
t(csv.unregister_dialect, [])
t(csv.get_dialect, {})
t(csv.list_dialects, 1)
class D(csv.Dialect): pass
for n, v in (('delimiter', ','), ('quotechar', '"'), ('lineterminator', '\n'), ('quoting', 0), ('quoting', 9), ('doublequote', 1)):
    setattr(D, n, v)
    t(lambda: D() and None)
class E(csv.excel):
    delimiter = ';'
    skipinitialspace = True
t(lambda: list(csv.reader(['a; b;  "c"'], E)))
for v in (10, 0, -1, 'x', 1.5, None, 2 ** 70, 131072):
    t(csv.field_size_limit, v)
t(csv.field_size_limit)
csv.field_size_limit(5)
t(lambda: list(csv.reader(['abcde', 'abcdef'])))
csv.field_size_limit(131072)
for s in ('a,b\nc,d\n', "'a';'b'\n'c';'d'\n", 'a\tb\tc\n' * 3, 'x', '', 'a:b:c\nd:e:f\n', '"a, b"|"c"\n"d"|"e"\n'):
    try:
        d = csv.Sniffer().sniff(s)
        print repr(d.delimiter), repr(d.quotechar), d.doublequote, d.skipinitialspace
    except Exception as e:
        print type(e).__name__, e
    t(csv.Sniffer().has_header, s)
t(lambda: csv.Sniffer().sniff('a;b,c\nd;e,f\n', delimiters=';').delimiter)
r = csv.DictReader(['a,b', '1,2', '', '3', '4,5,6'], restkey='rest', restval='val')
for row in r: print sorted(row.items()), r.line_num
print r.fieldnames, r.dialect
r = csv.DictReader(['1,2'], ['x', 'y'])
r.fieldnames = ['p', 'q']
print sorted(r.next().items())
out = StringIO.StringIO()
w = csv.DictWriter(out, ['a', 'b'], restval='-', lineterminator='\n')
w.writeheader()
t(w.writerow, {'a': 1})
t(w.writerow, {'c': 1})
t(w.writerows, [{'b': None}, {'a': 1.5, 'b': u'u'}])
t(csv.DictWriter, out, ['a'], extrasaction='x')
csv.DictWriter(out, ['a'], extrasaction='ignore').writerow({'a': 'i', 'z': 1})
print repr(out.getvalue())
for o in csv.reader([]), csv.writer(StringIO.StringIO()), _csv.Dialect():
    for f in (copy.copy, pickle.dumps):
        try:
            f(o)
            print 'done'
        except Exception as e:
            print type(e).__name__, e
t(csv.reader)
t(csv.reader, 5)
t(csv.writer)
t(csv.writer, 5)
t(csv.writer, object())
class W(object):
    def write(self, s): return s
w = csv.writer(W())
for row in ([1, None, 1.1, 1e100, 0.1, 10 ** 20, True], ['a"b', 'c,d', 'e\nf', ' g ', ''], [''], [], u'ab', 5, None, [u'\xe9'], iter([1]), [[1]], ('"',)):
    t(w.writerow, row)
