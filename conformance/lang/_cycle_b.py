import _cycle_a
name = 'b'
seen = sorted(n for n in dir(_cycle_a) if not n.startswith('__'))
