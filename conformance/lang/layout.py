# Lines, indentation, comments, continuation.
if True:
  print 'two blanks'
  if True:
          print 'deeper'
  print 'back'
if True:
	print 'a tab'
if 1: print 'one line'; print 'two'
if 0: print 'no'
else: print 'else on a line'

x = (1 +
     2  # comment inside
     # whole-line comment

     + 3)
print x
y = [1,
2,
        3]
print y
z = 1 + \
    2
print z
d = {'a': 1,

     'b': 2}
print sorted(d)
# comment at column 0
def f():
    # comment first
    """not at the top of the text, but first statement"""

    x = 1
  # odd comment indentation
    return x
print f(), f.__doc__


def g(a,
      b=(1,
         2)):
    return a, b


print g(
    1
)
class A: pass
class B(object): x = 1; y = 2
class C():
    pass
print A.__name__, B.x, B.y, C
for i in 1, 2: print i,
print
while x > 5: x -= 1; print x
try: print 'try'
except: pass
finally: print 'finally'
with_ = 'a name'; print with_
if (1 and
    2):
    print 'condition over lines'
print 'semicolon at end';
print \
    'continued print'
s = '''a
  # not a comment
b'''
print s
if 1:
    pass

    # trailing comment in block

print "form feed:"

print 'after'
def deep():
    if 1:
        if 1:
            if 1:
                if 1:
                    return 'deep'


print deep()
assert (
    True), 'unused'
lambda_ = lambda \
    a: a
print lambda_(3)
for bad in ['if 1:\nprint 1', 'if 1:\n  x=1\n   y=2', '  x = 1', 'if 1:\n    x=1\n  y=2', 'x = \\ \n1',
            'if 1:\n\tx=1\n        y=2\n    z=3', 'def f():', 'print (1', 'x = [1,\n', "s = '''"]:
    try:
        exec bad in {}
        print 'fine'
    except SyntaxError as e:
        print type(e).__name__, e.msg, e.lineno
