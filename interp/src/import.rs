//! Importing modules: native ones, and source files along `sys.path`.

use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use runtime::attr;
use runtime::builtins::{list, module, str as strings};
use runtime::error::{PyResult, Raised, type_error, value_error};
use runtime::layouts::{Dict, List, Module, Str, Tuple};
use runtime::modules;
use runtime::names;
use runtime::object::Ref;
use runtime::protocol;
use runtime::value::Value;
use syntax::{Flags, Mode};

use crate::compile;

/// `sys.modules`.
fn loaded() -> PyResult<Ref<Dict>> {
    modules::sys_dict()
        .and_then(|s| s.get_str(names::modules()))
        .and_then(|m| m.cast::<Dict>())
        .ok_or_else(|| runtime::error::runtime_error("lost sys.modules"))
}

fn joined(parent: &[u8], name: &[u8]) -> Vec<u8> {
    if parent.is_empty() {
        name.to_vec()
    } else {
        [parent, b".", name].concat()
    }
}

/// `__import__(name, globals, locals, fromlist, level)`
pub fn import(
    name: Value,
    globals: Value,
    _locals: Value,
    fromlist: Value,
    level: i64,
) -> PyResult {
    let Some(name) = name.cast::<Str>() else {
        return Err(runtime::raise_fmt!(
            type_error,
            "__import__() argument 1 must be string, not {}",
            attr::type_name(name)
        ));
    };
    let name = name.as_ref().bytes().to_vec();
    let package = match globals.cast::<Dict>() {
        Some(g) if level != 0 => package_of(g, level)?,
        _ => Vec::new(),
    };
    if level > 0 && package.is_empty() {
        return Err(value_error("Attempted relative import in non-package"));
    }
    if name.is_empty() && level < 1 {
        return Err(value_error("Empty module name"));
    }
    let (head, last) = if !package.is_empty() && (level > 0 || level == -1) {
        match load_chain(&package, &name, level < 0)? {
            Some(found) => found,
            None => load_absolute(&name)?,
        }
    } else {
        load_absolute(&name)?
    };
    let wants = !fromlist.is_none() && protocol::truth(fromlist)?;
    if !wants {
        return Ok(if name.is_empty() { last } else { head });
    }
    ensure_submodules(last, fromlist)?;
    Ok(last)
}

/// The package that relative imports are relative to; empty for a top-level module.
fn package_of(g: Ref<Dict>, level: i64) -> PyResult<Vec<u8>> {
    let text = |v: Option<Value>| {
        v.and_then(|v| v.cast::<Str>())
            .map(|s| s.as_ref().bytes().to_vec())
    };
    let mut package = match text(g.get_str(names::package())) {
        Some(p) => p,
        None => {
            let Some(name) = text(g.get_str(names::name())) else {
                return Ok(Vec::new());
            };
            if g.get_str(names::path()).is_some() {
                name
            } else {
                match name.iter().rposition(|b| *b == b'.') {
                    Some(i) => name[..i].to_vec(),
                    None => Vec::new(),
                }
            }
        }
    };
    for _ in 1..level {
        match package.iter().rposition(|b| *b == b'.') {
            Some(i) => package.truncate(i),
            None => {
                return Err(value_error(
                    "Attempted relative import beyond toplevel package",
                ));
            }
        }
    }
    Ok(package)
}

/// Imports `name` below a package. `None`: its first part is not there and `optional`.
fn load_chain(package: &[u8], name: &[u8], optional: bool) -> PyResult<Option<(Value, Value)>> {
    let Some(mut at) = loaded()?.get_str(strings::intern(package)) else {
        if optional {
            return Ok(None);
        }
        return Err(runtime::raise_fmt!(
            runtime::error::system_error,
            "Parent module '{}' not loaded, cannot perform relative import",
            String::from_utf8_lossy(package)
        ));
    };
    let mut full = package.to_vec();
    let mut head = at;
    if name.is_empty() {
        return Ok(Some((at, at)));
    }
    for (i, part) in name.split(|b| *b == b'.').enumerate() {
        full = joined(&full, part);
        match load(&full, part, Some(at))? {
            Some(m) => at = m,
            None if i == 0 && optional => return Ok(None),
            None => return Err(no_module(&name_after(&full, package))),
        }
        if i == 0 {
            head = at;
        }
    }
    Ok(Some((head, at)))
}

fn name_after(full: &[u8], package: &[u8]) -> Vec<u8> {
    full.get(package.len() + 1..).unwrap_or(full).to_vec()
}

fn load_absolute(name: &[u8]) -> PyResult<(Value, Value)> {
    let mut full: Vec<u8> = Vec::new();
    let mut parent: Option<Value> = None;
    let mut head = None;
    for part in name.split(|b| *b == b'.') {
        full = joined(&full, part);
        let m = load(&full, part, parent)?.ok_or_else(|| {
            // Below a package CPython names the last part only.
            no_module(if parent.is_some() { part } else { &full })
        })?;
        head = head.or(Some(m));
        parent = Some(m);
    }
    match (head, parent) {
        (Some(h), Some(l)) => Ok((h, l)),
        _ => Err(value_error("Empty module name")),
    }
}

#[cold]
fn no_module(name: &[u8]) -> Raised {
    runtime::raise_fmt!(
        import_error,
        "No module named {}",
        String::from_utf8_lossy(name)
    )
}

/// The module `full`, loaded if need be; `None` when it is not found.
fn load(full: &[u8], part: &[u8], parent: Option<Value>) -> PyResult<Option<Value>> {
    let key = strings::intern(full);
    if let Some(m) = loaded()?.get_str(key) {
        // None marks a relative import that turned out to be absolute.
        return Ok(Some(m).filter(|m| !m.is_none()));
    }
    let found = match parent {
        None => match modules::create(full)? {
            Some(m) => {
                loaded()?.set_str(key, m.into());
                Some(m.into())
            }
            None => match modules::sys_dict().and_then(|s| s.get_str(strings::intern(b"path"))) {
                Some(p) => find_and_load(full, part, p)?,
                None => {
                    return Err(runtime::error::runtime_error(
                        "sys.path must be a list of directory names",
                    ));
                }
            },
        },
        Some(p) => match attr::find(p, names::path())? {
            Some(path) => find_and_load(full, part, path)?,
            None => None,
        },
    };
    if let (Some(m), Some(p)) = (found, parent) {
        attr::set(p, strings::intern(part), Some(m))?;
    }
    Ok(found)
}

fn as_path(v: Value) -> Option<PathBuf> {
    v.cast::<Str>()
        .map(|s| PathBuf::from(std::ffi::OsStr::from_bytes(s.as_ref().bytes())))
}

/// Looks for a package or a source file in each folder of a path.
fn find_and_load(full: &[u8], part: &[u8], path: Value) -> PyResult<Option<Value>> {
    let folders = list::from_iterable(path)?;
    let name = std::ffi::OsStr::from_bytes(part);
    for i in 0..folders.as_ref().len() {
        let Some(folder) = folders.as_ref().item(i).and_then(as_path) else {
            continue;
        };
        let package = folder.join(name);
        let init = package.join("__init__.py");
        if init.is_file() {
            return load_source(full, &init, Some(&package)).map(Some);
        }
        let mut file = package.into_os_string();
        file.push(".py");
        let file = PathBuf::from(file);
        if file.is_file() {
            return load_source(full, &file, None).map(Some);
        }
    }
    Ok(None)
}

fn path_value(p: &Path) -> Value {
    strings::new(p.as_os_str().as_bytes()).into()
}

/// Runs a source file as module `full`; a package when it has a folder.
fn load_source(full: &[u8], file: &Path, package: Option<&Path>) -> PyResult {
    let key = strings::intern(full);
    let m = module::create(full, None);
    let d = module::dict(m);
    d.set_str(names::file(), path_value(file));
    if let Some(folder) = package {
        let l = List::alloc_of(&[path_value(folder)]);
        d.set_str(names::path(), l.into());
    }
    loaded()?.set_str(key, m.into());
    match run_source(m, file) {
        // A module may put something else in its place.
        Ok(()) => loaded()?.get_str(key).ok_or_else(|| {
            runtime::raise_fmt!(
                import_error,
                "Loaded module {} not found in sys.modules",
                String::from_utf8_lossy(full)
            )
        }),
        Err(e) => {
            let _ = loaded()?.delete(key.into());
            Err(e)
        }
    }
}

trait ListOf {
    fn alloc_of(items: &[Value]) -> Ref<List>;
}
impl ListOf for List {
    fn alloc_of(items: &[Value]) -> Ref<List> {
        list::from_slice(items)
    }
}

fn run_source(m: Ref<Module>, file: &Path) -> PyResult<()> {
    let source = std::fs::read(file)
        .map_err(|e| modules::builtin::io_failure(&e, Some(path_value(file))))?;
    let code = compile::compile_bytes(
        &source,
        &file.to_string_lossy(),
        Mode::Exec,
        Flags::default(),
    )?;
    let d = module::dict(m);
    if let Some(b) = modules::builtins() {
        d.set_str(names::builtins(), b.into());
    }
    compile::run(code, d, d.into()).map(|_| ())
}

/// Imports the submodules that a from-list names and the package does not have yet.
fn ensure_submodules(package: Value, fromlist: Value) -> PyResult<()> {
    if attr::find(package, names::path())?.is_none() {
        return Ok(());
    }
    let Some(full) = attr::find(package, names::name())?.and_then(|n| n.cast::<Str>()) else {
        return Ok(());
    };
    let items = list::from_iterable(fromlist)?;
    for i in 0..items.as_ref().len() {
        let Some(n) = items.as_ref().item(i).and_then(|v| v.cast::<Str>()) else {
            return Err(type_error("Item in ``from list'' must be str, not unicode"));
        };
        if n.as_ref().bytes() == b"*" {
            if let Some(all) = attr::find(package, names::all())?
                && all
                    .cast::<Tuple>()
                    .is_none_or(|t| !t.as_ref().items().contains(&n.value()))
            {
                ensure_submodules(package, all)?;
            }
            continue;
        }
        let n = strings::intern_value(n);
        if attr::find(package, n)?.is_none() {
            let part = n.as_ref().bytes().to_vec();
            let whole = joined(full.as_ref().bytes(), &part);
            load(&whole, &part, Some(package))?;
        }
    }
    Ok(())
}

/// `reload(module)`
pub fn reload(m: Value) -> PyResult {
    let Some(module) = m.cast::<Module>() else {
        return Err(type_error("reload() argument must be module"));
    };
    let d = module::dict(module);
    let Some(name) = d.get_str(names::name()).and_then(|n| n.cast::<Str>()) else {
        return Err(runtime::error::system_error("nameless module"));
    };
    if loaded()?.get_str(strings::intern_value(name)) != Some(m) {
        return Err(runtime::raise_fmt!(
            import_error,
            "reload(): module {} not in sys.modules",
            name.as_ref().to_text()
        ));
    }
    match d.get_str(names::file()).and_then(as_path) {
        Some(file) => {
            run_source(module, &file)?;
            Ok(m)
        }
        None => Ok(m),
    }
}
