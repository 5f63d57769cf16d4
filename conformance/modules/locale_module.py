# Locales: those that every system has.
import _locale
import locale
import os
import string

for name in 'LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE':
    os.environ.pop(name, None)
os.environ['LANG'] = 'C'

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__module__, type(e).__name__, e, e.args

print [n for n in dir(_locale) if n != '__file__']
print [(n, getattr(_locale, n)) for n in dir(_locale) if isinstance(getattr(_locale, n), int)]
print _locale.Error.__mro__
for n in sorted(dir(_locale)):
    v=getattr(_locale,n)
    if isinstance(v,int): 
        print n, 
        t(_locale.nl_langinfo,v)
t(_locale.nl_langinfo)
t(_locale.nl_langinfo,-1)
t(_locale.nl_langinfo,'a')
t(_locale.nl_langinfo,999999)
S=_locale.setlocale
t(S)
t(S,0)
t(S,6)
t(S,99)
t(S,-1)
t(S,'a')
t(S,0,'xx')
t(S,0,1)
t(S,0,None)
t(S,0,u'C')
t(S,0,'C\0')
t(S,0,'C',1)
t(S,99,'C')
print string.letters, string.uppercase, string.lowercase
t(S,6,'C')
print string.letters
t(S,6,'C.UTF-8')
print repr(string.letters)
print repr(string.uppercase)
t(S,6)
t(_locale.localeconv)
t(_locale.localeconv,1)
def strcoll(*a):
    # The C library's numbers say no more than their sign.
    return cmp(_locale.strcoll(*a), 0)

t(strcoll,'a','b')
t(strcoll,'b','a')
t(strcoll,'a','a')
t(strcoll,u'a','b')
t(strcoll,u'\xe9','b')
t(strcoll,1,'a')
t(strcoll,'a')
t(strcoll,'a',None)
t(strcoll,u'a','\xff')
t(strcoll,'a\0b','a\0c')
t(strcoll,u'a\0b',u'a\0c')
t(strcoll,1,2)
t(strcoll,u'a',1)
t(strcoll, 'abc','abcd')
t(_locale.strxfrm,'abc')
t(_locale.strxfrm,u'abc')
t(_locale.strxfrm,1)
t(_locale.strxfrm,'')
t(_locale.strxfrm,'a\0')
t(_locale.strxfrm,'\xff')
t(_locale.strxfrm)
t(S,6,'C')
t(_locale.strxfrm,'abc')
t(strcoll,'a','c')
t(strcoll,u'a',u'c')
t(_locale.gettext,'abc')
t(_locale.gettext,1)
t(_locale.dgettext,'d','abc')
t(_locale.dgettext,None,'abc')
t(_locale.dcgettext,'d','abc',5)
t(_locale.dcgettext,None,'m',5)
t(_locale.textdomain,None)
t(_locale.textdomain,'foo')
t(_locale.textdomain,None)
t(_locale.bindtextdomain,'foo',None)
t(_locale.bindtextdomain,'foo','/usr')
t(_locale.bindtextdomain,'foo',None)
t(_locale.bindtextdomain,'','x')
t(_locale.bindtextdomain,'bar',None)
t(_locale.bind_textdomain_codeset,'foo',None)
t(_locale.bind_textdomain_codeset,'foo','UTF-8')
t(_locale.bind_textdomain_codeset,'foo',None)
t(_locale.textdomain)
t(_locale.dcgettext,'d','m','x')
t(_locale.textdomain,'')
t(_locale.textdomain,None)
t(locale.localeconv)
t(locale.getlocale)
t(locale.getdefaultlocale)
t(locale.getpreferredencoding)
t(locale.setlocale,locale.LC_ALL,('C','UTF-8'))
t(locale.getlocale)
t(locale.format,'%d',123456,True)
t(locale.currency,3.5)
t(locale.str,3.5)
t(locale.atof,'3.5')
t(locale.resetlocale)
t(locale.getlocale)
t(locale.format_string,'%s %d',('a',3),True)
print format(12345,'n'), format(1.5,'n'), '%r' % locale.strcoll('a','b')
