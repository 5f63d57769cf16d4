# A Forth in Python: words as closures, compiled definitions, control flow by backpatching, errors that carry state,
# and sources read with iter(callable, sentinel).
import sys, operator
class ForthError(StandardError):
    def __init__(self, msg, *where): StandardError.__init__(self, msg, where); self.where = where
    def __str__(self): return '%s at %s' % (self.args[0], '/'.join(map(str, self.where)) or 'start')
class Stack(list):
    def pop(self, n=1):
        if len(self) < n: raise ForthError('underflow', len(self), n)
        if n == 1: return list.pop(self)
        r = self[-n:]; del self[-n:]; return r
    push = list.append
    def __repr__(self): return '<%d> %s' % (len(self), ' '.join(map(str, self)))
class Forth:
    def __init__(self):
        self.s, self.r, self.words, self.mem = Stack(), Stack(), {}, []; self.out = []; self.compiling = None; self.depth = 0
        for name in dir(self.__class__):
            if name.startswith('w_'): f = getattr(self, name); self.words[f.__doc__ or name[2:]] = f
        for name, op in dict(zip('+ - * / mod < > = and or xor lshift'.split(), [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.lt, operator.gt, operator.eq, operator.and_, operator.or_, operator.xor, operator.lshift])).items():
            self.words[name] = lambda op=op: self.s.push(-int(op(*self.s.pop(2))) if op in (operator.lt, operator.gt, operator.eq) else op(*self.s.pop(2)))
    def w_dup(self): self.s.extend(self.s[-1:] or self.s.pop(1))
    def w_drop(self): self.s.pop()
    def w_swap(self): a, b = self.s.pop(2); self.s += b, a
    def w_over(self): a, b = self.s.pop(2); self.s += [a, b, a]
    def w_rot(self): a, b, c = self.s.pop(3); self.s[len(self.s):] = b, c, a
    def w_dot(self):
        '.'
        self.out.append(str(self.s.pop()) + ' ')
    def w_cr(self): self.out.append('\n')
    def w_emit(self): self.out.append(chr(self.s.pop() & 255))
    def w_i(self): self.s.push(self.r[-2])
    def w_store(self):
        '!'
        v, a = self.s.pop(2); self.mem[a] = v
    def w_fetch(self):
        '@'
        self.s.push(self.mem[self.s.pop()])
    def w_here(self): self.s.push(len(self.mem))
    def w_allot(self): self.mem.extend([0] * self.s.pop())
    def number(self, w):
        for f in (int, lambda w: int(w, 16) if w[:1] == '$' else int(w, 0), float):
            try: return f(w.replace('$', '0x'))
            except ValueError: pass
        raise ForthError(w + ' ?', self.depth)
    def call(self, code):
        ip = 0; self.depth += 1
        try:
            if self.depth > 60: raise ForthError('too deep')
            while ip < len(code):
                op, arg = code[ip]; ip += 1
                if op == 'lit': self.s.push(arg)
                elif op == 'word':
                    w = self.words[arg]
                    if isinstance(w, list): self.call(w)
                    else: w()
                elif op == 'jz': ip = ip if self.s.pop() else arg
                elif op == 'jmp': ip = arg
                elif op == 'say': self.out.append(arg)
                elif op == 'do': limit, start = self.s.pop(2); self.r += start, limit
                elif op == 'loop':
                    self.r[-2] += 1
                    if self.r[-2] < self.r[-1]: ip = arg
                    else: self.r.pop(2)
                elif op == 'exit': break
        except IndexError, e: raise ForthError, ('bad address', ip), sys.exc_info()[2]
        finally: self.depth -= 1
    def run(self, text):
        words = iter(text.split()); code = here = []; ctl = []
        for w in words:
            if w == '(':
                for w in iter(words.next, ')'): pass
            elif w == '\\': break
            elif w == ':':
                name = next(words); here = []
                if name in self.words: self.out.append('redefined %s ' % name)
            elif w == ';':
                if ctl: raise ForthError('open ' + ctl[-1][0], name)
                self.words[name] = here; here = code
            elif w == '."': here.append(('say', ' '.join(iter(words.next, '"')) ))
            elif w == 'if': ctl.append(('if', len(here))); here.append(None)
            elif w == 'else':
                k, at = ctl.pop(); here[at] = 'jz', len(here) + 1; ctl.append(('else', len(here))); here.append(None)
            elif w == 'then': k, at = ctl.pop(); here[at] = {'if': 'jz', 'else': 'jmp'}[k], len(here)
            elif w in ('begin', 'do'):
                if w == 'do': here.append(('do', None))
                ctl.append((w, len(here)))
            elif w == 'until': here.append(('jz', ctl.pop()[1]))
            elif w == 'while': ctl.append(('while', len(here))); here.append(None)
            elif w == 'repeat': k, at = ctl.pop(); here.append(('jmp', ctl.pop()[1])); here[at] = 'jz', len(here)
            elif w == 'loop': here.append(('loop', ctl.pop()[1]))
            elif w == 'recurse': here.append(('word', name))
            elif w == 'exit': here.append((w, None))
            elif w == 'variable': self.mem.append(0); self.words[next(words)] = [('lit', len(self.mem) - 1)]
            elif w in self.words: here.append(('word', w))
            else: here.append(('lit', self.number(w)))
        self.call(code)
f = Forth()
for text in '''1 2 3 rot . . .
: sq ( n -- n*n ) dup * ; 7 sq . 12345678901 sq . 2.5 sq .
: fact dup 2 < if drop 1 else dup 1 - recurse * then ; 5 fact . 30 fact .
: fib dup 2 < if exit then dup 1 - recurse swap 2 - recurse + ; 15 fib .
: gcd begin dup while swap over mod repeat drop ; 1071 462 gcd .
: table 4 1 do 4 1 do i . loop ." | " loop ; table
: down begin dup . 1 - dup 0 = until drop ; 5 down
variable x 42 x ! x @ . : inc dup @ 1 + swap ! ; x inc x inc x @ .
here 10 allot . 5 9 ! 9 @ .
: loopy recurse ; loopy
: sq 0 ; 3 sq . .
1 0 /
nonsense
99 @
: bad if ;
: collatz 0 swap begin dup 1 > while dup 2 mod if 3 * 1 + else 2 / then swap 1 + swap repeat drop ; 27 collatz . 97 collatz .
: big 1 200 0 do 2 * loop ; big . $ff . 0x10 . -7 2 / . -7 2 mod . 1e3 .
1 2 ( no end
: stars 0 do 42 emit loop ; 3 stars cr 5 stars
1 . . .
x 1 2 lshift'''.split('\n'):
    del f.out[:]
    try: f.run(text); print ''.join(f.out).rstrip(' '), 'ok'
    except ForthError, e: print 'ERR', e, e.args, f.s, f.depth; del f.s[:], f.r[:]
    except (ZeroDivisionError, StopIteration), e: print 'ERR', e.__class__.__name__, e, f.s; f.s[:] = []
print f.s, sorted(w for w in f.words if isinstance(f.words[w], list)), len(f.mem)
def hot(n):
    f.s[:] = []; t = 0
    for k in xrange(n):
        f.run('%d fib %d gcd 3 +' % (k % 9, k)); t += f.s.pop()
        if k == n // 2: f.run(': gcd + ;')
    return t
print hot(120), hot(60)
