//! The module `operator` (rows: spec/modules/operator.toml, spec/types/operator.toml).
//!
//! Most functions are those of [`crate::number`] and [`crate::protocol`]; here is what only this module
//! has: operations on "sequences" whatever they are, guesses at what an object is, and the callables
//! itemgetter, attrgetter and methodcaller.

use crate::attr::type_name;
use crate::builtins::{classobj, list, receiver, slice, str as bytes, tuple};
use crate::call::{self, Args};
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::layouts::{AttrGetter, Dict, ItemGetter, List, MethodCaller, Str, Tuple, Unicode};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{self, Want};
use crate::{attr, names, number, thread, types};

macro_rules! comparisons {
    ($($name:ident $op:ident)*) => { $(
        pub fn $name(a: Value, b: Value) -> PyResult {
            protocol::rich_compare(a, b, CmpOp::$op)
        }
    )* };
}
comparisons! { lt Lt le Le eq Eq ne Ne gt Gt ge Ge }

pub fn is_(a: Value, b: Value) -> PyResult<bool> {
    Ok(a == b)
}

pub fn is_not(a: Value, b: Value) -> PyResult<bool> {
    Ok(a != b)
}

pub fn not_(a: Value) -> PyResult<bool> {
    Ok(!protocol::truth(a)?)
}

pub fn truth(a: Value) -> PyResult<bool> {
    protocol::truth(a)
}

/// `a + b` of sequences.
pub fn concat(a: Value, b: Value) -> PyResult {
    match a.ty().slots.concat.get() {
        Some(f) => f(a, b),
        None => sum(a, b, false),
    }
}

/// `a += b` of sequences.
pub fn iconcat(a: Value, b: Value) -> PyResult {
    match a.ty().slots.concat.get() {
        Some(_) => number::iadd(a, b),
        None => sum(a, b, true),
    }
}

/// The sum of sequences that are no builtin ones.
fn sum(a: Value, b: Value, inplace: bool) -> PyResult {
    if looks_like_sequence(a) && looks_like_sequence(b) {
        let v = number::add_by_slots(a, b, inplace)?;
        if v != not_implemented() {
            return Ok(v);
        }
    }
    Err(not_concatenable(a))
}

#[cold]
fn not_concatenable(a: Value) -> crate::error::Raised {
    raise_fmt!(
        type_error,
        "'{}' object can't be concatenated",
        type_name(a)
    )
}

/// `a * n` of a sequence.
pub fn repeat(a: Value, n: i32) -> PyResult {
    repeated(a, n, false)
}

/// `a *= n` of a sequence.
pub fn irepeat(a: Value, n: i32) -> PyResult {
    repeated(a, n, true)
}

fn repeated(a: Value, n: i32, inplace: bool) -> PyResult {
    let n = Value::int(i64::from(n));
    if a.ty().slots.repeat.get().is_some() {
        return if inplace {
            number::imul(a, n)
        } else {
            number::mul(a, n)
        };
    }
    if looks_like_sequence(a) {
        let v = number::mul_by_slots(a, n, inplace)?;
        if v != not_implemented() {
            return Ok(v);
        }
    }
    Err(raise_fmt!(
        type_error,
        "'{}' object can't be repeated",
        type_name(a)
    ))
}

/// Place of the first item that equals `b`.
pub fn index_of(a: Value, b: Value) -> PyResult<i64> {
    let mut place = None;
    let mut at: i64 = 0;
    visit(a, |v| {
        if protocol::equal(v, b)? {
            place = Some(at);
            return Ok(false);
        }
        at = at
            .checked_add(1)
            .ok_or_else(|| overflow_error("index exceeds C integer size"))?;
        Ok(true)
    })?;
    place.ok_or_else(|| value_error("sequence.index(x): x not in sequence"))
}

/// How many items equal `b`.
pub fn count_of(a: Value, b: Value) -> PyResult<i64> {
    let mut n: i64 = 0;
    visit(a, |v| {
        if protocol::equal(v, b)? {
            n = n
                .checked_add(1)
                .ok_or_else(|| overflow_error("count exceeds C integer size"))?;
        }
        Ok(true)
    })?;
    Ok(n)
}

/// Goes through the items while `f` says so; for what cannot be iterated the message is that of `in`.
fn visit(a: Value, mut f: impl FnMut(Value) -> PyResult<bool>) -> PyResult<()> {
    let it = protocol::iter_or_else(a, || {
        raise_fmt!(
            type_error,
            "argument of type '{}' is not iterable",
            type_name(a)
        )
    })?;
    while let Some(v) = protocol::next(it)? {
        if !f(v)? {
            break;
        }
    }
    Ok(())
}

pub fn setitem(a: Value, b: Value, c: Value) -> PyResult<()> {
    protocol::set_item(a, b, Some(c))
}

pub fn delitem(a: Value, b: Value) -> PyResult<()> {
    protocol::set_item(a, b, None)
}

/// Bounds as the slice slots want them: negative ones count from the end.
fn from_start(a: Value, i: i64, j: i64) -> PyResult<(i64, i64)> {
    if (i < 0 || j < 0)
        && let Some(len) = a.ty().slots.len.get()
    {
        let n = len(a)?;
        let wrap = |i: i64| if i < 0 { i.saturating_add(n) } else { i };
        return Ok((wrap(i), wrap(j)));
    }
    Ok((i, j))
}

fn slice_of(i: i64, j: i64) -> Value {
    slice::new(Value::int(i), Value::int(j), Value::none()).into()
}

pub fn getslice(a: Value, i: i64, j: i64) -> PyResult {
    if let Some(f) = a.ty().slots.getslice.get() {
        let (i, j) = from_start(a, i, j)?;
        return f(a, i, j);
    }
    match a.ty().slots.getitem.get() {
        Some(f) => f(a, slice_of(i, j)),
        None => Err(raise_fmt!(
            type_error,
            "'{}' object is unsliceable",
            type_name(a)
        )),
    }
}

/// `a[i:j] = v`, or `del a[i:j]`; `what` is not supported where it is not.
pub fn assign_slice(a: Value, i: i64, j: i64, v: Option<Value>, what: &str) -> PyResult<()> {
    if let Some(f) = a.ty().slots.setslice.get() {
        let (i, j) = from_start(a, i, j)?;
        return f(a, i, j, v);
    }
    match a.ty().slots.setitem.get() {
        // Only what is assigned may go through the item of a slice object.
        Some(f) if v.is_some() => f(a, slice_of(i, j), v),
        _ => Err(raise_fmt!(
            type_error,
            "'{}' object doesn't support slice {what}",
            type_name(a)
        )),
    }
}

pub fn setslice(a: Value, i: i64, j: i64, v: Value) -> PyResult<()> {
    assign_slice(a, i, j, Some(v), "assignment")
}

pub fn delslice(a: Value, i: i64, j: i64) -> PyResult<()> {
    assign_slice(a, i, j, None, "deletion")
}

/// `isCallable`, which Python 3 does not have.
pub fn is_callable(a: Value) -> PyResult<bool> {
    super::warnings::of_python3(
        "operator.isCallable() is not supported in 3.x. Use hasattr(obj, '__call__').",
    )?;
    Ok(protocol::is_callable(a))
}

/// `sequenceIncludes`, which Python 3 does not have.
pub fn sequence_includes(a: Value, b: Value) -> PyResult<bool> {
    super::warnings::of_python3(
        "operator.sequenceIncludes() is not supported in 3.x. Use operator.contains().",
    )?;
    protocol::contains(a, b)
}

/// Has an old-style instance `__getitem__`? `None` for other objects.
fn instance_has_items(a: Value) -> Option<bool> {
    if !classobj::is_instance(a) {
        return None;
    }
    let found = attr::get(a, names::getitem()).is_ok();
    if !found {
        thread::current().take_pending();
    }
    Some(found)
}

/// Does it take numbers as subscripts, for all one knows?
pub fn looks_like_sequence(a: Value) -> bool {
    if let Some(found) = instance_has_items(a) {
        return found;
    }
    let ty = a.ty();
    // The subscription of proxies is that of a mapping.
    a.cast::<Dict>().is_none()
        && ty != types::DICTPROXY.get()
        && !crate::builtins::weakref::is_proxy(a)
        && ty.slots.getitem.get().is_some()
}

/// Is its subscription that of a builtin type which only knows numbers?
fn only_takes_numbers(ty: Ref<Type>) -> bool {
    let own = ty.slots.getitem.get();
    [types::XRANGE.get()].iter().any(|t| {
        ty.is_subtype(*t)
            && match (own, t.slots.getitem.get()) {
                (Some(f), Some(g)) => std::ptr::fn_addr_eq(f, g),
                _ => false,
            }
    })
}

pub fn is_sequence(a: Value) -> PyResult<bool> {
    Ok(looks_like_sequence(a))
}

pub fn is_mapping(a: Value) -> PyResult<bool> {
    if let Some(found) = instance_has_items(a) {
        return Ok(found);
    }
    let slots = &a.ty().slots;
    Ok(slots.getitem.get().is_some()
        && (slots.getslice.get().is_none())
        && !only_takes_numbers(a.ty()))
}

pub fn is_number(a: Value) -> PyResult<bool> {
    let slots = &a.ty().slots;
    Ok(classobj::is_instance(a) || slots.int.get().is_some() || slots.float.get().is_some())
}

/// Compares all bytes whatever they are, so that the time does not depend on the content.
pub fn compare_digest(a: Value, b: Value) -> PyResult<bool> {
    if let (Some(x), Some(y)) = (a.cast::<Unicode>(), b.cast::<Unicode>()) {
        return Ok(same_bytes(&words(x), &words(y)));
    }
    let (readable_a, readable_b) = (buffer(a)?, buffer(b)?);
    if let (Some(x), Some(y)) = (&readable_a, &readable_b) {
        return Ok(same_bytes(x, y));
    }
    // One has bytes: it is the other that is wrong.
    for (x, other) in [(&readable_a, b), (&readable_b, a)] {
        if x.is_some() {
            return window::view(other).map(|_| false);
        }
    }
    Err(raise_fmt!(
        type_error,
        "unsupported operand types(s) or combination of types: '{}' and '{}'",
        type_name(a),
        type_name(b)
    ))
}

fn buffer(v: Value) -> PyResult<Option<Vec<u8>>> {
    match v.cast::<Str>() {
        Some(s) => Ok(Some(s.bytes().to_vec())),
        None if v.cast::<Unicode>().is_some() => Ok(None),
        None => Ok(window::get(v, Want::View)?.map(|w| w.bytes().to_vec())),
    }
}

/// The characters of a unicode string as bytes, four each.
fn words(u: Ref<Unicode>) -> Vec<u8> {
    u.to_vec().into_iter().flat_map(u32::to_ne_bytes).collect()
}

fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let different = a
        .iter()
        .zip(b)
        .fold(0, |acc, (x, y)| std::hint::black_box(acc | (x ^ y)));
    a.len() == b.len() && different == 0
}

/// Exactly one positional argument of a call of one of the callables here.
fn only_argument(args: Args<'_>, name: &str) -> PyResult {
    if args.nkw() > 0 {
        return Err(raise_fmt!(
            type_error,
            "{name} does not take keyword arguments"
        ));
    }
    match *args.values {
        [v] => Ok(v),
        _ => Err(raise_fmt!(
            type_error,
            "{name} expected 1 arguments, got {}",
            args.values.len()
        )),
    }
}

/// The positional arguments of a constructor: at least one.
fn constructor_arguments<'a>(args: Args<'a>, name: &str) -> PyResult<&'a [Value]> {
    if args.nkw() > 0 {
        return Err(raise_fmt!(
            type_error,
            "{name}() does not take keyword arguments"
        ));
    }
    if args.values.is_empty() {
        return Err(raise_fmt!(type_error, "{name} expected 1 arguments, got 0"));
    }
    Ok(args.values)
}

pub fn item_getter_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let items = constructor_arguments(args, "itemgetter")?;
    Ok(match *items {
        [item] => ItemGetter::alloc_for(ty, item, 0),
        _ => ItemGetter::alloc_for(ty, tuple::from_slice(items).into(), 1),
    }
    .into())
}

pub fn item_getter_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(f) = self_.cast::<ItemGetter>() else {
        return Err(receiver::wrong("itemgetter", self_));
    };
    let v = only_argument(args, "itemgetter")?;
    let item = f.item.get();
    if f.many.get() == 0 {
        return fetch(v, item);
    }
    let Some(items) = item.cast::<Tuple>() else {
        return fetch(v, item);
    };
    collect(items.as_ref().items(), |i| fetch(v, i))
}

/// `v[item]`
#[inline]
fn fetch(v: Value, item: Value) -> PyResult {
    if let Some(i) = item.as_small_int()
        && i >= 0
    {
        if let Some(t) = v.exact::<Tuple>()
            && let Some(x) = t.as_ref().items().get(i as usize)
        {
            return Ok(*x);
        }
        if let Some(x) = v.exact::<List>().and_then(|l| l.item(i as usize)) {
            return Ok(x);
        }
    }
    protocol::get_item(v, item)
}

/// A tuple of what `f` makes of the values.
fn collect(values: &[Value], mut f: impl FnMut(Value) -> PyResult) -> PyResult {
    if let [a, b] = *values {
        return Ok(tuple::from_slice(&[f(a)?, f(b)?]).into());
    }
    let out = list::with_capacity(values.len());
    for v in values {
        out.push(f(*v)?);
    }
    Ok(tuple::from_slice(out.as_ref().items()).into())
}

pub fn attr_getter_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let given = constructor_arguments(args, "attrgetter")?;
    let names = list::with_capacity(given.len());
    for v in given {
        names.push(attribute_path(*v)?);
    }
    Ok(AttrGetter::alloc_for(ty, tuple::from_slice(names.as_ref().items())).into())
}

/// What an attrgetter keeps of a name: the interned name, or the names between dots. What is no
/// string, or has characters beyond ASCII, fails when called.
fn attribute_path(v: Value) -> PyResult {
    let text = match (v.exact::<Str>(), v.exact::<Unicode>()) {
        (Some(s), _) => s,
        (_, Some(u)) if let Some(ascii) = u.ascii() => bytes::new(ascii),
        // In a tuple, so that it cannot be taken for the names between dots.
        _ => return Ok(tuple::from_slice(&[v]).into()),
    };
    let text = text.as_ref().bytes();
    if !text.contains(&b'.') {
        return Ok(bytes::intern(text).into());
    }
    let parts = list::new();
    for part in text.split(|c| *c == b'.') {
        parts.push(bytes::intern(part).into());
    }
    Ok(tuple::from_slice(parts.as_ref().items()).into())
}

pub fn attr_getter_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(f) = self_.cast::<AttrGetter>() else {
        return Err(receiver::wrong("attrgetter", self_));
    };
    let v = only_argument(args, "attrgetter")?;
    match *f.names.get().as_ref().items() {
        [path] => follow(v, path),
        ref paths => collect(paths, |p| follow(v, p)),
    }
}

fn attribute(name: Value) -> PyResult<Ref<Str>> {
    if name.cast::<Str>().is_none() && name.cast::<Unicode>().is_none() {
        return Err(type_error("attribute name must be a string"));
    }
    bytes::attribute_name(name)
}

fn follow(v: Value, path: Value) -> PyResult {
    if let Some(name) = path.exact::<Str>() {
        return attr::get(v, name);
    }
    if let Some(parts) = path.exact::<Tuple>() {
        let mut at = v;
        for p in parts.as_ref().items() {
            at = attr::get(at, attribute(*p)?)?;
        }
        return Ok(at);
    }
    attr::get(v, attribute(path)?)
}

pub fn method_caller_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let Some((name, rest)) = args.pos().split_first() else {
        return Err(type_error(
            "methodcaller needs at least one argument, the method name",
        ));
    };
    let values = list::from_slice(rest);
    values.extend_from_slice(&args.values[args.pos().len()..])?;
    let name = match name.exact::<Str>() {
        Some(s) => bytes::intern_value(s).into(),
        None => *name,
    };
    let values = tuple::from_slice(values.as_ref().items());
    Ok(MethodCaller::alloc_for(ty, name, values, args.kwnames).into())
}

pub fn method_caller_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(f) = self_.cast::<MethodCaller>() else {
        return Err(receiver::wrong("methodcaller", self_));
    };
    let v = only_argument(args, "methodcaller")?;
    let (method, receiver) = attr::load_method(v, bytes::attribute_name(f.name.get())?)?;
    let values = f.args.get();
    let args = Args {
        values: values.as_ref().items(),
        kwnames: f.kwnames.get(),
    };
    match receiver {
        Some(r) => call::call_method(method, r, args),
        None => call::call(method, args),
    }
}
