//! What Python sees of `set` and `frozenset`, apart from the operations of [`super::ops`].

use crate::builtins::dict::table::{Hashed, MIN_SIZE};
use crate::builtins::receiver::{self, Lasting};
use crate::builtins::{repr_guard, str, tuple};
use crate::call::Args;
use crate::error::{PyResult, key_error, type_error};
use crate::layouts::{FrozenSet, Set};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

use super::{as_set, extend, from_iterable_of, is_subset, new_of, with_element};

fn this(v: Value) -> PyResult<Ref<Set>> {
    as_set(v).ok_or_else(|| receiver::wrong("set", v))
}

/// The argument of the constructors: at most one.
fn argument(ty: Ref<Type>, exact: Ref<Type>, args: Args<'_>) -> PyResult<Option<Value>> {
    if ty == exact && args.nkw() > 0 {
        return Err(raise_fmt!(
            type_error,
            "{}() does not take keyword arguments",
            ty.name_str()
        ));
    }
    match *args.pos() {
        [] => Ok(None),
        [v] => Ok(Some(v)),
        ref more => Err(raise_fmt!(
            type_error,
            "{} expected at most 1 arguments, got {}",
            ty.name_str(),
            more.len()
        )),
    }
}

/// `set.__new__`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if ty == types::SET.get() && args.nkw() > 0 {
        return Err(type_error("set() does not take keyword arguments"));
    }
    Ok(new_of(ty).into())
}

/// `set.__init__`
pub fn init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let s = this(self_)?;
    let iterable = argument(self_.ty(), types::SET.get(), args)?;
    s.clear();
    s.hash.set(-1);
    match iterable {
        Some(v) => extend(s, v),
        None => Ok(()),
    }
}

/// `frozenset.__new__`: there is one empty frozenset.
pub fn new_frozen(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let exact = types::FROZENSET.get();
    let iterable = argument(ty, exact, args)?;
    if ty != exact {
        return Ok(match iterable {
            Some(v) => from_iterable_of(ty, v)?,
            None => new_of(ty),
        }
        .into());
    }
    if let Some(v) = iterable {
        if v.exact::<FrozenSet>().is_some() {
            return Ok(v);
        }
        let s = from_iterable_of(ty, v)?;
        if !s.is_empty() {
            return Ok(s.into());
        }
    }
    Ok(EMPTY.get(|| new_of(exact).into()))
}

static EMPTY: Lasting = Lasting::new();

/// `len(s)`
pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.used.get())
}

/// `v in s`
pub fn contains(self_: Value, v: Value) -> PyResult<bool> {
    let s = this(self_)?;
    with_element(v, |v| s.contains(v))
}

/// `s.__contains__(v)`
pub fn contains_method(self_: Ref<Set>, v: Value) -> PyResult<bool> {
    with_element(v, |v| self_.contains(v))
}

/// `s.add(v)`
pub fn add(self_: Ref<Set>, v: Value) -> PyResult<()> {
    self_.add(v)
}

/// `s.discard(v)`
pub fn discard(self_: Ref<Set>, v: Value) -> PyResult<()> {
    with_element(v, |v| self_.discard(v)).map(|_| ())
}

/// `s.remove(v)`
pub fn remove(self_: Ref<Set>, v: Value) -> PyResult<()> {
    if with_element(v, |v| self_.discard(v))? {
        Ok(())
    } else {
        Err(key_error(v))
    }
}

/// `s.pop()`
pub fn pop(self_: Ref<Set>) -> PyResult {
    if self_.is_empty() {
        return Err(crate::error::raise_value(
            crate::types::KEY_ERROR.get().into(),
            Some(str::new(b"pop from an empty set").into()),
        ));
    }
    let mut at = self_.pop_place();
    let i = at;
    let Some((v, _)) = self_.next_hashed(&mut at) else {
        unreachable!("pop_place finds a live entry")
    };
    self_.vacate(i);
    self_.popped(i);
    Ok(v)
}

/// `s.clear()`
pub fn clear(self_: Ref<Set>) -> PyResult<()> {
    self_.clear();
    Ok(())
}

/// `set.copy`
pub fn copy(self_: Ref<Set>) -> PyResult {
    Ok(self_.copy_of(self_.value().ty())?.into())
}

/// `frozenset.copy`: itself, unless of a subclass.
pub fn copy_frozen(self_: Ref<FrozenSet>) -> PyResult {
    if self_.value().exact::<FrozenSet>().is_some() {
        return Ok(self_.into());
    }
    copy(this(self_.into())?)
}

/// `repr(s)`
pub fn repr(self_: Value) -> PyResult {
    let s = this(self_)?;
    let name = crate::attr::type_name(self_);
    let Some(_guard) = repr_guard::enter(self_) else {
        return Ok(str::from_text(&format!("{name}(...)")).into());
    };
    // A subclass may have an iterator or a length of its own, which are heard.
    let (own, set) = (&self_.ty().slots, &types::SET.get().slots);
    let same_iter = matches!((own.iter.get(), set.iter.get()), (Some(f), Some(g)) if std::ptr::fn_addr_eq(f, g));
    let same_len =
        matches!((own.len.get(), set.len.get()), (Some(f), Some(g)) if std::ptr::fn_addr_eq(f, g));
    let items = if same_iter && same_len {
        s.to_list()
    } else {
        crate::builtins::list::from_iterable(self_)?
    };
    let mut out = crate::text::shown::into_bytes(format!("{name}("));
    repr_guard::item(items.into(), &mut out)?;
    out.push(b')');
    Ok(str::new(&out).into())
}

/// Comparison: by inclusion.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (as_set(a), as_set(b)) else {
        return Ok(crate::singletons::not_implemented());
    };
    let equal = || -> PyResult<bool> {
        let (h, k) = (x.hash.get(), y.hash.get());
        Ok(x.len() == y.len() && !(h != -1 && k != -1 && h != k) && is_subset(x, y)?)
    };
    Ok(Value::bool(match op {
        CmpOp::Eq => equal()?,
        CmpOp::Ne => !equal()?,
        CmpOp::Le => is_subset(x, y)?,
        CmpOp::Ge => is_subset(y, x)?,
        CmpOp::Lt => x.len() < y.len() && is_subset(x, y)?,
        CmpOp::Gt => x.len() > y.len() && is_subset(y, x)?,
    }))
}

/// `cmp(a, b)`: sets have no order.
pub fn cmp(_: Value, _: Value) -> PyResult<i32> {
    Err(type_error("cannot compare sets using cmp()"))
}

/// `hash(s)` of a frozenset, CPython's.
pub fn hash(self_: Value) -> PyResult<i64> {
    let s = this(self_)?;
    if s.hash.get() != -1 {
        return Ok(s.hash.get());
    }
    let mut h: u64 = 1_927_868_237;
    h = h.wrapping_mul(s.len() as u64 + 1);
    let mut at = 0;
    while let Some((_, hash)) = s.next_hashed(&mut at) {
        let e = hash as u64;
        h ^= (e ^ (e << 16) ^ 89_869_747).wrapping_mul(3_644_798_167);
    }
    h = h.wrapping_mul(69_069).wrapping_add(907_133_923);
    let h = if h == u64::MAX { 590_923_713 } else { h as i64 };
    s.hash.set(h);
    Ok(h)
}

/// `s.__reduce__()`
pub fn reduce(self_: Ref<Set>) -> PyResult {
    let class = self_.value().ty();
    // By iterating, which a subclass may have changed.
    let items = crate::builtins::list::from_iterable(self_.into())?;
    let state = crate::attr::find(self_.into(), crate::names::dict())?.unwrap_or(Value::none());
    let args = tuple::from_slice(&[items.into()]);
    Ok(tuple::from_slice(&[class.into(), args.into(), state]).into())
}

/// `s.__sizeof__()`: what CPython's object would take.
pub fn sizeof(self_: Ref<Set>) -> PyResult<i64> {
    const ENTRY: usize = 16;
    let size = self_.table().mask() + 1;
    let table = if size > MIN_SIZE { size * ENTRY } else { 0 };
    Ok(crate::sizes::of_object(self_.into()) + table as i64)
}
