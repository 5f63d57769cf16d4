from .. import loaded as up
from ..inner import value
from . import sibling
from .sibling import value as sibling_value
import sibling as implicit
assert implicit is sibling
