# A tracer is told of a `break` on its own line however it is reached, and of a `continue` that leaves a block; of
# another one when a branch falls into it.
import sys


def search(items):
    for i in items:
        if i:
            pass
        else:
            break
    for i in items:
        if i == 2:
            if len(items) > 1:
                continue
            else:
                break
        elif i == 3:
            pass
        else:
            break
    while True:
        try:
            if items:
                break
        finally:
            items = [1]
    while True:
        with manager:
            if len(items) < 3:
                items.append(2)
            else:
                break
    for i in items:
        try:
            if i == 3:
                pass
            else:
                continue
        except ValueError:
            if i:
                pass
            else:
                continue
    for i in items:
        try:
            if i == 3:
                i.x
        except AttributeError:
            if i == 3:
                pass
            else:
                break
        else:
            if i == 2:
                i
            else:
                break
    for i in items: break
    while items:
        if items.pop(): continue
        else: break
    else:
        return 0
    return 1


class Manager(object):
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


manager = Manager()
first = search.__code__.co_firstlineno
events = []


def tracer(frame, event, arg):
    if frame.f_code is search.__code__:
        events.append((event, frame.f_lineno - first))
        return tracer


for items in [0], [1, 0], [2, 3, 4], [3, 2, 2], [], [2]:
    del events[:]
    sys.settrace(tracer)
    result = search(list(items))
    sys.settrace(None)
    print items, result, ' '.join('%s%d' % (e[0], n) for e, n in events)
