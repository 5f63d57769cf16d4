//! The module `signal` (rows: spec/modules/signal.toml). What happens when a signal comes:
//! [`crate::signals`].

use super::native_error::NativeError;
use crate::builtins::{module, str as bytes, tuple};
use crate::error::{PyResult, Raised, raise_value, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::Module;
use crate::signals::{self, NSIG};
use crate::value::Value;

static ITIMER_ERROR: NativeError = NativeError::new();

pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    for (name, which) in [
        ("ITIMER_REAL", libc::ITIMER_REAL),
        ("ITIMER_VIRTUAL", libc::ITIMER_VIRTUAL),
        ("ITIMER_PROF", libc::ITIMER_PROF),
    ] {
        let which = crate::builtins::long::new(which.into());
        d.set_str(bytes::intern(name.as_bytes()), which);
    }
    d.set_str(
        bytes::intern(b"SIGRTMIN"),
        Value::int(i64::from(libc::SIGRTMIN())),
    );
    d.set_str(
        bytes::intern(b"SIGRTMAX"),
        Value::int(i64::from(libc::SIGRTMAX())),
    );
    let error = ITIMER_ERROR.create("signal", "ItimerError", crate::types::IO_ERROR.get());
    d.set_str(bytes::intern(b"ItimerError"), error?);
    for number in 1..NSIG {
        let action = match signals::installed(number as i32) {
            libc::SIG_DFL => Some(Value::int(0)),
            libc::SIG_IGN => Some(Value::int(1)),
            f if f == signals::on_signal as *const () as usize => {
                // Ours already: SIGINT, since the start.
                d.get_str(bytes::intern(b"default_int_handler"))
            }
            _ => None,
        };
        signals::set_handler(number, action);
    }
    Ok(())
}

/// A class made by the system's errno.
fn last_error(class: Value) -> Raised {
    let error = std::io::Error::last_os_error();
    let errno = error.raw_os_error().unwrap_or(0);
    // SAFETY: strerror returns a string that lives at least until the next call in this thread.
    let text = unsafe { std::ffi::CStr::from_ptr(libc::strerror(errno)) };
    let args = [
        Value::int(i64::from(errno)),
        bytes::new(text.to_bytes()).into(),
    ];
    raise_value(class, Some(tuple::from_slice(&args).into()))
}

fn check(number: i32) -> PyResult<usize> {
    match usize::try_from(number) {
        Ok(n) if (1..NSIG).contains(&n) => Ok(n),
        _ => Err(value_error("signal number out of range")),
    }
}

pub fn alarm(seconds: i32) -> PyResult<i64> {
    // SAFETY: a call without memory arguments.
    Ok(i64::from(unsafe { libc::alarm(seconds as libc::c_uint) }))
}

fn to_timeval(seconds: f64) -> libc::timeval {
    let whole = seconds.floor();
    let mut t = libc::timeval {
        tv_sec: whole as libc::time_t,
        tv_usec: ((seconds - whole) * 1e6) as libc::suseconds_t,
    };
    if seconds > 0.0 && t.tv_sec == 0 && t.tv_usec == 0 {
        // Not zero, which would mean never.
        t.tv_usec = 1;
    }
    t
}

fn from_itimer(t: &libc::itimerval) -> Value {
    let seconds = |t: &libc::timeval| Value::float(t.tv_sec as f64 + t.tv_usec as f64 * 1e-6);
    tuple::from_slice(&[seconds(&t.it_value), seconds(&t.it_interval)]).into()
}

pub fn setitimer(which: i32, seconds: f64, interval: f64) -> PyResult {
    let new = libc::itimerval {
        it_value: to_timeval(seconds),
        it_interval: to_timeval(interval),
    };
    // SAFETY: plain data, for which zeros are valid.
    let mut old: libc::itimerval = unsafe { std::mem::zeroed() };
    // SAFETY: both structures are local.
    if unsafe { libc::setitimer(which as _, &new, &mut old) } != 0 {
        return Err(last_error(ITIMER_ERROR.class()?));
    }
    Ok(from_itimer(&old))
}

pub fn getitimer(which: i32) -> PyResult {
    // SAFETY: plain data, for which zeros are valid.
    let mut old: libc::itimerval = unsafe { std::mem::zeroed() };
    // SAFETY: the structure is local.
    if unsafe { libc::getitimer(which as _, &mut old) } != 0 {
        return Err(last_error(ITIMER_ERROR.class()?));
    }
    Ok(from_itimer(&old))
}

/// `signal.signal`
pub fn set_action(number: i32, action: Value) -> PyResult {
    if !signals::in_main_thread() {
        return Err(value_error("signal only works in main thread"));
    }
    let n = check(number)?;
    let system = match action.as_int() {
        Some(0) => libc::SIG_DFL,
        Some(1) => libc::SIG_IGN,
        _ if crate::protocol::is_callable(action) => signals::on_signal as *const () as usize,
        _ => {
            return Err(type_error(
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
            ));
        }
    };
    if signals::install(number, system) == libc::SIG_ERR {
        let error = last_error(crate::types::RUNTIME_ERROR.get().value());
        return Err(error);
    }
    // What came before is for the action before.
    crate::interrupt::handle()?;
    let old = signals::handler(n);
    signals::set_handler(n, Some(action));
    Ok(old.unwrap_or(Value::none()))
}

pub fn getsignal(number: i32) -> PyResult {
    Ok(signals::handler(check(number)?).unwrap_or(Value::none()))
}

pub fn set_wakeup_fd(fd: i32) -> PyResult<i64> {
    if !signals::in_main_thread() {
        return Err(value_error("set_wakeup_fd only works in main thread"));
    }
    if fd != -1 {
        // SAFETY: plain data, for which zeros are valid; the structure is local.
        let status = unsafe {
            let mut stat: libc::stat = std::mem::zeroed();
            libc::fstat(fd, &mut stat)
        };
        if status != 0 {
            return Err(value_error("invalid fd"));
        }
    }
    Ok(i64::from(signals::set_wakeup(fd)))
}

pub fn siginterrupt(number: i32, flag: i32) -> PyResult<()> {
    check(number)?;
    // SAFETY: both structures are local; the action stays what it was.
    let done = unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        libc::sigaction(number, std::ptr::null(), &mut action) == 0 && {
            if flag != 0 {
                action.sa_flags &= !libc::SA_RESTART;
            } else {
                action.sa_flags |= libc::SA_RESTART;
            }
            libc::sigaction(number, &action, std::ptr::null_mut()) == 0
        }
    };
    if done {
        Ok(())
    } else {
        Err(last_error(crate::types::RUNTIME_ERROR.get().value()))
    }
}

pub fn pause() -> PyResult<()> {
    crate::interrupt::before_waiting()?;
    // SAFETY: a call without memory arguments.
    without_gil(|| unsafe { libc::pause() });
    crate::interrupt::handle()
}

pub fn default_int_handler(_args: &[Value]) -> PyResult<()> {
    Err(signals::keyboard_interrupt())
}

/// Runs the handlers of the signals that came, after a system call that a signal may have ended.
///
/// # Errors
/// What a handler raised.
pub fn check_signals() -> PyResult<()> {
    if signals::is_pending() {
        crate::interrupt::handle_waiting()
    } else {
        Ok(())
    }
}
