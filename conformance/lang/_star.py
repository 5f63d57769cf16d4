__all__ = ['public', '_underscored']
_underscored = 'listed, so imported'
hidden = 'not listed'


def public():
    return 'public'
