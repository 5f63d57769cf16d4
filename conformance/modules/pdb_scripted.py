# pdb and bdb: breakpoints, stepping, printing, conditions, commands, up and down, post mortem, by a script of commands.
import os, pdb, bdb, StringIO, sys, re
def inner(a, b):
    c = a + b
    return c * 2
def outer(n):
    total = 0
    for i in range(n):
        total += inner(i, 1)
    return total
def fails(): x = 5; raise ValueError('boom')
def run(f, *cmds):
    o = StringIO.StringIO(); p = pdb.Pdb(stdin=StringIO.StringIO('\n'.join(cmds) + '\n'), stdout=o); p.use_rawinput = 0; p.rcLines = []
    try: r = p.runcall(f)
    except bdb.BdbQuit: r = 'quit'
    except Exception as e: r = repr(e)
    print re.sub(r' at 0x\w+|[^\s]*/(?=bdb.py)', '', re.sub(r'[^\s]*/?pdb_scripted.py', 'FILE', o.getvalue())).replace('(Pdb) ', '\n(Pdb) '), '=>', r; p.clear_all_breaks()
run(lambda: outer(2), 's', 's', 'n', 'n', 'n', 's', 's', 'w', 'a', 'p c, a', 'u', 'p total', 'd', 'r', 'c')
run(lambda: outer(3), 'b inner', 'c', 'p a', '!a = 100', 'p a', 'c', 'b', 'cl 1', 'y', 'c')
run(lambda: outer(4), 'b inner, a == 2', 'c', 'pp {"a": a}', 'whatis a', 'l', 'disable 1', 'b', 'enable 1', 'condition 1', 'b', 'ignore 1 5', 'c')
run(lambda: outer(2), 'tbreak inner', 'c', 'unt', 'j 6', 'j 99', 'p undefined', 'alias zz p "alias %1"', 'zz x', 'alias', 'unalias zz', 'h s', '', 'bogus = 3', 'p bogus', 'cl 99', 'b nosuch', 'b 99999', 'args', 'display', 'q')
run(fails, 'n', 'n', 'n', 'c')
try: fails()
except ValueError:
    o = StringIO.StringIO(); p = pdb.Pdb(stdin=StringIO.StringIO('p x\nw\nq\n'), stdout=o); p.use_rawinput = 0; p.reset()
    p.interaction(None, sys.exc_info()[2]); print re.sub(r'[^\s]*/?pdb_scripted.py', 'FILE', o.getvalue())
class B(bdb.Bdb):
    def user_line(self, f): log.append(('line', f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno)); self.set_step()
    def user_call(self, f, a): log.append(('call', f.f_code.co_name))
    def user_return(self, f, v): log.append(('ret', f.f_code.co_name, v))
    def user_exception(self, f, e): log.append(('exc', f.f_code.co_name, e[0].__name__))
log = []; b = B(); print b.runcall(inner, 1, 2), log; log = []
try: b.runcall(fails)
except ValueError: print log
log = []; print b.runeval('inner(1, 1)', globals()), [x for x in log if x[1] == 'inner']; log = []; b.run('z = inner(0, 0)', globals()); print z, len(log) > 3
cwd = lambda x: x and x.replace(os.getcwd(), 'CWD')
print cwd(b.set_break(__file__, 99999)), cwd(b.set_break('nofile.py', 1)), b.get_all_breaks(), b.canonic('<x>'), bdb.effective.__name__, bdb.Breakpoint.bpbynumber[:1], cwd(b.clear_break('q', 1))
