//! Running a program from start-up to exit status.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use interp::{compile, report};
use runtime::builtins::{file, list, module, str as strings};
use runtime::error::PyResult;
use runtime::layouts::{Dict, List, Module};
use runtime::modules;
use runtime::names;
use runtime::object::Ref;
use runtime::value::Value;
use syntax::{Flags, Mode};

use crate::options::{Options, Program, Tiers};

/// Runs the program; its exit status. Everything buffered is written, whatever the way out.
pub fn run(options: &Options) -> i32 {
    let stack = runtime::heap::stack_of_current_thread();
    runtime::heap::thread_start();
    runtime::start::start(stack.start);
    runtime::signals::start();
    interp::install();
    modules::sys::install_printer(report::print);
    match options.tiers {
        Tiers::Interpreter => {}
        Tiers::Default => jit::tiers::install(jit::tiers::Policy::Hot),
        Tiers::NoInterpreter | Tiers::Highest => jit::tiers::install(jit::tiers::Policy::Always),
    }
    let status = match start(options).and_then(|main| execute(options, main)) {
        Ok(status) => status,
        Err(_) => report::uncaught(),
    };
    shut_down();
    runtime::heap::queue_all_finalizers();
    runtime::finalizers::run_pending();
    runtime::output::end_line();
    runtime::output::flush_standard();
    file::flush_all();
    if options.statistics {
        for (key, n) in jit::tiers::statistics() {
            eprintln!("{key}: {n}");
        }
        let heap = runtime::heap::stats();
        eprintln!("gc_cycles: {}", heap.cycles);
        eprintln!("heap_bytes: {}", heap.heap_bytes);
    }
    status
}

/// Waits for the threads that are not daemons, runs `sys.exitfunc`, and stops all other threads.
fn shut_down() {
    let sys_attribute = runtime::output::sys_attribute;
    let threading = sys_attribute(names::modules())
        .and_then(|m| m.cast::<Dict>())
        .and_then(|m| m.get_str(strings::intern(b"threading")));
    if let Some(m) = threading {
        let done = runtime::attr::get(m, strings::intern(b"_shutdown"))
            .and_then(|f| runtime::call::call_values(f, &[]));
        if done.is_err() {
            runtime::finalizers::report(m);
        }
    }
    let exitfunc = strings::intern(b"exitfunc");
    if let Some(f) = sys_attribute(exitfunc) {
        if let Some(d) = modules::sys_dict() {
            let _ = d.delete(exitfunc.into());
        }
        if runtime::call::call_values(f, &[]).is_err() {
            if !runtime::exception::pending_matches(runtime::types::SYSTEM_EXIT.get()) {
                report::say(b"Error in sys.exitfunc:\n");
            }
            report::uncaught();
        }
    }
    runtime::gil::close();
}

fn text(s: &std::ffi::OsStr) -> Value {
    strings::new(s.as_bytes()).into()
}

/// The modules that are always there; `__main__`.
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
    if let Some(loaded) = d.get_str(names::modules()).and_then(|m| m.cast::<Dict>()) {
        loaded.set_str(strings::intern(b"__builtin__"), builtins.into());
        loaded.set_str(strings::intern(b"sys"), sys.into());
        loaded.set_str(names::main(), main.into());
    }
    let argv = list::new();
    for a in &options.argv {
        argv.push(text(a));
    }
    d.set_str(strings::intern(b"argv"), argv.into());
    if let Ok(exe) = std::env::current_exe() {
        d.set_str(strings::intern(b"executable"), text(exe.as_os_str()));
    }
    if let Some(path) = d
        .get_str(strings::intern(b"path"))
        .and_then(|p| p.cast::<List>())
    {
        let first = match &options.program {
            Program::Script(s) => {
                let real = std::fs::canonicalize(s).unwrap_or_else(|_| s.into());
                match Path::new(s).parent() {
                    Some(p) if !p.as_os_str().is_empty() && !Path::new(s).is_symlink() => {
                        text(p.as_os_str())
                    }
                    _ => text(real.parent().unwrap_or(Path::new("")).as_os_str()),
                }
            }
            _ => strings::new(b"").into(),
        };
        path.push(first);
        for p in std::env::var_os("PYTHONPATH")
            .iter()
            .flat_map(std::env::split_paths)
        {
            path.push(text(p.as_os_str()));
        }
    }
    if options.unbuffered {
        for n in [names::stdout(), names::stderr()] {
            if let Some(f) = d
                .get_str(n)
                .and_then(|f| f.cast::<runtime::layouts::FileObject>())
            {
                file::set_unbuffered(f);
            }
        }
    }
    Ok(main)
}

fn execute(options: &Options, main: Ref<Module>) -> PyResult<i32> {
    let d = module::dict(main);
    let (source, name, flags) = match &options.program {
        Program::Command(c) => (c.clone(), "<string>".to_owned(), Flags::default()),
        Program::Script(s) => {
            let shown = s.to_string_lossy().into_owned();
            match std::fs::read(s) {
                Ok(data) => {
                    d.set_str(names::file(), text(s));
                    (data, shown, Flags::SOURCE_IS_FILE)
                }
                Err(e) => {
                    let errno = e.raw_os_error().unwrap_or(0);
                    let reason = e.to_string();
                    let reason = reason.split(" (os error").next().unwrap_or_default();
                    eprintln!("pyston: can't open file '{shown}': [Errno {errno}] {reason}");
                    return Ok(2);
                }
            }
        }
        Program::Stdin => {
            let mut data = Vec::new();
            let _ = std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut data);
            (data, "<stdin>".to_owned(), Flags::SOURCE_IS_FILE)
        }
    };
    let code = compile::compile_bytes(&source, &name, Mode::Exec, flags)?;
    compile::run(code, d, d.into())?;
    Ok(0)
}
