# Typed fields as descriptors that a metaclass names: checks, defaults, computed and cached fields, per-class registries,
# __get__ by class, deletion, and what happens where a descriptor raises AttributeError beside __getattr__.
import weakref
class Field(object):
    order = 0
    def __init__(self, kind=None, default=None, **opts):
        self.kind, self.default, self.opts = kind, default, opts; Field.order += 1; self.n = Field.order; self.name = None
    def __get__(self, obj, cls=None):
        if obj is None: return self
        try: return obj.__dict__[self.name]
        except KeyError:
            if callable(self.default): return obj.__dict__.setdefault(self.name, self.default())
            if self.default is None: raise AttributeError('%s.%s is not set' % (cls.__name__, self.name))
            return self.default
    def __set__(self, obj, v):
        if self.kind and not isinstance(v, self.kind):
            if not self.opts.get('convert'): raise TypeError('%s must be %s, not %s' % (self.name, getattr(self.kind, '__name__', self.kind), type(v).__name__))
            v = self.kind(v)
        for c in self.opts.get('checks', ()):
            if not c(v): raise ValueError('%s: %r' % (self.name, v))
        obj.__dict__[self.name] = v
        for w in obj.watchers: w(obj, self.name, v)
    def __delete__(self, obj):
        if self.name not in obj.__dict__: raise AttributeError(self.name)
        del obj.__dict__[self.name]
    def __repr__(self): return '<%s %s>' % (type(self).__name__, self.name)
class Computed(object):
    def __init__(self, f): self.f = f; self.name = f.__name__
    def __get__(self, obj, cls): return self if obj is None else obj.__dict__.setdefault(self.name, self.f(obj))
class classproperty(object):
    def __init__(self, f): self.f = f
    def __get__(self, obj, cls): return self.f(cls)
class Meta(type):
    registry = {}
    def __new__(m, name, bases, d):
        fs = []
        for b in bases: fs.extend(f for f in getattr(b, '_fields', ()) if f not in fs)
        own = sorted((v for v in d.values() if isinstance(v, Field)), key=lambda f: f.n)
        for k, v in d.items():
            if isinstance(v, Field): v.name = k
        d['_fields'] = fs + own
        c = type.__new__(m, name, bases, d)
        m.registry[name] = c
        return c
    def __iter__(c): return iter(f.name for f in c._fields)
    def __len__(c): return len(c._fields)
    def __getitem__(c, k): return dict((f.name, f) for f in c._fields)[k]
    def __contains__(c, k): return k in list(c)
    def __call__(c, *a, **k):
        names = list(c)
        if len(a) > len(names): raise TypeError('%s takes %d' % (c.__name__, len(names)))
        o = type.__call__(c)
        for n, v in zip(names, a) + sorted(k.items()): setattr(o, n, v)
        return o
class Record(object):
    __metaclass__ = Meta
    watchers = ()
    def __repr__(self): return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % (n, getattr(self, n, '?')) for n in type(self)))
    def __eq__(self, o): return type(self) is type(o) and all(getattr(self, n, None) == getattr(o, n, None) for n in type(self))
    __hash__ = None
    @classproperty
    def table(cls): return cls.__name__.lower() + 's'
class Person(Record):
    name = Field(basestring)
    age = Field(int, 0, convert=1, checks=[lambda v: v >= 0])
    tags = Field(list, list)
    @Computed
    def initials(self): return ''.join(w[0] for w in self.name.split())
class Worker(Person):
    pay = Field((int, float), 1.5)
    boss = Field(Person)
def t(f):
    try: print f()
    except Exception, e: print type(e).__name__, e
ann = Person('Ann Bee', '42')
t(lambda: ann); t(lambda: ann.initials); t(lambda: ann.__dict__.keys() == ['initials'] or sorted(ann.__dict__))
t(lambda: Person(3)); t(lambda: Person('x', -1)); t(lambda: Person('x', 'y')); t(lambda: Person(1, 2, 3, 4)); t(lambda: Person().name)
t(lambda: (Person.age, Person['tags'], list(Worker), len(Worker), 'pay' in Worker, Person.table, Worker().table))
w = Worker('Carl Dee', 30, pay=2, boss=ann); t(lambda: w); t(lambda: setattr(w, 'boss', None)); t(lambda: setattr(w, 'pay', '5'))
t(lambda: w == Worker('Carl Dee', 30, pay=2, boss=Person('Ann Bee', 42))); t(lambda: w != Worker('Carl Dee')); t(lambda: hash(w))
a, b = Person('a'), Person('b'); a.tags.append(1); t(lambda: (a.tags, b.tags, a.tags is Person.tags))
del w.boss; t(lambda: w.boss); t(lambda: delattr(w, 'boss')); t(lambda: getattr(w, 'boss', 'none'))
seen = []
Worker.watchers = [lambda o, n, v: seen.append((n, v))]; w.age = 31L; w.pay = 9.5; t(lambda: seen)
class Proxying(Worker):
    def __getattr__(self, n): return 'proxied ' + n
p = Proxying('Eve Eff'); t(lambda: (p.boss, p.zip, p.initials, p.age)); t(lambda: Proxying.zip)
Person.age.default = 7; t(lambda: (a.age, w.age)); t(lambda: Worker.__dict__.get('age')); t(lambda: sorted(Meta.registry))
Computed.__set__ = lambda self, o, v: seen.append('set'); ann.initials = 'ZZ'; t(lambda: (ann.initials, seen[-1])); t(lambda: type(Person.initials).__name__)
del Computed.__set__; ann.initials = 'ZZ'; t(lambda: ann.initials)
class Odd(Person):
    age = property(lambda self: self.ages[0])
t(lambda: Odd('o').age); t(lambda: Odd('o', 1)); t(lambda: Odd['age']); t(lambda: Odd['nix'])
