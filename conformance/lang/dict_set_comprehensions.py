# Displays and comprehensions of dicts and sets.
x = 'kept'
print {x: x * 2 for x in range(3)}, x
print {x % 3 for x in range(10)}, x
print {k: v for k, v in zip('abc', range(3))} == {'a': 0, 'b': 1, 'c': 2}
print {i: {j: i * j for j in range(2)} for i in range(2)}
print {(a, b) for a in range(2) for b in range(2) if a != b} == {(0, 1), (1, 0)}
print sorted({c for c in 'mississippi'})
print {}, type({}), {1}, type({1}), {1: 1, }, {1, }
print {1: 'a', 1: 'b', True: 'c', 1.0: 'd'}
print {1, True, 1.0, 1L}
print len({'a' 'b': 1, 'ab': 2})
log = []


def t(v):
    log.append(v)
    return v


{t(i): t(-i) for i in range(1, 3)}
print log
del log[:]
{t(i) + t(10) for i in range(2)}
print log


def scope():
    y = 5
    r = {y: z for z in range(2)}
    return r, sorted(locals())


print scope()


class A(object):
    n = 3
    d = {i: 0 for i in range(n)}
    try:
        e = {i: n for i in range(2)}
    except NameError as err:
        e = str(err)


print A.d, A.e
try:
    {[]: 1}
except TypeError as e:
    print e
try:
    {i for i in [[], 1]}
except TypeError as e:
    print e
try:
    {1: 2}.update({i: 1 / i for i in (1, 0)})
except ZeroDivisionError as e:
    print e
d = {'one': 1, 'two': 2}
inverse = {v: k for k, v in d.items()}
print inverse[1], inverse[2], len(inverse)
print {frozenset([1]): 1}[frozenset((1,))]
print sorted({i: None for i in 'hello'}), {len(w) for w in 'a bb cc ddd'.split()}
print [{n: [m for m in range(n)] for n in range(3)}][0][2]
