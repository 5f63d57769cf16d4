# else on loops; break and continue in every nesting.
for i in range(3):
    pass
else:
    print 'for else', i
for i in range(3):
    if i == 1:
        break
else:
    print 'not printed'
for i in []:
    pass
else:
    print 'else after nothing'
n = 3
while n:
    n -= 1
else:
    print 'while else', n
while True:
    break
else:
    print 'not printed'
while 0:
    pass
else:
    print 'else of a loop that never ran'


def primes(limit):
    found = []
    for n in range(2, limit):
        for d in found:
            if n % d == 0:
                break
        else:
            found.append(n)
            continue
        if n > 20:
            break
    else:
        return found, 'complete'
    return found, n


print primes(15), primes(100)


def nested():
    out = []
    for i in range(4):
        j = 0
        while True:
            j += 1
            if j == 2:
                continue
            if j > 3:
                break
            for k in 'ab':
                if k == 'b':
                    break
                out.append((i, j, k))
            else:
                out.append('never')
        else:
            out.append('never')
        if i == 2:
            break
    return out


print nested()
for i in range(3):
    for j in range(3):
        if j == i:
            break
    else:
        print 'inner complete', i
    print i, j
i = 'kept when nothing is iterated'
for i in ():
    pass
print i
for i in range(3):
    i = 'changed in the body'
print i
l = [1, 2, 3]
for x in l:
    if x < 10:
        l.append(x * 5)
print l
l = range(6)
for x in l:
    l.remove(x)
print l
d = {1: 1}
try:
    for k in d:
        d[k + 1] = 1
except RuntimeError as e:
    print e
s = set([1])
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as e:
    print e
for a, b in [(1, 2), (3, 4)]:
    print a + b,
else:
    print
try:
    for x in 5:
        pass
except TypeError as e:
    print e
else:
    print 'no'
