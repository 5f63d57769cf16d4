# Which operators refuse which operands, and how they say so.
values = [('1', 1), ('2L', 2L), ('1.5', 1.5), ('1j', 1j), ("'s'", 's'), ("u'u'", u'u'), ('[]', []), ('()', ()), ('{}', {}), ('None', None), ('set()', set()), ('len', len), ('int', int)]
ops = ['+', '-', '*', '/', '//', '%', '**', '<<', '&', '|']
for op in ops:
    seen = {}
    for n1, a in values:
        for n2, b in values:
            if op == '%' and isinstance(a, basestring):
                continue
            try:
                eval('a %s b' % op)
            except (TypeError, ValueError) as e:
                seen.setdefault(str(e).replace(n1, 'X'), []).append((n1, n2))
    for text in sorted(seen):
        print op, text, len(seen[text])
for op in ops:
    for target in ['1', "'s'", '[]', 'None']:
        try:
            x = eval(target)
            exec 'x %s= {}' % op
        except (TypeError, ValueError) as e:
            print op + '=', target, e
for op in ['-', '+', '~']:
    for n, a in values:
        try:
            eval('%s a' % op)
        except TypeError as e:
            print op, n, e
print 'ab' * 2, 2 * 'ab', 'ab' * -1, [1] * 2, 2L * [1], (1,) * True, 'x' * 0
for code in ["'a' * 'b'", "'a' * 1.5", "[1] * [1]", "[] + ()", "() + []", "'a' + 1", "1 + 'a'", "u'a' + 1", "[] + 1", "{} + {}", "set() + set()", "None + None", "'a' - 'b'", "'a' * (1 << 70)", "[1] * (1 << 70)", "'%d' + 1", "1 + None", "1 .x", "'a' < 1", "[] < ()", "1 < 'a'", "None < 0", "{} < []", "len < int"]:
    try:
        print code, eval(code)
    except Exception as e:
        print code, type(e).__name__, e
