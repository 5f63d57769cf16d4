# A lexer with states, each one big alternation of named groups; positions by line and column, indentation tokens, nested
# comments, escapes by sub with functions, error recovery by search, and lastgroup, lastindex, pos and endpos on the way.
import re
class Lexer(object):
    states = {
        'code': [('ws', r'[ \t]+'), ('nl', r'\r?\n'), ('num', r'(?P<int>0[xX][\da-fA-F]+|\d+)(?P<frac>\.\d*)?(?P<exp>[eE][+-]?\d+)?'),
                 ('name', r'[^\W\d]\w*'), ('str', r'"'), ('open', r'\(\*'), ('op', r'[-+*/%<>=!]=?|[()\[\],.:;]|\*\*')],
        'string': [('text', r'[^"\\\n]+'), ('esc', r'\\(?:(?P<ch>[ntr"\\])|x(?P<hex>[\da-f]{2})|u\{(?P<uni>[\da-f]+)\})'), ('endstr', r'"'), ('brk', r'(?=\n)')],
        'comment': [('deeper', r'\(\*'), ('close', r'\*\)'), ('body', r'(?:[^(*]|\((?!\*)|\*(?!\)))+')]}
    compiled = dict((s, re.compile('|'.join('(?P<%s>%s)' % r for r in rules), re.U)) for s, rules in states.items())
    keywords = set('if then else let'.split())
    def __init__(self, text): self.text = text; self.pos = 0; self.state = ['code']; self.line = 1; self.start = 0
    def where(self): return '%d:%d' % (self.line, self.pos - self.start + 1)
    def __iter__(self):
        buf = None
        while self.pos < len(self.text):
            m = self.compiled[self.state[-1]].match(self.text, self.pos)
            w = self.where()
            if m is None:
                again = re.compile(r'[\s"]').search(self.text, self.pos + 1)
                end = again.start() if again else len(self.text)
                yield w, 'ERROR', self.text[self.pos:end]; self.pos = end; continue
            kind, s = m.lastgroup, m.group()
            for n in re.finditer('\n', s): self.line += 1; self.start = m.start() + n.end()
            self.pos = m.end()
            f = getattr(self, 'on_' + kind, None)
            if kind == 'str': self.state.append('string'); buf = []
            elif kind == 'text': buf.append(s)
            elif kind == 'esc': buf.append(self.escape(m))
            elif kind in ('endstr', 'brk'):
                self.state.pop(); yield w, 'STR' if kind == 'endstr' else 'OPENSTR', ''.join(buf)
            elif kind in ('open', 'deeper'): self.state.append('comment')
            elif kind == 'close': self.state.pop()
            elif kind == 'num':
                v = int(s, 0) if s[:2] in ('0x', '0X') else float(s) if m.group('frac') or m.group('exp') else int(s)
                yield w, 'NUM', v
            elif kind == 'name': yield w, s.upper() if s in self.keywords else 'ID', s
            elif kind == 'op': yield w, 'OP', s
        if len(self.state) > 1: yield self.where(), 'EOF', self.state[-1]
    def escape(self, m):
        if m.group('ch'): return {'n': '\n', 't': '\t', 'r': '\r'}.get(m.group('ch'), m.group('ch'))
        return unichr(int(m.group('hex') or m.group('uni'), 16))
def show(text):
    print '--', repr(text)
    for w, k, v in Lexer(text): print w, k, repr(v)
show('let x = 0x1F + 3.5e-2 * y1')
show('if a<=b then "t\\n\\x41\\u{20ac}" else (* c (* d *)\n e *) z')
show('"open\nnext "" "a\\qb" 5')
show('x = 1 @@@ y $"q"')
show('(* never (* closed *)\n')
show(u'\xe9t\xe9 := "\u20ac\\u{e9}"\n\u0663 + 12.')
show('a**b != c.d[1,2]:\n\n  "x')
m = Lexer.compiled['code'].match('12.5e3', 0); print m.lastgroup, m.lastindex, m.group('int', 'frac', 'exp'), sorted(m.groupdict().items())[:4], m.regs[m.lastindex]
m = Lexer.compiled['code'].match('ab12cd', 2, 4); print m.group(), m.pos, m.endpos, m.span('num'), m.start('name'), m.end('frac')
print len(Lexer.compiled['code'].groupindex), Lexer.compiled['code'].groups, Lexer.compiled['string'].flags == re.U
def indent(src):
    stack = [0]; level = re.compile(r'(?m)^([ ]*)(?:(#.*)?$|(?=\S))')
    for m in level.finditer(src):
        if m.group(2) is not None or m.end() == len(src) or src[m.end():m.end() + 1] == '\n': continue
        n = len(m.group(1))
        if n > stack[-1]: stack.append(n); yield 'IN', n
        while n < stack[-1]: stack.pop(); yield 'OUT', stack[-1]
        if n != stack[-1]: yield 'BAD', n
        yield 'LINE', src[m.end():].split('\n', 1)[0]
    for _ in stack[1:]: yield 'OUT', 0
for tok in indent('if x:\n    a\n    # c\n\n    if y:\n        b\n   bad\nend'): print tok,
print
def unquote(s): return re.sub(r"%([0-9A-Fa-f]{2})|(\+)", lambda m: ' ' if m.group(2) else chr(int(m.group(1), 16)), s)
print repr(unquote('a%20b+c%zz%E9')), re.sub(r'(?<!^)(?=[A-Z])', '_', 'CamelCaseNames').lower(), re.sub('_([a-z])', lambda m: m.group(1).upper(), 'snake_case_name')
print re.subn(r'(\d+)', lambda m: str(int(m.group()) * 2), 'a1b22c333'), re.sub(r'(?P<q>[\'"])(.*?)(?P=q)', r'<\g<2>|\g<q>>', '''x 'y' "z'" '"' ''')
csv = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,"]*?))\s*(?:,|$)')
def split(line):
    pos, out = 0, []
    while pos <= len(line):
        m = csv.match(line, pos)
        if not m: return out, 'bad at', pos
        out.append(m.group(1).replace('""', '"') if m.group(1) is not None else m.group(2)); pos = m.end() + (m.end() == m.start())
        if m.end() == len(line) and line[-1:] != ',': break
    return out
for l in ('a,b , c', '"x, ""y""",2', ',,', 'a"b,c', '', '"open'): print split(l)
