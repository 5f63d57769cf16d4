# Assertions with tuples and messages.
assert True, 'never evaluated' + 1
assert (False, 'a tuple is true')
try:
    assert 0
except AssertionError as e:
    print repr(e), e.args
try:
    assert [], ('tuple', 'message')
except AssertionError as e:
    print repr(e), e.args
print __debug__


def check(x):
    assert x > 0, '%d is not positive' % x
    return x


print check(1)
assert check(-1)
