//! The methods of arrays.

use super::{items, this, with_bytes};
use crate::builtins::file::is_readable;
use crate::builtins::{iterators, list, sequence, str as bytes, tuple, unicode};
use crate::call;
use crate::error::{PyResult, Raised, index_error, raise, type_error, value_error};
use crate::layouts::{ArrayObject, FileObject, List, Str, Unicode};
use crate::object::Ref;
use crate::value::Value;
use crate::{attr, names, types, window};

pub fn append(self_: Ref<ArrayObject>, item: Value) -> PyResult<()> {
    self_.push(item)
}

pub fn extend(self_: Ref<ArrayObject>, iterable: Value) -> PyResult<()> {
    match iterable.cast::<ArrayObject>() {
        Some(other) => self_.add_array(other),
        None => iterators::for_each(iterable, |v| self_.push(v)),
    }
}

pub fn fromlist(self_: Ref<ArrayObject>, items: Value) -> PyResult<()> {
    let Some(l) = items.cast::<List>() else {
        return Err(type_error("arg must be list"));
    };
    // All or nothing.
    let before = self_.data.get().len();
    let mut i = 0;
    while let Some(v) = l.item(i) {
        let item = items::encode(self_.code(), v).inspect_err(|_| {
            // What is shorter than it was has room.
            let _ = self_.data.get().resize(before);
        })?;
        self_.data.get().extend(&item[..self_.size()])?;
        i += 1;
    }
    Ok(())
}

pub fn tolist(self_: Ref<ArrayObject>) -> PyResult {
    let l = list::with_capacity(self_.count());
    let (code, data) = (self_.code(), self_.data.get());
    for item in data.bytes().chunks_exact(self_.size()) {
        l.push(items::decode(code, item));
    }
    Ok(l.into())
}

pub fn fromstring(self_: Ref<ArrayObject>, string: Value) -> PyResult<()> {
    let Some(w) = window::readable(string)? else {
        return Err(window::not(
            string,
            "fromstring",
            1,
            "string or read-only buffer",
        ));
    };
    if string == self_.value() && !self_.data.get().is_empty() {
        return Err(value_error("array.fromstring(x): x cannot be self"));
    }
    self_.add_bytes(w.bytes())
}

pub fn tostring(self_: Ref<ArrayObject>) -> PyResult {
    Ok(bytes::try_new(self_.data.get().bytes())?.into())
}

pub fn fromunicode(self_: Ref<ArrayObject>, string: Value) -> PyResult<()> {
    let Some(u) = string.cast::<Unicode>() else {
        return Err(raise_fmt!(
            type_error,
            "fromunicode() argument 1 must be cannot convert raw buffers, not {}",
            crate::attr::argument_name(string)
        ));
    };
    if self_.code() != b'u' {
        return Err(value_error(
            "fromunicode() may only be called on type 'u' arrays",
        ));
    }
    self_.add_characters(u)
}

pub fn tounicode(self_: Ref<ArrayObject>) -> PyResult {
    if self_.code() != b'u' {
        return Err(value_error(
            "tounicode() may only be called on type 'u' arrays",
        ));
    }
    let units: Vec<u32> = self_
        .data
        .get()
        .bytes()
        .chunks_exact(4)
        .map(|c| u32::from_ne_bytes([c[0], c[1], c[2], c[3]]))
        .collect();
    unicode::from_code_points(&units)
}

fn is_closed(f: Ref<FileObject>) -> bool {
    use crate::builtins::file::{is_readable, is_writable};
    !is_readable(f) && !is_writable(f)
}

pub fn fromfile(self_: Ref<ArrayObject>, file: Value, n: i64) -> PyResult<()> {
    let Some(f) = file.cast::<FileObject>().filter(|f| !is_closed(*f)) else {
        return Err(type_error("arg1 must be open file"));
    };
    if !is_readable(f) {
        // The system says so.
        let e = std::io::Error::from_raw_os_error(libc::EBADF);
        return Err(crate::modules::builtin::io_failure(&e, None));
    }
    let Ok(n) = usize::try_from(n) else {
        return Ok(());
    };
    let wanted = sequence::product(n, self_.size())?;
    let read = attr::get(file, bytes::intern(b"read"))?;
    let got = call::call_values(read, &[Value::int(wanted as i64)])?;
    let Some(s) = got.cast::<Str>() else {
        return Err(type_error("read() returned no string"));
    };
    // Whole items are kept even where fewer came than asked for.
    let data = s.as_ref().bytes();
    let whole = data.len() - data.len() % self_.size();
    self_.add_bytes(&data[..whole])?;
    if data.len() < wanted {
        return Err(raise(types::EOF_ERROR.get(), "not enough items in file"));
    }
    Ok(())
}

pub fn tofile(self_: Ref<ArrayObject>, file: Value) -> PyResult<()> {
    if file.cast::<FileObject>().is_none_or(is_closed) {
        return Err(type_error("arg must be open file"));
    }
    let write = attr::get(file, names::write())?;
    call::call_values(write, &[tostring(self_)?]).map(|_| ())
}

pub fn insert(self_: Ref<ArrayObject>, index: i64, item: Value) -> PyResult<()> {
    let n = self_.count() as i64;
    let asked = item;
    let item = super::items::encode(self_.code(), asked)?;
    let i = if index < 0 {
        index.saturating_add(n).max(0)
    } else {
        index.min(n)
    } as usize;
    if super::items::asks(asked) {
        return self_.insert_asking(i, asked);
    }
    self_.splice(i, i, &item[..self_.size()])
}

pub fn pop(self_: Ref<ArrayObject>, index: i64) -> PyResult {
    if self_.count() == 0 {
        return Err(index_error("pop from empty array"));
    }
    let out_of_range = || index_error("pop index out of range");
    let i = sequence::wrap(index, self_.count()).ok_or_else(out_of_range)?;
    let v = self_.item(i).ok_or_else(out_of_range)?;
    self_.splice(i, i + 1, &[])?;
    Ok(v)
}

#[cold]
fn absent(method: &str) -> Raised {
    value_error(format!("array.{method}(x): x not in list"))
}

pub fn index_method(self_: Ref<ArrayObject>, item: Value) -> PyResult<i64> {
    match sequence::find(self_, item, 0, usize::MAX)? {
        Some(i) => Ok(i as i64),
        None => Err(absent("index")),
    }
}

pub fn remove(self_: Ref<ArrayObject>, item: Value) -> PyResult<()> {
    match sequence::find(self_, item, 0, usize::MAX)? {
        Some(i) if i < self_.count() => self_.splice(i, i + 1, &[]),
        _ => Err(absent("remove")),
    }
}

pub fn count(self_: Ref<ArrayObject>, item: Value) -> PyResult<i64> {
    sequence::count(self_, item)
}

pub fn reverse(self_: Ref<ArrayObject>) -> PyResult<()> {
    let size = self_.size();
    let all = self_.part(0, self_.count());
    let turned: Vec<u8> = all.chunks(size).rev().flatten().copied().collect();
    self_.data.get().write(0, &turned);
    Ok(())
}

pub fn byteswap(self_: Ref<ArrayObject>) -> PyResult<()> {
    let size = self_.size();
    let mut all = self_.part(0, self_.count());
    all.chunks_mut(size).for_each(<[u8]>::reverse);
    self_.data.get().write(0, &all);
    Ok(())
}

pub fn buffer_info(self_: Ref<ArrayObject>) -> PyResult {
    let address = self_.data.get().bytes().as_ptr() as i64;
    let n = self_.count() as i64;
    Ok(tuple::from_slice(&[Value::int(address), Value::int(n)]).into())
}

pub fn copy(self_: Ref<ArrayObject>) -> PyResult {
    let all = self_.part(0, self_.count());
    Ok(with_bytes(types::ARRAY.get(), self_.code(), &all)?.into())
}

pub fn deepcopy(self_: Ref<ArrayObject>, _memo: Value) -> PyResult {
    copy(self_)
}

pub fn reduce(self_: Ref<ArrayObject>) -> PyResult {
    let v = self_.value();
    let attributes = attr::find(v, names::dict())?.unwrap_or_else(Value::none);
    let args = tuple::from_slice(&[get_typecode(v)?, tolist(self_)?]);
    Ok(tuple::from_slice(&[v.ty().value(), args.into(), attributes]).into())
}

pub fn get_typecode(v: Value) -> PyResult {
    Ok(bytes::singleton(this(v)?.code()).into())
}

pub fn get_itemsize(v: Value) -> PyResult {
    Ok(Value::int(this(v)?.size() as i64))
}

/// `a.__sizeof__()`: what CPython's object would take, if its items were made at once.
pub fn sizeof(a: Ref<ArrayObject>) -> PyResult<i64> {
    Ok(crate::sizes::of_object(a.into()) + a.data.get().bytes().len() as i64)
}
