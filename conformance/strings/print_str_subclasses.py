# An item that print writes to a file is asked for its str again while that is no exact str.
class Asked(str):
    left = 0

    def __str__(self):
        Asked.left -= 1
        return self if Asked.left > 0 else 'done'


class Other(object):
    def __str__(self):
        return Asked('x')


for make in lambda: Asked('x'), Other:
    for times in 1, 2, 9, 10, 11:
        Asked.left = times
        try:
            print make(), Asked.left
        except RuntimeError as e:
            print 'RuntimeError', e

Asked.left = 5
print str(Asked('x')) + '!', Asked.left
