//! Fields of structures and unions: descriptors that read and write parts of them.

use super::data;
use super::form;
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{ForeignData, ForeignField};
use crate::names;
use crate::number::view::{self, Num};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// `Field(name, cls, offset, bits, shift, index)`
pub fn new_field(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [name, cls, numbers @ ..] = args.pos() else {
        return Err(type_error("a field has a name and a type"));
    };
    let mut n = [0; 4];
    for (to, v) in n.iter_mut().zip(numbers) {
        *to = v
            .as_int()
            .ok_or_else(|| type_error("an integer is required"))?;
    }
    let (_, form) = form::class(*cls)?;
    let [offset, bits, shift, index] = n;
    Ok(ForeignField::alloc_for(ty, *name, *cls, form, offset, bits, shift, index).into())
}

fn this(d: Value) -> PyResult<Ref<ForeignField>> {
    d.cast::<ForeignField>()
        .ok_or_else(|| type_error("a field is required"))
}

pub fn get_size(d: Value) -> PyResult {
    let f = this(d)?;
    Ok(Value::int(match f.bits.get() {
        0 => f.form.get().size.get(),
        bits => bits << 16 | f.shift.get(),
    }))
}

impl ForeignField {
    fn address(&self, owner: Ref<ForeignData>) -> u64 {
        owner.address.get().wrapping_add(self.offset.get() as u64)
    }

    /// The value of a bit field of numbers.
    fn bits_at(&self, address: u64) -> Option<Value> {
        let form = self.form.get();
        let (bits, shift) = (self.bits.get(), self.shift.get());
        if form::is_null(address) || !(1..=64).contains(&bits) {
            return None;
        }
        let unit = form.word_at(address) >> shift << (64 - bits);
        let signed = unit as i64 >> (64 - bits);
        let unsigned = unit >> (64 - bits);
        Some(match form.letter() {
            b'b' | b'h' | b'i' | b'l' => Value::int(signed),
            b'q' => view::long(signed),
            b'B' | b'H' => Value::int(unsigned as i64),
            b'I' | b'L' | b'Q' => view::long(unsigned),
            b'?' => Value::bool(unsigned != 0),
            _ => return None,
        })
    }

    fn put_bits(&self, address: u64, value: Value) -> bool {
        let form = self.form.get();
        let (bits, shift) = (self.bits.get(), self.shift.get());
        if form::is_null(address) || !(1..=64).contains(&bits) || form.letter() == b'?' {
            return false;
        }
        let number = match Num::of(value) {
            Some(Num::Int(i)) => i as u64,
            Some(Num::Long(n)) => n.low_u64(),
            _ => return false,
        };
        let mask = (u64::MAX >> (64 - bits)) << shift;
        let unit = form.word_at(address) & !mask | number << shift & mask;
        form.put_word(address, unit);
        true
    }
}

pub fn descr_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let f = this(d)?;
    let Some(obj) = obj.filter(|o| !o.is_none()) else {
        return Ok(d);
    };
    let owner = data::this(obj)?;
    let (form, address) = (f.form.get(), f.address(owner));
    let found = match f.bits.get() {
        0 => data::characters(form, address).or_else(|| match form.is_text() {
            true => None,
            false => data::part(f.class.get(), form, address, obj, f.index.get()),
        }),
        _ => f.bits_at(address),
    };
    match found {
        Some(v) => Ok(v),
        None => data::leave(d, names::get_(), &[obj]),
    }
}

pub fn descr_set(d: Value, obj: Value, value: Option<Value>) -> PyResult<()> {
    let f = this(d)?;
    let owner = data::this(obj)?;
    let value = value.ok_or_else(|| type_error("can't delete attribute"))?;
    let address = f.address(owner);
    let done = match f.bits.get() {
        0 => {
            data::put_part(f.form.get(), address, owner, f.index.get(), value)?
                || data::put_characters(f.form.get(), address, value)
        }
        _ => f.put_bits(address, value),
    };
    match done {
        true => Ok(()),
        false => data::leave(d, names::set_(), &[obj, value]).map(|_| ()),
    }
}
