import cPickle, pickle
for s in ["S'abc'\xff\n.", "S'abc'\x80\x81\n.","S'abc' \xff\n.","S'abc'x\n.","S'abc'\t \n.","S'\xff'\xff\n.","S'abc\xff\n.","S'abc'\xffq\n.","S'abc'\x01\n.","S \xa0'abc'\n.","S'abc'\x7f\n.","S\xff\n.","S'\xff\n.","S''\xff\n.","S'abc'\x00\n.","S\"a\"\xfe\n."]+["S'a'%c\n."%i for i in range(128,256,8)]:
  for m in cPickle,:
    try: print m.__name__, repr(s), repr(m.loads(s))
    except Exception as e: print m.__name__, repr(s),type(e).__name__, e
