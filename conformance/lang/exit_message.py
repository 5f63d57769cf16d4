# A message goes to standard error, with status 1.
import sys
print 'out'
sys.exit('to standard error')
