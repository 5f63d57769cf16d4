//! Blocks, branches, guards and joins.

use inkwell::values::{BasicValue, InstructionValue, IntValue, PhiValue};

use super::{Block, Exit, Hook, Likely, Operand, Output, Phi, Repr, TypeMask, built};

impl<'c> Output<'c> {
    /// A new, empty block.
    pub fn block(&mut self, name: &str) -> Block {
        let block = self.context.append_basic_block(self.function, name);
        self.blocks.push(block);
        Block(self.blocks.len() as u32 - 1)
    }

    /// Does anything so far go to `block`?
    pub fn is_reached(&self, block: Block) -> bool {
        self.blocks[block.0 as usize].get_first_use().is_some()
    }

    /// What follows goes into `block`.
    pub fn switch_to(&mut self, block: Block) {
        self.builder.position_at_end(self.blocks[block.0 as usize]);
    }

    /// The block that code goes into, as a predecessor for [`Output::add_incoming`].
    pub fn current_block(&self) -> Block {
        let current = self.builder.get_insert_block().expect("in a block");
        // Nearly always one of the newest.
        let index = self
            .blocks
            .iter()
            .rposition(|&b| b == current)
            .expect("a block of ours");
        Block(index as u32)
    }

    /// Whether the current block has ended in a jump, branch or return.
    pub fn is_terminated(&self) -> bool {
        self.builder
            .get_insert_block()
            .is_none_or(|b| b.get_terminator().is_some())
    }

    /// Ends the block: on to `target`.
    pub fn jump(&mut self, target: Block) {
        built(
            self.builder
                .build_unconditional_branch(self.blocks[target.0 as usize]),
        );
    }

    /// Ends the block: out through `exit`.
    pub fn leave(&mut self, exit: Exit) {
        let target = self.exit_block(exit);
        built(self.builder.build_unconditional_branch(target));
    }

    /// Ends the block: to `then` when `condition` holds, to `otherwise` when not.
    pub fn branch(&mut self, condition: &Operand, then: Block, otherwise: Block, likely: Likely) {
        let condition = self.int_of(condition);
        let (then, otherwise) = (
            self.blocks[then.0 as usize],
            self.blocks[otherwise.0 as usize],
        );
        let branch = built(
            self.builder
                .build_conditional_branch(condition, then, otherwise),
        );
        self.weigh(branch, likely);
    }

    /// Ends the block: to the block of the case equal to `on`, an integer.
    pub fn switch(&mut self, on: &Operand, cases: &[(u64, Block)], otherwise: Block) {
        let on = self.int_of(on);
        let ty = on.get_type();
        let cases: Vec<_> = cases
            .iter()
            .map(|&(key, block)| (ty.const_int(key, false), self.blocks[block.0 as usize]))
            .collect();
        built(
            self.builder
                .build_switch(on, self.blocks[otherwise.0 as usize], &cases),
        );
    }

    /// Ends the block and the function: its result.
    pub fn ret(&mut self, result: &Operand) {
        let mut value = self.basic(result);
        if result.repr == Repr::Bool {
            let byte = self.context.i8_type();
            value = built(
                self.builder
                    .build_int_z_extend(value.into_int_value(), byte, ""),
            )
            .into();
        }
        built(self.builder.build_return(Some(&value)));
    }

    /// Ends the block and the function with the result of a call in its place: nothing of this function is left on the
    /// native stack meanwhile. The hook's types are the function's.
    pub fn ret_call(&mut self, hook: &Hook, args: &[Operand]) {
        let function = self.declare(hook);
        let args = self.arguments(hook.signature.params, args);
        let call = built(self.builder.build_call(function, &args, ""));
        call.set_tail_call_kind(inkwell::values::LLVMTailCallKind::LLVMTailCallKindMustTail);
        let result = call
            .try_as_basic_value()
            .basic()
            .expect("code has a result");
        built(self.builder.build_return(Some(&result)));
    }

    /// Ends the block and the function: 0, no value.
    pub fn ret_null(&mut self) {
        let zero = self.word(0);
        built(self.builder.build_return(Some(&zero)));
    }

    /// Ends the block and the function, which returns nothing.
    pub fn ret_nothing(&mut self) {
        built(self.builder.build_return(None));
    }

    /// Ends the block, which is never reached.
    pub fn unreachable(&mut self) {
        built(self.builder.build_unreachable());
    }

    /// Leaves through `fail` where `condition` holds.
    pub fn exit_if(&mut self, condition: &Operand, fail: Exit) {
        self.exit_if_raw(self.int_of(condition), fail);
    }

    /// The guard (`Prims::guard`); a condition that folded to true costs nothing.
    pub(super) fn require_raw(&mut self, condition: IntValue<'c>, fail: Exit) {
        if condition.get_zero_extended_constant() != Some(1) {
            self.leave_unless(condition, true, fail);
        }
    }

    /// The opposite guard.
    pub(super) fn exit_if_raw(&mut self, condition: IntValue<'c>, fail: Exit) {
        if condition.get_zero_extended_constant() != Some(0) {
            self.leave_unless(condition, false, fail);
        }
    }

    fn leave_unless(&mut self, condition: IntValue<'c>, expected: bool, exit: Exit) {
        let fail = self.exit_block(exit);
        let on = self.block_here();
        let on = self.blocks[on.0 as usize];
        if expected {
            let branch = built(self.builder.build_conditional_branch(condition, on, fail));
            self.weigh(branch, Likely::Then);
        } else {
            let branch = built(self.builder.build_conditional_branch(condition, fail, on));
            self.weigh(branch, Likely::Else);
        }
        self.builder.position_at_end(on);
        self.force(exit);
    }

    /// A new block right behind the current one, so that hot code stays in order.
    pub(super) fn block_here(&mut self) -> Block {
        let here = self.builder.get_insert_block().expect("in a block");
        let block = self.context.insert_basic_block_after(here, "");
        self.blocks.push(block);
        Block(self.blocks.len() as u32 - 1)
    }

    fn weigh(&self, branch: InstructionValue<'c>, likely: Likely) {
        let node = match likely {
            Likely::Either => return,
            Likely::Then => self.likely_then,
            Likely::Else => self.likely_else,
        };
        branch
            .set_metadata(node, self.kinds.prof)
            .expect("a node is metadata");
    }

    /// A join of values of one representation, at the head of the current (still empty) block.
    pub fn phi(&mut self, repr: Repr, mask: TypeMask) -> Phi {
        let phi = built(self.builder.build_phi(self.types().of(repr), ""));
        let operand = self.operand(phi.as_basic_value(), repr, mask);
        Phi { operand }
    }

    /// The value that `phi` has when control comes from `from`. It is converted to `phi`'s
    /// representation in the current block, which is `from` unless nothing is to be done.
    pub fn add_incoming(&mut self, phi: &Phi, value: &Operand, from: Block) {
        let value = &self.convert(value, phi.operand.repr);
        let instruction = self
            .basic(&phi.operand)
            .as_instruction_value()
            .expect("a phi");
        let phi = PhiValue::try_from(instruction).expect("a phi");
        phi.add_incoming(&[(&self.basic(value), self.blocks[from.0 as usize])]);
    }

    /// `if condition { then } else { otherwise }`, where the sides may hold guards. Both are converted
    /// to `repr`.
    pub(super) fn either(
        &mut self,
        condition: &Operand,
        repr: Repr,
        then: impl FnOnce(&mut Self) -> Operand,
        otherwise: impl FnOnce(&mut Self) -> Operand,
    ) -> Operand {
        match self.int_of(condition).get_zero_extended_constant() {
            Some(0) => {
                let value = otherwise(self);
                return self.convert(&value, repr);
            }
            Some(_) => {
                let value = then(self);
                return self.convert(&value, repr);
            }
            None => {}
        }
        let on_else = self.block_here();
        let on_then = self.block_here();
        self.branch(condition, on_then, on_else, Likely::Either);
        self.switch_to(on_then);
        let a = then(self);
        let a = self.convert(&a, repr);
        let from_then = self.current_block();
        self.switch_to(on_else);
        let b = otherwise(self);
        let b = self.convert(&b, repr);
        let from_else = self.current_block();
        let after = self.block_here();
        self.jump(after);
        self.switch_to(from_then);
        self.jump(after);
        self.switch_to(after);
        self.join(&[(from_then, a), (from_else, b)])
    }

    /// Runs `then` only where `condition` holds.
    pub fn if_then(&mut self, condition: &Operand, likely: Likely, then: impl FnOnce(&mut Self)) {
        let after = self.block_here();
        let on_then = self.block_here();
        self.branch(condition, on_then, after, likely);
        self.switch_to(on_then);
        then(self);
        if !self.is_terminated() {
            self.jump(after);
        }
        self.switch_to(after);
    }

    /// The join, at the head of the current block, of one value a predecessor; all of one
    /// representation, except that an optional one absorbs the other.
    pub fn join(&mut self, incoming: &[(Block, Operand)]) -> Operand {
        let first = incoming.first().expect("a predecessor").1;
        let optional = incoming.iter().find(|(_, v)| v.is_optional());
        let repr = optional.map_or(first.repr, |(_, v)| v.repr);
        let mask = incoming
            .iter()
            .fold(TypeMask::EMPTY, |mask, (_, v)| mask.union(v.mask));
        let phi = self.phi(repr, mask);
        for (from, value) in incoming {
            self.add_incoming(&phi, value, *from);
        }
        let mut joined = phi.operand;
        joined.immediate = incoming.iter().all(|(_, v)| v.immediate);
        joined
    }
}
