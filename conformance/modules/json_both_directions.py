# json: decoder and encoder on broken texts, hooks, odd keys, subclasses, separators, sort_keys, surrogates, depths.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import json, decimal, collections
for s in ('', ' ', '1', '-', '-0', '01', '1.', '.5', '1e5', '1E+2', '1e', '-1.5e-3', 'NaN', '-Infinity', 'Infinity', 'nan', 'true', 'True', 'nul', 'null ', '"a"', "'a'", '"a', '"\\u0041"', '"\\u004"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\udc00\\ud800"', '"\\x"', '"\\/\\b\\f\\n\\r\\t\\\\\\""', '"a\nb"', '"\x00"', '[]', '[1,]', '[,1]', '[1 2]', '[1', '[', ']', '{}', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', '{1:2}', '{"a":1 "b":2}', '{"a":1,"a":2}', '{"a":', '{', '{"a" : [ 1 , { "b" : null } ] } ', '1 2', '[] x', '"\xe9"', u'"\xe9"', '"\xc3\xa9"', '\xef\xbb\xbf1', '123456789012345678901234567890', '1.7976931348623157e400', '[[[[[]]]]]', '"' + 'x' * 50 + '\\u00e9"', '\t\n\r 5 \n', '\x0b5', '[1,\n2,\n x]'):
    print repr(s)[:40],; t(json.loads, s)
t(json.loads, '1', parse_int=float); t(json.loads, '1.5', parse_float=decimal.Decimal); t(json.loads, 'NaN', parse_constant=lambda c: 'const ' + c); t(json.loads, '{"b":1,"a":{"c":2}}', object_hook=lambda d: sorted(d.items())); t(json.loads, '{"b":1,"a":2,"b":3}', object_pairs_hook=lambda p: p); t(json.loads, '{"b":1}', object_pairs_hook=collections.OrderedDict, object_hook=len); t(json.loads, '"\xe9"', 'latin-1'); t(json.loads, '"\xe9"', encoding='ascii'); t(json.loads, 5); t(json.loads, None); t(json.loads, '"a\nb"', strict=False); t(json.loads, '1', cls=5); t(json.loads, '[1]', parse_int=lambda s: 1 / 0); t(json.JSONDecoder().raw_decode, '1 2'); t(json.JSONDecoder().raw_decode, ' 1'); t(json.JSONDecoder().raw_decode, 'x 12 ', 2); t(json.JSONDecoder().raw_decode, '1', 5)
class I(int):
    def __repr__(s): return 'I!'
    def __str__(s): return 'Istr'
class Fl(float):
    def __repr__(s): return 'F!'
class S(str): pass
class L(list): pass
class D(dict):
    def items(s): return [('from', 'items')]
    def iteritems(s): return iter([('from', 'iteritems')])
nt = collections.namedtuple('nt', 'a b')
for v in (None, True, 0, -5L, 2**70, 1.5, 0.1, 1e100, float('nan'), float('-inf'), '', 'a"b\\/\n\x00\x1f\x7f', '\xc3\xa9', '\xe9', u'\xe9\u2028\U0001f600\ud800', [], (), [1, [2]], {}, {'a': {}}, {1: 1, 2.5: 2, u'u': 5}, {(1,): 2}, {1L: 1}, {'\xe9': 1}, set(), object(), 1j, I(3), Fl(2.5), S('s'), L([1]), D(a=1), nt(1, 2), collections.OrderedDict([('z', 1), ('a', 2)]), bytearray('x'), decimal.Decimal(1), iter([]), xrange(2)):
    t(json.dumps, v)
v = {'b': [1, {'c': u'\xe9'}, []], 'a': {}, 'e': ()}
for k in ({'indent': 0}, {'indent': 2, 'sort_keys': True}, {'indent': -1}, {'indent': '\t'}, {'indent': 2.5}, {'separators': (',', ':')}, {'separators': ('A', u'B')}, {'separators': 'xy'}, {'separators': (1, 2)}, {'ensure_ascii': False}, {'encoding': 'latin-1', 'ensure_ascii': False}, {'sort_keys': 1, 'separators': (', ', ': ')}, {'skipkeys': True}, {'check_circular': False}, {'allow_nan': False}, {'nope': 1}, {'default': str}): print sorted(k.items()),; t(json.dumps, v if 'sort_keys' in k or len(k) else v, **k)
t(json.dumps, {(1,): 1, 'a': 2}, skipkeys=True); t(json.dumps, float('nan'), allow_nan=False); t(json.dumps, set([1]), default=list); t(json.dumps, object(), default=lambda o: o); t(json.dumps, object(), default=lambda o: 1 / 0); l = []; l.append(l); t(json.dumps, l); d = {}; d['d'] = d; t(json.dumps, d); t(json.dumps, [object()], default=lambda o: l); t(json.dumps, '\xe9', ensure_ascii=False); t(json.dumps, u'\xe9', ensure_ascii=False); t(json.dumps, ['\xe9', u'\xe9'], encoding='latin-1'); t(json.dumps, [u'\xe9', 'a'], ensure_ascii=False, indent=1)
class E(json.JSONEncoder):
    item_separator = ';'
    def default(s, o): return ['def', type(o).__name__]
    def iterencode(s, o, **k): return json.JSONEncoder.iterencode(s, o, **k)
print E().encode([1j, set()]), list(E().iterencode({'a': [1, 2]})), json.JSONEncoder(sort_keys=True).encode({'b': 1, 'a': 2}), json.dumps([1], cls=E), list(json.JSONEncoder().iterencode([1, {'a': (2,)}])), json.encoder.encode_basestring('a\n\xc3\xa9"'), repr(json.encoder.encode_basestring_ascii(u'\U00010000')), json.encoder.FLOAT_REPR is repr; t(json.JSONEncoder().default, 5); deep = '[' * 3000; t(json.loads, deep + ']' * 10) if 0 else None
import StringIO; f = StringIO.StringIO(); json.dump({'k': [1.5]}, f, indent=1); print repr(f.getvalue()); f.seek(0); print json.load(f); t(json.load, 5); t(json.dump, 1, 5)
