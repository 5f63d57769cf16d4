//! Which calls are inlined, and how.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use interp::normal::{Node, Op};
use runtime::layouts::TypeMask;

use super::{Body, Builder, Regs, Unsupported, variables};
use crate::opt::ir::*;
use crate::opt::snapshot::{Callee, FunctionShot, Given, INLINE_NODES};
use crate::opt::types::{Plan, Ty, pins_callee};

/// Inlining stops at graphs of this many instructions.
const MAX_INSTS: usize = 300;
/// And at this depth.
const MAX_DEPTH: u32 = 4;
/// A function is inlined into itself only this deep.
const MAX_RECURSION: usize = 1;

/// Calls that are not inlined whole, each by the nodes of the calls that lead to it and its own ([`Graph::path`]).
pub type Calls = HashMap<Vec<u32>, Apart>;

/// What of a function is not inlined at a call.
#[derive(Clone, Debug)]
pub enum Apart {
    /// All of it.
    Whole,
    /// What begins at these blocks of its unit: where they are reached, it is called after all. What was done until
    /// then is done again.
    From(Rc<HashSet<u32>>),
}

/// Which calls are inlined.
#[derive(Clone, Copy, Debug)]
pub enum Inlining<'a> {
    /// None.
    Nothing,
    /// Those of small functions, but for these.
    AllBut(&'a Calls),
}

/// A call that is to be inlined.
pub(super) struct Inlined {
    callee: V,
    /// The class of which it makes an instance.
    class: Option<u64>,
    function: FunctionShot,
    /// One for each parameter.
    args: Vec<V>,
    /// Blocks of its unit that are not inlined.
    apart: Option<Rc<HashSet<u32>>>,
}

impl<'a> Builder<'a> {
    /// Is the call of a function that is to be inlined? Its callee operand, the function, its arguments.
    pub(super) fn inlinable(
        &mut self,
        body: &Body<'a>,
        pc: u32,
        node: &Node,
        regs: &Regs,
    ) -> Option<Inlined> {
        let Inlining::AllBut(apart) = self.inlining else {
            return None;
        };
        if !self.speculate || body.unit.shot.settled(pc) || self.g.insts.len() > MAX_INSTS {
            return None;
        }
        let apart = match apart.get(&self.g.path(body.ctx, Some(pc))) {
            None => None,
            Some(Apart::From(blocks)) => Some(blocks.clone()),
            Some(Apart::Whole) => return None,
        };
        // An exception in there would have to go through this context's frame.
        let args = self.operands(body, node, regs);
        let names = self.g.known(*args.last()?)?;
        let names = match names {
            0 => &[][..],
            bits => &self.shot.names.get(&bits)?[..],
        };
        let cache = &body.unit.shot.caches[node.cell as usize];
        let first = match node.op {
            Op::CallMethod => match self.hints.get(&args[1]) {
                Some(0) => 2,
                Some(_) => 1,
                None => return None,
            },
            _ => 1,
        };
        let bits = match (self.hints.get(&args[0]), &cache.entries[..]) {
            (Some(&bits), _) => bits,
            (None, [e]) if pins_callee(e.kind) && !cache.megamorphic => e.content.value,
            _ => return None,
        };
        let mut given = args[first..args.len() - 1].to_vec();
        let (f, class) = match self.shot.callees.get(&bits)? {
            Callee::Function(f) => (f, None),
            Callee::Class(c) => match self.shot.callees.get(&c.init?)? {
                Callee::Function(f) => {
                    // In the place of the instance, which is not there yet.
                    given.insert(0, args[0]);
                    (f, Some(bits))
                }
                _ => return None,
            },
            _ => return None,
        };
        let unit = f.unit?;
        let shot = &self.shot.units[unit];
        if !shot.warm {
            return None;
        }
        let bound = f.bind(given.len() - names.len(), names)?;
        let callee_args = bound
            .into_iter()
            .map(|b| match b {
                Given::Argument(k) => given[k],
                Given::Default(bits, ty) => self.g.constant(bits, ty),
            })
            .collect();
        let ctx = &self.g.ctxs[body.ctx.i()];
        if ctx.depth >= MAX_DEPTH {
            return None;
        }
        if self.g.recursion(body.ctx, unit) > MAX_RECURSION {
            return None;
        }
        let nodes = shot.normal.nodes.len();
        let limit = INLINE_NODES >> (ctx.depth / 2);
        if nodes > limit || shot.normal.loops.len() > 1 && nodes > 60 {
            return None;
        }
        Some(Inlined {
            callee: args[0],
            class,
            function: f.clone(),
            args: callee_args,
            apart,
        })
    }

    /// Builds the callee in place; answers the block after it.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn inline(
        &mut self,
        body: &mut Body<'a>,
        at: B,
        pc: u32,
        node: &Node,
        regs: &mut Regs,
        call: Inlined,
    ) -> Result<B, Unsupported> {
        let Inlined {
            mut callee,
            class,
            function: f,
            mut args,
            apart,
        } = call;
        let unit = self.unit(f.unit.unwrap_or(0));
        let before = self.state(body, pc, regs);
        let handler = body.unit.shot.normal.handler(pc).map(|h| h.target);
        let raise = match handler {
            Some(h) => {
                let target = body.unit.shot.cfg.block_of[h as usize];
                Raise::Handler(self.edge(body, target, regs, false))
            }
            None => Raise::Leave,
        };
        let bits = f.address as u64;
        let instance = class.map(|class| {
            let i = I(self.g.insts.len() as u32);
            let obj = self.g.value(Def::Out(i, 0));
            self.g.insts.push(Inst {
                kind: Kind::Instance(class),
                ctx: body.ctx,
                pc,
                op: node.op,
                refined: vec![callee],
                args: vec![callee],
                outs: vec![obj],
                state: before,
                raise: raise.clone(),
                plan: Plan::Plain,
            });
            self.g.blocks[at.i()].insts.push(i);
            args[0] = obj;
            callee = self.g.constant(bits, Ty::of_bits(bits, TypeMask::OTHER));
            obj
        });
        // What the caller's registers hold while the callee runs. A variable that gets the result holds what it held:
        // a handler may read it.
        let after = {
            let normal = &body.unit.shot.normal;
            let live = &body.unit.live[pc as usize + 1];
            let held = (0..normal.nregs)
                .filter(|&r| r < variables(normal) || r != node.dst && live.contains(r))
                .filter_map(|r| regs[r as usize].map(|v| (r, v)))
                .chain(instance.map(|v| (INSTANCE, v)))
                .collect();
            let parent = self.g.ctxs[body.ctx.i()].parent.map(|(_, s)| s);
            self.g.state(State {
                ctx: body.ctx,
                pc,
                regs: held,
                parent,
            })
        };
        let depth = self.g.ctxs[body.ctx.i()].depth + 1;
        self.g.ctxs.push(Ctx {
            unit: f.unit.unwrap_or(0),
            function: Some(f.address),
            parent: Some((body.ctx, after)),
            framed: false,
            apart: apart.is_some(),
            depth,
            enter: Some(I(self.g.insts.len() as u32)),
        });
        let ctx = C(self.g.ctxs.len() as u32 - 1);
        let mut enter_args = vec![callee];
        enter_args.extend(&args);
        self.g.insts.push(Inst {
            kind: Kind::Enter(ctx),
            ctx: body.ctx,
            pc,
            op: node.op,
            refined: enter_args.clone(),
            args: enter_args,
            outs: Vec::new(),
            state: before,
            raise: raise.clone(),
            plan: Plan::Direct(bits),
        });
        let i = I(self.g.insts.len() as u32 - 1);
        self.g.blocks[at.i()].insts.push(i);

        let n = unit.shot.cfg.blocks.len();
        let exit = self.g.block(body.ctx);
        let result = self.g.param(exit, node.dst);
        let mut inner = Body {
            ctx,
            unit: unit.clone(),
            blocks: vec![None; n],
            incoming: vec![None; n],
            exit: Some(exit),
            apart: apart.map(|blocks| (blocks, self.g.block(body.ctx))),
        };
        let normal = unit.shot.normal.clone();
        let mut inner_regs: Regs = vec![None; normal.nregs as usize];
        let absent = self.g.constant(0, Ty::ABSENT);
        for (r, slot) in inner_regs
            .iter_mut()
            .enumerate()
            .take(variables(&normal) as usize)
        {
            *slot = Some(args.get(r).copied().unwrap_or(absent));
        }
        let edge = self.edge(&mut inner, 0, &inner_regs, true);
        self.g.blocks[at.i()].term = Term::Jump(edge);
        self.body(&mut inner)?;
        if let Some((_, call)) = inner.apart {
            self.g.order.push(call);
            let mut regs = regs.clone();
            self.plain(body, call, pc, node, &mut regs);
            let called = self.operand(body, node.dst, &regs);
            self.g.blocks[call.i()].term = Term::Jump(Edge {
                to: exit,
                args: vec![called],
            });
        }

        self.g.order.push(exit);
        self.g.insts.push(Inst {
            kind: Kind::Leave(ctx),
            ctx: body.ctx,
            pc,
            op: node.op,
            refined: Vec::new(),
            args: Vec::new(),
            outs: Vec::new(),
            state: before,
            raise: Raise::Leave,
            plan: Plan::Plain,
        });
        let i = I(self.g.insts.len() as u32 - 1);
        self.g.blocks[exit.i()].insts.push(i);
        if let Some(obj) = instance {
            self.g.insts.push(Inst {
                kind: Kind::Initialised,
                ctx: body.ctx,
                pc,
                op: node.op,
                refined: vec![result, obj],
                args: vec![result, obj],
                outs: Vec::new(),
                state: before,
                raise,
                plan: Plan::Plain,
            });
            let i = I(self.g.insts.len() as u32 - 1);
            self.g.blocks[exit.i()].insts.push(i);
        }
        regs[node.dst as usize] = Some(instance.unwrap_or(result));
        Ok(exit)
    }
}
