//! The module `_codecs` (rows: spec/modules/_codecs.toml): the builtin codecs one by one, the registry, and the
//! error handlers as functions.

use crate::attr::{self, type_name};
use crate::builtins::{module, str, tuple, unicode};
use crate::codec::registry::{self, Direction};
use crate::codec::wide::{self, Order};
use crate::codec::{Errors, charmap, escape, internal, map, utf7, utf8};
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{Exception, Module, Str, Unicode};
use crate::object::Ref;
use crate::value::Value;
use crate::window::{self, Want};
use crate::{convert, protocol, types};

/// Moves the error handlers from the module to the registry.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    // Functions that are no attributes of the module, but handlers in the registry.
    for name in registry::OWN_HANDLERS {
        let key = str::intern(format!("{name}_errors").as_bytes());
        if let Some(f) = d.get_str(key) {
            registry::register_error(name.as_bytes(), f);
            d.delete_str(key);
        }
    }
    Ok(())
}

/// A text argument, format "s" or "z".
fn name_argument(v: Value, function: &str, number: usize, or_none: bool) -> PyResult<Vec<u8>> {
    let what = if or_none { "string or None" } else { "string" };
    let s = match v.cast::<Str>() {
        Some(s) => s,
        None => match unicode::encode_default(v)? {
            Some(s) => s,
            None => return Err(window::not(v, function, number, what)),
        },
    };
    if s.bytes().contains(&0) {
        let what = format!("{what} without null bytes");
        let what = if or_none {
            "string without null bytes or None"
        } else {
            what.as_str()
        };
        return Err(window::not(v, function, number, what));
    }
    Ok(s.bytes().to_vec())
}

/// The argument `errors`.
struct Handler(Option<Vec<u8>>);

impl Handler {
    fn of(v: Option<Value>, function: &str) -> PyResult<Handler> {
        match v.filter(|v| !v.is_none()) {
            Some(v) => Ok(Handler(Some(name_argument(v, function, 2, true)?))),
            None => Ok(Handler(None)),
        }
    }

    fn errors(&self) -> Errors<'_> {
        Errors::named(self.0.as_deref().unwrap_or(b"strict"))
    }
}

fn result(v: impl Into<Value>, n: usize) -> PyResult {
    Ok(tuple::from_slice(&[v.into(), Value::int(n as i64)]).into())
}

// ---- the registry -------------------------------------------------------------------------------

pub fn register(function: Value) -> PyResult<()> {
    if !protocol::is_callable(function) {
        return Err(type_error("argument must be callable"));
    }
    registry::register(function);
    Ok(())
}

pub fn lookup(encoding: Value) -> PyResult {
    let name = name_argument(encoding, "lookup", 1, false)?;
    Ok(registry::lookup(&name)?.into())
}

pub fn register_error(name: Value, handler: Value) -> PyResult<()> {
    let name = name_argument(name, "register_error", 1, false)?;
    if !protocol::is_callable(handler) {
        return Err(type_error("handler must be callable"));
    }
    registry::register_error_of_program(&name, handler);
    Ok(())
}

pub fn lookup_error(name: Value) -> PyResult {
    registry::error_handler(&name_argument(name, "lookup_error", 1, false)?)
}

fn run(
    v: Value,
    encoding: Option<Value>,
    errors: Option<Value>,
    direction: Direction,
    function: &str,
) -> PyResult {
    let encoding = match encoding {
        Some(e) => name_argument(e, function, 2, false)?,
        None => crate::codec::default::name(),
    };
    let errors = match errors {
        Some(e) => Some(name_argument(e, function, 3, false)?),
        None => None,
    };
    registry::call(&encoding, errors.as_deref(), v, direction)
}

pub fn encode(v: Value, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    run(v, encoding, errors, Direction::Encode, "encode")
}

pub fn decode(v: Value, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    run(v, encoding, errors, Direction::Decode, "decode")
}

// ---- error handlers -----------------------------------------------------------------------------

#[cold]
fn unexpected(e: Value) -> Raised {
    let name = match e.cast::<Exception>() {
        Some(_) => e.ty().name_str(),
        None => type_name(e),
    };
    raise_fmt!(
        type_error,
        "don't know how to handle {name} in error callback"
    )
}

/// Which error of a conversion an object is, its text, and the part of it that is bad.
struct Failure {
    kind: &'static str,
    object: Value,
    start: usize,
    end: usize,
}

fn failure(e: Value, kinds: &[&'static str]) -> PyResult<Failure> {
    let all = [
        ("encode", &types::UNICODE_ENCODE_ERROR),
        ("decode", &types::UNICODE_DECODE_ERROR),
        ("translate", &types::UNICODE_TRANSLATE_ERROR),
    ];
    let kind = all
        .iter()
        .find(|(k, ty)| kinds.contains(k) && e.ty().is_subtype(ty.get()));
    let Some((kind, _)) = kind else {
        return Err(unexpected(e));
    };
    let get = |n: &[u8]| attr::get(e, str::intern(n));
    let object = get(b"object")?;
    let n = match (object.cast::<Unicode>(), object.cast::<Str>()) {
        (Some(u), _) => u.length(),
        (_, Some(s)) => s.bytes().len(),
        _ => return Err(type_error("object attribute must be str or unicode")),
    };
    let place = |v: Value| -> PyResult<i64> { crate::number::int_from_value(v) };
    let start = place(get(b"start")?)?.clamp(0, (n as i64 - 1).max(0));
    let end = place(get(b"end")?)?.clamp(1.min(n as i64), n as i64);
    Ok(Failure {
        kind,
        object,
        start: start as usize,
        end: (end as usize).max(start as usize),
    })
}

fn instead(units: &[u32], at: usize) -> PyResult {
    result(unicode::from_units(units)?, at)
}

pub fn strict_errors(e: Value) -> PyResult {
    if e.cast::<Exception>().is_none() {
        return Err(type_error("codec must pass exception instance"));
    }
    Err(crate::error::raise_value(e.ty().into(), Some(e)))
}

pub fn ignore_errors(e: Value) -> PyResult {
    let f = failure(e, &["encode", "decode", "translate"])?;
    instead(&[], f.end)
}

pub fn replace_errors(e: Value) -> PyResult {
    let f = failure(e, &["encode", "decode", "translate"])?;
    match f.kind {
        "decode" => instead(&[0xFFFD], f.end),
        "encode" => instead(&vec![u32::from(b'?'); f.end - f.start], f.end),
        _ => instead(&vec![0xFFFD; f.end - f.start], f.end),
    }
}

fn characters(f: &Failure) -> Vec<u32> {
    f.object.cast::<Unicode>().map_or_else(Vec::new, |u| {
        (f.start..f.end).filter_map(|i| u.get(i)).collect()
    })
}

pub fn xmlcharrefreplace_errors(e: Value) -> PyResult {
    let f = failure(e, &["encode"])?;
    let text: String = characters(&f).iter().map(|c| format!("&#{c};")).collect();
    instead(&text.bytes().map(u32::from).collect::<Vec<_>>(), f.end)
}

pub fn backslashreplace_errors(e: Value) -> PyResult {
    let f = failure(e, &["encode"])?;
    let mut text = Vec::new();
    for c in characters(&f) {
        escape::backslash(&mut text, c);
    }
    instead(&text.into_iter().map(u32::from).collect::<Vec<_>>(), f.end)
}

// ---- codecs -------------------------------------------------------------------------------------

/// Encoders of text: the text, and what encodes it.
fn encoded(
    v: Value,
    errors: Option<Value>,
    function: &str,
    encode: impl FnOnce(Ref<Unicode>, Errors<'_>) -> PyResult<Ref<Str>>,
) -> PyResult {
    let h = Handler::of(errors, function)?;
    let u = unicode::coerce(v)?;
    result(encode(u, h.errors())?, u.length())
}

/// Decoders of whole texts.
fn decoded(
    s: Ref<Str>,
    errors: Option<Value>,
    function: &str,
    decode: impl FnOnce(Ref<Str>, Errors<'_>) -> PyResult<Ref<Unicode>>,
) -> PyResult {
    let h = Handler::of(errors, function)?;
    result(decode(s, h.errors())?, s.bytes().len())
}

macro_rules! encoders {
    ($($name:ident: $f:expr;)*) => { $(
        pub fn $name(v: Value, errors: Option<Value>) -> PyResult {
            encoded(v, errors, stringify!($name), $f)
        }
    )* };
}
encoders! {
    ascii_encode: charmap::encode_ascii;
    latin_1_encode: charmap::encode_latin1;
    utf_7_encode: |u, _| utf7::encode(u);
    utf_8_encode: |u, _| utf8::encode(u);
    utf_16_le_encode: |u, _| wide::encode16(u, Order::Little);
    utf_16_be_encode: |u, _| wide::encode16(u, Order::Big);
    utf_32_le_encode: |u, _| wide::encode32(u, Order::Little);
    utf_32_be_encode: |u, _| wide::encode32(u, Order::Big);
    unicode_escape_encode: |u, _| escape::encode_unicode(u);
    raw_unicode_escape_encode: |u, _| escape::encode_raw_unicode(u);
}

macro_rules! decoders {
    ($($name:ident: $f:expr;)*) => { $(
        pub fn $name(s: Ref<Str>, errors: Option<Value>) -> PyResult {
            decoded(s, errors, stringify!($name), $f)
        }
    )* };
}
decoders! {
    ascii_decode: charmap::decode_ascii;
    latin_1_decode: |s, _| unicode::from_units(s.as_ref().bytes());
    unicode_escape_decode: escape::decode_unicode;
    raw_unicode_escape_decode: escape::decode_raw_unicode;
}

/// The order that an argument names: negative is little, positive is big.
fn order(n: i32) -> Order {
    match n {
        0 => Order::Marked,
        n if n < 0 => Order::Little,
        _ => Order::Big,
    }
}

fn order_number(o: Order) -> i64 {
    match o {
        Order::Marked => 0,
        Order::Little => -1,
        Order::Big => 1,
    }
}

pub fn utf_16_encode(v: Value, errors: Option<Value>, byteorder: i32) -> PyResult {
    encoded(v, errors, "utf_16_encode", |u, _| {
        wide::encode16(u, order(byteorder))
    })
}

pub fn utf_32_encode(v: Value, errors: Option<Value>, byteorder: i32) -> PyResult {
    encoded(v, errors, "utf_32_encode", |u, _| {
        wide::encode32(u, order(byteorder))
    })
}

pub fn utf_7_decode(s: Ref<Str>, errors: Option<Value>, last: i32) -> PyResult {
    let h = Handler::of(errors, "utf_7_decode")?;
    let (u, n) = utf7::decode_part(s, h.errors(), last != 0)?;
    result(u, n)
}

pub fn utf_8_decode(s: Ref<Str>, errors: Option<Value>, last: i32) -> PyResult {
    let h = Handler::of(errors, "utf_8_decode")?;
    let (u, n) = utf8::decode_part(s, h.errors(), last != 0)?;
    result(u, n)
}

macro_rules! wide_decoders {
    ($($name:ident $part:ident $order:ident;)*) => { $(
        pub fn $name(s: Ref<Str>, errors: Option<Value>, last: i32) -> PyResult {
            let h = Handler::of(errors, stringify!($name))?;
            let p = wide::$part(s, Order::$order, h.errors(), last != 0)?;
            result(p.text, p.used)
        }
    )* };
    (ex $($name:ident $part:ident;)*) => { $(
        pub fn $name(s: Ref<Str>, errors: Option<Value>, byteorder: i32, last: i32) -> PyResult {
            let h = Handler::of(errors, stringify!($name))?;
            let p = wide::$part(s, order(byteorder), h.errors(), last != 0)?;
            let (n, o) = (Value::int(p.used as i64), Value::int(order_number(p.order)));
            Ok(tuple::from_slice(&[p.text.into(), n, o]).into())
        }
    )* };
}
wide_decoders! {
    utf_16_decode decode16_part Marked;
    utf_16_le_decode decode16_part Little;
    utf_16_be_decode decode16_part Big;
    utf_32_decode decode32_part Marked;
    utf_32_le_decode decode32_part Little;
    utf_32_be_decode decode32_part Big;
}
wide_decoders! { ex
    utf_16_ex_decode decode16_part;
    utf_32_ex_decode decode32_part;
}

pub fn charmap_decode(s: Ref<Str>, errors: Option<Value>, mapping: Option<Value>) -> PyResult {
    match mapping.filter(|m| !m.is_none()) {
        Some(m) => decoded(s, errors, "charmap_decode", |s, e| map::decode(s, e, m)),
        None => decoded(s, errors, "charmap_decode", |s, _| {
            unicode::from_units(s.as_ref().bytes())
        }),
    }
}

pub fn charmap_encode(v: Value, errors: Option<Value>, mapping: Option<Value>) -> PyResult {
    match mapping.filter(|m| !m.is_none()) {
        Some(m) => encoded(v, errors, "charmap_encode", |u, e| map::encode(u, e, m)),
        None => encoded(v, errors, "charmap_encode", charmap::encode_latin1),
    }
}

pub fn charmap_build(table: Value) -> PyResult {
    let Some(u) = table.cast::<Unicode>() else {
        return Err(window::not(table, "charmap_build", 1, "unicode"));
    };
    if u.length() != 256 {
        return Err(type_error("bad argument type for built-in operation"));
    }
    map::build(u)
}

pub fn escape_decode(data: Value, errors: Option<Value>) -> PyResult {
    let s = convert::read_only(data, "escape_decode", 1)?;
    let h = Handler::of(errors, "escape_decode")?;
    let r = escape::decode_string(s, h.0.as_deref())?;
    result(r, s.bytes().len())
}

pub fn escape_encode(data: Value, errors: Option<Value>) -> PyResult {
    let Some(s) = data.cast::<Str>() else {
        return Err(window::not(data, "escape_encode", 1, "string"));
    };
    Handler::of(errors, "escape_encode")?;
    result(escape::encode_string(s)?, s.bytes().len())
}

pub fn readbuffer_encode(data: Value, errors: Option<Value>) -> PyResult {
    let s = convert::read_only(data, "readbuffer_encode", 1)?;
    Handler::of(errors, "readbuffer_encode")?;
    result(s, s.bytes().len())
}

pub fn charbuffer_encode(data: Value, errors: Option<Value>) -> PyResult {
    let s = convert::chars(data, "charbuffer_encode", 1)?;
    Handler::of(errors, "charbuffer_encode")?;
    result(s, s.bytes().len())
}

/// The bytes of anything that can be read.
fn readable(v: Value) -> PyResult<Ref<Str>> {
    match window::get(v, Want::Read)? {
        Some(w) => str::try_new(w.bytes()),
        None => Err(type_error("expected a readable buffer object")),
    }
}

pub fn unicode_internal_decode(data: Value, errors: Option<Value>) -> PyResult {
    let h = Handler::of(errors, "unicode_internal_decode")?;
    if let Some(u) = data.cast::<Unicode>() {
        return result(data, u.length());
    }
    let s = readable(data)?;
    result(internal::decode(s, h.errors())?, s.bytes().len())
}

pub fn unicode_internal_encode(data: Value, errors: Option<Value>) -> PyResult {
    Handler::of(errors, "unicode_internal_encode")?;
    if let Some(u) = data.cast::<Unicode>() {
        return result(internal::encode(u)?, u.length());
    }
    let s = readable(data)?;
    result(s, s.bytes().len())
}
