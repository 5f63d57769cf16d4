//! The end of a program, from its last statement to its exit status.

use std::ffi::OsString;
use std::sync::OnceLock;

use interp::report;
use runtime::builtins::{file, str as strings};
use runtime::layouts::Dict;
use runtime::modules;
use runtime::names;

use crate::options::{Options, Tiers};

/// What is told at the end.
struct Last {
    statistics: bool,
    /// The file for what the tiers ran, and whether the interpreter was alone.
    coverage: Option<(OsString, bool)>,
}

static LAST: OnceLock<Last> = OnceLock::new();

/// Before the program begins; called once.
pub fn prepare(options: &Options) {
    let alone = options.tiers == Tiers::Interpreter;
    let last = Last {
        statistics: options.statistics,
        coverage: jit::coverage::start().map(|file| (file, alone)),
    };
    // Called once: there was nothing before.
    let _ = LAST.set(last);
    runtime::upcalls::install_exit(|status| crate::end(finish(status)));
}

/// Everything that is left to do: threads, `sys.exitfunc`, finalizers; everything buffered is written. The exit status.
pub fn finish(status: i32) -> i32 {
    runtime::output::end_line();
    let status = shut_down().unwrap_or(status);
    runtime::heap::queue_all_finalizers();
    runtime::finalizers::run_pending();
    runtime::output::end_line();
    // Files first, so that what cannot be written is told; then what is no file, and may have written to one.
    file::flush_all();
    runtime::output::flush_standard();
    file::flush_all();
    file::failures::tell();
    let Some(last) = LAST.get() else {
        return status;
    };
    if let Some((file, alone)) = &last.coverage
        && let Err(error) = jit::coverage::write(file, *alone)
    {
        eprintln!("PYSTON_COVERAGE: {error}");
    }
    if last.statistics {
        for (key, n) in jit::tiers::statistics() {
            eprintln!("{key}: {n}");
        }
        let heap = runtime::heap::stats();
        eprintln!("gc_cycles: {}", heap.cycles);
        eprintln!("gc_young_cycles: {}", heap.young_cycles);
        eprintln!("heap_bytes: {}", heap.heap_bytes);
    }
    status
}

/// Waits for the threads that are not daemons, runs `sys.exitfunc`, and stops all other threads. The exit status, if
/// one is asked for there.
fn shut_down() -> Option<i32> {
    let mut status = None;
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
            status = report::uncaught_or_exit();
        }
    }
    runtime::gil::close();
    status
}
