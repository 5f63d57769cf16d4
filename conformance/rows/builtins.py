# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# builtin_len: len(object) -> number of items of a sequence or mapping
FORMS = [
    ('called', '''from __builtin__ import len
def f(a):
    return len(a)
'''),
    ('looped', '''from __builtin__ import len
def f(operands, results):
    for a, in operands:
        try:
            x = len(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('list', ["list"]),
    ('str', ["str"]),
    ('tuple', ["tuple"]),
    ('dict', ["dict"]),
]
row('builtin_len', CASES, FORMS)

# builtin_abs: abs(number) -> its absolute value
FORMS = [
    ('called', '''from __builtin__ import abs
def f(a):
    return near(abs(a))
'''),
    ('looped', '''from __builtin__ import abs
def f(operands, results):
    for a, in operands:
        try:
            x = near(abs(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
    ('float', ["float"]),
]
row('builtin_abs', CASES, FORMS)

# builtin_cmp: cmp(x, y) -> negative if x < y, zero if x == y, positive if x > y
FORMS = [
    ('called', '''from __builtin__ import cmp
def f(a, b):
    return cmp(a, b)
'''),
    ('looped', '''from __builtin__ import cmp
def f(operands, results):
    for a, b, in operands:
        try:
            x = cmp(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('builtin_cmp', CASES, FORMS)

# builtin_isinstance: isinstance(object, class or tuple) -> is it an instance?
FORMS = [
    ('called', '''from __builtin__ import isinstance
def f(a, b):
    return isinstance(a, b)
'''),
    ('looped', '''from __builtin__ import isinstance
def f(operands, results):
    for a, b, in operands:
        try:
            x = isinstance(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('value_type', ["value", "type"]),
]
row('builtin_isinstance', CASES, FORMS)

# math_acos: acos(x) -> the angle in radians whose cosine is x
FORMS = [
    ('called', '''from math import acos
def f(a):
    return near(acos(a))
'''),
    ('looped', '''from math import acos
def f(operands, results):
    for a, in operands:
        try:
            x = near(acos(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_acos', CASES, FORMS)

# math_asin: asin(x) -> the angle in radians whose sine is x
FORMS = [
    ('called', '''from math import asin
def f(a):
    return near(asin(a))
'''),
    ('looped', '''from math import asin
def f(operands, results):
    for a, in operands:
        try:
            x = near(asin(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_asin', CASES, FORMS)

# math_atan: atan(x) -> the angle in radians whose tangent is x
FORMS = [
    ('called', '''from math import atan
def f(a):
    return near(atan(a))
'''),
    ('looped', '''from math import atan
def f(operands, results):
    for a, in operands:
        try:
            x = near(atan(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_atan', CASES, FORMS)

# math_atan2: atan2(y, x) -> the angle in radians of the point (x, y), by the signs of both
FORMS = [
    ('called', '''from math import atan2
def f(a, b):
    return near(atan2(a, b))
'''),
    ('looped', '''from math import atan2
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(atan2(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float_float', ["float", "float"]),
]
row('math_atan2', CASES, FORMS)

# math_ceil: ceil(x) -> the smallest integral float not below x
FORMS = [
    ('called', '''from math import ceil
def f(a):
    return near(ceil(a))
'''),
    ('looped', '''from math import ceil
def f(operands, results):
    for a, in operands:
        try:
            x = near(ceil(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_ceil', CASES, FORMS)

# math_cos: cos(x) -> the cosine of x radians
FORMS = [
    ('called', '''from math import cos
def f(a):
    return near(cos(a))
'''),
    ('looped', '''from math import cos
def f(operands, results):
    for a, in operands:
        try:
            x = near(cos(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_cos', CASES, FORMS)

# math_degrees: degrees(x) -> the angle of x radians in degrees
FORMS = [
    ('called', '''from math import degrees
def f(a):
    return near(degrees(a))
'''),
    ('looped', '''from math import degrees
def f(operands, results):
    for a, in operands:
        try:
            x = near(degrees(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_degrees', CASES, FORMS)

# math_exp: exp(x) -> e raised to the power x
FORMS = [
    ('called', '''from math import exp
def f(a):
    return near(exp(a))
'''),
    ('looped', '''from math import exp
def f(operands, results):
    for a, in operands:
        try:
            x = near(exp(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_exp', CASES, FORMS)

# math_fabs: fabs(x) -> the absolute value of x as a float
FORMS = [
    ('called', '''from math import fabs
def f(a):
    return near(fabs(a))
'''),
    ('looped', '''from math import fabs
def f(operands, results):
    for a, in operands:
        try:
            x = near(fabs(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_fabs', CASES, FORMS)

# math_floor: floor(x) -> the largest integral float not above x
FORMS = [
    ('called', '''from math import floor
def f(a):
    return near(floor(a))
'''),
    ('looped', '''from math import floor
def f(operands, results):
    for a, in operands:
        try:
            x = near(floor(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_floor', CASES, FORMS)

# math_fmod: fmod(x, y) -> the remainder of x / y with the sign of x
FORMS = [
    ('called', '''from math import fmod
def f(a, b):
    return near(fmod(a, b))
'''),
    ('looped', '''from math import fmod
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(fmod(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float_float', ["float", "float"]),
]
row('math_fmod', CASES, FORMS)

# math_hypot: hypot(x, y) -> sqrt(x*x + y*y)
FORMS = [
    ('called', '''from math import hypot
def f(a, b):
    return near(hypot(a, b))
'''),
    ('looped', '''from math import hypot
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(hypot(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float_float', ["float", "float"]),
]
row('math_hypot', CASES, FORMS)

# math_isinf: isinf(x) -> is x infinite?
FORMS = [
    ('called', '''from math import isinf
def f(a):
    return isinf(a)
'''),
    ('looped', '''from math import isinf
def f(operands, results):
    for a, in operands:
        try:
            x = isinf(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_isinf', CASES, FORMS)

# math_isnan: isnan(x) -> is x no number?
FORMS = [
    ('called', '''from math import isnan
def f(a):
    return isnan(a)
'''),
    ('looped', '''from math import isnan
def f(operands, results):
    for a, in operands:
        try:
            x = isnan(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_isnan', CASES, FORMS)

# math_log10: log10(x) -> the logarithm of x to base 10
FORMS = [
    ('called', '''from math import log10
def f(a):
    return near(log10(a))
'''),
    ('looped', '''from math import log10
def f(operands, results):
    for a, in operands:
        try:
            x = near(log10(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_log10', CASES, FORMS)

# math_pow: pow(x, y) -> x raised to the power y
FORMS = [
    ('called', '''from math import pow
def f(a, b):
    return near(pow(a, b))
'''),
    ('looped', '''from math import pow
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(pow(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float_float', ["float", "float"]),
]
row('math_pow', CASES, FORMS)

# math_radians: radians(x) -> the angle of x degrees in radians
FORMS = [
    ('called', '''from math import radians
def f(a):
    return near(radians(a))
'''),
    ('looped', '''from math import radians
def f(operands, results):
    for a, in operands:
        try:
            x = near(radians(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_radians', CASES, FORMS)

# math_sin: sin(x) -> the sine of x radians
FORMS = [
    ('called', '''from math import sin
def f(a):
    return near(sin(a))
'''),
    ('looped', '''from math import sin
def f(operands, results):
    for a, in operands:
        try:
            x = near(sin(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_sin', CASES, FORMS)

# math_sqrt: sqrt(x) -> the square root of x
FORMS = [
    ('called', '''from math import sqrt
def f(a):
    return near(sqrt(a))
'''),
    ('looped', '''from math import sqrt
def f(operands, results):
    for a, in operands:
        try:
            x = near(sqrt(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_sqrt', CASES, FORMS)

# math_tan: tan(x) -> the tangent of x radians
FORMS = [
    ('called', '''from math import tan
def f(a):
    return near(tan(a))
'''),
    ('looped', '''from math import tan
def f(operands, results):
    for a, in operands:
        try:
            x = near(tan(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
    ('int', ["int"]),
]
row('math_tan', CASES, FORMS)

# operator_add: add(a, b) -> a + b
FORMS = [
    ('called', '''from operator import add
def f(a, b):
    return near(add(a, b))
'''),
    ('looped', '''from operator import add
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(add(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_add', CASES, FORMS)

# operator_special_add: Same as add(a, b).
FORMS = [
    ('called', '''from operator import __add__
def f(a, b):
    return near(__add__(a, b))
'''),
    ('looped', '''from operator import __add__
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(__add__(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_add', CASES, FORMS)

# operator_sub: sub(a, b) -> a - b
FORMS = [
    ('called', '''from operator import sub
def f(a, b):
    return near(sub(a, b))
'''),
    ('looped', '''from operator import sub
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(sub(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_sub', CASES, FORMS)

# operator_special_sub: Same as sub(a, b).
FORMS = [
    ('called', '''from operator import __sub__
def f(a, b):
    return near(__sub__(a, b))
'''),
    ('looped', '''from operator import __sub__
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(__sub__(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_sub', CASES, FORMS)

# operator_mul: mul(a, b) -> a * b
FORMS = [
    ('called', '''from operator import mul
def f(a, b):
    return near(mul(a, b))
'''),
    ('looped', '''from operator import mul
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(mul(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_mul', CASES, FORMS)

# operator_special_mul: Same as mul(a, b).
FORMS = [
    ('called', '''from operator import __mul__
def f(a, b):
    return near(__mul__(a, b))
'''),
    ('looped', '''from operator import __mul__
def f(operands, results):
    for a, b, in operands:
        try:
            x = near(__mul__(a, b))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_mul', CASES, FORMS)

# operator_and: and_(a, b) -> a & b
FORMS = [
    ('called', '''from operator import and_
def f(a, b):
    return and_(a, b)
'''),
    ('looped', '''from operator import and_
def f(operands, results):
    for a, b, in operands:
        try:
            x = and_(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('operator_and', CASES, FORMS)

# operator_special_and: Same as and_(a, b).
FORMS = [
    ('called', '''from operator import __and__
def f(a, b):
    return __and__(a, b)
'''),
    ('looped', '''from operator import __and__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __and__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('operator_special_and', CASES, FORMS)

# operator_or: or_(a, b) -> a | b
FORMS = [
    ('called', '''from operator import or_
def f(a, b):
    return or_(a, b)
'''),
    ('looped', '''from operator import or_
def f(operands, results):
    for a, b, in operands:
        try:
            x = or_(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('operator_or', CASES, FORMS)

# operator_special_or: Same as or_(a, b).
FORMS = [
    ('called', '''from operator import __or__
def f(a, b):
    return __or__(a, b)
'''),
    ('looped', '''from operator import __or__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __or__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('operator_special_or', CASES, FORMS)

# operator_xor: xor(a, b) -> a ^ b
FORMS = [
    ('called', '''from operator import xor
def f(a, b):
    return xor(a, b)
'''),
    ('looped', '''from operator import xor
def f(operands, results):
    for a, b, in operands:
        try:
            x = xor(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('operator_xor', CASES, FORMS)

# operator_special_xor: Same as xor(a, b).
FORMS = [
    ('called', '''from operator import __xor__
def f(a, b):
    return __xor__(a, b)
'''),
    ('looped', '''from operator import __xor__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __xor__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
]
row('operator_special_xor', CASES, FORMS)

# operator_lt: lt(a, b) -> a < b
FORMS = [
    ('called', '''from operator import lt
def f(a, b):
    return lt(a, b)
'''),
    ('looped', '''from operator import lt
def f(operands, results):
    for a, b, in operands:
        try:
            x = lt(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_lt', CASES, FORMS)

# operator_special_lt: Same as lt(a, b).
FORMS = [
    ('called', '''from operator import __lt__
def f(a, b):
    return __lt__(a, b)
'''),
    ('looped', '''from operator import __lt__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __lt__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_lt', CASES, FORMS)

# operator_le: le(a, b) -> a <= b
FORMS = [
    ('called', '''from operator import le
def f(a, b):
    return le(a, b)
'''),
    ('looped', '''from operator import le
def f(operands, results):
    for a, b, in operands:
        try:
            x = le(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_le', CASES, FORMS)

# operator_special_le: Same as le(a, b).
FORMS = [
    ('called', '''from operator import __le__
def f(a, b):
    return __le__(a, b)
'''),
    ('looped', '''from operator import __le__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __le__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_le', CASES, FORMS)

# operator_eq: eq(a, b) -> a == b
FORMS = [
    ('called', '''from operator import eq
def f(a, b):
    return eq(a, b)
'''),
    ('looped', '''from operator import eq
def f(operands, results):
    for a, b, in operands:
        try:
            x = eq(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_eq', CASES, FORMS)

# operator_special_eq: Same as eq(a, b).
FORMS = [
    ('called', '''from operator import __eq__
def f(a, b):
    return __eq__(a, b)
'''),
    ('looped', '''from operator import __eq__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __eq__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_eq', CASES, FORMS)

# operator_ne: ne(a, b) -> a != b
FORMS = [
    ('called', '''from operator import ne
def f(a, b):
    return ne(a, b)
'''),
    ('looped', '''from operator import ne
def f(operands, results):
    for a, b, in operands:
        try:
            x = ne(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_ne', CASES, FORMS)

# operator_special_ne: Same as ne(a, b).
FORMS = [
    ('called', '''from operator import __ne__
def f(a, b):
    return __ne__(a, b)
'''),
    ('looped', '''from operator import __ne__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __ne__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_ne', CASES, FORMS)

# operator_gt: gt(a, b) -> a > b
FORMS = [
    ('called', '''from operator import gt
def f(a, b):
    return gt(a, b)
'''),
    ('looped', '''from operator import gt
def f(operands, results):
    for a, b, in operands:
        try:
            x = gt(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_gt', CASES, FORMS)

# operator_special_gt: Same as gt(a, b).
FORMS = [
    ('called', '''from operator import __gt__
def f(a, b):
    return __gt__(a, b)
'''),
    ('looped', '''from operator import __gt__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __gt__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_gt', CASES, FORMS)

# operator_ge: ge(a, b) -> a >= b
FORMS = [
    ('called', '''from operator import ge
def f(a, b):
    return ge(a, b)
'''),
    ('looped', '''from operator import ge
def f(operands, results):
    for a, b, in operands:
        try:
            x = ge(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_ge', CASES, FORMS)

# operator_special_ge: Same as ge(a, b).
FORMS = [
    ('called', '''from operator import __ge__
def f(a, b):
    return __ge__(a, b)
'''),
    ('looped', '''from operator import __ge__
def f(operands, results):
    for a, b, in operands:
        try:
            x = __ge__(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int_int', ["int", "int"]),
    ('float_float', ["float", "float"]),
]
row('operator_special_ge', CASES, FORMS)

# operator_is: is_(a, b) -> a is b
FORMS = [
    ('called', '''from operator import is_
def f(a, b):
    return is_(a, b)
'''),
    ('looped', '''from operator import is_
def f(operands, results):
    for a, b, in operands:
        try:
            x = is_(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int", "int"]),
    ('float', ["float", "float"]),
    ('str', ["str", "str"]),
    ('list', ["list", "list"]),
    ('tuple', ["tuple", "tuple"]),
    ('dict', ["dict", "dict"]),
]
row('operator_is', CASES, FORMS)

# operator_is_not: is_not(a, b) -> a is not b
FORMS = [
    ('called', '''from operator import is_not
def f(a, b):
    return is_not(a, b)
'''),
    ('looped', '''from operator import is_not
def f(operands, results):
    for a, b, in operands:
        try:
            x = is_not(a, b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int", "int"]),
    ('float', ["float", "float"]),
    ('str', ["str", "str"]),
    ('list', ["list", "list"]),
    ('tuple', ["tuple", "tuple"]),
    ('dict', ["dict", "dict"]),
]
row('operator_is_not', CASES, FORMS)

# operator_neg: neg(a) -> -a
FORMS = [
    ('called', '''from operator import neg
def f(a):
    return near(neg(a))
'''),
    ('looped', '''from operator import neg
def f(operands, results):
    for a, in operands:
        try:
            x = near(neg(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
    ('float', ["float"]),
]
row('operator_neg', CASES, FORMS)

# operator_special_neg: Same as neg(a).
FORMS = [
    ('called', '''from operator import __neg__
def f(a):
    return near(__neg__(a))
'''),
    ('looped', '''from operator import __neg__
def f(operands, results):
    for a, in operands:
        try:
            x = near(__neg__(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
    ('float', ["float"]),
]
row('operator_special_neg', CASES, FORMS)

# operator_abs: abs(a) -> the absolute value of a
FORMS = [
    ('called', '''from operator import abs
def f(a):
    return near(abs(a))
'''),
    ('looped', '''from operator import abs
def f(operands, results):
    for a, in operands:
        try:
            x = near(abs(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
]
row('operator_abs', CASES, FORMS)

# operator_special_abs: Same as abs(a).
FORMS = [
    ('called', '''from operator import __abs__
def f(a):
    return near(__abs__(a))
'''),
    ('looped', '''from operator import __abs__
def f(operands, results):
    for a, in operands:
        try:
            x = near(__abs__(a))
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('float', ["float"]),
]
row('operator_special_abs', CASES, FORMS)

# operator_inv: inv(a) -> ~a
FORMS = [
    ('called', '''from operator import inv
def f(a):
    return inv(a)
'''),
    ('looped', '''from operator import inv
def f(operands, results):
    for a, in operands:
        try:
            x = inv(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
]
row('operator_inv', CASES, FORMS)

# operator_special_inv: Same as inv(a).
FORMS = [
    ('called', '''from operator import __inv__
def f(a):
    return __inv__(a)
'''),
    ('looped', '''from operator import __inv__
def f(operands, results):
    for a, in operands:
        try:
            x = __inv__(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
]
row('operator_special_inv', CASES, FORMS)

# operator_invert: invert(a) -> ~a
FORMS = [
    ('called', '''from operator import invert
def f(a):
    return invert(a)
'''),
    ('looped', '''from operator import invert
def f(operands, results):
    for a, in operands:
        try:
            x = invert(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
]
row('operator_invert', CASES, FORMS)

# operator_special_invert: Same as invert(a).
FORMS = [
    ('called', '''from operator import __invert__
def f(a):
    return __invert__(a)
'''),
    ('looped', '''from operator import __invert__
def f(operands, results):
    for a, in operands:
        try:
            x = __invert__(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('int', ["int"]),
]
row('operator_special_invert', CASES, FORMS)

# operator_not: not_(a) -> not a
FORMS = [
    ('called', '''from operator import not_
def f(a):
    return not_(a)
'''),
    ('looped', '''from operator import not_
def f(operands, results):
    for a, in operands:
        try:
            x = not_(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('bool', ["bool"]),
]
row('operator_not', CASES, FORMS)

# operator_special_not: Same as not_(a).
FORMS = [
    ('called', '''from operator import __not__
def f(a):
    return __not__(a)
'''),
    ('looped', '''from operator import __not__
def f(operands, results):
    for a, in operands:
        try:
            x = __not__(a)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('bool', ["bool"]),
]
row('operator_special_not', CASES, FORMS)

# deque_append: Put an item at the right end.
FORMS = [
    ('called', '''def f(a, b):
    x = a.append(b)
    return x, a
'''),
    ('looped', '''def f(operands, results):
    for a, b, in operands:
        try:
            x = a.append(b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('inline', ["deque", "value"]),
]
row('deque_append', CASES, FORMS)

# deque_appendleft: Put an item at the left end.
FORMS = [
    ('called', '''def f(a, b):
    x = a.appendleft(b)
    return x, a
'''),
    ('looped', '''def f(operands, results):
    for a, b, in operands:
        try:
            x = a.appendleft(b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('inline', ["deque", "value"]),
]
row('deque_appendleft', CASES, FORMS)

# deque_pop: Take the item at the right end out.
FORMS = [
    ('called', '''def f(a):
    x = a.pop()
    return x, a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = a.pop()
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('inline', ["deque"]),
]
row('deque_pop', CASES, FORMS)

# deque_popleft: Take the item at the left end out.
FORMS = [
    ('called', '''def f(a):
    x = a.popleft()
    return x, a
'''),
    ('looped', '''def f(operands, results):
    for a, in operands:
        try:
            x = a.popleft()
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('inline', ["deque"]),
]
row('deque_popleft', CASES, FORMS)

# list_append: L.append(object) -- put the object at the end
FORMS = [
    ('called', '''def f(a, b):
    x = a.append(b)
    return x, a
'''),
    ('looped', '''def f(operands, results):
    for a, b, in operands:
        try:
            x = a.append(b)
        except Exception, e:
            x = e
        results.append(x)
'''),
]
CASES = [
    ('inline', ["list", "value"]),
]
row('list_append', CASES, FORMS)
