//! The functions of `__builtin__` (rows: spec/modules/builtin.toml).

use crate::attr::{self, type_name};
use crate::builtins::{dict, frame, list, object, str as bytes, tuple, type_, unicode};
use crate::call::{Args, call_values};
use crate::error::{PyResult, raise_value, runtime_error, type_error, value_error};
use crate::layouts::{ClassObject, Code, Dict, Instance, List, Module, Str, Tuple};
use crate::modules::Lasting;
use crate::names;
use crate::number;
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::thread;
use crate::value::Value;

/// Adds what is not a function: constants, types, exceptions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = crate::builtins::module::dict(m);
    let set = |n: &str, v: Value| d.set_str(bytes::intern(n.as_bytes()), v);
    set("None", Value::none());
    set("True", Value::bool(true));
    set("False", Value::bool(false));
    set("Ellipsis", crate::singletons::ellipsis());
    set("NotImplemented", crate::singletons::not_implemented());
    set("__debug__", Value::bool(true));
    const PUBLIC: &[&str] = &[
        "basestring",
        "bool",
        "buffer",
        "bytearray",
        "classmethod",
        "complex",
        "dict",
        "enumerate",
        "file",
        "float",
        "frozenset",
        "int",
        "list",
        "long",
        "memoryview",
        "object",
        "property",
        "reversed",
        "set",
        "slice",
        "staticmethod",
        "str",
        "super",
        "tuple",
        "type",
        "unicode",
        "xrange",
    ];
    for def in &crate::types::TYPES {
        let ty = def.ty.get();
        let is_exception = ty.has(crate::typeobj::flags::EXCEPTION) && def.module == "exceptions";
        if PUBLIC.contains(&def.name) || is_exception {
            set(def.name, ty.into());
        }
    }
    set("bytes", crate::types::STR.get().into());
    for (name, lazy, pair) in [
        ("range", "range_to_iterate", 0),
        ("xrange", "xrange_to_iterate", 1),
    ] {
        let lazy = bytes::intern(lazy.as_bytes());
        if let (Some(of), Some(made)) = (d.get_str(bytes::intern(name.as_bytes())), d.get_str(lazy))
        {
            RANGES[pair].0.get(|| of);
            RANGES[pair].1.get(|| made);
            d.delete(lazy.into())?;
        }
    }
    Ok(())
}

/// Callables that make ranges, and what loops call instead.
static RANGES: [(Lasting, Lasting); 2] = [
    (Lasting::new(), Lasting::new()),
    (Lasting::new(), Lasting::new()),
];

/// What is called instead of `callee` when only a loop sees what that returns. Who traces calls hears of what the program
/// calls.
#[inline]
pub fn to_iterate(callee: Value) -> Value {
    let itself = || callee;
    match RANGES.iter().find(|(of, _)| of.get(itself) == callee) {
        Some((_, made)) if !thread::current().tracing.is_on() => made.get(itself),
        _ => callee,
    }
}

pub fn len(v: Value) -> PyResult {
    protocol::len(v).map(Value::int)
}

pub fn abs(v: Value) -> PyResult {
    match v.ty().slots.abs.get() {
        Some(f) => f(v),
        None => Err(raise_fmt!(
            type_error,
            "bad operand type for abs(): '{}'",
            type_name(v)
        )),
    }
}

pub fn all(v: Value) -> PyResult<bool> {
    let it = protocol::iter(v)?;
    while let Some(x) = protocol::next(it)? {
        if !protocol::truth(x)? {
            return Ok(false);
        }
    }
    Ok(true)
}

pub fn any(v: Value) -> PyResult<bool> {
    let it = protocol::iter(v)?;
    while let Some(x) = protocol::next(it)? {
        if protocol::truth(x)? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn apply(f: Value, args: Option<Value>, kwargs: Option<Value>) -> PyResult {
    super::warnings::of_python3("apply() not supported in 3.x; use func(*args, **kwargs)")?;
    if let Some(a) = args
        && a.cast::<Tuple>().is_none()
        && !super::operator::is_sequence(a)?
    {
        return Err(raise_fmt!(
            type_error,
            "apply() arg 2 expected sequence, found {}",
            type_name(a)
        ));
    }
    if let Some(k) = kwargs
        && k.cast::<Dict>().is_none()
    {
        return Err(raise_fmt!(
            type_error,
            "apply() arg 3 expected dictionary, found {}",
            type_name(k)
        ));
    }
    crate::call::call_ex(f, Args::NONE, args, kwargs)
}

pub fn bin(v: Value) -> PyResult {
    number::bin(v)
}

pub fn callable(v: Value) -> PyResult<bool> {
    Ok(protocol::is_callable(v))
}

pub fn chr(code: i64) -> PyResult {
    match u8::try_from(code) {
        Ok(b) => Ok(bytes::new(&[b]).into()),
        Err(_) => Err(value_error("chr() arg not in range(256)")),
    }
}

pub fn cmp(a: Value, b: Value) -> PyResult {
    Ok(Value::int(i64::from(protocol::cmp(a, b)?)))
}

pub fn coerce(a: Value, b: Value) -> PyResult {
    super::warnings::of_python3("coerce() not supported in 3.x")?;
    number::coerce(a, b)
}

pub fn compile(
    source: Value,
    filename: Ref<Str>,
    mode: Ref<Str>,
    flags: i32,
    dont_inherit: i32,
) -> PyResult {
    let mode = mode.as_ref().to_text();
    if !matches!(mode.as_str(), "exec" | "eval" | "single") {
        return Err(value_error(
            "compile() arg 3 must be 'exec', 'eval' or 'single'",
        ));
    }
    // Futures, nested scopes, no dedent at the end, a tree only.
    const KNOWN: i32 = 0x3_e000 | 0x10 | 0x200 | 0x400;
    if flags & !KNOWN != 0 {
        return Err(value_error("compile(): unrecognised flags"));
    }
    (crate::upcalls::get()?.compile)(
        source,
        filename.as_ref().bytes(),
        &mode,
        flags as u32,
        dont_inherit == 0,
    )
}

pub fn delattr(o: Value, name: Value) -> PyResult<()> {
    attr::set(o, bytes::attribute_name(name)?, None)
}

pub fn dir(o: Option<Value>) -> PyResult {
    let out = dict::new();
    match o {
        None => {
            let Some(f) = frame::current() else {
                return Err(runtime_error("no current frame"));
            };
            let l = frame::locals(frame::object_of(f));
            if let Some(d) = l.exact::<Dict>() {
                return sorted_keys(d);
            } else {
                // What another mapping says, which may name things twice.
                let keys = call_values(attr::get(l, names::keys())?, &[])?;
                let Some(keys) = keys.cast::<List>() else {
                    return Err(raise_fmt!(
                        type_error,
                        "dir(): expected keys() of locals to be a list, not '{}'",
                        type_name(keys)
                    ));
                };
                list::sort::sort(keys, None, None, false)?;
                return Ok(keys.into());
            }
        }
        Some(o) => {
            let hook = match o.cast::<Instance>() {
                Some(_) => attr::find(o, names::dir())?
                    .map(|f| call_values(f, &[]))
                    .transpose()?,
                None => match type_::as_type(o) {
                    Some(_) if o.ty() == crate::types::TYPE.get() => None,
                    _ => attr::call_special(o, names::dir(), &[])?,
                },
            };
            if let Some(l) = hook {
                let l = match l.cast::<List>() {
                    Some(l) => l,
                    None => {
                        return Err(raise_fmt!(
                            type_error,
                            "__dir__() must return a list, not {}",
                            type_name(l)
                        ));
                    }
                };
                list::sort::sort(l, None, None, false)?;
                return Ok(l.into());
            }
            if let Some(m) = o.cast::<Module>() {
                let own = attr::get(o, names::dict())?;
                let Some(d) = own.cast::<Dict>() else {
                    return Err(crate::builtins::module::without_dict(m));
                };
                return sorted_keys(d);
            } else if type_::as_type(o).is_some() || o.cast::<ClassObject>().is_some() {
                object::class_names(o, out)?;
            } else if let Some(i) = o.cast::<Instance>() {
                let mut done = Ok(());
                crate::attributes::for_each(o, |k, _| {
                    if done.is_ok() {
                        done = out.set(k, Value::none());
                    }
                });
                done?;
                for n in ["__module__", "__doc__"] {
                    out.set_str(bytes::intern(n.as_bytes()), Value::none());
                }
                more_names(o, out)?;
                object::class_names(i.class.get().into(), out)?;
            } else {
                let unlisted = o.ty().has(crate::typeobj::flags::UNLISTED);
                if !unlisted {
                    object::own_names(o, out)?;
                }
                more_names(o, out)?;
                // Without a `__class__` nobody knows where to look further.
                let own = o.ty().value();
                let class = crate::exception::quiet(|| attr::get(o, names::class()));
                if let Some(c) = class.filter(|c| !(unlisted && *c == own)) {
                    object::class_names(c, out)?;
                }
            }
        }
    }
    sorted_keys(out)
}

/// Names that an object lists itself. Whatever goes wrong in looking, there are none.
fn more_names(o: Value, out: Ref<Dict>) -> PyResult<()> {
    for n in ["__members__", "__methods__"] {
        let listed = crate::exception::quiet(|| attr::get(o, bytes::intern_static(n)));
        let Some(names) = listed.and_then(|m| m.cast::<List>()) else {
            continue;
        };
        for i in 0..names.len() {
            if let Some(k) = names.item(i).filter(|k| k.cast::<Str>().is_some()) {
                out.set(k, Value::none())?;
            }
        }
    }
    Ok(())
}

fn sorted_keys(d: Ref<Dict>) -> PyResult {
    let keys = dict::keys_list(d);
    list::sort::sort(keys, None, None, false)?;
    Ok(keys.into())
}

pub fn divmod(a: Value, b: Value) -> PyResult {
    number::divmod(a, b)
}

fn namespaces(
    function: &str,
    globals: Option<Value>,
    locals: Option<Value>,
) -> PyResult<(Ref<Dict>, Value)> {
    let some = |v: Option<Value>| v.filter(|v| !v.is_none());
    let g = some(globals);
    let l = some(locals);
    if let Some(l) = l
        && !super::operator::is_mapping(l)?
    {
        return Err(raise_fmt!(
            type_error,
            "{}",
            if matches!(function, "eval" | "execfile") {
                "locals must be a mapping".to_owned()
            } else {
                format!("{function}() arg 3 must be a mapping, not {}", type_name(l))
            }
        ));
    }
    let (globals, default_locals) = match g {
        Some(v) => match v.cast::<Dict>() {
            Some(d) => (d, v),
            None if function == "eval" && super::operator::is_mapping(v)? => {
                return Err(type_error(
                    "globals must be a real dict; try eval(expr, {}, mapping)",
                ));
            }
            None if function == "eval" => return Err(type_error("globals must be a dict")),
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "{function}() argument 2 must be dict, not {}",
                    type_name(v)
                ));
            }
        },
        None => {
            let Some(f) = frame::current() else {
                return Err(type_error(
                    "eval must be given globals and locals when called without a frame",
                ));
            };
            (
                f.globals.get(),
                if l.is_some() {
                    Value::none()
                } else {
                    frame::locals(frame::object_of(f))
                },
            )
        }
    };
    if globals.get_str(names::builtins()).is_none() {
        globals.set_str(names::builtins(), super::inherited_builtins().into());
    }
    Ok((globals, l.unwrap_or(default_locals)))
}

/// `exec` and `eval` say it in other words than `compile`.
pub fn check_source(source: Value) -> PyResult<()> {
    let zeros = match source.cast::<Str>() {
        Some(s) => s.as_ref().bytes().contains(&0),
        None => {
            crate::builtins::unicode::is_unicode(source)
                && crate::builtins::unicode::code_points(source).any(|c| c == 0)
        }
    };
    if zeros {
        return Err(type_error("expected string without null bytes"));
    }
    Ok(())
}

/// Runs source text or a code object.
pub fn run(
    function: &str,
    source: Value,
    globals: Option<Value>,
    locals: Option<Value>,
) -> PyResult {
    let (g, l) = namespaces(function, globals, locals)?;
    let up = crate::upcalls::get()?;
    let code = match source.cast::<Code>() {
        Some(c) => c,
        None if function == "eval"
            && source.cast::<Str>().is_none()
            && !unicode::is_unicode(source) =>
        {
            return Err(type_error("eval() arg 1 must be a string or code object"));
        }
        None => {
            check_source(source)?;
            let (mode, flags) = match function {
                "eval" => ("eval", crate::upcalls::LEADING_BLANKS),
                _ => ("exec", 0),
            };
            let flags = flags | crate::upcalls::RUN_AT_ONCE;
            let c = (up.compile)(source, b"<string>", mode, flags, true)?;
            match c.cast::<Code>() {
                Some(c) => c,
                None => return Err(type_error("expected a code object")),
            }
        }
    };
    if !code.freevars.get().as_ref().items().is_empty() {
        return Err(raise_fmt!(
            type_error,
            "code object passed to {function}() may not contain free variables"
        ));
    }
    (up.run)(code, g, l)
}

pub fn eval(source: Value, globals: Option<Value>, locals: Option<Value>) -> PyResult {
    run("eval", source, globals, locals)
}

pub fn execfile(name: Ref<Str>, globals: Option<Value>, locals: Option<Value>) -> PyResult<()> {
    super::warnings::of_python3("execfile() not supported in 3.x; use exec()")?;
    let (g, l) = namespaces("execfile", globals, locals)?;
    let path = std::path::PathBuf::from(
        <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(name.as_ref().bytes()),
    );
    crate::builtins::file::flush_forgotten();
    let data = crate::finalizers::with_descriptors_io(|| std::fs::read(&path))
        .map_err(|e| io_failure(&e, Some(name.into())))?;
    let up = crate::upcalls::get()?;
    let code = (up.compile)(
        bytes::new(&data).into(),
        name.as_ref().bytes(),
        "exec",
        crate::upcalls::SOURCE_IS_FILE,
        true,
    )?;
    let Some(code) = code.cast::<Code>() else {
        return Ok(());
    };
    (up.run)(code, g, l).map(|_| ())
}

/// IOError for a failed operation of the system; what the handler raised where a signal has interrupted it.
pub fn io_failure(e: &std::io::Error, filename: Option<Value>) -> crate::error::Raised {
    let errno = e.raw_os_error().unwrap_or(5);
    if errno == libc::EINTR
        && let Err(raised) = crate::interrupt::handle()
    {
        return raised;
    }
    // SAFETY: strerror returns a string that lives at least until the next call in this thread.
    let text = unsafe { std::ffi::CStr::from_ptr(libc::strerror(errno)) }
        .to_bytes()
        .to_vec();
    let parts = [
        Value::int(i64::from(errno)),
        bytes::new(&text).into(),
        filename.unwrap_or(Value::none()),
    ];
    let n = if filename.is_some() { 3 } else { 2 };
    raise_value(
        crate::types::IO_ERROR.get().into(),
        Some(tuple::from_slice(&parts[..n]).into()),
    )
}

/// Items for which room is made in advance, at most.
const PREPARED: usize = 1 << 16;

pub fn filter(f: Value, sequence: Value) -> PyResult {
    let out = list::new();
    let identity = f.is_none() || f == crate::types::BOOL.get().value();
    let is_str = sequence.cast::<Str>();
    let is_text = is_str.is_some() || unicode::is_unicode(sequence);
    let keep = |x: Value| {
        if !identity {
            protocol::truth(call_values(f, &[x])?)
        } else if is_text {
            // No character is false.
            Ok(true)
        } else {
            protocol::truth(x)
        }
    };
    if (is_text || sequence.cast::<Tuple>().is_some())
        && sequence.ty().has(crate::typeobj::flags::HEAP)
    {
        // Items are what `__getitem__` says, but there are as many as the builtin type has.
        let count = match (is_str, sequence.cast::<Tuple>()) {
            (Some(s), _) => s.as_ref().bytes().len(),
            (_, Some(t)) => t.as_ref().len(),
            _ => unicode::code_points(sequence).count(),
        };
        for i in 0..count {
            let x = protocol::get_item(sequence, Value::int(i as i64))?;
            if !keep(x)? {
                continue;
            }
            let (fits, kind) = match is_str {
                Some(_) => (x.cast::<Str>().is_some(), "str"),
                None => (unicode::is_unicode(x), "unicode"),
            };
            if is_text && !fits {
                return Err(raise_fmt!(
                    type_error,
                    "can't filter {kind} to {kind}: __getitem__ returned different type"
                ));
            }
            out.push(x);
        }
    } else {
        let it = protocol::iter(sequence)?;
        let length = crate::builtins::iterators::length_hint(sequence, 8)?;
        out.reserve(length.min(PREPARED))?;
        crate::builtins::iterators::drain(it, |x| {
            if keep(x)? {
                out.push(x);
            }
            Ok(())
        })?;
    }
    if is_str.is_some() {
        let mut b = Vec::new();
        for x in out.as_ref().items() {
            if let Some(s) = x.cast::<Str>() {
                b.extend_from_slice(s.as_ref().bytes());
            }
        }
        return Ok(bytes::new(&b).into());
    }
    if sequence.cast::<Tuple>().is_some() {
        return Ok(tuple::from_slice(out.as_ref().items()).into());
    }
    if unicode::is_unicode(sequence) {
        return unicode::join_all(out);
    }
    Ok(out.into())
}

pub fn format(v: Value, spec: Option<Value>) -> PyResult {
    let spec = spec.unwrap_or_else(|| bytes::intern(b"").into());
    crate::format::format_value(v, spec)
}

pub fn getattr(o: Value, name: Value, default: Option<Value>) -> PyResult {
    let Some(n) = attribute_text(name)? else {
        return Err(raise_fmt!(
            type_error,
            "getattr(): attribute name must be string"
        ));
    };
    match default {
        None => attr::get(o, n),
        Some(d) => Ok(attr::find(o, n)?.unwrap_or(d)),
    }
}

fn attribute_text(name: Value) -> PyResult<Option<Ref<Str>>> {
    if name.cast::<Str>().is_none() && !unicode::is_unicode(name) {
        return Ok(None);
    }
    bytes::attribute_name(name).map(Some)
}

pub fn globals() -> PyResult {
    Ok(frame::current_globals().map_or(Value::none(), Into::into))
}

pub fn hasattr(o: Value, name: Value) -> PyResult<bool> {
    let Some(n) = attribute_text(name)? else {
        return Err(type_error("hasattr(): attribute name must be string"));
    };
    match attr::look(o, n) {
        Ok(found) => Ok(found.is_some()),
        Err(e) => {
            // Only exceptions that end a program pass.
            if crate::exception::pending_matches(crate::types::EXCEPTION.get()) {
                thread::current().take_pending();
                Ok(false)
            } else {
                Err(e)
            }
        }
    }
}

pub fn hash(v: Value) -> PyResult {
    protocol::hash(v).map(Value::int)
}

fn radix(v: Value, slot: Option<crate::slots::Unary>, name: &str) -> PyResult {
    let Some(f) = slot else {
        return Err(raise_fmt!(
            type_error,
            "{name}() argument can't be converted to {name}"
        ));
    };
    let r = f(v)?;
    if r.cast::<Str>().is_none() {
        return Err(raise_fmt!(
            type_error,
            "__{name}__ returned non-string (type {})",
            type_name(r)
        ));
    }
    Ok(r)
}

pub fn hex(v: Value) -> PyResult {
    radix(v, v.ty().slots.hex.get(), "hex")
}

pub fn oct(v: Value) -> PyResult {
    radix(v, v.ty().slots.oct.get(), "oct")
}

/// The address of an object; a number's own bits otherwise.
pub fn id(v: Value) -> PyResult {
    // Numbers without an object have their bits, of which none are an address.
    Ok(match i64::try_from(v.bits()) {
        Ok(n) => Value::int(n),
        Err(_) => crate::builtins::long::from_i128(i128::from(v.bits())),
    })
}

pub fn input(prompt: Option<Value>) -> PyResult {
    let line = raw_input(prompt)?;
    run("eval", line, None, None)
}

pub fn intern(v: Value) -> PyResult {
    match v.exact::<Str>() {
        Some(s) => Ok(bytes::intern_value(s).into()),
        None if v.cast::<Str>().is_some() => Err(type_error("can't intern subclass of string")),
        None => Err(raise_fmt!(
            type_error,
            "intern() argument 1 must be string, not {}",
            crate::attr::argument_name(v)
        )),
    }
}

pub fn isinstance(v: Value, class: Value) -> PyResult<bool> {
    type_::is_instance(v, class)
}

pub fn issubclass(class: Value, base: Value) -> PyResult<bool> {
    type_::is_subclass(class, base)
}

pub fn iter(v: Value, sentinel: Option<Value>) -> PyResult {
    match sentinel {
        None => protocol::iter(v),
        Some(s) => {
            if !protocol::is_callable(v) {
                return Err(type_error("iter(v, w): v must be callable"));
            }
            Ok(crate::builtins::iterators::callable_iter(v, s))
        }
    }
}

pub fn locals() -> PyResult {
    match frame::current() {
        Some(f) => Ok(frame::locals(frame::object_of(f))),
        None => Err(runtime_error("no current frame")),
    }
}

pub fn map(args: &[Value]) -> PyResult {
    let [f, sequences @ ..] = args else {
        return Err(type_error("map() requires at least two args"));
    };
    if sequences.is_empty() {
        return Err(type_error("map() requires at least two args"));
    }
    if f.is_none() {
        super::warnings::of_python3("map(None, ...) not supported in 3.x; use list(...)")?;
    }
    let out = list::new();
    if let [one] = sequences {
        if f.is_none() {
            list::extend(out, *one)?;
            return Ok(out.into());
        }
        let it = protocol::iter_or_else(*one, || {
            type_error("argument 2 to map() must support iteration")
        })?;
        crate::builtins::iterators::length_hint(*one, 8)?;
        crate::builtins::iterators::drain_through(*f, it, |x| {
            out.push(x);
            Ok(())
        })?;
        return Ok(out.into());
    }
    let its = list::new();
    for (i, s) in sequences.iter().enumerate() {
        its.push(protocol::iter_or_else(*s, || {
            raise_fmt!(
                type_error,
                "argument {} to map() must support iteration",
                i + 2
            )
        })?);
        crate::builtins::iterators::length_hint(*s, 8)?;
    }
    let row = list::new();
    loop {
        row.truncate(0);
        let mut any = false;
        for i in 0..its.as_ref().len() {
            let it = its.as_ref().items()[i];
            let x = if it.is_none() {
                None
            } else {
                protocol::next(it)?
            };
            match x {
                Some(x) => {
                    any = true;
                    row.push(x);
                }
                None => {
                    list::set(its, i, Value::none());
                    row.push(Value::none());
                }
            }
        }
        if !any {
            return Ok(out.into());
        }
        let t = tuple::from_slice(row.as_ref().items());
        out.push(if f.is_none() {
            t.into()
        } else {
            call_values(*f, t.as_ref().items())?
        });
    }
}

fn extreme(name: &str, args: &[Value], kwargs: Args<'_>, op: CmpOp) -> PyResult {
    if args.is_empty() {
        return Err(raise_fmt!(type_error, "{name} expected 1 arguments, got 0"));
    }
    let mut key = None;
    for (k, v) in kwargs.keywords() {
        if k.cast::<Str>()
            .is_some_and(|s| s.as_ref().bytes() == b"key")
            && kwargs.nkw() == 1
        {
            key = Some(v);
        } else {
            return Err(raise_fmt!(
                type_error,
                "{name}() got an unexpected keyword argument"
            ));
        }
    }
    let source = match args {
        [] => return Err(raise_fmt!(type_error, "{name} expected 1 arguments, got 0")),
        [one] => *one,
        many => tuple::from_slice(many).into(),
    };
    let mut best: Option<(Value, Value)> = None;
    let it = protocol::iter(source)?;
    while let Some(x) = protocol::next(it)? {
        let k = match key {
            Some(f) => call_values(f, &[x])?,
            None => x,
        };
        let better = match best {
            None => true,
            Some((_, bk)) => protocol::compare_bool(k, bk, op)?,
        };
        if better {
            best = Some((x, k));
        }
    }
    match best {
        Some((x, _)) => Ok(x),
        None => Err(raise_fmt!(value_error, "{name}() arg is an empty sequence")),
    }
}

pub fn max(args: &[Value], kwargs: Args<'_>) -> PyResult {
    extreme("max", args, kwargs, CmpOp::Gt)
}

pub fn min(args: &[Value], kwargs: Args<'_>) -> PyResult {
    extreme("min", args, kwargs, CmpOp::Lt)
}

pub fn next(it: Value, default: Option<Value>) -> PyResult {
    let Some(f) = it.ty().slots.next.get() else {
        return Err(raise_fmt!(
            type_error,
            "{} object is not an iterator",
            type_name(it)
        ));
    };
    thread::current().stop.set(thread::ExcInfo::NONE);
    match f(it) {
        Ok(Some(v)) => Ok(v),
        Ok(None) => match default {
            Some(d) => Ok(d),
            None => Err(thread::current().raise_stop()),
        },
        Err(e) => match default {
            Some(d) if crate::exception::pending_matches(crate::types::STOP_ITERATION.get()) => {
                thread::current().take_pending();
                Ok(d)
            }
            _ => Err(e),
        },
    }
}

pub fn open(args: &[Value], kwargs: Args<'_>) -> PyResult {
    let file = crate::types::FILE.get().into();
    if kwargs.nkw() == 0 {
        return call_values(file, args);
    }
    let all = list::from_slice(args);
    for (_, v) in kwargs.keywords() {
        all.push(v);
    }
    crate::call::call(
        file,
        Args {
            values: all.as_ref().items(),
            kwnames: kwargs.kwnames,
        },
    )
}

pub fn ord(v: Value) -> PyResult {
    if let Some(s) = v.cast::<Str>() {
        return match s.as_ref().bytes() {
            [b] => Ok(Value::int(i64::from(*b))),
            b => Err(raise_fmt!(
                type_error,
                "ord() expected a character, but string of length {} found",
                b.len()
            )),
        };
    }
    if unicode::is_unicode(v) {
        return match (unicode::code_point(v, 0), unicode::code_point(v, 1)) {
            (Some(c), None) => Ok(Value::int(i64::from(c))),
            _ => Err(raise_fmt!(
                type_error,
                "ord() expected a character, but string of length {} found",
                unicode::code_points(v).count()
            )),
        };
    }
    if let Some(a) = v.cast::<crate::layouts::ByteArray>() {
        return match a.bytes() {
            [b] => Ok(Value::int(i64::from(*b))),
            b => Err(raise_fmt!(
                type_error,
                "ord() expected a character, but string of length {} found",
                b.len()
            )),
        };
    }
    Err(raise_fmt!(
        type_error,
        "ord() expected string of length 1, but {} found",
        type_name(v)
    ))
}

pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    number::power(a, b, c)
}

/// `print` as a function.
pub fn print(args: &[Value], kwargs: Args<'_>) -> PyResult<()> {
    let (mut sep, mut end, mut file) = (None, None, None);
    for (k, v) in kwargs.keywords() {
        let slot = match k.cast::<Str>().map(|s| s.as_ref().to_text()).as_deref() {
            Some("sep") => &mut sep,
            Some("end") => &mut end,
            Some("file") => &mut file,
            _ => return Err(crate::builtins::sequence::unknown_keyword(kwargs, k)),
        };
        *slot = Some(v).filter(|v| !v.is_none());
    }
    for (n, v) in [("sep", sep), ("end", end)] {
        if let Some(v) = v
            && v.cast::<Str>().is_none()
            && !unicode::is_unicode(v)
        {
            return Err(raise_fmt!(
                type_error,
                "{n} must be None, str or unicode, not {}",
                type_name(v)
            ));
        }
    }
    let f = crate::output::target(file)?;
    // Unlike the statement, the function is content with None.
    let Some(f) = f.filter(|f| !f.is_none()) else {
        return Ok(());
    };
    // With unicode among the arguments, what is put between them is unicode too.
    let wide = args
        .iter()
        .chain(&sep)
        .chain(&end)
        .any(|v| unicode::is_unicode(*v));
    let text = |b: &[u8]| -> PyResult {
        let s: Value = bytes::intern(b).into();
        if wide { unicode::from_object(s) } else { Ok(s) }
    };
    let sep = sep.map_or_else(|| text(b" "), Ok)?;
    let end = end.map_or_else(|| text(b"\n"), Ok)?;
    for (i, v) in args.iter().enumerate() {
        if i > 0 {
            crate::output::write_value(f, sep)?;
        }
        crate::output::write_value(f, *v)?;
    }
    crate::output::write_value(f, end)
}

pub fn raw_input(prompt: Option<Value>) -> PyResult {
    crate::output::read_line(prompt)
}

/// The builtin `reduce`, which calls that of `functools`.
pub fn builtin_reduce(f: Value, sequence: Value, initial: Option<Value>) -> PyResult {
    super::warnings::of_python3("reduce() not supported in 3.x; use functools.reduce()")?;
    crate::thread::current().native(1, || reduce(f, sequence, initial))
}

pub fn reduce(f: Value, sequence: Value, initial: Option<Value>) -> PyResult {
    let it = protocol::iter_or_else(sequence, || {
        type_error("reduce() arg 2 must support iteration")
    })?;
    let mut acc = initial;
    while let Some(x) = protocol::next(it)? {
        acc = Some(match acc {
            None => x,
            Some(a) => call_values(f, &[a, x])?,
        });
    }
    acc.ok_or_else(|| type_error("reduce() of empty sequence with no initial value"))
}

pub fn reload(m: Value) -> PyResult {
    super::warnings::of_python3("In 3.x, reload() is renamed to imp.reload()")?;
    (crate::upcalls::get()?.reload)(m)
}

pub fn repr(v: Value) -> PyResult {
    protocol::repr(v).map(Into::into)
}

pub fn round(v: Value, digits: Option<Value>) -> PyResult {
    let x = number::to_f64(v)?;
    number::round(x, digits).map(Value::float)
}

pub fn setattr(o: Value, name: Value, v: Value) -> PyResult<()> {
    attr::set(o, bytes::attribute_name(name)?, Some(v))
}

pub fn sorted(
    iterable: Value,
    cmp: Option<Value>,
    key: Option<Value>,
    reverse: Option<Value>,
) -> PyResult {
    let l = list::new();
    list::extend(l, iterable)?;
    let some = |v: Option<Value>| v.filter(|v| !v.is_none());
    let reverse = match reverse {
        Some(r) => number::int_from_value(r)? != 0,
        None => false,
    };
    // As CPython does, by way of the method.
    crate::thread::current().native(1, || list::sort::sort(l, some(cmp), some(key), reverse))?;
    Ok(l.into())
}

pub fn sum(iterable: Value, start: Option<Value>) -> PyResult {
    let plain = iterable.exact::<List>().is_some() || iterable.exact::<Tuple>().is_some();
    let it = match plain {
        true => iterable,
        false => protocol::iter(iterable)?,
    };
    if start.is_some_and(|s| s.cast::<Str>().is_some() || unicode::is_unicode(s)) {
        return Err(type_error(
            "sum() can't sum strings [use ''.join(seq) instead]",
        ));
    }
    let mut sum = number::sum::Sum::new(start.unwrap_or(Value::int(0)));
    if plain {
        crate::builtins::iterators::for_each(it, |item| sum.push(item))?;
    } else {
        crate::builtins::iterators::drain(it, |item| sum.push(item))?;
    }
    Ok(sum.value())
}

pub fn unichr(code: i32) -> PyResult {
    match u32::try_from(code) {
        Ok(c) if c < 0x11_0000 => unicode::from_code_point(c),
        _ => Err(value_error(
            "unichr() arg not in range(0x110000) (wide Python build)",
        )),
    }
}

pub fn vars(o: Option<Value>) -> PyResult {
    match o {
        None => locals(),
        Some(o) => match attr::find(o, names::dict())? {
            Some(d) => Ok(d),
            None => Err(type_error("vars() argument must have __dict__ attribute")),
        },
    }
}

pub fn zip(args: &[Value]) -> PyResult {
    let out = list::new();
    if args.is_empty() {
        return Ok(out.into());
    }
    // Going through exact lists and tuples runs no Python code: they stay as they are.
    let known = |v: &Value| Some(v.exact::<List>()?.as_ref::<'static>().items());
    let known =
        |v: &Value| known(v).or_else(|| Some(v.exact::<Tuple>()?.as_ref::<'static>().items()));
    if let Some(all) = args.iter().map(known).collect::<Option<Vec<_>>>() {
        let length = all.iter().map(|items| items.len()).min().unwrap_or(0);
        out.reserve(length)?;
        for k in 0..length {
            let row = match all[..] {
                [a, b] => tuple::from_slice(&[a[k], b[k]]),
                _ => tuple::from_iter_sized(all.len(), all.iter().map(|items| items[k])),
            };
            out.push(row.into());
        }
        return Ok(out.into());
    }
    let mut length = PREPARED;
    for a in args {
        match crate::builtins::iterators::known_length(*a)? {
            Some(n) => length = length.min(n),
            // Nothing is known of how many there will be, and the others are not asked.
            None => {
                length = 10;
                break;
            }
        }
    }
    out.reserve(length)?;
    let its = list::new();
    for (i, a) in args.iter().enumerate() {
        match protocol::iter(*a) {
            Ok(it) => its.push(it),
            Err(e) => {
                if crate::exception::pending_matches(crate::types::TYPE_ERROR.get()) {
                    thread::current().take_pending();
                    return Err(raise_fmt!(
                        type_error,
                        "zip argument #{} must support iteration",
                        i + 1
                    ));
                }
                return Err(e);
            }
        }
    }
    while let Some(row) = tuple::from_fn(args.len(), |i| protocol::next(its.as_ref().items()[i]))? {
        out.push(row.into());
    }
    Ok(out.into())
}

pub fn import(
    name: Ref<Str>,
    globals: Option<Value>,
    locals: Option<Value>,
    fromlist: Option<Value>,
    level: i64,
) -> PyResult {
    let none = Value::none();
    (crate::upcalls::get()?.import)(
        name.into(),
        globals.unwrap_or(none),
        locals.unwrap_or(none),
        fromlist.unwrap_or(none),
        level,
    )
}
