//! The module `_struct` (rows: spec/modules/_struct.toml, spec/types/struct.toml).
//!
//! A format is compiled to a [`Program`]: items with their places. [`format`] parses, [`items`] packs and
//! unpacks single values.

use std::cell::RefCell;
use std::rc::Rc;

use hashbrown::HashMap;

use crate::attr::type_name;
use crate::builtins::{list, module, str as bytes, unicode};
use crate::call::Args;
use crate::convert;
use crate::error::{PyResult, type_error};
use crate::layouts::{Module, Str, StructObject};
use crate::modules::native_error::NativeError;
use crate::number::{Num, fault::Fault};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;
use crate::window::{self, Want, Window};

mod format;
mod items;

pub use format::Program;

/// `struct.error`
pub static ERROR: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create("struct", "error", types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    d.set_str(bytes::intern(b"__version__"), bytes::new(b"0.2").into());
    for flag in ["_PY_STRUCT_RANGE_CHECKING", "_PY_STRUCT_FLOAT_COERCE"] {
        d.set_str(bytes::intern(flag.as_bytes()), Value::small_int(1));
    }
    Ok(())
}

/// Programs of formats seen lately.
const CACHED: usize = 256;

thread_local! {
    static CACHE: RefCell<HashMap<Vec<u8>, Rc<Program>>> = RefCell::new(HashMap::new());
    /// Those of `Struct` objects stay for ever: there are few.
    static KEPT: RefCell<HashMap<Vec<u8>, &'static Program>> = RefCell::new(HashMap::new());
}

/// The format argument as a byte string.
fn format_argument(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    if let Some(s) = unicode::encode_default(v)? {
        return Ok(s);
    }
    Err(raise_fmt!(
        type_error,
        "Struct() argument 1 must be string, not {}",
        type_name(v)
    ))
}

fn program(v: Value) -> PyResult<Rc<Program>> {
    let text = format_argument(v)?;
    let text = text.as_ref().bytes();
    if let Some(p) = CACHE.with_borrow(|c| c.get(text).cloned()) {
        return Ok(p);
    }
    let p = Rc::new(Program::parse(text)?);
    CACHE.with_borrow_mut(|c| {
        if c.len() >= CACHED {
            c.clear();
        }
        c.insert(text.to_vec(), p.clone());
    });
    Ok(p)
}

pub fn clear_cache() -> PyResult<()> {
    CACHE.with_borrow_mut(HashMap::clear);
    Ok(())
}

pub fn calcsize(format: Value) -> PyResult<i64> {
    Ok(program(format)?.size as i64)
}

/// The format, first of some arguments.
fn first_argument(args: &[Value]) -> PyResult<(Rc<Program>, &[Value])> {
    match args.split_first() {
        Some((format, rest)) => Ok((program(*format)?, rest)),
        None => Err(type_error("missing format argument")),
    }
}

pub fn pack(args: &[Value]) -> PyResult {
    let (p, values) = first_argument(args)?;
    pack_values(&p, values)
}

pub fn pack_into(args: &[Value]) -> PyResult<()> {
    let (p, rest) = first_argument(args)?;
    pack_into_buffer(&p, rest)
}

pub fn unpack(format: Value, string: Value) -> PyResult {
    let p = program(format)?;
    unpack_string(&p, string)
}

pub fn unpack_from(args: &[Value], kwargs: Args<'_>) -> PyResult {
    let (p, rest) = first_argument(args)?;
    // The rest as the method's arguments.
    let all = list::from_slice(rest);
    for (_, v) in kwargs.keywords() {
        all.push(v);
    }
    let args = Args {
        values: all.as_ref().items(),
        kwnames: kwargs.kwnames,
    };
    let [buffer, offset] = parse::keywords(args, 0, "unpack_from", &["buffer", "offset"], 1)?;
    let offset = match offset {
        Some(o) => convert::index(o)?,
        None => 0,
    };
    unpack_buffer(&p, buffer.unwrap_or_else(Value::none), offset)
}

pub fn struct_new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(StructObject::alloc_for(ty, None, std::cell::Cell::new(None)).into())
}

pub fn struct_init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let [format] = parse::keywords(args, 0, "Struct", &["format"], 1)?;
    let text = format_argument(format.unwrap_or_else(Value::none))?;
    let content = text.as_ref().bytes();
    let program = match KEPT.with_borrow(|k| k.get(content).copied()) {
        Some(p) => p,
        None => {
            let p: &'static Program = Box::leak(Box::new(Program::parse(content)?));
            KEPT.with_borrow_mut(|k| k.insert(content.to_vec(), p));
            p
        }
    };
    if let Some(s) = self_.cast::<StructObject>() {
        s.format.set(Some(text.into()));
        s.program.set(Some(program));
    }
    Ok(())
}

/// The program of an object; one whose `__init__` did not run has none.
fn program_of(s: Ref<StructObject>) -> PyResult<&'static Program> {
    s.program
        .get()
        .ok_or_else(|| ERROR.raise("the Struct has no format: its __init__ was not called"))
}

/// The same for who is told that there are -1 values.
fn packing_program(
    s: Ref<StructObject>,
    function: &str,
    given: usize,
) -> PyResult<&'static Program> {
    s.program.get().ok_or_else(|| {
        ERROR.raise(format!(
            "{function} expected -1 items for packing (got {given})"
        ))
    })
}

pub fn struct_pack(self_: Ref<StructObject>, args: &[Value]) -> PyResult {
    pack_values(packing_program(self_, "pack", args.len())?, args)
}

pub fn struct_pack_into(self_: Ref<StructObject>, args: &[Value]) -> PyResult<()> {
    let values = args.len().saturating_sub(2);
    pack_into_buffer(packing_program(self_, "pack_into", values)?, args)
}

pub fn struct_unpack(self_: Ref<StructObject>, string: Value) -> PyResult {
    unpack_string(program_of(self_)?, string)
}

pub fn struct_unpack_from(self_: Ref<StructObject>, buffer: Value, offset: i64) -> PyResult {
    unpack_buffer(program_of(self_)?, buffer, offset)
}

pub fn struct_format(v: Value) -> PyResult {
    Ok(v.cast::<StructObject>()
        .and_then(|s| s.format.get())
        .unwrap_or_else(Value::none))
}

pub fn struct_size(v: Value) -> PyResult {
    let size = v
        .cast::<StructObject>()
        .and_then(|s| s.program.get())
        .map_or(-1, |p| p.size as i64);
    Ok(Value::int(size))
}

/// What CPython's would take: seven words, and three for each value and for the end.
pub fn struct_sizeof(s: Ref<StructObject>) -> PyResult {
    let values = s.program.get().map_or(0, |p| p.values);
    Ok(Value::int(56 + 24 * (values as i64 + 1)))
}

fn check_count(p: &Program, values: &[Value], function: &str) -> PyResult<()> {
    if values.len() == p.values {
        return Ok(());
    }
    Err(ERROR.raise(format!(
        "{function} expected {} items for packing (got {})",
        p.values,
        values.len()
    )))
}

fn pack_values(p: &Program, values: &[Value]) -> PyResult {
    check_count(p, values, "pack")?;
    // Small results are made on the stack.
    const FEW: usize = 256;
    if p.size <= FEW {
        let mut room = [0; FEW];
        let out = &mut room[..p.size];
        items::pack(p, values, out)?;
        return Ok(bytes::new(out).into());
    }
    // More than a str may have, with what it takes besides.
    if p.size > i64::MAX as usize - 37 {
        return Err(crate::error::overflow_error("string is too large"));
    }
    let mut out = Vec::new();
    if out.try_reserve_exact(p.size).is_err() {
        return Err(crate::error::no_memory());
    }
    out.resize(p.size, 0);
    items::pack(p, values, &mut out)?;
    Ok(bytes::try_new(&out)?.into())
}

fn pack_into_buffer(p: &Program, args: &[Value]) -> PyResult<()> {
    let (target, offset, values) = match args {
        [] => return Err(ERROR.raise("pack_into expected buffer argument")),
        [_] => return Err(ERROR.raise("pack_into expected offset argument")),
        [target, offset, values @ ..] => (*target, *offset, values),
    };
    check_count(p, values, "pack_into")?;
    let writable = |v: Value| -> PyResult<Option<Window>> {
        match v.cast::<Str>() {
            Some(_) => Ok(None),
            None => match window::get(v, Want::View)? {
                Some(w) => Ok(Some(w)),
                // Read-only buffers raise, in words that are not for here.
                None => Ok(window::get(v, Want::Read)?
                    .filter(|w| w.writable)
                    .and_then(|_| crate::exception::quiet(|| window::get(v, Want::Write)))
                    .flatten()),
            },
        }
    };
    if unicode::is_unicode(target) {
        return Err(type_error("cannot use unicode as modifiable buffer"));
    }
    let Some(w) = writable(target)?.filter(|w| w.writable) else {
        return Err(raise_fmt!(
            type_error,
            "argument must be read-write buffer, not {}",
            if target.is_none() {
                "None"
            } else {
                type_name(target)
            }
        ));
    };
    let offset = match Num::of(offset) {
        Some(Num::Long(n)) => n.to_i64().ok_or_else(|| Fault::LONG_TO_INT.raise())?,
        _ => crate::number::int_from_number(offset)?,
    };
    let at = place(p, w.len(), offset, "pack_into")?;
    let mut out = vec![0; p.size];
    // Zeroes are there at once.
    w.write(at, &out);
    let packed = items::pack(p, values, &mut out);
    let t = crate::thread::current();
    let raised = packed.is_err().then(|| t.take_pending());
    // Packing may have run code of the program: the memory is looked for again. Where a value cannot be packed,
    // those before it are there.
    let written = writable(target)?.is_some_and(|w| w.write(at, &out));
    if let Some(e) = raised
        && let Some(ty) = e.ty
    {
        return Err(t.set_pending(ty, e.value, e.traceback));
    }
    if written {
        Ok(())
    } else {
        Err(too_small(p, "pack_into"))
    }
}

#[cold]
fn too_small(p: &Program, function: &str) -> crate::error::Raised {
    ERROR.raise(format!(
        "{function} requires a buffer of at least {} bytes",
        p.size
    ))
}

/// Where in a buffer an offset points to; negative ones count from the end.
fn place(p: &Program, len: usize, offset: i64, function: &str) -> PyResult<usize> {
    let at = if offset < 0 {
        offset.saturating_add(len as i64)
    } else {
        offset
    };
    match usize::try_from(at) {
        Ok(at) if at <= len && len - at >= p.size => Ok(at),
        _ => Err(too_small(p, function)),
    }
}

fn unpack_string(p: &Program, v: Value) -> PyResult {
    let wrong = || {
        ERROR.raise(format!(
            "unpack requires a string argument of length {}",
            p.size
        ))
    };
    match window::readable(v) {
        Ok(Some(w)) if w.len() == p.size => items::unpack(p, w.bytes()),
        Ok(_) => Err(wrong()),
        // Text that has no bytes.
        Err(_) => {
            crate::thread::current().take_pending();
            Err(wrong())
        }
    }
}

fn unpack_buffer(p: &Program, v: Value, offset: i64) -> PyResult {
    if v.is_none() {
        return Err(ERROR.raise("unpack_from requires a buffer argument"));
    }
    let w = window::argument(v, "unpack_from", 1)?;
    let at = place(p, w.len(), offset, "unpack_from")?;
    items::unpack(p, &w.bytes()[at..at + p.size])
}
