# logging and its handlers: formatters, filters, levels, adapters, rotation, memory, sockets, queues of records, configuration by dict and file.
import logging, logging.handlers, logging.config, StringIO, os, tempfile, shutil, sys, pickle, struct, warnings
logging.raiseExceptions = 1
d = tempfile.mkdtemp()
def fresh(name, fmt='%(levelname)s:%(name)s:%(message)s', h=None): l = logging.getLogger(name); l.propagate = False; l.handlers = []; s = StringIO.StringIO(); h = h or logging.StreamHandler(s); h.setFormatter(logging.Formatter(fmt)); l.addHandler(h); return l, s
try:
    l, s = fresh('a'); l.debug('no'); l.warning('w %s', 1); l.error('%d%%', 5); l.setLevel(1); l.debug('d'); l.log(15, 'custom'); l.info('dict %(k)s', {'k': 'v'}); logging.addLevelName(15, 'FIFTEEN'); l.log(15, 'named'); l.critical('c'); print s.getvalue(), logging.getLevelName(15), logging.getLevelName('FIFTEEN'), logging.getLevelName(99), l.getEffectiveLevel(), l.isEnabledFor(5), logging.getLogger('a') is l
    try: 1 / 0
    except ZeroDivisionError: l.exception('exc'); l.error('info', exc_info=True)
    print s.getvalue().count('Traceback'), s.getvalue().splitlines()[-1]
    for bad in ('x', 1.5, None):
        try: l.setLevel(bad); print l.level
        except Exception as e: print type(e).__name__, e
    l.setLevel('INFO'); print l.level; logging.disable(logging.ERROR); s.truncate(0); l.error('hidden'); l.critical('seen'); logging.disable(0); print s.getvalue()
    p, c, g = logging.getLogger('p'), logging.getLogger('p.c'), logging.getLogger('p.c.x.g'); print c.parent is p, g.parent is c, p.getChild('c') is c, type(logging.root.manager.loggerDict['p.c.x']).__name__, c.getEffectiveLevel(); p.setLevel(40); print g.getEffectiveLevel(), logging.getLogger().name, logging.getLogger('p') is p
    class F(logging.Filter):
        def filter(self, r): r.extra = 'E'; return 'secret' not in r.getMessage()
    l, s = fresh('f', '%(extra)s %(message)s %(funcName)s %(lineno)d %(module)s %(filename)s %(process)d'.replace(' %(process)d', '').replace(' %(lineno)d', '')); l.addFilter(F()); l.error('ok'); l.error('secret'); print s.getvalue(); print [logging.Filter(n).filter(logging.makeLogRecord({'name': m})) for n, m in (('', 'x'), ('a', 'a'), ('a', 'a.b'), ('a', 'ab'), ('a.b', 'a'))]
    l, s = fresh('ad', '%(user)s %(message)s'); a = logging.LoggerAdapter(l, {'user': 'bob'}); a.warning('hi %s', 'x'); a.error('e'); print s.getvalue(), a.isEnabledFor(10)
    r = logging.makeLogRecord({'msg': 'm %s', 'args': ('x',), 'created': 0, 'msecs': 7, 'levelname': 'L'}); f = logging.Formatter('%(asctime)s %(message)s', '%Y'); f.converter = __import__('time').gmtime; print f.format(r), f.usesTime(), repr(f.formatException((ValueError, ValueError('v'), None))); f = logging.Formatter('%(asctime)s|%(message)s'); f.converter = __import__('time').gmtime; print f.format(r), logging.BufferingFormatter().format([r, r]), str(r)[:20], r.getMessage()
    h = logging.handlers.RotatingFileHandler(os.path.join(d, 'r.log'), maxBytes=20, backupCount=2); l, _ = fresh('rot', '%(message)s', h); [l.error('message %d' % i) for i in range(5)]; h.close(); print sorted(os.listdir(d)), open(os.path.join(d, 'r.log')).read(), open(os.path.join(d, 'r.log.2')).read()
    h = logging.FileHandler(os.path.join(d, 'd.log'), 'w', 'utf-8', delay=True); print h.stream, os.path.exists(h.baseFilename); l, _ = fresh('fh', '%(message)s', h); l.error(u'\u20ac'); h.close(); print repr(open(h.baseFilename).read())
    t = StringIO.StringIO(); m = logging.handlers.MemoryHandler(3, logging.ERROR, logging.StreamHandler(t)); l, _ = fresh('mem', '%(message)s', m); l.setLevel(1); l.info('1'); l.info('2'); print repr(t.getvalue()), len(m.buffer); l.info('3'); print repr(t.getvalue()); l.error('4'); print repr(t.getvalue()); m.setTarget(None); m.close(); b = logging.handlers.BufferingHandler(2); b.emit(r); print len(b.buffer); b.emit(r); print len(b.buffer)
    sh = logging.handlers.SocketHandler('h', 1); x = sh.makePickle(r); print struct.unpack('>L', x[:4])[0] == len(x) - 4, sorted(pickle.loads(x[4:]))[:5]; sy = logging.handlers.SysLogHandler; print sy.encodePriority.im_func(sy, 'user', 'err') if 0 else sorted(sy.facility_names)[:3]; ht = logging.handlers.HTTPHandler('h', '/u', 'get'); print ht.method
    try: logging.handlers.HTTPHandler('h', '/u', 'PUT')
    except ValueError as e: print e
    w = logging.handlers.WatchedFileHandler(os.path.join(d, 'w.log')); l, _ = fresh('w', '%(message)s', w); l.error('1'); os.rename(w.baseFilename, w.baseFilename + '.old'); l.error('2'); w.close(); print open(w.baseFilename).read(), open(w.baseFilename + '.old').read()
    th = logging.handlers.TimedRotatingFileHandler(os.path.join(d, 't.log'), 'D', 1, 3, delay=True); print th.when, th.interval, th.suffix, [logging.handlers.TimedRotatingFileHandler(os.path.join(d, 't.log'), x, delay=1).interval for x in ('S', 'M', 'H', 'midnight', 'W0')]
    for x in ('X', 'W9', 'W'):
        try: logging.handlers.TimedRotatingFileHandler(os.path.join(d, 't.log'), x, delay=1)
        except ValueError as e: print e
    e, sys.stderr = sys.stderr, StringIO.StringIO(); l, s = fresh('bad'); l.error('%d', 'x'); l.error('two %s', 1, 2); o = sys.stderr.getvalue(); sys.stderr = e; print o.count('Traceback'), 'not all arguments converted' in o
    cfg = {'version': 1, 'disable_existing_loggers': False, 'formatters': {'f': {'format': 'CFG %(message)s'}}, 'filters': {'n': {'name': 'cfg'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'level': 'INFO', 'filters': ['n'], 'stream': 'ext://sys.stdout'}}, 'loggers': {'cfg': {'handlers': ['h'], 'level': 'DEBUG', 'propagate': False}}}
    logging.config.dictConfig(cfg); c = logging.getLogger('cfg'); c.info('by dict'); c.debug('filtered'); c.removeHandler(c.handlers[0])
    for bad in ({}, {'version': 2}, {'version': 1, 'handlers': {'h': {'class': 'no.such'}}}, {'version': 1, 'loggers': {'q': {'level': 'NOPE'}}}, {'version': 1, 'loggers': {'q': {'handlers': ['zz']}}}, {'version': 1, 'formatters': {'f': {'()': 'no.such'}}}):
        try: logging.config.dictConfig(bad)
        except Exception as x: print type(x).__name__, x
    n = os.path.join(d, 'c.ini'); open(n, 'w').write('[loggers]\nkeys=root,ini\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nhandlers=\n[logger_ini]\nqualname=ini\nhandlers=h\nlevel=INFO\npropagate=0\n[handler_h]\nclass=StreamHandler\nargs=(sys.stdout,)\nformatter=f\n[formatter_f]\nformat=INI %(message)s\n'); logging.config.fileConfig(n, disable_existing_loggers=False); logging.getLogger('ini').info('by file'); logging.getLogger('ini').handlers = []
    logging.captureWarnings(True); l, s = fresh('py.warnings', '%(message)s'); warnings.warn('captured'); logging.captureWarnings(False); print 'captured' in s.getvalue(); nl = logging.getLogger('none'); nl.propagate = 0; e, sys.stderr = sys.stderr, StringIO.StringIO(); nl.error('x'); nl.error('y'); print repr(sys.stderr.getvalue()); sys.stderr = e; nl.addHandler(logging.NullHandler()); nl.error('x')
    class My(logging.Logger): pass
    logging.setLoggerClass(My); print type(logging.getLogger('mine')).__name__, logging.getLoggerClass().__name__; logging.setLoggerClass(logging.Logger)
    try: logging.setLoggerClass(int)
    except TypeError as x: print x
    for f in (lambda: logging.getLogger(5), lambda: l.addHandler(5) or l.handlers.pop(), lambda: l.log('x', 'm'), lambda: l.makeRecord('n', 1, 'f', 1, 'm', (), None, extra={'message': 1})):
        try: print f()
        except Exception as x: print type(x).__name__, x
finally: logging.shutdown(); shutil.rmtree(d)
