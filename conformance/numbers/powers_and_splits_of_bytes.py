# Short exponents of long moduli; separators that are near to each other and far.
for m in (10**30, -10**30, 3**100, 2**70+1, -(2**70+1)):
    for a in (0, 1, -1, 5, -7, 10**40, -10**40):
        for b in (0, 1, 2, 3, 5, 16, 17, 255, 65537, 2**24-1, 2**24, 2**24+1, 2**40):
            print a, b, m, pow(a, b, m)
s = 'a,b,,c' * 30 + ',' + 'x' * 100 + ',' + 'y' * 33 + ','
for k in range(-1, 12):
    print s.split(',', k)[-3:], len(s.split(',', k))
print s.count(','), s.replace(',', ';', 7)[:60], s.replace(',', '')[:50], '\xff'.join(s.split(',')).count('\xff'), s.split('z')
for i in range(70):
    t = 'q' * i + '\xac' + 'r' * (70 - i)
    print t.split('\xac') == ['q' * i, 'r' * (70 - i)], t.count('\xac'), t.split('\x2c') == [t],
