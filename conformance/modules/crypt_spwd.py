# Encrypted passwords, and where they are.
import crypt
import spwd


def raised(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as e:
        return type(e).__name__, e.args


for module in (crypt, spwd):
    print sorted(n for n in dir(module) if n != '__file__')

for arguments in (('a', 'ab'), ('a', '$6$ab'), ('a', '*'), (u'a', u'ab'), ('a',), (3, 'a'), ('a', None), ('a\0', 'ab')):
    print arguments, raised(crypt.crypt, *arguments)

print [raised(spwd.getspnam, *a) for a in ((), (3,), ('no such user',))], raised(spwd.getspall, 1)
print [n for n in dir(spwd.struct_spwd) if not n.startswith('__')]
made = spwd.struct_spwd(range(9))
print made, tuple(made), made.sp_expire, len(made), spwd.struct_spwd.n_fields
print raised(spwd.struct_spwd, range(8))
