# sys.exit runs finally clauses and can be caught.
import sys
try:
    sys.exit(5)
except SystemExit as e:
    print 'caught', e.code, e.args, repr(e)
try:
    try:
        sys.exit()
    finally:
        print 'finally'
except SystemExit as e:
    print e.code
try:
    raise SystemExit(1, 2)
except SystemExit as e:
    print e.code
try:
    sys.exit('text')
except Exception:
    print 'SystemExit is no Exception: unreached'
except BaseException as e:
    print e.code
for i in range(3):
    try:
        if i == 1:
            sys.exit(17)
    finally:
        print 'loop finally', i
