import _foreign

# A file that is in memory alone: no other user can change it, and nothing is left of it when the process ends.
__file__ = _foreign.test_library()
del _foreign


def func():
    pass


def func_si(text, number):
    pass
