//! Versions of compiled code, and what is known of each code object.
//!
//! Asked for and given up by the thread that holds the global lock, filled in by the one that compiles.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use inkwell::context::Context;
use interp::body::{self, site};
use interp::normal::Op;
use runtime::call::{Entry, code_flags};
use runtime::frame::Frame;
use runtime::heap::Handle;
use runtime::layouts::{Code, TypeMask};
use runtime::object::Ref;
use runtime::value::Value;

use super::{INVALIDATED, SETTINGS, queue, spending};
use crate::baseline;
use crate::engine::{self, Compiler, Tier};
use crate::opt::exits::{ExitInfo, Reason};
use crate::opt::snapshot;
use crate::opt::types::Ty;
use crate::opt::{Job, Stress};
use crate::output::Facts;

/// Exits by one failing guard after which a version is given up.
const FAILURES: u32 = 12;
/// Versions of a code object that speculate, before one that does not.
const VERSIONS: u32 = 10;

/// Trips a call that make a loop worth an entry of its own.
const LONG_LOOP: u32 = 1_000;
/// How many times more trips it takes when another loop of the function has an entry.
const OTHER_LOOPS: u32 = 8;
/// Calls above which the number of trips alone tells.
const MANY_CALLS: u32 = 24;

/// Functions that may wait to be compiled: what was seen gets old.
const QUEUED: usize = 6;

/// Bit of `Code::state`: there is nothing better than the interpreter.
pub const NEVER: u32 = 1;

#[derive(Default)]
struct CodeState {
    /// Versions in use, by entry.
    versions: HashMap<u32, usize>,
    /// The version being compiled, by entry.
    pending: HashMap<u32, usize>,
    /// Versions made so far.
    made: u32,
    /// Not to be optimised any more.
    settled: bool,
    /// The baseline's code, or that it cannot be made.
    baseline: Option<Option<Entry>>,
}

struct Version {
    code_object: usize,
    entries: Vec<u32>,
    code: Option<engine::Code>,
    /// Keeps what is built into the code alive.
    _keep: Vec<Handle>,
    failures: HashMap<u32, u32>,
    valid: bool,
}

#[derive(Default)]
struct State {
    codes: HashMap<usize, CodeState>,
    versions: Vec<Version>,
    /// Jobs not finished.
    waiting: usize,
    /// Code that better code took the place of; perhaps still on some stack.
    replaced: Vec<engine::Code>,
}

thread_local! {
    static COMPILER: RefCell<Option<Compiler>> = const { RefCell::new(None) };
}

/// Runs `f` with this thread's own code generator.
fn with_compiler<R>(f: impl FnOnce(&mut Compiler) -> R) -> R {
    COMPILER.with(|c| f(c.borrow_mut().get_or_insert_with(Compiler::new)))
}

struct Global(Mutex<State>);
// SAFETY: handles are made and dropped by the thread that holds the global lock. The compiling thread only
// looks for versions, and gives them their code.
unsafe impl Send for Global {}
// SAFETY: as above.
unsafe impl Sync for Global {}
static STATE: LazyLock<Global> = LazyLock::new(|| Global(Mutex::default()));

fn state() -> MutexGuard<'static, State> {
    STATE.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Compiled code for an entry of the frame's code, if there is any yet; else it is asked for, if it is hot enough.
pub fn entry_for(
    frame: &Frame,
    here: u32,
    trips: u32,
    is_hot: impl FnOnce() -> bool,
) -> Option<Entry> {
    let mut state = state();
    let code = frame.code.get();
    let address = code.addr();
    let mut entry = here;
    let s = state.codes.entry(address).or_default();
    if let Some(&v) = s.versions.get(&entry) {
        return state.versions[v].code.as_ref().map(entry_of);
    }
    if s.pending.contains_key(&entry) {
        wait(code, entry);
        return None;
    }
    if s.settled || SETTINGS.baseline.load(Ordering::Relaxed) {
        return state.baseline(code);
    }
    let generator = code.flags.get() & code_flags::GENERATOR != 0;
    if entry != 0 && !generator && is_short(code, trips) {
        // The next call is what matters.
        if s.versions.contains_key(&0) || s.pending.contains_key(&0) {
            return None;
        }
        entry = 0;
    }
    // Loops in one another are hot together: code for one of them does for all.
    if entry != 0
        && !generator
        && (s.pending.keys().any(|&e| e != 0)
            || (s.versions.keys().any(|&e| e != 0)
                && trips < OTHER_LOOPS * SETTINGS.trips.load(Ordering::Relaxed)))
    {
        return None;
    }
    // The first one tells what compiling costs.
    let may_wait = if spending::is_measured() { QUEUED } else { 1 };
    if state.waiting >= may_wait {
        wait(code, entry);
        return None;
    }
    if !is_hot() {
        return None;
    }
    state.request(frame, entry);
    let s = state.codes.entry(address).or_default();
    if let Some(&v) = s.versions.get(&here) {
        return state.versions[v].code.as_ref().map(entry_of);
    }
    if s.settled && here == entry {
        return state.baseline(code);
    }
    None
}

/// Is a loop that went round so often gone round a few times a call? (Calls of compiled code are not counted.)
fn is_short(code: Ref<Code>, trips: u32) -> bool {
    trips / LONG_LOOP < code.counter.get().min(MANY_CALLS)
}

/// A version is compiled, or cannot be.
pub fn install(version: usize, outcome: Result<engine::Code, String>) {
    state().install(version, outcome);
}

/// Is the version in use?
pub fn is_valid(version: usize) -> bool {
    state().versions[version].valid
}

/// Asks again some calls later.
fn wait(code: Ref<Code>, entry: u32) {
    if entry == 0 {
        let calls = SETTINGS.calls.load(Ordering::Relaxed);
        code.counter.set(calls.saturating_sub(32));
    }
}

fn entry_of(code: &engine::Code) -> Entry {
    // SAFETY: the lowerings make functions of this signature.
    unsafe { std::mem::transmute::<usize, Entry>(code.entry()) }
}

/// Says what happens, when asked to (`-v`).
fn log(text: impl FnOnce() -> String) {
    if super::SETTINGS.verbose.load(Ordering::Relaxed) {
        eprintln!("{}", text());
    }
}

fn name_of(code: usize) -> String {
    // SAFETY: asked for code that versions and exits keep alive.
    let code: Ref<Code> = unsafe { Ref::from_raw(code as *mut Code) };
    format!(
        "{}:{}",
        code.name.get().as_ref().to_text(),
        code.first_lineno.get()
    )
}

/// How many nodes a function's normalised form has.
pub fn nodes_of(code: Ref<Code>) -> usize {
    body::of(code).normal().nodes.len()
}

/// What a register holds, where that is worth a guard.
fn register_type(v: Option<Value>) -> Ty {
    match v {
        Some(v) if v.is_small_int() => Ty::in_repr(TypeMask::INT, runtime::layouts::Repr::Int),
        Some(v) if v.is_float() => Ty::in_repr(TypeMask::FLOAT, runtime::layouts::Repr::Float),
        _ => Ty::NOTHING,
    }
}

impl State {
    fn request(&mut self, frame: &Frame, entry: u32) {
        let code = frame.code.get();
        let address = code.addr();
        let normal = body::of(code).normal();
        let generator = code.flags.get() & code_flags::GENERATOR != 0;
        let mut entries = vec![entry];
        if generator {
            // A generator's frame is entered after each of its yields, whatever made it hot.
            let resumes = normal.resume.iter().enumerate().skip(1);
            let after = resumes
                .filter(|(_, node)| normal.nodes[**node as usize].op == Op::Resume)
                .map(|(k, _)| k as u32);
            entries = std::iter::once(0).chain(after).collect();
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        let made = self.codes.entry(address).or_default().made;
        let registers = if entry == 0 || generator || made >= VERSIONS {
            Vec::new()
        } else {
            (0..normal.nregs)
                .map(|r| register_type(frame.reg(r)))
                .collect()
        };
        // What caches know of may die as long as no handle keeps it.
        runtime::heap::pause();
        let shot = snapshot::take(code, registers);
        let keep = shot.keep.iter().map(|&b| Handle::new(b)).collect();
        runtime::heap::resume();
        let version = self.versions.len();
        self.versions.push(Version {
            code_object: address,
            entries: entries.clone(),
            code: None,
            _keep: keep,
            failures: HashMap::new(),
            valid: true,
        });
        let s = self.codes.entry(address).or_default();
        s.made += 1;
        for &e in &entries {
            s.pending.insert(e, version);
        }
        self.waiting += 1;
        let job = Job {
            shot,
            entries,
            speculate: made < VERSIONS,
            stress: Stress {
                some: SETTINGS.stress.load(Ordering::Relaxed),
                each: SETTINGS.each.load(Ordering::Relaxed),
            },
            version,
            tier: if SETTINGS.plain.load(Ordering::Relaxed) {
                Tier::Plain
            } else if SETTINGS.highest.load(Ordering::Relaxed) {
                Tier::Optimising
            } else {
                Tier::Light
            },
        };
        if SETTINGS.sync.load(Ordering::Relaxed) {
            let outcome = with_compiler(|c| queue::run(c, &Facts::of_runtime(), &job));
            self.install(version, outcome);
        } else if !queue::send(job) {
            self.install(version, Err("no compiling thread".to_owned()));
        }
    }

    fn install(&mut self, version: usize, outcome: Result<engine::Code, String>) {
        let v = &mut self.versions[version];
        if let Some(light) = v.code.take() {
            // Better code for a version in use.
            match outcome {
                Ok(code) if v.valid => {
                    self.replaced.push(light);
                    self.take_up(version, code);
                    if self.versions[version].entries != [0] {
                        // Loops that run come by.
                        runtime::interrupt::ask();
                    }
                }
                _ => v.code = Some(light),
            }
            return;
        }
        self.waiting -= 1;
        let s = self.codes.entry(v.code_object).or_default();
        s.pending.retain(|_, p| *p != version);
        match outcome {
            Ok(code) => {
                for &e in &v.entries {
                    s.versions.insert(e, version);
                }
                self.take_up(version, code);
            }
            Err(why) => {
                log(|| format!("not optimised: {} {why}", name_of(v.code_object)));
                s.settled = true;
                v.valid = false;
            }
        }
    }

    /// The version's code is this.
    fn take_up(&mut self, version: usize, code: engine::Code) {
        let v = &mut self.versions[version];
        let entry = entry_of(&code);
        log(|| {
            format!(
                "optimised {} entries {:?} version {version} bytes {} in {:?} ({:?})",
                name_of(v.code_object),
                v.entries,
                code.code_len,
                code.timing.total(),
                code.tier,
            )
        });
        v.code = Some(code);
        if v.entries.contains(&0) {
            // SAFETY: kept alive by the version's handles. The entry is a word, which the thread that runs
            // Python reads as it was before or as it is now.
            let object: Ref<Code> = unsafe { Ref::from_raw(v.code_object as *mut Code) };
            object.entry.set(entry);
        }
    }

    /// Compiles a code object by the baseline, once.
    fn baseline(&mut self, code: Ref<Code>) -> Option<Entry> {
        let s = self.codes.entry(code.addr()).or_default();
        if let Some(made) = s.baseline {
            let interpreted = interp::machine::enter as Entry;
            if let Some(entry) = made
                && std::ptr::fn_addr_eq(code.entry.get(), interpreted)
            {
                // A version that had taken its place is gone.
                code.entry.set(entry);
            }
            return made;
        }
        engine::start();
        let context = Context::create();
        let unit = baseline::lower(&context, &Facts::of_runtime(), code, body::of(code));
        let done = with_compiler(|c| c.compile(unit, Tier::Baseline));
        // The state is found by the object's address: it must not become another object's.
        std::mem::forget(Handle::new(Value::from(code).bits()));
        s.baseline = Some(None);
        if done.is_err() {
            code.state.set(code.state.get() | NEVER);
        }
        let compiled = done.ok()?;
        let entry = entry_of(&compiled);
        s.baseline = Some(Some(entry));
        std::mem::forget(compiled);
        code.entry.set(entry);
        Some(entry)
    }

    /// Takes a version out of use; frames that run it go on until they leave.
    fn invalidate(&mut self, version: usize) {
        let v = &mut self.versions[version];
        if !v.valid {
            return;
        }
        v.valid = false;
        INVALIDATED.fetch_add(1, Ordering::Relaxed);
        let s = self.codes.entry(v.code_object).or_default();
        s.versions.retain(|_, x| *x != version);
        // SAFETY: kept alive by the version's handles.
        let object: Ref<Code> = unsafe { Ref::from_raw(v.code_object as *mut Code) };
        if v.entries.contains(&0) {
            object.entry.set(interp::machine::enter);
            // Time to learn before the next one.
            let calls = SETTINGS.calls.load(Ordering::Relaxed);
            object.counter.set(calls.saturating_sub(50));
        }
        // The last one believes nothing.
        s.settled = s.made > VERSIONS;
    }
}

/// An exit of a version was taken.
pub fn failed(version: usize, id: u32, info: &ExitInfo) {
    if !matches!(info.reason, Reason::Guard | Reason::Cold) {
        return;
    }
    let Ok(mut state) = STATE.0.try_lock() else {
        return;
    };
    let v = &mut state.versions[version];
    if !v.valid {
        // Frames that are still in it tell nothing new.
        return;
    }
    let n = v.failures.entry(id).or_insert(0);
    *n += 1;
    if *n < FAILURES {
        return;
    }
    let inner = &info.frames[0];
    // SAFETY: code objects built into code are kept alive by it.
    let code: Ref<Code> = unsafe { Ref::from_raw(inner.code as *mut Code) };
    let word = &body::of(code).feedback().sites[info.site as usize];
    let op = body::of(code).normal().nodes[info.site as usize].op;
    log(|| {
        format!(
            "given up {} version {version}: {:?} in {} at {} {op:?} line {} profile {:#x}",
            name_of(state.versions[version].code_object),
            info.reason,
            name_of(inner.code),
            info.site,
            body::of(code).normal().line(info.site),
            body::of(code).feedback().profiles[info.site as usize].get(),
        )
    });
    if word.get() & site::FAILED != 0 {
        word.set(word.get() | site::SETTLED);
    } else {
        word.set(word.get() | site::FAILED);
    }
    state.invalidate(version);
}
