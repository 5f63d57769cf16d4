# A bytearray keeps its size while a memoryview of it is held by a variable, an object or an argument. One that was
# only in an expression's hands is gone when the expression is.


class Reader(object):
    def __init__(self, size):
        self.buffer = bytearray(range(256)) * (size // 256)
        self.at = 0

    def take(self, n):
        data = (memoryview(self.buffer)[self.at:self.at + n]).tobytes()
        self.at += n
        if self.at * 2 > len(self.buffer):
            del self.buffer[:self.at]
            self.at = 0
        self.buffer += data
        return data


def attempt(what, array):
    try:
        array.append(1)
    except BufferError as e:
        print what, e
    else:
        print what, 'changed', len(array)


def consumed():
    reader = Reader(4096)
    return sum(len(reader.take(n % 700)) for n in xrange(2000))


def held_by_variable(array):
    view = memoryview(array)
    attempt('variable', array)
    view = view[1:2]
    attempt('part', array)
    view = None
    attempt('variable cleared', array)


def argument(view, array):
    attempt('argument', array)


def held_by_cell(array):
    view = memoryview(array)

    def inner():
        return view
    attempt('cell', array)
    return inner


class Holder(object):
    pass


def held_by_object(array):
    holder = Holder()
    holder.view = memoryview(array)
    attempt('attribute', array)
    del holder.view
    attempt('attribute deleted', array)
    items = [1, {'key': (memoryview(array),)}]
    attempt('items', array)
    attempt('items', array)
    del items[1]
    attempt('item deleted', array)


def suspended(array):
    view = memoryview(array)
    yield len(view)


def operands(array):
    try:
        return [memoryview(array), array.append(3)]
    except BufferError as e:
        return str(e)


for i in range(3):
    array = bytearray(10)
    held_by_variable(array)
    argument(memoryview(array), array)
    attempt('after the call', array)
    inner = held_by_cell(array)
    attempt('cell', array)
    del inner
    attempt('cell gone', array)
    held_by_object(array)
    running = suspended(array)
    next(running)
    attempt('generator', array)
    running.close()
    attempt('generator closed', array)
    print operands(array), len(array)
    for view in [memoryview(array)]:
        attempt('loop', array)
    del view
    attempt('loop over', array)
print consumed()
