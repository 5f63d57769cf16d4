# A weak proxy asks its object for __unicode__, that of a callable one does not know of it.
import weakref


class C(object):
    def __call__(self):
        return 1

    def __str__(self):
        return 'str'


class U(C):
    def __unicode__(self):
        return u'uni\xe9'


class V(object):
    def __str__(self):
        return 'str'

    def __unicode__(self):
        return u'uni\xe9'


class W(object):
    def __str__(self):
        return 'strw'


class X:
    def __str__(self):
        return 'x'

    def __unicode__(self):
        return u'ux'


for k in C, U, V, W, X:
    o = k()
    p = weakref.proxy(o)
    print k.__name__, type(p).__name__, str(p), hasattr(type(p), '__unicode__'),
    for make in unicode, lambda p: u'%s' % p, lambda p: u'{}'.format(p):
        try:
            print repr(make(p)),
        except Exception as e:
            print type(e).__name__, e,
    print
