//! Which code is worth LLVM's whole effort: that in which the program is seen to spend its time.
//!
//! Code that is new was compiled quickly. The compiling thread, when it has nothing else to do, looks every
//! other millisecond at what the running thread is at, as profilers do from outside: by reading its memory. A
//! version that was seen for longer than it will take to compile it well is compiled again, from the same snapshot.

use std::time::{Duration, Instant};

use super::spending;
use crate::engine::Tier;
use crate::opt::Job;
use crate::opt::fields::{FRAME_CODE, FRAME_PREV, THREAD_FRAME};

/// Time between two looks.
const TICK: Duration = Duration::from_millis(2);
/// The longest time between two looks, when the program waits for something.
const LONGEST: Duration = Duration::from_millis(64);
/// How many times as long it has to be seen where compiling takes the program's processor.
const PATIENT: u32 = 2;
/// Time seen in a version, besides that of compiling it, that makes it worth more.
const ENOUGH: Duration = Duration::from_millis(20);
/// Looks after which a version that was hardly seen is forgotten.
const FORGET: u32 = 1_000;

struct Watched {
    job: Job,
    cost: Duration,
    seen: Duration,
    looks: u32,
}

/// What is looked for.
#[derive(Default)]
pub struct Sampler {
    watched: Vec<Watched>,
    tick: Duration,
    /// When it was last looked, and the processor time that the process had used.
    last: Option<(Instant, Duration)>,
}

/// What a clock of processor time says.
pub fn processor_time(clock: libc::clockid_t) -> Duration {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: room for the answer.
    unsafe { libc::clock_gettime(clock, &mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// A word of this process's memory, where there is any: the system is asked, since what another thread has
/// under way may be gone at any time.
fn peek(address: usize) -> Option<usize> {
    let mut word = 0usize;
    let here = libc::iovec {
        iov_base: (&raw mut word).cast(),
        iov_len: size_of::<usize>(),
    };
    let there = libc::iovec {
        iov_base: address as *mut libc::c_void,
        iov_len: size_of::<usize>(),
    };
    // SAFETY: one word is written, to `word`; an address that cannot be read is an error.
    let n = unsafe { libc::process_vm_readv(libc::getpid(), &here, 1, &there, 1, 0) };
    (n == size_of::<usize>() as isize).then_some(word)
}

/// The code objects of the running thread's innermost two frames.
fn look() -> Option<[usize; 2]> {
    let cell = runtime::thread::current_cell() as usize;
    let frame = peek(peek(cell)? + THREAD_FRAME.offset as usize)?;
    let code = peek(frame + FRAME_CODE.offset as usize)?;
    let outer = peek(frame + FRAME_PREV.offset as usize)?;
    let caller = peek(outer + FRAME_CODE.offset as usize).unwrap_or(0);
    Some([code, caller])
}

impl Sampler {
    /// How long to wait for work before the next look; no time when there is nothing to look for.
    pub fn interval(&self) -> Option<Duration> {
        (!self.watched.is_empty()).then_some(self.tick)
    }

    /// From now on looks for a version that took `cost` to compile.
    pub fn watch(&mut self, job: Job, cost: Duration) {
        self.tick = TICK;
        self.watched.push(Watched {
            job,
            cost,
            seen: Duration::ZERO,
            looks: 0,
        });
    }

    /// Looks; what is to be compiled again, if anything.
    pub fn tick(&mut self) -> Option<Job> {
        let used = processor_time(libc::CLOCK_PROCESS_CPUTIME_ID)
            .saturating_sub(processor_time(libc::CLOCK_THREAD_CPUTIME_ID));
        let now = Instant::now();
        let (then, before) = self.last.replace((now, used))?;
        let passed = (now - then).min(self.tick * 2);
        if used.saturating_sub(before) < passed / 3 {
            self.tick = (self.tick * 2).min(LONGEST);
            return None;
        }
        self.tick = TICK;
        let seen = look()?;
        let many = if spending::crowd() > 1 { PATIENT } else { 1 };
        let mut found = None;
        for (n, w) in self.watched.iter_mut().enumerate() {
            w.looks += 1;
            if seen.contains(&w.job.shot.root_code) {
                w.seen += passed;
                if w.seen >= (w.cost + ENOUGH) * many {
                    found = Some(n);
                }
            }
        }
        if let Some(n) = found {
            let mut job = self.watched.swap_remove(n).job;
            job.tier = Tier::Optimising;
            return Some(job);
        }
        self.watched
            .retain(|w| w.looks < FORGET || w.seen * 100 > TICK * w.looks);
        None
    }
}
