# gc: an instance of a class refers to it, so a class's referrers are how its instances are found.
import gc


class New(object):
    pass


class Slotted(object):
    __slots__ = 'x',


class Listed(list):
    pass


class Old:
    pass


class Error(Exception):
    pass


for cls in New, Slotted, Listed, Old, Error:
    it = cls()
    print cls.__name__, cls in gc.get_referents(it), any(r is it for r in gc.get_referrers(cls))


class Replaced(object):
    def which(self):
        return 'replaced'


old = Replaced
many = [Replaced() for _ in range(5)]


class Replaced(object):
    def which(self):
        return 'new'


for it in gc.get_referrers(old):
    if type(it) is old:
        it.__class__ = Replaced
print [it.which() for it in many]
print type in gc.get_referents(New), int in gc.get_referents(3), list in gc.get_referents([])
