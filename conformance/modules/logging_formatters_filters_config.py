# logging: hierarchies with propagation and levels, formatters with exceptions and extras, filters, adapters, handlers that buffer, rotate and
# fail, configuration from files and dictionaries, levels of one's own, what is remembered of loggers.
import logging, logging.handlers, logging.config, StringIO, sys, os, tempfile, shutil, re, pickle, warnings, time
out = StringIO.StringIO()
def flush(label=''):
    text = out.getvalue(); out.truncate(0)
    text = re.sub(r'File "[^"]*", line \d+', 'File F', text); print label, repr(text) if label else text,
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception, e: print type(e).__name__, e
    else: print repr(r)
root = logging.getLogger(); root.manager.emittedNoHandlerWarning = True; h = logging.StreamHandler(out); h.setFormatter(logging.Formatter('%(name)s|%(levelname)s|%(message)s')); root.addHandler(h)
a, ab, abc, x = map(logging.getLogger, ('a', 'a.b', 'a.b.c', 'x.y.z')); print a is logging.getLogger('a'), ab.parent is a, x.parent is root, root.name, [l.getEffectiveLevel() for l in (root, a, abc)], isinstance(root.manager.loggerDict['x.y'], logging.PlaceHolder); y = logging.getLogger('x.y'); print x.parent is y, a.getChild('b') is ab, root.getChild('q.r').name
for l in root, a, abc: l.debug('d %s', 1); l.info('i'); l.warning('w %d %s', 1, 'two'); l.error('e %(k)s', {'k': 'v'}); l.critical('c'); l.fatal('f'); l.log(35, 'l'); l.warn('n')
flush(); a.setLevel('DEBUG'); ab.setLevel(logging.ERROR); ab.propagate = 0; abc.error('lost'); abc.addHandler(h); abc.propagate = 0; abc.warning('no'); abc.error('once'); a.debug('deb'); ab.propagate = 1; abc.propagate = 1; abc.error('twice'); flush('tree'); print abc.isEnabledFor(30), a.isEnabledFor(10); logging.disable(logging.ERROR); a.error('off'); a.critical('on'); logging.disable(0); flush('disabled'); t(a.setLevel, 'NOPE'); t(a.setLevel, 5.5); t(a.log, 'x', 'm'); t(logging.getLevelName, 10); t(logging.getLevelName, 'INFO'); t(logging.getLevelName, 33); logging.addLevelName(33, 'MINE'); t(logging.getLevelName, 'MINE'); a.log(33, 'own'); flush(); abc.removeHandler(h); abc.removeHandler(h)
a.error('%d bad', 'x') if 0 else None; a.error('no args %d'); a.error(u'uni \xe9'.encode('utf-8')); a.error(ValueError('obj')); a.error(None); a.error('%s %s', (1, 2), [3]); a.error('%s', {}); a.error('%s', {'a': 1}); a.error('%(a)s', {'a': 1}); a.error('%s', (), extra={'more': 1}); flush()
try: 1 / 0
except ZeroDivisionError: a.exception('exc %s', 'here'); a.error('info', exc_info=True); a.error('tuple', exc_info=sys.exc_info()); a.warning('none', exc_info=0); ei = sys.exc_info()
a.error('after', exc_info=1); flush(); t(a.error, 'x', extra={'message': 1}); t(a.error, 'x', extra={'name': 1}); t(a.error, 'x', nope=1)
class F(logging.Formatter):
    def formatException(self, ei): return 'EXC %s' % ei[0].__name__
    def formatTime(self, r, fmt=None): return fmt or 'TIME'
for fmt, datefmt in ('%(asctime)s %(message)s', 'D'), ('%(levelno)d:%(funcName)s:%(module)s:%(message)s %(custom)s', None), (None, None), ('%(processName)s %(threadName)s %(filename)s', None), ('no args', None): h.setFormatter(F(fmt, datefmt)); a.error('formatted', extra={'custom': 'C', 'k2': 2}, exc_info=ei); flush()
rec = logging.LogRecord('n', 20, '/p/q/mod.py', 7, 'msg %s', ('arg',), None, 'func'); print rec.getMessage(), rec.module, rec.filename, rec.lineno, rec.levelname, rec, sorted(rec.__dict__) == sorted(logging.makeLogRecord({}).__dict__), logging.makeLogRecord({'msg': 'made', 'extra1': 5}).extra1; rec.created = 86400.25; rec.msecs = 250.; f = logging.Formatter('%(asctime)s', '%Y'); f.converter = time.gmtime; print f.format(rec), logging.Formatter.converter is time.localtime, F().usesTime(), f.usesTime(); f.datefmt = None; print f.formatTime(rec), logging.BufferingFormatter(f).format([rec, rec]), logging.Formatter('%(message)s').format(rec); r2 = pickle.loads(pickle.dumps(rec)); print r2.getMessage(), r2.asctime
class Odd(logging.Filter):
    def filter(self, r): r.custom = 'set'; return r.levelno % 20
h.setFormatter(logging.Formatter('%(name)s %(message)s')); fl = logging.Filter('a.b'); h.addFilter(fl); h.addFilter(fl); a.error('A'); abc.error('ABC'); logging.getLogger('a.bb').error('ABB'); h.removeFilter(fl); flush('filter'); a.addFilter(Odd()); a.error('40 no'); a.warning('30 yes'); abc.error('child'); flush('odd'); a.filters[:] = []; print logging.Filter().filter(rec), logging.Filter('n').filter(rec), logging.Filter('n.m').filter(rec)
class Ad(logging.LoggerAdapter):
    def process(self, msg, kw): kw['extra'] = dict(self.extra, **kw.get('extra', {})); return '[%s] %s' % (self.extra['id'], msg), kw
ad = Ad(a, {'id': 7}); ad.error('adapted'); ad.info('i %d', 1); ad.log(30, 'w'); logging.LoggerAdapter(a, {'z': 1}).warning('plain'); print ad.isEnabledFor(5); flush('adapter')
class Fail(logging.Handler):
    def emit(self, r):
        if r.levelno > 40: raise KeyError('emit')
    def handleError(self, r): out.write('handleError %s\n' % r.msg)
fh = Fail(); a.addHandler(fh); a.error('fine'); t(a.critical, 'raises'); a.removeHandler(fh); h2 = logging.StreamHandler(None); print h2.stream is sys.stderr; h.handleError = fh.handleError; a.error('%d', 'x'); flush('errors'); del h.handleError; n = logging.NullHandler(); print n.handle(rec), n.createLock(), n.lock, n.emit(rec)
m = logging.handlers.MemoryHandler(3, logging.ERROR, h); m.setLevel(20); lm = logging.getLogger('mem'); lm.propagate = False; lm.setLevel(1); lm.addHandler(m)
for i in range(4): lm.info('buf %d', i)
flush('memory'); lm.error('now'); flush('memory'); lm.info('last'); m.close(); flush('closed'); print m.buffer, m.target, m in logging._handlerList
d = tempfile.mkdtemp()
try:
    p = os.path.join(d, 'r.log'); rh = logging.handlers.RotatingFileHandler(p, maxBytes=30, backupCount=2); lr = logging.getLogger('rot'); lr.propagate = False; lr.addHandler(rh)
    for i in range(8): lr.warning('line %d padded', i)
    rh.close(); print [(n, open(os.path.join(d, n)).read()) for n in sorted(os.listdir(d))]; lr.removeHandler(rh); fh = logging.FileHandler(os.path.join(d, 'f.log'), 'w', 'utf-8', delay=True); print os.path.exists(fh.baseFilename), fh.stream; lr.addHandler(fh); lr.error(u'\xe9'); fh.close(); print repr(open(fh.baseFilename).read()); lr.removeHandler(fh)
    wh = logging.handlers.WatchedFileHandler(os.path.join(d, 'w.log')); lr.addHandler(wh); lr.error('1'); os.rename(os.path.join(d, 'w.log'), os.path.join(d, 'w2.log')); lr.error('2'); wh.close(); print open(os.path.join(d, 'w.log')).read(), open(os.path.join(d, 'w2.log')).read(); lr.removeHandler(wh)
    th = logging.handlers.TimedRotatingFileHandler(os.path.join(d, 't.log'), 'midnight', utc=True, delay=True); print th.suffix, th.interval, th.computeRollover(86400 * 3 + 5), th.when; t(logging.handlers.TimedRotatingFileHandler, os.path.join(d, 'q'), 'X', delay=1); t(logging.handlers.TimedRotatingFileHandler, os.path.join(d, 'q'), 'W9', delay=1); th.close(); th = logging.handlers.TimedRotatingFileHandler(os.path.join(d, 't.log'), 'W2', utc=True, delay=True); print th.dayOfWeek, th.computeRollover(86400 * 3), th.extMatch.match('2001-02-03') is not None; th.close()
    cfg = os.path.join(d, 'c.ini'); open(cfg, 'w').write('[loggers]\nkeys=root,l1\n[handlers]\nkeys=h1\n[formatters]\nkeys=f1\n[logger_root]\nlevel=INFO\nhandlers=h1\n[logger_l1]\nlevel=DEBUG\nhandlers=\nqualname=cfg.l1\npropagate=1\n[handler_h1]\nclass=StreamHandler\nlevel=NOTSET\nformatter=f1\nargs=(OUT,)\n[formatter_f1]\nformat=%(levelname)s %(name)s F1 %(message)s\n')
    logging.OUT = out; logging.config.fileConfig(cfg); logging.getLogger('cfg.l1').debug('from file'); logging.getLogger('cfg').debug('no'); a.error('disabled'); flush('fileConfig'); print a.disabled, logging.getLogger('cfg.l1').disabled; logging.config.fileConfig(cfg, {'x': '1'}, False); t(logging.config.fileConfig, os.path.join(d, 'none'))
finally: shutil.rmtree(d)
def make(**k): hh = logging.StreamHandler(out); hh.note = sorted(k.items()); return hh
conf = {'version': 1, 'disable_existing_loggers': False, 'formatters': {'s': {'format': '%(name)s DC %(message)s'}, 'f': {'()': F, 'fmt': 'f %(message)s'}}, 'filters': {'only': {'name': 'dc.one'}}, 'handlers': {'c': {'class': 'logging.StreamHandler', 'stream': out, 'formatter': 's', 'filters': ['only'], 'level': 'INFO'}, 'own': {'()': make, 'arg': 'ext://sys.maxint', 'formatter': 'f'}}, 'loggers': {'dc': {'level': 'DEBUG', 'handlers': ['c', 'own'], 'propagate': False}, 'dc.two': {'level': 'ERROR'}}, 'root': {'level': 'WARNING', 'handlers': []}}
logging.config.dictConfig(conf); logging.getLogger('dc.one').info('one'); logging.getLogger('dc.two').info('no'); logging.getLogger('dc.two').error('two'); flush('dict'); print [getattr(k, 'note', None) for k in logging.getLogger('dc').handlers], root.handlers
for bad in {}, {'version': 2}, {'version': 1, 'handlers': {'c': {'class': 'no.Such'}}}, {'version': 1, 'handlers': {'c': {'class': 'logging.StreamHandler', 'formatter': 'nope'}}}, {'version': 1, 'loggers': {'z': {'handlers': ['nope']}}}, {'version': 1, 'loggers': {'z': {'level': 'NOPE'}}}, {'version': 1, 'incremental': True, 'handlers': {'zz': {'level': 1}}}, {'version': 1, 'formatters': {'f': {'()': 'no.such'}}}, {'version': 1, 'filters': 5}: t(logging.config.dictConfig, bad)
logging.captureWarnings(True); root.addHandler(h); h.setFormatter(logging.Formatter('%(name)s %(levelname)s'))
with warnings.catch_warnings(): warnings.simplefilter('always'); warnings.warn('captured')
logging.captureWarnings(False); flush('warnings'); logging.basicConfig(stream=out, level=1, format='x'); print len(root.handlers), root.level; root.handlers[:] = []; logging.basicConfig(stream=out, level=10, format='%(message)s basic', datefmt='q'); logging.debug('dbg'); logging.info('i'); logging.warning('w'); logging.exception('e'); flush('basic'); class_ = logging.getLoggerClass()
class Sub(logging.Logger):
    def makeRecord(self, *a, **k): r = logging.Logger.makeRecord(self, *a, **k); r.msg = 'sub ' + r.msg; return r
logging.setLoggerClass(Sub); logging.getLogger('subbed').error('x'); flush('sub'); logging.setLoggerClass(class_); t(logging.setLoggerClass, int); t(logging.getLogger, 5); logging.shutdown([])
