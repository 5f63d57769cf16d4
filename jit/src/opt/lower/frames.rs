//! Frames: what exits say of them, what those in memory show, how calls make and leave them.

use super::*;

impl<'a> Lowering<'a, '_> {
    /// What an exit carries: the registers of a state that the frames in memory do not show.
    pub(super) fn live(
        &mut self,
        s: S,
        replace: Option<(B, &[Operand])>,
    ) -> (Vec<Operand>, Vec<ExitFrame>) {
        let (mut live, mut frames) = (Vec::new(), Vec::new());
        let mut at = Some(s);
        while let Some(s) = at {
            let state = &self.g.states[s.i()];
            let ctx = state.ctx;
            let framed = self.frames[ctx.i()];
            if let Some((frame, _)) = framed {
                live.push(frame);
            }
            let mut regs = Vec::with_capacity(state.regs.len());
            for &(r, v) in &state.regs {
                if replace.is_none() && framed.is_some() && self.shows(ctx, r, v) {
                    continue;
                }
                let x = match (self.g.defs[v.i()], replace) {
                    (Def::Param(b, n), Some((to, args))) if b == to => args[n as usize],
                    _ => self.val(v),
                };
                regs.push((r, x.repr));
                live.push(x);
            }
            frames.push(ExitFrame {
                code: self.unit(ctx).code,
                function: self.g.ctxs[ctx.i()].function,
                pc: state.pc,
                framed: framed.is_some(),
                regs: regs.into(),
            });
            at = state.parent;
        }
        (live, frames)
    }

    pub(super) fn exit(&mut self, s: S, reason: Reason) -> Exit {
        let (live, frames) = self.live(s, None);
        self.way_out(reason, &live, frames)
    }

    /// An exit, for that reason, with those values and frames.
    pub(super) fn way_out(
        &mut self,
        reason: Reason,
        live: &[Operand],
        frames: Vec<ExitFrame>,
    ) -> Exit {
        self.exits.push(ExitInfo {
            reason,
            site: frames.first().map_or(0, |f| f.pc),
            frames: frames.into(),
        });
        let id = self.exits.len() as u32 - 1;
        self.o.deopt_exit(id, live, reason != Reason::Raised)
    }

    /// Where the exception of an instruction goes.
    pub(super) fn raise_exit(&mut self, i: I) -> Exit {
        let inst = &self.g.insts[i.i()];
        // Frames that are not in memory have to be made for the traceback: the interpreter's business.
        if self.frames[inst.ctx.i()].is_none() {
            return self.exit(inst.state, Reason::Raised);
        }
        let block = if self.shown {
            self.raised(i)
        } else {
            let block = self.o.block("landing");
            self.landings.push(Landing {
                inst: i,
                block,
                synced: self.synced.clone(),
            });
            block
        };
        self.o.exit_to(block)
    }

    /// Where an instruction's exception goes once the frames show its state.
    fn raised(&mut self, i: I) -> Code {
        let inst = &self.g.insts[i.i()];
        let key = Raised {
            ctx: inst.ctx,
            entry: inst.op != Op::Reraise,
            handler: match &inst.raise {
                Raise::Leave => None,
                Raise::Handler(edge) => Some((edge.to, edge.args.clone())),
            },
        };
        if let Some(&block) = self.raised.get(&key) {
            return block;
        }
        let block = self.o.block("raised");
        self.raised.insert(key, block);
        self.raising.push((i, block));
        block
    }

    /// Handlers are entered with a traceback entry for the frame, which must show what it held.
    pub(super) fn land(&mut self, facts: FrameFacts) {
        for Landing {
            inst,
            block,
            synced,
        } in std::mem::take(&mut self.landings)
        {
            let state = self.g.insts[inst.i()].state;
            self.o.switch_to(block);
            self.synced = synced;
            self.sync(state);
            let to = self.raised(inst);
            self.o.jump(to);
        }
        self.synced = Synced::default();
        for (inst, block) in std::mem::take(&mut self.raising) {
            let inst = &self.g.insts[inst.i()];
            self.o.switch_to(block);
            self.frame_facts(inst.ctx, facts);
            self.o.set_on_raise(None);
            let mut ctx = inst.ctx;
            let mut entry = inst.op != Op::Reraise;
            let mut raise = &inst.raise;
            // Through inlined frames, to a handler or out.
            loop {
                let (frame, _) = self.frames[ctx.i()].expect("a framed context");
                if entry {
                    self.o.call(&hooks::raised(), &[frame]);
                }
                if let Raise::Handler(edge) = raise {
                    self.jump(edge);
                    break;
                }
                let Some((outer, _)) = self.g.ctxs[ctx.i()].parent else {
                    self.o.ret_null();
                    break;
                };
                self.pop(&frame, outer);
                entry = true;
                raise = self.g.ctxs[ctx.i()]
                    .enter
                    .map_or(&Raise::Leave, |i| &self.g.insts[i.i()].raise);
                ctx = outer;
            }
        }
    }

    pub(super) fn begin_synced(&mut self, b: B) {
        let preds = &self.preds[b.i()];
        let mut known: Option<Synced> = None;
        for &p in preds {
            let Some(out) = &self.synced_out[p.i()] else {
                continue;
            };
            known = Some(match known {
                None => out.clone(),
                Some(mut k) => {
                    if !Rc::ptr_eq(&k, out) {
                        Rc::make_mut(&mut k).retain(|key, v| out.get(key) == Some(v));
                    }
                    k
                }
            });
        }
        let mut synced = known.unwrap_or_default();
        let block = &self.g.blocks[b.i()];
        let all = preds.iter().all(|p| self.synced_out[p.i()].is_some());
        if !all {
            // Round a loop, registers may be stored again: only those that have one value ever stay known.
            let ctx = block.ctx;
            let only = &self.only;
            Rc::make_mut(&mut synced)
                .retain(|key, v| key.0 != ctx || only.get(key) == Some(&Some(*v)));
        }
        // Handlers begin after whatever happened in what they protect.
        let by_exception = preds.iter().any(|p| {
            self.g.blocks[p.i()]
                .insts
                .iter()
                .any(|i| matches!(&self.g.insts[i.i()].raise, Raise::Handler(e) if e.to == b))
                || matches!(self.g.blocks[p.i()].term, Term::Item { inst, .. }
                if matches!(&self.g.insts[inst.i()].raise, Raise::Handler(e) if e.to == b))
        });
        if by_exception {
            synced = Synced::default();
        }
        self.synced = synced;
    }

    /// Does the frame in memory show that the register holds the value?
    pub(super) fn shows(&self, ctx: C, r: u32, v: V) -> bool {
        self.synced.get(&(ctx, r)) == Some(&self.root(v))
    }

    /// Stores variables that have changed, of all frames in memory, and the nodes they are at.
    pub(super) fn sync(&mut self, s: S) {
        let mut at = Some(s);
        while let Some(s) = at {
            let state = &self.g.states[s.i()];
            let ctx = state.ctx;
            if let Some((frame, regs)) = self.frames[ctx.i()] {
                let named = self.unit(ctx).normal.first_temp();
                for &(r, v) in &state.regs {
                    if r >= named {
                        continue;
                    }
                    if self.shows(ctx, r, v) {
                        continue;
                    }
                    let root = self.root(v);
                    Rc::make_mut(&mut self.synced).insert((ctx, r), root);
                    let x = self.val(v);
                    self.store_register(&regs, r, &x);
                }
                let number = self.o.int(i64::from(state.pc), Repr::U32);
                self.o.store(&frame, &FRAME_PC, &number);
            }
            at = state.parent;
        }
    }

    pub(super) fn store_register(&mut self, regs: &Operand, r: u32, x: &Operand) {
        let x = self.o.convert(x, Repr::OptValue);
        let f = field(
            "register",
            r as usize * 8,
            8,
            crate::output::Store::OptValue,
        );
        self.o.store(regs, &f, &x);
    }

    /// Makes the frame of a call, as `Thread::push_frame` does, or leaves where calls nest too deep or are traced.
    ///
    /// `function` is one of the same code, where it is not `f` itself.
    pub(super) fn push(
        &mut self,
        i: I,
        f: &FunctionShot,
        function: Option<&Operand>,
        args: &[Operand],
    ) -> (Operand, Operand) {
        let inst = &self.g.insts[i.i()];
        let exit = self.exit(inst.state, Reason::Interrupt);
        let t = self.thread;
        let top = self.o.load(&t, &THREAD_TOP);
        let end = self.o.load(&t, &THREAD_END);
        let words = self
            .o
            .int(8 * (FRAME_WORDS as i64 + i64::from(f.nregs)), Repr::I64);
        let next = self.o.add(&top, &words);
        let fits = self.o.le(&next, &end);
        self.o.guard(&fits, exit);
        let depth = self.o.load(&t, &THREAD_DEPTH);
        let depth = self.o.convert(&depth, Repr::I64);
        let limit = self.o.load(&t, &THREAD_LIMIT);
        let limit = self.o.convert(&limit, Repr::I64);
        let shallow = self.o.lt(&depth, &limit);
        self.o.guard(&shallow, exit);
        let here = self.o.frame_address();
        let stack = self.o.load(&t, &THREAD_STACK);
        let room = self.o.lt(&stack, &here);
        self.o.guard(&room, exit);

        let outer = self.current_frame(inst.ctx);
        let frame = self.o.convert(&top, Repr::Frame);
        let header = self.o.int(8 * FRAME_WORDS as i64, Repr::I64);
        let regs = self.o.add(&top, &header);
        let null = self.o.int(0, Repr::I64);
        let zero = self.o.int(0, Repr::U32);
        let word = |l: &mut Self, address: usize| {
            let x = l.o.object(address, LayoutId::Object, TypeMask::OTHER);
            l.o.convert(&x, Repr::I64)
        };
        let prev = self.o.convert(&outer, Repr::I64);
        self.o.store(&frame, &FRAME_PREV, &prev);
        let x = word(self, f.code);
        self.o.store(&frame, &FRAME_CODE, &x);
        self.o.store(&frame, &FRAME_REGS, &regs);
        for part in [&FRAME_PC, &FRAME_FLAGS] {
            self.o.store(&frame, part, &zero);
        }
        let (x, globals, builtins) = match function {
            None => (
                word(self, f.address),
                word(self, f.globals),
                word(self, f.builtins),
            ),
            Some(function) => {
                let globals = self.o.load(function, FieldId::FunctionGlobals.info());
                let builtins = self.o.load(function, FieldId::FunctionBuiltins.info());
                (
                    self.o.convert(function, Repr::I64),
                    self.o.convert(&globals, Repr::I64),
                    self.o.convert(&builtins, Repr::I64),
                )
            }
        };
        self.o.store(&frame, &FRAME_FUNCTION, &x);
        self.o.store(&frame, &FRAME_GLOBALS_WORD, &globals);
        self.o.store(&frame, &FRAME_BUILTINS_WORD, &builtins);
        self.o.store(&frame, &FRAME_LOCALS, &null);
        self.o.store(&frame, &FRAME_OBJECT, &null);
        let regs = self.o.convert(&regs, ADDRESS);
        for (r, x) in args.iter().enumerate() {
            self.store_register(&regs, r as u32, x);
        }
        let absent = self.o.null(Repr::OptValue);
        for r in args.len() as u32..f.nregs {
            self.store_register(&regs, r, &absent);
        }
        let one = self.o.int(1, Repr::I64);
        let deeper = self.o.add(&depth, &one);
        let deeper = self.o.convert(&deeper, Repr::U32);
        self.o.store(&t, &THREAD_DEPTH, &deeper);
        self.o.store(&t, &THREAD_TOP, &next);
        self.o.store(&t, &THREAD_FRAME, &top);
        (frame, regs)
    }

    /// The innermost frame in memory, seen from a context.
    pub(super) fn current_frame(&self, ctx: C) -> Operand {
        let mut at = ctx;
        loop {
            if let Some((frame, _)) = self.frames[at.i()] {
                return frame;
            }
            match self.g.ctxs[at.i()].parent {
                Some((p, _)) => at = p,
                None => unreachable!("the outermost context has a frame"),
            }
        }
    }

    /// Undoes `push`, as `Thread::pop_frame` does.
    pub(super) fn pop(&mut self, frame: &Operand, outer: C) {
        let t = self.thread;
        let flags = self.o.load(frame, &FRAME_FLAGS);
        let flags = self.o.convert(&flags, Repr::I64);
        let object = self.o.load(frame, &FRAME_OBJECT);
        let both = self.o.or_(&flags, &object);
        let zero = self.o.int(0, Repr::I64);
        let plain = self.o.eq(&both, &zero);
        let (slow, done) = (self.o.block("pop"), self.o.block("popped"));
        self.o.branch(&plain, done, slow, Likely::Then);
        self.o.switch_to(slow);
        let before = self.o.on_raise();
        self.o.call(&crate::opt::hooks::leaving(), &[*frame]);
        self.o.set_on_raise(before);
        self.o.jump(done);
        self.o.switch_to(done);
        let outer = self.current_frame(outer);
        let prev = self.o.convert(&outer, Repr::I64);
        self.o.store(&t, &THREAD_FRAME, &prev);
        let top = self.o.convert(frame, Repr::I64);
        self.o.store(&t, &THREAD_TOP, &top);
        let depth = self.o.load(&t, &THREAD_DEPTH);
        let depth = self.o.convert(&depth, Repr::I64);
        let one = self.o.int(1, Repr::I64);
        let depth = self.o.sub(&depth, &one);
        let depth = self.o.convert(&depth, Repr::U32);
        self.o.store(&t, &THREAD_DEPTH, &depth);
    }

    /// Into an inlined function.
    pub(super) fn enter(&mut self, i: I, c: C) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let Plan::Direct(bits) = inst.plan else {
            unreachable!("an inlined call is direct")
        };
        self.stress(i);
        self.same_callee(i, bits);
        if g.ctxs[c.i()].framed
            && let Some(Callee::Function(f)) = self.shot.callees.get(&bits)
        {
            // The outer frame stands at the call meanwhile.
            let frame = self.current_frame(inst.ctx);
            let number = self.o.int(i64::from(inst.pc), Repr::U32);
            self.o.store(&frame, &FRAME_PC, &number);
            let args: Vec<Operand> = (1..inst.args.len()).map(|k| self.arg(i, k)).collect();
            self.frames[c.i()] = Some(self.push(i, f, None, &args));
            for (r, &v) in inst.args[1..].iter().enumerate() {
                let root = self.root(v);
                Rc::make_mut(&mut self.synced).insert((c, r as u32), root);
            }
        } else if !self.quiet {
            // Calls are traced while somebody traces, and then the word is set.
            self.interruptible(inst.state);
        }
    }

    /// Somebody has the frame's object, which will keep the variables' values.
    pub(super) fn close(&mut self, i: I) {
        let inst = &self.g.insts[i.i()];
        let Some((frame, _)) = self.frames[inst.ctx.i()] else {
            return;
        };
        let object = self.o.load(&frame, &FRAME_OBJECT);
        let zero = self.o.int(0, Repr::I64);
        let plain = self.o.eq(&object, &zero);
        let (slow, done) = (self.o.block("seen"), self.o.block("unseen"));
        self.o.branch(&plain, done, slow, Likely::Then);
        self.o.switch_to(slow);
        let before = std::mem::take(&mut self.synced);
        self.sync(inst.state);
        Rc::make_mut(&mut self.synced).retain(|key, v| before.get(key) == Some(v));
        self.o.jump(done);
        self.o.switch_to(done);
    }
}
