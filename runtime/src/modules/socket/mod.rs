//! The module `_socket` (rows: spec/modules/socket.toml, spec/types/socket.toml).
//!
//! A socket with a timeout is in the system's non-blocking mode, and waits with poll.

pub mod address;
pub mod data;
mod errors;
pub mod resolve;
pub mod sharing;

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use address::Address;
use data::Data;
use sharing::Operation;

pub use errors::from_errno;
use errors::{ERROR, errno, timed_out};

use crate::builtins::{module, str as bytes, tuple};
use crate::call::Args;
use crate::error::{PyResult, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{Module, SocketObject, Str};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::window;

/// For ever.
const NO_TIMEOUT: f64 = -1.0;
static DEFAULT_TIMEOUT: AtomicU64 = AtomicU64::new(NO_TIMEOUT.to_bits());

fn default_timeout() -> f64 {
    f64::from_bits(DEFAULT_TIMEOUT.load(Ordering::Relaxed))
}

pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    errors::init(d)?;
    let ty = crate::types::SOCKET.get().value();
    d.set_str(bytes::intern(b"SocketType"), ty);
    d.set_str(bytes::intern(b"has_ipv6"), Value::bool(true));
    Ok(())
}

/// Does a system call, which fails with -1, without the global lock.
fn call(system: impl FnOnce() -> isize) -> Result<usize, i32> {
    let n = without_gil(system);
    usize::try_from(n).map_err(|_| errno())
}

fn close_fd(fd: i32) -> Result<usize, i32> {
    // SAFETY: the descriptor belongs to the caller.
    call(|| unsafe { libc::close(fd) } as isize)
}

fn set_blocking(fd: i32, blocking: bool) {
    // SAFETY: calls without memory arguments.
    unsafe {
        let old = libc::fcntl(fd, libc::F_GETFL, 0);
        let new = if blocking {
            old & !libc::O_NONBLOCK
        } else {
            old | libc::O_NONBLOCK
        };
        if new != old {
            libc::fcntl(fd, libc::F_SETFL, new);
        }
    }
}

/// Makes a descriptor when there may be none left because dead objects still hold some.
fn descriptor(make: impl Fn() -> isize) -> Result<i32, i32> {
    match call(&make) {
        Err(libc::EMFILE | libc::ENFILE) => {
            crate::finalizers::free_descriptors();
            call(&make)
        }
        r => r,
    }
    .map(|fd| fd as i32)
}

fn create(ty: Ref<Type>, fd: i32, family: i64, kind: i64, proto: i64) -> Ref<SocketObject> {
    let s = if ty == crate::types::SOCKET.get() {
        SocketObject::alloc(i64::from(fd), family, kind, proto, NO_TIMEOUT, 0, 0, false)
    } else {
        SocketObject::alloc_for(
            ty,
            i64::from(fd),
            family,
            kind,
            proto,
            NO_TIMEOUT,
            0,
            0,
            false,
        )
    };
    own(s);
    s
}

/// The socket has a descriptor to close when it dies.
fn own(s: Ref<SocketObject>) {
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(s.addr() as *mut u8) };
}

fn start_timeout(s: Ref<SocketObject>) {
    let timeout = default_timeout();
    s.timeout.set(timeout);
    if timeout >= 0.0 {
        set_blocking(fd_of(s), false);
    }
}

fn new_socket(fd: i32, family: i64, kind: i64, proto: i64) -> Ref<SocketObject> {
    let s = create(crate::types::SOCKET.get(), fd, family, kind, proto);
    start_timeout(s);
    s
}

fn fd_of(s: Ref<SocketObject>) -> i32 {
    s.fd.get() as i32
}

fn of(v: Value) -> PyResult<Ref<SocketObject>> {
    v.cast::<SocketObject>()
        .ok_or_else(|| type_error("expected a socket"))
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    sharing::adapt_library()?;
    Ok(create(ty, -1, 0, 0, 0).into())
}

/// `socket([family[, type[, proto]]])`
pub fn init_socket(v: Value, args: Args<'_>) -> PyResult<()> {
    let s = of(v)?;
    let names = ["family", "type", "proto"];
    let given = parse::by_name(args, 0, "socket", &names, 0)?;
    let number = |i: usize, default: i32| {
        given.reach(i)?;
        given.values[i].map_or(Ok(default), crate::number::i32_from_value)
    };
    let (family, kind) = (number(0, libc::AF_INET)?, number(1, libc::SOCK_STREAM)?);
    let proto = number(2, 0)?;
    given.reach(3)?;
    // SAFETY: a call without memory arguments.
    let fd =
        descriptor(|| unsafe { libc::socket(family, kind, proto) } as isize).map_err(from_errno)?;
    finalize(s);
    s.fd.set(i64::from(fd));
    s.family.set(i64::from(family));
    s.kind.set(i64::from(kind));
    s.proto.set(i64::from(proto));
    start_timeout(s);
    Ok(())
}

/// Called by the collector for a dead socket.
pub fn finalize(s: Ref<SocketObject>) {
    let fd = s.fd.replace(-1);
    if fd >= 0 {
        // SAFETY: the descriptor belongs to the object.
        unsafe { libc::close(fd as i32) };
        crate::blocking::note_closed();
    }
}

/// `dup()`: another descriptor of the same socket.
pub fn dup(s: Ref<SocketObject>) -> PyResult {
    let fd = duplicate(s)?;
    Ok(new_socket(fd, s.family.get(), s.kind.get(), s.proto.get()).into())
}

fn duplicate(s: Ref<SocketObject>) -> PyResult<i32> {
    let fd = fd_of(s);
    // SAFETY: a call without memory arguments.
    descriptor(|| unsafe { libc::dup(fd) } as isize).map_err(from_errno)
}

/// `makefile([mode[, bufsize]])`: a file over a descriptor of its own.
pub fn makefile(s: Ref<SocketObject>, mode: Option<Value>, buffering: i32) -> PyResult {
    let mode = super::posix::descriptors::mode_text(mode, "makefile", 1)?;
    crate::builtins::file::Mode::parse(&mode)?;
    let fd = duplicate(s)?;
    let name = bytes::new(b"<socket>").into();
    crate::builtins::file::over_descriptor(fd, name, &mode, i64::from(buffering), None)
        .map(Into::into)
}

pub fn repr(v: Value) -> PyResult {
    let s = of(v)?;
    let text = format!(
        "<socket object, fd={}, family={}, type={}, protocol={}>",
        s.fd.get(),
        s.family.get(),
        s.kind.get(),
        s.proto.get()
    );
    Ok(bytes::from_text(&text).into())
}

/// When an operation that begins now has to end.
#[derive(Clone, Copy)]
struct Deadline(Option<Instant>);

impl Deadline {
    fn of(s: Ref<SocketObject>) -> Deadline {
        let timeout = s.timeout.get();
        Deadline(if timeout > 0.0 {
            Duration::try_from_secs_f64(timeout)
                .ok()
                .and_then(|d| Instant::now().checked_add(d))
        } else {
            None
        })
    }
}

/// `socket.error`, once the module is there.
pub fn error_class() -> PyResult {
    ERROR.class()
}

/// What became of waiting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    Ready,
    TimedOut,
    /// The socket never waits.
    NotAwaited,
}

/// Waits until the socket can be read or written, as long as it has time.
pub fn wait_for(s: Ref<SocketObject>, writing: bool) -> PyResult<Readiness> {
    if s.timeout.get() == 0.0 {
        return Ok(Readiness::NotAwaited);
    }
    match poll(fd_of(s), writing, Deadline::of(s)) {
        Ok(true) => Ok(Readiness::Ready),
        Ok(false) => Ok(Readiness::TimedOut),
        // Whoever asked tries, and asks again.
        Err(libc::EINTR) => {
            crate::modules::signal::check_signals()?;
            Ok(Readiness::Ready)
        }
        Err(e) => Err(from_errno(e)),
    }
}

/// Waits until the socket can be read or written, if it has a timeout; the error's number when a signal or something
/// else ends the wait.
fn wait(s: Ref<SocketObject>, writing: bool, deadline: Deadline) -> PyResult<Result<(), i32>> {
    let fd = fd_of(s);
    if s.timeout.get() <= 0.0 || fd < 0 {
        return Ok(Ok(()));
    }
    match poll(fd, writing, deadline) {
        Ok(true) => Ok(Ok(())),
        Ok(false) => Err(timed_out()),
        Err(e) => Ok(Err(e)),
    }
}

/// Waits until a descriptor can be read or written; false when that takes too long.
fn poll(fd: i32, writing: bool, deadline: Deadline) -> Result<bool, i32> {
    let mut poll = libc::pollfd {
        fd,
        events: if writing { libc::POLLOUT } else { libc::POLLIN },
        revents: 0,
    };
    let left = match deadline.0 {
        // Rounded up, so as not to poll again and again at the end.
        Some(at) => at
            .saturating_duration_since(Instant::now())
            .as_micros()
            .div_ceil(1000)
            .min(i32::MAX as u128) as i32,
        None => -1,
    };
    // SAFETY: one local structure.
    call(|| unsafe { libc::poll(&mut poll, 1, left) } as isize).map(|n| n > 0)
}

/// Waits, and does a system call; again when there was nothing after all.
fn transfer(
    s: Ref<SocketObject>,
    writing: bool,
    deadline: Deadline,
    mut system: impl FnMut(i32) -> isize,
) -> PyResult<usize> {
    let fd = fd_of(s);
    crate::interrupt::before_waiting()?;
    let _operation = Operation::begin(s);
    if !writing && s.timeout.get() < 0.0 && fd >= 0 {
        crate::blocking::before_reading(fd).map_err(from_errno)?;
    }
    loop {
        wait(s, writing, deadline)?.map_err(from_errno)?;
        match call(|| system(fd)) {
            Err(libc::EAGAIN) if s.timeout.get() > 0.0 => {}
            r => return r.map_err(from_errno),
        }
    }
}

pub fn accept(s: Ref<SocketObject>) -> PyResult {
    let mut from = Address::room();
    let mut accept = |fd: i32| {
        from = Address::room();
        // SAFETY: room for an address, and its length.
        unsafe { libc::accept(fd, from.pointer_mut(), &mut from.len) as isize }
    };
    let deadline = Deadline::of(s);
    let fd = match transfer(s, false, deadline, &mut accept) {
        Err(e) => {
            if !matches!(errno_of_pending(), Some(libc::EMFILE | libc::ENFILE)) {
                return Err(e);
            }
            crate::thread::current().take_pending();
            crate::finalizers::free_descriptors();
            transfer(s, false, deadline, &mut accept)?
        }
        Ok(fd) => fd,
    };
    let new = new_socket(fd as i32, s.family.get(), s.kind.get(), s.proto.get());
    if s.timeout.get() >= 0.0 && default_timeout() < 0.0 {
        set_blocking(fd as i32, true);
    }
    Ok(tuple::from_slice(&[new.into(), from.to_value()?]).into())
}

/// The first argument of the pending `socket.error`.
fn errno_of_pending() -> Option<i32> {
    let value = crate::thread::current().pending.get().value?;
    let args = value.cast::<crate::layouts::Tuple>()?;
    let first = args.as_ref().items().first()?.as_int()?;
    i32::try_from(first).ok()
}

pub fn bind(s: Ref<SocketObject>, address: Value) -> PyResult<()> {
    let a = Address::parse(s.family.get(), address)?;
    // SAFETY: an address of the length told.
    call(|| unsafe { libc::bind(fd_of(s), a.pointer(), a.len) } as isize)
        .map(|_| ())
        .map_err(from_errno)
}

pub fn close(s: Ref<SocketObject>) -> PyResult<()> {
    let fd = s.fd.replace(-1);
    if fd != -1 {
        // Whether it was one, CPython does not ask either.
        let _ = close_fd(fd as i32);
    }
    Ok(())
}

/// Connects; the number of the error. `Err` is an exception: a timeout, or a signal handler's.
fn connect_to(s: Ref<SocketObject>, a: &Address) -> PyResult<i32> {
    crate::interrupt::before_waiting()?;
    let fd = fd_of(s);
    let _operation = Operation::begin(s);
    // SAFETY: an address of the length told.
    let begin = || unsafe { libc::connect(fd, a.pointer(), a.len) } as isize;
    match call(begin) {
        Ok(_) => Ok(0),
        Err(libc::EINPROGRESS) if s.timeout.get() > 0.0 => {
            if let Err(e) = wait(s, true, Deadline::of(s))? {
                return Ok(e);
            }
            let mut error = 0i32;
            let mut len = size_of::<i32>() as libc::socklen_t;
            // SAFETY: a local int, and its size.
            let got = unsafe {
                libc::getsockopt(
                    fd,
                    libc::SOL_SOCKET,
                    libc::SO_ERROR,
                    (&raw mut error).cast(),
                    &mut len,
                )
            };
            Ok(match (got, error) {
                (0, libc::EISCONN) => 0,
                (0, error) => error,
                _ => errno(),
            })
        }
        Err(e) => Ok(e),
    }
}

pub fn connect(s: Ref<SocketObject>, address: Value) -> PyResult<()> {
    let a = Address::parse(s.family.get(), address)?;
    match connect_to(s, &a)? {
        0 => Ok(()),
        e => Err(from_errno(e)),
    }
}

pub fn connect_ex(s: Ref<SocketObject>, address: Value) -> PyResult {
    let a = Address::parse(s.family.get(), address)?;
    let code = match connect_to(s, &a) {
        Ok(code) => code,
        Err(e) => {
            let timeout = errors::TIMEOUT.class()?.cast::<Type>();
            if !timeout.is_some_and(crate::exception::pending_matches) {
                return Err(e);
            }
            crate::thread::current().take_pending();
            libc::EAGAIN
        }
    };
    if code == libc::EINTR {
        crate::modules::signal::check_signals()?;
    }
    Ok(Value::int(i64::from(code)))
}

pub fn fileno(s: Ref<SocketObject>) -> PyResult {
    Ok(Value::int(s.fd.get()))
}

type GetName = unsafe extern "C" fn(i32, *mut libc::sockaddr, *mut libc::socklen_t) -> libc::c_int;

fn name(s: Ref<SocketObject>, get: GetName) -> PyResult {
    let mut a = Address::room();
    // SAFETY: room for an address, and its length.
    call(|| unsafe { get(fd_of(s), a.pointer_mut(), &mut a.len) } as isize).map_err(from_errno)?;
    a.to_value()
}

pub fn getpeername(s: Ref<SocketObject>) -> PyResult {
    name(s, libc::getpeername)
}

pub fn getsockname(s: Ref<SocketObject>) -> PyResult {
    name(s, libc::getsockname)
}

pub fn getsockopt(s: Ref<SocketObject>, level: i32, option: i32, size: i32) -> PyResult {
    if !(0..=1024).contains(&size) {
        return Err(ERROR.raise("getsockopt buflen out of range"));
    }
    let mut buffer = [0u8; 1024];
    let wanted = if size == 0 { 4 } else { size as usize };
    let mut len = wanted as libc::socklen_t;
    // SAFETY: a buffer of at least the length told.
    let status = unsafe {
        libc::getsockopt(
            fd_of(s),
            level,
            option,
            buffer.as_mut_ptr().cast(),
            &mut len,
        )
    };
    if status < 0 {
        return Err(from_errno(errno()));
    }
    Ok(if size == 0 {
        let [a, b, c, d, ..] = buffer;
        Value::int(i64::from(i32::from_ne_bytes([a, b, c, d])))
    } else {
        bytes::new(&buffer[..(len as usize).min(wanted)]).into()
    })
}

pub fn setsockopt(s: Ref<SocketObject>, level: i32, option: i32, value: Value) -> PyResult<()> {
    let set = |data: &[u8]| {
        // SAFETY: data of the length told.
        let status = unsafe {
            libc::setsockopt(
                fd_of(s),
                level,
                option,
                data.as_ptr().cast(),
                data.len() as libc::socklen_t,
            )
        };
        if status < 0 {
            Err(from_errno(errno()))
        } else {
            Ok(())
        }
    };
    if value.cast::<Str>().is_none() {
        match crate::number::i32_from_value(value) {
            Ok(n) => return set(&n.to_ne_bytes()),
            Err(_) => drop(crate::thread::current().take_pending()),
        }
    }
    match window::read_only(value)? {
        Some(w) => set(w.bytes()),
        None => {
            let wanted = "string or read-only buffer";
            Err(window::not(value, "setsockopt", 3, wanted))
        }
    }
}

/// Numbers of any kind, which are truncated.
fn c_int(v: Value) -> PyResult<i32> {
    let i = crate::number::int_from_number(v)?;
    i32::try_from(i)
        .map_err(|_| crate::error::overflow_error("Python int too large to convert to C int"))
}

pub fn listen(s: Ref<SocketObject>, backlog: Value) -> PyResult<()> {
    let backlog = c_int(backlog)?;
    // SAFETY: a call without memory arguments.
    call(|| unsafe { libc::listen(fd_of(s), backlog.max(0)) } as isize)
        .map(|_| ())
        .map_err(from_errno)
}

/// Receives at most `size` bytes, and the sender's address if `from` is given.
fn receive(
    s: Ref<SocketObject>,
    size: usize,
    flags: i32,
    mut from: Option<&mut Address>,
) -> PyResult<Vec<u8>> {
    let mut buffer: Vec<u8> = Vec::new();
    if buffer.try_reserve_exact(size).is_err() {
        return Err(crate::error::no_memory());
    }
    let n = transfer(s, false, Deadline::of(s), |fd| {
        let at = buffer.as_mut_ptr().cast();
        // SAFETY: room for as many bytes as are told; room for an address and its length, or null.
        unsafe {
            match &mut from {
                None => libc::recv(fd, at, size, flags),
                Some(a) => libc::recvfrom(fd, at, size, flags, a.pointer_mut(), &mut a.len),
            }
        }
    })?;
    // SAFETY: the call has filled so many; with MSG_TRUNC it may answer more than there is room for.
    unsafe { buffer.set_len(n.min(size)) };
    Ok(buffer)
}

fn buffer_size(size: i32, function: &str) -> PyResult<usize> {
    usize::try_from(size).map_err(|_| raise_fmt!(value_error, "negative buffersize in {function}"))
}

pub fn recv(s: Ref<SocketObject>, size: i32, flags: i32) -> PyResult {
    let data = receive(s, buffer_size(size, "recv")?, flags, None)?;
    Ok(bytes::new(&data).into())
}

pub fn recvfrom(s: Ref<SocketObject>, size: i32, flags: i32) -> PyResult {
    let mut from = Address::room();
    let data = receive(s, buffer_size(size, "recvfrom")?, flags, Some(&mut from))?;
    Ok(tuple::from_slice(&[bytes::new(&data).into(), from.to_value()?]).into())
}

pub fn recv_into(s: Ref<SocketObject>, buffer: Value, nbytes: i64, flags: i32) -> PyResult {
    let n = data::receive_into(buffer, nbytes, 0, "recv_into", |size| {
        receive(s, size, flags, None)
    })?;
    Ok(Value::int(n as i64))
}

pub fn recvfrom_into(s: Ref<SocketObject>, buffer: Value, nbytes: i64, flags: i32) -> PyResult {
    let mut from = Address::room();
    let n = data::receive_into(buffer, nbytes, 0, "recvfrom_into", |size| {
        receive(s, size, flags, Some(&mut from))
    })?;
    Ok(tuple::from_slice(&[Value::int(n as i64), from.to_value()?]).into())
}

fn send_bytes(
    s: Ref<SocketObject>,
    data: &[u8],
    flags: i32,
    to: Option<&Address>,
    deadline: Deadline,
) -> PyResult<usize> {
    transfer(s, true, deadline, |fd| {
        let at = data.as_ptr().cast();
        // SAFETY: data of the length told; an address of the length told.
        unsafe {
            match to {
                None => libc::send(fd, at, data.len(), flags),
                Some(a) => libc::sendto(fd, at, data.len(), flags, a.pointer(), a.len),
            }
        }
    })
}

pub fn send(s: Ref<SocketObject>, data: Value, flags: i32) -> PyResult {
    let data = Data::argument(data, "send")?;
    let n = send_bytes(s, data.bytes(), flags, None, Deadline::of(s))?;
    Ok(Value::int(n as i64))
}

pub fn sendall(s: Ref<SocketObject>, data: Value, flags: i32) -> PyResult<()> {
    let data = Data::argument(data, "sendall")?;
    let mut left = data.bytes();
    let _operation = Operation::begin(s);
    let deadline = Deadline::of(s);
    loop {
        let fd = fd_of(s);
        let sent = match wait(s, true, deadline)? {
            // SAFETY: data of the length told.
            Ok(()) => call(|| unsafe { libc::send(fd, left.as_ptr().cast(), left.len(), flags) }),
            Err(e) => Err(e),
        };
        match sent {
            Ok(n) => left = &left[n..],
            Err(libc::EAGAIN) if s.timeout.get() > 0.0 => {}
            Err(libc::EINTR) => {}
            Err(e) => return Err(from_errno(e)),
        }
        crate::modules::signal::check_signals()?;
        if left.is_empty() {
            return Ok(());
        }
    }
}

/// `sendto(data[, flags], address)`
pub fn sendto(s: Ref<SocketObject>, args: &[Value]) -> PyResult {
    let (data, flags, address) = match *args {
        [data, address] => (data, None, address),
        [data, flags, address] => (data, Some(flags), address),
        _ => {
            return Err(raise_fmt!(
                type_error,
                "sendto() takes 2 or 3 arguments ({} given)",
                args.len()
            ));
        }
    };
    let data = Data::argument(data, "sendto")?;
    let flags = match flags {
        Some(f) => crate::number::i32_from_value(f)?,
        None => 0,
    };
    let to = Address::parse(s.family.get(), address)?;
    let n = send_bytes(s, data.bytes(), flags, Some(&to), Deadline::of(s))?;
    Ok(Value::int(n as i64))
}

pub fn setblocking(s: Ref<SocketObject>, flag: Value) -> PyResult<()> {
    // A float is as good as an int.
    let on = match flag.as_float() {
        Some(x) => x.trunc() != 0.0,
        None => crate::convert::int(flag)? != 0,
    };
    s.timeout.set(if on { NO_TIMEOUT } else { 0.0 });
    set_blocking(fd_of(s), on);
    Ok(())
}

fn parse_timeout(v: Value) -> PyResult<f64> {
    if v.is_none() {
        return Ok(NO_TIMEOUT);
    }
    let seconds = crate::number::to_f64(v)?;
    if seconds < 0.0 {
        return Err(value_error("Timeout value out of range"));
    }
    Ok(seconds)
}

fn timeout_value(timeout: f64) -> Value {
    if timeout < 0.0 {
        Value::none()
    } else {
        Value::float(timeout)
    }
}

pub fn settimeout(s: Ref<SocketObject>, timeout: Value) -> PyResult<()> {
    let timeout = parse_timeout(timeout)?;
    s.timeout.set(timeout);
    set_blocking(fd_of(s), timeout < 0.0);
    Ok(())
}

pub fn gettimeout(s: Ref<SocketObject>) -> PyResult {
    Ok(timeout_value(s.timeout.get()))
}

pub fn shutdown(s: Ref<SocketObject>, how: Value) -> PyResult<()> {
    let how = c_int(how)?;
    // SAFETY: a call without memory arguments.
    call(|| unsafe { libc::shutdown(fd_of(s), how) } as isize)
        .map(|_| ())
        .map_err(from_errno)
}

pub fn get_family(v: Value) -> PyResult {
    Ok(Value::int(of(v)?.family.get()))
}
pub fn get_type(v: Value) -> PyResult {
    Ok(Value::int(of(v)?.kind.get()))
}
pub fn get_proto(v: Value) -> PyResult {
    Ok(Value::int(of(v)?.proto.get()))
}
pub fn get_timeout(v: Value) -> PyResult {
    Ok(Value::float(of(v)?.timeout.get()))
}

pub fn getdefaulttimeout() -> PyResult {
    Ok(timeout_value(default_timeout()))
}

pub fn setdefaulttimeout(timeout: Value) -> PyResult<()> {
    DEFAULT_TIMEOUT.store(parse_timeout(timeout)?.to_bits(), Ordering::Relaxed);
    Ok(())
}

pub fn fromfd(fd: i32, family: i32, kind: i32, proto: i32) -> PyResult {
    sharing::adapt_library()?;
    // SAFETY: a call without memory arguments.
    let fd = descriptor(|| unsafe { libc::dup(fd) } as isize).map_err(from_errno)?;
    Ok(new_socket(fd, i64::from(family), i64::from(kind), i64::from(proto)).into())
}

pub fn socketpair(family: i32, kind: i32, proto: i32) -> PyResult {
    sharing::adapt_library()?;
    let fds = Cell::new([0i32; 2]);
    // SAFETY: room for two descriptors.
    descriptor(|| unsafe { libc::socketpair(family, kind, proto, fds.as_ptr().cast()) as isize })
        .map_err(from_errno)?;
    let made = fds
        .get()
        .map(|fd| new_socket(fd, i64::from(family), i64::from(kind), i64::from(proto)).into());
    Ok(tuple::from_slice(&made).into())
}
