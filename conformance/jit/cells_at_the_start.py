# Code whose first nodes make cells or take free ones, compiled.
def tree(n):
    def mk(d):
        return (mk(d - 1), mk(d - 1)) if d else None
    return mk(n)


def counter(start):
    def add(n):
        return start + n
    return add


total = 0
for i in range(400):
    tree(2)
    total += counter(i)(1)
print tree(2), total
