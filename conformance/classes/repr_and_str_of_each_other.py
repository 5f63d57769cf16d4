# str and repr that are one another, without end, and those that are no strings.
class Foo(object): pass
Foo.__repr__ = Foo.__str__
f = Foo()
for g in (str, repr, unicode, lambda x: '%s' % x, lambda x: '%r' % x, lambda x: '{0}'.format(x)):
    try: print g(f)
    except RuntimeError as e: print type(e).__name__
class Bar(object): pass
Bar.__str__ = Bar.__repr__
print str(Bar())[:10]
class W(object):
    def __repr__(self): return 5
for g in (str, repr, unicode):
    try: print g(W())
    except TypeError as e: print e
class Old: pass
Old.__repr__ = lambda s: str(s)
try: print str(Old())
except RuntimeError as e: print type(e).__name__
