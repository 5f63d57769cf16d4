//! Rows of the semantics tables as machine code, for eyes: what `xtask audit ROW` shows beside the tables' view.

use std::fmt::Write as _;

use inkwell::context::Context;
use runtime::layouts::{Repr, TypeMask};

use crate::emit::{self, Prims};
use crate::engine::{Compiler, Tier};
use crate::output::{ADDRESS, CellSource, Exit, Facts, Operand, Output, Signature, Unit};
use crate::transfer;

/// One way through a row: what the interpreter tries in turn, and the compiled tiers emit.
struct Way {
    name: String,
    /// Representations of the operands as they come from a frame.
    operands: Vec<Repr>,
    emit: Emit,
}

type Emit = Box<dyn Fn(&mut Output, &[Operand], Exit) -> Option<Operand>>;

/// The LLVM IR of each way through a row, and the assembly that the baseline and the optimising tier make of it, for
/// operands of which nothing is known. Each way is a function of its own, which answers null where the way fails in the
/// baseline, and leaves through an exit where it fails in the optimising tier. `None` when there is no such row, or
/// nothing of it is emitted in place.
pub fn listing(row: &str) -> Option<String> {
    let ways = ways(row)?;
    let mut text = String::new();
    for way in &ways {
        for (tier, title) in [
            (Tier::Baseline, "baseline"),
            (Tier::Optimising, "optimising tier"),
        ] {
            let context = Context::create();
            let unit = way.function(&context, row, tier)?;
            let title = format!("{row}, {}: {title}", way.name);
            match Compiler::new().audit(&unit, tier) {
                Ok((ir, assembly)) => {
                    let rule = "=".repeat(70_usize.saturating_sub(title.len()));
                    let _ = writeln!(text, "\n; ==== {title} {rule}\n\n{}", function_of(&ir));
                    let _ = writeln!(text, "{}", instructions_of(&assembly));
                }
                Err(e) => {
                    let _ = writeln!(text, "\n; ==== {title}: {e}");
                }
            }
        }
    }
    (!text.is_empty()).then_some(text)
}

fn ways(row: &str) -> Option<Vec<Way>> {
    let id = row.replace('.', "_");
    if let Some(r) = transfer::OPERATORS.iter().find(|r| r.name == row) {
        let cases = r.cases.iter().enumerate();
        let way = |(n, case): (usize, &transfer::CaseInfo)| Way {
            name: case.name.to_owned(),
            operands: vec![Repr::Value; r.arity],
            emit: Box::new(move |o, args, fail| emit::emit_operator(o, r.operator, n, args, fail)),
        };
        return Some(cases.map(way).collect());
    }
    if let Some(p) = transfer::PROTOCOLS.iter().find(|p| p.name == row) {
        let case = |(n, case): (usize, &transfer::CaseInfo)| Way {
            name: case.name.to_owned(),
            operands: p.operands.to_vec(),
            emit: Box::new(move |o, args, fail| {
                emit::emit_protocol_case(o, p.protocol, n, args, fail)
            }),
        };
        let kind = |(n, kind): (usize, &transfer::KindInfo)| Way {
            name: format!("entry of kind {}", kind.name),
            operands: p.operands.to_vec(),
            emit: Box::new(move |o, args, fail| {
                emit::emit_protocol_kind(o, p.protocol, n as u16, args, fail)
            }),
        };
        let cases = p.cases.iter().enumerate().map(case);
        return Some(cases.chain(p.kinds.iter().enumerate().map(kind)).collect());
    }
    let b = transfer::BUILTINS.iter().find(|b| b.name == id)?;
    let way = |(n, case): (usize, &transfer::CaseInfo)| Way {
        name: case.name.to_owned(),
        operands: vec![Repr::Value; case.when.len()],
        emit: Box::new(move |o, args, fail| emit::emit_builtin(o, b.builtin, n, args, fail)),
    };
    Some(b.cases.iter().enumerate().map(way).collect())
}

impl Way {
    /// The way as a function of an inline cache's entry and of its operands; of many in a row, address and count.
    fn function<'c>(&self, context: &'c Context, row: &str, tier: Tier) -> Option<Unit<'c>> {
        let mut params = vec![ADDRESS];
        for repr in &self.operands {
            match repr {
                Repr::Values | Repr::Outs => params.extend([ADDRESS, Repr::I64]),
                one => params.push(*one),
            }
        }
        let signature = Signature {
            params: &params,
            result: Repr::Value,
            raises: true,
        };
        let name = format!("{row}_{}", self.name.replace(' ', "_"));
        let mut o = Output::new(context, &Facts::of_runtime(), &name, &signature);
        let mut given = (0..)
            .zip(&params)
            .map(|(n, repr)| o.param(n, *repr, TypeMask::ANY))
            .collect::<Vec<_>>()
            .into_iter();
        o.set_cell(CellSource::Entry(given.next()?));
        let mut args = Vec::new();
        for repr in &self.operands {
            let first = given.next()?;
            args.push(match repr {
                Repr::Values | Repr::Outs => o.values(&first, &given.next()?, *repr),
                _ => first,
            });
        }
        let live: Vec<Operand> = args
            .iter()
            .filter(|a| a.repr == Repr::Value)
            .copied()
            .collect();
        let other = o.block("other");
        let raised = o.exit_to(other);
        o.set_on_raise(Some(raised));
        let fail = match tier {
            Tier::Baseline => raised,
            _ => o.deopt_exit(0, &live, false),
        };
        let r = (self.emit)(&mut o, &args, fail)?;
        let r = match r.repr {
            Repr::None => o.none(),
            Repr::OptValue => r,
            _ => o.box_value(&r),
        };
        o.ret(&r);
        o.switch_to(other);
        let null = o.null(Repr::OptValue);
        o.ret(&null);
        Some(o.finish())
    }
}

/// The definition in a module's IR, without declarations and metadata.
fn function_of(ir: &str) -> String {
    let from = ir.find("\ndefine").map_or(0, |at| at + 1);
    let to = ir[from..].find("\n}").map_or(ir.len(), |at| from + at + 2);
    ir[from..to].to_owned() + "\n"
}

/// Labels and instructions of an assembly text, without directives for the linker.
fn instructions_of(assembly: &str) -> String {
    let is_code = |line: &&str| {
        let text = line.trim_start();
        match text.as_bytes() {
            [] | [b'#', ..] => false,
            [b'.', ..] => text.starts_with(".LBB"),
            _ => true,
        }
    };
    let end = assembly.find(".Lfunc_end").unwrap_or(assembly.len());
    let mut out = String::new();
    for line in assembly[..end].lines().filter(is_code) {
        out += line;
        out.push('\n');
    }
    out
}
