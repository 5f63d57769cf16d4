# Attributes of classes in hot code: inherited values, class and static methods, changes on the way.


class Base(object):
    limit = 10
    names = ['a']

    @classmethod
    def make(cls, x):
        return cls.__name__, x

    @staticmethod
    def double(x):
        return x * 2

    def plain(self):
        return 'plain'

    @property
    def prop(self):
        return 5


class Child(Base):
    own = 3


class Meta(type):
    @property
    def limit(cls):
        return 'meta'

    def made(cls):
        return 'by meta'


class Grand(Base):
    __metaclass__ = Meta


class OldBase:
    limit = 4

    def f(self):
        return 'old'


class Old(OldBase):
    pass


def values(n):
    total = 0
    seen = set()
    c = Child()
    for i in xrange(n):
        total += Child.limit + Child.own + Base.limit + Old.limit + c.limit
        seen.add(Child.make(i % 2))
        seen.add(Base.make(i % 2))
        seen.add(c.make(i % 2))
        seen.add(Grand.make(2))
        seen.add(Grand.made())
        seen.add(Grand.limit)
        total += Child.double(i) + c.double(i)
        seen.add(Child.plain(c))
        seen.add(Old().f())
    return total, sorted(seen, key=repr)


print values(3000)


def changes(n):
    class Local(Child):
        pass
    out = []
    total = 0
    for i in xrange(n):
        if i == n // 4:
            Base.limit = 20
        if i == n // 2:
            Base.make = classmethod(lambda cls, x: ('new', cls.__name__))
            Base.double = staticmethod(lambda x: x * 3)
        if i == n * 3 // 4:
            Child.limit = 1
            Child.make = 7
            Local.plain = classmethod(lambda cls: cls.__name__)
        total += Local.limit + Local.double(1)
        try:
            r = Local.make(i % 2)
        except TypeError as e:
            r = str(e)
        if not out or out[-1] != r and i % 2 == 0:
            out.append(r)
        try:
            r = Local.plain(Local()) if i < n * 3 // 4 else Local.plain()
        except TypeError as e:
            r = str(e)
        if r not in out:
            out.append(r)
    return total, out


print changes(4000)


def several(n):
    classes = [type('C%d' % i, (Base,), {'limit': i} if i % 2 else {}) for i in range(8)]
    total = 0
    seen = set()
    for i in xrange(n):
        for c in classes:
            total += c.limit
            seen.add(c.make(c.limit))
    return total, len(seen)


print several(800)


def unbound(n):
    errors = set()
    for i in xrange(n):
        try:
            Child.plain(1)
        except TypeError as e:
            errors.add(str(e))
        try:
            Child.plain()
        except TypeError as e:
            errors.add(str(e))
        try:
            Child.missing
        except AttributeError as e:
            errors.add(str(e))
        errors.add(type(Child.prop).__name__)
        errors.add(Child.plain is Child.plain)
        errors.add(Child.__name__)
        errors.add(Child.__mro__[1].__name__)
    return sorted(errors, key=repr)


for line in unbound(2000):
    print line
