// Argument parsing of builtins, with CPython's wording. Part of the expansion of `expand_types!()`
// (runtime::types::parse); names are those of the runtime crate.

use crate::call::Args;
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::Tuple;
use crate::object::{Layout, Ref};
use crate::typeobj::StaticType;
use crate::value::Value;

/// The arguments of a native entry.
///
/// # Safety
/// The caller follows the convention: `n` values at `values` that outlive the call.
#[inline(always)]
pub unsafe fn args<'a>(values: *const Value, n: usize, kwnames: Option<Ref<Tuple>>) -> Args<'a> {
    // SAFETY: promised by the caller; an empty slice may come with any address.
    let values = if n == 0 { &[] } else { unsafe { std::slice::from_raw_parts(values, n) } };
    Args { values, kwnames }
}

#[cold]
fn no_keywords(name: &str) -> Raised {
    type_error(format!("{name}() takes no keyword arguments"))
}

/// Refuses keyword arguments.
#[inline]
pub fn without_keywords(args: Args<'_>, name: &str) -> PyResult<()> {
    if args.kwnames.is_some() && args.nkw() != 0 { Err(no_keywords(name)) } else { Ok(()) }
}

#[inline(always)]
fn positional<'a>(args: Args<'a>, receivers: usize, name: &str) -> PyResult<&'a [Value]> {
    if args.kwnames.is_some() && args.nkw() != 0 {
        return Err(no_keywords(name));
    }
    if args.values.len() < receivers {
        return Err(type_error(format!("unbound method {name}() needs an argument")));
    }
    Ok(args.values)
}

/// A function in messages; the one without a name is just a function.
fn subject(name: &str) -> String {
    if name.is_empty() { "function".to_owned() } else { format!("{name}()") }
}

fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// No arguments but the receiver.
#[inline]
pub fn no_args<'a>(args: Args<'a>, receivers: usize, name: &str) -> PyResult<&'a [Value]> {
    let a = positional(args, receivers, name)?;
    if a.len() == receivers { Ok(a) } else { Err(type_error(format!("{} takes no arguments ({} given)", subject(name), a.len() - receivers))) }
}

/// One argument besides the receiver.
#[inline]
pub fn one<'a>(args: Args<'a>, receivers: usize, name: &str) -> PyResult<&'a [Value]> {
    let a = positional(args, receivers, name)?;
    if a.len() == receivers + 1 {
        Ok(a)
    } else {
        Err(type_error(format!("{} takes exactly one argument ({} given)", subject(name), a.len() - receivers)))
    }
}

/// From `min` to `max` arguments (receiver included).
#[inline]
pub fn range<'a>(args: Args<'a>, receivers: usize, name: &str, min: usize, max: usize) -> PyResult<&'a [Value]> {
    let a = positional(args, receivers, name)?;
    if a.len() >= min && a.len() <= max { Ok(a) } else { Err(wrong_number(a.len() - receivers, name, min - receivers, max.saturating_sub(receivers))) }
}

/// The same with a message of the function's own.
#[inline]
pub fn counted<'a>(args: Args<'a>, receivers: usize, name: &str, min: usize, max: usize, usage: &str) -> PyResult<&'a [Value]> {
    let a = positional(args, receivers, name)?;
    if a.len() >= min && a.len() <= max { Ok(a) } else { Err(type_error(usage)) }
}

#[cold]
fn wrong_number(given: usize, name: &str, min: usize, max: usize) -> Raised {
    let name = subject(name);
    let (how, n) = match () {
        () if min == max => ("exactly", min),
        () if given < min => ("at least", min),
        () => ("at most", max),
    };
    type_error(format!("{name} takes {how} {n} argument{} ({given} given)", s(n)))
}

/// From `min` to `max` arguments (receiver included), with the other wording.
#[inline]
pub fn unpack<'a>(args: Args<'a>, receivers: usize, name: &str, min: usize, max: usize) -> PyResult<&'a [Value]> {
    let a = positional(args, receivers, name)?;
    let (given, least, most) = (a.len() - receivers, min - receivers, max.saturating_sub(receivers));
    if given >= least && given <= most {
        return Ok(a);
    }
    // Always the plural, as CPython says it.
    let (how, n) = match () {
        () if least == most => ("", least),
        () if given < least => ("at least ", least),
        () => ("at most ", most),
    };
    Err(type_error(format!("{name} expected {how}{n} arguments, got {given}")))
}

/// At least `min` arguments (receiver included).
#[inline]
pub fn at_least<'a>(args: Args<'a>, receivers: usize, name: &str, min: usize) -> PyResult<&'a [Value]> {
    range(args, receivers, name, min, usize::MAX)
}

/// At least `min` positional arguments (receiver included), and any keywords.
#[inline]
pub fn leading<'a>(args: Args<'a>, receivers: usize, name: &str, min: usize) -> PyResult<&'a [Value]> {
    range(Args::positional(args.pos()), receivers, name, min, usize::MAX)
}

/// Arguments by parameter, and the first fault that is found going through the parameters in their order:
/// what comes before it is converted, and may raise, before it is told.
pub struct Named<'a, const N: usize> {
    pub values: [Option<Value>; N],
    fault: usize,
    args: Args<'a>,
    names: &'a [&'a str; N],
}

impl<const N: usize> Named<'_, N> {
    /// Goes on to the parameter with number `k`, or behind the last.
    #[inline(always)]
    pub fn reach(&self, k: usize) -> PyResult<()> {
        if self.fault == k { Err(self.error()) } else { Ok(()) }
    }

    #[cold]
    fn error(&self) -> Raised {
        let (names, i) = (self.names, self.fault);
        if let Some(name) = names.get(i) {
            let n = i + 1;
            return match self.values[i] {
                Some(_) => type_error(format!("Argument given by name ('{name}') and position ({n})")),
                None => type_error(format!("Required argument '{name}' (pos {n}) not found")),
            };
        }
        for (k, _) in self.args.keywords_as_given() {
            if k.cast::<crate::layouts::Str>().is_none() {
                return type_error("keywords must be strings");
            }
            if !names.iter().any(|n| is_name(k, n)) {
                return match crate::protocol::str(k) {
                    Ok(k) => crate::builtins::sequence::unknown_keyword(self.args, k.into()),
                    Err(raised) => raised,
                };
            }
        }
        type_error("keywords must be strings")
    }
}

/// `N` parameters (without the receiver) that may be passed by name.
#[inline]
pub fn keywords<const N: usize>(args: Args<'_>, receivers: usize, name: &str, names: &[&str; N], min: usize) -> PyResult<[Option<Value>; N]> {
    if let Some(values) = by_position(args, receivers, min) {
        return Ok(values);
    }
    let named = by_name(args, receivers, name, names, min)?;
    if named.fault != usize::MAX { Err(named.error()) } else { Ok(named.values) }
}

/// The arguments if none of them is named and they are as many as there should be.
#[inline]
fn by_position<const N: usize>(args: Args<'_>, receivers: usize, min: usize) -> Option<[Option<Value>; N]> {
    let given = args.values.get(receivers..)?;
    if args.kwnames.is_some() || given.len() < min || given.len() > N {
        return None;
    }
    let mut values = [None; N];
    for (slot, v) in values.iter_mut().zip(given) {
        *slot = Some(*v);
    }
    Some(values)
}

/// The same, for who converts the arguments between the steps.
pub fn by_name<'a, const N: usize>(args: Args<'a>, receivers: usize, name: &str, names: &'a [&'a str; N], min: usize) -> PyResult<Named<'a, N>> {
    if let Some(values) = by_position(args, receivers, min) {
        return Ok(Named { values, fault: usize::MAX, args, names });
    }
    let pos = args.pos();
    if pos.len() < receivers {
        return Err(type_error(format!("unbound method {name}() needs an argument")));
    }
    let pos = &pos[receivers..];
    let given = pos.len() + args.nkw();
    if given > N {
        return Err(type_error(format!("{} takes at most {N} argument{} ({given} given)", subject(name), s(N))));
    }
    let mut values = [None; N];
    let mut used = 0;
    let mut fault = usize::MAX;
    for (i, slot) in values.iter_mut().enumerate() {
        let named = match args.kwnames {
            None => None,
            Some(_) => args.keywords().find(|(k, _)| is_name(*k, names[i])).map(|(_, v)| v),
        };
        used += usize::from(named.is_some());
        let at = pos.get(i).copied();
        let both = named.is_some() && at.is_some();
        *slot = named.or(at);
        if both || slot.is_none() && i < min {
            fault = i;
            break;
        }
    }
    if fault == usize::MAX && used < args.nkw() {
        let unknown = |k: Value| k.cast::<crate::layouts::Str>().is_none() || !names.iter().any(|n| is_name(k, n));
        if args.keywords_as_given().any(|(k, _)| unknown(k)) {
            fault = N;
        }
    }
    Ok(Named { values, fault, args, names })
}

fn is_name(key: Value, name: &str) -> bool {
    key.cast::<crate::layouts::Str>().is_some_and(|k| k.as_ref().bytes() == name.as_bytes())
}

/// The receiver, as its layout.
#[inline(always)]
pub fn receiver<T: Layout>(v: Value, name: &str, ty: &'static StaticType) -> PyResult<Ref<T>> {
    match v.cast::<T>() {
        Some(r) => Ok(r),
        None => Err(foreign(v, name, ty)),
    }
}

/// The receiver, of a layout that others extend.
#[inline(always)]
pub fn receiver_of_type<T: Layout>(v: Value, name: &str, ty: &'static StaticType) -> PyResult<Ref<T>> {
    if v.is_ptr() && v.ty().is_subtype(ty.get()) {
        // SAFETY: the layouts of a type's subclasses begin with the type's.
        Ok(unsafe { v.cast_unchecked() })
    } else {
        Err(foreign(v, name, ty))
    }
}

#[cold]
fn foreign(v: Value, name: &str, ty: &'static StaticType) -> Raised {
    type_error(format!("descriptor '{name}' requires a '{}' object but received a '{}'", ty.get().full_name(), v.ty().full_name()))
}

/// An argument that must be an instance of a builtin type.
#[inline(always)]
pub fn object<T: Layout>(v: Value, name: &str, index: usize, expected: &str) -> PyResult<Ref<T>> {
    match v.cast::<T>() {
        Some(r) => Ok(r),
        None => Err(wrong_type(v, name, index, expected)),
    }
}

/// An argument of the wrong type.
#[cold]
pub fn wrong_type(v: Value, name: &str, index: usize, expected: &str) -> Raised {
    let got = if v.is_none() { "None" } else { v.ty().full_name() };
    let call = if name.is_empty() { String::new() } else { format!("{name}() ") };
    type_error(format!("{call}argument {index} must be {expected}, not {got}"))
}
