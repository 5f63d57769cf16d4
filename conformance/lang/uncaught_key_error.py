# KeyError shows the repr of its key.
d = {'there': 1}
print d['there']
d[('not', 'there')]
