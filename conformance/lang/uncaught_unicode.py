# A unicode message that ascii cannot show.
try:
    raise ValueError(u'plain')
except ValueError as e:
    print str(e), repr(e)
raise ValueError(u'caf\xe9')
