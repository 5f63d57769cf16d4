# An interpreter of BASIC: lines in a sorted table, a recursive-descent parser into closures, GOSUB, FOR with STEP, DATA,
# DIM, string functions, errors told by line, and programs that loop enough to become hot.
import re, bisect, operator
class BasicError(Exception): pass
TOK = re.compile(r'\s*(?:(\d+\.?\d*(?:E[+-]?\d+)?)|"([^"]*)"|([A-Z][A-Z0-9]*\$?)|(<>|<=|>=|[-+*/^()=<>,;:]))')
BIN = [{'OR': lambda a, b: int(bool(a) or bool(b))}, {'AND': lambda a, b: int(bool(a) and bool(b))},
       {'=': operator.eq, '<>': operator.ne, '<': operator.lt, '>': operator.gt, '<=': operator.le, '>=': operator.ge},
       {'+': operator.add, '-': operator.sub}, {'*': operator.mul, '/': operator.truediv}]
FN = {'INT': lambda x: int(x // 1), 'ABS': abs, 'LEN': len, 'CHR$': lambda n: chr(int(n)), 'MID$': lambda s, i, n=999: s[i - 1:i - 1 + n],
      'STR$': lambda x: fmt(x).strip(), 'VAL': float, 'SGN': lambda x: cmp(x, 0), 'LEFT$': lambda s, n: s[:n], 'ASC': ord}
def fmt(x):
    if isinstance(x, basestring): return x
    x = int(x) if isinstance(x, bool) or x == int(x) and abs(x) < 1e15 else x
    return ('%s ' if x < 0 else ' %s ') % (x if isinstance(x, (int, long)) else '%.6g' % x)
class Basic(object):
    def __init__(self, src):
        self.lines = {}; self.data = []; self.out = []
        for l in src.strip().splitlines():
            n, text = l.strip().split(None, 1); self.lines[int(n)] = text
        self.nums = sorted(self.lines); self.code = []
        self.index = {}
        for n in self.nums:
            self.index[n] = len(self.code); self.n = n
            self.toks = self.scan(self.lines[n]); self.p = 0
            while True:
                self.code.append((n, self.stmt()))
                if not self.accept(':'): break
            if self.p < len(self.toks): self.fail('junk %r' % self.toks[self.p][1])
    def fail(self, what): raise BasicError('%s IN %d' % (what.upper(), self.n))
    def scan(self, text):
        out, i = [], 0
        text = text.rstrip()
        while i < len(text):
            m = TOK.match(text, i)
            if not m: self.fail('bad character')
            out.append((m.lastindex, m.group(m.lastindex))); i = m.end()
        return out
    def peek(self): return self.toks[self.p][1] if self.p < len(self.toks) and self.toks[self.p][0] != 2 else None
    def accept(self, *w):
        if self.peek() in w: self.p += 1; return self.toks[self.p - 1][1]
    def expect(self, w):
        if not self.accept(w): self.fail('%s expected' % w)
    def expr(self, level=0):
        if level == len(BIN): return self.power()
        a = self.expr(level + 1)
        while self.peek() in BIN[level]:
            f = BIN[level][self.accept(*BIN[level])]; a = (lambda a, b, f: lambda: f(a(), b()))(a, self.expr(level + 1), f)
        return a
    def power(self):
        if self.accept('-'): a = self.power(); return lambda: -a()
        a = self.atom()
        if self.accept('^'): b = self.power(); return lambda: a() ** b()
        return a
    def atom(self):
        if self.p >= len(self.toks): self.fail('syntax error')
        k, t = self.toks[self.p]; self.p += 1
        if k == 1: v = float(t) if '.' in t or 'E' in t else int(t); return lambda: v
        if k == 2: return lambda: t
        if t == '(': a = self.expr(); self.expect(')'); return a
        if k != 3: self.fail('syntax error')
        if self.accept('('):
            args = [self.expr()]
            while self.accept(','): args.append(self.expr())
            self.expect(')')
            if t in FN: return lambda f=FN[t]: f(*[a() for a in args])
            return lambda: self.arrays[t][tuple(int(a()) for a in args)]
        return lambda: self.vars.get(t, '' if t.endswith('$') else 0)
    def stmt(self):
        k, t = self.toks[self.p]; self.p += 1; f = getattr(self, 'do_' + t.lower(), None) if k == 3 else None
        if f: return f()
        self.p -= 1; return self.do_let()
    def do_let(self):
        t = self.toks[self.p][1]; self.p += 1; idx = None
        if self.accept('('):
            idx = [self.expr()]
            while self.accept(','): idx.append(self.expr())
            self.expect(')')
        self.expect('='); e = self.expr()
        if idx:
            def run(): self.arrays[t][tuple(int(a()) for a in idx)] = e()
        else:
            def run(): self.vars[t] = e()
        return run
    def do_print(self):
        parts = []
        while self.peek() not in (None, ':') or self.p < len(self.toks) and self.toks[self.p][0] == 2:
            s = self.accept(';', ','); parts.append(s if s else self.expr())
        def run():
            self.out.extend({';': '', ',': '\t'}.get(x) if isinstance(x, str) else fmt(x()) for x in parts)
            if not parts or not isinstance(parts[-1], str): self.out.append('\n')
        return run
    def do_if(self):
        c = self.expr(); self.expect('THEN'); s = self.do_goto() if self.toks[self.p][0] == 1 else self.stmt()
        return lambda: s() if c() else None
    def do_goto(self): n = int(self.toks[self.p][1]); self.p += 1; return lambda: self.go(n)
    def go(self, n):
        if n not in self.index: raise LookupError('no line %d' % n)
        self.pc = self.index[n]
    def do_gosub(self):
        g = self.do_goto()
        def run(): self.stack.append(self.pc); g()
        return run
    def do_return(self): return lambda: setattr(self, 'pc', self.stack.pop())
    def do_for(self):
        v = self.accept(self.peek()); self.expect('='); a = self.expr(); self.expect('TO'); b = self.expr(); s = self.expr() if self.accept('STEP') else lambda: 1
        def run(): self.vars[v] = a(); self.fors[v] = b(), s(), self.pc
        return run
    def do_next(self):
        v = self.accept(self.peek())
        def run():
            lim, st, pc = self.fors[v]; x = self.vars[v] = self.vars[v] + st
            if (x <= lim) if st > 0 else (x >= lim): self.pc = pc
        return run
    def do_dim(self): t = self.accept(self.peek()); self.expect('('); n = self.expr(); self.expect(')'); return lambda: self.arrays.__setitem__(t, dict(((i,), 0) for i in range(n() + 1)))
    def do_data(self):
        while True:
            self.data.append(self.expr())
            if not self.accept(','): return lambda: None
    def do_read(self): v = self.accept(self.peek()); return lambda: self.vars.__setitem__(v, self.feed.next()())
    def do_rem(self): self.p = len(self.toks); return lambda: None
    def do_end(self): return lambda: setattr(self, 'pc', len(self.code))
    def run(self):
        self.vars, self.arrays, self.stack, self.fors, self.pc, self.feed = {}, {}, [], {}, 0, iter(self.data); code = self.code; steps = 0
        while self.pc < len(code):
            self.n, f = code[self.pc]; self.pc += 1; steps += 1
            try: f()
            except (ZeroDivisionError, TypeError, ValueError, LookupError, StopIteration), e: self.fail('%s: %s' % (type(e).__name__, e))
        return steps
def go(src):
    try: b = Basic(src); n = b.run()
    except BasicError, e: print '?', e; return
    print ''.join(b.out).rstrip('\n'), '[%d]' % n
go('10 FOR I = 1 TO 5\n20 PRINT I; I ^ 2, "sq"\n30 NEXT I')
go('10 DIM S(200)\n20 FOR I = 2 TO 200\n30 IF S(I) = 1 THEN 70\n40 PRINT I;\n50 FOR J = I * 2 TO 200 STEP I : S(J) = 1 : NEXT J\n70 NEXT I')
go('10 A = 1 : B = 1\n20 C = A + B : A = B : B = C\n30 IF C < 1E21 THEN 20\n40 PRINT C, STR$(A); LEN(STR$(B))\n50 GOSUB 100 : PRINT "BACK"\n60 END\n100 PRINT "SUB";\n110 RETURN')
go('10 READ N$\n20 IF N$ = "END" THEN END\n30 R$ = "" : FOR I = LEN(N$) TO 1 STEP -1 : R$ = R$ + MID$(N$, I, 1) : NEXT I\n40 PRINT N$; " "; R$; ASC(N$)\n50 GOTO 10\n60 DATA "BASIC", "LEVEL", "END"')
go('10 X = 0 : S = 0\n20 X = X + 1 : S = S + X / (X + 1) - INT(X / 3)\n30 IF X < 700 AND S > -1E9 OR X = 0 THEN 20\n40 PRINT S; -X ^ 2; (2 + 3) * -4; 7 / 2; 1 < 2; "A" < "B"')
for bad in ('10 PRINT 1 / 0', '10 GOTO 50', '10 RETURN', '10 READ X', '10 PRINT "A" + 1', '10 X = (1', '10 IF 1 PRINT', '10 PRINT ?', '10 X = ', '10 PRINT VAL("X")', '10 DIM A(2)\n20 A(3) = 1 : PRINT A(4)', '10 NEXT Q', '10 X = 1 2', '10 PRINT MID$("A")'): go(bad)
