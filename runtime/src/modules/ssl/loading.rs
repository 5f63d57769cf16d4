//! Certificates, keys and parameters of contexts that are read from files or strings.

use std::ffi::{CString, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;

use foreign_types::{ForeignType, ForeignTypeRef};
use openssl::dh::Dh;
use openssl::error::ErrorStack;
use openssl::x509::X509;
use openssl_sys as ffi;

use super::context::{change, with};
use super::errors::{self, Place};
use crate::builtins::unicode;
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::{ByteArray, SslContextObject, Str};
use crate::modules::posix;
use crate::object::Ref;
use crate::value::Value;
use crate::window::{self, Want};

type PasswordCallback =
    Option<unsafe extern "C" fn(*mut c_char, c_int, c_int, *mut c_void) -> c_int>;

unsafe extern "C" {
    fn SSL_CTX_set_default_passwd_cb(context: *mut ffi::SSL_CTX, callback: PasswordCallback);
    fn SSL_CTX_set_default_passwd_cb_userdata(context: *mut ffi::SSL_CTX, data: *mut c_void);
}

/// The library's room for a password.
const LONGEST: usize = 1024;

/// What the library asks for a key's password, and what came of asking.
struct Password {
    source: Value,
    /// An exception is pending.
    failed: Option<Raised>,
}

/// A password's bytes, if the value can be one.
fn password_bytes(v: Value) -> PyResult<Option<Vec<u8>>> {
    let text = if let Some(s) = v.cast::<Str>() {
        s.as_ref().bytes().to_vec()
    } else if let Some(s) = unicode::encode_default(v)? {
        s.as_ref().bytes().to_vec()
    } else if v.cast::<ByteArray>().is_some() {
        match window::get(v, Want::View)? {
            Some(w) => w.bytes().to_vec(),
            None => return Ok(None),
        }
    } else {
        return Ok(None);
    };
    if text.len() > LONGEST {
        return Err(raise_fmt!(
            value_error,
            "password cannot be longer than {LONGEST} bytes"
        ));
    }
    Ok(Some(text))
}

impl Password {
    fn get(&self) -> PyResult<Vec<u8>> {
        if crate::protocol::is_callable(self.source) {
            let v = crate::call::call_values(self.source, &[])?;
            let message = "password callback must return a string";
            return password_bytes(v)?.ok_or_else(|| type_error(message));
        }
        password_bytes(self.source)?
            .ok_or_else(|| type_error("password should be a string or callable"))
    }
}

unsafe extern "C" fn ask(room: *mut c_char, size: c_int, _: c_int, data: *mut c_void) -> c_int {
    // SAFETY: `load_cert_chain` gave this to the library for the time of a call.
    let password = unsafe { &mut *data.cast::<Password>() };
    match password.get() {
        Ok(text) if text.len() <= size.max(0) as usize => {
            // SAFETY: room of the size told.
            unsafe { std::ptr::copy_nonoverlapping(text.as_ptr(), room.cast(), text.len()) };
            text.len() as c_int
        }
        Ok(_) => -1,
        Err(e) => {
            password.failed = Some(e);
            -1
        }
    }
}

/// What went wrong when the library read a file: the system's error, if there was one.
fn file_error(stack: &ErrorStack, place: Place) -> Raised {
    match posix::errno() {
        0 => errors::from_stack(stack, place),
        _ => {
            errors::clear();
            posix::io_error(posix::errno(), None)
        }
    }
}

fn forget_errno() {
    // SAFETY: the calling thread's own errno.
    unsafe { *libc::__errno_location() = 0 };
}

/// The library's answer that something failed, as a result.
fn done(status: c_int) -> Result<(), ErrorStack> {
    if status > 0 {
        Ok(())
    } else {
        Err(ErrorStack::get())
    }
}

fn path(v: Option<Value>, function: &str, argument: usize) -> PyResult<Option<CString>> {
    match v.filter(|v| !v.is_none()) {
        Some(v) => posix::path_argument(v, function, argument).map(Some),
        None => Ok(None),
    }
}

/// `load_cert_chain(certfile[, keyfile[, password]])`
pub fn load_cert_chain(
    c: Ref<SslContextObject>,
    certfile: Value,
    keyfile: Option<Value>,
    password: Option<Value>,
) -> PyResult<()> {
    let function = "load_cert_chain";
    let certificate = posix::path_argument(certfile, function, 1)?;
    let key = path(keyfile, function, 2)?.unwrap_or_else(|| certificate.clone());
    let mut password = password.filter(|v| !v.is_none()).map(|source| Password {
        source,
        failed: None,
    });
    if let Some(p) = &password
        && !crate::protocol::is_callable(p.source)
    {
        p.get()?;
    }
    let outcome = with(c, |context| {
        let raw = context.as_ptr();
        if let Some(p) = &mut password {
            // SAFETY: what the function is given lives until it is taken back below.
            unsafe {
                SSL_CTX_set_default_passwd_cb(raw, Some(ask));
                SSL_CTX_set_default_passwd_cb_userdata(raw, (&raw mut *p).cast());
            }
        }
        let load = || {
            errors::clear();
            forget_errno();
            // SAFETY: a context and a string.
            let status =
                unsafe { ffi::SSL_CTX_use_certificate_chain_file(raw, certificate.as_ptr()) };
            done(status).map_err(|e| (e, Place::Certificate))?;
            forget_errno();
            let pem = ffi::SSL_FILETYPE_PEM;
            // SAFETY: as above.
            let status = unsafe { ffi::SSL_CTX_use_PrivateKey_file(raw, key.as_ptr(), pem) };
            done(status).map_err(|e| (e, Place::Key))?;
            forget_errno();
            // SAFETY: as above.
            done(unsafe { ffi::SSL_CTX_check_private_key(raw) }).map_err(|e| (e, Place::KeyCheck))
        };
        let outcome = load();
        // SAFETY: nothing is called any more.
        unsafe {
            SSL_CTX_set_default_passwd_cb(raw, None);
            SSL_CTX_set_default_passwd_cb_userdata(raw, std::ptr::null_mut());
        }
        outcome
    })?;
    if let Some(e) = password.and_then(|p| p.failed) {
        errors::clear();
        return Err(e);
    }
    outcome.map_err(|(e, place)| file_error(&e, place))
}

/// `load_dh_params(path)`
pub fn load_dh_params(c: Ref<SslContextObject>, file: Value) -> PyResult<()> {
    let name = posix::path(file)?;
    let name = std::ffi::OsStr::from_bytes(name.as_bytes());
    let text = match crate::finalizers::with_descriptors_io(|| std::fs::read(name)) {
        Ok(text) => text,
        Err(e) => return Err(posix::io_error(e.raw_os_error().unwrap_or(0), Some(file))),
    };
    errors::clear();
    let loaded = change(c, |b| {
        let parameters = Dh::params_from_pem(&text)?;
        b.set_tmp_dh(&parameters)
    })?;
    loaded.map_err(|e| errors::from_stack(&e, Place::Parameters))
}

/// `load_verify_locations([cafile[, capath[, cadata]]])`
pub fn load_verify_locations(
    c: Ref<SslContextObject>,
    cafile: Option<Value>,
    capath: Option<Value>,
    cadata: Option<Value>,
) -> PyResult<()> {
    let function = "load_verify_locations";
    let file = path(cafile, function, 1)?;
    let folder = path(capath, function, 2)?;
    let data = cadata.filter(|v| !v.is_none());
    if file.is_none() && folder.is_none() && data.is_none() {
        return Err(type_error(
            "cafile, capath and cadata cannot be all omitted",
        ));
    }
    if let Some(v) = data {
        load_data(c, v)?;
    }
    if file.is_none() && folder.is_none() {
        return Ok(());
    }
    errors::clear();
    forget_errno();
    let raw = |s: &Option<CString>| s.as_ref().map_or(std::ptr::null(), |s| s.as_ptr());
    let status = with(c, |context| {
        // SAFETY: a context, and strings or null.
        unsafe { ffi::SSL_CTX_load_verify_locations(context.as_ptr(), raw(&file), raw(&folder)) }
    })?;
    done(status).map_err(|e| file_error(&e, Place::Locations))
}

/// Adds certificates: text in the format PEM, or bytes in the format DER, one after the other.
fn load_data(c: Ref<SslContextObject>, v: Value) -> PyResult<()> {
    let wrong = || type_error("cadata should be an ASCII string or a bytes-like object");
    errors::clear();
    let certificates = if unicode::is_unicode(v) {
        let text = unicode::encode_default(v);
        let text = text.map_err(|_| {
            crate::thread::current().take_pending();
            wrong()
        })?;
        let text = text.ok_or_else(wrong)?;
        let text = text.as_ref().bytes();
        check_data(text)?;
        match X509::stack_from_pem(text) {
            // Text without any is an error, but not what comes after the last.
            Ok(found) if found.is_empty() => X509::from_pem(text).map(|x| vec![x]),
            found => found,
        }
    } else {
        let Some(w) = window::get(v, Want::View)?.or(window::get(v, Want::Read)?) else {
            return Err(wrong());
        };
        check_data(w.bytes())?;
        from_der(w.bytes())
    };
    let certificates = certificates.map_err(|e| errors::from_stack(&e, Place::Data))?;
    change(c, |b| {
        for x in certificates {
            // Those that are there already do not matter.
            if b.cert_store_mut().add_cert(x).is_err() {
                errors::clear();
            }
        }
    })
}

fn check_data(data: &[u8]) -> PyResult<()> {
    if data.is_empty() {
        return Err(value_error("Empty certificate data"));
    }
    if i32::try_from(data.len()).is_err() {
        return Err(raise_fmt!(
            crate::error::overflow_error,
            "Certificate data is too long."
        ));
    }
    Ok(())
}

fn from_der(mut data: &[u8]) -> Result<Vec<X509>, ErrorStack> {
    let mut found = Vec::new();
    while !data.is_empty() {
        // SAFETY: data of the length told, which the stream reads from until it is freed; a new certificate
        // that nobody else has, or null.
        let (x, left) = unsafe {
            let stream = ffi::BIO_new_mem_buf(data.as_ptr().cast(), data.len() as c_int);
            let x = ffi::d2i_X509_bio(stream, std::ptr::null_mut());
            let left = ffi::BIO_get_mem_data(stream, &mut std::ptr::null_mut());
            ffi::BIO_free_all(stream);
            if x.is_null() {
                return Err(ErrorStack::get());
            }
            (X509::from_ptr(x), left)
        };
        found.push(x);
        data = &data[data.len() - (left.max(0) as usize).min(data.len())..];
    }
    Ok(found)
}
