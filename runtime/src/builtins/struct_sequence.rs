//! Struct sequences: tuples whose items have names (`os.stat_result`, `time.struct_time`).
//!
//! They are not tuples, as in CPython 2.7, but compare, hash, add and slice like the tuple of their
//! visible items. A type of them is a row with `visible` and members with `item`; items beyond the
//! visible ones are attributes only, and a visible item may be shown by no attribute.

use crate::builtins::{dict, list, receiver, str, tuple};
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{Dict, Str, StructSequence, Tuple};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typedef::{GetSetDef, TypeDef};
use crate::typeobj::Type;
use crate::value::Value;

fn this(v: Value) -> PyResult<Ref<StructSequence>> {
    v.cast::<StructSequence>()
        .ok_or_else(|| receiver::wrong("structseq", v))
}

fn all(s: Ref<StructSequence>) -> Ref<Tuple> {
    s.items.get().unwrap_or_else(tuple::empty)
}

/// The visible items.
fn seen(v: Value) -> PyResult<Ref<Tuple>> {
    let s = this(v)?;
    let items = all(s);
    Ok(tuple::from_slice(
        &items.as_ref().items()[..s.visible.get()],
    ))
}

/// As a tuple where it is a struct sequence, otherwise as it is.
fn plain(v: Value) -> PyResult {
    match v.cast::<StructSequence>() {
        Some(_) => Ok(seen(v)?.into()),
        None => Ok(v),
    }
}

fn definition(ty: Ref<Type>) -> PyResult<(&'static TypeDef, usize)> {
    let mut at = Some(ty);
    while let Some(t) = at {
        if let Some(d) = t.def.get()
            && let Some(n) = d.visible
        {
            return Ok((d, n as usize));
        }
        at = t.base.get();
    }
    Err(type_error("not a struct sequence type"))
}

/// The field that item `i` is shown by.
fn named(def: &'static TypeDef, i: usize) -> Option<&'static GetSetDef> {
    def.getsets.iter().find(|g| g.item == Some(i))
}

fn real_size(def: &TypeDef, visible: usize) -> usize {
    let last = def.getsets.iter().filter_map(|g| g.item).max();
    last.map_or(visible, |i| (i + 1).max(visible))
}

/// Adds what CPython's struct sequence types tell about themselves.
pub fn describe(def: &'static TypeDef, visible: usize, into: Ref<Dict>) {
    let real = real_size(def, visible);
    let unnamed = (0..real).filter(|i| named(def, *i).is_none()).count();
    for (name, n) in [
        ("n_sequence_fields", visible),
        ("n_fields", real),
        ("n_unnamed_fields", unnamed),
    ] {
        into.set_str(str::intern(name.as_bytes()), Value::int(n as i64));
    }
}

/// An instance of the type `ty` with all its items.
pub fn make(ty: Ref<Type>, items: &[Value]) -> PyResult {
    let (_, visible) = definition(ty)?;
    make_of(ty, tuple::from_slice(items), visible)
}

fn make_of(ty: Ref<Type>, items: Ref<Tuple>, visible: usize) -> PyResult {
    let v = super::type_::allocate(ty);
    // SAFETY: instances of these types have this layout.
    let s = unsafe { v.cast_unchecked::<StructSequence>() };
    s.visible.set(visible.min(items.as_ref().items().len()));
    s.items.set(Some(items));
    Ok(v)
}

/// The item behind a member.
pub fn field(v: Value, i: usize) -> PyResult {
    let items = all(this(v)?);
    Ok(items
        .as_ref()
        .items()
        .get(i)
        .copied()
        .unwrap_or(Value::none()))
}

/// The visible item without a name that the hidden item `i` gives one to.
fn stands_for(def: &'static TypeDef, visible: usize, i: usize) -> Option<usize> {
    (0..visible)
        .filter(|j| named(def, *j).is_none())
        .nth(i.checked_sub(visible)?)
}

fn full_name(def: &TypeDef) -> String {
    format!("{}.{}", def.module, def.name)
}

/// Is there one object of the type, and no way to make another?
pub fn is_single(ty: Ref<Type>) -> bool {
    [
        crate::types::SYS_VERSION_INFO.get(),
        crate::types::SYS_FLAGS.get(),
    ]
    .contains(&ty)
}

/// `type(sequence[, dict])`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let (def, visible) = definition(ty)?;
    if is_single(ty) {
        return Err(raise_fmt!(
            type_error,
            "cannot create '{}' instances",
            full_name(def)
        ));
    }
    let real = real_size(def, visible);
    if args.pos().len() + args.nkw() > 2 {
        return Err(raise_fmt!(
            type_error,
            "structseq() takes at most 2 arguments ({} given)",
            args.pos().len() + args.nkw()
        ));
    }
    let given = crate::types::parse::keywords(args, 0, "structseq", &["sequence", "dict"], 1)?;
    let source = given[0].unwrap_or_else(Value::none);
    let source = match list::as_sequence(source) {
        Ok(l) => l,
        Err(e) => {
            if !crate::exception::pending_matches(crate::types::TYPE_ERROR.get()) {
                return Err(e);
            }
            return Err(type_error("constructor requires a sequence"));
        }
    };
    let extra = match given[1] {
        None => None,
        Some(d) => match d.cast::<Dict>() {
            Some(d) => Some(d),
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "{}() takes a dict as second arg, if any",
                    full_name(def)
                ));
            }
        },
    };
    let n = source.as_ref().len();
    if n < visible || n > real {
        let wanted = match (visible == real, n < visible) {
            (true, _) => format!("a {visible}"),
            (false, true) => format!("an at least {visible}"),
            (false, false) => format!("an at most {real}"),
        };
        return Err(raise_fmt!(
            type_error,
            "{}() takes {wanted}-sequence ({n}-sequence given)",
            full_name(def)
        ));
    }
    for i in n..real {
        let given = match (extra, named(def, i)) {
            (Some(d), Some(g)) => d.get_str(str::intern(g.name.as_bytes())),
            _ => None,
        };
        // A hidden item that stands for a visible one has its value.
        let v = given.or_else(|| source.as_ref().item(stands_for(def, visible, i)?));
        source.push(v.unwrap_or(Value::none()));
    }
    make_of(ty, tuple::from_slice(source.items()), visible)
}

/// `repr(s)`
pub fn repr(v: Value) -> PyResult {
    let (def, visible) = definition(v.ty())?;
    let items = seen(v)?;
    let mut out = full_name(def).into_bytes();
    out.push(b'(');
    for (i, x) in items.as_ref().items().iter().enumerate() {
        // The attribute's name, or that of the hidden item that stands for it.
        let names = def
            .getsets
            .iter()
            .filter_map(|g| g.item.map(|at| (at, g.name)));
        let name = match names.clone().find(|(at, _)| *at == i) {
            Some((_, n)) => n,
            None => {
                let before = (0..i).filter(|j| named(def, *j).is_none()).count();
                let hidden = names.filter(|(at, _)| *at >= visible).nth(before);
                hidden.map_or("?", |(_, n)| n)
            }
        };
        if i > 0 {
            out.extend_from_slice(b", ");
        }
        out.extend_from_slice(name.as_bytes());
        out.push(b'=');
        out.extend_from_slice(protocol::repr(*x)?.as_ref().bytes());
    }
    out.push(b')');
    Ok(str::new(&out).into())
}

/// `hash(s)`
pub fn hash(v: Value) -> PyResult<i64> {
    tuple::hash(seen(v)?.into())
}

/// `len(s)`
pub fn len(v: Value) -> PyResult<i64> {
    Ok(this(v)?.visible.get() as i64)
}

/// `s[i]`
pub fn getitem(v: Value, index: Value) -> PyResult {
    let s = this(v)?;
    if let Some(i) = index.as_int()
        && let Ok(at) = usize::try_from(i)
        && at < s.visible.get()
    {
        return Ok(all(s).as_ref().items()[at]);
    }
    let whole = crate::number::is_index(index) || index.cast::<crate::layouts::Slice>().is_some();
    if !whole {
        return Err(type_error("structseq index must be integer"));
    }
    tuple::getitem(seen(v)?.into(), index)
}

/// `s[i:j]`
pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    tuple::getslice(seen(v)?.into(), i, j)
}

/// `x in s`
pub fn contains(v: Value, x: Value) -> PyResult<bool> {
    tuple::contains(seen(v)?.into(), x)
}

/// `s + other`
pub fn concat(v: Value, other: Value) -> PyResult {
    tuple::concat(seen(v)?.into(), plain(other)?)
}

/// `s * n`
pub fn repeat(v: Value, n: Value) -> PyResult {
    tuple::repeat(seen(v)?.into(), n)
}

/// Comparison as tuples.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    protocol::rich_compare(plain(a)?, plain(b)?, op)
}

/// `s.__reduce__()`
pub fn reduce(v: Value) -> PyResult {
    let (def, visible) = definition(v.ty())?;
    let s = this(v)?;
    let hidden = dict::new();
    let items = all(s);
    for (i, x) in items.as_ref().items().iter().enumerate().skip(visible) {
        if let Some(g) = named(def, i) {
            hidden.set_str(str::intern(g.name.as_bytes()), *x);
        }
    }
    let args = tuple::from_slice(&[seen(v)?.into(), hidden.into()]);
    Ok(tuple::from_slice(&[v.ty().into(), args.into()]).into())
}

/// A value's items when it is a struct sequence or a tuple.
pub fn items_of(v: Value) -> Option<Ref<Tuple>> {
    match v.cast::<Tuple>() {
        Some(t) => Some(t),
        None => v.cast::<StructSequence>().and_then(|_| seen(v).ok()),
    }
}

/// Text as an item.
pub fn text(s: impl AsRef<[u8]>) -> Value {
    let s: Ref<Str> = str::new(s.as_ref());
    s.into()
}
