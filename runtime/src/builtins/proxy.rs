//! What a weak proxy does: whatever its object does.

use super::weakref::unwrap;
use crate::call::Args;
use crate::error::PyResult;
use crate::layouts::Str;
use crate::modules::operator;
use crate::number;
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

macro_rules! binary {
    ($($name:ident = $f:path;)*) => { $(
        pub fn $name(a: Value, b: Value) -> PyResult {
            $f(unwrap(a)?, unwrap(b)?)
        }
    )* };
}
binary! {
    add = number::add; sub = number::sub; mul = number::mul; div = number::div;
    truediv = number::truediv; floordiv = number::floordiv; modulo = number::modulo;
    lshift = number::lshift; rshift = number::rshift; and = number::and; or = number::or;
    xor = number::xor; divmod = number::divmod;
    iadd = number::iadd; isub = number::isub; imul = number::imul; idiv = number::idiv;
    itruediv = number::itruediv; ifloordiv = number::ifloordiv; imod = number::imod;
    ipow = number::ipow; ilshift = number::ilshift; irshift = number::irshift;
    iand = number::iand; ior = number::ior; ixor = number::ixor;
    getitem = protocol::get_item;
}

macro_rules! unary {
    ($($name:ident = $f:path;)*) => { $(
        pub fn $name(a: Value) -> PyResult {
            $f(unwrap(a)?)
        }
    )* };
}
unary! {
    neg = number::neg; pos = number::pos; invert = number::invert; abs = crate::modules::builtin::abs;
    int = number::to_int; long = number::to_long; index = number::index; iter = protocol::iter;
}

/// `unicode(proxy)` asks for the object's method, be there one or not.
pub fn unicode(a: Value) -> PyResult {
    let method = crate::attr::get(unwrap(a)?, crate::names::unicode())?;
    crate::call::call_values(method, &[])
}

pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    number::power(unwrap(a)?, unwrap(b)?, unwrap(c)?)
}
pub fn float(a: Value) -> PyResult {
    number::to_float(unwrap(a)?).map(Value::float)
}
pub fn str(a: Value) -> PyResult {
    protocol::str(unwrap(a)?).map(Into::into)
}
pub fn getattr(a: Value, name: Ref<Str>) -> PyResult {
    crate::attr::get(unwrap(a)?, name)
}
pub fn setattr(a: Value, name: Ref<Str>, v: Option<Value>) -> PyResult<()> {
    crate::attr::set(unwrap(a)?, name, v)
}
pub fn next(a: Value) -> PyResult<Option<Value>> {
    let it = unwrap(a)?;
    match it.ty().slots.next.get() {
        Some(f) => f(it),
        None => Err(protocol::not_iterable(it)),
    }
}
pub fn len(a: Value) -> PyResult<i64> {
    protocol::len(unwrap(a)?)
}
pub fn nonzero(a: Value) -> PyResult<bool> {
    protocol::truth(unwrap(a)?)
}
pub fn setitem(a: Value, k: Value, v: Option<Value>) -> PyResult<()> {
    protocol::set_item(unwrap(a)?, k, v)
}
pub fn contains(a: Value, v: Value) -> PyResult<bool> {
    protocol::contains(unwrap(a)?, v)
}
pub fn getslice(a: Value, i: i64, j: i64) -> PyResult {
    operator::getslice(unwrap(a)?, i, j)
}
pub fn setslice(a: Value, i: i64, j: i64, v: Option<Value>) -> PyResult<()> {
    operator::assign_slice(unwrap(a)?, i, j, v, "assignment")
}
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    protocol::cmp(unwrap(a)?, unwrap(b)?)
}
pub fn call(a: Value, args: Args<'_>) -> PyResult {
    crate::call::call(unwrap(a)?, args)
}
