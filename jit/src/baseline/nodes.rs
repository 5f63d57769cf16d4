//! Nodes with semantics: operators, protocols, hooks, all through the tables' emitters.

use interp::normal::{Node, Op, Role, Semantics};
use runtime::cache::offsets;
use runtime::layouts::{Repr, Store};
use runtime::ops::{Operator, Protocol};

use super::{Lowering, frame_field};
use crate::emit::{self, Prims};
use crate::output::{ADDRESS, Block, CellSource, Hook, Operand};
use crate::transfer::{self, CASE_SHIFT, LAST_BIT};

fn operator_named(name: &str) -> Operator {
    transfer::OPERATORS
        .iter()
        .find(|r| r.name == name)
        .map(|r| r.operator)
        .expect("nodes.toml was checked")
}

fn protocol_named(name: &str) -> Protocol {
    transfer::PROTOCOLS
        .iter()
        .find(|r| r.name == name)
        .map(|r| r.protocol)
        .expect("nodes.toml was checked")
}

fn hook_named(name: &str) -> Hook {
    Hook::from(
        runtime::ops::HOOKS
            .iter()
            .find(|h| h.name == name)
            .expect("nodes.toml was checked"),
    )
}

impl Lowering<'_, '_> {
    pub(super) fn node(&mut self, pc: u32, node: &Node) {
        match node.facts().semantics {
            Semantics::Control => self.control(pc, node),
            Semantics::Operator(name) => {
                let args = self.operands(node, false);
                let truth = matches!(node.op, Op::BranchTrue | Op::BranchFalse);
                let fuse = !truth
                    && node.n == 1
                    && self.fused_branch(pc).is_some()
                    && !self.blocks.contains_key(&(pc + 1));
                let repr = if truth || fuse {
                    Repr::Bool
                } else {
                    Repr::Value
                };
                let r = self.operator(pc, operator_named(name), &args, repr);
                if truth {
                    let (c, next) = (node.c, pc + 1);
                    if node.op == Op::BranchTrue {
                        self.branch(&r, c, next)
                    } else {
                        self.branch(&r, next, c)
                    }
                } else if fuse {
                    let branch = &self.normal.nodes[pc as usize + 1];
                    let (c, next) = (branch.c, pc + 2);
                    if branch.op == Op::BranchTrue {
                        self.branch(&r, c, next)
                    } else {
                        self.branch(&r, next, c)
                    }
                    self.fused = true;
                } else {
                    self.o.store_register(node.dst, &r);
                }
            }
            Semantics::Protocol(name) => {
                let args = self.operands(node, false);
                let r = self.protocol(pc, node, protocol_named(name), &args);
                self.result(pc, node, r);
            }
            Semantics::Hook(name, frame) => {
                let args = self.operands(node, frame);
                let r = self.o.call(&hook_named(name), &args);
                if node.facts().fields.contains(&Role::Target) {
                    let (c, next) = (node.c, pc + 1);
                    self.branch(&r, c, next);
                } else {
                    self.result(pc, node, r);
                }
            }
        }
    }

    /// Stores the result of a node, or jumps when an iteration has ended.
    fn result(&mut self, pc: u32, node: &Node, r: Operand) {
        if node.facts().fields.contains(&Role::Target) {
            let there = self.o.present(&r);
            let got = self.o.block("item");
            let done = self.target(node.c);
            self.o
                .branch(&there, got, done, crate::output::Likely::Then);
            self.o.switch_to(got);
            self.o.store_register(node.dst, &r.known_present());
            let next = self.target(pc + 1);
            self.o.jump(next);
            return;
        }
        if let Role::Out(count) = node.facts().fields[0]
            && count == interp::normal::Count::ONE
        {
            let r = self.o.box_value(&r);
            self.o.store_register(node.dst, &r);
        }
    }

    /// The operands of a node in the order in which its handler takes them.
    fn operands(&mut self, node: &Node, frame: bool) -> Vec<Operand> {
        let mut args = Vec::new();
        let protocol_frame = matches!(node.facts().semantics, Semantics::Protocol(p)
            if transfer::protocol(protocol_named(p)).operands.first() == Some(&Repr::Frame));
        if frame || protocol_frame {
            args.push(self.frame);
        }
        for (role, field) in node.ordered_fields() {
            match role {
                Role::Value | Role::Const | Role::Cell | Role::Local => {
                    args.push(self.value(field))
                }
                Role::Optional => args.push(self.optional(field)),
                Role::Name => args.push(self.name_operand(field)),
                Role::Int => args.push(self.o.int(i64::from(field), Repr::I64)),
                Role::Range(count) => {
                    let n = count.of(node);
                    if node.op == Op::CallMethod {
                        self.method_arguments(node, &mut args);
                        continue;
                    }
                    let address = self.address(field);
                    let n = self.o.int(i64::from(n), Repr::I64);
                    args.push(self.o.values(&address, &n, Repr::Values));
                }
                Role::Out(count) if count != interp::normal::Count::ONE => {
                    let address = self.address(field);
                    let n = self.o.int(i64::from(count.of(node)), Repr::I64);
                    args.push(self.o.values(&address, &n, Repr::Outs));
                }
                _ => {}
            }
        }
        args
    }

    /// The callee, and the arguments with the receiver in front of them if there is one.
    fn method_arguments(&mut self, node: &Node, args: &mut Vec<Operand>) {
        let callee = self.value(node.a);
        let receiver = self.optional(node.a + 1);
        let with = self.o.present(&receiver);
        let (long, short) = (self.address(node.a + 1), self.address(node.a + 2));
        let (n1, n) = (
            self.o.int(i64::from(node.n) + 1, Repr::I64),
            self.o.int(i64::from(node.n), Repr::I64),
        );
        let address = self.o.select(&with, &long, &short);
        let count = self.o.select(&with, &n1, &n);
        args.push(callee);
        args.push(self.o.values(&address, &count, Repr::Values));
    }

    fn profile_address(&self, pc: u32) -> usize {
        self.feedback.profiles[pc as usize].as_ptr() as usize
    }

    /// The fast cases that were seen here, then the slow path. The result in `repr`.
    fn operator(&mut self, pc: u32, operator: Operator, args: &[Operand], repr: Repr) -> Operand {
        let row = transfer::operator(operator);
        let seen = self.feedback.profiles[pc as usize].get();
        let done = self.o.block("done");
        let mut incoming: Vec<(Block, Operand)> = Vec::new();
        for i in 0..row.cases.len() {
            let certain = row.slow.is_none();
            if seen & (1 << i) == 0 && !certain {
                continue;
            }
            let next = self.o.block("case");
            let fail = self.o.exit_to(next);
            let Some(r) = emit::emit_operator(&mut self.o, operator, i, args, fail) else {
                continue;
            };
            let r = self.finish_case(&r, repr);
            incoming.push((self.o.current_block(), r));
            self.o.jump(done);
            self.o.switch_to(next);
        }
        match row.slow {
            Some(hook) => {
                let address = self.profile_address(pc);
                self.o.set_bits(address, row.slow_bit());
                let r = self.o.call(&Hook::from(hook.info()), args);
                let r = if repr == Repr::Bool && r.repr != Repr::Bool {
                    let boxed = self.o.box_value(&r);
                    self.operator_truth(&boxed)
                } else {
                    self.finish_case(&r, repr)
                };
                incoming.push((self.o.current_block(), r));
                self.o.jump(done);
            }
            None => self.o.unreachable(),
        }
        self.o.switch_to(done);
        self.o.join(&incoming)
    }

    /// Truth of a comparison's result.
    fn operator_truth(&mut self, v: &Operand) -> Operand {
        self.o.call(&hook_named("compare::truth"), &[*v])
    }

    fn finish_case(&mut self, r: &Operand, repr: Repr) -> Operand {
        match repr {
            Repr::Bool => self.o.convert(r, Repr::Bool),
            _ => self.o.box_value(r),
        }
    }

    /// Fast cases, the kinds that the cache has met, then the plan.
    fn protocol(&mut self, pc: u32, node: &Node, protocol: Protocol, args: &[Operand]) -> Operand {
        let row = transfer::protocol(protocol);
        let seen = self.feedback.profiles[pc as usize].get() >> CASE_SHIFT;
        let done = self.o.block("done");
        let mut incoming: Vec<(Block, Operand)> = Vec::new();
        for i in 0..row.cases.len() {
            if seen & (1 << i.min(LAST_BIT)) == 0 {
                continue;
            }
            let next = self.o.block("case");
            let fail = self.o.exit_to(next);
            let Some(r) = emit::emit_protocol_case(&mut self.o, protocol, i, args, fail) else {
                continue;
            };
            let r = self.finish_protocol(&r, row.result);
            incoming.push((self.o.current_block(), r));
            self.o.jump(done);
            self.o.switch_to(next);
        }
        let mut slow_args = args.to_vec();
        if row.cached {
            self.cached_kinds(node, protocol, args, done, &mut incoming);
            let cache = &self.feedback.caches[node.cell as usize];
            slow_args.push(self.o.address(cache as *const _ as usize, Repr::Cache));
        }
        let r = self.o.call(&Hook::from(row.plan.info()), &slow_args);
        let r = self.finish_protocol(&r, row.result);
        incoming.push((self.o.current_block(), r));
        self.o.jump(done);
        self.o.switch_to(done);
        if row.result == Repr::None {
            self.o.none()
        } else {
            self.o.join(&incoming)
        }
    }

    fn finish_protocol(&mut self, r: &Operand, result: Repr) -> Operand {
        match result {
            Repr::None => self.o.none(),
            Repr::OptValue => self.o.widen(r, Repr::OptValue),
            _ => self.o.box_value(r),
        }
    }

    fn cached_kinds(
        &mut self,
        node: &Node,
        protocol: Protocol,
        args: &[Operand],
        done: Block,
        incoming: &mut Vec<(Block, Operand)>,
    ) {
        let row = transfer::protocol(protocol);
        let cache = &self.feedback.caches[node.cell as usize];
        if cache.is_megamorphic() {
            return;
        }
        let entries: Vec<(u16, usize)> = cache.places().collect();
        if entries.is_empty() {
            return;
        }
        let slow = self.o.block("miss");
        let miss = self.o.exit_to(slow);
        let Some(key) = emit::emit_protocol_key(&mut self.o, protocol, args, miss) else {
            self.o.jump(slow);
            self.o.switch_to(slow);
            return;
        };
        for (kind, at) in entries {
            let next = self.o.block("entry");
            let fail = self.o.exit_to(next);
            let entry = self.o.address(at, ADDRESS);
            let known = self.o.load(
                &entry,
                &frame_field("cache.key", offsets::KEY, 4, Store::U32),
            );
            let same = self.o.id_eq(&key, &known);
            self.o.guard(&same, fail);
            // Kind and "in use" are one word.
            let word = self.o.load(
                &entry,
                &frame_field("cache.kind", offsets::KIND, 4, Store::U32),
            );
            let want = self.o.int(i64::from(kind) | 1 << 16, Repr::U32);
            let same = self.o.id_eq(&word, &want);
            self.o.guard(&same, fail);
            self.o.set_cell(CellSource::Entry(entry));
            if let Some(r) = emit::emit_protocol_kind(&mut self.o, protocol, kind, args, fail) {
                let r = self.finish_protocol(&r, row.result);
                incoming.push((self.o.current_block(), r));
                self.o.jump(done);
            } else {
                self.o.jump(next);
            }
            self.o.switch_to(next);
        }
        self.o.jump(slow);
        self.o.switch_to(slow);
    }
}
