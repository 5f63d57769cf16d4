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
        if let Some(last) = &self.last_exit
            && last.is(reason, live, &frames)
        {
            return last.exit;
        }
        self.exits.push(ExitInfo {
            reason,
            site: frames.first().map_or(0, |f| f.pc),
            frames: frames.clone().into(),
        });
        let id = self.exits.len() as u32 - 1;
        let exit = self.o.deopt_exit(id, live, reason != Reason::Raised);
        self.last_exit = Some(LastExit {
            reason,
            live: live.into(),
            frames,
            exit,
        });
        exit
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
            if !self.o.is_reached(block) {
                // The instruction cannot raise after all, as it was lowered.
                self.o.unreachable();
                continue;
            }
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
                let levels = self.levels(ctx);
                self.pop(&frame, outer, levels);
                entry = true;
                raise = self.g.ctxs[ctx.i()]
                    .enter
                    .map_or(&Raise::Leave, |i| &self.g.insts[i.i()].raise);
                ctx = outer;
            }
        }
    }

    /// What the frames in memory show where a block begins: what they show on all edges to it.
    ///
    /// Around a loop only what its state says is kept, and the edges back see to it that it holds ([`Self::edge_synced`]).
    pub(super) fn begin_synced(&mut self, b: B) {
        let g = self.g;
        let block = &g.blocks[b.i()];
        let mut incoming = std::mem::take(&mut self.incoming[b.i()]);
        let preds = &self.preds[b.i()];
        for p in preds {
            let from = &g.blocks[p.i()];
            let last = match from.term {
                Term::Item { inst, .. } => Some(inst),
                _ => None,
            };
            for &i in from.insts.iter().chain(&last) {
                if let Raise::Handler(edge) = &g.insts[i.i()].raise
                    && edge.to == b
                {
                    incoming.extend(self.raised_synced(i, edge));
                }
            }
        }
        let mut incoming = incoming.into_iter();
        let mut synced = incoming.next().unwrap_or_default();
        for other in incoming {
            if !Rc::ptr_eq(&synced, &other) {
                Rc::make_mut(&mut synced).retain(|key, v| other.get(key) == Some(v));
            }
        }
        if !preds.iter().all(|p| self.lowered[p.i()]) {
            let mut known = HashMap::new();
            let mut at = block.state;
            while let Some(s) = at {
                let state = &g.states[s.i()];
                for &(r, v) in &state.regs {
                    let key = (state.ctx, r);
                    let v = self.root(v);
                    let changes = matches!(g.defs[v.i()], Def::Param(of, n)
                        if of == b && !self.kept[b.i()].contains(&n));
                    if !changes && synced.get(&key) == Some(&v) {
                        known.insert(key, v);
                    }
                }
                at = state.parent;
            }
            synced = Rc::new(known);
            self.assumed[b.i()] = Some(synced.clone());
        }
        self.lowered[b.i()] = true;
        self.synced = synced;
    }

    /// On an edge: stores what the block assumes to be shown, and notes for it what is.
    pub(super) fn edge_synced(&mut self, edge: &Edge) {
        let g = self.g;
        let block = &g.blocks[edge.to.i()];
        let before = self.synced.clone();
        if self.lowered[edge.to.i()] {
            let assumed = self.assumed[edge.to.i()].clone().unwrap_or_default();
            let mut assumed: Vec<_> = assumed.iter().map(|(&key, &v)| (key, v)).collect();
            assumed.sort_by_key(|((ctx, r), _)| (ctx.i(), *r));
            for (key, v) in assumed {
                let v = match g.defs[v.i()] {
                    Def::Param(b, n) if b == edge.to => edge.args[n as usize],
                    _ => v,
                };
                self.show(key, v);
            }
        } else {
            for &n in &self.kept[edge.to.i()].clone() {
                let r = block.regs[n as usize];
                self.show((block.ctx, r), edge.args[n as usize]);
            }
            let there = self.after_edge(self.synced.clone(), edge);
            self.incoming[edge.to.i()].push(there);
        }
        self.synced = before;
    }

    /// What is known once the block's parameters have the edge's values.
    fn after_edge(&self, before: Synced, edge: &Edge) -> Synced {
        let block = &self.g.blocks[edge.to.i()];
        let mut there = before.clone();
        for (n, &arg) in edge.args.iter().enumerate() {
            let key = (block.ctx, block.regs[n]);
            if before.get(&key) == Some(&self.root(arg)) {
                Rc::make_mut(&mut there).insert(key, block.params[n]);
            }
        }
        there
    }

    /// What the frames show when a handler is entered: the state of what raises, which [`Self::land`] has seen to. None
    /// where the interpreter looks for the handler.
    fn raised_synced(&self, i: I, edge: &Edge) -> Option<Synced> {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let mut at = match inst.kind {
            // An exception comes out of the frames inside.
            Kind::Enter(c) => g.ctxs[c.i()].parent.map(|(_, after)| after),
            _ => Some(inst.state),
        };
        if !g.ctxs[inst.ctx.i()].framed {
            return None;
        }
        let mut known = HashMap::new();
        while let Some(s) = at {
            let state = &g.states[s.i()];
            let named = self.unit(state.ctx).normal.first_temp();
            if g.ctxs[state.ctx.i()].framed {
                for &(r, v) in state.regs.iter().filter(|(r, _)| *r < named) {
                    known.insert((state.ctx, r), self.root(v));
                }
            }
            at = state.parent;
        }
        Some(self.after_edge(Rc::new(known), edge))
    }

    /// Stores a variable unless the frame in memory shows its value.
    fn show(&mut self, (ctx, r): (C, u32), v: V) {
        if self.shows(ctx, r, v) {
            return;
        }
        let Some((_, regs)) = self.frames[ctx.i()] else {
            return;
        };
        let root = self.root(v);
        Rc::make_mut(&mut self.synced).insert((ctx, r), root);
        let x = self.val(v);
        self.store_register(&regs, r, &x);
    }

    /// A frame that begins shows the arguments, and the other variables as unbound.
    pub(super) fn shows_at_start(&mut self, ctx: C, given: impl Iterator<Item = V>) {
        let unbound = self.g.unbound();
        let variables = self.unit(ctx).normal.first_temp();
        for (r, v) in (0..variables).zip(given.map(Some).chain(std::iter::repeat(unbound))) {
            if let Some(v) = v {
                let root = self.root(v);
                Rc::make_mut(&mut self.synced).insert((ctx, r), root);
            }
        }
    }

    /// Does the frame in memory show that the register holds the value?
    pub(super) fn shows(&self, ctx: C, r: u32, v: V) -> bool {
        self.synced.get(&(ctx, r)) == Some(&self.root(v))
    }

    /// Stores variables that have changed, of all frames in memory, and the node that the innermost of them is at: those
    /// around it stand at their calls ([`Self::enter`]).
    pub(super) fn sync(&mut self, s: S) {
        let mut at = Some(s);
        let mut innermost = true;
        while let Some(s) = at {
            let state = &self.g.states[s.i()];
            at = state.parent;
            let Some((frame, _)) = self.frames[state.ctx.i()] else {
                continue;
            };
            self.sync_variables(state);
            if innermost {
                self.stand_at(&frame, state.pc);
            }
            innermost = false;
        }
    }

    /// Stores variables that have changed, of the state's own frame, which is in memory.
    fn sync_variables(&mut self, state: &State) {
        let named = self.unit(state.ctx).normal.first_temp();
        for &(r, v) in state.regs.iter().filter(|(r, _)| *r < named) {
            self.show((state.ctx, r), v);
        }
    }

    /// Stores which node a frame is at.
    fn stand_at(&mut self, frame: &Operand, pc: u32) {
        let number = self.o.int(i64::from(pc), Repr::U32);
        self.o.store(frame, &FRAME_PC, &number);
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
    /// `function` is one of the same code, where it is not `f` itself. The call takes `levels` besides the frame's own.
    pub(super) fn push(
        &mut self,
        i: I,
        f: &FunctionShot,
        function: Option<&Operand>,
        args: &[Operand],
        levels: u32,
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
        let depth = self.shallow(levels, exit);
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

    /// Leaves where calls nest too deep for one that takes so many levels besides its frame's own; the depth before that.
    fn shallow(&mut self, levels: u32, exit: Exit) -> Operand {
        let t = self.thread;
        let depth = self.o.load(&t, &THREAD_DEPTH);
        let depth = self.o.convert(&depth, Repr::I64);
        let limit = self.o.load(&t, &THREAD_LIMIT);
        let limit = self.o.convert(&limit, Repr::I64);
        let depth = self.levels_added(&depth, i64::from(levels));
        let shallow = self.o.lt(&depth, &limit);
        self.o.guard(&shallow, exit);
        depth
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
    pub(super) fn pop(&mut self, frame: &Operand, outer: C, levels: u32) {
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
        let levels = self.o.int(1 + i64::from(levels), Repr::I64);
        let depth = self.o.sub(&depth, &levels);
        let depth = self.o.convert(&depth, Repr::U32);
        self.o.store(&t, &THREAD_DEPTH, &depth);
    }

    fn levels_added(&mut self, depth: &Operand, levels: i64) -> Operand {
        if levels == 0 {
            return *depth;
        }
        let levels = self.o.int(levels, Repr::I64);
        self.o.add(depth, &levels)
    }

    /// Levels that the call of an inlined function takes, besides that of its frame: of an `__init__`, those of the call
    /// of the class.
    pub(super) fn levels(&self, ctx: C) -> u32 {
        match self.g.ctxs[ctx.i()].parent {
            Some((_, s)) => construction(self.g.states[s.i()].regs.iter().map(|&(r, _)| r)),
            None => 0,
        }
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
            // The outer frame, which is in memory like all around one that is, stands at the call meanwhile.
            let frame = self.current_frame(inst.ctx);
            self.stand_at(&frame, inst.pc);
            let args: Vec<Operand> = (1..inst.args.len()).map(|k| self.arg(i, k)).collect();
            let levels = self.levels(c);
            self.frames[c.i()] = Some(self.push(i, f, None, &args, levels));
            let given = inst.args[1..].iter().copied();
            self.shows_at_start(c, given);
            return;
        }
        if g.ctxs[c.i()].apart {
            // Whether it ends here or calls on, a recursion is as deep.
            let exit = self.exit(inst.state, Reason::Interrupt);
            self.shallow(0, exit);
        }
        if !self.quiet {
            // Calls are traced while somebody traces, and then the word is set.
            self.interruptible(inst.state);
        }
    }

    /// Before a frame is left. Somebody may have its object, which will keep the variables' values.
    pub(super) fn close(&mut self, i: I) {
        let inst = &self.g.insts[i.i()];
        self.hands_over(inst.state);
        let Some((frame, _)) = self.frames[inst.ctx.i()] else {
            return;
        };
        let object = self.o.load(&frame, &FRAME_OBJECT);
        let zero = self.o.int(0, Repr::I64);
        let plain = self.o.eq(&object, &zero);
        let (slow, done) = (self.o.block("seen"), self.o.block("unseen"));
        self.o.branch(&plain, done, slow, Likely::Then);
        self.o.switch_to(slow);
        let before = self.synced.clone();
        self.sync_variables(&self.g.states[inst.state.i()]);
        self.stand_at(&frame, self.g.states[inst.state.i()].pc);
        self.synced = before;
        self.o.jump(done);
        self.o.switch_to(done);
    }
}
