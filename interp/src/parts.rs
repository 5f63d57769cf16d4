//! A code object's parts as Python sees them, and code objects made of such parts.
//!
//! `co_code` is no bytecode of CPython's, but programs hand it back (`types.CodeType(…)` with another file
//! name, say), compare it, and walk over it. So it is the code unit as [`store`] writes it, six bits a
//! byte: to who walks over it, instructions without argument. Before it stands a synopsis in CPython's
//! instructions, for those who read there how tuple parameters and the items of comprehensions are taken apart
//! (`inspect`), which globals a function uses (what pickles functions), or what a module imports and binds
//! (`modulefinder`). In front of that are instructions for the nodes, so that who looks
//! where a generator stands finds a YIELD_VALUE.
//!
//! What only returns a constant (an empty body, say) has CPython's code for that: programs compare it.
//!
//! Node `i` counts as the instruction at offset `SPREAD * i`, in `co_lnotab` as in `f_lasti` and `tb_lasti`. The
//! offsets before it are for lines without a node (`try:`).

use std::sync::Arc;

use runtime::builtins::code::{Parts, SPREAD};
use runtime::builtins::unicode;
use runtime::error::{PyResult, value_error};
use runtime::layouts::{Code, Str, Tuple, Unicode};
use runtime::number::view::Num;
use runtime::object::Ref;
use runtime::value::Value;

use crate::normal::{CodeFlags, Const, Line, Nested, Node, NodeCode, Op, Operand};
use crate::{body, store};

/// Instructions of CPython 2.7 that the synopsis is written in: a byte, and two of argument.
mod opcode {
    pub const NOP: u8 = 9;
    pub const RETURN_VALUE: u8 = 83;
    pub const YIELD_VALUE: u8 = 86;
    pub const UNPACK_SEQUENCE: u8 = 92;
    pub const STORE_NAME: u8 = 90;
    pub const STORE_GLOBAL: u8 = 97;
    pub const LOAD_CONST: u8 = 100;
    pub const IMPORT_NAME: u8 = 108;
    pub const LOAD_GLOBAL: u8 = 116;
    pub const LOAD_FAST: u8 = 124;
    pub const STORE_FAST: u8 = 125;
    pub const STORE_DEREF: u8 = 137;
    pub const EXTENDED_ARG: u8 = 145;
}

/// Ends the synopsis: neither one of its instructions nor six bits.
const END: u8 = 89;

/// How deep tuples nest, in constants and parameters.
const DEPTH: u32 = 100;

/// `co_code`
pub fn bytecode(code: Ref<Code>) -> Vec<u8> {
    let unit = body::of(code).normal();
    if let Some(index) = returned(unit) {
        let mut out = Vec::new();
        instruction(&mut out, opcode::LOAD_CONST, index);
        out.push(opcode::RETURN_VALUE);
        return out;
    }
    let mut out = synopsis(unit);
    out.push(END);
    for three in store::encode(unit).chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        out.extend([18, 12, 6, 0].map(|shift| (word >> shift & 63) as u8));
    }
    out
}

/// Index in `co_consts` of the constant that is returned, when nothing else is done.
fn returned(unit: &NodeCode) -> Option<u32> {
    constant_index(unit.nodes.first().filter(|n| n.op == Op::Return)?.a)
}

/// Index in `co_consts` of a constant operand.
fn constant_index(operand: u32) -> Option<u32> {
    // The absent constant is not among them.
    let index = (operand & !Operand::CONST).checked_sub(1)?;
    Operand(operand).is_const().then_some(index)
}

/// The code unit of parts that only returns a constant.
fn returning(p: &Parts, filename: &Arc<str>) -> PyResult<Option<NodeCode>> {
    let consts = p.consts.as_ref().items();
    let &[opcode::LOAD_CONST, low, high, opcode::RETURN_VALUE] = p.bytecode.as_ref().bytes() else {
        return Ok(None);
    };
    let index = usize::from(u16::from_le_bytes([low, high]));
    if index >= consts.len() || CodeFlags(p.flags).has(CodeFlags::GENERATOR) {
        return Ok(None);
    }
    let mut own = vec![Const::Absent];
    for c in consts {
        own.push(constant(*c, 0)?);
    }
    let mut node = Node::new(Op::Return);
    node.a = Operand::constant(index as u32 + 1).0;
    let names = |t: Ref<Tuple>| -> Box<[Box<str>]> {
        let names = t.as_ref().items().iter().filter_map(|n| n.cast::<Str>());
        names.map(|n| text(n).into()).collect()
    };
    let mut unit = NodeCode {
        name: text(p.name).into(),
        filename: filename.clone(),
        first_lineno: p.first_lineno,
        flags: CodeFlags(p.flags),
        argcount: p.argcount,
        varnames: names(p.varnames),
        cellvars: names(p.cellvars),
        freevars: names(p.freevars),
        nregs: 0,
        ncells: 0,
        nodes: Box::new([node]),
        docstring: (index == 1 && matches!(own[1], Const::Str(_) | Const::Unicode(_))).then_some(1),
        consts: own.into_boxed_slice(),
        names: names(p.names),
        handlers: Box::new([]),
        lines: lines_of(&[], p.first_lineno),
        unreached: Box::new([]),
        finally_bodies: Box::new([]),
        loops: Box::new([]),
        resume: Box::new([0]),
    };
    unit.nregs = unit.first_temp();
    Ok((unit.nparams() <= unit.nlocals()).then_some(unit))
}

/// The code unit in a `co_code`.
fn unit(bytecode: &[u8], filename: &Arc<str>) -> Option<Arc<NodeCode>> {
    let mut rest = bytecode;
    loop {
        rest = match *rest.first()? {
            END => break,
            opcode::NOP | opcode::YIELD_VALUE => &rest[1..],
            _ => rest.get(3..)?,
        };
    }
    let mut bytes = Vec::with_capacity(rest.len());
    for four in rest[1..].chunks_exact(4) {
        let word = four.iter().fold(0, |w, b| w << 6 | u32::from(b & 63));
        bytes.extend_from_slice(&word.to_be_bytes()[1..]);
    }
    // The last three bytes may have been filled up.
    (0..3).find_map(|n| store::decode_all(&bytes[..bytes.len().checked_sub(n)?], filename))
}

fn synopsis(unit: &NodeCode) -> Vec<u8> {
    let mut out = Vec::new();
    for n in &unit.nodes {
        // An exception that is thrown in is raised by the node after the yield.
        out.push(match n.op {
            Op::Yield | Op::Resume => opcode::YIELD_VALUE,
            _ => opcode::NOP,
        });
        out.extend([opcode::NOP; SPREAD as usize - 1]);
    }
    for (i, name) in unit.varnames[..unit.argcount as usize].iter().enumerate() {
        if name.starts_with('.') {
            let register = i as u32;
            instruction(&mut out, opcode::LOAD_FAST, register);
            // What a comprehension is called with is gone through, and its items are taken apart.
            let goes_through = |n: &Node| n.op == Op::ForNext && n.a == register;
            match unit.nodes.iter().position(goes_through) {
                Some(at) => taken_apart(&mut out, unit, at, unit.nodes[at].dst, 0),
                None => taken_apart(&mut out, unit, 0, register, 0),
            }
        }
    }
    let mut seen = Vec::new();
    for n in &unit.nodes {
        let op = match n.op {
            Op::LoadGlobal => opcode::LOAD_GLOBAL,
            Op::StoreGlobal => opcode::STORE_GLOBAL,
            Op::StoreName => opcode::STORE_NAME,
            Op::ImportName => {
                if let (Some(level), Some(names)) = (constant_index(n.b), constant_index(n.c)) {
                    instruction(&mut out, opcode::LOAD_CONST, level);
                    instruction(&mut out, opcode::LOAD_CONST, names);
                    instruction(&mut out, opcode::IMPORT_NAME, n.a);
                }
                continue;
            }
            _ => continue,
        };
        if !seen.contains(&(op, n.a)) {
            seen.push((op, n.a));
            instruction(&mut out, op, n.a);
        }
    }
    out
}

fn instruction(out: &mut Vec<u8>, op: u8, argument: u32) {
    let mut push = |op: u8, argument: u32| {
        out.push(op);
        out.extend_from_slice(&(argument as u16).to_le_bytes());
    };
    if argument > 0xFFFF {
        push(opcode::EXTENDED_ARG, argument >> 16);
    }
    push(op, argument);
}

/// Where the value of a register goes that holds a tuple parameter, or a part of one.
fn taken_apart(out: &mut Vec<u8>, unit: &NodeCode, from: usize, register: u32, depth: u32) {
    let mut nodes = unit.nodes.iter().enumerate().skip(from);
    let named =
        |register: u32| (unit.varnames.get(register as usize)).is_some_and(|n| !n.starts_with('.'));
    let found = nodes.find(|(_, n)| match n.op {
        Op::UnpackSequence | Op::Move => n.a == register && !named(register),
        Op::StoreCell => n.b == register && !named(register),
        _ => false,
    });
    match found {
        Some((at, n)) if n.op == Op::UnpackSequence && depth < DEPTH => {
            instruction(out, opcode::UNPACK_SEQUENCE, u32::from(n.n));
            for part in n.dst..n.dst + u32::from(n.n) {
                taken_apart(out, unit, at, part, depth + 1);
            }
        }
        Some((_, n)) if n.op == Op::Move && n.dst < unit.nlocals() => {
            instruction(out, opcode::STORE_FAST, n.dst);
        }
        Some((_, n)) if n.op == Op::StoreCell => {
            instruction(
                out,
                opcode::STORE_DEREF,
                n.a.saturating_sub(unit.first_cell()),
            );
        }
        // Unpacked into the variable itself.
        None if named(register) => {
            instruction(out, opcode::STORE_FAST, register);
        }
        _ => {}
    }
}

/// `co_lnotab`: pairs of bytes, by how much offset and line grow. Lines that come again further down
/// cannot be written there.
pub fn line_table(code: Ref<Code>) -> Vec<u8> {
    let unit = body::of(code).normal();
    let unreached = unit.unreached.iter().copied();
    let own = unit.lines.iter().map(|l| (l.start, l.line));
    let mut all: Vec<_> = unreached.chain(own).collect();
    all.sort_by_key(|(start, _)| *start);
    let mut last = unit.first_lineno;
    let begins = u32::from(all.contains(&(0, last)));
    all.retain(|(_, line)| {
        let grows = *line > last;
        last = last.max(*line);
        grows
    });
    let mut out = Vec::new();
    let (mut at, mut line) = (0, unit.first_lineno);
    for (i, &(start, l)) in all.iter().enumerate() {
        let same = |side: &[(u32, u32)]| side.iter().filter(|(s, _)| *s == start).count() as u32;
        // The last line that begins at a node is the node's own. Before the first there is no room, but
        // behind the last one there is.
        let place = match start {
            0 => i as u32 + begins,
            end if end as usize == unit.nodes.len() => end * SPREAD + same(&all[..i]),
            _ => start * SPREAD - same(&all[i + 1..]).min(SPREAD - 1),
        };
        let (mut offset, mut lines) = (place.saturating_sub(at), l - line);
        (at, line) = (at + offset, l);
        while offset > 255 {
            out.extend([255, 0]);
            offset -= 255;
        }
        while lines > 255 {
            out.extend([offset as u8, 255]);
            (offset, lines) = (0, lines - 255);
        }
        out.extend([offset as u8, lines as u8]);
    }
    out
}

/// The lines that a table of somebody's own making tells of.
fn lines_of(table: &[u8], first: u32) -> Box<[Line]> {
    let (mut start, mut line) = (0, first);
    let mut out = vec![Line {
        start,
        line,
        col: 0,
    }];
    for pair in table.chunks_exact(2) {
        start += u32::from(pair[0]);
        line += u32::from(pair[1]);
        if pair[1] > 0 {
            out.push(Line {
                start: start.div_ceil(SPREAD),
                line,
                col: 0,
            });
        }
    }
    out.into_boxed_slice()
}

/// `code(…)`: what the parts' `co_code` was taken from, with other names, constants, lines.
///
/// # Errors
/// ValueError: there is no such code unit, or the other parts do not fit it. TypeError: a constant is of
/// a type that constants do not have.
pub fn from_parts(p: &Parts) -> PyResult<Ref<Code>> {
    let filename: Arc<str> = Arc::from(text(p.filename));
    let found = match returning(p, &filename)? {
        Some(unit) => Some(Arc::new(unit)),
        None => unit(p.bytecode.as_ref().bytes(), &filename),
    };
    let Some(unit) = found else {
        return Err(value_error("code: codestring is not a co_code"));
    };
    let original = body::new(&unit);
    let mut unit = Arc::unwrap_or_clone(unit);
    let layout = CodeFlags::VARARGS.0 | CodeFlags::VARKEYWORDS.0 | CodeFlags::GENERATOR.0;
    let starred = unit.flags.0 & layout & !CodeFlags::GENERATOR.0 != 0;
    if (p.flags ^ unit.flags.0) & layout != 0
        || p.argcount > unit.nlocals()
        || starred && p.argcount != unit.argcount
    {
        return Err(value_error(
            "code: the parameters are not those of codestring",
        ));
    }
    if line_table(original) != p.lnotab.as_ref().bytes() {
        unit.lines = lines_of(p.lnotab.as_ref().bytes(), p.first_lineno);
        unit.unreached = Box::new([]);
    } else {
        let unreached = unit.unreached.iter_mut().map(|(_, line)| line);
        for line in unit.lines.iter_mut().map(|l| &mut l.line).chain(unreached) {
            *line = (*line + p.first_lineno).saturating_sub(unit.first_lineno);
        }
    }
    let wanted = p.cellvars.as_ref().items().len();
    if wanted < unit.cellvars.len()
        && p.freevars.as_ref().items().len() + wanted == unit.freevars.len() + unit.cellvars.len()
    {
        free_cells(&mut unit, wanted)?;
    }
    unit.flags = CodeFlags(p.flags);
    unit.argcount = p.argcount;
    unit.name = text(p.name).into();
    unit.first_lineno = p.first_lineno;
    for (names, given, what) in [
        (&mut unit.names, p.names, "names"),
        (&mut unit.varnames, p.varnames, "varnames"),
        (&mut unit.freevars, p.freevars, "freevars"),
        (&mut unit.cellvars, p.cellvars, "cellvars"),
    ] {
        let given = given.as_ref().items();
        fits(given.len(), names.len(), what)?;
        *names = (given.iter().filter_map(|n| n.cast::<Str>()))
            .map(|n| text(n).into())
            .collect();
    }
    let was = body::consts(original);
    let (was, given) = (was.as_ref().items(), p.consts.as_ref().items());
    fits(given.len(), was.len(), "constants")?;
    let own = unit.consts.iter_mut();
    let own = own.filter(|c| !matches!(c, Const::Absent));
    for (c, (was, given)) in own.zip(was.iter().zip(given)) {
        // Code compares by what it does, which is not all that counts here.
        if was.cast::<Code>().is_some()
            || !runtime::protocol::repr(*was)?
                .as_ref()
                .bytes()
                .eq(runtime::protocol::repr(*given)?.as_ref().bytes())
        {
            *c = constant(*given, 0)?;
        }
    }
    Ok(body::new(&Arc::new(unit)))
}

/// Cells from number `from` on come from the closure: so a function is made that stores in another one's cell.
fn free_cells(unit: &mut NodeCode, from: usize) -> PyResult<()> {
    let first = unit.first_cell() + from as u32;
    let mut cells = std::mem::take(&mut unit.cellvars).into_vec();
    let moved = cells.split_off(from);
    unit.cellvars = cells.into();
    for n in &mut unit.nodes {
        match n.op {
            Op::MakeCell if n.dst >= first => {
                if Operand(n.a) != Operand::ABSENT {
                    return Err(value_error("code: a parameter cannot be a free variable"));
                }
                (n.op, n.a) = (Op::FreeCell, n.dst - first);
            }
            Op::FreeCell => n.a += moved.len() as u32,
            _ => {}
        }
    }
    unit.freevars = moved
        .into_iter()
        .chain(std::mem::take(&mut unit.freevars))
        .collect();
    Ok(())
}

fn text(s: Ref<Str>) -> String {
    s.as_ref().to_text()
}

fn fits(given: usize, needed: usize, what: &str) -> PyResult<()> {
    match given == needed {
        true => Ok(()),
        false => Err(value_error(&*format!(
            "code: codestring needs {needed} {what}, not {given}"
        ))),
    }
}

/// A constant for a value.
fn constant(v: Value, depth: u32) -> PyResult<Const> {
    if v.is_none() {
        return Ok(Const::None);
    }
    if let Some(b) = v.as_bool() {
        return Ok(Const::Bool(b));
    }
    if v == runtime::singletons::ellipsis() {
        return Ok(Const::Ellipsis);
    }
    if let Some(i) = v.as_int() {
        return Ok(Const::Int(i));
    }
    if let Some(c) = v.exact::<Code>() {
        return Ok(Const::Code(Nested::Made(body::of(c).normal().clone())));
    }
    if let Some(s) = v.exact::<Str>() {
        return Ok(Const::Str(s.as_ref().bytes().into()));
    }
    if v.exact::<Unicode>().is_some() {
        return Ok(Const::Unicode(unicode::code_points(v).collect()));
    }
    if let Some(t) = v.exact::<Tuple>()
        && depth < DEPTH
    {
        let items = t.as_ref().items().iter();
        let items: PyResult<Box<[Const]>> = items.map(|v| constant(*v, depth + 1)).collect();
        return items.map(Const::Tuple);
    }
    match Num::exact(v) {
        Some(Num::Float(x)) => Ok(Const::Float(x)),
        Some(Num::Complex(c)) => Ok(Const::Complex {
            real: c.re,
            imag: c.im,
        }),
        Some(n) => n.to_big().map_or_else(
            || Err(unsuited(v)),
            |n| {
                Ok(Const::Long {
                    negative: n.sign() == num_bigint::Sign::Minus,
                    digits: n.iter_u32_digits().collect(),
                })
            },
        ),
        None => Err(unsuited(v)),
    }
}

fn unsuited(v: Value) -> runtime::error::Raised {
    runtime::raise_fmt!(
        type_error,
        "code: a constant cannot be a {}",
        runtime::attr::type_name(v)
    )
}
