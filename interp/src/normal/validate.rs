//! Checks that a code unit keeps the rules of the normalised form, so that the tiers need
//! not. Run over everything the lowering makes in tests; a failure prints the unit.

use std::fmt;

use super::assigned::{apply, bound_at_entry};
use super::cfg::Cfg;
use super::code::{Const, NodeCode};
use super::dump::{Register, Shown};
use super::facts::Role;
use super::node::Operand;
use super::op::Op;

/// A broken rule.
#[derive(Clone, Debug)]
pub struct Invalid {
    pub code: String,
    /// The node, where there is one.
    pub node: Option<u32>,
    pub what: String,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.node {
            Some(n) => write!(f, "{}, node {n}: {}", self.code, self.what),
            None => write!(f, "{}: {}", self.code, self.what),
        }
    }
}

/// Checks `code` and the code nested in it.
pub fn validate(code: &NodeCode) -> Result<(), Invalid> {
    let check = Check { code };
    check.tables()?;
    for i in 0..code.nodes.len() as u32 {
        check.node(i)?;
    }
    check.defined()?;
    for c in &code.consts {
        if let Const::Code(inner) = c {
            validate(&inner.whole())?;
        }
    }
    Ok(())
}

struct Check<'a> {
    code: &'a NodeCode,
}

impl Check<'_> {
    fn fail<T>(&self, node: Option<u32>, what: impl Into<String>) -> Result<T, Invalid> {
        let mut what = what.into();
        if let Some(n) = node.and_then(|n| self.code.nodes.get(n as usize)) {
            what = format!("{what}: {}", Shown(self.code, n));
        }
        Err(Invalid {
            code: self.code.name.to_string(),
            node,
            what,
        })
    }

    fn tables(&self) -> Result<(), Invalid> {
        let code = self.code;
        let len = code.nodes.len() as u32;
        let at = |i: u32| code.nodes.get(i as usize);
        if code.nodes.last().is_none_or(|n| n.falls_through()) {
            return self.fail(None, "control can run off the end");
        }
        if !matches!(code.consts.first(), Some(Const::Absent)) {
            return self.fail(None, "constant 0 is not the absent one");
        }
        if code.consts[1..].iter().any(|c| matches!(c, Const::Absent)) {
            return self.fail(None, "a second absent constant");
        }
        if code.nregs < code.first_temp() || code.nlocals() < code.nparams() {
            return self.fail(None, "register counts");
        }
        if code
            .docstring
            .is_some_and(|d| d as usize >= code.consts.len())
        {
            return self.fail(None, "docstring out of range");
        }
        for (i, h) in code.handlers.iter().enumerate() {
            if h.start >= h.end
                || h.end > len
                || h.target >= len
                || (h.start..h.end).contains(&h.target)
            {
                return self.fail(Some(h.start), format!("handler {h:?} out of range"));
            }
            if !at(h.target).is_some_and(|n| matches!(n.op, Op::Catch | Op::CatchRaw)) {
                return self.fail(
                    Some(h.target),
                    "a handler must begin with catch or catch_raw",
                );
            }
            for inner in &code.handlers[..i] {
                let disjoint = inner.end <= h.start || h.end <= inner.start;
                let nested = h.start <= inner.start && inner.end <= h.end;
                if !(disjoint || nested) {
                    return self.fail(
                        Some(h.start),
                        format!("handler {h:?} does not enclose {inner:?}"),
                    );
                }
            }
        }
        for (i, l) in code.loops.iter().enumerate() {
            let header = at(l.header).is_some_and(|n| n.op == Op::LoopHeader && n.a == i as u32);
            let nested = l.parent.is_none_or(|p| {
                (p as usize) < i
                    && code.loops[p as usize].header < l.header
                    && l.end <= code.loops[p as usize].end
            });
            if !header || !nested || l.end > len {
                return self.fail(Some(l.header), format!("loop {i} is wrong: {l:?}"));
            }
        }
        if code.resume.first() != Some(&0) {
            return self.fail(None, "resume point 0 is not the start");
        }
        for (i, &r) in code.resume.iter().enumerate().skip(1) {
            let known = at(r).is_some_and(|n| match n.op {
                Op::LoopHeader => n.b == i as u32,
                Op::Resume => {
                    r > 0 && at(r - 1).is_some_and(|y| y.op == Op::Yield && y.c == i as u32)
                }
                _ => false,
            });
            if !known {
                return self.fail(Some(r), format!("resume point {i} is wrong"));
            }
        }
        if code.lines.first().is_some_and(|l| l.start != 0)
            || !code.lines.is_sorted_by_key(|l| l.start)
        {
            return self.fail(None, "line table is not sorted");
        }
        Ok(())
    }

    fn node(&self, i: u32) -> Result<(), Invalid> {
        let code = self.code;
        let node = &code.nodes[i as usize];
        let register =
            |r: u32, count: u32| u64::from(r) + u64::from(count) <= u64::from(code.nregs);
        let value = |v: u32, count: u32| {
            let o = Operand(v);
            if !o.is_const() {
                register(v, count)
            } else {
                o != Operand::ABSENT
                    && u64::from(o.index()) + u64::from(count) <= code.consts.len() as u64
            }
        };
        for (field, (role, v)) in ["dst", "a", "b", "c"]
            .iter()
            .zip(node.facts().fields.iter().zip(node.fields()))
        {
            let good = match *role {
                Role::Unused => v == 0,
                Role::Out(count) => register(v, count.of(node)),
                Role::Value => value(v, 1),
                Role::Optional => v == Operand::ABSENT.0 || value(v, 1),
                Role::Range(count) if count.of(node) == 0 => v == 0,
                Role::Range(count) => value(v, count.of(node)),
                Role::Local => v < code.nlocals(),
                Role::Cell => v >= code.first_cell() && v < code.first_temp(),
                Role::Name => (v as usize) < code.names.len(),
                Role::Const => Operand(v).is_const() && value(v, 1),
                Role::Target => (v as usize) < code.nodes.len(),
                Role::Loop => (v as usize) < code.loops.len(),
                Role::Resume => v > 0 && (v as usize) < code.resume.len(),
                Role::Int => true,
            };
            if !good {
                return self.fail(Some(i), format!("field {field} is wrong"));
            }
        }
        if node.facts().cell && node.cell >= code.ncells || !node.facts().cell && node.cell != 0 {
            return self.fail(Some(i), "cache cell out of range");
        }
        let follows = |op: Op| code.nodes.get(i as usize + 1).is_some_and(|n| n.op == op);
        match node.op {
            Op::Yield if !follows(Op::Resume) => self.fail(Some(i), "no resume after yield"),
            Op::MakeFunction if !matches!(code.constant(Operand(node.a)), Some(Const::Code(_))) => {
                self.fail(Some(i), "not a code constant")
            }
            Op::FreeCell if node.a >= code.freevars.len() as u32 => {
                self.fail(Some(i), "no such free variable")
            }
            Op::DeleteLocal if node.dst >= code.nlocals() => self.fail(Some(i), "not a local"),
            _ => Ok(()),
        }
    }

    /// Every register read has been written on every path, and every node can be reached.
    fn defined(&self) -> Result<(), Invalid> {
        let code = self.code;
        let cfg = Cfg::new(&code.nodes, &code.handlers);
        let entry = bound_at_entry(&code.nodes, &cfg, code.nregs, code.nparams());
        for (b, block) in cfg.blocks.iter().enumerate() {
            let Some(mut set) = entry[b].clone() else {
                return self.fail(Some(block.start), "unreachable");
            };
            for i in block.start..block.end {
                let node = &code.nodes[i as usize];
                let mut undefined = None;
                // These ask whether a local is bound.
                if !matches!(node.op, Op::CheckLocal | Op::IsWaitedFor) {
                    node.for_each_use(|r| {
                        undefined = undefined.or((!set.contains(r)).then_some(r))
                    });
                }
                if let Some(r) = undefined {
                    return self.fail(Some(i), format!("{} may be unbound", Register(code, r)));
                }
                apply(node, &mut set, code.nregs);
            }
        }
        Ok(())
    }
}
