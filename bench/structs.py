# small: 1
"""Records packed and unpacked in loops: by functions and by compiled formats, alone, in buffers and in streams."""
import struct
import sys


class Point(object):
    __slots__ = ('x', 'y', 'z', 'flags')

    def __init__(self, x, y, z, flags):
        self.x = x
        self.y = y
        self.z = z
        self.flags = flags


def header(number, length):
    return struct.pack('>2sHIQ', 'PK', number & 0xFFFF, length, number * length)


def headers(count):
    total = 0
    for i in xrange(count):
        magic, number, length, product = struct.unpack('>2sHIQ', header(i, i * 3))
        total += len(magic) + number + length + product
    return total


def points(count):
    form = struct.Struct('<dddI')
    packed = [form.pack(i * 0.5, i * 0.25, -i, i & 0xFF) for i in xrange(count)]
    made = [Point(*form.unpack(p)) for p in packed]
    return sum(p.x + p.y + p.z + p.flags for p in made)


def messages(count):
    out = []
    for i in xrange(count):
        body = 'body %d' % i
        out.append(struct.pack('!BH', i % 7, len(body)))
        out.append(body)
    data = ''.join(out)
    at = kinds = 0
    size = struct.calcsize('!BH')
    while at < len(data):
        kind, length = struct.unpack_from('!BH', data, at)
        at += size + length
        kinds += kind
    return kinds, at


def table(rows):
    row = struct.Struct('=HhBbq')
    buf = bytearray(row.size * rows)
    for i in xrange(rows):
        row.pack_into(buf, i * row.size, i & 0xFFFF, -(i & 0x7FFF), i & 0xFF, -(i & 0x7F), i * i)
    check = 0
    for i in xrange(rows):
        a, b, c, d, e = row.unpack_from(buf, i * row.size)
        check ^= a + b + c + d + e
    return check


def words(count):
    form = '<%dI' % count
    data = struct.pack(form, *xrange(count))
    total = 0
    for i in xrange(60):
        total += sum(struct.unpack(form, data)) & 0xFFFF
    return total


def wrong(count):
    caught = 0
    for i in xrange(count):
        try:
            struct.pack('b', i)
        except struct.error:
            caught += 1
    return caught


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(headers(15000 * n))
    print(points(10000 * n))
    print('%d %d' % messages(20000 * n))
    print(table(15000 * n))
    print(words(2000 * n))
    print(wrong(3000 * n))


if __name__ == '__main__':
    main()
