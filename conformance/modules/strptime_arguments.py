# datetime.strptime takes what C code takes for text: str, and unicode in the default encoding.
import datetime
D=datetime.datetime
for a in (('2001',u'%Y'),(u'2001-0',u'%Y'),('2001\0','%Y'),(u'\xe9','%Y'),(5,'%Y'),('2001',None),('2001',),(),('2001','%Y',1),(bytearray('2001'),'%Y'),(buffer('2001'),'%Y'),('20','%'),('2001','%Y\0')):
    try: print D.strptime(*a)
    except Exception as e: print type(e).__name__, e
try: D.strptime(string='x',format='y')
except Exception as e: print type(e).__name__, e
