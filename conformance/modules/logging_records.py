# logging: levels, propagation, formats, filters, handlers, configuration by dictionary.
import logging
import logging.config
import logging.handlers
import sys

root = logging.getLogger()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(message)s'))
root.addHandler(handler)
root.setLevel(logging.INFO)
log = logging.getLogger('a.b.c')


def inside():
    log.debug('unseen')
    log.info('plain')
    log.warning('%s and %d', 'x', 3)
    log.error('%(k)s', {'k': 'dict'})
    log.log(25, 'odd level %r', u'\xe9')
    log.critical('no args %d')


inside()
print log.parent.name, log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.isEnabledFor(20), logging.getLogger('a.b').__class__.__name__
log.parent.setLevel(logging.ERROR)
log.warning('hidden now')
log.setLevel('DEBUG')
log.debug('shown')
try:
    log.setLevel('NOPE')
except ValueError as e:
    print 'ValueError', e
print logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(33)
logging.addLevelName(33, 'ODD')
log.log(33, 'named')
log.propagate = False
log.error('goes nowhere') if False else None
own = logging.StreamHandler(sys.stdout)
own.setFormatter(logging.Formatter('own: %(msg)s %(args)s %(message)s'))
log.addHandler(own)
log.error('x=%s', 1)
log.propagate = True


class Only(logging.Filter):
    def filter(self, record):
        record.msg = '<' + str(record.msg) + '>'
        return 'keep' in record.msg


own.addFilter(Only())
handler.addFilter(logging.Filter('a.b'))
log.error('keep %s', 'me')
log.error('drop')
logging.getLogger('a.bc').error('not below a.b')
own.setLevel(logging.CRITICAL)
log.error('keep quiet')
try:
    1 / 0
except ZeroDivisionError:
    handler.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
    record = log.makeRecord('n', 40, '/dir/file.py', 12, 'bad %s', ('a',), sys.exc_info(), 'func')
    text = logging.Formatter('%(module)s %(filename)s %(lineno)d %(funcName)s %(message)s').format(record)
    print text.split('\n')[0], text.split('\n')[-1]
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=handler)
m = logging.getLogger('a.b.mem')
m.propagate = False
m.setLevel(1)
m.addHandler(memory)
m.info('1')
m.info('2')
print 'buffered', len(memory.buffer)
m.info('3')
m.warning('4')
m.error('5')
adapter = logging.LoggerAdapter(m, {'user': 'u'})
handler.setFormatter(logging.Formatter('%(user)s %(message)s'))
adapter.error('adapted')
logging.disable(logging.ERROR)
log.error('disabled')
logging.disable(0)
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': True,
                           'formatters': {'f': {'format': 'cfg %(name)s %(message)s'}},
                           'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout'}},
                           'loggers': {'z': {'handlers': ['h'], 'level': 'WARN', 'propagate': False}}})
logging.getLogger('z').warning('configured')
logging.getLogger('z.y').info('too low')
print log.disabled, logging.getLogger('z').handlers[0].__class__
for bad in ({}, {'version': 2}, {'version': 1, 'handlers': {'h': {'class': 'no.such'}}}, {'version': 1, 'root': {'level': 'ZZ'}}):
    try:
        logging.config.dictConfig(bad)
    except Exception as e:
        print type(e).__name__, str(e)[:60]
print logging.makeLogRecord({'msg': 'm %s', 'args': (1,)}).getMessage(), logging.NullHandler().level, logging.LogRecord("n", 10, "p.py", 3, "hi", (), None).getMessage()
