//! Certificates as Python sees them.

use std::ffi::c_int;
use std::os::unix::ffi::OsStrExt;

use foreign_types::ForeignTypeRef;
use openssl::asn1::{Asn1IntegerRef, Asn1StringRef};
use openssl::nid::Nid;
use openssl::x509::store::X509StoreRef;
use openssl::x509::{GeneralNameRef, X509, X509NameRef, X509Ref};
use openssl_sys as ffi;

use super::errors::{self, Place};
use crate::builtins::{dict, long, str as bytes, tuple, unicode};
use crate::error::PyResult;
use crate::layouts::Dict;
use crate::object::Ref;
use crate::value::Value;

unsafe extern "C" {
    fn X509_NAME_ENTRY_set(entry: *const ffi::X509_NAME_ENTRY) -> c_int;
    fn X509_OBJECT_get_type(object: *const ffi::X509_OBJECT) -> c_int;
    fn X509_check_ca(x: *mut ffi::X509) -> c_int;
    fn GENERAL_NAME_print(out: *mut ffi::BIO, name: *mut ffi::GENERAL_NAME) -> c_int;
}

/// Kinds of a store's objects.
const CERTIFICATE: c_int = 1;
const REVOCATIONS: c_int = 2;

/// The certificate in the format DER.
pub fn encoded(x: &X509Ref) -> PyResult {
    match x.to_der() {
        Ok(der) => Ok(bytes::try_new(&der)?.into()),
        Err(e) => Err(errors::from_stack(&e, Place::Context)),
    }
}

fn text(s: &str) -> PyResult {
    let points: Vec<u32> = s.chars().map(u32::from).collect();
    unicode::from_code_points(&points)
}

fn asn1_text(s: &Asn1StringRef) -> PyResult {
    match s.to_string() {
        Ok(s) => text(&s),
        Err(e) => Err(errors::from_stack(&e, Place::Context)),
    }
}

/// What a certificate says of its subject, its issuer and itself.
pub fn decode(x: &X509Ref) -> PyResult {
    let d = dict::new();
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    set("subject", name(x.subject_name())?);
    set("issuer", name(x.issuer_name())?);
    set("version", long::from_i128(i128::from(x.version()) + 1));
    set("serialNumber", text(&serial(x.serial_number()))?);
    set("notBefore", text(&x.not_before().to_string())?);
    set(
        "notAfter",
        bytes::new(x.not_after().to_string().as_bytes()).into(),
    );
    alternatives(x, d)?;
    places(x, d)?;
    errors::clear();
    Ok(d.into())
}

/// The number in pairs of hexadecimal digits.
fn serial(n: &Asn1IntegerRef) -> String {
    match n.to_bn().and_then(|n| n.to_hex_str()) {
        Ok(digits) if &digits[..] == "0" => "00".to_owned(),
        Ok(digits) => digits[..].to_owned(),
        Err(_) => String::new(),
    }
}

/// A name: a tuple of tuples of pairs. Those that the certificate has in one set are in one tuple.
fn name(n: &X509NameRef) -> PyResult {
    let (all, mut set) = (crate::builtins::list::new(), crate::builtins::list::new());
    let mut last = None;
    let to_tuple = |l| Ok::<Value, crate::error::Raised>(tuple::from_iterable(l)?.into());
    for entry in n.entries() {
        // SAFETY: an entry of a living name.
        let number = unsafe { X509_NAME_ENTRY_set(entry.as_ptr()) };
        if last.is_some_and(|l| l != number) {
            crate::builtins::list::append(all, to_tuple(set.into())?)?;
            set = crate::builtins::list::new();
        }
        last = Some(number);
        let kind = entry.object().to_string();
        let pair = [bytes::new(kind.as_bytes()).into(), asn1_text(entry.data())?];
        crate::builtins::list::append(set, tuple::from_slice(&pair).into())?;
    }
    if last.is_some() {
        crate::builtins::list::append(all, to_tuple(set.into())?)?;
    }
    to_tuple(all.into())
}

fn pair(kind: &[u8], v: Value) -> Value {
    tuple::from_slice(&[bytes::intern(kind).into(), v]).into()
}

/// `subjectAltName`
fn alternatives(x: &X509Ref, d: Ref<Dict>) -> PyResult<()> {
    let Some(names) = x.subject_alt_names() else {
        return Ok(());
    };
    let found = crate::builtins::list::new();
    for n in &names {
        let v = if let Some(s) = n.directory_name() {
            pair(b"DirName", name(s)?)
        } else if let Some(s) = n.email() {
            pair(b"email", bytes::new(s.as_bytes()).into())
        } else if let Some(s) = n.dnsname() {
            pair(b"DNS", bytes::new(s.as_bytes()).into())
        } else if let Some(s) = n.uri() {
            pair(b"URI", bytes::new(s.as_bytes()).into())
        } else {
            printed(n)?
        };
        crate::builtins::list::append(found, v)?;
    }
    let found = tuple::from_iterable(found.into())?.into();
    d.set_str(bytes::intern(b"subjectAltName"), found);
    Ok(())
}

/// A name of a kind that only the library can show.
fn printed(n: &GeneralNameRef) -> PyResult {
    // SAFETY: a new object of the library, which is freed below; what it holds is copied before.
    let line = unsafe {
        let out = ffi::BIO_new(ffi::BIO_s_mem());
        if out.is_null() {
            return Err(crate::error::no_memory());
        }
        GENERAL_NAME_print(out, n.as_ptr());
        let mut data = std::ptr::null_mut();
        let len = ffi::BIO_get_mem_data(out, &mut data);
        let line = match usize::try_from(len) {
            Ok(len) if !data.is_null() => {
                std::slice::from_raw_parts(data.cast::<u8>(), len).to_vec()
            }
            _ => Vec::new(),
        };
        ffi::BIO_free_all(out);
        line
    };
    let Some(colon) = memchr::memchr(b':', &line) else {
        let shown = String::from_utf8_lossy(&line);
        return Err(raise_fmt!(value_error, "Invalid value {shown}"));
    };
    let (kind, rest) = (&line[..colon], &line[colon + 1..]);
    if kind == b"Registered ID" {
        let parts = [kind, rest].map(|s| text(&String::from_utf8_lossy(s)));
        let [kind, rest] = parts;
        return Ok(tuple::from_slice(&[kind?, rest?]).into());
    }
    Ok(pair(kind, bytes::new(rest).into()))
}

/// Where to ask about the certificate: `OCSP`, `caIssuers` and `crlDistributionPoints`.
fn places(x: &X509Ref, d: Ref<Dict>) -> PyResult<()> {
    let (mut responders, mut issuers, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for access in x.authority_info().iter().flatten() {
        let kind = access.method().nid();
        if let Some(uri) = access.location().uri() {
            match kind {
                Nid::AD_OCSP => responders.push(uri.to_owned()),
                Nid::AD_CA_ISSUERS => issuers.push(uri.to_owned()),
                _ => {}
            }
        }
    }
    for point in x.crl_distribution_points().iter().flatten() {
        let names = point.distpoint().and_then(|p| p.fullname());
        lists.extend(
            names
                .into_iter()
                .flatten()
                .filter_map(|n| n.uri())
                .map(str::to_owned),
        );
    }
    for (key, uris) in [
        ("OCSP", responders),
        ("caIssuers", issuers),
        ("crlDistributionPoints", lists),
    ] {
        if uris.is_empty() {
            continue;
        }
        let found = crate::builtins::list::new();
        for uri in uris {
            crate::builtins::list::append(found, text(&uri)?)?;
        }
        let found = tuple::from_iterable(found.into())?.into();
        d.set_str(bytes::intern(key.as_bytes()), found);
    }
    Ok(())
}

fn is_authority(x: &X509Ref) -> bool {
    // SAFETY: a living certificate.
    unsafe { X509_check_ca(x.as_ptr()) != 0 }
}

/// The certificates of a store, those of them that are authorities', and its revocation lists: how many.
// The library's own list is not protected from other threads; but all of it runs under the global lock.
#[expect(deprecated)]
pub fn count(store: &X509StoreRef) -> (i64, i64, i64) {
    let (mut all, mut authorities, mut lists) = (0, 0, 0);
    for object in store.objects() {
        // SAFETY: a living object of the store.
        match unsafe { X509_OBJECT_get_type(object.as_ptr()) } {
            CERTIFICATE => {
                all += 1;
                authorities += i64::from(object.x509().is_some_and(is_authority));
            }
            REVOCATIONS => lists += 1,
            _ => {}
        }
    }
    errors::clear();
    (all, authorities, lists)
}

/// The authorities' certificates of a store.
pub fn authorities(store: &X509StoreRef) -> Vec<X509> {
    let all = store.all_certificates();
    let found = all.into_iter().filter(|x| is_authority(x)).collect();
    errors::clear();
    found
}

/// `_test_decode_cert(path)`
pub fn decode_file(path: Value) -> PyResult {
    let name = crate::modules::posix::string(path, "test_decode_certificate", 1)?;
    let name = std::ffi::OsStr::from_bytes(name.as_bytes());
    let Ok(data) = crate::finalizers::with_descriptors_io(|| std::fs::read(name)) else {
        return Err(errors::plain("Can't open file"));
    };
    match X509::from_pem(&data) {
        Ok(x) => decode(&x),
        Err(_) => Err(errors::plain("Error decoding PEM-encoded file")),
    }
}
