# The end of a line holds the comment before it in concrete syntax trees.
import parser


def ends(tree):
    if isinstance(tree, tuple):
        if tree[0] == 4:
            print tree
        for part in tree[1:]:
            ends(part)


for source in ['x = 1  # one\n', 'x = 1 # one', 'x = 1\n', '# alone\nx = 2\n', 'if x: # c\n    y # d\n# e\nz\n',
               'x = (1, # in\n  2) # out\n', 's = "#no" # yes\n', 'x = 1 \\\n  + 2 # joined\n', 'x;  # semi\n']:
    print repr(source)
    ends(parser.suite(source).totuple(True, True))
