# The repr of a set iterates as its class says.
def tried(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


for base in (set, frozenset):
    class A(base):
        def __iter__(self):
            return iter(['own', len(self)])

    class B(base):
        def __iter__(self):
            pass

    class C(base):
        def __iter__(self):
            raise ValueError('iter')

    class D(A):
        pass

    class E(base):
        pass

    class F(base):
        def __len__(self):
            return 7

    for c in (A, B, C, D, E, F):
        tried(repr, c([1, 2]))
        tried(str, c())
        tried('%s'.__mod__, (c('a'),))
    D.__iter__ = base.__iter__
    tried(repr, D([3]))
    del A.__iter__
    tried(repr, A([3]))
