# The dict of an exception stands in what `__reduce__` answers once it has come into being, empty or not.
def attempt(use):
    for e in (Exception(1), IOError(2, 'no', 'f'), SyntaxError('x'), Mine(5)):
        use(e)
        print e.__reduce__()[1:], e.__reduce__() == e.__reduce_ex__(2),
    print


class Mine(Exception):
    pass


def set_and_delete(e):
    e.x = 1
    del e.x


def fail_to_delete(e):
    try:
        del e.x
    except AttributeError as error:
        print error,

attempt(lambda e: None)
attempt(lambda e: e.__dict__)
attempt(vars)
attempt(set_and_delete)
attempt(fail_to_delete)
attempt(lambda e: setattr(e, 'x', 1))
attempt(lambda e: setattr(e, '__dict__', {}))
attempt(lambda e: e.__setstate__({}))
attempt(lambda e: hasattr(e, 'x'))
attempt(lambda e: object.__getattribute__(e, '__dict__'))
attempt(str)
