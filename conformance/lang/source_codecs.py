# Sources in encodings of the library, and of the program itself; what is said of texts that cannot be read.
import codecs
import imp
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
folder = tempfile.mkdtemp()
there = os.getcwd()
os.chdir(folder)
number = [0]


def tell(e):
    print type(e).__name__, e.args, getattr(e, 'lineno', None), getattr(e, 'offset', None), repr(getattr(e, 'text', None))


def module(data):
    number[0] += 1
    name = 'm%d.py' % number[0]
    with open(name, 'wb') as f:
        f.write(data)
    try:
        with open(name, 'rb') as f:
            m = imp.load_module(name[:-3], f, name, ('.py', 'rb', imp.PY_SOURCE))
        print sorted((k, v) for k, v in vars(m).items() if not k.startswith('_'))
    except Exception as e:
        tell(e)
    try:
        d = {}
        execfile(name, d)
        print sorted((k, v) for k, v in d.items() if not k.startswith('_'))
    except Exception as e:
        tell(e)


def text(data, mode='exec'):
    try:
        print sorted(compile(data, '<x>', mode).co_names)
    except Exception as e:
        tell(e)


# A codec of the program: its reader goes by lines.
def shout(data, errors='strict'):
    return codecs.utf_8_decode(bytes(data).replace('<<', '"').replace('>>', '".upper()'), errors, True)


class Reader(codecs.StreamReader):
    def decode(self, data, errors='strict'):
        return shout(data, errors)


def search(name):
    if name == 'shouting':
        return codecs.CodecInfo(name=name, encode=codecs.utf_8_encode, decode=shout, streamreader=Reader,
                                streamwriter=codecs.StreamWriter)
    if name == 'broken':
        return codecs.CodecInfo(name=name, encode=codecs.utf_8_encode, decode=lambda *a: 1 / 0,
                                streamreader=lambda *a: 1 / 0, streamwriter=codecs.StreamWriter)


codecs.register(search)
for line in '# coding: shouting\n', '#!x\n# vim: fileencoding=shouting :\n', '# coding: broken\n', '# coding: nowhere\n':
    module(line + 'x = <<hello>>\ny = "caf\xc3\xa9", u"caf\xc3\xa9"\n')
    text(line + 'x = <<hello>>\ny = "caf\xc3\xa9", u"caf\xc3\xa9"\n')

# A codec may say something else the next time.
spoken = []


def changing(data, errors='strict'):
    spoken.append(1)
    return u'print %d' % len(spoken), len(data)


codecs.register(lambda name: codecs.CodecInfo(name=name, encode=codecs.utf_8_encode, decode=changing) if name == 'changing' else None)
for i in range(4):
    exec '# coding: changing\n'
for i in range(3):
    exec compile('# coding: changing\n', '<x>', 'exec')

# Those of the library.
module('# coding: rot13\nk = 1\nl = "hello", h"hello"\n')
module('# coding: utf-7\nk = "+AOk-"\nl = u"+AOk-"\n')
module('# coding: utf-16\nk = 1\n')
module('# coding: hex\n6b203d2031\n')
module('# coding: cp437\nk = "\x82", u"\x82"\n')
module('# coding: cp037\nk = "\x82", u"\x82"\n')
text('# coding: rot13\nk = 1\n')
text('# coding: utf-7\nk = "+AOk-"\n')
text('# coding: hex\n6b203d2031\n')
text('# coding: hex\n6b203d203\n')

# What cannot be decoded: the reader has read ahead, or not.
for coding in 'ascii', 'cp1252', 'euc-jp', 'koi8-u', 'cp424':
    for head in '', '#!x\n':
        for rest in ('y = 1\nx = "\xff\x81"\n', '\xff\x81\n', 'y = 1\n' * 40 + 'x = "\x81\xff"\n', 'y = (\n\n"\xff\x81")\n',
                     'y = 1\n' * 40 + '\n\n)\n\n\x81\xff"\n', 'y = """' + 'y = 1\n' * 40 + '\n\n\xff\x81"""\n'):
            module(head + '# coding: %s\n' % coding + rest)
            text(head + '# coding: %s\n' % coding + rest)
module('# coding: ascii \xff\nx = 1\n')

# No encoding declared.
for data in ('x = """a\n\xc3\xa9\nb\nc"""\n', 'x = (1,\n "caf\xc3\xa9",\n 3)\n', 'x = "abc\\\ncaf\xc3\xa9"\ny\n', '# caf\xc3\xa9\n',
             '"""\n\xc3\xa9', 'x = 1 + \\\n  "\xc3\xa9"\n', '\n\n\n"""\n\n\n\n\xc3\xa9\n\n\n"""\n', 'x = (1, # caf\xc3\xa9\n 2)\n'):
    module(data)
    text(data)

# Ends after a backslash.
for data in 'x = "abc\\\n', 'y = 1\nx = "abc\\\ndef\\\n', 'x = "abc\\', 'x = 1 + \\\n', 'x = """\\\n', 'x = "abc\\\n\n', 'x = (\r\n', 'x = (\r':
    module(data)
    text(data)

# A text that is Unicode has no encoding to declare, if there is nothing else wrong.
for data in '# coding: ascii\nx = 1\n', '# coding: utf-8\nx\n', '# coding: nowhere\nx\n', '# coding: utf-8\n(\n', '# coding: ascii\n\xe9\n':
    for mode in 'exec', 'eval':
        text(data.decode('latin-1'), mode)

os.chdir(there)
shutil.rmtree(folder)
