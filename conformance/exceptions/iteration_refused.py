# What is said where __iter__ raises: some callers put an error of their own in place of any.
import csv, operator, itertools, collections, json, array, binascii, thread, codecs, cPickle, weakref, functools, threading
class R(object):
    def __iter__(self): raise ZeroDivisionError('it')
class T(object):
    def __iter__(self): raise TypeError('tt')
class K(object):
    def __iter__(self): raise KeyboardInterrupt('kk')
def t(name, f, *a):
    for r in R(), T(), K(), 5:
        try: print name, f(r)
        except BaseException as e: print name, type(r).__name__, type(e).__name__, e
t('map1', lambda r: map(len, r)); t('map2', lambda r: map(len, [1], r)); t('mapn', lambda r: map(None, r)); t('mapn2', lambda r: map(None, r, r))
t('reduce', lambda r: reduce(max, r)); t('filter', lambda r: filter(None, r)); t('zip', lambda r: zip([1], r)); t('zip1', lambda r: zip(r))
t('sum', lambda r: sum(r)); t('min', lambda r: min(r)); t('any', lambda r: any(r)); t('all', lambda r: all(r)); t('sorted', lambda r: sorted(r)); t('list', lambda r: list(r)); t('tuple', lambda r: tuple(r))
t('dict', lambda r: dict(r)); t('dict2', lambda r: dict([r])); t('set', lambda r: set(r)); t('frozenset', lambda r: frozenset(r)); t('enumerate', lambda r: enumerate(r)); t('iter', lambda r: iter(r))
t('join', lambda r: ''.join(r)); t('ujoin', lambda r: u''.join(r)); t('extend', lambda r: [].extend(r)); t('slice', lambda r: [1].__setslice__(0,1,r)); t('fromkeys', lambda r: dict.fromkeys(r)); t('update', lambda r: {}.update(r)); t('supd', lambda r: set().update(r)); t('sinter', lambda r: set().intersection(r)); t('in', lambda r: 1 in r)
t('unpack', lambda r: (lambda (a,b): a)(r)); t('star', lambda r: max(*r)); t('bytearray', lambda r: bytearray(r)); t('baext', lambda r: bytearray().extend(r)); t('bajoin', lambda r: bytearray().join(r))
t('countOf', lambda r: operator.countOf(r, 1)); t('indexOf', lambda r: operator.indexOf(r, 1)); t('contains', lambda r: operator.contains(r, 1)); t('csv', lambda r: csv.reader(r)); 
t('chain', lambda r: list(itertools.chain(r))); t('izip', lambda r: itertools.izip([1], r)); t('izl', lambda r: itertools.izip_longest([1], r)); t('imap', lambda r: itertools.imap(len, r)); t('islice', lambda r: itertools.islice(r, 1)); t('tee', lambda r: itertools.tee(r)); t('cycle', lambda r: itertools.cycle(r)); t('groupby', lambda r: itertools.groupby(r)); t('product', lambda r: itertools.product(r)); t('perm', lambda r: itertools.permutations(r)); t('starmap', lambda r: itertools.starmap(len, r)); t('takewhile', lambda r: itertools.takewhile(len, r)); t('ifilter', lambda r: itertools.ifilter(len, r)); t('compress', lambda r: itertools.compress(r, r))
t('deque', lambda r: collections.deque(r)); t('dext', lambda r: collections.deque().extend(r)); t('array', lambda r: array.array('i', r)); t('aext', lambda r: array.array('i').extend(r)); t('counter', lambda r: collections.Counter(r)); t('writerow', lambda r: csv.writer(open('/dev/null','w')).writerow(r)); t('writerows', lambda r: csv.writer(open('/dev/null','w')).writerows(r)); t('writelines', lambda r: open('/dev/null','w').writelines(r))
import heapq, select, struct, io, os, marshal, bisect, math
t('fsum', lambda r: math.fsum(r)); t('heapify', lambda r: heapq.heapify(r)); t('nl', lambda r: heapq.nlargest(1, r)); t('select', lambda r: select.select(r, [], [], 0)); t('iowl', lambda r: io.BytesIO().writelines(r)); t('isinst', lambda r: isinstance(1, r)); t('ordered', lambda r: collections.OrderedDict(r)); t('type', lambda r: type('a', r, {})); t('execve', lambda r: os.execv('/bin/true', r))
def exec_(r):
    a, b = r
t('unp', exec_)
def y(r):
    for x in r: pass
t('for', y); t('comp', lambda r: [x for x in r]); t('gen', lambda r: (x for x in r)); t('star2', lambda r: t('q', *r))
