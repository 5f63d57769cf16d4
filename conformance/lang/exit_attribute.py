# The code attribute decides, not args.
e = SystemExit(1)
e.code = 42
print e.args, e.code
raise e
