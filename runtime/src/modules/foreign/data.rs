//! C data: instances of simple types, arrays, structures and pointers.
//!
//! Small data lies in the object itself (`room0` and on), so that most instances are one allocation. What these
//! slots cannot do at once, they leave to methods of the classes in lib/_ctypes/.

use super::form::{self, ARRAY, POINTER, is_null};
use super::word;
use crate::attr;
use crate::builtins::memoryview::Items;
use crate::builtins::type_::as_type;
use crate::builtins::{dict, list, str as bytes};
use crate::call::{self, Args, call_values};
use crate::error::{PyResult, Raised, attribute_error, index_error, type_error, value_error};
use crate::layouts::{Dict, ForeignData, ForeignForm, Str, Tuple};
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;
use crate::window::{Want, Window};

/// Bytes of `room`.
const ROOM: i64 = 32;

/// The data that a slot's receiver is.
#[inline]
pub fn this(v: Value) -> PyResult<Ref<ForeignData>> {
    v.cast::<ForeignData>()
        .ok_or_else(|| type_error("not a ctype instance"))
}

impl ForeignData {
    fn room(&self) -> u64 {
        self.room0.as_ptr() as u64
    }

    /// The address that a pointer or function has; 0 when it has no memory.
    #[inline]
    pub fn target(&self) -> u64 {
        let at = self.address.get();
        if is_null(at) {
            return 0;
        }
        // SAFETY: where the data is, as whoever made the object says.
        unsafe { (at as *const u64).read_unaligned() }
    }
}

/// An instance over memory of others.
#[inline]
pub fn over(
    ty: Ref<Type>,
    form: Ref<ForeignForm>,
    address: u64,
    base: Option<Value>,
    index: i64,
) -> Ref<ForeignData> {
    let size = form.size.get();
    ForeignData::alloc_for(
        ty, form, address, size, index, base, None, None, None, 0, 0, 0, 0,
    )
}

/// An instance with zeroed memory.
#[inline]
pub fn make(ty: Ref<Type>, form: Ref<ForeignForm>) -> PyResult<Ref<ForeignData>> {
    form.used.set(true);
    let d = over(ty, form, 0, None, 0);
    match form.size.get() {
        0..=ROOM => d.address.set(d.room()),
        n => own(d, n)?,
    }
    Ok(d)
}

/// Gives an object memory of that size.
fn own(d: Ref<ForeignData>, size: i64) -> PyResult<()> {
    let memory = super::allocate(size)?;
    d.address.set(memory.address.get());
    d.memory.set(Some(memory));
    Ok(())
}

/// `Data()`
pub fn new_data(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    match form::of(ty) {
        Some(form) if form.letter() != POINTER || form.item.get().is_some() => {
            Ok(make(ty, form)?.into())
        }
        None if !ty.is_subtype(types::FOREIGN_POINTER.get()) => Err(type_error("abstract class")),
        _ => Err(type_error("Cannot create instance: has no _type_")),
    }
}

/// `at(cls, address, base, index)`
pub fn at_address(cls: Value, address: i64, base: Value, index: i64) -> PyResult {
    let (ty, form) = form::class(cls)?;
    let base = (!base.is_none()).then_some(base);
    Ok(over(ty, form, address as u64, base, index).into())
}

/// `resize(data, size)`
pub fn resize(d: Ref<ForeignData>, size: i64) -> PyResult<()> {
    let (old, n) = (d.address.get(), d.size.get().min(size));
    // What was there stays until the bytes are copied.
    let memory = d.memory.get();
    own(d, size)?;
    d.size.set(size);
    // SAFETY: both are at least as large.
    unsafe {
        std::ptr::copy_nonoverlapping(
            old as *const u8,
            d.address.get() as *mut u8,
            n.max(0) as usize,
        )
    };
    std::hint::black_box(memory);
    Ok(())
}

/// The bytes of C data. Only native code looks through the window, and at once: the object keeps what it
/// shows until then.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    if want == Want::Text {
        return Ok(None);
    }
    let d = this(v)?;
    let at = super::checked(d.address.get() as i64)?;
    // SAFETY: where the object has its data.
    Ok(Some(unsafe {
        Window::new(at, usize::try_from(d.size.get()).unwrap_or(0), true, v)
    }))
}

pub fn get_address(v: Value) -> PyResult {
    Ok(word(this(v)?.address.get()))
}

pub fn get_size(v: Value) -> PyResult {
    Ok(Value::int(this(v)?.size.get()))
}

pub fn get_index(v: Value) -> PyResult {
    Ok(Value::int(this(v)?.index.get()))
}

pub fn get_needsfree(v: Value) -> PyResult {
    let d = this(v)?;
    let own = d.memory.get().is_some() || d.address.get() == d.room();
    Ok(Value::int(i64::from(own)))
}

/// Calls a method of the class in lib/_ctypes/.
#[cold]
pub fn leave(v: Value, name: Ref<Str>, args: &[Value]) -> PyResult {
    call_values(attr::get(v, name)?, args)
}

// ---- what is kept -------------------------------------------------------------

/// Who has the memory of some data, and the way there from one of its parts: hexadecimal numbers, the part's first.
fn owner(d: Ref<ForeignData>, part: i64) -> (Ref<ForeignData>, String) {
    let (mut owner, mut way) = (d, format!("{:x}", part as u32));
    while let Some(base) = owner.base.get().and_then(|b| b.cast::<ForeignData>()) {
        way.push_str(&format!(":{:x}", owner.index.get()));
        owner = base;
    }
    (owner, way)
}

/// The objects of who has the memory: a dict, but for simple types.
fn objects(owner: Ref<ForeignData>) -> Option<Value> {
    if owner.objects.get().is_none_or(|o| o.is_none()) && !owner.form.get().is_simple() {
        owner.objects.set(Some(dict::new().into()));
    }
    owner.objects.get()
}

/// `data._keep_(index, value)`: a part refers to a value.
pub fn keep(d: Ref<ForeignData>, part: i64, value: Value) -> PyResult<()> {
    if value.is_none() {
        return Ok(());
    }
    let (owner, way) = owner(d, part);
    match objects(owner).and_then(|o| o.cast::<Dict>()) {
        Some(all) => all.set_str(bytes::intern(way.as_bytes()), value),
        None => owner.objects.set(Some(value)),
    }
    Ok(())
}

/// `data._share_(objects)`: it refers to what somebody else does.
pub fn share(d: Ref<ForeignData>, objects: Value) -> PyResult<()> {
    d.objects.set(Some(objects));
    Ok(())
}

/// `data._kept_()`: what the memory refers to.
pub fn kept(d: Ref<ForeignData>) -> PyResult {
    let (owner, _) = owner(d, 0);
    Ok(objects(owner).unwrap_or(Value::none()))
}

// ---- simple types -------------------------------------------------------------

pub fn get_value(v: Value) -> PyResult {
    let d = this(v)?;
    match d.form.get().load(d.address.get()) {
        Some(found) => Ok(found),
        None => leave(v, names::get_value_(), &[]),
    }
}

pub fn set_value(v: Value, value: Option<Value>) -> PyResult<()> {
    let value = value.ok_or_else(|| type_error("can't delete attribute"))?;
    let d = this(v)?;
    if put_simple(d.form.get(), d.address.get(), d, 0, value)? {
        return Ok(());
    }
    leave(v, names::set_value_(), &[value]).map(|_| ())
}

pub fn simple_init(v: Value, args: Args<'_>) -> PyResult<()> {
    match at_most_one(args, "__init__")? {
        Some(value) => set_value(v, Some(value)),
        None => Ok(()),
    }
}

fn at_most_one(args: Args<'_>, function: &str) -> PyResult<Option<Value>> {
    match args.pos() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        more => Err(raise_fmt!(
            type_error,
            "{function} expected at most 1 arguments, got {}",
            more.len()
        )),
    }
}

pub fn simple_nonzero(v: Value) -> PyResult<bool> {
    let d = this(v)?;
    let at = super::checked(d.address.get() as i64)?;
    // SAFETY: where the object has its data.
    let data = unsafe { std::slice::from_raw_parts(at, d.form.get().size.get().max(0) as usize) };
    Ok(data.iter().any(|b| *b != 0))
}

// ---- parts --------------------------------------------------------------------

/// What an item or field of some form is in Python, unless that is more than native code knows.
#[inline]
pub fn part(
    cls: Value,
    form: Ref<ForeignForm>,
    address: u64,
    base: Value,
    index: i64,
) -> Option<Value> {
    if form.plain.get() {
        return form.load(address);
    }
    let ty = as_type(cls)?;
    Some(over(ty, form, address, Some(base), index).into())
}

/// Puts a plain value where data of a simple type is, `index` of `base`.
#[inline]
fn put_simple(
    form: Ref<ForeignForm>,
    address: u64,
    base: Ref<ForeignData>,
    index: i64,
    value: Value,
) -> PyResult<bool> {
    if form.store(address, value) {
        return Ok(true);
    }
    match value.exact::<Str>() {
        Some(s) if form.letter() == b'z' && !is_null(address) => {
            let text = bytes::storage::with_zero(s);
            form.put_word(address, text.as_ref().bytes().as_ptr() as u64);
            keep(base, index, text.into())?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// The same for an item or field of any type, as far as native code knows it.
#[inline]
pub fn put_part(
    form: Ref<ForeignForm>,
    address: u64,
    base: Ref<ForeignData>,
    index: i64,
    value: Value,
) -> PyResult<bool> {
    match form.is_simple() {
        true => put_simple(form, address, base, index, value),
        false => Ok(false),
    }
}

// ---- arrays -------------------------------------------------------------------

/// The address of an array's item; an error where there is none.
#[inline]
fn item_address(d: Ref<ForeignData>, inner: Ref<ForeignForm>, i: i64) -> PyResult<(u64, i64)> {
    let n = d.form.get().length.get();
    let i = if i < 0 { i + n } else { i };
    match (0..n).contains(&i) {
        true => Ok((
            d.address.get().wrapping_add((i * inner.size.get()) as u64),
            i,
        )),
        false => Err(index_error("invalid index")),
    }
}

pub fn array_len(v: Value) -> PyResult<i64> {
    Ok(this(v)?.form.get().length.get())
}

pub fn array_getitem(v: Value, i: Value) -> PyResult {
    let d = this(v)?;
    let form = d.form.get();
    if let (Some(i), Some(cls), Some(inner)) = (i.as_small_int(), form.item.get(), form.inner.get())
    {
        let (address, i) = item_address(d, inner, i)?;
        if let Some(found) = part(cls, inner, address, v, i) {
            return Ok(found);
        }
    }
    leave(v, names::get_item_(), &[i])
}

pub fn array_setitem(v: Value, i: Value, value: Option<Value>) -> PyResult<()> {
    let value = value.ok_or_else(|| type_error("Array does not support item deletion"))?;
    let d = this(v)?;
    if let (Some(i), Some(inner)) = (i.as_small_int(), d.form.get().inner.get()) {
        let (address, i) = item_address(d, inner, i)?;
        if put_part(inner, address, d, i, value)? {
            return Ok(());
        }
    }
    leave(v, names::set_item_(), &[i, value]).map(|_| ())
}

/// Items in their order: a string of characters, or a list.
fn items(
    d: Ref<ForeignData>,
    inner: Ref<ForeignForm>,
    v: Value,
    first: u64,
    count: i64,
) -> Option<Value> {
    let cls = d.form.get().item.get()?;
    let count = count.max(0);
    if inner.letter() == b'c' && inner.plain.get() {
        if count == 0 || is_null(first) {
            return (count == 0).then(|| bytes::empty().into());
        }
        // SAFETY: so many items are there, as the type or the program says.
        let data = unsafe { std::slice::from_raw_parts(first as *const u8, count as usize) };
        return Some(bytes::new(data).into());
    }
    // Wide characters are joined by Python code.
    if inner.letter() == b'u' {
        return None;
    }
    let out = list::with_capacity(0);
    for i in 0..count {
        let at = first.wrapping_add((i * inner.size.get()) as u64);
        out.push(part(cls, inner, at, v, i)?);
    }
    Some(out.into())
}

pub fn array_getslice(v: Value, i: i64, j: i64) -> PyResult {
    let d = this(v)?;
    let n = d.form.get().length.get();
    if let Some(inner) = d.form.get().inner.get() {
        let (i, j) = (i.clamp(0, n), j.clamp(0, n));
        let first = d.address.get().wrapping_add((i * inner.size.get()) as u64);
        // Parts that are no plain values know their place.
        if inner.plain.get()
            && let Some(found) = items(d, inner, v, first, j - i)
        {
            return Ok(found);
        }
    }
    leave(v, names::get_items_(), &[Value::int(i), Value::int(j)])
}

/// `characters(data)`: the text of an array of characters.
pub fn get_characters(d: Ref<ForeignData>) -> PyResult {
    characters(d.form.get(), d.address.get())
        .ok_or_else(|| type_error("an array of characters is required"))
}

/// `set_characters(data, value)`
pub fn set_characters(d: Ref<ForeignData>, value: Value) -> PyResult<()> {
    match put_characters(d.form.get(), d.address.get(), value) {
        true => Ok(()),
        false => leave(d.into(), names::set_characters_(), &[value]).map(|_| ()),
    }
}

/// `raw(data)`: its bytes.
pub fn raw(d: Ref<ForeignData>) -> PyResult {
    super::read(d.address.get() as i64, d.size.get())
}

/// `sizeof(what)`
pub fn sizeof(what: Value) -> PyResult {
    let size = match what.cast::<ForeignData>() {
        Some(d) => Some(d.size.get()),
        None => as_type(what).and_then(form::of).map(|f| f.size.get()),
    };
    size.map(Value::int)
        .ok_or_else(|| type_error("this type has no size"))
}

/// `addressof(data)`
pub fn addressof(data: Value) -> PyResult {
    match data.cast::<ForeignData>() {
        Some(d) => Ok(word(d.address.get())),
        None => Err(type_error("invalid type")),
    }
}

pub fn array_init(v: Value, args: Args<'_>) -> PyResult<()> {
    for (i, value) in args.pos().iter().enumerate() {
        crate::protocol::set_item(v, Value::int(i as i64), Some(*value))?;
    }
    Ok(())
}

// ---- structures ---------------------------------------------------------------

/// Sets fields in their order. What is said by name is left to Python code.
pub fn structure_init(v: Value, args: Args<'_>) -> PyResult<()> {
    if args.values.is_empty() {
        return Ok(());
    }
    let names = v
        .ty()
        .lookup(names::names_())
        .and_then(|n| n.exact::<Tuple>());
    let names = names.as_ref().map_or(&[][..], |n| n.as_ref().items());
    if args.kwnames.is_some() {
        let init = attr::get(v, names::init_())?;
        return call::call(init, args).map(|_| ());
    }
    for (name, value) in names.iter().zip(args.values) {
        let name = name.cast::<Str>().ok_or_else(no_name)?;
        attr::set(v, name, Some(*value))?;
    }
    match args.values.len() > names.len() {
        true => Err(type_error("too many initializers")),
        false => Ok(()),
    }
}

#[cold]
fn no_name() -> Raised {
    type_error("structure field name must be string")
}

// ---- pointers -----------------------------------------------------------------

pub fn pointer_nonzero(v: Value) -> PyResult<bool> {
    Ok(this(v)?.target() != 0)
}

/// The address of what a pointer points to, `i` items on.
#[inline]
fn pointed(d: Ref<ForeignData>, inner: Ref<ForeignForm>, i: i64) -> PyResult<u64> {
    match d.target() {
        0 => Err(value_error("NULL pointer access")),
        at => Ok(at.wrapping_add(i.wrapping_mul(inner.size.get()) as u64)),
    }
}

pub fn pointer_getitem(v: Value, i: Value) -> PyResult {
    let d = this(v)?;
    let form = d.form.get();
    if let (Some(i), Some(cls), Some(inner)) = (i.as_small_int(), form.item.get(), form.inner.get())
        && let Some(found) = part(cls, inner, pointed(d, inner, i)?, v, i)
    {
        return Ok(found);
    }
    leave(v, names::get_item_(), &[i])
}

pub fn pointer_setitem(v: Value, i: Value, value: Option<Value>) -> PyResult<()> {
    let value = value.ok_or_else(|| type_error("Pointer does not support item deletion"))?;
    let d = this(v)?;
    if let (Some(i), Some(inner)) = (i.as_small_int(), d.form.get().inner.get())
        && put_part(inner, pointed(d, inner, i)?, d, i, value)?
    {
        return Ok(());
    }
    leave(v, names::set_item_(), &[i, value]).map(|_| ())
}

pub fn get_contents(v: Value) -> PyResult {
    let d = this(v)?;
    let form = d.form.get();
    let (Some(cls), Some(inner)) = (form.item.get(), form.inner.get()) else {
        return Err(attribute_error("contents"));
    };
    let address = pointed(d, inner, 0)?;
    let (ty, form) = match as_type(cls) {
        Some(t) => (t, inner),
        None => form::class(cls)?,
    };
    Ok(over(ty, form, address, Some(v), 0).into())
}

pub fn set_contents(v: Value, target: Option<Value>) -> PyResult<()> {
    let target = target.ok_or_else(|| type_error("Pointer does not support item deletion"))?;
    let d = this(v)?;
    let Some(t) = target.cast::<ForeignData>() else {
        return leave(v, names::set_contents_(), &[target]).map(|_| ());
    };
    let at = super::checked(d.address.get() as i64)?;
    // SAFETY: where the object has its data, which is a pointer.
    unsafe { at.cast::<u64>().write_unaligned(t.address.get()) };
    keep(d, 1, target)?;
    keep(d, 0, kept(t)?)
}

pub fn pointer_init(v: Value, args: Args<'_>) -> PyResult<()> {
    match at_most_one(args, "POINTER")? {
        Some(target) => set_contents(v, Some(target)),
        None => Ok(()),
    }
}

/// The characters of an array of them, up to a zero.
pub fn characters(d: Ref<ForeignForm>, address: u64) -> Option<Value> {
    let inner = d.inner.get()?;
    if d.letter() != ARRAY || inner.letter() != b'c' || is_null(address) {
        return None;
    }
    // SAFETY: as long as the form says.
    let data =
        unsafe { std::slice::from_raw_parts(address as *const u8, d.size.get().max(0) as usize) };
    let end = memchr::memchr(0, data).unwrap_or(data.len());
    Some(bytes::new(&data[..end]).into())
}

/// Puts characters, and a zero if there is room, into an array of them.
pub fn put_characters(form: Ref<ForeignForm>, address: u64, value: Value) -> bool {
    let Some(s) = value.exact::<Str>() else {
        return false;
    };
    let text = s.as_ref().bytes();
    let of_chars = form.letter() == ARRAY && form.inner.get().is_some_and(|i| i.letter() == b'c');
    if !of_chars || is_null(address) || text.len() as i64 > form.size.get() {
        return false;
    }
    // SAFETY: as long as the form says; the zero comes only if there is room.
    unsafe {
        let at = address as *mut u8;
        std::ptr::copy(text.as_ptr(), at, text.len());
        if (text.len() as i64) < form.size.get() {
            *at.add(text.len()) = 0;
        }
    }
    true
}

/// What memoryviews say of C data: the class has it (`_view_`) from lib/_ctypes/.
pub fn items_of(v: Value) -> Option<Items> {
    let d = v.cast::<ForeignData>()?;
    let view = v.ty().lookup(names::view_())?.cast::<Tuple>()?;
    let [format, shape] = view.as_ref().items() else {
        return None;
    };
    let shape = shape.cast::<Tuple>();
    let counts = shape.as_ref().map_or(&[][..], |s| s.as_ref().items());
    let size = d.form.get().size.get();
    let item = |size: i64, n: &Value| size.checked_div(n.as_int().unwrap_or(0)).unwrap_or(0);
    Some(Items {
        format: format.cast::<Str>(),
        size: counts.iter().fold(size, item),
        ndim: counts.len() as i64,
        shape,
    })
}
