value = 'sibling value'
