name = 'a'
import _cycle_b as b
late = 'late'
