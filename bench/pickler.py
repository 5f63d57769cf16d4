# small: 1
"""Records written and read again by the pickle module that Python codes: all protocols, shared and recursive objects."""
import pickle
import sys
from cStringIO import StringIO
from datetime import date, timedelta


class Order(object):
    def __init__(self, number, day, items):
        self.number = number
        self.day = day
        self.items = items

    def total(self):
        return sum(price * count for _, price, count in self.items)


class Customer:
    def __init__(self, name):
        self.name = name
        self.orders = []
        self.tags = {}

    def __getstate__(self):
        return (self.name, self.orders, self.tags)

    def __setstate__(self, state):
        self.name, self.orders, self.tags = state


def customers(n):
    first = date(2016, 2, 27)
    out = []
    for i in range(n):
        c = Customer(u'Customer %d' % i)
        for j in range(i % 7 + 1):
            items = [('item%d' % (k % 7), 1.25 * k, j % 3 + 1) for k in range(j % 5 + 1)]
            c.orders.append(Order(i * 10 + j, first + timedelta(days=j), items))
        c.tags['even'] = i % 2 == 0
        c.tags['friends'] = out[-3:]
        out.append(c)
    return out


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    people = customers(60)
    total = 0
    for i in range(n):
        out = StringIO()
        pickler = pickle.Pickler(out, i % 3)
        pickler.dump(people)
        pickler.dump([c.name for c in people])
        source = StringIO(out.getvalue())
        reader = pickle.Unpickler(source)
        people = reader.load()
        total += len(reader.load())
    print(total)
    print('%.2f' % sum(o.total() for c in people for o in c.orders))
    print(people[-1].name, people[-1].orders[-1].day, people[9].tags['friends'][0] is people[6])


if __name__ == '__main__':
    main()
