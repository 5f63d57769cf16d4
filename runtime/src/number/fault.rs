//! What arithmetic can fail with, before it is an exception.
//!
//! The algorithms of this directory know nothing of the heap or of pending exceptions, so that they
//! can be tested alone and used by constant folding; [`crate::number`] raises what they report.

/// A reason why an operation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `ZeroDivisionError(message)`
    ZeroDivision(&'static str),
    /// `OverflowError(message)`
    Overflow(&'static str),
    /// `ValueError(message)`
    Value(&'static str),
    /// `TypeError(message)`
    Type(&'static str),
    /// `OverflowError(34, 'Numerical result out of range')`
    Range,
    /// `MemoryError()`
    Memory,
}

impl Fault {
    pub const INT_ZERO: Fault = Fault::ZeroDivision("integer division or modulo by zero");
    pub const LONG_ZERO: Fault = Fault::ZeroDivision("long division or modulo by zero");
    pub const TRUE_ZERO: Fault = Fault::ZeroDivision("division by zero");
    pub const LONG_TO_FLOAT: Fault = Fault::Overflow("long int too large to convert to float");
    pub const LONG_TO_INT: Fault = Fault::Overflow("long int too large to convert to int");
    pub const SHIFT_COUNT: Fault = Fault::Value("negative shift count");
    pub const POW_NEGATIVE: Fault =
        Fault::Type("pow() 2nd argument cannot be negative when 3rd argument specified");
    pub const POW_ZERO_MODULUS: Fault = Fault::Value("pow() 3rd argument cannot be 0");
    pub const POW_ARGUMENT: Fault =
        Fault::Type("pow() 3rd argument not allowed unless all arguments are integers");
}
