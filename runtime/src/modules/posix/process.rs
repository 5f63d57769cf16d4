//! Processes: making, ending, waiting for and signalling them.

use std::ffi::{CString, c_char};

use super::{blocking, check, number, os_error, path, string};
use crate::builtins::{file, list, str as bytes, struct_sequence, tuple};
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{List, Str, Tuple, Unicode};
use crate::value::Value;

/// `_exit(status)`
pub fn exit_now(status: i32) -> PyResult<()> {
    // SAFETY: ends the process, as asked.
    unsafe { libc::_exit(status) }
}

/// `abort()`
pub fn abort() -> PyResult<()> {
    std::process::abort()
}

/// `fork()`
pub fn fork() -> PyResult {
    file::flush_forgotten_and_pipes();
    crate::modules::imp::lock();
    let pid = crate::gil::fork();
    let error = super::errno();
    if pid == 0 {
        crate::modules::imp::after_fork();
    } else {
        crate::modules::imp::unlock()?;
    }
    if pid == -1 {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = error };
        return Err(os_error());
    }
    Ok(Value::int(i64::from(pid)))
}

/// `forkpty()`
pub fn forkpty() -> PyResult {
    file::flush_forgotten_and_pipes();
    let mut master = -1;
    let none = std::ptr::null_mut();
    crate::modules::imp::lock();
    let pid = crate::gil::fork_by(|| {
        // SAFETY: room for a descriptor; nothing else is asked for.
        unsafe { libc::forkpty(&mut master, none, none.cast(), none.cast()) }
    });
    if pid == 0 {
        crate::modules::imp::after_fork();
    } else {
        crate::modules::imp::unlock()?;
    }
    check(pid)?;
    let items = [Value::int(i64::from(pid)), Value::int(i64::from(master))];
    Ok(tuple::from_slice(&items).into())
}

/// Arguments of a program: strings, and the array of pointers that the system wants.
struct Words {
    /// Owns what `pointers` points to.
    _words: Vec<CString>,
    pointers: Vec<*const c_char>,
}

impl Words {
    fn new(words: Vec<CString>) -> Words {
        let pointers = words
            .iter()
            .map(|w| w.as_ptr())
            .chain(std::iter::once(std::ptr::null()))
            .collect();
        Words {
            _words: words,
            pointers,
        }
    }
}

fn arguments(v: Value, function: &str) -> PyResult<Words> {
    if v.cast::<List>().is_none() && v.cast::<Tuple>().is_none() {
        return Err(raise_fmt!(
            type_error,
            "{function}() arg 2 must be a tuple or list"
        ));
    }
    let all = list::from_iterable(v)?;
    let mut words = Vec::new();
    for w in all.as_ref().items() {
        match path(*w) {
            Ok(w) => words.push(w),
            Err(e) => {
                // `execve` has its own words only for text that has zero bytes in it.
                let text = w.cast::<Str>().is_some() || w.cast::<Unicode>().is_some();
                let refused = crate::exception::pending_matches(crate::types::TYPE_ERROR.get());
                if function == "execve" && !(text && refused) {
                    return Err(e);
                }
                crate::thread::current().take_pending();
                return Err(raise_fmt!(
                    type_error,
                    "{function}() arg 2 must contain only strings"
                ));
            }
        }
    }
    if words.is_empty() && function == "execv" {
        return Err(value_error("execv() arg 2 must not be empty"));
    }
    Ok(Words::new(words))
}

/// `execv(path, args)`
pub fn execv(p: Value, args: Value) -> PyResult<()> {
    let p = path(p)?;
    let args = arguments(args, "execv")?;
    file::flush_forgotten_and_pipes();
    // SAFETY: a path and arguments that end with 0, an array that ends with null.
    unsafe { libc::execv(p.as_ptr(), args.pointers.as_ptr()) };
    Err(os_error())
}

/// `execve(path, args, env)`
pub fn execve(p: Value, args: Value, env: Value) -> PyResult<()> {
    let p = path(p)?;
    let args = arguments(args, "execve")?;
    let keys = crate::attr::find(env, bytes::intern(b"keys"))?;
    let values = crate::attr::find(env, bytes::intern(b"values"))?;
    let (Some(keys), Some(values)) = (keys, values) else {
        return Err(type_error("execve() arg 3 must be a mapping object"));
    };
    let keys = list::from_iterable(crate::call::call_values(keys, &[])?)?;
    let values = list::from_iterable(crate::call::call_values(values, &[])?)?;
    let mut words = Vec::new();
    for (k, v) in keys.as_ref().items().iter().zip(values.as_ref().items()) {
        let text = |x: Value, what: &str| {
            if x.cast::<Str>().is_none() && x.cast::<Unicode>().is_none() {
                return Err(type_error(format!(
                    "execve() arg 3 contains a non-string {what}"
                )));
            }
            string(x, "execve", 3).map(CString::into_bytes)
        };
        let (k, v) = (text(*k, "key")?, text(*v, "value")?);
        if k.is_empty() || k.contains(&b'=') {
            return Err(value_error("illegal environment variable name"));
        }
        words.push(CString::new([k, b"=".to_vec(), v].concat()).unwrap_or_default());
    }
    let env = Words::new(words);
    // SAFETY: a path, arguments and variables that end with 0, arrays that end with null.
    unsafe { libc::execve(p.as_ptr(), args.pointers.as_ptr(), env.pointers.as_ptr()) };
    Err(os_error())
}

/// `(pid, status)`
fn waited(pid: i32, status: i32) -> PyResult {
    if pid == -1 {
        return Err(os_error());
    }
    let items = [Value::int(i64::from(pid)), Value::int(i64::from(status))];
    Ok(tuple::from_slice(&items).into())
}

/// `wait()`
pub fn wait() -> PyResult {
    let mut status = 0;
    crate::interrupt::before_waiting()?;
    // SAFETY: room for the status.
    let pid = blocking(|| unsafe { libc::wait(&mut status) });
    waited(pid, status)
}

/// `waitpid(pid, options)`
pub fn waitpid(pid: i32, options: i32) -> PyResult {
    let mut status = 0;
    crate::interrupt::before_waiting()?;
    // SAFETY: room for the status.
    let pid = blocking(|| unsafe { libc::waitpid(pid, &mut status, options) });
    waited(pid, status)
}

/// Resource usage as `resource.struct_rusage`.
pub fn rusage(r: &libc::rusage) -> PyResult {
    let seconds = |t: libc::timeval| Value::float(t.tv_sec as f64 + t.tv_usec as f64 * 1e-6);
    let int = Value::int;
    let items = [
        seconds(r.ru_utime),
        seconds(r.ru_stime),
        int(r.ru_maxrss),
        int(r.ru_ixrss),
        int(r.ru_idrss),
        int(r.ru_isrss),
        int(r.ru_minflt),
        int(r.ru_majflt),
        int(r.ru_nswap),
        int(r.ru_inblock),
        int(r.ru_oublock),
        int(r.ru_msgsnd),
        int(r.ru_msgrcv),
        int(r.ru_nsignals),
        int(r.ru_nvcsw),
        int(r.ru_nivcsw),
    ];
    struct_sequence::make(crate::types::RESOURCE_STRUCT_RUSAGE.get(), &items)
}

fn waited_with_usage(pid: i32, options: i32) -> PyResult {
    let mut status = 0;
    // SAFETY: all its fields are numbers.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    crate::interrupt::before_waiting()?;
    // SAFETY: room for the status and the usage.
    let pid = blocking(|| unsafe { libc::wait4(pid, &mut status, options, &mut usage) });
    if pid == -1 {
        return Err(os_error());
    }
    let items = [
        Value::int(i64::from(pid)),
        Value::int(i64::from(status)),
        rusage(&usage)?,
    ];
    Ok(tuple::from_slice(&items).into())
}

/// `wait3(options)`
pub fn wait3(options: i32) -> PyResult {
    waited_with_usage(-1, options)
}

/// `wait4(pid, options)`
pub fn wait4(pid: i32, options: i32) -> PyResult {
    waited_with_usage(pid, options)
}

/// `kill(pid, sig)`
pub fn kill(pid: i32, sig: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(unsafe { libc::kill(pid, sig) })?;
    sent()
}

/// A signal to the process itself has come by now: its handler runs before the program goes on.
fn sent() -> PyResult<()> {
    if crate::interrupt::is_asked() {
        crate::interrupt::handle()?;
    }
    Ok(())
}

/// `killpg(pgid, sig)`
pub fn killpg(pgid: i32, sig: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(unsafe { libc::killpg(pgid, sig) })?;
    sent()
}

/// `system(command)`
pub fn system(command: Value) -> PyResult {
    let command = string(command, "system", 1)?;
    file::flush_forgotten_and_pipes();
    // SAFETY: a command that ends with 0.
    let status = blocking(|| unsafe { libc::system(command.as_ptr()) });
    Ok(Value::int(i64::from(status)))
}

/// `popen(command[, mode[, bufsize]])`
pub fn popen(command: Value, mode: Option<Value>, bufsize: i32) -> PyResult {
    let shown = command;
    let command = string(command, "popen", 1)?;
    let mode = super::descriptors::mode_text(mode, "popen", 2)?;
    // As the C library has it: one letter, perhaps with `e`.
    let reads = match mode
        .iter()
        .filter(|b| !matches!(b, b'b' | b'e' | b't'))
        .collect::<Vec<_>>()[..]
    {
        [b'r'] => true,
        [b'w'] => false,
        _ => {
            // SAFETY: errno is this thread's own.
            unsafe { *libc::__errno_location() = libc::EINVAL };
            return Err(os_error());
        }
    };
    file::flush_forgotten_and_pipes();
    let [read, write] = super::descriptors::new_pipe(libc::O_CLOEXEC)?;
    let (mine, theirs, target) = if reads {
        (read, write, 1)
    } else {
        (write, read, 0)
    };
    match spawn_shell(&command, theirs, target) {
        Ok(pid) => {
            // SAFETY: the other process has it.
            unsafe { libc::close(theirs) };
            file::inherit(mine);
            file::over_descriptor(mine, shown, &mode, i64::from(bufsize), Some(pid)).map(Into::into)
        }
        Err(e) => {
            // SAFETY: both ends are open and known to nobody else.
            unsafe {
                libc::close(mine);
                libc::close(theirs);
                *libc::__errno_location() = e;
            }
            Err(os_error())
        }
    }
}

/// Starts `/bin/sh -c command` with a descriptor in the place of a standard one.
fn spawn_shell(command: &CString, fd: i32, target: i32) -> Result<i32, i32> {
    unsafe extern "C" {
        static environ: *const *mut c_char;
    }
    let words: [*mut c_char; 4] = [
        c"sh".as_ptr().cast_mut(),
        c"-c".as_ptr().cast_mut(),
        command.as_ptr().cast_mut(),
        std::ptr::null_mut(),
    ];
    let mut pid = 0;
    let mut actions = std::mem::MaybeUninit::<libc::posix_spawn_file_actions_t>::uninit();
    // SAFETY: the actions are initialised, used and destroyed here; the words end with 0 and null.
    unsafe {
        libc::posix_spawn_file_actions_init(actions.as_mut_ptr());
        libc::posix_spawn_file_actions_adddup2(actions.as_mut_ptr(), fd, target);
        let failed = libc::posix_spawn(
            &mut pid,
            c"/bin/sh".as_ptr(),
            actions.as_ptr(),
            std::ptr::null(),
            words.as_ptr(),
            environ,
        );
        libc::posix_spawn_file_actions_destroy(actions.as_mut_ptr());
        if failed == 0 { Ok(pid) } else { Err(failed) }
    }
}

/// `nice(increment)`
pub fn nice(increment: i32) -> PyResult {
    // SAFETY: errno is this thread's own; no memory arguments.
    let n = unsafe {
        *libc::__errno_location() = 0;
        libc::nice(increment)
    };
    if n == -1 && super::errno() != 0 {
        return Err(os_error());
    }
    Ok(Value::int(i64::from(n)))
}

/// `times()`
pub fn times() -> PyResult {
    // SAFETY: all its fields are numbers.
    let mut t: libc::tms = unsafe { std::mem::zeroed() };
    // SAFETY: room for the answer.
    let elapsed = unsafe { libc::times(&mut t) };
    if elapsed == -1 {
        return Err(os_error());
    }
    // SAFETY: no memory arguments.
    let per_second = unsafe { libc::sysconf(libc::_SC_CLK_TCK) } as f64;
    let items = [
        t.tms_utime,
        t.tms_stime,
        t.tms_cutime,
        t.tms_cstime,
        elapsed,
    ]
    .map(|n| Value::float(n as f64 / per_second));
    Ok(tuple::from_slice(&items).into())
}

/// `getloadavg()`
pub fn getloadavg() -> PyResult {
    let mut load = [0.0; 3];
    // SAFETY: room for three numbers.
    if unsafe { libc::getloadavg(load.as_mut_ptr(), 3) } != 3 {
        return Err(crate::error::raise(
            crate::types::OS_ERROR.get(),
            "Load averages are unobtainable",
        ));
    }
    Ok(tuple::from_slice(&load.map(Value::float)).into())
}

macro_rules! status {
    ($($name:ident $f:ident)*) => { $(
        #[doc = concat!("`", stringify!($f), "(status)`")]
        pub fn $name(status: i32) -> PyResult<bool> {
            Ok(libc::$f(status))
        }
    )* };
}
status! { wcoredump WCOREDUMP wifcontinued WIFCONTINUED wifstopped WIFSTOPPED wifsignaled WIFSIGNALED wifexited WIFEXITED }

macro_rules! status_number {
    ($($name:ident $f:ident)*) => { $(
        #[doc = concat!("`", stringify!($f), "(status)`")]
        pub fn $name(status: i32) -> PyResult {
            number(i64::from(libc::$f(status)))
        }
    )* };
}
status_number! { wexitstatus WEXITSTATUS wtermsig WTERMSIG wstopsig WSTOPSIG }
