# Formats of more than any memory has: what is told of their size, and when.
import struct
import sys


for f in ('{}b'.format(sys.maxsize+1),'{}b{}H'.format(sys.maxsize//2, sys.maxsize//2),'{}b'.format(sys.maxsize),'{}s'.format(sys.maxsize),'{}x'.format(sys.maxsize),'{}H'.format(sys.maxsize//2+1), '99999999999999999999s'):
    for g in (struct.calcsize, struct.pack, lambda f: struct.unpack(f,'')):
        try: print g(f)
        except Exception as e: print type(e).__name__, e
