//! The module `imp` (rows: spec/modules/imp.toml), the import lock and the warnings of imports.

use std::cell::Cell;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::builtins::{list, module, str as bytes, tuple};
use crate::error::{
    PyResult, import_error, overflow_error, runtime_error, type_error, value_error,
};
use crate::layouts::{Code, FileObject, Module, NullImporter, Str};
use crate::object::Ref;
use crate::thread::Thread;
use crate::typeobj::Type;
use crate::value::Value;

/// Kinds of modules, by CPython's numbers.
mod kind {
    pub const SOURCE: i64 = 1;
    pub const COMPILED: i64 = 2;
    pub const EXTENSION: i64 = 3;
    pub const PACKAGE: i64 = 5;
    pub const NATIVE: i64 = 6;
    pub const FROZEN: i64 = 7;
    pub const HOOK: i64 = 9;
}

/// First bytes of CPython 2.7's compiled files, and of ours: what follows tells them apart.
const MAGIC: [u8; 4] = [0x03, 0xF3, 0x0D, 0x0A];

/// No name of a module may be longer.
const LONGEST: usize = libc::PATH_MAX as usize;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    for (n, v) in [
        ("SEARCH_ERROR", 0),
        ("PY_SOURCE", kind::SOURCE),
        ("PY_COMPILED", kind::COMPILED),
        ("C_EXTENSION", kind::EXTENSION),
        ("PY_RESOURCE", 4),
        ("PKG_DIRECTORY", kind::PACKAGE),
        ("C_BUILTIN", kind::NATIVE),
        ("PY_FROZEN", kind::FROZEN),
        ("PY_CODERESOURCE", 8),
        ("IMP_HOOK", kind::HOOK),
    ] {
        d.set_str(bytes::intern(n.as_bytes()), Value::int(v));
    }
    Ok(())
}

fn text(s: &str) -> Value {
    bytes::from_text(s).into()
}

fn description(suffix: &str, mode: &str, kind: i64) -> Value {
    tuple::from_slice(&[text(suffix), text(mode), Value::int(kind)]).into()
}

fn not_found(name: Ref<Str>) -> crate::error::Raised {
    import_error([b"No module named ", name.as_ref().bytes()].concat())
}

/// `find_module(name[, path])`
pub fn find_module(name: Ref<Str>, path: Option<Value>) -> PyResult {
    let path = path.filter(|p| !p.is_none());
    if let Some(p) = path.and_then(|p| p.cast::<Str>()) {
        // A text is the path of a package that is frozen.
        let full = [p.as_ref().bytes(), b".", name.as_ref().bytes()].concat();
        if super::frozen(&full).is_some() {
            let found = [
                Value::none(),
                bytes::new(&full).into(),
                description("", "", kind::FROZEN),
            ];
            return Ok(tuple::from_slice(&found).into());
        }
        return Err(import_error(
            [b"No frozen submodule named ", &*full].concat(),
        ));
    }
    if name.as_ref().bytes().len() > LONGEST {
        return Err(overflow_error("module name is too long"));
    }
    let none = Value::none();
    let up = crate::upcalls::get()?;
    let found = (up.find_module)(name.as_ref().bytes(), path)?;
    let Some((kind, place)) = found else {
        return Err(not_found(name));
    };
    let parts = match kind {
        kind::SOURCE => {
            let file =
                crate::call::call_values(crate::types::FILE.get().into(), &[place, text("U")])?;
            [file, place, description(".py", "U", kind)]
        }
        kind::COMPILED => {
            let file =
                crate::call::call_values(crate::types::FILE.get().into(), &[place, text("rb")])?;
            [file, place, description(".pyc", "rb", kind)]
        }
        kind::HOOK => [none, none, description("", "", kind)],
        _ => [none, place, description("", "", kind)],
    };
    Ok(tuple::from_slice(&parts).into())
}

/// Mode and kind of a description, as arguments of `load_module`.
fn described(about: Value) -> PyResult<(Ref<Str>, i64)> {
    let wrong = |what: String| Err(type_error(format!("load_module() argument 4{what}")));
    let is_sequence = about.cast::<Str>().is_none()
        && crate::attr::special(about, crate::names::getitem())?.is_some()
        && about.cast::<crate::layouts::Dict>().is_none();
    if !is_sequence {
        let got = crate::attr::argument_name(about);
        return wrong(format!(" must be 3-item sequence, not {got}"));
    }
    let items = list::from_iterable(about)?;
    let [suffix, mode, kind] = *items.as_ref().items() else {
        let n = items.as_ref().items().len();
        return wrong(format!(" must be sequence of length 3, not {n}"));
    };
    let texts = [suffix, mode].map(|v| v.cast::<Str>());
    if let Some(i) = texts.iter().position(Option::is_none) {
        let got = crate::attr::argument_name([suffix, mode][i]);
        return wrong(format!(", item {i} must be string, not {got}"));
    }
    let mode = mode.cast::<Str>().unwrap_or(bytes::intern(b""));
    Ok((mode, crate::convert::i32(kind)?))
}

/// `load_module(name, file, pathname, description)`
pub fn load_module(name: Ref<Str>, file: Value, path: Ref<Str>, about: Value) -> PyResult {
    let (mode, kind) = described(about)?;
    let mode = mode.as_ref().bytes();
    if !mode.is_empty() && (!matches!(mode[0], b'r' | b'U') || mode.contains(&b'+')) {
        return Err(raise_fmt!(
            value_error,
            "invalid file open mode {}",
            crate::text::shown::shown(mode)
        ));
    }
    let file = match file {
        f if f.is_none() => None,
        f if f.cast::<FileObject>().is_some() => Some(f),
        _ => {
            return Err(value_error("load_module arg#2 should be a file or None"));
        }
    };
    match kind {
        kind::SOURCE => {
            if file.is_none() {
                return Err(raise_fmt!(
                    value_error,
                    "file object required for import (type code {kind})"
                ));
            }
            load_source(name, path, file)
        }
        kind::PACKAGE => load_package(name, path),
        kind::NATIVE | kind::FROZEN => {
            // The path is where find_module put its name.
            let name = match path.as_ref().bytes() {
                [] => name,
                _ => path,
            };
            let (what, m) = if kind == kind::NATIVE {
                ("builtin", init_builtin(name)?)
            } else {
                ("frozen", init_frozen(name)?)
            };
            if m.is_none() {
                return Err(import_error(format!(
                    "Purported {what} module {} not found",
                    name.as_ref().to_text()
                )));
            }
            Ok(m)
        }
        kind::COMPILED => load_compiled(name, path, file),
        kind::EXTENSION => load_dynamic(name, path, file),
        _ => Err(import_error(format!(
            "Don't know how to import {} (type code {kind})",
            name.as_ref().to_text()
        ))),
    }
}

/// All that is in a file that a program gave.
fn rest_of(file: Value) -> PyResult<Ref<Str>> {
    if let Some(f) = file.cast::<FileObject>()
        && !crate::builtins::file::is_readable(f)
    {
        return Err(value_error("bad/closed file object"));
    }
    let read = crate::attr::get(file, bytes::intern(b"read"))?;
    let text = crate::call::call_values(read, &[])?;
    text.cast::<Str>()
        .ok_or_else(|| type_error("read() should have returned a string"))
}

/// `load_source(name, pathname[, file])`
pub fn load_source(name: Ref<Str>, path: Ref<Str>, file: Option<Value>) -> PyResult {
    let up = crate::upcalls::get()?;
    let source = match file {
        None => {
            // A file that cannot be opened is not named.
            let place = OsStr::from_bytes(path.as_ref().bytes());
            crate::finalizers::with_descriptors_io(|| std::fs::File::open(place))
                .map_err(|e| super::builtin::io_failure(&e, None))?;
            None
        }
        Some(f) => Some(rest_of(f)?),
    };
    (up.load_source)(
        name.as_ref().bytes(),
        path.as_ref().bytes(),
        source.map(|s| s.as_ref::<'static>().bytes()),
    )
}

/// `load_package(name, pathname)`
pub fn load_package(name: Ref<Str>, path: Ref<Str>) -> PyResult {
    (crate::upcalls::get()?.load_package)(name.as_ref().bytes(), path.as_ref().bytes())
}

/// `load_compiled(name, pathname[, file])`
pub fn load_compiled(name: Ref<Str>, path: Ref<Str>, file: Option<Value>) -> PyResult {
    let content = match file {
        None => {
            crate::builtins::file::flush_forgotten();
            let name = OsStr::from_bytes(path.as_ref().bytes());
            crate::finalizers::with_descriptors_io(|| std::fs::read(name))
                .map_err(|e| super::builtin::io_failure(&e, None))?
        }
        Some(f) => rest_of(f)?.as_ref().bytes().to_vec(),
    };
    let Some(code) = read_compiled(&content) else {
        return Err(import_error(
            [b"Bad magic number in ", path.as_ref().bytes()].concat(),
        ));
    };
    execute_code(name.as_ref().bytes(), Some(path.into()), code)
}

/// The code in a file that `py_compile` wrote: after the magic number and the time of its source. None when
/// something else is there, as code of another build.
pub fn read_compiled(content: &[u8]) -> Option<Ref<Code>> {
    let code = content.strip_prefix(&MAGIC)?.get(4..)?;
    match super::marshal::from_bytes(code) {
        Ok(v) => v.cast::<Code>(),
        Err(_) => {
            crate::thread::current().take_pending();
            None
        }
    }
}

/// `load_dynamic(name, pathname[, file])`
pub fn load_dynamic(_name: Ref<Str>, path: Ref<Str>, _file: Option<Value>) -> PyResult {
    Err(import_error(format!(
        "{}: extension modules of CPython cannot be loaded",
        path.as_ref().to_text()
    )))
}

/// `new_module(name)`
pub fn new_module(name: Ref<Str>) -> PyResult {
    Ok(module::create(name.as_ref().bytes(), None).into())
}

/// `get_magic()`
pub fn get_magic() -> PyResult {
    Ok(bytes::new(&MAGIC).into())
}

/// `get_suffixes()`
pub fn get_suffixes() -> PyResult {
    let all = [
        description(".py", "U", kind::SOURCE),
        description(".pyc", "rb", kind::COMPILED),
    ];
    Ok(list::from_slice(&all).into())
}

/// `init_builtin(name)`
pub fn init_builtin(name: Ref<Str>) -> PyResult {
    (crate::upcalls::get()?.native)(name.as_ref().bytes()).map(|m| m.unwrap_or(Value::none()))
}

/// `init_frozen(name)`
pub fn init_frozen(name: Ref<Str>) -> PyResult {
    let m = (crate::upcalls::get()?.frozen)(name.as_ref().bytes(), true)?;
    Ok(m.unwrap_or(Value::none()))
}

/// `is_builtin(name)`
pub fn is_builtin(name: Ref<Str>) -> PyResult {
    let n = match name.as_ref().bytes() {
        b"__builtin__" | b"sys" | b"__main__" | b"exceptions" => -1,
        other => i64::from(super::is_native(other)),
    };
    Ok(Value::int(n))
}

/// `is_frozen(name)`
pub fn is_frozen(name: Ref<Str>) -> PyResult<bool> {
    Ok(super::frozen(name.as_ref().bytes()).is_some())
}

/// `get_frozen_object(name)`
pub fn get_frozen_object(name: Ref<Str>) -> PyResult {
    let code = (crate::upcalls::get()?.frozen)(name.as_ref().bytes(), false)?;
    code.ok_or_else(|| {
        import_error(format!(
            "No such frozen object named {}",
            name.as_ref().to_text()
        ))
    })
}

/// `reload(module)`
pub fn reload(m: Value) -> PyResult {
    (crate::upcalls::get()?.reload)(m)
}

/// Runs code as module `name`, for loaders.
///
/// # Errors
/// What the code raises.
pub fn execute_code(name: &[u8], file: Option<Value>, code: Ref<Code>) -> PyResult {
    (crate::upcalls::get()?.execute_module)(name, file, code)
}

/// Who holds the import lock, and how often.
struct Lock {
    owner: Cell<*const Thread>,
    count: Cell<u32>,
    /// How many threads wait for it.
    waiting: Cell<u32>,
}
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Lock {}
static LOCK: Lock = Lock {
    owner: Cell::new(std::ptr::null()),
    count: Cell::new(0),
    waiting: Cell::new(0),
};

/// Where threads wait for the import lock.
static FREED: (Mutex<()>, Condvar) = (Mutex::new(()), Condvar::new());
/// How long they wait before they look again: what is told in between is not missed for longer.
const PATIENCE: Duration = Duration::from_millis(5);

/// Keeps other threads from importing, until [`unlock`]. Waits while another thread does.
pub fn lock() {
    let me: *const Thread = crate::thread::current();
    while LOCK.count.get() > 0 && !std::ptr::eq(LOCK.owner.get(), me) {
        LOCK.waiting.set(LOCK.waiting.get() + 1);
        crate::gil::without_gil(|| {
            let guard = FREED.0.lock().unwrap_or_else(PoisonError::into_inner);
            drop(FREED.1.wait_timeout(guard, PATIENCE));
        });
        LOCK.waiting.set(LOCK.waiting.get() - 1);
    }
    if LOCK.count.get() == 0 {
        LOCK.owner.set(me);
    }
    LOCK.count.set(LOCK.count.get() + 1);
}

/// Undoes a [`lock`].
///
/// # Errors
/// RuntimeError when this thread does not hold it.
pub fn unlock() -> PyResult<()> {
    if LOCK.count.get() == 0 || !std::ptr::eq(LOCK.owner.get(), crate::thread::current()) {
        return Err(runtime_error("not holding the import lock"));
    }
    LOCK.count.set(LOCK.count.get() - 1);
    if LOCK.count.get() == 0 && LOCK.waiting.get() > 0 {
        FREED.1.notify_all();
    }
    Ok(())
}

/// In the new process after a fork, only this thread is left.
pub fn after_fork() {
    LOCK.owner.set(crate::thread::current());
    LOCK.count.set(LOCK.count.get().saturating_sub(1));
    LOCK.waiting.set(0);
}

/// `acquire_lock()`
pub fn acquire_lock() -> PyResult<()> {
    lock();
    Ok(())
}

/// `release_lock()`
pub fn release_lock() -> PyResult<()> {
    unlock()
}

/// `lock_held()`
pub fn lock_held() -> PyResult<bool> {
    Ok(LOCK.count.get() > 0)
}

/// A warning from the machinery of imports.
///
/// # Errors
/// What a filter makes of it.
pub fn warn(category: Ref<Type>, message: &str) -> PyResult<()> {
    let warnings = super::loaded().and_then(|l| l.get_str(bytes::intern(b"warnings")));
    let Some(warnings) = warnings.filter(|w| !w.is_none()) else {
        return Ok(());
    };
    let Some(f) = crate::attr::find(warnings, bytes::intern(b"warn"))? else {
        return Ok(());
    };
    crate::call::call_values(f, &[text(message), category.into()]).map(|_| ())
}

fn is_folder(path: &[u8]) -> bool {
    let path = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(path);
    std::path::Path::new(path).is_dir()
}

/// The importer for a place that is no folder; `None` for a folder and for the empty path.
pub fn null_importer(place: Ref<Str>) -> Option<Value> {
    let path = place.as_ref().bytes();
    (!path.is_empty() && !is_folder(path))
        .then(|| crate::builtins::type_::allocate(crate::types::NULL_IMPORTER.get()))
}

/// Does it find nothing anyway?
pub fn is_null_importer(v: Value) -> bool {
    v.exact::<NullImporter>().is_some()
}

/// `NullImporter.__new__`
pub fn null_importer_new(ty: Ref<Type>, _args: crate::call::Args<'_>) -> PyResult {
    Ok(crate::builtins::type_::allocate(ty))
}

/// `NullImporter(path)`
pub fn null_importer_init(_v: Value, args: crate::call::Args<'_>) -> PyResult<()> {
    if args.nkw() != 0 {
        return Err(type_error("NullImporter() does not take keyword arguments"));
    }
    let [path] = args.pos() else {
        return Err(raise_fmt!(
            type_error,
            "NullImporter() takes exactly 1 argument ({} given)",
            args.pos().len()
        ));
    };
    let path = crate::convert::string(*path, "NullImporter", 1)?;
    match path.as_ref().bytes() {
        [] => Err(import_error("empty pathname")),
        p if is_folder(p) => Err(import_error("existing directory")),
        _ => Ok(()),
    }
}

/// `find_module(fullname[, path])`
pub fn null_importer_find(_self: Ref<NullImporter>, _args: &[Value]) -> PyResult {
    Ok(Value::none())
}
