//! Nodes that are control flow or touch variables.

use super::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn number(&mut self, n: u32) -> Operand {
        self.o.int(i64::from(n), Repr::I64)
    }

    pub(super) fn control(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        match inst.op {
            Op::CheckLocal => {
                let x = self.arg(i, 0);
                if x.is_optional() {
                    let exit = self.exit(inst.state, Reason::Cold);
                    let there = self.o.present(&x);
                    self.o.guard(&there, exit);
                }
                let x = x.known_present();
                let v = inst.refined[0];
                if v != inst.args[0] {
                    self.vals[v.i()] = Some(x);
                }
            }
            Op::MakeCell => {
                let content = self.arg(i, 0);
                let x = self.o.call(&hooks::make_cell(), &[content]);
                self.set_out(i, 0, &x);
            }
            Op::FreeCell => {
                let (frame, _) = self.frames[inst.ctx.i()].expect("a framed context");
                let index = self.number(node.a);
                let x = self.o.call(&hooks::free_cell(), &[frame, index]);
                self.set_out(i, 0, &x);
            }
            Op::LoadCell => {
                let cell = self.arg(i, 0);
                let cell = self.o.convert(&cell, Repr::Ptr(LayoutId::CellVar));
                let x = self.o.load(&cell, FieldId::CellVarContent.info());
                // The interpreter raises.
                let exit = self.exit(inst.state, Reason::Cold);
                let there = self.o.present(&x);
                self.o.guard(&there, exit);
                self.set_out(i, 0, &x.known_present());
            }
            Op::StoreCell => {
                let (cell, x) = (self.arg(i, 0), self.arg(i, 1));
                let cell = self.o.convert(&cell, Repr::Ptr(LayoutId::CellVar));
                let x = self.o.convert(&x, Repr::OptValue);
                self.o.store(&cell, FieldId::CellVarContent.info(), &x);
            }
            Op::LoopHeader => {
                self.interruptible(inst.state);
            }
            Op::Raise => {
                let args = [self.arg(i, 0), self.arg(i, 1), self.arg(i, 2)];
                self.o.call(&hooks::raise(), &args);
                self.o.unreachable();
            }
            Op::Reraise => {
                let args = [self.arg(i, 0), self.arg(i, 1), self.arg(i, 2)];
                self.o.call(&hooks::reraise(), &args);
                let exit = self.o.on_raise().expect("it raises");
                self.o.leave(exit);
            }
            Op::Catch | Op::CatchRaw => {
                let (frame, _) = self.frames[inst.ctx.i()].expect("a framed context");
                let at = self.number(node.dst);
                let hook = if inst.op == Op::Catch {
                    hooks::catch()
                } else {
                    hooks::catch_raw()
                };
                self.o.call(&hook, &[frame, at]);
                let (_, regs) = self.frames[inst.ctx.i()].expect("a framed context");
                for n in 0..3u32 {
                    let f = field(
                        "register",
                        (node.dst + n) as usize * 8,
                        8,
                        crate::output::Store::OptValue,
                    );
                    let x = self.o.load(&regs, &f).known_present();
                    self.set_out(i, n as usize, &x);
                }
            }
            Op::Resume => {
                let x = self.arg(i, 0);
                let there = self.o.present(&x);
                let exit = self.o.on_raise().expect("it raises");
                self.o.guard(&there, exit);
                self.set_out(i, 0, &x.known_present());
            }
            other => unreachable!("{other:?} is lowered elsewhere"),
        }
    }

    /// Leaves for the interpreter, which looks at what may die here, if the function has made something whose death
    /// somebody waits for.
    pub(super) fn hands_over(&mut self, state: S) {
        if self.makes_waited && !self.quiet {
            self.interruptible(state);
        }
    }

    /// Leaves when somebody asks for something.
    pub(super) fn interruptible(&mut self, state: S) {
        let word = self
            .o
            .load_changing_word(runtime::interrupt::word() as usize);
        let zero = self.o.int(0, Repr::U32);
        let quiet = self.o.id_eq(&word, &zero);
        let exit = self.exit(state, Reason::Interrupt);
        self.o.guard(&quiet, exit);
        self.quiet = true;
    }
}
