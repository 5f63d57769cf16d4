//! The type `_ssl._SSLContext`.

use std::cell::{Cell, RefCell};
use std::ffi::CString;
use std::mem::ManuallyDrop;

use foreign_types::ForeignTypeRef;
use openssl::ec::EcKey;
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use openssl::ssl::{
    AlpnError, NameType, SniError, SslAlert, SslContextBuilder, SslContextRef, SslMethod, SslMode,
    SslOptions, SslRef, SslVerifyMode, SslVersion,
};
use openssl::x509::verify::X509VerifyFlags;
use openssl_sys as ffi;

use super::certificate;
use super::errors::{self, Place};
use crate::builtins::{dict, list, long, str as bytes, unicode};
use crate::call::Args;
use crate::error::{PyResult, not_implemented_error, type_error, value_error};
use crate::layouts::{SslContextObject, SslSocketObject};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::window;

/// The constants `PROTOCOL_…`.
const TLS: i32 = 2;
const TLS_1_0: i32 = 3;
const TLS_1_1: i32 = 4;
const TLS_1_2: i32 = 5;

fn of(v: Value) -> PyResult<Ref<SslContextObject>> {
    v.cast::<SslContextObject>()
        .ok_or_else(|| type_error("expected an SSL context"))
}

pub fn finalize(c: Ref<SslContextObject>) {
    drop(c.context.take());
}

/// The library's object, for looking at it or making connections.
pub fn with<R>(c: Ref<SslContextObject>, f: impl FnOnce(&SslContextRef) -> R) -> PyResult<R> {
    // Cloned, so that nothing is borrowed when `f` calls Python.
    let context = c.context.borrow().clone();
    match context {
        Some(context) => Ok(f(&context)),
        None => Err(value_error("the context is gone")),
    }
}

/// The library's object, for changing it. Connections that were made of it keep what they have copied.
pub fn change<R>(
    c: Ref<SslContextObject>,
    f: impl FnOnce(&mut SslContextBuilder) -> R,
) -> PyResult<R> {
    with(c, |context| {
        // SAFETY: a living object, of which the builder is not an owner. The library lets contexts be
        // changed at any time by one thread at a time, which has the global lock.
        let mut builder =
            ManuallyDrop::new(unsafe { SslContextBuilder::from_ptr(context.as_ptr()) });
        f(&mut builder)
    })
}

fn make(protocol: i32) -> Result<Option<SslContextBuilder>, ErrorStack> {
    let only = match protocol {
        TLS => None,
        TLS_1_0 => Some(SslVersion::TLS1),
        TLS_1_1 => Some(SslVersion::TLS1_1),
        TLS_1_2 => Some(SslVersion::TLS1_2),
        _ => return Ok(None),
    };
    let mut b = SslContextBuilder::new(SslMethod::tls())?;
    if only.is_some() {
        b.set_min_proto_version(only)?;
        b.set_max_proto_version(only)?;
    }
    b.set_verify(SslVerifyMode::NONE);
    b.set_options(
        (SslOptions::ALL - SslOptions::DONT_INSERT_EMPTY_FRAGMENTS)
            | SslOptions::NO_SSLV3
            | SslOptions::NO_COMPRESSION
            | SslOptions::CIPHER_SERVER_PREFERENCE,
    );
    b.set_mode(SslMode::ACCEPT_MOVING_WRITE_BUFFER | SslMode::AUTO_RETRY);
    b.set_session_id_context(b"Python")?;
    b.verify_param_mut()
        .set_flags(X509VerifyFlags::TRUSTED_FIRST)?;
    Ok(Some(b))
}

/// `_SSLContext(protocol)`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [protocol] = parse::keywords(args, 0, "_SSLContext", &["protocol"], 1)?;
    let protocol = crate::number::i32_from_value(protocol.unwrap_or(Value::none()))?;
    let made = make(protocol).map_err(|_| errors::plain("failed to allocate SSL context"))?;
    let Some(builder) = made else {
        return Err(value_error("invalid protocol version"));
    };
    let c = SslContextObject::alloc_for(ty, RefCell::new(Some(builder.build())), false, None);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    Ok(c.into())
}

pub fn set_ciphers(c: Ref<SslContextObject>, ciphers: Value) -> PyResult<()> {
    let text = crate::modules::posix::string(ciphers, "set_ciphers", 1)?;
    let chosen = with(c, |context| {
        // SAFETY: a context and a string.
        unsafe { ffi::SSL_CTX_set_cipher_list(context.as_ptr(), text.as_ptr()) }
    })?;
    if chosen == 0 {
        return Err(errors::plain("No cipher can be selected."));
    }
    Ok(())
}

pub fn set_npn_protocols(_: Ref<SslContextObject>, protocols: Value) -> PyResult<()> {
    let _ = protocols;
    Err(not_implemented_error(
        "The NPN extension requires OpenSSL 1.0.1 or later.",
    ))
}

pub fn set_alpn_protocols(c: Ref<SslContextObject>, protocols: Value) -> PyResult<()> {
    let Some(w) = window::readable(protocols)? else {
        // The name that CPython has there.
        return Err(window::not(
            protocols,
            "set_npn_protocols",
            1,
            "string or buffer",
        ));
    };
    let offered = w.bytes().to_vec();
    let done = change(c, |b| {
        b.set_alpn_protos(&offered)?;
        let own = offered.clone();
        b.set_alpn_select_callback(move |_, client| choose(&own, client).ok_or(AlpnError::NOACK));
        Ok::<_, ErrorStack>(())
    })?;
    done.map_err(|_| {
        errors::clear();
        crate::error::raise_value(crate::types::MEMORY_ERROR.get().value(), None)
    })
}

/// Names, each after its length.
fn names(mut list: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (n, rest) = list.split_first()?;
        let (name, rest) = rest.split_at_checked(usize::from(*n))?;
        list = rest;
        Some(name)
    })
}

/// The first of the server's protocols that the client has, too.
fn choose<'a>(own: &[u8], client: &'a [u8]) -> Option<&'a [u8]> {
    names(own).find_map(|mine| names(client).find(|theirs| *theirs == mine))
}

pub fn session_stats(c: Ref<SslContextObject>) -> PyResult {
    // Numbers of the library's requests.
    const COUNTS: [(&str, i32); 11] = [
        ("number", 20),
        ("connect", 21),
        ("connect_good", 22),
        ("connect_renegotiate", 23),
        ("accept", 24),
        ("accept_good", 25),
        ("accept_renegotiate", 26),
        ("hits", 27),
        ("misses", 29),
        ("timeouts", 30),
        ("cache_full", 31),
    ];
    let d = dict::new();
    for (name, request) in COUNTS {
        let n = with(c, |context| {
            // SAFETY: a context; these requests have no arguments.
            unsafe { ffi::SSL_CTX_ctrl(context.as_ptr(), request, 0, std::ptr::null_mut()) }
        })?;
        d.set_str(bytes::intern(name.as_bytes()), long::from_i128(n.into()));
    }
    Ok(d.into())
}

pub fn set_default_verify_paths(c: Ref<SslContextObject>) -> PyResult<()> {
    let done = change(c, |b| b.set_default_verify_paths())?;
    done.map_err(|e| errors::from_stack(&e, Place::DefaultPaths))
}

pub fn set_ecdh_curve(c: Ref<SslContextObject>, name: Value) -> PyResult<()> {
    let text = match name.cast::<crate::layouts::Str>() {
        Some(s) => s,
        None => match unicode::encode_default(name)? {
            Some(s) => s,
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "expected string or Unicode object, {} found",
                    crate::attr::type_name(name)
                ));
            }
        },
    };
    // SAFETY: a string.
    let curve = CString::new(text.as_ref().bytes())
        .map(|s| unsafe { ffi::OBJ_sn2nid(s.as_ptr()) })
        .unwrap_or(0);
    if curve == 0 {
        let shown = crate::protocol::repr(name)?.as_ref().to_text();
        return Err(raise_fmt!(
            value_error,
            "unknown elliptic curve name {shown}"
        ));
    }
    let done = change(c, |b| {
        let key = EcKey::from_curve_name(Nid::from_raw(curve))?;
        b.set_tmp_ecdh(&key)
    })?;
    done.map_err(|e: ErrorStack| errors::from_stack(&e, Place::Curve))
}

thread_local! {
    /// The connection that this thread works on, for functions that the library calls.
    static CURRENT: Cell<Option<Ref<SslSocketObject>>> = const { Cell::new(None) };
}

/// Runs `f`, in which the library may call functions of the connection's context. The caller keeps `s` alive.
pub fn during<R>(s: Ref<SslSocketObject>, f: impl FnOnce() -> R) -> R {
    let outer = CURRENT.replace(Some(s));
    let result = f();
    CURRENT.set(outer);
    result
}

pub fn set_servername_callback(c: Ref<SslContextObject>, method: Value) -> PyResult<()> {
    if method.is_none() {
        c.server_name.set(None);
        return with(c, |context| {
            // SAFETY: a context, which from now on calls no function.
            unsafe {
                ffi::SSL_CTX_set_tlsext_servername_callback__fixed_rust(context.as_ptr(), None)
            };
        });
    }
    if !crate::protocol::is_callable(method) {
        c.server_name.set(None);
        return Err(type_error("not a callable object"));
    }
    c.server_name.set(Some(method));
    change(c, |b| b.set_servername_callback(server_named))
}

/// What the library calls when a client has told the name of the server that it wants.
fn server_named(ssl: &mut SslRef, alert: &mut SslAlert) -> Result<(), SniError> {
    let Some(s) = CURRENT.get() else {
        return Ok(());
    };
    let c = s.context.get();
    let Some(method) = c.server_name.get() else {
        return Ok(());
    };
    let fatal = |alert: &mut SslAlert, what: SslAlert| {
        *alert = what;
        Err(SniError::ALERT_FATAL)
    };
    let owner = s.owner.get().map(|r| crate::call::call_values(r, &[]));
    let owner = match owner {
        Some(Ok(v)) if !v.is_none() => v,
        other => {
            if let Some(Err(_)) = other {
                crate::finalizers::report(method);
            }
            return fatal(alert, SslAlert::INTERNAL_ERROR);
        }
    };
    let name = match ssl.servername_raw(NameType::HOST_NAME) {
        None => Value::none(),
        Some(name) => {
            let name: Value = bytes::new(name).into();
            let decoded = crate::attr::get(name, bytes::intern(b"decode"))
                .and_then(|f| crate::call::call_values(f, &[bytes::intern(b"idna").into()]));
            match decoded {
                Ok(v) => v,
                Err(_) => {
                    crate::finalizers::report(name);
                    return fatal(alert, SslAlert::INTERNAL_ERROR);
                }
            }
        }
    };
    match crate::call::call_values(method, &[owner, name, c.into()]) {
        Ok(v) if v.is_none() => Ok(()),
        Ok(v) => match crate::number::int_from_value(v) {
            Ok(n) => {
                let n = (n & 255) as i32 + ffi::SSL_AD_REASON_OFFSET;
                let told = SslAlert::from_reason_code(n);
                fatal(alert, told.unwrap_or(SslAlert::INTERNAL_ERROR))
            }
            Err(_) => {
                crate::finalizers::report(v);
                fatal(alert, SslAlert::INTERNAL_ERROR)
            }
        },
        Err(_) => {
            crate::finalizers::report(method);
            fatal(alert, SslAlert::HANDSHAKE_FAILURE)
        }
    }
}

pub fn cert_store_stats(c: Ref<SslContextObject>) -> PyResult {
    let (all, authorities, lists) = with(c, |context| certificate::count(context.cert_store()))?;
    let d = dict::new();
    for (name, n) in [("x509", all), ("crl", lists), ("x509_ca", authorities)] {
        d.set_str(bytes::intern(name.as_bytes()), Value::int(n));
    }
    Ok(d.into())
}

pub fn get_ca_certs(c: Ref<SslContextObject>, binary_form: Option<Value>) -> PyResult {
    let binary = match binary_form {
        Some(v) => crate::protocol::truth(v)?,
        None => false,
    };
    let found = with(c, |context| certificate::authorities(context.cert_store()))?;
    let result = list::new();
    for x in &found {
        let v = if binary {
            certificate::encoded(x)?
        } else {
            certificate::decode(x)?
        };
        list::append(result, v)?;
    }
    Ok(result.into())
}

/// Are certificates of the other side looked at?
pub fn verifies(c: Ref<SslContextObject>) -> PyResult<bool> {
    Ok(mode(c)? != 0)
}

fn mode(c: Ref<SslContextObject>) -> PyResult<i64> {
    let mode = with(c, |context| context.verify_mode())?;
    Ok(if mode.contains(SslVerifyMode::FAIL_IF_NO_PEER_CERT) {
        2
    } else {
        i64::from(mode.contains(SslVerifyMode::PEER))
    })
}

pub fn get_verify_mode(v: Value) -> PyResult {
    Ok(long::from_i128(mode(of(v)?)?.into()))
}

fn given(v: Option<Value>) -> PyResult {
    v.ok_or_else(|| type_error("function takes at least one argument"))
}

pub fn set_verify_mode(v: Value, to: Option<Value>) -> PyResult<()> {
    let c = of(v)?;
    let mode = match crate::number::i32_from_value(given(to)?)? {
        0 => SslVerifyMode::NONE,
        1 => SslVerifyMode::PEER,
        2 => SslVerifyMode::PEER | SslVerifyMode::FAIL_IF_NO_PEER_CERT,
        _ => return Err(value_error("invalid value for verify_mode")),
    };
    if mode == SslVerifyMode::NONE && c.check_hostname.get() {
        return Err(value_error(
            "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.",
        ));
    }
    change(c, |b| b.set_verify(mode))
}

pub fn get_check_hostname(v: Value) -> PyResult {
    Ok(Value::bool(of(v)?.check_hostname.get()))
}

pub fn set_check_hostname(v: Value, to: Option<Value>) -> PyResult<()> {
    let c = of(v)?;
    let check = crate::protocol::truth(given(to)?)?;
    if check && !verifies(c)? {
        return Err(value_error(
            "check_hostname needs a SSL context with either CERT_OPTIONAL or CERT_REQUIRED",
        ));
    }
    c.check_hostname.set(check);
    Ok(())
}

/// Options are bits that are shown as a signed number.
pub fn get_options(v: Value) -> PyResult {
    let bits = change(of(v)?, |b| b.options().bits())?;
    Ok(long::from_i128((bits as i64).into()))
}

pub fn set_options(v: Value, to: Option<Value>) -> PyResult<()> {
    let c = of(v)?;
    let new = SslOptions::from_bits_retain(crate::number::int_from_value(given(to)?)? as _);
    change(c, |b| {
        let old = b.options();
        b.clear_options(old - new);
        b.set_options(new - old);
    })
}

pub fn get_verify_flags(v: Value) -> PyResult {
    let bits = change(of(v)?, |b| b.verify_param_mut().flags().bits())?;
    Ok(long::from_i128((bits as u64).into()))
}

pub fn set_verify_flags(v: Value, to: Option<Value>) -> PyResult<()> {
    let c = of(v)?;
    let to = given(to)?;
    let Some(new) = crate::number::Num::of(to) else {
        let got = if to.is_none() {
            "None"
        } else {
            crate::attr::type_name(to)
        };
        return Err(raise_fmt!(
            type_error,
            "argument must be an integer, not {got}"
        ));
    };
    let new = match new {
        crate::number::Num::Int(n) => n as u64,
        crate::number::Num::Long(n) => n.low_u64(),
        _ => return Err(type_error("argument must be an integer, not float")),
    };
    let new = X509VerifyFlags::from_bits_retain(new as _);
    let done = change(c, |b| {
        let param = b.verify_param_mut();
        let old = param.flags();
        param.clear_flags(old - new)?;
        param.set_flags(new - old)
    })?;
    done.map_err(|e| errors::from_stack(&e, Place::Context))
}
