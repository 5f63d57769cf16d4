# Generators in every state under next, send, throw, close: arguments, results, re-entry, finished, closed in finally, and attributes.
import sys
def t(f, *a):
    try:
        r = f(*a); print repr(r).split(' at 0x')[0],
    except:
        e = sys.exc_info()[1]
        print '%s(%s)' % (e.__class__.__name__, '' if isinstance(e, OldE) else e),
def mk(kind):
    def plain():
        r = yield 1
        while True: r = yield r
    def catches():
        while True:
            try: yield 'c'
            except Exception as e: yield type(e).__name__
    def ignores_exit():
        try: yield 1
        except GeneratorExit: yield 2
        yield 3
    def exit_returns():
        try: yield 1
        except GeneratorExit: return
    def exit_raises():
        try: yield 1
        except GeneratorExit: raise KeyError('from exit')
    def finally_yields():
        try: yield 1
        finally: yield 'fin'
    def finally_returns():
        try: yield 1
        finally: return
    def stop(): 
        yield 1
        raise StopIteration('explicit')
    def empty():
        return
        yield
    def exit_stop():
        try: yield 1
        except GeneratorExit: raise StopIteration
    def nested():
        for x in mk('plain'): yield x
    def base_exc():
        try: yield 1
        except BaseException as e: yield type(e).__name__
    return locals()[kind]()
kinds = ['plain', 'catches', 'ignores_exit', 'exit_returns', 'exit_raises', 'finally_yields', 'finally_returns', 'stop', 'empty', 'exit_stop', 'nested', 'base_exc']
class OldE: pass
ops = {'n': lambda g: g.next(), 's': lambda g: g.send(5), 'N': lambda g: g.send(None), 'c': lambda g: g.close(), 'v': lambda g: g.throw(ValueError), 'x': lambda g: g.throw(GeneratorExit), 'S': lambda g: g.throw(StopIteration('thrown')), 'k': lambda g: g.throw(KeyboardInterrupt('ki')), 'i': lambda g: g.throw(ValueError('inst')), 'o': lambda g: g.throw(OldE), 't': lambda g: g.throw(ValueError, 'val', None)}
for kind in kinds:
    print kind
    for seq in ['n', 's', 'N', 'c', 'v', 'x', 'S', 'nn', 'ns', 'nc', 'nv', 'nx', 'nS', 'nk', 'ni', 'no', 'nt', 'ncn', 'ncs', 'ncc', 'ncv', 'nvn', 'nvv', 'nvc', 'nnn', 'nxn', 'nxc', 'nNc', 'cn', 'cv', 'vn', 'vc', 'nSn', 'nkn']:
        g = mk(kind)
        print ' ', seq,
        for op in seq: t(ops[op], g)
        print g.gi_frame is None, g.gi_running,
        t(g.close) 
        t(g.close) if kind != 'catches' else None
        print
g = mk('plain')
for a in [(), (1,), (1, 2, 3, 4), (5,), ('str',), (None,), (int,), (ValueError, 'a', 5), (ValueError('a'), 'b'), (ValueError, ValueError('q')), (ValueError, KeyError('q')), (ValueError, (1, 2)), (ValueError, None, None), (object(),), (object,)]:
    g = mk('plain'); next(g); t(g.throw, *a)
print
t(g.next, 1); t(g.send); t(g.send, 1, 2); t(g.close, 1); print
def me():
    try: print next(g_),
    except ValueError as e: print e,
    for m, a in [('send', (1,)), ('throw', (KeyError,)), ('close', ())]:
        try: getattr(g_, m)(*a)
        except ValueError as e: print e,
    print g_.gi_running, g_.gi_frame is sys._getframe()
    yield 5
g_ = me(); print next(g_), g_.gi_running
g = mk('plain')
print g.gi_code.co_name, g.__name__, g.gi_frame.f_code is g.gi_code, iter(g) is g, repr(g)[:23], type(g).__name__, [a for a in dir(g) if a[0] != '_']
for a in ['gi_code', 'gi_frame', 'gi_running', '__name__', 'x', 'next']:
    for f in (lambda: setattr(g, a, 1), lambda: delattr(g, a)): t(f)
print
t(lambda: type(g)()); t(lambda: type('X', (type(g),), {})); t(lambda: g()); t(lambda: len(g)); t(lambda: g[0]); t(lambda: g == g); t(lambda: 5 in mk('empty')); t(lambda: bool(g)); t(lambda: __import__('copy').copy(g)); t(lambda: __import__('pickle').dumps(g, 2)); print
