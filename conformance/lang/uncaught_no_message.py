# Exceptions whose text is empty are shown by name alone.
print 'start'
raise ValueError
