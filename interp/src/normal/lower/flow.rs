//! Loops, `try` and `with`, and the ways out of them.
//!
//! Leaving a `with` or `finally` block by `return`, `break` or `continue` takes place in
//! steps, one for each such block on the way: the exit is noted at the innermost one and
//! continued where that block's end is lowered, so that code is not repeated for each
//! `return` and ranges of handlers stay whole.
//!
//! A `finally` body is there once. A register, `kind`, says how it was entered ([`NORMAL`],
//! [`EXCEPTION`], or the number of an exit), three more hold the exception or the value to
//! return; branches after the body take it from there.

use syntax::ast::{Call, ExceptHandler, Expr, ExprKind, For, TryExcept, TryFinally, While, With};
use syntax::{ErrorKind, SyntaxError};

use super::builder::{Label, Reg};
use super::{Lowering, Res};
use crate::normal::node::Operand;
use crate::normal::op::Op;

/// A `finally` body entered from the end of its `try` body.
const NORMAL: i64 = 0;
/// Entered with an exception, held in three registers.
const EXCEPTION: i64 = 1;
/// Entered on the way of the first exit noted; the others count on from here.
const EXITS: i64 = 2;

/// CPython's limit on nested blocks.
const MAX_BLOCKS: usize = 20;

/// A way out of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    Return,
    /// Of the loop with this index among the blocks.
    Break(usize),
    Continue(usize),
}

/// A compound statement around the one being lowered.
#[derive(Debug)]
pub(super) enum Block {
    /// Labels that `break` and `continue` jump to; the register of what is to be closed when the loop is left early.
    Loop {
        done: Label,
        top: Label,
        owned: Option<Reg>,
    },
    /// The body of `try … except`: only counts.
    Except,
    /// The body of `with` or `try … finally`.
    Guarded(Guarded),
    /// A `finally` body.
    FinallyBody,
}

/// What must be run when a block is left.
#[derive(Debug)]
pub(super) struct Guarded {
    /// The exits through it, each with the label of what runs first.
    exits: Vec<(Exit, Label)>,
    /// Where `return` leaves its value.
    value: Reg,
    /// Of a `finally`: the kind's register, and its body.
    finally: Option<(Reg, Label)>,
}

/// Builtin functions that loops call most; none of them makes a generator.
const BUILTIN: &[&str] = &[
    "dict",
    "enumerate",
    "filter",
    "iter",
    "list",
    "map",
    "open",
    "range",
    "reversed",
    "set",
    "sorted",
    "tuple",
    "xrange",
    "zip",
];

impl<'a> Lowering<'_, 'a> {
    /// May the call make a generator that a loop over it, left early, has to close? CPython closes it when the loop lets
    /// go of it; here the loop does so itself, which is worth a handler where a function of the program is called.
    fn may_make_a_generator(&self, call: &Call<'a>) -> bool {
        match call.func.kind {
            ExprKind::Name { id, .. } => !BUILTIN.contains(&self.text(id)),
            _ => true,
        }
    }

    fn enter(&mut self, block: Block) -> Res {
        if self.blocks.len() >= MAX_BLOCKS {
            // The one error that CPython's compiler tells no place of.
            return Err(Box::new(SyntaxError::new(
                ErrorKind::Syntax,
                "too many statically nested blocks".into(),
                &self.unit.filename,
                None,
            )));
        }
        self.blocks.push(block);
        Ok(())
    }

    /// Leaves a `with` or `finally` body: the exits noted there.
    fn leave_guarded(&mut self) -> Vec<(Exit, Label)> {
        match self.blocks.pop() {
            Some(Block::Guarded(g)) => g.exits,
            _ => unreachable!("blocks are left in order"),
        }
    }

    /// Goes one step on the way out; `value` is what `return` returns.
    pub(super) fn exit(&mut self, exit: Exit, value: Operand) {
        let floor = match exit {
            Exit::Return => 0,
            Exit::Break(i) | Exit::Continue(i) => i + 1,
        };
        for block in self.blocks[floor..].iter_mut().rev() {
            let g = match block {
                Block::Guarded(g) => g,
                Block::Loop {
                    owned: Some(owned), ..
                } => {
                    self.b.emit(Op::Abandon, 0, *owned, 0, 0);
                    continue;
                }
                _ => continue,
            };
            let known = g.exits.iter().position(|(e, _)| *e == exit);
            let i = known.unwrap_or_else(|| {
                g.exits.push((exit, self.b.label()));
                g.exits.len() - 1
            });
            if exit == Exit::Return {
                self.b.copy(g.value, value);
            }
            match g.finally {
                Some((kind, body)) => {
                    let number = self.b.int(EXITS + i as i64);
                    self.b.copy(kind, number);
                    self.b.jump(body);
                }
                None => self.b.jump(g.exits[i].1),
            }
            return;
        }
        match exit {
            Exit::Return => self.b.emit(Op::Return, 0, value.0, 0, 0),
            Exit::Break(i) | Exit::Continue(i) => match self.blocks[i] {
                Block::Loop { done, owned, .. } if exit == Exit::Break(i) => {
                    if let Some(owned) = owned {
                        self.b.emit(Op::Abandon, 0, owned, 0, 0);
                    }
                    self.b.break_away(done);
                }
                Block::Loop { top, .. } => self.b.jump_away(top),
                _ => unreachable!("exits name loops"),
            },
        }
    }

    // ---- loops

    /// Emits the top of a loop; `end_loop` belongs after its last back edge.
    pub(super) fn loop_header(&mut self) -> (Label, usize) {
        let top = self.b.bound();
        let id = self.b.loop_ends.len();
        self.b.loop_ends.push(0);
        self.b.emit(Op::LoopHeader, 0, id as u32, 0, 0);
        (top, id)
    }

    pub(super) fn end_loop(&mut self, id: usize) {
        self.b.loop_ends[id] = self.b.here();
    }

    /// The next item of `iter` to `target`, or a jump to `end`.
    pub(super) fn next_item(&mut self, iter: Operand, target: &Expr<'a>, end: Label) -> Res {
        if let syntax::ast::ExprKind::Name { id, .. } = target.kind
            && let Some(local) = self.local(id)
        {
            self.b.emit(Op::ForNext, local, iter.0, 0, end.0);
            return Ok(());
        }
        let mark = self.b.mark();
        let item = self.b.alloc(1);
        self.b.emit(Op::ForNext, item, iter.0, 0, end.0);
        self.assign(target, Operand::reg(item))?;
        self.b.release(mark);
        Ok(())
    }

    pub(super) fn for_(&mut self, f: &For<'a>) -> Res {
        self.b.evaluate();
        let iter = self.b.alloc(1);
        let owned = match &f.iter.kind {
            ExprKind::Call(call) if self.may_make_a_generator(call) => {
                let owned = self.b.alloc(1);
                let mark = self.b.mark();
                let (made, callee) = self.call_and_callee(call, Some(iter), false)?;
                self.b.emit(Op::GetIter, iter, made.0, 0, 0);
                self.b.emit(Op::OwnIter, owned, iter, callee.0, 0);
                self.b.release(mark);
                Some(owned)
            }
            _ => {
                let mark = self.b.mark();
                let value = self.iterated(f.iter)?;
                self.b.release(mark);
                self.b.emit(Op::GetIter, iter, value.0, 0, 0);
                None
            }
        };
        let (exhausted, done) = (self.b.label(), self.b.label());
        // A tracer hears of the loop's line for each item.
        let place = self.b.place;
        self.b.start_line(place.line, place.col);
        let start = self.b.here();
        let (top, id) = self.loop_header();
        self.enter(Block::Loop { done, top, owned })?;
        self.next_item(Operand::reg(iter), f.target, exhausted)?;
        self.stmts(f.body)?;
        self.b.jump(top);
        self.end_loop(id);
        self.blocks.pop();
        if let Some(owned) = owned {
            self.abandon_when_raised(owned, start);
        }
        self.b.bind(exhausted);
        self.stmts(f.orelse)?;
        self.b.bind(done);
        Ok(())
    }

    /// What is raised from `start` to here goes on after the generator was closed.
    fn abandon_when_raised(&mut self, owned: Reg, start: u32) {
        let covered = self.b.here();
        let handler = self.b.label();
        self.b.bind_handler(handler);
        let mark = self.b.mark();
        let saved = self.b.alloc(3);
        self.b.emit(Op::CatchRaw, saved, 0, 0, 0);
        self.b.emit(Op::AbandonRaised, 0, owned, 0, 0);
        self.b.emit(Op::Reraise, 0, saved, 0, 0);
        self.b.release(mark);
        self.b.protect(start, covered, handler);
    }

    pub(super) fn while_(&mut self, w: &While<'a>) -> Res {
        let known = self.known_truth(w.test);
        if known == Some(false) {
            return self.stmts(w.orelse);
        }
        let (failed, done) = (self.b.label(), self.b.label());
        if let (Some(_), Some(first)) = (known, w.body.first()) {
            // Without a condition, going back leads to the line of the body.
            self.b.mark_line();
            self.b
                .start_line(first.lineno, first.col_offset.max(0) as u32);
        }
        let (top, id) = self.loop_header();
        if known.is_none() {
            self.jump_if(w.test, false, failed)?;
        }
        self.enter(Block::Loop {
            done,
            top,
            owned: None,
        })?;
        self.stmts(w.body)?;
        self.b.jump(top);
        self.end_loop(id);
        self.blocks.pop();
        if known.is_none() {
            self.b.bind(failed);
        }
        self.stmts(w.orelse)?;
        self.b.bind(done);
        Ok(())
    }

    pub(super) fn break_(&mut self) -> Res {
        match self.innermost_loop() {
            Some(i) => {
                self.stop_in_block(i);
                self.exit(Exit::Break(i), Operand::ABSENT);
            }
            None => return self.error("'break' outside loop"),
        }
        Ok(())
    }

    pub(super) fn continue_(&mut self) -> Res {
        let Some(i) = self.innermost_loop() else {
            let in_finally = self.blocks.iter().any(|b| matches!(b, Block::FinallyBody));
            return self.error(if in_finally {
                "'continue' not supported inside 'finally' clause"
            } else {
                "'continue' not properly in loop"
            });
        };
        if self.blocks[i..]
            .iter()
            .any(|b| matches!(b, Block::FinallyBody))
        {
            return self.error("'continue' not supported inside 'finally' clause");
        }
        self.stop_in_block(i);
        self.exit(Exit::Continue(i), Operand::ABSENT);
        Ok(())
    }

    /// A place for tracers before a block inside of loop `i` is left: other jumps do not pass over it.
    fn stop_in_block(&mut self, i: usize) {
        if !self.blocks[i + 1..].is_empty() {
            let next = self.b.label();
            self.b.break_away(next);
            self.b.bind(next);
        }
    }

    fn innermost_loop(&self) -> Option<usize> {
        self.blocks
            .iter()
            .rposition(|b| matches!(b, Block::Loop { .. }))
    }

    // ---- exceptions

    pub(super) fn try_except(&mut self, t: &TryExcept<'a>) -> Res {
        self.b.touch();
        let (handler, orelse, end) = (self.b.label(), self.b.label(), self.b.label());
        self.b.mark_line();
        let start = self.b.here();
        self.enter(Block::Except)?;
        self.stmts(t.body)?;
        self.blocks.pop();
        let covered = self.b.here();
        self.b.jump_away(orelse);

        // The line of the error is that of what stands before the handler.
        let not_last = |i: usize, h: &ExceptHandler| h.type_.is_none() && i + 1 < t.handlers.len();
        const NOT_LAST: &str = "default 'except:' must be last";
        self.b.bind_handler(handler);
        if let Some(h) = t.handlers.first() {
            if not_last(0, h) {
                return self.error(NOT_LAST);
            }
            self.b.start_line(h.lineno, h.col_offset.max(0) as u32);
        }
        let mark = self.b.mark();
        let exception = self.b.alloc(3);
        self.b.emit(Op::Catch, exception, 0, 0, 0);
        for (i, h) in t.handlers.iter().enumerate() {
            if not_last(i, h) {
                return self.error(NOT_LAST);
            }
            if i > 0 {
                self.b.start_line(h.lineno, h.col_offset.max(0) as u32);
                self.b.mark_line();
            }
            self.except(h, exception, end)?;
        }
        self.b.emit(Op::Reraise, 0, exception, 0, 0);
        self.b.release(mark);
        self.b.protect(start, covered, handler);

        self.b.bind(orelse);
        self.stmts(t.orelse)?;
        self.b.bind(end);
        Ok(())
    }

    fn except(&mut self, h: &ExceptHandler<'a>, exception: Reg, end: Label) -> Res {
        let next = self.b.label();
        let mark = self.b.mark();
        if let Some(type_) = h.type_ {
            let type_ = self.expr(type_, None)?;
            self.b.release(mark);
            let matches = self.b.alloc(1);
            self.b
                .emit(Op::MatchException, matches, exception, type_.0, 0);
            self.branch_on(false, Operand::reg(matches), next);
            self.b.release(mark);
        }
        if let Some(target) = h.name {
            self.assign(target, Operand::reg(exception + 1))?;
        }
        self.stmts(h.body)?;
        self.b.jump_away(end);
        if h.type_.is_some() {
            self.b.bind(next);
        }
        Ok(())
    }

    pub(super) fn try_finally(&mut self, t: &TryFinally<'a>) -> Res {
        self.b.touch();
        let mark = self.b.mark();
        let kind = self.b.alloc(1);
        let saved = self.b.alloc(3);
        self.b.emit_n(Op::Clear, 3, saved, 0, 0, 0);
        let (handler, body) = (self.b.label(), self.b.label());
        let start = self.b.here();
        self.enter(Block::Guarded(Guarded {
            exits: Vec::new(),
            value: saved,
            finally: Some((kind, body)),
        }))?;
        self.stmts(t.body)?;
        let exits = self.leave_guarded();
        let covered = self.b.here();
        let completes = self.b.reachable();
        let normal = self.b.int(NORMAL);
        self.b.copy(kind, normal);
        self.b.jump(body);

        self.b.bind_handler(handler);
        self.b.emit(Op::CatchRaw, saved, 0, 0, 0);
        let exception = self.b.int(EXCEPTION);
        self.b.copy(kind, exception);
        self.b.protect(start, covered, handler);

        self.b.bind(body);
        self.enter(Block::FinallyBody)?;
        let body = self.b.here();
        self.stmts(t.finalbody)?;
        self.b.finally_bodies.push((body, self.b.here()));
        self.blocks.pop();

        let end = self.b.label();
        if completes {
            self.if_kind(kind, NORMAL, true, end);
        }
        for (i, (exit, _)) in exits.into_iter().enumerate() {
            let skip = self.b.label();
            self.if_kind(kind, EXITS + i as i64, false, skip);
            self.exit(exit, Operand::reg(saved));
            self.b.bind(skip);
        }
        self.b.emit(Op::Reraise, 0, saved, 0, 0);
        self.b.bind(end);
        self.b.release(mark);
        Ok(())
    }

    /// Jumps if (or, by `sense`, unless) a `finally` body was entered so.
    fn if_kind(&mut self, kind: Reg, number: i64, sense: bool, to: Label) {
        let mark = self.b.mark();
        let test = self.b.alloc(1);
        let number = self.b.int(number);
        self.b.emit(Op::Is, test, kind, number.0, 0);
        self.branch_on(sense, Operand::reg(test), to);
        self.b.release(mark);
    }

    pub(super) fn with(&mut self, w: &With<'a>) -> Res {
        let mark = self.b.mark();
        let leave = self.b.alloc(1);
        let value = self.b.alloc(1);
        let inner = self.b.mark();
        let manager = self.expr(w.context_expr, None)?;
        let (exit_name, enter_name) = (self.b.name("__exit__"), self.b.name("__enter__"));
        self.b.emit(Op::LoadSpecial, leave, manager.0, exit_name, 0);
        let enter = self.b.alloc(1);
        self.b
            .emit(Op::LoadSpecial, enter, manager.0, enter_name, 0);
        self.b.release(inner);
        let entered = self.b.alloc(1);
        self.b.emit(Op::CallSpecial, entered, enter, 0, 0);

        let handler = self.b.label();
        let start = self.b.here();
        self.enter(Block::Guarded(Guarded {
            exits: Vec::new(),
            value,
            finally: None,
        }))?;
        if let Some(target) = w.optional_vars {
            self.assign(target, Operand::reg(entered))?;
        }
        self.b.release(inner);
        self.stmts(w.body)?;
        let exits = self.leave_guarded();
        let covered = self.b.here();
        self.b.protect(start, covered, handler);

        // From here on, as in CPython, the line is the last of the body.
        let end = self.b.label();
        if self.b.reachable() {
            self.call_exit(leave);
            self.b.jump(end);
        }
        for (exit, label) in exits {
            self.b.bind(label);
            self.call_exit(leave);
            self.exit(exit, Operand::reg(value));
        }

        self.b.bind_handler(handler);
        let exception = self.b.alloc(3);
        self.b.emit(Op::Catch, exception, 0, 0, 0);
        let suppress = self.b.alloc(1);
        self.b
            .emit_n(Op::CallSpecial, 3, suppress, leave, exception, 0);
        self.b.branch(true, Operand::reg(suppress), end);
        self.b.emit(Op::Reraise, 0, exception, 0, 0);
        self.b.bind(end);
        self.b.release(mark);
        Ok(())
    }

    /// `__exit__(None, None, None)`, its result ignored.
    fn call_exit(&mut self, leave: Reg) {
        let nones = self.b.constants(vec![crate::normal::Const::None; 3]);
        let mark = self.b.mark();
        let ignored = self.b.alloc(1);
        self.b
            .emit_n(Op::CallSpecial, 3, ignored, leave, nones.0, 0);
        self.b.release(mark);
    }
}
