# What a program computes must not depend on when its parts were compiled.


class Machine(object):
    """A small interpreter: the same code path sees ever other data."""

    def __init__(self, program):
        self.program = program
        self.stack = []
        self.vars = {}
        self.pc = 0
        self.steps = 0

    def push(self, v):
        self.stack.append(v)

    def pop(self):
        return self.stack.pop()

    def run(self, limit):
        while self.pc < len(self.program) and self.steps < limit:
            op = self.program[self.pc]
            self.pc += 1
            self.steps += 1
            name = op[0]
            if name == 'push':
                self.push(op[1])
            elif name == 'load':
                self.push(self.vars[op[1]])
            elif name == 'store':
                self.vars[op[1]] = self.pop()
            elif name == 'add':
                b, a = self.pop(), self.pop()
                self.push(a + b)
            elif name == 'sub':
                b, a = self.pop(), self.pop()
                self.push(a - b)
            elif name == 'mul':
                b, a = self.pop(), self.pop()
                self.push(a * b)
            elif name == 'lt':
                b, a = self.pop(), self.pop()
                self.push(a < b)
            elif name == 'jz':
                if not self.pop():
                    self.pc = op[1]
            elif name == 'jmp':
                self.pc = op[1]
            else:
                raise ValueError('bad op %r' % (op,))
        return self.vars


def loop_program(n, start, step):
    return [('push', 0), ('store', 'i'), ('push', start), ('store', 'acc'),
            ('load', 'i'), ('push', n), ('lt',), ('jz', 18),
            ('load', 'acc'), ('push', step), ('add',), ('store', 'acc'),
            ('load', 'i'), ('push', 1), ('add',), ('store', 'i'),
            ('jmp', 4), ('bad',)]


for start, step in [(0, 3), (0.0, 0.25), (2 ** 62, 2 ** 60), ('', 'x'), ((), (1,))]:
    v = Machine(loop_program(1000, start, step)).run(10 ** 6)
    print v['i'], v['acc'] if not isinstance(v['acc'], (str, tuple)) else len(v['acc'])
try:
    Machine([('push', 1), ('bad',)]).run(10)
except ValueError as e:
    print e
try:
    Machine([('add',)]).run(10)
except IndexError as e:
    print e
m = Machine(loop_program(10 ** 9, 0, 1))
m.run(20000)
print m.steps, m.vars, m.stack, m.pc


def lcg(seed):
    while True:
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        yield seed >> 8


def life(w, h, generations):
    r = lcg(7)
    cells = set((x, y) for x in range(w) for y in range(h) if next(r) % 3 == 0)
    history = []
    for g in range(generations):
        counts = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        k = (x + dx) % w, (y + dy) % h
                        counts[k] = counts.get(k, 0) + 1
        cells = set(k for k, c in counts.iteritems() if c == 3 or (c == 2 and k in cells))
        history.append(len(cells))
    return history, sorted(cells)[:4]


print life(20, 16, 25)


def brainf(code, limit):
    jumps, stack = {}, []
    for i, c in enumerate(code):
        if c == '[':
            stack.append(i)
        elif c == ']':
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape, p, pc, out, steps = [0] * 30, 0, 0, [], 0
    while pc < len(code) and steps < limit:
        c = code[pc]
        steps += 1
        if c == '>':
            p += 1
        elif c == '<':
            p -= 1
        elif c == '+':
            tape[p] = (tape[p] + 1) & 255
        elif c == '-':
            tape[p] = (tape[p] - 1) & 255
        elif c == '.':
            out.append(chr(tape[p]))
        elif c == '[' and not tape[p]:
            pc = jumps[pc]
        elif c == ']' and tape[p]:
            pc = jumps[pc]
        pc += 1
    return ''.join(out), steps, tape[:5]


print brainf('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.', 50000)


def sudoku_like(n):
    """Latin squares by backtracking."""
    square = [[None] * n for _ in range(n)]
    count = [0, 0]

    def fill(pos):
        count[1] += 1
        if pos == n * n:
            count[0] += 1
            return
        r, c = divmod(pos, n)
        for v in range(n):
            if v not in square[r] and all(square[k][c] != v for k in range(r)):
                square[r][c] = v
                fill(pos + 1)
                square[r][c] = None
    fill(0)
    return count


print sudoku_like(3), sudoku_like(4)
