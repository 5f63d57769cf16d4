# Arithmetic on samples: every function, all widths, and what is said of wrong arguments.
import array
import audioop
import struct

CODES = {1: 'b', 2: 'h', 4: 'i'}


def pack(width, *samples):
    return struct.pack('=%d%s' % (len(samples), CODES[width]), *samples)


def wide(width, *parts):
    # Samples from fractions of the range.
    top = 1 << 8 * width - 1
    return pack(width, *[max(-top, min(top - 1, int(p * top))) for p in parts])


def show(name, *args):
    try:
        result = getattr(audioop, name)(*args)
    except Exception as e:
        result = '%s: %s' % (e.__class__.__name__, e)
    print name, repr(result)


print sorted(n for n in dir(audioop) if not n.startswith('__'))
print audioop.error, audioop.error.__bases__

for width in 1, 2, 4:
    print '--', width
    wave = wide(width, 0, .25, .7, .3, -.2, -1, -.6, 0, 1, .9, .9, -.5)
    for name in 'avg avgpp cross max maxpp minmax rms reverse lin2ulaw lin2alaw'.split():
        show(name, wave, width)
        show(name, '', width)
    for factor in 0, .5, -1, 3, 1e300, -.3, float('inf'), float('nan'):
        show('mul', wave, width, factor)
    show('add', wave, audioop.reverse(wave, width), width)
    show('tomono', wave, width, .5, .75)
    show('tostereo', wave, width, .5, -1.5)
    for bias in 1, -1, 100, 2 ** 31 - 1, -2 ** 31:
        show('bias', wave, width, bias)
    for new in 1, 2, 4:
        show('lin2lin', wave, width, new)
    for index in 0, 5, 11, 12, -1:
        show('getsample', wave, width, index)
    show('ulaw2lin', '\x00\x0f\x10\x3a\x7f\x80\x8f\xb1\xf0\xff', width)
    show('alaw2lin', '\x00\x0f\x10\x3a\x55\x80\xd5\xb1\xf0\xff', width)
    coded, state = audioop.lin2adpcm(wave, width, None)
    print repr(coded), state
    show('lin2adpcm', wave[:3 * width], width, state)
    show('adpcm2lin', coded, width, None)
    show('adpcm2lin', '\x77\x88\xf0', width, (-32768, 88))
    for channels, rates, weights in ((1, (8000, 11025), ()), (2, (3, 2), (2, 1)), (1, (2, 7), (3,))):
        out, state = audioop.ratecv(wave, width, channels, *(rates + (None,) + weights))
        print repr(out), state
        print audioop.ratecv(wave, width, channels, *(rates + (state,) + weights))

for width in 1, 2, 4:
    all_bytes = ''.join(map(chr, range(256)))
    for law in 'ulaw', 'alaw':
        linear = getattr(audioop, law + '2lin')(all_bytes, width)
        back = getattr(audioop, 'lin2' + law)(linear, width)
        print law, width, hash(linear), sum(a == b for a, b in zip(all_bytes, back))

print '-- fits'
long_one = pack(2, 0, 5, 100, -100, 30, 7, 7, 1000, -999, 2)
for short in pack(2, 50, -50), pack(2, 500, -499, 1), long_one:
    show('findfit', long_one, short)
show('findfit', long_one, '')
show('findfit', 'ab', 'abcd')
show('findfit', 'ab', 'abc')
show('findfactor', pack(2, 1, 2, 3), pack(2, 2, 4, 6))
show('findfactor', '', '')
show('findfactor', 'ab', 'abcd')
for n in 0, 1, 3, 10, 11, -1:
    show('findmax', long_one, n)
show('findmax', 'abc', 1)

print '-- arguments'
show('max')
show('max', 'ab')
show('max', 'ab', 3)
show('max', 'abc', 2)
show('max', 'ab', 'b')
show('max', 1, 'b')
show('max', u'ab', 2)
show('max', u'\xe9', 1)
show('max', buffer('ab'), 1)
show('max', bytearray('ab'), 1)
show('max', array.array('h', [1, -2]), 2)
show('mul', 'ab', 1, 'x')
show('add', 'ab', 1, 1)
show('add', 'ab', 'abcd', 1)
show('tomono', 'abc', 1, 1, 1)
show('bias', 'ab', 1, 2 ** 31)
show('alaw2lin', 'abc', 3)
for state in 1, (1,), (1, 2, 3), ('a', 1), (1, 89), (32768, 0), (0, 1.5):
    show('adpcm2lin', 'ab', 2, state)
show('ratecv', 'ab')
show('ratecv', 'abc', 2, 1, 1, 1, None)
show('ratecv', 'ab', 2, 0, 1, 1, None)
show('ratecv', 'ab', 2, 2 ** 31 - 1, 1, 1, None)
show('ratecv', 'ab', 2, 1, 0, 1, None)
show('ratecv', 'ab', 2, 1, 1, 1, None, 0)
show('ratecv', 'ab', 2, 1, 1, 1, None, 1, -1)
for state in 1, (1,), (1, 2), (-1, (2,)), (-1, ((2,),)), (-1, ((1, 2), (3, 4))), ('a', ((1, 2),)), (-1, ((1, 'b'),)):
    show('ratecv', 'ab', 2, 1, 1, 1, state)
