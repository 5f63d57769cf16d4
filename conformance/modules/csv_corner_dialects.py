# csv: reader and writer with every dialect option, bad options, quotes in odd places, iterators of odd things, DictReader and Sniffer.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import csv, StringIO
def r(lines, **k):
    try:
        rd = csv.reader(lines, **k); out = []
        for row in rd: out.append(row)
        print out, rd.line_num
    except Exception as e: print type(e).__name__, e
for line in ('a,b', '"a","b"', '"a""b"', 'a"b', '"a"b', '"a', 'a,', ',', '', ' a, b', '"a" ,b', 'a\\,b', 'a\rb', 'a\nb', 'a\r\n', 'a\n\r', '"a\nb"', '"a\r\nb",c', 'a,"', '""', '"""', '""""', 'a\0b', "'a','b'", 'a\tb', '1,2.5,"3"', ' "a"', '"a"\\"b"', '\\'):
    print repr(line),; r([line]); r([line], quoting=csv.QUOTE_NONE); r([line], escapechar='\\'); r([line], doublequote=False, skipinitialspace=True); r([line], strict=True); r([line], quoting=csv.QUOTE_NONNUMERIC)
r(['a;b'], delimiter=';'); r(['"x', 'y"', 'z']); r('abc'); r([5]); r([None]); r([u'a,b']); r([u'\xe9']); r(5); r(iter(['a'])); r(['a,b'], quotechar=None); r(['a,b'], quotechar=''); r(['a"b'], quotechar='b')
for k in ({'delimiter': ''}, {'delimiter': 'ab'}, {'delimiter': None}, {'delimiter': 5}, {'delimiter': u';'}, {'quotechar': 'xx'}, {'quotechar': 5}, {'escapechar': 'xx'}, {'escapechar': 5}, {'lineterminator': 5}, {'lineterminator': None}, {'quoting': 9}, {'quoting': 'x'}, {'quoting': csv.QUOTE_ALL, 'quotechar': None}, {'strict': 'x'}, {'doublequote': []}, {'nope': 1}, {'dialect': 'nosuch'}, {'dialect': 5}, {'dialect': None}, {'dialect': csv.excel_tab}, {'dialect': csv.excel_tab()}):
    try: d = csv.reader(['a\tb,c'], **k).dialect; print k.keys(), [getattr(d, n) for n in ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict')]
    except Exception as e: print sorted(k.items())[0][0], type(e).__name__, e
def wr(row, **k):
    f = StringIO.StringIO()
    try: n = csv.writer(f, **k).writerow(row); print repr(f.getvalue()), n
    except Exception as e: print type(e).__name__, e, repr(f.getvalue())
for row in ([], [''], ['', ''], [None], ['a', 1, 2.5, None, 1L, True], ['a,b', 'c"d', 'e\nf', 'g\rh'], [' x '], ['\\'], [0.1, 1e100, float('nan')], [u'u'], [u'\xe9'], [object], 'abc', 5, None, iter('ab'), {'k': 1}, [[1, 2]], ['a\0b'], ["'"], ['#'], ['-', '1']):
    wr(row); wr(row, quoting=csv.QUOTE_ALL); wr(row, quoting=csv.QUOTE_NONNUMERIC); wr(row, quoting=csv.QUOTE_NONE); wr(row, quoting=csv.QUOTE_NONE, escapechar='\\'); wr(row, doublequote=False, escapechar='!'); wr(row, quotechar="'", lineterminator='END')
wr(['a"b'], doublequote=False); wr([''], quoting=csv.QUOTE_NONE); t(csv.writer, 5); t(csv.writer); t(csv.reader); w = csv.writer(StringIO.StringIO()); t(w.writerow); t(w.writerows, [[1], [2]]); t(w.writerows, 5); t(w.writerows, [5]); print w.dialect.delimiter
class F(object):
    def write(s, x): print 'write', repr(x); return 'ret'
print csv.writer(F()).writerow([1]), csv.writer(F()).writerows([[1], [2]])
class Bad(object):
    def __str__(s): raise ValueError('no str')
t(csv.writer(F()).writerow, [Bad()]); print csv.list_dialects(), csv.field_size_limit(), csv.field_size_limit(5); r(['abcdefgh']); csv.field_size_limit(131072); t(csv.field_size_limit, 'x'); t(csv.register_dialect, 5, csv.excel); t(csv.register_dialect, 'mine', delimiter='|'); print 'mine' in csv.list_dialects(), csv.get_dialect('mine').delimiter; r(['a|b'], dialect='mine'); r(['a|b;c'], dialect='mine', delimiter=';'); t(csv.register_dialect, 'bad', quoting=99); csv.unregister_dialect('mine'); t(csv.unregister_dialect, 'mine'); t(csv.get_dialect, 'x')
class Dia(csv.Dialect): delimiter = '/'; quotechar = '"'; doublequote = True; skipinitialspace = False; lineterminator = '\n'; quoting = csv.QUOTE_MINIMAL
print Dia().delimiter; Dia.quoting = None; t(Dia); Dia.quoting = 0; Dia.delimiter = 'xx'; t(Dia); t(csv.Dialect); t(csv.Error, 'x')
d = csv.DictReader(['a,b', '1,2', '3', '', '4,5,6']); print d.fieldnames, [sorted(x.items()) for x in d], d.line_num; d = csv.DictReader(['1,2'], ['x', 'y', 'z'], 'rest', 'val'); print list(d); f = StringIO.StringIO(); dw = csv.DictWriter(f, ['a', 'b'], 'REST', 'ignore'); dw.writeheader(); dw.writerow({'a': 1, 'z': 2}); dw.writerows([{'b': 3}]); print repr(f.getvalue()); t(csv.DictWriter(f, ['a']).writerow, {'q': 1}); t(csv.DictWriter, f, ['a'], extrasaction='x'); t(lambda: csv.DictReader([]).fieldnames)
s = csv.Sniffer()
for x in ('a;b;c\n1;2;3\n', 'a\tb\n1\t2\n', "'a','b'\n'c','d'\n", 'abc\ndef\n', '', 'a b c\nd e f\n', '"x", "y"\n"z", "w"\n'):
    try: d = s.sniff(x); print repr(d.delimiter), repr(d.quotechar), d.skipinitialspace
    except csv.Error as e: print e
    t(s.has_header, x)
