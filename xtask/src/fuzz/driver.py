# Runs programs of the fuzzer, each in a fresh module, and marks where the output of each
# begins and ends. Usage: driver.py seed1.py seed2.py ...
import imp, sys, traceback
def run(names):
    # A module that is gone leaves its names bound to None in CPython.
    module_of_prelude = imp.new_module('prelude')
    prelude = vars(module_of_prelude)
    exec compile(open('prelude.py').read(), 'prelude.py', 'exec') in prelude
    kept = []
    for name in names:
        module = imp.new_module('__main__')
        # It lives on: at which moment what it holds would be finalised is no matter here.
        kept.append(module)
        space = vars(module)
        space.update((k, v) for k, v in prelude.items() if not k.startswith('__'))
        space['fuel'][:] = [3000]
        space['seen'][:] = [0]
        space['errors'].clear()
        sys.stdout.write('\x02begin %s\n' % name)
        sys.stdout.flush()
        try:
            exec compile(open(name).read(), name, 'exec') in space
        except:
            if sys.stdout.softspace: print
            kind, value, trace = sys.exc_info()
            # Of the library there are parts that are native in one and Python in the other.
            lines = [z for z in traceback.extract_tb(trace) if '/' not in z[0]]
            lines = traceback.format_list(lines) + traceback.format_exception_only(kind, value)
            sys.stdout.write(''.join(lines))
        if sys.stdout.softspace: print
        sys.exc_clear()
        sys.stdout.write('\x02end %s\n' % name)
        sys.stdout.flush()
run(sys.argv[1:])
