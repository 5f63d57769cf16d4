//! Forms: what native code knows of a C type; and values of simple types in memory.
//!
//! What is not known here is left to Python code (lib/_ctypes/): text that is wide, long doubles, conversions of
//! whatever else a program may pass, and all complaints.

use std::ffi::CStr;

use crate::builtins::str as bytes;
use crate::builtins::type_::as_type;
use crate::builtins::unicode;
use crate::error::{PyResult, type_error};
use crate::layouts::{ForeignForm, Str};
use crate::number::view::{self, Num};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// Letters of forms that are no simple types.
pub const ARRAY: u8 = b'[';
pub const POINTER: u8 = b'*';
pub const FUNCTION: u8 = b'(';

/// The form of a class of C data.
#[inline]
pub fn of(ty: Ref<Type>) -> Option<Ref<ForeignForm>> {
    ty.lookup(crate::names::form_())?.exact::<ForeignForm>()
}

/// `form(code, size, length, plain, swapped, item)`
pub fn form(
    code: Ref<Str>,
    size: i64,
    length: i64,
    plain: bool,
    swapped: bool,
    item: Value,
) -> PyResult<Ref<ForeignForm>> {
    let code = code.as_ref().bytes().first().copied().unwrap_or(0);
    let (item, inner) = match as_type(item) {
        Some(t) => (Some(item), of(t)),
        None => (None, None),
    };
    Ok(ForeignForm::alloc(
        i64::from(code),
        size,
        length,
        plain,
        swapped,
        false,
        item,
        inner,
    ))
}

pub fn mark_used(form: Ref<ForeignForm>) -> PyResult<()> {
    form.used.set(true);
    Ok(())
}

/// `form.set_size(size)`
pub fn set_size(form: Ref<ForeignForm>, size: i64) -> PyResult<()> {
    form.size.set(size);
    Ok(())
}

/// `form.set_item(cls)`
pub fn set_item(form: Ref<ForeignForm>, cls: Value) -> PyResult<()> {
    let (_, inner) = class(cls)?;
    form.item.set(Some(cls));
    form.inner.set(Some(inner));
    Ok(())
}

/// `get(form, address)`
pub fn get(form: Ref<ForeignForm>, address: i64) -> PyResult {
    let found = form.load(address as u64);
    Ok(found.unwrap_or_else(crate::singletons::not_implemented))
}

/// `put(form, address, value)`
pub fn put(form: Ref<ForeignForm>, address: i64, value: Value) -> PyResult<bool> {
    Ok(form.store(address as u64, value))
}

/// Is there no memory, for certain?
#[inline]
pub fn is_null(address: u64) -> bool {
    address < super::FIRST as u64
}

impl ForeignForm {
    #[inline]
    pub fn letter(&self) -> u8 {
        self.code.get() as u8
    }

    /// A simple type?
    #[inline]
    pub fn is_simple(&self) -> bool {
        !matches!(self.letter(), ARRAY | POINTER | FUNCTION | b'{' | 0)
    }

    /// An array of characters, seen as text?
    #[inline]
    pub fn is_text(&self) -> bool {
        let inner = self.inner.get();
        self.letter() == ARRAY && inner.is_some_and(|i| matches!(i.letter(), b'c' | b'u'))
    }

    /// The number in a word whose low bytes are data of an integer type.
    #[inline]
    pub fn widened(&self, word: u64) -> u64 {
        match self.letter() {
            b'b' => word as i8 as u64,
            b'h' => word as i16 as u64,
            b'i' => word as i32 as u64,
            b'B' | b'c' | b'?' => word as u8 as u64,
            b'H' => word as u16 as u64,
            b'I' | b'u' | b'f' => word as u32 as u64,
            _ => word,
        }
    }

    /// Data of at most eight bytes as a word, in the machine's byte order.
    #[inline]
    pub fn word_at(&self, address: u64) -> u64 {
        let at = address as *const u8;
        // SAFETY: as for all addresses here, whoever made the data says that it is there.
        let word = unsafe {
            match self.size.get() {
                1 => u64::from(*at),
                2 => u64::from(at.cast::<u16>().read_unaligned()),
                4 => u64::from(at.cast::<u32>().read_unaligned()),
                _ => at.cast::<u64>().read_unaligned(),
            }
        };
        match self.swapped.get() {
            true => word.swap_bytes() >> (64 - 8 * self.size.get()),
            false => word,
        }
    }

    #[inline]
    pub fn put_word(&self, address: u64, word: u64) {
        let word = match self.swapped.get() {
            true => word.swap_bytes() >> (64 - 8 * self.size.get()),
            false => word,
        };
        let at = address as *mut u8;
        // SAFETY: as above.
        unsafe {
            match self.size.get() {
                1 => *at = word as u8,
                2 => at.cast::<u16>().write_unaligned(word as u16),
                4 => at.cast::<u32>().write_unaligned(word as u32),
                _ => at.cast::<u64>().write_unaligned(word),
            }
        }
    }

    /// What a word of data is in Python, for most simple types.
    #[inline]
    pub fn value_of(&self, word: u64) -> Option<Value> {
        Some(match self.letter() {
            b'b' | b'B' | b'h' | b'H' | b'i' => Value::int(self.widened(word) as i64),
            b'l' => Value::int(word as i64),
            b'I' | b'L' | b'Q' => view::long(self.widened(word)),
            b'q' => view::long(word as i64),
            b'd' => Value::float(f64::from_bits(word)),
            b'f' => Value::float(f64::from(f32::from_bits(word as u32))),
            b'?' => Value::bool(word as u8 != 0),
            b'c' => bytes::singleton(word as u8).into(),
            b'P' if word == 0 => Value::none(),
            b'P' => super::word(word),
            b'z' if word == 0 => Value::none(),
            b'z' if !is_null(word) => {
                // SAFETY: the address of a C string, as the type says.
                let text = unsafe { CStr::from_ptr(word as *const _) };
                bytes::new(text.to_bytes()).into()
            }
            b'u' => unicode::from_code_point(word as u32).ok()?,
            _ => return None,
        })
    }

    /// The value at an address, for most simple types.
    #[inline]
    pub fn load(&self, address: u64) -> Option<Value> {
        if is_null(address) || !self.is_simple() {
            return None;
        }
        self.value_of(self.word_at(address))
    }

    /// The word of data that a plain value is.
    #[inline]
    pub fn word_of(&self, v: Value) -> Option<u64> {
        Some(match self.letter() {
            b'b' | b'B' | b'h' | b'H' | b'i' | b'I' | b'l' | b'L' | b'q' | b'Q' => {
                match Num::of(v)? {
                    Num::Int(i) => i as u64,
                    Num::Long(n) => n.low_u64(),
                    _ => return None,
                }
            }
            b'd' => number(v)?.to_bits(),
            b'f' => {
                let x = number(v)?;
                let narrow = x as f32;
                // Too big for the type: an error.
                if narrow.is_infinite() && x.is_finite() {
                    return None;
                }
                u64::from(narrow.to_bits())
            }
            b'?' => u64::from(v.as_bool()?),
            b'c' => match v.exact::<Str>()?.as_ref().bytes() {
                [c] => u64::from(*c),
                _ => return None,
            },
            b'P' | b'z' if v.is_none() => 0,
            b'P' => match Num::of(v)? {
                Num::Int(i) => i as u64,
                Num::Long(n) => n.low_u64(),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// Puts a plain value at an address, if that is all there is to it.
    #[inline]
    pub fn store(&self, address: u64, v: Value) -> bool {
        if is_null(address) {
            return false;
        }
        match self.word_of(v) {
            Some(word) => {
                self.put_word(address, word);
                true
            }
            None => false,
        }
    }
}

/// An exact float or small int as C's double.
#[inline]
fn number(v: Value) -> Option<f64> {
    v.as_float().or_else(|| v.as_small_int().map(|i| i as f64))
}

/// The type that a class of C data is.
pub fn class(v: Value) -> PyResult<(Ref<Type>, Ref<ForeignForm>)> {
    let ty = as_type(v).ok_or_else(|| type_error("C type expected"))?;
    let form = of(ty).ok_or_else(|| type_error("abstract class"))?;
    Ok((ty, form))
}
