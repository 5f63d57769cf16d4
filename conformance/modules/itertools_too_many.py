# Numbers for which there is no memory.
import itertools

for f in itertools.tee, itertools.combinations, itertools.combinations_with_replacement, itertools.permutations:
    for n in 2 ** 62, 2 ** 60 - 1:
        try:
            print f('ab', n)
        except MemoryError:
            print f.__name__, 'MemoryError'
