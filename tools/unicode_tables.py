"""Writes runtime/src/builtins/unicode/tables.rs: what CPython 2.7 (Unicode 5.2) says of characters.

Run with CPython 2.7, a wide build:  python2.7 tools/unicode_tables.py > runtime/src/builtins/unicode/tables.rs
"""
import sys

assert sys.maxunicode == 0x10FFFF

TESTS = [
    ('ALPHA', lambda u: u.isalpha()),
    ('DECIMAL', lambda u: u.isdecimal()),
    ('DIGIT', lambda u: u.isdigit()),
    ('NUMERIC', lambda u: u.isnumeric()),
    ('SPACE', lambda u: u.isspace()),
    ('LOWER', lambda u: u.islower()),
    ('UPPER', lambda u: u.isupper()),
    ('TITLE', lambda u: u.istitle() and not u.isupper()),
    ('LINE', lambda u: len((u + u'x').splitlines()) == 2),
]
BLOCK = 128


def record(c):
    u = unichr(c)
    flags = sum(1 << i for i, (_, test) in enumerate(TESTS) if test(u))
    return flags, ord(u.upper()) - c, ord(u.lower()) - c, ord(u.title()) - c


def rows(numbers, width=32):
    return '\n'.join('    ' + ', '.join(map(str, numbers[i:i + width])) + ',' for i in range(0, len(numbers), width))


def main():
    records, known = [], {}
    blocks, seen, index = [], {}, []
    for start in range(0, 0x110000, BLOCK):
        block = []
        for c in range(start, start + BLOCK):
            r = record(c)
            if r not in known:
                known[r] = len(records)
                records.append(r)
            block.append(known[r])
        block = tuple(block)
        if block not in seen:
            seen[block] = len(blocks)
            blocks.append(block)
        index.append(seen[block])
    assert len(records) < 256 and len(blocks) < 256
    print '//! Properties of characters in Unicode 5.2, by number of a record; see [`super::database`].'
    print '//!'
    print '//! Written by tools/unicode_tables.py; do not edit.'
    print
    print 'use super::database::Record;'
    print
    print '/// Code points of a block.'
    print 'pub(super) const BLOCK: usize = %d;' % BLOCK
    print
    print '/// What there is: flags, and distances to the capital, small and title form.'
    print '#[rustfmt::skip]'
    print 'pub(super) static RECORDS: [Record; %d] = [' % len(records)
    for r in records:
        print '    Record::new(%d, %d, %d, %d),' % r
    print '];'
    print
    # The last blocks are all alike.
    while len(index) > 1 and index[-1] == index[-2]:
        index.pop()
    print '/// Block of each %d code points; what is behind the end has the last.' % BLOCK
    print '#[rustfmt::skip]'
    print 'pub(super) static INDEX: [u8; %d] = [' % len(index)
    print rows(index)
    print '];'
    print
    print '/// Records of the code points of each block.'
    print '#[rustfmt::skip]'
    print 'pub(super) static BLOCKS: [[u8; BLOCK]; %d] = [' % len(blocks)
    for b in blocks:
        print '    [%s],' % ', '.join(map(str, b))
    print '];'


main()
