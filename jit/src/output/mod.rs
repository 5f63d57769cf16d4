//! The thin layer between lowerings and LLVM.
//!
//! Emitters generated from the semantics tables, and the lowerings of every tier, speak to an
//! [`Output`]: the primitives of `prims.toml` (it implements [`Prims`](crate::emit::Prims)), blocks and
//! branches, memory accesses that carry their alias class, calls of runtime functions with their
//! effects, and ways out. They never see a type of LLVM's. That keeps the house rules in one place (how a value
//! is boxed, which tests a type mask makes needless, what a guard's cold side looks like, what LLVM
//! may assume of a load or call), and it is the seam along which LLVM could be replaced.
//!
//! Handles ([`Operand`], [`Block`], [`Exit`]) are indices into their `Output`: copyable, without
//! lifetimes. **Invariant**: a handle is only used with the `Output` that made it.
//!
//! An emitter is straight-line: it begins in the current block and ends in the current block, which
//! need not be the same one. A failing guard leaves for its [`Exit`], which is a block (baseline: the
//! next case, or the slow path) or a *deoptimising exit* (optimising tier: live values are handed to
//! the runtime, which resumes the interpreter). A runtime function that fails leaves for the
//! exception exit, set with [`Output::set_on_raise`].

mod calls;
mod exits;
mod flow;
mod memory;
mod operand;
mod prims;
mod support;
#[cfg(test)]
pub(crate) mod tests;
mod values;

use std::collections::{BTreeMap, HashMap};

use inkwell::AddressSpace;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::basic_block::BasicBlock;
use inkwell::builder::{Builder, BuilderError};
use inkwell::context::Context;
use inkwell::module::Module;
use inkwell::types::{BasicType, BasicTypeEnum, FloatType, FunctionType, IntType, PointerType};
use inkwell::values::{
    BasicValue, BasicValueEnum, FloatValue, FunctionValue, IntValue, MetadataValue, PointerValue,
};

use crate::coverage;

pub use calls::FrameState;
pub use exits::{EXIT_BYTES, FORCIBLE, Live, Record, RecordKind, was_forced};
pub use operand::*;

use exits::ExitState;
use memory::Header;

/// Facts about the running runtime that boxing and type tests build into code.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The bits of `None`.
    pub none: u64,
    /// The bits of `True`.
    pub true_: u64,
    /// The bits of `False`.
    pub false_: u64,
    /// Addresses of the type objects of int and float.
    pub number_types: [usize; 2],
    /// `extern "C" fn(i64) -> Value`: an int that does not fit 50 bits, in the heap.
    pub heap_int: usize,
    /// Bits of the interned string.
    pub intern: fn(&'static str) -> u64,
}

impl Facts {
    /// Those of this process's runtime, which has been started.
    pub fn of_runtime() -> Facts {
        use runtime::value::Value;
        extern "C" fn heap_int(number: i64) -> Value {
            Value::int(number)
        }
        Facts {
            none: Value::none().bits(),
            true_: Value::bool(true).bits(),
            false_: Value::bool(false).bits(),
            number_types: [
                Value::small_int(0).ty().addr(),
                Value::float(0.0).ty().addr(),
            ],
            heap_int: heap_int as *const () as usize,
            intern: |text| Value::from(runtime::builtins::str::intern_static(text)).bits(),
        }
    }
}

/// One function under construction.
pub struct Output<'c> {
    context: &'c Context,
    module: Module<'c>,
    builder: Builder<'c>,
    function: FunctionValue<'c>,
    facts: Facts,
    name: String,
    i1: IntType<'c>,
    i32: IntType<'c>,
    i64: IntType<'c>,
    f64: FloatType<'c>,
    ptr: PointerType<'c>,
    values: Vec<BasicValueEnum<'c>>,
    blocks: Vec<BasicBlock<'c>>,
    exits: Vec<ExitState>,
    on_raise: Option<Exit>,
    records: Vec<Record>,
    registers: Option<Operand>,
    cell: Option<CellSource>,
    frame: FrameFacts,
    captured: Option<Vec<(usize, Operand)>>,
    /// The next call of a row is not made: its arguments are kept.
    held_call: HeldCall,
    /// The class that an operand was shown to be of.
    class: Option<(Val, usize)>,
    /// Ways through rows are counted for that tier.
    counted: Option<coverage::Tier>,
    /// Each guard with a deoptimising exit fails once, though it holds.
    each_guard_fails: bool,
    /// How many of them there are.
    forced: u32,
    header: Header,
    functions: HashMap<&'static str, FunctionValue<'c>>,
    intrinsics: HashMap<(&'static str, u32), FunctionValue<'c>>,
    symbols: BTreeMap<&'static str, usize>,
    embedded: Vec<u64>,
    /// Class and access tag of a heap's field at an offset, or of the whole heap.
    aliases: HashMap<(usize, u32), (MetadataValue<'c>, MetadataValue<'c>)>,
    alias_root: MetadataValue<'c>,
    likely_then: MetadataValue<'c>,
    likely_else: MetadataValue<'c>,
    empty_node: MetadataValue<'c>,
    kinds: Kinds,
}

/// See [`Output::hold_call`].
enum HeldCall {
    No,
    Awaited,
    Held(Vec<Operand>),
}

/// Numbers of the metadata kinds in use.
#[derive(Clone, Copy)]
struct Kinds {
    tbaa: u32,
    prof: u32,
    invariant_load: u32,
}

/// A finished function, ready for [`Compiler::compile`](crate::engine::Compiler::compile).
pub struct Unit<'c> {
    pub(crate) module: Module<'c>,
    function: FunctionValue<'c>,
    pub(crate) name: String,
    pub(crate) symbols: BTreeMap<&'static str, usize>,
    pub(crate) records: Vec<Record>,
    pub(crate) embedded: Vec<u64>,
    pub(crate) values: usize,
}

impl Unit<'_> {
    /// The function as LLVM prints it.
    pub fn ir(&self) -> String {
        self.module.print_to_string().to_string()
    }
    /// LLVM's verifier.
    pub fn verify(&self) -> Result<(), String> {
        self.module.verify().map_err(|e| e.to_string())
    }
    /// Asks for the fast instruction selector and no optimisation of machine code, while the target
    /// machine's level still gets it the good register allocator: half the time of selection through
    /// LLVM's graphs, for code about a tenth bigger.
    pub(crate) fn select_fast(&self) {
        for name in ["optnone", "noinline"] {
            let context = self.module.get_context();
            let kind = Attribute::get_named_enum_kind_id(name);
            let attribute = context.create_enum_attribute(kind, 0);
            self.function
                .add_attribute(AttributeLoc::Function, attribute);
        }
    }
    /// A measure of its size: values made while building it.
    pub fn size(&self) -> usize {
        self.values
    }
}

/// Builder calls fail only when the builder has no position or a constant has the wrong type, both
/// defects of this layer.
fn built<T>(result: Result<T, BuilderError>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("code generation: {error}"),
    }
}

impl<'c> Output<'c> {
    /// Begins the function `name` with that signature; the current block is its entry.
    pub fn new(
        context: &'c Context,
        facts: &Facts,
        name: &str,
        signature: &Signature,
    ) -> Output<'c> {
        let module = context.create_module(name);
        let builder = context.create_builder();
        let ptr = context.ptr_type(AddressSpace::default());
        let (i1, i32, i64, f64) = (
            context.bool_type(),
            context.i32_type(),
            context.i64_type(),
            context.f64_type(),
        );
        let root = context.metadata_node(&[context.metadata_string("pyston").into()]);
        let weights = |a: u64, b: u64| {
            context.metadata_node(&[
                context.metadata_string("branch_weights").into(),
                i32.const_int(a, false).into(),
                i32.const_int(b, false).into(),
            ])
        };
        let kinds = Kinds {
            tbaa: context.get_kind_id("tbaa"),
            prof: context.get_kind_id("prof"),
            invariant_load: context.get_kind_id("invariant.load"),
        };
        let types = Types {
            i1,
            i32,
            i64,
            f64,
            ptr,
        };
        let signature = types.signature(context, signature);
        let function = module.add_function(name, signature, None);
        for (key, value) in [("nounwind", 0), ("uwtable", 2)] {
            function.add_attribute(AttributeLoc::Function, enum_attribute(context, key, value));
        }
        function.add_attribute(
            AttributeLoc::Function,
            context.create_string_attribute("frame-pointer", "all"),
        );
        let entry = context.append_basic_block(function, "entry");
        builder.position_at_end(entry);
        Output {
            context,
            builder,
            function,
            facts: *facts,
            name: name.to_owned(),
            i1,
            i32,
            i64,
            f64,
            ptr,
            values: Vec::new(),
            blocks: vec![entry],
            exits: Vec::new(),
            on_raise: None,
            records: Vec::new(),
            registers: None,
            cell: None,
            frame: FrameFacts::default(),
            captured: None,
            held_call: HeldCall::No,
            class: None,
            counted: None,
            each_guard_fails: false,
            forced: 0,
            header: Header::new(),
            functions: HashMap::new(),
            intrinsics: HashMap::new(),
            symbols: BTreeMap::new(),
            embedded: Vec::new(),
            aliases: HashMap::new(),
            alias_root: root,
            likely_then: weights(2000, 1),
            likely_else: weights(1, 2000),
            empty_node: context.metadata_node(&[]),
            kinds,
            module,
        }
    }

    /// The function's parameter. Of arrays, the address is one parameter, the length the next.
    pub fn param(&mut self, index: u32, repr: Repr, mask: TypeMask) -> Operand {
        let value = self
            .function
            .get_nth_param(index)
            .expect("parameter exists");
        if repr == Repr::Bool {
            let bit = built(
                self.builder
                    .build_int_truncate(value.into_int_value(), self.i1, ""),
            );
            return self.operand(bit, repr, mask);
        }
        self.operand(value, repr, mask)
    }

    /// The runtime facts that it builds in.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Counts the ways through rows that run, if that was asked for.
    pub fn count_ways(&mut self, tier: coverage::Tier) {
        self.counted = coverage::enabled().then_some(tier);
    }

    /// From here on, each guard that leaves through a deoptimising exit ([`Output::deopt_exit`]) does so once
    /// though it holds.
    pub fn fail_each_guard(&mut self) {
        self.each_guard_fails = true;
    }

    /// Declares what is known of the running frame, from here on.
    pub fn set_frame(&mut self, frame: FrameFacts) {
        self.frame = frame;
    }

    /// From here on, values for result registers (`Prims::store_out`) are kept instead of stored, until
    /// [`Output::captured`] fetches them.
    pub fn capture_outs(&mut self) {
        self.captured = Some(Vec::new());
    }

    /// The next call that a row's emitter makes is not made: its arguments are for [`Output::held_call`]. That is how the
    /// optimising tier runs a row up to the call that it knows better how to make.
    pub fn hold_call(&mut self) {
        self.held_call = HeldCall::Awaited;
    }

    /// The arguments of the call that was not made.
    pub fn held_call(&mut self) -> Option<Vec<Operand>> {
        match std::mem::replace(&mut self.held_call, HeldCall::No) {
            HeldCall::Held(args) => Some(args),
            HeldCall::No | HeldCall::Awaited => None,
        }
    }

    /// Says that an operand's shape has been tested, and what class it implies; `None` forgets it.
    pub fn assume_class(&mut self, of: Option<(&Operand, usize)>) {
        self.class = of.map(|(x, class)| (x.val, class));
    }

    /// Leaves unless the operand is an object in memory, no tagged number.
    pub fn expect_pointer(&mut self, x: &Operand, fail: Exit) -> Operand {
        let number = TypeMask::INT.union(TypeMask::FLOAT);
        if !x.is_boxed() || !x.mask.meets(number) {
            return *x;
        }
        let is_pointer = self.is_pointer_raw(x);
        self.require_raw(is_pointer, fail);
        let mut x = *x;
        x.mask = x.mask.without(number);
        x
    }

    /// The values for result registers since [`Output::capture_outs`], by index of the register.
    pub fn captured(&mut self) -> Vec<(usize, Operand)> {
        self.captured.take().unwrap_or_default()
    }

    /// How many values were made so far: a measure of the function's size.
    pub fn size(&self) -> usize {
        self.values.len()
    }

    /// Ends construction: the cold sides of the exits are made, unused blocks go.
    pub fn finish(mut self) -> Unit<'c> {
        self.emit_exits();
        Unit {
            module: self.module,
            function: self.function,
            name: self.name,
            symbols: self.symbols,
            records: self.records,
            embedded: self.embedded,
            values: self.values.len(),
        }
    }

    // Conversions between handles and LLVM's values.

    fn operand(&mut self, value: impl BasicValue<'c>, repr: Repr, mask: TypeMask) -> Operand {
        let val = Val(self.values.len() as u32);
        self.values.push(value.as_basic_value_enum());
        let immediate = !matches!(repr, Repr::Value | Repr::OptValue);
        Operand {
            repr,
            mask,
            immediate,
            constant: None,
            val,
            count: val,
        }
    }

    fn constant(
        &mut self,
        value: impl BasicValue<'c>,
        repr: Repr,
        mask: TypeMask,
        constant: Const,
    ) -> Operand {
        let mut operand = self.operand(value, repr, mask);
        operand.constant = Some(constant);
        operand
    }

    fn basic(&self, operand: &Operand) -> BasicValueEnum<'c> {
        self.values[operand.val.0 as usize]
    }

    fn int_of(&self, operand: &Operand) -> IntValue<'c> {
        self.basic(operand).into_int_value()
    }

    fn float_of(&self, operand: &Operand) -> FloatValue<'c> {
        self.basic(operand).into_float_value()
    }

    fn ptr_of(&self, operand: &Operand) -> PointerValue<'c> {
        match self.basic(operand) {
            BasicValueEnum::PointerValue(p) => p,
            BasicValueEnum::IntValue(i) => built(self.builder.build_int_to_ptr(i, self.ptr, "")),
            other => panic!("code generation: {other:?} is no address"),
        }
    }

    fn word(&self, bits: u64) -> IntValue<'c> {
        self.i64.const_int(bits, false)
    }

    fn types(&self) -> Types<'c> {
        Types {
            i1: self.i1,
            i32: self.i32,
            i64: self.i64,
            f64: self.f64,
            ptr: self.ptr,
        }
    }
}

/// LLVM's types of our representations.
#[derive(Clone, Copy)]
struct Types<'c> {
    i1: IntType<'c>,
    i32: IntType<'c>,
    i64: IntType<'c>,
    f64: FloatType<'c>,
    ptr: PointerType<'c>,
}

impl<'c> Types<'c> {
    fn of(&self, repr: Repr) -> BasicTypeEnum<'c> {
        match repr {
            Repr::Value | Repr::OptValue | Repr::Int | Repr::I64 | Repr::None => self.i64.into(),
            Repr::Float => self.f64.into(),
            Repr::Bool => self.i1.into(),
            Repr::U32 => self.i32.into(),
            Repr::Ptr(_)
            | Repr::OptPtr(_)
            | Repr::Frame
            | Repr::Cache
            | Repr::Values
            | Repr::Outs => self.ptr.into(),
        }
    }

    /// A signature as the C ABI has it: a bool is 32 bits as an argument, 8 as a result.
    fn signature(&self, context: &'c Context, signature: &Signature) -> FunctionType<'c> {
        let mut params = Vec::with_capacity(signature.params.len());
        for &repr in signature.params {
            match repr {
                Repr::None => {}
                Repr::Values | Repr::Outs => {
                    params.push(self.ptr.into());
                    params.push(self.i64.into());
                }
                Repr::Bool => params.push(self.i32.into()),
                repr => params.push(self.of(repr).into()),
            }
        }
        match (signature.result, signature.raises) {
            (Repr::None, false) => context.void_type().fn_type(&params, false),
            (Repr::Bool, false) => context.i8_type().fn_type(&params, false),
            (Repr::None | Repr::Bool, true) => self.i32.fn_type(&params, false),
            (Repr::U32 | Repr::OptPtr(_), true) => self.i64.fn_type(&params, false),
            (repr, _) => self.of(repr).fn_type(&params, false),
        }
    }
}

fn enum_attribute(context: &Context, name: &str, value: u64) -> Attribute {
    context.create_enum_attribute(Attribute::get_named_enum_kind_id(name), value)
}
