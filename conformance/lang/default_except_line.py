for s in ['try: pass\nexcept: pass\nexcept X: pass','try:\n x=1\n y=2\nexcept A:\n pass\n\n\nexcept:\n pass\nexcept B: pass',
 'try:\n x=1\n y=(1,\n2)\nexcept:\n pass\nexcept:\n pass\nexcept B: pass', 'try:\n  if x:\n    pass\n    b\n  else:\n    c\n    def f():\n\n       pass\nexcept:\n pass\nexcept:\n pass\nexcept B: pass', '\n\ntry:\n  while 1:\n\n    break\n  \nexcept:\n pass\nexcept:\n pass\nexcept B: pass'
 ,'\n\n@a\n\ndef f(x,\ny=lambda:1):\n  try:\n   @d\n   def g(b): pass\n   y = g(\n   x, \ny,\n[z for z in z if 1\nif 2])\n  except: \n   pass\n  except d: pass']:
    try: compile(s,'f','exec')
    except SyntaxError as e: print e, e.lineno, e.offset, e.text
