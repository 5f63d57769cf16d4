"""A module whose functions become hot through another's loop."""
total = 0
STEP = 1


def scale(x):
    return x * STEP


def bump(x):
    global total
    total += scale(x) % 1000
    return total
