# small: 4
"""Documents written and read again as JSON: by the compact encoder, the one that indents, and with hooks."""
import json
import sys


def catalogue(n):
    items = []
    for i in range(n):
        items.append({
            'id': i,
            'name': u'Item \u2116 %d' % i,
            'price': 9.75 + i * 0.25,
            'tags': ['tag%d' % (i % k) for k in (2, 3, 5)],
            'stock': {'berlin': i % 4, 'k\xc3\xb6ln'.decode('utf-8'): None if i % 3 else i, 'open': i % 2 == 0},
            'text': 'line %d\n\t"quoted" \\ and <tags> & more' % i,
        })
    return {'version': 3, 'items': items, 'next': None}


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {'x': o.x, 'y': o.y}
        return json.JSONEncoder.default(self, o)


def to_point(pairs):
    return Point(**dict((str(k), v) for k, v in pairs.items())) if len(pairs) == 2 else pairs


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    data = catalogue(40)
    points = [Point(i, i * 0.5) for i in range(60)]
    size = 0
    for i in range(n):
        text = json.dumps(data, sort_keys=True)
        data = json.loads(text)
        size += len(text)
        if i % 3 == 0:
            pretty = json.dumps(data, indent=2, sort_keys=True, separators=(',', ': '))
            data = json.loads(pretty)
            size += len(pretty)
        points = json.loads(json.dumps(points, cls=PointEncoder), object_hook=to_point)
    print(size)
    print(sum(item['price'] for item in data['items']), sorted(data['items'][7]['stock'].items()))
    print(sum(p.x for p in points), sum(p.y for p in points))


if __name__ == '__main__':
    main()
