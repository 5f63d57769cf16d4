# Old-style instances can be raised.
class Old:
    def __init__(self, what):
        self.what = what

    def __str__(self):
        return 'old ' + self.what


try:
    raise Old('caught')
except Old, e:
    print e
raise Old('instance')
