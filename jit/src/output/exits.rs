//! Ways out of the code at hand, and the records that the engine needs to serve them.
//!
//! A deoptimising exit is a cold block at the function's end:
//!
//! ```text
//! exit:
//!   %r = call i64 @llvm.experimental.patchpoint.i64(i64 RECORD, i32 5, ptr null, i32 0, live...)
//!   ret i64 %r
//! ```
//!
//! LLVM reserves five bytes and notes in the stackmap where each live value is at that point; the
//! engine writes a `call` of its exit stub over the five bytes. The stub saves all registers, so
//! values may live anywhere; it hands them to the runtime and the runtime's answer is the function's
//! result. Live values that are known constants never reach LLVM, they go into the record.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use inkwell::IntPredicate;
use inkwell::basic_block::BasicBlock;
use inkwell::values::{BasicMetadataValueEnum, BasicValueEnum, FunctionValue};

use super::{Block, Exit, Likely, Operand, Output, Repr, TypeMask, built};

/// One live value of a record.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Live {
    /// Where the stackmap says: the next of the record's locations.
    Located(Repr),
    /// Known when the code was made; the bits as [`Const::bits`](super::Const::bits) gives them.
    Constant(Repr, u64),
}

/// What a record describes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordKind {
    /// A deoptimising exit.
    Exit,
    /// A call during which the frame can be looked at.
    Call,
}

/// A place in the code whose live values can be found. Records are numbered from 0 within their
/// function; the number is the stackmap's id.
#[derive(Clone, Debug)]
pub struct Record {
    /// Exit or call.
    pub kind: RecordKind,
    /// The lowering's own number, handed back with the values.
    pub id: u32,
    /// What is live, in the lowering's order.
    pub live: Box<[Live]>,
}

/// An exit of the function under construction.
pub(super) enum ExitState {
    /// To that block.
    Block(Block),
    /// Out, with those values; the block exists once something branches to it.
    Deopt {
        id: u32,
        live: Vec<Operand>,
        block: Option<u32>,
        /// Nothing has happened that only this way out may follow: it may be taken at any time.
        free: bool,
    },
}

/// Guards of one function that are made to fail: each makes it bigger, and LLVM's time grows faster than that.
const MOST_FORCED: u32 = 300;

/// Guards that were made to fail once, in all code so far.
pub static FORCIBLE: AtomicU64 = AtomicU64::new(0);
/// Set by code that leaves although the guard holds.
static FORCED: AtomicU32 = AtomicU32::new(0);

/// Has the exit at hand been taken although its guard held? Asked once each.
pub fn was_forced() -> bool {
    FORCED.swap(0, Ordering::Relaxed) != 0
}

/// Bytes of the `call` that the engine writes over an exit's patchpoint.
pub const EXIT_BYTES: u64 = 5;

impl<'c> Output<'c> {
    /// The exit that is a branch to `block`.
    pub fn exit_to(&mut self, block: Block) -> Exit {
        self.exits.push(ExitState::Block(block));
        Exit(self.exits.len() as u32 - 1)
    }

    /// An exit out of compiled code that hands `live` to the runtime under the lowering's number
    /// `id`. The values must be defined wherever the exit is used. An exit never used costs nothing.
    /// One that is `free` runs the node again, and may be taken though its guard holds.
    pub fn deopt_exit(&mut self, id: u32, live: &[Operand], free: bool) -> Exit {
        self.exits.push(ExitState::Deopt {
            id,
            live: live.to_vec(),
            block: None,
            free,
        });
        Exit(self.exits.len() as u32 - 1)
    }

    /// After a guard that holds: leaves all the same, the first time.
    pub(super) fn force(&mut self, exit: Exit) {
        let free = matches!(
            self.exits[exit.0 as usize],
            ExitState::Deopt { free: true, .. }
        );
        if !(self.each_guard_fails && free) || self.forced >= MOST_FORCED {
            return;
        }
        self.forced += 1;
        FORCIBLE.fetch_add(1, Ordering::Relaxed);
        // As long as code, which is never freed.
        let site = Box::leak(Box::new(AtomicU32::new(1))).as_ptr() as usize;
        let armed = self.load_changing_word(site);
        let armed = self.compare_raw(IntPredicate::NE, self.int_of(&armed), self.i32.const_zero());
        let armed = self.operand(armed, Repr::Bool, TypeMask::BOOL);
        let (out, on) = (self.block_here(), self.block_here());
        self.branch(&armed, out, on, Likely::Else);
        self.switch_to(out);
        self.store_word(site, self.i32.const_zero());
        let one = self.i32.const_int(1, false);
        self.store_word(FORCED.as_ptr() as usize, one);
        self.leave(exit);
        self.switch_to(on);
    }

    /// Where runtime functions that fail leave to, from here on.
    pub fn set_on_raise(&mut self, exit: Option<Exit>) {
        self.on_raise = exit;
    }

    /// Where runtime functions that fail leave to now.
    pub fn on_raise(&self) -> Option<Exit> {
        self.on_raise
    }

    pub(super) fn exit_block(&mut self, exit: Exit) -> BasicBlock<'c> {
        let number = self.blocks.len() as u32;
        let block = match &mut self.exits[exit.0 as usize] {
            ExitState::Block(block) => return self.blocks[block.0 as usize],
            ExitState::Deopt {
                block: Some(block), ..
            } => return self.blocks[*block as usize],
            ExitState::Deopt { block, .. } => block,
        };
        *block = Some(number);
        let made = self.context.append_basic_block(self.function, "exit");
        self.blocks.push(made);
        made
    }

    /// The cold blocks of the exits in use, at the function's end.
    pub(super) fn emit_exits(&mut self) {
        for index in 0..self.exits.len() {
            let ExitState::Deopt {
                id,
                live,
                block: Some(block),
                ..
            } = &self.exits[index]
            else {
                continue;
            };
            let (id, live, block) = (*id, live.clone(), self.blocks[*block as usize]);
            // Behind everything else: cold code leaves the hot path's cache lines alone.
            let last = self.function.get_last_basic_block().expect("a block");
            if last != block {
                block.move_after(last).expect("both are in the function");
            }
            self.builder.position_at_end(block);
            let (record, values) = self.record(RecordKind::Exit, id, &live);
            let mut args: Vec<BasicMetadataValueEnum> = vec![
                self.word(record.into()).into(),
                self.i32.const_int(EXIT_BYTES, false).into(),
                self.ptr.const_null().into(),
                self.i32.const_zero().into(),
            ];
            args.extend(values.into_iter().map(BasicMetadataValueEnum::from));
            let callee = self.patchpoint();
            let call = built(self.builder.build_call(callee, &args, ""));
            let result = call.try_as_basic_value().unwrap_basic();
            built(self.builder.build_return(Some(&result)));
        }
    }

    /// Notes a record, and makes the values that LLVM has to keep track of for it.
    pub(super) fn record(
        &mut self,
        kind: RecordKind,
        id: u32,
        live: &[Operand],
    ) -> (u32, Vec<BasicValueEnum<'c>>) {
        let mut values = Vec::with_capacity(live.len());
        let live = live
            .iter()
            .map(|operand| match operand.constant {
                Some(constant) => Live::Constant(operand.repr, constant.bits()),
                None => {
                    values.push(self.trackable(operand));
                    Live::Located(operand.repr)
                }
            })
            .collect();
        self.records.push(Record { kind, id, live });
        (self.records.len() as u32 - 1, values)
    }

    /// Stackmaps know legal machine types only.
    fn trackable(&mut self, operand: &Operand) -> BasicValueEnum<'c> {
        match self.basic(operand) {
            BasicValueEnum::PointerValue(pointer) => {
                built(self.builder.build_ptr_to_int(pointer, self.i64, "")).into()
            }
            BasicValueEnum::IntValue(int) if int.get_type() != self.i64 => {
                built(self.builder.build_int_z_extend(int, self.i64, "")).into()
            }
            other => other,
        }
    }

    fn patchpoint(&mut self) -> FunctionValue<'c> {
        const NAME: &str = "llvm.experimental.patchpoint.i64";
        if let Some(&known) = self.intrinsics.get(&(NAME, 0)) {
            return known;
        }
        let params = [
            self.i64.into(),
            self.i32.into(),
            self.ptr.into(),
            self.i32.into(),
        ];
        let function = self
            .module
            .add_function(NAME, self.i64.fn_type(&params, true), None);
        self.intrinsics.insert((NAME, 0), function);
        function
    }
}
