//! Loads and stores.
//!
//! Each field of each layout is an alias class of its own: LLVM may assume that a store to
//! `list.len` leaves `list.items` alone, which is what lets it keep lengths and item pointers in
//! registers across stores. Fields declared immutable are loaded as invariant.

use inkwell::IntPredicate;
use inkwell::types::{BasicTypeEnum, IntType};
use inkwell::values::{
    BasicValue, BasicValueEnum, InstructionValue, IntValue, MetadataValue, PointerValue,
};

use super::{Const, Field, Operand, Output, Rep, Store, TypeMask, built};

/// Attribute slots of instances, at offsets that only shapes know.
pub const SLOTS: &str = "slots";
/// Registers of an interpreter frame.
pub const REGISTERS: &str = "frame.registers";
/// Profile words and counters.
pub const COUNTERS: &str = "counters";

impl<'c> Output<'c> {
    /// Reads a field of the object.
    pub fn load_field(&mut self, object: &Operand, field: &Field) -> Operand {
        let at = self.at(object, field.offset);
        self.load(at, field)
    }

    /// Writes a field of the object.
    pub fn store_field(&mut self, object: &Operand, field: &Field, value: &Operand) {
        let at = self.at(object, field.offset);
        self.store(at, field, value);
    }

    /// Reads element `index` of the array that begins at `field`'s offset.
    pub fn load_elem(&mut self, object: &Operand, field: &Field, index: &Operand) -> Operand {
        let at = self.element(object, field, index);
        self.load(at, field)
    }

    /// Writes element `index` of the array that begins at `field`'s offset.
    pub fn store_elem(
        &mut self,
        object: &Operand,
        field: &Field,
        index: &Operand,
        value: &Operand,
    ) {
        let at = self.element(object, field, index);
        self.store(at, field, value);
    }

    /// Reads the attribute slot at a byte offset of the object (or of its overflow buffer).
    pub fn load_at(&mut self, object: &Operand, offset: &Operand) -> Operand {
        let at = self.at_bytes(object, offset);
        self.load(at, &slot(TypeMask::ANY))
    }

    /// Writes the attribute slot at a byte offset of the object.
    pub fn store_at(&mut self, object: &Operand, offset: &Operand, value: &Operand) {
        let at = self.at_bytes(object, offset);
        self.store(at, &slot(TypeMask::ANY), value);
    }

    /// The object's shape id. The object is no immediate number.
    pub fn shape_of(&mut self, object: &Operand) -> Operand {
        let field = self.facts.shape;
        self.load_field(object, &field)
    }

    /// The version of a type object.
    pub fn type_version(&mut self, ty: &Operand) -> Operand {
        let field = self.facts.type_version;
        self.load_field(ty, &field)
    }

    /// The address of the array element, as a raw pointer.
    pub fn element_address(&mut self, object: &Operand, field: &Field, index: &Operand) -> Operand {
        let at = self.element(object, field, index);
        self.operand(at, Rep::Ptr(0), TypeMask::ANY)
    }

    /// The address that many bytes into the object.
    pub fn offset(&mut self, object: &Operand, bytes: u32, layout: u32) -> Operand {
        let at = self.at(object, bytes);
        let mut operand = self.operand(at, Rep::Ptr(layout), TypeMask::ANY);
        if let Some(Const::Address(base)) = object.constant {
            operand.constant = Some(Const::Address(base + bytes as usize));
        }
        operand
    }

    // The interpreter's frame (baseline).

    /// Declares where the frame's registers are: a pointer to register 0.
    pub fn set_registers(&mut self, base: &Operand) {
        self.registers = Some(*base);
    }

    /// Reads register `index` of the frame.
    pub fn load_register(&mut self, index: u32) -> Operand {
        let base = self.registers.expect("set_registers came first");
        let at = self.at(&base, index * 8);
        self.load(at, &register())
    }

    /// Writes register `index` of the frame, boxing the value.
    pub fn store_register(&mut self, index: u32, value: &Operand) {
        let base = self.registers.expect("set_registers came first");
        let at = self.at(&base, index * 8);
        self.store(at, &register(), value);
    }

    // Words at fixed addresses.

    /// Sets bits in the 32-bit word at `address`: a node's profile.
    pub fn set_bits(&mut self, address: usize, bits: u32) {
        let bits = self.i32.const_int(bits.into(), false);
        self.update(address, |o, word| built(o.builder.build_or(word, bits, "")));
    }

    /// Adds to the 32-bit word at `address` and returns its new content.
    pub fn count(&mut self, address: usize, by: i32) -> Operand {
        let by = self.i32.const_int(by as u32 as u64, false);
        let new = self.update(address, |o, word| {
            built(o.builder.build_int_add(word, by, ""))
        });
        self.operand(new, Rep::U32, TypeMask::ANY)
    }

    /// Counts the word at `address` down and says whether it reached 0 (or had passed it).
    pub fn count_down(&mut self, address: usize) -> Operand {
        let left = self.count(address, -1);
        let zero = self.i32.const_zero();
        let done = self.compare_raw(IntPredicate::SLE, self.int_of(&left), zero);
        self.operand(done, Rep::Bool, TypeMask::BOOL)
    }

    fn update(
        &mut self,
        address: usize,
        change: impl FnOnce(&Self, IntValue<'c>) -> IntValue<'c>,
    ) -> IntValue<'c> {
        let at = self.word(address as u64).const_to_pointer(self.ptr);
        let load = built(self.builder.build_load(self.i32, at, ""));
        self.tag(instruction(load), COUNTERS);
        let new = change(self, load.into_int_value());
        let store = built(self.builder.build_store(at, new));
        self.tag(store, COUNTERS);
        new
    }

    // Addressing.

    fn at(&self, object: &Operand, offset: u32) -> PointerValue<'c> {
        let base = self.ptr_of(object);
        if offset == 0 {
            return base;
        }
        self.advance(base, self.word(offset.into()))
    }

    fn at_bytes(&self, object: &Operand, offset: &Operand) -> PointerValue<'c> {
        let base = self.ptr_of(object);
        let offset = self.int_of(offset);
        let offset = if offset.get_type() == self.i64 {
            offset
        } else {
            built(self.builder.build_int_z_extend(offset, self.i64, ""))
        };
        self.advance(base, offset)
    }

    fn element(&self, object: &Operand, field: &Field, index: &Operand) -> PointerValue<'c> {
        let base = self.at(object, field.offset);
        let element = self.memory_type(field.store);
        // SAFETY: an address computation within one object: rows check the index against the
        // length before they access an element.
        unsafe {
            match element {
                BasicTypeEnum::IntType(t) => {
                    built(
                        self.builder
                            .build_in_bounds_gep(t, base, &[self.int_of(index)], ""),
                    )
                }
                BasicTypeEnum::FloatType(t) => {
                    built(
                        self.builder
                            .build_in_bounds_gep(t, base, &[self.int_of(index)], ""),
                    )
                }
                _ => built(self.builder.build_in_bounds_gep(
                    self.ptr,
                    base,
                    &[self.int_of(index)],
                    "",
                )),
            }
        }
    }

    fn advance(&self, base: PointerValue<'c>, bytes: IntValue<'c>) -> PointerValue<'c> {
        let byte = self.context.i8_type();
        // SAFETY: an address computation within one object, whose layout gave the offset.
        unsafe { built(self.builder.build_in_bounds_gep(byte, base, &[bytes], "")) }
    }

    fn narrow(&self, store: Store) -> Option<IntType<'c>> {
        Some(match store {
            Store::U32Int | Store::I32Int => self.i32,
            Store::U16Int => self.context.i16_type(),
            Store::U8Int | Store::Bool => self.context.i8_type(),
            _ => return None,
        })
    }

    fn memory_type(&self, store: Store) -> BasicTypeEnum<'c> {
        match store {
            Store::Value | Store::NullableValue | Store::Int | Store::Raw => self.i64.into(),
            Store::Float => self.f64.into(),
            Store::Ptr(_) => self.ptr.into(),
            Store::U32 => self.i32.into(),
            narrow => self.narrow(narrow).expect("a narrow int").into(),
        }
    }

    pub(super) fn load(&mut self, at: PointerValue<'c>, field: &Field) -> Operand {
        let loaded = built(
            self.builder
                .build_load(self.memory_type(field.store), at, ""),
        );
        self.tag(instruction(loaded), field.alias);
        if field.immutable {
            let kind = self.kinds.invariant_load;
            instruction(loaded)
                .set_metadata(self.empty_node, kind)
                .expect("a node is metadata");
        }
        match field.store {
            Store::Value => self.operand(loaded, Rep::Value, field.mask),
            Store::NullableValue => {
                let mut value = self.operand(loaded, Rep::Value, field.mask);
                value.nullable = true;
                value
            }
            Store::Int => self.operand(loaded, Rep::Int, TypeMask::INT),
            Store::Raw => self.operand(loaded, Rep::Raw, TypeMask::ANY),
            Store::Float => self.operand(loaded, Rep::Float, TypeMask::FLOAT),
            Store::Ptr(layout) => self.operand(loaded, Rep::Ptr(layout), field.mask),
            Store::U32 => self.operand(loaded, Rep::U32, TypeMask::ANY),
            Store::Bool => {
                let byte = loaded.into_int_value();
                let zero = byte.get_type().const_zero();
                let bit = self.compare_raw(IntPredicate::NE, byte, zero);
                self.operand(bit, Rep::Bool, TypeMask::BOOL)
            }
            Store::I32Int => {
                let wide = built(self.builder.build_int_s_extend(
                    loaded.into_int_value(),
                    self.i64,
                    "",
                ));
                self.operand(wide, Rep::Int, TypeMask::INT)
            }
            Store::U32Int | Store::U16Int | Store::U8Int => {
                let wide = built(self.builder.build_int_z_extend(
                    loaded.into_int_value(),
                    self.i64,
                    "",
                ));
                self.operand(wide, Rep::Int, TypeMask::INT)
            }
        }
    }

    pub(super) fn store(&mut self, at: PointerValue<'c>, field: &Field, value: &Operand) {
        let bits: BasicValueEnum = match field.store {
            Store::Value | Store::NullableValue => {
                let boxed = self.boxed(value);
                self.basic(&boxed)
            }
            Store::Ptr(layout) => {
                let pointer = self.convert(value, Rep::Ptr(layout));
                self.basic(&pointer)
            }
            Store::Int | Store::Raw | Store::Float | Store::U32 => self.basic(value),
            Store::Bool => {
                let byte = self.context.i8_type();
                built(
                    self.builder
                        .build_int_z_extend(self.int_of(value), byte, ""),
                )
                .into()
            }
            narrow => {
                let ty = self.narrow(narrow).expect("a narrow int");
                built(self.builder.build_int_truncate(self.int_of(value), ty, "")).into()
            }
        };
        debug_assert_eq!(
            bits.get_type(),
            self.memory_type(field.store),
            "{}",
            field.alias
        );
        let store = built(self.builder.build_store(at, bits));
        self.tag(store, field.alias);
    }

    /// Marks an access as one of the alias class.
    fn tag(&mut self, access: InstructionValue<'c>, alias: &'static str) {
        let tag = self.alias(alias);
        access
            .set_metadata(tag, self.kinds.tbaa)
            .expect("a node is metadata");
    }

    fn alias(&mut self, alias: &'static str) -> MetadataValue<'c> {
        if let Some(&known) = self.aliases.get(alias) {
            return known;
        }
        let zero = self.word(0);
        let name = self.context.metadata_string(alias);
        let class = self
            .context
            .metadata_node(&[name.into(), self.alias_root.into(), zero.into()]);
        let tag = self
            .context
            .metadata_node(&[class.into(), class.into(), zero.into()]);
        self.aliases.insert(alias, tag);
        tag
    }
}

fn instruction(value: BasicValueEnum) -> InstructionValue {
    value
        .as_instruction_value()
        .expect("a load is an instruction")
}

fn slot(mask: TypeMask) -> Field {
    Field {
        alias: SLOTS,
        offset: 0,
        store: Store::NullableValue,
        mask,
        immutable: false,
    }
}

fn register() -> Field {
    Field {
        alias: REGISTERS,
        offset: 0,
        store: Store::NullableValue,
        mask: TypeMask::ANY,
        immutable: false,
    }
}
