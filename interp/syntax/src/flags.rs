//! Compiler flags, with the numbers they have in CPython 2.7, since programs pass
//! them to `compile()` and read them from `co_flags` and the `__future__` module.

use std::ops::{BitOr, BitOrAssign};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u32);

impl Flags {
    pub const DIVISION: Flags = Flags(0x2000);
    pub const ABSOLUTE_IMPORT: Flags = Flags(0x4000);
    pub const WITH_STATEMENT: Flags = Flags(0x8000);
    pub const PRINT_FUNCTION: Flags = Flags(0x1_0000);
    pub const UNICODE_LITERALS: Flags = Flags(0x2_0000);
    /// The features that code compiled by `exec`, `eval` and `compile` inherits.
    pub const FUTURES: Flags = Flags(0x3_e000);

    /// The source was a `unicode` object, given to us as UTF-8.
    pub const SOURCE_IS_UTF8: Flags = Flags(0x100);
    /// Do not close open blocks at the end of the source: `codeop` asks so, to learn
    /// whether more lines may follow.
    pub const DONT_IMPLY_DEDENT: Flags = Flags(0x200);
    pub const ONLY_AST: Flags = Flags(0x400);

    /// The source comes from a file, whose bytes must be ASCII unless it declares
    /// an encoding. (Ours, no number of CPython's.)
    pub const SOURCE_IS_FILE: Flags = Flags(0x8000_0000);
    /// Warn of (1) or refuse (2) inconsistent tabs: the options `-t` and `-tt`.
    pub const TABS_WARN: Flags = Flags(0x4000_0000);
    pub const TABS_ERROR: Flags = Flags(0x2000_0000);

    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// The future features among these flags.
    pub const fn futures(self) -> Flags {
        Flags(self.0 & Flags::FUTURES.0)
    }
}

impl BitOr for Flags {
    type Output = Flags;
    fn bitor(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Flags) {
        self.0 |= other.0;
    }
}
