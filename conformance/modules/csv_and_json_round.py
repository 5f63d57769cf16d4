# csv and json: rows and values there and back: quoting rules, sniffed dialects, hooks, separators, numbers of all sizes, refusals.
import csv, json, StringIO, decimal, collections
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
rows = [['a', 'b'], ['1,2', 'x"y'], ['', None], [1.5, True], ['l1\nl2', ' sp '], ["q'q", '\\'], [], [u'u', 'z;']]
for k in ({}, {'delimiter': ';'}, {'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'quotechar': "'", 'lineterminator': '|'}, {'doublequote': False, 'escapechar': '!'}, {'dialect': 'excel-tab'}, {'quoting': csv.QUOTE_NONE}):
    o = StringIO.StringIO(); w = csv.writer(o, **k)
    for r in rows:
        try: w.writerow(r)
        except csv.Error as e: print 'Error', e,
    print k, repr(o.getvalue())
    if 'lineterminator' not in k:
        try: print list(csv.reader(StringIO.StringIO(o.getvalue()), **k))
        except Exception as e: print type(e).__name__, e
for s, k in (('a,"b', {}), ('a,"b"c', {}), ('a,"b"c', {'strict': 1}), ('a, "b"', {'skipinitialspace': 1}), ('"a\nb",c\n', {}), ('a\0b', {}), ('1,"2"', {'quoting': csv.QUOTE_NONNUMERIC}), ('x,y', {'quoting': csv.QUOTE_NONNUMERIC}), ('a\rb', {}), ('a""b', {}), ('""', {}), ('', {}), ('\n\n', {}), ('a\\,b', {'escapechar': '\\'}), ('a,b\\', {'escapechar': '\\'})): print repr(s), ; t(lambda: list(csv.reader(s.splitlines(True), **k)))
d = csv.DictReader(StringIO.StringIO('a,b,a\n1,2,3\n4\n5,6,7,8\n\n9,0,1\n'), restkey='R', restval='V'); print d.fieldnames, [sorted(r.items()) for r in d], d.line_num; o = StringIO.StringIO(); w = csv.DictWriter(o, ['x', 'y'], restval='-'); w.writeheader(); w.writerow({'x': 1}); w.writerows([{'y': 2}, {}]); t(w.writerow, {'z': 1}); print repr(o.getvalue()); w = csv.DictWriter(o, 'xy', extrasaction='ignore'); w.writerow({'z': 1, 'x': 2}); t(csv.DictWriter, o, 'x', extrasaction='bad')
for s in ('a;b;c\n1;2;3\n', 'a\tb\n1\t2\n', "'x','y'\n'1','2'\n", 'n|m\n1|2\n3|4\n', 'single', 'h1,h2\n1,2\n3,4\n', 'a:b c\nd:e f\n'):
    try: x = csv.Sniffer().sniff(s); print repr(x.delimiter), repr(x.quotechar), x.skipinitialspace, x.doublequote,
    except Exception as e: print type(e).__name__, e,
    t(csv.Sniffer().has_header, s)
print csv.list_dialects(), csv.field_size_limit(), csv.field_size_limit(5), ; t(lambda: list(csv.reader(['abcdefgh']))); csv.field_size_limit(131072); csv.register_dialect('mine', delimiter='/'); print list(csv.reader(['a/b'], 'mine')), csv.get_dialect('mine').delimiter; csv.unregister_dialect('mine'); t(csv.get_dialect, 'mine'); t(csv.unregister_dialect, 'mine'); t(csv.reader, 5); t(csv.writer, 5); t(csv.reader, [], delimiter='ab'); t(csv.reader, [], bogus=1); t(csv.writer(StringIO.StringIO()).writerow, 5); t(csv.register_dialect, 5); t(csv.register_dialect, 'x', quoting=9); t(list, csv.reader([5]))
for v in (None, True, 1, -1.5, 1e100, 10 ** 30, 'a"\\/\n\x01', u'\u20ac\U0001f600', [], [1, [2, {}]], {'b': 1, 'a': [None]}, {1: 2, True: 4, 1.5: 5}, {None: 3}, (1,), float('nan'), float('inf'), '\xc3\xa9', '\xff', object, 1j, set(), {(1,): 2}, collections.OrderedDict([('z', 1), ('a', 2)]), decimal.Decimal(1)):
    for k in ({}, {'sort_keys': True, 'indent': 1}, {'ensure_ascii': False}, {'separators': (',', ':'), 'skipkeys': True, 'allow_nan': False}):
        try: print repr(json.dumps(v, **k)),
        except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0],
    print
for s in ('null', ' [1, 2.5e3, -0, 1E-2] ', '{"a": {"b": [true, false]}}', '"\\u20ac\\ud83d\\ude00\\n\\/"', '[1,]', '{"a" 1}', '{a: 1}', '', '  ', '[', '"abc', '"\\x"', '"\\u12"', '01', '1.', '-', 'NaN', '-Infinity', 'nul', '[1] x', '"\n"', '{"a": 1, "a": 2}', '["\xc3\xa9"]', u'"\xe9"', '"\ud800"', 5, '{"a":}', '[1 2]', '1e999', '123456789012345678901234567890', '"tab\t"'): print repr(s), ; t(json.loads, s)
print json.loads('{"a": 1, "b": [1.5]}', object_hook=lambda d: sorted(d.items()), parse_float=decimal.Decimal, parse_int=lambda s: 'i' + s), json.loads('{"z": 1, "a": 2}', object_pairs_hook=collections.OrderedDict), json.loads('NaN', parse_constant=str), json.loads('"a\nb"', strict=False), repr(json.loads('"\xe9"', 'latin-1')), json.dumps('\xe9', encoding='latin-1'), json.JSONDecoder().raw_decode('[1] rest'), list(json.JSONEncoder(indent=2).iterencode([1, {'a': 2}])), json.dumps({1, 2} and [1], cls=type('E', (json.JSONEncoder,), {'default': lambda s, o: 'D'})), json.dumps(object(), default=lambda o: 'obj'), json.dumps([1, 2], indent=0), json.dumps([], indent=2); l = []; l.append(l); t(json.dumps, l); d = {}; d['d'] = d; t(json.dumps, d); o = StringIO.StringIO(); json.dump({'k': 1}, o); o.seek(0); print json.load(o); t(json.loads, '[1, 2', ); t(json.load, StringIO.StringIO('{')); t(json.dumps, {'a': object}); t(json.dumps, [l] * 0, bogus=1)
