# lib2to3: trees of old programs and fixers that rewrite them; what does not parse.
import lib2to3.pgen2.driver as DR, lib2to3.pygram as G, lib2to3.pytree as T, lib2to3.pgen2.parse as PA, lib2to3.pgen2.tokenize as TK, lib2to3.refactor as R, lib2to3.patcomp as PC, logging
logging.disable(logging.CRITICAL)
d = DR.Driver(G.python_grammar, convert=T.convert)
t = d.parse_string('print "a", b\nx = `y`  # c\n'); print str(t) == 'print "a", b\nx = `y`  # c\n', [T.type_repr(c.type) for c in t.children], [str(l) for l in t.leaves()][:4], len(list(t.pre_order())), t.children[0].children[0].type, repr(list(t.leaves())[0]), t.depth(), t.get_lineno(), t == t.clone(), t is t.clone()
l = list(t.leaves())[3]; print l, l.prefix.__repr__(), l.next_sibling, l.prev_sibling and str(l.prev_sibling), l.parent is not None; l.value = 'changed'; print t; n = T.Leaf(1, 'new', prefix=' '); l.replace(n); print t, t.was_changed, n.remove(), str(t)
for bad in ('x = \n', 'if 1:\n', 'a b\n', '(\n'):
    try: d.parse_string(bad)
    except (PA.ParseError, TK.TokenError) as e: print type(e).__name__, str(e)[:60]
p = PC.PatternCompiler().compile_pattern("power< name=NAME trailer< '(' args=any* ')' > >"); r = {}; m = [x for x in d.parse_string('f(1)\n').pre_order() if p.match(x, r)]; print len(m), str(r['name']), sorted(r)
class Rf(R.RefactoringTool):
    def log_error(self, *a, **k): raise
rt = Rf(['lib2to3.fixes.fix_print', 'lib2to3.fixes.fix_repr', 'lib2to3.fixes.fix_ne', 'lib2to3.fixes.fix_has_key'])
for s in ('print "a", b\n', 'print >>f, x,\n', 'x = `y`\n', 'a <> b\n', 'd.has_key(k) and not e.has_key(j)\n', 'print\n', '# only comment\n'): print repr(str(rt.refactor_string(s, 'n')))
print len(rt.bmi_pre_order), [f.__class__.__name__ for f in rt.post_order], rt.refactor_docstring('>>> print 1\n1\n', 'f').__repr__(), R.get_all_fix_names('lib2to3')[:3] if hasattr(R, 'get_all_fix_names') else ''
