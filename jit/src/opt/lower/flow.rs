//! Ways in, jumps, and how blocks end.

use super::*;

impl<'a> Lowering<'a, '_> {
    /// Values on entry, with the types that were seen.
    pub(super) fn entry_values(&mut self, b: B) {
        let Some((_, regs)) = self.frames[0] else {
            return;
        };
        let g = self.g;
        if g.entries.iter().any(|e| e.block == b && e.number == 0) {
            self.shows_at_start(C(0), std::iter::empty());
        }
        let mine: Vec<(V, u32)> = g
            .defs
            .iter()
            .enumerate()
            .filter_map(|(v, d)| match d {
                Def::Register(at, r) if *at == b => Some((V(v as u32), *r)),
                _ => None,
            })
            .collect();
        for &(v, r) in &mine {
            let f = field(
                "register",
                r as usize * 8,
                8,
                crate::output::Store::OptValue,
            );
            let mut x = self.o.load(&regs, &f);
            let ty = g.ty(v);
            if ty.present && ty.mask == TypeMask::ANY {
                x = x.known_present();
            }
            self.vals[v.i()] = Some(x);
            Rc::make_mut(&mut self.synced).insert((C(0), r), v);
        }
        // Guards: the state is that of the loop entered, in terms of its parameters.
        let Term::Jump(edge) = &g.blocks[b.i()].term else {
            return;
        };
        let Some(s) = g.blocks[edge.to.i()].state else {
            return;
        };
        let raw: Vec<Operand> = edge.args.iter().map(|&a| self.val(a)).collect();
        let (live, frames) = self.live(s, Some((edge.to, &raw)));
        let fail = self.way_out(Reason::Guard, &live, frames);
        for (v, _) in mine {
            let ty = g.ty(v);
            let x = self.val(v);
            let x = match ty.repr() {
                Repr::Int => self.o.expect_int(&x, fail),
                Repr::Float => self.o.expect_float(&x, fail),
                Repr::Bool => self.o.expect_bool(&x, fail),
                _ => x,
            };
            self.vals[v.i()] = Some(x);
        }
    }

    pub(super) fn jump(&mut self, edge: &Edge) {
        let g = self.g;
        let raw: Vec<Operand> = edge.args.iter().map(|&a| self.val(a)).collect();
        let mut exit = None;
        let mut args = Vec::with_capacity(raw.len());
        for (n, x) in raw.iter().enumerate() {
            let p = g.blocks[edge.to.i()].params[n];
            let ty = g.ty(p);
            let repr = ty.repr();
            let matches = x.repr == repr;
            let x = match repr {
                Repr::Int | Repr::Float | Repr::Bool if !matches => {
                    let fail = match exit {
                        Some(e) => e,
                        None => {
                            let e = match g.blocks[edge.to.i()].state {
                                Some(s) => {
                                    let (live, frames) = self.live(s, Some((edge.to, &raw)));
                                    self.way_out(Reason::Guard, &live, frames)
                                }
                                None => self.never(),
                            };
                            exit = Some(e);
                            e
                        }
                    };
                    match repr {
                        Repr::Int => self.o.expect_int(x, fail),
                        Repr::Float => self.o.expect_float(x, fail),
                        _ => self.o.expect_bool(x, fail),
                    }
                }
                _ => self.o.convert(x, repr),
            };
            args.push(x);
        }
        self.edge_synced(edge);
        let from = self.o.current_block();
        for (n, x) in args.iter().enumerate() {
            let phi = self.phis[edge.to.i()][n];
            self.o.add_incoming(&phi, x, from);
        }
        let to = self.code(edge.to);
        self.o.jump(to);
    }

    pub(super) fn branch(&mut self, cond: &Operand, then: &Edge, other: &Edge) {
        let (a, b) = (self.o.block("then"), self.o.block("else"));
        self.o.branch(cond, a, b, Likely::Either);
        self.o.switch_to(a);
        self.jump(then);
        self.o.switch_to(b);
        self.jump(other);
    }

    pub(super) fn term(&mut self, b: B) {
        let g = self.g;
        match &g.blocks[b.i()].term {
            Term::None => self.o.unreachable(),
            Term::Jump(e) => self.jump(e),
            Term::Branch { cond, then, other } => {
                let c = self.val(*cond);
                self.branch(&c, then, other);
            }
            Term::Item {
                inst,
                got,
                done,
                after,
            } => self.item(*inst, got, done, *after),
            Term::Return(v) => {
                let x = self.val(*v);
                let x = self.o.convert(&x, Repr::Value);
                self.o.ret(&x);
            }
            Term::Raised => {
                if !self.o.is_terminated() {
                    self.o.unreachable();
                }
            }
            Term::Deopt(s) => {
                let e = self.exit(*s, Reason::Cold);
                self.o.leave(e);
            }
            Term::Yield {
                value,
                state,
                resume,
                sent,
            } => {
                let (frame, regs) = self.frames[0].expect("the outermost frame");
                let state = &g.states[state.i()];
                for &(r, v) in &state.regs {
                    if !self.shows(C(0), r, v) {
                        let x = self.val(v);
                        self.store_register(&regs, r, &x);
                    }
                }
                let pc = self.o.int(i64::from(state.pc) - 1, Repr::U32);
                self.o.store(&frame, &FRAME_PC, &pc);
                let resume = self.o.int(i64::from(*resume), Repr::U32);
                self.o.store(&frame, &FRAME_RESUME, &resume);
                let sent = self.o.int(i64::from(*sent), Repr::U32);
                self.o.store(&frame, &FRAME_SENT, &sent);
                let x = self.val(*value);
                let x = self.o.convert(&x, Repr::Value);
                self.o.ret(&x);
            }
        }
    }

    /// The end of a block that asks an iterator.
    pub(super) fn item(&mut self, i: I, got: &Edge, done: &Edge, after: S) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let row = transfer::protocol(Protocol::ForNext);
        let iterator = self.val(inst.args[0]);
        let out = inst.outs[0];
        let ty = g.ty(out);
        let slow = self.o.block("next");
        let fail = self.o.exit_to(slow);
        let cases: Vec<usize> = match inst.plan {
            Plan::Case(n, _) => vec![n],
            Plan::Cases(mask, _) => (0..row.cases.len())
                .filter(|n| mask & 1 << n != 0)
                .collect(),
            _ => Vec::new(),
        };
        let narrow = matches!(
            inst.plan,
            Plan::Case(_, Fail::Leave) | Plan::Cases(_, Fail::Leave)
        );
        let item = self.o.block("item");
        let mut incoming = Vec::new();
        for (k, &n) in cases.iter().enumerate() {
            let next = self.o.block("case");
            let failed = if k + 1 == cases.len() {
                fail
            } else {
                self.o.exit_to(next)
            };
            if let Some(x) =
                emit::emit_protocol_case(&mut self.o, Protocol::ForNext, n, &[iterator], failed)
            {
                let x = self.hold(&x, ty);
                incoming.push((self.o.current_block(), x));
            }
            self.o.jump(item);
            self.o.switch_to(next);
            if k + 1 == cases.len() {
                self.o.unreachable();
            }
        }
        if cases.is_empty() {
            self.o.jump(slow);
        }
        let before = self.synced.clone();
        self.o.switch_to(slow);
        self.sync(inst.state);
        self.shown = true;
        let on_raise = self.raise_exit(i);
        self.o.set_on_raise(Some(on_raise));
        let x = self.o.call(&Hook::from(row.plan.info()), &[iterator]);
        let there = self.o.present(&x);
        let (more, end) = (self.o.block("more"), self.o.block("done"));
        self.o.branch(&there, more, end, Likely::Else);
        self.o.switch_to(more);
        let x = x.known_present();
        if narrow && !TypeMask::ANY.within(ty.mask) {
            // An iterator of another kind, whose items may be anything: the interpreter goes on with this one.
            self.vals[out.i()] = Some(x);
            self.last_exit = None;
            let e = self.exit(after, Reason::Guard);
            if let Some(info) = self.exits.last_mut() {
                info.site = inst.pc;
            }
            self.last_exit = None;
            self.o.leave(e);
        } else {
            let x = self.hold(&x, ty);
            incoming.push((self.o.current_block(), x));
            self.o.jump(item);
        }
        self.o.switch_to(end);
        self.jump(done);
        Rc::make_mut(&mut self.synced).retain(|key, v| before.get(key) == Some(v));
        self.o.switch_to(item);
        let x = self.o.join(&incoming);
        self.define(out, &x);
        self.jump(got);
    }

    /// The operand as values of the type are held; boxed ones stay so.
    pub(super) fn hold(&mut self, x: &Operand, ty: Ty) -> Operand {
        match ty.repr() {
            r if r == x.repr => *x,
            Repr::Int | Repr::Float | Repr::Bool if !x.is_boxed() => *x,
            Repr::OptValue => self.o.convert(x, Repr::OptValue),
            _ => self.o.convert(x, Repr::Value),
        }
    }
}
