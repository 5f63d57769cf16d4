//! Writes the normalised form of a source file as a Python 2.7 literal, for
//! `tests/run_nodes.py`, which runs it on CPython; with `-d`, as a dump to read.

use interp::normal::lower::{Options, compile};
use interp::normal::{Const, NodeCode, dump, validate};
use syntax::{Flags, Mode};

fn string(s: impl IntoIterator<Item = u8>) -> String {
    format!(
        "'{}'",
        s.into_iter()
            .map(|b| format!("\\x{b:02x}"))
            .collect::<String>()
    )
}

fn names(list: &[Box<str>]) -> String {
    format!(
        "[{}]",
        list.iter()
            .map(|n| string(n.bytes()))
            .collect::<Vec<_>>()
            .join(", ")
    )
}

fn constant(c: &Const) -> String {
    let float = |x: f64| format!("_float({:#x})", x.to_bits());
    match c {
        Const::Absent => "_absent".into(),
        Const::None => "None".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Ellipsis => "Ellipsis".into(),
        Const::Int(i) => format!("int({i})"),
        Const::Long { negative, digits } => {
            let hex: String = digits.iter().rev().map(|d| format!("{d:08x}")).collect();
            format!("{}0x0{hex}L", if *negative { "-" } else { "" })
        }
        Const::Float(x) => float(*x),
        Const::Complex { real, imag } => format!("complex({}, {})", float(*real), float(*imag)),
        Const::Str(s) => string(s.iter().copied()),
        Const::Unicode(s) => format!(
            "u'{}'",
            s.iter().map(|c| format!("\\U{c:08x}")).collect::<String>()
        ),
        Const::Tuple(items) => format!(
            "({})",
            items.iter().map(|c| constant(c) + ", ").collect::<String>()
        ),
        Const::Code(code) => export(&code.whole()),
    }
}

fn export(code: &NodeCode) -> String {
    let nodes: String = code
        .nodes
        .iter()
        .map(|n| {
            format!(
                "('{}', {}, {}, {}, {}, {}),\n",
                n.op.name(),
                n.n,
                n.dst,
                n.a,
                n.b,
                n.c
            )
        })
        .collect();
    let consts: String = code.consts.iter().map(|c| constant(c) + ", ").collect();
    let handlers: String = code
        .handlers
        .iter()
        .map(|h| format!("({}, {}, {}), ", h.start, h.end, h.target))
        .collect();
    format!(
        "_code(name={}, line={}, flags={}, argcount={}, varnames={}, cellvars={}, freevars={}, nregs={}, names={}, \
         lines=[{}], doc={}, handlers=[{handlers}], consts=[{consts}], nodes=[{nodes}])",
        string(code.name.bytes()),
        code.first_lineno,
        code.flags.0,
        code.argcount,
        names(&code.varnames),
        names(&code.cellvars),
        names(&code.freevars),
        code.nregs,
        names(&code.names),
        code.lines
            .iter()
            .map(|l| format!("({}, {}), ", l.start, l.line))
            .collect::<String>(),
        code.docstring
            .map_or("None".into(), |d| constant(&code.consts[d as usize])),
    )
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let dumped = args.first().is_some_and(|a| a == "-d");
    if dumped {
        args.remove(0);
    }
    let [path] = args.as_slice() else {
        return Err("usage: nodes [-d] FILE".into());
    };
    let source = std::fs::read(path)?;
    let lowered = compile(
        &source,
        path,
        Mode::Exec,
        Flags::SOURCE_IS_FILE,
        Options::default(),
    )?;
    validate::validate(&lowered.code).map_err(|e| e.to_string())?;
    println!(
        "{}",
        if dumped {
            dump::dump(&lowered.code)
        } else {
            export(&lowered.code)
        }
    );
    Ok(())
}
