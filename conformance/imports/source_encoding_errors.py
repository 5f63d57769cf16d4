# Files in encodings that cannot be read: message, line, and no text.
import os
import shutil
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
SOURCES = [
    'x = 1\ny = "\xe9"\n',
    '\xef\xbb\xbf# coding: latin-1\nx = 1\n',
    '# coding: nonesuch\n\n\nx = 1\n',
    '# coding: string-escape\nx = 1\n',
    '#\n# coding: string-escape\n\nx = 1\n',
]
try:
    for number, source in enumerate(SOURCES):
        name = 'bad%d' % number
        path = os.path.join(folder, name + '.py')
        with open(path, 'w') as f:
            f.write(source)
        for how in (lambda: __import__(name)), (lambda: execfile(path)), (lambda: compile(source, path, 'exec')):
            try:
                how()
                print 'fine'
            except SyntaxError as e:
                msg, place = e.args
                print msg.replace(folder, ''), os.path.basename(place[0]), place[1:], e.lineno, e.offset, e.text
finally:
    shutil.rmtree(folder)
