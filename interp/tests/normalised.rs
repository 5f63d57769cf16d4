//! The lowering of programs that are large or deep, and the analyses on small ones.

use interp::normal::cfg::Cfg;
use interp::normal::liveness::{Liveness, Locals};
use interp::normal::lower::{Options, compile};
use interp::normal::{Const, NodeCode, Op, validate};
use std::sync::Arc;
use syntax::{Flags, Mode};

fn code(source: &str) -> Arc<NodeCode> {
    let lowered = compile(
        source.as_bytes(),
        "test.py",
        Mode::Exec,
        Flags::default(),
        Options::default(),
    );
    let code = lowered.expect("compiles").code;
    validate::validate(&code).expect("is valid");
    code
}

/// The first function of a unit.
fn function(source: &str) -> Arc<NodeCode> {
    let code = code(source);
    let inner = code.consts.iter().find_map(|c| match c {
        Const::Code(inner) => Some(inner.whole()),
        _ => None,
    });
    inner.expect("a function")
}

#[test]
fn long_chains_do_not_overflow_the_stack() {
    code(&format!("x = {}a\n", "a + ".repeat(20_000)));
    code(&format!("x = a{}\n", ".b()".repeat(20_000)));
    code(&format!("x = a{}\n", "[b]".repeat(20_000)));
    code(&format!("x = {}a\n", "a and ".repeat(20_000)));
    let elifs: String = (0..3000)
        .map(|i| format!("elif x == {i}: y = {i}\n"))
        .collect();
    code(&format!("if x: pass\n{elifs}"));
}

#[test]
fn nested_constants_take_linear_time() {
    code(&format!("x = {}1,{}\n", "(".repeat(80), "),".repeat(80)));
    code(&format!("x = {}a,{}\n", "(".repeat(80), "),".repeat(80)));
}

#[test]
fn long_displays_use_few_registers() {
    let items: String = (0..5000).map(|i| format!("(a, {i}), ")).collect();
    for (open, close) in [("[", "]"), ("(", ")")] {
        assert!(code(&format!("x = {open}{items}{close}\n")).nregs < 200);
    }
    let items: String = (0..5000).map(|i| format!("{i}, ")).collect();
    assert!(code(&format!("x = [{items}]\n")).nodes.len() < 5);
}

#[test]
fn loops_nest() {
    let code = function(
        "def f(x):\n  for i in x:\n    for j in i:\n      if j: return j\n  while x: pass\n",
    );
    let cfg = Cfg::new(&code.nodes, &code.handlers);
    let nest: Vec<_> = cfg.loops.iter().map(|l| (l.parent, l.depth)).collect();
    assert_eq!(nest, [(None, 1), (Some(0), 2), (None, 1)]);
    assert_eq!(
        code.loops.iter().map(|l| l.parent).collect::<Vec<_>>(),
        [None, Some(0), None]
    );
}

#[test]
fn a_handler_keeps_alive_what_it_reads() {
    let code = function("def f(a, b):\n  try: a = g()\n  except E: return a, b\n  return b\n");
    let cfg = Cfg::new(&code.nodes, &code.handlers);
    let live = Liveness::new(&code, &cfg, Locals::Read);
    let call = code
        .nodes
        .iter()
        .position(|n| n.op == Op::Call)
        .expect("the call") as u32;
    assert!(
        live.before(call).contains(0),
        "a is read if the call raises"
    );
    assert!(!live.after(call).contains(0), "and not if it does not");
    assert!(live.after(call).contains(1));
    let visible = Liveness::new(&code, &cfg, Locals::Visible);
    assert!(visible.before(call).contains(0) && visible.before(call).contains(1));
}

#[test]
fn an_exhausted_loop_writes_nothing() {
    let code = function("def f(x, y):\n  for y in x: pass\n  return y\n");
    let cfg = Cfg::new(&code.nodes, &code.handlers);
    let live = Liveness::new(&code, &cfg, Locals::Read);
    let next = code
        .nodes
        .iter()
        .position(|n| n.op == Op::ForNext)
        .expect("the loop") as u32;
    assert!(live.before(next).contains(1));
    assert!(!code.nodes.iter().any(|n| n.op == Op::CheckLocal));
}
