//! The module `unicodedata` (rows: spec/modules/unicodedata.toml, spec/types/ucd.toml): properties of characters,
//! as functions for Unicode 5.2, and as methods of an object for Unicode 3.2.

pub mod database;
mod normal;
mod tables;

use database::Version;

use crate::builtins::unicode::storage::with_units;
use crate::builtins::{module, str, unicode};
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{Module, Str, Ucd, Unicode};
use crate::object::Ref;
use crate::value::Value;
use crate::window;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let text = |s: &str| -> Value { str::new(s.as_bytes()).into() };
    d.set_str(str::intern(b"unidata_version"), text("5.2.0"));
    let old = Ucd::alloc(text("3.2.0"));
    d.set_str(str::intern(b"ucd_3_2_0"), old.into());
    Ok(())
}

/// An argument that is one character.
fn character(v: Value, function: &str) -> PyResult<u32> {
    let Some(u) = v.cast::<Unicode>() else {
        return Err(window::not(v, function, 1, "unicode"));
    };
    match (u.length(), u.get(0)) {
        (1, Some(c)) => Ok(c),
        _ => Err(type_error("need a single Unicode character as parameter")),
    }
}

fn text(s: &str) -> PyResult {
    Ok(str::new(s.as_bytes()).into())
}

/// A value, or the default, or an error.
fn or_default(v: Option<Value>, default: Option<Value>, message: &str) -> PyResult {
    v.or(default).ok_or_else(|| value_error(message))
}

fn form(v: Value) -> PyResult<Ref<Str>> {
    match v.cast::<Str>() {
        Some(s) => Ok(s),
        None => unicode::encode_default(v)?.ok_or_else(|| window::not(v, "normalize", 1, "string")),
    }
}

fn normalized(version: Version, form_: Value, v: Value) -> PyResult {
    let form = form(form_)?;
    let Some(u) = v.cast::<Unicode>() else {
        return Err(window::not(v, "normalize", 2, "unicode"));
    };
    if u.length() == 0 {
        return Ok(v);
    }
    let (compatible, composed) = match form.as_ref().bytes() {
        b"NFC" => (false, true),
        b"NFKC" => (true, true),
        b"NFD" => (false, false),
        b"NFKD" => (true, false),
        _ => return Err(value_error("invalid normalization form")),
    };
    if u.ascii().is_some() {
        return Ok(v);
    }
    with_units!(u, old => {
        let new = version.normalize(old, compatible, composed);
        match new {
            Some(new) => Ok(unicode::from_units(&new)?.into()),
            None => Ok(v),
        }
    })
}

fn found(version: Version, wanted: Value) -> PyResult {
    let w = match wanted.cast::<Str>() {
        Some(s) => window::Window::of_str(s),
        None => match window::readable(wanted)? {
            Some(w) if !w.writable => w,
            _ => {
                return Err(window::not(
                    wanted,
                    "lookup",
                    1,
                    "string or read-only buffer",
                ));
            }
        },
    };
    let known = std::str::from_utf8(w.bytes())
        .ok()
        .and_then(|n| database::lookup(version, n));
    match known {
        Some(c) => Ok(unicode::from_units(&[c])?.into()),
        None => {
            let shown = w.bytes().split(|b| *b == 0).next().unwrap_or_default();
            let mut message = b"undefined character name '".to_vec();
            message.extend_from_slice(shown);
            message.push(b'\'');
            Err(crate::error::key_error(str::new(&message).into()))
        }
    }
}

/// Functions of the module, and methods of the object, in pairs.
macro_rules! both {
    ($($name:ident $method:ident ($version:ident $(, $p:ident: $t:ty)*) $body:block)*) => { $(
        pub fn $name($($p: $t),*) -> PyResult {
            let $version = Version::Now;
            $body
        }
        pub fn $method(_: Ref<Ucd>, $($p: $t),*) -> PyResult {
            let $version = Version::Then;
            $body
        }
    )* };
}

both! {
    category old_category(version, c: Value) {
        text(version.record(character(c, "category")?).category)
    }
    bidirectional old_bidirectional(version, c: Value) {
        text(version.record(character(c, "bidirectional")?).bidirectional)
    }
    combining old_combining(version, c: Value) {
        let n = version.record(character(c, "combining")?).combining;
        Ok(Value::small_int(i64::from(n)))
    }
    mirrored old_mirrored(version, c: Value) {
        let m = version.record(character(c, "mirrored")?).mirrored;
        Ok(Value::small_int(i64::from(m)))
    }
    east_asian_width old_east_asian_width(version, c: Value) {
        text(version.record(character(c, "east_asian_width")?).width)
    }
    decomposition old_decomposition(version, c: Value) {
        text(version.decomposition(character(c, "decomposition")?))
    }
    decimal old_decimal(version, c: Value, default: Option<Value>) {
        let n = version.numbers(character(c, "decimal")?).decimal;
        or_default(n.map(Value::int), default, "not a decimal")
    }
    digit old_digit(version, c: Value, default: Option<Value>) {
        let n = version.numbers(character(c, "digit")?).digit;
        or_default(n.map(Value::int), default, "not a digit")
    }
    numeric old_numeric(version, c: Value, default: Option<Value>) {
        let n = version.numbers(character(c, "numeric")?).numeric;
        or_default(n.map(Value::float), default, "not a numeric character")
    }
    name old_name(version, c: Value, default: Option<Value>) {
        let n = database::name(version, character(c, "name")?);
        or_default(n.map(|n| str::new(n.as_bytes()).into()), default, "no such name")
    }
    lookup old_lookup(version, name: Value) {
        found(version, name)
    }
    normalize old_normalize(version, form: Value, text: Value) {
        normalized(version, form, text)
    }
}
