//! Calls of runtime functions and of other compiled code.
//!
//! A runtime function is an external symbol that the engine resolves to its address; code memory lies
//! near the executable, so a call is one direct `call`. Its effects become LLVM's memory attributes.
//!
//! Calls at which the frame can be looked at (everything that may run Python, in the optimising tier)
//! are *statepoints* with the frame's live values as deoptimisation operands: LLVM leaves them where
//! they are if that place survives the call, and else stores them to the stack; the stackmap record
//! has the call's return address. A plain call followed by a `stackmap` would not do: a value may be
//! reloaded into a register between the two, where nothing finds it during the call.

use inkwell::IntPredicate;
use inkwell::attributes::AttributeLoc;
use inkwell::intrinsics::Intrinsic;
use inkwell::llvm_sys::core::{LLVMBuildCall2, LLVMBuildCallWithOperandBundles};
use inkwell::types::{AsTypeRef, BasicType, FunctionType};
use inkwell::values::{
    AnyValueEnum, AsValueRef, BasicMetadataValueEnum, BasicValueEnum, CallSiteValue, FunctionValue,
    IntValue, OperandBundle, PointerValue,
};

use super::exits::RecordKind;
use super::{
    Effects, Failure, Hook, Operand, Output, Rep, Returns, TypeMask, built, enum_attribute,
};

/// The frame's live values at a call, to be found by whoever looks at the frame meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct FrameState<'a> {
    /// The lowering's own number, handed back with the values.
    pub id: u32,
    /// What is live.
    pub live: &'a [Operand],
}

impl<'c> Output<'c> {
    /// Calls a runtime function. Where it fails, control leaves for the exception exit.
    pub fn call(&mut self, hook: &Hook, args: &[Operand]) -> Operand {
        let function = self.declare(hook);
        let args = self.arguments(hook.params, args);
        let call = built(self.builder.build_call(function, &args, ""));
        let result = call.try_as_basic_value().basic();
        self.returned(result, hook.returns, hook.mask, hook.failure)
    }

    /// The same, with the frame open to inspection during the call.
    pub fn call_observed(&mut self, hook: &Hook, args: &[Operand], state: &FrameState) -> Operand {
        let function = self.declare(hook);
        let args = self.arguments(hook.params, args);
        let target = function.as_global_value().as_pointer_value();
        let result = self.statepoint(target, function.get_type(), &args, state);
        self.returned(result, hook.returns, hook.mask, hook.failure)
    }

    /// Calls the code at an address: another compiled function.
    pub fn call_address(
        &mut self,
        target: &Operand,
        params: &[Rep],
        returns: Returns,
        failure: Failure,
        args: &[Operand],
        state: Option<&FrameState>,
    ) -> Operand {
        let signature = self.types().signature(self.context, params, returns);
        let args = self.arguments(params, args);
        let target = self.ptr_of(target);
        let result = match state {
            Some(state) => self.statepoint(target, signature, &args, state),
            None => built(
                self.builder
                    .build_indirect_call(signature, target, &args, ""),
            )
            .try_as_basic_value()
            .basic(),
        };
        self.returned(result, returns, TypeMask::ANY, failure)
    }

    /// Leaves for the exception exit where a value is 0.
    pub fn check_raised(&mut self, operand: &Operand) -> Operand {
        let raise = self.on_raise.expect("an exception exit");
        let mut nullable = *operand;
        nullable.nullable = true;
        self.expect_bound(&nullable, raise)
    }

    fn arguments(&mut self, params: &[Rep], args: &[Operand]) -> Vec<BasicMetadataValueEnum<'c>> {
        assert_eq!(
            params.len(),
            args.len(),
            "code generation: wrong number of arguments"
        );
        params
            .iter()
            .zip(args)
            .map(|(&rep, arg)| {
                let arg = self.convert(arg, rep);
                match rep {
                    // The C ABI passes a bool extended to 32 bits.
                    Rep::Bool => {
                        let bit = self.int_of(&arg);
                        built(self.builder.build_int_z_extend(bit, self.i32, "")).into()
                    }
                    _ => self.basic(&arg).into(),
                }
            })
            .collect()
    }

    /// The operand in the representation that a parameter has. Only boxing is done on the way;
    /// everything else is a matter of types that the emitters' checker has settled.
    pub fn convert(&mut self, operand: &Operand, rep: Rep) -> Operand {
        match (operand.rep, rep) {
            (a, b) if a == b => *operand,
            (_, Rep::Value) => self.boxed(operand),
            (Rep::Value | Rep::Ptr(_) | Rep::Raw | Rep::Int, Rep::Ptr(layout)) => {
                self.as_pointer(operand, layout, operand.mask)
            }
            (Rep::Int, Rep::Raw) | (Rep::Raw, Rep::Int) => {
                let mut same = *operand;
                same.rep = rep;
                same.mask = if rep == Rep::Int {
                    TypeMask::INT
                } else {
                    TypeMask::ANY
                };
                same
            }
            (Rep::U32, Rep::Int) => self.u32_to_int(operand),
            (from, to) => panic!("code generation: a {from:?} where a {to:?} is needed"),
        }
    }

    fn returned(
        &mut self,
        result: Option<BasicValueEnum<'c>>,
        returns: Returns,
        mask: TypeMask,
        failure: Failure,
    ) -> Operand {
        let Some(result) = result else {
            return self.none();
        };
        if let BasicValueEnum::IntValue(int) = result {
            self.check_failure(int, failure);
        } else if let BasicValueEnum::PointerValue(pointer) = result
            && failure != Failure::Never
        {
            let word = built(self.builder.build_ptr_to_int(pointer, self.i64, ""));
            self.check_failure(word, failure);
        }
        match (returns, result) {
            (Returns::I32, BasicValueEnum::IntValue(int)) => {
                let wide = built(self.builder.build_int_s_extend(int, self.i64, ""));
                self.operand(wide, Rep::Int, TypeMask::INT)
            }
            (Returns::One(Rep::Bool), BasicValueEnum::IntValue(int)) => {
                let zero = int.get_type().const_zero();
                let bit = self.compare_raw(IntPredicate::NE, int, zero);
                self.operand(bit, Rep::Bool, TypeMask::BOOL)
            }
            (Returns::One(rep), result) => {
                let mut operand = self.operand(result, rep, mask);
                operand.nullable = rep == Rep::Value && failure == Failure::Never;
                operand
            }
            (returns, result) => panic!("code generation: {result:?} for {returns:?}"),
        }
    }

    fn check_failure(&mut self, result: IntValue<'c>, failure: Failure) {
        let ty = result.get_type();
        let fails = match failure {
            Failure::Never => return,
            Failure::Null => self.compare_raw(IntPredicate::EQ, result, ty.const_zero()),
            Failure::Negative => self.compare_raw(IntPredicate::SLT, result, ty.const_zero()),
            Failure::Sentinel(sentinel) => self.compare_raw(
                IntPredicate::EQ,
                result,
                ty.const_int(sentinel as u64, true),
            ),
        };
        let raise = self
            .on_raise
            .expect("an exception exit for a function that may raise");
        self.exit_if_raw(fails, raise);
    }

    pub(super) fn declare(&mut self, hook: &Hook) -> FunctionValue<'c> {
        if let Some(&known) = self.functions.get(hook.name) {
            debug_assert_eq!(
                self.symbols[hook.name], hook.address,
                "one name, one function"
            );
            return known;
        }
        let signature = self
            .types()
            .signature(self.context, hook.params, hook.returns);
        let function = self.module.add_function(hook.name, signature, None);
        let at = AttributeLoc::Function;
        function.add_attribute(at, enum_attribute(self.context, "nounwind", 0));
        if !hook.effects.meets(Effects::RUNS_PYTHON) {
            function.add_attribute(at, enum_attribute(self.context, "willreturn", 0));
            if let Some(memory) = memory_effects(hook.effects) {
                function.add_attribute(at, enum_attribute(self.context, "memory", memory));
            }
        }
        self.functions.insert(hook.name, function);
        self.symbols.insert(hook.name, hook.address);
        function
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
        let elementtype = inkwell::attributes::Attribute::get_named_enum_kind_id("elementtype");
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
        on: inkwell::types::BasicTypeEnum<'c>,
    ) -> FunctionValue<'c> {
        // The overloads in use of one name differ in nothing but the type's kind.
        let key = (name, type_key(on));
        if let Some(&known) = self.intrinsics.get(&key) {
            return known;
        }
        let intrinsic = Intrinsic::find(name).expect("an intrinsic of LLVM's");
        let function = intrinsic
            .get_declaration(&self.module, &[on])
            .expect("overloaded on one type");
        self.intrinsics.insert(key, function);
        function
    }
}

fn type_key(ty: inkwell::types::BasicTypeEnum) -> u32 {
    use inkwell::types::BasicTypeEnum::{FloatType, IntType, PointerType};
    match ty {
        IntType(int) => int.get_bit_width(),
        FloatType(_) => 1000,
        PointerType(_) => 1001,
        other => panic!(
            "code generation: intrinsic on {:?}",
            other.as_basic_type_enum()
        ),
    }
}

/// LLVM's `memory(...)` attribute: two bits (reads, writes) each for memory that arguments point to,
/// memory that compiled code cannot access, and everything else.
fn memory_effects(effects: Effects) -> Option<u64> {
    const READ: u64 = 1;
    const READ_WRITE: u64 = 3;
    if effects.meets(Effects::WRITES) {
        return None;
    }
    let reads = effects.meets(Effects::READS | Effects::ALLOCATES);
    // The pending exception and the allocator's state are out of compiled code's sight.
    let hidden = if effects.meets(Effects::ALLOCATES | Effects::RAISES) {
        READ_WRITE
    } else {
        0
    };
    let visible = if reads { READ } else { 0 };
    Some(visible | (hidden | visible) << 2 | visible << 4)
}
