//! Running a program from start-up to exit status.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use interp::{compile, report};
use runtime::builtins::{file, list, module, str as strings};
use runtime::error::PyResult;
use runtime::layouts::{List, Module};
use runtime::modules;
use runtime::names;
use runtime::object::Ref;
use runtime::value::Value;
use syntax::{Flags, Mode};

use crate::finish;
use crate::library::{self, Library};
use crate::options::{Options, Program, Tiers};
use crate::repl;

/// Runs the program; its exit status. Everything buffered is written, whatever the way out.
pub fn run(options: &Options) -> i32 {
    let stack = runtime::heap::stack_of_current_thread();
    runtime::heap::thread_start();
    runtime::start::start(stack.start);
    runtime::signals::start();
    interp::install();
    runtime::modules::readline::install(crate::editor::read);
    modules::sys::install_printer(report::display);
    // Eager modes compile for a quarter of a second before a script begins, always the same.
    let later = skipped().is_some();
    if !later {
        install_compiler(options);
    }
    if let Some(row) = std::env::var_os("PYSTON_AUDIT").filter(|row| !row.is_empty()) {
        return show_row(&row.to_string_lossy());
    }
    finish::prepare(options);
    let status = match start(options) {
        Ok(main) => {
            if later {
                install_compiler(options);
            }
            run_in(options, main)
        }
        Err(_) => report::uncaught(),
    };
    finish::finish(status)
}

/// What is not to be compiled: `site`, nothing before the script begins; `library`, nothing of the library.
fn skipped() -> Option<std::ffi::OsString> {
    std::env::var_os("PYSTON_JIT_SKIP").filter(|what| what == "site" || what == "library")
}

fn install_compiler(options: &Options) {
    use jit::tiers::{Policy, install};
    match options.tiers {
        Tiers::Interpreter => {}
        Tiers::Default => install(Policy::Hot),
        Tiers::NoInterpreter => install(Policy::Baseline),
        Tiers::Highest => install(Policy::Highest),
    }
}

/// Shows a row of the semantics tables as machine code; the exit status.
fn show_row(row: &str) -> i32 {
    match jit::audit::listing(row) {
        Some(text) => {
            print!("{text}");
            0
        }
        None => {
            eprintln!("PYSTON_AUDIT: no tier emits a row `{row}` in place");
            2
        }
    }
}

/// Runs the program, and talks with the user where that is asked for.
fn run_in(options: &Options, main: Ref<Module>) -> i32 {
    let interactive = repl::is_interactive(options.flags.interactive > 0);
    if options.program == Program::Stdin && interactive {
        repl::banner(options.flags.no_site == 0);
        return repl::run_startup_file(main).unwrap_or_else(|| repl::run(main));
    }
    let mut named = false;
    let done = execute(options, main, &mut named);
    // The name is there while the program runs, and for who is told how it ended.
    let forget_name = || {
        if named {
            let _ = module::dict(main).delete(names::file().into());
        }
    };
    let inspect = || {
        options.flags.inspect > 0
            || std::env::var_os("PYTHONINSPECT").is_some_and(|v| !v.is_empty())
    };
    if interactive && inspect() {
        if done.is_err() {
            report::uncaught_but_going_on();
        }
        forget_name();
        return repl::run(main);
    }
    let status = done.unwrap_or_else(|_| report::uncaught());
    forget_name();
    status
}

fn text(s: &std::ffi::OsStr) -> Value {
    strings::new(s.as_bytes()).into()
}

/// The modules that are always there; `__main__`; the library and `site`.
fn start(options: &Options) -> PyResult<Ref<Module>> {
    let missing = || runtime::error::system_error("a core module is not there");
    let builtins = modules::create(b"__builtin__")?.ok_or_else(missing)?;
    modules::install_builtins(builtins);
    let sys = modules::create(b"sys")?.ok_or_else(missing)?;
    modules::install_sys(sys);
    let d = module::dict(sys);
    let main = module::create(b"__main__", None);
    let main_dict = module::dict(main);
    main_dict.set_str(names::builtins(), builtins.into());
    if let Some(loaded) = modules::loaded() {
        loaded.set_str(strings::intern(b"__builtin__"), builtins.into());
        loaded.set_str(strings::intern(b"sys"), sys.into());
        loaded.set_str(names::main(), main.into());
        if let Some(exceptions) = modules::create(b"exceptions")? {
            loaded.set_str(strings::intern(b"exceptions"), exceptions.into());
        }
    }
    modules::sys::set_flags(d, &flags(options))?;
    modules::warnings::set_bytes_level(options.flags.bytes_warning);
    interp::compile::set_divides_truly(options.flags.division_new);
    let f = &options.flags;
    interp::compile::set_optimization(f.optimize, f.tabcheck);
    if f.optimize > 0 {
        let debug = strings::intern(b"__debug__");
        module::dict(builtins).set_str(debug, Value::bool(false));
    }
    runtime::number::warn_of_divisions(options.flags.division_warning);
    let set = |name: &str, v: Value| d.set_str(strings::intern(name.as_bytes()), v);
    for w in &options.warnings {
        if let Some(l) = d
            .get_str(strings::intern(b"warnoptions"))
            .and_then(|l| l.cast::<List>())
        {
            l.push(strings::new(w).into());
        }
    }
    let argv0 = std::env::args_os().next().unwrap_or_default();
    let executable = library::executable(&argv0, std::env::var_os("PATH"));
    if let Some(exe) = &executable {
        set("executable", text(exe.as_os_str()));
    }
    let ignore_environment = options.flags.ignore_environment > 0;
    let found = library::Surroundings {
        executable: executable.unwrap_or_default(),
        variable: |n| std::env::var_os(n),
        ignore_environment,
    }
    .find();
    if let Some(l) = &found {
        set("prefix", text(l.prefix.as_os_str()));
        set("exec_prefix", text(l.prefix.as_os_str()));
    }
    let zip = runtime::attr::get(
        modules::import(b"zipimport")?,
        strings::intern(b"zipimporter"),
    )?;
    if let Some(hooks) = d
        .get_str(strings::intern(b"path_hooks"))
        .and_then(|l| l.cast::<List>())
    {
        hooks.push(zip);
    }
    set(
        "path",
        search_path(found.as_ref(), ignore_environment).into(),
    );
    runtime::codec::locale::begin();
    match std::env::var_os("PYTHONIOENCODING") {
        Some(given) if !ignore_environment && !given.is_empty() => {
            set_encoding(d, given.as_bytes());
        }
        _ => set_terminal_encoding(d),
    }
    let stream = |name| {
        d.get_str(name)
            .and_then(|f| f.cast::<runtime::layouts::FileObject>())
    };
    if options.unbuffered {
        for n in [names::stdout(), names::stderr()] {
            stream(n).into_iter().for_each(file::set_unbuffered);
        }
    } else if options.flags.interactive > 0 {
        stream(names::stdout())
            .into_iter()
            .for_each(file::set_line_buffered);
    }
    modules::sys_is_made();
    if found.is_some() && options.flags.no_site == 0 {
        import_site(options.verbose > 0);
    }
    if let Some(library) = found.filter(|_| skipped().is_some_and(|what| what == "library")) {
        jit::tiers::skip(library.folder.as_os_str().as_bytes());
    }
    runtime::dropped::begin();
    let argv = list::new();
    for a in &options.argv {
        argv.push(text(a));
    }
    set("argv", argv.into());
    if let Some(path) = d
        .get_str(strings::intern(b"path"))
        .and_then(|p| p.cast::<List>())
    {
        path.insert_at(0, script_folder(options))?;
    }
    Ok(main)
}

/// What PYTHONIOENCODING says, `encoding:errors`, to the standard streams.
fn set_encoding(sys: Ref<runtime::layouts::Dict>, given: &[u8]) {
    let mut parts = given.splitn(2, |b| *b == b':');
    let encoding = parts.next().map(|e| strings::new(e).into());
    let errors = parts.next().map(|e| strings::new(e).into());
    for f in standard_streams(sys) {
        f.encoding.set(encoding);
        f.errors.set(errors);
    }
}

/// Standard streams that are a terminal have the encoding of the user's locale.
fn set_terminal_encoding(sys: Ref<runtime::layouts::Dict>) {
    let Some(encoding) = runtime::codec::locale::encoding() else {
        return;
    };
    for f in standard_streams(sys) {
        match file::isatty(f) {
            Ok(true) => f.encoding.set(Some(strings::new(encoding).into())),
            Ok(false) => (),
            Err(_) => _ = runtime::thread::current().take_pending(),
        }
    }
}

fn standard_streams(
    sys: Ref<runtime::layouts::Dict>,
) -> impl Iterator<Item = Ref<runtime::layouts::FileObject>> {
    [&b"stdin"[..], b"stdout", b"stderr"]
        .into_iter()
        .filter_map(move |n| sys.get_str(strings::intern(n))?.cast())
}

/// Imports `site`. Programs run without it too; why it failed is told with `-v`.
fn import_site(verbose: bool) {
    if modules::import(b"site").is_err() {
        if verbose {
            report::uncaught();
        }
        runtime::thread::current().take_pending();
    }
}

/// `sys.path` before `site` sees it.
fn search_path(library: Option<&Library>, ignore_environment: bool) -> Ref<List> {
    let path = list::new();
    if !ignore_environment
        && let Some(given) = std::env::var_os("PYTHONPATH")
        && !given.is_empty()
    {
        for p in std::env::split_paths(&given) {
            path.push(text(p.as_os_str()));
        }
    }
    for p in library.iter().flat_map(|l| l.path()) {
        path.push(text(p.as_os_str()));
    }
    path
}

/// What `sys.path` begins with.
fn script_folder(options: &Options) -> Value {
    let folder = match &options.program {
        Program::Script(s) => {
            let real = std::fs::canonicalize(s).unwrap_or_else(|_| s.into());
            real.parent().unwrap_or(Path::new("")).to_owned()
        }
        _ => std::path::PathBuf::new(),
    };
    text(folder.as_os_str())
}

/// The items of `sys.flags`.
fn flags(options: &Options) -> [i64; 16] {
    let f = &options.flags;
    [
        f.debug,
        f.py3k_warning,
        f.division_warning,
        u32::from(f.division_new),
        f.inspect,
        f.interactive,
        f.optimize,
        f.dont_write_bytecode,
        f.no_user_site,
        f.no_site,
        f.ignore_environment,
        f.tabcheck,
        options.verbose,
        f.unicode,
        f.bytes_warning,
        f.hash_randomization,
    ]
    .map(i64::from)
}

/// `runpy` runs a module, a folder or an archive as `__main__`.
fn run_module(name: &[u8], set_argv0: bool) -> PyResult<i32> {
    let runpy = modules::import(b"runpy")?;
    let f = runtime::attr::get(runpy, strings::intern(b"_run_module_as_main"))?;
    let args = [strings::new(name).into(), Value::bool(set_argv0)];
    runtime::call::call_values(f, &args)?;
    Ok(0)
}

/// Is the script a folder or an archive? Then it is first on `sys.path`.
fn holds_modules(script: &std::ffi::OsStr) -> PyResult<bool> {
    let path = Path::new(script);
    // No name is that of the current folder, as it is in `sys.path`.
    let is_folder = script.is_empty() || path.is_dir();
    if !is_folder && !has_archive_mark(path) {
        return Ok(false);
    }
    if !is_folder {
        let importer = (runtime::upcalls::get()?.importer)(strings::new(script.as_bytes()))?;
        if importer.is_none() {
            return Ok(false);
        }
    }
    if let Some(p) = modules::sys_dict()
        .and_then(|d| d.get_str(strings::intern(b"path")))
        .and_then(|p| p.cast::<List>())
        .filter(|p| !p.as_ref().is_empty())
    {
        p.as_ref().set_item(0, text(script));
    }
    Ok(true)
}

/// Does a file end like a zip archive? (They may begin with anything.)
fn has_archive_mark(path: &Path) -> bool {
    use std::io::{Read, Seek, SeekFrom};
    let Ok(mut f) = std::fs::File::open(path) else {
        return false;
    };
    if !f.metadata().is_ok_and(|m| m.is_file()) {
        return false;
    }
    let mut tail = [0u8; 22];
    f.seek(SeekFrom::End(-22)).is_ok()
        && f.read_exact(&mut tail).is_ok()
        && tail.starts_with(b"PK\x05\x06")
}

/// Runs what the command line asks for. `named`: whether `__file__` was set for it.
fn execute(options: &Options, main: Ref<Module>, named: &mut bool) -> PyResult<i32> {
    let d = module::dict(main);
    let (mut source, name, flags) = match &options.program {
        Program::Module(m) => return run_module(m, true),
        Program::Script(s) if holds_modules(s)? => return run_module(b"__main__", false),
        Program::Command(c) => (
            [c, &b"\n"[..]].concat(),
            "<string>".to_owned(),
            Flags::default(),
        ),
        Program::Script(s) => {
            let shown = runtime::text::shown::shown(s.as_bytes()).into_owned();
            match std::fs::read(s) {
                Ok(data) => {
                    d.set_str(names::file(), text(s));
                    *named = true;
                    (data, shown, Flags::SOURCE_IS_FILE)
                }
                Err(e) => {
                    let errno = e.raw_os_error().unwrap_or(0);
                    let reason = e.to_string();
                    let reason = reason.split(" (os error").next().unwrap_or_default();
                    let line =
                        format!("pyston: can't open file '{shown}': [Errno {errno}] {reason}\n");
                    interp::report::say(&runtime::text::shown::bytes(&line));
                    return Ok(2);
                }
            }
        }
        Program::Stdin => {
            let mut data = Vec::new();
            let _ = std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut data);
            d.set_str(names::file(), strings::new(b"<stdin>").into());
            *named = true;
            (data, "<stdin>".to_owned(), Flags::SOURCE_IS_FILE)
        }
    };
    if options.flags.skip_first_line && matches!(options.program, Program::Script(_)) {
        let end = source
            .iter()
            .position(|b| *b == b'\n')
            .unwrap_or(source.len());
        // The end of the line stays, so that lines keep their numbers.
        source.drain(..end);
    }
    let code = compile::compile_bytes(&source, &name, Mode::Exec, flags)?;
    compile::run(code, d, d.into())?;
    // A signal that came with the last line is not lost.
    modules::signal::check_signals()?;
    Ok(0)
}
