//! The primitives: `Prims` for [`Output`].
//!
//! Each has a twin in `runtime::prims` that the interpreter uses and the tests compare with; an exit
//! takes every case that the twin answers with `None`.
//!
//! Python ints are kept within the tagged range, so no operation on them but multiplication can
//! overflow 64 bits, and boxing them is one instruction. What checks the range is an addition and an
//! unsigned comparison beside the result, off the critical path. (Computing with both operands
//! shifted to the top, so that the processor's overflow flag is the range check, needs two shifts on
//! the path: only multiplication, slow anyway, does that.)

use inkwell::values::{FloatValue, IntValue};
use inkwell::{FloatPredicate, IntPredicate};

use super::{
    ADDRESS, Const, Exit, FieldId, FieldInfo, HeldCall, Hook, INT_BITS, LayoutId, Operand, Output,
    Repr, Store, TypeMask, built, support,
};
use crate::coverage;
use crate::emit::{CellField, Prims};
use runtime::ops::HookId;

const ABOVE: u64 = (64 - INT_BITS) as u64;

impl Prims for Output<'_> {
    type Operand = Operand;
    type Exit = Exit;

    // Structure.

    fn const_int(&mut self, n: i64, repr: Repr) -> Operand {
        self.int(n, repr)
    }
    fn const_float(&mut self, x: f64) -> Operand {
        self.float(x)
    }
    fn const_bool(&mut self, b: bool) -> Operand {
        self.bool(b)
    }
    fn const_none(&mut self) -> Operand {
        self.none()
    }
    fn const_null(&mut self, repr: Repr) -> Operand {
        self.null(repr)
    }
    fn const_str(&mut self, s: &'static str) -> Operand {
        let bits = (self.facts.intern)(s);
        self.object(bits as usize, LayoutId::Str, super::mask_of(LayoutId::Str))
    }

    fn expect_int(&mut self, x: &Operand, fail: Exit) -> Operand {
        self.unbox_int(x, fail)
    }
    fn expect_float(&mut self, x: &Operand, fail: Exit) -> Operand {
        self.unbox_float(x, fail)
    }
    fn expect_bool(&mut self, x: &Operand, fail: Exit) -> Operand {
        self.unbox_bool(x, fail)
    }
    fn expect_none(&mut self, x: &Operand, fail: Exit) -> Operand {
        if !x.mask.within(TypeMask::NONE) || x.is_optional() {
            let is_none = self.is_none(x);
            self.require_raw(self.int_of(&is_none), fail);
        }
        self.none()
    }
    fn expect_layout(&mut self, x: &Operand, layout: LayoutId, fail: Exit) -> Operand {
        self.unbox_layout(x, layout, fail)
    }
    fn box_value(&mut self, x: &Operand) -> Operand {
        self.boxed(x)
    }
    fn widen(&mut self, x: &Operand, repr: Repr) -> Operand {
        self.convert(x, repr)
    }

    fn load_field(&mut self, base: &Operand, field: FieldId) -> Operand {
        self.load(base, field.info())
    }
    fn store_field(&mut self, base: &Operand, field: FieldId, x: &Operand) {
        self.store(base, field.info(), x);
    }
    fn load_elem(&mut self, base: &Operand, tail: FieldId, index: &Operand) -> Operand {
        self.load_element(base, tail.info(), index)
    }
    fn store_elem(&mut self, base: &Operand, tail: FieldId, index: &Operand, x: &Operand) {
        self.store_element(base, tail.info(), index, x);
    }
    fn cell_field(&mut self, field: CellField) -> Operand {
        self.read_cell(field)
    }
    fn store_out(&mut self, out: &Operand, index: usize, x: &Operand) {
        if let Some(captured) = &mut self.captured {
            captured.push((index, *x));
            return;
        }
        let field = FieldInfo {
            offset: 8 * index as u32,
            ..self.header.register
        };
        self.store(out, &field, x);
    }
    fn guard(&mut self, cond: &Operand, fail: Exit) {
        self.require_raw(self.int_of(cond), fail);
    }
    fn if_else(
        &mut self,
        cond: &Operand,
        repr: Repr,
        then: impl FnOnce(&mut Self) -> Operand,
        other: impl FnOnce(&mut Self) -> Operand,
    ) -> Operand {
        self.either(cond, repr, then, other)
    }
    fn ran(&mut self, way: usize) {
        if let Some(tier) = self.counted {
            let one = self.i32.const_int(1, false);
            self.store_word(coverage::word(tier, way), one);
        }
    }
    fn call_hook(&mut self, hook: HookId, args: &[Operand]) -> Operand {
        if let HeldCall::Awaited = self.held_call {
            self.held_call = HeldCall::Held(args.to_vec());
            return self.null(Repr::OptValue).known_present();
        }
        self.call(&Hook::from(hook.info()), args)
    }

    // Machine integers.

    fn add(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_add(self.int_of(a), self.int_of(b), ""),
        );
        self.number(r, Repr::I64)
    }
    fn sub(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_sub(self.int_of(a), self.int_of(b), ""),
        );
        self.number(r, Repr::I64)
    }
    fn mul(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_int_mul(self.int_of(a), self.int_of(b), ""),
        );
        self.number(r, Repr::I64)
    }
    fn neg(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_int_neg(self.int_of(a), ""));
        self.number(r, Repr::I64)
    }
    fn and_(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(self.builder.build_and(self.int_of(a), self.int_of(b), ""));
        self.number(r, both_int(a, b))
    }
    fn or_(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(self.builder.build_or(self.int_of(a), self.int_of(b), ""));
        self.number(r, both_int(a, b))
    }
    fn xor(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(self.builder.build_xor(self.int_of(a), self.int_of(b), ""));
        self.number(r, both_int(a, b))
    }
    fn not_(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_not(self.int_of(a), ""));
        self.number(r, a.repr)
    }
    fn shl(&mut self, a: &Operand, count: &Operand) -> Operand {
        let n = built(
            self.builder
                .build_and(self.int_of(count), self.word(63), ""),
        );
        let r = built(self.builder.build_left_shift(self.int_of(a), n, ""));
        self.number(r, Repr::I64)
    }
    fn shr(&mut self, a: &Operand, count: &Operand) -> Operand {
        let n = built(
            self.builder
                .build_and(self.int_of(count), self.word(63), ""),
        );
        let r = built(self.builder.build_right_shift(self.int_of(a), n, true, ""));
        self.number(r, a.repr)
    }

    // Python ints.

    fn checked_add(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let r = built(
            self.builder
                .build_int_nsw_add(self.int_of(a), self.int_of(b), ""),
        );
        self.require_tagged_range(r, fail)
    }
    fn checked_sub(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let r = built(
            self.builder
                .build_int_nsw_sub(self.int_of(a), self.int_of(b), ""),
        );
        self.require_tagged_range(r, fail)
    }
    fn checked_mul(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        // The constant, if there is one, goes up: that costs no instruction.
        let (high, low) = if b.constant.is_some() { (b, a) } else { (a, b) };
        let up = self.word(ABOVE);
        let high = built(self.builder.build_left_shift(self.int_of(high), up, ""));
        let (r, overflow) = self.with_overflow("llvm.smul.with.overflow", high, self.int_of(low));
        self.exit_if_raw(overflow, fail);
        let r = built(self.builder.build_right_shift(r, up, true, ""));
        self.number(r, Repr::Int)
    }
    fn checked_neg(&mut self, a: &Operand, fail: Exit) -> Operand {
        let r = built(self.builder.build_int_nsw_neg(self.int_of(a), ""));
        self.require_tagged_range(r, fail)
    }
    fn checked_shl(&mut self, a: &Operand, count: &Operand, fail: Exit) -> Operand {
        let (x, n) = (self.int_of(a), self.int_of(count));
        let small = self.compare_raw(IntPredicate::ULT, n, self.word(INT_BITS.into()));
        self.require_raw(small, fail);
        // At the top, what gets lost is what does not fit.
        let up = self.word(ABOVE);
        let high = built(self.builder.build_left_shift(x, up, ""));
        let shifted = built(self.builder.build_left_shift(high, n, ""));
        let back = built(self.builder.build_right_shift(shifted, n, true, ""));
        let same = self.compare_raw(IntPredicate::EQ, back, high);
        self.require_raw(same, fail);
        let r = built(self.builder.build_right_shift(shifted, up, true, ""));
        self.number(r, Repr::Int)
    }
    fn checked_shr(&mut self, a: &Operand, count: &Operand, fail: Exit) -> Operand {
        let (x, n) = (self.int_of(a), self.int_of(count));
        let zero = self.word(0);
        let valid = self.compare_raw(IntPredicate::SGE, n, zero);
        self.require_raw(valid, fail);
        let last = self.word(63);
        let small = self.compare_raw(IntPredicate::ULT, n, last);
        let n = built(self.builder.build_select(small, n, last, "")).into_int_value();
        let r = built(self.builder.build_right_shift(x, n, true, ""));
        self.number(r, Repr::Int)
    }
    fn checked_pow(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let r = self.call(&support::checked_pow(), &[*a, *b]);
        let failed = self.word(support::FAILED_INT as u64);
        let failed = self.compare_raw(IntPredicate::EQ, self.int_of(&r), failed);
        self.exit_if_raw(failed, fail);
        r
    }
    fn floor_div(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let (x, y) = (self.int_of(a), self.int_of(b));
        if let Some(power) = power_of_two(b) {
            let r = built(
                self.builder
                    .build_right_shift(x, self.word(power), true, ""),
            );
            return self.number(r, Repr::Int);
        }
        self.exclude_zero(y, fail);
        let quotient = built(self.builder.build_int_signed_div(x, y, ""));
        let remainder = built(self.builder.build_int_signed_rem(x, y, ""));
        let wrong = self.signs_differ(remainder, y);
        // One too high where the remainder is not 0 and has the other sign than the divisor.
        let wide = built(self.builder.build_int_s_extend(wrong, self.i64, ""));
        let r = built(self.builder.build_int_nsw_add(quotient, wide, ""));
        match b.constant {
            Some(Const::Int(d)) if d != -1 => self.number(r, Repr::Int),
            // The smallest int by -1.
            _ => self.require_tagged_range(r, fail),
        }
    }
    fn floor_mod(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let (x, y) = (self.int_of(a), self.int_of(b));
        if let Some(power) = power_of_two(b) {
            let r = built(self.builder.build_and(x, self.word((1 << power) - 1), ""));
            return self.number(r, Repr::Int);
        }
        self.exclude_zero(y, fail);
        let remainder = built(self.builder.build_int_signed_rem(x, y, ""));
        let wrong = self.signs_differ(remainder, y);
        let correction = built(self.builder.build_select(wrong, y, self.word(0), ""));
        let r = built(
            self.builder
                .build_int_nsw_add(remainder, correction.into_int_value(), ""),
        );
        self.number(r, Repr::Int)
    }
    fn wide_add(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.wide("llvm.sadd.with.overflow", a, b, fail)
    }
    fn wide_sub(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.wide("llvm.ssub.with.overflow", a, b, fail)
    }
    fn wide_mul(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.wide("llvm.smul.with.overflow", a, b, fail)
    }
    fn wide_mod(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        if !matches!(b.constant, Some(Const::Int(d)) if d != -1) {
            let minus_one = self.compare_raw(IntPredicate::EQ, self.int_of(b), self.word(u64::MAX));
            self.exit_if_raw(minus_one, fail);
        }
        let r = self.floor_mod(a, b, fail);
        self.widen(&r, Repr::I64)
    }
    fn small(&mut self, a: &Operand, fail: Exit) -> Operand {
        if a.repr == Repr::Int {
            return *a;
        }
        self.require_tagged_range(self.int_of(a), fail)
    }
    fn length(&mut self, a: &Operand) -> Operand {
        self.convert(a, Repr::Int)
    }

    // Comparison of integers.

    fn lt(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::SLT, IntPredicate::ULT)
    }
    fn le(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::SLE, IntPredicate::ULE)
    }
    fn eq(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::EQ, IntPredicate::EQ)
    }
    fn ne(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::NE, IntPredicate::NE)
    }
    fn gt(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::SGT, IntPredicate::UGT)
    }
    fn ge(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::SGE, IntPredicate::UGE)
    }
    fn in_bounds(&mut self, i: &Operand, n: &Operand) -> Operand {
        self.compare(i, n, IntPredicate::ULT, IntPredicate::ULT)
    }

    fn id_eq(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::EQ, IntPredicate::EQ)
    }
    fn id_ne(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.compare(a, b, IntPredicate::NE, IntPredicate::NE)
    }

    // Floats.

    fn fadd(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_add(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }
    fn fsub(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_sub(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }
    fn fmul(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_mul(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }
    fn fdiv(&mut self, a: &Operand, b: &Operand) -> Operand {
        let r = built(
            self.builder
                .build_float_div(self.float_of(a), self.float_of(b), ""),
        );
        self.fnumber(r)
    }
    fn fneg(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_float_neg(self.float_of(a), ""));
        self.fnumber(r)
    }
    fn fabs(&mut self, a: &Operand) -> Operand {
        self.float_intrinsic("llvm.fabs", a)
    }
    fn sqrt(&mut self, a: &Operand) -> Operand {
        self.float_intrinsic("llvm.sqrt", a)
    }
    fn floor(&mut self, a: &Operand) -> Operand {
        self.float_intrinsic("llvm.floor", a)
    }
    fn ffloor_div(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.float_call(&support::ffloor_div(), a, b, fail)
    }
    fn ffloor_mod(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.float_call(&support::ffloor_mod(), a, b, fail)
    }
    fn fpow(&mut self, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        self.float_call(&support::fpow(), a, b, fail)
    }
    fn flt(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.fcompare(a, b, FloatPredicate::OLT)
    }
    fn fle(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.fcompare(a, b, FloatPredicate::OLE)
    }
    fn feq(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.fcompare(a, b, FloatPredicate::OEQ)
    }
    fn fne(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.fcompare(a, b, FloatPredicate::UNE)
    }
    fn fgt(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.fcompare(a, b, FloatPredicate::OGT)
    }
    fn fge(&mut self, a: &Operand, b: &Operand) -> Operand {
        self.fcompare(a, b, FloatPredicate::OGE)
    }

    // Conversions.

    fn int_to_float(&mut self, a: &Operand) -> Operand {
        if let Some(Const::Int(i)) = a.constant {
            return self.float(i as f64);
        }
        let r = built(
            self.builder
                .build_signed_int_to_float(self.int_of(a), self.f64, ""),
        );
        self.fnumber(r)
    }
    fn float_to_int(&mut self, a: &Operand, fail: Exit) -> Operand {
        // Bounds that are floats and, truncated, ints of the range; a NaN is in no range.
        let limit = (1u64 << (INT_BITS - 1)) as f64;
        let float = self.float_of(a);
        let (low, high) = (
            self.f64.const_float(-limit - 1.0),
            self.f64.const_float(limit),
        );
        let above = self.fcompare_raw(FloatPredicate::OGT, float, low);
        let below = self.fcompare_raw(FloatPredicate::OLT, float, high);
        let fits = built(self.builder.build_and(above, below, ""));
        self.require_raw(fits, fail);
        let r = built(self.builder.build_float_to_signed_int(float, self.i64, ""));
        self.number(r, Repr::Int)
    }
    fn bool_to_int(&mut self, a: &Operand) -> Operand {
        self.convert(a, Repr::Int)
    }

    // Bools and truth.

    fn bool_not(&mut self, a: &Operand) -> Operand {
        let r = built(self.builder.build_not(self.int_of(a), ""));
        self.truth_value(r)
    }
    fn bool_truth(&mut self, a: &Operand) -> Operand {
        *a
    }
    fn int_truth(&mut self, a: &Operand) -> Operand {
        let int = self.int_of(a);
        let r = self.compare_raw(IntPredicate::NE, int, int.get_type().const_zero());
        self.truth_value(r)
    }
    fn float_truth(&mut self, a: &Operand) -> Operand {
        let zero = self.float(0.0);
        self.fcompare(a, &zero, FloatPredicate::UNE)
    }
    fn select(&mut self, cond: &Operand, a: &Operand, b: &Operand) -> Operand {
        let b = self.convert(b, a.repr);
        let (x, y) = (self.basic(a), self.basic(&b));
        let value = built(self.builder.build_select(self.int_of(cond), x, y, ""));
        let mut operand = self.operand(value, a.repr, a.mask.union(b.mask));
        operand.immediate = a.immediate && b.immediate;
        operand
    }

    // Identity and absence.

    fn same(&mut self, a: &Operand, b: &Operand) -> Operand {
        let (x, y) = (self.identity(a), self.identity(b));
        let r = self.compare_raw(IntPredicate::EQ, x, y);
        self.truth_value(r)
    }
    fn is_none(&mut self, a: &Operand) -> Operand {
        if a.repr == Repr::None || !a.mask.meets(TypeMask::NONE) {
            return self.bool(a.repr == Repr::None);
        }
        let none = self.word(self.facts.none);
        let bits = self.identity(a);
        let r = self.compare_raw(IntPredicate::EQ, bits, none);
        self.truth_value(r)
    }
    fn count(&mut self, out: &Operand) -> Operand {
        let n = self.values[out.count.0 as usize].into_int_value();
        match n.get_sign_extended_constant() {
            Some(n) => self.int(n, Repr::I64),
            None => self.number(n, Repr::I64),
        }
    }
    fn present(&mut self, a: &Operand) -> Operand {
        if !a.is_optional() {
            return self.bool(true);
        }
        let r = self.is_present_raw(a);
        self.truth_value(r)
    }
    fn some(&mut self, a: &Operand, fail: Exit) -> Operand {
        self.expect_present(a, fail)
    }

    // Shapes and types.

    fn shape_of(&mut self, a: &Operand) -> Operand {
        let shape = self.header.shape;
        self.header_of(
            a,
            Repr::U32,
            |o, pointer| o.load(pointer, &shape),
            |o, layout| o.int(layout.shape().into(), Repr::U32),
        )
    }
    fn type_of(&mut self, a: &Operand) -> Operand {
        let ty = self.header.ty;
        let repr = Repr::Ptr(LayoutId::Type);
        if let Some((val, class)) = self.class
            && val == a.val
        {
            return self.address(class, repr);
        }
        self.header_of(
            a,
            repr,
            |o, pointer| o.load(pointer, &ty),
            |o, layout| {
                let index = usize::from(layout == LayoutId::HeapFloat);
                o.address(o.facts.number_types[index], repr)
            },
        )
    }
    fn load_at(&mut self, a: &Operand, offset: &Operand) -> Operand {
        let at = self.at_bytes(a, offset);
        let slot = self.header.slot;
        self.load_raw(at, &slot)
    }
    fn store_at(&mut self, a: &Operand, offset: &Operand, x: &Operand) {
        let at = self.at_bytes(a, offset);
        let slot = self.header.slot;
        self.store_raw(at, &slot, x);
    }
    fn extension_at(&mut self, a: &Operand, offset: &Operand) -> Operand {
        let at = self.at_bytes(a, offset);
        let extension = FieldInfo {
            store: Store::Ref(LayoutId::Buffer),
            ..self.header.slot
        };
        self.load_raw(at, &extension)
    }
    fn set_shape(&mut self, a: &Operand, shape: &Operand) {
        let field = self.header.shape;
        self.store(a, &field, shape);
    }
    fn dict_of(&mut self, a: &Operand) -> Operand {
        self.call(&support::dict_of(), &[*a])
    }
    fn dict_entry(&mut self, table: &Operand, index: &Operand) -> Operand {
        let table = self.load(table, FieldId::DictTable.info());
        let index = self.convert(index, Repr::I64);
        let size = self.int(support::DICT_ENTRY_SIZE, Repr::I64);
        let bytes = self.mul(&index, &size);
        let at = self.at_bytes(&table, &bytes);
        let at = self.operand(at, ADDRESS, TypeMask::ANY);
        let entries = FieldId::DictTableEntries.info();
        let value = FieldInfo {
            offset: entries.offset + support::DICT_ENTRY_VALUE,
            store: Store::OptValue,
            is_tail: true,
            ..*entries
        };
        self.load(&at, &value)
    }

    // The running frame.

    fn globals_of(&mut self, frame: &Operand) -> Operand {
        match self.frame.globals {
            Some(known) => known,
            None => self.load(frame, &support::frame_field(support::FRAME_GLOBALS)),
        }
    }
    fn builtins_of(&mut self, frame: &Operand) -> Operand {
        match self.frame.builtins {
            Some(known) => known,
            None => self.load(frame, &support::frame_field(support::FRAME_BUILTINS)),
        }
    }
    fn locals_are_globals(&mut self, frame: &Operand) -> Operand {
        if let Some(known) = self.frame.locals_are_globals {
            return self.bool(known);
        }
        let locals = FieldInfo {
            store: Store::OptValue,
            ..support::frame_field(support::FRAME_LOCALS)
        };
        let locals = self.load(frame, &locals);
        let globals = self.globals_of(frame);
        self.same(&locals, &globals)
    }
}

impl<'c> Output<'c> {
    /// A fact from an object's header, or that of numbers that have none.
    fn header_of(
        &mut self,
        a: &Operand,
        repr: Repr,
        load: impl FnOnce(&mut Self, &Operand) -> Operand,
        number: impl Fn(&mut Self, LayoutId) -> Operand,
    ) -> Operand {
        match a.repr {
            Repr::Int | Repr::I64 => return number(self, LayoutId::HeapInt),
            Repr::Float => return number(self, LayoutId::HeapFloat),
            _ => {}
        }
        let a = &self.convert(a, if a.is_pointer() { a.repr } else { Repr::Value });
        let mask = a.mask;
        if a.is_pointer() || !mask.meets(TypeMask::INT.union(TypeMask::FLOAT)) {
            return load(self, a);
        }
        let is_pointer = self.is_pointer_raw(a);
        let is_pointer = self.truth_value(is_pointer);
        self.either(
            &is_pointer,
            repr,
            |o| load(o, a),
            |o| match (mask.meets(TypeMask::INT), mask.meets(TypeMask::FLOAT)) {
                (true, false) => number(o, LayoutId::HeapInt),
                (false, true) => number(o, LayoutId::HeapFloat),
                _ => {
                    let is_int = o.is_int(a);
                    let (int, float) =
                        (number(o, LayoutId::HeapInt), number(o, LayoutId::HeapFloat));
                    o.select(&is_int, &int, &float)
                }
            },
        )
    }

    fn require_tagged_range(&mut self, int: IntValue<'c>, fail: Exit) -> Operand {
        let fits = self.in_tagged_range(int);
        self.require_raw(fits, fail);
        self.number(int, Repr::Int)
    }

    fn exclude_zero(&mut self, divisor: IntValue<'c>, fail: Exit) {
        let zero = self.word(0);
        let is_zero = self.compare_raw(IntPredicate::EQ, divisor, zero);
        self.exit_if_raw(is_zero, fail);
    }

    /// Whether a remainder is not 0 and has the other sign than the divisor.
    fn signs_differ(&mut self, remainder: IntValue<'c>, divisor: IntValue<'c>) -> IntValue<'c> {
        let zero = self.word(0);
        let inexact = self.compare_raw(IntPredicate::NE, remainder, zero);
        let signs = built(self.builder.build_xor(remainder, divisor, ""));
        let differ = self.compare_raw(IntPredicate::SLT, signs, zero);
        built(self.builder.build_and(inexact, differ, ""))
    }

    fn float_call(&mut self, hook: &Hook, a: &Operand, b: &Operand, fail: Exit) -> Operand {
        let r = self.call(hook, &[*a, *b]);
        let bits = built(self.builder.build_bit_cast(self.float_of(&r), self.i64, ""));
        let failed = self.word(support::FAILED_FLOAT);
        let failed = self.compare_raw(IntPredicate::EQ, bits.into_int_value(), failed);
        self.exit_if_raw(failed, fail);
        r
    }

    /// Machine words compare signed, 32-bit ones unsigned.
    fn compare(
        &mut self,
        a: &Operand,
        b: &Operand,
        signed: IntPredicate,
        unsigned: IntPredicate,
    ) -> Operand {
        let narrow = |o: &Operand| matches!(o.repr, Repr::U32 | Repr::Bool);
        let r = if narrow(a) && a.repr == b.repr {
            self.compare_raw(unsigned, self.int_of(a), self.int_of(b))
        } else {
            let (a, b) = (self.convert(a, Repr::I64), self.convert(b, Repr::I64));
            self.compare_raw(signed, self.int_of(&a), self.int_of(&b))
        };
        self.truth_value(r)
    }

    fn fcompare(&mut self, a: &Operand, b: &Operand, predicate: FloatPredicate) -> Operand {
        let r = self.fcompare_raw(predicate, self.float_of(a), self.float_of(b));
        self.truth_value(r)
    }

    fn fcompare_raw(
        &mut self,
        predicate: FloatPredicate,
        a: FloatValue<'c>,
        b: FloatValue<'c>,
    ) -> IntValue<'c> {
        built(self.builder.build_float_compare(predicate, a, b, ""))
    }

    pub(super) fn number(&mut self, value: IntValue<'c>, repr: Repr) -> Operand {
        let mut operand = self.operand(value, repr, super::values::integer_mask(repr));
        // What LLVM folded is known here as well.
        operand.constant = value.get_sign_extended_constant().map(Const::Int);
        operand
    }

    fn fnumber(&mut self, value: FloatValue<'c>) -> Operand {
        self.operand(value, Repr::Float, TypeMask::FLOAT)
    }

    fn truth_value(&mut self, value: IntValue<'c>) -> Operand {
        let mut operand = self.operand(value, Repr::Bool, TypeMask::BOOL);
        operand.constant = value
            .get_zero_extended_constant()
            .map(|bit| Const::Bool(bit != 0));
        operand
    }
}

fn both_int(a: &Operand, b: &Operand) -> Repr {
    if a.repr == Repr::Int && b.repr == Repr::Int {
        Repr::Int
    } else {
        Repr::I64
    }
}

/// The exponent of a constant divisor that is a power of two.
fn power_of_two(divisor: &Operand) -> Option<u64> {
    match divisor.constant {
        Some(Const::Int(d)) if d > 0 && d & (d - 1) == 0 => Some(d.trailing_zeros().into()),
        _ => None,
    }
}
