//! Native slots of types: which special method stands for which, and how a Python class gets
//! dispatchers for those it defines.
//!
//! One table, [`slot_table!`], says everything: the slot, its Rust signature, and the special
//! methods with their calling shape. From it come the [`Slots`] struct, inheritance, the slot
//! wrappers in builtin types' dicts (`int.__add__`) and the dispatchers of Python classes.

use std::cell::Cell;

use crate::call::Args;
use crate::error::PyResult;
use crate::layouts::{SlotWrapper, Str};
use crate::object::{Layout, Ref};
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::value::Value;

pub type Unary = fn(Value) -> PyResult;
pub type Binary = fn(Value, Value) -> PyResult;
pub type Ternary = fn(Value, Value, Value) -> PyResult;
pub type Next = fn(Value) -> PyResult<Option<Value>>;
pub type ToInt = fn(Value) -> PyResult<i64>;
pub type ToBool = fn(Value) -> PyResult<bool>;
pub type Contains = fn(Value, Value) -> PyResult<bool>;
pub type Compare = fn(Value, Value) -> PyResult<i32>;
pub type RichCompare = fn(Value, Value, CmpOp) -> PyResult;
pub type GetAttr = fn(Value, Ref<Str>) -> PyResult;
pub type SetAttr = fn(Value, Ref<Str>, Option<Value>) -> PyResult<()>;
pub type SetItem = fn(Value, Value, Option<Value>) -> PyResult<()>;
pub type GetSlice = fn(Value, i64, i64) -> PyResult;
pub type SetSlice = fn(Value, i64, i64, Option<Value>) -> PyResult<()>;
pub type Call = fn(Value, Args<'_>) -> PyResult;
pub type Init = fn(Value, Args<'_>) -> PyResult<()>;
pub type New = fn(Ref<Type>, Args<'_>) -> PyResult;
pub type DescrGet = fn(Value, Option<Value>, Option<Value>) -> PyResult;
pub type DescrSet = fn(Value, Value, Option<Value>) -> PyResult<()>;
pub type Del = fn(Value) -> PyResult<()>;

/// `name: Signature = dispatcher, ["__special__" doc wrapper, …];`
macro_rules! slot_table {
    ($($slot:ident : $sig:ident = $dispatch:expr, [$($special:literal $doc:literal $wrap:expr),*];)*) => {
        /// A type's native slots; an empty one means the operation is not supported, or for
        /// `getattr`/`setattr` that the generic algorithm applies.
        #[repr(C)]
        pub struct Slots { $(pub $slot: Cell<Option<$sig>>,)* }

        impl Slots {
            pub const EMPTY: Slots = Slots { $($slot: Cell::new(None),)* };

            fn copy(&self, from: &Slots, id: SlotId) {
                match id { $(SlotId::$slot => self.$slot.set(from.$slot.get()),)* }
            }
            fn clear(&self, id: SlotId) {
                match id { $(SlotId::$slot => self.$slot.set(None),)* }
            }
            fn is_set(&self, id: SlotId) -> bool {
                match id { $(SlotId::$slot => self.$slot.get().is_some(),)* }
            }
            fn set_dispatcher(&self, id: SlotId) {
                match id { $(SlotId::$slot => self.$slot.set($dispatch),)* }
            }
        }

        /// Names a slot.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum SlotId { $($slot,)* }

        /// All slots with their special methods.
        pub static TABLE: &[(SlotId, &[crate::typedef::WrapperDef])] = &[$(
            (SlotId::$slot, &[$(crate::typedef::WrapperDef {
                name: $special, doc: $doc, slot: SlotId::$slot, wrapper: $wrap,
            },)*]),
        )*];
    };
}

use crate::slot_dispatch as d;
use crate::slot_wrappers as w;

macro_rules! binop {
    ($slot:ident, $name:ident, $rname:ident) => { Some(|a, b| d::binary(a, b, stringify!($name), stringify!($rname), |s| &s.$slot)) };
}
macro_rules! l { ($slot:ident) => { |t, s, a| w::binary_left(t.slots.$slot.get(), s, a) } }
macro_rules! r { ($slot:ident) => { |t, s, a| w::binary_right(t.slots.$slot.get(), s, a) } }
macro_rules! u { ($slot:ident) => { |t, s, a| w::unary(t.slots.$slot.get(), s, a) } }
macro_rules! iop { ($name:literal) => { Some(|a, b| d::inplace(a, b, $name)) } }
macro_rules! uop { ($name:literal) => { Some(|a| d::unary(a, $name)) } }

slot_table! {
    repr: Unary = Some(d::repr), ["__repr__" "x.__repr__() is what repr(x) returns" u!(repr)];
    str: Unary = Some(d::str), ["__str__" "x.__str__() is what str(x) returns" u!(str)];
    hash: ToInt = Some(d::hash), ["__hash__" "x.__hash__() is what hash(x) returns" |t, s, a| w::to_int(t.slots.hash.get(), s, a)];
    call: Call = Some(d::call), ["__call__" "x.__call__(...) is what x(...) does" |t, s, a| w::call(t.slots.call.get(), s, a)];
    getattr: GetAttr = Some(d::getattr), [
        "__getattribute__" "x.__getattribute__('name') is what x.name does" |t, s, a| w::getattr(t, s, a),
        "__getattr__" "" |t, s, a| w::getattr(t, s, a)];
    setattr: SetAttr = Some(d::setattr), [
        "__setattr__" "x.__setattr__('name', value) is what x.name = value does" |t, s, a| w::setattr(t, s, a),
        "__delattr__" "x.__delattr__('name') is what del x.name does" |t, s, a| w::delattr(t, s, a)];
    iter: Unary = Some(d::iter), ["__iter__" "x.__iter__() is what iter(x) returns" u!(iter)];
    next: Next = Some(d::next), ["next" "x.next() is the next value, or raises StopIteration" |t, s, a| w::next(t.slots.next.get(), s, a)];
    len: ToInt = Some(d::len), ["__len__" "x.__len__() is what len(x) returns" |t, s, a| w::to_int(t.slots.len.get(), s, a)];
    nonzero: ToBool = Some(d::nonzero), ["__nonzero__" "x.__nonzero__() tells whether x is true" |t, s, a| w::to_bool(t.slots.nonzero.get(), s, a)];
    getitem: Binary = Some(d::getitem), ["__getitem__" "x.__getitem__(y) is what x[y] returns" |t, s, a| w::getitem(t.slots.getitem.get(), s, a)];
    setitem: SetItem = Some(d::setitem), [
        "__setitem__" "x.__setitem__(i, y) is what x[i] = y does" |t, s, a| w::setitem(t.slots.setitem.get(), s, a),
        "__delitem__" "x.__delitem__(y) is what del x[y] does" |t, s, a| w::delitem(t.slots.setitem.get(), s, a)];
    contains: Contains = Some(d::contains), ["__contains__" "x.__contains__(y) is what y in x returns" |t, s, a| w::contains(t.slots.contains.get(), s, a)];
    getslice: GetSlice = Some(d::getslice), ["__getslice__" "x.__getslice__(i, j) is what x[i:j] returns" |t, s, a| w::getslice(t.slots.getslice.get(), s, a)];
    setslice: SetSlice = Some(d::setslice), [
        "__setslice__" "x.__setslice__(i, j, y) is what x[i:j] = y does" |t, s, a| w::setslice(t.slots.setslice.get(), s, a),
        "__delslice__" "x.__delslice__(i, j) is what del x[i:j] does" |t, s, a| w::delslice(t.slots.setslice.get(), s, a)];
    cmp: Compare = Some(d::cmp), ["__cmp__" "x.__cmp__(y) is what cmp(x, y) returns" |t, s, a| w::cmp(t.slots.cmp.get(), s, a)];
    richcmp: RichCompare = Some(d::richcmp), [
        "__lt__" "x.__lt__(y) is x < y" |t, s, a| w::richcmp(t, s, a, CmpOp::Lt),
        "__le__" "x.__le__(y) is x <= y" |t, s, a| w::richcmp(t, s, a, CmpOp::Le),
        "__eq__" "x.__eq__(y) is x == y" |t, s, a| w::richcmp(t, s, a, CmpOp::Eq),
        "__ne__" "x.__ne__(y) is x != y" |t, s, a| w::richcmp(t, s, a, CmpOp::Ne),
        "__gt__" "x.__gt__(y) is x > y" |t, s, a| w::richcmp(t, s, a, CmpOp::Gt),
        "__ge__" "x.__ge__(y) is x >= y" |t, s, a| w::richcmp(t, s, a, CmpOp::Ge)];
    coerce: Binary = Some(d::coerce), ["__coerce__" "x.__coerce__(y) is what coerce(x, y) returns" l!(coerce)];
    descr_get: DescrGet = Some(d::descr_get), ["__get__" "descr.__get__(obj[, type]) is the attribute's value" |t, s, a| w::descr_get(t.slots.descr_get.get(), s, a)];
    descr_set: DescrSet = Some(d::descr_set), [
        "__set__" "descr.__set__(obj, value) assigns the attribute" |t, s, a| w::descr_set(t.slots.descr_set.get(), s, a),
        "__delete__" "descr.__delete__(obj) deletes the attribute" |t, s, a| w::descr_delete(t.slots.descr_set.get(), s, a)];
    init: Init = Some(d::init), ["__init__" "x.__init__(...) initialises x" |t, s, a| w::init(t.slots.init.get(), s, a)];
    new: New = Some(d::new), [];
    del: Del = Some(d::del), ["__del__" "" |_, _, _| Ok(Value::none())];
    neg: Unary = uop!("__neg__"), ["__neg__" "x.__neg__() is -x" u!(neg)];
    pos: Unary = uop!("__pos__"), ["__pos__" "x.__pos__() is +x" u!(pos)];
    abs: Unary = uop!("__abs__"), ["__abs__" "x.__abs__() is abs(x)" u!(abs)];
    invert: Unary = uop!("__invert__"), ["__invert__" "x.__invert__() is ~x" u!(invert)];
    int: Unary = uop!("__int__"), ["__int__" "x.__int__() is int(x)" u!(int)];
    long: Unary = uop!("__long__"), ["__long__" "x.__long__() is long(x)" u!(long)];
    float: Unary = uop!("__float__"), ["__float__" "x.__float__() is float(x)" u!(float)];
    oct: Unary = uop!("__oct__"), ["__oct__" "x.__oct__() is oct(x)" u!(oct)];
    hex: Unary = uop!("__hex__"), ["__hex__" "x.__hex__() is hex(x)" u!(hex)];
    index: Unary = uop!("__index__"), ["__index__" "x[y:z] is x[y.__index__():z.__index__()]" u!(index)];
    add: Binary = binop!(add, __add__, __radd__), ["__add__" "x.__add__(y) is x + y" l!(add), "__radd__" "x.__radd__(y) is y + x" r!(add)];
    sub: Binary = binop!(sub, __sub__, __rsub__), ["__sub__" "x.__sub__(y) is x - y" l!(sub), "__rsub__" "x.__rsub__(y) is y - x" r!(sub)];
    mul: Binary = binop!(mul, __mul__, __rmul__), ["__mul__" "x.__mul__(y) is x * y" l!(mul), "__rmul__" "x.__rmul__(y) is y * x" r!(mul)];
    div: Binary = binop!(div, __div__, __rdiv__), ["__div__" "x.__div__(y) is x / y" l!(div), "__rdiv__" "x.__rdiv__(y) is y / x" r!(div)];
    truediv: Binary = binop!(truediv, __truediv__, __rtruediv__), ["__truediv__" "x.__truediv__(y) is x / y" l!(truediv), "__rtruediv__" "x.__rtruediv__(y) is y / x" r!(truediv)];
    floordiv: Binary = binop!(floordiv, __floordiv__, __rfloordiv__), ["__floordiv__" "x.__floordiv__(y) is x // y" l!(floordiv), "__rfloordiv__" "x.__rfloordiv__(y) is y // x" r!(floordiv)];
    modulo: Binary = binop!(modulo, __mod__, __rmod__), ["__mod__" "x.__mod__(y) is x % y" l!(modulo), "__rmod__" "x.__rmod__(y) is y % x" r!(modulo)];
    divmod: Binary = binop!(divmod, __divmod__, __rdivmod__), ["__divmod__" "x.__divmod__(y) is divmod(x, y)" l!(divmod), "__rdivmod__" "x.__rdivmod__(y) is divmod(y, x)" r!(divmod)];
    pow: Ternary = Some(d::pow), ["__pow__" "x.__pow__(y[, z]) is pow(x, y[, z])" |t, s, a| w::pow(t.slots.pow.get(), s, a), "__rpow__" "y.__rpow__(x[, z]) is pow(x, y[, z])" |t, s, a| w::rpow(t.slots.pow.get(), s, a)];
    lshift: Binary = binop!(lshift, __lshift__, __rlshift__), ["__lshift__" "x.__lshift__(y) is x << y" l!(lshift), "__rlshift__" "x.__rlshift__(y) is y << x" r!(lshift)];
    rshift: Binary = binop!(rshift, __rshift__, __rrshift__), ["__rshift__" "x.__rshift__(y) is x >> y" l!(rshift), "__rrshift__" "x.__rrshift__(y) is y >> x" r!(rshift)];
    and: Binary = binop!(and, __and__, __rand__), ["__and__" "x.__and__(y) is x & y" l!(and), "__rand__" "x.__rand__(y) is y & x" r!(and)];
    or: Binary = binop!(or, __or__, __ror__), ["__or__" "x.__or__(y) is x | y" l!(or), "__ror__" "x.__ror__(y) is y | x" r!(or)];
    xor: Binary = binop!(xor, __xor__, __rxor__), ["__xor__" "x.__xor__(y) is x ^ y" l!(xor), "__rxor__" "x.__rxor__(y) is y ^ x" r!(xor)];
    iadd: Binary = iop!("__iadd__"), ["__iadd__" "x.__iadd__(y) is x += y" l!(iadd)];
    isub: Binary = iop!("__isub__"), ["__isub__" "x.__isub__(y) is x -= y" l!(isub)];
    imul: Binary = iop!("__imul__"), ["__imul__" "x.__imul__(y) is x *= y" l!(imul)];
    idiv: Binary = iop!("__idiv__"), ["__idiv__" "x.__idiv__(y) is x /= y" l!(idiv)];
    itruediv: Binary = iop!("__itruediv__"), ["__itruediv__" "x.__itruediv__(y) is x /= y" l!(itruediv)];
    ifloordiv: Binary = iop!("__ifloordiv__"), ["__ifloordiv__" "x.__ifloordiv__(y) is x //= y" l!(ifloordiv)];
    imod: Binary = iop!("__imod__"), ["__imod__" "x.__imod__(y) is x %= y" l!(imod)];
    ipow: Binary = iop!("__ipow__"), ["__ipow__" "x.__ipow__(y) is x **= y" l!(ipow)];
    ilshift: Binary = iop!("__ilshift__"), ["__ilshift__" "x.__ilshift__(y) is x <<= y" l!(ilshift)];
    irshift: Binary = iop!("__irshift__"), ["__irshift__" "x.__irshift__(y) is x >>= y" l!(irshift)];
    iand: Binary = iop!("__iand__"), ["__iand__" "x.__iand__(y) is x &= y" l!(iand)];
    ior: Binary = iop!("__ior__"), ["__ior__" "x.__ior__(y) is x |= y" l!(ior)];
    ixor: Binary = iop!("__ixor__"), ["__ixor__" "x.__ixor__(y) is x ^= y" l!(ixor)];

    concat: Binary = None, ["__add__" "x.__add__(y) is x + y" l!(concat)];
    repeat: Binary = None, ["__mul__" "x.__mul__(n) is x * n" l!(repeat), "__rmul__" "x.__rmul__(n) is n * x" l!(repeat)];
}

fn special_name(def: &'static crate::typedef::WrapperDef) -> Ref<Str> {
    crate::builtins::str::intern(def.name.as_bytes())
}

/// Fills the slots of `ty` from what its special methods resolve to. `only`: just the slots that
/// the special method of that name stands for.
pub fn update(ty: Ref<Type>, only: Option<&[u8]>) {
    for (id, defs) in TABLE {
        if defs.is_empty() || only.is_some_and(|n| !defs.iter().any(|d| d.name.as_bytes() == n)) {
            continue;
        }
        let mut native = None;
        let mut python = false;
        for def in *defs {
            let Some(found) = ty.lookup(special_name(def)) else { continue };
            match found.exact::<SlotWrapper>() {
                Some(w) if w.def.get().slot == *id && ty.is_subtype(w.owner.get()) => {
                    native = native.or(Some(w.owner.get()));
                }
                Some(w) if shares_names(w.def.get().slot, *id) => {}
                _ if *id == SlotId::hash && found.is_none() => {
                    ty.slots.hash.set(Some(d::unhashable));
                    native = None;
                    python = false;
                    break;
                }
                _ => python = true,
            }
        }
        if python {
            ty.slots.set_dispatcher(*id);
        } else if let Some(owner) = native {
            ty.slots.copy(&owner.slots, *id);
        } else if *id != SlotId::hash || !ty.slots.is_set(*id) {
            ty.slots.clear(*id);
        }
    }
}

/// Do two slots stand for the same special method, one for numbers and one for sequences?
fn shares_names(a: SlotId, b: SlotId) -> bool {
    use SlotId::{add, concat, mul, repeat};
    matches!((a, b), (add, concat) | (concat, add) | (mul, repeat) | (repeat, mul))
}

/// Copies the slots that have no special method from the base.
pub fn inherit_hidden(ty: Ref<Type>, base: Ref<Type>) {
    for (id, defs) in TABLE {
        if defs.is_empty() && *id != SlotId::new && !ty.slots.is_set(*id) {
            ty.slots.copy(&base.slots, *id);
        }
    }
    if !ty.slots.is_set(SlotId::new) {
        ty.slots.copy(&base.slots, SlotId::new);
    }
}

/// For a builtin type: its own slots become wrappers in its dict, the others come from its base.
pub fn publish(ty: Ref<Type>) {
    let Some(dict) = ty.dict.get() else { return };
    for (id, defs) in TABLE {
        if !ty.slots.is_set(*id) {
            continue;
        }
        for def in *defs {
            if matches!(def.name, "__getattr__" | "__del__") {
                continue;
            }
            let name = special_name(def);
            if ty.slots.hash.get().is_some_and(|f| *id == SlotId::hash && std::ptr::fn_addr_eq(f, d::unhashable as ToInt)) {
                dict.set_str(name, Value::none());
            } else if dict.get_str(name).is_none() {
                dict.set_str(name, SlotWrapper::alloc(Cell::new(def), ty).into());
            }
        }
    }
}

/// For a builtin type: the slots it does not have itself come from its base.
pub fn inherit(ty: Ref<Type>, base: Ref<Type>) {
    // Comparing and hashing go together: who defines one does not inherit the other.
    let own_compare = ty.slots.richcmp.get().is_some() || ty.slots.cmp.get().is_some() || ty.slots.hash.get().is_some();
    for (id, _) in TABLE {
        if own_compare && matches!(id, SlotId::richcmp | SlotId::cmp | SlotId::hash) {
            continue;
        }
        if !ty.slots.is_set(*id) {
            ty.slots.copy(&base.slots, *id);
        }
    }
}

const _: () = assert!(SlotWrapper::SHAPE != 0);
