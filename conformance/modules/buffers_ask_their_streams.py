# What a buffered stream of io can do is what its raw stream can.
import io

for make in (lambda: io.BytesIO('ab')), lambda: io.FileIO('/dev/null'):
    for cls in io.BufferedReader, io.BufferedWriter, io.BufferedRandom:
        try:
            b = cls(make())
            print cls.__name__, b.readable(), b.writable()
        except (IOError, ValueError) as e:
            print cls.__name__, e
