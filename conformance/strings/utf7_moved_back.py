# UTF-7 and error handlers that go on from before or after what was wrong: at the end of a run nothing is read again.
import codecs

asked = []


def register(name, place):
    def handler(e):
        asked.append((e.start, e.end, e.reason))
        if len(asked) > 6:
            raise e
        return u'?', place(e)
    codecs.register_error(name, handler)


register('start', lambda e: e.start)
register('start+1', lambda e: e.start + 1)
register('end-1', lambda e: e.end - 1)
register('end', lambda e: e.end)
register('end+1', lambda e: e.end + 1)
register('-1', lambda e: -1)

for text in ['+', '+A', '+2AA', '+2AB', '+Z/+Z+', '+AGE', '+AGE-', '+AGF', '+AG-x', '+\xff', 'a\xffb', '+2AA-', '+2ADcAA',
             '+2ADcA', '+A\xff+A', '+AGE\xff', '+-+A-+A', '+2AAa~', '~+AAB']:
    for name in ['start', 'start+1', 'end-1', 'end', 'end+1', '-1', 'replace', 'ignore', 'strict']:
        del asked[:]
        try:
            result = repr(text.decode('utf-7', name))
        except (UnicodeDecodeError, IndexError) as e:
            result = '%s: %s' % (type(e).__name__, e)
        print repr(text), name, result, asked
