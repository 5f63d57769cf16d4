# Any object is printed.
print 'out',
raise SystemExit(('a', 1))
