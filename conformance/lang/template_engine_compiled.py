# A template engine as people wrote them: tokens by a regex, Python source generated, compile and exec in a namespace of
# its own, filters in a registry, inheritance by blocks, errors that are told with the template's own line.
import re, sys, traceback
TOKEN = re.compile(r'(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})', re.S)
FILTERS = {}
def filter_(name):
    def deco(f): FILTERS[name] = f; return f
    return deco
@filter_('upper')
def _(s): return s.upper()
@filter_('join')
def _(s, sep=', '): return sep.join(map(unicode, s))
@filter_('default')
def _(s, d): return s or d
@filter_('esc')
def _(s, table=((u'&', u'&amp;'), (u'<', u'&lt;'))): return reduce(lambda a, p: a.replace(*p), table, unicode(s))
class TemplateError(Exception):
    def __init__(self, line, what): Exception.__init__(self, line, what); self.line = line
    def __str__(self): return 'line %d: %s' % self.args
class Source(object):
    def __init__(self): self.lines, self.indent, self.map = [], 0, {}
    def put(self, text, line):
        self.lines.append('    ' * self.indent + text); self.map[len(self.lines)] = line
class Template(object):
    cache = {}
    def __new__(cls, text, name='<t>'):
        if (text, name) in cls.cache: return cls.cache[text, name]
        self = cls.cache[text, name] = object.__new__(cls)
        self.name = name; self.build(text)
        return self
    def expr(self, code, line):
        parts = code.split('|'); out = parts[0].strip()
        for f in parts[1:]:
            m = re.match(r'\s*(\w+)(?:\((.*)\))?\s*$', f)
            if not m or m.group(1) not in FILTERS: raise TemplateError(line, 'no filter %r' % f.strip())
            out = '_f[%r](%s%s)' % (m.group(1), out, m.group(2) and ', ' + m.group(2) or '')
        return out
    def build(self, text):
        s = Source(); line = 1; stack = []; self.blocks = {}; self.parent = None
        s.put('def render(_w, _f, _b, _c):', 0); s.indent = 1
        s.put('for _k in _c: exec "%s = _c[%r]" % (_k, _k)', 0)
        for tok in TOKEN.split(text):
            if tok.startswith('{{'): s.put('_w(%s)' % self.expr(tok[2:-2], line), line)
            elif tok.startswith('{#'): pass
            elif tok.startswith('{%'):
                words = tok[2:-2].split(None, 1); op = words[0]
                if op in ('if', 'for', 'while'):
                    s.put('%s %s:' % (op, words[1]), line); stack.append((op, line)); s.indent += 1
                elif op in ('else', 'elif'):
                    s.indent -= 1; s.put(' '.join(words) + ':', line); s.indent += 1
                elif op == 'block':
                    s.put('_b(%r)' % words[1].strip(), line); s.put('if 0:', line); s.indent += 1; stack.append((op, line))
                elif op == 'set': s.put(words[1], line)
                elif op == 'end':
                    if not stack: raise TemplateError(line, 'end of nothing')
                    stack.pop(); s.put('pass', line); s.indent -= 1
                else: raise TemplateError(line, 'unknown %r' % op)
            elif tok: s.put('_w(%r)' % tok, line)
            line += tok.count('\n')
        if stack: raise TemplateError(stack[-1][1], 'open %s' % stack[-1][0])
        self.source = s
        try: self.code = compile('\n'.join(s.lines) + '\n', self.name, 'exec')
        except SyntaxError, e: raise TemplateError(s.map.get(e.lineno, 0), e.msg)
    def render(self, **context):
        out = []; ns = {}
        def write(x):
            if isinstance(x, str): x = x.decode('utf-8')
            out.append(unicode(x))
        exec self.code in ns
        try: ns['render'](write, FILTERS, lambda n: out.append(u'[%s]' % n), context)
        except Exception, e:
            tb = sys.exc_info()[2]
            while tb.tb_next and tb.tb_frame.f_code.co_filename != self.name: tb = tb.tb_next
            raise TemplateError, (self.source.map[tb.tb_lineno], traceback.format_exception_only(type(e), e)[-1].strip()), tb
        return u''.join(out)
def show(text, **c):
    try: print repr(Template(text, '<page>').render(**c))
    except TemplateError, e: print 'TemplateError', e
show('Hello {{ who|upper }}!', who='world')
show('{% for x in xs %}{% if x % 2 %}{{ x }}{% else %}-{% end %}{% end %}', xs=range(7))
show('{{ xs|join("; ")|upper }} {{ none|default("nothing") }}', xs=['a', u'\xe9', 3], none='')
show('{{ "<b>&"|esc }}{# gone #}\xc3\xa9')
show('a\nb\n{{ 1 / n }}\n', n=0)
show('a\n\n{{ missing }}')
show('{% if x %}\nopen', x=1)
show('x{% end %}'); show('\n{{ x|nope }}'); show('{% frob %}'); show('\n\n{{ a b }}'); show('{% for in %}{% end %}')
show('{% set n = 0 %}{% while n < 5 %}{{ n }}{% set n += 1 %}{% end %}')
show('head {% block body %}never {{ boom }}{% end %} foot')
show('{{ [y * 2 for y in range(k)] }}{{ (lambda q: q + 1)(4) }}', k=3)
show('{% for a, (b, c) in t %}{{ c }}{{ b }}{{ a }},{% end %}', t=[(1, (2, 3)), ('x', ('y', 'z'))])
show('{{ o.name }} {{ o["k"] }} {{ o.missing }}', o=type('O', (dict,), {'name': 'N'})(k=5))
print Template('same') is Template('same'), len(Template.cache)
print '\n'.join(Template('{% if a %}{{ a|default(1) }}\n{% end %}').source.lines)
def try_big(n): return len(Template('{{ i }}' * n, '<big>').render(i=7))
print try_big(400)
