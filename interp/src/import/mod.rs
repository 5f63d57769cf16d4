//! `__import__`: which module a name in a module means, and what the statement gets.
//!
//! The parts are: here, names (relative and absolute, parents before children, from-lists); in
//! [`find`], where a module is (import hooks, native modules, files along a path); in [`load`],
//! making and running it, and `reload`.

pub mod find;
pub mod load;

use runtime::attr;
use runtime::builtins::{module, str as strings};
use runtime::error::{PyResult, Raised, system_error, value_error};
use runtime::layouts::{Dict, Module, Str};
use runtime::modules;
use runtime::names;
use runtime::object::Ref;
use runtime::protocol;
use runtime::value::Value;

/// Longest name of a module, CPython's.
const LONGEST: usize = 4096;

/// `sys.modules`.
pub(crate) fn loaded() -> PyResult<Ref<Dict>> {
    modules::loaded().ok_or_else(|| runtime::error::runtime_error("no import module dictionary"))
}

/// The module that `import` first looks in, or that is being loaded.
struct Import {
    /// Dotted name of the module reached so far.
    full: Vec<u8>,
    /// What of the name is still to come.
    rest: Option<Vec<u8>>,
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
    let name = name.as_ref().bytes();
    if name.contains(&b'/') {
        return Err(runtime::error::import_error(
            "Import by filename is not supported.",
        ));
    }
    modules::imp::lock();
    let result = import_locked(name, globals, fromlist, level);
    modules::imp::unlock()?;
    result
}

fn import_locked(name: &[u8], globals: Value, fromlist: Value, level: i64) -> PyResult {
    // The usual case: a top-level module that is there.
    if level == 0
        && fromlist.is_none()
        && !name.contains(&b'.')
        && let Some(m) = loaded()?.get_str(strings::intern(name))
        && !m.is_none()
    {
        return Ok(m);
    }
    let (package, full) = parent(globals, level)?;
    // The same, for all who are in no package.
    if package.is_none()
        && full.is_empty()
        && !name.is_empty()
        && !name.contains(&b'.')
        && let Some(m) = loaded()?.get_str(strings::intern(name))
        && !m.is_none()
    {
        if !fromlist.is_none() && protocol::truth(fromlist)? {
            from_list(m, fromlist, name, false)?;
        }
        return Ok(m);
    }
    let mut state = Import {
        full,
        rest: Some(name.to_vec()),
    };
    let fallback = if level < 0 { Value::none() } else { package };
    let head = next(package, fallback, &mut state)?;
    let mut tail = head;
    while state.rest.is_some() {
        tail = next(tail, tail, &mut state)?;
    }
    if tail.is_none() {
        return Err(value_error("Empty module name"));
    }
    let wanted = !fromlist.is_none() && protocol::truth(fromlist)?;
    if !wanted {
        return Ok(head);
    }
    from_list(tail, fromlist, &state.full, false)?;
    Ok(tail)
}

fn text(v: Option<Value>) -> Option<Vec<u8>> {
    v.and_then(|v| v.cast::<Str>())
        .map(|s| s.as_ref().bytes().to_vec())
}

/// The package that names are relative to, and its name; `None` when there is none. Notes in the
/// namespace what it found.
fn parent(globals: Value, level: i64) -> PyResult<(Value, Vec<u8>)> {
    let nothing = (Value::none(), Vec::new());
    let Some(g) = globals.cast::<Dict>().filter(|_| level != 0) else {
        return Ok(nothing);
    };
    let not_in_package = || value_error("Attempted relative import in non-package");
    let mut package = match g.get_str(names::package()).filter(|p| !p.is_none()) {
        Some(p) => {
            let Some(p) = text(Some(p)) else {
                return Err(value_error("__package__ set to non-string"));
            };
            if p.is_empty() {
                return if level > 0 {
                    Err(not_in_package())
                } else {
                    Ok(nothing)
                };
            }
            p
        }
        None => {
            let Some(name) = text(g.get_str(names::name())) else {
                return Ok(nothing);
            };
            if g.get_str(names::path()).is_some() {
                g.set_str(names::package(), strings::intern(&name).into());
                name
            } else {
                match name.iter().rposition(|b| *b == b'.') {
                    Some(i) => {
                        g.set_str(names::package(), strings::intern(&name[..i]).into());
                        name[..i].to_vec()
                    }
                    None if level > 0 => return Err(not_in_package()),
                    None => {
                        g.set_str(names::package(), Value::none());
                        return Ok(nothing);
                    }
                }
            }
        }
    };
    if package.len() > LONGEST {
        return Err(value_error("Package name too long"));
    }
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
    if let Some(m) = loaded()?.get_str(strings::intern(&package)) {
        return Ok((m, package));
    }
    let shown = runtime::text::shown::shown(&package).into_owned();
    if level < 1 {
        modules::imp::warn(
            runtime::types::RUNTIME_WARNING.get(),
            &format!("Parent module '{shown}' not found while handling absolute import"),
        )?;
        return Ok(nothing);
    }
    Err(system_error(format!(
        "Parent module '{shown}' not loaded, cannot perform relative import"
    )))
}

/// Imports the next part of the name, below `module`, or else below `fallback`.
fn next(module: Value, fallback: Value, state: &mut Import) -> PyResult {
    let name = state.rest.take().unwrap_or_default();
    if name.is_empty() {
        // `from . import x`
        return Ok(module);
    }
    let part = match name.iter().position(|b| *b == b'.') {
        Some(i) => {
            state.rest = Some(name[i + 1..].to_vec());
            &name[..i]
        }
        None => &name[..],
    };
    if part.is_empty() {
        return Err(value_error("Empty module name"));
    }
    if state.full.len() + part.len() + 1 >= LONGEST {
        return Err(value_error("Module name too long"));
    }
    if !state.full.is_empty() {
        state.full.push(b'.');
    }
    state.full.extend_from_slice(part);
    let mut found = submodule(module, part, &state.full)?;
    if found.is_none() && fallback != module {
        found = submodule(fallback, part, part)?;
        if found.is_some() {
            // Next time it is known at once that the package has none of that name.
            loaded()?.set_str(strings::intern(&state.full), Value::none());
            state.full = part.to_vec();
        }
    }
    found.ok_or_else(|| no_module(&name))
}

#[cold]
pub(crate) fn no_module(name: &[u8]) -> Raised {
    let name = &name[..name.len().min(200)];
    runtime::error::import_error([b"No module named ", name].concat())
}

/// The module `full`, whose last part is `part`, loaded if need be; `None` when it is not found.
fn submodule(parent: Value, part: &[u8], full: &[u8]) -> PyResult<Option<Value>> {
    let key = strings::intern(full);
    if let Some(m) = loaded()?.get_str(key) {
        return Ok(Some(m).filter(|m| !m.is_none()));
    }
    let path = if parent.is_none() {
        None
    } else {
        match attr::find(parent, names::path())? {
            Some(p) => Some(p),
            None => return Ok(None),
        }
    };
    let Some(found) = find::find(full, part, path)? else {
        return Ok(None);
    };
    let result = load::load(full, found);
    if !parent.is_none()
        && let Some(m) = result
            .ok()
            .or_else(|| loaded().ok().and_then(|l| l.get_str(key)))
    {
        let part = strings::intern(part);
        match parent.cast::<Module>() {
            Some(p) => module::dict(p).set_str(part, m),
            None => attr::set(parent, part, Some(m))?,
        }
    }
    result.map(|m| Some(m).filter(|m| !m.is_none()))
}

/// Imports the submodules that a from-list names and the package does not have yet.
fn from_list(package: Value, fromlist: Value, full: &[u8], nested: bool) -> PyResult<()> {
    if !has(package, names::path()) {
        return Ok(());
    }
    let mut i = 0;
    loop {
        let item = match protocol::get_item(fromlist, Value::int(i)) {
            Ok(v) => v,
            Err(e) => {
                if runtime::exception::pending_matches(runtime::types::INDEX_ERROR.get()) {
                    runtime::thread::current().take_pending();
                    return Ok(());
                }
                return Err(e);
            }
        };
        i += 1;
        let Some(name) = item.cast::<Str>() else {
            return Err(runtime::raise_fmt!(
                runtime::error::type_error,
                "Item in ``from list'' must be str, not {}",
                attr::type_name(item)
            ));
        };
        if name.as_ref().bytes().first() == Some(&b'*') {
            if !nested && has(package, names::all()) {
                let all = attr::get(package, names::all())?;
                from_list(package, all, full, true)?;
            }
            continue;
        }
        let name = strings::intern_value(name);
        if !has(package, name) {
            let part = name.as_ref().bytes().to_vec();
            let whole = [full, b".", &part].concat();
            submodule(package, &part, &whole)?;
        }
    }
}

/// Has it the attribute? What goes wrong in finding out means no.
fn has(object: Value, name: Ref<Str>) -> bool {
    match attr::find(object, name) {
        Ok(v) => v.is_some(),
        Err(_) => {
            runtime::thread::current().take_pending();
            false
        }
    }
}
