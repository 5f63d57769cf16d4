# What patterns are matched against: text, and objects of the older buffer interface.
import array
import mmap
import re

subjects = [bytearray('abc'), buffer('abc'), buffer(u'abc'), memoryview('abc'), buffer(array.array('i', [97])),
            mmap.mmap(-1, 4), 5, None]
subjects += [array.array(code) for code in 'cbhild'] + [array.array(code, [97]) for code in 'bhBHild']
subjects += [array.array('c', 'xab'), array.array('u', u'xab')]
for subject in subjects:
    print type(subject).__name__, getattr(subject, 'typecode', ''),
    for f in re.search, re.split, re.findall:
        try:
            found = f('a', subject)
        except TypeError as e:
            found = e
        if hasattr(found, 'span'):
            found = found.span(), found.group()
        print found,
    print
