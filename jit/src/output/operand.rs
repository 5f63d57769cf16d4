//! What flows between emitters: operands, and the descriptions of memory, classes and runtime
//! functions that generated code passes along with them.
//!
//! Everything here is plain `Copy` data without lifetimes and without LLVM types, so that tables of
//! it can be constants, lowerings can keep operands in ordinary vectors, and the code generator
//! behind [`Output`](super::Output) can be exchanged.

use std::fmt;
use std::ops::{BitAnd, BitOr};

/// Added to a double's bits to make a value of it.
pub const FLOAT_OFFSET: u64 = 1 << 49;
/// Values from here on are tagged ints: 50 signed bits of payload below the tag.
pub const INT_TAG: u64 = 0xFFFC_0000_0000_0000;
/// Bits of a tagged int's payload.
pub const INT_BITS: u32 = 50;

/// How an operand is held in compiled code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rep {
    /// A NaN-boxed Python value, 64 bits.
    Value,
    /// An unboxed Python int, `i64`.
    Int,
    /// An unboxed Python float, `f64`.
    Float,
    /// An unboxed truth value, `i1`.
    Bool,
    /// A pointer to a heap object (or other memory) with the layout of that number.
    Ptr(u32),
    /// A 32-bit unsigned machine word: shape ids, versions.
    U32,
    /// A 64-bit machine word that is no Python value: sizes, offsets, addresses.
    Raw,
}

/// A set of possible Python types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TypeMask(pub u32);

impl TypeMask {
    /// No type: unreachable.
    pub const EMPTY: TypeMask = TypeMask(0);
    /// Exactly `int`, immediate or in the heap.
    pub const INT: TypeMask = TypeMask(1 << 0);
    /// Exactly `float`.
    pub const FLOAT: TypeMask = TypeMask(1 << 1);
    /// Exactly `bool`.
    pub const BOOL: TypeMask = TypeMask(1 << 2);
    /// `None`.
    pub const NONE: TypeMask = TypeMask(1 << 3);
    /// Anything.
    pub const ANY: TypeMask = TypeMask(u32::MAX);

    /// Whether every type of `self` is in `other`.
    pub const fn within(self, other: TypeMask) -> bool {
        self.0 & !other.0 == 0
    }
    /// Whether some type is in both.
    pub const fn meets(self, other: TypeMask) -> bool {
        self.0 & other.0 != 0
    }
    /// Types of `self` that are not in `other`.
    pub const fn without(self, other: TypeMask) -> TypeMask {
        TypeMask(self.0 & !other.0)
    }
    /// Types in either.
    pub const fn union(self, other: TypeMask) -> TypeMask {
        TypeMask(self.0 | other.0)
    }
    /// No type left.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for TypeMask {
    type Output = TypeMask;
    fn bitor(self, other: TypeMask) -> TypeMask {
        TypeMask(self.0 | other.0)
    }
}

impl BitAnd for TypeMask {
    type Output = TypeMask;
    fn bitand(self, other: TypeMask) -> TypeMask {
        TypeMask(self.0 & other.0)
    }
}

impl fmt::Debug for TypeMask {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "TypeMask({:#x})", self.0)
    }
}

/// What is known of an operand's value while compiling.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Const {
    /// An unboxed int, or a raw word.
    Int(i64),
    /// An unboxed float.
    Float(f64),
    /// A truth value.
    Bool(bool),
    /// A 32-bit word.
    U32(u32),
    /// A boxed value's bits.
    Value(u64),
    /// An address.
    Address(usize),
}

impl Const {
    /// The 64 bits that an exit reports for it.
    pub fn bits(self) -> u64 {
        match self {
            Const::Int(i) => i as u64,
            Const::Float(f) => f.to_bits(),
            Const::Bool(b) => b.into(),
            Const::U32(u) => u.into(),
            Const::Value(v) => v,
            Const::Address(a) => a as u64,
        }
    }
}

/// A value of the code under construction; only its `Output` knows what it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Val(pub(super) u32);

/// One operand of an emitter.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    /// How it is held.
    pub rep: Rep,
    /// The Python types it may have (boxed or not); `ANY` for machine words.
    pub mask: TypeMask,
    /// Proved not to be a number in a heap box. Only interesting for `Rep::Value`.
    pub immediate: bool,
    /// A `Rep::Value` that may be 0, an unbound register or a pending exception.
    pub nullable: bool,
    /// Its value, where known.
    pub constant: Option<Const>,
    pub(super) val: Val,
}

impl Operand {
    /// The same operand, of which more is known: the types shrink to those in `mask`.
    pub fn refined(mut self, mask: TypeMask) -> Operand {
        self.mask = self.mask & mask;
        self
    }
    /// The same operand, known to hold no heap-boxed number.
    pub fn known_immediate(mut self) -> Operand {
        self.immediate = true;
        self
    }
    /// The same operand, known not to be 0.
    pub fn known_bound(mut self) -> Operand {
        self.nullable = false;
        self
    }
}

/// One field (or array of fields) of a layout: where, how held, and its alias class.
///
/// **Invariant**: two accesses to the same memory use the same `alias` name.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// `layout.field`; the alias class. Fields of different names never share memory.
    pub alias: &'static str,
    /// Bytes from the start of the object.
    pub offset: u32,
    /// How it is held in memory.
    pub store: Store,
    /// Types of its contents.
    pub mask: TypeMask,
    /// Never stored to after the object became visible to compiled code.
    pub immutable: bool,
}

/// How a field is held in memory, and as what it is loaded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Store {
    /// A value, never 0.
    Value,
    /// A value or 0.
    NullableValue,
    /// Eight bytes, an int.
    Int,
    /// Eight bytes, a raw word.
    Raw,
    /// Eight bytes, a double.
    Float,
    /// Pointer to an object of the layout.
    Ptr(u32),
    /// Four bytes, unsigned, loaded as `U32`.
    U32,
    /// Four bytes, unsigned, loaded as an int.
    U32Int,
    /// Four bytes, signed, loaded as an int.
    I32Int,
    /// Two bytes, unsigned, loaded as an int.
    U16Int,
    /// One byte, unsigned, loaded as an int.
    U8Int,
    /// One byte, 0 or 1.
    Bool,
}

/// The exact instances of a builtin type, as compiled code tests for them.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// For the printer.
    pub name: &'static str,
    /// Its bit.
    pub mask: TypeMask,
    /// Shape id of its exact instances.
    pub shape: u32,
    /// Number of their layout.
    pub layout: u32,
}

/// What a runtime function does, beyond computing its result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects(pub u32);

impl Effects {
    /// Depends on its arguments only.
    pub const PURE: Effects = Effects(0);
    /// Reads memory that compiled code may write.
    pub const READS: Effects = Effects(1);
    /// Writes memory that compiled code may read.
    pub const WRITES: Effects = Effects(2);
    /// May collect garbage: reads the whole heap, writes nothing that compiled code can see.
    pub const ALLOCATES: Effects = Effects(4);
    /// May leave an exception pending.
    pub const RAISES: Effects = Effects(8);
    /// May run Python code: reads and writes everything, may look at the frame.
    pub const RUNS_PYTHON: Effects = Effects(16);
    /// Everything.
    pub const ALL: Effects = Effects(31);

    /// Either's.
    pub const fn union(self, other: Effects) -> Effects {
        Effects(self.0 | other.0)
    }
    /// Whether some effect is in both.
    pub const fn meets(self, other: Effects) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Effects {
    type Output = Effects;
    fn bitor(self, other: Effects) -> Effects {
        self.union(other)
    }
}

/// How a runtime function tells that it left an exception pending.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// It cannot.
    Never,
    /// Result 0: the convention for values and pointers.
    Null,
    /// A negative result, for signed integers.
    Negative,
    /// This result, and no other use of it.
    Sentinel(i64),
}

/// What a runtime function returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Returns {
    /// Nothing.
    Nothing,
    /// One operand of that representation.
    One(Rep),
    /// An `i32` that is sign-extended to an int: three-way comparisons, status codes.
    I32,
}

/// A runtime function callable from compiled code, `extern "C"`.
///
/// **Invariant**: the address belongs to a function of exactly this signature that never unwinds.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// Its symbol in the code and its name in listings: unique per address.
    pub name: &'static str,
    /// Where it is.
    pub address: usize,
    /// Representations of the parameters.
    pub params: &'static [Rep],
    /// Its result.
    pub returns: Returns,
    /// Types of the result.
    pub mask: TypeMask,
    /// What it does.
    pub effects: Effects,
    /// How it fails.
    pub failure: Failure,
}

/// A basic block of the code under construction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Block(pub(super) u32);

/// Where control goes when a guard fails: a block, or out of compiled code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Exit(pub(super) u32);

/// A join of values that is filled as its predecessors are made.
#[derive(Clone, Copy, Debug)]
pub struct Phi {
    pub(super) operand: Operand,
}

impl Phi {
    /// The joined value.
    pub fn operand(&self) -> Operand {
        self.operand
    }
}

/// Which way a branch nearly always goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Likely {
    /// Not known.
    Either,
    /// To the first successor.
    Then,
    /// To the second.
    Else,
}
