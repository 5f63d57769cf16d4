//! The normalised form as text, for tests and `-v`.
//!
//! A line is `NUMBER  NODE dst, operands`; variables are written by name, temporaries as
//! `t0`, cells as `@name`, constants as literals, targets as `-> NUMBER`.

use std::fmt::{self, Display, Formatter, Write};

use super::code::{Const, NodeCode};
use super::facts::{Count, Role};
use super::node::{Node, Operand};

/// The code and all code nested in it.
pub fn dump(code: &NodeCode) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = dump_into(&mut out, code);
    out
}

fn dump_into(out: &mut String, code: &NodeCode) -> fmt::Result {
    write!(out, "{code}")?;
    for c in &code.consts {
        if let Const::Code(inner) = c {
            out.push('\n');
            dump_into(out, &inner.whole())?;
        }
    }
    Ok(())
}

/// A register of `code`, as written in dumps.
pub struct Register<'a>(pub &'a NodeCode, pub u32);

impl Display for Register<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Register(code, r) = *self;
        match code.register_name(r) {
            Some(name) if r >= code.first_cell() => write!(f, "@{name}"),
            Some(name) => write!(f, "{name}"),
            None => write!(f, "t{}", r - code.first_temp()),
        }
    }
}

struct Show<'a>(&'a NodeCode, Operand);

impl Display for Show<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Show(code, o) = *self;
        match code.constant(o) {
            Some(c) => write!(f, "{c}"),
            None if o.is_const() => write!(f, "const {}?", o.index()),
            None => write!(f, "{}", Register(code, o.index())),
        }
    }
}

impl Display for Const {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Const::Absent => write!(f, "-"),
            Const::None => write!(f, "None"),
            Const::Bool(true) => write!(f, "True"),
            Const::Bool(false) => write!(f, "False"),
            Const::Ellipsis => write!(f, "Ellipsis"),
            Const::Int(i) => write!(f, "{i}"),
            Const::Long { negative, digits } => {
                write!(f, "{}0x", if *negative { "-" } else { "" })?;
                match digits.split_last() {
                    None => write!(f, "0")?,
                    Some((top, rest)) => {
                        write!(f, "{top:x}")?;
                        rest.iter().rev().try_for_each(|d| write!(f, "{d:08x}"))?;
                    }
                }
                write!(f, "L")
            }
            Const::Float(x) => write!(f, "{x:?}"),
            Const::Complex { real, imag } => write!(f, "({real:?}, {imag:?}j)"),
            Const::Str(s) => write!(f, "'{}'", s.escape_ascii()),
            Const::Unicode(s) => {
                write!(f, "u'")?;
                for &c in s {
                    match char::from_u32(c) {
                        Some(c) => write!(f, "{}", c.escape_debug())?,
                        None => write!(f, "\\u{c:04x}")?,
                    }
                }
                write!(f, "'")
            }
            Const::Tuple(items) => {
                write!(f, "(")?;
                for (i, c) in items.iter().enumerate() {
                    write!(f, "{}{c}", if i > 0 { ", " } else { "" })?;
                }
                write!(f, ")")
            }
            Const::Code(code) => write!(f, "<code {}>", code.whole().name),
        }
    }
}

/// A node of `code`, as written in dumps.
pub struct Shown<'a>(pub &'a NodeCode, pub &'a Node);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Shown(code, node) = *self;
        let facts = node.facts();
        write!(f, "{}", facts.name)?;
        let mut first = true;
        for (role, value) in facts.fields.iter().zip(node.fields()) {
            if *role == Role::Unused {
                continue;
            }
            write!(f, "{}", if first { " " } else { ", " })?;
            first = false;
            match *role {
                Role::Unused => {}
                Role::Out(count) => {
                    write!(f, "{}", Register(code, value))?;
                    if count.of(node) != 1 {
                        write!(f, "..{}", count.of(node))?;
                    }
                }
                Role::Value | Role::Optional | Role::Const => {
                    write!(f, "{}", Show(code, Operand(value)))?
                }
                Role::Local | Role::Cell => write!(f, "{}", Register(code, value))?,
                Role::Range(count) => {
                    write!(f, "[")?;
                    for i in 0..count.of(node) {
                        write!(
                            f,
                            "{}{}",
                            if i > 0 { " " } else { "" },
                            Show(code, Operand(value + i))
                        )?;
                    }
                    write!(f, "]")?;
                }
                Role::Name => write!(
                    f,
                    "{}",
                    code.names
                        .get(value as usize)
                        .map_or("?", |n| if n.is_empty() { "''" } else { n })
                )?,
                Role::Target => write!(f, "-> {value}")?,
                Role::Loop => write!(f, "loop {value}")?,
                Role::Resume => write!(f, "resume {value}")?,
                Role::Int => write!(f, "{value}")?,
            }
        }
        if node.n == 1
            && facts.fields[1..]
                .iter()
                .all(|r| !matches!(r, Role::Range(_)))
            && facts.fields[0] == Role::Out(Count::ONE)
        {
            write!(f, " & branch")?;
        }
        Ok(())
    }
}

impl Display for NodeCode {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(
            f,
            "code {} line {} args {}",
            self.name, self.first_lineno, self.argcount
        )?;
        write!(
            f,
            " locals {} cells {} free {}",
            self.nlocals(),
            self.cellvars.len(),
            self.freevars.len()
        )?;
        writeln!(
            f,
            " temps {} flags {:#x}",
            self.nregs - self.first_temp(),
            self.flags.0
        )?;
        let mut line = 0;
        for (i, node) in self.nodes.iter().enumerate() {
            let here = self.line(i as u32);
            if here != line {
                line = here;
                writeln!(f, "  line {line}")?;
            }
            writeln!(f, "{i:5}  {}", Shown(self, node))?;
        }
        for h in &self.handlers {
            writeln!(f, "  handler {}..{} -> {}", h.start, h.end, h.target)?;
        }
        for (i, l) in self.loops.iter().enumerate() {
            write!(f, "  loop {i}: {}..{}", l.header, l.end)?;
            match l.parent {
                Some(p) => writeln!(f, " in loop {p}")?,
                None => writeln!(f)?,
            }
        }
        Ok(())
    }
}
