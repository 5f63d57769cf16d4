# The last line of a message of several lines.
raise RuntimeError('first line\nsecond line\nthird')
