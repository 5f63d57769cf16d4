//! The module `array` (rows: spec/modules/array.toml, spec/types/array.toml). The object is here, its methods
//! are in [`methods`], bytes of items in [`items`].

use crate::attr::type_name;
use crate::builtins::{bytearray, module, receiver, sequence, slice, str as bytes};
use crate::call::Args;
use crate::error::{PyResult, Raised, index_error, type_error, value_error};
use crate::layouts::{ArrayIter, ArrayObject, List, Module, Slice, Str, Tuple, Unicode};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;
use crate::window::{Want, Window};

mod items;
mod methods;

pub use methods::*;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        module::dict(m).set_str(bytes::intern(b"ArrayType"), types::ARRAY.get().into());
    }
    Ok(())
}

fn this(v: Value) -> PyResult<Ref<ArrayObject>> {
    match v.cast::<ArrayObject>() {
        Some(a) => Ok(a),
        None => Err(receiver::wrong("array.array", v)),
    }
}

/// A new array with the items whose bytes are given.
fn with_bytes(ty: Ref<Type>, code: u8, data: &[u8]) -> PyResult<Ref<ArrayObject>> {
    let data = bytearray::new(data)?;
    Ok(ArrayObject::alloc_for(ty, u32::from(code), data))
}

impl ArrayObject {
    #[inline]
    fn code(&self) -> u8 {
        self.code.get() as u8
    }

    #[inline]
    fn size(&self) -> usize {
        items::size(self.code())
    }

    #[inline]
    fn count(&self) -> usize {
        self.data.get().len() / self.size()
    }

    /// Item `i`, when there is one.
    #[inline]
    fn item(&self, i: usize) -> Option<Value> {
        let size = self.size();
        let data = self.data.get();
        let data = data.bytes().get(i * size..i * size + size)?;
        Some(items::decode(self.code(), data))
    }

    /// Replaces item `i`, which is there.
    #[inline]
    fn set(&self, i: usize, item: [u8; 8]) {
        let size = self.size();
        self.data.get().write(i * size, &item[..size]);
    }

    #[inline]
    fn push(&self, v: Value) -> PyResult<()> {
        let item = items::encode(self.code(), v)?;
        if items::asks(v) {
            return self.insert_asking(self.count(), v);
        }
        self.data.get().extend(&item[..self.size()])
    }

    /// Makes room for an item, at `i` or the end, that was asked for its value before and is asked again: it may
    /// change the array each time.
    fn insert_asking(&self, i: usize, v: Value) -> PyResult<()> {
        let i = i.min(self.count());
        self.splice(i, i, &[0; 8][..self.size()])?;
        let item = items::encode(self.code(), v)?;
        if i < self.count() {
            self.set(i, item);
        }
        Ok(())
    }

    /// Replaces items `i..j` by others, of which the bytes are given.
    fn splice(&self, i: usize, j: usize, new: &[u8]) -> PyResult<()> {
        let size = self.size();
        let data = self.data.get();
        let tail = data.bytes()[j * size..].to_vec();
        data.resize(i * size + new.len() + tail.len())?;
        data.write(i * size, new);
        data.write(i * size + new.len(), &tail);
        Ok(())
    }

    /// The bytes of items `i..j`.
    fn part(&self, i: usize, j: usize) -> Vec<u8> {
        let size = self.size();
        self.data.get().bytes()[i * size..j * size].to_vec()
    }
}

impl sequence::Sequence for Ref<ArrayObject> {
    const LENGTH_FIRST: bool = true;
    const HOLDS_ITSELF: bool = false;

    fn length(self) -> usize {
        self.count()
    }
    fn at(self, i: usize) -> Option<Value> {
        self.item(i)
    }
}

/// The type code argument.
fn type_code(v: Value) -> PyResult<u8> {
    let one = if let Some(s) = v.cast::<Str>() {
        match *s.as_ref().bytes() {
            [c] => Some(u32::from(c)),
            _ => None,
        }
    } else {
        v.cast::<Unicode>()
            .filter(|u| u.length() == 1)
            .and_then(|u| u.get(0))
    };
    let Some(c) = one else {
        return Err(raise_fmt!(
            type_error,
            "array() argument 1 or typecode must be char (string or ascii-unicode with length 1), not {}",
            type_name(v)
        ));
    };
    match u8::try_from(c) {
        Ok(c) if items::CODES.contains(&c) => Ok(c),
        _ => Err(value_error(
            "bad typecode (must be c, b, B, u, h, H, i, I, l, L, f or d)",
        )),
    }
}

#[cold]
fn wrong_length() -> Raised {
    value_error("string length not a multiple of item size")
}

/// `array.__new__`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if ty == types::ARRAY.get() && args.nkw() > 0 {
        return Err(type_error("array.array() does not take keyword arguments"));
    }
    let a = parse::range(Args::positional(args.pos()), 0, "array", 1, 2)?;
    let code = type_code(a[0])?;
    let array = with_bytes(ty, code, &[])?;
    let Some(initial) = a.get(1).copied() else {
        return Ok(array.into());
    };
    if let Some(s) = initial.cast::<Str>() {
        array.add_bytes(s.as_ref().bytes())?;
    } else if let Some(u) = initial.cast::<Unicode>()
        && code == b'u'
    {
        array.add_characters(u)?;
    } else if let Some(other) = initial.cast::<ArrayObject>()
        && other.code() == code
    {
        array.data.get().set_bytes(&other.part(0, other.count()))?;
    } else {
        let exact = initial.exact::<List>().is_some() || initial.exact::<Tuple>().is_some();
        if !exact && (initial.cast::<List>().is_some() || initial.cast::<Tuple>().is_some()) {
            // Classes of these are asked for their items by number.
            for i in 0..protocol::len(initial)? {
                array.push(protocol::get_item(initial, Value::int(i))?)?;
            }
        } else {
            let source = if exact {
                initial
            } else {
                protocol::iter(initial)?
            };
            crate::builtins::iterators::for_each(source, |v| array.push(v))?;
        }
    }
    Ok(array.into())
}

impl ArrayObject {
    fn add_bytes(&self, data: &[u8]) -> PyResult<()> {
        if !data.len().is_multiple_of(self.size()) {
            return Err(wrong_length());
        }
        self.data.get().extend(data)
    }

    fn add_characters(&self, u: Ref<Unicode>) -> PyResult<()> {
        let data: Vec<u8> = u.to_vec().into_iter().flat_map(u32::to_ne_bytes).collect();
        self.data.get().extend(&data)
    }
}

pub fn repr(self_: Value) -> PyResult {
    let a = this(self_)?;
    let mut out = format!("array('{}'", char::from(a.code())).into_bytes();
    if a.count() > 0 {
        let content = match a.code() {
            b'c' => tostring(a)?,
            b'u' => tounicode(a)?,
            _ => tolist(a)?,
        };
        out.extend_from_slice(b", ");
        out.extend_from_slice(protocol::repr(content)?.bytes());
    }
    out.push(b')');
    Ok(bytes::new(&out).into())
}

pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.count() as i64)
}

pub fn getitem(self_: Value, index: Value) -> PyResult {
    let a = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        return sequence::wrap(i, a.count())
            .and_then(|i| a.item(i))
            .ok_or_else(|| index_error("array index out of range"));
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("array indices must be integers"));
    };
    let range = slice::resolve(s, || a.count())?;
    let size = a.size();
    let data = a.data.get();
    let mut out = Vec::new();
    for i in range.iter() {
        out.extend_from_slice(&data.bytes()[i * size..i * size + size]);
    }
    Ok(with_bytes(types::ARRAY.get(), a.code(), &out)?.into())
}

pub fn getslice(self_: Value, i: i64, j: i64) -> PyResult {
    let a = this(self_)?;
    let (i, j) = sequence::clamp(i, j, a.count());
    Ok(with_bytes(types::ARRAY.get(), a.code(), &a.part(i, j))?.into())
}

/// The bytes of an array that is assigned to a slice.
fn replacement(a: Ref<ArrayObject>, v: Option<Value>) -> PyResult<Vec<u8>> {
    let Some(v) = v else { return Ok(Vec::new()) };
    let Some(other) = v.cast::<ArrayObject>() else {
        return Err(raise_fmt!(
            type_error,
            "can only assign array (not \"{}\") to array slice",
            type_name(v)
        ));
    };
    if other.code() != a.code() {
        return Err(type_error("bad argument type for built-in operation"));
    }
    Ok(other.part(0, other.count()))
}

pub fn setslice(self_: Value, i: i64, j: i64, v: Option<Value>) -> PyResult<()> {
    let a = this(self_)?;
    let new = replacement(a, v)?;
    let (i, j) = sequence::clamp(i, j, a.count());
    a.splice(i, j, &new)
}

pub fn setitem(self_: Value, index: Value, v: Option<Value>) -> PyResult<()> {
    let a = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        let out_of_range = || index_error("array assignment index out of range");
        let i = sequence::wrap(i, a.count()).ok_or_else(out_of_range)?;
        let Some(v) = v else {
            return a.splice(i, i + 1, &[]);
        };
        let item = items::encode(a.code(), v)?;
        // Its conversion may have made the array shorter.
        if i < a.count() {
            a.set(i, item);
        }
        return Ok(());
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("array indices must be integer"));
    };
    let new = replacement(a, v)?;
    let range = slice::resolve(s, || a.count())?;
    let (start, step, n) = (range.start, range.step, range.len);
    let size = a.size();
    if step == 1 {
        let i = start.max(0) as usize;
        return a.splice(i, i + n, &new);
    }
    if new.is_empty() {
        let mut gone = vec![false; a.count()];
        range.iter().for_each(|i| gone[i] = true);
        let all = a.part(0, a.count());
        let kept: Vec<u8> = all
            .chunks(size)
            .zip(gone)
            .filter(|(_, gone)| !gone)
            .flat_map(|(item, _)| item.iter().copied())
            .collect();
        return a.data.get().set_bytes(&kept);
    }
    if new.len() != n * size {
        return Err(value_error(format!(
            "attempt to assign array of size {} to extended slice of size {n}",
            new.len() / size
        )));
    }
    let data = a.data.get();
    for (i, item) in range.iter().zip(new.chunks(size)) {
        data.write(i * size, item);
    }
    Ok(())
}

pub fn contains(self_: Value, v: Value) -> PyResult<bool> {
    Ok(sequence::find(this(self_)?, v, 0, usize::MAX)?.is_some())
}

pub fn concat(self_: Value, other: Value) -> PyResult {
    let a = this(self_)?;
    let Some(b) = other.cast::<ArrayObject>() else {
        return Err(raise_fmt!(
            type_error,
            "can only append array (not \"{}\") to array",
            type_name(other)
        ));
    };
    if a.code() != b.code() {
        return Err(type_error("bad argument type for built-in operation"));
    }
    let mut all = a.part(0, a.count());
    all.extend_from_slice(&b.part(0, b.count()));
    Ok(with_bytes(types::ARRAY.get(), a.code(), &all)?.into())
}

/// The bytes of the items, `n` times over.
fn repeated(a: Ref<ArrayObject>, count: Value) -> PyResult<Vec<u8>> {
    let n = sequence::repeat_count(count)?;
    sequence::product(a.data.get().len(), n)?;
    Ok(a.data.get().bytes().repeat(n))
}

pub fn repeat(self_: Value, count: Value) -> PyResult {
    let a = this(self_)?;
    Ok(with_bytes(types::ARRAY.get(), a.code(), &repeated(a, count)?)?.into())
}

pub fn inplace_concat(self_: Value, other: Value) -> PyResult {
    let a = this(self_)?;
    let Some(b) = other.cast::<ArrayObject>() else {
        return Err(raise_fmt!(
            type_error,
            "can only extend array with array (not \"{}\")",
            type_name(other)
        ));
    };
    a.add_array(b)?;
    Ok(self_)
}

pub fn inplace_repeat(self_: Value, count: Value) -> PyResult {
    let a = this(self_)?;
    a.data.get().set_bytes(&repeated(a, count)?)?;
    Ok(self_)
}

impl ArrayObject {
    fn add_array(&self, other: Ref<ArrayObject>) -> PyResult<()> {
        if other.code() != self.code() {
            return Err(type_error("can only extend with array of same kind"));
        }
        self.data.get().extend(&other.part(0, other.count()))
    }
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    match (a.cast::<ArrayObject>(), b.cast::<ArrayObject>()) {
        (Some(x), Some(y)) => sequence::compare(x, y, op),
        _ => Ok(crate::singletons::not_implemented()),
    }
}

pub fn iter(self_: Value) -> PyResult {
    Ok(ArrayIter::alloc(Some(this(self_)?), 0).into())
}

pub fn iter_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<ArrayIter>() else {
        return Ok(None);
    };
    let Some(a) = it.array.get() else {
        return Ok(None);
    };
    let i = it.index.get();
    let v = a.item(i as usize);
    match v {
        Some(_) => it.index.set(i + 1),
        None => it.array.set(None),
    }
    Ok(v)
}

/// Slot `buffer`: the older interface only.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    let a = this(v)?;
    // It shows neither the newer interface nor characters.
    if matches!(want, Want::View | Want::Text) {
        return Ok(None);
    }
    let data = a.data.get();
    let content = data.bytes();
    // SAFETY: the array's bytes stay where they are as long as it is not changed.
    Ok(Some(unsafe {
        Window::new(content.as_ptr().cast_mut(), content.len(), true, v)
    }))
}
