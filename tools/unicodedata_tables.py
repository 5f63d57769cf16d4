"""Writes runtime/src/modules/unicodedata/tables.rs: what CPython 2.7 (Unicode 5.2, and 3.2) says of characters.

Run with CPython 2.7, a wide build:  python2.7 tools/unicodedata_tables.py > runtime/src/modules/unicodedata/tables.rs
"""
import sys
import unicodedata as new

old = new.ucd_3_2_0
assert sys.maxunicode == 0x10FFFF and new.unidata_version == '5.2.0'
BLOCK = 128
ALL = range(0x110000)


def record(db, u):
    return db.category(u), db.bidirectional(u), db.combining(u), db.mirrored(u), db.east_asian_width(u)


def rows(items, width):
    return '\n'.join('    ' + ', '.join(items[i:i + width]) + ',' for i in range(0, len(items), width))


def table(name, ty, items, doc, width=32):
    print
    print '/// %s' % doc
    print '#[rustfmt::skip]'
    print 'pub(super) static %s: [%s; %d] = [' % (name, ty, len(items))
    print rows(items, width)
    print '];'


def two_stage(name, numbers, what):
    blocks, seen, index = [], {}, []
    for start in range(0, len(numbers), BLOCK):
        block = tuple(numbers[start:start + BLOCK])
        if block not in seen:
            seen[block] = len(blocks)
            blocks.append(block)
        index.append(seen[block])
    table(name + '_INDEX', 'u16', map(str, index), 'Which block a code point is in: %s.' % what)
    table(name + '_BLOCKS', '[u16; BLOCK]', ['[' + ', '.join(map(str, b)) + ']' for b in blocks], 'The blocks.', 1)


def numeric(db):
    out = {}
    for c in ALL:
        u = unichr(c)
        n = db.numeric(u, None)
        d, g = db.decimal(u, -1), db.digit(u, -1)
        if n is not None or d >= 0 or g >= 0:
            out[c] = '(0x%x, %d, %d, %s)' % (c, d, g, 'f64::NAN' if n is None else repr(n))
    return out


def main():
    records, known = [], {}

    def number(r):
        if r not in known:
            known[r] = len(records)
            records.append(r)
        return known[r]

    now = [number(record(new, unichr(c))) for c in ALL]
    then = [number(record(old, unichr(c))) for c in ALL]
    print '//! Properties of characters in Unicode 5.2 and 3.2; see [`super::database`].'
    print '//!'
    print '//! Written by tools/unicodedata_tables.py; do not edit.'
    print
    print '#![allow(clippy::excessive_precision, clippy::type_complexity)]'
    print
    print '/// Code points of a block.'
    print 'pub(super) const BLOCK: usize = %d;' % BLOCK
    table('RECORDS', '(&str, &str, u8, bool, &str)',
          ['("%s", "%s", %d, %s, "%s")' % (a, b, c, str(bool(m)).lower(), e) for a, b, c, m, e in records],
          'Category, direction, combining class, mirrored, width in East Asia.', 4)
    two_stage('NOW', now, 'Unicode 5.2')
    two_stage('THEN', then, 'Unicode 3.2')
    a, b = numeric(new), numeric(old)
    table('NUMBERS', '(u32, i8, i8, f64)', [a[c] for c in sorted(a)], 'Decimal, digit (or -1) and numeric value, by code point.', 4)
    changed = sorted(c for c in set(a) | set(b) if a.get(c) != b.get(c))
    table('NUMBERS_THEN', '(u32, i8, i8, f64)', [b.get(c, '(0x%x, -1, -1, f64::NAN)' % c) for c in changed],
          'The same where Unicode 3.2 differs.', 4)
    hangul = range(0xAC00, 0xD7A4)
    rest = [c for c in ALL if not 0xAC00 <= c < 0xD7A4]
    da = dict((c, new.decomposition(unichr(c))) for c in rest)
    db = dict((c, old.decomposition(unichr(c))) for c in rest)
    table('DECOMPOSITIONS', '(u32, &str)', ['(0x%x, "%s")' % (c, da[c]) for c in rest if da[c]], 'Decompositions as text.', 4)
    table('DECOMPOSITIONS_THEN', '(u32, &str)', ['(0x%x, "%s")' % (c, db[c]) for c in rest if db[c] != da[c]],
          'The same where Unicode 3.2 differs.', 4)
    pairs = []
    for c in rest:
        d = da[c]
        if d and d[0] != '<' and len(d.split()) == 2:
            x, y = [int(h, 16) for h in d.split()]
            if new.normalize('NFC', unichr(x) + unichr(y)) == unichr(c):
                pairs.append('(0x%x, 0x%x, 0x%x)' % (x, y, c))
    pairs.sort(key=lambda p: tuple(int(h, 16) for h in p.strip('()').split(', ')))
    table('PAIRS', '(u32, u32, u32)', pairs, 'Pairs of characters that make one, in order.', 6)
    corrected = []
    for c in ALL:
        u = unichr(c)
        if old.decomposition(u) == new.decomposition(u) and old.normalize('NFD', u) != new.normalize('NFD', u) and old.category(u) != 'Cn':
            corrected.append('(0x%x, "%s")' % (c, ' '.join('%04X' % ord(k) for k in old.normalize('NFD', u))))
    table('CORRECTED_THEN', '(u32, &str)', corrected, 'Characters that Unicode 3.2 normalises otherwise than by its decompositions.', 4)


main()
