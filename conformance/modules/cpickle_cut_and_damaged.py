# cPickle: pickles cut anywhere, opcodes with nothing to work on, numbers and strings that are none, objects that refuse.
import cPickle
import cStringIO
import hashlib
import StringIO


def attempt(f, *args):
    try:
        return repr(f(*args)).split(' at 0x')[0]
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Old:
    def __init__(self, *args):
        self.args = args

    def __repr__(self):
        return 'Old%r' % (self.__dict__,)


class New(object):
    def __repr__(self):
        return 'New%r' % (self.__dict__,)

    def __setstate__(self, state):
        self.state = state


class Slots(object):
    __slots__ = ['a']


class Refuses(object):
    def __setstate__(self, state):
        raise KeyError('state')


class List(list):
    def append(self, v):
        list.append(self, ('appended', v))

    def extend(self, v):
        list.extend(self, ['extended'] + list(v))


class Dict(dict):
    def __setitem__(self, k, v):
        dict.__setitem__(self, k, ('set', v))


# Every object has a name of its own: what has but one owner is pickled without a place in the memo.
o, n = Old(1), New()
o.x, n.y = 2, 3
args, wide, big, one, two, four, l, k, e, f = o.args, u'wide \u20ac', 2 ** 70, (1,), (1, 2), (1, 2, 3, 4), [o, n, o], {}, [], {}
k['k'] = l
THING = [1, 'text', wide, big, 1.5, None, True, (), one, two, (1, 2, 3), four, k, len, Old, 300, -5, 70000, e, f]
for protocol in (0, 1, 2):
    data = cPickle.dumps(THING, protocol)
    outcomes = {}
    for i in range(len(data)):
        what = attempt(cPickle.loads, data[:i])
        outcomes[what] = outcomes.get(what, 0) + 1
        other = attempt(cPickle.load, cStringIO.StringIO(data[:i]))
        third = attempt(cPickle.load, StringIO.StringIO(data[:i]))
        if other != what or third != what:
            outcomes['files'] = outcomes.get('files', 0) + 1
    print protocol, len(data), hashlib.md5(data).hexdigest()
    for k in sorted(outcomes):
        print '   ', outcomes[k], k
    print attempt(cPickle.loads, data), attempt(cPickle.loads, data + 'more')
    changed = {}
    for i in range(0, len(data), 3):
        what = attempt(cPickle.loads, data[:i] + '\x01' + data[i + 1:]).split(':')[0]
        changed[what] = changed.get(what, 0) + 1
    print [(changed[k], k) for k in sorted(changed) if k.endswith('Error')]

# Each opcode alone, and with one thing before it, and with a mark.
for before in ('', 'I1\n', '(', '(I1\n', '(I1\nI2\n', ']', '}', 'N(I1\n', ')I1\n'):
    print repr(before)
    for i in range(256):
        code = chr(i)
        if code in '.#':
            continue
        what = attempt(cPickle.loads, before + code + '.')
        if 'invalid load key' in what and before:
            continue
        print '  %r %s' % (code, what),
    print

# Arguments of opcodes.
for p in ('I\n.', 'Ix\n.', 'I1x\n.', 'I 1\n.', 'I99999999999999999999\n.', 'I00\n.', 'I01\n.', 'I02\n.', 'I-0\n.', 'I0x10\n.', 'I010\n.', 'L\n.', 'L1\n.', 'L1L\n.', 'Lx\n.', 'L1LL\n.', 'L12\x003\n.', 'I12\x003\n.', 'I1\x00\n.', 'F1.5\x00\n.', 'L\x00\n.', 'I1', 'I12', 'L12L', 'F1.5', "S'a'", 'Vab', 'Vab\\u', 'Vab\\u2', 'g12', 'Np12', 'c__builtin__\nlen', 'I+0\n.', 'I\t01\n.', 'I001\n.', 'F-1e999\n.', 'L-5L\n.', 'F\n.', 'Fx\n.', 'F1\n.', 'F 1.5\n.', 'Finf\n.', 'Fnan\n.', 'F1e999\n.',
          "S\n.", "S'\n.", "Sx\n.", "S'a\n.", "S'a\"\n.", "S'a'x\n.", "S'a' \n.", "S'a\\n'\n.", "S'\\x'\n.", 'S"a\'"\n.', "Su'a'\n.", "V\n.", "Vabc\n.", "V\\u20ac\n.", "V\\u20\n.", "V\xe9\n.", "V\\U0001d11e\n.", 'K.', 'K\x05.', 'M\x01.', 'M\x01\x02.', 'J\1\2\3\xff.', 'J\1\2\3', 'U\x03ab.', 'U\x02ab.',
          'T\x02\0\0\0ab.', 'T\xff\xff\xff\xff.', 'T\2\0\0\0a', 'X\2\0\0\0\xc3\xa9.', 'X\1\0\0\0\xff.', 'X\xff\xff\xff\xff.', 'G\0\0\0\0\0\0\0\0.', 'G\x3f\xf8\0\0\0\0\0\0.', 'G123.', '\x8a\x00.', '\x8a\x01\xff.', '\x8a\x02\xff\x7f.', '\x8a\x05ab.', '\x8b\1\0\0\0\5.', '\x8b\xff\xff\xff\xff.', '\x8b\0\0\0\0.',
          '\x80\x02N.', '\x80\x03N.', '\x80', '\x80\xffN.', 'g0\n.', 'gx\n.', 'g\n.', 'h\0.', 'j\0\0\0\0.', 'Np0\ng0\n.', 'Npx\ngx\n.', 'Nq\5h\5.', 'Nr\1\0\0\0j\1\0\0\0.', 'Nr\xff\xff\xff\xffj\xff\xff\xff\xff.', 'Np-1\ng-1\n.', 'N0.', 'N00.', 'N2.', 'N20.', '1.', '(1.', '(N1.', '((N1.', 'c\n.', 'c__builtin__\nlen\n.', 'c__builtin__\nnothing\n.',
          'cnothing\nlen\n.', 'c__main__\nOld\n.', 'c__main__\nOld.x\n.', 'c__builtin__\nlen', 'i__main__\nOld\n.', '(i__main__\nOld\n.', '(I1\nI2\ni__main__\nOld\n.', '(c__main__\nOld\no.', '(c__main__\nOld\nI5\no.', '(c__main__\nNew\no.', '(I1\no.', '(o.', 'o.', 'c__builtin__\nlen\n(S\'abc\'\ntR.', 'c__builtin__\nlen\nNR.', 'c__builtin__\nlen\n)R.', 'NNR.', 'c__builtin__\nlen\n(I1\ntR.',
          'c__main__\nNew\n)\x81.', 'c__main__\nOld\n)\x81.', 'c__main__\nSlots\n)\x81}S\'a\'\nI1\nsb.', 'c__main__\nSlots\n)\x81N}S\'a\'\nI1\ns\x86b.', 'c__main__\nSlots\n)\x81}S\'zz\'\nI1\nsb.', 'c__main__\nRefuses\n)\x81I1\nb.', 'c__main__\nNew\n)\x81I1\nb.', 'I1\nI2\nb.', ']I1\nb.', '(c__main__\nOld\no(I1\ntb.', '(c__main__\nOld\noI1\nb.', '(c__main__\nOld\no}I1\nI2\nsb.',
          'c__main__\nList\n)\x81I1\na.', 'c__main__\nList\n)\x81(I1\nI2\ne.', 'c__main__\nDict\n)\x81I1\nI2\ns.', 'c__main__\nDict\n)\x81(I1\nI2\nI3\nI4\nu.', '](I1\ne.', '}(I1\nu.', '}(I1\nI2\nI3\nu.', ')(I1\ne.', 'N(I1\nI2\nu.', '}]I1\ns.', '}]]s.', '(]I1\nd.', '(I1\nI2\nI3\nd.', '(I1\nI2\nd.', '(]]d.', 'I1\n\x85.', 'I1\n\x86.', 'I1\nI2\nI3\n\x87.', '\x88.', '\x89.',
          'P1\n.', 'NQ.', '\x82\1.', '\x83\1\1.', '\x84\1\0\0\0.', '\x82.', 'ccopy_reg\n_reconstructor\n(c__main__\nNew\nc__builtin__\nobject\nNtR.', 'ccopy_reg\n_reconstructor\n(I1\nI2\nNtR.', 'NN.', '(N.', '(.', '', '.', '\n', ' N.', 'N', '\x80\x02', '\x95\0\0\0\0\0\0\0\0N.', '\x8c\1a.', 'B\1\0\0\0a.', 'C\1a.'):
    print repr(p), attempt(cPickle.loads, p)


# Files that answer oddly.
class File(object):
    def __init__(self, *answers):
        self.answers = list(answers)

    def read(self, n):
        return self.answers.pop(0) if self.answers else ''

    def readline(self):
        return self.answers.pop(0) if self.answers else ''


class Raises(File):
    def read(self, n):
        raise ValueError('read %d' % n)


for f in (File('I', '1\n', '.'), File('I', '1', '.'), File('I', 5, '.'), File(5), File(None), File(u'N', '.'), File('NN', '.'), File(''), Raises(), File('T', '\5\0\0\0', 'abc', '.'), File('T', '\3\0\0\0', 'abcdef', '.'), File('I', u'1\n', '.'), 5, None, 'text', object()):
    print type(f).__name__, attempt(cPickle.load, f)
for bad in (5, None, u'N.', u'\u20ac', bytearray('N.'), buffer('N.')):
    print type(bad).__name__, attempt(cPickle.loads, bad)
