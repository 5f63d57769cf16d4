# Functions, code, modules and the like are made by their types, which look at their arguments in a certain order.
import types


def function():
    pass


def attempt(f, *args, **kwargs):
    try:
        print type(f(*args, **kwargs)).__name__
    except Exception as e:
        print type(e).__name__, e

code = function.func_code
free = (lambda x: lambda: x)(1)
for args in ((), (1,), (None,), (code,), (1, {}), (code, None), (code, 1), (code, {}), (code, {}, 1), (code, {}, None, 1),
             (code, {}, 'n', (), 1), (free.func_code, {}), (free.func_code, {}, 1), (free.func_code, {}, 1, 1),
             (free.func_code, {}, None, 1), (free.func_code, {}, 'n', None, ()), (free.func_code, {}, 'n', None, (1,)),
             (free.func_code, {}, 'n', None, free.func_closure), (code, {}, 'n', (), (), 1)):
    attempt(types.FunctionType, *args)
for kwargs in ({'code': 1}, {'code': code}, {'globals': {}}, {'code': code, 'globals': None}, {'code': code, 'globals': {}},
               {'zz': 1}, {'code': code, 'globals': {}, 'zz': 1}, {'code': 1, 'globals': {}, 'zz': 1}):
    attempt(types.FunctionType, **kwargs)
attempt(types.FunctionType, code, {}, code=code)
attempt(types.FunctionType, code, {}, **{u'name': 'n'})
for args in ((), (1,), (None,), ('n',), ('n', None), ('n', 1), ('n', 'd', 1)):
    attempt(types.ModuleType, *args)
for kwargs in ({'name': 'n'}, {'name': None}, {'doc': 1}, {'zz': 1}, {'name': 'n', 'zz': 1}):
    attempt(types.ModuleType, **kwargs)
attempt(types.ModuleType, 'n', name='n')
attempt(types.CodeType)
attempt(types.CodeType, zz=1)
for cls in (object, int, list):
    attempt(cls.__new__)
    attempt(cls.__new__, **{'a': int})
    attempt(cls.__new__, 1)
    attempt(cls.__new__, **{'self': cls})
