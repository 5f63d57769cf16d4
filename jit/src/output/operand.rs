//! What flows between emitters and lowerings: operands, and the descriptions of runtime functions.
//!
//! Everything here is plain `Copy` data without lifetimes and without LLVM types, so that lowerings
//! keep operands in ordinary vectors, and the code generator behind [`Output`](super::Output) can be
//! exchanged. Representations, type masks, layouts and fields are the tables' own.

pub use runtime::layouts::{Effects, FieldId, FieldInfo, LayoutId, Repr, Store, TypeMask};
pub use runtime::value::{FLOAT_OFFSET, INT_BITS, INT_TAG};

/// The representation of an address of something that is no Python object.
pub const ADDRESS: Repr = Repr::Ptr(LayoutId::Object);

/// What is known of an operand's value while compiling.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Const {
    /// An int or machine integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A truth value.
    Bool(bool),
    /// A boxed value's bits; 0 is no value.
    Value(u64),
    /// An address; 0 is no object.
    Address(usize),
}

impl Const {
    /// The 64 bits that an exit reports for it.
    pub fn bits(self) -> u64 {
        match self {
            Const::Int(i) => i as u64,
            Const::Float(f) => f.to_bits(),
            Const::Bool(b) => b.into(),
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
    pub repr: Repr,
    /// The Python types it may have, boxed or not; `ANY` for machine words.
    pub mask: TypeMask,
    /// Proved not to be a number in a heap box. Only interesting for boxed values.
    pub immediate: bool,
    /// Its value, where known.
    pub constant: Option<Const>,
    pub(super) val: Val,
    /// The number of elements, of `Values` and `Outs`.
    pub(super) count: Val,
}

impl Operand {
    /// Is it the same value, held in the same way?
    pub fn is(&self, other: &Operand) -> bool {
        let constant = |x: &Operand| x.constant.map(|c| c.bits());
        self.repr == other.repr
            && match (constant(self), constant(other)) {
                (None, None) => self.val == other.val && self.count == other.count,
                (a, b) => a == b,
            }
    }

    /// The same operand, of which more is known: its types are among those in `mask`.
    #[must_use]
    pub fn refined(mut self, mask: TypeMask) -> Operand {
        self.mask = self.mask.intersect(mask);
        self
    }

    /// The same operand, known to hold no heap-boxed number.
    #[must_use]
    pub fn known_immediate(mut self) -> Operand {
        self.immediate = true;
        self
    }

    /// The same operand, known to be there.
    #[must_use]
    pub fn known_present(mut self) -> Operand {
        self.repr = match self.repr {
            Repr::OptValue => Repr::Value,
            Repr::OptPtr(layout) => Repr::Ptr(layout),
            other => other,
        };
        self
    }

    /// Whether it may be 0 for "none there".
    pub fn is_optional(&self) -> bool {
        matches!(self.repr, Repr::OptValue | Repr::OptPtr(_))
    }

    /// Whether it is a boxed value, there or not.
    pub fn is_boxed(&self) -> bool {
        matches!(self.repr, Repr::Value | Repr::OptValue)
    }

    /// Whether it is a pointer, null or not.
    pub fn is_pointer(&self) -> bool {
        matches!(
            self.repr,
            Repr::Ptr(_) | Repr::OptPtr(_) | Repr::Frame | Repr::Cache
        )
    }
}

/// Types of the exact instances of a layout's Python type.
pub fn mask_of(layout: LayoutId) -> TypeMask {
    TypeMask::of_shape(layout.shape())
}

/// Types of whatever has the layout, instances of subclasses included.
pub fn mask_with_subclasses(layout: LayoutId) -> TypeMask {
    mask_of(layout).union(TypeMask::OTHER)
}

/// How a function is called and answers.
///
/// What raises tells so by its result: 0 of a value or object; 0 of an optional one, of which 1 is
/// "absent"; a negative `i32` of a bool or none; `i64::MIN` of an integer. That is what the tables'
/// shims do.
#[derive(Clone, Copy, Debug)]
pub struct Signature<'a> {
    /// Representations of the parameters.
    pub params: &'a [Repr],
    /// Representation of the result.
    pub result: Repr,
    /// Whether it can leave an exception pending.
    pub raises: bool,
}

/// The signature of compiled code: `extern "C" fn(frame, entry) -> Option<Value>`.
pub const ENTRY: Signature<'static> = Signature {
    params: &[Repr::Frame, Repr::U32],
    result: Repr::Value,
    raises: true,
};

/// A runtime function callable from compiled code, `extern "C"`.
///
/// **Invariant**: the address belongs to a function of exactly this signature that never unwinds.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// Its symbol in the code and its name in listings: unique per address.
    pub name: &'static str,
    /// Where it is.
    pub address: usize,
    /// How it is called.
    pub signature: Signature<'static>,
    /// Types of the result.
    pub mask: TypeMask,
    /// What it does.
    pub effects: Effects,
}

impl From<&'static runtime::ops::HookInfo> for Hook {
    fn from(info: &'static runtime::ops::HookInfo) -> Hook {
        Hook {
            name: info.name,
            address: info.entry as *const () as usize,
            signature: Signature {
                params: info.params,
                result: info.result,
                raises: info.raises,
            },
            mask: match info.result {
                Repr::Int | Repr::I64 | Repr::U32 => TypeMask::INT,
                Repr::Float => TypeMask::FLOAT,
                Repr::Bool => TypeMask::BOOL,
                Repr::None => TypeMask::NONE,
                Repr::Ptr(layout) | Repr::OptPtr(layout) => mask_of(layout),
                _ => TypeMask::ANY,
            },
            effects: info.effects,
        }
    }
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
    /// Notes that no value that joins is a number in a heap box.
    pub fn note(&mut self, immediate: bool) {
        self.operand.immediate |= immediate;
    }

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

/// The inline-cache entry that the body of a protocol's kind reads.
#[derive(Clone, Copy, Debug)]
pub enum CellSource {
    /// The entry in memory, at that address: code stays right when the entry changes.
    Entry(Operand),
    /// A snapshot of an entry: its fields become constants of the code.
    Snapshot(CellContent),
}

/// Fields of an inline-cache entry; see `runtime::cache`.
#[derive(Clone, Copy, Debug, Default)]
pub struct CellContent {
    /// Shape id or version that selects the entry.
    pub key: u32,
    /// Type version.
    pub version: u32,
    /// Byte offset.
    pub offset: u32,
    /// A shape.
    pub shape: u32,
    /// Small number.
    pub aux: u32,
    /// A number.
    pub extra: i64,
    /// Bits of a cached value.
    pub value: u64,
}

/// What is known of the running frame while compiling; where nothing is, code asks the frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct FrameFacts {
    /// Its globals dict.
    pub globals: Option<Operand>,
    /// The builtins dict that its globals see.
    pub builtins: Option<Operand>,
    /// Whether its locals mapping is its globals dict.
    pub locals_are_globals: Option<bool>,
}
