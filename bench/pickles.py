# small: 4
"""Records written and read again: pickles of two protocols, deep copies, dates, and what is counted of them."""
import cPickle
import copy
import pickle
import sys
from collections import defaultdict
from datetime import date, timedelta


class Order(object):
    def __init__(self, number, day, items):
        self.number = number
        self.day = day
        self.items = items

    def total(self):
        return sum(price * count for _, price, count in self.items)


def orders(n):
    first = date(2016, 2, 27)
    return [Order(i, first + timedelta(days=i % 50), [('item%d' % (j % 7), 1.25 * j, i % 3 + 1) for j in range(i % 5 + 1)])
            for i in range(n)]


def by_month(records):
    months = defaultdict(float)
    for r in records:
        months[r.day.strftime('%Y-%m')] += r.total()
    return sorted(months.items())


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    records = orders(100)
    size = 0
    for i in range(n):
        text = cPickle.dumps(records, i % 3)
        size = max(size, len(text) > 1000)
        records = cPickle.loads(text)
        if i % 4 == 0:
            records = copy.deepcopy(records)
        if i % 8 == 0:
            records = pickle.loads(pickle.dumps(records, 2))
        for r in records:
            r.day += timedelta(days=1)
    print(len(records) * size)
    for month, total in by_month(records):
        print('%s %.2f' % (month, total))


if __name__ == '__main__':
    main()
