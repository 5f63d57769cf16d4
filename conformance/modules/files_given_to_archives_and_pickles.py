# What csv, json, pickle, marshal, ConfigParser, zipfile, tarfile, gzip and the like call on the file-like objects given to them: every
# method and attribute, in order, with sizes; what is written in how many pieces; what short data gives.
import csv, json, pickle, cPickle, marshal, ConfigParser, StringIO, zipfile, tarfile, gzip
from _logged_file import F, keep, log, t
def printing(f): print >>f, 'a', 1, None,; print >>f; print >>f, 'b\n', 'c',
t('print', printing, F()); t('print softspace', printing, F(softspace=1))
t('csv', lambda f: csv.writer(f).writerows([[1, 'a b'], ['x"y', None]]), F()); t('csv read', lambda f: list(csv.reader(f)), F('a,b\n"c\nd",e\n')); t('DictReader', lambda f: list(csv.DictReader(f)), F('h,i\n1,2\n'))
t('json', lambda f: json.dump({'a': [1, 2.5, None], 'b': u'\xe9'}, f), F()); t('json indent', lambda f: json.dump([1, {'k': 'v'}], f, indent=1), F()); t('json load', json.load, F('[1, 2]'))
for p in 0, 1, 2:
    t('pickle %d' % p, lambda f: pickle.dump([1, 'ab', {'k': 2.5}], f, p), F()); t('cPickle %d' % p, lambda f: cPickle.dump([1, 'ab', {'k': 2.5}], f, p), F())
    t('unpickle %d' % p, lambda f: pickle.load(f), F(pickle.dumps([1, 'ab', {'k': 2.5}], p))); t('cunpickle %d' % p, lambda f: cPickle.load(f), F(pickle.dumps([1, 'ab', {'k': 2.5}], p)))
t('pickler', lambda f: cPickle.Pickler(f, 2).dump((1,)), F()); t('short', cPickle.load, F('')); t('short', pickle.load, F('(lp0\n'))
t('marshal', lambda f: marshal.dump(1, f), F()); t('marshal load', marshal.load, F('i\0\0\0\0'))
t('config', lambda f: ConfigParser.RawConfigParser().readfp(f), F('[a]\nb=1\n')); t('config name', lambda f: ConfigParser.RawConfigParser().readfp(f), F('b=1\n', name='N'))
def config(f): c = ConfigParser.RawConfigParser({'d': '1'}); c.add_section('s'); c.set('s', 'k', 'v\nw'); c.write(f)
t('config write', config, F())
z = StringIO.StringIO(); zf = zipfile.ZipFile(z, 'w', zipfile.ZIP_DEFLATED); zf.writestr(zipfile.ZipInfo('a.txt', (1990, 1, 1, 0, 0, 0)), 'data' * 20); zf.close()
def zread(f): zz = zipfile.ZipFile(f); return zz.namelist(), zz.read('a.txt')[:8], zz.testzip()
t('zip read', zread, F(z.getvalue()))
def zwrite(f): zz = zipfile.ZipFile(f, 'w'); zz.writestr(zipfile.ZipInfo('b', (1990, 1, 1, 0, 0, 0)), 'xy'); zz.close()
t('zip write', zwrite, F()); t('zip not', lambda f: zipfile.ZipFile(f), F('not a zip')); t('is_zip', zipfile.is_zipfile, F(z.getvalue()))
tf = StringIO.StringIO(); ta = tarfile.open(fileobj=tf, mode='w', format=tarfile.USTAR_FORMAT); ti = tarfile.TarInfo('n'); ti.size = 5; ta.addfile(ti, StringIO.StringIO('hello')); ta.close()
def tread(f): tt = tarfile.open(fileobj=f); return tt.getnames(), tt.extractfile('n').read()
t('tar read', tread, F(tf.getvalue())); t('tar stream', lambda f: [m.name for m in tarfile.open(fileobj=f, mode='r|')], F(tf.getvalue()))
def twrite(f): tt = tarfile.open(fileobj=f, mode='w', format=tarfile.USTAR_FORMAT); i = tarfile.TarInfo('q'); i.size = 3; tt.addfile(i, F('abcdef')); tt.close()
t('tar write', twrite, F()); t('gzip write', lambda f: (lambda z: (z.write('x' * 10), z.close()))(gzip.GzipFile('n', 'wb', 9, f, 0)), F()); g = StringIO.StringIO(); gz = gzip.GzipFile('n', 'wb', 9, g, 0); gz.write('line1\nline2\n'); gz.close(); t('gzip read', lambda f: gzip.GzipFile(fileobj=f).read(), F(g.getvalue())); t('gzip line', lambda f: gzip.GzipFile(fileobj=f).readline(), F(g.getvalue())); t('gzip bad', lambda f: gzip.GzipFile(fileobj=f).read(), F('nogzip')); t('gzip name', lambda f: gzip.GzipFile(fileobj=f).name, F(g.getvalue(), name='F', mode='rb'))
