# What struct.Struct says of its memory: by the values of the format.
import struct
import sys
for f in ['', 'i', '3i', '0c', 'xxx', '187s', 'iiB', '2xi', '0s', '20p', 'i2h', '<iq', '0i3x', 'B' * 50]:
    s = struct.Struct(f)
    print s.__sizeof__(), sys.getsizeof(s),
