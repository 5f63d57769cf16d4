//! `compile()`, and running code in namespaces.

use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use runtime::builtins::{function, str as strings, tuple};
use runtime::error::{PyResult, Raised, raise_value, type_error, value_error};
use runtime::layouts::{Code, Dict, Exception, Str, Unicode};
use runtime::object::Ref;
use runtime::text::shown::shown;
use runtime::thread;
use runtime::typeobj::Type;
use runtime::upcalls::Upcalls;
use runtime::value::Value;
use syntax::{ErrorKind, Flags, Mode, SyntaxError};

use crate::body;
use crate::import::load;
use crate::normal::lower;
use crate::parse_cache;
use crate::program_text;
use crate::repeated;
use crate::store;

/// What the interpreter does for the runtime.
pub static UPCALLS: Upcalls = Upcalls {
    compile,
    run,
    run_traced: crate::machine::enter_traced,
    run_near_limit: crate::machine::enter_near_limit,
    jump: crate::jump::jump,
    import: crate::import::import,
    reload: load::reload,
    find_module: load::imp::find_module,
    load_source: load::imp::load_source,
    load_package: load::imp::load_package,
    native: load::native,
    frozen: load::frozen,
    execute_module: load::imp::execute_code,
    code_to_bytes,
    code_from_bytes,
    importer: load::imp::importer,
    symbol_table: crate::scopes::symbol_table,
    concrete_tree: crate::concrete::of_text,
    concrete_from_sequence: crate::concrete::of_sequence,
    report: crate::report::uncaught_or_exit,
    forget_dead: crate::dead::forget,
    frames_hold: crate::dead::held,
};

/// Does `/` of ints divide truly everywhere (`-Qnew`)?
static DIVIDES_TRULY: AtomicBool = AtomicBool::new(false);

/// Sets what `/` compiles to, before anything is compiled.
pub fn set_divides_truly(on: bool) {
    DIVIDES_TRULY.store(on, Ordering::Relaxed);
}

/// What was set by [`set_divides_truly`].
pub fn divides_truly() -> bool {
    DIVIDES_TRULY.load(Ordering::Relaxed)
}

/// How much of the source is left out: see [`lower::Options`].
static OPTIMIZATION: AtomicU8 = AtomicU8::new(0);
/// What is done about inconsistent tabs: nothing, a message (1), an error (2).
static TABS: AtomicU8 = AtomicU8::new(0);

/// Sets what the options `-OO` and `-t` say, before anything is compiled.
pub fn set_optimization(optimize: u32, tabs: u32) {
    OPTIMIZATION.store(optimize.min(2) as u8, Ordering::Relaxed);
    TABS.store(tabs.min(2) as u8, Ordering::Relaxed);
}

/// What code is compiled with.
pub(crate) fn options() -> lower::Options {
    lower::Options {
        optimize: OPTIMIZATION.load(Ordering::Relaxed),
    }
}

/// What the option `-t` adds to the flags.
fn with_tabs(flags: Flags) -> Flags {
    match TABS.load(Ordering::Relaxed) {
        0 => flags,
        1 => flags | Flags::TABS_WARN,
        _ => flags | Flags::TABS_ERROR,
    }
}

/// Are tabs looked at? Then a module is parsed even if its code is known.
pub(crate) fn looks_at_tabs() -> bool {
    TABS.load(Ordering::Relaxed) > 0
}

/// Says that tabs are inconsistent, if they are.
fn tell_of_tabs(done: &lower::Lowered, filename: &str) {
    if done.inconsistent_tabs {
        let text = format!("{filename}: inconsistent use of tabs and spaces in indentation\n");
        crate::report::say(&runtime::text::shown::bytes(&text));
    }
}

/// Future features among `co_flags` and compile flags.
const FUTURES: u32 = 0x2000 | 0x4000 | 0x8000 | 0x1_0000 | 0x2_0000 | 0x10 | 0x1000;

/// The name of a text that comes from no file: its errors have None. No file is called that.
pub(crate) const NO_FILE: &str = "\0";

const _: () = assert!(Flags::SOURCE_IS_FILE.0 == runtime::upcalls::SOURCE_IS_FILE);

/// What kind of text a name stands for.
///
/// # Errors
/// ValueError for other names.
pub(crate) fn mode_named(mode: &str) -> PyResult<Mode> {
    match mode {
        "eval" => Ok(Mode::Eval),
        "single" => Ok(Mode::Single),
        "exec" => Ok(Mode::Exec),
        _ => Err(value_error(
            "compile() arg 3 must be 'exec', 'eval' or 'single'",
        )),
    }
}

fn compile(source: Value, filename: &[u8], mode: &str, flags: u32, inherit: bool) -> PyResult {
    use runtime::upcalls::{LEADING_BLANKS, RUN_AT_ONCE};
    let (blanks, at_once) = (flags & LEADING_BLANKS != 0, flags & RUN_AT_ONCE != 0);
    let mut flags = flags & !(LEADING_BLANKS | RUN_AT_ONCE);
    if inherit && let Some(f) = runtime::builtins::frame::current() {
        flags |= f.code.get().flags.get() & (FUTURES & !0x10);
    }
    let mode = mode_named(mode)?;
    if runtime::modules::ast::is_node(source) {
        if flags & Flags::ONLY_AST.0 != 0 {
            return Ok(source);
        }
        return compile_tree(source, &shown(filename), mode, Flags(flags));
    }
    let (text, utf8) = if let Some(s) = source.cast::<Str>() {
        (s, false)
    } else if let Some(u) = source.cast::<Unicode>() {
        (runtime::codec::utf8::encode(u)?, true)
    } else if let Some(w) = runtime::window::get(source, runtime::window::Want::Read)? {
        (strings::try_new(w.bytes())?, false)
    } else {
        return Err(type_error("expected a readable buffer object"));
    };
    // In files a zero ends its line.
    let is_file = flags & runtime::upcalls::SOURCE_IS_FILE != 0;
    if !is_file && text.as_ref().bytes().contains(&0) {
        return Err(type_error("compile() expected string without null bytes"));
    }
    let mut f = Flags(flags);
    if utf8 {
        f = Flags(flags | Flags::SOURCE_IS_UTF8.0);
    }
    let mut bytes = text.as_ref().bytes();
    if blanks {
        while let [b' ' | b'\t', rest @ ..] = bytes {
            bytes = rest;
        }
    }
    if at_once {
        return repeated::code(bytes, filename, mode, f).map(Into::into);
    }
    let name = shown(filename).into_owned();
    if f.has(Flags::ONLY_AST) {
        let arena = syntax::Arena::new();
        return match syntax::parse(&arena, bytes, &name, mode, f) {
            Ok(parsed) => crate::tree::write(&parsed),
            Err(e) => Err(raise_syntax(&e)),
        };
    }
    compile_bytes(bytes, &name, mode, f).map(Into::into)
}

/// Nodes of the module `_ast` to a code object.
fn compile_tree(node: Value, filename: &str, mode: Mode, flags: Flags) -> PyResult {
    let arena = syntax::Arena::new();
    let mut parsed = crate::tree::read(&arena, node, mode, flags)?;
    let done = syntax::symtable::build(&mut parsed, filename)
        .and_then(|symbols| lower::lower(&parsed, &symbols, filename, options()));
    match done {
        Ok(done) => {
            warn(&done.warnings, filename)?;
            Ok(body::new(&done.code).into())
        }
        Err(e) => Err(raise_syntax(&e)),
    }
}

/// Source bytes to a code object.
///
/// # Errors
/// SyntaxError and its kind.
pub fn compile_bytes(
    source: &[u8],
    filename: &str,
    mode: Mode,
    flags: Flags,
) -> PyResult<Ref<Code>> {
    compile_noted(source, filename, mode, flags).map(|(code, _)| code)
}

/// The same, and whether the text gives the same code without a warning each time.
pub(crate) fn compile_noted(
    source: &[u8],
    filename: &str,
    mode: Mode,
    flags: Flags,
) -> PyResult<(Ref<Code>, bool)> {
    match lower::compile(source, filename, mode, with_tabs(flags), options()) {
        Ok(done) => {
            tell_of_tabs(&done, filename);
            warn(&done.warnings, filename)?;
            let same = done.warnings.is_empty() && !done.registered_encoding;
            Ok((body::new(&done.code), same))
        }
        Err(e) => Err(raise_syntax(&e)),
    }
}

/// The line of the error that keeps a text from being compiled; `None` when there is none.
pub fn syntax_error_line(source: &[u8], mode: Mode, flags: Flags) -> Option<Option<u32>> {
    lower::compile(source, "", mode, flags, options())
        .err()
        .map(|e| e.lineno)
}

/// Gives the compiler's warnings. Some, made an error by the filters, are syntax errors.
pub(crate) fn warn(warnings: &[syntax::Warning], filename: &str) -> PyResult<()> {
    for w in warnings {
        let category = match w.category {
            syntax::Category::Syntax => &runtime::types::SYNTAX_WARNING,
            _ if !runtime::modules::warnings::is_python3() => continue,
            syntax::Category::SyntaxOfPython3 => &runtime::types::SYNTAX_WARNING,
            syntax::Category::DeprecationOfPython3 => &runtime::types::DEPRECATION_WARNING,
        };
        let given =
            runtime::modules::warnings::warn_of_source(&w.msg, category.get(), filename, w.lineno);
        if given.is_err()
            && w.is_syntax_error
            && runtime::exception::pending_matches(runtime::types::SYNTAX_WARNING.get())
        {
            thread::current().take_pending();
            return Err(raise_syntax(&SyntaxError::new(
                ErrorKind::Syntax,
                w.msg.clone(),
                filename,
                Some(w.lineno),
            )));
        }
        given?;
    }
    Ok(())
}

/// A module's source text to a code object, by way of the cache on disk; of the file that it was read from, if
/// that is known.
///
/// # Errors
/// SyntaxError and its kind.
pub fn compile_module(
    source: &[u8],
    filename: &str,
    file: Option<&std::fs::Metadata>,
) -> PyResult<Ref<Code>> {
    let entry = parse_cache::entry(source);
    let name_it = |e: &parse_cache::Entry| {
        if let Some(file) = file {
            e.also_for(file);
        }
    };
    if let Some(e) = &entry
        && let Some(code) = e.read(filename)
    {
        name_it(e);
        return Ok(body::new(&code));
    }
    let flags = with_tabs(Flags::SOURCE_IS_FILE);
    match lower::compile(source, filename, Mode::Exec, flags, options()) {
        Ok(done) => {
            tell_of_tabs(&done, filename);
            warn(&done.warnings, filename)?;
            // As bytes, what is never called takes a fifth of the room.
            let stored = store::encode(&done.code);
            if let Some(e) = entry.filter(|_| !done.registered_encoding) {
                e.write(&stored);
                name_it(&e);
            }
            let code = store::decode(stored, &done.code.filename);
            Ok(body::new(&code.unwrap_or(done.code)))
        }
        Err(e) => Err(raise_syntax(&e)),
    }
}

fn code_to_bytes(code: Ref<Code>) -> Vec<u8> {
    store::encode(body::of(code).normal())
}

fn code_from_bytes(bytes: &[u8], filename: &[u8]) -> Option<Ref<Code>> {
    let name = std::sync::Arc::from(shown(filename));
    store::decode_all(bytes, &name).map(|c| body::new(&c))
}

/// The error of a source file that can be opened and not be read.
pub(crate) fn unreadable(filename: &str) -> Raised {
    let mut e = SyntaxError::new(
        ErrorKind::Syntax,
        "I/O error while reading".to_owned(),
        filename,
        Some(1),
    );
    e.offset = Some(0);
    e.text = Some(Vec::new());
    raise_syntax(&e)
}

/// A SyntaxError as CPython builds it: message, and file, line, offset, text. What was warned of before comes
/// first, and may be what is raised.
pub(crate) fn raise_syntax(e: &SyntaxError) -> Raised {
    if let Err(raised) = warn(&e.warnings, &e.filename) {
        return raised;
    }
    let class = match e.kind {
        ErrorKind::Syntax => &runtime::types::SYNTAX_ERROR,
        ErrorKind::Indentation => &runtime::types::INDENTATION_ERROR,
        ErrorKind::Tab => &runtime::types::TAB_ERROR,
        ErrorKind::Memory => {
            // The parser says so beside the exception. Whether anybody hears it is no matter.
            let _ = writeln!(std::io::stderr(), "s_push: parser stack overflow");
            return raise_value(runtime::types::MEMORY_ERROR.get().into(), None);
        }
        ErrorKind::Overflow => {
            return runtime::error::overflow_error(&e.msg);
        }
        ErrorKind::Value => return value_error(&e.msg),
        ErrorKind::System => return runtime::error::system_error(&e.msg),
    };
    let message: Value = strings::from_text(&e.msg).into();
    if !e.in_args {
        return raise_with_place(class.get(), message, e);
    }
    let none = Value::none();
    if e.lineno.is_none() && e.offset.is_none() {
        return raise_value(class.get().into(), Some(message));
    }
    let file: Value = match e.filename.as_str() {
        NO_FILE => none,
        name => strings::from_text(name).into(),
    };
    let line = e.lineno.map_or(none, |l| Value::int(i64::from(l)));
    let offset = e.offset.map_or(none, |o| Value::int(i64::from(o)));
    let text = match &e.text {
        Some(t) => strings::new(t).into(),
        // No column: the file could not be read as text.
        None if e.offset == Some(0) => none,
        None => line_of_file(&e.filename, e.lineno).map_or(none, |t| strings::new(&t).into()),
    };
    if !e.in_args {
        // Symbol tables make the exception first, and say where later.
        return match runtime::call::call_values(class.get().into(), &[message]) {
            Ok(v) => {
                if let Some(x) = v.cast::<Exception>() {
                    x.extra1.set(Some(file));
                    x.extra2.set(Some(line));
                    x.extra3.set(Some(offset));
                    x.extra4.set(Some(text));
                }
                raise_value(class.get().into(), Some(v))
            }
            Err(e) => e,
        };
    }
    let info = tuple::from_slice(&[file, line, offset, text]);
    let args = tuple::from_slice(&[message, info.into()]);
    raise_value(class.get().into(), Some(args.into()))
}

/// The same for errors that have their place as attributes only.
fn raise_with_place(class: Ref<Type>, message: Value, e: &SyntaxError) -> Raised {
    let build = || {
        let error = runtime::call::call_values(class.into(), &[message])?;
        let text = line_of_file(&e.filename, e.lineno);
        for (name, v) in [
            ("filename", Some(strings::from_text(&e.filename).into())),
            ("lineno", e.lineno.map(|l| Value::int(i64::from(l)))),
            ("text", text.map(|t| strings::new(&t).into())),
        ] {
            let v = v.unwrap_or(Value::none());
            runtime::attr::set(error, strings::intern(name.as_bytes()), Some(v))?;
        }
        Ok(error)
    };
    match build() {
        Ok(error) => raise_value(class.into(), Some(error)),
        Err(raised) => raised,
    }
}

fn line_of_file(file: &str, line: Option<u32>) -> Option<Vec<u8>> {
    program_text::for_syntax_error(file, line?)
}

/// Runs code with these globals and locals.
///
/// # Errors
/// What the code raises.
pub fn run(code: Ref<Code>, globals: Ref<Dict>, locals: Value) -> PyResult {
    let t = thread::current();
    let frame = t.push_frame(code, globals, function::builtins_of(globals), None)?;
    frame.locals.set(Some(if locals.is_none() {
        globals.into()
    } else {
        locals
    }));
    let r = match runtime::call::bind_nothing(code, globals, frame) {
        Ok(()) => runtime::call::run_frame(t, frame, code, 0).ok_or(Raised),
        Err(e) => Err(e),
    };
    t.pop_frame(frame);
    r
}
