//! Native modules, expanded from spec/modules/.

use std::cell::Cell;

use crate::builtins::receiver::Lasting;
use crate::error::PyResult;
use crate::layouts::{BuiltinFunction, Dict, Module};
use crate::object::Ref;
use crate::typedef::Constant;
use crate::value::Value;

pub mod array;
pub mod audioop;
pub mod binascii;
pub mod bisect;
pub mod builtin;
pub mod bz2;
pub mod cmath;
pub mod codecs;
pub mod collections;
pub mod cpickle;
pub mod crypt;
pub mod csv;
pub mod curses;
pub mod datetime;
pub mod east_asian;
pub mod elementtree;
pub mod errno;
pub mod exceptions;
pub mod fcntl;
pub mod foreign;
pub mod functools;
pub mod future_builtins;
pub mod gc;
pub mod grp;
pub mod hashes;
pub mod hashlib;
pub mod heapq;
pub mod hotshot;
pub mod imp;
pub mod io;
pub mod itertools;
pub mod json;
pub mod locale;
pub mod lsprof;
pub mod marshal;
pub mod math;
pub mod mmap;
pub mod multiprocessing;
pub mod native_error;
pub mod operator;
pub mod parser;
pub mod posix;
pub mod pwd;
pub mod pyexpat;
pub mod random;
pub mod readline;
pub mod resource;
pub mod select;
pub mod signal;
pub mod socket;
pub mod spwd;
pub mod sqlite;
pub mod sre;
pub mod ssl;
pub mod stringio;
pub mod strop;
pub mod structs;
pub mod symtable;
pub mod sys;
pub mod syslog;
pub mod termios;
pub mod thread;
pub mod time;
pub mod unicodedata;
pub mod weakref;
pub mod zipimport;
pub mod zlib;

codegen_macros::expand_modules!();

pub mod ast;
pub mod warnings;

struct Builtins(Cell<Option<Ref<Module>>>);
// SAFETY: written once at start-up, read under the GIL.
unsafe impl Sync for Builtins {}
static BUILTINS: Builtins = Builtins(Cell::new(None));

/// Makes the native module `name`, if there is one.
pub fn create(name: &[u8]) -> PyResult<Option<Ref<Module>>> {
    let Some(i) = MODULES.iter().position(|m| m.name.as_bytes() == name) else {
        return Ok(None);
    };
    let def = &MODULES[i];
    let m = crate::builtins::module::create(name, def.doc);
    let d = crate::builtins::module::dict(m);
    let module_name: Value = crate::builtins::str::intern(name).into();
    for f in def.functions {
        d.set_str(
            crate::builtins::str::intern(f.name.as_bytes()),
            BuiltinFunction::of_module(f, module_name).into(),
        );
    }
    for (n, constant) in def.constants {
        let v = match constant {
            Constant::Number(n) => Value::int(*n),
            Constant::Text(s) => crate::builtins::str::intern_static(s).into(),
        };
        d.set_str(crate::builtins::str::intern(n.as_bytes()), v);
    }
    for (n, ty) in MODULE_TYPES[i] {
        d.set_str(crate::builtins::str::intern(n.as_bytes()), ty.get().into());
    }
    if let Some(init) = def.init {
        init(m.into())?;
    }
    keep_original(name, d);
    Ok(Some(m))
}

/// `reload` brings back what a native module had at first.
fn keep_original(name: &[u8], d: Ref<Dict>) -> Ref<Dict> {
    let copy = crate::builtins::dict::copy(d);
    originals().set_str(crate::builtins::str::intern(name), copy.into());
    copy
}

/// The module `sys` has all that it has at first, before `site` is imported. What `reload(sys)` leaves as the
/// program has made it is not part of that.
pub fn sys_is_made() {
    let Some(d) = sys_dict() else { return };
    let copy = keep_original(b"sys", d);
    for name in [
        &b"argv"[..],
        b"exc_traceback",
        b"exc_type",
        b"exc_value",
        b"meta_path",
        b"path",
        b"path_hooks",
        b"path_importer_cache",
    ] {
        copy.delete_str(crate::builtins::str::intern(name));
    }
}

/// Is there a native module of that name?
pub fn is_native(name: &[u8]) -> bool {
    MODULES.iter().any(|m| m.name.as_bytes() == name) || carried(name).is_some()
}

/// The text of a module that is written in Python and part of the program.
pub fn carried(name: &[u8]) -> Option<&'static str> {
    match name {
        b"_ctypes" => Some(concat!(
            include_str!("../../../lib/_ctypes/data.py"),
            include_str!("../../../lib/_ctypes/aggregates.py"),
            include_str!("../../../lib/_ctypes/functions.py"),
        )),
        b"_ctypes_test" => Some(include_str!("../../../lib/_ctypes_test/_ctypes_test.py")),
        b"_multibytecodec" => Some(include_str!("../../../lib/_multibytecodec/codecs.py")),
        b"_codecs_cn" => Some(include_str!("../../../lib/_multibytecodec/cn.py")),
        b"_codecs_hk" => Some(include_str!("../../../lib/_multibytecodec/hk.py")),
        b"_codecs_iso2022" => Some(include_str!("../../../lib/_multibytecodec/iso2022.py")),
        b"_codecs_jp" => Some(include_str!("../../../lib/_multibytecodec/jp.py")),
        b"_codecs_kr" => Some(include_str!("../../../lib/_multibytecodec/kr.py")),
        b"_testcapi" => Some(include_str!("../../../lib/_testcapi/_testcapi.py")),
        b"xxsubtype" => Some(include_str!("../../../lib/xxsubtype/xxsubtype.py")),
        b"_codecs_tw" => Some(include_str!("../../../lib/_multibytecodec/tw.py")),
        _ => None,
    }
}

/// The text of a frozen module, and whether it is a package. There are only those that CPython has as examples.
pub fn frozen(name: &[u8]) -> Option<(&'static str, bool)> {
    let package = match name {
        b"__hello__" | b"__phello__.spam" => false,
        b"__phello__" => true,
        _ => return None,
    };
    Some(("print 'Hello world...'\n", package))
}

fn originals() -> Ref<Dict> {
    static ORIGINALS: Lasting = Lasting::new();
    let d = ORIGINALS.get(|| crate::builtins::dict::new().into());
    // SAFETY: that is what was made.
    unsafe { d.cast_unchecked() }
}

/// Modules that are being reloaded, by name.
pub fn reloading() -> Ref<Dict> {
    static RELOADING: Lasting = Lasting::new();
    let d = RELOADING.get(|| crate::builtins::dict::new().into());
    // SAFETY: that is what was made.
    unsafe { d.cast_unchecked() }
}

/// `sys.modules`, also when the program has deleted or replaced that name.
pub fn loaded() -> Option<Ref<Dict>> {
    static LOADED: Lasting = Lasting::new();
    let d = LOADED.get(|| crate::builtins::dict::new().into());
    d.cast::<Dict>()
}

/// A native module that was made before, with what it had at first.
///
/// # Errors
/// None so far; making a module may raise.
pub fn restore(name: &[u8]) -> PyResult<Option<Ref<Module>>> {
    let key = crate::builtins::str::intern(name);
    let Some(old) = originals().get_str(key) else {
        return Ok(None);
    };
    let known = loaded()
        .and_then(|l| l.get_str(key))
        .and_then(|m| m.cast::<Module>());
    let m = known.unwrap_or_else(|| crate::builtins::module::create(name, None));
    crate::builtins::dict::update::update(crate::builtins::module::dict(m), old)?;
    Ok(Some(m))
}

/// The module `__builtin__`.
pub fn builtins() -> Option<Ref<Module>> {
    BUILTINS.0.get()
}

/// Installs `__builtin__`; called once at start-up.
pub fn install_builtins(m: Ref<Module>) {
    BUILTINS.0.set(Some(m));
}

/// The namespace of `__builtin__`.
pub fn builtins_dict() -> Ref<Dict> {
    match BUILTINS.0.get() {
        Some(m) => crate::builtins::module::dict(m),
        None => crate::builtins::dict::new(),
    }
}

/// The builtins of the code that runs: what `__builtins__` becomes where code is run in a namespace without.
pub fn inherited_builtins() -> Ref<Dict> {
    crate::builtins::frame::current().map_or_else(builtins_dict, |f| f.builtins.get())
}

/// Marks what this module keeps.
pub fn trace_roots(t: &mut crate::heap::Tracer) {
    for m in [BUILTINS.0.get(), SYS.0.get()].into_iter().flatten() {
        t.mark_object(m.addr() as *mut u8);
    }
    ast::trace_roots(t);
    warnings::trace_roots(t);
}

/// `__import__(name)` through the builtin, for runtime functions that need a library module.
///
/// # Errors
/// What the import raises.
pub fn import(name: &[u8]) -> PyResult {
    let Some(f) = builtins_dict().get_str(crate::names::import()) else {
        return Err(crate::error::import_error("__import__ not found"));
    };
    crate::call::call_values(f, &[crate::builtins::str::intern(name).into()])
}

/// The module in `sys.modules`, or what importing it gives.
///
/// # Errors
/// What the import raises.
pub fn loaded_or_imported(name: &'static [u8]) -> PyResult {
    let known = loaded().and_then(|l| l.get_str(crate::builtins::str::intern(name)));
    match known {
        Some(m) => Ok(m),
        None => import(name),
    }
}

struct Sys(Cell<Option<Ref<Module>>>);
// SAFETY: written once at start-up, read under the GIL.
unsafe impl Sync for Sys {}
static SYS: Sys = Sys(Cell::new(None));

/// Installs the module `sys`; called once at start-up.
pub fn install_sys(m: Ref<Module>) {
    SYS.0.set(Some(m));
}

/// The namespace of `sys`.
pub fn sys_dict() -> Option<Ref<Dict>> {
    SYS.0.get().map(crate::builtins::module::dict)
}

/// `warnings.warn(message, category)`, if there is such a module.
///
/// # Errors
/// What the warning is turned into.
pub fn warn(message: &str, category: &'static crate::typeobj::StaticType) -> PyResult<()> {
    let quiet = || crate::thread::current().take_pending();
    let none = Value::none();
    let name = crate::builtins::str::intern(b"warnings");
    let module = crate::upcalls::get().and_then(|up| (up.import)(name.into(), none, none, none, 0));
    let warn = crate::builtins::str::intern(b"warn");
    let Ok(function) = module.and_then(|m| crate::attr::get(m, warn)) else {
        quiet();
        return Ok(());
    };
    let message = crate::builtins::str::from_text(message);
    crate::call::call_values(function, &[message.into(), category.get().into()]).map(|_| ())
}
