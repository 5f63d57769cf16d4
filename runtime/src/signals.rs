//! Signals: the C handler notes that a signal came, the main thread runs its Python handler later.
//!
//! The kernel may deliver a signal to any thread of the process. Only the main Python thread runs
//! handlers, and its system calls are to be interrupted: the C handler, when it finds itself in
//! another thread, sends the signal on.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, Ordering};

use crate::error::{PyResult, raise_value};
use crate::frame::Frame;
use crate::heap::Tracer;
use crate::interrupt;
use crate::thread;
use crate::value::Value;

/// One more than the highest signal number.
pub const NSIG: usize = 65;

/// A signal came that has not been served.
static ANY: AtomicBool = AtomicBool::new(false);
static CAME: [AtomicBool; NSIG] = [const { AtomicBool::new(false) }; NSIG];
/// The main Python thread, as pthread_self gave it.
static MAIN: AtomicU64 = AtomicU64::new(0);
/// Where the C handler writes a byte, or -1.
static WAKEUP: AtomicI32 = AtomicI32::new(-1);

struct Handlers(Cell<[Option<Value>; NSIG]>);
// SAFETY: touched under the global lock only.
unsafe impl Sync for Handlers {}
/// What Python calls for each signal; SIG_DFL and SIG_IGN are the ints 0 and 1, None is a handler
/// that Python does not know.
static HANDLERS: Handlers = Handlers(Cell::new([None; NSIG]));

fn handlers() -> &'static [Cell<Option<Value>>] {
    let all: &Cell<[Option<Value>]> = &HANDLERS.0;
    all.as_slice_of_cells()
}

/// The C handler.
pub extern "C" fn on_signal(signal: i32) {
    // SAFETY: errno belongs to the interrupted code; pthread_kill, getpid and write may be called here.
    unsafe {
        let errno = *libc::__errno_location();
        let main = MAIN.load(Ordering::SeqCst);
        if libc::pthread_self() as u64 != main {
            libc::pthread_kill(main as libc::pthread_t, signal);
        } else {
            trip(signal as usize);
        }
        *libc::__errno_location() = errno;
    }
}

fn trip(signal: usize) {
    if let Some(came) = CAME.get(signal) {
        came.store(true, Ordering::SeqCst);
        ANY.store(true, Ordering::SeqCst);
        interrupt::ask();
        let fd = WAKEUP.load(Ordering::SeqCst);
        if fd != -1 {
            // SAFETY: writes one byte that is there.
            unsafe { libc::write(fd, c"".as_ptr().cast(), 1) };
        }
    }
}

/// As if the signal had come (`thread.interrupt_main`).
pub fn simulate(signal: usize) {
    trip(signal);
}

/// The handler of a signal; `None` is one that Python does not know.
pub fn handler(signal: usize) -> Option<Value> {
    handlers().get(signal).and_then(Cell::get)
}

pub fn set_handler(signal: usize, handler: Option<Value>) {
    if let Some(h) = handlers().get(signal) {
        h.set(handler);
    }
}

/// Sets the descriptor for the C handler's bytes; the old one.
pub fn set_wakeup(fd: i32) -> i32 {
    WAKEUP.swap(fd, Ordering::SeqCst)
}

/// Tells the system what happens on a signal: SIG_DFL, SIG_IGN, or [`on_signal`]. The action before,
/// or -1 (SIG_ERR) with `errno`.
pub fn install(signal: i32, action: libc::sighandler_t) -> libc::sighandler_t {
    // SAFETY: both structures are local; the handler only stores to memory that is always there.
    unsafe {
        let mut new: libc::sigaction = std::mem::zeroed();
        let mut old: libc::sigaction = std::mem::zeroed();
        new.sa_sigaction = action;
        libc::sigemptyset(&mut new.sa_mask);
        if libc::sigaction(signal, &new, &mut old) == -1 {
            return libc::SIG_ERR;
        }
        old.sa_sigaction
    }
}

/// The action that the system has for a signal.
pub fn installed(signal: i32) -> libc::sighandler_t {
    // SAFETY: the structure is local.
    unsafe {
        let mut old: libc::sigaction = std::mem::zeroed();
        if libc::sigaction(signal, std::ptr::null(), &mut old) == -1 {
            return libc::SIG_ERR;
        }
        old.sa_sigaction
    }
}

/// The calling thread is the main Python thread. SIGPIPE and SIGXFSZ are ignored, so that writing fails
/// instead; SIGINT raises KeyboardInterrupt.
pub fn start() {
    claim_main();
    // SAFETY: changes only what the signals do.
    unsafe {
        libc::signal(libc::SIGPIPE, libc::SIG_IGN);
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
    }
    if installed(libc::SIGINT) == libc::SIG_DFL {
        install(libc::SIGINT, on_signal as *const () as libc::sighandler_t);
    }
}

fn claim_main() {
    // SAFETY: a call without memory arguments.
    MAIN.store(unsafe { libc::pthread_self() } as u64, Ordering::SeqCst);
}

/// Are all signals that have come such that system calls go on after them (`siginterrupt`)?
pub fn goes_on() -> bool {
    let came = (1..NSIG).filter(|&n| CAME[n].load(Ordering::Relaxed));
    let restarts = |n: usize| {
        let mut action = std::mem::MaybeUninit::<libc::sigaction>::zeroed();
        // SAFETY: room for what is installed; all zero is one.
        unsafe {
            libc::sigaction(n as i32, std::ptr::null(), action.as_mut_ptr()) == 0
                && action.assume_init_ref().sa_flags & libc::SA_RESTART != 0
        }
    };
    let mut some = false;
    let all = came.inspect(|_| some = true).all(restarts);
    all && some
}

/// Is the calling thread the main one, which runs handlers?
pub fn in_main_thread() -> bool {
    // SAFETY: a call without memory arguments.
    unsafe { libc::pthread_self() as u64 == MAIN.load(Ordering::SeqCst) }
}

/// Does a signal wait for its handler?
pub fn is_pending() -> bool {
    ANY.load(Ordering::SeqCst)
}

/// Runs the handlers of the signals that came, if this is the main thread.
///
/// # Errors
/// What a handler raised; the signals after it are served the next time.
pub fn run_pending() -> PyResult<()> {
    if !is_pending() || !in_main_thread() {
        return Ok(());
    }
    ANY.store(false, Ordering::SeqCst);
    for (signal, came) in CAME.iter().enumerate() {
        if came.swap(false, Ordering::SeqCst)
            && let Err(e) = run(signal)
        {
            if CAME.iter().any(|c| c.load(Ordering::SeqCst)) {
                ANY.store(true, Ordering::SeqCst);
                interrupt::ask();
            }
            return Err(e);
        }
    }
    Ok(())
}

/// The same for a program that runs: there no handler interrupts another one, which are served when it is done.
/// Those that wait for something serve signals at once.
///
/// # Errors
/// What a handler raised.
pub fn run_pending_in_turn() -> PyResult<()> {
    static BUSY: AtomicBool = AtomicBool::new(false);
    /// So often at most, that others have their turn as well.
    const ROUNDS: usize = 32;
    if !is_pending() || !in_main_thread() || BUSY.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let mut r = Ok(());
    for _ in 0..ROUNDS {
        if r.is_err() || !is_pending() {
            break;
        }
        r = run_pending();
    }
    BUSY.store(false, Ordering::SeqCst);
    if is_pending() {
        interrupt::ask();
    }
    r
}

fn run(signal: usize) -> PyResult<()> {
    match handler(signal) {
        None if signal == libc::SIGINT as usize => Err(keyboard_interrupt()),
        // SIG_DFL or SIG_IGN, set after the signal came.
        Some(h) if !h.is_none() && h.as_int().is_none() => {
            let frame = crate::builtins::frame::current().map_or(Value::none(), |f: &Frame| {
                crate::builtins::frame::object_of(f).into()
            });
            crate::call::call_values(h, &[Value::int(signal as i64), frame]).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Raises KeyboardInterrupt.
pub fn keyboard_interrupt() -> crate::error::Raised {
    raise_value(crate::types::KEYBOARD_INTERRUPT.get().into(), None)
}

/// Marks the handlers.
pub fn trace_roots(t: &mut Tracer) {
    for h in handlers() {
        t.mark_value(h.get().map_or(0, Value::bits));
    }
}

pub(crate) fn after_fork_in_child() {
    claim_main();
    for came in &CAME {
        came.store(false, Ordering::SeqCst);
    }
    ANY.store(false, Ordering::SeqCst);
    thread::claim_main();
    crate::modules::thread::after_fork_in_child();
}
