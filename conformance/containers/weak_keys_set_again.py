# Weak keys that were set again, removed and died, with collections of any kind between: nothing is called back for what
# was removed, and nothing is said of it. (A word that a stack happens to have may keep one or another; tables that were
# given up kept hundreds.)
import gc
import sys
import weakref


class Errors(object):
    text = ''

    def write(self, text):
        Errors.text += text


class Key(object):
    pass


class Watched(weakref.WeakKeyDictionary):
    pass


sys.stderr = Errors()
kept = [Watched() for i in range(50)]
for n in range(300):
    keys = [Key() for i in range(20)]
    for d in kept:
        for k in keys:
            d[k] = d.get(k, 0) + 1
        for k in keys[::2]:
            d[k] = d.get(k, 0) + 1
        for k in keys[::3]:
            del d[k]
    del keys, k
gc.collect()
gc.collect()
print [len(d) for d in kept if len(d) > 20]
sys.stderr = sys.__stderr__
print Errors.text.count('ignored') < 20
