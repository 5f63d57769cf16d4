//! The type `_ssl._SSLSocket`.

use std::ffi::{CStr, CString};
use std::rc::Rc;

use openssl::ssl::{Error, ErrorCode, ShutdownResult, ShutdownState, Ssl, SslStream};
use openssl_sys as ffi;

use super::certificate;
use super::connection::{Connection, Transport};
use super::context;
use super::errors::{self, Place, number};
use crate::builtins::{long, str as bytes, tuple, unicode};
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::{SocketObject, SslContextObject, SslSocketObject, Str};
use crate::modules::socket::sharing::Operation;
use crate::modules::socket::{self, Readiness};
use crate::object::Ref;
use crate::types;
use crate::value::Value;
use crate::window;

fn of(v: Value) -> PyResult<Ref<SslSocketObject>> {
    v.cast::<SslSocketObject>()
        .ok_or_else(|| type_error("expected an SSL socket"))
}

pub fn finalize(s: Ref<SslSocketObject>) {
    drop(s.connection.take());
}

fn connection(s: Ref<SslSocketObject>) -> PyResult<Rc<Connection>> {
    match s.connection.borrow().as_ref() {
        Some(c) => Ok(c.clone()),
        None => Err(value_error("the connection is gone")),
    }
}

/// The name that a client asks for, as bytes: text by the rules for domain names.
fn server_name(v: Value) -> PyResult<CString> {
    let name = match v.cast::<Str>() {
        Some(s) => s,
        None if unicode::is_unicode(v) => {
            let encode = crate::attr::get(v, bytes::intern(b"encode"))?;
            let encoded = crate::call::call_values(encode, &[bytes::intern(b"idna").into()])?;
            encoded
                .cast::<Str>()
                .ok_or_else(|| type_error("encoder did not return a string"))?
        }
        None => {
            return Err(raise_fmt!(
                type_error,
                "coercing to Unicode: need string or buffer, {} found",
                crate::attr::type_name(v)
            ));
        }
    };
    CString::new(name.as_ref().bytes()).map_err(|_| {
        type_error("_wrap_socket() argument 3 must be encoded string without null bytes, not str")
    })
}

/// `_SSLContext._wrap_socket(sock, server_side[, server_hostname[, ssl_sock]])`
pub fn wrap(
    c: Ref<SslContextObject>,
    sock: Value,
    server_side: i32,
    server_hostname: Option<Value>,
    owner: Option<Value>,
) -> PyResult {
    let Some(socket) = sock.cast::<SocketObject>() else {
        return Err(raise_fmt!(
            type_error,
            "_wrap_socket() argument 1 must be _socket.socket, not {}",
            crate::attr::type_name(sock)
        ));
    };
    let name = match server_hostname.filter(|v| !v.is_none()) {
        Some(v) => Some(server_name(v)?),
        None => None,
    };
    let owner = match owner.filter(|v| !v.is_none()) {
        Some(v) => {
            let ty = types::WEAKREF.get().value();
            Some(crate::call::call_values(ty, &[v])?)
        }
        None => None,
    };
    let made = context::with(c, |context| {
        let mut ssl = Ssl::new(context)?;
        if server_side != 0 {
            ssl.set_accept_state();
        } else {
            ssl.set_connect_state();
        }
        Connection::new(ssl)
    })?;
    let connection = made.map_err(|e| errors::from_stack(&e, Place::Context))?;
    if let Some(name) = name {
        // SAFETY: the connection's object, and a string that is copied.
        unsafe { ffi::SSL_set_tlsext_host_name(connection.raw(), name.as_ptr().cast_mut()) };
        errors::clear();
    }
    let s = SslSocketObject::alloc(
        std::cell::RefCell::new(Some(Rc::new(connection))),
        socket,
        c,
        owner,
        server_side != 0,
        false,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(s.addr() as *mut u8) };
    Ok(s.into())
}

/// What is done again and again until it can be finished.
struct Doing {
    place: Place,
    /// What to say when it takes too long.
    read_timeout: &'static str,
    write_timeout: &'static str,
    closed: &'static str,
}

const CLOSED: &str = "Underlying socket has been closed.";
const READ_TIMEOUT: &str = "The read operation timed out";
const WRITE_TIMEOUT: &str = "The write operation timed out";

/// Repeats an operation until it is done, or cannot be without waiting longer than the socket does.
fn run<R>(
    s: Ref<SslSocketObject>,
    doing: &Doing,
    mut step: impl FnMut(&mut SslStream<Transport>) -> Result<R, Error>,
) -> PyResult<R> {
    let c = connection(s)?;
    let sock = s.socket.get();
    let _operation = Operation::begin(sock);
    loop {
        let fd = sock.fd.get() as i32;
        if fd < 0 {
            return Err(errors::plain(doing.closed));
        }
        let outcome = context::during(s, || c.step(fd, &mut step));
        let Some(outcome) = outcome else {
            return Err(value_error("the connection is in use"));
        };
        crate::modules::signal::check_signals()?;
        let error = match outcome {
            Ok(r) => return Ok(r),
            Err(e) => e,
        };
        let writing = match error.code() {
            ErrorCode::WANT_READ => false,
            ErrorCode::WANT_WRITE => true,
            _ => return Err(failure(&error, doing.place)),
        };
        match socket::wait_for(sock, writing)? {
            Readiness::Ready => {}
            Readiness::TimedOut if writing => return Err(errors::plain(doing.write_timeout)),
            Readiness::TimedOut => return Err(errors::plain(doing.read_timeout)),
            Readiness::NotAwaited => return Err(failure(&error, doing.place)),
        }
    }
}

/// The exception for an operation that failed.
#[cold]
fn failure(e: &Error, place: Place) -> Raised {
    let last = e.ssl_error().and_then(|s| s.errors().last());
    let (class, number, message) = match e.code() {
        ErrorCode::ZERO_RETURN => (
            &errors::ZERO_RETURN,
            number::ZERO_RETURN,
            Some("TLS/SSL connection has been closed (EOF)"),
        ),
        ErrorCode::WANT_READ => (
            &errors::WANT_READ,
            number::WANT_READ,
            Some("The operation did not complete (read)"),
        ),
        ErrorCode::WANT_WRITE => (
            &errors::WANT_WRITE,
            number::WANT_WRITE,
            Some("The operation did not complete (write)"),
        ),
        ErrorCode::SYSCALL => match (last, e.io_error().and_then(|e| e.raw_os_error())) {
            (None, Some(n)) => {
                errors::clear();
                return socket::from_errno(n);
            }
            (None, None) => (
                &errors::EOF,
                number::EOF,
                Some("EOF occurred in violation of protocol"),
            ),
            _ => (&errors::ERROR, number::SYSCALL, None),
        },
        ErrorCode::SSL if last.is_none() => (
            &errors::ERROR,
            number::SSL,
            Some("A failure in the SSL library occurred"),
        ),
        ErrorCode::SSL => (&errors::ERROR, number::SSL, None),
        code if code.as_raw() == ffi::SSL_ERROR_WANT_X509_LOOKUP => (
            &errors::ERROR,
            number::WANT_LOOKUP,
            Some("The operation did not complete (X509 lookup)"),
        ),
        code if code.as_raw() == ffi::SSL_ERROR_WANT_CONNECT => (
            &errors::ERROR,
            number::WANT_CONNECT,
            Some("The operation did not complete (connect)"),
        ),
        _ => (&errors::ERROR, number::INVALID, Some("Invalid error code")),
    };
    errors::raise(class, number, message, last, place)
}

pub fn do_handshake(s: Ref<SslSocketObject>) -> PyResult<()> {
    let timeout = "_ssl.c:711: The handshake operation timed out";
    let doing = Doing {
        place: Place::Handshake,
        read_timeout: timeout,
        write_timeout: timeout,
        closed: CLOSED,
    };
    run(s, &doing, |stream| stream.do_handshake())?;
    s.greeted.set(true);
    Ok(())
}

pub fn write(s: Ref<SslSocketObject>, data: Value) -> PyResult {
    let data = socket::data::Data::argument(data, "write")?;
    let data = data.bytes();
    if data.is_empty() {
        // The library has no answer to that; neither has CPython.
        let message = Some("EOF occurred in violation of protocol");
        return Err(errors::raise(
            &errors::EOF,
            number::EOF,
            message,
            None,
            Place::Write,
        ));
    }
    let doing = Doing {
        place: Place::Write,
        read_timeout: WRITE_TIMEOUT,
        write_timeout: WRITE_TIMEOUT,
        closed: CLOSED,
    };
    let n = run(s, &doing, |stream| stream.ssl_write(data))?;
    Ok(Value::int(n as i64))
}

/// Reads into a buffer; 0 at the end, if the other side told it.
fn receive(s: Ref<SslSocketObject>, buffer: &mut [u8]) -> PyResult<usize> {
    let doing = Doing {
        place: Place::Read,
        read_timeout: READ_TIMEOUT,
        write_timeout: READ_TIMEOUT,
        closed: CLOSED,
    };
    run(s, &doing, |stream| match stream.ssl_read(buffer) {
        Err(e)
            if e.code() == ErrorCode::ZERO_RETURN
                && stream.get_shutdown() == ShutdownState::RECEIVED =>
        {
            Ok(0)
        }
        r => r,
    })
}

/// The library never reads more at once.
const RECORD: usize = 1 << 14;

/// `read(size[, buffer])`
pub fn read(s: Ref<SslSocketObject>, size: i32, buffer: Option<Value>) -> PyResult {
    let Some(target) = buffer else {
        let size = usize::try_from(size).map_err(|_| value_error("size should not be negative"))?;
        let mut room = vec![0; size.min(RECORD)];
        let n = if size == 0 { 0 } else { receive(s, &mut room)? };
        return Ok(bytes::try_new(&room[..n])?.into());
    };
    let len = window::writable_argument(target, "read", 2)?.len();
    let size = match usize::try_from(size) {
        Ok(n) if n > 0 && n <= len => n,
        _ => len,
    };
    let mut room = vec![0; size.min(RECORD)];
    let n = if size == 0 { 0 } else { receive(s, &mut room)? };
    // Other threads may have changed the object meanwhile.
    if !window::writable_argument(target, "read", 2)?.write(0, &room[..n]) {
        return Err(value_error("buffer too small for requested bytes"));
    }
    Ok(long::from_i128(n as i128))
}

/// `shutdown()`: tells the other side, and waits until it has told so, too.
pub fn shutdown(s: Ref<SslSocketObject>) -> PyResult {
    let doing = Doing {
        place: Place::Shutdown,
        read_timeout: READ_TIMEOUT,
        write_timeout: WRITE_TIMEOUT,
        closed: CLOSED,
    };
    let mut sent = false;
    run(s, &doing, |stream| {
        loop {
            match stream.shutdown()? {
                ShutdownResult::Received => return Ok(()),
                ShutdownResult::Sent if sent => return Ok(()),
                ShutdownResult::Sent => sent = true,
            }
        }
    })?;
    Ok(s.socket.get().into())
}

pub fn pending(s: Ref<SslSocketObject>) -> PyResult<i64> {
    Ok(connection(s)?.ssl().pending() as i64)
}

/// `peer_certificate([binary_mode])`
pub fn peer_certificate(s: Ref<SslSocketObject>, binary: Option<Value>) -> PyResult {
    let binary = match binary {
        Some(v) => crate::protocol::truth(v)?,
        None => false,
    };
    if !s.greeted.get() {
        return Err(value_error("handshake not done yet"));
    }
    let Some(found) = connection(s)?.ssl().peer_certificate() else {
        return Ok(Value::none());
    };
    if binary {
        return certificate::encoded(&found);
    }
    if context::verifies(s.context.get())? {
        certificate::decode(&found)
    } else {
        Ok(crate::builtins::dict::new().into())
    }
}

/// `(name, protocol, bits)`
pub fn cipher(s: Ref<SslSocketObject>) -> PyResult {
    let c = connection(s)?;
    let Some(cipher) = c.ssl().current_cipher() else {
        return Ok(Value::none());
    };
    let parts = [
        bytes::new(cipher.name().as_bytes()).into(),
        bytes::new(cipher.version().as_bytes()).into(),
        Value::int(cipher.bits().secret.into()),
    ];
    Ok(tuple::from_slice(&parts).into())
}

pub fn selected_alpn_protocol(s: Ref<SslSocketObject>) -> PyResult {
    Ok(match connection(s)?.ssl().selected_alpn_protocol() {
        Some(name) => bytes::new(name).into(),
        None => Value::none(),
    })
}

pub fn compression(s: Ref<SslSocketObject>) -> PyResult {
    let c = connection(s)?;
    // SAFETY: the connection's object; what it answers is a static table of the library, or null, and
    // names are static strings, or null.
    let name = unsafe {
        let method = ffi::SSL_get_current_compression(c.raw());
        if method.is_null() {
            return Ok(Value::none());
        }
        let name = ffi::OBJ_nid2sn(ffi::COMP_get_type(method));
        if name.is_null() {
            return Ok(Value::none());
        }
        CStr::from_ptr(name)
    };
    Ok(bytes::new(name.to_bytes()).into())
}

pub fn version(s: Ref<SslSocketObject>) -> PyResult {
    Ok(match connection(s)?.ssl().version_str() {
        "unknown" => Value::none(),
        name => bytes::new(name.as_bytes()).into(),
    })
}

/// `tls_unique_cb()`: the first finishing message of the handshake.
pub fn tls_unique_cb(s: Ref<SslSocketObject>) -> PyResult {
    let c = connection(s)?;
    let mut message = [0; 128];
    // Who resumes a session hears the server first.
    let n = if c.ssl().session_reused() != s.server.get() {
        c.ssl().peer_finished(&mut message)
    } else {
        c.ssl().finished(&mut message)
    };
    Ok(match &message[..n.min(128)] {
        [] => Value::none(),
        m => bytes::new(m).into(),
    })
}

pub fn get_context(v: Value) -> PyResult {
    Ok(of(v)?.context.get().into())
}

pub fn set_context(v: Value, to: Option<Value>) -> PyResult<()> {
    let s = of(v)?;
    let Some(c) = to.and_then(|v| v.cast::<SslContextObject>()) else {
        return Err(type_error("The value must be a SSLContext"));
    };
    let connection = connection(s)?;
    context::with(c, |context| {
        use foreign_types::ForeignTypeRef;
        // SAFETY: both are objects of the library, which keeps the context as long as it needs it.
        unsafe { ffi::SSL_set_SSL_CTX(connection.raw(), context.as_ptr()) };
    })?;
    s.context.set(c);
    Ok(())
}
