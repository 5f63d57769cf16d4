//! From a finished [`Unit`] to running code, and back out of it.
//!
//! One LLVM context a compiled function, dropped as soon as there is machine code: LLVM makes a
//! relocatable object, [`object`] places it in [`memory`] near the executable, [`stackmap`] keeps what
//! exits and introspection need. Context, IR and object are gone then; what a compiled function
//! occupies is its pages and small tables. (LLVM's own JIT linkers keep context and IR, and make a
//! target machine for each function.)
//!
//! A [`Compiler`] belongs to a thread and keeps that thread's passes and target machine ([`pipeline`]). Several threads may
//! compile at once; [`Code`] may be handed to any thread.
//!
//! **Invariant**: no Rust panic and no unwinding crosses compiled code. Runtime functions are
//! `extern "C"`, which turns a panic into an abort.

mod audit;
mod code;
mod diagnostics;
mod exit;
mod frames;
mod memory;
mod object;
pub mod occupied;
mod pipeline;
mod stackmap;
mod start;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ffi::CString;
use std::fmt;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use inkwell::llvm_sys::support::LLVMParseCommandLineOptions;
use inkwell::module::Module;
use inkwell::targets::{
    CodeModel, FileType, InitializationConfig, RelocMode, Target, TargetMachineOptions,
    TargetTriple,
};

pub use audit::{disassemble, enable_perf_map};
pub use code::{Code, CodeId, CodeInfo, Retired, find};
pub use exit::{ExitHook, SavedRegisters, exits_taken, set_exit_hook};
pub use frames::{LiveFrame, live_frames};
pub use memory::{is_near as memory_is_near, used as memory_used};
pub use object::LinkError;
pub use stackmap::{Location, Registers, Site, Stackmap};
pub use start::{set_late_constructors, start};

use diagnostics::Diagnostics;
use pipeline::Pipeline;

use crate::output::{EXIT_BYTES, RecordKind, Unit};

/// How much work goes into a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tier {
    /// No optimisation, LLVM's fast instruction selector.
    Baseline,
    /// The same for functions with records, as far as there are registers for all live values of one: for tests of
    /// what is above LLVM, which have a third to do of what `Light` takes.
    Plain,
    /// A few cheap passes.
    Light,
    /// The chosen pipeline.
    Optimising,
}

/// What compiling a function took.
#[derive(Clone, Copy, Default, Debug)]
pub struct Timing {
    /// LLVM's passes over the IR.
    pub passes: Duration,
    /// Instruction selection to object.
    pub codegen: Duration,
    /// Placing the object.
    pub link: Duration,
}

impl Timing {
    /// Altogether.
    pub fn total(&self) -> Duration {
        self.passes + self.codegen + self.link
    }
}

/// Why a function could not be compiled; it then stays in the tier it is in.
#[derive(Debug)]
pub enum CompileError {
    /// LLVM found the function malformed: a defect in a lowering.
    Invalid(String),
    /// LLVM failed.
    Llvm(String),
    /// Too big, at that many values, for a tier that can compile its exits.
    TooBig(usize),
    /// The object could not be placed.
    Link(LinkError),
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            CompileError::Invalid(what) => write!(f, "invalid code: {what}"),
            CompileError::Llvm(what) => write!(f, "code generator: {what}"),
            CompileError::TooBig(size) => write!(f, "too big: {size} values"),
            CompileError::Link(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CompileError {}

/// Limits on the work for one function.
///
/// Measured on one core, for a guarded, boxing add with a call on its cold side and an exit (7 values,
/// 5 blocks): `Baseline` 0.3 ms a function and 20 µs a node, `Light` 1 ms and 0.17 ms, `Optimising`
/// 1.5 ms and 0.35 ms. The defaults bound a function to about a second.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Units bigger than this ([`Unit::size`]) are compiled as `Light` at most.
    pub optimising_size: usize,
    /// Units bigger than this are compiled as `Baseline`.
    pub light_size: usize,
    /// When the passes so far took this long, the rest of them is left out.
    pub passes: Duration,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            optimising_size: 15_000,
            light_size: 40_000,
            passes: Duration::from_millis(250),
        }
    }
}

/// Counters of one tier, since the process began.
#[derive(Clone, Copy, Default, Debug)]
pub struct TierStats {
    /// Functions compiled.
    pub functions: u64,
    /// Values of their units.
    pub values: u64,
    /// Microseconds altogether.
    pub micros: u64,
    /// Bytes of instructions.
    pub code_bytes: u64,
    /// Functions whose passes ran out of budget, or that were too big for the tier asked for.
    pub over_budget: u64,
}

#[derive(Default)]
struct Counters {
    functions: AtomicU64,
    values: AtomicU64,
    nanos: AtomicU64,
    code_bytes: AtomicU64,
    over_budget: AtomicU64,
}

static COUNTERS: [Counters; 4] = [const {
    Counters {
        functions: AtomicU64::new(0),
        values: AtomicU64::new(0),
        nanos: AtomicU64::new(0),
        code_bytes: AtomicU64::new(0),
        over_budget: AtomicU64::new(0),
    }
}; 4];

/// The counters of a tier.
pub fn stats(tier: Tier) -> TierStats {
    let counters = &COUNTERS[tier as usize];
    TierStats {
        functions: counters.functions.load(Ordering::Relaxed),
        values: counters.values.load(Ordering::Relaxed),
        micros: counters.nanos.load(Ordering::Relaxed) / 1000,
        code_bytes: counters.code_bytes.load(Ordering::Relaxed),
        over_budget: counters.over_budget.load(Ordering::Relaxed),
    }
}

/// What cannot be said through LLVM's interfaces, only on its command line. `PYSTON_LLVM` adds more,
/// for measurements.
const LLVM_OPTIONS: &[&str] = &[
    // Live values of a statepoint stay in registers that survive the call; else all are stored to the
    // stack at each call.
    "-use-registers-for-deopt-values",
    // Region splitting in the register allocator is quadratic in chains of guards: 3.6 s for 1,000
    // guarded adds, 80 ms with this limit, and the code got smaller.
    "-grow-region-complexity-budget=10",
    // Hoisted, a tag is a 64-bit constant in a (spilled) register; left alone, the comparison with it
    // becomes a shift and a comparison with a small one.
    "-disable-constant-hoisting",
    // Registers that live on across exits: a part of the stackmap that nobody reads.
    "-enable-patchpoint-liveness=false",
];

/// Prepares LLVM, once per process.
fn init() {
    static INIT: Once = Once::new();
    INIT.call_once(|| {
        start();
        Target::initialize_x86(&InitializationConfig {
            disassembler: true,
            ..InitializationConfig::default()
        });
        let extra = std::env::var("PYSTON_LLVM").unwrap_or_default();
        let options: Vec<_> = std::iter::once("pyston")
            .chain(LLVM_OPTIONS.iter().copied())
            .chain(extra.split_whitespace())
            .map(|option| CString::new(option).unwrap_or_default())
            .collect();
        let options: Vec<_> = options.iter().map(|option| option.as_ptr()).collect();
        // SAFETY: C strings and their number; no other thread uses LLVM yet.
        unsafe {
            LLVMParseCommandLineOptions(options.len() as i32, options.as_ptr(), std::ptr::null());
        };
    });
}

/// A thread's code generator.
pub struct Compiler {
    pipeline: Option<Pipeline>,
    /// Limits on the work for one function.
    pub budget: Budget,
    /// Run LLVM's verifier on each function first.
    pub verify: bool,
}

impl Default for Compiler {
    fn default() -> Compiler {
        Compiler::new()
    }
}

impl Compiler {
    /// A code generator for this thread.
    pub fn new() -> Compiler {
        init();
        Compiler {
            pipeline: None,
            budget: Budget::default(),
            verify: cfg!(debug_assertions),
        }
    }

    /// What compiles the module, which is told what it is compiled for.
    fn pipeline(&mut self, module: &Module) -> &mut Pipeline {
        let pipeline = self.pipeline.get_or_insert_with(|| {
            let triple = TargetTriple::create("x86_64-unknown-linux-gnu");
            let target = Target::from_triple(&triple).expect("LLVM has our target");
            let (cpu, features) = cpu();
            let options = TargetMachineOptions::new()
                .set_cpu(cpu)
                .set_features(features)
                .set_reloc_mode(RelocMode::PIC)
                .set_code_model(CodeModel::Small);
            let machine = target
                .create_target_machine_from_options(&triple, options)
                .expect("target machine");
            Pipeline::new(machine)
        });
        module.set_triple(&pipeline.machine().get_triple());
        module.set_data_layout(&pipeline.machine().get_target_data().get_data_layout());
        pipeline
    }

    /// The tier that the function's size allows, and whether that is less than asked for.
    ///
    /// Functions with records are never `Baseline`: its register allocator needs all live values of a
    /// record in registers at once.
    fn affordable(&self, unit: &Unit, tier: Tier) -> Result<(Tier, bool), CompileError> {
        let size = unit.size();
        let wanted = match tier {
            Tier::Baseline if !unit.records.is_empty() => Tier::Light,
            tier => tier,
        };
        let tier = match wanted {
            Tier::Optimising if size > self.budget.optimising_size => Tier::Light,
            tier => tier,
        };
        let tier = match tier {
            Tier::Light if size > self.budget.light_size => Tier::Baseline,
            tier => tier,
        };
        if tier == Tier::Baseline && !unit.records.is_empty() {
            return Err(CompileError::TooBig(size));
        }
        Ok((tier, tier != wanted))
    }

    /// Compiles the function and makes it executable.
    pub fn compile(&mut self, unit: Unit, tier: Tier) -> Result<Code, CompileError> {
        let (tier, mut over_budget) = self.affordable(&unit, tier)?;
        let limit = self.budget.passes;
        if self.verify {
            unit.verify().map_err(CompileError::Invalid)?;
        }
        let pipeline = self.pipeline(&unit.module);

        let diagnostics = Diagnostics::of(&unit.module);
        let start = Instant::now();
        over_budget |= !pipeline.run(&unit.module, tier, limit);
        if tier == Tier::Light {
            unit.select_fast();
        }
        let passes = start.elapsed();
        let start = Instant::now();
        let object = pipeline.emit(&unit.module, tier, FileType::Object)?;
        let codegen = start.elapsed();
        if let Some(error) = diagnostics.take() {
            return Err(CompileError::Llvm(error));
        }
        drop(diagnostics);
        let size = unit.size() as u64;
        let start = Instant::now();
        let mut info = link(unit, object.as_slice(), tier)?;
        info.timing = Timing {
            passes,
            codegen,
            link: start.elapsed(),
        };

        let counters = &COUNTERS[tier as usize];
        let add = |counter: &AtomicU64, by: u64| counter.fetch_add(by, Ordering::Relaxed);
        add(&counters.functions, 1);
        add(&counters.values, size);
        add(&counters.nanos, info.timing.total().as_nanos() as u64);
        add(&counters.code_bytes, info.code_len as u64);
        add(&counters.over_budget, over_budget.into());
        audit::note(&info);
        Ok(Code::register(info))
    }

    /// The function's IR after the tier's passes, and its assembly: for eyes.
    pub fn audit(&mut self, unit: &Unit, tier: Tier) -> Result<(String, String), CompileError> {
        let pipeline = self.pipeline(&unit.module);
        pipeline.run(&unit.module, tier, Duration::from_secs(3600));
        let ir = unit.ir();
        if tier == Tier::Light {
            unit.select_fast();
        }
        let assembly = pipeline.emit(&unit.module, tier, FileType::Assembly)?;
        Ok((
            ir,
            String::from_utf8_lossy(assembly.as_slice()).into_owned(),
        ))
    }
}

/// Which processor to generate for. Never AVX-512: exits save sixteen vector registers.
fn cpu() -> (&'static str, &'static str) {
    if is_x86_feature_detected!("sse4.2") && is_x86_feature_detected!("popcnt") {
        if is_x86_feature_detected!("bmi1")
            && is_x86_feature_detected!("bmi2")
            && is_x86_feature_detected!("lzcnt")
        {
            ("x86-64-v2", "+bmi,+bmi2,+lzcnt")
        } else {
            ("x86-64-v2", "")
        }
    } else {
        ("x86-64", "")
    }
}

fn link(unit: Unit, object: &[u8], tier: Tier) -> Result<CodeInfo, CompileError> {
    let resolve = |name: &str| unit.symbols.get(name).copied().or_else(|| library(name));
    let stub = exit::exit_stub as *const () as usize;
    let mut placed =
        object::place(object, &unit.name, &resolve, stub).map_err(CompileError::Link)?;
    let stackmap = Stackmap::parse(&placed.stackmap, &unit.records)
        .map_err(|what| CompileError::Link(LinkError::Malformed(what)))?;
    let start = placed.pages.start();
    let target = placed.exit_jump.map_or(stub, |jump| start + jump);
    let bytes = placed.pages.bytes_mut();
    for site in stackmap.sites() {
        if unit.records[site.record as usize].kind == RecordKind::Exit {
            let end = placed.entry + site.returns_at as usize;
            let field = &mut bytes[end - EXIT_BYTES as usize..end];
            debug_assert!(
                matches!(field[0], 0x0F | 0x66 | 0x90),
                "a no-op to write over"
            );
            let distance = (target as i64 - (start + end) as i64) as i32;
            field[0] = 0xE8;
            field[1..].copy_from_slice(&distance.to_le_bytes());
        }
    }
    placed
        .pages
        .finish()
        .map_err(|e| CompileError::Link(LinkError::Memory(e)))?;
    // SAFETY: `place` put the section there and a zero word behind it; `CodeInfo` drops the
    // registration before the pages.
    let unwind = placed
        .unwind
        .map(|offset| unsafe { frames::Unwind::register((start + offset) as *const u8) });
    Ok(CodeInfo {
        id: CodeId::next(),
        name: unit.name,
        tier,
        timing: Timing::default(),
        code_len: placed.code_len,
        embedded: unit.embedded.into(),
        records: unit.records.into(),
        stackmap,
        entry: start + placed.entry,
        owner: Default::default(),
        _unwind: unwind,
        pages: placed.pages,
    })
}

/// Functions that LLVM calls of its own accord.
fn library(name: &str) -> Option<usize> {
    unsafe extern "C" {
        fn fmod(a: f64, b: f64) -> f64;
        fn floor(a: f64) -> f64;
        fn ceil(a: f64) -> f64;
        fn trunc(a: f64) -> f64;
        fn pow(a: f64, b: f64) -> f64;
    }
    let address = match name {
        "memcpy" => libc::memcpy as *const () as usize,
        "memmove" => libc::memmove as *const () as usize,
        "memset" => libc::memset as *const () as usize,
        "memcmp" => libc::memcmp as *const () as usize,
        "fmod" => fmod as *const () as usize,
        "floor" => floor as *const () as usize,
        "ceil" => ceil as *const () as usize,
        "trunc" => trunc as *const () as usize,
        "pow" => pow as *const () as usize,
        _ => return None,
    };
    Some(address)
}

/// Names of runtime functions by address, for [`disassemble`].
pub fn names(unit: &Unit) -> HashMap<usize, String> {
    unit.symbols
        .iter()
        .map(|(name, &address)| (address, (*name).to_owned()))
        .collect()
}
