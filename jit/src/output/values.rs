//! Constants, boxing, unboxing and type tests.
//!
//! A value is NaN-boxed (`runtime::value`): pointers have the top 16 bits clear, doubles are stored
//! offset by 2^49, tagged ints fill the space from [`INT_TAG`] on. As the tag's bits are just the sign
//! extension of a negative 50-bit number, boxing an int that fits is a single `or`.

use inkwell::IntPredicate;
use inkwell::values::IntValue;

use super::{
    Class, Const, Effects, Exit, FLOAT_OFFSET, Failure, Hook, INT_BITS, INT_TAG, Likely, Operand,
    Output, Rep, Returns, TypeMask, built,
};

impl<'c> Output<'c> {
    // Constants.

    /// An int.
    pub fn int(&mut self, value: i64) -> Operand {
        self.constant(
            self.word(value as u64),
            Rep::Int,
            TypeMask::INT,
            Const::Int(value),
        )
    }

    /// A raw machine word.
    pub fn raw(&mut self, value: i64) -> Operand {
        self.constant(
            self.word(value as u64),
            Rep::Raw,
            TypeMask::ANY,
            Const::Int(value),
        )
    }

    /// A float.
    pub fn float(&mut self, value: f64) -> Operand {
        let constant = self.f64.const_float(value);
        self.constant(constant, Rep::Float, TypeMask::FLOAT, Const::Float(value))
    }

    /// A truth value.
    pub fn bool(&mut self, value: bool) -> Operand {
        let constant = self.i1.const_int(value.into(), false);
        self.constant(constant, Rep::Bool, TypeMask::BOOL, Const::Bool(value))
    }

    /// A 32-bit word.
    pub fn u32(&mut self, value: u32) -> Operand {
        let constant = self.i32.const_int(value.into(), false);
        self.constant(constant, Rep::U32, TypeMask::ANY, Const::U32(value))
    }

    /// `None`.
    pub fn none(&mut self) -> Operand {
        let bits = self.facts.none;
        let mut none = self.constant(
            self.word(bits),
            Rep::Value,
            TypeMask::NONE,
            Const::Value(bits),
        );
        none.immediate = true;
        none
    }

    /// No value: 0.
    pub fn null(&mut self) -> Operand {
        let mut null = self.constant(self.word(0), Rep::Value, TypeMask::EMPTY, Const::Value(0));
        null.nullable = true;
        null
    }

    /// A boxed value built into the code. A heap object among them is reported as embedded, so that
    /// the code's owner keeps it alive.
    pub fn value(&mut self, bits: u64, mask: TypeMask) -> Operand {
        if bits != 0 && bits >> 48 == 0 && !self.embedded.contains(&bits) {
            self.embedded.push(bits);
        }
        let mut value = self.constant(self.word(bits), Rep::Value, mask, Const::Value(bits));
        value.immediate = bits >= FLOAT_OFFSET;
        value.nullable = bits == 0;
        value
    }

    /// An address built into the code; nothing keeps what is there alive.
    pub fn address(&mut self, address: usize, layout: u32) -> Operand {
        let word = self.word(address as u64);
        let pointer = word.const_to_pointer(self.ptr);
        self.constant(
            pointer,
            Rep::Ptr(layout),
            TypeMask::ANY,
            Const::Address(address),
        )
    }

    // Boxing.

    /// The operand as a boxed value, whatever its representation (raw words count as ints).
    pub fn boxed(&mut self, operand: &Operand) -> Operand {
        match operand.rep {
            Rep::Value => *operand,
            Rep::Int | Rep::Raw => self.box_int(operand),
            Rep::Float => self.box_float(operand),
            Rep::Bool => self.box_bool(operand),
            Rep::Ptr(_) => self.pointer_to_value(operand),
            Rep::U32 => {
                let wide = self.u32_to_int(operand);
                self.box_int(&wide)
            }
        }
    }

    /// An int of any size as a value: tagged when it fits, in the heap when not.
    pub fn box_int(&mut self, operand: &Operand) -> Operand {
        if let Some(Const::Int(i)) = operand.constant
            && (i << (64 - INT_BITS)) >> (64 - INT_BITS) == i
        {
            return self.value(i as u64 | INT_TAG, TypeMask::INT);
        }
        let int = self.int_of(operand);
        let half = self.word(1 << (INT_BITS - 1));
        let shifted = built(self.builder.build_int_add(int, half, ""));
        let limit = self.word(1 << INT_BITS);
        let fits = self.compare_raw(IntPredicate::ULT, shifted, limit);
        let tagged = built(self.builder.build_or(int, self.word(INT_TAG), ""));
        if fits.get_zero_extended_constant() == Some(1) {
            return self.value_of(tagged, TypeMask::INT, true);
        }
        let before = self.current_block();
        let after = self.block_here();
        let big = self.block("heap_int");
        let fits = self.operand(fits, Rep::Bool, TypeMask::ANY);
        self.branch(&fits, after, big, Likely::Then);
        self.switch_to(big);
        let hook = Hook {
            name: "heap_int",
            address: self.facts.heap_int,
            params: &[Rep::Int],
            returns: Returns::One(Rep::Value),
            mask: TypeMask::INT,
            effects: Effects::ALLOCATES,
            failure: if self.on_raise.is_some() {
                Failure::Null
            } else {
                Failure::Never
            },
        };
        let int = self.operand(int, Rep::Int, TypeMask::INT);
        let heap = self.call(&hook, &[int]);
        let from = self.current_block();
        self.jump(after);
        self.switch_to(after);
        let tagged = self.value_of(tagged, TypeMask::INT, true);
        self.join(&[(before, tagged), (from, heap)])
    }

    /// An int known to fit 50 bits (a length, a character code) as a value.
    pub fn box_small_int(&mut self, operand: &Operand) -> Operand {
        let tagged = built(
            self.builder
                .build_or(self.int_of(operand), self.word(INT_TAG), ""),
        );
        self.value_of(tagged, TypeMask::INT, true)
    }

    /// A float as a value.
    pub fn box_float(&mut self, operand: &Operand) -> Operand {
        let bits = built(
            self.builder
                .build_bit_cast(self.float_of(operand), self.i64, ""),
        );
        let boxed = built(self.builder.build_int_add(
            bits.into_int_value(),
            self.word(FLOAT_OFFSET),
            "",
        ));
        let mut value = self.value_of(boxed, TypeMask::FLOAT, true);
        if let Some(Const::Float(f)) = operand.constant {
            value.constant = Some(Const::Value(f.to_bits().wrapping_add(FLOAT_OFFSET)));
        }
        value
    }

    /// `True` or `False`.
    pub fn box_bool(&mut self, operand: &Operand) -> Operand {
        let (yes, no) = (self.word(self.facts.true_), self.word(self.facts.false_));
        let chosen = built(self.builder.build_select(self.int_of(operand), yes, no, ""));
        let mut value = self.value_of(chosen.into_int_value(), TypeMask::BOOL, true);
        if let Some(Const::Bool(b)) = operand.constant {
            let bits = if b {
                self.facts.true_
            } else {
                self.facts.false_
            };
            value.constant = Some(Const::Value(bits));
        }
        value
    }

    /// A heap pointer as a value: the same bits.
    pub fn pointer_to_value(&mut self, operand: &Operand) -> Operand {
        let word = built(
            self.builder
                .build_ptr_to_int(self.ptr_of(operand), self.i64, ""),
        );
        let mut value = self.value_of(word, operand.mask, true);
        if let Some(Const::Address(address)) = operand.constant {
            value.constant = Some(Const::Value(address as u64));
        }
        value
    }

    fn value_of(&mut self, word: IntValue<'c>, mask: TypeMask, immediate: bool) -> Operand {
        let mut value = self.operand(word, Rep::Value, mask);
        value.immediate = immediate;
        value
    }

    // Unboxing with proof.

    /// An int, unboxed; leaves where the operand is no tagged int.
    pub fn expect_int(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.rep {
            Rep::Int => return *operand,
            Rep::Value => {}
            _ => return self.mismatch(Rep::Int, fail),
        }
        if let Some(Const::Value(bits)) = operand.constant {
            if bits >= INT_TAG {
                return self.int(((bits << 14) as i64) >> 14);
            }
            return self.mismatch(Rep::Int, fail);
        }
        let word = self.int_of(operand);
        if !(operand.immediate && operand.mask.within(TypeMask::INT)) {
            let tagged = self.compare_raw(IntPredicate::UGE, word, self.word(INT_TAG));
            self.require_raw(tagged, fail);
        }
        self.untag(word)
    }

    /// Both ints, unboxed, with one test where two would be needed.
    pub fn expect_ints(&mut self, a: &Operand, b: &Operand, fail: Exit) -> (Operand, Operand) {
        let unknown = |o: &Operand| {
            o.rep == Rep::Value
                && o.constant.is_none()
                && !(o.immediate && o.mask.within(TypeMask::INT))
        };
        if unknown(a) && unknown(b) {
            let (x, y) = (self.int_of(a), self.int_of(b));
            let both = built(self.builder.build_and(x, y, ""));
            let tagged = self.compare_raw(IntPredicate::UGE, both, self.word(INT_TAG));
            self.require_raw(tagged, fail);
            return (self.untag(x), self.untag(y));
        }
        (self.expect_int(a, fail), self.expect_int(b, fail))
    }

    /// The int that the operand, proved to be exactly an int by its mask, is: tagged or in the heap.
    pub fn int_of_any(&mut self, operand: &Operand) -> Operand {
        debug_assert!(operand.mask.within(TypeMask::INT));
        if operand.rep == Rep::Int {
            return *operand;
        }
        let word = self.int_of(operand);
        let tagged = self.untag(word);
        if operand.immediate {
            return tagged;
        }
        let before = self.current_block();
        let is_tagged = self.compare_raw(IntPredicate::UGE, word, self.word(INT_TAG));
        let is_tagged = self.operand(is_tagged, Rep::Bool, TypeMask::ANY);
        let after = self.block_here();
        let heap = self.block("heap_int_value");
        self.branch(&is_tagged, after, heap, Likely::Then);
        self.switch_to(heap);
        let field = self.facts.heap_int_value;
        let loaded = self.load_field(operand, &field);
        let from = self.current_block();
        self.jump(after);
        self.switch_to(after);
        self.join(&[(before, tagged), (from, loaded)])
    }

    /// A float, unboxed; leaves where the operand is none.
    pub fn expect_float(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.rep {
            Rep::Float => return *operand,
            Rep::Value => {}
            _ => return self.mismatch(Rep::Float, fail),
        }
        if let Some(Const::Value(bits)) = operand.constant {
            if (FLOAT_OFFSET..INT_TAG).contains(&bits) {
                return self.float(f64::from_bits(bits - FLOAT_OFFSET));
            }
            return self.mismatch(Rep::Float, fail);
        }
        let word = self.int_of(operand);
        let bits = built(
            self.builder
                .build_int_sub(word, self.word(FLOAT_OFFSET), ""),
        );
        if !(operand.immediate && operand.mask.within(TypeMask::FLOAT)) {
            let span = self.word(INT_TAG - FLOAT_OFFSET);
            let is_float = self.compare_raw(IntPredicate::ULT, bits, span);
            self.require_raw(is_float, fail);
        }
        let float = built(self.builder.build_bit_cast(bits, self.f64, ""));
        self.operand(float, Rep::Float, TypeMask::FLOAT)
    }

    /// A truth value, unboxed; leaves where the operand is neither `True` nor `False`.
    pub fn expect_bool(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.rep {
            Rep::Bool => return *operand,
            Rep::Value => {}
            _ => return self.mismatch(Rep::Bool, fail),
        }
        let word = self.int_of(operand);
        let yes = self.compare_raw(IntPredicate::EQ, word, self.word(self.facts.true_));
        if !operand.mask.within(TypeMask::BOOL) {
            let no = self.compare_raw(IntPredicate::EQ, word, self.word(self.facts.false_));
            let either = built(self.builder.build_or(yes, no, ""));
            self.require_raw(either, fail);
        }
        self.operand(yes, Rep::Bool, TypeMask::BOOL)
    }

    /// Leaves where the operand is not `None`.
    pub fn expect_none(&mut self, operand: &Operand, fail: Exit) {
        if operand.rep == Rep::Value && operand.mask.within(TypeMask::NONE) && !operand.nullable {
            return;
        }
        let is_none = self.is_none(operand);
        self.require(&is_none, fail);
    }

    /// A pointer to an exact instance of `class`; leaves where the operand is none.
    pub fn expect_exact(&mut self, operand: &Operand, class: &Class, fail: Exit) -> Operand {
        match operand.rep {
            Rep::Ptr(_) if operand.mask.within(class.mask) => {
                let mut same = *operand;
                same.rep = Rep::Ptr(class.layout);
                return same;
            }
            Rep::Value | Rep::Ptr(_) => {}
            _ => return self.mismatch(Rep::Ptr(class.layout), fail),
        }
        if !operand.mask.meets(class.mask) {
            return self.mismatch(Rep::Ptr(class.layout), fail);
        }
        if !operand.mask.within(class.mask) {
            let shape = self.shape_of_checked(operand, fail);
            let expected = self.i32.const_int(class.shape.into(), false);
            let same = self.compare_raw(IntPredicate::EQ, self.int_of(&shape), expected);
            self.require_raw(same, fail);
        }
        self.as_pointer(operand, class.layout, class.mask)
    }

    /// A pointer to a heap object with that shape; leaves where the operand is none.
    pub fn expect_shape(
        &mut self,
        operand: &Operand,
        shape: &Operand,
        layout: u32,
        fail: Exit,
    ) -> Operand {
        if !matches!(operand.rep, Rep::Value | Rep::Ptr(_)) {
            return self.mismatch(Rep::Ptr(layout), fail);
        }
        let found = self.shape_of_checked(operand, fail);
        let same = self.compare_raw(IntPredicate::EQ, self.int_of(&found), self.int_of(shape));
        self.require_raw(same, fail);
        self.as_pointer(operand, layout, operand.mask)
    }

    /// A pointer to some heap object; leaves where the operand is an immediate number.
    pub fn expect_pointer(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.rep {
            Rep::Ptr(_) => return *operand,
            Rep::Value => {}
            _ => return self.mismatch(Rep::Ptr(0), fail),
        }
        if operand.mask.meets(TypeMask::INT | TypeMask::FLOAT) {
            let word = self.int_of(operand);
            let pointer = self.compare_raw(IntPredicate::ULT, word, self.word(1 << 48));
            self.require_raw(pointer, fail);
        }
        self.as_pointer(operand, 0, operand.mask)
    }

    /// The shape of an operand that may be a number, for which it leaves.
    fn shape_of_checked(&mut self, operand: &Operand, fail: Exit) -> Operand {
        let pointer = self.expect_pointer(operand, fail);
        self.shape_of(&pointer)
    }

    /// The operand as a pointer, without a test.
    pub fn as_pointer(&mut self, operand: &Operand, layout: u32, mask: TypeMask) -> Operand {
        let pointer = self.ptr_of(operand);
        let mut result = self.operand(pointer, Rep::Ptr(layout), mask);
        if let Some(Const::Value(bits)) = operand.constant {
            result.constant = Some(Const::Address(bits as usize));
        }
        result
    }

    /// Leaves where the operand is 0: an unbound register, a missing value.
    pub fn expect_bound(&mut self, operand: &Operand, fail: Exit) -> Operand {
        if operand.nullable {
            let word = self.int_of(operand);
            let bound = self.compare_raw(IntPredicate::NE, word, self.word(0));
            self.require_raw(bound, fail);
        }
        operand.known_bound()
    }

    fn untag(&mut self, word: IntValue<'c>) -> Operand {
        let up = self.word((64 - INT_BITS).into());
        let shifted = built(self.builder.build_left_shift(word, up, ""));
        let int = built(self.builder.build_right_shift(shifted, up, true, ""));
        self.operand(int, Rep::Int, TypeMask::INT)
    }

    /// A test that is known to fail: leaves, and goes on in a block that is never reached.
    fn mismatch(&mut self, rep: Rep, fail: Exit) -> Operand {
        self.leave(fail);
        let dead = self.block_here();
        self.switch_to(dead);
        let undefined: inkwell::values::BasicValueEnum = match self.types().of(rep) {
            inkwell::types::BasicTypeEnum::IntType(t) => t.get_undef().into(),
            inkwell::types::BasicTypeEnum::FloatType(t) => t.get_undef().into(),
            _ => self.ptr.get_undef().into(),
        };
        self.operand(undefined, rep, TypeMask::EMPTY)
    }

    // Tests that answer instead of leaving.

    /// Identity of two values (or pointers).
    pub fn is(&mut self, a: &Operand, b: &Operand) -> Operand {
        let (x, y) = (self.identity(a), self.identity(b));
        let same = self.compare_raw(IntPredicate::EQ, x, y);
        self.operand(same, Rep::Bool, TypeMask::BOOL)
    }

    /// Whether the operand is `None`.
    pub fn is_none(&mut self, operand: &Operand) -> Operand {
        match operand.rep {
            Rep::Value if operand.mask.meets(TypeMask::NONE) => {
                let none = self.word(self.facts.none);
                let same = self.compare_raw(IntPredicate::EQ, self.int_of(operand), none);
                self.operand(same, Rep::Bool, TypeMask::BOOL)
            }
            _ => self.bool(false),
        }
    }

    /// Whether the operand is 0: unbound, or missing.
    pub fn is_null(&mut self, operand: &Operand) -> Operand {
        let word = self.identity(operand);
        let null = self.compare_raw(IntPredicate::EQ, word, self.word(0));
        self.operand(null, Rep::Bool, TypeMask::BOOL)
    }

    /// Whether the value is a tagged int.
    pub fn is_int(&mut self, operand: &Operand) -> Operand {
        if operand.rep != Rep::Value {
            return self.bool(operand.rep == Rep::Int);
        }
        let tagged = self.compare_raw(IntPredicate::UGE, self.int_of(operand), self.word(INT_TAG));
        self.operand(tagged, Rep::Bool, TypeMask::BOOL)
    }

    /// Whether the value is an immediate float.
    pub fn is_float(&mut self, operand: &Operand) -> Operand {
        if operand.rep != Rep::Value {
            return self.bool(operand.rep == Rep::Float);
        }
        let word = self.int_of(operand);
        let bits = built(
            self.builder
                .build_int_sub(word, self.word(FLOAT_OFFSET), ""),
        );
        let float = self.compare_raw(IntPredicate::ULT, bits, self.word(INT_TAG - FLOAT_OFFSET));
        self.operand(float, Rep::Bool, TypeMask::BOOL)
    }

    /// Truth of an unboxed number or truth value, or of a nullable pointer's presence.
    pub fn truth(&mut self, operand: &Operand) -> Operand {
        match operand.rep {
            Rep::Bool => *operand,
            Rep::Float => {
                let zero = self.float(0.0);
                self.ne(operand, &zero)
            }
            Rep::Int | Rep::Raw | Rep::U32 => {
                let int = self.int_of(operand);
                let zero = int.get_type().const_zero();
                let nonzero = self.compare_raw(IntPredicate::NE, int, zero);
                self.operand(nonzero, Rep::Bool, TypeMask::BOOL)
            }
            Rep::Value | Rep::Ptr(_) => {
                let null = self.is_null(operand);
                self.not_(&null)
            }
        }
    }

    /// The 64 bits that tell a boxed value from another.
    fn identity(&mut self, operand: &Operand) -> IntValue<'c> {
        let boxed = self.boxed(operand);
        self.int_of(&boxed)
    }

    pub(super) fn compare_raw(
        &mut self,
        predicate: IntPredicate,
        a: IntValue<'c>,
        b: IntValue<'c>,
    ) -> IntValue<'c> {
        built(self.builder.build_int_compare(predicate, a, b, ""))
    }
}
