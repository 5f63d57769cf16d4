//! Calls of runtime functions and of other compiled code.
//!
//! A runtime function is an external symbol that the engine resolves to its address; code memory lies
//! near the executable, so a call is one direct `call`. Its effects become LLVM's memory attributes
//! and, when they stay within one abstract heap, its alias class.
//!
//! Calls at which the frame can be looked at (everything that may run Python, in the optimising tier)
//! are *statepoints* with the frame's live values as deoptimisation operands: LLVM leaves them where
//! they are if that place survives the call, and else stores them to the stack; the stackmap record
//! has the call's return address. A plain call followed by a `stackmap` would not do: a value may be
//! reloaded into a register between the two, where nothing finds it during the call.

use inkwell::IntPredicate;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::intrinsics::Intrinsic;
use inkwell::llvm_sys::core::{LLVMBuildCall2, LLVMBuildCallWithOperandBundles};
use inkwell::types::{AsTypeRef, BasicTypeEnum, FunctionType};
use inkwell::values::{
    AnyValueEnum, AsValueRef, BasicMetadataValueEnum, BasicValueEnum, CallSiteValue, FunctionValue,
    IntValue, OperandBundle, PointerValue,
};
use runtime::layouts::{HEAPS, heaps};

use super::exits::RecordKind;
use super::{
    Effects, Exit, Hook, Operand, Output, Repr, Signature, TypeMask, built, enum_attribute,
};
use crate::coverage;
use crate::emit::Prims;

/// The frame's live values at a call, to be found by whoever looks at the frame meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct FrameState<'a> {
    /// The lowering's own number, handed back with the values.
    pub id: u32,
    /// What is live.
    pub live: &'a [Operand],
}

impl<'c> Output<'c> {
    /// Calls a runtime function. Where it raises, control leaves for the exception exit.
    pub fn call(&mut self, hook: &Hook, args: &[Operand]) -> Operand {
        if self.counted.is_some()
            && let Some(way) = coverage::way_of_hook(hook.name)
        {
            self.ran(way);
        }
        let function = self.declare(hook);
        let args = self.arguments(hook.signature.params, args);
        let call = built(self.builder.build_call(function, &args, ""));
        if let Some(tag) = self.alias_of_effects(hook.effects) {
            let instruction = call.try_as_basic_value();
            let instruction = match instruction.basic() {
                Some(value) => super::memory::instruction(value),
                None => instruction.unwrap_instruction(),
            };
            instruction
                .set_metadata(tag, self.kinds.tbaa)
                .expect("a node is metadata");
        }
        let result = call.try_as_basic_value().basic();
        self.returned(result, &hook.signature, hook.mask)
    }

    /// The same, with the frame open to inspection during the call.
    pub fn call_observed(&mut self, hook: &Hook, args: &[Operand], state: &FrameState) -> Operand {
        let function = self.declare(hook);
        let args = self.arguments(hook.signature.params, args);
        let target = function.as_global_value().as_pointer_value();
        let result = self.statepoint(target, function.get_type(), &args, state);
        self.returned(result, &hook.signature, hook.mask)
    }

    /// Calls the code at an address: another compiled function.
    pub fn call_address(
        &mut self,
        target: &Operand,
        signature: &Signature,
        args: &[Operand],
        state: Option<&FrameState>,
    ) -> Operand {
        let ty = self.types().signature(self.context, signature);
        let args = self.arguments(signature.params, args);
        let target = self.ptr_of(target);
        let result = match state {
            Some(state) => self.statepoint(target, ty, &args, state),
            None => built(self.builder.build_indirect_call(ty, target, &args, ""))
                .try_as_basic_value()
                .basic(),
        };
        self.returned(result, signature, TypeMask::ANY)
    }

    /// An operand for an array of values at an address.
    pub fn values(&mut self, address: &Operand, count: &Operand, repr: Repr) -> Operand {
        let mut operand = *address;
        operand.repr = repr;
        operand.constant = None;
        operand.count = self.convert(count, Repr::I64).val;
        operand
    }

    pub(super) fn arguments(
        &mut self,
        params: &[Repr],
        args: &[Operand],
    ) -> Vec<BasicMetadataValueEnum<'c>> {
        assert_eq!(
            params.len(),
            args.len(),
            "code generation: wrong number of arguments"
        );
        let mut values = Vec::with_capacity(args.len());
        for (&repr, arg) in params.iter().zip(args) {
            match repr {
                Repr::None => {}
                Repr::Values | Repr::Outs => {
                    values.push(self.ptr_of(arg).into());
                    values.push(self.values[arg.count.0 as usize].into());
                }
                // The C ABI passes a bool extended to 32 bits.
                Repr::Bool => {
                    let bit = self.int_of(arg);
                    values.push(built(self.builder.build_int_z_extend(bit, self.i32, "")).into());
                }
                repr => {
                    let arg = self.convert(arg, repr);
                    values.push(self.basic(&arg).into());
                }
            }
        }
        values
    }

    fn returned(
        &mut self,
        result: Option<BasicValueEnum<'c>>,
        signature: &Signature,
        mask: TypeMask,
    ) -> Operand {
        let Some(result) = result else {
            return self.none();
        };
        if signature.raises {
            return self.returned_or_raised(result, signature.result, mask);
        }
        match (signature.result, result) {
            (Repr::Bool, BasicValueEnum::IntValue(byte)) => {
                let zero = byte.get_type().const_zero();
                let bit = self.compare_raw(IntPredicate::NE, byte, zero);
                self.operand(bit, Repr::Bool, TypeMask::BOOL)
            }
            (repr, result) => self.operand(result, repr, mask),
        }
    }

    fn returned_or_raised(
        &mut self,
        result: BasicValueEnum<'c>,
        repr: Repr,
        mask: TypeMask,
    ) -> Operand {
        let raise = self
            .on_raise
            .expect("an exception exit for a function that may raise");
        let int = match result {
            BasicValueEnum::IntValue(int) => int,
            BasicValueEnum::PointerValue(pointer) => {
                built(self.builder.build_ptr_to_int(pointer, self.i64, ""))
            }
            other => panic!("code generation: {other:?} cannot tell of an exception"),
        };
        let zero = int.get_type().const_zero();
        let raised = match repr {
            Repr::Value | Repr::OptValue | Repr::Ptr(_) | Repr::OptPtr(_) => {
                self.compare_raw(IntPredicate::EQ, int, zero)
            }
            Repr::Bool | Repr::None => self.compare_raw(IntPredicate::SLT, int, zero),
            _ => self.compare_raw(IntPredicate::EQ, int, self.word(i64::MIN as u64)),
        };
        self.exit_if_raw(raised, raise);
        match repr {
            Repr::OptValue | Repr::OptPtr(_) => {
                let one = self.word(1);
                let absent = self.compare_raw(IntPredicate::EQ, int, one);
                let there = built(self.builder.build_select(absent, self.word(0), int, ""));
                let value = self.operand(there, Repr::OptValue, mask);
                self.convert(&value, repr)
            }
            Repr::Bool => {
                let bit = self.compare_raw(IntPredicate::NE, int, zero);
                self.operand(bit, Repr::Bool, TypeMask::BOOL)
            }
            Repr::None => self.none(),
            Repr::U32 => {
                let narrow = built(self.builder.build_int_truncate(int, self.i32, ""));
                self.operand(narrow, repr, mask)
            }
            repr => self.operand(result, repr, mask),
        }
    }

    pub(super) fn declare(&mut self, hook: &Hook) -> FunctionValue<'c> {
        if let Some(&known) = self.functions.get(hook.name) {
            debug_assert_eq!(
                self.symbols[hook.name], hook.address,
                "one name, one function"
            );
            return known;
        }
        let signature = self.types().signature(self.context, &hook.signature);
        let function = self.module.add_function(hook.name, signature, None);
        let at = AttributeLoc::Function;
        function.add_attribute(at, enum_attribute(self.context, "nounwind", 0));
        if !hook.effects.calls {
            function.add_attribute(at, enum_attribute(self.context, "willreturn", 0));
            if let Some(memory) = memory_effects(hook.effects) {
                function.add_attribute(at, enum_attribute(self.context, "memory", memory));
            }
        }
        self.functions.insert(hook.name, function);
        self.symbols.insert(hook.name, hook.address);
        function
    }

    /// The alias class of a function that touches nothing outside one abstract heap.
    fn alias_of_effects(&mut self, effects: Effects) -> Option<inkwell::values::MetadataValue<'c>> {
        // A collection reads everything, and so may Python code.
        if effects.calls || effects.allocates {
            return None;
        }
        let touched = (effects.reads | effects.writes) & !heaps::EXCEPTION;
        if touched == 0 {
            return None;
        }
        let within = |heap: &usize| touched & !HEAPS[*heap].mask == 0;
        let smallest = (0..HEAPS.len())
            .filter(within)
            .min_by_key(|&h| HEAPS[h].mask.count_ones());
        smallest
            .filter(|&heap| HEAPS[heap].parent.is_some())
            .map(|heap| self.alias_heap(heap))
    }

    fn statepoint(
        &mut self,
        target: PointerValue<'c>,
        signature: FunctionType<'c>,
        args: &[BasicMetadataValueEnum<'c>],
        state: &FrameState,
    ) -> Option<BasicValueEnum<'c>> {
        self.function.set_gc("statepoint-example");
        let (record, live) = self.record(RecordKind::Call, state.id, state.live);
        let statepoint = self.intrinsic("llvm.experimental.gc.statepoint", self.ptr.into());
        let zero = self.i32.const_zero();
        let mut operands: Vec<BasicMetadataValueEnum> = vec![
            self.word(record.into()).into(),
            zero.into(),
            target.into(),
            self.i32.const_int(args.len() as u64, false).into(),
            zero.into(),
        ];
        operands.extend_from_slice(args);
        operands.extend([BasicMetadataValueEnum::from(zero); 2]);
        let live: Vec<AnyValueEnum> = live.into_iter().map(AnyValueEnum::from).collect();
        let bundle = OperandBundle::create("deopt", &live);
        let call = self.call_with_bundle(statepoint, &operands, &bundle);
        let elementtype = Attribute::get_named_enum_kind_id("elementtype");
        let attribute = self
            .context
            .create_type_attribute(elementtype, signature.into());
        call.add_attribute(AttributeLoc::Param(2), attribute);
        let result = signature.get_return_type()?;
        let fetch = self.intrinsic("llvm.experimental.gc.result", result);
        Some(self.call_with_token(fetch, call))
    }

    /// The statepoint itself: inkwell asks for its result type and has none for tokens.
    fn call_with_bundle(
        &self,
        function: FunctionValue<'c>,
        args: &[BasicMetadataValueEnum<'c>],
        bundle: &OperandBundle<'c>,
    ) -> CallSiteValue<'c> {
        let mut args: Vec<_> = args.iter().map(AsValueRef::as_value_ref).collect();
        let mut bundle = bundle.as_mut_ptr();
        // SAFETY: the builder stands in a block of this module, the arguments are of this context and
        // fit the intrinsic, and the bundle lives during the call.
        unsafe {
            CallSiteValue::new(LLVMBuildCallWithOperandBundles(
                self.builder.as_mut_ptr(),
                function.get_type().as_type_ref(),
                function.as_value_ref(),
                args.as_mut_ptr(),
                args.len() as u32,
                &raw mut bundle,
                1,
                c"".as_ptr(),
            ))
        }
    }

    /// `gc.result(statepoint)`: inkwell has no type for the token in between.
    fn call_with_token(
        &self,
        function: FunctionValue<'c>,
        token: CallSiteValue<'c>,
    ) -> BasicValueEnum<'c> {
        let mut args = [token.as_value_ref()];
        // SAFETY: the builder stands in a block of this module, the function takes one token, and the
        // token is the call that was just built in the same block. The result is an ordinary value.
        unsafe {
            let call = LLVMBuildCall2(
                self.builder.as_mut_ptr(),
                function.get_type().as_type_ref(),
                function.as_value_ref(),
                args.as_mut_ptr(),
                1,
                c"".as_ptr(),
            );
            BasicValueEnum::new(call)
        }
    }

    /// The declaration of an intrinsic that is overloaded on one type.
    pub(super) fn intrinsic(
        &mut self,
        name: &'static str,
        on: BasicTypeEnum<'c>,
    ) -> FunctionValue<'c> {
        let key = (name, type_key(on));
        if let Some(&known) = self.intrinsics.get(&key) {
            return known;
        }
        let intrinsic = Intrinsic::find(name).expect("an intrinsic of LLVM's");
        let function = intrinsic
            .get_declaration(&self.module, &[on])
            .expect("one overload");
        self.intrinsics.insert(key, function);
        function
    }

    /// The operation and whether it overflowed 64 bits.
    pub(super) fn with_overflow(
        &mut self,
        name: &'static str,
        a: IntValue<'c>,
        b: IntValue<'c>,
    ) -> (IntValue<'c>, IntValue<'c>) {
        let function = self.intrinsic(name, self.i64.into());
        let both = built(self.builder.build_call(function, &[a.into(), b.into()], ""));
        let both = both.try_as_basic_value().unwrap_basic().into_struct_value();
        let result = built(self.builder.build_extract_value(both, 0, ""));
        let overflow = built(self.builder.build_extract_value(both, 1, ""));
        (result.into_int_value(), overflow.into_int_value())
    }

    /// An operation whose result must not overflow 64 bits.
    pub(super) fn wide(
        &mut self,
        name: &'static str,
        a: &Operand,
        b: &Operand,
        fail: Exit,
    ) -> Operand {
        let (r, overflow) = self.with_overflow(name, self.int_of(a), self.int_of(b));
        self.exit_if_raw(overflow, fail);
        self.number(r, Repr::I64)
    }

    pub(super) fn float_intrinsic(&mut self, name: &'static str, a: &Operand) -> Operand {
        let function = self.intrinsic(name, self.f64.into());
        let call = built(
            self.builder
                .build_call(function, &[self.float_of(a).into()], ""),
        );
        let result = call.try_as_basic_value().unwrap_basic();
        self.operand(result, Repr::Float, TypeMask::FLOAT)
    }
}

/// The overloads in use of one intrinsic differ in the kind or width of the type.
fn type_key(ty: BasicTypeEnum) -> u32 {
    match ty {
        BasicTypeEnum::IntType(int) => int.get_bit_width(),
        BasicTypeEnum::FloatType(_) => 1000,
        BasicTypeEnum::PointerType(_) => 1001,
        other => panic!("code generation: intrinsic on {other:?}"),
    }
}

/// LLVM's `memory(...)` attribute: two bits (reads, writes) each for memory that arguments point to,
/// memory that compiled code cannot access, and everything else.
fn memory_effects(effects: Effects) -> Option<u64> {
    const READ: u64 = 1;
    const READ_WRITE: u64 = 3;
    // The pending exception and the allocator's state are out of compiled code's sight.
    if effects.writes & !heaps::EXCEPTION != 0 {
        return None;
    }
    let reads = effects.allocates || effects.reads & !heaps::EXCEPTION != 0;
    let hides = effects.allocates || effects.raises || effects.reads | effects.writes != 0;
    let visible = if reads { READ } else { 0 };
    let hidden = if hides { READ_WRITE } else { 0 };
    Some(visible | hidden << 2 | visible << 4)
}
