//! What patterns are matched against.
//!
//! A `str` and a `unicode` are looked at where they are. Of any other object that has bytes to show a copy
//! is taken: code that runs during a search might change them.

use crate::builtins::str as bytes;
use crate::builtins::unicode::{self, Chars};
use crate::error::{PyResult, type_error};
use crate::hooks::item::get_slice;
use crate::layouts::{Str, Unicode};
use crate::object::{Layout, Ref};
use crate::protocol;
use crate::value::Value;
use crate::window::{self, Want};

enum Text {
    Bytes(Ref<Str>),
    Unicode(Ref<Unicode>),
    Copy(Vec<u8>),
    /// Of an array of characters, say.
    Wide(Vec<u32>),
}

/// An object that is searched.
pub struct Subject {
    pub value: Value,
    text: Text,
}

impl Subject {
    /// An object as a subject.
    ///
    /// # Errors
    /// TypeError.
    #[inline]
    pub fn new(value: Value) -> PyResult<Subject> {
        let text = if let Some(s) = value.cast::<Str>() {
            Text::Bytes(s)
        } else if let Some(u) = value.cast::<Unicode>() {
            Text::Unicode(u)
        } else {
            match window::get(value, Want::Read)? {
                Some(w) => copy(value, w.bytes())?,
                None => return Err(type_error("expected string or buffer")),
            }
        };
        Ok(Subject { value, text })
    }

    /// Its code units.
    #[inline]
    pub fn chars(&self) -> Chars<'_> {
        match &self.text {
            Text::Bytes(s) => Chars::One(s.as_ref().bytes()),
            Text::Unicode(u) => u.as_ref().chars(),
            Text::Copy(b) => Chars::One(b),
            Text::Wide(w) => Chars::Four(w),
        }
    }

    /// How many there are.
    #[inline]
    pub fn length(&self) -> usize {
        match &self.text {
            Text::Bytes(s) => s.as_ref().bytes().len(),
            Text::Unicode(u) => u.length(),
            Text::Copy(b) => b.len(),
            Text::Wide(w) => w.len(),
        }
    }

    /// Its bytes, if it is an exact `str`.
    #[inline]
    pub fn exact_bytes(&self) -> Option<&[u8]> {
        match &self.text {
            Text::Bytes(s) if s.header.shape.get() == Str::SHAPE => Some(s.as_ref().bytes()),
            _ => None,
        }
    }

    /// `subject[from:to]`
    #[inline]
    pub fn slice(&self, from: usize, to: usize) -> PyResult {
        if let Some(b) = self.exact_bytes() {
            if to - from == b.len() {
                return Ok(self.value);
            }
            return Ok(bytes::new(&b[from..to]).into());
        }
        slice(self.value, from as i64, to as i64)
    }

    /// A position as an argument: below 0 is 0, behind the end is the end.
    #[inline]
    pub fn place(&self, at: i64) -> usize {
        usize::try_from(at).unwrap_or(0).min(self.length())
    }
}

/// The units of an object that shows bytes: how long it says that it is tells how wide they are.
fn copy(value: Value, bytes: &[u8]) -> PyResult<Text> {
    let bytes = bytes.to_vec();
    let n = usize::try_from(protocol::len(value)?).ok();
    if n == Some(bytes.len()) {
        return Ok(Text::Copy(bytes));
    }
    let (units, rest) = bytes.as_chunks::<4>();
    if n != Some(units.len()) || !rest.is_empty() {
        return Err(type_error("buffer size mismatch"));
    }
    Ok(Text::Wide(
        units.iter().map(|u| u32::from_ne_bytes(*u)).collect(),
    ))
}

/// `string[from:to]` of a string that was searched.
pub fn slice(string: Value, from: i64, to: i64) -> PyResult {
    if let Some(s) = string.exact::<Str>() {
        let b = s.as_ref().bytes();
        let range = from.max(0) as usize..to.max(0) as usize;
        if range.len() == b.len() {
            return Ok(string);
        }
        if let Some(part) = b.get(range) {
            return Ok(bytes::new(part).into());
        }
    }
    if string.exact::<Unicode>().is_some() {
        return unicode::slots::getslice(string, from, to);
    }
    get_slice(string, Some(Value::int(from)), Some(Value::int(to)))
}
