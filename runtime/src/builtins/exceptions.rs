//! Exception instances. All classes share one layout; what `extra0`… hold depends on the class:
//!
//! | class | 0 | 1 | 2 | 3 | 4 | 5 |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | EnvironmentError | errno | strerror | filename | | | |
//! | SystemExit | code | | | | | |
//! | SyntaxError | msg | filename | lineno | offset | text | print_file_and_line |
//! | Unicode…Error | encoding | object | start | end | reason | |

use crate::call::Args;
use crate::error::{PyResult, attribute_error, overflow_error, type_error};
use crate::layouts::{Dict, Exception, Str, Tuple};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

fn of(v: Value) -> PyResult<Ref<Exception>> {
    v.cast::<Exception>()
        .ok_or_else(|| type_error("expected an exception"))
}

fn items(e: Ref<Exception>) -> &'static [Value] {
    e.args.get().as_ref::<'static>().items()
}

/// `BaseException.__new__`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    // The arguments become `args` in __init__.
    let _ = args;
    let e = Exception::alloc_for(
        ty,
        super::tuple::from_slice(&[]),
        Some(super::str::empty().into()),
        None,
        None,
        None,
        None,
        None,
        None,
    );
    Ok(e.into())
}

/// `BaseException.__init__`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let e = of(v)?;
    if args.nkw() != 0 {
        return Err(raise_fmt!(
            type_error,
            "{} does not take keyword arguments",
            crate::attr::type_name(v)
        ));
    }
    e.args.set(super::tuple::from_slice(args.pos()));
    if let [one] = args.pos() {
        e.message.set(Some(*one));
    }
    Ok(())
}

/// An instance of `ty` with one argument, without running any `__init__`.
pub fn instance(ty: Ref<Type>, args: &[Value]) -> Value {
    let message = match args {
        [one] => Some(*one),
        _ => Some(super::str::empty().into()),
    };
    Exception::alloc_for(
        ty,
        super::tuple::from_slice(args),
        message,
        None,
        None,
        None,
        None,
        None,
        None,
    )
    .into()
}

/// The repr slot: the class's name and the arguments.
pub fn repr(v: Value) -> PyResult {
    let e = of(v)?;
    let args = crate::protocol::repr(e.args.get().into())?;
    let name = crate::attr::type_name(v);
    let short = name.rsplit('.').next().unwrap_or(name);
    let short = crate::text::shown::bytes(short);
    Ok(super::str::new(&[&short, args.as_ref().bytes()].concat()).into())
}

/// The str slot.
pub fn str(v: Value) -> PyResult {
    match items(of(v)?) {
        [] => Ok(super::str::new(b"").into()),
        [one] => crate::protocol::str(*one).map(Into::into),
        _ => crate::protocol::str(of(v)?.args.get().into()).map(Into::into),
    }
}

/// KeyError shows the repr of its key.
pub fn key_error_str(v: Value) -> PyResult {
    match items(of(v)?) {
        [one] => crate::protocol::repr(*one).map(Into::into),
        _ => str(v),
    }
}

/// `e[i]` is `e.args[i]`. Only a subclass with a length of its own has its length added first.
pub fn getitem(v: Value, i: Value) -> PyResult {
    not_in_python3("__getitem__")?;
    let i = super::sequence::numbered(v, i)?;
    crate::protocol::get_item(of(v)?.args.get().into(), Value::int(i))
}

fn not_in_python3(method: &str) -> PyResult<()> {
    if !crate::modules::warnings::is_python3() {
        return Ok(());
    }
    crate::modules::warnings::of_python3(&format!(
        "{method} not supported for exception classes in 3.x; use args attribute"
    ))
}

pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    not_in_python3("__getslice__")?;
    let a = items(of(v)?);
    let n = a.len();
    let from_end = |i: i64| if i < 0 { i + n as i64 } else { i };
    let (i, j) = super::sequence::clamp(from_end(i), from_end(j), n);
    Ok(super::tuple::from_slice(&a[i..j]).into())
}

pub fn get_args(v: Value) -> PyResult {
    Ok(of(v)?.args.get().into())
}

pub fn set_args(v: Value, x: Option<Value>) -> PyResult<()> {
    let e = of(v)?;
    let Some(x) = x else {
        return Err(type_error("args may not be deleted"));
    };
    e.args.set(super::tuple::from_iterable(x)?);
    Ok(())
}

/// `message`: what was assigned, or the only argument.
pub fn get_message(v: Value) -> PyResult {
    let e = of(v)?;
    if let Some(m) = crate::attributes::get(v, crate::names::message()) {
        return Ok(m);
    }
    let Some(m) = e.message.get() else {
        return Err(attribute_error("message attribute was deleted"));
    };
    crate::modules::warnings::warn_here(
        crate::types::DEPRECATION_WARNING.get(),
        "BaseException.message has been deprecated as of Python 2.6",
    )?;
    Ok(m)
}

pub fn set_message(v: Value, x: Option<Value>) -> PyResult<()> {
    match x {
        Some(x) => {
            crate::attributes::set(v, crate::names::message(), x)?;
        }
        None => {
            crate::attributes::delete(v, crate::names::message())?;
            of(v)?.message.set(None);
        }
    }
    Ok(())
}

/// `__reduce__`
pub fn reduce(v: Value) -> PyResult {
    reduced(v, of(v)?.args.get().into())
}

/// Class, arguments, and the attributes if there are any, or ever were.
fn reduced(v: Value, args: Value) -> PyResult {
    let d = super::dict::new();
    let mut any = crate::attributes::in_dict_mode(v);
    crate::attributes::for_each(v, |k, x| {
        any = true;
        let _ = d.set(k, x);
    });
    let head = [v.ty().value(), args, d.into()];
    Ok(super::tuple::from_slice(if any { &head } else { &head[..2] }).into())
}

/// `__setstate__`
pub fn setstate(v: Value, state: Value) -> PyResult<()> {
    if state.is_none() {
        return Ok(());
    }
    let Some(d) = state.cast::<Dict>() else {
        return Err(type_error("state is not a dictionary"));
    };
    let mut at = 0;
    while let Some((k, x)) = d.next_entry(&mut at) {
        crate::attr::set(v, super::str::attribute_name(k)?, Some(x))?;
    }
    Ok(())
}

/// Setter of `__dict__`.
pub fn set_dict(v: Value, d: Option<Value>) -> PyResult<()> {
    match d {
        None => Err(type_error("__dict__ may not be deleted")),
        Some(d) if d.cast::<Dict>().is_none() => Err(type_error("__dict__ must be a dictionary")),
        d => super::object::set_dict(v, d),
    }
}

/// `__unicode__`
pub fn unicode(v: Value) -> PyResult {
    // A class with a text of its own shows that.
    if let Some(f) = v.ty().slots.str.get()
        && !std::ptr::fn_addr_eq(f, str as crate::slots::Unary)
    {
        // Which may be unicode already.
        return super::unicode::from_object(f(v)?);
    }
    match items(of(v)?) {
        [] => super::unicode::from_object(super::str::new(b"").into()),
        [one] => super::unicode::from_object(*one),
        _ => super::unicode::from_object(of(v)?.args.get().into()),
    }
}

// ---- EnvironmentError -------------------------------------------------------------------------

pub fn environment_init(v: Value, args: Args<'_>) -> PyResult<()> {
    init(v, args)?;
    let e = of(v)?;
    if let [errno, strerror, rest @ ..] = items(e)
        && rest.len() <= 1
    {
        e.extra0.set(Some(*errno));
        e.extra1.set(Some(*strerror));
        if let [f] = rest {
            e.extra2.set(Some(*f));
            e.args.set(super::tuple::from_slice(&[*errno, *strerror]));
        }
    }
    Ok(())
}

pub fn environment_str(v: Value) -> PyResult {
    let e = of(v)?;
    let or_none = |x: Option<Value>| x.unwrap_or(Value::none());
    // A format, for a text that is no ASCII makes one of the whole.
    let (format, parts): (&[u8], _) = match (e.extra0.get(), e.extra1.get(), e.extra2.get()) {
        (n, s, Some(f)) => {
            let f = crate::protocol::repr(f)?;
            let parts = [or_none(n), or_none(s), f.into()];
            (b"[Errno %s] %s: %s", super::tuple::from_slice(&parts))
        }
        (Some(n), Some(s), None) => (b"[Errno %s] %s", super::tuple::from_slice(&[n, s])),
        _ => return str(v),
    };
    super::str::percent::format_str(super::str::new(format), parts.into())
}

pub fn environment_reduce(v: Value) -> PyResult {
    let e = of(v)?;
    if let (Some(f), [a, b]) = (e.extra2.get(), items(e)) {
        return reduced(v, super::tuple::from_slice(&[*a, *b, f]).into());
    }
    reduce(v)
}

// ---- SystemExit -------------------------------------------------------------------------------

pub fn system_exit_init(v: Value, args: Args<'_>) -> PyResult<()> {
    init(v, args)?;
    let e = of(v)?;
    e.extra0.set(match items(e) {
        [] => None,
        [one] => Some(*one),
        _ => Some(e.args.get().into()),
    });
    Ok(())
}

// ---- SyntaxError ------------------------------------------------------------------------------

pub fn syntax_init(v: Value, args: Args<'_>) -> PyResult<()> {
    init(v, args)?;
    let e = of(v)?;
    if let Some(m) = items(e).first() {
        e.extra0.set(Some(*m));
    }
    if let [_, info] = items(e) {
        let t = super::tuple::from_iterable(*info)?;
        let [f, l, o, text] = *t.as_ref().items() else {
            return Err(crate::error::index_error("tuple index out of range"));
        };
        e.extra1.set(Some(f));
        e.extra2.set(Some(l));
        e.extra3.set(Some(o));
        e.extra4.set(Some(text));
    }
    Ok(())
}

pub fn syntax_str(v: Value) -> PyResult {
    let e = of(v)?;
    let msg = crate::protocol::str(e.extra0.get().unwrap_or(Value::none()))?;
    let file = e.extra1.get().and_then(|f| f.cast::<Str>());
    let line = e.extra2.get().and_then(Value::as_int);
    let base = file.map(|f| {
        let text = f.as_ref().to_text();
        text.rsplit('/').next().unwrap_or_default().to_owned()
    });
    let tail = match (base, line) {
        (Some(f), Some(l)) => format!(" ({f}, line {l})"),
        (Some(f), None) => format!(" ({f})"),
        (None, Some(l)) => format!(" (line {l})"),
        (None, None) => String::new(),
    };
    let tail = crate::text::shown::bytes(&tail);
    Ok(super::str::new(&[msg.as_ref().bytes(), &tail].concat()).into())
}

// ---- Unicode errors ---------------------------------------------------------------------------

fn unicode_init(v: Value, args: Args<'_>, has_encoding: bool) -> PyResult<()> {
    init(v, args)?;
    let e = of(v)?;
    // What was there before goes, whatever comes; the numbers stay.
    for text in [&e.extra0, &e.extra1, &e.extra4] {
        text.set(None);
    }
    let want = if has_encoding { 5 } else { 4 };
    let a = items(e);
    if a.len() != want {
        return Err(raise_fmt!(
            type_error,
            "function takes exactly {want} arguments ({} given)",
            a.len()
        ));
    }
    let expect = |i: usize, unicode: bool| {
        let fits = if unicode {
            super::unicode::is_unicode(a[i])
        } else {
            a[i].cast::<Str>().is_some()
        };
        if fits {
            return Ok(());
        }
        let want = if unicode { "unicode" } else { "str" };
        let given = match a[i].is_none() {
            true => "None",
            false => crate::attr::type_name(a[i]),
        };
        Err(raise_fmt!(
            type_error,
            "argument {} must be {want}, not {given}",
            i + 1
        ))
    };
    let rest = if has_encoding {
        expect(0, false)?;
        &a[1..]
    } else {
        a
    };
    let decodes = v.ty().is_subtype(crate::types::UNICODE_DECODE_ERROR.get());
    expect(want - 4, !decodes)?;
    let start = crate::number::int_from_value(rest[1])?;
    let end = crate::number::int_from_value(rest[2])?;
    expect(want - 1, false)?;
    e.extra0.set(has_encoding.then(|| a[0]));
    e.extra1.set(Some(rest[0]));
    e.extra2.set(Some(Value::int(start)));
    e.extra3.set(Some(Value::int(end)));
    e.extra4.set(Some(rest[3]));
    Ok(())
}
pub fn unicode_decode_init(v: Value, args: Args<'_>) -> PyResult<()> {
    unicode_init(v, args, true)
}
pub fn unicode_encode_init(v: Value, args: Args<'_>) -> PyResult<()> {
    unicode_init(v, args, true)
}
pub fn unicode_translate_init(v: Value, args: Args<'_>) -> PyResult<()> {
    unicode_init(v, args, false)
}

struct Range {
    encoding: String,
    start: i64,
    end: i64,
    reason: String,
}
fn range(e: Ref<Exception>) -> PyResult<Option<Range>> {
    let text = |v: Option<Value>| -> PyResult<String> {
        v.map_or_else(
            || Ok("<NULL>".to_owned()),
            |v| crate::protocol::str(v).map(|s| s.as_ref().to_text()),
        )
    };
    // Without an object there is nothing to say.
    let (Some(_), Some(start), Some(end)) = (
        e.extra1.get(),
        e.extra2.get().and_then(Value::as_int),
        e.extra3.get().and_then(Value::as_int),
    ) else {
        return Ok(None);
    };
    Ok(Some(Range {
        encoding: text(e.extra0.get())?,
        start,
        end,
        reason: text(e.extra4.get())?,
    }))
}

pub fn unicode_decode_str(v: Value) -> PyResult {
    let e = of(v)?;
    let Some(r) = range(e)? else {
        return Ok(super::str::empty().into());
    };
    let byte = e
        .extra1
        .get()
        .and_then(|o| o.cast::<Str>())
        .and_then(|s| s.as_ref().bytes().get(r.start as usize).copied());
    let text = match byte {
        Some(b) if r.end == r.start + 1 => format!(
            "'{}' codec can't decode byte 0x{b:02x} in position {}: {}",
            r.encoding, r.start, r.reason
        ),
        _ => format!(
            "'{}' codec can't decode bytes in position {}-{}: {}",
            r.encoding,
            r.start,
            r.end - 1,
            r.reason
        ),
    };
    Ok(super::str::from_text(&text).into())
}

fn escaped(object: Option<Value>, at: i64) -> Option<String> {
    let c = super::unicode::code_point(object?, at as usize)?;
    Some(match c {
        0..=0xFF => format!("\\x{c:02x}"),
        0x100..=0xFFFF => format!("\\u{c:04x}"),
        _ => format!("\\U{c:08x}"),
    })
}

pub fn unicode_encode_str(v: Value) -> PyResult {
    let e = of(v)?;
    let Some(r) = range(e)? else {
        return Ok(super::str::empty().into());
    };
    let text = match escaped(e.extra1.get(), r.start) {
        Some(c) if r.end == r.start + 1 => format!(
            "'{}' codec can't encode character u'{c}' in position {}: {}",
            r.encoding, r.start, r.reason
        ),
        _ => format!(
            "'{}' codec can't encode characters in position {}-{}: {}",
            r.encoding,
            r.start,
            r.end - 1,
            r.reason
        ),
    };
    Ok(super::str::from_text(&text).into())
}

pub fn unicode_translate_str(v: Value) -> PyResult {
    let e = of(v)?;
    let Some(r) = range(e)? else {
        return Ok(super::str::empty().into());
    };
    let text = match escaped(e.extra1.get(), r.start) {
        Some(c) if r.end == r.start + 1 => {
            format!(
                "can't translate character u'{c}' in position {}: {}",
                r.start, r.reason
            )
        }
        _ => format!(
            "can't translate characters in position {}-{}: {}",
            r.start,
            r.end - 1,
            r.reason
        ),
    };
    Ok(super::str::from_text(&text).into())
}

// ---- fields as attributes ---------------------------------------------------------------------

macro_rules! fields {
    ($($get:ident $set:ident $field:ident)*) => { $(
        pub fn $get(v: Value) -> PyResult {
            Ok(of(v)?.$field.get().unwrap_or(Value::none()))
        }
        pub fn $set(v: Value, x: Option<Value>) -> PyResult<()> {
            of(v)?.$field.set(x);
            Ok(())
        }
    )* };
}
fields! {
    get0 set0 extra0 get1 set1 extra1 get2 set2 extra2
    get3 set3 extra3 get4 set4 extra4 get5 set5 extra5
}

/// Where an error of unicode conversion begins: a number, 0 until it is set.
pub fn get_start(v: Value) -> PyResult {
    Ok(of(v)?.extra2.get().unwrap_or(Value::int(0)))
}
pub fn set_start(v: Value, x: Option<Value>) -> PyResult<()> {
    let (n, result) = number(x)?;
    of(v)?.extra2.set(Some(n));
    result
}
/// Where it ends.
pub fn get_end(v: Value) -> PyResult {
    Ok(of(v)?.extra3.get().unwrap_or(Value::int(0)))
}
pub fn set_end(v: Value, x: Option<Value>) -> PyResult<()> {
    let (n, result) = number(x)?;
    of(v)?.extra3.set(Some(n));
    result
}

/// What assignment leaves in a field that is a number in CPython: what is none is refused, and yet leaves -1 there.
fn number(x: Option<Value>) -> PyResult<(Value, PyResult<()>)> {
    let Some(x) = x else {
        return Err(type_error("can't delete numeric/char attribute"));
    };
    let number = if x.cast::<crate::layouts::Long>().is_some() {
        crate::number::as_index_or(x, |_| {
            overflow_error("long int too large to convert to int")
        })
    } else {
        crate::number::int_from_number(x)
    };
    let n = Value::int(*number.as_ref().unwrap_or(&-1));
    Ok((n, number.map(|_| ())))
}

/// Raises AttributeError: helper for fields that must be set.
pub fn unset(name: &str) -> crate::error::Raised {
    attribute_error(name)
}

/// `args` as a tuple for code outside.
pub fn args(v: Value) -> Option<Ref<Tuple>> {
    v.cast::<Exception>().map(|e| e.args.get())
}
