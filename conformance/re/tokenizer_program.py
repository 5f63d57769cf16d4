# A program made of regular expressions: a lexer, a template language, a roman numeral reader, a CSV splitter.
import re

token = re.compile(r'''
    (?P<num>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<str>"(?:[^"\\]|\\.)*")
  | (?P<op>\*\*|//|[-+*/()=<>!]=?)
  | (?P<ws>\s+)
  | (?P<bad>.)''', re.X | re.S)


def tokens(text):
    for m in token.finditer(text):
        if m.lastgroup != 'ws':
            yield m.lastgroup, m.group()


def expr(toks, level=0):
    kind, text = toks.pop(0)
    if text == '(':
        left = expr(toks)
        toks.pop(0)
    elif text == '-':
        left = -expr(toks, 9)
    else:
        left = float(text)
    while toks and toks[0][0] == 'op':
        op = toks[0][1]
        power = {'+': 1, '-': 1, '*': 2, '/': 2, '//': 2, '**': 3}.get(op, 0)
        if power <= level:
            break
        toks.pop(0)
        right = expr(toks, power)
        left = {'+': lambda: left + right, '-': lambda: left - right, '*': lambda: left * right, '/': lambda: left / right, '//': lambda: left // right, '**': lambda: left ** right}[op]()
    return left


print list(tokens('x = 3.5e-2 ** y // "a\\"b" ? \n(z<=1)'))
for text in ('1+2*3', '(1+2)*3', '-2**2', '2*(3+4)/7-1', '10//4*2.5', '8/2/2', '1e3-1'):
    print text, expr(list(tokens(text)))
total = 0
for i in xrange(1200):
    total += expr(list(tokens('%d*(%d-3)+%d/4' % (i, i % 7, i))))
print total


def render(template, names):
    template = re.sub(r'\{%\s*for (\w+) in (\w+)\s*%\}(.*?)\{%\s*end\s*%\}',
                      lambda m: ''.join(render(m.group(3), dict(names, **{m.group(1): v})) for v in names[m.group(2)]), template, flags=re.S)
    return re.sub(r'\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}', lambda m: getattr(str(names.get(m.group(1), '')), m.group(2) or 'strip')(), template)


print render('Hi {{ who|upper }}: {% for x in xs %}[{{x}} of {{ who }}]{% end %}{{none}}.', {'who': 'bob', 'xs': range(4)})
roman = re.compile('^(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$')


def to_roman(n):
    out = ''
    for v, s in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        while n >= v:
            out += s
            n -= v
    return out


print all(roman.match(to_roman(n)) for n in xrange(1, 4000)), [bool(roman.match(s)) for s in ('IIII', 'VX', 'MCMXCIV', 'IC', '')], roman.match('MDCLXVI').groups()
field = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))')
for line in ('a,b,c', '"a,b",c', ',,', '"he said ""hi""",x', ''):
    print [(q.replace('""', '"') if q else p) for q, p in field.findall(line)]
print re.sub(r'(?<!^)([A-Z]+)', r'_\1', 'someHTTPNameX').lower(), re.sub('_(.)', lambda m: m.group(1).upper(), 'a_bc_d'), re.sub(r'\s+', ' ', ' a \n b\t'), re.split(r'(?<=[.!?])\s+(?=[A-Z])', 'One. Two! three? Four.')
