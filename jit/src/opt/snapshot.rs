//! What the optimiser sees of the running program: an immutable copy of code and feedback.
//!
//! It is taken by the thread that runs Python, and read by the thread that compiles: nothing in it points into
//! anything that changes. Objects are addresses; the job that holds the snapshot keeps them alive
//! ([`Snapshot::keep`]).

use std::collections::HashMap;
use std::sync::Arc;

use interp::body::{self, site};
use interp::normal::cfg::Cfg;
use interp::normal::{NodeCode, Op};
use runtime::call::bind::{self, Source};
use runtime::call::code_flags;
use runtime::hooks::call::constructor;
use runtime::layouts::{BuiltinFunction, Code, Function, MethodDescriptor, Str, Tuple, TypeMask};
use runtime::object::Ref;
use runtime::types::Builtin;
use runtime::value::Value;

use super::types::Ty;
use crate::output::CellContent;

/// Functions deeper than this are not looked at for inlining.
const DEPTH: u32 = 6;
/// Units of more nodes than this are not inlined.
pub const INLINE_NODES: usize = 120;
/// Units looked at for one compilation.
const UNITS: usize = 60;

/// A function object.
#[derive(Clone, Debug)]
pub struct FunctionShot {
    /// Its address.
    pub address: usize,
    /// Its code object's.
    pub code: usize,
    /// Its code, where it may be inlined.
    pub unit: Option<usize>,
    /// Parameters.
    pub argcount: u32,
    /// Registers of its frame.
    pub nregs: u32,
    /// Globals and builtins dicts.
    pub globals: usize,
    /// Builtins as its globals name them.
    pub builtins: usize,
    /// Cells of its free variables.
    pub cells: Vec<u64>,
    /// Names of its parameters.
    pub params: Vec<u64>,
    /// Defaults of the last parameters: bits and types.
    pub defaults: Vec<(u64, Ty)>,
    /// The tuple of the defaults, or 0.
    pub defaults_tuple: u64,
}

/// Where a parameter's value comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Given {
    /// An argument of the call, by position; keyword values come last.
    Argument(usize),
    /// A default.
    Default(u64, Ty),
}

impl FunctionShot {
    /// What each parameter is given by a call with that many positional arguments and these keywords; `None`
    /// where the call raises, or is not understood.
    pub fn bind(&self, positional: usize, keywords: &[u64]) -> Option<Vec<Given>> {
        let form = bind::Form {
            count: self.argcount as usize,
            defaults: self.defaults.len(),
            star: false,
            kwargs: false,
        };
        let mut known = Known {
            function: self,
            positional,
            keywords,
            given: vec![None; form.count],
        };
        bind::place(&mut known, form, positional, keywords.len()).ok()?;
        known.given.into_iter().collect()
    }
}

/// The parameters of a call that is compiled. What is wrong with it is found when it runs.
struct Known<'f> {
    function: &'f FunctionShot,
    positional: usize,
    keywords: &'f [u64],
    given: Vec<Option<Given>>,
}

impl bind::Parameters for Known<'_> {
    type Error = ();

    fn is_given(&self, parameter: usize) -> bool {
        self.given[parameter].is_some()
    }

    fn give(&mut self, parameter: usize, from: Source) {
        self.given[parameter] = match from {
            Source::Positional(i) => Some(Given::Argument(i)),
            Source::Keyword(k) => Some(Given::Argument(self.positional + k)),
            Source::Default(d) => {
                let default = self.function.defaults.get(d);
                default.map(|&(bits, ty)| Given::Default(bits, ty))
            }
        };
    }

    fn give_rest(&mut self, _from: usize) {}

    fn give_more(&mut self, _keyword: usize) -> Result<(), ()> {
        Err(())
    }

    fn named(&self, keyword: usize) -> Result<Option<usize>, ()> {
        let name = self.keywords[keyword];
        Ok(self.function.params.iter().position(|p| *p == name))
    }

    fn given_twice(&self, _keyword: usize) {}

    fn wrong_count(&self) {}
}

/// A builtin function or method.
#[derive(Clone, Copy, Debug)]
pub struct NativeShot {
    /// Its row, of which the receiver is the first argument.
    pub row: Option<Builtin>,
    /// What it runs.
    pub entry: usize,
    /// Is it bound to a receiver, which goes before the arguments?
    pub bound: bool,
    /// A method, which wants a receiver of its type.
    pub method: bool,
}

/// What a cache entry's value is, to a call.
#[derive(Clone, Debug)]
pub enum Callee {
    /// Nothing to be called directly.
    Other,
    /// A Python function that takes positional arguments only.
    Function(FunctionShot),
    /// A builtin.
    Native(NativeShot),
    /// A class whose instances are plain to make.
    Class(ClassShot),
}

/// A class that has a constructor in Python, or none.
#[derive(Clone, Copy, Debug)]
pub struct ClassShot {
    /// The type whose version tells that it is still so.
    pub versioned: usize,
    /// That version.
    pub version: u32,
    /// The function that is its `__init__`.
    pub init: Option<u64>,
}

/// One inline-cache entry.
#[derive(Clone, Debug)]
pub struct EntryShot {
    /// What is done on a hit.
    pub kind: u16,
    /// Its fields.
    pub content: CellContent,
    /// Type of its value.
    pub ty: Ty,
    /// The class that its key implies, where that is a shape; else anything.
    pub class: Option<usize>,
}

/// One inline cache.
#[derive(Clone, Debug)]
pub struct CacheShot {
    /// Where it is.
    pub address: usize,
    /// Met too much.
    pub megamorphic: bool,
    /// Was filled at all.
    pub filled: bool,
    /// Its entries.
    pub entries: Vec<EntryShot>,
}

/// One code unit.
#[derive(Debug)]
pub struct UnitShot {
    /// The code object.
    pub code: usize,
    /// Its name.
    pub name: String,
    /// Its nodes.
    pub normal: Arc<NodeCode>,
    /// Their control flow.
    pub cfg: Cfg,
    /// Constants: bits and types.
    pub consts: Vec<(u64, Ty)>,
    /// Addresses of names.
    pub names: Vec<u64>,
    /// It may have itself traced.
    pub traces: bool,
    /// Profile words.
    pub profiles: Vec<u32>,
    /// Address of the first profile word.
    pub profile_address: usize,
    /// Bits of [`site`] for each node.
    pub sites: Vec<u8>,
    /// Inline caches.
    pub caches: Vec<CacheShot>,
    /// Has it run often enough for its feedback to mean something?
    pub warm: bool,
}

/// All of it.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// Code units, the one to compile first.
    pub units: Vec<UnitShot>,
    /// What is known of objects that may be called, by their bits.
    pub callees: HashMap<u64, Callee>,
    /// Items of constant tuples of names.
    pub names: HashMap<u64, Vec<u64>>,
    /// Objects to be kept alive.
    pub keep: Vec<u64>,
    /// Types of the values in the frame's registers, for an entry into a loop.
    pub registers: Vec<Ty>,
    /// Address of the cell that holds the running thread.
    pub thread_cell: usize,
    /// Types of tagged ints and floats have constant shapes: their types' versions are read through these.
    pub root_code: usize,
}

struct Taker {
    shot: Snapshot,
    by_code: HashMap<usize, usize>,
}

/// A value's type as known from looking at it.
pub fn ty_of(v: Value) -> Ty {
    Ty::of_bits(v.bits(), TypeMask::of(v))
}

/// Takes a snapshot of a code object and what it calls.
pub fn take(code: Ref<Code>, registers: Vec<Ty>) -> Snapshot {
    let mut t = Taker {
        shot: Snapshot {
            thread_cell: runtime::thread::current_cell() as usize,
            root_code: code.addr(),
            registers,
            ..Snapshot::default()
        },
        by_code: HashMap::new(),
    };
    t.unit(code, 0);
    t.shot
}

impl Taker {
    fn keep(&mut self, bits: u64) {
        if bits != 0 && bits >> 48 == 0 {
            self.shot.keep.push(bits);
        }
    }

    fn unit(&mut self, code: Ref<Code>, depth: u32) -> usize {
        if let Some(&i) = self.by_code.get(&code.addr()) {
            return i;
        }
        let index = self.shot.units.len();
        self.by_code.insert(code.addr(), index);
        self.keep(code.addr() as u64);
        let body = body::of(code);
        let normal = body.normal().clone();
        let feedback = body.feedback();
        let consts = code.consts();
        let consts = (0..normal.consts.len())
            .map(|i| match consts.as_ref().slot(i).get() {
                Some(v) => {
                    self.keep(v.bits());
                    self.names_in(v);
                    (v.bits(), ty_of(v))
                }
                None => (0, Ty::ABSENT),
            })
            .collect();
        let names = code.names();
        let names = names.as_ref().items();
        let traces = names
            .iter()
            .filter_map(|n| n.cast::<Str>())
            .any(|n| matches!(n.as_ref().bytes(), b"settrace" | b"setprofile" | b"f_trace"));
        let names = names.iter().map(|n| n.bits()).collect();
        let caches: Vec<CacheShot> = feedback
            .caches
            .iter()
            .map(|c| CacheShot {
                address: c as *const _ as usize,
                megamorphic: c.is_megamorphic(),
                filled: c.is_filled(),
                entries: c
                    .contents()
                    .map(|e| {
                        self.keep(e.value.map_or(0, Value::bits));
                        let class = runtime::shape::get(e.key).map(|s| s.ty.addr());
                        self.keep(class.unwrap_or(0) as u64);
                        EntryShot {
                            kind: e.kind,
                            content: CellContent {
                                key: e.key,
                                version: e.version,
                                offset: e.offset,
                                shape: e.shape,
                                aux: e.aux,
                                extra: e.extra,
                                value: e.value.map_or(0, Value::bits),
                            },
                            ty: e.value.map_or(Ty::ABSENT, ty_of),
                            class,
                        }
                    })
                    .collect(),
            })
            .collect();
        let cfg = Cfg::new(&normal.nodes, &normal.handlers);
        self.shot.units.push(UnitShot {
            code: code.addr(),
            name: code.name.get().as_ref().to_text().to_string(),
            cfg,
            consts,
            names,
            traces,
            profiles: feedback.profiles.iter().map(|p| p.get()).collect(),
            profile_address: feedback.profiles.as_ptr() as usize,
            sites: feedback.sites.iter().map(|s| s.get()).collect(),
            caches,
            warm: feedback.profiles.iter().any(|p| p.get() != 0) || code.counter.get() > 1,
            normal: normal.clone(),
        });
        for c in &feedback.caches {
            for e in c.contents() {
                if let Some(v) = e.value {
                    self.callee(v, depth);
                }
            }
        }
        index
    }

    /// Keeps what a tuple of keyword names says.
    fn names_in(&mut self, v: Value) {
        if let Some(t) = v.exact::<Tuple>() {
            let items = t.as_ref().items();
            if items.iter().all(|i| i.exact::<Str>().is_some()) {
                let names = items.iter().map(|i| i.bits()).collect();
                self.shot.names.insert(v.bits(), names);
            }
        }
    }

    fn callee(&mut self, v: Value, depth: u32) {
        if self.shot.callees.contains_key(&v.bits()) {
            return;
        }
        let callee = if let Some(f) = v.exact::<Function>() {
            // Breaks cycles.
            self.shot.callees.insert(v.bits(), Callee::Other);
            self.function(f, depth)
        } else if let Some(b) = v.exact::<BuiltinFunction>() {
            Callee::Native(NativeShot {
                row: Builtin::from_row(b.def.get().row),
                entry: b.entry.get() as usize,
                bound: b.receiver.get().is_some(),
                method: false,
            })
        } else if let Some(m) = v.exact::<MethodDescriptor>() {
            Callee::Native(NativeShot {
                row: Builtin::from_row(m.def.get().row),
                entry: m.entry.get() as usize,
                bound: false,
                method: true,
            })
        } else if let Some(c) = constructor(v) {
            let init = c.init.map(|f| f.value());
            if let Some(f) = init {
                self.keep(f.bits());
                self.callee(f, depth);
            }
            self.keep(c.versioned.addr() as u64);
            Callee::Class(ClassShot {
                versioned: c.versioned.addr(),
                version: c.versioned.version.get(),
                init: init.map(Value::bits),
            })
        } else {
            return;
        };
        self.shot.callees.insert(v.bits(), callee);
    }

    fn function(&mut self, f: Ref<Function>, depth: u32) -> Callee {
        let code = f.code.get();
        let simple = code.flags.get() & (code_flags::COMPLEX_CALL | code_flags::OPTIMIZED)
            == code_flags::OPTIMIZED;
        if !simple {
            return Callee::Other;
        }
        let normal = body::of(code).normal();
        let inlinable = depth < DEPTH
            && self.shot.units.len() < UNITS
            && normal.nodes.len() <= INLINE_NODES
            && !normal.nodes.iter().any(|n| n.op == Op::Yield);
        let unit = (inlinable || self.by_code.contains_key(&code.addr()))
            .then(|| self.unit(code, depth + 1));
        let (globals, builtins) = (f.globals.get(), f.builtins.get());
        self.keep(globals.addr() as u64);
        self.keep(builtins.addr() as u64);
        let cells: Vec<u64> = f.closure.get().map_or(Vec::new(), |c| {
            c.as_ref().items().iter().map(|v| v.bits()).collect()
        });
        for &c in &cells {
            self.keep(c);
        }
        let params = code.varnames().as_ref().items()[..code.argcount.get() as usize]
            .iter()
            .map(|n| n.bits())
            .collect();
        let tuple = f.defaults.get();
        self.keep(tuple.map_or(0, |t| t.value().bits()));
        let defaults = tuple.map_or(Vec::new(), |t| {
            t.as_ref()
                .items()
                .iter()
                .map(|v| (v.bits(), ty_of(*v)))
                .collect()
        });
        Callee::Function(FunctionShot {
            address: f.addr(),
            code: code.addr(),
            unit,
            argcount: code.argcount.get(),
            nregs: code.nregs.get(),
            globals: globals.addr(),
            builtins: builtins.addr(),
            cells,
            params,
            defaults,
            defaults_tuple: tuple.map_or(0, |t| t.value().bits()),
        })
    }
}

impl UnitShot {
    /// Has the node's speculation failed, or, at a loop, what registers were believed to hold on entry?
    pub fn failed(&self, pc: u32) -> bool {
        self.sites[pc as usize] & (site::FAILED | site::SETTLED) != 0
    }

    /// Was the node's speculation given up?
    pub fn settled(&self, pc: u32) -> bool {
        self.sites[pc as usize] & site::SETTLED != 0
    }
}
