//! Loads and stores.
//!
//! The abstract heaps of spec/effects.toml are the alias classes, as a tree, and below its heap each
//! field has a class of its own: LLVM may assume that a store to a list's length leaves its item
//! pointer alone, which is what lets it keep both in registers. Fields that never change once their
//! object is visible are loaded as invariant.

use inkwell::IntPredicate;
use inkwell::types::{BasicType, BasicTypeEnum};
use inkwell::values::{
    BasicValue, BasicValueEnum, InstructionValue, IntValue, MetadataValue, PointerValue,
};
use runtime::cache::offsets;
use runtime::layouts::HEAPS;

use super::{
    ADDRESS, Const, FieldInfo, LayoutId, Operand, Output, Repr, Store, TypeMask, built,
    mask_with_subclasses,
};
use crate::emit::CellField;
use crate::output::CellSource;

/// Accesses that no row describes.
#[derive(Clone, Copy)]
pub(super) struct Header {
    /// Every object's shape id.
    pub shape: FieldInfo,
    /// Every object's type.
    pub ty: FieldInfo,
    /// An attribute slot, or part of one's overflow buffer.
    pub slot: FieldInfo,
    /// A register of an interpreter frame.
    pub register: FieldInfo,
    /// A profile word or counter.
    pub counter: FieldInfo,
}

impl Header {
    pub(super) fn new() -> Header {
        let field = |name, heap, offset, store| FieldInfo {
            name,
            layout: LayoutId::Object,
            offset,
            size: if store == Store::U32 { 4 } else { 8 },
            store,
            is_const: false,
            is_tail: true,
            heap: heap_named(heap),
        };
        Header {
            shape: FieldInfo {
                is_tail: false,
                ..field("object.shape", "shape", 0, Store::U32)
            },
            ty: field("object.type", "shape", 8, Store::Ref(LayoutId::Type)),
            slot: field("slot", "attrs", 0, Store::OptValue),
            register: field("register", "locals", 0, Store::OptValue),
            counter: field("counter", "cache", 0, Store::U32),
        }
    }
}

fn heap_named(name: &str) -> usize {
    HEAPS.iter().position(|heap| heap.name == name).unwrap_or(0)
}

impl<'c> Output<'c> {
    /// Reads a field of the object (`Prims::load_field`).
    pub fn load(&mut self, object: &Operand, field: &FieldInfo) -> Operand {
        let at = self.at(object, field.offset);
        self.load_raw(at, field)
    }

    /// Writes a field of the object.
    pub fn store(&mut self, object: &Operand, field: &FieldInfo, value: &Operand) {
        let at = self.at(object, field.offset);
        self.store_raw(at, field, value);
    }

    /// Reads an element of the array that begins at the field's offset.
    pub fn load_element(
        &mut self,
        object: &Operand,
        field: &FieldInfo,
        index: &Operand,
    ) -> Operand {
        let at = self.element(object, field, index);
        self.load_raw(at, field)
    }

    /// Writes an element of the array that begins at the field's offset.
    pub fn store_element(
        &mut self,
        object: &Operand,
        field: &FieldInfo,
        index: &Operand,
        value: &Operand,
    ) {
        let at = self.element(object, field, index);
        self.store_raw(at, field, value);
    }

    /// The address that many bytes into the object.
    pub fn offset(&mut self, object: &Operand, bytes: u32, repr: Repr) -> Operand {
        let at = self.at(object, bytes);
        let mut operand = self.operand(at, repr, TypeMask::ANY);
        if let Some(Const::Address(base)) = object.constant {
            operand.constant = Some(Const::Address(base + bytes as usize));
        }
        operand
    }

    // The interpreter's frame (baseline).

    /// Declares where the frame's registers are: the address of register 0.
    pub fn set_registers(&mut self, base: &Operand) {
        self.registers = Some(*base);
    }

    /// Reads register `index` of the frame.
    pub fn load_register(&mut self, index: u32) -> Operand {
        let base = self.registers.expect("set_registers came first");
        let field = FieldInfo {
            offset: index * 8,
            ..self.header.register
        };
        self.load(&base, &field)
    }

    /// Writes register `index` of the frame, boxing the value.
    pub fn store_register(&mut self, index: u32, value: &Operand) {
        let base = self.registers.expect("set_registers came first");
        let field = FieldInfo {
            offset: index * 8,
            ..self.header.register
        };
        self.store(&base, &field, value);
    }

    /// The address of register `index` of the frame.
    pub fn register_address(&mut self, index: u32) -> Operand {
        let base = self.registers.expect("set_registers came first");
        self.offset(&base, index * 8, ADDRESS)
    }

    // The native stack.

    /// An array of that many values in the function's native frame. To be called in the entry block.
    pub fn stack_buffer(&mut self, values: usize) -> Operand {
        let ty = self.i64.array_type(values as u32);
        let at = built(self.builder.build_alloca(ty, "buffer"));
        self.operand(at, ADDRESS, TypeMask::ANY)
    }

    /// Stores values, boxed, into such an array; the array as an operand.
    pub fn store_values(&mut self, buffer: &Operand, values: &[Operand]) -> Operand {
        for (n, value) in values.iter().enumerate() {
            let field = FieldInfo {
                offset: n as u32 * 8,
                ..self.header.register
            };
            let value = self.convert(value, Repr::OptValue);
            self.store(buffer, &field, &value);
        }
        let count = self.int(values.len() as i64, Repr::I64);
        self.values(buffer, &count, Repr::Values)
    }

    /// The address of the function's native frame.
    pub fn frame_address(&mut self) -> Operand {
        let function = self.intrinsic("llvm.frameaddress", self.ptr.into());
        let zero = self.i32.const_zero();
        let call = built(self.builder.build_call(function, &[zero.into()], ""));
        let pointer = call.try_as_basic_value().unwrap_basic();
        let operand = self.operand(pointer, ADDRESS, TypeMask::ANY);
        self.convert(&operand, Repr::I64)
    }

    // Words at fixed addresses.

    /// Reads the 32-bit word at `address`.
    pub fn load_word(&mut self, address: usize) -> Operand {
        let at = self.address(address, ADDRESS);
        let field = self.header.counter;
        self.load(&at, &field)
    }

    /// Reads the 32-bit word at `address`, which others change: it is read each time.
    pub fn load_changing_word(&mut self, address: usize) -> Operand {
        let at = self.address(address, ADDRESS);
        let loaded = built(self.builder.build_load(self.i32, self.ptr_of(&at), ""));
        instruction(loaded)
            .set_volatile(true)
            .expect("a load may be volatile");
        self.operand(loaded, Repr::U32, TypeMask::ANY)
    }

    /// Sets bits in the 32-bit word at `address`: a node's profile.
    pub fn set_bits(&mut self, address: usize, bits: u32) {
        let old = self.load_word(address);
        let bits = self.i32.const_int(bits.into(), false);
        let new = built(self.builder.build_or(self.int_of(&old), bits, ""));
        self.store_word(address, new);
    }

    /// Adds to the 32-bit word at `address` and returns its new content.
    pub fn count(&mut self, address: usize, by: i32) -> Operand {
        let old = self.load_word(address);
        let by = self.i32.const_int(by as u32 as u64, false);
        let new = built(self.builder.build_int_add(self.int_of(&old), by, ""));
        self.store_word(address, new)
    }

    /// Counts the word at `address` down and says whether it reached 0 (or had passed it).
    pub fn count_down(&mut self, address: usize) -> Operand {
        let left = self.count(address, -1);
        let zero = self.i32.const_zero();
        let done = self.compare_raw(IntPredicate::SLE, self.int_of(&left), zero);
        self.operand(done, Repr::Bool, TypeMask::BOOL)
    }

    pub(super) fn store_word(&mut self, address: usize, word: IntValue<'c>) -> Operand {
        let at = self.address(address, ADDRESS);
        let word = self.operand(word, Repr::U32, TypeMask::ANY);
        let field = self.header.counter;
        self.store(&at, &field, &word);
        word
    }

    // Inline caches.

    /// Declares the inline-cache entry that `cell_field` reads from here on.
    pub fn set_cell(&mut self, cell: CellSource) {
        self.cell = Some(cell);
    }

    pub(super) fn read_cell(&mut self, field: CellField) -> Operand {
        match self.cell.expect("set_cell came first") {
            CellSource::Entry(entry) => {
                let (offset, store) = match field {
                    CellField::Key => (offsets::KEY, Store::U32),
                    CellField::Version => (offsets::VERSION, Store::U32),
                    CellField::Offset => (offsets::OFFSET, Store::U32),
                    CellField::Shape => (offsets::SHAPE, Store::U32),
                    CellField::Aux => (offsets::AUX, Store::U32),
                    CellField::Extra => (offsets::EXTRA, Store::I64),
                    CellField::Value => (offsets::VALUE, Store::Value),
                };
                let info = FieldInfo {
                    offset: offset as u32,
                    store,
                    ..self.header.counter
                };
                let loaded = self.load(&entry, &info);
                match field {
                    CellField::Aux => self.convert(&loaded, Repr::I64),
                    _ => loaded,
                }
            }
            CellSource::Snapshot(content) => match field {
                CellField::Key => self.int(content.key.into(), Repr::U32),
                CellField::Version => self.int(content.version.into(), Repr::U32),
                CellField::Offset => self.int(content.offset.into(), Repr::U32),
                CellField::Shape => self.int(content.shape.into(), Repr::U32),
                CellField::Aux => self.int(content.aux.into(), Repr::I64),
                CellField::Extra => self.int(content.extra, Repr::I64),
                CellField::Value => self.value(content.value, TypeMask::ANY),
            },
        }
    }

    // Addressing.

    pub(super) fn at(&self, object: &Operand, offset: u32) -> PointerValue<'c> {
        let base = self.ptr_of(object);
        if offset == 0 {
            return base;
        }
        self.advance(base, self.word(offset.into()))
    }

    pub(super) fn at_bytes(&mut self, object: &Operand, offset: &Operand) -> PointerValue<'c> {
        let base = self.ptr_of(object);
        let offset = self.convert(offset, Repr::I64);
        self.advance(base, self.int_of(&offset))
    }

    fn element(
        &mut self,
        object: &Operand,
        field: &FieldInfo,
        index: &Operand,
    ) -> PointerValue<'c> {
        let base = self.at(object, field.offset);
        let index = self.convert(index, Repr::I64);
        let (ty, index) = (self.memory_type(field.store), self.int_of(&index));
        // SAFETY: an address computation within one object: rows check the index against the length
        // before they access an element.
        unsafe { built(self.builder.build_in_bounds_gep(ty, base, &[index], "")) }
    }

    fn advance(&self, base: PointerValue<'c>, bytes: IntValue<'c>) -> PointerValue<'c> {
        let byte = self.context.i8_type();
        // SAFETY: an address computation within one object, whose layout gave the offset.
        unsafe { built(self.builder.build_in_bounds_gep(byte, base, &[bytes], "")) }
    }

    fn memory_type(&self, store: Store) -> BasicTypeEnum<'c> {
        match store {
            Store::Value | Store::OptValue | Store::I64 | Store::U64 => self.i64.into(),
            Store::F64 => self.f64.into(),
            Store::Ref(_) | Store::OptRef(_) => self.ptr.into(),
            Store::U32 | Store::I32 => self.i32.into(),
            Store::U16 => self.context.i16_type().into(),
            Store::U8 | Store::Bool => self.context.i8_type().into(),
            Store::Native => panic!("code generation: access to a native field"),
        }
    }

    pub(super) fn load_raw(&mut self, at: PointerValue<'c>, field: &FieldInfo) -> Operand {
        let loaded = built(
            self.builder
                .build_load(self.memory_type(field.store), at, ""),
        );
        let instruction = instruction(loaded);
        // The natural alignment of the type, which LLVM's default for loads through `i64` is not.
        instruction
            .set_alignment(self.alignment(field.store))
            .expect("a power of two");
        self.tag(instruction, field);
        if field.is_const {
            let kind = self.kinds.invariant_load;
            instruction
                .set_metadata(self.empty_node, kind)
                .expect("a node is metadata");
        }
        match field.store {
            Store::Value => self.operand(loaded, Repr::Value, TypeMask::ANY),
            Store::OptValue => self.operand(loaded, Repr::OptValue, TypeMask::ANY),
            Store::Ref(l) => self.operand(loaded, Repr::Ptr(l), mask_with_subclasses(l)),
            Store::OptRef(l) => self.operand(loaded, Repr::OptPtr(l), mask_with_subclasses(l)),
            Store::I64 | Store::U64 => self.operand(loaded, Repr::I64, TypeMask::ANY),
            Store::F64 => self.operand(loaded, Repr::Float, TypeMask::FLOAT),
            Store::U32 => self.operand(loaded, Repr::U32, TypeMask::ANY),
            Store::I32 => {
                let narrow = loaded.into_int_value();
                let wide = built(self.builder.build_int_s_extend(narrow, self.i64, ""));
                self.operand(wide, Repr::I64, TypeMask::ANY)
            }
            Store::U16 | Store::U8 => {
                let narrow = loaded.into_int_value();
                let wide = built(self.builder.build_int_z_extend(narrow, self.i64, ""));
                self.operand(wide, Repr::I64, TypeMask::ANY)
            }
            Store::Bool => {
                let byte = loaded.into_int_value();
                let zero = byte.get_type().const_zero();
                let bit = self.compare_raw(IntPredicate::NE, byte, zero);
                self.operand(bit, Repr::Bool, TypeMask::BOOL)
            }
            Store::Native => unreachable!("refused by memory_type"),
        }
    }

    pub(super) fn store_raw(&mut self, at: PointerValue<'c>, field: &FieldInfo, value: &Operand) {
        let ty = self.memory_type(field.store);
        let bits: BasicValueEnum = match field.store {
            Store::Value | Store::OptValue => {
                let boxed = self.boxed(value);
                self.basic(&boxed)
            }
            Store::Ref(l) | Store::OptRef(l) => {
                let pointer = self.convert(value, Repr::OptPtr(l));
                self.basic(&pointer)
            }
            Store::I64 | Store::U64 => {
                let word = self.convert(value, Repr::I64);
                self.basic(&word)
            }
            Store::F64 => self.basic(value),
            Store::U32 => {
                let word = self.convert(value, Repr::U32);
                self.basic(&word)
            }
            Store::Bool => {
                let byte = ty.into_int_type();
                built(
                    self.builder
                        .build_int_z_extend(self.int_of(value), byte, ""),
                )
                .into()
            }
            Store::I32 | Store::U16 | Store::U8 => {
                let (int, ty) = (self.int_of(value), ty.into_int_type());
                built(self.builder.build_int_cast(int, ty, "")).into()
            }
            Store::Native => unreachable!("refused by memory_type"),
        };
        debug_assert_eq!(bits.get_type(), ty.as_basic_type_enum(), "{}", field.name);
        let store = built(self.builder.build_store(at, bits));
        store
            .set_alignment(self.alignment(field.store))
            .expect("a power of two");
        self.tag(store, field);
    }

    fn alignment(&self, store: Store) -> u32 {
        match store {
            Store::U32 | Store::I32 => 4,
            Store::U16 => 2,
            Store::U8 | Store::Bool => 1,
            _ => 8,
        }
    }

    // Alias classes.

    /// Marks an access as one of the field.
    fn tag(&mut self, access: InstructionValue<'c>, field: &FieldInfo) {
        if HEAPS[field.heap].parent.is_none() {
            return; // The world: may be anything.
        }
        let tag = if field.is_tail {
            // Elements are wherever their index says.
            self.alias_heap(field.heap)
        } else {
            self.alias_field(field.heap, field.offset)
        };
        access
            .set_metadata(tag, self.kinds.tbaa)
            .expect("a node is metadata");
    }

    /// The access tag of a whole heap, with everything below it.
    pub(super) fn alias_heap(&mut self, heap: usize) -> MetadataValue<'c> {
        if let Some(&(_, tag)) = self.aliases.get(&(heap, u32::MAX)) {
            return tag;
        }
        let class = match HEAPS[heap].parent {
            None => self.alias_root,
            Some(parent) => {
                self.alias_heap(parent);
                let parent = self.aliases[&(parent, u32::MAX)].0;
                self.alias_class(HEAPS[heap].name, parent)
            }
        };
        self.alias_tag((heap, u32::MAX), class)
    }

    /// The access tag of a field: fields of one heap at different offsets never share memory.
    fn alias_field(&mut self, heap: usize, offset: u32) -> MetadataValue<'c> {
        if let Some(&(_, tag)) = self.aliases.get(&(heap, offset)) {
            return tag;
        }
        self.alias_heap(heap);
        let parent = self.aliases[&(heap, u32::MAX)].0;
        let class = self.alias_class(&format!("{}@{offset}", HEAPS[heap].name), parent);
        self.alias_tag((heap, offset), class)
    }

    fn alias_class(&self, name: &str, parent: MetadataValue<'c>) -> MetadataValue<'c> {
        let name = self.context.metadata_string(name);
        self.context
            .metadata_node(&[name.into(), parent.into(), self.word(0).into()])
    }

    fn alias_tag(&mut self, key: (usize, u32), class: MetadataValue<'c>) -> MetadataValue<'c> {
        let tag = self
            .context
            .metadata_node(&[class.into(), class.into(), self.word(0).into()]);
        self.aliases.insert(key, (class, tag));
        tag
    }
}

pub(super) fn instruction(value: BasicValueEnum) -> InstructionValue {
    value.as_instruction_value().expect("an instruction")
}
