//! The module `sys` (rows: spec/modules/sys.toml).

use std::cell::Cell;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::builtins::{dict, file, frame, list, module, str as bytes, struct_sequence, tuple};
use crate::error::{PyResult, raise_value, value_error};
use crate::layouts::{Dict, Module, Tuple};
use crate::number::{Num, fault::Fault};
use crate::object::Ref;
use crate::thread::{self, ExcInfo};
use crate::value::Value;

/// How uncaught exceptions are printed: installed by the layer that knows source files.
pub type Printer = fn(ExcInfo);

struct Hook(Cell<Option<Printer>>);
// SAFETY: written once at start-up.
unsafe impl Sync for Hook {}
static PRINTER: Hook = Hook(Cell::new(None));

/// Installs what `sys.excepthook` does.
pub fn install_printer(p: Printer) {
    PRINTER.0.set(Some(p));
}

fn text(s: &str) -> Value {
    bytes::new(s.as_bytes()).into()
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d: Ref<Dict> = module::dict(m);
    let set = |n: &str, v: Value| d.set_str(bytes::intern(n.as_bytes()), v);
    let stdin = file::standard(0, "<stdin>", "r");
    let stdout = file::standard(1, "<stdout>", "w");
    let stderr = file::standard(2, "<stderr>", "w");
    for (n, f) in [("stdin", stdin), ("stdout", stdout), ("stderr", stderr)] {
        set(n, f.into());
        set(&format!("__{n}__"), f.into());
    }
    if let Some(loaded) = super::loaded() {
        set("modules", loaded.into());
    }
    set("path", list::new().into());
    set("meta_path", list::new().into());
    set("path_hooks", list::new().into());
    set("path_importer_cache", dict::new().into());
    set("warnoptions", list::new().into());
    set("argv", list::from_slice(&[text("")]).into());
    set("maxint", Value::int(i64::MAX));
    set("maxsize", Value::int(i64::MAX));
    set("maxunicode", Value::int(0x10_FFFF));
    set("byteorder", text("little"));
    set("platform", text("linux2"));
    set("executable", text(""));
    set("prefix", text("/usr"));
    set("exec_prefix", text("/usr"));
    set(
        "copyright",
        text("Copyright (c) the Pyston in Rust developers."),
    );
    set("api_version", Value::int(1013));
    set("hexversion", Value::int(0x0207_12f0));
    set("dont_write_bytecode", Value::bool(true));
    set("py3kwarning", Value::bool(false));
    set("float_repr_style", text("short"));
    set(
        "version",
        text("2.7.18 (pyston, Jan  1 2026, 00:00:00) \n[Rust]"),
    );
    set(
        "subversion",
        tuple::from_slice(&[text("Pyston"), text(""), text("")]).into(),
    );
    let version = [
        Value::int(2),
        Value::int(7),
        Value::int(18),
        text("final"),
        Value::int(0),
    ];
    set(
        "_git",
        tuple::from_slice(&[text("Pyston"), text(""), text("")]).into(),
    );
    set(
        "version_info",
        struct_sequence::make(crate::types::SYS_VERSION_INFO.get(), &version)?,
    );
    set("float_info", float_info()?);
    let bits = [Value::int(30), Value::int(4)];
    set(
        "long_info",
        struct_sequence::make(crate::types::SYS_LONG_INFO.get(), &bits)?,
    );
    let names_list = list::new();
    for def in &super::MODULES {
        names_list.push(text(def.name));
    }
    set(
        "builtin_module_names",
        tuple::from_slice(list::sorted_strings(names_list).as_ref().items()).into(),
    );
    for n in ["displayhook", "excepthook"] {
        if let Some(f) = d.get_str(bytes::intern(n.as_bytes())) {
            set(&format!("__{n}__"), f);
        }
    }
    Ok(())
}

/// `sys.float_info`
fn float_info() -> PyResult {
    let items = [
        Value::float(f64::MAX),
        Value::int(i64::from(f64::MAX_EXP)),
        Value::int(i64::from(f64::MAX_10_EXP)),
        Value::float(f64::MIN_POSITIVE),
        Value::int(i64::from(f64::MIN_EXP)),
        Value::int(i64::from(f64::MIN_10_EXP)),
        Value::int(i64::from(f64::DIGITS)),
        Value::int(i64::from(f64::MANTISSA_DIGITS)),
        Value::float(f64::EPSILON),
        Value::int(i64::from(f64::RADIX)),
        // To nearest.
        Value::int(1),
    ];
    struct_sequence::make(crate::types::SYS_FLOAT_INFO.get(), &items)
}

/// Sets `sys.flags` and what follows from them; called once the command line is known.
///
/// # Errors
/// None so far; making a struct sequence may raise.
pub fn set_flags(d: Ref<Dict>, flags: &[i64; 16]) -> PyResult<()> {
    let items = flags.map(Value::int);
    let made = struct_sequence::make(crate::types::SYS_FLAGS.get(), &items)?;
    d.set_str(bytes::intern(b"flags"), made);
    d.set_str(
        bytes::intern(b"dont_write_bytecode"),
        Value::bool(flags[7] != 0),
    );
    d.set_str(bytes::intern(b"py3kwarning"), Value::bool(flags[1] != 0));
    super::warnings::set_python3(flags[1] != 0);
    Ok(())
}

pub fn exit(status: Option<Value>) -> PyResult<()> {
    Err(raise_value(crate::types::SYSTEM_EXIT.get().into(), status))
}

pub fn exc_info() -> PyResult {
    let e = thread::current().handled.get();
    let none = Value::none();
    let parts = [
        e.ty.unwrap_or(none),
        e.value.unwrap_or(none),
        e.traceback.unwrap_or(none),
    ];
    Ok(tuple::from_slice(&parts).into())
}

pub fn exc_clear() -> PyResult<()> {
    super::warnings::of_python3("sys.exc_clear() not supported in 3.x; use except clauses")?;
    thread::current().handled.set(ExcInfo::NONE);
    crate::exception::publish_handled();
    Ok(())
}

pub fn getrecursionlimit() -> PyResult {
    Ok(Value::int(i64::from(
        thread::current().recursion_limit.get(),
    )))
}

pub fn setrecursionlimit(limit: i32) -> PyResult<()> {
    if limit <= 0 {
        return Err(value_error("recursion limit must be positive"));
    }
    thread::set_recursion_limit(limit as u32);
    Ok(())
}

pub fn getrefcount(_v: Value) -> PyResult {
    Ok(Value::int(2))
}

fn size_from(v: Value) -> PyResult<i64> {
    match Num::of(v) {
        Some(Num::Long(n)) => n.to_i64().ok_or_else(|| Fault::LONG_TO_INT.raise()),
        _ => crate::number::int_from_number(v),
    }
}

pub fn getsizeof(v: Value, default: Option<Value>) -> PyResult {
    if crate::builtins::classobj::is_instance(v) {
        // What its class says is not asked.
        let size = crate::sizes::of_object(v) + crate::sizes::tracking(v);
        return Ok(Value::int(size));
    }
    let size = bytes::intern(b"__sizeof__");
    let instead = |e| match default {
        Some(d) if crate::exception::pending_matches(crate::types::TYPE_ERROR.get()) => {
            thread::current().take_pending();
            Ok(d)
        }
        _ => Err(e),
    };
    match crate::attr::call_special(v, size, &[]) {
        Ok(Some(n)) => match size_from(n) {
            Ok(n) if n < 0 => Err(value_error("__sizeof__() should return >= 0")),
            Ok(n) => {
                let more = crate::sizes::tracking(v);
                Ok(match n.checked_add(more) {
                    Some(n) => Value::int(n),
                    None => crate::builtins::long::from_i128(i128::from(n) + i128::from(more)),
                })
            }
            Err(e) => instead(e),
        },
        Ok(None) => match default {
            Some(d) => Ok(d),
            None => crate::builtins::object::size_of(v),
        },
        Err(e) => instead(e),
    }
}

pub fn getdefaultencoding() -> PyResult {
    Ok(bytes::new(&crate::codec::default::name()).into())
}
/// `sys.setdefaultencoding(encoding)`
pub fn setdefaultencoding(encoding: Ref<crate::layouts::Str>) -> PyResult<()> {
    crate::codec::default::choose(encoding.as_ref().bytes())
}

struct LoadFlags(Cell<i64>);
// SAFETY: touched only by the thread that holds the global lock.
unsafe impl Sync for LoadFlags {}
/// How extension modules would be loaded: RTLD_NOW.
static LOAD_FLAGS: LoadFlags = LoadFlags(Cell::new(2));

/// `sys.getdlopenflags()`
pub fn getdlopenflags() -> PyResult {
    Ok(Value::int(LOAD_FLAGS.0.get()))
}

/// `sys.setdlopenflags(n)`
pub fn setdlopenflags(n: i32) -> PyResult<()> {
    LOAD_FLAGS.0.set(i64::from(n));
    Ok(())
}

/// `sys._clear_type_cache()`
pub fn clear_type_cache() -> PyResult<()> {
    Ok(())
}

/// `sys.callstats()`
pub fn callstats() -> PyResult {
    Ok(Value::none())
}

pub fn getfilesystemencoding() -> PyResult {
    Ok(crate::codec::locale::encoding().map_or(Value::none(), |e| bytes::new(e).into()))
}
static CHECK_INTERVAL: AtomicI64 = AtomicI64::new(100);

pub fn getcheckinterval() -> PyResult {
    Ok(Value::int(CHECK_INTERVAL.load(Ordering::Relaxed)))
}
pub fn setcheckinterval(n: i32) -> PyResult<()> {
    CHECK_INTERVAL.store(i64::from(n), Ordering::Relaxed);
    crate::gil::set_interval(i64::from(n));
    Ok(())
}

/// `sys._getframe`
pub fn get_frame(depth: i32) -> PyResult {
    let mut at = frame::current();
    for _ in 0..depth.max(0) {
        let Some(f) = at else { break };
        // SAFETY: the chain holds live frames.
        at = unsafe { f.prev.get().as_ref() };
    }
    match at {
        Some(f) => Ok(frame::object_of(f).into()),
        None => Err(value_error("call stack is not deep enough")),
    }
}

pub fn current_frames() -> PyResult {
    let d = dict::new();
    let mut threads = Vec::new();
    thread::for_each(|t| threads.push(t));
    for t in threads {
        // SAFETY: the chain holds live frames; this thread has the global lock.
        if let Some(f) = unsafe { t.frame.get().as_ref() } {
            let ident = Value::int(t.ident.get() as i64);
            d.set(ident, frame::object_of(f).into())?;
        }
    }
    Ok(d.into())
}

pub fn displayhook(v: Value) -> PyResult<()> {
    if v.is_none() {
        return Ok(());
    }
    let b = super::builtins_dict();
    let under = bytes::intern(b"_");
    b.set_str(under, Value::none());
    if let Some(f) = crate::output::target(None)? {
        // A line that was begun by `print x,` ends first, whatever the repr says.
        crate::output::end_line();
        let printed = f
            .cast::<crate::layouts::FileObject>()
            .map(|file| crate::builtins::repr_guard::print(v, file));
        let s = crate::protocol::repr(v)?;
        drop(printed);
        crate::output::show(f, s.as_ref().bytes())?;
    }
    b.set_str(under, v);
    Ok(())
}

pub fn excepthook(ty: Value, value: Value, tb: Value) -> PyResult<()> {
    print_exception(ExcInfo {
        ty: Some(ty),
        value: Some(value),
        traceback: Some(tb).filter(|t| !t.is_none()),
    });
    Ok(())
}

/// Prints an uncaught exception as the interpreter does.
pub fn print_exception(e: ExcInfo) {
    if let Some(p) = PRINTER.0.get() {
        p(e);
    }
}

pub fn call_tracing(f: Value, args: Ref<Tuple>) -> PyResult {
    crate::tracing::call_tracing(f, args.as_ref().items())
}

pub fn settrace(f: Value) -> PyResult<()> {
    thread::current().tracing.set_trace(Some(f));
    Ok(())
}
pub fn gettrace() -> PyResult {
    let f = thread::current().tracing.trace.get();
    Ok(f.unwrap_or(Value::none()))
}
pub fn setprofile(f: Value) -> PyResult<()> {
    thread::current().tracing.set_profile(Some(f));
    Ok(())
}
pub fn getprofile() -> PyResult {
    let f = thread::current().tracing.profile.get();
    Ok(f.unwrap_or(Value::none()))
}
