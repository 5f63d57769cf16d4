//! The thread that compiles.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::engine::{Code, Compiler};
use crate::opt::{self, Job};
use crate::output::Facts;

/// A compiled version, or why there is none.
pub type Outcome = (usize, Result<Code, String>);

struct Queue {
    jobs: Sender<Job>,
    outcomes: Mutex<Receiver<Outcome>>,
}

static QUEUE: OnceLock<Option<Queue>> = OnceLock::new();
static READY: AtomicBool = AtomicBool::new(false);
/// The process that the compiling thread is in: a child of a fork has none.
static OWNER: AtomicU32 = AtomicU32::new(0);

/// Held while the thread compiles. Nobody forks meanwhile: the child would find locks of the compiler
/// taken, and nobody to give them back.
static BUSY: Mutex<()> = Mutex::new(());

thread_local! {
    /// The lock, in a thread that forks.
    static FORKING: RefCell<Option<MutexGuard<'static, ()>>> = const { RefCell::new(None) };
}

fn busy() -> MutexGuard<'static, ()> {
    BUSY.lock().unwrap_or_else(PoisonError::into_inner)
}

fn before_fork() {
    FORKING.set(Some(busy()));
}

fn after_fork() {
    FORKING.set(None);
}

fn start() -> Option<Queue> {
    runtime::gil::at_fork(runtime::gil::AtFork {
        before: before_fork,
        parent: after_fork,
        child: after_fork,
    });
    let (jobs, todo) = channel::<Job>();
    let (done, outcomes) = channel();
    let facts = Facts::of_runtime();
    OWNER.store(std::process::id(), Ordering::Relaxed);
    std::thread::Builder::new()
        .name("compiler".to_owned())
        .stack_size(64 << 20)
        .spawn(move || {
            let mut compiler = Compiler::new();
            for job in todo {
                let version = job.version;
                let outcome = {
                    let _busy = busy();
                    run(&mut compiler, &facts, &job)
                };
                if done.send((version, outcome)).is_err() {
                    return;
                }
                READY.store(true, Ordering::Release);
            }
        })
        .ok()?;
    Some(Queue {
        jobs,
        outcomes: Mutex::new(outcomes),
    })
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
        Some(q) if OWNER.load(Ordering::Relaxed) == std::process::id() => q.jobs.send(job).is_ok(),
        _ => false,
    }
}

/// What is finished.
pub fn finished() -> Vec<Outcome> {
    if !READY.swap(false, Ordering::Acquire) {
        return Vec::new();
    }
    match QUEUE.get() {
        Some(Some(q)) => {
            let outcomes = q.outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            outcomes.try_iter().collect()
        }
        _ => Vec::new(),
    }
}
