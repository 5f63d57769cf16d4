# cPickle.dump to None pickles, and writes nothing.
import cPickle
print cPickle.dump([1, 'a', {2: None}], None), cPickle.dump({}, None, 2)
for v, f in [(lambda: 1, None), (1, 3), (1, object())]:
    try:
        cPickle.dump(v, f)
    except Exception as e:
        print type(e).__name__, str(e)[:40]
