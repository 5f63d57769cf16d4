//! The profiler.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::Write;
use std::os::fd::AsRawFd;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{ERROR, format, path_of};
use crate::builtins::code;
use crate::call::{Args, call_ex};
use crate::error::{PyResult, Raised, runtime_error, type_error, value_error};
use crate::finalizers::with_descriptors_io;
use crate::frame::Frame;
use crate::layouts::{Code, Dict, HotshotProfiler, List, Str, Tuple};
use crate::modules::builtin::io_failure;
use crate::object::Ref;
use crate::thread;
use crate::tracing::Event;
use crate::value::Value;

/// So many bytes are written at a time.
const BUFFER: usize = 10240;

#[derive(Default)]
struct State {
    /// Until it is closed.
    file: Option<File>,
    out: Vec<u8>,
    /// Numbers of files, and the lines where functions begin that were written down.
    files: HashMap<Vec<u8>, (u32, HashSet<u32>)>,
    active: bool,
    last: Option<Instant>,
}

impl State {
    /// Writes what is buffered.
    fn flush(&mut self) -> std::io::Result<()> {
        let out = std::mem::take(&mut self.out);
        match &mut self.file {
            Some(f) => f.write_all(&out),
            None => Ok(()),
        }
    }

    /// Microseconds since it was last asked.
    fn passed(&mut self) -> u32 {
        let now = Instant::now();
        let Some(last) = self.last else {
            self.last = Some(now);
            return 0;
        };
        let micros = now.duration_since(last).as_micros() as u32;
        self.last = Some(last + Duration::from_micros(u64::from(micros)));
        micros
    }

    /// The number of a function's file; both are written down when they are met first.
    fn file_of(&mut self, code: Ref<Code>) -> u32 {
        let name = code.filename.get();
        let name = name.as_ref().bytes();
        let line = code.first_lineno.get();
        if !self.files.contains_key(name) {
            let n = self.files.len() as u32;
            self.out.push(format::DEFINE_FILE);
            format::number(&mut self.out, n);
            format::text(&mut self.out, name);
            self.files.insert(name.to_vec(), (n, HashSet::new()));
        }
        let Some((n, functions)) = self.files.get_mut(name) else {
            return 0;
        };
        if functions.insert(line) {
            self.out.push(format::DEFINE_FUNCTION);
            format::number(&mut self.out, *n);
            format::number(&mut self.out, line);
            format::text(&mut self.out, code.name.get().as_ref().bytes());
        }
        *n
    }
}

/// Addresses of what profilers know that are alive, for the end of the program.
static ALIVE: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());

fn alive() -> MutexGuard<'static, BTreeSet<usize>> {
    ALIVE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes what profilers have buffered; called when the program ends.
pub fn flush_all() {
    for address in alive().iter() {
        // SAFETY: they leave the set before they go, and the global lock is held.
        let s = unsafe { &mut *(*address as *mut State) };
        let _ = s.flush();
    }
}

pub fn finalize(p: Ref<HotshotProfiler>) {
    let address = p.state.replace(0) as usize;
    if address != 0 {
        alive().remove(&address);
        // SAFETY: made from a box in `create`, and forgotten by the object just now.
        let mut s = unsafe { Box::from_raw(address as *mut State) };
        let _ = s.flush();
    }
}

/// What it knows, until Python code may run.
fn state<'a>(p: Ref<HotshotProfiler>) -> &'a mut State {
    // SAFETY: the object owns the box while it lives; no reference is kept over a call of Python code.
    unsafe { &mut *(p.state.get() as *mut State) }
}

/// What a profiler is to write down, and what it says of that in the log.
#[derive(Clone, Copy)]
pub struct Wanted {
    pub frame_times: bool,
    pub lines: bool,
    pub line_times: bool,
}

/// A profiler that writes to a new file.
pub fn create(name: Ref<Str>, wanted: Wanted, told: Wanted) -> PyResult {
    let path = path_of(name);
    let file = with_descriptors_io(|| File::create(&path))
        .map_err(|e| io_failure(&e, Some(name.into())))?;
    let mut s = Box::<State>::default();
    head(&mut s.out, told)?;
    s.file = Some(file);
    let address = Box::into_raw(s);
    alive().insert(address as usize);
    let p = HotshotProfiler::alloc(
        address as u64,
        wanted.frame_times.into(),
        wanted.lines.into(),
        wanted.line_times.into(),
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.addr() as *mut u8) };
    Ok(p.into())
}

/// What every log begins with: where and how it was made.
fn head(out: &mut Vec<u8>, told: Wanted) -> PyResult<()> {
    let Some(sys) = crate::modules::sys_dict() else {
        return Ok(());
    };
    let of_sys = |name: &str| sys.get_str(crate::builtins::str::intern(name.as_bytes()));
    let yes = |b: bool| if b { &b"yes"[..] } else { b"no" };
    format::info(out, b"hotshot-version", b"");
    format::info(out, b"requested-frame-timings", yes(told.frame_times));
    format::info(out, b"requested-line-events", yes(told.lines));
    format::info(out, b"requested-line-timings", yes(told.line_times));
    for (key, name) in [
        ("platform", "platform"),
        ("executable", "executable"),
        ("executable-version", "version"),
    ] {
        if let Some(s) = of_sys(name).and_then(|v| v.cast::<Str>()) {
            format::info(out, key.as_bytes(), s.as_ref().bytes());
        }
    }
    let [clock, processor] = resolution();
    for (key, n) in [
        ("observed-interval-getrusage", processor),
        ("observed-interval-gettimeofday", clock),
    ] {
        format::info(out, key.as_bytes(), n.to_string().as_bytes());
    }
    if let Ok(here) = std::env::current_dir() {
        let here = std::os::unix::ffi::OsStrExt::as_bytes(here.as_os_str());
        format::info(out, b"current-directory", here);
    }
    let Some(path) = of_sys("path").and_then(|p| p.cast::<List>()) else {
        return Err(runtime_error("sys.path must be a list"));
    };
    for entry in path.as_ref().items() {
        let text = match entry.cast::<Str>() {
            Some(s) => Some(s),
            None => crate::builtins::unicode::encode_default(*entry)?,
        };
        let text = text.as_ref().map(|s| s.as_ref().bytes());
        let text = text.unwrap_or(b"<non-string-path-entry>");
        format::info(out, b"sys-path-entry", text);
    }
    out.extend_from_slice(&[format::FRAME_TIMES, told.frame_times.into()]);
    out.extend_from_slice(&[format::LINE_TIMES, told.line_times.into()]);
    Ok(())
}

/// The least difference that two looks at a clock show, in microseconds.
fn least_step(clock: fn() -> Duration) -> i64 {
    const LOOKS: usize = 10;
    let step = || {
        let start = clock();
        loop {
            match (clock().saturating_sub(start)).as_micros() {
                0 => {}
                n => return n as i64,
            }
        }
    };
    (0..LOOKS).map(|_| step()).min().unwrap_or(1)
}

/// `resolution()`: of the clock, and of the clock of the processor.
pub fn resolution() -> [i64; 2] {
    fn read(clock: libc::clockid_t) -> Duration {
        let mut t = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // SAFETY: a place for the answer.
        unsafe { libc::clock_gettime(clock, &mut t) };
        Duration::new(t.tv_sec as u64, t.tv_nsec as u32)
    }
    [
        least_step(|| read(libc::CLOCK_MONOTONIC)),
        least_step(|| read(libc::CLOCK_PROCESS_CPUTIME_ID)),
    ]
}

/// Hears of an event; `line` is where a frame is, when that is not what its node says.
pub fn hear(
    p: Ref<HotshotProfiler>,
    frame: &Frame,
    event: Event,
    line: Option<u32>,
) -> PyResult<()> {
    let s = state(p);
    if !s.active {
        return Ok(());
    }
    let frame_times = p.frametimings.get() != 0;
    match event {
        Event::Call => {
            let code = frame.code.get();
            let file = s.file_of(code);
            format::begin(&mut s.out, format::ENTER, file);
            format::number(&mut s.out, code.first_lineno.get());
            if frame_times {
                let time = s.passed();
                format::number(&mut s.out, time);
            }
        }
        Event::Return => {
            let time = if frame_times { s.passed() } else { 0 };
            format::begin(&mut s.out, format::EXIT, time);
        }
        Event::Line => {
            let line = line.unwrap_or_else(|| code::line(frame.code.get(), frame.pc.get()));
            format::begin(&mut s.out, format::LINE, line);
            if p.linetimings.get() != 0 {
                let time = s.passed();
                format::number(&mut s.out, time);
            }
        }
        _ => {}
    }
    if s.out.len() >= BUFFER {
        return s.flush().map_err(|e| io_failure(&e, None));
    }
    Ok(())
}

#[cold]
fn error(message: &str) -> Raised {
    ERROR.raise(message)
}

fn available(p: Ref<HotshotProfiler>) -> PyResult<()> {
    let s = state(p);
    if s.active {
        return Err(error("profiler already active"));
    }
    if s.file.is_none() {
        return Err(error("profiler already closed"));
    }
    Ok(())
}

fn listen(p: Ref<HotshotProfiler>) {
    let s = state(p);
    s.active = true;
    s.passed();
    thread::current()
        .tracing
        .set_hotshot(Some(p), p.lineevents.get() != 0);
}

fn listen_no_more(p: Ref<HotshotProfiler>) {
    let s = state(p);
    if s.active {
        s.active = false;
        thread::current()
            .tracing
            .set_hotshot(None, p.lineevents.get() != 0);
    }
}

/// `start()`
pub fn start(p: Ref<HotshotProfiler>) -> PyResult<()> {
    available(p)?;
    listen(p);
    Ok(())
}

/// `stop()`
pub fn stop(p: Ref<HotshotProfiler>) -> PyResult<()> {
    if !state(p).active {
        return Err(error("profiler not active"));
    }
    listen_no_more(p);
    Ok(())
}

/// `close()`
pub fn close(p: Ref<HotshotProfiler>) -> PyResult<()> {
    listen_no_more(p);
    let s = state(p);
    let written = s.flush();
    s.file = None;
    written.map_err(|e| io_failure(&e, None))
}

/// `addinfo(key, value)`
pub fn addinfo(p: Ref<HotshotProfiler>, key: Ref<Str>, value: Ref<Str>) -> PyResult<()> {
    let s = state(p);
    if s.file.is_none() {
        return Err(error("profiler already closed"));
    }
    let (key, value) = (key.as_ref().bytes(), value.as_ref().bytes());
    if key.len() > format::LONGEST || value.len() > format::LONGEST {
        return Err(value_error("string too large for internal buffer"));
    }
    format::info(&mut s.out, key, value);
    Ok(())
}

/// `runcall(callable[, args[, kw]])`
pub fn runcall(
    p: Ref<HotshotProfiler>,
    callable: Value,
    args: Option<Value>,
    kw: Option<Value>,
) -> PyResult {
    available(p)?;
    if args.is_some_and(|a| a.cast::<Tuple>().is_none()) {
        return Err(type_error("argument list must be a tuple"));
    }
    if kw.is_some_and(|k| k.cast::<Dict>().is_none()) {
        return Err(type_error("keyword list must be a dictionary"));
    }
    listen(p);
    let r = call_ex(callable, Args::NONE, args, kw);
    listen_no_more(p);
    r
}

/// `runcode(code, globals[, locals])`
pub fn runcode(
    p: Ref<HotshotProfiler>,
    code: Ref<Code>,
    globals: Ref<Dict>,
    locals: Option<Value>,
) -> PyResult {
    available(p)?;
    let locals = match locals.filter(|l| !l.is_none()) {
        None => globals.into(),
        Some(l) if l.cast::<Dict>().is_some() => l,
        Some(_) => return Err(type_error("locals must be a dictionary or None")),
    };
    let up = crate::upcalls::get()?;
    listen(p);
    let r = (up.run)(code, globals, locals);
    listen_no_more(p);
    r
}

/// `fileno()`
pub fn fileno(p: Ref<HotshotProfiler>) -> PyResult<i64> {
    match &state(p).file {
        Some(f) => Ok(f.as_raw_fd().into()),
        None => Err(value_error("profiler's file object already closed")),
    }
}

pub fn get_closed(v: Value) -> PyResult {
    match v.cast::<HotshotProfiler>() {
        Some(p) => Ok(Value::bool(state(p).file.is_none())),
        None => Err(type_error("expected a _hotshot.ProfilerType")),
    }
}
