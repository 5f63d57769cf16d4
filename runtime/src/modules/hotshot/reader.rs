//! Reading of what a profiler wrote.

use std::fs::File;
use std::io::BufReader;
use std::os::fd::AsRawFd;

use super::format::{self, Fault, Log, Record};
use super::{ERROR, path_of};
use crate::builtins::{dict, list, str as bytes, tuple};
use crate::error::{PyResult, Raised, index_error, raise, runtime_error, type_error, value_error};
use crate::finalizers::with_descriptors_io;
use crate::layouts::{Dict, List, LogReader, Str};
use crate::modules::builtin::io_failure;
use crate::object::Ref;
use crate::types;
use crate::value::Value;

type Input = Log<BufReader<File>>;

pub fn finalize(r: Ref<LogReader>) {
    let address = r.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `create`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut Input) });
    }
}

/// The log, until it is closed; no reference is kept over a call of Python code.
fn log<'a>(r: Ref<LogReader>) -> Option<&'a mut Input> {
    match r.state.get() {
        0 => None,
        // SAFETY: the object owns the box while it lives.
        address => Some(unsafe { &mut *(address as *mut Input) }),
    }
}

#[cold]
fn failure(fault: &Fault) -> Raised {
    match fault {
        Fault::End => raise(
            types::EOF_ERROR.get(),
            "end of file with incomplete profile record",
        ),
        Fault::Unknown => value_error("unknown record type in log file"),
        Fault::TooLong => runtime_error("unexpected error"),
        Fault::Io(e) => io_failure(e, None),
    }
}

/// Notes something about the program.
fn note(r: Ref<LogReader>, key: &[u8], value: &[u8]) -> PyResult<()> {
    let Some(info) = r.info.get().cast::<Dict>() else {
        return Ok(());
    };
    let key = bytes::new(key);
    let values = match info.get_str(key).and_then(|v| v.cast::<List>()) {
        Some(l) => l,
        None => {
            let l = list::new();
            info.set_str(key, l.into());
            l
        }
    };
    values.try_push(bytes::try_new(value)?.into())
}

/// A reader; what a log begins with about the program is read at once.
pub fn create(name: Ref<Str>) -> PyResult {
    let path = path_of(name);
    let file =
        with_descriptors_io(|| File::open(&path)).map_err(|e| io_failure(&e, Some(name.into())))?;
    let input = Box::new(Log {
        input: BufReader::new(file),
        frame_times: true,
        line_times: false,
    });
    let r = LogReader::alloc(Box::into_raw(input) as u64, dict::new().into());
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(r.addr() as *mut u8) };
    while let Some(log) = log(r) {
        match log.peek() {
            Ok(Some(format::ADD_INFO)) => {}
            Ok(Some(_)) => break,
            Ok(None) => return Err(failure(&Fault::End)),
            Err(fault) => return Err(failure(&fault)),
        }
        match log.record() {
            Ok(Some(Record::Info(key, value))) => note(r, &key, &value)?,
            Ok(_) => break,
            Err(fault) => return Err(failure(&fault)),
        }
    }
    Ok(r.into())
}

fn this(v: Value) -> PyResult<Ref<LogReader>> {
    v.cast::<LogReader>()
        .ok_or_else(|| type_error("expected a _hotshot.LogReaderType"))
}

/// The next record; the log is closed at its end.
pub fn next(v: Value) -> PyResult<Option<Value>> {
    let r = this(v)?;
    let Some(log) = log(r) else {
        return Err(ERROR.raise("cannot iterate over closed LogReader object"));
    };
    let record = match log.record() {
        Ok(Some(record)) => record,
        Ok(None) => {
            finalize(r);
            return Ok(None);
        }
        Err(fault) => {
            if matches!(fault, Fault::End) {
                finalize(r);
            }
            return Err(failure(&fault));
        }
    };
    let n = Value::int;
    let (what, second, file, last) = match record {
        Record::Event {
            what,
            time,
            file,
            line,
        } => (what, n(time), file, n(line)),
        Record::Info(key, value) => {
            note(r, &key, &value)?;
            (format::ADD_INFO, n(-1), -1, n(-1))
        }
        Record::File(file, name) => {
            let name = bytes::try_new(&name)?.into();
            (format::DEFINE_FILE, name, file, Value::none())
        }
        Record::Function(file, line, name) => {
            let name = bytes::try_new(&name)?.into();
            (format::DEFINE_FUNCTION, name, file, n(line))
        }
    };
    let items = [n(what.into()), second, n(file), last];
    Ok(Some(tuple::from_slice(&items).into()))
}

/// `reader[index]`: the next record, whatever the index.
pub fn getitem(v: Value, index: Value) -> PyResult {
    if !crate::number::is_index(index) {
        return Err(raise_fmt!(
            type_error,
            "sequence index must be integer, not '{}'",
            crate::attr::type_name(index)
        ));
    }
    next(v)?.ok_or_else(|| index_error("no more events in log"))
}

/// `close()`
pub fn close(r: Ref<LogReader>) -> PyResult<()> {
    finalize(r);
    Ok(())
}

/// `fileno()`
pub fn fileno(r: Ref<LogReader>) -> PyResult<i64> {
    match log(r) {
        Some(log) => Ok(log.input.get_ref().as_raw_fd().into()),
        None => Err(value_error("logreader's file object already closed")),
    }
}

pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(log(this(v)?).is_none()))
}
