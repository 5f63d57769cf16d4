//! Tiers 1 and 2: every node compiled as it stands, on the interpreter's own frame.
//!
//! Registers stay in the frame's memory, so entering from the interpreter, at a call or at a loop
//! header, and leaving for it are jumps. Nothing is speculated on: a node tries the fast cases that the
//! interpreter has seen there, or the kinds of its inline cache's entries, and falls back on the row's runtime function.
//! All of that comes from the tables ([`crate::emit`]); by hand are only the control nodes.
//!
//! **Invariant**: before a node that others can see (it may raise, call or allocate) the frame's `pc` is
//! the node's number.

mod control;
pub(crate) mod hooks;
mod nodes;

use std::collections::HashMap;
use std::mem::offset_of;

use inkwell::context::Context;
use interp::body::{Body, Feedback};
use interp::normal::{NodeCode, Op, Role};
use runtime::frame::Frame;
use runtime::layouts::{Code, FieldInfo, LayoutId, Repr, Store, TypeMask};
use runtime::object::Ref;

use crate::coverage;
use crate::output::{ADDRESS, Block, ENTRY, Exit, Facts, Likely, Operand, Output, Unit};

/// A field of the activation record.
const fn frame_field(name: &'static str, offset: usize, size: u32, store: Store) -> FieldInfo {
    FieldInfo {
        name,
        layout: LayoutId::Object,
        offset: offset as u32,
        size,
        store,
        is_const: false,
        is_tail: false,
        heap: 0,
    }
}

const REGS: FieldInfo = frame_field(
    "frame.regs",
    offset_of!(Frame, regs),
    8,
    Store::Ref(LayoutId::Object),
);
const PC: FieldInfo = frame_field("frame.pc", offset_of!(Frame, pc), 4, Store::U32);
const RESUME: FieldInfo = frame_field("frame.resume", offset_of!(Frame, resume), 4, Store::U32);
const SENT: FieldInfo = frame_field("frame.sent_reg", offset_of!(Frame, sent_reg), 4, Store::U32);

/// A code unit being lowered.
struct Lowering<'a, 'c> {
    o: Output<'c>,
    normal: &'a NodeCode,
    feedback: &'a Feedback,
    code: Ref<Code>,
    frame: Operand,
    /// Blocks of the nodes at which one begins.
    blocks: HashMap<u32, Block>,
    /// Where a raising node goes, by the handler that protects it.
    raising: HashMap<Option<u32>, Block>,
    /// The next node was compiled together with this one.
    fused: bool,
}

/// Lowers a code object.
pub fn lower<'c>(context: &'c Context, facts: &Facts, code: Ref<Code>, body: &Body) -> Unit<'c> {
    let name = format!(
        "py_{}_{}",
        code.name.get().as_ref().to_text(),
        code.first_lineno.get()
    );
    let name: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let mut o = Output::new(context, facts, &name, &ENTRY);
    o.count_ways(coverage::Tier::Baseline);
    let frame = o.param(0, Repr::Frame, TypeMask::ANY);
    let entry = o.param(1, Repr::U32, TypeMask::ANY);
    let regs = o.load(&frame, &REGS);
    o.set_registers(&regs);
    // Caches of code that is not complete are not traced.
    code.names();
    let mut l = Lowering {
        o,
        normal: body.normal(),
        feedback: body.feedback(),
        code,
        frame,
        blocks: HashMap::new(),
        raising: HashMap::new(),
        fused: false,
    };
    l.make_blocks();
    let cases: Vec<(u64, Block)> = l
        .normal
        .resume
        .iter()
        .enumerate()
        .skip(1)
        .map(|(k, node)| (k as u64, l.blocks[node]))
        .collect();
    let first = l.blocks[&0];
    l.o.switch(&entry, &cases, first);
    l.nodes();
    l.raise_blocks();
    l.o.finish()
}

impl Lowering<'_, '_> {
    /// A block for each node that something jumps to.
    fn make_blocks(&mut self) {
        let n = self.normal.nodes.len() as u32;
        let mut leaders = vec![0];
        leaders.extend(self.normal.resume.iter().copied());
        leaders.extend(self.normal.handlers.iter().map(|h| h.target));
        for (pc, node) in self.normal.nodes.iter().enumerate() {
            let mut target = false;
            for (role, field) in node.facts().fields.iter().zip(node.fields()) {
                if *role == Role::Target {
                    leaders.push(field);
                    target = true;
                }
            }
            if target || node.facts().flow != interp::normal::Flow::Next {
                leaders.push(pc as u32 + 1);
            }
        }
        for leader in leaders {
            if leader < n && !self.blocks.contains_key(&leader) {
                let block = self.o.block("node");
                self.blocks.insert(leader, block);
            }
        }
    }

    fn nodes(&mut self) {
        let normal = self.normal;
        for (pc, node) in normal.nodes.iter().enumerate() {
            let pc = pc as u32;
            let skip = std::mem::take(&mut self.fused);
            if let Some(&block) = self.blocks.get(&pc) {
                if !self.o.is_terminated() {
                    self.o.jump(block);
                }
                self.o.switch_to(block);
            } else if skip || self.o.is_terminated() {
                // Reached only with its predecessor, which did its work, or not at all.
                continue;
            }
            let cell = matches!(
                node.op,
                interp::normal::Op::MakeCell | interp::normal::Op::FreeCell
            );
            if cell || node.facts().effects != interp::normal::Effects::NONE {
                let number = self.o.int(i64::from(pc), Repr::U32);
                let frame = self.frame;
                self.o.store(&frame, &PC, &number);
                let exit = self.raise_exit(pc);
                self.o.set_on_raise(Some(exit));
            }
            self.node(pc, node);
            let polls = matches!(node.op, Op::LoopHeader | Op::Poll);
            if (node.facts().calls() || polls) && !self.o.is_terminated() {
                self.called(pc + 1);
            }
        }
        if !self.o.is_terminated() {
            self.o.unreachable();
        }
    }

    /// Where the exception of node `pc` goes.
    fn raise_exit(&mut self, pc: u32) -> Exit {
        let handler = self.normal.handler(pc).map(|h| h.target);
        let block = match self.raising.get(&handler) {
            Some(b) => *b,
            None => {
                let b = self.o.block("raised");
                self.raising.insert(handler, b);
                b
            }
        };
        self.o.exit_to(block)
    }

    /// A traceback entry, then the handler or out of the frame.
    fn raise_blocks(&mut self) {
        for (handler, block) in std::mem::take(&mut self.raising) {
            self.o.switch_to(block);
            self.o.set_on_raise(None);
            let frame = self.frame;
            let traced = self.o.call(&hooks::raised(), &[frame]);
            match handler {
                Some(h) => {
                    let target = self.blocks[&h];
                    let leave = self.o.block("traced");
                    self.o.branch(&traced, leave, target, Likely::Else);
                    self.o.switch_to(leave);
                    self.leave_for_interpreter(h);
                }
                None => self.o.ret_null(),
            }
        }
    }

    /// A register or constant that is bound.
    fn value(&mut self, operand: u32) -> Operand {
        self.optional(operand).known_present()
    }

    /// A register or constant, perhaps absent.
    fn optional(&mut self, operand: u32) -> Operand {
        let op = interp::normal::Operand(operand);
        if !op.is_const() {
            return self.o.load_register(operand);
        }
        let slot = self.code.consts().as_ref().slot(op.index() as usize).get();
        match slot {
            None => self.o.null(Repr::OptValue),
            Some(v) => self.o.value(v.bits(), TypeMask::of(v)),
        }
    }

    /// The address of consecutive registers or constants.
    fn address(&mut self, operand: u32) -> Operand {
        let op = interp::normal::Operand(operand);
        if op.is_const() {
            let base = self.code.consts().slots_ptr() as usize;
            self.o.address(base + 8 * op.index() as usize, ADDRESS)
        } else {
            self.o.register_address(operand)
        }
    }

    fn name_operand(&mut self, index: u32) -> Operand {
        let name = self.code.names().as_ref::<'static>().items()[index as usize];
        self.o
            .object(name.bits() as usize, LayoutId::Str, TypeMask::STR)
    }

    fn target(&self, pc: u32) -> Block {
        self.blocks[&pc]
    }

    /// Ends the block by a condition.
    fn branch(&mut self, condition: &Operand, then: u32, otherwise: u32) {
        let (t, e) = (self.target(then), self.target(otherwise));
        self.o.branch(condition, t, e, Likely::Either);
    }

    /// Is the node after `pc` the branch that alone uses its result?
    fn fused_branch(&self, pc: u32) -> Option<&'static str> {
        let next = self.normal.nodes.get(pc as usize + 1)?;
        match next.op {
            Op::BranchTrue => Some("true"),
            Op::BranchFalse => Some("false"),
            _ => None,
        }
    }
}
