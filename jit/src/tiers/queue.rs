//! The thread that compiles.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use super::sampler::{Sampler, processor_time};
use super::{spending, state};
use crate::engine::{Code, Compiler, Tier, occupied};
use crate::opt::{self, Job};
use crate::output::Facts;

static QUEUE: OnceLock<Option<Sender<Job>>> = OnceLock::new();
/// The process that the compiling thread is in: a child of a fork has none.
static OWNER: AtomicU32 = AtomicU32::new(0);

/// Held while the thread compiles. Nobody forks meanwhile: the child would find locks of the compiler
/// taken, and nobody to give them back.
static BUSY: Mutex<()> = Mutex::new(());

thread_local! {
    /// The lock, in a thread that forks.
    static FORKING: RefCell<Option<MutexGuard<'static, ()>>> = const { RefCell::new(None) };
}

/// How long nothing is asked for before what compiling occupies is given back.
const IDLE: Duration = Duration::from_millis(30);

fn busy() -> MutexGuard<'static, ()> {
    BUSY.lock().unwrap_or_else(PoisonError::into_inner)
}

fn before_fork() {
    FORKING.set(Some(busy()));
}

fn after_fork() {
    FORKING.set(None);
}

fn start() -> Option<Sender<Job>> {
    runtime::gil::at_fork(runtime::gil::AtFork {
        before: before_fork,
        parent: after_fork,
        child: after_fork,
    });
    let (jobs, todo) = channel::<Job>();
    let facts = Facts::of_runtime();
    OWNER.store(std::process::id(), Ordering::Relaxed);
    std::thread::Builder::new()
        .name("compiler".to_owned())
        .stack_size(64 << 20)
        .spawn(move || work(&todo, &facts))
        .ok()?;
    Some(jobs)
}

/// Blocks all signals in this thread but those of its own faults: they are to interrupt what Python waits for.
fn leave_signals_to_python() {
    // SAFETY: the set is local; only this thread's mask changes.
    unsafe {
        let mut signals: libc::sigset_t = std::mem::zeroed();
        libc::sigfillset(&mut signals);
        for fault in [
            libc::SIGSEGV,
            libc::SIGBUS,
            libc::SIGFPE,
            libc::SIGILL,
            libc::SIGTRAP,
        ] {
            libc::sigdelset(&mut signals, fault);
        }
        libc::pthread_sigmask(libc::SIG_BLOCK, &signals, std::ptr::null_mut());
    }
}

/// Compiles what is asked for; meanwhile looks at what runs, and compiles that again.
fn work(todo: &Receiver<Job>, facts: &Facts) {
    leave_signals_to_python();
    let mut compiler = Compiler::new();
    let mut sampler = Sampler::default();
    // When something was compiled whose memory is still occupied.
    let mut compiled: Option<Instant> = None;
    loop {
        let job = match sampler.interval().or(compiled.map(|_| IDLE)) {
            None => match todo.recv() {
                Ok(job) => Some(job),
                Err(_) => return,
            },
            Some(time) => match todo.recv_timeout(time) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            },
        };
        let _busy = busy();
        if job.is_none() && compiled.is_some_and(|at| at.elapsed() >= IDLE) {
            occupied::give_back();
            compiled = None;
        }
        let job = match job {
            Some(job) => job,
            // What is passed over now is seen again, if it matters.
            None if spending::patience(0) > spending::PATIENT => continue,
            None => match sampler.tick() {
                Some(job) if state::is_valid(job.version) => job,
                _ => continue,
            },
        };
        let (began, used) = (
            Instant::now(),
            processor_time(libc::CLOCK_THREAD_CPUTIME_ID),
        );
        let outcome = run(&mut compiler, facts, &job);
        spending::compiled(
            processor_time(libc::CLOCK_THREAD_CPUTIME_ID).saturating_sub(used),
            began.elapsed(),
        );
        let light = match &outcome {
            Ok(code) if code.tier == Tier::Light => Some(code.timing.total()),
            _ => None,
        };
        state::install(job.version, outcome);
        compiled = Some(Instant::now());
        if let (Some(cost), Tier::Light) = (light, job.tier) {
            sampler.watch(job, cost);
        }
    }
}

/// Compiles here and now. A defect in a lowering costs a function its optimisation, not the process.
pub fn run(compiler: &mut Compiler, facts: &Facts, job: &Job) -> Result<Code, String> {
    let work = std::panic::AssertUnwindSafe(|| opt::compile(compiler, facts, job));
    match std::panic::catch_unwind(work) {
        Ok(r) => r,
        Err(_) => Err("the compiler failed".to_owned()),
    }
}

/// Hands a job to the thread; false when there is none.
pub fn send(job: Job) -> bool {
    match QUEUE.get_or_init(start) {
        Some(q) if OWNER.load(Ordering::Relaxed) == std::process::id() => q.send(job).is_ok(),
        _ => false,
    }
}
