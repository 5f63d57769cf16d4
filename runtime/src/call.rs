//! Calling: the argument view, dispatch on the callee, and binding of arguments to the
//! parameters of a Python function.
//!
//! Arguments travel as a slice of values, positional ones first, then the values of keyword
//! arguments whose names stand in a tuple of strings. Nothing is allocated on the way.

pub mod bind;

use crate::error::{PyResult, Raised, raise_value};
use crate::frame::Frame;
use crate::layouts::{
    BoundMethod, BuiltinFunction, Code, Dict, Function, MethodDescriptor, Str, Tuple,
};
use crate::object::Ref;
use crate::thread;
use crate::value::Value;

use bind::bind_arguments;

/// The arguments of a call.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// Positional values, then keyword values.
    pub values: &'a [Value],
    /// Names of the last values, interned strings as a rule.
    pub kwnames: Option<Ref<Tuple>>,
}

/// A bit in the header of a tuple of keyword names; see [`Args::keywords_in_dict_order`].
const NAMES_FROM_DICT: u16 = 0x0100;
const _: () = assert!(NAMES_FROM_DICT & crate::heap::flags::HEAP_BITS == 0);

impl<'a> Args<'a> {
    pub const NONE: Args<'static> = Args {
        values: &[],
        kwnames: None,
    };

    /// Only positional arguments.
    #[inline(always)]
    pub fn positional(values: &'a [Value]) -> Args<'a> {
        Args {
            values,
            kwnames: None,
        }
    }

    #[inline]
    pub fn nkw(&self) -> usize {
        self.kwnames.map_or(0, |t| t.as_ref().items().len())
    }

    /// The positional values.
    #[inline]
    pub fn pos(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.nkw()]
    }

    /// Are the keywords in the order of the dict that CPython would pass? Else they are in the order
    /// of the call, and CPython would put them into a dict beginning with the last.
    pub fn keywords_in_dict_order(&self) -> bool {
        self.kwnames
            .is_some_and(|t| t.header.gc_bits.get() & NAMES_FROM_DICT != 0)
    }

    /// Keyword names and values. A name that came as unicode, out of a `**` dict, is the `str` of the
    /// same characters if it has any chance to be a parameter's.
    pub fn keywords(&self) -> impl Iterator<Item = (Value, Value)> + use<'a> {
        self.keywords_as_given().map(|(name, value)| match () {
            () if name.cast::<Str>().is_some() => (name, value),
            () => (ascii_name(name).map_or(name, Into::into), value),
        })
    }

    /// Keyword names and values, for who passes the names on.
    pub fn keywords_as_given(&self) -> impl Iterator<Item = (Value, Value)> + use<'a> {
        let names = self.kwnames.map_or(&[][..], |t| t.as_ref().items());
        names.iter().copied().zip(
            self.values[self.values.len() - names.len()..]
                .iter()
                .copied(),
        )
    }
}

/// A unicode name as a `str`, if it is ASCII.
#[cold]
fn ascii_name(name: Value) -> Option<Ref<Str>> {
    name.cast::<crate::layouts::Unicode>()?;
    let text: Option<Vec<u8>> = crate::builtins::unicode::code_points(name)
        .map(|c| u8::try_from(c).ok().filter(u8::is_ascii))
        .collect();
    Some(crate::builtins::str::intern(&text?))
}

/// Entry of a Python code object in the tier it runs in.
pub type Entry = extern "C" fn(frame: *mut Frame, entry: u32) -> Option<Value>;
/// Entry of a builtin: values, number of values (keyword values included), keyword names.
pub type NativeEntry =
    extern "C" fn(args: *const Value, nargs: usize, kwnames: Option<Ref<Tuple>>) -> Option<Value>;

/// Bits of [`Code::flags`], as in `co_flags`.
pub mod code_flags {
    pub const OPTIMIZED: u32 = 0x1;
    pub const NEWLOCALS: u32 = 0x2;
    pub const VARARGS: u32 = 0x4;
    pub const VARKEYWORDS: u32 = 0x8;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const NOFREE: u32 = 0x40;
    pub const FUTURE_DIVISION: u32 = 0x2000;
    pub const FUTURE_ABSOLUTE_IMPORT: u32 = 0x4000;
    pub const FUTURE_WITH: u32 = 0x8000;
    pub const FUTURE_PRINT: u32 = 0x10000;
    pub const FUTURE_UNICODE: u32 = 0x20000;
    /// A generator that yields nothing but tuples made on the spot: nobody else has them. Not in `co_flags`.
    pub const FRESH: u32 = 0x4000_0000;
    /// Not simple to call: has `*`, `**`, or is a generator.
    pub const COMPLEX_CALL: u32 = VARARGS | VARKEYWORDS | GENERATOR;
}

/// `callee(*args)`, as native code calls: a level of recursion.
#[inline]
pub fn call(callee: Value, args: Args<'_>) -> PyResult {
    thread::current().native(1, || run(callee, args))
}

/// `callee(*args)`, as a node calls: Python functions and builtins, in bound methods too, are called without a level but
/// that of the frame.
#[inline]
pub fn call_by_node(callee: Value, args: Args<'_>) -> PyResult {
    if let Some(f) = callee.exact::<Function>() {
        return call_function(f, args);
    }
    if let Some(b) = callee.exact::<BuiltinFunction>() {
        return call_builtin(b, args);
    }
    if let Some(m) = callee.exact::<BoundMethod>()
        && let Some(s) = m.receiver.get()
    {
        let f = m.function.get();
        return with_first(s, args, |a| match f.exact::<Function>() {
            Some(f) => call_function(f, a),
            None => by_node(f, a),
        });
    }
    by_node(callee, args)
}

/// [`call_by_node`] of what is no function of Python, nor a method bound to something.
fn by_node(callee: Value, args: Args<'_>) -> PyResult {
    // What a method of a builtin type is bound to comes first among the arguments.
    if callee.exact::<BuiltinFunction>().is_some() || callee.exact::<MethodDescriptor>().is_some() {
        return run(callee, args);
    }
    call(callee, args)
}

/// Calls `f`, found in the class of `obj`, as native code calls the method that `f` binds to.
#[inline]
pub fn call_method(f: Value, obj: Value, args: Args<'_>) -> PyResult {
    let levels = if f.exact::<Function>().is_some() {
        2
    } else {
        1
    };
    with_first(obj, args, |a| {
        thread::current().native(levels, || run(f, a))
    })
}

/// Levels of recursion that a call of a class takes for what its metaclass does, and for its `__init__` in Python; see
/// [`call`] and [`call_method`].
pub const CONSTRUCTION: u32 = 3;

/// What calling `callee` does, past the level of the call itself.
#[inline]
pub fn run(callee: Value, args: Args<'_>) -> PyResult {
    if let Some(f) = callee.exact::<Function>() {
        return call_function(f, args);
    }
    if let Some(b) = callee.exact::<BuiltinFunction>() {
        return call_builtin(b, args);
    }
    if let Some(m) = callee.exact::<BoundMethod>() {
        return call_bound(m, args);
    }
    match callee.ty().slots.call.get() {
        Some(f) => f(callee, args),
        None => Err(not_callable(callee)),
    }
}

/// `callee(values…)`.
#[inline]
pub fn call_values(callee: Value, values: &[Value]) -> PyResult {
    call(callee, Args::positional(values))
}

#[cold]
pub fn not_callable(callee: Value) -> Raised {
    raise_fmt!(
        type_error,
        "'{}' object is not callable",
        crate::attr::type_name(callee)
    )
}

/// Runs `f` with `first` put before the arguments.
#[inline]
pub fn with_first<R>(first: Value, args: Args<'_>, f: impl FnOnce(Args<'_>) -> R) -> R {
    const INLINE: usize = 8;
    let n = args.values.len() + 1;
    if n <= INLINE {
        let mut buf = [first; INLINE];
        buf[1..n].copy_from_slice(args.values);
        f(Args {
            values: &buf[..n],
            kwnames: args.kwnames,
        })
    } else {
        let t = crate::builtins::tuple::from_iter_sized(
            n,
            std::iter::once(first).chain(args.values.iter().copied()),
        );
        f(Args {
            values: t.as_ref().items(),
            kwnames: args.kwnames,
        })
    }
}

/// Calls a builtin function or bound builtin method.
#[inline]
pub fn call_builtin(b: Ref<BuiltinFunction>, args: Args<'_>) -> PyResult {
    match b.receiver.get() {
        Some(s) => with_first(s, args, |a| call_native(b.entry.get(), a)),
        None => call_native(b.entry.get(), args),
    }
}

#[inline]
pub fn call_native(entry: NativeEntry, args: Args<'_>) -> PyResult {
    entry(args.values.as_ptr(), args.values.len(), args.kwnames).ok_or(Raised)
}

/// What a bound method does when it is called: it calls its function, natively.
fn call_bound(m: Ref<BoundMethod>, args: Args<'_>) -> PyResult {
    match m.receiver.get() {
        Some(s) => {
            let f = m.function.get();
            with_first(s, args, |a| call(f, a))
        }
        None => crate::builtins::method::call_unbound(m, args),
    }
}

/// The function of a method bound to something, past the level of calling it.
fn run_bound(m: Ref<BoundMethod>, args: Args<'_>) -> PyResult {
    let f = m.function.get();
    match m.receiver.get() {
        Some(s) => with_first(s, args, |a| run(f, a)),
        None => run(f, args),
    }
}

/// Calls a Python function.
#[inline]
pub fn call_function(f: Ref<Function>, args: Args<'_>) -> PyResult {
    let code = f.code.get();
    let t = thread::current();
    if code.flags.get() & (code_flags::COMPLEX_CALL | code_flags::OPTIMIZED)
        == code_flags::OPTIMIZED
        && args.kwnames.is_none()
    {
        let missing = (code.argcount.get() as usize).wrapping_sub(args.values.len());
        let defaults = match f.defaults.get() {
            Some(d) if missing != 0 => d.as_ref().items(),
            _ => &[],
        };
        // Too many arguments are as if a great number were missing.
        if missing <= defaults.len() {
            let frame = t.push_frame(code, f.globals.get(), f.builtins.get(), Some(f))?;
            // One by one: few as they are, a call of memcpy costs more.
            for (i, v) in args.values.iter().enumerate() {
                frame.set_reg(i as u32, Some(*v));
            }
            let rest = &defaults[defaults.len() - missing..];
            for (i, v) in rest.iter().enumerate() {
                frame.set_reg((args.values.len() + i) as u32, Some(*v));
            }
            return finish_call(t, frame, code);
        }
    }
    call_function_general(f, code, args)
}

#[inline(always)]
fn finish_call(t: &thread::Thread, frame: &Frame, code: Ref<Code>) -> PyResult {
    let r = run_frame(t, frame, code, 0);
    t.pop_frame(frame);
    r.ok_or(Raised)
}

/// Runs a frame from an entry of its code in the best tier there is; in the interpreter where frames are traced, or close
/// to the recursion limit.
#[inline(always)]
pub fn run_frame(t: &thread::Thread, frame: &Frame, code: Ref<Code>, entry: u32) -> Option<Value> {
    if t.depth.get() > t.direct_limit.get()
        && let Ok(up) = crate::upcalls::get()
    {
        let how = match t.tracing.active.get() {
            0 => up.run_near_limit,
            _ => up.run_traced,
        };
        return how(frame as *const Frame as *mut Frame, entry);
    }
    (code.entry.get())(frame as *const Frame as *mut Frame, entry)
}

#[inline(never)]
fn call_function_general(f: Ref<Function>, code: Ref<Code>, args: Args<'_>) -> PyResult {
    let t = thread::current();
    if code.flags.get() & code_flags::GENERATOR != 0 {
        let g = crate::builtins::generator::new(f, code)?;
        let frame = g.frame();
        if code.flags.get() & code_flags::OPTIMIZED == 0 {
            frame.locals.set(Some(crate::builtins::dict::new().into()));
        }
        bind_arguments(f, code, args, frame)?;
        return Ok(g.into());
    }
    let frame = t.push_frame(code, f.globals.get(), f.builtins.get(), Some(f))?;
    if code.flags.get() & code_flags::OPTIMIZED == 0 {
        // Class bodies, and functions in which exec may bind names.
        frame.locals.set(Some(crate::builtins::dict::new().into()));
    }
    if let Err(e) = bind_arguments(f, code, args, frame) {
        t.pop_frame(frame);
        return Err(e);
    }
    finish_call(t, frame, code)
}

/// Fills the argument registers for code that is run by itself (`exec`, `eval`), without arguments.
///
/// # Errors
/// TypeError when it has parameters.
pub fn bind_nothing(code: Ref<Code>, globals: Ref<Dict>, frame: &Frame) -> PyResult<()> {
    let takes = code_flags::VARARGS | code_flags::VARKEYWORDS;
    if code.argcount.get() == 0 && code.flags.get() & takes == 0 {
        return Ok(());
    }
    let f = crate::builtins::function::new(code, globals, None, None);
    bind_arguments(f, code, Args::NONE, frame)
}

/// Merges `f(*star, **kw)` into one argument view and calls.
///
/// # Errors
/// TypeError when `star` is not iterable, `kw` is not a mapping, or a name comes twice.
pub fn call_ex(callee: Value, args: Args<'_>, star: Option<Value>, kw: Option<Value>) -> PyResult {
    call_spread(callee, args, star, kw, call)
}

/// [`call_ex`] as a node calls: builtins without a level, other objects, and functions in bound methods, with one.
///
/// # Errors
/// As for [`call_ex`].
pub fn call_ex_by_node(
    callee: Value,
    args: Args<'_>,
    star: Option<Value>,
    kw: Option<Value>,
) -> PyResult {
    call_spread(callee, args, star, kw, |callee, args| {
        match callee.exact::<BoundMethod>() {
            Some(m) if m.receiver.get().is_some() => {
                thread::current().native(1, || run_bound(m, args))
            }
            _ => by_node(callee, args),
        }
    })
}

fn call_spread(
    callee: Value,
    args: Args<'_>,
    star: Option<Value>,
    kw: Option<Value>,
    how: fn(Value, Args<'_>) -> PyResult,
) -> PyResult {
    let kw = match kw {
        Some(kw) => Some(mapping(callee, kw)?).filter(|d| !d.is_empty()),
        None => None,
    };
    if args.values.is_empty()
        && kw.is_none()
        && let Some(t) = star.and_then(|s| s.cast::<Tuple>())
    {
        return how(callee, Args::positional(t.as_ref().items()));
    }
    if args.nkw() == 0
        && let Some(r) = call_few(callee, args.values, star, kw, how)
    {
        return r;
    }
    let all = crate::builtins::list::from_slice(args.pos());
    if let Some(t) = star.and_then(|s| s.cast::<Tuple>()) {
        all.as_ref().extend_from_slice(t.as_ref().items())?;
    } else if let Some(s) = star
        && !crate::builtins::list::extend_quiet(all, s)?
    {
        return Err(raise_fmt!(
            type_error,
            "{} argument after * must be an iterable, not {}",
            callee_text(callee),
            crate::attr::type_name(s)
        ));
    }
    let kwnames = if args.nkw() > 0 || kw.is_some() {
        let d = keyword_dict(callee, args, kw)?;
        let names = crate::builtins::list::with_capacity(d.len());
        let mut at = 0;
        while let Some((k, v)) = d.next_entry(&mut at) {
            names.push(k);
            all.push(v);
        }
        Some(names_from_dict(crate::builtins::tuple::from_slice(
            names.as_ref().items(),
        )))
    } else {
        None
    };
    how(
        callee,
        Args {
            values: all.as_ref().items(),
            kwnames,
        },
    )
}

fn names_from_dict(names: Ref<Tuple>) -> Ref<Tuple> {
    let bits = &names.header.gc_bits;
    bits.set(bits.get() | NAMES_FROM_DICT);
    names
}

/// [`call_ex`] of few arguments from a tuple or list and a dict, which it puts on the stack; `None` when
/// they are more, or come from elsewhere.
#[inline]
fn call_few(
    callee: Value,
    first: &[Value],
    star: Option<Value>,
    kw: Option<Ref<Dict>>,
    how: fn(Value, Args<'_>) -> PyResult,
) -> Option<PyResult> {
    const FEW: usize = 16;
    // Of an instance of a subclass of tuple, its elements count, not what it says of them.
    let tuple = star.and_then(|s| s.cast::<Tuple>());
    let list = star.and_then(|s| s.exact::<crate::layouts::List>());
    let more = match (star, &tuple, &list) {
        (None, ..) => &[][..],
        (_, Some(t), _) => t.as_ref().items(),
        (_, _, Some(l)) => l.as_ref().items(),
        _ => return None,
    };
    let total = first.len() + more.len() + kw.map_or(0, |d| d.len());
    if total > FEW {
        return None;
    }
    let mut values = [Value::none(); FEW];
    let mut n = 0;
    for v in first.iter().chain(more) {
        values[n] = *v;
        n += 1;
    }
    let kwnames = kw.map(|d| {
        let mut at = 0;
        let names = std::iter::from_fn(|| {
            let (k, v) = d.next_entry(&mut at)?;
            values[n] = v;
            n += 1;
            Some(k)
        });
        names_from_dict(crate::builtins::tuple::from_iter_sized(d.len(), names))
    });
    let args = Args {
        values: &values[..n],
        kwnames,
    };
    Some(how(callee, args))
}

/// The keyword arguments of a call with `*` or `**` in one dict, in the order in which CPython puts them
/// there: it takes those that are written out off its stack, the last one first.
fn keyword_dict(callee: Value, args: Args<'_>, kw: Option<Ref<Dict>>) -> PyResult<Ref<Dict>> {
    let names = args.kwnames.map_or(&[][..], |t| t.as_ref().items());
    let d = match kw {
        Some(d) if names.is_empty() => return Ok(d),
        Some(d) => crate::builtins::dict::copy(d),
        None => crate::builtins::dict::new(),
    };
    let values = &args.values[args.values.len() - names.len()..];
    for (name, value) in names.iter().zip(values).rev() {
        if d.contains(*name)? {
            return Err(raise_fmt!(
                type_error,
                "{} got multiple values for keyword argument '{}'",
                callee_text(callee),
                crate::protocol::str(*name)?.as_ref().to_text()
            ));
        }
        d.set(*name, *value)?;
    }
    Ok(d)
}

fn no_mapping(callee: Value, kw: Value) -> Raised {
    raise_fmt!(
        type_error,
        "{} argument after ** must be a mapping, not {}",
        callee_text(callee),
        crate::attr::type_name(kw)
    )
}

fn mapping(callee: Value, kw: Value) -> PyResult<Ref<Dict>> {
    if let Some(d) = kw.exact::<Dict>() {
        return Ok(d);
    }
    let d = crate::builtins::dict::new();
    match crate::builtins::dict::merge(d, kw, true) {
        Err(_) if crate::exception::pending_matches(crate::types::ATTRIBUTE_ERROR.get()) => {
            crate::thread::current().take_pending();
            Err(no_mapping(callee, kw))
        }
        r => r.map(|_| d),
    }
}

fn callee_text(callee: Value) -> String {
    if let Some(f) = callee.exact::<Function>() {
        return format!("{}()", f.name_str());
    }
    if let Some(m) = callee.exact::<BoundMethod>() {
        return callee_text(m.function.get());
    }
    if let Some(b) = callee.exact::<BuiltinFunction>() {
        return format!("{}()", b.name_str());
    }
    if let Some(c) = callee.cast::<crate::layouts::ClassObject>()
        && let Some(name) = c.name.get().cast::<Str>()
    {
        return format!("{} constructor", name.as_ref().to_text());
    }
    if let Some(name) = crate::builtins::classobj::instance_class_name(callee) {
        return format!("{name} instance");
    }
    format!("{} object", crate::attr::type_name(callee))
}

/// Raises what `callee` raised with; helper for code that must make `value` the exception.
pub fn raise_instance(value: Value) -> Raised {
    raise_value(value.ty().into(), Some(value))
}
