//! The module `_locale` (rows: spec/modules/_locale.toml): locales as the C library has them.

use std::ffi::{CStr, CString, c_char, c_int};
use std::ptr::null;

use crate::builtins::{dict, list, module, str as bytes, unicode};
use crate::error::{PyResult, value_error};
use crate::layouts::{Module, Str};
use crate::modules::native_error::NativeError;
use crate::modules::posix;
use crate::object::Ref;
use crate::typedef::Constant;
use crate::value::Value;

static ERROR: NativeError = NativeError::new();

/// What the crate `libc` does not have of the C library.
mod c {
    use std::ffi::{c_char, c_int};

    unsafe extern "C" {
        pub fn wcscoll(a: *const libc::wchar_t, b: *const libc::wchar_t) -> c_int;
        pub fn gettext(msg: *const c_char) -> *const c_char;
        pub fn dgettext(domain: *const c_char, msg: *const c_char) -> *const c_char;
        pub fn dcgettext(
            domain: *const c_char,
            msg: *const c_char,
            category: c_int,
        ) -> *const c_char;
        pub fn textdomain(domain: *const c_char) -> *const c_char;
        pub fn bindtextdomain(domain: *const c_char, folder: *const c_char) -> *const c_char;
        pub fn bind_textdomain_codeset(
            domain: *const c_char,
            codeset: *const c_char,
        ) -> *const c_char;
    }
}

/// Attributes that are neither functions nor numbers.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let error = ERROR.create("locale", "Error", crate::types::EXCEPTION.get())?;
        module::dict(m).set_str(bytes::intern(b"Error"), error);
    }
    Ok(())
}

/// Argument `number` of a function: a string without zero bytes, or with `optional` None.
pub(super) fn argument(
    v: Value,
    function: &str,
    number: usize,
    optional: bool,
) -> PyResult<Option<CString>> {
    if optional && v.is_none() {
        return Ok(None);
    }
    let function = match function {
        "" => String::new(),
        f => format!("{f}() "),
    };
    let or_none = if optional { " or None" } else { "" };
    let text = match v.cast::<Str>() {
        Some(s) => Some(s),
        None => unicode::encode_default(v)?,
    };
    let Some(text) = text else {
        let got = if v.is_none() {
            "None"
        } else {
            crate::attr::type_name(v)
        };
        return Err(raise_fmt!(
            type_error,
            "{function}argument {number} must be string{or_none}, not {got}"
        ));
    };
    CString::new(text.as_ref().bytes()).map(Some).map_err(|_| {
        raise_fmt!(
            type_error,
            "{function}argument {number} must be string without null bytes{or_none}, not {}",
            crate::attr::type_name(v)
        )
    })
}

/// The address of a string, or none.
fn address(s: &Option<CString>) -> *const c_char {
    s.as_ref().map_or(null(), |s| s.as_ptr())
}

/// A string of the C library; `None` where it has none.
///
/// # Safety
/// It ends with a zero byte and is not changed before the next call of this module.
unsafe fn text(p: *const c_char) -> Option<Value> {
    if p.is_null() {
        return None;
    }
    // SAFETY: promised by the caller.
    Some(bytes::new(unsafe { CStr::from_ptr(p) }.to_bytes()).into())
}

pub fn setlocale(category: i32, locale: Option<Value>) -> PyResult {
    let locale = match locale {
        Some(v) => argument(v, "setlocale", 2, true)?,
        None => None,
    };
    // SAFETY: strings of the C library are right; the lock keeps other threads of Python out.
    let now = unsafe { text(libc::setlocale(category, address(&locale))) };
    let now = now.ok_or_else(|| match locale {
        Some(_) => ERROR.raise("unsupported locale setting"),
        None => ERROR.raise("locale query failed"),
    })?;
    if locale.is_some() && matches!(category, libc::LC_CTYPE | libc::LC_ALL) {
        tell_module_string()?;
    }
    Ok(now)
}

/// Which bytes are letters, for the module `string` if that is there.
fn tell_module_string() -> PyResult<()> {
    let name = bytes::intern(b"string");
    let Some(m) = super::loaded().and_then(|l| l.get_str(name)) else {
        return Ok(());
    };
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let kinds: [(&[u8], unsafe extern "C" fn(c_int) -> c_int); 3] = [
        (b"uppercase", libc::isupper),
        (b"lowercase", libc::islower),
        (b"letters", libc::isalpha),
    ];
    for (name, is) in kinds {
        // SAFETY: numbers of bytes are what these functions take.
        let those: Vec<u8> = (0..=u8::MAX)
            .filter(|c| unsafe { is(c_int::from(*c)) } != 0)
            .collect();
        module::dict(m).set_str(bytes::intern(name), bytes::new(&those).into());
    }
    Ok(())
}

/// Sizes of groups of digits up to the one that ends the list.
///
/// # Safety
/// Null, or numbers that end with 0 or CHAR_MAX.
unsafe fn grouping(p: *const c_char) -> Value {
    let sizes = list::new();
    // SAFETY: promised by the caller.
    if !p.is_null() && unsafe { *p } != 0 {
        for i in 0.. {
            // SAFETY: not behind the end.
            let n = unsafe { *p.add(i) };
            sizes.push(Value::small_int(i64::from(n)));
            if n == 0 || n == c_char::MAX {
                break;
            }
        }
    }
    sizes.into()
}

pub fn localeconv() -> PyResult {
    // SAFETY: static storage, which stays the same as long as this thread has the global lock.
    let c = unsafe { &*libc::localeconv() };
    let d = dict::new();
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    // SAFETY: strings of the structure.
    let string = |p| unsafe { text(p) }.unwrap_or(Value::none());
    // SAFETY: lists of the structure.
    let sizes = |p| unsafe { grouping(p) };
    set("decimal_point", string(c.decimal_point));
    set("thousands_sep", string(c.thousands_sep));
    set("grouping", sizes(c.grouping));
    set("int_curr_symbol", string(c.int_curr_symbol));
    set("currency_symbol", string(c.currency_symbol));
    set("mon_decimal_point", string(c.mon_decimal_point));
    set("mon_thousands_sep", string(c.mon_thousands_sep));
    set("mon_grouping", sizes(c.mon_grouping));
    set("positive_sign", string(c.positive_sign));
    set("negative_sign", string(c.negative_sign));
    for (name, n) in [
        ("int_frac_digits", c.int_frac_digits),
        ("frac_digits", c.frac_digits),
        ("p_cs_precedes", c.p_cs_precedes),
        ("p_sep_by_space", c.p_sep_by_space),
        ("n_cs_precedes", c.n_cs_precedes),
        ("n_sep_by_space", c.n_sep_by_space),
        ("p_sign_posn", c.p_sign_posn),
        ("n_sign_posn", c.n_sign_posn),
    ] {
        set(name, Value::small_int(i64::from(n)));
    }
    Ok(d.into())
}

/// A string up to its first zero byte.
fn c_text(s: Ref<Str>) -> CString {
    let text = crate::number::parse::c_string(s.as_ref().bytes());
    CString::new(text).unwrap_or_default()
}

/// The characters of any text, up to the first zero.
fn wide(v: Value) -> PyResult<Vec<libc::wchar_t>> {
    let mut wide: Vec<_> = unicode::coerce(v)?
        .to_vec()
        .into_iter()
        .map(|c| c as libc::wchar_t)
        .take_while(|c| *c != 0)
        .collect();
    wide.push(0);
    Ok(wide)
}

pub fn strcoll(a: Value, b: Value) -> PyResult<i64> {
    if let (Some(a), Some(b)) = (a.cast::<Str>(), b.cast::<Str>()) {
        let (a, b) = (c_text(a), c_text(b));
        // SAFETY: two strings.
        return Ok(i64::from(unsafe { libc::strcoll(a.as_ptr(), b.as_ptr()) }));
    }
    let (a, b) = (wide(a)?, wide(b)?);
    // SAFETY: two strings.
    Ok(i64::from(unsafe { c::wcscoll(a.as_ptr(), b.as_ptr()) }))
}

pub fn strxfrm(string: Value) -> PyResult {
    let s = argument(string, "strxfrm", 1, false)?;
    let mut out = vec![0u8; 128];
    loop {
        // SAFETY: a string, and room of the given size.
        let n = unsafe { libc::strxfrm(out.as_mut_ptr().cast::<c_char>(), address(&s), out.len()) };
        if n < out.len() {
            return Ok(bytes::try_new(&out[..n])?.into());
        }
        out.resize(n + 1, 0);
    }
}

/// Does the module have such a key for `nl_langinfo`?
fn is_langinfo(key: i32) -> bool {
    let rows = super::MODULES.iter().find(|m| m.name == "_locale");
    rows.is_some_and(|m| {
        m.constants.iter().any(|(name, c)| {
            let number = matches!(c, Constant::Number(n) if *n == i64::from(key));
            number && !name.starts_with("LC_") && *name != "CHAR_MAX"
        })
    })
}

pub fn nl_langinfo(key: i32) -> PyResult {
    if !is_langinfo(key) {
        return Err(value_error("unsupported langinfo constant"));
    }
    // SAFETY: a key that the C library has.
    let found = unsafe { text(libc::nl_langinfo(key)) };
    Ok(found.unwrap_or_else(|| bytes::empty().into()))
}

/// A result that is there whenever the argument is.
fn translated(found: Option<Value>) -> PyResult {
    Ok(found.unwrap_or(Value::none()))
}

pub fn gettext(msg: Value) -> PyResult {
    let msg = argument(msg, "", 1, false)?;
    // SAFETY: a string; what is found is one, too.
    translated(unsafe { text(c::gettext(address(&msg))) })
}

pub fn dgettext(domain: Value, msg: Value) -> PyResult {
    let domain = argument(domain, "", 1, true)?;
    let msg = argument(msg, "", 2, false)?;
    // SAFETY: strings; the domain may be null.
    translated(unsafe { text(c::dgettext(address(&domain), address(&msg))) })
}

pub fn dcgettext(domain: Value, msg: Value, category: i32) -> PyResult {
    let domain = argument(domain, "", 1, true)?;
    let msg = argument(msg, "", 2, false)?;
    // SAFETY: strings; the domain may be null.
    translated(unsafe { text(c::dcgettext(address(&domain), address(&msg), category)) })
}

pub fn textdomain(domain: Value) -> PyResult {
    let domain = argument(domain, "", 1, true)?;
    // SAFETY: a string or null.
    let now = unsafe { text(c::textdomain(address(&domain))) };
    now.ok_or_else(posix::os_error)
}

pub fn bindtextdomain(domain: Value, folder: Value) -> PyResult {
    let domain = argument(domain, "", 1, false)?;
    let folder = argument(folder, "", 2, true)?;
    if domain.as_ref().is_none_or(|d| d.is_empty()) {
        return Err(ERROR.raise("domain must be a non-empty string"));
    }
    // SAFETY: a string, and one that may be null.
    let now = unsafe { text(c::bindtextdomain(address(&domain), address(&folder))) };
    now.ok_or_else(posix::os_error)
}

pub fn bind_textdomain_codeset(domain: Value, codeset: Value) -> PyResult {
    let domain = argument(domain, "", 1, false)?;
    let codeset = argument(codeset, "", 2, true)?;
    // SAFETY: a string, and one that may be null.
    let now = unsafe {
        text(c::bind_textdomain_codeset(
            address(&domain),
            address(&codeset),
        ))
    };
    Ok(now.unwrap_or(Value::none()))
}
