//! Where a module is: import hooks, native modules, packages and files along a path.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use runtime::builtins::{list, str as strings};
use runtime::error::{PyResult, runtime_error};
use runtime::layouts::{Dict, List, Str};
use runtime::modules;
use runtime::object::Ref;
use runtime::value::Value;

/// What was found.
#[derive(Clone)]
pub enum Found {
    /// A native module.
    Native,
    /// A frozen module.
    Frozen,
    /// A source file.
    Source(PathBuf),
    /// What `py_compile` wrote of a source file that is not there.
    Compiled(PathBuf),
    /// A folder with `__init__.py`, or what was compiled of that.
    Package(PathBuf),
    /// Something that an import hook found: its loader.
    Loader(Value),
}

fn sys(name: &[u8]) -> Option<Value> {
    modules::sys_dict().and_then(|s| s.get_str(strings::intern(name)))
}

/// Looks for the module `full`, whose last part is `part`, along `path`, which is that of its
/// package; `None` for a module at the top.
pub fn find(full: &[u8], part: &[u8], path: Option<Value>) -> PyResult<Option<Found>> {
    let Some(hooks) = sys(b"meta_path").and_then(|m| m.cast::<List>()) else {
        return Err(runtime_error(
            "sys.meta_path must be a list of import hooks",
        ));
    };
    if !hooks.as_ref().is_empty() {
        let name: Value = strings::new(full).into();
        let mut i = 0;
        while let Some(hook) = hooks.as_ref().item(i) {
            i += 1;
            let args = [name, path.unwrap_or(Value::none())];
            let loader = call_method(hook, b"find_module", &args)?;
            if !loader.is_none() {
                return Ok(Some(Found::Loader(loader)));
            }
        }
    }
    if path.is_none() && modules::is_native(full) {
        return Ok(Some(Found::Native));
    }
    // The path of a frozen package is a text.
    if path.is_none_or(|p| p.cast::<Str>().is_some()) && modules::frozen(full).is_some() {
        return Ok(Some(Found::Frozen));
    }
    if path.is_some_and(|p| p.cast::<Str>().is_some()) {
        return Ok(None);
    }
    along(full, part, path.or_else(|| sys(b"path")), true)
}

pub(crate) fn call_method(object: Value, name: &[u8], args: &[Value]) -> PyResult {
    let f = runtime::attr::get(object, strings::intern(name))?;
    runtime::call::call_values(f, args)
}

/// Looks in each place of a path, with or without the import hooks for places.
fn along(full: &[u8], part: &[u8], path: Option<Value>, hooked: bool) -> PyResult<Option<Found>> {
    let Some(path) = path.and_then(|p| p.cast::<List>()) else {
        return Err(runtime_error("sys.path must be a list of directory names"));
    };
    let Some(hooks) = sys(b"path_hooks").and_then(|m| m.cast::<List>()) else {
        return Err(runtime_error(
            "sys.path_hooks must be a list of import hooks",
        ));
    };
    let Some(importers) = sys(b"path_importer_cache").and_then(|m| m.cast::<Dict>()) else {
        return Err(runtime_error("sys.path_importer_cache must be a dict"));
    };
    let mut i = 0;
    while let Some(place) = path.as_ref().item(i) {
        i += 1;
        let Some(folder) = place_text(place)? else {
            continue;
        };
        if folder.as_ref().bytes().contains(&0) {
            continue;
        }
        if hooked && let Some(importer) = importer(importers, hooks, folder)? {
            if modules::imp::is_null_importer(importer) {
                continue; // It would find nothing.
            }
            let loader = call_method(importer, b"find_module", &[strings::new(full).into()])?;
            if !loader.is_none() {
                return Ok(Some(Found::Loader(loader)));
            }
            continue;
        }
        if let Some(found) = in_folder(folder.as_ref().bytes(), part)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// A place as text: a unicode one in the encoding of file names.
fn place_text(place: Value) -> PyResult<Option<Ref<Str>>> {
    if let Some(s) = place.cast::<Str>() {
        return Ok(Some(s));
    }
    let text = place.cast::<runtime::layouts::Unicode>();
    text.map(runtime::codec::locale::encode_name).transpose()
}

/// The importer that handles a place of a path, a null importer for one that is no folder; `None` for a plain folder.
pub fn importer(
    importers: Ref<Dict>,
    hooks: Ref<List>,
    place: Ref<Str>,
) -> PyResult<Option<Value>> {
    let key = strings::intern_value(place);
    if let Some(known) = importers.get_str(key) {
        return Ok(Some(known).filter(|v| !v.is_none()));
    }
    // So that an import by a hook does not come back here.
    importers.set_str(key, Value::none());
    let mut i = 0;
    let zip: Value = runtime::types::ZIP_IMPORTER.get().into();
    while let Some(hook) = hooks.as_ref().item(i) {
        i += 1;
        // The usual case at once: a folder is no archive.
        if hook == zip && std::path::Path::new(OsStr::from_bytes(place.as_ref().bytes())).is_dir() {
            continue;
        }
        match runtime::call::call_values(hook, &[place.into()]) {
            Ok(found) => {
                importers.set_str(key, found);
                return Ok(Some(found).filter(|v| !v.is_none()));
            }
            Err(e) => {
                if !runtime::exception::pending_matches(runtime::types::IMPORT_ERROR.get()) {
                    return Err(e);
                }
                runtime::thread::current().take_pending();
            }
        }
    }
    let null = modules::imp::null_importer(place);
    if let Some(null) = null {
        importers.set_str(key, null);
    }
    Ok(null)
}

/// A package or a source file in a folder.
pub fn in_folder(folder: &[u8], part: &[u8]) -> PyResult<Option<Found>> {
    let mut path = PathBuf::from(OsStr::from_bytes(folder));
    path.push(OsStr::from_bytes(part));
    let mut file = path.clone().into_os_string();
    if path.is_dir() {
        let init = path.join("__init__.py");
        if init.is_file() || is_compiled(&path.join("__init__.pyc")) {
            return Ok(Some(Found::Package(path)));
        }
        modules::imp::warn(
            runtime::types::IMPORT_WARNING.get(),
            &format!(
                "Not importing directory '{}': missing __init__.py",
                path.display()
            ),
        )?;
    }
    file.push(".py");
    // A folder of that name is one too, until it is read.
    if std::fs::metadata(&file).is_ok_and(|m| m.is_file() || m.is_dir()) {
        return Ok(Some(Found::Source(file.into())));
    }
    file.push("c");
    let file = PathBuf::from(file);
    Ok(is_compiled(&file).then_some(Found::Compiled(file)))
}

/// Is that a file of compiled code that can be run here? Others' are passed over: their sources may be further
/// along the path.
pub fn is_compiled(file: &std::path::Path) -> bool {
    let bytes = std::fs::read(file);
    bytes.is_ok_and(|b| modules::imp::read_compiled(&b).is_some())
}

/// `imp.find_module`: what is found of a name without dots.
pub fn find_for_imp(name: &[u8], path: Option<Value>) -> PyResult<Option<Found>> {
    let path = match path {
        None if modules::is_native(name) => return Ok(Some(Found::Native)),
        None if modules::frozen(name).is_some() => return Ok(Some(Found::Frozen)),
        None => sys(b"path"),
        Some(p) => {
            if p.cast::<List>().is_none() {
                return Err(runtime_error("sys.path must be a list of directory names"));
            }
            Some(list::from_iterable(p)?.into())
        }
    };
    along(name, name, path, false)
}
