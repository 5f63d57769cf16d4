# True is an int.
import sys
print 'true'
sys.exit(True)
