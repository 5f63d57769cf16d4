//! The module `_ssl` (rows: spec/modules/_ssl.toml, spec/types/ssl.toml): encrypted connections by OpenSSL.
//!
//! | module | what |
//! | --- | --- |
//! | [`connection`] | the library's connections, which never wait |
//! | [`context`], [`socket`] | the types |
//! | [`loading`] | what contexts read from files |
//! | [`certificate`] | certificates as Python sees them |
//! | [`errors`] | exceptions |

use std::ffi::{CStr, CString, c_char};

use openssl_sys as ffi;

use crate::builtins::{long, module, str as bytes, tuple};
use crate::error::{PyResult, value_error};
use crate::layouts::{ByteArray, Module};
use crate::modules::posix;
use crate::value::Value;
use crate::window;

pub mod certificate;
pub mod connection;
pub mod context;
mod errors;
pub mod loading;
pub mod socket;

/// Attributes that are neither functions, types nor numbers.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    openssl::init();
    let d = module::dict(m);
    errors::init(d)?;
    errors::init_tables(d)?;
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    for (name, has) in [
        ("HAS_SNI", true),
        ("HAS_ECDH", true),
        ("HAS_ALPN", true),
        ("HAS_TLS_UNIQUE", true),
        ("HAS_TLSv1_3", true),
        ("HAS_NPN", false),
    ] {
        set(name, Value::bool(has));
    }
    set(
        "OPENSSL_VERSION",
        bytes::new(openssl::version::version().as_bytes()).into(),
    );
    let number = openssl::version::number();
    set("OPENSSL_VERSION_NUMBER", long::from_i128(number.into()));
    set("OPENSSL_VERSION_INFO", version_parts(number as u64));
    // What it was built against is what it is linked with.
    set("_OPENSSL_API_VERSION", version_parts(number as u64));
    Ok(())
}

/// Major, minor, fix, patch and status of a version.
fn version_parts(n: u64) -> Value {
    let part = |shift: u32, mask: u64| Value::int((n >> shift & mask) as i64);
    let parts = [
        part(28, 255),
        part(20, 255),
        part(12, 255),
        part(4, 255),
        part(0, 15),
    ];
    tuple::from_slice(&parts).into()
}

/// `RAND_add(string, entropy)`
pub fn random_add(string: Value, entropy: f64) -> PyResult<()> {
    let changing = string.cast::<ByteArray>().is_some();
    let Some(w) = window::readable(string)?.filter(|_| !changing) else {
        let wanted = "string or read-only buffer";
        return Err(window::not(string, "RAND_add", 1, wanted));
    };
    for part in w.bytes().chunks(1 << 30) {
        // SAFETY: data of the length told.
        unsafe { ffi::RAND_add(part.as_ptr().cast(), part.len() as i32, entropy) };
    }
    Ok(())
}

/// `RAND_status()`
pub fn random_status() -> PyResult {
    // SAFETY: no memory arguments.
    Ok(long::from_i128(unsafe { ffi::RAND_status() }.into()))
}

/// A string of the library, or None.
///
/// # Safety
/// It is null or ends with 0.
unsafe fn string_at(p: *const c_char) -> Value {
    if p.is_null() {
        return Value::none();
    }
    // SAFETY: promised by the caller.
    bytes::new(unsafe { CStr::from_ptr(p) }.to_bytes()).into()
}

/// Number, short name, long name and identifier.
fn object_parts(o: *const ffi::ASN1_OBJECT) -> PyResult {
    // SAFETY: a living object of the library; its names are static strings or null.
    let (nid, short, long) = unsafe {
        let nid = ffi::OBJ_obj2nid(o.cast_mut());
        if nid == ffi::NID_undef {
            return Err(value_error("Unknown object"));
        }
        (
            nid,
            string_at(ffi::OBJ_nid2sn(nid)),
            string_at(ffi::OBJ_nid2ln(nid)),
        )
    };
    let mut room = [0u8; 256];
    // SAFETY: room of the length told.
    let n = unsafe { ffi::OBJ_obj2txt(room.as_mut_ptr().cast(), room.len() as i32, o, 1) };
    let identifier = match usize::try_from(n) {
        Ok(n) if n > 0 => bytes::new(&room[..n.min(room.len() - 1)]).into(),
        _ => Value::none(),
    };
    let parts = [Value::int(nid.into()), short, long, identifier];
    Ok(tuple::from_slice(&parts).into())
}

/// `txt2obj(txt[, name])`
pub fn txt2obj(txt: Value, name: Option<Value>) -> PyResult {
    let text: CString = posix::string(txt, "txt2obj", 1)?;
    let names = match name {
        Some(v) => crate::number::i32_from_value(v)? != 0,
        None => false,
    };
    // SAFETY: a string; a new object, which is freed below.
    let o = unsafe { ffi::OBJ_txt2obj(text.as_ptr(), i32::from(!names)) };
    if o.is_null() {
        errors::clear();
        let text = text.to_string_lossy();
        let shown: String = text.chars().take(100).collect();
        return Err(raise_fmt!(value_error, "unknown object '{shown}'"));
    }
    let parts = object_parts(o);
    // SAFETY: made above, and nothing of it is kept.
    unsafe { ffi::ASN1_OBJECT_free(o) };
    parts
}

/// `nid2obj(nid)`
pub fn nid2obj(nid: i32) -> PyResult {
    if nid < ffi::NID_undef {
        return Err(value_error("NID must be positive."));
    }
    // SAFETY: a static object of the library, or null.
    let o = unsafe { ffi::OBJ_nid2obj(nid) };
    if o.is_null() {
        errors::clear();
        return Err(raise_fmt!(value_error, "unknown NID {nid}"));
    }
    object_parts(o)
}

/// `get_default_verify_paths()`
pub fn get_default_verify_paths() -> PyResult {
    // SAFETY: static strings of the library.
    let parts = unsafe {
        [
            string_at(ffi::X509_get_default_cert_file_env()),
            string_at(ffi::X509_get_default_cert_file()),
            string_at(ffi::X509_get_default_cert_dir_env()),
            string_at(ffi::X509_get_default_cert_dir()),
        ]
    };
    Ok(tuple::from_slice(&parts).into())
}
