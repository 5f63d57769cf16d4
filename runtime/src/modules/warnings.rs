//! The module `_warnings` (rows: spec/modules/warnings.toml), and the warnings of the runtime itself.
//!
//! The module `warnings`, once imported, decides: its `filters`, `defaultaction`, `onceregistry` and
//! `showwarning` are looked up at each warning, since programs replace them. Before that the tables here
//! are in force.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::attr;
use crate::builtins::{dict, frame, list, str as strings, tuple, type_, unicode};
use crate::error::{PyResult, raise_value, runtime_error, type_error};
use crate::layouts::{Dict, List, Module, Str, Tuple};
use crate::names;
use crate::object::Ref;
use crate::protocol;
use crate::thread;
use crate::types;
use crate::value::Value;

struct Tables {
    filters: Cell<Option<Ref<List>>>,
    once: Cell<Option<Ref<Dict>>>,
}
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Tables {}
static TABLES: Tables = Tables {
    filters: Cell::new(None),
    once: Cell::new(None),
};

/// Marks the tables.
pub fn trace_roots(t: &mut crate::heap::Tracer) {
    if let Some(l) = TABLES.filters.get() {
        t.mark_object(l.addr() as *mut u8);
    }
    if let Some(d) = TABLES.once.get() {
        t.mark_object(d.addr() as *mut u8);
    }
}

fn intern(text: &str) -> Ref<Str> {
    strings::intern(text.as_bytes())
}

/// What is done about comparisons of bytes with text, `-b`: nothing, a warning (1), an error (2).
static BYTES_LEVEL: AtomicU32 = AtomicU32::new(0);

/// Sets what is done about comparisons of bytes with text, before there are filters.
pub fn set_bytes_level(level: u32) {
    BYTES_LEVEL.store(level, Ordering::Relaxed);
}

/// What was set by [`set_bytes_level`].
pub fn bytes_level() -> u32 {
    BYTES_LEVEL.load(Ordering::Relaxed)
}

/// The filters that are there from the start: what only developers care about is not shown.
fn default_filters() -> Ref<List> {
    if let Some(l) = TABLES.filters.get() {
        return l;
    }
    let l = list::new();
    TABLES.filters.set(Some(l));
    let none = Value::none();
    let told = crate::number::division_warnings() > 0;
    let deprecated = types::DEPRECATION_WARNING.get();
    let categories = [
        deprecated,
        types::PENDING_DEPRECATION_WARNING.get(),
        types::IMPORT_WARNING.get(),
        types::BYTES_WARNING.get(),
    ];
    // Who asks for warnings of divisions (`-3` does too) sees what is deprecated.
    for category in categories.into_iter().filter(|&c| !told || c != deprecated) {
        let action = match bytes_level() {
            _ if category != types::BYTES_WARNING.get() => "ignore",
            0 => "ignore",
            1 => "default",
            _ => "error",
        };
        let filter = [
            intern(action).into(),
            none,
            category.into(),
            none,
            Value::int(0),
        ];
        l.push(tuple::from_slice(&filter).into());
    }
    l
}

fn default_once() -> Ref<Dict> {
    match TABLES.once.get() {
        Some(d) => d,
        None => {
            let d = dict::new();
            TABLES.once.set(Some(d));
            d
        }
    }
}

/// Adds the tables.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = crate::builtins::module::dict(m);
    d.set_str(intern("filters"), default_filters().into());
    d.set_str(intern("once_registry"), default_once().into());
    d.set_str(intern("default_action"), intern("default").into());
    Ok(())
}

/// An attribute of the module `warnings`, if that was imported.
fn of_module(name: &str) -> PyResult<Option<Value>> {
    let modules = super::sys_dict()
        .and_then(|d| d.get_str(names::modules()))
        .and_then(|m| m.cast::<Dict>());
    match modules.and_then(|m| m.get_str(intern("warnings"))) {
        Some(m) if m.cast::<Module>().is_some() => attr::find(m, intern(name)),
        _ => Ok(None),
    }
}

/// `warnings.warn`
pub fn warn(message: Value, category: Option<Value>, stacklevel: i64) -> PyResult<()> {
    let category = if is_warning(message) {
        message.ty().into()
    } else {
        category.unwrap_or_else(|| types::USER_WARNING.get().into())
    };
    if !type_::is_subclass(category, types::WARNING.get().into())? {
        return Err(crate::error::value_error(
            "category is not a subclass of Warning",
        ));
    }
    let place = place_of(stacklevel)?;
    give(message, category, &place, None)
}

fn is_warning(v: Value) -> bool {
    v.ty().is_subtype(types::WARNING.get())
}

/// Where a warning belongs.
struct Place {
    filename: Value,
    line: i64,
    module: Value,
    registry: Option<Ref<Dict>>,
}

/// The place of the caller, or of one `level - 1` frames further out.
fn place_of(level: i64) -> PyResult<Place> {
    let mut at = frame::current();
    let mut left = level;
    while let Some(f) = at {
        left -= 1;
        if left <= 0 {
            break;
        }
        // SAFETY: callers of a live frame are live.
        at = unsafe { f.prev.get().as_ref() };
    }
    let (globals, line) = match at {
        Some(f) => {
            let o = frame::object_of(f);
            let line = frame::get_lineno(o.into())?.as_int().unwrap_or(1);
            (f.globals.get(), line)
        }
        None => (super::sys_dict().unwrap_or_else(dict::new), 1),
    };
    let key = intern("__warningregistry__");
    let registry = match globals.get_str(key) {
        Some(r) => registry_of(r)?,
        None => {
            let d = dict::new();
            globals.set_str(key, d.into());
            Some(d)
        }
    };
    let module = globals
        .get_str(names::name())
        .unwrap_or_else(|| intern("<string>").into());
    Ok(Place {
        filename: file_of(globals, module),
        line,
        module,
        registry,
    })
}

/// The source file of a module; the program's name for `__main__` if that has none.
fn file_of(globals: Ref<Dict>, module: Value) -> Value {
    if let Some(f) = globals.get_str(intern("__file__"))
        && let Some(s) = f.cast::<Str>()
    {
        let b = s.as_ref().bytes();
        let lower = b.to_ascii_lowercase();
        return if lower.ends_with(b".pyc") || lower.ends_with(b".pyo") {
            strings::new(&b[..b.len() - 1]).into()
        } else {
            f
        };
    }
    if module
        .cast::<Str>()
        .is_some_and(|m| m.as_ref().bytes() == b"__main__")
    {
        let argv = super::sys_dict().and_then(|d| d.get_str(intern("argv")));
        let first = argv
            .and_then(|a| a.cast::<List>())
            .and_then(|a| a.as_ref().item(0));
        return match first {
            Some(f)
                if f.cast::<Str>()
                    .is_some_and(|s| !s.as_ref().bytes().is_empty()) =>
            {
                f
            }
            _ => module,
        };
    }
    module
}

/// `warnings.warn_explicit`
#[allow(clippy::too_many_arguments)] // As many as the function has.
pub fn warn_explicit(
    message: Value,
    category: Value,
    filename: Value,
    lineno: i32,
    module: Option<Value>,
    registry: Option<Value>,
    module_globals: Option<Value>,
) -> PyResult<()> {
    let registry = registry.map_or(Ok(None), registry_of)?;
    let source = match module_globals.filter(|g| !g.is_none()) {
        Some(g) => source_line(g, i64::from(lineno))?,
        None => None,
    };
    let place = Place {
        filename,
        line: i64::from(lineno),
        module: match module {
            Some(m) => m,
            None => module_of_file(filename)?,
        },
        registry,
    };
    give(message, category, &place, source)
}

/// The dict of warnings that were given, unless there is none.
fn registry_of(r: Value) -> PyResult<Option<Ref<Dict>>> {
    match r.cast::<Dict>() {
        None if !r.is_none() => Err(type_error("'registry' must be a dict or None")),
        d => Ok(d),
    }
}

/// A module's name, guessed from its file.
fn module_of_file(filename: Value) -> PyResult {
    if !protocol::truth(filename)? {
        return Ok(intern("<unknown>").into());
    }
    match filename.cast::<Str>() {
        Some(s) => Ok(match s.as_ref().bytes().strip_suffix(b".py") {
            Some(stem) => strings::new(stem).into(),
            None => filename,
        }),
        None if unicode::is_unicode(filename) => Ok(filename),
        None => Err(crate::raise_fmt!(
            type_error,
            "expected string or Unicode object, {} found",
            crate::attr::type_name(filename)
        )),
    }
}

/// A line of a module's source as its loader gives it.
fn source_line(globals: Value, line: i64) -> PyResult<Option<Value>> {
    let Some(d) = globals.cast::<Dict>() else {
        return Ok(None);
    };
    let (Some(loader), Some(name)) = (d.get_str(intern("__loader__")), d.get_str(names::name()))
    else {
        return Ok(None);
    };
    let Some(get) = attr::find(loader, intern("get_source"))? else {
        return Ok(None);
    };
    let source = crate::call::call_values(get, &[name])?;
    let Some(text) = source.cast::<Str>() else {
        return Ok(None);
    };
    let found = usize::try_from(line - 1)
        .ok()
        .and_then(|n| text.as_ref().bytes().split(|b| *b == b'\n').nth(n));
    Ok(found.map(|l| strings::new(l).into()))
}

/// A warning of the runtime, placed at the Python code that runs.
///
/// # Errors
/// The warning itself, where the filters say so.
pub fn warn_here(category: Ref<crate::typeobj::Type>, text: &str) -> PyResult<()> {
    warn(strings::from_text(text).into(), Some(category.into()), 1)
}

/// The option `-3`: warnings of what Python 3 does not have.
static PYTHON3: AtomicBool = AtomicBool::new(false);

pub fn set_python3(on: bool) {
    PYTHON3.store(on, Ordering::Relaxed);
}

/// Are there to be warnings of what Python 3 does not have?
pub fn is_python3() -> bool {
    PYTHON3.load(Ordering::Relaxed)
}

/// Warns of something that Python 3 does not have, if that is asked for.
///
/// # Errors
/// The warning itself, where the filters say so.
#[inline]
pub fn of_python3(text: &str) -> PyResult<()> {
    if is_python3() {
        return warn_here(types::DEPRECATION_WARNING.get(), text);
    }
    Ok(())
}

/// A warning of the compiler, about a line of a file.
///
/// # Errors
/// The warning itself, where the filters say so.
pub fn warn_of_source(
    text: &str,
    category: Ref<crate::typeobj::Type>,
    filename: &str,
    line: u32,
) -> PyResult<()> {
    let filename: Value = strings::from_text(filename).into();
    let place = Place {
        filename,
        line: i64::from(line),
        module: module_of_file(filename)?,
        registry: None,
    };
    let message = strings::from_text(text).into();
    give(message, category.into(), &place, None)
}

fn truthy(d: Ref<Dict>, key: Value) -> PyResult<bool> {
    // What cannot be a key is not there.
    match d.get(key) {
        Ok(Some(v)) => protocol::truth(v),
        Ok(None) => Ok(false),
        Err(_) => {
            thread::current().take_pending();
            Ok(false)
        }
    }
}

/// Notes that `(text, category)` was given; was it before?
fn once(registry: Ref<Dict>, text: Value, category: Value) -> PyResult<bool> {
    let key = tuple::from_slice(&[text, category]).into();
    if truthy(registry, key)? {
        return Ok(true);
    }
    registry.set(key, Value::bool(true))?;
    Ok(false)
}

fn give(message: Value, category: Value, place: &Place, source: Option<Value>) -> PyResult<()> {
    let (text, category, message) = if is_warning(message) {
        let text: Value = protocol::str(message)?.into();
        (text, type_::class_of(message)?, message)
    } else {
        let made = crate::call::call_values(category, &[message])?;
        (message, category, made)
    };
    let key: Value = tuple::from_slice(&[text, category, Value::int(place.line)]).into();
    if let Some(r) = place.registry
        && truthy(r, key)?
    {
        return Ok(());
    }
    let (action, filter) = action_for(text, category, place)?;
    let name = match action.cast::<Str>() {
        Some(s) => s,
        None => {
            unicode::encode_default(action)?.ok_or_else(|| type_error("action must be a string"))?
        }
    };
    let name = name.as_ref().to_text();
    if name == "error" {
        return Err(raise_value(category, Some(message)));
    }
    if name != "always"
        && let Some(r) = place.registry
    {
        r.set(key, Value::bool(true))?;
    }
    let given = match name.as_str() {
        "always" | "default" => false,
        "ignore" => true,
        "once" => {
            let registry = match place.registry {
                Some(r) => r,
                None => match of_module("onceregistry")? {
                    Some(d) => d
                        .cast::<Dict>()
                        .ok_or_else(|| type_error("warnings.onceregistry must be a dict"))?,
                    None => default_once(),
                },
            };
            once(registry, text, category)?
        }
        "module" => match place.registry {
            Some(r) => once(r, text, category)?,
            None => false,
        },
        _ => {
            let filter = protocol::repr(filter)?.as_ref().to_text();
            return Err(runtime_error(format!(
                "Unrecognized action ({name}) in warnings.filters:\n {filter}"
            )));
        }
    };
    if given {
        return Ok(());
    }
    match of_module("showwarning")? {
        Some(show) => {
            // No other callables.
            if show.cast::<crate::layouts::Function>().is_none()
                && show.cast::<crate::layouts::BoundMethod>().is_none()
            {
                return Err(type_error(
                    "warnings.showwarning() must be set to a function or method",
                ));
            }
            let line = Value::int(place.line);
            crate::call::call_values(show, &[message, category, place.filename, line])?;
            Ok(())
        }
        None => show_on_stderr(text, category, place, source),
    }
}

/// What the filters say of a warning, and the filter that says it.
fn action_for(text: Value, category: Value, place: &Place) -> PyResult<(Value, Value)> {
    let filters = match of_module("filters")? {
        Some(f) => {
            let list = f
                .cast::<List>()
                .ok_or_else(|| crate::error::value_error("_warnings.filters must be a list"))?;
            // They stay in force when the module loses them.
            TABLES.filters.set(Some(list));
            list
        }
        None => default_filters(),
    };
    let mut i = 0;
    while let Some(item) = filters.as_ref().item(i) {
        i += 1;
        let parts = item
            .cast::<Tuple>()
            .and_then(|t| <[Value; 5]>::try_from(t.as_ref().items()).ok());
        let Some([action, pattern, class, module, line]) = parts else {
            return Err(crate::error::value_error(format!(
                "_warnings.filters item {} isn't a 5-tuple",
                i - 1
            )));
        };
        let line = crate::number::int_from_number(line)?;
        if matches(pattern, text)?
            && type_::is_subclass(category, class)?
            && matches(module, place.module)?
            && (line == 0 || line == place.line)
        {
            return Ok((action, item));
        }
    }
    let action = match of_module("defaultaction")? {
        Some(a) => a,
        None => intern("default").into(),
    };
    Ok((action, Value::none()))
}

/// Does a pattern of a filter match? None matches anything.
fn matches(pattern: Value, text: Value) -> PyResult<bool> {
    if pattern.is_none() {
        return Ok(true);
    }
    let m = attr::get(pattern, intern("match"))?;
    protocol::truth(crate::call::call_values(m, &[text])?)
}

fn show_on_stderr(
    text: Value,
    category: Value,
    place: &Place,
    source: Option<Value>,
) -> PyResult<()> {
    let Some(f) = crate::output::sys_attribute(names::stderr()).filter(|f| !f.is_none()) else {
        return Ok(());
    };
    let filename = protocol::str(place.filename)?;
    let mut out = filename.as_ref().bytes().to_vec();
    let name = crate::builtins::method::function_name(category);
    out.extend(crate::text::shown::into_bytes(format!(
        ":{}: {name}: ",
        place.line
    )));
    out.extend_from_slice(protocol::str(text)?.as_ref().bytes());
    out.push(b'\n');
    let line = match source.and_then(|s| s.cast::<Str>()) {
        Some(s) => Some(s.as_ref().bytes().to_vec()),
        None => line_of_file(filename, place.line),
    };
    if let Some(line) = line {
        out.extend_from_slice(b"  ");
        out.extend_from_slice(line.trim_ascii());
        out.push(b'\n');
    }
    if crate::output::write_bytes(f, &out).is_err() {
        thread::current().take_pending();
    }
    Ok(())
}

fn line_of_file(filename: Ref<Str>, line: i64) -> Option<Vec<u8>> {
    use std::os::unix::ffi::OsStrExt;
    let path = std::ffi::OsStr::from_bytes(filename.as_ref().bytes());
    let data = std::fs::read(path).ok()?;
    let n = usize::try_from(line - 1).ok()?;
    data.split(|b| *b == b'\n').nth(n).map(<[u8]>::to_vec)
}
