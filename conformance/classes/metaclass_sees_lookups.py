# What a metaclass with __getattribute__ sees of its classes: where instances are made, where methods are called unbound,
# and not where special methods are looked for.
log = []


class Meta(type):
    def __getattribute__(cls, name):
        log.append(name)
        return type.__getattribute__(cls, name)


class MetaOfMeta(type):
    def __getattribute__(cls, name):
        log.append('meta ' + name)
        return type.__getattribute__(cls, name)


class Odd(Meta):
    __metaclass__ = MetaOfMeta

    def __instancecheck__(cls, instance):
        return False


class Other(type):
    # An attribute of the metaclass, which data of the class would hide.
    @property
    def __new__(cls):
        return lambda *args: ('made', args[1:])


def show(what, f):
    del log[:]
    try:
        result = f()
    except (TypeError, AttributeError) as e:
        result = '%s: %s' % (type(e).__name__, e)
    print what, log, result if isinstance(result, (str, bool, int, tuple)) else type(result).__name__


for meta in [Meta, Odd]:
    Plain = meta('Plain', (object,), {})
    Made = meta('Made', (Plain,), {'__new__': lambda cls, *args: object.__new__(cls)})
    Below = meta('Below', (Made,), {'__init__': lambda self, *args: None, '__len__': lambda self: 3,
                                    '__call__': lambda self: 4, 'm': lambda self: 5})
    Else = meta('Else', (Made,), {'__new__': staticmethod(lambda cls: 'else')})
    for K in [Plain, Made, Below, Else]:
        for i in range(2):
            show('%s()' % K.__name__, lambda: K())
        instance = object.__new__(K)
        show('isinstance', lambda: isinstance(instance, K))
        show('isinstance of 1', lambda: isinstance(1, K))
        show('issubclass', lambda: issubclass(K, Plain))
        show('len', lambda: len(instance))
        show('call', lambda: instance())
        show('bool', lambda: bool(instance))
        show('unbound', lambda: K.m(1))
        show('unbound with the class', lambda: K.m(K))
        show('unbound without', lambda: K.m())
        show('bound', lambda: instance.m())
        show('super', lambda: super(K, K).__new__)

Strange = type.__new__(Other, 'Strange', (object,), {'__new__': lambda cls: 'hidden'})
show('strange', lambda: Strange(1, 2))
for i in range(3):
    show('made', Made)
