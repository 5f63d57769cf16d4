# What stands for a byte, and what is said of what does not.
class Index(object):
    def __init__(self, result):
        self.result = result

    def __index__(self):
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Old:
    pass


for item in (Index(65), Index(ZeroDivisionError('mine')), Index(TypeError('mine')), Index('x'), Old(), 2 ** 70, 1.5,
             None, 'a', 'ab', 256, -1, True):
    for f in ((lambda x: bytearray([x])), bytearray('A').append, (lambda x: bytearray('a').__setitem__(0, x)),
              (lambda x: x in bytearray('aA')), (lambda x: bytearray('a').remove(x))):
        try:
            print repr(f(item)),
        except Exception as e:
            print '%s: %s;' % (type(e).__name__, e),
    print
