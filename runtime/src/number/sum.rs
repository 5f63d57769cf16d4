//! The fast part of `sum()`: ints and floats are added without boxing each partial result.

use super::{Num, add};
use crate::error::PyResult;
use crate::value::Value;

/// A running sum that stays a machine number while the items allow it.
#[derive(Clone, Copy)]
pub enum Sum {
    /// Only exact ints so far.
    Int(i64),
    /// Exact floats and ints.
    Float(f64),
    /// Anything.
    Value(Value),
}

impl Sum {
    /// Starts from a value.
    pub fn new(start: Value) -> Sum {
        match Num::exact(start) {
            Some(Num::Int(i)) if start != Value::bool(i != 0) => Sum::Int(i),
            Some(Num::Float(x)) => Sum::Float(x),
            _ => Sum::Value(start),
        }
    }

    /// Adds an item.
    #[inline]
    pub fn push(&mut self, item: Value) -> PyResult<()> {
        if let (Sum::Int(a), Some(b)) = (*self, item.as_small_int())
            && let Some(sum) = a.checked_add(b)
        {
            *self = Sum::Int(sum);
            return Ok(());
        }
        match (*self, Num::exact(item)) {
            (Sum::Int(a), Some(Num::Int(b))) => {
                if let Some(sum) = a.checked_add(b) {
                    *self = Sum::Int(sum);
                    return Ok(());
                }
            }
            (Sum::Float(a), Some(Num::Float(b))) => {
                *self = Sum::Float(a + b);
                return Ok(());
            }
            (Sum::Float(a), Some(Num::Int(b))) => {
                *self = Sum::Float(a + b as f64);
                return Ok(());
            }
            (Sum::Int(a), Some(Num::Float(b))) => {
                *self = Sum::Float(a as f64 + b);
                return Ok(());
            }
            _ => {}
        }
        *self = Sum::Value(add(self.value(), item)?);
        Ok(())
    }

    /// The sum so far.
    pub fn value(self) -> Value {
        match self {
            Sum::Int(i) => Value::int(i),
            Sum::Float(x) => Value::float(x),
            Sum::Value(v) => v,
        }
    }
}
