# What % does with the texts that a subclass of long makes of itself.
def t(s, g={}):
    try: print s, '->', repr(eval(s, dict(globals(), **g)))
    except Exception, e: print s, type(e).__name__, e
class X(long):
    r = ''
    def __str__(self): return self.r
    __repr__ = __oct__ = __hex__ = __str__
for r in ['', '-', 'L', '-L', 1, 'abc', '0abc', '0x', '0xL', None, u'12', '12', '-12L', '0x12L', '-0x12L', '017L']:
    X.r = r
    for f in ['%i', '%d', '%u', '%o', '%x', '%X', '%#x', '%#o', '%5.3d', '%-8x']:
        t("%r %% X(5)" % f)
        t("u%r %% X(5)" % f)
