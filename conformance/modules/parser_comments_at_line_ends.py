import parser
for s in ['x = 1 # handle\n','x = 1 # handle','# only\n','# only','x\n# c\ny\n','if x:  # a\n  y   # b\n  # c\nz\n','f(a, # in\n  b) # out\n','x   \n','x','x;  # c\n','if 1:\n  pass\n  # d','if 1:\n  pass # d','if 1:\n  pass\n# e\n','x\r\n','x # c\r\ny','\n\nx','x # c\\\ny\n',"'''a\nb''' # c\n", '@d # c\ndef f(): # e\n  return # f\n', 'x #\n', 'x#\n','#\n','','\n', 'x\t#t\n', 'x # a\n\n\n# b\n','if 1:\n\tx # c\n\ty\n', u'x # \xe9\n'.encode('utf8'), 'x\\\n # c\n','x\\\n\n']:
    try: print repr(s), parser.suite(s).totuple(True,True)
    except Exception as e: print repr(s), type(e), e
for s in ['1 # c','1 # c\n','1','(1 # c\n )','1 \n','1\n\n','1\n# c\n','1\n# c']:
    try: print repr(s), parser.expr(s).totuple(True,True)
    except Exception as e: print repr(s), type(e), e
