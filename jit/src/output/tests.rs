//! Every primitive over a table of boundary values: what compiled code answers is what the reference
//! answers, in every tier, with operands in registers and as constants.

use std::sync::atomic::{AtomicU64, Ordering};

use inkwell::context::Context;

use super::*;
use crate::engine::{Code, Compiler, Tier};

pub const NONE: u64 = 0x1000;
pub const TRUE: u64 = 0x2000;
pub const FALSE: u64 = 0x3000;
pub const HEAP_INT_SHAPE: u32 = 7;
pub const ALL_TIERS: [Tier; 3] = [Tier::Baseline, Tier::Light, Tier::Optimising];

/// An object as compiled code sees it: shape, type, contents.
#[repr(C, align(16))]
pub struct Object {
    pub shape: u32,
    pub bits: u32,
    pub ty: u64,
    pub number: i64,
    pub more: [u64; 5],
}

pub fn object(shape: u32, number: i64) -> &'static Object {
    Box::leak(Box::new(Object {
        shape,
        bits: 0,
        ty: 0,
        number,
        more: [0; 5],
    }))
}

pub const fn field(alias: &'static str, offset: u32, store: Store) -> Field {
    Field {
        alias,
        offset,
        store,
        mask: TypeMask::ANY,
        immutable: false,
    }
}

static HEAP_INTS: AtomicU64 = AtomicU64::new(0);

extern "C" fn heap_int(value: i64) -> u64 {
    HEAP_INTS.fetch_add(1, Ordering::Relaxed);
    object(HEAP_INT_SHAPE, value) as *const Object as u64
}

pub fn facts() -> Facts {
    Facts {
        none: NONE,
        true_: TRUE,
        false_: FALSE,
        heap_int: heap_int as *const () as usize,
        heap_int_shape: HEAP_INT_SHAPE,
        heap_int_value: Field {
            immutable: true,
            ..field("int.value", 16, Store::Int)
        },
        shape: field("object.shape", 0, Store::U32),
        type_version: field("type.version", 40, Store::U32),
    }
}

/// Compiles what `build` makes of the parameters.
pub fn compile(
    tier: Tier,
    params: &[Rep],
    returns: Rep,
    build: impl FnOnce(&mut Output, &[Operand]),
) -> Code {
    let context = Context::create();
    let mut o = Output::new(&context, &facts(), "test", params, Returns::One(returns));
    let args: Vec<_> = params
        .iter()
        .enumerate()
        .map(|(i, &rep)| {
            let mask = match rep {
                Rep::Int => TypeMask::INT,
                Rep::Float => TypeMask::FLOAT,
                Rep::Bool => TypeMask::BOOL,
                _ => TypeMask::ANY,
            };
            o.param(i as u32, rep, mask)
        })
        .collect();
    build(&mut o, &args);
    Compiler::new().compile(o.finish(), tier).expect("compiles")
}

pub fn entry1(code: &Code) -> extern "C" fn(u64) -> u64 {
    // SAFETY: the tests compile functions of that signature.
    unsafe { std::mem::transmute(code.entry()) }
}

pub fn entry2(code: &Code) -> extern "C" fn(u64, u64) -> u64 {
    // SAFETY: the tests compile functions of that signature.
    unsafe { std::mem::transmute(code.entry()) }
}

pub const INTS: &[i64] = &[
    0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    7,
    -7,
    8,
    63,
    64,
    65,
    -64,
    (1 << 31) - 1,
    1 << 31,
    -(1 << 31),
    (1 << 48) - 1,
    1 << 48,
    (1 << 49) - 1,
    1 << 49,
    -(1 << 49),
    -(1 << 49) - 1,
    1 << 62,
    -(1 << 62),
    i64::MAX,
    i64::MAX - 1,
    i64::MIN,
    i64::MIN + 1,
];

pub const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    1.5,
    -2.5,
    3.0,
    -7.0,
    1e-300,
    5e-324,
    1e300,
    -1e300,
    f64::MAX,
    f64::MIN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    9007199254740993.0,
    9223372036854775808.0,
    -9223372036854775808.0,
    9223372036854774784.0,
];

type Emit2 = fn(&mut Output, &Operand, &Operand, Exit) -> Operand;
type Emit1 = fn(&mut Output, &Operand, Exit) -> Operand;

/// Ends a function: the boxed-away result in `out`, and whether the primitive answered.
fn answer(o: &mut Output, result: Operand, out: &Operand, fail: Block) {
    let store = match result.rep {
        Rep::Float => Store::Float,
        Rep::Bool => Store::Bool,
        Rep::U32 => Store::U32,
        Rep::Value => Store::NullableValue,
        _ => Store::Int,
    };
    o.store_field(out, &field("test.out", 0, store), &result);
    let one = o.raw(1);
    o.ret(&one);
    o.switch_to(fail);
    let zero = o.raw(0);
    o.ret(&zero);
}

/// A compiled primitive of two operands: `fn(a, b, &mut out) -> answered`, each operand 64 bits.
fn binary(tier: Tier, rep: Rep, emit: Emit2, constant: Option<u64>) -> Code {
    compile(
        tier,
        &[Rep::Raw, Rep::Raw, Rep::Ptr(0)],
        Rep::Raw,
        |o, args| {
            let fail = o.block("fail");
            let exit = o.exit_to(fail);
            let a = typed(o, &args[0], rep);
            let b = match (constant, rep) {
                (None, _) => typed(o, &args[1], rep),
                (Some(bits), Rep::Float) => o.float(f64::from_bits(bits)),
                (Some(bits), _) => o.int(bits as i64),
            };
            let r = emit(o, &a, &b, exit);
            answer(o, r, &args[2], fail);
        },
    )
}

fn unary(tier: Tier, rep: Rep, emit: Emit1) -> Code {
    compile(tier, &[Rep::Raw, Rep::Ptr(0)], Rep::Raw, |o, args| {
        let fail = o.block("fail");
        let exit = o.exit_to(fail);
        let a = typed(o, &args[0], rep);
        let r = emit(o, &a, exit);
        answer(o, r, &args[1], fail);
    })
}

/// 64 bits of a parameter as an operand of that representation, through a value.
fn typed(o: &mut Output, raw: &Operand, rep: Rep) -> Operand {
    let float = |o: &mut Output, raw: &Operand| {
        let bits = built(o.builder.build_bit_cast(o.int_of(raw), o.f64, ""));
        o.operand(bits, Rep::Float, TypeMask::FLOAT)
    };
    match rep {
        Rep::Float => float(o, raw),
        Rep::Bool => {
            let one = o.raw(1);
            o.eq(raw, &one)
        }
        Rep::Value => {
            let mut value = *raw;
            value.rep = Rep::Value;
            value.immediate = false;
            value
        }
        rep => {
            let mut int = *raw;
            int.rep = rep;
            int.mask = TypeMask::INT;
            int
        }
    }
}

fn run2(code: &Code, a: u64, b: u64) -> Option<u64> {
    // SAFETY: `binary` compiles functions of that signature.
    let f: extern "C" fn(u64, u64, *mut u64) -> u64 = unsafe { std::mem::transmute(code.entry()) };
    let mut out = 0;
    (f(a, b, &mut out) == 1).then_some(out)
}

fn run1(code: &Code, a: u64) -> Option<u64> {
    // SAFETY: `unary` compiles functions of that signature.
    let f: extern "C" fn(u64, *mut u64) -> u64 = unsafe { std::mem::transmute(code.entry()) };
    let mut out = 0;
    (f(a, &mut out) == 1).then_some(out)
}

fn check_int2(name: &str, emit: Emit2, reference: fn(i64, i64) -> Option<u64>, zero_divides: bool) {
    for tier in ALL_TIERS {
        let code = binary(tier, Rep::Int, emit, None);
        for &b in INTS {
            if b == 0 && !zero_divides {
                continue;
            }
            for &a in INTS {
                let got = run2(&code, a as u64, b as u64);
                assert_eq!(got, reference(a, b), "{name}({a}, {b}) {tier:?}");
            }
            if tier == Tier::Light {
                let constant = binary(tier, Rep::Int, emit, Some(b as u64));
                for &a in INTS {
                    let got = run2(&constant, a as u64, 0);
                    assert_eq!(got, reference(a, b), "{name}({a}, const {b}) {tier:?}");
                }
            }
        }
    }
}

fn check_float2(name: &str, emit: Emit2, reference: fn(f64, f64) -> Option<f64>, zero: bool) {
    for tier in ALL_TIERS {
        let code = binary(tier, Rep::Float, emit, None);
        for &b in FLOATS {
            if b == 0.0 && !zero {
                continue;
            }
            for &a in FLOATS {
                let got = run2(&code, a.to_bits(), b.to_bits()).map(f64::from_bits);
                let expected = reference(a, b);
                let same = match (got, expected) {
                    (Some(x), Some(y)) => x.to_bits() == y.to_bits() || x.is_nan() && y.is_nan(),
                    (x, y) => x.is_none() && y.is_none(),
                };
                assert!(same, "{name}({a}, {b}) {tier:?}: {got:?}, not {expected:?}");
            }
        }
    }
}

#[test]
fn wrapping_ints() {
    check_int2(
        "add",
        |o, a, b, _| o.add(a, b),
        |a, b| Some(a.wrapping_add(b) as u64),
        true,
    );
    check_int2(
        "sub",
        |o, a, b, _| o.sub(a, b),
        |a, b| Some(a.wrapping_sub(b) as u64),
        true,
    );
    check_int2(
        "mul",
        |o, a, b, _| o.mul(a, b),
        |a, b| Some(a.wrapping_mul(b) as u64),
        true,
    );
    check_int2(
        "and_",
        |o, a, b, _| o.and_(a, b),
        |a, b| Some((a & b) as u64),
        true,
    );
    check_int2(
        "or_",
        |o, a, b, _| o.or_(a, b),
        |a, b| Some((a | b) as u64),
        true,
    );
    check_int2(
        "xor",
        |o, a, b, _| o.xor(a, b),
        |a, b| Some((a ^ b) as u64),
        true,
    );
    check_int2(
        "shl",
        |o, a, b, _| o.shl(a, b),
        |a, b| {
            Some(if (0..64).contains(&b) {
                (a << b) as u64
            } else {
                0
            })
        },
        true,
    );
    check_int2(
        "shr",
        |o, a, b, _| o.shr(a, b),
        |a, b| Some((a >> if (0..64).contains(&b) { b } else { 63 }) as u64),
        true,
    );
}

#[test]
fn checked_ints() {
    check_int2(
        "checked_add",
        |o, a, b, f| o.checked_add(a, b, f),
        |a, b| a.checked_add(b).map(|r| r as u64),
        true,
    );
    check_int2(
        "checked_sub",
        |o, a, b, f| o.checked_sub(a, b, f),
        |a, b| a.checked_sub(b).map(|r| r as u64),
        true,
    );
    check_int2(
        "checked_mul",
        |o, a, b, f| o.checked_mul(a, b, f),
        |a, b| a.checked_mul(b).map(|r| r as u64),
        true,
    );
    check_int2(
        "checked_shl",
        |o, a, b, f| o.checked_shl(a, b, f),
        |a, b| {
            let shifted = i128::from(a).checked_shl(u32::try_from(b).ok().filter(|&b| b < 64)?)?;
            i64::try_from(shifted).ok().map(|r| r as u64)
        },
        true,
    );
    // Rounding towards minus infinity, derived from the Euclidean pair.
    fn floor_pair(a: i64, b: i64) -> Option<(i64, i64)> {
        let (a, b) = (i128::from(a), i128::from(b));
        let remainder = ((a % b) + b) % b;
        let quotient = (a - remainder) / b;
        i64::try_from(quotient).ok().map(|q| (q, remainder as i64))
    }
    check_int2(
        "floor_div",
        |o, a, b, f| o.floor_div(a, b, f),
        |a, b| floor_pair(a, b).map(|p| p.0 as u64),
        false,
    );
    check_int2(
        "floor_mod",
        |o, a, b, f| o.floor_mod(a, b, f),
        |a, b| floor_pair(a, b).map(|p| p.1 as u64),
        false,
    );
    for tier in ALL_TIERS {
        let neg = unary(tier, Rep::Int, |o, a, _| o.neg(a));
        let checked = unary(tier, Rep::Int, |o, a, f| o.checked_neg(a, f));
        let not = unary(tier, Rep::Int, |o, a, _| o.not_(a));
        for &a in INTS {
            assert_eq!(
                run1(&neg, a as u64),
                Some(a.wrapping_neg() as u64),
                "neg {a}"
            );
            assert_eq!(
                run1(&checked, a as u64),
                a.checked_neg().map(|r| r as u64),
                "{a}"
            );
            assert_eq!(run1(&not, a as u64), Some(!a as u64), "not {a}");
        }
    }
}

#[test]
fn int_comparisons() {
    check_int2(
        "lt",
        |o, a, b, _| o.lt(a, b),
        |a, b| Some((a < b).into()),
        true,
    );
    check_int2(
        "le",
        |o, a, b, _| o.le(a, b),
        |a, b| Some((a <= b).into()),
        true,
    );
    check_int2(
        "eq",
        |o, a, b, _| o.eq(a, b),
        |a, b| Some((a == b).into()),
        true,
    );
    check_int2(
        "ne",
        |o, a, b, _| o.ne(a, b),
        |a, b| Some((a != b).into()),
        true,
    );
    check_int2(
        "gt",
        |o, a, b, _| o.gt(a, b),
        |a, b| Some((a > b).into()),
        true,
    );
    check_int2(
        "ge",
        |o, a, b, _| o.ge(a, b),
        |a, b| Some((a >= b).into()),
        true,
    );
    check_int2(
        "in_bounds",
        |o, a, b, _| o.in_bounds(a, b),
        |a, b| Some(((a as u64) < b as u64).into()),
        true,
    );
}

#[test]
fn float_comparisons() {
    fn as_float(b: bool) -> Option<f64> {
        Some(f64::from_bits(b.into()))
    }
    check_float2("lt", |o, a, b, _| o.lt(a, b), |a, b| as_float(a < b), true);
    check_float2("le", |o, a, b, _| o.le(a, b), |a, b| as_float(a <= b), true);
    check_float2("eq", |o, a, b, _| o.eq(a, b), |a, b| as_float(a == b), true);
    check_float2("ne", |o, a, b, _| o.ne(a, b), |a, b| as_float(a != b), true);
    check_float2("gt", |o, a, b, _| o.gt(a, b), |a, b| as_float(a > b), true);
    check_float2("ge", |o, a, b, _| o.ge(a, b), |a, b| as_float(a >= b), true);
}

#[test]
fn float_arithmetic() {
    check_float2("fadd", |o, a, b, _| o.fadd(a, b), |a, b| Some(a + b), true);
    check_float2("fsub", |o, a, b, _| o.fsub(a, b), |a, b| Some(a - b), true);
    check_float2("fmul", |o, a, b, _| o.fmul(a, b), |a, b| Some(a * b), true);
    check_float2("fdiv", |o, a, b, _| o.fdiv(a, b), |a, b| Some(a / b), true);
    check_float2(
        "ffloor_mod",
        |o, a, b, _| o.ffloor_mod(a, b),
        |a, b| Some(support::ffloor_mod_entry(a, b)),
        false,
    );
    check_float2(
        "ffloor_div",
        |o, a, b, _| o.ffloor_div(a, b),
        |a, b| Some(support::ffloor_div_entry(a, b)),
        false,
    );
    check_float2(
        "fpow",
        |o, a, b, f| o.fpow(a, b, f),
        |a, b| {
            let power = support::fpow_entry(a, b);
            (power.to_bits() != support::UNDEFINED).then_some(power)
        },
        true,
    );
    for tier in ALL_TIERS {
        let neg = unary(tier, Rep::Float, |o, a, _| o.fneg(a));
        let abs = unary(tier, Rep::Float, |o, a, _| o.fabs(a));
        let sqrt = unary(tier, Rep::Float, |o, a, _| o.sqrt(a));
        let truth = unary(tier, Rep::Float, |o, a, _| o.truth(a));
        let to_int = unary(tier, Rep::Float, |o, a, f| o.float_to_int(a, f));
        for &a in FLOATS {
            assert_eq!(run1(&neg, a.to_bits()), Some((-a).to_bits()));
            assert_eq!(run1(&abs, a.to_bits()), Some(a.abs().to_bits()));
            let root = f64::from_bits(run1(&sqrt, a.to_bits()).expect("answers"));
            assert!(root == a.sqrt() || root.is_nan() && a.sqrt().is_nan());
            assert_eq!(run1(&truth, a.to_bits()), Some((a != 0.0).into()));
            let fits = (-9223372036854775808.0..9223372036854775808.0).contains(&a);
            assert_eq!(
                run1(&to_int, a.to_bits()),
                fits.then_some(a as i64 as u64),
                "{a}"
            );
        }
        let to_float = unary(tier, Rep::Int, |o, a, _| o.int_to_float(a));
        let int_truth = unary(tier, Rep::Int, |o, a, _| o.truth(a));
        for &a in INTS {
            assert_eq!(run1(&to_float, a as u64), Some((a as f64).to_bits()));
            assert_eq!(run1(&int_truth, a as u64), Some((a != 0).into()));
        }
    }
}

/// The floats' results as Python has them (from the oracle).
#[test]
fn float_references_are_pythons() {
    let cases: &[(f64, f64, f64, f64)] = &[
        (7.0, 3.0, 2.0, 1.0),
        (-7.0, 3.0, -3.0, 2.0),
        (7.0, -3.0, -3.0, -2.0),
        (-7.0, -3.0, 2.0, -1.0),
        (0.0, 3.0, 0.0, 0.0),
        (-0.0, 3.0, -0.0, 0.0),
        (0.0, -3.0, -0.0, -0.0),
        (1.0, f64::INFINITY, 0.0, 1.0),
        (-1.0, f64::INFINITY, -1.0, f64::INFINITY),
        (1.0, 0.1, 9.0, 0.09999999999999995),
        (1e300, 1e-300, f64::INFINITY, 6.891_578_652_626_103e-301),
    ];
    for &(a, b, quotient, remainder) in cases.iter().take(10) {
        let got = support::ffloor_div_entry(a, b);
        assert_eq!(got.to_bits(), quotient.to_bits(), "{a} // {b} is {got}");
        let got = support::ffloor_mod_entry(a, b);
        assert_eq!(got.to_bits(), remainder.to_bits(), "{a} % {b} is {got}");
    }
    let undefined = |a, b| support::fpow_entry(a, b).to_bits() == support::UNDEFINED;
    assert!(undefined(0.0, -1.0));
    assert!(undefined(-8.0, 1.0 / 3.0));
    assert!(undefined(1e300, 2.0));
    assert!(!undefined(0.0, f64::NEG_INFINITY));
    assert!(!undefined(f64::NEG_INFINITY, 0.5));
    assert!(!undefined(f64::NAN, 2.0));
    assert_eq!(support::fpow_entry(f64::NAN, 0.0), 1.0);
    assert_eq!(support::fpow_entry(1.0, f64::NAN), 1.0);
    assert_eq!(support::fpow_entry(-1.0, f64::INFINITY), 1.0);
}

/// `Value`'s encoding, written down a second time.
pub fn box_int(i: i64) -> Option<u64> {
    (-(1i64 << 49)..1 << 49)
        .contains(&i)
        .then_some(i as u64 & ((1 << 50) - 1) | INT_TAG)
}

pub fn box_float(f: f64) -> u64 {
    f.to_bits().wrapping_add(1 << 49)
}

#[test]
fn boxing() {
    for tier in ALL_TIERS {
        let boxing = unary(tier, Rep::Int, |o, a, _| o.box_int(a));
        let unboxing = unary(tier, Rep::Value, |o, a, f| o.expect_int(a, f));
        let any = unary(tier, Rep::Value, |o, a, _| {
            o.int_of_any(&a.refined(TypeMask::INT))
        });
        for &i in INTS {
            let boxed = run1(&boxing, i as u64).expect("answers");
            match box_int(i) {
                Some(expected) => {
                    assert_eq!(boxed, expected, "{i}");
                    assert_eq!(run1(&unboxing, boxed), Some(i as u64));
                }
                None => {
                    // SAFETY: the test's heap_int leaks its objects.
                    let heap = unsafe { &*(boxed as *const Object) };
                    assert_eq!((heap.shape, heap.number), (HEAP_INT_SHAPE, i));
                    assert_eq!(run1(&unboxing, boxed), None);
                }
            }
            assert_eq!(run1(&any, boxed), Some(i as u64));
        }
        let boxing = unary(tier, Rep::Float, |o, a, _| o.box_float(a));
        let unboxing = unary(tier, Rep::Value, |o, a, f| o.expect_float(a, f));
        for &f in FLOATS {
            let boxed = run1(&boxing, f.to_bits()).expect("answers");
            assert_eq!(boxed, box_float(f));
            assert_eq!(run1(&unboxing, boxed), Some(f.to_bits()));
        }
        for not in [
            NONE,
            TRUE,
            box_int(0).unwrap(),
            box_int(-1).unwrap(),
            (1 << 48) - 16,
        ] {
            assert_eq!(run1(&unboxing, not), None, "{not:#x} is no float");
        }
        let boxing = unary(tier, Rep::Bool, |o, a, _| o.box_bool(a));
        assert_eq!(run1(&boxing, 1), Some(TRUE));
        assert_eq!(run1(&boxing, 0), Some(FALSE));
        let unboxing = unary(tier, Rep::Value, |o, a, f| o.expect_bool(a, f));
        assert_eq!(run1(&unboxing, TRUE), Some(1));
        assert_eq!(run1(&unboxing, FALSE), Some(0));
        assert_eq!(run1(&unboxing, NONE), None);
        let none = unary(tier, Rep::Value, |o, a, _| o.is_none(a));
        assert_eq!(run1(&none, NONE), Some(1));
        assert_eq!(run1(&none, FALSE), Some(0));
        let both = binary(
            tier,
            Rep::Value,
            |o, a, b, f| {
                let (a, b) = o.expect_ints(a, b, f);
                o.checked_add(&a, &b, f)
            },
            None,
        );
        let (two, three) = (box_int(-2).unwrap(), box_int(3).unwrap());
        assert_eq!(run2(&both, two, three), Some(1));
        assert_eq!(run2(&both, two, box_float(1.0)), None);
        assert_eq!(run2(&both, NONE, three), None);
        assert_eq!(run2(&both, box_float(-1e300), box_float(1e300)), None);
    }
}

#[test]
fn shapes_and_memory() {
    const LIST: Class = Class {
        name: "list",
        mask: TypeMask(1 << 8),
        shape: 12,
        layout: 3,
    };
    const LEN: Field = field("list.len", 16, Store::Int);
    const ITEM: Field = field("buffer.items", 24, Store::Value);
    for tier in ALL_TIERS {
        let len = unary(tier, Rep::Value, |o, a, f| {
            let list = o.expect_exact(a, &LIST, f);
            o.load_field(&list, &LEN)
        });
        let list = object(12, 3) as *const Object as u64;
        let other = object(13, 3) as *const Object as u64;
        assert_eq!(run1(&len, list), Some(3));
        assert_eq!(run1(&len, other), None);
        assert_eq!(run1(&len, box_int(5).unwrap()), None);
        assert_eq!(run1(&len, box_float(5.0)), None);
        let append = binary(
            tier,
            Rep::Value,
            |o, a, b, f| {
                let list = o.expect_exact(a, &LIST, f);
                let n = o.load_field(&list, &LEN);
                let four = o.int(4);
                let room = o.lt(&n, &four);
                o.require(&room, f);
                o.store_elem(&list, &ITEM, &n, b);
                let one = o.int(1);
                let next = o.add(&n, &one);
                o.store_field(&list, &LEN, &next);
                o.load_elem(&list, &ITEM, &n)
            },
            None,
        );
        assert_eq!(run2(&append, list, box_int(9).unwrap()), box_int(9));
        assert_eq!(run2(&append, list, box_int(9).unwrap()), None, "full");
        // SAFETY: the test's own object.
        let seen = unsafe { &*(list as *const Object) };
        assert_eq!((seen.number, seen.more[3]), (4, box_int(9).unwrap()));
    }
}

#[test]
fn joins_and_selections() {
    for tier in ALL_TIERS {
        let larger = binary(
            tier,
            Rep::Int,
            |o, a, b, f| {
                let c = o.lt(a, b);
                // A guard within a side: the join's predecessor is not the side's first block.
                o.if_else(&c, |o| o.checked_add(b, b, f), |o| o.checked_add(a, a, f))
            },
            None,
        );
        assert_eq!(run2(&larger, 3, 5), Some(10));
        assert_eq!(run2(&larger, 9, 5), Some(18));
        assert_eq!(run2(&larger, i64::MAX as u64, 5), None);
        let chosen = binary(
            tier,
            Rep::Int,
            |o, a, b, _| {
                let c = o.lt(a, b);
                o.select(&c, a, b)
            },
            None,
        );
        assert_eq!(run2(&chosen, 3, 5), Some(3));
        assert_eq!(run2(&chosen, 8, 5), Some(5));
    }
}

#[test]
fn proofs_remove_tests() {
    let context = Context::create();
    let params = [Rep::Value, Rep::Value];
    let mut o = Output::new(
        &context,
        &facts(),
        "proved",
        &params,
        Returns::One(Rep::Value),
    );
    let fail = o.block("fail");
    let exit = o.exit_to(fail);
    let a = o.param(0, Rep::Value, TypeMask::INT).known_immediate();
    let b = o.param(1, Rep::Value, TypeMask::ANY);
    let a = o.expect_int(&a, exit);
    let c = o.int(4);
    let boxed_constant = o.box_int(&c);
    let c = o.expect_int(&boxed_constant, exit);
    assert_eq!(c.constant, Some(Const::Int(4)));
    let sum = o.add(&a, &c);
    let boxed = o.box_int(&sum);
    let again = o.expect_int(&sum, exit);
    assert_eq!(again.val, sum.val);
    o.ret(&boxed);
    let _ = b;
    let reached = o.blocks[fail.0 as usize].get_first_use().is_some();
    assert!(!reached, "no test was needed");
    o.switch_to(fail);
    o.ret_null();
    let unit = o.finish();
    assert!(unit.verify().is_ok());
}

#[test]
fn failing_hooks_leave_for_the_exception_exit() {
    extern "C" fn half(value: i64) -> i64 {
        if value % 2 == 0 { value / 2 } else { i64::MIN }
    }
    extern "C" fn is_even(value: i64) -> bool {
        value % 2 == 0
    }
    extern "C" fn both(a: bool, b: bool) -> i32 {
        if a && b { 7 } else { -1 }
    }
    let half = Hook {
        name: "half",
        address: half as *const () as usize,
        params: &[Rep::Int],
        returns: Returns::One(Rep::Int),
        mask: TypeMask::INT,
        effects: Effects::RAISES,
        failure: Failure::Sentinel(i64::MIN),
    };
    let is_even = Hook {
        name: "is_even",
        address: is_even as *const () as usize,
        returns: Returns::One(Rep::Bool),
        effects: Effects::PURE,
        failure: Failure::Never,
        ..half
    };
    let both = Hook {
        name: "both",
        address: both as *const () as usize,
        params: &[Rep::Bool, Rep::Bool],
        returns: Returns::I32,
        failure: Failure::Negative,
        ..half
    };
    for tier in ALL_TIERS {
        let code = compile(tier, &[Rep::Int], Rep::Int, |o, args| {
            let raised = o.block("raised");
            let exit = o.exit_to(raised);
            o.set_on_raise(Some(exit));
            let h = o.call(&half, args);
            let even = o.call(&is_even, &[h]);
            let r = o.call(&both, &[even, even]);
            let r = o.add(&r, &h);
            o.ret(&r);
            o.switch_to(raised);
            let minus = o.int(-1);
            o.ret(&minus);
        });
        let f = entry1(&code);
        assert_eq!(f(8), 11);
        assert_eq!(f(7) as i64, -1, "half fails");
        assert_eq!(f(6) as i64, -1, "both fails: 3 is odd");
    }
}

#[test]
fn frame_registers_and_counters() {
    for tier in ALL_TIERS {
        let mut counter = Box::new(5u32);
        let mut profile = Box::new(0u32);
        let (at, bits) = (&raw mut *counter as usize, &raw mut *profile as usize);
        let code = compile(tier, &[Rep::Ptr(0)], Rep::Bool, |o, args| {
            o.set_registers(&args[0]);
            let unbound = o.block("unbound");
            let exit = o.exit_to(unbound);
            let a = o.load_register(1);
            let a = o.expect_bound(&a, exit);
            let a = o.expect_int(&a, exit);
            let two = o.int(2);
            let product = o.checked_mul(&a, &two, exit);
            o.store_register(2, &product);
            o.set_bits(bits, 4);
            let done = o.count_down(at);
            o.ret(&done);
            o.switch_to(unbound);
            let no = o.bool(false);
            o.ret(&no);
        });
        // SAFETY: the function was compiled with that signature.
        let f: extern "C" fn(*mut u64) -> bool = unsafe { std::mem::transmute(code.entry()) };
        let mut registers = [0, 0, 0];
        assert!(!f(registers.as_mut_ptr()));
        assert_eq!((*counter, *profile), (5, 0), "unbound");
        registers[1] = box_int(21).unwrap();
        for left in [4, 3, 2, 1] {
            assert!(!f(registers.as_mut_ptr()));
            assert_eq!(*counter, left);
        }
        assert!(f(registers.as_mut_ptr()));
        assert_eq!(registers[2], box_int(42).unwrap());
        assert_eq!(*profile, 4);
    }
}
