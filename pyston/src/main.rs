//! The executable: command line, start-up, running a program, and the ways out.

mod editor;
mod finish;
mod library;
mod options;
mod repl;
mod run;

use options::Other;

/// Native stack for Python code, in bytes. Address space only, until it is used.
const STACK: usize = 1 << 30;

fn main() {
    tune_malloc();
    let options = match options::parse(std::env::args_os().skip(1)) {
        Ok(mut o) => {
            o.read_environment(|n| std::env::var_os(n));
            o
        }
        Err(Other::Version) => {
            eprintln!("Python 2.7.18 (pyston {})", env!("CARGO_PKG_VERSION"));
            return;
        }
        Err(Other::Help) => {
            print!("{}", options::USAGE);
            return;
        }
        Err(Other::Error(message)) => {
            eprintln!("{message}");
            let usage = options::USAGE.lines().next().unwrap_or_default();
            eprintln!("{usage}\nTry `pyston -h' for more information.");
            std::process::exit(2);
        }
    };
    match options.hash_secret() {
        Ok(None) => {}
        Ok(Some(secret)) => runtime::builtins::str::set_hash_secret(secret),
        Err(message) => {
            eprintln!("Fatal Python error: {message}");
            std::process::abort();
        }
    }
    late_constructors();
    image();
    // Python may nest deeper than the first thread's stack allows.
    let status = runtime::heap::on_stack_of(STACK, || run::run(&options));
    end(status.unwrap_or_else(|e| {
        eprintln!("pyston: no memory for a stack: {e}");
        71
    }))
}

/// The parser and LLVM ask for vectors of all sizes, which grow. Each large one has glibc go through all
/// small free pieces of memory, if there are any of the fast kind: compiling takes 3 to 15 % longer with them.
///
/// LLVM runs in a second thread. Memory for threads is made accessible a page or two at a time unless so much is when
/// they start ([`AHEAD`], which costs nothing before it is used). Setting it makes glibc keep to the bounds that it would else learn from what is freed.
fn tune_malloc() {
    #[cfg(target_env = "gnu")]
    // SAFETY: there is one thread yet; these may be set at any time.
    unsafe {
        libc::mallopt(M_MXFAST, 0);
        libc::mallopt(libc::M_TOP_PAD, AHEAD);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 2 * AHEAD);
        libc::mallopt(libc::M_MMAP_THRESHOLD, AHEAD);
    }
}

/// Bytes of memory that each thread begins with, and that go back to the system at once.
#[cfg(target_env = "gnu")]
const AHEAD: libc::c_int = 4 << 20;

/// As `<malloc.h>` has it.
#[cfg(target_env = "gnu")]
const M_MXFAST: libc::c_int = 1;

/// Standard descriptors that are closed stay unusable: reading or writing fails as it does on a closed one. Rust's
/// start-up, which would have reading find the end and writing succeed, leaves alone what is open by then; that nothing
/// else gets their numbers it is right about.
extern "C" fn keep_closed() {
    for (fd, flags) in [
        (0, libc::O_WRONLY),
        (1, libc::O_RDONLY),
        (2, libc::O_RDONLY),
    ] {
        // SAFETY: calls of C that need nothing of Rust's to be there; the name ends in a null byte.
        unsafe {
            if libc::fcntl(fd, libc::F_GETFD) == -1 {
                libc::open(c"/dev/null".as_ptr(), flags);
            }
        }
    }
}

/// Run before Rust's start-up.
#[used]
// SAFETY: the section is one of pointers to functions like this.
#[unsafe(link_section = ".init_array")]
static KEEP_CLOSED: extern "C" fn() = keep_closed;

/// Says where build.rs put the constructors that do not run at the start.
fn late_constructors() {
    unsafe extern "C" {
        static pyston_late_constructors: [unsafe extern "C" fn(); 0];
        static pyston_late_constructors_end: [unsafe extern "C" fn(); 0];
    }
    // SAFETY: the linker's script defines both around an array of constructors; of them only the
    // addresses are taken.
    unsafe {
        jit::engine::set_late_constructors(
            (&raw const pyston_late_constructors).cast(),
            (&raw const pyston_late_constructors_end).cast(),
        );
    }
}

/// Says where build.rs put what only compiling uses.
fn image() {
    unsafe extern "C" {
        static pyston_constants: u8;
        static pyston_used: u8;
        static pyston_code: u8;
        static etext: u8;
    }
    // SAFETY: the linker's script defines them: the constants lie before the code that is always used, then comes the rest
    // of the code. Of all only the addresses are taken.
    unsafe {
        jit::engine::occupied::set_image(vec![
            (&raw const pyston_constants).addr()..(&raw const pyston_used).addr(),
            (&raw const pyston_code).addr()..(&raw const etext).addr(),
        ]);
    }
}

/// Ends the process. Everything is written by now, and what the C library would run at the end takes
/// things away from a compilation that may still be going on in its thread.
fn end(status: i32) -> ! {
    // SAFETY: ends the process.
    unsafe { libc::_exit(status) }
}
