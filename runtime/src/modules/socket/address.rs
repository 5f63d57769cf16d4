//! Socket addresses between Python's tuples and the system's structures, and numbers in network order.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::errors::{ERROR, from_gai};
use super::resolve;
use crate::builtins::{str as bytes, tuple};
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::layouts::{Long, Str, Tuple};
use crate::object::Ref;
use crate::value::Value;
use crate::window::{self, Window};

/// An address as the system has it.
pub struct Address {
    pub storage: libc::sockaddr_storage,
    pub len: libc::socklen_t,
}

impl Address {
    /// Room for any address.
    pub fn room() -> Address {
        Address {
            // SAFETY: plain data, for which zeros are valid.
            storage: unsafe { std::mem::zeroed() },
            len: size_of::<libc::sockaddr_storage>() as libc::socklen_t,
        }
    }

    fn of<T: Copy>(address: T) -> Address {
        const { assert!(size_of::<T>() <= size_of::<libc::sockaddr_storage>()) };
        let mut a = Address::room();
        a.len = size_of::<T>() as libc::socklen_t;
        // SAFETY: a kind of socket address, which fits into the storage.
        unsafe { (&raw mut a.storage).cast::<T>().write(address) };
        a
    }

    pub fn pointer(&self) -> *const libc::sockaddr {
        (&raw const self.storage).cast()
    }

    pub fn pointer_mut(&mut self) -> *mut libc::sockaddr {
        (&raw mut self.storage).cast()
    }

    fn view<T: Copy>(&self) -> T {
        const { assert!(size_of::<T>() <= size_of::<libc::sockaddr_storage>()) };
        // SAFETY: a kind of socket address: plain data that lies within the storage.
        unsafe { (&raw const self.storage).cast::<T>().read() }
    }

    /// The address as Python shows it.
    pub fn to_value(&self) -> PyResult {
        if self.len == 0 {
            // Accepting and receiving may tell no address.
            return Ok(Value::none());
        }
        match i32::from(self.storage.ss_family) {
            libc::AF_INET => {
                let a: libc::sockaddr_in = self.view();
                let host = resolve::numeric_host(self)?;
                let port = i64::from(u16::from_be(a.sin_port));
                Ok(tuple::from_slice(&[host, Value::int(port)]).into())
            }
            libc::AF_INET6 => {
                let a: libc::sockaddr_in6 = self.view();
                let parts = [
                    resolve::numeric_host(self)?,
                    Value::int(i64::from(u16::from_be(a.sin6_port))),
                    Value::int(i64::from(u32::from_be(a.sin6_flowinfo))),
                    Value::int(i64::from(a.sin6_scope_id)),
                ];
                Ok(tuple::from_slice(&parts).into())
            }
            libc::AF_UNIX => {
                let a: libc::sockaddr_un = self.view();
                let at = std::mem::offset_of!(libc::sockaddr_un, sun_path);
                let used = (self.len as usize).saturating_sub(at).min(a.sun_path.len());
                let path: Vec<u8> = a.sun_path[..used].iter().map(|c| *c as u8).collect();
                // A name that begins with a zero byte is abstract: all of it counts.
                let end = match path.first() {
                    Some(0) => used,
                    _ => memchr::memchr(0, &path).unwrap_or(used),
                };
                Ok(bytes::new(&path[..end]).into())
            }
            libc::AF_NETLINK => {
                let a: libc::sockaddr_nl = self.view();
                let parts = [
                    Value::int(i64::from(a.nl_pid)),
                    Value::int(i64::from(a.nl_groups)),
                ];
                Ok(tuple::from_slice(&parts).into())
            }
            family => {
                // SAFETY: the whole storage is initialised.
                let data = unsafe {
                    std::slice::from_raw_parts(
                        (&raw const self.storage).cast::<u8>().add(2),
                        size_of::<libc::sockaddr>() - 2,
                    )
                };
                let parts = [Value::int(i64::from(family)), bytes::new(data).into()];
                Ok(tuple::from_slice(&parts).into())
            }
        }
    }

    /// The address that a program gave for a socket of a family.
    pub fn parse(family: i64, v: Value) -> PyResult<Address> {
        match i32::try_from(family) {
            Ok(libc::AF_UNIX) => unix(v),
            Ok(libc::AF_INET) => {
                let t = parts(v, "AF_INET")?;
                let items = t.as_ref().items();
                let [host, port] = *items else {
                    return Err(wrong_parts(items.len(), 2, 2));
                };
                let host = host_name(host)?;
                let port = crate::number::i32_from_value(port)?;
                let found = resolve::first_address(&host, libc::AF_INET)?;
                let mut a: libc::sockaddr_in = found.view();
                a.sin_port = check_port(port)?.to_be();
                Ok(Address::of(a))
            }
            Ok(libc::AF_INET6) => {
                let t = parts(v, "AF_INET6")?;
                let items = t.as_ref().items();
                if !(2..=4).contains(&items.len()) {
                    return Err(wrong_parts(items.len(), 2, 4));
                }
                let host = host_name(items[0])?;
                let port = crate::number::i32_from_value(items[1])?;
                let number = |i: usize| match items.get(i) {
                    Some(v) => crate::number::int_from_value(*v).map(|n| n as u32),
                    None => Ok(0),
                };
                let (flow, scope) = (number(2)?, number(3)?);
                let found = resolve::first_address(&host, libc::AF_INET6)?;
                let port = check_port(port)?;
                if flow > 0xfffff {
                    return Err(overflow_error(
                        "getsockaddrarg: flowinfo must be 0-1048575.",
                    ));
                }
                let mut a: libc::sockaddr_in6 = found.view();
                a.sin6_port = port.to_be();
                a.sin6_flowinfo = flow.to_be();
                a.sin6_scope_id = scope;
                Ok(Address::of(a))
            }
            Ok(libc::AF_NETLINK) => {
                let t = parts(v, "AF_NETLINK")?;
                let items = t.as_ref().items();
                let [pid, groups] = *items else {
                    return Err(wrong_parts(items.len(), 2, 2));
                };
                // SAFETY: plain data, for which zeros are valid.
                let mut a: libc::sockaddr_nl = unsafe { std::mem::zeroed() };
                a.nl_family = libc::AF_NETLINK as libc::sa_family_t;
                a.nl_pid = crate::number::int_from_value(pid)? as u32;
                a.nl_groups = crate::number::int_from_value(groups)? as u32;
                Ok(Address::of(a))
            }
            _ => Err(ERROR.raise("getsockaddrarg: bad family")),
        }
    }
}

fn parts(v: Value, family: &str) -> PyResult<Ref<Tuple>> {
    v.cast::<Tuple>().ok_or_else(|| {
        raise_fmt!(
            type_error,
            "getsockaddrarg: {family} address must be tuple, not {}",
            crate::attr::type_name(v)
        )
    })
}

fn wrong_parts(given: usize, least: usize, most: usize) -> crate::error::Raised {
    let function = if least == most {
        "getsockaddrarg()"
    } else {
        "function"
    };
    let how = match () {
        () if least == most => "exactly",
        () if given < least => "at least",
        () => "at most",
    };
    let n = if given < least { least } else { most };
    raise_fmt!(
        type_error,
        "{function} takes {how} {n} arguments ({given} given)"
    )
}

fn check_port(port: i32) -> PyResult<u16> {
    u16::try_from(port).map_err(|_| overflow_error("getsockaddrarg: port must be 0-65535."))
}

/// A host's name as bytes; unicode by the rules for domain names.
pub fn host_name(v: Value) -> PyResult<Vec<u8>> {
    let s = match v.cast::<Str>() {
        Some(s) => s,
        None if crate::builtins::unicode::is_unicode(v) => idna(v)?,
        None => {
            return Err(raise_fmt!(
                type_error,
                "coercing to Unicode: need string or buffer, {} found",
                shown_type(v)
            ));
        }
    };
    let name = s.as_ref().bytes();
    if name.contains(&0) {
        return Err(type_error("must be string without null bytes, not str"));
    }
    Ok(name.to_vec())
}

fn shown_type(v: Value) -> String {
    if v.is_none() {
        "None".to_owned()
    } else {
        crate::attr::type_name(v).to_owned()
    }
}

/// A unicode domain name in its encoded form.
pub fn idna(v: Value) -> PyResult<Ref<Str>> {
    let encode = crate::attr::get(v, bytes::intern(b"encode"))?;
    let ascii = crate::call::call_values(encode, &[bytes::new(b"ascii").into()]);
    let encoded = match ascii {
        Ok(s) => s,
        Err(_) => {
            crate::thread::current().take_pending();
            crate::call::call_values(encode, &[bytes::new(b"idna").into()])?
        }
    };
    encoded
        .cast::<Str>()
        .ok_or_else(|| type_error("encoder did not return a string"))
}

fn unix(v: Value) -> PyResult<Address> {
    let text = match v.cast::<Str>() {
        Some(s) => s,
        None => match crate::builtins::unicode::encode_default(v)? {
            Some(s) => s,
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "argument must be string or read-only character buffer, not {}",
                    shown_type(v)
                ));
            }
        },
    };
    let path = text.as_ref().bytes();
    // SAFETY: plain data, for which zeros are valid.
    let mut a: libc::sockaddr_un = unsafe { std::mem::zeroed() };
    let is_abstract = path.first() == Some(&0);
    // A path ends with a zero byte.
    if path.len() > a.sun_path.len() - usize::from(!is_abstract) {
        return Err(ERROR.raise("AF_UNIX path too long"));
    }
    a.sun_family = libc::AF_UNIX as libc::sa_family_t;
    for (to, from) in a.sun_path.iter_mut().zip(path) {
        *to = *from as libc::c_char;
    }
    let used = path.len() + usize::from(!is_abstract);
    let mut address = Address::of(a);
    address.len = (std::mem::offset_of!(libc::sockaddr_un, sun_path) + used) as libc::socklen_t;
    Ok(address)
}

/// `htons`, `ntohs`
pub fn swap_short(n: i32) -> PyResult {
    if n < 0 {
        return Err(overflow_error(
            "can't convert negative number to unsigned long",
        ));
    }
    Ok(Value::int(i64::from((n as u16).to_be())))
}

/// `htonl`, `ntohl`
pub fn swap_long(v: Value) -> PyResult {
    let n = match v.as_int() {
        Some(n) if n < 0 => {
            return Err(overflow_error(
                "can't convert negative number to unsigned long",
            ));
        }
        Some(n) => n as u32,
        None if v.cast::<Long>().is_some() => {
            let too_large = |_| overflow_error("long int too large to convert");
            let n = crate::number::int_from_value(v).map_err(too_large)?;
            if n < 0 {
                return Err(overflow_error(
                    "can't convert negative value to unsigned long",
                ));
            }
            u32::try_from(n).map_err(|_| overflow_error("long int larger than 32 bits"))?
        }
        None => {
            return Err(raise_fmt!(
                type_error,
                "expected int/long, {} found",
                crate::attr::type_name(v)
            ));
        }
    };
    Ok(crate::builtins::long::new(n.to_be().into()))
}

pub fn inet_aton(text: Ref<Str>) -> PyResult {
    unsafe extern "C" {
        fn inet_aton(text: *const libc::c_char, address: *mut libc::in_addr) -> i32;
    }
    let mut found = libc::in_addr { s_addr: 0 };
    let ok = std::ffi::CString::new(text.as_ref().bytes())
        // SAFETY: a C string, and a local structure.
        .is_ok_and(|c| unsafe { inet_aton(c.as_ptr(), &mut found) } != 0);
    if ok {
        Ok(bytes::new(&found.s_addr.to_ne_bytes()).into())
    } else {
        Err(ERROR.raise("illegal IP address string passed to inet_aton"))
    }
}

/// The bytes of a packed address.
fn packed_bytes(v: Value, function: &str, number: usize) -> PyResult<Window> {
    window::read_only(v)?
        .ok_or_else(|| window::not(v, function, number, "string or read-only buffer"))
}

pub fn inet_ntoa(packed: Value) -> PyResult {
    match <[u8; 4]>::try_from(packed_bytes(packed, "inet_ntoa", 1)?.bytes()) {
        Ok(b) => Ok(bytes::new(Ipv4Addr::from(b).to_string().as_bytes()).into()),
        Err(_) => Err(ERROR.raise("packed IP wrong length for inet_ntoa")),
    }
}

pub fn inet_pton(family: i32, text: Ref<Str>) -> PyResult {
    let text = text.as_ref().to_text();
    let packed = match family {
        libc::AF_INET => text.parse::<Ipv4Addr>().ok().map(|a| a.octets().to_vec()),
        libc::AF_INET6 => text.parse::<Ipv6Addr>().ok().map(|a| a.octets().to_vec()),
        _ => return Err(super::errors::from_errno(libc::EAFNOSUPPORT)),
    };
    match packed {
        Some(p) => Ok(bytes::new(&p).into()),
        None => Err(ERROR.raise("illegal IP address string passed to inet_pton")),
    }
}

pub fn inet_ntop(family: i32, packed: Value) -> PyResult {
    let packed = packed_bytes(packed, "inet_ntop", 2)?;
    let packed = packed.bytes();
    let wrong = "invalid length of packed IP address string";
    let text = match family {
        libc::AF_INET => match <[u8; 4]>::try_from(packed) {
            Ok(b) => Ipv4Addr::from(b).to_string(),
            Err(_) => return Err(value_error(wrong)),
        },
        libc::AF_INET6 => match <[u8; 16]>::try_from(packed) {
            Ok(b) => ntop6(&b)?,
            Err(_) => return Err(value_error(wrong)),
        },
        _ => {
            return Err(raise_fmt!(value_error, "unknown address family {family}"));
        }
    };
    Ok(bytes::from_text(&text).into())
}

/// As the system writes it, which differs from Rust in some mixed forms.
fn ntop6(packed: &[u8; 16]) -> PyResult<String> {
    // SAFETY: plain data, for which zeros are valid.
    let mut a: libc::sockaddr_in6 = unsafe { std::mem::zeroed() };
    a.sin6_family = libc::AF_INET6 as libc::sa_family_t;
    a.sin6_addr.s6_addr = *packed;
    resolve::name_info(&Address::of(a), libc::NI_NUMERICHOST)
        .map(|(host, _)| String::from_utf8_lossy(&host).into_owned())
        .map_err(from_gai)
}
