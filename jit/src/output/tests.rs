//! Every primitive over a table of boundary values: what compiled code answers is what the
//! interpreter's twin answers, in every tier, with operands in registers and as constants.

use std::cell::Cell;

use inkwell::context::Context;
use runtime::ops::RustPrims;
use runtime::prims::Prims as Twin;

use super::*;
use crate::emit::{CellField, Prims};
use crate::engine::{Code, Compiler, Tier};

pub const NONE: u64 = 0x1000;
pub const TRUE: u64 = 0x2000;
pub const FALSE: u64 = 0x3000;
pub const ALL_TIERS: [Tier; 3] = [Tier::Baseline, Tier::Light, Tier::Optimising];

/// An object as compiled code sees it: shape, type, contents.
#[repr(C, align(16))]
pub struct Object {
    pub shape: u32,
    pub bits: u32,
    pub ty: u64,
    pub number: Cell<i64>,
    pub more: [Cell<u64>; 5],
}

pub fn object(shape: u32, number: i64) -> &'static Object {
    let number = Cell::new(number);
    Box::leak(Box::new(Object {
        shape,
        bits: 0,
        ty: 0x77,
        number,
        more: Default::default(),
    }))
}

fn bits(object: &Object) -> u64 {
    object as *const Object as u64
}

/// A field that no row has, in a heap of its own kind.
pub const fn field(name: &'static str, heap: usize, offset: u32, store: Store) -> FieldInfo {
    FieldInfo {
        name,
        layout: LayoutId::Object,
        offset,
        size: 8,
        store,
        is_const: false,
        is_tail: false,
        heap,
    }
}

extern "C" fn heap_int(number: i64) -> u64 {
    bits(object(LayoutId::HeapInt.shape(), number))
}

pub fn facts() -> Facts {
    Facts {
        none: NONE,
        true_: TRUE,
        false_: FALSE,
        number_types: [0x7000, 0x8000],
        heap_int: heap_int as *const () as usize,
        intern: |_| 0,
    }
}

pub const PURE: Effects = Effects {
    reads: 0,
    writes: 0,
    raises: false,
    calls: false,
    allocates: false,
};
pub const ALL: Effects = Effects {
    reads: u64::MAX,
    writes: u64::MAX,
    raises: true,
    calls: true,
    allocates: true,
};

/// Compiles what `build` makes of the parameters.
pub fn compile(
    tier: Tier,
    params: &[Repr],
    result: Repr,
    build: impl FnOnce(&mut Output, &[Operand]),
) -> Code {
    let context = Context::create();
    let signature = Signature {
        params,
        result,
        raises: false,
    };
    let mut o = Output::new(&context, &facts(), "test", &signature);
    let args: Vec<_> = params
        .iter()
        .enumerate()
        .map(|(i, &repr)| {
            let mask = match repr {
                Repr::Int => TypeMask::INT,
                Repr::Float => TypeMask::FLOAT,
                Repr::Bool => TypeMask::BOOL,
                _ => TypeMask::ANY,
            };
            o.param(i as u32, repr, mask)
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

const TAGGED: &[i64] = &[
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
    13,
    48,
    49,
    50,
    63,
    64,
    -64,
    (1 << 24) + 1,
    (1 << 31) - 1,
    1 << 31,
    -(1 << 31),
    (1 << 48) - 1,
    1 << 48,
    -(1 << 48),
    (1 << 49) - 2,
    (1 << 49) - 1,
    -(1 << 49) + 1,
    -(1 << 49),
];

const WIDE: &[i64] = &[
    0,
    1,
    -1,
    5,
    63,
    64,
    65,
    -64,
    1 << 31,
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

const FLOATS: &[f64] = &[
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
    562949953421311.0,
    562949953421311.5,
    562949953421312.0,
    -562949953421312.0,
    -562949953421312.5,
    -562949953421313.0,
    9007199254740993.0,
    9223372036854775808.0,
    -9223372036854775808.0,
];

type Emit2 = fn(&mut Output, &Operand, &Operand, Exit) -> Operand;
type Emit1 = fn(&mut Output, &Operand, Exit) -> Operand;

/// Ends a function: the result in `out`, and whether the primitive answered.
fn answer(o: &mut Output, result: Operand, out: &Operand, fail: Block) {
    let store = match result.repr {
        Repr::Float => Store::F64,
        Repr::Bool => Store::Bool,
        Repr::U32 => Store::U32,
        Repr::Value | Repr::OptValue => Store::OptValue,
        Repr::Ptr(l) | Repr::OptPtr(l) => Store::OptRef(l),
        _ => Store::I64,
    };
    o.store(out, &field("test.out", 1, 0, store), &result);
    let one = o.int(1, Repr::I64);
    o.ret(&one);
    o.switch_to(fail);
    let zero = o.int(0, Repr::I64);
    o.ret(&zero);
}

/// A compiled primitive of two operands: `fn(a, b, &mut out) -> answered`, each operand 64 bits.
fn binary(tier: Tier, reprs: (Repr, Repr), emit: Emit2, constant: Option<u64>) -> Code {
    compile(
        tier,
        &[Repr::I64, Repr::I64, ADDRESS],
        Repr::I64,
        |o, args| {
            let fail = o.block("fail");
            let exit = o.exit_to(fail);
            let a = typed(o, &args[0], reprs.0);
            let b = match (constant, reprs.1) {
                (None, repr) => typed(o, &args[1], repr),
                (Some(bits), Repr::Float) => o.float(f64::from_bits(bits)),
                (Some(bits), repr) => o.int(bits as i64, repr),
            };
            let r = emit(o, &a, &b, exit);
            answer(o, r, &args[2], fail);
        },
    )
}

fn unary(tier: Tier, repr: Repr, emit: Emit1) -> Code {
    compile(tier, &[Repr::I64, ADDRESS], Repr::I64, |o, args| {
        let fail = o.block("fail");
        let exit = o.exit_to(fail);
        let a = typed(o, &args[0], repr);
        let r = emit(o, &a, exit);
        answer(o, r, &args[1], fail);
    })
}

/// 64 bits of a parameter as an operand of that representation.
fn typed(o: &mut Output, raw: &Operand, repr: Repr) -> Operand {
    match repr {
        Repr::Float => {
            let bits = built(o.builder.build_bit_cast(o.int_of(raw), o.f64, ""));
            o.operand(bits, Repr::Float, TypeMask::FLOAT)
        }
        Repr::Bool => {
            let one = o.int(1, Repr::I64);
            o.eq(raw, &one)
        }
        Repr::Value | Repr::OptValue => {
            let mut value = *raw;
            value.repr = repr;
            value.immediate = false;
            value
        }
        repr => o.convert(raw, repr),
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

fn int2(name: &str, repr: Repr, emit: Emit2, twin: fn(i64, i64) -> Option<u64>) {
    let table = if repr == Repr::Int { TAGGED } else { WIDE };
    for tier in ALL_TIERS {
        let code = binary(tier, (repr, repr), emit, None);
        for &b in table {
            for &a in table {
                let got = run2(&code, a as u64, b as u64);
                assert_eq!(got, twin(a, b), "{name}({a}, {b}) {tier:?}");
            }
        }
    }
    for &b in table {
        let constant = binary(Tier::Optimising, (repr, repr), emit, Some(b as u64));
        for &a in table {
            let got = run2(&constant, a as u64, 0);
            assert_eq!(got, twin(a, b), "{name}({a}, constant {b})");
        }
    }
}

fn int1(name: &str, repr: Repr, emit: Emit1, twin: fn(i64) -> Option<u64>) {
    for tier in ALL_TIERS {
        let code = unary(tier, repr, emit);
        for &a in if repr == Repr::Int { TAGGED } else { WIDE } {
            assert_eq!(run1(&code, a as u64), twin(a), "{name}({a}) {tier:?}");
        }
    }
}

/// Floats are the same when their bits are, or both are NaN.
fn same_float(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan(),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn float2(name: &str, emit: Emit2, twin: fn(f64, f64) -> Option<f64>) {
    for tier in ALL_TIERS {
        let code = binary(tier, (Repr::Float, Repr::Float), emit, None);
        for &b in FLOATS {
            for &a in FLOATS {
                let got = run2(&code, a.to_bits(), b.to_bits()).map(f64::from_bits);
                let expected = twin(a, b);
                let same = same_float(got, expected);
                assert!(same, "{name}({a}, {b}) {tier:?}: {got:?}, not {expected:?}");
            }
        }
    }
}

fn float_test(name: &str, emit: Emit2, twin: fn(f64, f64) -> bool) {
    for tier in ALL_TIERS {
        let code = binary(tier, (Repr::Float, Repr::Float), emit, None);
        for &b in FLOATS {
            for &a in FLOATS {
                let got = run2(&code, a.to_bits(), b.to_bits());
                assert_eq!(got, Some(twin(a, b).into()), "{name}({a}, {b}) {tier:?}");
            }
        }
    }
}

fn float1(name: &str, emit: Emit1, twin: fn(f64) -> f64) {
    for tier in ALL_TIERS {
        let code = unary(tier, Repr::Float, emit);
        for &a in FLOATS {
            let got = run1(&code, a.to_bits()).map(f64::from_bits);
            assert!(
                same_float(got, Some(twin(a))),
                "{name}({a}) {tier:?}: {got:?}"
            );
        }
    }
}

fn word(x: i64) -> Option<u64> {
    Some(x as u64)
}

fn maybe(x: Option<i64>) -> Option<u64> {
    x.map(|x| x as u64)
}

#[test]
fn machine_integers() {
    use Repr::I64;
    int2(
        "add",
        I64,
        |o, a, b, _| o.add(a, b),
        |a, b| word(Twin::add(a, b)),
    );
    int2(
        "sub",
        I64,
        |o, a, b, _| o.sub(a, b),
        |a, b| word(Twin::sub(a, b)),
    );
    int2(
        "mul",
        I64,
        |o, a, b, _| o.mul(a, b),
        |a, b| word(Twin::mul(a, b)),
    );
    int2(
        "and_",
        I64,
        |o, a, b, _| o.and_(a, b),
        |a, b| word(Twin::and_(a, b)),
    );
    int2(
        "or_",
        I64,
        |o, a, b, _| o.or_(a, b),
        |a, b| word(Twin::or_(a, b)),
    );
    int2(
        "xor",
        I64,
        |o, a, b, _| o.xor(a, b),
        |a, b| word(Twin::xor(a, b)),
    );
    int2(
        "shl",
        I64,
        |o, a, b, _| o.shl(a, b),
        |a, b| word(Twin::shl(a, b)),
    );
    int2(
        "shr",
        I64,
        |o, a, b, _| o.shr(a, b),
        |a, b| word(Twin::shr(a, b)),
    );
    int1("neg", I64, |o, a, _| o.neg(a), |a| word(Twin::neg(a)));
    int1("not_", I64, |o, a, _| o.not_(a), |a| word(Twin::not_(a)));
    int1(
        "small",
        I64,
        |o, a, f| o.small(a, f),
        |a| maybe(Twin::small(a)),
    );
    int1(
        "int_truth",
        I64,
        |o, a, _| o.int_truth(a),
        |a| Some(Twin::int_truth(a).into()),
    );
}

#[test]
fn python_ints() {
    use Repr::Int;
    let wide = Repr::I64;
    int2(
        "wide_add",
        wide,
        |o, a, b, f| o.wide_add(a, b, f),
        |a, b| maybe(Twin::wide_add(a, b)),
    );
    int2(
        "wide_sub",
        wide,
        |o, a, b, f| o.wide_sub(a, b, f),
        |a, b| maybe(Twin::wide_sub(a, b)),
    );
    int2(
        "wide_mul",
        wide,
        |o, a, b, f| o.wide_mul(a, b, f),
        |a, b| maybe(Twin::wide_mul(a, b)),
    );
    int2(
        "wide_mod",
        wide,
        |o, a, b, f| o.wide_mod(a, b, f),
        |a, b| maybe(Twin::wide_mod(a, b)),
    );
    int2(
        "checked_add",
        Int,
        |o, a, b, f| o.checked_add(a, b, f),
        |a, b| maybe(Twin::checked_add(a, b)),
    );
    int2(
        "checked_sub",
        Int,
        |o, a, b, f| o.checked_sub(a, b, f),
        |a, b| maybe(Twin::checked_sub(a, b)),
    );
    int2(
        "checked_mul",
        Int,
        |o, a, b, f| o.checked_mul(a, b, f),
        |a, b| maybe(Twin::checked_mul(a, b)),
    );
    int2(
        "checked_shl",
        Int,
        |o, a, b, f| o.checked_shl(a, b, f),
        |a, b| maybe(Twin::checked_shl(a, b)),
    );
    int2(
        "checked_shr",
        Int,
        |o, a, b, f| o.checked_shr(a, b, f),
        |a, b| maybe(Twin::checked_shr(a, b)),
    );
    int2(
        "checked_pow",
        Int,
        |o, a, b, f| o.checked_pow(a, b, f),
        |a, b| maybe(Twin::checked_pow(a, b)),
    );
    int2(
        "floor_div",
        Int,
        |o, a, b, f| o.floor_div(a, b, f),
        |a, b| maybe(Twin::floor_div(a, b)),
    );
    int2(
        "floor_mod",
        Int,
        |o, a, b, f| o.floor_mod(a, b, f),
        |a, b| maybe(Twin::floor_mod(a, b)),
    );
    int1(
        "checked_neg",
        Int,
        |o, a, f| o.checked_neg(a, f),
        |a| maybe(Twin::checked_neg(a)),
    );
    int1("not_", Int, |o, a, _| o.not_(a), |a| word(Twin::not_(a)));
}

#[test]
fn integer_comparisons() {
    use Repr::I64;
    int2(
        "lt",
        I64,
        |o, a, b, _| o.lt(a, b),
        |a, b| Some(Twin::lt(a, b).into()),
    );
    int2(
        "le",
        I64,
        |o, a, b, _| o.le(a, b),
        |a, b| Some(Twin::le(a, b).into()),
    );
    int2(
        "eq",
        I64,
        |o, a, b, _| o.eq(a, b),
        |a, b| Some(Twin::eq(a, b).into()),
    );
    int2(
        "ne",
        I64,
        |o, a, b, _| o.ne(a, b),
        |a, b| Some(Twin::ne(a, b).into()),
    );
    int2(
        "gt",
        I64,
        |o, a, b, _| o.gt(a, b),
        |a, b| Some(Twin::gt(a, b).into()),
    );
    int2(
        "ge",
        I64,
        |o, a, b, _| o.ge(a, b),
        |a, b| Some(Twin::ge(a, b).into()),
    );
    int2(
        "in_bounds",
        I64,
        |o, a, b, _| o.in_bounds(a, b),
        |a, b| Some(Twin::in_bounds(a, b).into()),
    );
}

#[test]
fn floats() {
    float2(
        "fadd",
        |o, a, b, _| o.fadd(a, b),
        |a, b| Some(Twin::fadd(a, b)),
    );
    float2(
        "fsub",
        |o, a, b, _| o.fsub(a, b),
        |a, b| Some(Twin::fsub(a, b)),
    );
    float2(
        "fmul",
        |o, a, b, _| o.fmul(a, b),
        |a, b| Some(Twin::fmul(a, b)),
    );
    float2(
        "fdiv",
        |o, a, b, _| o.fdiv(a, b),
        |a, b| Some(Twin::fdiv(a, b)),
    );
    float2(
        "ffloor_div",
        |o, a, b, f| o.ffloor_div(a, b, f),
        Twin::ffloor_div,
    );
    float2(
        "ffloor_mod",
        |o, a, b, f| o.ffloor_mod(a, b, f),
        Twin::ffloor_mod,
    );
    float2("fpow", |o, a, b, f| o.fpow(a, b, f), Twin::fpow);
    float1("fneg", |o, a, _| o.fneg(a), Twin::fneg);
    float1("fabs", |o, a, _| o.fabs(a), Twin::fabs);
    float1("sqrt", |o, a, _| o.sqrt(a), Twin::sqrt);
    float1("floor", |o, a, _| o.floor(a), Twin::floor);
    float_test("flt", |o, a, b, _| o.flt(a, b), Twin::flt);
    float_test("fle", |o, a, b, _| o.fle(a, b), Twin::fle);
    float_test("feq", |o, a, b, _| o.feq(a, b), Twin::feq);
    float_test("fne", |o, a, b, _| o.fne(a, b), Twin::fne);
    float_test("fgt", |o, a, b, _| o.fgt(a, b), Twin::fgt);
    float_test("fge", |o, a, b, _| o.fge(a, b), Twin::fge);
    for tier in ALL_TIERS {
        let truth = unary(tier, Repr::Float, |o, a, _| o.float_truth(a));
        let to_int = unary(tier, Repr::Float, |o, a, f| o.float_to_int(a, f));
        for &a in FLOATS {
            assert_eq!(run1(&truth, a.to_bits()), Some(Twin::float_truth(a).into()));
            assert_eq!(
                run1(&to_int, a.to_bits()),
                maybe(Twin::float_to_int(a)),
                "{a} {tier:?}"
            );
        }
        let to_float = unary(tier, Repr::Int, |o, a, _| o.int_to_float(a));
        for &a in TAGGED {
            assert_eq!(
                run1(&to_float, a as u64),
                Some(Twin::int_to_float(a).to_bits())
            );
        }
    }
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
fn ints_in_and_out_of_boxes() {
    for tier in ALL_TIERS {
        let boxing = unary(tier, Repr::Int, |o, a, _| o.box_value(a));
        let unboxing = unary(tier, Repr::Value, |o, a, f| o.expect_int(a, f));
        for &i in TAGGED {
            let boxed = run1(&boxing, i as u64);
            assert_eq!(boxed, box_int(i));
            assert_eq!(run1(&unboxing, boxed.unwrap()), Some(i as u64));
        }
        let boxing = unary(tier, Repr::I64, |o, a, _| o.box_value(a));
        let any = unary(tier, Repr::Value, |o, a, _| {
            o.int_of_any(&a.refined(TypeMask::INT))
        });
        for &i in WIDE {
            let boxed = run1(&boxing, i as u64).expect("answers");
            match box_int(i) {
                Some(expected) => assert_eq!(boxed, expected, "{i}"),
                None => {
                    // SAFETY: the test's heap_int leaks its objects.
                    let heap = unsafe { &*(boxed as *const Object) };
                    assert_eq!(
                        (heap.shape, heap.number.get()),
                        (LayoutId::HeapInt.shape(), i)
                    );
                    assert_eq!(run1(&unboxing, boxed), None);
                }
            }
            assert_eq!(run1(&any, boxed), Some(i as u64));
        }
        let both = binary(
            tier,
            (Repr::Value, Repr::Value),
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
fn floats_and_bools_in_and_out_of_boxes() {
    for tier in ALL_TIERS {
        let boxing = unary(tier, Repr::Float, |o, a, _| o.box_value(a));
        let unboxing = unary(tier, Repr::Value, |o, a, f| o.expect_float(a, f));
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
        let boxing = unary(tier, Repr::Bool, |o, a, _| o.box_value(a));
        assert_eq!(run1(&boxing, 1), Some(TRUE));
        assert_eq!(run1(&boxing, 0), Some(FALSE));
        let unboxing = unary(tier, Repr::Value, |o, a, f| o.expect_bool(a, f));
        assert_eq!(run1(&unboxing, TRUE), Some(1));
        assert_eq!(run1(&unboxing, FALSE), Some(0));
        assert_eq!(run1(&unboxing, NONE), None);
        let none = unary(tier, Repr::Value, |o, a, _| o.is_none(a));
        assert_eq!(run1(&none, NONE), Some(1));
        assert_eq!(run1(&none, FALSE), Some(0));
        let some = unary(tier, Repr::OptValue, |o, a, f| o.some(a, f));
        assert_eq!(run1(&some, NONE), Some(NONE));
        assert_eq!(run1(&some, 0), None);
        let present = unary(tier, Repr::OptValue, |o, a, _| o.present(a));
        assert_eq!(
            (run1(&present, NONE), run1(&present, 0)),
            (Some(1), Some(0))
        );
        let same = binary(
            tier,
            (Repr::Value, Repr::Int),
            |o, a, b, _| o.same(a, b),
            None,
        );
        assert_eq!(run2(&same, box_int(7).unwrap(), 7), Some(1));
        assert_eq!(run2(&same, box_float(7.0), 7), Some(0));
        let choice = binary(
            tier,
            (Repr::Int, Repr::Int),
            |o, a, b, _| {
                let c = o.lt(a, b);
                o.select(&c, a, b)
            },
            None,
        );
        assert_eq!(
            (run2(&choice, 3, 5), run2(&choice, 8, 5)),
            (Some(3), Some(5))
        );
    }
}

#[test]
fn shapes_and_memory() {
    let list = object(LayoutId::List.shape(), 3);
    let other = object(LayoutId::Str.shape(), 3);
    let len = field("test.len", 2, 16, Store::I64);
    assert_eq!(len.offset, 16);
    for tier in ALL_TIERS {
        let number = unary(tier, Repr::Value, |o, a, f| {
            let list = o.expect_layout(a, LayoutId::List, f);
            o.load(&list, &field("test.len", 2, 16, Store::I64))
        });
        list.number.set(3);
        assert_eq!(run1(&number, bits(list)), Some(3));
        assert_eq!(run1(&number, bits(other)), None);
        assert_eq!(run1(&number, box_int(5).unwrap()), None);
        assert_eq!(run1(&number, box_float(5.0)), None);
        let append = binary(
            tier,
            (Repr::Value, Repr::Value),
            |o, a, b, f| {
                let len = field("test.len", 2, 16, Store::I64);
                let item = FieldInfo {
                    is_tail: true,
                    ..field("test.item", 3, 24, Store::Value)
                };
                let list = o.expect_layout(a, LayoutId::List, f);
                let n = o.load(&list, &len);
                let four = o.int(4, Repr::I64);
                let room = o.in_bounds(&n, &four);
                o.guard(&room, f);
                o.store_element(&list, &item, &n, b);
                let one = o.int(1, Repr::I64);
                let next = o.add(&n, &one);
                o.store(&list, &len, &next);
                o.load_element(&list, &item, &n)
            },
            None,
        );
        let nine = box_int(9).unwrap();
        assert_eq!(run2(&append, bits(list), nine), Some(nine));
        assert_eq!(run2(&append, bits(list), nine), None, "full");
        assert_eq!((list.number.get(), list.more[3].get()), (4, nine));

        let shape = unary(tier, Repr::Value, |o, a, _| o.shape_of(a));
        let ty = unary(tier, Repr::Value, |o, a, _| o.type_of(a));
        assert_eq!(run1(&shape, bits(list)), Some(list.shape.into()));
        assert_eq!(
            run1(&shape, box_int(-4).unwrap()),
            Some(LayoutId::HeapInt.shape().into())
        );
        assert_eq!(
            run1(&shape, box_float(0.5)),
            Some(LayoutId::HeapFloat.shape().into())
        );
        assert_eq!(run1(&ty, bits(list)), Some(0x77));
        assert_eq!(run1(&ty, box_int(-4).unwrap()), Some(0x7000));
        assert_eq!(run1(&ty, box_float(0.5)), Some(0x8000));

        let slot = binary(
            tier,
            (Repr::Value, Repr::U32),
            |o, a, offset, _| {
                let value = o.int(11, Repr::Int);
                o.store_at(a, offset, &value);
                o.load_at(a, offset)
            },
            None,
        );
        assert_eq!(run2(&slot, bits(list), 40), box_int(11));
        assert_eq!(list.more[2].get(), box_int(11).unwrap());
    }
}

#[test]
fn narrow_fields() {
    for store in [Store::U8, Store::U16, Store::I32, Store::U32, Store::Bool] {
        let code = compile(Tier::Light, &[ADDRESS, Repr::I64], Repr::I64, |o, args| {
            let narrow = field("test.narrow", 4, 3 * 8, store);
            let value = if store == Store::Bool {
                o.int_truth(&args[1])
            } else {
                args[1]
            };
            o.store(&args[0], &narrow, &value);
            let back = o.load(&args[0], &narrow);
            let back = o.convert(&back, Repr::I64);
            o.ret(&back);
        });
        let memory = object(0, 0);
        memory.more[0].set(u64::MAX);
        memory.more[1].set(u64::MAX);
        let got = entry2(&code)(bits(memory), 0x8001_8081_8185);
        let expected = match store {
            Store::U8 => 0x85,
            Store::U16 => 0x8185,
            Store::I32 => 0x8081_8185_u32 as i32 as i64 as u64,
            Store::U32 => 0x8081_8185,
            _ => 1,
        };
        assert_eq!(got, expected, "{store:?}");
        assert_eq!(memory.more[1].get(), u64::MAX, "{store:?} wrote beyond");
    }
}

#[test]
fn sides_of_a_conditional_may_fail() {
    for tier in ALL_TIERS {
        let larger = binary(
            tier,
            (Repr::Int, Repr::Int),
            |o, a, b, f| {
                let c = o.lt(a, b);
                o.if_else(
                    &c,
                    Repr::Value,
                    |o| o.checked_mul(b, b, f),
                    |o| {
                        let none = o.const_none();
                        let small = o.int(3, Repr::Int);
                        let c = o.eq(a, &small);
                        o.if_else(&c, Repr::Value, |_| none, |o| o.checked_add(a, a, f))
                    },
                )
            },
            None,
        );
        assert_eq!(run2(&larger, 3, 5), box_int(25));
        assert_eq!(run2(&larger, 3, 1 << 40), None);
        assert_eq!(run2(&larger, 9, 5), box_int(18));
        assert_eq!(run2(&larger, 3, 2), Some(NONE));
        assert_eq!(run2(&larger, 1 << 48, 2), None);
    }
}

#[test]
fn proofs_remove_tests() {
    let context = Context::create();
    let signature = Signature {
        params: &[Repr::Value],
        result: Repr::Value,
        raises: false,
    };
    let mut o = Output::new(&context, &facts(), "proved", &signature);
    let fail = o.block("fail");
    let exit = o.exit_to(fail);
    let a = o.param(0, Repr::Value, TypeMask::INT).known_immediate();
    let a = o.expect_int(&a, exit);
    let c = o.int(4, Repr::Int);
    let boxed = o.box_value(&c);
    let c = o.expect_int(&boxed, exit);
    assert_eq!(c.constant, Some(Const::Int(4)));
    let sum = o.and_(&a, &c);
    let again = o.expect_int(&sum, exit);
    assert_eq!(again.val, sum.val);
    let small = o.small(&sum, exit);
    let object = o.object(0x4000, LayoutId::List, mask_of(LayoutId::List));
    let list = o.expect_layout(&object, LayoutId::List, exit);
    assert_eq!(list.constant, Some(Const::Address(0x4000)));
    let value = o.box_value(&list);
    let list = o.expect_layout(&value, LayoutId::List, exit);
    assert_eq!(list.repr, Repr::Ptr(LayoutId::List));
    o.ret(&small);
    let reached = o.blocks[fail.0 as usize].get_first_use().is_some();
    assert!(!reached, "no test was needed");
    o.switch_to(fail);
    o.ret_null();
    let unit = o.finish();
    assert_eq!(unit.verify(), Ok(()));
    assert_eq!(unit.embedded, [0x4000]);
}

#[test]
fn contradictions_always_fail() {
    for tier in ALL_TIERS {
        let code = unary(tier, Repr::Float, |o, a, f| {
            let int = o.expect_int(a, f);
            o.checked_add(&int, &int, f)
        });
        assert_eq!(run1(&code, 1.0f64.to_bits()), None);
        let code = unary(tier, Repr::Int, |o, a, f| {
            o.expect_layout(a, LayoutId::List, f)
        });
        assert_eq!(run1(&code, 1), None);
    }
}

#[test]
fn raising_functions_leave_for_the_exception_exit() {
    extern "C" fn half(value: i64) -> i64 {
        if value % 2 == 0 { value / 2 } else { i64::MIN }
    }
    extern "C" fn is_even(value: i64) -> bool {
        value % 2 == 0
    }
    extern "C" fn both(a: bool, b: bool) -> i32 {
        if a && b { 1 } else { -1 }
    }
    extern "C" fn lookup(key: i64) -> u64 {
        match key {
            4 => box_int(40).unwrap_or(0),
            6 => 1,
            _ => 0,
        }
    }
    extern "C" fn sum(values: *const u64, count: usize) -> i64 {
        // SAFETY: the test passes an array and its length.
        let values = unsafe { std::slice::from_raw_parts(values, count) };
        values.iter().map(|&v| ((v << 14) as i64) >> 14).sum()
    }
    fn hook(
        name: &'static str,
        address: *const (),
        params: &'static [Repr],
        result: Repr,
        raises: bool,
    ) -> Hook {
        let address = address as usize;
        let effects = Effects { raises, ..PURE };
        let signature = Signature {
            params,
            result,
            raises,
        };
        Hook {
            name,
            address,
            signature,
            mask: TypeMask::ANY,
            effects,
        }
    }
    let half = hook("half", half as *const (), &[Repr::I64], Repr::I64, true);
    let is_even = hook(
        "is_even",
        is_even as *const (),
        &[Repr::I64],
        Repr::Bool,
        false,
    );
    let both = hook(
        "both",
        both as *const (),
        &[Repr::Bool; 2],
        Repr::Bool,
        true,
    );
    let lookup = hook(
        "lookup",
        lookup as *const (),
        &[Repr::I64],
        Repr::OptValue,
        true,
    );
    let mut sum = hook("sum", sum as *const (), &[Repr::Values], Repr::I64, false);
    sum.effects.reads = runtime::layouts::heaps::LOCALS;
    for tier in ALL_TIERS {
        let code = compile(tier, &[Repr::I64], Repr::I64, |o, args| {
            let raised = o.block("raised");
            let exit = o.exit_to(raised);
            o.set_on_raise(Some(exit));
            let h = o.call(&half, args);
            let even = o.call(&is_even, &[h]);
            let b = o.call(&both, &[even, even]);
            let b = o.bool_to_int(&b);
            let found = o.call(&lookup, &[h]);
            let there = o.present(&found);
            let five = o.int(500, Repr::Int);
            let found = o.if_else(&there, Repr::Value, |_| found, |_| five);
            let found = o.expect_int(&found, exit);
            let r = o.add(&b, &found);
            o.ret(&r);
            o.switch_to(raised);
            let minus = o.int(-1, Repr::I64);
            o.ret(&minus);
        });
        let f = entry1(&code);
        assert_eq!(f(8), 41);
        assert_eq!(f(12), 501);
        assert_eq!(f(7) as i64, -1, "half fails");
        assert_eq!(f(6) as i64, -1, "both fails: 3 is odd");
        assert_eq!(f(16) as i64, -1, "lookup fails");

        let code = compile(tier, &[ADDRESS], Repr::I64, |o, args| {
            o.set_registers(&args[0]);
            let seven = o.int(7, Repr::Int);
            o.store_register(1, &seven);
            let first = o.register_address(1);
            let two = o.int(2, Repr::I64);
            let values = o.values(&first, &two, Repr::Values);
            let r = o.call(&sum, &[values]);
            o.ret(&r);
        });
        let registers = [0, 0, box_int(30).unwrap()];
        assert_eq!(entry1(&code)(registers.as_ptr() as u64), 37, "{tier:?}");
    }
}

#[test]
fn frame_registers_and_counters() {
    for tier in ALL_TIERS {
        let counter = Cell::new(5u32);
        let profile = Cell::new(0u32);
        let (at, bits) = (counter.as_ptr() as usize, profile.as_ptr() as usize);
        let code = compile(tier, &[ADDRESS], Repr::Bool, |o, args| {
            o.set_registers(&args[0]);
            let unbound = o.block("unbound");
            let exit = o.exit_to(unbound);
            let a = o.load_register(1);
            let a = o.expect_present(&a, exit);
            let a = o.expect_int(&a, exit);
            let two = o.int(2, Repr::Int);
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
        assert_eq!((counter.get(), profile.get()), (5, 0), "unbound");
        registers[1] = box_int(21).unwrap();
        for left in [4, 3, 2, 1] {
            assert!(!f(registers.as_mut_ptr()));
            assert_eq!(counter.get(), left);
        }
        assert!(f(registers.as_mut_ptr()));
        assert_eq!(registers[2], box_int(42).unwrap());
        assert_eq!(profile.get(), 4);
    }
}

#[test]
fn cells_in_memory_and_as_constants() {
    use runtime::cache::{Cache, Content};
    let cache = Cache::default();
    cache.fill(Content {
        key: 9,
        offset: 24,
        shape: 5,
        aux: 3,
        extra: -7,
        ..Content::default()
    });
    let (_, entry) = cache.places().next().expect("it is filled");
    let snapshot = CellContent {
        key: 9,
        offset: 24,
        shape: 5,
        aux: 3,
        extra: -7,
        ..CellContent::default()
    };
    for memory in [false, true] {
        let code = compile(Tier::Light, &[Repr::I64], Repr::I64, |o, args| {
            let source = if memory {
                CellSource::Entry(o.address(entry, Repr::Cache))
            } else {
                CellSource::Snapshot(snapshot)
            };
            o.set_cell(source);
            let mut sum = args[0];
            for field in [
                CellField::Key,
                CellField::Offset,
                CellField::Shape,
                CellField::Version,
            ] {
                let x = o.cell_field(field);
                let x = o.widen(&x, Repr::I64);
                sum = o.add(&sum, &x);
            }
            let (aux, extra) = (o.cell_field(CellField::Aux), o.cell_field(CellField::Extra));
            let product = o.mul(&aux, &extra);
            let sum = o.add(&sum, &product);
            o.ret(&sum);
        });
        assert_eq!(entry1(&code)(100), 100 + 9 + 24 + 5 - 21);
    }
}
