//! The type `cPickle.Pickler`.

use super::memo::Table;
use super::pickling_error;
use super::save::{Put, Saver};
use crate::builtins::{dict, list, str as bytes, tuple};
use crate::call::Args;
use crate::error::{PyResult, attribute_error, type_error};
use crate::layouts::{Dict, Pickler};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// What a pickler keeps outside of the heap.
#[derive(Default)]
struct State {
    table: Table,
    /// Pickles collected so far, and their PUTs.
    out: Vec<u8>,
    puts: Vec<Put>,
}

/// Frees what a dead pickler owns.
pub fn finalize(p: Ref<Pickler>) {
    let address = p.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `create`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

fn state<'a>(p: Ref<Pickler>) -> &'a mut State {
    // SAFETY: the object owns the box while it lives. The references are short: nothing below runs
    // Python code, or asks for a second one, while it has one.
    unsafe { &mut *(p.state.get() as *mut State) }
}

/// The types of this module are not called.
pub fn cannot_create(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Err(type_error(format!(
        "cannot create '{}' instances",
        ty.full_name()
    )))
}

/// A new pickler.
pub fn create(file: Option<Value>, protocol: i64) -> PyResult {
    let write = match file {
        Some(f) if !f.is_none() => super::writer(f)?,
        _ => None,
    };
    let p = Pickler::alloc(
        Box::into_raw(Box::<State>::default()) as u64,
        list::new(),
        None,
        file,
        write,
        None,
        None,
        None,
        protocol,
        i64::from(protocol > 0),
        0,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.addr() as *mut u8) };
    Ok(p.into())
}

/// `dump(object[, get])`
pub fn dump(self_: Ref<Pickler>, object: Value, get: i64) -> PyResult {
    let mut s = Saver::new(self_.protocol.get());
    s.binary = self_.binary.get() != 0;
    s.fast = self_.fast.get() != 0;
    s.kept = self_.kept.get();
    s.memo = self_.memo.get();
    s.persistent = self_.persistent_id.get();
    s.inst_persistent = self_.inst_persistent_id.get();
    let listed = self_.file.get().is_none();
    let st = state(self_);
    s.table = std::mem::take(&mut st.table);
    if listed {
        s.continue_after(std::mem::take(&mut st.out));
        s.puts = Some(std::mem::take(&mut st.puts));
    }
    let r = s.dump(object);
    let st = state(self_);
    if self_.memo.get().is_none() {
        st.table = std::mem::take(&mut s.table);
    }
    if let Some(puts) = s.puts.take() {
        st.puts = puts;
        st.out = s.take_output();
        r?;
        if get != 0 {
            return getvalue(self_, 1);
        }
        return Ok(self_.into());
    }
    r?;
    if let Some(f) = self_.file.get().filter(|f| !f.is_none()) {
        super::write(f, self_.write.get(), s.output())?;
    }
    Ok(self_.into())
}

/// `clear_memo()`
pub fn clear_memo(self_: Ref<Pickler>) -> PyResult<()> {
    state(self_).table.clear();
    self_.kept.set(list::new());
    if let Some(m) = self_.memo.get() {
        m.clear();
    }
    Ok(())
}

/// `getvalue([clear])`: without the PUTs that nothing refers to.
pub fn getvalue(self_: Ref<Pickler>, clear: i64) -> PyResult {
    if self_.file.get().is_some() {
        return Err(pickling_error(
            "Attempt to getvalue() a non-list-based pickler",
        ));
    }
    let st = state(self_);
    let mut out = Vec::with_capacity(st.out.len());
    let mut at = 0;
    for p in st.puts.iter().filter(|p| !p.used) {
        out.extend_from_slice(st.out.get(at..p.start).unwrap_or(&[]));
        at = p.end;
    }
    out.extend_from_slice(st.out.get(at..).unwrap_or(&[]));
    if clear != 0 {
        st.out.clear();
        st.puts.clear();
        clear_memo(self_)?;
    }
    Ok(bytes::try_new(&out)?.into())
}

fn this(v: Value) -> PyResult<Ref<Pickler>> {
    v.cast::<Pickler>()
        .ok_or_else(|| type_error("expected a cPickle.Pickler"))
}

#[cold]
fn no_deletion() -> crate::error::Raised {
    type_error("attribute deletion is not supported")
}

pub fn get_persistent_id(v: Value) -> PyResult {
    this(v)?
        .persistent_id
        .get()
        .ok_or_else(|| attribute_error("persistent_id"))
}

pub fn set_persistent_id(v: Value, x: Option<Value>) -> PyResult<()> {
    let p = this(v)?;
    p.persistent_id.set(Some(x.ok_or_else(no_deletion)?));
    Ok(())
}

pub fn get_inst_persistent_id(_v: Value) -> PyResult {
    Err(attribute_error(
        "attribute 'inst_persistent_id' of 'cPickle.Pickler' objects is not readable",
    ))
}

pub fn set_inst_persistent_id(v: Value, x: Option<Value>) -> PyResult<()> {
    let p = this(v)?;
    p.inst_persistent_id.set(Some(x.ok_or_else(no_deletion)?));
    Ok(())
}

/// The memo as a dictionary of addresses to pairs of a number and the object. From now on it is the
/// memo, as the program may change it.
pub fn get_memo(v: Value) -> PyResult {
    let p = this(v)?;
    if let Some(m) = p.memo.get() {
        return Ok(m.into());
    }
    let m = dict::new();
    let kept = p.kept.get();
    let mut pairs: Vec<(u64, u32)> = state(p).table.iter().collect();
    pairs.sort_by_key(|(_, n)| *n);
    for (address, n) in pairs {
        if let Some(object) = kept.as_ref().item((n as usize).saturating_sub(1)) {
            let pair = tuple::from_slice(&[Value::int(i64::from(n)), object]);
            m.set(Value::int(address as i64), pair.into())?;
        }
    }
    p.memo.set(Some(m));
    state(p).table.clear();
    Ok(m.into())
}

pub fn set_memo(v: Value, x: Option<Value>) -> PyResult<()> {
    let p = this(v)?;
    let Some(d) = x.ok_or_else(no_deletion)?.cast::<Dict>() else {
        return Err(type_error("memo must be a dictionary"));
    };
    p.memo.set(Some(d));
    state(p).table.clear();
    p.kept.set(list::new());
    Ok(())
}

pub fn get_error(v: Value) -> PyResult {
    Ok(this(v)?
        .error
        .get()
        .unwrap_or_else(|| crate::types::PICKLING_ERROR.get().into()))
}

pub fn set_error(v: Value, x: Option<Value>) -> PyResult<()> {
    let p = this(v)?;
    p.error.set(x);
    Ok(())
}

fn set_flag(cell: &std::cell::Cell<i64>, x: Option<Value>) -> PyResult<()> {
    let Some(x) = x else {
        return Err(type_error("can't delete numeric/char attribute"));
    };
    let n = crate::convert::int(x)?;
    cell.set(n);
    Ok(())
}

pub fn get_binary(v: Value) -> PyResult {
    Ok(Value::int(this(v)?.binary.get()))
}

pub fn set_binary(v: Value, x: Option<Value>) -> PyResult<()> {
    set_flag(&this(v)?.binary, x)
}

pub fn get_fast(v: Value) -> PyResult {
    Ok(Value::int(this(v)?.fast.get()))
}

pub fn set_fast(v: Value, x: Option<Value>) -> PyResult<()> {
    set_flag(&this(v)?.fast, x)
}
