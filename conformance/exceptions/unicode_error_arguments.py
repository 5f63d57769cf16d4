import weakref
class R(weakref.ref): pass
class O(object): pass
o = O()
a, b = weakref.ref(o), R(o)
print a == b, b == a, a != b, a == weakref.ref(o, lambda r: 0), b == R(o), a < b if 0 else None
for args in [('a','b',0,1,u'\u1234'), (u'a','b',0,1,'r'), ('a',u'b',0,1,'r'), ('a','b','0',1,'r'), ('a','b',0,1), ('a', 'b', 0, 1, 5)]:
    for T in UnicodeDecodeError, UnicodeEncodeError:
        try: print repr(T(*args))
        except Exception, e: print T.__name__, type(e), e
for args in [(u'b',0,1,u'r'), (u'b',0,1,'r'), ('b',0,1,'r'), (u'b', 0)]:
    try: print repr(UnicodeTranslateError(*args))
    except Exception, e: print type(e), e
