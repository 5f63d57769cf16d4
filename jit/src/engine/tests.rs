//! The engine's promises: exits find every live value, frames can be walked, memory is never writable
//! and executable and goes with the code, and compile time is bounded.

use std::cell::RefCell;
use std::sync::Mutex;
use std::time::Duration;

use inkwell::context::Context;

use super::*;
use crate::emit::Prims;
use crate::output::tests::{ALL, ALL_TIERS, box_int, compile, entry1, entry2, facts, field};
use crate::output::{
    ADDRESS, Exit, FieldInfo, FrameState, Hook, LayoutId, Likely, Operand, Output, Repr, Signature,
    Store, TypeMask,
};

const ONE_INT: Signature<'static> = Signature {
    params: &[Repr::Int],
    result: Repr::Int,
    raises: false,
};

thread_local! {
    static LEFT: RefCell<Vec<(u32, Vec<u64>)>> = const { RefCell::new(Vec::new()) };
}

fn note_exit(_: &CodeInfo, id: u32, values: &[u64], _: &mut SavedRegisters) -> u64 {
    LEFT.with_borrow_mut(|left| left.push((id, values.to_vec())));
    4711
}

fn left() -> Vec<(u32, Vec<u64>)> {
    LEFT.with_borrow_mut(std::mem::take)
}

/// Memory in use is only comparable while no other test compiles.
static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> std::sync::MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(|e| e.into_inner())
}

#[test]
fn exits_find_values_in_every_kind_of_place() {
    set_exit_hook(note_exit);
    for tier in ALL_TIERS {
        // More ints and floats than there are registers, all live at the exit.
        let code = compile(tier, &[Repr::Int, Repr::Int], Repr::Value, |o, args| {
            let (a, b) = (args[0], args[1]);
            let mut live = Vec::new();
            for i in 0..30 {
                let c = o.int(i, Repr::Int);
                let x = o.mul(&a, &c);
                let x = o.xor(&x, &b);
                let f = o.int_to_float(&x);
                let half = o.float(0.5);
                let f = o.fadd(&f, &half);
                live.extend([x, f]);
            }
            let small = o.lt(&a, &b);
            let shape = o.int(77, Repr::U32);
            live.extend([small, shape]);
            live.push(o.int(-3, Repr::Int));
            live.push(o.int(1 << 40, Repr::Int));
            live.push(o.float(2.25));
            live.push(o.bool(true));
            live.push(o.none());
            live.push(o.address(0x1234, ADDRESS));
            let exit = o.deopt_exit(99, &live, false);
            let unused = o.deopt_exit(98, &live, false);
            let _: Exit = unused;
            let sum = o.checked_add(&a, &b, exit);
            let boxed = o.box_value(&sum);
            o.ret(&boxed);
        });
        let f = entry2(&code);
        assert_eq!(f(2, 3), box_int(5).unwrap());
        assert!(left().is_empty());
        let (a, b) = (i64::MAX - 5, 1000);
        assert_eq!(f(a as u64, b as u64), 4711);
        let mut expected = Vec::new();
        for i in 0..30 {
            let x = a.wrapping_mul(i) ^ b;
            expected.extend([x as u64, (x as f64 + 0.5).to_bits()]);
        }
        expected.extend([0, 77, -3i64 as u64, 1 << 40, 2.25f64.to_bits(), 1]);
        expected.extend([facts().none, 0x1234]);
        assert_eq!(left(), [(99, expected)], "{tier:?}");
    }
}

#[test]
fn exits_within_loops_and_after_calls() {
    set_exit_hook(note_exit);
    extern "C" fn noise(value: i64) -> i64 {
        std::hint::black_box(value) + 1
    }
    let noise = Hook {
        name: "noise",
        address: noise as *const () as usize,
        signature: ONE_INT,
        mask: TypeMask::INT,
        effects: ALL,
    };
    for tier in ALL_TIERS {
        let code = compile(tier, &[Repr::Int, Repr::Int], Repr::Value, |o, args| {
            let entry = o.current_block();
            let header = o.block("loop");
            let zero = o.int(0, Repr::Int);
            let start = o.float(0.0);
            o.jump(header);
            o.switch_to(header);
            let i = o.phi(Repr::Int, TypeMask::INT);
            let f = o.phi(Repr::Float, TypeMask::FLOAT);
            o.add_incoming(&i, &zero, entry);
            o.add_incoming(&f, &start, entry);
            let exit = o.deopt_exit(5, &[i.operand(), f.operand(), args[1]], false);
            let below = o.lt(&i.operand(), &args[0]);
            o.guard(&below, exit);
            let next = o.call(&noise, &[i.operand()]);
            let step = o.int_to_float(&next);
            let g = o.fadd(&f.operand(), &step);
            let back = o.current_block();
            o.add_incoming(&i, &next, back);
            o.add_incoming(&f, &g, back);
            o.jump(header);
        });
        assert_eq!(entry2(&code)(10, 7), 4711);
        assert_eq!(left(), [(5, vec![10, 55f64.to_bits(), 7])], "{tier:?}");
    }
}

thread_local! {
    static SEEN: RefCell<Vec<LiveFrame>> = const { RefCell::new(Vec::new()) };
}

extern "C" fn look(value: i64) -> i64 {
    SEEN.with_borrow_mut(|seen| *seen = live_frames(10));
    value + 1
}

fn look_hook() -> Hook {
    Hook {
        name: "look",
        address: look as *const () as usize,
        signature: ONE_INT,
        mask: TypeMask::INT,
        effects: ALL,
    }
}

#[test]
fn frames_are_found_with_their_values() {
    for tier in ALL_TIERS {
        let inner = compile(tier, &[Repr::Int, Repr::Int], Repr::Int, |o, args| {
            let mut live = vec![args[0], args[1]];
            for i in 1..12 {
                let c = o.int(i, Repr::Int);
                let x = o.mul(&args[0], &c);
                live.push(x);
                // Used after the call as well, so some sit in registers that survive it.
                let f = o.int_to_float(&x);
                live.push(f);
            }
            let two = o.int(2, Repr::Int);
            let dead_after = o.mul(&args[1], &two);
            live.push(dead_after);
            live.push(o.float(0.75));
            let state = FrameState {
                id: 31,
                live: &live,
            };
            let mut sum = o.call_observed(&look_hook(), &[args[0]], &state);
            for x in &live[2..16] {
                let x = if x.repr == Repr::Float {
                    let zero = o.float(0.0);
                    let positive = o.fgt(x, &zero);
                    o.bool_to_int(&positive)
                } else {
                    *x
                };
                sum = o.add(&sum, &x);
            }
            o.ret(&sum);
        });
        let outer = compile(tier, &[Repr::Int], Repr::Int, |o, args| {
            let target = o.address(inner.entry(), ADDRESS);
            let three = o.int(3, Repr::Int);
            let state = FrameState {
                id: 32,
                live: &[args[0]],
            };
            let params = &[Repr::Int, Repr::Int];
            let signature = Signature {
                params,
                result: Repr::Int,
                raises: false,
            };
            let r = o.call_address(&target, &signature, &[args[0], three], Some(&state));
            o.ret(&r);
        });
        // 8 and 1, then 7 ints and 7 truths.
        assert_eq!(
            entry1(&outer)(8),
            9 + 8 * (1 + 2 + 3 + 4 + 5 + 6 + 7) + 7,
            "{tier:?}"
        );
        let seen = SEEN.with_borrow_mut(std::mem::take);
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert_eq!((seen[0].code.id, seen[1].code.id), (inner.id, outer.id));
        let mut expected = vec![8, 3];
        for i in 1..12u64 {
            expected.extend([8 * i, (8.0 * i as f64).to_bits()]);
        }
        expected.extend([6, 0.75f64.to_bits()]);
        assert_eq!(seen[0].state, Some((31, expected)), "{tier:?}");
        assert_eq!(seen[1].state, Some((32, vec![8])));
    }
}

#[test]
fn calls_are_direct_and_code_is_near() {
    let code = compile(Tier::Light, &[Repr::Int], Repr::Int, |o, args| {
        let r = o.call(&look_hook(), args);
        o.ret(&r);
    });
    assert!(memory_is_near());
    let text = disassemble(
        &code,
        &HashMap::from([(look as *const () as usize, "look".into())]),
    );
    let line = text.lines().find(|line| line.contains("; look"));
    assert!(
        line.is_some_and(|line| line.contains("call") || line.contains("jmp")),
        "{text}"
    );
}

#[test]
fn memory_is_never_writable_and_executable() {
    let code = compile(Tier::Baseline, &[Repr::Int], Repr::Int, |o, args| {
        o.ret(&args[0])
    });
    let maps = std::fs::read_to_string("/proc/self/maps").expect("maps");
    let protection = |address: usize| {
        maps.lines().find_map(|line| {
            let (range, rest) = line.split_once(' ')?;
            let (from, to) = range.split_once('-')?;
            let from = usize::from_str_radix(from, 16).ok()?;
            let to = usize::from_str_radix(to, 16).ok()?;
            (from..to).contains(&address).then(|| rest[..4].to_owned())
        })
    };
    assert_eq!(protection(code.entry()).as_deref(), Some("r-xp"));
    for line in maps.lines() {
        assert!(!line.contains("rwxp"), "{line}");
    }
}

#[test]
fn dropping_code_frees_its_memory() {
    let _alone = alone();
    let make = || {
        compile(Tier::Baseline, &[Repr::Int], Repr::Int, |o, args| {
            let one = o.int(1, Repr::Int);
            let r = o.add(&args[0], &one);
            o.ret(&r);
        })
    };
    let mut retired = Retired::default();
    let (keep, go) = (make(), make());
    let (kept, gone) = (keep.entry(), go.entry());
    assert!(find(gone).is_some());
    let on_stack = [kept + 1, 17, usize::MAX];
    retired.retire(keep);
    retired.retire(go);
    assert_eq!(retired.sweep(on_stack.into_iter()), 1);
    assert_eq!(retired.len(), 1);
    assert!(find(gone).is_none_or(|code| code.entry() != gone));
    assert!(find(kept).is_some());
    assert_eq!(retired.sweep(std::iter::empty()), 1);
    // The same addresses come round again: nothing leaks.
    let mut addresses = std::collections::HashSet::new();
    for _ in 0..200 {
        addresses.insert(make().entry());
    }
    assert!(addresses.len() < 40, "{} different places", addresses.len());
}

/// A function as the optimising tier might make it: `nodes` adds with guards, each with an exit that
/// carries a dozen values.
fn chain(context: &Context, nodes: usize, deopt: bool) -> Unit<'_> {
    let signature = Signature {
        params: &[ADDRESS],
        result: Repr::Value,
        raises: false,
    };
    let mut o = Output::new(context, &facts(), "chain", &signature);
    let base = o.param(0, ADDRESS, TypeMask::ANY);
    o.set_registers(&base);
    let slow = o.block("slow");
    let to_slow = o.exit_to(slow);
    let mut window: Vec<Operand> = (0..12).map(|i| o.load_register(i)).collect();
    let mut sum = o.int(0, Repr::Int);
    for node in 0..nodes {
        let exit = if deopt {
            o.deopt_exit(node as u32, &window, false)
        } else {
            to_slow
        };
        let value = window[node % 12];
        let value = o.expect_int(&value, exit);
        let value = o.checked_add(&value, &sum, exit);
        let boxed = o.box_value(&value);
        window[node % 12] = boxed;
        sum = if node % 50 == 49 {
            o.int(0, Repr::Int)
        } else {
            value
        };
    }
    for (i, value) in window.iter().enumerate() {
        o.store_register(i as u32, value);
    }
    let none = o.none();
    let none = o.box_value(&none);
    o.ret(&none);
    o.switch_to(slow);
    o.ret_null();
    o.finish()
}

#[test]
fn long_functions_stay_within_budget() {
    let context = Context::create();
    let unit = chain(&context, 2000, true);
    let mut compiler = Compiler::new();
    compiler.verify = false;
    let code = compiler.compile(unit, Tier::Optimising).expect("compiles");
    // Fifteen times what it takes on an idle machine.
    assert!(
        code.timing.total() < Duration::from_secs(15),
        "{:?}",
        code.timing
    );
    set_exit_hook(note_exit);
    // The sums grow until one no longer fits a tagged int.
    let mut registers = [box_int(1).expect("small"); 12];
    assert_eq!(entry1(&code)(registers.as_mut_ptr() as u64), 4711);
    let mut model = [1i64; 12];
    let mut sum = 0i64;
    let mut node = 0;
    while box_int(model[node % 12] + sum).is_some() {
        model[node % 12] += sum;
        sum = if node % 50 == 49 { 0 } else { model[node % 12] };
        node += 1;
    }
    let left = left();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].0, node as u32);
    assert_eq!(left[0].1, model.map(|i| box_int(i).expect("small")));
}

#[test]
fn background_threads_compile() {
    let threads: Vec<_> = (0..3)
        .map(|n| {
            std::thread::spawn(move || {
                compile(Tier::Optimising, &[Repr::Int], Repr::Int, |o, args| {
                    let c = o.int(n, Repr::Int);
                    let r = o.mul(&args[0], &c);
                    o.ret(&r);
                })
            })
        })
        .collect();
    for (n, thread) in threads.into_iter().enumerate() {
        let code = thread.join().expect("compiled");
        assert_eq!(entry1(&code)(7), 7 * n as u64);
    }
}

#[test]
fn aliasing_lets_loads_stay_in_registers() {
    let context = Context::create();
    let signature = Signature {
        params: &[ADDRESS; 2],
        result: Repr::I64,
        raises: false,
    };
    let mut o = Output::new(&context, &facts(), "alias", &signature);
    let a = o.param(0, ADDRESS, TypeMask::ANY);
    let b = o.param(1, ADDRESS, TypeMask::ANY);
    let (len, other) = (
        field("a.len", 7, 16, Store::I64),
        field("b.len", 6, 16, Store::I64),
    );
    let first = o.load(&a, &len);
    o.store(&b, &other, &first);
    let second = o.load(&a, &len);
    let sum = o.add(&first, &second);
    o.ret(&sum);
    let unit = o.finish();
    let (ir, assembly) = Compiler::new()
        .audit(&unit, Tier::Optimising)
        .expect("audit");
    assert_eq!(ir.matches("load i64").count(), 1, "{ir}");
    assert!(assembly.contains("alias:"));
}

#[test]
fn code_is_the_same_each_time() {
    let make = || {
        let context = Context::create();
        chain(&context, 30, true).ir()
    };
    assert_eq!(make(), make());
}

/// Writes the IR that [`costs`] compiles to files, for LLVM's own tools.
#[test]
#[ignore = "a measurement"]
fn dump_chains() {
    for nodes in [200, 1000] {
        for deopt in [false, true] {
            let context = Context::create();
            let path = std::env::temp_dir().join(format!("chain-{nodes}-{deopt}.ll"));
            std::fs::write(path, chain(&context, nodes, deopt).ir()).expect("written");
        }
    }
}

/// A loop as the optimising tier might make it: ints and floats unboxed, a list read with bounds and
/// type checks, an exit for each guard.
fn summing_loop(o: &mut Output, args: &[Operand]) {
    const LEN: FieldInfo = field("list.len", 7, 16, Store::I64);
    const ITEMS: FieldInfo = field("list.items", 7, 24, Store::Ref(LayoutId::Buffer));
    const ITEM: FieldInfo = FieldInfo {
        is_tail: true,
        ..field("item", 8, 0, Store::Value)
    };
    let (list, n) = (args[0], args[1]);
    let entry = o.current_block();
    let (header, body, done) = (o.block("header"), o.block("body"), o.block("done"));
    let (zero, fzero) = (o.int(0, Repr::Int), o.float(0.0));
    o.jump(header);
    o.switch_to(header);
    let i = o.phi(Repr::Int, TypeMask::INT);
    let s = o.phi(Repr::Int, TypeMask::INT);
    let f = o.phi(Repr::Float, TypeMask::FLOAT);
    for (phi, value) in [(&i, zero), (&s, zero), (&f, fzero)] {
        o.add_incoming(phi, &value, entry);
    }
    let live = [i.operand(), s.operand(), f.operand(), list, n];
    let exit = o.deopt_exit(1, &live, false);
    let more = o.lt(&i.operand(), &n);
    o.branch(&more, body, done, Likely::Then);
    o.switch_to(body);
    let len = o.load(&list, &LEN);
    let seven = o.int(7, Repr::Int);
    let at = o.and_(&i.operand(), &seven);
    let inside = o.in_bounds(&at, &len);
    o.guard(&inside, exit);
    let items = o.load(&list, &ITEMS);
    let item = o.load_element(&items, &ITEM, &at);
    let item = o.expect_int(&item, exit);
    let product = o.checked_mul(&item, &i.operand(), exit);
    let s2 = o.checked_add(&s.operand(), &product, exit);
    let x = o.int_to_float(&item);
    let half = o.float(0.5);
    let x = o.fmul(&x, &half);
    let f2 = o.fadd(&f.operand(), &x);
    let one = o.int(1, Repr::Int);
    let i2 = o.checked_add(&i.operand(), &one, exit);
    o.add_incoming(&i, &i2, body_end(o));
    o.add_incoming(&s, &s2, body_end(o));
    o.add_incoming(&f, &f2, body_end(o));
    o.jump(header);
    o.switch_to(done);
    let back = o.float_to_int(&f.operand(), exit);
    let r = o.add(&s.operand(), &back);
    o.ret(&r);
}

fn body_end(o: &Output) -> crate::output::Block {
    o.current_block()
}

/// Prints speeds and listings: `cargo test --release -p jit speeds -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn speeds() {
    set_exit_hook(note_exit);
    let items = [1i64, 2, 3, 4, 5, 6, 7, 8].map(|i| box_int(i).expect("small"));
    let list = [0, 0, 8, items.as_ptr() as u64];
    for tier in [Tier::Light, Tier::Optimising] {
        let code = compile(tier, &[ADDRESS, Repr::Int], Repr::I64, summing_loop);
        let n = 10_000_000;
        let start = std::time::Instant::now();
        let result = entry2(&code)(list.as_ptr() as u64, n);
        let per = start.elapsed().as_secs_f64() * 1e9 / n as f64;
        println!("{tier:?}: {per:.2} ns an iteration, {result}");
        println!("{}", disassemble(&code, &HashMap::new()));
    }
}

/// Prints costs: `cargo test --release -p jit costs -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn costs() {
    for nodes in [1, 20, 200, 1000] {
        for deopt in [false, true] {
            for tier in ALL_TIERS {
                let mut compiler = Compiler::new();
                compiler.verify = false;
                let mut best: Option<(Duration, Timing, usize, usize)> = None;
                for _ in 0..5 {
                    let start = std::time::Instant::now();
                    let context = Context::create();
                    let unit = chain(&context, nodes, deopt);
                    let build = start.elapsed();
                    let size = unit.size();
                    let code = compiler.compile(unit, tier).expect("compiles");
                    if best.is_none_or(|(b, t, ..)| build + code.timing.total() < b + t.total()) {
                        best = Some((build, code.timing, code.code_len, size));
                    }
                }
                let (build, timing, bytes, size) = best.expect("ran");
                let per = |d: Duration| d.as_secs_f64() * 1e6 / nodes as f64;
                println!(
                    "{nodes:5} nodes deopt={deopt:5} {tier:10?}: build {:6.1} passes {:6.1} codegen {:6.1} link {:5.1} µs/node, {:4} bytes/node, {:3} values/node",
                    per(build),
                    per(timing.passes),
                    per(timing.codegen),
                    per(timing.link),
                    bytes / nodes,
                    size / nodes,
                );
            }
        }
    }
}

#[test]
fn passes_that_the_light_tier_leaves_out_are_known_by_name() {
    let context = Context::create();
    let module = context.create_module("empty");
    let mut compiler = Compiler::new();
    assert_eq!(pipeline::unknown_pass(compiler.pipeline(&module)), None);
}
