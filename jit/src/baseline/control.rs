//! The control nodes: where execution goes, and where variables live.

use interp::normal::{Node, Op};
use runtime::layouts::Repr;

use super::{Lowering, PC, RESUME, SENT, hooks};
use crate::emit::Prims;
use crate::output::{Likely, Operand};

impl Lowering<'_, '_> {
    fn number(&mut self, n: u32) -> Operand {
        self.o.int(i64::from(n), Repr::I64)
    }

    /// Lowers a node whose semantics is "control".
    pub(super) fn control(&mut self, pc: u32, node: &Node) {
        let frame = self.frame;
        match node.op {
            Op::Move => {
                let v = self.optional(node.a);
                self.o.store_register(node.dst, &v);
            }
            Op::CheckLocal => {
                let v = self.optional(node.a);
                let there = self.o.present(&v);
                let (ok, bad) = (self.o.block("bound"), self.o.block("unbound"));
                self.o.branch(&there, ok, bad, Likely::Then);
                self.o.switch_to(bad);
                let register = self.number(node.a);
                self.o.call(&hooks::unbound(), &[frame, register]);
                self.o.unreachable();
                self.o.switch_to(ok);
            }
            Op::DeleteLocal => {
                let null = self.o.null(Repr::OptValue);
                self.o.store_register(node.dst, &null);
            }
            Op::Clear => {
                for i in 0..u32::from(node.n) {
                    let null = self.o.null(Repr::OptValue);
                    self.o.store_register(node.dst + i, &null);
                }
            }
            Op::MakeCell => {
                let content = self.optional(node.a);
                let cell = self.o.call(&hooks::make_cell(), &[content]);
                self.o.store_register(node.dst, &cell);
            }
            Op::FreeCell => {
                let index = self.number(node.a);
                let cell = self.o.call(&hooks::free_cell(), &[frame, index]);
                self.o.store_register(node.dst, &cell);
            }
            Op::LoadCell => {
                let register = self.number(node.a);
                let v = self.o.call(&hooks::load_cell(), &[frame, register]);
                self.o.store_register(node.dst, &v);
            }
            Op::StoreCell => {
                let (cell, v) = (self.value(node.a), self.value(node.b));
                self.o.call(&hooks::store_cell(), &[cell, v]);
            }
            Op::Jump => {
                let target = self.target(node.c);
                self.o.jump(target);
            }
            // The loop that calls this serves signals and leaves frames that are to be traced.
            Op::LoopHeader | Op::Poll => {}
            Op::Return => {
                // A frame object that outlives the frame tells the line that was left from.
                let number = self.o.int(i64::from(pc), Repr::U32);
                self.o.store(&frame, &PC, &number);
                let v = self.value(node.a);
                self.o.ret(&v);
            }
            Op::Raise => {
                let args = [
                    self.optional(node.a),
                    self.optional(node.b),
                    self.optional(node.c),
                ];
                self.o.call(&hooks::raise(), &args);
                self.o.unreachable();
            }
            Op::Reraise => {
                let args = [
                    self.value(node.a),
                    self.value(node.a + 1),
                    self.value(node.a + 2),
                ];
                self.o.call(&hooks::reraise(), &args);
                // No traceback entry: the exception has one for this frame.
                match self.normal.handler(pc).map(|h| h.target) {
                    Some(h) => {
                        let target = self.target(h);
                        self.o.jump(target);
                    }
                    None => self.o.ret_null(),
                }
            }
            Op::Catch => {
                let at = self.number(node.dst);
                self.o.call(&hooks::catch(), &[frame, at]);
            }
            Op::CatchRaw => {
                let at = self.number(node.dst);
                self.o.call(&hooks::catch_raw(), &[frame, at]);
            }
            Op::Yield => {
                let (point, register) = (
                    self.o.int(i64::from(node.c), Repr::U32),
                    self.o.int(i64::from(node.dst), Repr::U32),
                );
                self.o.store(&frame, &RESUME, &point);
                self.o.store(&frame, &SENT, &register);
                let v = self.value(node.a);
                self.o.ret(&v);
            }
            Op::Resume => {
                let v = self.optional(node.a);
                let there = self.o.present(&v);
                let ok = self.o.block("sent");
                let exit = self.raise_exit(pc);
                let thrown = self.o.block("thrown");
                self.o.branch(&there, ok, thrown, Likely::Then);
                self.o.switch_to(thrown);
                self.o.leave(exit);
                self.o.switch_to(ok);
                self.o.store_register(node.dst, &v.known_present());
            }
            other => unreachable!("{other:?} is no control node"),
        }
    }

    /// Behind a call and where the node says so, signals are served, and the rest of the frame is left to the
    /// interpreter when it is to be traced from now on, or has made what somebody may wait for the death of.
    pub(super) fn called(&mut self, next: u32) {
        let word = self
            .o
            .load_changing_word(runtime::interrupt::word() as usize);
        let zero = self.o.int(0, Repr::U32);
        let quiet = self.o.id_eq(&word, &zero);
        let (go, serve, leave) = (
            self.o.block("go"),
            self.o.block("serve"),
            self.o.block("left"),
        );
        self.o.branch(&quiet, go, serve, Likely::Then);
        self.o.switch_to(serve);
        self.o.call(&hooks::interrupted(), &[]);
        let frame = self.frame;
        let taken_over = self.o.call(&hooks::takes_over(), &[frame]);
        self.o.branch(&taken_over, leave, go, Likely::Then);
        self.o.switch_to(leave);
        self.leave_for_interpreter(next);
        self.o.switch_to(go);
    }

    /// Leaves the rest of the frame, from a node on, to the interpreter.
    pub(super) fn leave_for_interpreter(&mut self, pc: u32) {
        let (frame, pc) = (self.frame, self.o.int(i64::from(pc), Repr::U32));
        self.o.ret_call(&hooks::go_on(), &[frame, pc]);
    }
}
