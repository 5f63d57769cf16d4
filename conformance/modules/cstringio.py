import cStringIO
S=cStringIO.StringIO
print cStringIO.InputType, cStringIO.OutputType
i=S('abc\ndef\nghi'); o=S()
print [n for n in dir(i) if not n.startswith('__')], [n for n in dir(o) if not n.startswith('__')]
print [n for n in dir(o) if n.startswith('__')]
def t(f,*a,**k):
    try: print repr(a), repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print repr(a), type(e).__name__, e
t(S,3);t(S,u'abc');t(S,u'\xe9');t(S,1,2);t(S,None);t(S,bytearray('x'));t(lambda: i); t(lambda:o); t(S,s='a')
for x in (i,o):
    if x is o: o.write('abc\ndef\nghi'); o.seek(0)
    for n in ['flush','getvalue','isatty','read','readline','readlines','reset','seek','tell','truncate','close','write','writelines','next']:
        if n=='close': continue
        f=getattr(x,n,None)
        if f is None: print n,'none'; continue
        print '--',n
        for a in [(),(1,),(0,),(-1,),('a',),(1,2),(None,),(1,2,3),(2.5,),(100,)]:
            t(f,*a)
    print x.getvalue(), x.tell()
o=S(); o.write('hello'); o.seek(10); o.write('x'); t(o.getvalue); o.seek(2); t(o.getvalue,True); t(o.read); o.seek(0); t(o.readline); o.truncate(3); t(o.getvalue); t(o.tell); o.write(u'uni'); t(o.write,u'\xe9'); t(o.write,3); t(o.getvalue); print o.softspace; o.softspace=1; print o.softspace; t(o.seek,-5); t(o.tell); t(o.seek,0,2);t(o.tell);t(o.seek,-2,1);t(o.tell);t(o.seek,0,5);t(o.truncate,-1);t(o.seek,3);t(o.truncate); t(o.getvalue)
print o.closed; o.close(); print o.closed
for n in ['flush','getvalue','isatty','read','readline','readlines','reset','seek','tell','truncate','close','write','writelines','next']: t(getattr(o,n),*({'seek':(0,),'write':('a',),'writelines':(['a'],)}.get(n,())))
print type(iter(o)) is type(o)
i=S('a\nb\nc'); print list(i), i.tell(); i.reset(); print i.readline(), i.next(), list(i); i.seek(0); print i.readlines(), ; i.seek(0); print i.readlines(2), i.readline(1), i.closed; i.close(); t(i.read); t(i.next);t(lambda: iter(i)); t(i.getvalue)
try: i.closed=3
except Exception as e: print type(e), e
try: i.foo=3
except Exception as e: print type(e), e
try: o.foo=3
except Exception as e: print type(e), e
t(i.close); t(type(o)); t(type(i))
o=S(); o.writelines(['a','b',u'c']); t(o.writelines,3); t(o.writelines,[3]); t(o.getvalue)
print >>o, 'hi', 'there'; t(o.getvalue)
try:
    class X(type(o)): pass
except Exception as e: print e
i=S('abc'); i.seek(10); t(i.read); t(i.tell); t(i.getvalue); i.seek(1); t(i.getvalue); t(i.getvalue,True); i.truncate(2); t(i.getvalue); t(i.read); t(i.seek,-1); t(i.seek,1,2); t(i.tell)
try: i.softspace=1; print i.softspace
except Exception as e: print type(e),e
i=S(''); t(i.read,5); t(i.readline); t(i.readlines); print i.isatty(), i.flush()
i=S('a\r\nb\rc'); print i.readlines(), 
o=S(); o.write('a'*10); o.seek(3); o.write('bb'); print o.getvalue(), o.tell(), o.read(3), o.getvalue(1), o.reset(), o.getvalue()
EOF_=None
