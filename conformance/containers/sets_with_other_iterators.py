# Copying and pickling a set goes by its iterator, which a subclass may have changed.
import copy
import pickle


class Sorted(set):
    def __iter__(self):
        print 'iterating'
        return iter(sorted(set.__iter__(self), reverse=True))


class Broken(frozenset):
    def __iter__(self):
        return iter([self.missing])


s = Sorted([3, 1, 2])
s.extra = 'kept'
print s.__reduce__()[1:]
for again in copy.copy(s), pickle.loads(pickle.dumps(s, 2)):
    print type(again).__name__, set.__len__(again), again.extra
for make in Broken([1]).__reduce__, lambda: copy.copy(Broken([1])):
    try:
        print make()
    except AttributeError as e:
        print e
