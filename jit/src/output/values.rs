//! Constants, boxing, unboxing and type tests.
//!
//! A value is NaN-boxed (`runtime::value`): pointers have the top 16 bits clear, doubles are stored
//! offset by 2^49, tagged ints fill the space from [`INT_TAG`] on. As the tag's bits are just the sign
//! extension of a negative 50-bit number, boxing an int is a single `or`.

use inkwell::IntPredicate;
use inkwell::types::BasicTypeEnum;
use inkwell::values::{BasicValueEnum, IntValue};

use super::{
    Const, Effects, Exit, FLOAT_OFFSET, Hook, INT_BITS, INT_TAG, LayoutId, Likely, Operand, Output,
    Repr, Signature, TypeMask, built, mask_of,
};

impl<'c> Output<'c> {
    // Constants.

    /// An int or machine integer.
    pub fn int(&mut self, n: i64, repr: Repr) -> Operand {
        let value = match repr {
            Repr::U32 => self.i32.const_int(n as u64, false),
            _ => self.word(n as u64),
        };
        self.constant(value, repr, integer_mask(repr), Const::Int(n))
    }

    /// A float.
    pub fn float(&mut self, value: f64) -> Operand {
        let constant = self.f64.const_float(value);
        self.constant(constant, Repr::Float, TypeMask::FLOAT, Const::Float(value))
    }

    /// A truth value.
    pub fn bool(&mut self, value: bool) -> Operand {
        let constant = self.i1.const_int(value.into(), false);
        self.constant(constant, Repr::Bool, TypeMask::BOOL, Const::Bool(value))
    }

    /// `None`, without bits.
    pub fn none(&mut self) -> Operand {
        let bits = self.facts.none;
        self.constant(
            self.word(bits),
            Repr::None,
            TypeMask::NONE,
            Const::Value(bits),
        )
    }

    /// Nothing there: 0.
    pub fn null(&mut self, repr: Repr) -> Operand {
        match repr {
            Repr::Ptr(layout) | Repr::OptPtr(layout) => {
                let null = self.ptr.const_null();
                self.constant(
                    null,
                    Repr::OptPtr(layout),
                    TypeMask::EMPTY,
                    Const::Address(0),
                )
            }
            _ => self.constant(
                self.word(0),
                Repr::OptValue,
                TypeMask::EMPTY,
                Const::Value(0),
            ),
        }
    }

    /// A boxed value built into the code. A heap object is reported as embedded, so that the code's
    /// owner keeps it alive.
    pub fn value(&mut self, bits: u64, mask: TypeMask) -> Operand {
        self.embed(bits);
        let repr = if bits == 0 {
            Repr::OptValue
        } else {
            Repr::Value
        };
        let mut value = self.constant(self.word(bits), repr, mask, Const::Value(bits));
        value.immediate = bits >= FLOAT_OFFSET;
        value
    }

    /// An object built into the code, likewise.
    pub fn object(&mut self, address: usize, layout: LayoutId, mask: TypeMask) -> Operand {
        self.embed(address as u64);
        let mut object = self.address(address, Repr::Ptr(layout));
        object.mask = mask;
        object
    }

    /// An address built into the code; nothing keeps what is there alive.
    pub fn address(&mut self, address: usize, repr: Repr) -> Operand {
        let pointer = self.word(address as u64).const_to_pointer(self.ptr);
        self.constant(pointer, repr, TypeMask::ANY, Const::Address(address))
    }

    fn embed(&mut self, bits: u64) {
        if bits != 0 && bits >> 48 == 0 && !self.embedded.contains(&bits) {
            self.embedded.push(bits);
        }
    }

    // Boxing.

    /// The operand as a boxed value, whatever its representation. A machine integer counts as an int.
    pub fn boxed(&mut self, operand: &Operand) -> Operand {
        match operand.repr {
            Repr::Value | Repr::OptValue => *operand,
            Repr::Int => self.box_int(operand),
            Repr::I64 => self.box_any_int(operand),
            Repr::U32 => {
                let wide = self.convert(operand, Repr::I64);
                self.box_int(&wide)
            }
            Repr::Float => self.box_float(operand),
            Repr::Bool => self.box_bool(operand),
            Repr::None => {
                let mut none = *operand;
                none.repr = Repr::Value;
                none
            }
            Repr::Ptr(_) => self.box_pointer(operand, Repr::Value),
            Repr::OptPtr(_) => self.box_pointer(operand, Repr::OptValue),
            Repr::Values | Repr::Outs | Repr::Frame | Repr::Cache => {
                panic!("code generation: {:?} is no Python value", operand.repr)
            }
        }
    }

    /// An int of the tagged range.
    fn box_int(&mut self, operand: &Operand) -> Operand {
        if let Some(Const::Int(i)) = operand.constant {
            return self.value(i as u64 | INT_TAG, TypeMask::INT);
        }
        let tagged = built(
            self.builder
                .build_or(self.int_of(operand), self.word(INT_TAG), ""),
        );
        self.value_of(tagged, TypeMask::INT, true)
    }

    /// A machine integer of any size: tagged when it fits, in the heap when not.
    fn box_any_int(&mut self, operand: &Operand) -> Operand {
        if let Some(Const::Int(i)) = operand.constant
            && (i << (64 - INT_BITS)) >> (64 - INT_BITS) == i
        {
            return self.box_int(operand);
        }
        let int = self.int_of(operand);
        let fits = self.in_tagged_range(int);
        let tagged = built(self.builder.build_or(int, self.word(INT_TAG), ""));
        let before = self.current_block();
        let after = self.block_here();
        let big = self.block("heap_int");
        let fits = self.operand(fits, Repr::Bool, TypeMask::BOOL);
        self.branch(&fits, after, big, Likely::Then);
        self.switch_to(big);
        let hook = Hook {
            name: "heap_int",
            address: self.facts.heap_int,
            signature: Signature {
                params: &[Repr::I64],
                result: Repr::Value,
                raises: false,
            },
            mask: TypeMask::INT,
            effects: Effects {
                reads: 0,
                writes: 0,
                raises: false,
                calls: false,
                allocates: true,
            },
        };
        let mut int = *operand;
        int.repr = Repr::I64;
        let heap = self.call(&hook, &[int]);
        let from = self.current_block();
        self.jump(after);
        self.switch_to(after);
        let tagged = self.value_of(tagged, TypeMask::INT, true);
        self.join(&[(before, tagged), (from, heap)])
    }

    fn box_float(&mut self, operand: &Operand) -> Operand {
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

    fn box_bool(&mut self, operand: &Operand) -> Operand {
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

    fn box_pointer(&mut self, operand: &Operand, repr: Repr) -> Operand {
        let word = built(
            self.builder
                .build_ptr_to_int(self.ptr_of(operand), self.i64, ""),
        );
        let mut value = self.operand(word, repr, operand.mask);
        if let Some(Const::Address(address)) = operand.constant {
            value.constant = Some(Const::Value(address as u64));
        }
        value
    }

    fn value_of(&mut self, word: IntValue<'c>, mask: TypeMask, immediate: bool) -> Operand {
        let mut value = self.operand(word, Repr::Value, mask);
        value.immediate = immediate;
        value
    }

    /// Whether a machine integer fits a tagged int.
    pub(super) fn in_tagged_range(&mut self, int: IntValue<'c>) -> IntValue<'c> {
        let half = self.word(1 << (INT_BITS - 1));
        let shifted = built(self.builder.build_int_add(int, half, ""));
        self.compare_raw(IntPredicate::ULT, shifted, self.word(1 << INT_BITS))
    }

    // Unboxing with proof (`Prims::expect_*`).

    pub(super) fn unbox_int(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.repr {
            Repr::Int => return *operand,
            Repr::Value | Repr::OptValue => {}
            _ => return self.mismatch(Repr::Int, fail),
        }
        if let Some(Const::Value(bits)) = operand.constant {
            if bits >= INT_TAG {
                return self.int(((bits << 14) as i64) >> 14, Repr::Int);
            }
            return self.mismatch(Repr::Int, fail);
        }
        let word = self.int_of(operand);
        if !is_immediate_int(operand) {
            let tagged = self.compare_raw(IntPredicate::UGE, word, self.word(INT_TAG));
            self.require_raw(tagged, fail);
        }
        self.untag(word)
    }

    /// Both ints, unboxed, with one test where two would be needed.
    pub fn expect_ints(&mut self, a: &Operand, b: &Operand, fail: Exit) -> (Operand, Operand) {
        let unknown = |o: &Operand| o.is_boxed() && o.constant.is_none() && !is_immediate_int(o);
        if unknown(a) && unknown(b) {
            let (x, y) = (self.int_of(a), self.int_of(b));
            let both = built(self.builder.build_and(x, y, ""));
            let tagged = self.compare_raw(IntPredicate::UGE, both, self.word(INT_TAG));
            self.require_raw(tagged, fail);
            return (self.untag(x), self.untag(y));
        }
        (self.unbox_int(a, fail), self.unbox_int(b, fail))
    }

    pub(super) fn unbox_float(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.repr {
            Repr::Float => return *operand,
            Repr::Value | Repr::OptValue => {}
            _ => return self.mismatch(Repr::Float, fail),
        }
        if let Some(Const::Value(bits)) = operand.constant {
            if (FLOAT_OFFSET..INT_TAG).contains(&bits) {
                return self.float(f64::from_bits(bits - FLOAT_OFFSET));
            }
            return self.mismatch(Repr::Float, fail);
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
        self.operand(float, Repr::Float, TypeMask::FLOAT)
    }

    pub(super) fn unbox_bool(&mut self, operand: &Operand, fail: Exit) -> Operand {
        match operand.repr {
            Repr::Bool => return *operand,
            Repr::Value | Repr::OptValue => {}
            _ => return self.mismatch(Repr::Bool, fail),
        }
        let word = self.int_of(operand);
        let yes = self.compare_raw(IntPredicate::EQ, word, self.word(self.facts.true_));
        if !operand.mask.within(TypeMask::BOOL) || operand.is_optional() {
            let no = self.compare_raw(IntPredicate::EQ, word, self.word(self.facts.false_));
            let either = built(self.builder.build_or(yes, no, ""));
            self.require_raw(either, fail);
        }
        self.operand(yes, Repr::Bool, TypeMask::BOOL)
    }

    pub(super) fn unbox_layout(
        &mut self,
        operand: &Operand,
        layout: LayoutId,
        fail: Exit,
    ) -> Operand {
        let mask = mask_of(layout);
        // A number of the layout's type may be an immediate, so only a pointer's type is proof.
        let proof = mask != TypeMask::OTHER && operand.mask.within(mask);
        match operand.repr {
            Repr::Ptr(_) if proof => return self.as_pointer(operand, layout, mask),
            Repr::Ptr(known) if known == layout && layout != LayoutId::Object => return *operand,
            Repr::Value if proof && !mask.meets(TypeMask::INT.union(TypeMask::FLOAT)) => {
                return self.as_pointer(operand, layout, mask);
            }
            Repr::Value | Repr::OptValue | Repr::Ptr(_) | Repr::OptPtr(_) => {}
            _ => return self.mismatch(Repr::Ptr(layout), fail),
        }
        if !operand.mask.meets(mask) {
            return self.mismatch(Repr::Ptr(layout), fail);
        }
        let shape = self.int(layout.shape().into(), Repr::U32);
        self.expect_shape(operand, &shape, layout, mask, fail)
    }

    /// A pointer to an object with that shape, which has that layout; leaves where the operand is
    /// none.
    pub fn expect_shape(
        &mut self,
        operand: &Operand,
        shape: &Operand,
        layout: LayoutId,
        mask: TypeMask,
        fail: Exit,
    ) -> Operand {
        let pointer = self.expect_object(operand, fail);
        let field = self.header.shape;
        let found = self.load(&pointer, &field);
        let same = self.compare_raw(IntPredicate::EQ, self.int_of(&found), self.int_of(shape));
        self.require_raw(same, fail);
        self.as_pointer(operand, layout, mask)
    }

    /// A pointer to some object; leaves where the operand is an immediate number or absent.
    pub fn expect_object(&mut self, operand: &Operand, fail: Exit) -> Operand {
        let operand = self.expect_present(operand, fail);
        match operand.repr {
            Repr::Ptr(_) => return operand,
            Repr::Value => {}
            _ => return self.mismatch(Repr::Ptr(LayoutId::Object), fail),
        }
        if operand.mask.meets(TypeMask::INT.union(TypeMask::FLOAT)) {
            let pointer = self.is_pointer_raw(&operand);
            self.require_raw(pointer, fail);
        }
        self.as_pointer(&operand, LayoutId::Object, operand.mask)
    }

    /// The operand as a pointer, without a test.
    pub fn as_pointer(&mut self, operand: &Operand, layout: LayoutId, mask: TypeMask) -> Operand {
        let pointer = self.ptr_of(operand);
        let mut result = self.operand(pointer, Repr::Ptr(layout), mask);
        result.constant = match operand.constant {
            Some(Const::Value(bits)) => Some(Const::Address(bits as usize)),
            constant => constant,
        };
        result
    }

    /// The operand, known to be there; leaves where it is 0.
    pub fn expect_present(&mut self, operand: &Operand, fail: Exit) -> Operand {
        if operand.is_optional() {
            let present = self.is_present_raw(operand);
            self.require_raw(present, fail);
        }
        operand.known_present()
    }

    /// The int that the operand, proved to be exactly an int by its mask, is: tagged or in the heap.
    pub fn int_of_any(&mut self, operand: &Operand) -> Operand {
        debug_assert!(operand.mask.within(TypeMask::INT));
        if !operand.is_boxed() {
            return self.convert(operand, Repr::I64);
        }
        let word = self.int_of(operand);
        let mut tagged = self.untag(word);
        tagged.repr = Repr::I64;
        if operand.immediate {
            return tagged;
        }
        let before = self.current_block();
        let is_tagged = self.compare_raw(IntPredicate::UGE, word, self.word(INT_TAG));
        let is_tagged = self.operand(is_tagged, Repr::Bool, TypeMask::BOOL);
        let after = self.block_here();
        let heap = self.block("heap_int_number");
        self.branch(&is_tagged, after, heap, Likely::Then);
        self.switch_to(heap);
        let mut loaded = self.load(operand, super::FieldId::HeapIntNumber.info());
        loaded.mask = TypeMask::INT;
        let from = self.current_block();
        self.jump(after);
        self.switch_to(after);
        self.join(&[(before, tagged), (from, loaded)])
    }

    fn untag(&mut self, word: IntValue<'c>) -> Operand {
        let up = self.word((64 - INT_BITS).into());
        let shifted = built(self.builder.build_left_shift(word, up, ""));
        let int = built(self.builder.build_right_shift(shifted, up, true, ""));
        self.operand(int, Repr::Int, TypeMask::INT)
    }

    /// A test that is known to fail: leaves, and goes on in a block that is never reached.
    pub(super) fn mismatch(&mut self, repr: Repr, fail: Exit) -> Operand {
        self.leave(fail);
        let dead = self.block_here();
        self.switch_to(dead);
        let undefined: BasicValueEnum = match self.types().of(repr) {
            BasicTypeEnum::IntType(t) => t.get_undef().into(),
            BasicTypeEnum::FloatType(t) => t.get_undef().into(),
            _ => self.ptr.get_undef().into(),
        };
        self.operand(undefined, repr, TypeMask::EMPTY)
    }

    // Tests that answer instead of leaving.

    /// Whether the value is a tagged int.
    pub fn is_int(&mut self, operand: &Operand) -> Operand {
        if !operand.is_boxed() {
            return self.bool(operand.repr == Repr::Int);
        }
        let tag = self.word(INT_TAG);
        let tagged = self.compare_raw(IntPredicate::UGE, self.int_of(operand), tag);
        self.operand(tagged, Repr::Bool, TypeMask::BOOL)
    }

    /// Whether the value is an immediate float.
    pub fn is_float(&mut self, operand: &Operand) -> Operand {
        if !operand.is_boxed() {
            return self.bool(operand.repr == Repr::Float);
        }
        let word = self.int_of(operand);
        let bits = built(
            self.builder
                .build_int_sub(word, self.word(FLOAT_OFFSET), ""),
        );
        let span = self.word(INT_TAG - FLOAT_OFFSET);
        let float = self.compare_raw(IntPredicate::ULT, bits, span);
        self.operand(float, Repr::Bool, TypeMask::BOOL)
    }

    /// Whether the value, which is there, is a pointer.
    pub(super) fn is_pointer_raw(&mut self, operand: &Operand) -> IntValue<'c> {
        let word = self.int_of(operand);
        self.compare_raw(IntPredicate::ULT, word, self.word(1 << 48))
    }

    /// Whether an optional value or pointer is there.
    pub(super) fn is_present_raw(&mut self, operand: &Operand) -> IntValue<'c> {
        let word = self.identity(operand);
        self.compare_raw(IntPredicate::NE, word, self.word(0))
    }

    /// The 64 bits that tell a boxed value from another.
    pub(super) fn identity(&mut self, operand: &Operand) -> IntValue<'c> {
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

    // Changes of representation.

    /// The operand in another representation that can hold all its values; boxes where a value is
    /// asked for. What cannot be converted is a defect of the emitter.
    pub fn convert(&mut self, operand: &Operand, repr: Repr) -> Operand {
        let mut same = *operand;
        same.repr = repr;
        match (operand.repr, repr) {
            (a, b) if a == b => same,
            (Repr::Value, Repr::OptValue) | (Repr::OptValue, Repr::Value) => same,
            (_, Repr::Value | Repr::OptValue) => {
                let mut boxed = self.boxed(operand);
                boxed.repr = repr;
                boxed
            }
            (Repr::Int, Repr::I64) => same,
            // The emitters' checker knows that the number is small.
            (Repr::I64, Repr::Int) => {
                same.mask = TypeMask::INT;
                same
            }
            (Repr::U32 | Repr::Bool, Repr::I64 | Repr::Int) => {
                let wide = built(self.builder.build_int_z_extend(
                    self.int_of(operand),
                    self.i64,
                    "",
                ));
                let mut result = self.operand(wide, repr, integer_mask(repr));
                if let Some(Const::Int(_)) = operand.constant {
                    result.constant = operand.constant;
                }
                result
            }
            (Repr::I64 | Repr::Int, Repr::U32) => {
                let narrow = built(self.builder.build_int_truncate(
                    self.int_of(operand),
                    self.i32,
                    "",
                ));
                let mut result = self.operand(narrow, repr, TypeMask::ANY);
                result.constant = operand.constant;
                result
            }
            (_, Repr::Ptr(_) | Repr::OptPtr(_) | Repr::Frame | Repr::Cache)
                if operand.is_pointer() || operand.is_boxed() || operand.repr == Repr::I64 =>
            {
                let pointer = self.ptr_of(operand);
                let mut result = self.operand(pointer, repr, operand.mask);
                result.constant = match operand.constant {
                    Some(Const::Value(bits)) => Some(Const::Address(bits as usize)),
                    constant => constant,
                };
                result
            }
            (_, Repr::I64) if operand.is_pointer() => {
                let word = built(
                    self.builder
                        .build_ptr_to_int(self.ptr_of(operand), self.i64, ""),
                );
                self.operand(word, repr, TypeMask::ANY)
            }
            (from, to) => panic!("code generation: a {from:?} where a {to:?} is needed"),
        }
    }
}

fn is_immediate_int(operand: &Operand) -> bool {
    operand.immediate && operand.mask.within(TypeMask::INT)
}

pub(super) fn integer_mask(repr: Repr) -> TypeMask {
    if repr == Repr::Int {
        TypeMask::INT
    } else {
        TypeMask::ANY
    }
}
