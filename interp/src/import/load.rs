//! Making modules and running their code; `reload`.

use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use runtime::attr;
use runtime::builtins::{list, module, str as strings};
use runtime::error::{PyResult, Raised, import_error, type_error};
use runtime::layouts::{Dict, Module, Str};
use runtime::modules;
use runtime::names;
use runtime::object::Ref;
use runtime::value::Value;
use syntax::{Flags, Mode};

use super::find::{self, Found};
use super::{loaded, no_module};
use crate::{body, compile, parse_cache};

fn path_value(p: &Path) -> Value {
    strings::new(p.as_os_str().as_bytes()).into()
}

fn shown(name: &[u8]) -> String {
    runtime::text::shown::shown(&name[..name.len().min(200)]).into_owned()
}

/// Loads what was found as module `full`.
pub fn load(full: &[u8], found: Found) -> PyResult {
    match found {
        Found::Native => native(full)?.ok_or_else(|| no_module(full)),
        Found::Frozen => frozen(full, true)?.ok_or_else(|| no_module(full)),
        Found::Source(file) => source(full, &file),
        Found::Compiled(file) => compiled(full, &file),
        Found::Package(folder) => package(full, &folder),
        Found::Loader(loader) => {
            find::call_method(loader, b"load_module", &[strings::new(full).into()])
        }
    }
}

/// The native module `full`, made when it is not there.
pub fn native(full: &[u8]) -> PyResult<Option<Value>> {
    let key = strings::intern(full);
    if let Some(m) = modules::restore(full)? {
        loaded()?.set_str(key, m.into());
        return Ok(Some(m.into()));
    }
    if let Some(text) = modules::carried(full) {
        let file = format!("<{}>", shown(full));
        let code = compile::compile_module(text.as_bytes(), &file, None)?;
        return execute(full, add_module(full)?, code).map(Some);
    }
    let Some(m) = modules::create(full)? else {
        return Ok(None);
    };
    loaded()?.set_str(key, m.into());
    Ok(Some(m.into()))
}

/// The frozen module `full`, run, or else its code.
pub fn frozen(full: &[u8], run: bool) -> PyResult<Option<Value>> {
    let Some((text, is_package)) = modules::frozen(full) else {
        return Ok(None);
    };
    let code = compile::compile_module(text.as_bytes(), "hello.py", None)?;
    if !run {
        return Ok(Some(code.into()));
    }
    let m = add_module(full)?;
    let d = module::dict(m);
    if is_package {
        d.set_str(names::path(), strings::intern(full).into());
    }
    d.set_str(names::file(), strings::new(b"<frozen>").into());
    execute(full, m, code).map(Some)
}

/// The module of that name in `sys.modules`, put there if need be.
pub fn add_module(full: &[u8]) -> PyResult<Ref<Module>> {
    let key = strings::intern(full);
    let all = loaded()?;
    if let Some(m) = all.get_str(key).and_then(|m| m.cast::<Module>()) {
        return Ok(m);
    }
    let m = module::create(full, None);
    all.set_str(key, m.into());
    Ok(m)
}

/// Runs a source file as module `full`.
pub fn source(full: &[u8], file: &Path) -> PyResult {
    let code = compile_file(file)?;
    let m = add_module(full)?;
    module::dict(m).set_str(names::file(), path_value(file));
    execute(full, m, code)
}

/// Runs source text that stands for a file as module `full`.
pub fn source_text(full: &[u8], file: &Path, text: &[u8]) -> PyResult {
    let code = compile::compile_bytes(
        text,
        &runtime::text::shown::shown(file.as_os_str().as_bytes()),
        Mode::Exec,
        Flags::SOURCE_IS_FILE,
    )?;
    let m = add_module(full)?;
    module::dict(m).set_str(names::file(), path_value(file));
    execute(full, m, code)
}

/// A package: its `__path__`, and its `__init__.py` run.
pub fn package(full: &[u8], folder: &Path) -> PyResult {
    let m = add_module(full)?;
    let d = module::dict(m);
    d.set_str(names::file(), path_value(folder));
    d.set_str(
        names::path(),
        list::from_slice(&[path_value(folder)]).into(),
    );
    let init = folder.join("__init__.py");
    if init.is_file() {
        return source(full, &init);
    }
    let init = folder.join("__init__.pyc");
    if find::is_compiled(&init) {
        return compiled(full, &init);
    }
    Ok(m.into())
}

/// Runs a file of compiled code as module `full`.
fn compiled(full: &[u8], file: &Path) -> PyResult {
    let path = strings::new(file.as_os_str().as_bytes());
    modules::imp::load_compiled(strings::new(full), path, None)
}

fn compile_file(file: &Path) -> PyResult<Ref<runtime::layouts::Code>> {
    // The program may just have written it.
    runtime::builtins::file::flush_forgotten();
    let failed = |e| modules::builtin::io_failure(&e, Some(path_value(file)));
    let mut opened =
        runtime::finalizers::with_descriptors_io(|| std::fs::File::open(file)).map_err(failed)?;
    let about = opened.metadata().ok();
    let name = runtime::text::shown::shown(file.as_os_str().as_bytes());
    if let Some(about) = &about
        && let Some(code) = parse_cache::entry_of_file(about).and_then(|e| e.read(&name))
    {
        return Ok(body::new(&code));
    }
    let mut text = Vec::new();
    if let Err(e) = opened.read_to_end(&mut text) {
        return Err(match e.kind() {
            std::io::ErrorKind::IsADirectory => compile::unreadable(&name),
            _ => failed(e),
        });
    }
    compile::compile_module(&text, &name, about.as_ref())
}

/// Runs code in a module that is in `sys.modules`. When it fails, the module is taken out again.
fn execute(full: &[u8], m: Ref<Module>, code: Ref<runtime::layouts::Code>) -> PyResult {
    let key = strings::intern(full);
    let d = module::dict(m);
    if d.get_str(names::builtins()).is_none() {
        d.set_str(names::builtins(), modules::inherited_builtins().into());
    }
    match compile::run(code, d, d.into()) {
        // A module may put something else in its place.
        Ok(_) => loaded()?.get_str(key).ok_or_else(|| {
            import_error(format!(
                "Loaded module {} not found in sys.modules",
                shown(full)
            ))
        }),
        Err(e) => {
            keep_exception(|| {
                if let Ok(all) = loaded() {
                    all.delete_str(key);
                }
            });
            Err(e)
        }
    }
}

/// Runs something that must not touch the pending exception.
fn keep_exception(f: impl FnOnce()) -> Raised {
    let t = runtime::thread::current();
    let e = t.pending.get();
    f();
    t.pending.set(e);
    Raised
}

/// `reload(module)`
pub fn reload(m: Value) -> PyResult {
    let Some(object) = m.cast::<Module>() else {
        return Err(type_error("reload() argument must be module"));
    };
    let Some(name) = module::dict(object)
        .get_str(names::name())
        .and_then(|n| n.cast::<Str>())
    else {
        return Err(runtime::error::system_error("nameless module"));
    };
    let full = name.as_ref().bytes().to_vec();
    let key = strings::intern(&full);
    let all = loaded()?;
    if all.get_str(key) != Some(m) {
        return Err(import_error(format!(
            "reload(): module {} not in sys.modules",
            shown(&full)
        )));
    }
    let reloading = modules::reloading();
    if let Some(already) = reloading.get_str(key) {
        return Ok(already);
    }
    reloading.set_str(key, m);
    let result = reload_found(&full);
    reloading.delete_str(key);
    if result.is_err() {
        // The old module stays.
        keep_exception(|| all.set_str(key, m));
    }
    result
}

fn reload_found(full: &[u8]) -> PyResult {
    let (part, path) = match full.iter().rposition(|b| *b == b'.') {
        None => (full, None),
        Some(i) => {
            let Some(parent) = loaded()?.get_str(strings::intern(&full[..i])) else {
                return Err(import_error(format!(
                    "reload(): parent {} not in sys.modules",
                    shown(&full[..i])
                )));
            };
            (&full[i + 1..], attr::find(parent, names::path())?)
        }
    };
    match find::find(full, part, path)? {
        Some(found) => load(full, found),
        None => Err(no_module(part)),
    }
}

/// What the module `imp` needs: see [`runtime::upcalls`].
pub mod imp {
    use super::*;

    /// Kinds of modules, as `imp` numbers them.
    pub const SOURCE: i64 = 1;
    pub const COMPILED: i64 = 2;
    pub const PACKAGE: i64 = 5;
    pub const NATIVE: i64 = 6;
    pub const FROZEN: i64 = 7;
    pub const HOOK: i64 = 9;

    /// Kind and path of what is found.
    pub fn find_module(name: &[u8], path: Option<Value>) -> PyResult<Option<(i64, Value)>> {
        Ok(find::find_for_imp(name, path)?.map(|f| match f {
            Found::Native => (NATIVE, strings::new(name).into()),
            Found::Frozen => (FROZEN, strings::new(name).into()),
            Found::Source(p) => (SOURCE, path_value(&p)),
            Found::Compiled(p) => (COMPILED, path_value(&p)),
            Found::Package(p) => (PACKAGE, path_value(&p)),
            Found::Loader(l) => (HOOK, l),
        }))
    }

    /// Runs source text that was read from a file.
    pub fn load_source(name: &[u8], path: &[u8], text: Option<&[u8]>) -> PyResult {
        let file = Path::new(std::ffi::OsStr::from_bytes(path));
        match text {
            Some(t) => source_text(name, file, t),
            None => source(name, file),
        }
    }

    /// Loads a package from its folder.
    pub fn load_package(name: &[u8], path: &[u8]) -> PyResult {
        package(name, Path::new(std::ffi::OsStr::from_bytes(path)))
    }

    /// Runs code as a module.
    pub fn execute_code(
        name: &[u8],
        file: Option<Value>,
        code: Ref<runtime::layouts::Code>,
    ) -> PyResult {
        let m = add_module(name)?;
        if let Some(f) = file {
            module::dict(m).set_str(names::file(), f);
        }
        execute(name, m, code)
    }

    /// The importer of a place of a path.
    pub fn importer(place: Ref<Str>) -> PyResult {
        let sys = |n: &[u8]| modules::sys_dict().and_then(|s| s.get_str(strings::intern(n)));
        let hooks = sys(b"path_hooks").and_then(|h| h.cast());
        let importers = sys(b"path_importer_cache").and_then(|h| h.cast::<Dict>());
        match (importers, hooks) {
            (Some(i), Some(h)) => {
                let found =
                    find::importer(i, h, place)?.filter(|v| !modules::imp::is_null_importer(*v));
                Ok(found.unwrap_or(Value::none()))
            }
            _ => Ok(Value::none()),
        }
    }
}
