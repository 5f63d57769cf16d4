//! Names of hosts, services and protocols.

use std::ffi::{CStr, CString};

use super::address::{Address, idna};
use super::errors::{ERROR, errno, from_errno, from_gai, from_h_errno};
use crate::builtins::{list, str as bytes, tuple};
use crate::error::{PyResult, Raised, overflow_error, type_error};
use crate::gil::without_gil;
use crate::layouts::{Long, Str, Tuple};
use crate::object::Ref;
use crate::value::Value;

/// One result of getaddrinfo.
struct Found {
    family: i32,
    socktype: i32,
    protocol: i32,
    canonical: Vec<u8>,
    address: Address,
}

fn c_string(text: &[u8]) -> CString {
    // Callers have looked for zero bytes where they matter; a name ends at one otherwise.
    let end = memchr::memchr(0, text).unwrap_or(text.len());
    CString::new(&text[..end]).unwrap_or_default()
}

/// getaddrinfo, without the global lock; the code of its error.
fn look_up(
    host: Option<&[u8]>,
    port: Option<&[u8]>,
    [family, socktype, protocol, flags]: [i32; 4],
) -> Result<Vec<Found>, i32> {
    // SAFETY: plain data, for which zeros are valid.
    let mut hints: libc::addrinfo = unsafe { std::mem::zeroed() };
    hints.ai_family = family;
    hints.ai_socktype = socktype;
    hints.ai_protocol = protocol;
    hints.ai_flags = flags;
    let (host, port) = (host.map(c_string), port.map(c_string));
    without_gil(|| {
        let pointer = |s: &Option<CString>| s.as_ref().map_or(std::ptr::null(), |s| s.as_ptr());
        let mut first: *mut libc::addrinfo = std::ptr::null_mut();
        // SAFETY: C strings or null, a local structure, and a place for the result.
        let code = unsafe { libc::getaddrinfo(pointer(&host), pointer(&port), &hints, &mut first) };
        if code != 0 {
            return Err(code);
        }
        let mut found = Vec::new();
        let mut at = first;
        // SAFETY: the result is a list of valid entries until it is freed below.
        while let Some(entry) = unsafe { at.as_ref() } {
            let mut address = Address::room();
            address.len = entry.ai_addrlen.min(address.len);
            // SAFETY: the entry has that many bytes of address, and they fit.
            unsafe {
                std::ptr::copy_nonoverlapping(
                    entry.ai_addr.cast::<u8>(),
                    address.pointer_mut().cast::<u8>(),
                    address.len as usize,
                );
            }
            let canonical = if entry.ai_canonname.is_null() {
                Vec::new()
            } else {
                // SAFETY: a C string of the entry.
                unsafe { CStr::from_ptr(entry.ai_canonname) }
                    .to_bytes()
                    .to_vec()
            };
            found.push(Found {
                family: entry.ai_family,
                socktype: entry.ai_socktype,
                protocol: entry.ai_protocol,
                canonical,
                address,
            });
            at = entry.ai_next;
        }
        // SAFETY: getaddrinfo made it, and nothing of it is kept.
        unsafe { libc::freeaddrinfo(first) };
        Ok(found)
    })
}

/// getnameinfo, without the global lock: host and port; the code of its error.
pub fn name_info(address: &Address, flags: i32) -> Result<(Vec<u8>, Vec<u8>), i32> {
    let mut host = [0u8; libc::NI_MAXHOST as usize];
    let mut port = [0u8; 32];
    let code = without_gil(|| {
        // SAFETY: an address of the length told, and two local buffers of the lengths told.
        unsafe {
            libc::getnameinfo(
                address.pointer(),
                address.len,
                host.as_mut_ptr().cast(),
                host.len() as libc::socklen_t,
                port.as_mut_ptr().cast(),
                port.len() as libc::socklen_t,
                flags,
            )
        }
    });
    if code != 0 {
        return Err(code);
    }
    let text = |b: &[u8]| b[..memchr::memchr(0, b).unwrap_or(b.len())].to_vec();
    Ok((text(&host), text(&port)))
}

/// The numeric form of an address's host.
pub fn numeric_host(address: &Address) -> PyResult {
    match name_info(address, libc::NI_NUMERICHOST | libc::NI_NUMERICSERV) {
        Ok((host, _)) => Ok(bytes::new(&host).into()),
        Err(code) => Err(from_gai(code)),
    }
}

/// The first address of a host: a name, a number, "" for any, "<broadcast>".
pub fn first_address(host: &[u8], family: i32) -> PyResult<Address> {
    let hints = |flags| [family, libc::SOCK_DGRAM, 0, flags];
    let found = match host {
        b"" => look_up(None, Some(b"0"), hints(libc::AI_PASSIVE)),
        b"<broadcast>" if family != libc::AF_INET => {
            return Err(ERROR.raise("address family mismatched"));
        }
        b"<broadcast>" => look_up(Some(b"255.255.255.255"), None, hints(libc::AI_NUMERICHOST)),
        name => look_up(Some(name), None, hints(0)),
    };
    let mut found = found.map_err(from_gai)?;
    if host.is_empty() && found.len() > 1 {
        return Err(ERROR.raise("wildcard resolved to multiple address"));
    }
    if found.is_empty() {
        return Err(from_gai(libc::EAI_NONAME));
    }
    Ok(found.swap_remove(0).address)
}

pub fn gethostbyname(host: Ref<Str>) -> PyResult {
    numeric_host(&first_address(host.as_ref().bytes(), libc::AF_INET)?)
}

unsafe extern "C" {
    fn gethostbyname_r(
        name: *const libc::c_char,
        result: *mut libc::hostent,
        buffer: *mut libc::c_char,
        size: usize,
        found: *mut *mut libc::hostent,
        h_errno: *mut i32,
    ) -> i32;
    fn gethostbyaddr_r(
        address: *const libc::c_void,
        len: libc::socklen_t,
        family: i32,
        result: *mut libc::hostent,
        buffer: *mut libc::c_char,
        size: usize,
        found: *mut *mut libc::hostent,
        h_errno: *mut i32,
    ) -> i32;
}

const HOST_BUFFER: usize = 16384;

/// A host's name, other names, and addresses.
type Host = (Vec<u8>, Vec<Vec<u8>>, Vec<Vec<u8>>);

/// Calls one of the two functions above, and copies what it finds.
fn host_entry(
    call: impl FnOnce(*mut libc::hostent, *mut u8, *mut *mut libc::hostent, *mut i32) -> i32,
) -> Result<Host, i32> {
    // SAFETY: plain data, for which zeros are valid.
    let mut entry: libc::hostent = unsafe { std::mem::zeroed() };
    let mut buffer = vec![0u8; HOST_BUFFER];
    let mut found = std::ptr::null_mut();
    let mut error = 0;
    call(&mut entry, buffer.as_mut_ptr(), &mut found, &mut error);
    // SAFETY: null, or the structure above, whose pointers lead into the buffer.
    let Some(h) = (unsafe { found.as_ref() }) else {
        return Err(error);
    };
    // SAFETY: C strings, and arrays that end with a null pointer, of addresses of the length told.
    unsafe {
        let list = |mut at: *mut *mut libc::c_char, get: &dyn Fn(*mut libc::c_char) -> Vec<u8>| {
            let mut out = Vec::new();
            while !at.is_null() && !(*at).is_null() {
                out.push(get(*at));
                at = at.add(1);
            }
            out
        };
        let text = |p: *mut libc::c_char| CStr::from_ptr(p).to_bytes().to_vec();
        let len = h.h_length as usize;
        let raw = |p: *mut libc::c_char| std::slice::from_raw_parts(p.cast::<u8>(), len).to_vec();
        Ok((
            text(h.h_name),
            list(h.h_aliases, &text),
            list(h.h_addr_list, &raw),
        ))
    }
}

fn host_value((name, aliases, addresses): Host) -> PyResult {
    let (names, numbers) = (list::new(), list::new());
    for a in aliases {
        names.push(bytes::new(&a).into());
    }
    for a in addresses {
        let text = match (<[u8; 4]>::try_from(&a[..]), <[u8; 16]>::try_from(&a[..])) {
            (Ok(four), _) => std::net::Ipv4Addr::from(four).to_string(),
            (_, Ok(six)) => std::net::Ipv6Addr::from(six).to_string(),
            _ => return Err(ERROR.raise("unsupported address family")),
        };
        numbers.push(bytes::from_text(&text).into());
    }
    let parts = [bytes::new(&name).into(), names.into(), numbers.into()];
    Ok(tuple::from_slice(&parts).into())
}

pub fn gethostbyname_ex(host: Ref<Str>) -> PyResult {
    let name = host.as_ref().bytes();
    first_address(name, libc::AF_INET)?;
    let name = c_string(name);
    let entry = without_gil(|| {
        host_entry(|entry, buffer, found, error| {
            // SAFETY: a C string, and places of the sizes told.
            unsafe {
                gethostbyname_r(
                    name.as_ptr(),
                    entry,
                    buffer.cast(),
                    HOST_BUFFER,
                    found,
                    error,
                )
            }
        })
    });
    entry.map_err(from_h_errno).and_then(host_value)
}

pub fn gethostbyaddr(host: Ref<Str>) -> PyResult {
    let address = first_address(host.as_ref().bytes(), libc::AF_UNSPEC)?;
    let family = i32::from(address.storage.ss_family);
    let (at, len) = match family {
        libc::AF_INET => (std::mem::offset_of!(libc::sockaddr_in, sin_addr), 4),
        libc::AF_INET6 => (std::mem::offset_of!(libc::sockaddr_in6, sin6_addr), 16),
        _ => return Err(ERROR.raise("unsupported address family")),
    };
    let entry = without_gil(|| {
        host_entry(|entry, buffer, found, error| {
            // SAFETY: an address of the length told, and places of the sizes told.
            unsafe {
                let raw = address.pointer().cast::<u8>().add(at).cast();
                gethostbyaddr_r(
                    raw,
                    len,
                    family,
                    entry,
                    buffer.cast(),
                    HOST_BUFFER,
                    found,
                    error,
                )
            }
        })
    });
    entry.map_err(from_h_errno).and_then(host_value)
}

pub fn gethostname() -> PyResult {
    let mut name = [0u8; 1024];
    // SAFETY: a buffer of the length told, less the last byte.
    if unsafe { libc::gethostname(name.as_mut_ptr().cast(), name.len() - 1) } != 0 {
        return Err(from_errno(errno()));
    }
    let end = memchr::memchr(0, &name).unwrap_or(name.len());
    Ok(bytes::new(&name[..end]).into())
}

fn protocol_name(protocol: Option<Value>, function: &str) -> PyResult<Option<CString>> {
    match protocol {
        None => Ok(None),
        Some(p) => {
            let s = crate::convert::string(p, function, 2)?;
            Ok(Some(c_string(s.as_ref().bytes())))
        }
    }
}

pub fn getservbyname(name: Ref<Str>, protocol: Option<Value>) -> PyResult {
    let name = c_string(name.as_ref().bytes());
    let protocol = protocol_name(protocol, "getservbyname")?;
    let p = protocol.as_ref().map_or(std::ptr::null(), |p| p.as_ptr());
    // SAFETY: C strings or null; the result is read before the lock is given up.
    match unsafe { libc::getservbyname(name.as_ptr(), p).as_ref() } {
        Some(s) => Ok(Value::int(i64::from(u16::from_be(s.s_port as u16)))),
        None => Err(ERROR.raise("service/proto not found")),
    }
}

pub fn getservbyport(port: i32, protocol: Option<Value>) -> PyResult {
    unsafe extern "C" {
        fn getservbyport(port: i32, protocol: *const libc::c_char) -> *mut libc::servent;
    }
    let Ok(port) = u16::try_from(port) else {
        return Err(overflow_error("getservbyport: port must be 0-65535."));
    };
    let protocol = protocol_name(protocol, "getservbyport")?;
    let p = protocol.as_ref().map_or(std::ptr::null(), |p| p.as_ptr());
    // SAFETY: a C string or null; the result is copied before the lock is given up.
    unsafe {
        match getservbyport(i32::from(port.to_be()), p).as_ref() {
            Some(s) => Ok(bytes::new(CStr::from_ptr(s.s_name).to_bytes()).into()),
            None => Err(ERROR.raise("port/proto not found")),
        }
    }
}

pub fn getprotobyname(name: Ref<Str>) -> PyResult {
    let name = c_string(name.as_ref().bytes());
    // SAFETY: a C string; the result is read before the lock is given up.
    match unsafe { libc::getprotobyname(name.as_ptr()).as_ref() } {
        Some(p) => Ok(Value::int(i64::from(p.p_proto))),
        None => Err(ERROR.raise("protocol not found")),
    }
}

pub fn getaddrinfo(
    host: Value,
    port: Value,
    family: i32,
    socktype: i32,
    proto: i32,
    flags: i32,
) -> PyResult {
    let host = if host.is_none() {
        None
    } else if crate::builtins::unicode::is_unicode(host) {
        Some(idna(host)?.as_ref().bytes().to_vec())
    } else if let Some(s) = host.cast::<Str>() {
        Some(s.as_ref().bytes().to_vec())
    } else {
        return Err(type_error(
            "getaddrinfo() argument 1 must be string or None",
        ));
    };
    let port = if port.is_none() {
        None
    } else if let Some(n) = port.as_int() {
        Some(n.to_string().into_bytes())
    } else if port.cast::<Long>().is_some() {
        Some(
            crate::number::int_from_value(port)?
                .to_string()
                .into_bytes(),
        )
    } else if let Some(s) = port.cast::<Str>() {
        Some(s.as_ref().bytes().to_vec())
    } else {
        return Err(ERROR.raise("getaddrinfo() argument 2 must be integer or string"));
    };
    let found = look_up(
        host.as_deref(),
        port.as_deref(),
        [family, socktype, proto, flags],
    )
    .map_err(from_gai)?;
    let out = list::new();
    for f in found {
        let parts = [
            Value::int(i64::from(f.family)),
            Value::int(i64::from(f.socktype)),
            Value::int(i64::from(f.protocol)),
            bytes::new(&f.canonical).into(),
            f.address.to_value()?,
        ];
        out.push(tuple::from_slice(&parts).into());
    }
    Ok(out.into())
}

pub fn getnameinfo(address: Value, flags: i32) -> PyResult {
    let Some(t) = address.cast::<Tuple>() else {
        return Err(type_error("getnameinfo() argument 1 must be a tuple"));
    };
    let items = t.as_ref().items();
    if !(2..=4).contains(&items.len()) {
        return Err(wrong_count(items.len()));
    }
    let Some(host) = items[0].cast::<Str>() else {
        return Err(raise_fmt!(
            type_error,
            "must be string, not {}",
            crate::attr::type_name(items[0])
        ));
    };
    let port = crate::number::i32_from_value(items[1])?;
    let flow = match items.get(2) {
        Some(v) => crate::number::int_from_value(*v)?,
        None => 0,
    };
    if !(0..=0xfffff).contains(&flow) {
        return Err(overflow_error(
            "getsockaddrarg: flowinfo must be 0-1048575.",
        ));
    }
    let host = host.as_ref().bytes().to_vec();
    let port = port.to_string().into_bytes();
    let hints = [libc::AF_UNSPEC, libc::SOCK_DGRAM, 0, 0];
    let found = look_up(Some(&host), Some(&port), hints).map_err(from_gai)?;
    let [only] = &found[..] else {
        return Err(ERROR.raise("sockaddr resolved to multiple addresses"));
    };
    if only.family == libc::AF_INET && items.len() != 2 {
        return Err(ERROR.raise("IPv4 sockaddr must be 2 tuple"));
    }
    let (host, port) = name_info(&only.address, flags).map_err(from_gai)?;
    Ok(tuple::from_slice(&[bytes::new(&host).into(), bytes::new(&port).into()]).into())
}

fn wrong_count(given: usize) -> Raised {
    let (how, n) = if given < 2 { ("least", 2) } else { ("most", 4) };
    raise_fmt!(
        type_error,
        "function takes at {how} {n} arguments ({given} given)"
    )
}
