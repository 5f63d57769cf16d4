//! Arithmetic and comparison of unboxed numbers: the primitives of `prims.toml`, under their names.
//!
//! Each has a twin in `runtime::prims` that the interpreter uses and the tests compare with. Integer
//! primitives work on `Int` and `Raw`; an exit takes every case that a twin answers with `None`.

use inkwell::values::{FloatValue, IntValue};
use inkwell::{FloatPredicate, IntPredicate};

use super::{Const, Exit, Operand, Output, Rep, TypeMask, built, support};

impl<'c> Output<'c> {
    // Ints that wrap.

    /// `a + b`, wrapping.
    pub fn add(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_add(self.int_of(a), self.int_of(b), ""),
        );
        self.number(r, a)
    }

    /// `a - b`, wrapping.
    pub fn sub(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_sub(self.int_of(a), self.int_of(b), ""),
        );
        self.number(r, a)
    }

    /// `a * b`, wrapping.
    pub fn mul(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_mul(self.int_of(a), self.int_of(b), ""),
        );
        self.number(r, a)
    }

    /// `-a`, wrapping.
    pub fn neg(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_int_neg(self.int_of(a), ""));
        self.number(r, a)
    }

    /// `a & b`, of ints or of truth values.
    pub fn and_(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(self.builder.build_and(self.int_of(a), self.int_of(b), ""));
        self.number(r, a)
    }

    /// `a | b`, of ints or of truth values.
    pub fn or_(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(self.builder.build_or(self.int_of(a), self.int_of(b), ""));
        self.number(r, a)
    }

    /// `a ^ b`, of ints or of truth values.
    pub fn xor(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(self.builder.build_xor(self.int_of(a), self.int_of(b), ""));
        self.number(r, a)
    }

    /// `~a` of an int, `not a` of a truth value.
    pub fn not_(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_not(self.int_of(a), ""));
        self.number(r, a)
    }

    /// `a << n`, bits beyond 64 lost; 0 for counts outside 0..64.
    pub fn shl(&mut self, a: &Operand, n: &Operand) -> Operand {
        let (x, n) = (self.int_of(a), self.int_of(n));
        let small = self.compare_raw(IntPredicate::ULT, n, self.word(64));
        let count = built(self.builder.build_and(n, self.word(63), ""));
        let shifted = built(self.builder.build_left_shift(x, count, ""));
        let r = built(self.builder.build_select(small, shifted, self.word(0), ""));
        self.number(r.into_int_value(), a)
    }

    /// `a >> n`, arithmetic; counts outside 0..64 shift by 63.
    pub fn shr(&mut self, a: &Operand, n: &Operand) -> Operand {
        let (x, n) = (self.int_of(a), self.int_of(n));
        let last = self.word(63);
        let small = self.compare_raw(IntPredicate::ULT, n, last);
        let count = built(self.builder.build_select(small, n, last, "")).into_int_value();
        let r = built(self.builder.build_right_shift(x, count, true, ""));
        self.number(r, a)
    }

    // Ints that leave instead of overflowing.

    /// `a + b`; leaves on overflow of 64 bits.
    pub fn checked_add(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.with_overflow("llvm.sadd.with.overflow", a, b, fail)
    }

    /// `a - b`; leaves on overflow of 64 bits.
    pub fn checked_sub(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.with_overflow("llvm.ssub.with.overflow", a, b, fail)
    }

    /// `a * b`; leaves on overflow of 64 bits.
    pub fn checked_mul(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.with_overflow("llvm.smul.with.overflow", a, b, fail)
    }

    /// `-a`; leaves on overflow of 64 bits.
    pub fn checked_neg(&mut self, a: &Operand, fail: Exit) -> Operand {
        let zero = self.int(0);
        self.checked_sub(&zero, a, fail)
    }

    /// `a << n`; leaves where a bit or the sign would be lost, and for counts outside 0..64.
    pub fn checked_shl(&mut self, a: &Operand, n: &Operand, fail: Exit) -> Operand {
        let (x, n) = (self.int_of(a), self.int_of(n));
        let small = self.compare_raw(IntPredicate::ULT, n, self.word(64));
        self.require_raw(small, fail);
        let shifted = built(self.builder.build_left_shift(x, n, ""));
        let back = built(self.builder.build_right_shift(shifted, n, true, ""));
        let same = self.compare_raw(IntPredicate::EQ, back, x);
        self.require_raw(same, fail);
        self.number(shifted, a)
    }

    /// `a // b`, rounded down; leaves for `MIN // -1`. `b` is not 0.
    pub fn floor_div(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let (x, y) = (self.int_of(a), self.int_of(b));
        if let Some(power) = power_of_two(b) {
            let r = built(
                self.builder
                    .build_right_shift(x, self.word(power), true, ""),
            );
            return self.number(r, a);
        }
        self.exclude_min_by_minus_one(x, y, b, fail);
        let quotient = built(self.builder.build_int_signed_div(x, y, ""));
        let remainder = built(self.builder.build_int_signed_rem(x, y, ""));
        // One too high where the remainder is not 0 and has the other sign than the divisor.
        let wrong = self.rounded_towards_zero_is_wrong(remainder, y);
        let wide = built(self.builder.build_int_s_extend(wrong, self.i64, ""));
        let r = built(self.builder.build_int_add(quotient, wide, ""));
        self.number(r, a)
    }

    /// `a % b` with the divisor's sign; leaves for `MIN % -1`. `b` is not 0.
    pub fn floor_mod(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let (x, y) = (self.int_of(a), self.int_of(b));
        if let Some(power) = power_of_two(b) {
            let r = built(self.builder.build_and(x, self.word((1 << power) - 1), ""));
            return self.number(r, a);
        }
        self.exclude_min_by_minus_one(x, y, b, fail);
        let remainder = built(self.builder.build_int_signed_rem(x, y, ""));
        let wrong = self.rounded_towards_zero_is_wrong(remainder, y);
        let correction = built(self.builder.build_select(wrong, y, self.word(0), ""));
        let r = built(
            self.builder
                .build_int_add(remainder, correction.into_int_value(), ""),
        );
        self.number(r, a)
    }

    fn exclude_min_by_minus_one(
        &mut self,
        x: IntValue<'c>,
        y: IntValue<'c>,
        divisor: &Operand,
        fail: Exit,
    ) {
        if matches!(divisor.constant, Some(Const::Int(d)) if d != -1) {
            return;
        }
        let min = self.compare_raw(IntPredicate::EQ, x, self.word(i64::MIN as u64));
        let minus_one = self.compare_raw(IntPredicate::EQ, y, self.word(u64::MAX));
        let both = built(self.builder.build_and(min, minus_one, ""));
        self.exit_if_raw(both, fail);
    }

    fn rounded_towards_zero_is_wrong(
        &mut self,
        remainder: IntValue<'c>,
        divisor: IntValue<'c>,
    ) -> IntValue<'c> {
        let zero = self.word(0);
        let inexact = self.compare_raw(IntPredicate::NE, remainder, zero);
        let signs = built(self.builder.build_xor(remainder, divisor, ""));
        let differ = self.compare_raw(IntPredicate::SLT, signs, zero);
        built(self.builder.build_and(inexact, differ, ""))
    }

    fn with_overflow(
        &mut self,
        name: &'static str,
        a: &Operand,
        b: &Operand,
        fail: Exit,
    ) -> Operand {
        let function = self.intrinsic(name, self.i64.into());
        let args = [self.int_of(a).into(), self.int_of(b).into()];
        let both = built(self.builder.build_call(function, &args, ""));
        let both = both.try_as_basic_value().unwrap_basic().into_struct_value();
        let result = built(self.builder.build_extract_value(both, 0, "")).into_int_value();
        let overflow = built(self.builder.build_extract_value(both, 1, "")).into_int_value();
        self.exit_if_raw(overflow, fail);
        self.number(result, a)
    }

    // Floats.

    /// `a + b`.
    pub fn fadd(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_add(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }

    /// `a - b`.
    pub fn fsub(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_sub(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }

    /// `a * b`.
    pub fn fmul(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_mul(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }

    /// `a / b`. Rows guard against 0, which Python does not divide by.
    pub fn fdiv(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_div(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }

    /// `-a`.
    pub fn fneg(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_float_neg(self.float_of(a), ""));
        self.fnumber(r)
    }

    /// `abs(a)`.
    pub fn fabs(&mut self, a: &Operand) -> Operand {
        self.float_intrinsic("llvm.fabs", a)
    }

    /// The square root; NaN for negative numbers.
    pub fn sqrt(&mut self, a: &Operand) -> Operand {
        self.float_intrinsic("llvm.sqrt", a)
    }

    /// `a // b`; `b` is not 0.
    pub fn ffloor_div(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.call(&support::ffloor_div(), &[*a, *b])
    }

    /// `a % b` with the divisor's sign; `b` is not 0.
    pub fn ffloor_mod(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.call(&support::ffloor_mod(), &[*a, *b])
    }

    /// `a ** b`; leaves where Python raises instead of answering a float.
    pub fn fpow(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let power = self.call(&support::fpow(), &[*a, *b]);
        let bits = built(
            self.builder
                .build_bit_cast(self.float_of(&power), self.i64, ""),
        );
        let undefined = self.word(support::UNDEFINED);
        let fails = self.compare_raw(IntPredicate::EQ, bits.into_int_value(), undefined);
        self.exit_if_raw(fails, fail);
        power
    }

    fn float_intrinsic(&mut self, name: &'static str, a: &Operand) -> Operand {
        let function = self.intrinsic(name, self.f64.into());
        let call = built(
            self.builder
                .build_call(function, &[self.float_of(a).into()], ""),
        );
        self.fnumber(call.try_as_basic_value().unwrap_basic().into_float_value())
    }

    // Conversions.

    /// The nearest float.
    pub fn int_to_float(&mut self, a: &Operand) -> Operand {
        if let Some(Const::Int(i)) = a.constant {
            return self.float(i as f64);
        }
        let r = built(
            self.builder
                .build_signed_int_to_float(self.int_of(a), self.f64, ""),
        );
        self.fnumber(r)
    }

    /// The integer part; leaves where it does not fit 64 bits, and for NaN.
    pub fn float_to_int(&mut self, a: &Operand, fail: Exit) -> Operand {
        let float = self.float_of(a);
        let (low, high) = (self.f64.const_float(-TWO_63), self.f64.const_float(TWO_63));
        let above = self.fcompare_raw(FloatPredicate::OGE, float, low);
        let below = self.fcompare_raw(FloatPredicate::OLT, float, high);
        let fits = built(self.builder.build_and(above, below, ""));
        self.require_raw(fits, fail);
        let r = built(self.builder.build_float_to_signed_int(float, self.i64, ""));
        self.operand(r, Rep::Int, TypeMask::INT)
    }

    /// 0 or 1.
    pub fn bool_to_int(&mut self, a: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_z_extend(self.int_of(a), self.i64, ""),
        );
        self.operand(r, Rep::Int, TypeMask::INT)
    }

    /// A 32-bit word as an int.
    pub fn u32_to_int(&mut self, a: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_z_extend(self.int_of(a), self.i64, ""),
        );
        self.operand(r, Rep::Int, TypeMask::INT)
    }

    // Comparisons: of two ints, two floats, two 32-bit words (unsigned) or two truth values.

    /// `a < b`.
    pub fn lt(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(
            a,
            b,
            IntPredicate::SLT,
            IntPredicate::ULT,
            FloatPredicate::OLT,
        )
    }

    /// `a <= b`.
    pub fn le(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(
            a,
            b,
            IntPredicate::SLE,
            IntPredicate::ULE,
            FloatPredicate::OLE,
        )
    }

    /// `a == b`.
    pub fn eq(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(
            a,
            b,
            IntPredicate::EQ,
            IntPredicate::EQ,
            FloatPredicate::OEQ,
        )
    }

    /// `a != b`: true of NaN.
    pub fn ne(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(
            a,
            b,
            IntPredicate::NE,
            IntPredicate::NE,
            FloatPredicate::UNE,
        )
    }

    /// `a > b`.
    pub fn gt(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(
            a,
            b,
            IntPredicate::SGT,
            IntPredicate::UGT,
            FloatPredicate::OGT,
        )
    }

    /// `a >= b`.
    pub fn ge(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(
            a,
            b,
            IntPredicate::SGE,
            IntPredicate::UGE,
            FloatPredicate::OGE,
        )
    }

    /// `0 <= index < length`, in one comparison.
    pub fn in_bounds(&mut self, index: &Operand, length: &Operand) -> Operand {
        let r = self.compare_raw(IntPredicate::ULT, self.int_of(index), self.int_of(length));
        self.operand(r, Rep::Bool, TypeMask::BOOL)
    }

    fn compare(
        &mut self,
        a: &Operand,
        b: &Operand,
        signed: IntPredicate,
        unsigned: IntPredicate,
        float: FloatPredicate,
    ) -> Operand {
        let r = match a.rep {
            Rep::Float => self.fcompare_raw(float, self.float_of(a), self.float_of(b)),
            Rep::U32 | Rep::Bool => self.compare_raw(unsigned, self.int_of(a), self.int_of(b)),
            Rep::Int | Rep::Raw => self.compare_raw(signed, self.int_of(a), self.int_of(b)),
            Rep::Value | Rep::Ptr(_) => panic!("code generation: comparison of {a:?}"),
        };
        self.operand(r, Rep::Bool, TypeMask::BOOL)
    }

    fn fcompare_raw(
        &mut self,
        predicate: FloatPredicate,
        a: FloatValue<'c>,
        b: FloatValue<'c>,
    ) -> IntValue<'c> {
        built(self.builder.build_float_compare(predicate, a, b, ""))
    }

    fn number(&mut self, value: IntValue<'c>, like: &Operand) -> Operand {
        let mut operand = self.operand(value, like.rep, like.mask);
        // What LLVM folded is known here as well.
        if matches!(like.rep, Rep::Int | Rep::Raw) {
            operand.constant = value.get_sign_extended_constant().map(Const::Int);
        }
        operand
    }

    fn fnumber(&mut self, value: FloatValue<'c>) -> Operand {
        self.operand(value, Rep::Float, TypeMask::FLOAT)
    }
}

const TWO_63: f64 = 9_223_372_036_854_775_808.0;

/// The exponent of a constant divisor that is a power of two.
fn power_of_two(divisor: &Operand) -> Option<u64> {
    match divisor.constant {
        Some(Const::Int(d)) if d > 0 && d & (d - 1) == 0 => Some(d.trailing_zeros().into()),
        _ => None,
    }
}
