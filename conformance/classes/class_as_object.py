class M(type):
    def __getattribute__(self, attr):
        if attr == 'hidden':
            raise AttributeError('hidden')
        return object.__getattribute__(self, attr)
class B(object):
    __metaclass__ = M
    x = 1
    hidden = 2
class C(B):
    y = 3
    def m(self): pass
    @staticmethod
    def s(): pass
print C.y, C.__name__, type(C.m).__name__, type(C.s).__name__
for n in 'x', 'hidden', 'nothing':
    try:
        print getattr(C, n)
    except AttributeError as e:
        print e
print B.x, object.__getattribute__(B, 'hidden'), type(object.__getattribute__(int, 'real')).__name__
print object.__getattribute__(B, '__dict__') == B.__dict__
