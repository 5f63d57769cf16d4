//! Assignment to `f_lineno`: a trace function chooses where its frame goes on.
//!
//! What CPython forbids is forbidden: to jump into a block (the body of a loop, `try` or `with`), and into or
//! out of a `finally` body. What is allowed beyond that could lead where variables are read that every
//! path through the program binds, so that nothing would check them: those that are not bound become None.

use runtime::error::{PyResult, value_error};
use runtime::frame::Frame;
use runtime::thread;
use runtime::tracing::Event;
use runtime::value::Value;

use crate::body;
use crate::normal::cfg::Cfg;
use crate::normal::liveness::{Liveness, Locals};
use crate::normal::{NodeCode, Op};

/// Has a frame that a trace function is told of go on at the first node of `line`, or of a later one.
///
/// # Errors
/// ValueError when it cannot go on there, or not from here.
pub fn jump(frame: &Frame, line: i64, event: Event) -> PyResult<()> {
    let code = body::of(frame.code.get()).normal();
    let from = frame.pc.get();
    if event != Event::Line {
        let yields = matches!(
            code.nodes.get(from as usize),
            Some(n) if n.op == Op::Yield
        );
        return Err(value_error(if yields {
            "can't jump from a yield statement"
        } else {
            "can only jump from a 'line' trace event"
        }));
    }
    let entry = entry_of(code, line)?;
    let to = code.lines[entry].start;
    let is_first = entry == 0 || code.lines[entry - 1].start != to;
    if is_first && begins_handler(code, to) {
        return Err(value_error(
            "can't jump to 'except' line as there's no exception",
        ));
    }
    if finally_around(code, from) != finally_around(code, to) {
        return Err(value_error("can't jump into or out of a 'finally' block"));
    }
    if !stays_outside(code, entry, from) {
        return Err(value_error("can't jump into the middle of a block"));
    }
    let cells = |n: u32| matches!(code.nodes[n as usize].op, Op::MakeCell | Op::FreeCell);
    let to = (to..).find(|&n| !cells(n)).unwrap_or(to);
    let cfg = Cfg::new(&code.nodes, &code.handlers);
    for register in Liveness::new(code, &cfg, Locals::Read).before(to).iter() {
        if frame.reg(register).is_none() {
            frame.set_reg(register, Some(Value::none()));
        }
    }
    frame.pc.set(to);
    thread::current().tracing.note_jump();
    Ok(())
}

/// The entry of the line table to go on at for a line.
fn entry_of(code: &NodeCode, line: i64) -> PyResult<usize> {
    let beyond =
        |side: &str| value_error(format!("line {line} comes {side} the current code block"));
    if line < i64::from(code.first_lineno) {
        return Err(beyond("before"));
    }
    if line == i64::from(code.first_lineno) {
        return Ok(0);
    }
    code.lines
        .iter()
        .position(|l| i64::from(l.line) >= line)
        .ok_or_else(|| beyond("after"))
}

/// Does the node begin an `except` clause?
fn begins_handler(code: &NodeCode, node: u32) -> bool {
    let nodes = &code.nodes;
    nodes[node as usize].op == Op::Catch
        || nodes
            .windows(2)
            .any(|w| w[0].op == Op::MatchException && w[1].target() == Some(node))
}

/// The innermost `finally` body around a node.
fn finally_around(code: &NodeCode, node: u32) -> Option<usize> {
    code.finally_bodies
        .iter()
        .position(|&(start, end)| start <= node && node < end)
}

/// Is each block around an entry of the line table also around node `from`?
fn stays_outside(code: &NodeCode, entry: usize, from: u32) -> bool {
    let to = code.lines[entry].start;
    let same_start = |i: Option<usize>| {
        i.and_then(|i| code.lines.get(i))
            .is_some_and(|l| l.start == to)
    };
    // At the start of a block the line without nodes is before it, that of its first node within.
    let is_before = same_start(entry.checked_add(1));
    let is_after = same_start(entry.checked_sub(1));
    let guarded = code.handlers.iter().map(|h| (h.start, h.end, !is_before));
    let loops = code.loops.iter().map(|l| (l.header, l.end, is_after));
    guarded.chain(loops).all(|(start, end, at_start)| {
        let holds = start < to && to < end || start == to && at_start;
        !holds || start <= from && from < end
    })
}
