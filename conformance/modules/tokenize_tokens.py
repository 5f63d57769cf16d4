# tokenize, token, keyword: kinds and places of tokens, continuation lines, errors, untokenize.
import tokenize, token, keyword, StringIO

def show(s, f=tokenize.generate_tokens):
    try:
        for k, v, a, b, line in f(StringIO.StringIO(s).readline):
            print token.tok_name[k], repr(v), a, b, repr(line)
    except Exception as e:
        print type(e).__name__, e, e.args
sources = ['', 'x', 'x\n', '  x\n y\n', 'if 1:\n\tx\n        y\n', 'a = 1 # c\n# d\n\n', "'a' \"b\" r'c' u'd' ur'e' bR'f' '''g\nh''' \"\"\"i\"\"\"\n", "'a\n", "'a\\\nb'\n", "'''a\n", '(\n1,\n\n2 # x\n)\n', '(', 'x \\\n + 1\n', 'x \\ y\n', '1 1. .1 1e5 1E-5 0x1F 0777 0o7 0b1 1j 1.j 1L 0xFFl 1.e5J 1..real 1_0 09\n',
           '+ - * ** / // % @ & | ^ ~ << >> <> != == <= >= < > += -= *= /= //= %= &= |= ^= <<= >>= **= -> ... . , : ; ` ( ) [ ] { } =\n', '$ ? !\n', 'a\x0cb\n', 'x\r\ny\r\n', 'if 1:\n  a\n    b\n c\n', 'def f():\n  def g():\n    pass\n\n\nx\n', 'u"\xc3\xa9" \xc3\xa9\n', 'lambda a,b:a\n', '\n\n\n', '    \n# only\n', 'a;b;c\n', 'for x in y: pass\nelse:\n  z', "x = '''\n a\n  b'''; y\n", "r'\\' x\n", "'''\\'''' '''x'''\n", 'a\\\n\n', 'class C: # c\n  # d\n  x\n']
for s in sources:
    print '---', repr(s)
    show(s)
class Stop(Exception): pass
def eater(*a): print a[0], a[1],
tokenize.tokenize(StringIO.StringIO('x = [1,\n2]\n').readline, eater)
print
tokenize.tokenize(StringIO.StringIO('a\n').readline)
for s in sources[:20]:
    try:
        toks = list(tokenize.generate_tokens(StringIO.StringIO(s).readline))
        print repr(tokenize.untokenize(toks)), repr(tokenize.untokenize([x[:2] for x in toks]))
    except Exception as e:
        print type(e).__name__, e
try:
    print tokenize.untokenize([(1, 'a', (1, 0), (1, 1), ''), (1, 'b', (0, 0), (0, 1), '')])
except Exception as e:
    print type(e).__name__, e
print token.ISTERMINAL(1), token.ISNONTERMINAL(256), token.ISEOF(0), sorted(token.tok_name)[-3:], tokenize.COMMENT, tokenize.NL, token.N_TOKENS
print len(keyword.kwlist), keyword.iskeyword('print'), keyword.iskeyword('None'), keyword.iskeyword('nonlocal'), keyword.kwlist == sorted(keyword.kwlist)
print sorted(k for k in tokenize.__all__ if not hasattr(tokenize, k)), tokenize.tabsize, tokenize.TokenError.__mro__[1:3]
