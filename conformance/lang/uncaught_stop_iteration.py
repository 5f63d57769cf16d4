# StopIteration from a generator's consumer goes on like any error.
def pairs(it):
    it = iter(it)
    while True:
        yield next(it), next(it)


print list(pairs('abcd')), list(pairs('abc'))
g = pairs('')
next(g)
