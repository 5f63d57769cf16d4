//! Connections between processes: messages of bytes over a descriptor, each after its length in four
//! bytes, highest first. Objects travel pickled.

use super::{errno, io_error};
use crate::builtins::str as bytes;
use crate::call::Args;
use crate::error::{PyResult, overflow_error, raise_bare, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{Connection, Str};
use crate::modules::socket::data::{Data, receive_into};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// Messages up to this size go out together with their length.
const SMALL: usize = 16 << 10;
const MAX: usize = 0x7fff_ffff;

/// `Connection(fd[, readable[, writable]])`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let names = ["handle", "readable", "writable"];
    let given = parse::by_name(args, 0, "", &names, 1)?;
    given.reach(0)?;
    let fd = crate::number::i32_from_value(given.values[0].unwrap_or(Value::none()))?;
    let flag = |i: usize| {
        given.reach(i)?;
        given.values[i].map_or(Ok(true), crate::protocol::truth)
    };
    let (readable, writable) = (flag(1)?, flag(2)?);
    given.reach(3)?;
    if fd < 0 {
        return Err(raise_fmt!(crate::error::io_error, "invalid handle {fd}"));
    }
    if !readable && !writable {
        return Err(value_error("either readable or writable must be true"));
    }
    let c = Connection::alloc_for(ty, i64::from(fd), readable, writable);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    Ok(c.into())
}

/// Called by the collector for a dead connection.
pub fn finalize(c: Ref<Connection>) {
    let fd = c.fd.replace(-1);
    if fd >= 0 {
        // SAFETY: the descriptor belongs to the object.
        unsafe { libc::close(fd as i32) };
    }
}

fn of(v: Value) -> PyResult<Ref<Connection>> {
    v.cast::<Connection>()
        .ok_or_else(|| type_error("expected a Connection"))
}

pub fn repr(v: Value) -> PyResult {
    let c = of(v)?;
    let kind = match (c.readable.get(), c.writable.get()) {
        (true, true) => "read-write",
        (true, false) => "read-only",
        _ => "write-only",
    };
    let text = format!(
        "<{kind} {}, handle {}>",
        crate::attr::type_name(v)
            .rsplit('.')
            .next()
            .unwrap_or("Connection"),
        c.fd.get()
    );
    Ok(bytes::from_text(&text).into())
}

fn open(c: Ref<Connection>) -> PyResult<i32> {
    match c.fd.get() {
        fd if fd >= 0 => Ok(fd as i32),
        _ => Err(crate::error::io_error("handle is invalid")),
    }
}

/// The descriptor to read from; of a closed connection one that the system refuses.
fn reading(c: Ref<Connection>) -> PyResult<i32> {
    if c.readable.get() {
        Ok(c.fd.get() as i32)
    } else {
        Err(crate::error::io_error("connection is write-only"))
    }
}

fn writing(c: Ref<Connection>) -> PyResult<i32> {
    if c.writable.get() {
        Ok(c.fd.get() as i32)
    } else {
        Err(crate::error::io_error("connection is read-only"))
    }
}

fn write_all(fd: i32, mut data: &[u8]) -> PyResult<()> {
    while !data.is_empty() {
        // SAFETY: data of the length told.
        let n = without_gil(|| unsafe { libc::write(fd, data.as_ptr().cast(), data.len()) });
        match usize::try_from(n) {
            Ok(n) => data = &data[n..],
            Err(_) => match errno() {
                libc::EINTR => crate::modules::signal::check_signals()?,
                e => return Err(io_error(e)),
            },
        }
    }
    Ok(())
}

/// Reads `n` bytes; how many there were before the end.
fn read_all(fd: i32, n: usize) -> PyResult<Vec<u8>> {
    let mut data = vec![0u8; n];
    let mut have = 0;
    while have < n {
        let left = &mut data[have..];
        // SAFETY: room of the length told.
        let n = without_gil(|| unsafe { libc::read(fd, left.as_mut_ptr().cast(), left.len()) });
        match usize::try_from(n) {
            Ok(0) => break,
            Ok(n) => have += n,
            Err(_) => match errno() {
                libc::EINTR => crate::modules::signal::check_signals()?,
                e => return Err(io_error(e)),
            },
        }
    }
    data.truncate(have);
    Ok(data)
}

fn send_message(fd: i32, data: &[u8]) -> PyResult<()> {
    if data.len() >= MAX {
        return Err(value_error("string too long"));
    }
    let head = (data.len() as u32).to_be_bytes();
    if data.len() < SMALL {
        return write_all(fd, &[&head, data].concat());
    }
    write_all(fd, &head)?;
    write_all(fd, data)
}

fn receive_message(c: Ref<Connection>, fd: i32, limit: usize) -> PyResult<Vec<u8>> {
    let head = read_all(fd, 4)?;
    if head.is_empty() {
        return Err(raise_bare(crate::types::EOF_ERROR.get()));
    }
    let Ok(head) = <[u8; 4]>::try_from(&head[..]) else {
        return Err(crate::error::io_error("got end of file during message"));
    };
    let n = u32::from_be_bytes(head) as usize;
    if n > limit || n >= MAX {
        // What follows cannot be told from a message any more.
        c.readable.set(false);
        if !c.writable.get() {
            close(c)?;
        }
        return Err(crate::error::io_error("bad message length"));
    }
    let data = read_all(fd, n)?;
    if data.len() < n {
        return Err(crate::error::io_error("got end of file during message"));
    }
    Ok(data)
}

/// The module that pickles. It is imported with this one: a thread that sends while another imports must not wait.
pub fn pickler() -> PyResult {
    crate::modules::loaded_or_imported(b"cPickle").or_else(|_| {
        crate::thread::current().take_pending();
        crate::modules::loaded_or_imported(b"pickle")
    })
}

fn pickle(name: &[u8]) -> PyResult {
    crate::attr::get(pickler()?, bytes::intern(name))
}

pub fn send(c: Ref<Connection>, object: Value) -> PyResult<()> {
    let fd = writing(c)?;
    let text =
        crate::call::call_values(pickle(b"dumps")?, &[object, pickle(b"HIGHEST_PROTOCOL")?])?;
    let Some(text) = text.cast::<Str>() else {
        return Err(type_error("pickle.dumps() returned no string"));
    };
    let data = Data::Str(text);
    send_message(fd, data.bytes())
}

pub fn recv(c: Ref<Connection>) -> PyResult {
    let fd = reading(c)?;
    let data = receive_message(c, fd, MAX)?;
    crate::call::call_values(pickle(b"loads")?, &[bytes::new(&data).into()])
}

pub fn send_bytes(
    c: Ref<Connection>,
    data: Ref<Str>,
    offset: i64,
    size: Option<Value>,
) -> PyResult<()> {
    let data = Data::Str(data);
    let fd = writing(c)?;
    let all = data.bytes();
    let Ok(offset) = usize::try_from(offset) else {
        return Err(value_error("offset is negative"));
    };
    if offset > all.len() {
        return Err(value_error("buffer length < offset"));
    }
    let size = match size {
        None => all.len() - offset,
        Some(s) => match usize::try_from(crate::convert::index(s)?) {
            Ok(n) if n > all.len() - offset => {
                return Err(value_error("buffer length < offset + size"));
            }
            Ok(n) => n,
            Err(_) => return Err(value_error("size is negative")),
        },
    };
    send_message(fd, &all[offset..offset + size])
}

pub fn recv_bytes(c: Ref<Connection>, maxlength: Option<Value>) -> PyResult {
    let limit = match maxlength {
        None => MAX,
        Some(m) => {
            usize::try_from(crate::convert::index(m)?).map_err(|_| value_error("maxlength < 0"))?
        }
    };
    let fd = reading(c)?;
    Ok(bytes::new(&receive_message(c, fd, limit)?).into())
}

pub fn recv_bytes_into(c: Ref<Connection>, buffer: Value, offset: i64) -> PyResult {
    let fd = reading(c)?;
    let Ok(offset) = usize::try_from(offset) else {
        return Err(value_error("negative offset"));
    };
    let mut long = None;
    let n = receive_into(buffer, 0, offset, "", |room| {
        let data = receive_message(c, fd, MAX)?;
        if data.len() <= room {
            return Ok(data);
        }
        long = Some(data);
        Ok(Vec::new())
    })?;
    if let Some(data) = long {
        let module = crate::modules::loaded_or_imported(b"multiprocessing")?;
        let class = crate::attr::get(module, bytes::intern(b"BufferTooShort"))?;
        let args = crate::builtins::tuple::from_slice(&[bytes::new(&data).into()]);
        return Err(crate::error::raise_value(class, Some(args.into())));
    }
    Ok(Value::int(n as i64))
}

pub fn poll(c: Ref<Connection>, timeout: Option<Value>) -> PyResult<bool> {
    let fd = reading(c)?;
    let millis = match timeout {
        None => 0,
        Some(t) if t.is_none() => -1,
        Some(t) => {
            let seconds = crate::number::to_f64(t)?.max(0.0);
            if seconds * 1000.0 > f64::from(i32::MAX) {
                return Err(overflow_error("timeout too long"));
            }
            (seconds * 1000.0 + 0.5) as i32
        }
    };
    let mut file = libc::pollfd {
        fd,
        events: libc::POLLIN,
        revents: 0,
    };
    // SAFETY: one local structure.
    let n = without_gil(|| unsafe { libc::poll(&mut file, 1, millis) });
    if n < 0 {
        let e = errno();
        if e == libc::EINTR {
            crate::modules::signal::check_signals()?;
        }
        return Err(io_error(e));
    }
    Ok(n > 0)
}

pub fn fileno(c: Ref<Connection>) -> PyResult {
    Ok(Value::int(i64::from(open(c)?)))
}

pub fn close(c: Ref<Connection>) -> PyResult<()> {
    let fd = c.fd.replace(-1);
    if fd >= 0 {
        // SAFETY: the descriptor belongs to the object.
        without_gil(|| unsafe { libc::close(fd as i32) });
    }
    Ok(())
}

pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(of(v)?.fd.get() < 0))
}
pub fn get_readable(v: Value) -> PyResult {
    Ok(Value::bool(of(v)?.readable.get()))
}
pub fn get_writable(v: Value) -> PyResult {
    Ok(Value::bool(of(v)?.writable.get()))
}
