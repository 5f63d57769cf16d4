# A little mapper of objects to rows: a metaclass that collects fields in order of creation, descriptors that check and
# convert, managers bound to classes, query objects chained by operators and lazily evaluated, inheritance of models.
import operator, itertools
class Field(object):
    creation = itertools.count()
    kind = None; default = None
    def __init__(self, default=None, null=False, choices=(), **extra):
        self.order = Field.creation.next(); self.null, self.choices = null, choices
        if default is not None: self.default = default
        for k, v in sorted(extra.items()): setattr(self, k, v)
    def __cmp__(self, other): return cmp(self.order, other.order)
    def __get__(self, obj, cls=None):
        if obj is None: return Column(cls, self)
        try: return obj.__dict__[self.name]
        except KeyError: return obj.__dict__.setdefault(self.name, self.default() if callable(self.default) else self.default)
    def __set__(self, obj, value):
        if value is None and not self.null: raise ValueError('%s.%s may not be None' % (type(obj).__name__, self.name))
        if value is not None: value = self.convert(value)
        if self.choices and value not in self.choices: raise ValueError, '%r not among %s' % (value, ', '.join(map(repr, self.choices)))
        obj.__dict__[self.name] = value; obj._dirty.add(self.name)
    def __delete__(self, obj): raise AttributeError("can't delete " + self.name)
    def convert(self, v): return self.kind(v)
class Int(Field): kind = int
class Text(Field):
    kind = unicode; max = 20
    def convert(self, v):
        v = super(Text, self).convert(v)
        if len(v) > self.max: raise ValueError('too long: %d > %d' % (len(v), self.max))
        return v
class Ref(Field):
    def __init__(self, to, *a, **k): super(Ref, self).__init__(*a, **k); self.to = to
    def convert(self, v):
        to = Meta.models.get(self.to, self.to)
        if not isinstance(v, to): raise TypeError('%s wants %s, not %s' % (self.name, to.__name__, type(v).__name__))
        return v
class Column(object):
    def __init__(self, cls, field): self.cls, self.field = cls, field
    def __repr__(self): return '%s.%s' % (self.cls.__name__, self.field.name)
    def _test(op, sign):
        def method(self, other): return Query(self.cls, (lambda o, n=self.field.name: op(getattr(o, n), other), '%r %s %r' % (self, sign, other)))
        return method
    for _n, _s in dict(eq='==', ne='!=', lt='<', le='<=', gt='>', ge='>=').items(): locals()['__%s__' % _n] = _test(getattr(operator, _n), _s)
    __mod__ = _test(lambda a, b: b in a, '%'); __hash__ = None
    del _n, _s, _test
class Query(object):
    def __init__(self, cls, *tests): self.cls, self.tests, self.key, self.runs = cls, tests, None, 0
    def clone(self, *more): q = Query(self.cls, *(self.tests + more)); q.key = self.key; return q
    def __and__(self, o): return self.clone(*o.tests)
    def __or__(self, o): return Query(self.cls, (lambda x: self.match(x) or o.match(x), '(%s | %s)' % (self, o)))
    def __invert__(self): return Query(self.cls, (lambda x: not self.match(x), '~(%s)' % self))
    def __str__(self): return ' & '.join(t for _, t in self.tests) or 'all'
    def match(self, x): return all(f(x) for f, _ in self.tests)
    def order(self, *keys): q = self.clone(); q.key = operator.attrgetter(*keys); return q
    def __iter__(self):
        self.runs += 1
        found = (x for x in self.cls.rows if isinstance(x, self.cls) and self.match(x))
        return iter(sorted(found, key=self.key)) if self.key else found
    def __getitem__(self, i):
        if isinstance(i, slice): return list(itertools.islice(self, i.start, i.stop, i.step))
        try: return next(itertools.islice(self, i, None))
        except StopIteration: raise IndexError(i)
    def __len__(self): return sum(1 for _ in self)
    def __nonzero__(self): return any(True for _ in self)
class Manager(object):
    def __get__(self, obj, cls):
        if obj is not None: raise AttributeError('manager of instances of ' + cls.__name__)
        return Query(cls)
class Meta(type):
    models = {}
    def __new__(mcs, name, bases, ns):
        fields = {}
        for b in reversed(bases): fields.update(getattr(b, '_fields', {}))
        for k, v in ns.items():
            if isinstance(v, Field): v.name = k; fields[k] = v
        ns.update(_fields=fields, objects=Manager(), __doc__=ns.get('__doc__') or '%s(%s)' % (name, ', '.join(f.name for f in sorted(fields.values()))))
        cls = type.__new__(mcs, name, bases, ns)
        if ns.get('root'): cls.rows = []
        mcs.models[name] = cls; return cls
    def __call__(cls, *args, **kw):
        if cls.__dict__.get('abstract'): raise TypeError('%s is abstract' % cls.__name__)
        obj = super(Meta, cls).__call__(*args, **kw); cls.rows.append(obj); return obj
    def __iter__(cls): return iter(sorted(cls._fields.values()))
    def __len__(cls): return len(cls._fields)
    def __getitem__(cls, k): return cls._fields[k]
    def __contains__(cls, k): return k in cls._fields
    def __repr__(cls): return '<model %s>' % cls.__name__
    def __cmp__(cls, o): return cmp(cls.__name__, getattr(o, '__name__', o))
    def __hash__(cls): return hash(cls.__name__)
class Model(object):
    __metaclass__ = Meta; abstract = True
    def __init__(self, *args, **kw):
        self._dirty = set(); fields = list(type(self))
        if len(args) > len(fields): raise TypeError('%s takes at most %d values (%d given)' % (type(self).__name__, len(fields), len(args)))
        for f, v in zip(fields, args): setattr(self, f.name, v)
        for k, v in kw.iteritems():
            if k not in type(self): raise TypeError, 'no field %r' % k
            setattr(self, k, v)
    def __repr__(self): return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % (f.name, getattr(self, f.name)) for f in type(self)))
class Person(Model):
    root = True
    name = Text(max=8); age = Int(0); tags = Field(default=list, convert=lambda v: list(v))
class Boss(Person): title = Text('Dr', choices=[u'Dr', u'Mr']); assistant = Ref('Person', null=True)
class Thing(Model):
    'Doc of things'
    root = 1; size = Int(choices=range(5)); owner = Ref(Person, null=True)
print Person.__doc__, '|', Boss.__doc__, '|', Thing.__doc__, sorted(Meta.models), Person, [f.name for f in Boss], len(Boss), 'age' in Boss, 'size' in Boss, Boss['age'] is Person['age']
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception, e: print type(e).__name__, e
    else: print repr(r)
a, b, c, d = Person('Ann', 31), Person('Bob', '7'), Boss('Cid', 50, assistant=None), Boss(u'D\xe9', title='Mr')
t(Model); t(Person, 1, 2, 3, 4); t(Person, 'long name!'); t(Person, 'x', None); t(Person, 'x', 'many'); t(Person, nmae='x'); t(Boss, 'E', title='Ms'); t(Boss, 'E', assistant=3); t(Thing, 9); t(Thing, 3, a); t(setattr, c, 'assistant', b); t(delattr, a, 'age'); t(getattr, a, 'objects'); t(lambda: Person['nope'])
print a, b, c, repr(d.name); a.tags.append(1); print a.tags, b.tags, Person(name=3).tags, sorted(a._dirty), sorted(d._dirty)
print Person.age, Boss.age, Boss.title == 'Mr', Person.age > 10, repr(Person.age).upper(); t(hash, Person.age)
q = (Person.age > 5) & ~(Person.name == 'Cid'); print q, [x.name for x in q], len(q), bool(q), q.runs
q = ((Boss.title == u'Mr') | (Boss.name % 'i')); print q, [x.name for x in q.order('name')], repr(q.order('age', 'name')[0].name), [x.age for x in q[:1]], bool(q & (Boss.age > 99)), repr(q[-0].name); t(lambda: q[7]); t(lambda: q[-1])
print [x.name for x in Person.objects.order('age')][:3], len(Person.objects), len(Boss.objects), len(Thing.objects), [p.age for p in Person.objects.order('name')[1::2]]
print sorted([Thing, Boss, Person]), Boss == 'Boss', Boss != Person, {Boss: 1}['Boss'], max(Boss, Thing), list(Thing)[0].choices, isinstance(Boss.rows, list) and Boss.rows is Person.rows is not Thing.rows
def hot(n):
    total = 0
    for i in xrange(n):
        a.age = i; total += a.age + len(b.name) + (d.tags == [])
        if i == n // 2: Text.convert = lambda self, v: unicode(v) * 2
        if i % 64 == 0: b.name = 'xy'
    return total, b.name
print hot(900), [f.order - Person['name'].order for f in Boss]
