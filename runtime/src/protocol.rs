//! The generic protocols of the data model that are not attribute access or arithmetic:
//! truth, text, hashing, comparison, iteration, items and slices.

use std::cmp::Ordering;

use crate::attr::type_name;
use crate::error::{PyResult, Raised};
use crate::layouts::{Instance, Str};
use crate::names;
use crate::object::Ref;
use crate::thread;
use crate::typeobj::Type;
use crate::value::Value;

/// The six rich comparisons.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl CmpOp {
    /// The operator with its operands exchanged.
    pub fn reflected(self) -> CmpOp {
        match self {
            CmpOp::Lt => CmpOp::Gt,
            CmpOp::Le => CmpOp::Ge,
            CmpOp::Gt => CmpOp::Lt,
            CmpOp::Ge => CmpOp::Le,
            same => same,
        }
    }

    /// The operator's answer for a three-way result.
    #[inline]
    pub fn holds(self, c: i32) -> bool {
        match self {
            CmpOp::Lt => c < 0,
            CmpOp::Le => c <= 0,
            CmpOp::Eq => c == 0,
            CmpOp::Ne => c != 0,
            CmpOp::Gt => c > 0,
            CmpOp::Ge => c >= 0,
        }
    }

    /// The same for an `Ordering`.
    #[inline]
    pub fn holds_for(self, o: std::cmp::Ordering) -> bool {
        self.holds(o as i32)
    }

    /// Its special method.
    pub fn special(self) -> Ref<Str> {
        match self {
            CmpOp::Lt => names::lt(),
            CmpOp::Le => names::le(),
            CmpOp::Eq => names::eq(),
            CmpOp::Ne => names::ne(),
            CmpOp::Gt => names::gt(),
            CmpOp::Ge => names::ge(),
        }
    }
}

/// Truth value.
#[inline]
pub fn truth(v: Value) -> PyResult<bool> {
    if v == crate::singletons::true_value() {
        return Ok(true);
    }
    if v == crate::singletons::false_value() || v.is_none() {
        return Ok(false);
    }
    if let Some(i) = v.as_small_int() {
        return Ok(i != 0);
    }
    if let Some(f) = v.as_float() {
        return Ok(f != 0.0);
    }
    let ty = v.ty();
    if let Some(f) = ty.slots.nonzero.get() {
        return f(v);
    }
    match ty.slots.len.get() {
        Some(f) => Ok(f(v)? != 0),
        None => Ok(true),
    }
}

fn expect_text(v: Value, method: &str) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    if let Some(s) = crate::builtins::unicode::encode_default(v)? {
        return Ok(s);
    }
    Err(raise_fmt!(
        type_error,
        "{method} returned non-string (type {})",
        type_name(v)
    ))
}

/// `repr(v)`.
pub fn repr(v: Value) -> PyResult<Ref<Str>> {
    expect_text(any_repr(v)?, "__repr__")
}

/// What `__repr__` returns, be it a string or not.
pub fn any_repr(v: Value) -> PyResult {
    let Some(f) = v.ty().slots.repr.get() else {
        return crate::builtins::object::repr(v);
    };
    let _level = crate::builtins::repr_guard::deeper(" while getting the repr of an object")?;
    let _printed = crate::builtins::repr_guard::within(v);
    f(v)
}

/// `str(v)`.
pub fn str(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.exact::<Str>() {
        return Ok(s);
    }
    match v.ty().slots.str.get() {
        None => repr(v),
        Some(f) => {
            let level = crate::builtins::repr_guard::deeper(" while getting the str of an object")?;
            let r = f(v);
            drop(level);
            expect_text(r?, "__str__")
        }
    }
}

/// Hash of an object by identity.
pub fn identity_hash(v: Value) -> i64 {
    let y = v.bits() as i64;
    let h = (y as u64).rotate_right(4) as i64;
    if h == -1 { -2 } else { h }
}

/// `hash(v)`.
#[inline]
pub fn hash(v: Value) -> PyResult<i64> {
    if let Some(i) = v.as_small_int() {
        return Ok(if i == -1 { -2 } else { i });
    }
    match v.ty().slots.hash.get() {
        Some(f) => f(v),
        None => Err(raise_fmt!(
            type_error,
            "unhashable type: '{}'",
            type_name(v)
        )),
    }
}

/// Order of unrelated objects of one type: by address.
pub fn address_cmp(a: Value, b: Value) -> i32 {
    a.bits().cmp(&b.bits()) as i32
}

/// `a op b` by the rich methods only; `None` when neither side knows.
fn try_rich(a: Value, b: Value, op: CmpOp) -> PyResult<Option<Value>> {
    let (ta, tb) = (a.ty(), b.ty());
    let ni = crate::singletons::not_implemented();
    // A right operand of a subclass is asked first, and once more when all have declined.
    if ta != tb
        && tb.is_subtype(ta)
        && let Some(f) = tb.slots.richcmp.get()
    {
        let r = f(b, a, op.reflected())?;
        if r != ni {
            return Ok(Some(r));
        }
    }
    if let Some(f) = ta.slots.richcmp.get() {
        let r = f(a, b, op)?;
        if r != ni {
            return Ok(Some(r));
        }
    }
    if let Some(f) = tb.slots.richcmp.get() {
        let r = f(b, a, op.reflected())?;
        if r != ni {
            return Ok(Some(r));
        }
    }
    Ok(None)
}

/// Three-way comparison without rich methods: `__cmp__`, coercion, then the default order.
fn three_way(a: Value, b: Value) -> PyResult<i32> {
    Ok(by_cmp(a, b)?.unwrap_or_else(|| default_cmp(a, b)))
}

/// By `__cmp__` or coercion; `None` when neither side knows.
fn by_cmp(a: Value, b: Value) -> PyResult<Option<i32>> {
    let (ta, tb) = (a.ty(), b.ty());
    let (fa, fb) = (ta.slots.cmp.get(), tb.slots.cmp.get());
    if a.cast::<Instance>().is_some() || b.cast::<Instance>().is_some() {
        if let Some(c) = crate::builtins::classobj::compare(a, b)? {
            return Ok(Some(c));
        }
    } else if ta == tb
        && let Some(f) = fa
    {
        return f(a, b).map(Some);
    } else {
        // A Python class with __cmp__ decides for any other operand.
        if crate::slot_dispatch::compares_in_python(ta)
            || crate::slot_dispatch::compares_in_python(tb)
        {
            return crate::slot_dispatch::cmp(a, b).map(Some);
        }
        if let (Some(f), Some(g)) = (fa, fb)
            && std::ptr::fn_addr_eq(f, g)
        {
            return f(a, b).map(Some);
        }
        if let Some((x, y)) = crate::number::coerce_for_compare(a, b)?
            && let (Some(f), Some(g)) = (x.ty().slots.cmp.get(), y.ty().slots.cmp.get())
            && std::ptr::fn_addr_eq(f, g)
        {
            return f(x, y).map(Some);
        }
    }
    Ok(None)
}

/// The order of last resort: None first, then numbers, then by type name, then by address.
pub fn default_cmp(a: Value, b: Value) -> i32 {
    if a == b {
        return 0;
    }
    let (ta, tb) = (a.ty(), b.ty());
    if ta == tb {
        return address_cmp(a, b);
    }
    if a.is_none() {
        return -1;
    }
    if b.is_none() {
        return 1;
    }
    let name = |v: Value, t: Ref<Type>| {
        if crate::number::is_number(v) {
            ""
        } else {
            // With the module's name where the type is not of `__builtin__`, nor a program's.
            t.full_name()
        }
    };
    let c = name(a, ta).cmp(name(b, tb)) as i32;
    if c != 0 {
        return c;
    }
    // Numbers of unlike types. CPython's builtin types happen to lie in memory by the names of their files, above
    // the classes that programs make.
    let place = |t: Ref<Type>| {
        if t == crate::types::INSTANCE.get() {
            "classobject"
        } else {
            t.name_str()
        }
    };
    let made = |t: Ref<Type>| t.has(crate::typeobj::flags::HEAP);
    match made(tb).cmp(&made(ta)) {
        Ordering::Equal if ta.name_str() != tb.name_str() => place(ta).cmp(place(tb)) as i32,
        Ordering::Equal => ta.addr().cmp(&tb.addr()) as i32,
        order => order as i32,
    }
}

/// `iter(v)`, with an error of the caller's own in place of whatever is wrong.
pub fn iter_or_else(v: Value, told: impl FnOnce() -> Raised) -> PyResult {
    iter(v).map_err(|_| {
        thread::current().take_pending();
        told()
    })
}

/// `a op b`.
pub fn rich_compare(a: Value, b: Value, op: CmpOp) -> PyResult {
    if let Some(holds) = compare_plain(a, b, op) {
        return Ok(Value::bool(holds));
    }
    thread::current().deeper(" in cmp", || rich_compare_inner(a, b, op))
}

/// `a op b` of two small ints, floats or plain strings, which need nobody's help.
#[inline]
fn compare_plain(a: Value, b: Value, op: CmpOp) -> Option<bool> {
    let order = if Value::both_small_ints(a, b) {
        a.small_int_payload().cmp(&b.small_int_payload())
    } else if a.is_float() && b.is_float() {
        match a.float_payload().partial_cmp(&b.float_payload()) {
            Some(order) => order,
            None => return Some(op == CmpOp::Ne),
        }
    } else {
        let (x, y) = (a.exact::<Str>()?, b.exact::<Str>()?);
        x.as_ref().bytes().cmp(y.as_ref().bytes())
    };
    Some(op.holds_for(order))
}

fn rich_compare_inner(a: Value, b: Value, op: CmpOp) -> PyResult {
    // Operands of one type ask its slots directly; when those decline, the general way asks again.
    if a.ty() == b.ty() && a.cast::<Instance>().is_none() {
        if let Some(f) = a.ty().slots.richcmp.get() {
            let r = f(a, b, op)?;
            if r != crate::singletons::not_implemented() {
                return Ok(r);
            }
        }
        if let Some(f) = a.ty().slots.cmp.get() {
            return Ok(Value::bool(op.holds(f(a, b)?)));
        }
    }
    if let Some(v) = try_rich(a, b, op)? {
        return Ok(v);
    }
    let order = match by_cmp(a, b)? {
        Some(order) => order,
        None => {
            if a.ty() != b.ty() && !matches!(op, CmpOp::Eq | CmpOp::Ne) {
                crate::modules::warnings::of_python3(
                    "comparing unequal types not supported in 3.x",
                )?;
            }
            default_cmp(a, b)
        }
    };
    Ok(Value::bool(op.holds(order)))
}

/// The truth of `a op b`; identical objects are equal without being asked.
#[inline]
pub fn compare_bool(a: Value, b: Value, op: CmpOp) -> PyResult<bool> {
    if a == b && !a.is_float() {
        match op {
            CmpOp::Eq => return Ok(true),
            CmpOp::Ne => return Ok(false),
            _ => {}
        }
    }
    truth(rich_compare(a, b, op)?)
}

/// `a == b` as containers see it (identity implies equality).
#[inline]
pub fn equal(a: Value, b: Value) -> PyResult<bool> {
    if a == b {
        return Ok(true);
    }
    if Value::both_small_ints(a, b) {
        return Ok(false);
    }
    if let (Some(x), Some(y)) = (a.exact::<Str>(), b.exact::<Str>()) {
        return Ok(x.as_ref().bytes() == y.as_ref().bytes());
    }
    truth(rich_compare(a, b, CmpOp::Eq)?)
}

/// `cmp(a, b)`.
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    if a == b {
        return Ok(0);
    }
    thread::current().deeper(" in cmp", || cmp_inner(a, b))
}

fn cmp_inner(a: Value, b: Value) -> PyResult<i32> {
    if a.ty() == b.ty()
        && a.cast::<Instance>().is_none()
        && let Some(f) = a.ty().slots.cmp.get()
    {
        return f(a, b);
    }
    // Two old-style instances are asked for `__cmp__` first, and again when the rich methods do not know.
    if a.cast::<Instance>().is_some()
        && b.cast::<Instance>().is_some()
        && let Some(order) = crate::builtins::classobj::compare(a, b)?
    {
        return Ok(order);
    }
    for (op, answer) in [(CmpOp::Eq, 0), (CmpOp::Lt, -1), (CmpOp::Gt, 1)] {
        if let Some(v) = try_rich(a, b, op)?
            && truth(v)?
        {
            return Ok(answer);
        }
    }
    three_way(a, b)
}

/// `iter(v)`.
#[inline]
pub fn iter(v: Value) -> PyResult {
    let ty = v.ty();
    if let Some(f) = ty.slots.iter.get() {
        let it = f(v)?;
        if it.ty().slots.next.get().is_none() {
            return Err(raise_fmt!(
                type_error,
                "iter() returned non-iterator of type '{}'",
                type_name(it)
            ));
        }
        return Ok(it);
    }
    if ty.slots.getitem.get().is_some() && !is_mapping_only(v) {
        return Ok(crate::builtins::iterators::sequence_iter(v));
    }
    Err(not_iterable(v))
}

fn is_mapping_only(v: Value) -> bool {
    v.cast::<crate::layouts::Dict>().is_some()
}

#[cold]
pub fn not_iterable(v: Value) -> Raised {
    raise_fmt!(type_error, "'{}' object is not iterable", type_name(v))
}

/// The next item of an iterator, `None` at its end.
#[inline]
pub fn next(it: Value) -> PyResult<Option<Value>> {
    match it.ty().slots.next.get() {
        Some(f) => f(it),
        None => Err(raise_fmt!(
            type_error,
            "{} object is not an iterator",
            type_name(it)
        )),
    }
}

pub use crate::builtins::iterators::for_each;

/// `v in iterable` by going through it.
pub fn contains_by_iteration(c: Value, v: Value) -> PyResult<bool> {
    let it = match iter(c) {
        Ok(it) => it,
        Err(_) => {
            thread::current().take_pending();
            return Err(raise_fmt!(
                type_error,
                "argument of type '{}' is not iterable",
                type_name(c)
            ));
        }
    };
    while let Some(x) = next(it)? {
        if equal(x, v)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `v in c`.
pub fn contains(c: Value, v: Value) -> PyResult<bool> {
    match c.ty().slots.contains.get() {
        Some(f) => f(c, v),
        None => contains_by_iteration(c, v),
    }
}

/// `len(v)`.
pub fn len(v: Value) -> PyResult<i64> {
    match v.ty().slots.len.get() {
        Some(f) => f(v),
        None => Err(raise_fmt!(
            type_error,
            "object of type '{}' has no len()",
            type_name(v)
        )),
    }
}

/// Has the type any of the operations of sequences? Classes could always get them.
pub fn could_be_sequence(t: Ref<Type>) -> bool {
    t.has(crate::typeobj::flags::HEAP)
        || t.slots.len.get().is_some()
        || t.slots.contains.get().is_some()
}

/// Is it an index of what could be a sequence? One that does not fit is an error even where there are no items.
fn indexes(o: Value, k: Value) -> PyResult<bool> {
    if !could_be_sequence(o.ty()) || !crate::number::is_index(k) {
        return Ok(false);
    }
    crate::number::as_index(k)?;
    Ok(true)
}

/// Item `i` of what is taken for a sequence; a mapping is none.
pub fn sequence_item(v: Value, i: i64) -> PyResult {
    if v.ty().slots.getitem.get().is_none() || is_mapping_only(v) {
        return Err(raise_fmt!(
            type_error,
            "'{}' object does not support indexing",
            type_name(v)
        ));
    }
    get_item(v, Value::int(i))
}

/// `o[k]`.
pub fn get_item(o: Value, k: Value) -> PyResult {
    match o.ty().slots.getitem.get() {
        Some(f) => f(o, k),
        None if indexes(o, k)? => Err(raise_fmt!(
            type_error,
            "'{}' object does not support indexing",
            type_name(o)
        )),
        None => Err(raise_fmt!(
            type_error,
            "'{}' object has no attribute '__getitem__'",
            type_name(o)
        )),
    }
}

/// `o[k] = v`, `del o[k]`.
pub fn set_item(o: Value, k: Value, v: Option<Value>) -> PyResult<()> {
    match o.ty().slots.setitem.get() {
        Some(f) => f(o, k, v),
        None => {
            let indexes = indexes(o, k)?;
            Err(raise_fmt!(
                type_error,
                "'{}' object {}",
                type_name(o),
                match v {
                    Some(_) => "does not support item assignment",
                    None if indexes => "doesn't support item deletion",
                    None => "does not support item deletion",
                }
            ))
        }
    }
}

/// `callable(v)`.
pub fn is_callable(v: Value) -> bool {
    if v.cast::<Instance>().is_some() {
        return matches!(
            crate::builtins::classobj::find(v, names::call()),
            Ok(Some(_))
        ) || {
            thread::current().take_pending();
            false
        };
    }
    v.ty().slots.call.get().is_some()
}
