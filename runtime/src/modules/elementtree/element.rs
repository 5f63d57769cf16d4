//! The type `Element`: a tag, attributes, texts within and behind, and elements within.

use super::helper;
use crate::builtins::{dict, list, sequence, slice, str as bytes, tuple, unicode};
use crate::call::call_values;
use crate::error::{
    PyResult, Raised, attribute_error, index_error, system_error, type_error, value_error,
};
use crate::layouts::{Dict, Element, List, Slice, Str, Tuple, Unicode};
use crate::object::Ref;

use crate::value::Value;
use crate::{attr, number, protocol, thread, typedef};

/// Bit of `joins`: the text is a list of pieces.
pub const TEXT: u32 = 1;
/// Bit of `joins`: the tail is.
pub const TAIL: u32 = 2;

/// A new element.
pub fn create(tag: Value, attributes: Option<Value>) -> Ref<Element> {
    let none = Value::none();
    Element::alloc(tag, none, none, attributes, None, 0)
}

fn this(v: Value) -> PyResult<Ref<Element>> {
    v.cast::<Element>()
        .ok_or_else(|| type_error("expected an Element"))
}

/// What is in the element, for changing.
fn children(e: Ref<Element>) -> Ref<List> {
    match e.children.get() {
        Some(l) => l,
        None => {
            let l = list::new();
            e.children.set(Some(l));
            l
        }
    }
}

/// How many elements are in it.
fn count(e: Ref<Element>) -> usize {
    e.children.get().map_or(0, |l| l.as_ref().len())
}

fn child(e: Ref<Element>, i: usize) -> Option<Value> {
    e.children.get().and_then(|l| l.as_ref().item(i))
}

/// Puts something behind what is in the element.
pub fn push(e: Ref<Element>, v: Value) -> PyResult<()> {
    children(e).try_push(v)
}

/// Pieces of text as one string.
fn join(pieces: Ref<List>) -> PyResult {
    let Some(first) = pieces.as_ref().item(0) else {
        return Ok(bytes::empty().into());
    };
    if pieces.as_ref().len() == 1 {
        return Ok(first);
    }
    if first.cast::<Str>().is_some() {
        return bytes::split::join(bytes::empty(), pieces.into());
    }
    if first.cast::<Unicode>().is_some() {
        return unicode::methods::join(unicode::empty(), pieces.into());
    }
    Err(raise_fmt!(
        type_error,
        "'{}' object is unsliceable",
        attr::type_name(first)
    ))
}

fn joined(e: Ref<Element>, bit: u32) -> PyResult {
    let place = if bit == TEXT { &e.text } else { &e.tail };
    if e.joins.get() & bit != 0
        && let Some(pieces) = place.get().cast::<List>()
    {
        let text = join(pieces)?;
        place.set(text);
        e.joins.set(e.joins.get() & !bit);
    }
    Ok(place.get())
}

/// Sets the text within, or the one behind; `pieces`: it is a list of pieces.
pub fn set_text(e: Ref<Element>, bit: u32, v: Value, pieces: bool) {
    let place = if bit == TEXT { &e.text } else { &e.tail };
    place.set(v);
    let joins = e.joins.get() & !bit;
    e.joins.set(if pieces { joins | bit } else { joins });
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    let e = this(v)?;
    match name.as_ref().bytes() {
        b"tag" => Ok(e.tag.get()),
        b"text" => joined(e, TEXT),
        b"tail" => joined(e, TAIL),
        b"attrib" => match e.attributes.get() {
            Some(a) => Ok(a),
            None => {
                let d: Value = dict::new().into();
                e.attributes.set(Some(d));
                Ok(d)
            }
        },
        _ => typedef::unlisted(v, name),
    }
}

pub fn setattr(v: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    let e = this(v)?;
    let Some(value) = value else {
        return Err(attribute_error("can't delete element attributes"));
    };
    match name.as_ref().bytes() {
        b"tag" => e.tag.set(value),
        b"text" => set_text(e, TEXT, value, false),
        b"tail" => set_text(e, TAIL, value, false),
        b"attrib" => e.attributes.set(Some(value)),
        other => return Err(attribute_error(other)),
    }
    Ok(())
}

pub fn repr(v: Value) -> PyResult {
    let mut out = b"<Element ".to_vec();
    out.extend_from_slice(protocol::repr(this(v)?.tag.get())?.as_ref().bytes());
    out.extend_from_slice(format!(" at {:#x}>", v.bits()).as_bytes());
    Ok(bytes::try_new(&out)?.into())
}

pub fn len(v: Value) -> PyResult<i64> {
    Ok(count(this(v)?) as i64)
}

#[cold]
fn bad_index() -> Raised {
    type_error("element indices must be integers")
}

pub fn getitem(v: Value, index: Value) -> PyResult {
    let e = this(v)?;
    if let Some(i) = sequence::index(index)? {
        return sequence::wrap(i, count(e))
            .and_then(|i| child(e, i))
            .ok_or_else(|| index_error("child index out of range"));
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(bad_index());
    };
    let range = slice::resolve(s, || count(e))?;
    let out = list::with_capacity(range.len);
    for v in range.iter().filter_map(|i| child(e, i)) {
        out.try_push(v)?;
    }
    Ok(out.into())
}

pub fn setitem(v: Value, index: Value, value: Option<Value>) -> PyResult<()> {
    let e = this(v)?;
    if let Some(i) = sequence::index(index)? {
        let Some(i) = sequence::wrap(i, count(e)) else {
            return Err(index_error("child assignment index out of range"));
        };
        match value {
            Some(v) => children(e).set_item(i, v),
            None => children(e).remove_range(i, i + 1),
        }
        return Ok(());
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(bad_index());
    };
    let range = slice::resolve(s, || count(e))?;
    let new = match value {
        Some(v) => values(v)?,
        None => tuple::empty(),
    };
    let items = new.as_ref().items();
    if range.step == 1 {
        let start = range.start as usize;
        return list::slices::splice(children(e), start, start + range.len, Some(new.into()));
    }
    if items.len() != range.len {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            items.len(),
            range.len
        )));
    }
    for (i, v) in range.iter().zip(items) {
        children(e).set_item(i, *v);
    }
    Ok(())
}

/// The items of a sequence of elements.
fn values(v: Value) -> PyResult<Ref<Tuple>> {
    tuple::from_iterable(v).map_err(|e| {
        if crate::exception::pending_matches(crate::types::TYPE_ERROR.get()) {
            thread::current().take_pending();
            return raise_fmt!(
                type_error,
                "expected sequence, not \"{}\"",
                attr::type_name(v)
            );
        }
        e
    })
}

pub fn append(self_: Ref<Element>, element: Ref<Element>) -> PyResult<()> {
    push(self_, element.into())
}

pub fn clear(self_: Ref<Element>) -> PyResult<()> {
    self_.attributes.set(None);
    self_.children.set(None);
    set_text(self_, TEXT, Value::none(), false);
    set_text(self_, TAIL, Value::none(), false);
    Ok(())
}

pub fn extend(self_: Ref<Element>, elements: Value) -> PyResult<()> {
    for v in values(elements)?.as_ref().items() {
        push(self_, *v)?;
    }
    Ok(())
}

/// May it be more than a tag: a path?
fn is_path(path: Value) -> bool {
    let mut within = false;
    let mut special = |c: u32| {
        match u8::try_from(c) {
            Ok(b'{') => within = true,
            Ok(b'}') => within = false,
            Ok(b'/' | b'*' | b'[' | b'@' | b'.') => return !within,
            _ => {}
        }
        false
    };
    if let Some(s) = path.cast::<Str>() {
        return s.as_ref().bytes().iter().any(|c| special(u32::from(*c)));
    }
    match path.cast::<Unicode>() {
        Some(_) => unicode::code_points(path).any(special),
        None => true,
    }
}

/// A function of the library's ElementPath.
fn by_path(function: &'static str, args: &[Value]) -> PyResult {
    let module = helper("ElementPath")?;
    call_values(attr::get(module, bytes::intern_static(function))?, args)
}

/// The elements within whose tag is `tag`, one after the other.
fn each_of(
    e: Ref<Element>,
    tag: Value,
    mut f: impl FnMut(Ref<Element>) -> PyResult<bool>,
) -> PyResult<()> {
    let mut i = 0;
    while let Some(v) = child(e, i) {
        if let Some(c) = v.cast::<Element>()
            && protocol::equal(c.tag.get(), tag)?
            && !f(c)?
        {
            break;
        }
        i += 1;
    }
    Ok(())
}

pub fn find(self_: Ref<Element>, path: Value, namespaces: Value) -> PyResult {
    if !namespaces.is_none() || is_path(path) {
        return by_path("find", &[self_.into(), path, namespaces]);
    }
    let mut found = Value::none();
    each_of(self_, path, |c| {
        found = c.into();
        Ok(false)
    })?;
    Ok(found)
}

pub fn findtext(self_: Ref<Element>, path: Value, default: Value, namespaces: Value) -> PyResult {
    if !namespaces.is_none() || is_path(path) {
        return by_path("findtext", &[self_.into(), path, default, namespaces]);
    }
    let mut found = None;
    each_of(self_, path, |c| {
        found = Some(c);
        Ok(false)
    })?;
    match found {
        None => Ok(default),
        Some(c) => match joined(c, TEXT)? {
            v if v.is_none() => Ok(bytes::empty().into()),
            v => Ok(v),
        },
    }
}

pub fn findall(self_: Ref<Element>, path: Value, namespaces: Value) -> PyResult {
    if !namespaces.is_none() || is_path(path) {
        return by_path("findall", &[self_.into(), path, namespaces]);
    }
    let found = list::new();
    each_of(self_, path, |c| found.try_push(c.into()).map(|()| true))?;
    Ok(found.into())
}

pub fn iterfind(self_: Ref<Element>, path: Value, namespaces: Value) -> PyResult {
    by_path("iterfind", &[self_.into(), path, namespaces])
}

pub fn iter(self_: Ref<Element>, tag: Value) -> PyResult {
    call_values(helper("iter")?, &[self_.into(), tag])
}

pub fn itertext(self_: Ref<Element>) -> PyResult {
    call_values(helper("itertext")?, &[self_.into()])
}

pub fn getchildren(self_: Ref<Element>) -> PyResult {
    let l = self_.children.get();
    Ok(list::from_slice(l.as_ref().map_or(&[], |l| l.as_ref().items())).into())
}

pub fn insert(self_: Ref<Element>, index: i64, element: Ref<Element>) -> PyResult<()> {
    let n = count(self_) as i64;
    let at = if index < 0 { index + n } else { index };
    children(self_).insert_at(at.clamp(0, n) as usize, element.into())
}

pub fn remove(self_: Ref<Element>, element: Ref<Element>) -> PyResult<()> {
    let v = Value::from(element);
    let same = (0..count(self_)).find(|i| child(self_, *i) == Some(v));
    let mut at = same;
    let mut i = 0;
    while at.is_none()
        && let Some(c) = child(self_, i)
    {
        if protocol::equal(c, v)? {
            at = Some(i);
        }
        i += 1;
    }
    match at.and_then(|i| children(self_).remove_at(i)) {
        Some(_) => Ok(()),
        None => Err(value_error("list.remove(x): x not in list")),
    }
}

/// The attributes as a dict, which a program may have replaced by something else.
fn attributes(e: Ref<Element>) -> PyResult<Option<Ref<Dict>>> {
    match e.attributes.get() {
        None => Ok(None),
        Some(a) => match a.cast::<Dict>() {
            Some(d) => Ok(Some(d)),
            None => Err(system_error("bad argument to internal function")),
        },
    }
}

pub fn get(self_: Ref<Element>, key: Value, default: Value) -> PyResult {
    match self_.attributes.get().and_then(|a| a.cast::<Dict>()) {
        Some(d) => Ok(d.get(key)?.unwrap_or(default)),
        None => Ok(default),
    }
}

pub fn set(self_: Ref<Element>, key: Value, value: Value) -> PyResult<()> {
    let d = match attributes(self_)? {
        Some(d) => d,
        None => {
            let d = dict::new();
            self_.attributes.set(Some(d.into()));
            d
        }
    };
    d.set(key, value)
}

pub fn keys(self_: Ref<Element>) -> PyResult {
    match attributes(self_)? {
        Some(d) => Ok(dict::keys_list(d).into()),
        None => Ok(list::new().into()),
    }
}

pub fn items(self_: Ref<Element>) -> PyResult {
    match attributes(self_)? {
        Some(d) => Ok(dict::items(d)?.into()),
        None => Ok(list::new().into()),
    }
}

pub fn makeelement(_self: Ref<Element>, tag: Value, attrib: Value) -> PyResult {
    match attrib.cast::<Dict>() {
        Some(d) => Ok(create(tag, Some(dict::copy(d).into())).into()),
        None => Err(system_error("bad argument to internal function")),
    }
}

pub fn copy(self_: Ref<Element>) -> PyResult {
    let e = create(self_.tag.get(), self_.attributes.get());
    set_text(e, TEXT, joined(self_, TEXT)?, false);
    set_text(e, TAIL, joined(self_, TAIL)?, false);
    if let Some(l) = self_.children.get() {
        e.children.set(Some(list::from_slice(l.as_ref().items())));
    }
    Ok(e.into())
}

pub fn reduce(self_: Ref<Element>) -> PyResult {
    let arguments = tuple::from_slice(&[copy(self_)?]);
    let parts = [helper("copyelement")?, arguments.into()];
    Ok(tuple::from_slice(&parts).into())
}

/// `copy.deepcopy(v, memo)`; strings stay themselves.
fn deep(v: Value, memo: Value) -> PyResult {
    let plain = v.is_none() || v.exact::<Str>().is_some() || v.exact::<Unicode>().is_some();
    if plain && memo.cast::<Dict>().is_some() {
        return Ok(v);
    }
    call_values(helper("deepcopy")?, &[v, memo])
}

pub fn deepcopy(self_: Ref<Element>, memo: Value) -> PyResult {
    thread::current().enter_call()?;
    let r = deepcopy_within(self_, memo);
    thread::current().leave_call();
    r
}

fn deepcopy_within(old: Ref<Element>, memo: Value) -> PyResult {
    let tag = deep(old.tag.get(), memo)?;
    let attributes = match old.attributes.get() {
        Some(a) => Some(deep(a, memo)?),
        None => None,
    };
    let e = create(tag, attributes);
    set_text(e, TEXT, deep(joined(old, TEXT)?, memo)?, false);
    set_text(e, TAIL, deep(joined(old, TAIL)?, memo)?, false);
    let mut i = 0;
    while let Some(c) = child(old, i) {
        let copied = match c.exact::<Element>() {
            Some(c) if memo.cast::<Dict>().is_some() => match known(c, memo)? {
                Some(v) => v,
                None => deepcopy(c, memo)?,
            },
            _ => deep(c, memo)?,
        };
        push(e, copied)?;
        i += 1;
    }
    match memo.cast::<Dict>() {
        Some(memo) => memo.set(number::long(old.addr() as i64), e.into())?,
        None => return Err(system_error("bad argument to internal function")),
    }
    Ok(e.into())
}

/// The copy of an element that was met before.
fn known(e: Ref<Element>, memo: Value) -> PyResult<Option<Value>> {
    match memo.cast::<Dict>() {
        Some(d) => d.get(number::long(e.addr() as i64)),
        None => Ok(None),
    }
}
