# An error inside an imported module goes out through the import.
print 'importing'
import _broken
print 'unreached'
