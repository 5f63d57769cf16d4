# small: 500
# py3: ok
"""DeltaBlue: an incremental solver of one-way constraints of several strengths."""
import sys


class Strength(object):
    def __init__(self, value, name):
        self.value = value
        self.name = name

    def stronger(self, other):
        return self.value < other.value

    def weaker(self, other):
        return self.value > other.value


REQUIRED = Strength(0, 'required')
STRONG_PREFERRED = Strength(1, 'strong preferred')
PREFERRED = Strength(2, 'preferred')
STRONG_DEFAULT = Strength(3, 'strong default')
NORMAL = Strength(4, 'normal')
WEAK_DEFAULT = Strength(5, 'weak default')
WEAKEST = Strength(6, 'weakest')
BY_VALUE = [REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST]


def weakest_of(a, b):
    return a if a.weaker(b) else b


class Variable(object):
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stay = True


class Constraint(object):
    """Computes one of its variables from the others, while it is satisfied."""
    is_input = False

    def __init__(self, planner, strength):
        self.planner = planner
        self.strength = strength

    def add(self):
        self.add_to_graph()
        self.planner.incremental_add(self)

    def destroy(self):
        if self.is_satisfied():
            self.planner.incremental_remove(self)
        else:
            self.remove_from_graph()

    def satisfy(self, mark):
        """Takes an output by force if its strength allows; returns whom it displaced."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength is REQUIRED:
                raise AssertionError('a required constraint cannot be satisfied')
            return None
        self.mark_inputs(mark)
        output = self.output()
        displaced = output.determined_by
        if displaced is not None:
            displaced.mark_unsatisfied()
        output.determined_by = self
        if not self.planner.propagate(self, mark):
            raise AssertionError('a cycle of constraints')
        output.mark = mark
        return displaced


class Unary(Constraint):
    def __init__(self, planner, variable, strength):
        Constraint.__init__(self, planner, strength)
        self.variable = variable
        self.satisfied = False
        self.add()

    def add_to_graph(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def remove_from_graph(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = (self.variable.mark != mark
                          and self.strength.stronger(self.variable.walk_strength))

    def is_satisfied(self):
        return self.satisfied

    def mark_unsatisfied(self):
        self.satisfied = False

    def mark_inputs(self, mark):
        pass

    def inputs_known(self, mark):
        return True

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stay = not self.is_input
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    is_input = True


NEITHER, FORWARD, BACKWARD = range(3)


class Binary(Constraint):
    def __init__(self, planner, first, second, strength):
        Constraint.__init__(self, planner, strength)
        self.first = first
        self.second = second
        self.direction = NEITHER
        self.add()

    def add_to_graph(self):
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = NEITHER

    def remove_from_graph(self):
        self.first.constraints.remove(self)
        self.second.constraints.remove(self)
        self.direction = NEITHER

    def choose_method(self, mark):
        first, second = self.first, self.second
        can_forward = self.strength.stronger(second.walk_strength)
        can_backward = self.strength.stronger(first.walk_strength)
        if first.mark == mark:
            self.direction = FORWARD if second.mark != mark and can_forward else NEITHER
        elif second.mark == mark:
            self.direction = BACKWARD if can_backward else NEITHER
        elif first.walk_strength.weaker(second.walk_strength):
            self.direction = BACKWARD if can_backward else NEITHER
        elif can_forward:
            self.direction = FORWARD
        else:
            self.direction = NEITHER

    def is_satisfied(self):
        return self.direction != NEITHER

    def mark_unsatisfied(self):
        self.direction = NEITHER

    def input(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def mark_inputs(self, mark):
        self.input().mark = mark

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stay or source.determined_by is None

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = weakest_of(self.strength, source.walk_strength)
        target.stay = source.stay
        if target.stay:
            self.execute()


class Equality(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    """second = first * factor + offset, in either direction."""

    def __init__(self, planner, source, factor, offset, target, strength):
        self.factor = factor
        self.offset = offset
        Binary.__init__(self, planner, source, target, strength)

    def add_to_graph(self):
        Binary.add_to_graph(self)
        self.factor.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self):
        Binary.remove_from_graph(self)
        self.factor.constraints.remove(self)
        self.offset.constraints.remove(self)

    def mark_inputs(self, mark):
        Binary.mark_inputs(self, mark)
        self.factor.mark = self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = weakest_of(self.strength, source.walk_strength)
        target.stay = source.stay and self.factor.stay and self.offset.stay
        if target.stay:
            self.execute()


class Planner(object):
    def __init__(self):
        self.current_mark = 0

    def new_mark(self):
        self.current_mark += 1
        return self.current_mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        displaced = constraint.satisfy(mark)
        while displaced is not None:
            displaced = displaced.satisfy(mark)

    def incremental_remove(self, constraint):
        output = constraint.output()
        constraint.mark_unsatisfied()
        constraint.remove_from_graph()
        unsatisfied = self.remove_propagate_from(output)
        for strength in BY_VALUE:
            for candidate in unsatisfied:
                if candidate.strength is strength:
                    self.incremental_add(candidate)

    def make_plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = list(sources)
        while todo:
            constraint = todo.pop(0)
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                output.mark = mark
                self.add_consumers(output, todo)
        return plan

    def plan_from(self, constraints):
        return self.make_plan([c for c in constraints if c.is_input and c.is_satisfied()])

    def propagate(self, constraint, mark):
        """Brings walk strengths up to date downstream; False if that comes round to itself."""
        todo = [constraint]
        while todo:
            downstream = todo.pop()
            if downstream.output().mark == mark:
                self.incremental_remove(constraint)
                return False
            downstream.recalculate()
            self.add_consumers(downstream.output(), todo)
        return True

    def remove_propagate_from(self, output):
        output.determined_by = None
        output.walk_strength = WEAKEST
        output.stay = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
            determining = variable.determined_by
            for constraint in variable.constraints:
                if constraint is not determining and constraint.is_satisfied():
                    constraint.recalculate()
                    todo.append(constraint.output())
        return unsatisfied

    def add_consumers(self, variable, todo):
        determining = variable.determined_by
        for constraint in variable.constraints:
            if constraint is not determining and constraint.is_satisfied():
                todo.append(constraint)


def change(planner, variable, value, times=10):
    edit = Edit(planner, variable, PREFERRED)
    plan = planner.plan_from([edit])
    for i in range(times):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.destroy()


def chain_test(n):
    """A long chain of equalities: changes at one end arrive at the other."""
    planner = Planner()
    variables = [Variable('v%d' % i) for i in range(n + 1)]
    for i in range(n):
        Equality(planner, variables[i], variables[i + 1], REQUIRED)
    first, last = variables[0], variables[-1]
    Stay(planner, last, STRONG_DEFAULT)
    edit = Edit(planner, first, PREFERRED)
    plan = planner.plan_from([edit])
    for i in range(100):
        first.value = i
        for constraint in plan:
            constraint.execute()
        if last.value != i:
            raise AssertionError('chain: %r for %r' % (last.value, i))
    edit.destroy()
    return last.value


def projection_test(n):
    """Many scaled pairs that share factor and offset."""
    planner = Planner()
    factor = Variable('factor', 10)
    offset = Variable('offset', 1000)
    sources = []
    targets = []
    for i in range(n):
        source = Variable('source', i)
        target = Variable('target', i)
        sources.append(source)
        targets.append(target)
        Stay(planner, source, NORMAL)
        Scale(planner, source, factor, offset, target, REQUIRED)
    change(planner, sources[-1], 17)
    assert targets[-1].value == 1170, targets[-1].value
    change(planner, targets[-1], 1050)
    assert sources[-1].value == 5, sources[-1].value
    change(planner, factor, 5)
    for i in range(n - 1):
        assert targets[i].value == i * 5 + 1000
    change(planner, offset, 2000)
    for i in range(n - 1):
        assert targets[i].value == i * 5 + 2000
    return sum(target.value for target in targets)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 12000
    print("chain of %d: %d" % (n, chain_test(n)))
    print("projection of %d: %d" % (n, projection_test(n)))


if __name__ == '__main__':
    main()
