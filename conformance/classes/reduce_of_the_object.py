# An object's own __reduce__ counts once its class has one, and only then.
import copy
import pickle


def rebuilt(text):
    return 'rebuilt ' + text


class With(object):
    def __reduce__(self):
        return rebuilt, ('by the class',)


class Without(object):
    pass


for protocol in 0, 1, 2:
    w = With()
    print pickle.loads(pickle.dumps(w, protocol)), '|',
    w.__reduce__ = lambda: (rebuilt, ('by the object',))
    print pickle.loads(pickle.dumps(w, protocol)), '|', w.__reduce_ex__(protocol)[1], copy.copy(w)
    o = Without()
    o.mark = 3
    o.__reduce__ = None
    print pickle.loads(pickle.dumps(o, protocol)).mark
